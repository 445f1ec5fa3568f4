"""Subdivision surfaces: what a mesh says of how it is subdivided. How finely it is drawn says whoever draws it."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.usd import creases
from scenewire.adapters.usd.cages import cage_of
from scenewire.adapters.usd.components import ELEMENTS
from scenewire.adapters.usd.identity import IDENTITY
from scenewire.adapters.usd.mesh_attributes import NAME, Attributes, MeshAttribute
from scenewire.adapters.usd.naming import shown
from scenewire.adapters.usd.nodes import find_typed, node_id
from scenewire.errors import ConflictError, InvalidParamsError

_ATTRIBUTE = "subdivisionScheme"
_SCHEMES = {"catmull_clark": "catmullClark", "loop": "loop", "bilinear": "bilinear"}
_BOUNDARIES = {"none": "none", "edges": "edgeOnly", "all": "edgeAndCorner"}


class Subdivision(MeshAttribute):
    """The subdivision of a mesh, by the attribute that says its scheme."""

    __slots__ = ()
    unnamed = "Subdivision"


def _of(prim: Any) -> list[Subdivision]:
    return [_on(prim)] if prim.GetAttribute(_ATTRIBUTE).Get() in _SCHEMES.values() else []


def _on(prim: Any) -> Subdivision:
    return Subdivision(IDENTITY.number(prim.GetPath().AppendProperty(_ATTRIBUTE)))


SUBDIVISION = Attributes("subdivision_surface", "subdivision surface", _of)


def _make(item: Item) -> Subdivision:
    prim = find_typed(item.pop("base_mesh_id"), "mesh").prim
    made = _on(prim)
    if _of(prim):
        raise ConflictError(
            f"`{shown(prim)}` is subdivided already",
            {"path": "base_mesh_id", "id": SUBDIVISION.id(made)},
            ["update it"],
        )
    item.setdefault("scheme", "catmull_clark")
    item.setdefault("boundary_interpolation", "all")
    return made


def _remove(targets: list[Subdivision]) -> list[str]:
    """What said how is gone with it, but for the creases, which are the mesh's."""
    from pxr import UsdGeom

    ids = [SUBDIVISION.id(target) for target in targets]
    for target in targets:
        path = target.path
        target.mesh.GetPrim().RemoveProperty("interpolateBoundary")
        target.mesh.GetPrim().RemoveProperty(_ATTRIBUTE)
        target.mesh.CreateSubdivisionSchemeAttr().Set(UsdGeom.Tokens.none)
        IDENTITY.forget(path)
    return ids


def _set_scheme(target: Subdivision, word: str) -> None:
    sizes = cage_of(target.owner).sizes
    if word == "loop" and any(size != 3 for size in sizes):
        raise InvalidParamsError(
            f"Loop's scheme divides triangles alone, and `{shown(target.owner.prim)}` has other faces",
            {"path": "scheme", "got": word, "expected": "catmull_clark or bilinear, or a mesh of triangles"},
        )
    target.mesh.CreateSubdivisionSchemeAttr().Set(_SCHEMES[word])


def _scheme(target: Subdivision, _job: Job) -> str:
    theirs = target.attribute.Get()
    return next(word for word, scheme in _SCHEMES.items() if scheme == theirs)


def _boundary(target: Subdivision, _job: Job) -> str:
    theirs = target.mesh.GetInterpolateBoundaryAttr().Get()
    return next(word for word, boundary in _BOUNDARIES.items() if boundary == theirs)


def _creases(target: Subdivision, _job: Job) -> list[Item]:
    owner, there = target.owner, creases.read(target.mesh)
    numbers = cage_of(owner).numbers
    return ELEMENTS.creases_told(owner, dict(sorted((numbers[edge], there[edge]) for edge in there.keys() & numbers)))


def _set_creases(target: Subdivision, given: list[Item]) -> None:
    ends = cage_of(target.owner).edges
    told = ELEMENTS.creases_given(target.owner, given)
    creases.write(target.mesh, {frozenset(ends[edge]): weight for edge, weight in told.items()})


#: In the order of writing.
FIELDS: dict[str, Field] = {
    "scheme": Field(_scheme, _set_scheme),
    "name": NAME,
    "base_mesh_id": Field(lambda target, _job: node_id(target.owner.prim)),
    "crease_edges": Field(_creases, _set_creases),
    "boundary_interpolation": Field(
        _boundary, lambda target, word: target.mesh.CreateInterpolateBoundaryAttr().Set(_BOUNDARIES[word])
    ),
}

SUBDIVISION_SURFACES = SUBDIVISION.entity(FIELDS, _make, _remove)
