"""The Rust half: the host, the client and the command line."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, final

_T = TypeVar("_T")

__all__ = [
    "Client",
    "Deadline",
    "Job",
    "Pending",
    "__version__",
    "approve",
    "cancel",
    "check_deadline",
    "configure",
    "hold",
    "interruptible",
    "is_hot",
    "is_running",
    "main",
    "on_stop",
    "pump",
    "shielded",
    "shutdown_clients",
    "start",
    "status",
    "stop",
    "stop_on_signals",
    "undo_last",
    "wait",
    "waiting",
]

__version__: str

class Deadline(BaseException):
    """Raised inside a job whose time is over or whose caller cancelled; never swallow it."""

def start(config: Mapping[str, Any], adapter: object) -> dict[str, Any]: ...
def on_stop(hook: Callable[[], object]) -> None: ...
def stop(timeout: float = 5.0) -> None: ...
def is_running() -> bool: ...
def is_hot() -> bool: ...
def hold(reason: str | None = None) -> None: ...
def status() -> dict[str, Any] | None: ...
def configure(changes: Mapping[str, Any]) -> None: ...
def cancel(key: str | None = None) -> bool: ...
def approve(id: str, answer: str) -> None: ...
def undo_last() -> str: ...
def pump(budget: float = 0.008, linger: float = 0.002) -> int: ...
def waiting() -> int: ...
def wait(timeout: float | None = None) -> bool: ...
def stop_on_signals() -> None: ...
def instance_at(port: int) -> str | None: ...
def shutdown_clients() -> None: ...
def main(argv: list[str]) -> int: ...
def check_deadline() -> None: ...
def shielded(work: Callable[[], _T]) -> _T: ...
def interruptible(work: Callable[[], _T]) -> _T: ...

@final
class Job:
    def progress(self, fraction: float | None, message: str) -> None: ...
    def cancelled(self) -> bool: ...
    def remaining(self) -> float: ...
    def attach(self, data: object, dtype: str, shape: tuple[int, ...], media: str | None = None) -> dict[str, int]: ...

@final
class Client:
    def __new__(
        cls,
        instance: str | None,
        target: Mapping[str, str | bool | None],
        make_array: Callable[[bytearray, str, tuple[int, ...]], object],
    ) -> Client: ...
    def call(
        self,
        operation: str,
        arguments: Mapping[str, Any],
        *,
        timeout: float | None = None,
        key: str | None = None,
        if_revision: int | None = None,
        on_progress: Callable[[float | None, str], object] | None = None,
    ) -> tuple[Any, int]: ...
    def submit(
        self,
        operation: str,
        arguments: Mapping[str, Any],
        done: Callable[[], object],
        *,
        timeout: float | None = None,
        key: str | None = None,
        if_revision: int | None = None,
        on_progress: Callable[[float | None, str], object] | None = None,
    ) -> Pending: ...
    def instances(self) -> list[dict[str, Any]]: ...

@final
class Pending:
    def result(self) -> tuple[Any, int]: ...
    def cancel(self) -> None: ...
