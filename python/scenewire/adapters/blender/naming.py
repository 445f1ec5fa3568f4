"""Names as Blender keeps them: so many bytes of UTF-8, cut in silence when there are more. Here they are refused."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender import versions
from scenewire.errors import InvalidParamsError

#: What has a name inside a data-block (constraints, modifiers, bones) has fewer bytes for it, in every version.
PART_BYTES = 63


def checked_name(name: str, most: int | None = None) -> str:
    """The name, when Blender keeps it whole."""
    if not name.strip():
        raise InvalidParamsError("a name has at least one character", {"path": "name", "expected": "a name"})
    if "\0" in name:
        raise InvalidParamsError("a name has no NUL character", {"path": "name"})
    most = most or versions.name_bytes()
    size = len(name.encode())
    if size > most:
        raise InvalidParamsError(
            f"the name has {size} bytes, and this Blender keeps {most} of them",
            {"path": "name", "expected": f"at most {most} bytes of UTF-8", "got": f"{size} bytes"},
            [f"use `{name.encode()[:most].decode(errors='ignore')}`"],
        )
    return name


def rename(owner: Any, name: str) -> None:
    """Gives a data-block or a part of one another name; Blender numbers it when another one has it."""
    owner.name = checked_name(name)
