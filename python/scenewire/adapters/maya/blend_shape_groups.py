"""Groups of blend shapes: blendShape nodes. A mesh can have several, one after the other."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.maya.blend_shapes import set_weight, shape_id, weight_of
from scenewire.adapters.maya.blend_targets import alias_of, base_of, blend_nodes, new_node, new_target, targets_of
from scenewire.adapters.maya.handles import Handle, Kind, delete, give_name, guard, handles, places, settle
from scenewire.adapters.maya.lacks import lacks_of
from scenewire.adapters.maya.metadata import METADATA
from scenewire.adapters.maya.nodes import find_typed, node_id
from scenewire.adapters.references import nearest
from scenewire.errors import InvalidParamsError


def _holds(path: str) -> bool:
    from maya import cmds

    return cmds.nodeType(path) == "blendShape" and base_of(path) is not None


GROUP = Kind("blend_shape_group", blend_nodes, _holds)


def _all(parent: str | None) -> list[Handle]:
    return handles(blend_nodes(find_typed(parent, "mesh").path if parent else None))


def _make(item: Item) -> Handle:
    mesh = find_typed(item.pop("mesh_id"), "mesh")
    guard([mesh])
    made = new_node(mesh.path, item.pop("name", None) or "blendShape")
    for name, weight in (item.pop("target_weights", None) or {}).items():
        set_weight(new_target(made, name), weight, "target_weights")
    return made


def _remove(groups: list[Handle]) -> list[str]:
    ids = [GROUP.id(group) for group in groups]
    delete([group.path for group in groups])
    return ids


def _weights(group: Handle, _job: Job) -> dict[str, float]:
    return {target.name: weight_of(target) for target in targets_of(group)}


def _set_weights(group: Handle, weights: dict[str, Any]) -> None:
    shapes = {target.name: target for target in targets_of(group)}
    for name, weight in weights.items():
        target = shapes.get(name) or shapes.get(alias_of(name))
        if target is None:
            raise InvalidParamsError(
                f"`{group.name}` has no shape `{name}`",
                {"path": f"target_weights.{name}", "expected": f"one of {', '.join(shapes)}"},
                nearest(name, shapes) or ["create_blend_shapes"],
            )
        set_weight(target, weight, f"target_weights.{name}")


FIELDS: dict[str, Field] = {
    "id": Field(lambda group, _job: GROUP.id(group)),
    "name": Field(lambda group, _job: group.name, give_name),
    "mesh_id": Field(lambda group, _job: node_id(base_of(group.path) or "")),
    "blend_shape_ids": Field(lambda group, _job: [shape_id(target) for target in targets_of(group)]),
    "target_weights": Field(_weights, _set_weights),
    **lacks_of("blend_shape_groups"),
    "metadata": METADATA,
}

BLEND_SHAPE_GROUPS = Entity(
    plural="blend_shape_groups",
    fields=FIELDS,
    make=_make,
    find=GROUP.find,
    all=_all,
    remove=_remove,
    guard=guard,
    settle=settle,
    places=places,
)
