"""Subdivision surfaces: what a mesh says of how it is subdivided. How finely it is drawn says whoever draws it."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.references import the_only
from scenewire.adapters.usd import creases
from scenewire.adapters.usd.cages import cage_of
from scenewire.adapters.usd.components import ELEMENTS
from scenewire.adapters.usd.handles import Handle, guard, handle, places, settle
from scenewire.adapters.usd.identity import IDENTITY
from scenewire.adapters.usd.lacks import lacks_of
from scenewire.adapters.usd.metadata import METADATA_OF_ATTRIBUTES
from scenewire.adapters.usd.naming import checked_name, shown
from scenewire.adapters.usd.nodes import find_typed, node_id, node_type
from scenewire.adapters.usd.stage import STAGE
from scenewire.errors import ConflictError, InvalidParamsError

_KIND = "subdivision_surface"
_ATTRIBUTE = "subdivisionScheme"
_SCHEMES = {"catmull_clark": "catmullClark", "loop": "loop", "bilinear": "bilinear"}
_BOUNDARIES = {"none": "none", "edges": "edgeOnly", "all": "edgeAndCorner"}


class Subdivision(Handle):
    """The subdivision of a mesh, by the attribute that says its scheme."""

    __slots__ = ()

    @property
    def attribute(self) -> Any:
        """The attribute."""
        return STAGE.stage.GetAttributeAtPath(self.path)

    @property
    def mesh(self) -> Any:
        """The mesh that is subdivided."""
        from pxr import UsdGeom

        return UsdGeom.Mesh(STAGE.prim(self.path.GetPrimPath()))

    @property
    def owner(self) -> Handle:
        """The same, as a node."""
        return handle(self.mesh.GetPrim())

    @property
    def name(self) -> str:
        """What stands on the mesh is called as people are shown it."""
        return str(self.attribute.GetDisplayName() or "Subdivision")


def _is_subdivided(prim: Any) -> bool:
    return node_type(prim) == "mesh" and prim.GetAttribute(_ATTRIBUTE).Get() in _SCHEMES.values()


def _of(prim: Any) -> Subdivision:
    return Subdivision(IDENTITY.number(prim.GetPath().AppendProperty(_ATTRIBUTE)))


def _id(target: Subdivision) -> str:
    return IDENTITY.of(_KIND, target.path)


def _all(parent: str | None) -> list[Subdivision]:
    prims = [find_typed(parent, "mesh").prim] if parent else STAGE.prims()
    return [_of(prim) for prim in prims if _is_subdivided(prim)]


def _find(reference: str) -> Subdivision:
    number, looks_like = IDENTITY.find(_KIND, reference)
    if number is not None:
        found = Subdivision(number)
        if found.path.name == _ATTRIBUTE and _is_subdivided(found.owner.prim):
            return found
    if looks_like:
        raise IDENTITY.gone(_KIND, reference)
    every = _all(None)
    return the_only(
        "subdivision surface",
        reference,
        [one for one in every if one.name == reference],
        lambda one: {"id": _id(one), "name": reference, "mesh": shown(one.owner.prim)},
        lambda: (one.name for one in every),
    )


def _make(item: Item) -> Subdivision:
    prim = find_typed(item.pop("base_mesh_id"), "mesh").prim
    made = _of(prim)
    if _is_subdivided(prim):
        raise ConflictError(
            f"`{shown(prim)}` is subdivided already", {"path": "base_mesh_id", "id": _id(made)}, ["update it"]
        )
    item.setdefault("scheme", "catmull_clark")
    item.setdefault("boundary_interpolation", "all")
    return made


def _remove(targets: list[Subdivision]) -> list[str]:
    """What said how is gone with it, but for the creases, which are the mesh's."""
    from pxr import UsdGeom

    ids = [_id(target) for target in targets]
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
    "id": Field(lambda target, _job: _id(target)),
    "scheme": Field(_scheme, _set_scheme),
    "name": Field(
        lambda target, _job: target.name, lambda target, name: target.attribute.SetDisplayName(checked_name(name))
    ),
    "base_mesh_id": Field(lambda target, _job: node_id(target.owner.prim)),
    "crease_edges": Field(_creases, _set_creases),
    "boundary_interpolation": Field(
        _boundary, lambda target, word: target.mesh.CreateInterpolateBoundaryAttr().Set(_BOUNDARIES[word])
    ),
    **lacks_of("subdivision_surfaces"),
    "metadata": METADATA_OF_ATTRIBUTES,
}

SUBDIVISION_SURFACES = Entity(
    plural="subdivision_surfaces",
    fields=FIELDS,
    make=_make,
    find=_find,
    all=_all,
    remove=_remove,
    guard=lambda targets: guard([target.owner for target in targets]),
    settle=settle,
    places=places,
)
