"""`create_primitives` for hosts that make their shapes by `shapes.py`: as meshes that can be worked on."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.crud import Entity, blamed
from scenewire.adapters.fields import Item, read_fields
from scenewire.adapters.shapes import SHAPES, Point

_GIVEN = ("position", "rotation", "scale", "material_id")


@dataclass(frozen=True)
class ReadyMade:
    """The operation of one host."""

    meshes: Entity
    #: `Y` or `Z`: shapes stand upright.
    up: Callable[[], str]

    def create_primitives(self, *, items: list[Item], job: Job, on_error: str | None = None) -> Json:
        """Makes the shapes; gives them as meshes read back. `on_error` is the engine's affair."""
        self.meshes.guard([])
        made = []
        for index, item in enumerate(items):
            with blamed(index):
                made.append(self._create(item))
        read = [read_fields(self.meshes.fields, node, None, job) for node in made]
        return {"ids": [item["id"] for item in read], "items": read}

    def _create(self, item: Item) -> Any:
        kind = item["kind"]
        shape = SHAPES[kind](item)
        node = self.meshes.make(
            {
                "name": item.get("name") or kind.replace("_", " ").title().replace(" ", ""),
                "parent_id": item.get("parent_id"),
                "vertices": array("f", [number for point in shape.points for number in self._upright(point)]),
                "indices": array("i", [corner for face in shape.faces for corner in face]),
                "face_sizes": array("i", [len(face) for face in shape.faces]),
            }
        )
        given = {name: item[name] for name in _GIVEN if item.get(name) is not None}
        self.meshes.write(node, {"uvs": array("f", [number for uv in shape.uvs for number in uv]), **given})
        return node

    def _upright(self, point: Point) -> Point:
        x, y, z = point
        return point if self.up() == "Z" else (x, z, -y)
