"""What the engine needs of a host's Python side; called on the host's main thread only, one call at a time."""

from __future__ import annotations

from array import array
from contextlib import AbstractContextManager
from typing import Any, Protocol, Union

#: What can be sent as an attachment: anything that is contiguous bytes, without a copy where the wheel allows it.
Buffer = Union[bytes, bytearray, memoryview, "array[Any]"]

#: Arguments and results: JSON, with typed memory in place of arrays on the way in and placeholders on the way out.
Json = dict[str, Any]


class ChangedWhileReadingError(Exception):
    """A function that says that it only reads has changed the scene: ``what`` of it, in a few words each."""

    def __init__(self, what: list[str]) -> None:
        super().__init__(", ".join(what))
        self.what = what


class Job(Protocol):
    """One running call: how far it is, whether its caller still wants it, and where its arrays go."""

    def progress(self, fraction: float | None, message: str) -> None:
        """Tells the caller how far the job is: 0 to 1, or None when that cannot be known."""

    def cancelled(self) -> bool:
        """Whether the caller has given up."""

    def remaining(self) -> float:
        """Seconds to the deadline."""

    def attach(self, data: Buffer, dtype: str, shape: tuple[int, ...], media: str | None = None) -> dict[str, int]:
        """Sends `data` beside the result; what comes back goes into the result in its place."""


class Adapter(Protocol):
    """The atomics of one host."""

    def info(self) -> Json:
        """What the host says of itself now: the fields of `HostInfo`."""

    def perform(self, operation: str, arguments: Json, job: Job) -> Json:
        """Does one atomic operation and gives what was read back from the host."""

    def begin(self, label: str) -> None:
        """Opens a transaction: whatever follows can be rolled back to here. Raises `conflict` when it cannot."""

    def commit(self, label: str) -> None:
        """Closes the transaction as one undo step of this name."""

    def roll_back(self, label: str) -> None:
        """Puts the scene back to where `begin` found it."""

    def revision(self) -> int:
        """Grows with every change of the scene that was seen, the artist's too."""


class Looks(Adapter, Protocol):
    """One whose application does not tell of every change."""

    def notice(self) -> None:
        """Looks for changes by others, so that `revision` counts them. Asked after each call that changes the scene,
        and at the end of a turn, when the calls of the turn are answered."""


class LetsGo(Adapter, Protocol):
    """One whose open transaction can outlast a turn of the host's event loop, in which anybody may edit."""

    def suspend(self, label: str) -> bool:
        """Leaves the open transaction for a turn; False when it could not be told afterwards who has edited."""

    def resume(self, label: str) -> None:
        """Comes back to it. Raises `conflict` when somebody else has edited: the transaction is over then, and what was
        done in it stays, because what they did may stand on it."""


class TellsEvents(Adapter, Protocol):
    """One that can tell what happened in its scene, by whomever; without it `get_events` is `not_supported`."""

    def happenings(self, fresh: bool) -> list[Json]:
        """What happened since the last call, in this order: `{"kind": ..., **facts}` as `get_events` has them. Asked a
        few times a second, before and after each call that changes the scene, and only while somebody wants to know.
        ``fresh``: nothing did as far as anybody is concerned; looking begins here."""


class WorksInBackground(Adapter, Protocol):
    """One whose scene can be worked on by another process; without it `start_task` is `not_supported`."""

    def background(self, folder: str, roots: list[str], arguments: Any) -> Json:
        """Writes a copy of the scene into ``folder``. Gives ``launch``, how a host over it is started that runs
        `scenewire.disposable.main` and may use files in ``roots``: ``argv``, ``env``, and as ``counter`` what stands
        before ``3/16`` in a line of output that tells how far it is; and the ``arguments`` for it, with names in place
        of ids, which end with their process."""


class SparesItsWindow(WorksInBackground, Protocol):
    """One whose window would stand still while it works."""

    def wants_copy(self, operation: str, arguments: Any) -> bool:
        """Whether this call is better done in the background: it takes long, somebody looks at the window, and a copy
        of the scene is as good. Only asked of what can be, which is ``render``; without this method it never is."""


class KnowsItsSteps(Adapter, Protocol):
    """One that can tell its own undo steps from the artist's."""

    def undo_last(self) -> str:
        """Takes back the last step that came of a command and gives its name. Raises `conflict` with the reason when
        somebody else has worked since, or when there is none."""


class RunsCode(Adapter, Protocol):
    """One that has something to do around a project's own operations, which are functions of its scripts."""

    def around_code(self, edits: bool) -> AbstractContextManager[None]:
        """Entered before such a function is called, left after it; ``edits``: whether it may change the scene. Raises
        `ChangedWhileReadingError` at the end when it did and may not, as far as that can be seen."""
