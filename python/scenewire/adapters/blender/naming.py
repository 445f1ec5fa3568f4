"""Names as Blender keeps them: so many bytes of UTF-8, cut in silence when there are more. Here they are refused."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender import versions
from scenewire.adapters.references import kept_whole

#: What has a name inside a data-block (constraints, modifiers, bones) has fewer bytes for it, in every version.
PART_BYTES = 63


def checked_name(name: str, most: int | None = None) -> str:
    """The name, when Blender keeps it whole."""
    return kept_whole(name, most or versions.name_bytes(), "this Blender keeps")


def rename(owner: Any, name: str) -> None:
    """Gives a data-block or a part of one another name; Blender numbers it when another one has it."""
    owner.name = checked_name(name)
