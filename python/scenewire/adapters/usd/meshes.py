"""Meshes. Their arrays are read only when they are named, and travel as attachments."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.usd import blend_shapes, shape_forms, subsets
from scenewire.adapters.usd import mesh_arrays as arrays
from scenewire.adapters.usd.cages import revision
from scenewire.adapters.usd.components import ELEMENTS
from scenewire.adapters.usd.handles import Handle, guard
from scenewire.adapters.usd.lacks import lacks_of
from scenewire.adapters.usd.nodes import NODE_FIELDS, find_typed, new_node, node_entity
from scenewire.adapters.usd.stage import when
from scenewire.adapters.usd.uv_maps import of_mesh


def first_map(mesh: Any) -> str:
    """The primvar that `uvs` are: `st`, or what other programs call the only one."""
    return next((one.primvar for one in of_mesh(mesh.GetPrim())), "st")


def _uvs(mesh: Any) -> Any:
    return arrays.uvs(mesh, first_map(mesh))


_LAYERS: dict[str, Callable[[Any, Any], None]] = {
    "normals": arrays.set_normals,
    "uvs": lambda mesh, given: arrays.set_uvs(mesh, given, first_map(mesh)),
    "colors": arrays.set_colors,
}
_ARRAYS = ("vertices", "indices", "face_sizes", *_LAYERS)


def mesh_of(node: Handle) -> Any:
    """The mesh of a target."""
    from pxr import UsdGeom

    return UsdGeom.Mesh(node.prim)


def _make(item: Item) -> Handle:
    from pxr import UsdGeom

    made = new_node(item, "Mesh", "Mesh")
    mesh = mesh_of(made)
    # USD's default is a subdivision surface, which is not what a list of faces means.
    mesh.CreateSubdivisionSchemeAttr().Set(UsdGeom.Tokens.none)
    arrays.build(mesh, item.pop("vertices"), item.pop("indices", None), item.pop("face_sizes", None))
    return made


def _write_arrays(node: Handle, patch: Item) -> Item:
    """The geometry first, as one, then what lies on it."""
    mesh = mesh_of(node)
    given = {name: patch[name] for name in _ARRAYS if patch.get(name) is not None}
    _write_geometry(mesh, given)
    for name, write in _LAYERS.items():
        if name in given:
            write(mesh, given[name])
    return {name: value for name, value in patch.items() if name not in _ARRAYS}


def _write_geometry(mesh: Any, given: Item) -> None:
    if "indices" in given or "face_sizes" in given:
        vertices = given.get("vertices")
        points = mesh.GetPointsAttr().Get(when()) if vertices is None else vertices
        indices = given.get("indices")
        corners = mesh.GetFaceVertexIndicesAttr().Get(when()) if indices is None else indices
        before = arrays.counts(mesh)[0]
        subsets.drop(mesh)
        _drop_layers(mesh)
        arrays.build(mesh, points, corners, given.get("face_sizes"))
        if arrays.counts(mesh)[0] != before:
            for _, shape in blend_shapes.of_mesh(mesh.GetPrim()):
                shape_forms.clear(shape)
    elif "vertices" in given:
        points = arrays.vectors(given["vertices"], 3)
        count = arrays.counts(mesh)[0]
        if len(points) != count:
            from scenewire.errors import InvalidParamsError

            raise InvalidParamsError(
                f"the mesh has {count} vertices, and {len(points)} came: give `indices` too",
                {"path": "vertices", "expected": f"{count} rows", "got": len(points)},
            )
        mesh.GetPointsAttr().Set(points)
        arrays.measure(mesh)


def _drop_layers(mesh: Any) -> None:
    """Takes off what lay on the faces that were."""
    from pxr import UsdGeom

    mesh.GetPrim().RemoveProperty("normals")
    for primvar in UsdGeom.PrimvarsAPI(mesh).GetAuthoredPrimvars():
        if primvar.GetInterpolation() != UsdGeom.Tokens.constant:
            UsdGeom.PrimvarsAPI(mesh).RemovePrimvar(primvar.GetPrimvarName())


def _array(read: Callable[[Any], Any], dtype: str, width: int) -> Field:
    """A large field: sent beside the result, absent where the mesh has none."""

    def send(node: Handle, job: Job) -> Any:
        found = read(mesh_of(node))
        if found is None:
            return ABSENT
        shape = (len(found),) if width == 1 else (len(found), width)
        return job.attach(arrays.data(found), dtype, shape)

    return Field(send, lambda _node, _value: None, heavy=True)


def _faces(mesh: Any) -> Any:
    return mesh.GetFaceVertexCountsAttr().Get(when()) or arrays.numbers([])


def _count(place: int) -> Field:
    return Field(lambda node, _job: arrays.counts(mesh_of(node))[place])


MESH_FIELDS: dict[str, Field] = {
    **NODE_FIELDS,
    "vertices": _array(lambda mesh: mesh.GetPointsAttr().Get(when()) or arrays.vectors([], 3), "f4", 3),
    "indices": _array(lambda mesh: mesh.GetFaceVertexIndicesAttr().Get(when()) or arrays.numbers([]), "i4", 1),
    "face_sizes": _array(_faces, "i4", 1),
    "normals": _array(arrays.normals, "f4", 3),
    "uvs": _array(_uvs, "f4", 2),
    "colors": _array(arrays.colors, "f4", 4),
    "material_ids": Field(
        lambda node, _job: subsets.material_ids(mesh_of(node)),
        lambda node, ids: subsets.set_material_ids(mesh_of(node), ids),
    ),
    "material_id": Field(
        lambda node, _job: next(iter(subsets.material_ids(mesh_of(node))), None),
        lambda node, reference: subsets.set_material_id(mesh_of(node), reference),
    ),
    "face_materials": Field(
        lambda node, job: subsets.send_face_materials(mesh_of(node), job),
        lambda node, slots: subsets.set_face_materials(mesh_of(node), slots),
        heavy=True,
    ),
    **lacks_of("meshes"),
    "revision": Field(lambda node, _job: revision(mesh_of(node))),
    "vertex_count": _count(0),
    "edge_count": Field(lambda node, _job: arrays.edge_count(mesh_of(node))),
    "face_count": _count(2),
}

MESHES = node_entity("meshes", "mesh", MESH_FIELDS, _make, write_group=_write_arrays)


def assign_materials(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Gives meshes, or some of their faces, a material."""
    owners = [find_typed(item["mesh_id"], "mesh") for item in items]
    guard(owners)
    for owner, item in zip(owners, items):
        chosen = ELEMENTS.numbers_in(owner, "face", item.get("face_ids") or (), "face_ids")
        if item.get("face_ids") is None:
            subsets.set_material_ids(mesh_of(owner), [item["material_id"]] if item["material_id"] else [])
        else:
            subsets.set_material_of_faces(mesh_of(owner), set(chosen), item["material_id"])
    return {"items": MESHES.read(owners, None, job)}
