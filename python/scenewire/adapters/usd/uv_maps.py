"""UV maps: primvars of texture coordinates on a mesh."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.references import the_only
from scenewire.adapters.usd import mesh_arrays as arrays
from scenewire.adapters.usd.handles import Handle, guard, handle, places, settle
from scenewire.adapters.usd.identity import IDENTITY
from scenewire.adapters.usd.lacks import lacks_of
from scenewire.adapters.usd.metadata import METADATA_OF_ATTRIBUTES
from scenewire.adapters.usd.naming import checked_name, identifier
from scenewire.adapters.usd.nodes import find_typed, node_id, node_type
from scenewire.adapters.usd.stage import STAGE

_KINDS = ("texCoord2f[]", "texCoord2d[]", "texCoord2h[]")


class UVMap(Handle):
    """One primvar of a mesh."""

    __slots__ = ()

    @property
    def attribute(self) -> Any:
        """The attribute."""
        return STAGE.stage.GetAttributeAtPath(self.path)

    @property
    def mesh(self) -> Any:
        """The mesh that it lies on."""
        from pxr import UsdGeom

        return UsdGeom.Mesh(STAGE.prim(self.path.GetPrimPath()))

    @property
    def primvar(self) -> str:
        """Its name as shaders say it."""
        return str(self.path.name[len("primvars:") :])

    @property
    def label(self) -> str:
        """Its name as people see it."""
        return str(self.attribute.GetDisplayName() or self.primvar)


def of_mesh(prim: Any) -> list[UVMap]:
    """The UV maps of a mesh: that which textures read when nobody says otherwise first."""
    from pxr import UsdGeom

    found = [one for one in UsdGeom.PrimvarsAPI(prim).GetAuthoredPrimvars() if str(one.GetTypeName()) in _KINDS]
    found.sort(key=lambda one: one.GetPrimvarName() != "st")
    return [UVMap(IDENTITY.number(one.GetAttr().GetPath())) for one in found]


def _all(parent: str | None) -> list[UVMap]:
    prims = [find_typed(parent, "mesh").prim] if parent else STAGE.prims()
    return [one for prim in prims if node_type(prim) == "mesh" for one in of_mesh(prim)]


def _id(target: UVMap) -> str:
    return IDENTITY.of("uv_map", target.path)


def _find(reference: str) -> UVMap:
    number, looks_like = IDENTITY.find("uv_map", reference)
    if number is not None and UVMap(number).path.IsPropertyPath() and UVMap(number).attribute:
        return UVMap(number)
    if looks_like:
        raise IDENTITY.gone("uv_map", reference)
    every = _all(None)
    return the_only(
        "UV map",
        reference,
        [one for one in every if one.label == reference],
        lambda one: {"id": _id(one), "name": reference, "path": str(one.path)},
        lambda: (one.label for one in every),
    )


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
    labels, number, free = {one.label for one in others}, 0, checked_name(name)
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

    name, primvar = _free(target.mesh.GetPrim(), name, own=target.primvar)
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

    ids = [_id(target) for target in targets]
    for target in targets:
        path = target.path
        UsdGeom.PrimvarsAPI(target.mesh).RemovePrimvar(target.primvar)
        IDENTITY.forget(path)
    return ids


#: In the order of writing.
FIELDS: dict[str, Field] = {
    "id": Field(lambda target, _job: _id(target)),
    "name": Field(lambda target, _job: target.label, _rename),
    "mesh_id": Field(lambda target, _job: node_id(target.mesh.GetPrim())),
    "channel": Field(lambda target, _job: of_mesh(target.mesh.GetPrim()).index(target)),
    "coordinates": Field(
        _coordinates, lambda target, given: arrays.set_uvs(target.mesh, given, target.primvar), heavy=True
    ),
    **lacks_of("uv_maps"),
    "metadata": METADATA_OF_ATTRIBUTES,
}

UV_MAPS = Entity(
    plural="uv_maps",
    fields=FIELDS,
    make=_make,
    find=_find,
    all=_all,
    remove=_remove,
    guard=lambda targets: guard([handle(target.mesh.GetPrim()) for target in targets]),
    settle=settle,
    places=places,
)
