"""Meshes. Their arrays are read only when they are named, and travel as attachments."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Callable
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.maya import mesh_arrays as arrays
from scenewire.adapters.maya import mesh_materials as materials
from scenewire.adapters.maya.attributes import get, put
from scenewire.adapters.maya.handles import Handle
from scenewire.adapters.maya.lacks import lacks_of
from scenewire.adapters.maya.mesh_arrays import mesh_of
from scenewire.adapters.maya.mesh_tangents import tangents_of
from scenewire.adapters.maya.nodes import NODE_FIELDS, RENDER_STATS, new_node, node_entity, shape_named, shape_switch

_LAYERS: dict[str, Callable[[str, Any], None]] = {
    "normals": arrays.set_normals,
    "uvs": lambda path, given: arrays.set_uvs(path, given, mesh_of(path).currentUVSetName()),
    "colors": arrays.set_colors,
}
_ARRAYS = ("vertices", "indices", "face_sizes", *_LAYERS)

#: Attributes of a shape that are the artist's, how it is rendered and shown smooth.
_OF_SHAPES = (
    *RENDER_STATS.values(), "displaySmoothMesh", "smoothLevel", "useSmoothPreviewForRender", "renderSmoothLevel",
    "useGlobalSmoothDrawType", "smoothDrawType", "osdVertBoundary", "boundaryRule",
)  # fmt: skip


def _make(item: Item) -> Handle:
    made = new_node(item, "Mesh")
    arrays.build(made.path, item.pop("vertices"), item.pop("indices", None), item.pop("face_sizes", None))
    return made


def _write_arrays(node: Handle, patch: Item) -> Item:
    """The geometry first, as one, then what lies on it, then who wears which material."""
    path = node.path
    given = {name: patch[name] for name in _ARRAYS if patch.get(name) is not None}
    _write_geometry(node, given)
    if patch.get("smooth") is not None:
        # Before normals, which say more.
        _set_smooth(node, patch["smooth"])
    for name, write in _LAYERS.items():
        if name in given:
            write(path, given[name])
    rest = {name: value for name, value in patch.items() if name not in (*_ARRAYS, "smooth")}
    if rest.get("material_ids") is not None:
        materials.set_materials(path, rest.pop("material_ids"), rest.pop("face_materials", None))
    return rest


def _write_geometry(node: Handle, given: Item) -> None:
    path = node.path
    if "indices" in given or "face_sizes" in given:
        arrays.refuse_history(shape_named(path))
        mesh = mesh_of(path)
        points = given["vertices"] if "vertices" in given else arrays.points_of(mesh)
        corners = given["indices"] if "indices" in given else arrays.corners_of(mesh)[1]
        first = materials.material_ids(path)[:1]
        rebuild(path, points, corners, given.get("face_sizes"))
        materials.set_materials(path, first)
    elif "vertices" in given:
        arrays.set_points(path, given["vertices"])


def rebuild(path: str, points: Any, corners: Any, sizes: Any) -> None:
    """Gives a node that shows a mesh another one, shown as the one before."""
    said = {name: get(shape_named(path), name) for name in _OF_SHAPES}
    arrays.build(path, points, corners, sizes)
    for attribute, value in said.items():
        put(shape_named(path), attribute, value)


def _array(read: Callable[[Any], Any], dtype: str, width: int) -> Field:
    """A large field: sent beside the result, absent where the mesh has none."""

    def send(node: Handle, job: Job) -> Any:
        found = read(mesh_of(node.path))
        if found is None:
            return ABSENT
        shape = (len(found),) if width == 1 else (len(found) // width, width)
        return job.attach(found, dtype, shape)

    return Field(send, lambda _node, _value: None, heavy=True)


def _numbers(place: int) -> Callable[[Any], Any]:
    """Corners of each face, or the vertices of all corners."""
    return lambda mesh: array("i", arrays.corners_of(mesh)[place])


def revision(mesh: Any) -> str:
    """What changes with the topology: a checksum of it."""
    counts, connects = arrays.corners_of(mesh)
    checksum = zlib.crc32(array("i", connects))
    return f"{mesh.numVertices}-{zlib.crc32(array('i', counts), checksum):08x}"


def _smooth(node: Handle, _job: Any) -> Any:
    mesh = mesh_of(node.path)
    found = {bool(mesh.isEdgeSmooth(edge)) for edge in range(mesh.numEdges)}
    return ABSENT if len(found) > 1 else found == {True}


def _set_smooth(node: Handle, smooth: bool) -> None:
    """All edges soft or hard; normals that were locked are Maya's own again."""
    from maya import cmds

    cmds.polyNormalPerVertex(node.path, unFreezeNormal=True)
    cmds.polySoftEdge(node.path, angle=180 if smooth else 0, constructionHistory=False)


def _count(name: str) -> Field:
    return Field(lambda node, _job: int(getattr(mesh_of(node.path), name)))


MESH_FIELDS: dict[str, Field] = {
    **NODE_FIELDS,
    **{name: shape_switch(name, attribute) for name, attribute in RENDER_STATS.items()},
    "vertices": _array(arrays.points_of, "f4", 3),
    "indices": _array(_numbers(1), "i4", 1),
    "face_sizes": _array(_numbers(0), "i4", 1),
    "normals": _array(arrays.normals_of, "f4", 3),
    "uvs": _array(lambda mesh: arrays.uvs_of(mesh, mesh.currentUVSetName()), "f4", 2),
    "colors": _array(arrays.colors_of, "f4", 4),
    "material_ids": Field(
        lambda node, _job: materials.material_ids(node.path),
        lambda node, ids: materials.set_materials(node.path, ids),
    ),
    "material_id": Field(
        lambda node, _job: next(iter(materials.material_ids(node.path)), None),
        lambda node, reference: materials.set_material_id(node.path, reference),
    ),
    "face_materials": Field(
        lambda node, job: materials.send_face_materials(node.path, job),
        lambda node, slots: materials.set_face_materials(node.path, slots),
        heavy=True,
    ),
    "smooth": Field(_smooth, _set_smooth),
    "tangents": _array(tangents_of, "f4", 4),
    **lacks_of("meshes"),
    "revision": Field(lambda node, _job: revision(mesh_of(node.path))),
    "vertex_count": _count("numVertices"),
    "edge_count": _count("numEdges"),
    "face_count": _count("numPolygons"),
}

MESHES = node_entity("meshes", "mesh", MESH_FIELDS, _make, write_group=_write_arrays)
