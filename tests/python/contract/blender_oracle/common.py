"""What the oracles of all domains use."""

from __future__ import annotations

from typing import Any

#: What no second way of asking Blender would tell otherwise: the value is compared with what was written only.
UNSAID = "unsaid"


def rows(matrix: Any) -> list[float]:
    return [value for row in matrix for value in row]


def custom(block: Any) -> dict[str, Any]:
    found = {}
    for key in block.keys():  # noqa: SIM118 - a data-block has keys() but is no mapping
        if key in ("cycles", "cycles_visibility"):
            continue
        value = block[key]
        found[key] = value.to_list() if hasattr(value, "to_list") else value
    return found


def name_of(block: Any) -> str | None:
    return block.name if block is not None else None


def bpy_vector(values: Any) -> Any:
    from mathutils import Vector

    return Vector(values)
