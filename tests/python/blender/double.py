"""The adapter driven as the engine drives it, in this process and without a wire; and what `bpy` itself says."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from typing import Any

READS = ("get_", "list_", "look", "render", "describe_api")
SESSION = ("undo", "redo", "open_file", "save_file", "new_file")


class Job:
    """A call's other end: keeps what was attached, and gives up after so many questions."""

    def __init__(self, give_up_after: int | None = None):
        self.attached: list[tuple[bytes, str, tuple[int, ...]]] = []
        self.told: list[tuple[float | None, str]] = []
        self._patience = give_up_after

    def progress(self, fraction: float | None, message: str) -> None:
        self.told.append((fraction, message))

    def cancelled(self) -> bool:
        if self._patience is None:
            return False
        self._patience -= 1
        return self._patience < 0

    def remaining(self) -> float:
        return 60.0

    def attach(self, data: Any, dtype: str, shape: tuple[int, ...], media: str | None = None) -> dict[str, int]:
        raw = bytes(memoryview(data).cast("B"))
        size = int(dtype[1:])
        expected = size
        for side in shape:
            expected *= side
        assert len(raw) == expected, (dtype, shape, len(raw))
        self.attached.append((raw, dtype, shape))
        return {"$attachment": len(self.attached) - 1}

    def array(self, placeholder: dict[str, int]) -> list[float]:
        """The numbers behind a placeholder."""
        raw, dtype, _ = self.attached[placeholder["$attachment"]]
        return list(array({"f4": "f", "i4": "i", "u1": "B"}[dtype], raw))

    def blob(self, placeholder: dict[str, int]) -> bytes:
        return self.attached[placeholder["$attachment"]][0]


class Engine:
    """`blender("create_nodes", items=[...])` with the transaction that the engine puts around it."""

    def __init__(self, adapter: Any):
        self.adapter = adapter
        self.job = Job()

    def revision(self) -> int:
        """The revision after a look for what others changed."""
        self.adapter.notice()
        return int(self.adapter.revision())

    def __call__(self, operation: str, /, job: Job | None = None, **arguments: Any) -> dict[str, Any]:
        self.job = job or Job()
        if operation.startswith(READS) or operation in SESSION:
            result: dict[str, Any] = self.adapter.perform(operation, arguments, self.job)
            return result
        self.adapter.begin(operation)
        try:
            result = self.adapter.perform(operation, arguments, self.job)
            self.adapter.commit(operation)
        except BaseException:
            self.adapter.roll_back(operation)
            raise
        return result

    def one(self, operation: str, /, **item: Any) -> dict[str, Any]:
        """Creates one and gives it as read back."""
        (made,) = self(operation, items=[item])["items"]
        return dict(made)

    def read(self, plural: str, reference: str, *fields: str) -> dict[str, Any]:
        """One item, with these fields or all that are not arrays."""
        named = {"fields": list(fields)} if fields else {}
        (item,) = self(f"get_{plural}", ids=[reference], **named)["items"]
        return dict(item)

    def numbers(self, reference: str, field: str) -> list[float]:
        """One array of a mesh."""
        placeholder = self.read("meshes", reference, field)[field]
        return self.job.array(placeholder)


def floats(values: Iterable[float]) -> memoryview:
    """An array argument as the wire gives it: flat, typed, over bytes."""
    return memoryview(array("f", values).tobytes()).cast("f")


def ints(values: Iterable[int]) -> memoryview:
    return memoryview(array("i", values).tobytes()).cast("i")


def flat(rows: Iterable[Iterable[float]]) -> list[float]:
    return [value for row in rows for value in row]


def artist(work: Callable[[], object]) -> None:
    """Does something as the artist would, who has a window where there is one."""
    from scenewire.adapters.blender.context import in_window

    with in_window():
        work()
