"""Groups of blend shapes: all those of a mesh, which it names in one attribute."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.references import nearest, the_only
from scenewire.adapters.usd import blend_weights
from scenewire.adapters.usd.bindings import has_shapes
from scenewire.adapters.usd.blend_shapes import GROUP, SHAPE, add, name_all, of_mesh, remove_all
from scenewire.adapters.usd.handles import Handle, guard, handle, places, settle
from scenewire.adapters.usd.identity import IDENTITY
from scenewire.adapters.usd.lacks import lacks_of
from scenewire.adapters.usd.metadata import METADATA_OF_ATTRIBUTES
from scenewire.adapters.usd.naming import checked_name, shown
from scenewire.adapters.usd.nodes import find_typed, node_id, node_type
from scenewire.adapters.usd.stage import STAGE
from scenewire.errors import ConflictError, InvalidParamsError

_KIND = "blend_shape_group"


class Group(Handle):
    """The shapes of a mesh, by the attribute that names their tokens."""

    __slots__ = ()

    @property
    def attribute(self) -> Any:
        """The attribute."""
        return STAGE.stage.GetAttributeAtPath(self.path)

    @property
    def mesh(self) -> Handle:
        """The mesh that has them."""
        return handle(STAGE.prim(self.path.GetPrimPath()))

    @property
    def name(self) -> str:
        """What stands on the mesh is called as people are shown it."""
        return str(self.attribute.GetDisplayName() or "Shapes")


def _of(prim: Any) -> Group:
    return Group(IDENTITY.number(prim.GetPath().AppendProperty(GROUP)))


def _id(group: Group) -> str:
    return IDENTITY.of(_KIND, group.path)


def _all(parent: str | None) -> list[Group]:
    prims = [find_typed(parent, "mesh").prim] if parent else STAGE.prims()
    return [_of(prim) for prim in prims if node_type(prim) == "mesh" and has_shapes(prim)]


def _find(reference: str) -> Group:
    number, looks_like = IDENTITY.find(_KIND, reference)
    if number is not None:
        found = Group(number)
        if found.path.name == GROUP and has_shapes(found.mesh.prim):
            return found
    if looks_like:
        raise IDENTITY.gone(_KIND, reference)
    every = _all(None)
    return the_only(
        "group of blend shapes",
        reference,
        [group for group in every if group.name == reference],
        lambda group: {"id": _id(group), "name": reference, "mesh": shown(group.mesh.prim)},
        lambda: (group.name for group in every),
    )


def _make(item: Item) -> Group:
    mesh = handle(find_typed(item.pop("mesh_id"), "mesh").prim)
    if has_shapes(mesh.prim):
        there = _of(mesh.prim)
        raise ConflictError(
            f"`{shown(mesh.prim)}` has its group of shapes already, `{there.name}`",
            {"path": "mesh_id", "id": _id(there)},
            ["create_blend_shapes adds to it", "update_blend_shape_groups"],
        )
    name_all(mesh, [])
    for name in item.get("target_weights") or {}:
        add(mesh, name)
    return _of(mesh.prim)


def _remove(groups: list[Group]) -> list[str]:
    ids = [_id(group) for group in groups]
    for group in groups:
        remove_all(group.mesh)
    return ids


def _shapes(group: Group) -> dict[str, str]:
    """Tokens by the names of the shapes that follow them."""
    return {shown(shape): token for token, shape in of_mesh(group.mesh.prim)}


def _weights(group: Group, _job: Job) -> dict[str, float]:
    prim = group.mesh.prim
    return {name: blend_weights.weight_of(prim, token) for name, token in _shapes(group).items()}


def _set_weights(group: Group, weights: dict[str, float]) -> None:
    shapes = _shapes(group)
    for name in weights:
        if name not in shapes:
            raise InvalidParamsError(
                f"`{group.name}` has no shape `{name}`",
                {"path": f"target_weights.{name}", "expected": f"one of {', '.join(shapes)}"},
                nearest(name, shapes) or ["create_blend_shapes"],
            )
    blend_weights.set_weights(group.mesh, {shapes[name]: weight for name, weight in weights.items()})


#: In the order of writing.
FIELDS: dict[str, Field] = {
    "id": Field(lambda group, _job: _id(group)),
    "name": Field(
        lambda group, _job: group.name, lambda group, name: group.attribute.SetDisplayName(checked_name(name))
    ),
    "mesh_id": Field(lambda group, _job: node_id(group.mesh.prim)),
    "blend_shape_ids": Field(lambda group, _job: [SHAPE.id(handle(shape)) for _, shape in of_mesh(group.mesh.prim)]),
    "target_weights": Field(_weights, _set_weights),
    **lacks_of("blend_shape_groups"),
    "metadata": METADATA_OF_ATTRIBUTES,
}

BLEND_SHAPE_GROUPS = Entity(
    plural="blend_shape_groups",
    fields=FIELDS,
    make=_make,
    find=_find,
    all=_all,
    remove=_remove,
    guard=lambda groups: guard([group.mesh for group in groups]),
    settle=settle,
    places=places,
)
