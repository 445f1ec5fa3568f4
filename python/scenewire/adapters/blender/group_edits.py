"""Groups beyond CRUD: who lies in them, without saying again who does so far."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender.blocks import guard_of
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.groups import find_group, group_id, join, leave, members, nest, parent_of
from scenewire.adapters.blender.nodes import find_node
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.crud import blamed
from scenewire.adapters.fields import Item
from scenewire.adapters.group_rules import refuse_idle, refuse_same
from scenewire.errors import NotFoundError


def edit_groups(*, operation: str, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Puts nodes in, takes them out, moves them, or puts groups into groups; all is found before anything changes."""
    groups = [find_group(item["group_id"]) for item in items]
    targets = [find_group(item["target_group_id"]) if item.get("target_group_id") else None for item in items]
    nodes = [[find_node(one) for one in item["object_ids"]] if "object_ids" in item else None for item in items]
    for index, (group, target, item) in enumerate(zip(groups, targets, items)):
        with blamed(index):
            refuse_idle(operation, item)
            refuse_same(operation, item, target is None or target == group)
    guard_of("group")([group for group in (*groups, *targets) if group is not None])
    for index, (group, target, meant) in enumerate(zip(groups, targets, nodes)):
        with blamed(index):
            if operation == "nest":
                nest(group, group_id(target) if target is not None else None, "target_group_id")
            elif operation == "add":
                _add(group, meant or [])
            else:
                _take(group, list(group.objects) if meant is None else meant, target)
    settle()
    return {"items": [_told(group, target, operation) for group, target in zip(groups, targets)]}


def _add(group: Any, nodes: list[Any]) -> None:
    for node in nodes:
        join(group, node)


def _take(group: Any, nodes: list[Any], target: Any) -> None:
    """Takes nodes out of a group, into another one when there is one."""
    there = list(group.objects)
    for node in dict.fromkeys(nodes):
        if node not in there:
            raise NotFoundError(
                f"`{node.name}` does not lie in `{group.name}`",
                {"path": "object_ids", "got": node.name},
                [other.name for other in there[:5]],
            )
        if target is not None:
            join(target, node)
        leave(group, node)


def _told(group: Any, target: Any, operation: str) -> Item:
    told: Item = {"group_id": group_id(group), "object_ids": members(group), "parent_id": parent_of(group)}
    if operation == "move":
        told.update(target_group_id=group_id(target), target_object_ids=members(target))
    return told
