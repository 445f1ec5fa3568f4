"""What a data-block from a library file cannot have: changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scenewire.adapters.blender.identity import IDENTITY
from scenewire.adapters.blender.undo import UNDO
from scenewire.errors import NotSupportedError


def guard_of(kind: str) -> Callable[[list[Any]], None]:
    """An entity's guard: refuses what comes from a library file; from here on there is something to roll back."""

    def guard(blocks: list[Any]) -> None:
        for block in blocks:
            if block.library is not None:
                raise NotSupportedError(
                    f"`{block.name}` is linked from {block.library.filepath} and cannot be changed here",
                    {"id": IDENTITY.of(kind, block), "library": block.library.filepath},
                    ["open that file"],
                )
        UNDO.touch()

    return guard
