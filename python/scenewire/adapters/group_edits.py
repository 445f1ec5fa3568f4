"""`edit_groups` for hosts whose groups are no more than lists of nodes: who lies in them, without saying again who does
so far.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.crud import Entity, blamed
from scenewire.adapters.fields import Item, write_fields
from scenewire.adapters.group_rules import refuse_idle, refuse_same
from scenewire.errors import NotFoundError


@dataclass(frozen=True)
class GroupEdits:
    """The operation of one host."""

    groups: Entity
    nodes: Entity
    #: The nodes in a group, and writing them.
    members: Callable[[Any], list[Any]]
    set_members: Callable[[Any, list[Any]], None]

    def edit_groups(self, *, operation: str, items: list[Item], job: Job, on_error: str = "fail") -> Json:
        """Puts nodes in, takes them out, moves them, or puts groups into groups; all is found before anything
        changes."""
        find = self.groups.find
        groups = [find(item["group_id"]) for item in items]
        targets = [find(item["target_group_id"]) if item.get("target_group_id") else None for item in items]
        nodes = [[self.nodes.find(one) for one in item["object_ids"]] if "object_ids" in item else None
                 for item in items]  # fmt: skip
        for index, (group, target, item) in enumerate(zip(groups, targets, items)):
            with blamed(index):
                refuse_idle(operation, item)
                refuse_same(operation, item, target is None or target == group)
        self.groups.guard([group for group in (*groups, *targets) if group is not None])
        for index, (group, target, meant) in enumerate(zip(groups, targets, nodes)):
            with blamed(index):
                if operation == "nest":
                    self._nest(group, target, job)
                elif operation == "add":
                    self._join(group, meant or [])
                else:
                    self._take(group, self.members(group) if meant is None else meant, target, job)
        return {"items": [self._told(group, target, operation, job) for group, target in zip(groups, targets)]}

    def _nest(self, group: Any, target: Any, job: Job) -> None:
        parent = self.groups.fields["id"].read(target, job) if target is not None else None
        write_fields(self.groups.fields, group, {"parent_id": parent})

    def _join(self, group: Any, nodes: list[Any]) -> None:
        there = self.members(group)
        self.set_members(group, [*there, *(node for node in dict.fromkeys(nodes) if node not in there)])

    def _take(self, group: Any, nodes: list[Any], target: Any, job: Job) -> None:
        """Takes nodes out of a group, into another one when there is one."""
        there = self.members(group)
        for node in nodes:
            if node not in there:
                name, names = self._name(node, job), [self._name(other, job) for other in there[:5]]
                within = self.groups.fields["name"].read(group, job)
                raise NotFoundError(f"`{name}` does not lie in `{within}`", {"path": "object_ids", "got": name}, names)
        if target is not None:
            self._join(target, nodes)
        self.set_members(group, [node for node in there if node not in nodes])

    def _name(self, node: Any, job: Job) -> str:
        return str(self.nodes.fields["name"].read(node, job))

    def _told(self, group: Any, target: Any, operation: str, job: Job) -> Item:
        def ids(which: Any) -> list[Any]:
            return [self.nodes.fields["id"].read(node, job) for node in self.members(which)]

        fields = self.groups.fields
        told: Item = {
            "group_id": fields["id"].read(group, job),
            "object_ids": ids(group),
            "parent_id": fields["parent_id"].read(group, job),
        }
        if operation == "move" and target is not None:
            told.update(target_group_id=fields["id"].read(target, job), target_object_ids=ids(target))
        return told
