"""What fails in the middle of a change: an item behind others, or the host's own dispatcher right after it has done an
operation, when all is changed and nothing committed."""

from __future__ import annotations

from collections.abc import Iterable

FAILING = """
from scenewire.adapters import dispatch
if not hasattr(dispatch, "_whole"):
    dispatch._whole = dispatch.Dispatcher.perform
left = [{after}]
def perform(self, operation, arguments, job):
    result = dispatch._whole(self, operation, arguments, job)
    if operation in {operations!r}:
        left[0] -= 1
        if left[0] == 0:
            raise RuntimeError("forced by the test")
    return result
dispatch.Dispatcher.perform = perform
"""
#: Fails behind whatever is made before it.
BAD_PARENT = {"name": "Second", "parent_id": "no such node"}
#: What the host runs to have its dispatcher back.
REPAIR = """
from scenewire.adapters import dispatch
dispatch.Dispatcher.perform = dispatch._whole
"""


def failing(operations: Iterable[str], after: int = 1) -> str:
    """What the host runs so that its dispatcher fails once, after so many of these operations."""
    return FAILING.format(operations=list(operations), after=after)
