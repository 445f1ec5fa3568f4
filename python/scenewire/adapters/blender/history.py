"""Blender's undo stack as Blender itself lists it: the only way to say truly what an undo took back."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass

from scenewire._stdio import flush

_LINE = re.compile(r"\[(.)...\]\s+\d+ \{(\w+)\} type='[^']*', name='(.*)'")


@dataclass(frozen=True)
class Step:
    """One step of the undo stack."""

    address: str
    name: str
    active: bool


def read_steps() -> list[Step] | None:
    """The undo stack, oldest first; None where it cannot be read.

    Python has no access to it, but `print_undo_steps` prints it from C. Standard output goes to a file for that
    moment (about 0.1 ms). Only for undo and redo, which are rare; a transaction does not need it.
    The caller makes sure that the stack exists: Blender 3.4 and 4.2 crash when asked for one that does not.
    """
    import bpy

    try:
        text = _printed(bpy.context.window_manager.print_undo_steps)
    except (OSError, AttributeError, ValueError):
        return None
    found = [_LINE.match(line) for line in text.splitlines()]
    return [Step(m[2], m[3], m[1] == "*") for m in found if m]


def _printed(call: Callable[[], object]) -> str:
    flush()
    keep = os.dup(1)
    try:
        with tempfile.TemporaryFile() as file:
            os.dup2(file.fileno(), 1)
            try:
                call()
                flush()
            finally:
                os.dup2(keep, 1)
            file.seek(0)
            return file.read().decode("utf-8", "replace")
    finally:
        os.close(keep)
