"""Operations on nodes beyond CRUD, the same for every host: moving, parenting, properties by path, visibility, copies,
and finding some. Each host gives what they are made of.
"""

from __future__ import annotations

import contextlib
import fnmatch
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Item, read_fields, write_fields
from scenewire.adapters.properties import Properties
from scenewire.errors import NotFoundError, NotSupportedError

#: The local transform.
_PARTS = ("position", "rotation", "scale")
#: Hosts keep single precision.
_ROUNDING = 1e-6


@dataclass(frozen=True)
class NodeEdits:
    """These operations of one host. A node is a target of its entity."""

    nodes: Entity
    properties: Properties
    #: The nodes right below one.
    children: Callable[[Any], Iterable[Any]]
    #: All nodes below one.
    below: Callable[[Any], Iterable[Any]]
    #: Moves a node as an item of `transform` says.
    move: Callable[[Any, Item], None]
    #: Makes the copy that an item of `duplicate` asks for.
    copy: Callable[[Any, Item], Any]

    def transform(self, *, items: list[Item], job: Job, on_error: str = "fail") -> Json:
        """Each part by itself: first to a place, then by an offset."""
        nodes = self._writable(items)
        for node, item in zip(nodes, items):
            self.move(node, item)
        return {"items": self.nodes.read(nodes, None, job)}

    def set_parent(
        self, *, items: list[Item], job: Job, maintain_world_transform: bool = True, on_error: str = "fail"
    ) -> Json:
        """Parents; without keeping the place in the world the local transform stays what it was."""
        nodes, fields = self._writable(items), self.nodes.fields
        for node, item in zip(nodes, items):
            local = read_fields(fields, node, _PARTS, job)
            write_fields(fields, node, {"parent_id": item["parent_id"]})
            if not maintain_world_transform:
                write_fields(fields, node, {part: local[part] for part in _PARTS})
        return {"items": self.nodes.read(nodes, None, job)}

    def get_children(
        self, *, ids: list[str], job: Job, recursive: bool = False, types: list[str] | None = None
    ) -> Json:
        """The children of each, or all below it."""
        self.nodes.settle()
        found = []
        for node in map(self.nodes.find, ids):
            under = self.below(node) if recursive else self.children(node)
            chosen = [child for child in under if types is None or self._read("type", child, job) in types]
            child_ids = [self._read("id", child, job) for child in chosen]
            found.append({"id": self._read("id", node, job), "child_ids": child_ids})
        return {"items": found}

    def get_property(self, *, items: list[Item], job: Job, recursive: bool = False) -> Json:
        """The values of properties by path; of what is below a node too, where it has such a property."""
        self.nodes.settle()
        found = []
        for item in items:
            node = self.nodes.find(item["id"])
            found.append(self._value(node, item["property_path"], job))
            for child in self.below(node) if recursive else ():
                with contextlib.suppress(NotFoundError, NotSupportedError):
                    found.append(self._value(child, item["property_path"], job))
        return {"items": found}

    def set_property(self, *, items: list[Item], job: Job, on_error: str = "fail") -> Json:
        """Writes properties by path."""
        nodes = self._writable(items)
        for node, item in zip(nodes, items):
            self.properties.write(node, item["property_path"], item["value"], job)
        self.nodes.settle()
        return {"items": [self._value(node, item["property_path"], job) for node, item in zip(nodes, items)]}

    def set_visibility(self, *, items: list[Item], job: Job, recursive: bool = False, on_error: str = "fail") -> Json:
        """Shows or hides."""
        return self._set_flag("visible", items, recursive, job)

    def set_locked(self, *, items: list[Item], job: Job, recursive: bool = False, on_error: str = "fail") -> Json:
        """Locks or unlocks."""
        return self._set_flag("locked", items, recursive, job)

    def duplicate(self, *, items: list[Item], job: Job, on_error: str = "fail") -> Json:
        """Copies. What may not be written itself may have a copy that may, unless the host says otherwise."""
        originals = [self.nodes.find(item["id"]) for item in items]
        self.nodes.guard([])
        copies = [self.copy(node, item) for node, item in zip(originals, items)]
        read = self.nodes.read(copies, None, job)
        return {"ids": [item["id"] for item in read], "items": read}

    def query(
        self, *, job: Job, type: str | None = None, properties: Json | None = None, limit: int = 100, offset: int = 0
    ) -> Json:
        """The nodes of the scene that fit, by name."""
        self.nodes.settle()
        wanted = (properties or {}).items()
        nodes = [node for node in self.nodes.all(None) if type is None or self._read("type", node, job) == type]
        found = [node for node in nodes if all(self._fits(node, path, want, job) for path, want in wanted)]
        found.sort(key=lambda node: str(self._read("name", node, job)))
        return {"ids": [self._read("id", node, job) for node in found[offset : offset + limit]], "total": len(found)}

    def _writable(self, items: list[Item]) -> list[Any]:
        """The nodes of all items, found and looked at before anything is written."""
        nodes = [self.nodes.find(item["id"]) for item in items]
        self.nodes.guard(nodes)
        return nodes

    def _set_flag(self, field: str, items: list[Item], recursive: bool, job: Job) -> Json:
        found = [(self.nodes.find(item["id"]), item[field]) for item in items]
        plan = [([node, *(self.below(node) if recursive else ())], value) for node, value in found]
        changed = [node for nodes, _ in plan for node in nodes]
        self.nodes.guard(changed)
        for nodes, value in plan:
            for node in nodes:
                write_fields(self.nodes.fields, node, {field: value})
        return {"items": self.nodes.read(changed, None, job)}

    def _read(self, field: str, node: Any, job: Job) -> Any:
        return self.nodes.fields[field].read(node, job)

    def _value(self, node: Any, path: str, job: Job) -> Item:
        value = self.properties.read(node, path, job)
        return {"id": self._read("id", node, job), "property_path": path, "value": value}

    def _fits(self, node: Any, path: str, want: Any, job: Job) -> bool:
        try:
            have = self.properties.read(node, path, job)
        except (NotFoundError, NotSupportedError):
            return False  # What has no such property does not have this value.
        if isinstance(have, str) and isinstance(want, str):
            return fnmatch.fnmatchcase(have.lower(), want.lower())
        if isinstance(have, float) and isinstance(want, (int, float)) and not isinstance(want, bool):
            return abs(have - want) <= _ROUNDING * max(1.0, abs(want))
        return bool(have == want)
