"""Meshes: static mesh actors, whose static mesh is an asset in the Content Browser. Ours lie in `/Game/Scenewire`.

A mesh that somebody else made, or that several actors show, is not changed: the actor gets one of its own. Deleting an
actor leaves its asset, as the editor does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.unreal import assets, mesh_data
from scenewire.adapters.unreal.attributes import switch
from scenewire.adapters.unreal.lacks import lacks_of
from scenewire.adapters.unreal.materials import find_material, material_id, worn_by
from scenewire.adapters.unreal.mesh_data import Geometry
from scenewire.adapters.unreal.nodes import NODE_FIELDS, every, find_typed, name_of, node_entity, node_type, spawn
from scenewire.adapters.unreal.undo import UNDO
from scenewire.errors import InvalidParamsError, NotSupportedError

#: Where meshes go that are made here.
_FOLDER = f"{assets.FOLDER}/Meshes"
_ARRAYS = ("vertices", "indices", "face_sizes", "uvs")


def component_of(actor: Any) -> Any:
    """What shows the mesh."""
    return actor.get_editor_property("static_mesh_component")


def asset_of(actor: Any) -> Any:
    """The static mesh that an actor shows, or None."""
    return component_of(actor).get_editor_property("static_mesh")


def own_assets() -> list[Any]:
    """What of ours the level's meshes are and wear."""
    shown = [actor for actor in every() if node_type(actor) == "mesh"]
    worn = [one for actor in shown for one in worn_by(actor)]
    found = dict.fromkeys([*map(asset_of, shown), *worn])
    return [one for one in found if one is not None and assets.path_of(one).startswith(f"{assets.FOLDER}/")]


def _is_ours(mesh: Any) -> bool:
    return assets.path_of(mesh).startswith(f"{_FOLDER}/")


def _make(item: Item) -> Any:
    import unreal

    geometry = mesh_data.checked(item.pop("vertices"), item.pop("indices", None), item.pop("face_sizes", None))
    if item.get("uvs") is not None:
        geometry.uvs = mesh_data.spread_uvs(geometry, item.pop("uvs"))
    made = spawn(item, unreal.StaticMeshActor, "Mesh")
    component_of(made).set_editor_property("static_mesh", _new_asset(name_of(made), geometry))
    return made


def _new_asset(name: str, geometry: Geometry) -> Any:
    """With one slot for a material, which is empty."""
    import unreal

    made = assets.create(f"SM_{name}", _FOLDER, unreal.StaticMesh, None)
    made.add_material(None)
    mesh_data.build(made, geometry)
    return made


def _write_arrays(actor: Any, patch: Item) -> Item:
    """The geometry, as one."""
    given = {name: patch[name] for name in _ARRAYS if patch.get(name) is not None}
    if given:
        _put(actor, _wanted(mesh_data.read(asset_of(actor)), given))
    return {name: value for name, value in patch.items() if name not in _ARRAYS}


def _wanted(now: Geometry, given: Item) -> Geometry:
    if "indices" in given or "face_sizes" in given:
        # Texture coordinates lay on the triangles that were.
        points, indices = given.get("vertices", now.points), given.get("indices", now.corners)
        wanted = mesh_data.checked(points, indices, given.get("face_sizes"))
    else:
        points = mesh_data.numbers(given["vertices"], "f") if "vertices" in given else now.points
        if len(points) != len(now.points):
            raise InvalidParamsError(
                f"the mesh has {now.vertex_count} vertices, and {len(points) // 3} came: give `indices` too",
                {"path": "vertices", "expected": f"{now.vertex_count} rows", "got": len(points) // 3},
            )
        wanted = Geometry(points, now.corners, now.uvs)
    if "uvs" in given:
        wanted.uvs = mesh_data.spread_uvs(wanted, given["uvs"])
    return wanted


def _put(actor: Any, wanted: Geometry) -> None:
    mesh = asset_of(actor)
    others = [one for one in every() if one != actor and node_type(one) == "mesh" and asset_of(one) == mesh]
    if mesh is None or others or not _is_ours(mesh):
        component_of(actor).set_editor_property("static_mesh", _new_asset(name_of(actor), wanted))
        return
    before = mesh_data.read(mesh)
    mesh_data.build(mesh, wanted)
    UNDO.beside(lambda: mesh_data.build(mesh, before), lambda: mesh_data.build(mesh, wanted))


def _array(read: Callable[[Geometry], Any], dtype: str, width: int) -> Field:
    """A large field: sent beside the result."""

    def send(actor: Any, job: Job) -> Any:
        found = read(mesh_data.read(asset_of(actor)))
        if found is None:
            return ABSENT
        return job.attach(found, dtype, (len(found),) if width == 1 else (len(found) // width, width))

    return Field(send, lambda _actor, _value: None, heavy=True)


def _sizes(geometry: Geometry) -> Any:
    return mesh_data.numbers([3] * geometry.face_count, "i")


def _measure(read: Callable[[Geometry], Any]) -> Field:
    return Field(lambda actor, _job: read(mesh_data.read(asset_of(actor))))


def _material_ids(actor: Any, _job: Any = None) -> list[str]:
    return [material_id(one) for one in worn_by(actor)]


def _wear(actor: Any, references: list[str]) -> None:
    """Over what its asset has: other actors show that too."""
    if len(references) > 1:
        raise NotSupportedError(
            "a mesh with several materials is not written for Unreal yet",
            {"path": "material_ids", "expected": "one material", "got": references},
        )
    found = [find_material(reference) for reference in references]
    component_of(actor).set_editor_property("override_materials", found)


def assign_materials(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Gives meshes a material."""
    owners = [find_typed(item["mesh_id"], "mesh") for item in items]
    for owner, item in zip(owners, items):
        if item.get("face_ids") is not None:
            raise NotSupportedError("materials of single faces are not written for Unreal yet", {"path": "face_ids"})
        _wear(owner, [item["material_id"]] if item["material_id"] else [])
    return {"items": MESHES.read(owners, None, job)}


MESH_FIELDS: dict[str, Field] = {
    **NODE_FIELDS,
    "vertices": _array(lambda geometry: geometry.points, "f4", 3),
    "indices": _array(lambda geometry: geometry.corners, "i4", 1),
    "face_sizes": _array(_sizes, "i4", 1),
    "uvs": _array(lambda geometry: geometry.uvs or None, "f4", 2),
    "material_ids": Field(_material_ids, _wear),
    "material_id": Field(
        lambda actor, _job: next(iter(_material_ids(actor)), None),
        lambda actor, reference: _wear(actor, [reference] if reference else []),
    ),
    **lacks_of("meshes"),
    "cast_shadow": switch(component_of, "cast_shadow"),
    "revision": _measure(Geometry.revision),
    "vertex_count": _measure(lambda geometry: geometry.vertex_count),
    "edge_count": _measure(Geometry.edge_count),
    "face_count": _measure(lambda geometry: geometry.face_count),
}

MESHES = node_entity("meshes", "mesh", MESH_FIELDS, _make, write_group=_write_arrays)
