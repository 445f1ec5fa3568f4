"""UV maps: primvars of texture coordinates on a mesh."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.usd import mesh_arrays as arrays
from scenewire.adapters.usd.identity import IDENTITY
from scenewire.adapters.usd.mesh_attributes import Attributes, MeshAttribute
from scenewire.adapters.usd.naming import checked_name, identifier
from scenewire.adapters.usd.nodes import find_typed, node_id
from scenewire.adapters.usd.stage import STAGE

_KINDS = ("texCoord2f[]", "texCoord2d[]", "texCoord2h[]")


class UVMap(MeshAttribute):
    """One primvar of a mesh."""

    __slots__ = ()

    @property
    def primvar(self) -> str:
        """Its name as shaders say it."""
        return str(self.path.name[len("primvars:") :])

    @property
    def unnamed(self) -> str:
        """As shaders say it."""
        return self.primvar


def of_mesh(prim: Any) -> list[UVMap]:
    """The UV maps of a mesh: that which textures read when nobody says otherwise first."""
    from pxr import UsdGeom

    found = [one for one in UsdGeom.PrimvarsAPI(prim).GetAuthoredPrimvars() if str(one.GetTypeName()) in _KINDS]
    found.sort(key=lambda one: one.GetPrimvarName() != "st")
    return [UVMap(IDENTITY.number(one.GetAttr().GetPath())) for one in found]


UV_MAP = Attributes("uv_map", "UV map", of_mesh)


def _make(item: Item) -> UVMap:
    from pxr import Sdf, UsdGeom

    prim = find_typed(item.pop("mesh_id"), "mesh").prim
    name, primvar = _free(prim, item.pop("name", None) or "st")
    made = UsdGeom.PrimvarsAPI(prim).CreatePrimvar(
        primvar, Sdf.ValueTypeNames.TexCoord2fArray, UsdGeom.Tokens.faceVarying
    )
    path = made.GetAttr().GetPath()
    IDENTITY.forget(path)
    target = UVMap(IDENTITY.number(path))
    _show(target, name)
    return target


def _free(prim: Any, name: str, own: str = "") -> tuple[str, str]:
    """The name, and the primvar's, numbered when the mesh has them."""
    others = [one for one in of_mesh(prim) if one.primvar != own]
    labels, number, free = {one.name for one in others}, 0, checked_name(name)
    while free in labels:
        number += 1
        free = f"{name}_{number}"
    wanted = primvar = identifier(free)
    number = 0
    while primvar != own and prim.HasAttribute(f"primvars:{primvar}"):
        number += 1
        primvar = f"{wanted}_{number}"
    return free, primvar


def _show(target: UVMap, name: str) -> None:
    if target.primvar != name:
        target.attribute.SetDisplayName(name)
    elif target.attribute.HasAuthoredDisplayName():
        target.attribute.ClearDisplayName()


def _rename(target: UVMap, name: str) -> None:
    """The materials that read it by its name go on to look for the old one: they name it themselves."""
    from pxr import Usd

    name, primvar = _free(target.owner.prim, name, own=target.primvar)
    old = target.path
    new = old.ReplaceName(f"primvars:{primvar}")
    if new != old:
        for before, after in ((old, new), (_indices(old), _indices(new))):
            if STAGE.stage.GetAttributeAtPath(before):
                editor = Usd.NamespaceEditor(STAGE.stage)
                editor.MovePropertyAtPath(before, after)
                editor.ApplyEdits()
        IDENTITY.moved(old, new)
    _show(target, name)


def _indices(path: Any) -> Any:
    return path.ReplaceName(f"{path.name}:indices")


def _coordinates(target: UVMap, job: Job) -> Any:
    found = arrays.uvs(target.mesh, target.primvar, per_corner=True)
    if found is None:
        return ABSENT
    return job.attach(arrays.data(found), "f4", (len(found), 2))


def _remove(targets: list[UVMap]) -> list[str]:
    from pxr import UsdGeom

    ids = [UV_MAP.id(target) for target in targets]
    for target in targets:
        path = target.path
        UsdGeom.PrimvarsAPI(target.mesh).RemovePrimvar(target.primvar)
        IDENTITY.forget(path)
    return ids


#: In the order of writing.
FIELDS: dict[str, Field] = {
    "name": Field(lambda target, _job: target.name, _rename),
    "mesh_id": Field(lambda target, _job: node_id(target.owner.prim)),
    "channel": Field(lambda target, _job: of_mesh(target.owner.prim).index(target)),
    "coordinates": Field(
        _coordinates, lambda target, given: arrays.set_uvs(target.mesh, given, target.primvar), heavy=True
    ),
}

UV_MAPS = UV_MAP.entity(FIELDS, _make, _remove)
