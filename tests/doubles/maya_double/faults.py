"""What a call that no Maya would take does to a test: it fails, whoever catches exceptions in between.

The classes derive from `BaseException`, so `except Exception` in the code under test lets them through, and each is
recorded besides, so that a host which catches even these is found out at the end.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

#: A host in another process writes its faults to the file of this name, a line each.
REPORT = "MAYA_DOUBLE_FAULTS"
RECORDED: list[str] = []


class DoubleFault(BaseException):
    """The double was used in a way that fails the test."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        RECORDED.append(f"{type(self).__name__}: {text}")
        if REPORT in os.environ:
            with Path(os.environ[REPORT]).open("a", encoding="utf-8") as report:
                report.write(RECORDED[-1].replace("\n", " ") + "\n")


class UnknownCall(DoubleFault):
    """The published tables have no such command, flag, mode or node type."""


class WrongArgument(DoubleFault):
    """An argument is of another type than the published one."""


class NotModelled(DoubleFault):
    """Maya has it, and this double has not."""


class WrongThread(DoubleFault):
    """Maya's commands may be called on its main thread only."""


class _Manners:
    """Whether mistakes in calls are answered as Maya answers a user's."""

    lenient = False


@contextlib.contextmanager
def as_maya() -> Iterator[None]:
    """Within it a mistake in a call raises what Maya raises: for tests of scripts that are wrong on purpose."""
    before, _Manners.lenient = _Manners.lenient, True
    try:
        yield
    finally:
        _Manners.lenient = before


def refuse(fault: type[DoubleFault], text: str, real: Exception) -> NoReturn:
    """Fails the test, or raises Maya's own error where a test asked for that."""
    if _Manners.lenient:
        raise real
    raise fault(text)
