"""Groups beyond CRUD: who lies in them, without saying again who does so far."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.crud import blamed
from scenewire.adapters.fields import Item, write_fields
from scenewire.adapters.group_rules import refuse_idle, refuse_same
from scenewire.adapters.usd.groups import FIELDS, GROUP, members, set_members
from scenewire.adapters.usd.handles import Handle, guard
from scenewire.adapters.usd.naming import shown
from scenewire.adapters.usd.nodes import find_node, node_id
from scenewire.errors import NotFoundError


def edit_groups(*, operation: str, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Puts nodes in, takes them out, moves them, or puts groups into groups; all is found before anything changes."""
    groups = [GROUP.find(item["group_id"]) for item in items]
    targets = [GROUP.find(item["target_group_id"]) if item.get("target_group_id") else None for item in items]
    nodes = [[find_node(one).prim for one in item["object_ids"]] if "object_ids" in item else None for item in items]
    for index, (group, target, item) in enumerate(zip(groups, targets, items)):
        with blamed(index):
            refuse_idle(operation, item)
            refuse_same(operation, item, target is None or target == group)
    guard([group for group in (*groups, *targets) if group is not None])
    for index, (group, target, meant) in enumerate(zip(groups, targets, nodes)):
        with blamed(index):
            if operation == "nest":
                write_fields(FIELDS, group, {"parent_id": GROUP.id(target) if target is not None else None})
            elif operation == "add":
                _join(group, meant or [])
            else:
                _take(group, members(group.prim) if meant is None else meant, target)
    return {"items": [_told(group, target, operation, job) for group, target in zip(groups, targets)]}


def _join(group: Handle, nodes: list[Any]) -> None:
    there = members(group.prim)
    set_members(group.prim, [*there, *(node for node in dict.fromkeys(nodes) if node not in there)])


def _take(group: Handle, nodes: list[Any], target: Handle | None) -> None:
    """Takes nodes out of a group, into another one when there is one."""
    there = members(group.prim)
    for node in nodes:
        if node not in there:
            raise NotFoundError(
                f"`{shown(node)}` does not lie in `{shown(group.prim)}`",
                {"path": "object_ids", "got": shown(node)},
                [shown(other) for other in there[:5]],
            )
    if target is not None:
        _join(target, nodes)
    set_members(group.prim, [node for node in there if node not in nodes])


def _told(group: Handle, target: Handle | None, operation: str, job: Job) -> Item:
    told: Item = {
        "group_id": GROUP.id(group),
        "object_ids": [node_id(node) for node in members(group.prim)],
        "parent_id": FIELDS["parent_id"].read(group, job),
    }
    if operation == "move" and target is not None:
        told.update(
            target_group_id=GROUP.id(target), target_object_ids=[node_id(node) for node in members(target.prim)]
        )
    return told
