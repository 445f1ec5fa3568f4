"""UV maps: UV sets of a mesh. One stays the same while it is called otherwise: Maya keeps each under a number."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.maya import mesh_arrays as arrays
from scenewire.adapters.maya.handles import Handle, guard, settle
from scenewire.adapters.maya.identity import IDENTITY, missing, parsed
from scenewire.adapters.maya.lacks import lacks_of
from scenewire.adapters.maya.naming import checked_name, identifier
from scenewire.adapters.maya.nodes import NODE, all_nodes, find_typed, shape_named
from scenewire.adapters.references import nearest, the_only
from scenewire.errors import ConflictError


class UVMap:
    """One UV set, by the number under which its mesh keeps it."""

    __slots__ = ("index", "mesh")

    def __init__(self, mesh: Handle, index: int) -> None:
        self.mesh = mesh
        self.index = index

    @property
    def path(self) -> str:
        """The mesh's path."""
        return self.mesh.path

    @property
    def name(self) -> str:
        """Its name."""
        return _sets(self.mesh)[self.index]

    @property
    def number(self) -> int:
        """What stays with it in this process."""
        return IDENTITY.part(self.mesh.uuid, f"uv{self.index}")


def _sets(mesh: Handle) -> dict[int, str]:
    """The UV sets of a mesh by their numbers."""
    from maya import cmds

    shape = shape_named(mesh.path)
    names = cmds.polyUVSet(shape, query=True, allUVSets=True) or ()
    indices = cmds.polyUVSet(shape, query=True, allUVSetsIndices=True) or ()
    return {int(index): str(name) for index, name in zip(indices, names)}


def of_mesh(mesh: Handle) -> list[UVMap]:
    """The UV sets of a mesh that have coordinates, or a name that somebody gave."""
    return [UVMap(mesh, index) for index in _sets(mesh)]


def _all(parent: str | None) -> list[UVMap]:
    meshes = [find_typed(parent, "mesh")] if parent else all_nodes("mesh", None)
    return [one for mesh in meshes for one in of_mesh(mesh)]


def uv_map_id(target: UVMap) -> str:
    """The id of a UV set."""
    return f"{IDENTITY.of('uv_map', target.mesh.uuid)}_{target.number}"


def _find(reference: str) -> UVMap:
    from maya import cmds

    known = parsed("uv_map", reference)
    if known is not None:
        uuid, number = known
        if number is not None and cmds.ls(uuid):
            mesh = Handle(uuid)
            there = {f"uv{index}" for index in _sets(mesh)}
            where = next((where for where in IDENTITY.wheres(uuid, number) if where in there), None)
            if where is not None:
                return UVMap(mesh, int(where[2:]))
        raise missing("uv_map", reference, [])
    every = _all(None)
    found = [one for one in every if one.name in (reference, identifier(reference))]
    if not found:
        raise missing("uv_map", reference, nearest(reference, (one.name for one in every)))
    return the_only(
        "UV map", reference, found, lambda one: {"id": uv_map_id(one), "name": one.name, "path": one.path}, tuple
    )


def _make(item: Item) -> UVMap:
    from maya import cmds

    mesh = find_typed(item.pop("mesh_id"), "mesh")
    guard([mesh])
    before = _sets(mesh)
    name = _free(checked_name(item.pop("name", None) or "map1"), set(before.values()))
    cmds.polyUVSet(shape_named(mesh.path), create=True, uvSet=name)
    (index,) = set(_sets(mesh)) - set(before)
    IDENTITY.new_part(mesh.uuid, f"uv{index}")
    return UVMap(mesh, index)


def _free(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    return next(f"{name}{number}" for number in range(1, len(taken) + 2) if f"{name}{number}" not in taken)


def _rename(target: UVMap, name: str) -> None:
    from maya import cmds

    others = {other for index, other in _sets(target.mesh).items() if index != target.index}
    wanted = _free(checked_name(name), others)
    if wanted != target.name:
        cmds.polyUVSet(shape_named(target.path), rename=True, uvSet=target.name, newUVSet=wanted)


def _active(target: UVMap, _job: Any) -> bool:
    return bool(arrays.mesh_of(target.path).currentUVSetName() == target.name)


def _set_active(target: UVMap, active: bool) -> None:
    from maya import cmds

    if active:
        cmds.polyUVSet(shape_named(target.path), currentUVSet=True, uvSet=target.name)
    elif _active(target, None):
        raise ConflictError("one UV set of a mesh is the current one: make another one active", {"path": "active"})


def _coordinates(target: UVMap, job: Job) -> Any:
    found = arrays.uvs_of(arrays.mesh_of(target.path), target.name)
    return ABSENT if found is None else job.attach(found, "f4", (len(found) // 2, 2))


def _remove(targets: list[UVMap]) -> list[str]:
    """The first UV set of a mesh is Maya's own, and stays."""
    from maya import cmds

    ids = [uv_map_id(target) for target in targets]
    for target in targets:
        if target.index == min(_sets(target.mesh)):
            raise ConflictError(
                f"`{target.name}` is the default UV set of `{target.mesh.name}`, which Maya does not delete",
                {"path": "ids", "id": uv_map_id(target)},
                [f'clear it: cmds.polyMapDel("{target.path}.map[*]")'],
            )
    for target in targets:
        cmds.polyUVSet(shape_named(target.path), delete=True, uvSet=target.name)
    return ids


#: In the order of writing.
FIELDS: dict[str, Field] = {
    "id": Field(lambda target, _job: uv_map_id(target)),
    "name": Field(lambda target, _job: target.name, _rename),
    "mesh_id": Field(lambda target, _job: NODE.id(target.mesh)),
    "channel": Field(lambda target, _job: list(_sets(target.mesh)).index(target.index)),
    "coordinates": Field(
        _coordinates,
        lambda target, given: arrays.set_uvs(target.path, given, target.name, "coordinates"),
        heavy=True,
    ),
    "active": Field(_active, _set_active),
    **lacks_of("uv_maps"),
}

UV_MAPS = Entity(
    plural="uv_maps",
    fields=FIELDS,
    make=_make,
    find=_find,
    all=_all,
    remove=_remove,
    guard=lambda targets: guard([target.mesh for target in targets]),
    settle=settle,
    places=lambda targets: [[IDENTITY.place(target.mesh.uuid), target.number] for target in targets],
)
