"""Ready-made shapes, through bmesh: the same in every version, and no operator that would change the selection."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.meshes import MESH_FIELDS, set_material_id
from scenewire.adapters.blender.nodes import guard_nodes, new_node
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.crud import blamed
from scenewire.adapters.fields import Item, read_fields, write_fields
from scenewire.adapters.shapes import SHAPES
from scenewire.errors import CancelledError


def create_primitives(*, items: list[Item], job: Job, on_error: str | None = None) -> Json:
    """Makes the shapes; gives them as meshes read back. `on_error` is the engine's affair."""
    guard_nodes([])
    nodes: list[Any] = []
    for index, item in enumerate(items):
        if job.cancelled():
            raise CancelledError(f"cancelled after {len(nodes)} of {len(items)} items")
        with blamed(index):
            nodes.append(_create(item))
    settle()
    read = [read_fields(MESH_FIELDS, node, None, job) for node in nodes]
    return {"ids": [item["id"] for item in read], "items": read}


def _create(item: Item) -> Any:
    import bpy

    kind = item["kind"]
    name = item.get("name") or kind.replace("_", " ").title().replace(" ", "")
    mesh = bpy.data.meshes.new(name)
    _fill(mesh, kind, item)
    node = new_node(dict(parent_id=item.get("parent_id")), name, mesh)
    write_fields(MESH_FIELDS, node, {part: item[part] for part in ("position", "rotation", "scale") if part in item})
    if item.get("material_id"):
        set_material_id(node, item["material_id"])
    return node


def _fill(mesh: Any, kind: str, item: Item) -> None:
    import bmesh

    shape = bmesh.new()
    try:
        shape.loops.layers.uv.new("UVMap")
        _SHAPES[kind](shape, item)
        shape.to_mesh(mesh)
    finally:
        shape.free()
    mesh.update()


def _cube(shape: Any, item: Item) -> None:
    import bmesh

    bmesh.ops.create_cube(shape, size=item.get("size", 2.0), calc_uvs=True)


def _plane(shape: Any, item: Item) -> None:
    import bmesh

    # bmesh measures a grid by half its edge.
    bmesh.ops.create_grid(shape, x_segments=1, y_segments=1, size=item.get("size", 2.0) / 2, calc_uvs=True)


def _sphere(shape: Any, item: Item) -> None:
    import bmesh

    segments, rings = item.get("segments", 32), item.get("rings", 16)
    bmesh.ops.create_uvsphere(
        shape, u_segments=segments, v_segments=rings, radius=item.get("radius", 1.0), calc_uvs=True
    )


def _ico_sphere(shape: Any, item: Item) -> None:
    import bmesh

    bmesh.ops.create_icosphere(
        shape, subdivisions=item.get("subdivisions", 2), radius=item.get("radius", 1.0), calc_uvs=True
    )


def _cylinder(shape: Any, item: Item) -> None:
    radius = item.get("radius", 1.0)
    _tapered(shape, item, radius, radius)


def _cone(shape: Any, item: Item) -> None:
    _tapered(shape, item, item.get("radius", 1.0), item.get("radius2", 0.0))


def _tapered(shape: Any, item: Item, bottom: float, top: float) -> None:
    import bmesh

    bmesh.ops.create_cone(
        shape,
        cap_ends=True,
        segments=item.get("segments", 32),
        radius1=bottom,
        radius2=top,
        depth=item.get("depth", 2.0),
        calc_uvs=True,
    )


def _circle(shape: Any, item: Item) -> None:
    import bmesh

    bmesh.ops.create_circle(
        shape, cap_ends=True, segments=item.get("segments", 32), radius=item.get("radius", 1.0), calc_uvs=True
    )


def _torus(shape: Any, item: Item) -> None:
    """bmesh has none."""
    made = SHAPES["torus"](item)
    vertices = [shape.verts.new(point) for point in made.points]
    layer = shape.loops.layers.uv.active
    uvs = iter(made.uvs)
    for corners in made.faces:
        face = shape.faces.new([vertices[corner] for corner in corners])
        for loop, uv in zip(face.loops, uvs):
            loop[layer].uv = uv


_SHAPES = {
    "cube": _cube,
    "plane": _plane,
    "sphere": _sphere,
    "ico_sphere": _ico_sphere,
    "cylinder": _cylinder,
    "cone": _cone,
    "circle": _circle,
    "torus": _torus,
}
