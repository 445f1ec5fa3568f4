"""A studio's own operations: what `import_module` makes of this file is told in docs/python.md."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

import bpy
import scenewire


@dataclass
class Size:
    """How large stones are."""

    least: float
    most: float = 1.0


@scenewire.operation(example={"count": 3, "size": {"least": 0.5}})
def scatter_pebbles(
    count: Annotated[int, "How many pebbles."],
    size: Size,
    row: Annotated[Literal["x", "y"], "Along which axis."] = "x",
    names: list[str] | None = None,
    job: Any = None,
) -> list[str]:
    """Puts pebbles in a row, from the smallest to the largest, and gives their names."""
    if not 0 < count <= 1000:
        raise ValueError(f"between 1 and 1000 pebbles, not {count}")
    made = []
    for at in range(count):
        pebble = bpy.data.objects.new(names[at] if names else "Pebble", None)
        pebble.location["xy".index(row)] = at
        pebble.scale = [size.least + (size.most - size.least) * at / count] * 3
        bpy.context.scene.collection.objects.link(pebble)
        made.append(pebble.name)
        job.progress(at / count, f"pebble {at + 1} of {count}")
    return made


@scenewire.operation(effect="read")
def count_pebbles(beginning: str = "Pebble") -> dict[str, int]:
    """Counts the objects of the scene by the beginning of their names."""
    names = [one.name for one in bpy.context.scene.objects]
    return {"all": len(names), beginning: sum(name.startswith(beginning) for name in names)}
