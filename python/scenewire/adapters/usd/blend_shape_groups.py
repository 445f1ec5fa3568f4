"""Groups of blend shapes: all those of a mesh, which it names in one attribute."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.references import nearest
from scenewire.adapters.usd import blend_weights
from scenewire.adapters.usd.bindings import has_shapes
from scenewire.adapters.usd.blend_shapes import GROUP, SHAPE, add, name_all, of_mesh, remove_all
from scenewire.adapters.usd.handles import handle
from scenewire.adapters.usd.identity import IDENTITY
from scenewire.adapters.usd.mesh_attributes import NAME, Attributes, MeshAttribute
from scenewire.adapters.usd.naming import shown
from scenewire.adapters.usd.nodes import find_typed, node_id
from scenewire.errors import ConflictError, InvalidParamsError


class Group(MeshAttribute):
    """The shapes of a mesh, by the attribute that names their tokens."""

    __slots__ = ()
    unnamed = "Shapes"


def _of(prim: Any) -> list[Group]:
    return [_on(prim)] if has_shapes(prim) else []


def _on(prim: Any) -> Group:
    return Group(IDENTITY.number(prim.GetPath().AppendProperty(GROUP)))


SHAPE_GROUP = Attributes("blend_shape_group", "group of blend shapes", _of)


def _make(item: Item) -> Group:
    mesh = find_typed(item.pop("mesh_id"), "mesh")
    for there in _of(mesh.prim):
        raise ConflictError(
            f"`{shown(mesh.prim)}` has its group of shapes already, `{there.name}`",
            {"path": "mesh_id", "id": SHAPE_GROUP.id(there)},
            ["create_blend_shapes adds to it", "update_blend_shape_groups"],
        )
    name_all(mesh, [])
    for name in item.get("target_weights") or {}:
        add(mesh, name)
    return _on(mesh.prim)


def _remove(groups: list[Group]) -> list[str]:
    ids = [SHAPE_GROUP.id(group) for group in groups]
    for group in groups:
        remove_all(group.owner)
    return ids


def _shapes(group: Group) -> dict[str, str]:
    """Tokens by the names of the shapes that follow them."""
    return {shown(shape): token for token, shape in of_mesh(group.owner.prim)}


def _weights(group: Group, _job: Job) -> dict[str, float]:
    prim = group.owner.prim
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
    blend_weights.set_weights(group.owner, {shapes[name]: weight for name, weight in weights.items()})


#: In the order of writing.
FIELDS: dict[str, Field] = {
    "name": NAME,
    "mesh_id": Field(lambda group, _job: node_id(group.owner.prim)),
    "blend_shape_ids": Field(lambda group, _job: [SHAPE.id(handle(shape)) for _, shape in of_mesh(group.owner.prim)]),
    "target_weights": Field(_weights, _set_weights),
}

BLEND_SHAPE_GROUPS = SHAPE_GROUP.entity(FIELDS, _make, _remove)
