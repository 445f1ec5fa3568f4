"""Ready-made shapes, as meshes that can be worked on."""

from __future__ import annotations

from array import array

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.crud import blamed
from scenewire.adapters.fields import Item, read_fields, write_fields
from scenewire.adapters.shapes import SHAPES, Point
from scenewire.adapters.usd import mesh_arrays as arrays
from scenewire.adapters.usd.handles import Handle, guard
from scenewire.adapters.usd.meshes import MESH_FIELDS, MESHES, mesh_of
from scenewire.adapters.usd.stage import STAGE


def create_primitives(*, items: list[Item], job: Job, on_error: str | None = None) -> Json:
    """Makes the shapes, upright on the stage; gives them as meshes read back. `on_error` is the engine's affair."""
    guard([])
    nodes = []
    for index, item in enumerate(items):
        with blamed(index):
            nodes.append(_create(item))
    read = [read_fields(MESH_FIELDS, node, None, job) for node in nodes]
    return {"ids": [item["id"] for item in read], "items": read}


def _create(item: Item) -> Handle:
    kind = item["kind"]
    shape = SHAPES[kind](item)
    node: Handle = MESHES.make(
        {
            "name": item.get("name") or kind.replace("_", " ").title().replace(" ", ""),
            "parent_id": item.get("parent_id"),
            "vertices": array("f", [number for point in shape.points for number in _upright(point)]),
            "indices": array("i", [corner for face in shape.faces for corner in face]),
            "face_sizes": array("i", [len(face) for face in shape.faces]),
        }
    )
    arrays.set_uvs(mesh_of(node), array("f", [number for uv in shape.uvs for number in uv]))
    given = ("position", "rotation", "scale", "material_id")
    write_fields(MESH_FIELDS, node, {name: item[name] for name in given if item.get(name) is not None})
    return node


def _upright(point: Point) -> Point:
    x, y, z = point
    return point if STAGE.up() == "Z" else (x, z, -y)
