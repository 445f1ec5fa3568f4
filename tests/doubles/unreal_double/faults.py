"""What the double does not let pass: what Unreal has and the double has not, and objects touched by other threads."""

from __future__ import annotations

import os
from typing import NoReturn

#: Every fault of this process.
RECORDED: list[str] = []


class DoubleFault(BaseException):
    """A `BaseException`, so that no `except Exception` swallows it."""


class NotModelled(DoubleFault):
    """Unreal has it, and the double does not do it."""


class WrongThread(DoubleFault):
    """Unreal's objects were touched outside the game thread, where the editor would crash."""


def fault(kind: type[DoubleFault], text: str) -> NoReturn:
    """Raises it, and writes it down where a test looks afterwards."""
    RECORDED.append(text)
    log = os.environ.get("UNREAL_DOUBLE_FAULTS")
    if log:
        with open(log, "a", encoding="utf-8") as file:
            file.write(f"{kind.__name__}: {text}\n")
    raise kind(text)
