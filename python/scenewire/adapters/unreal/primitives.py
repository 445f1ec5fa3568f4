"""`create_primitives`: our shapes, whose faces are divided into triangles, because Unreal's Python makes no others."""

from __future__ import annotations

from array import array
from typing import Any

from scenewire.adapters.fields import Item
from scenewire.adapters.ready_made import ReadyMade
from scenewire.adapters.shapes import SHAPES
from scenewire.adapters.unreal import levels
from scenewire.adapters.unreal.meshes import MESHES

_GIVEN = ("position", "rotation", "scale", "material_id")


class _Triangles(ReadyMade):
    """Each face as a fan around its first corner."""

    def _create(self, item: Item) -> Any:
        kind = item["kind"]
        shape = SHAPES[kind](item)
        corners, uvs, start = array("i"), array("f"), 0
        for face in shape.faces:
            for at in range(1, len(face) - 1):
                for corner in (0, at, at + 1):
                    corners.append(face[corner])
                    uvs.extend(shape.uvs[start + corner])
            start += len(face)
        made: Item = {
            "name": item.get("name") or kind.replace("_", " ").title().replace(" ", ""),
            "vertices": array("f", [number for point in shape.points for number in point]),
            "indices": corners,
            "uvs": uvs,
            **({"parent_id": item["parent_id"]} if item.get("parent_id") else {}),
        }
        node = self.meshes.make(made)
        self.meshes.write(node, {name: item[name] for name in _GIVEN if item.get(name) is not None})
        return node


PRIMITIVES = _Triangles(meshes=MESHES, up=lambda: levels.UP)
