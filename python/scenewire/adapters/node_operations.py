"""Operations on nodes that need no more of a host than its table of fields: parents, children, properties by path,
visibility, queries, names and custom properties.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.crud import Entity
from scenewire.adapters.dispatch import Atomic
from scenewire.adapters.fields import Item, read_fields, write_fields
from scenewire.adapters.property_paths import fits
from scenewire.errors import NotFoundError, NotSupportedError

#: What stays when a node gets another parent and its place in the world may change.
_LOCAL = ("position", "rotation", "scale")


@dataclass(frozen=True)
class NodeOperations:
    """These operations of one host."""

    nodes: Entity
    #: The nodes directly below one.
    children: Callable[[Any], list[Any]]
    read_property: Callable[[Any, str, Job], Any]
    write_property: Callable[[Any, str, Any, Job], None]
    #: What has a name and custom properties, by the kind in its id: nodes first.
    blocks: dict[str, Entity]

    def atomics(self) -> dict[str, Atomic]:
        """The operations by name."""
        names = ("set_parent", "get_children", "get_property", "set_property", "set_visibility", "query", "rename")
        return {name: getattr(self, name) for name in (*names, "get_metadata", "set_metadata")}

    def read(self, targets: Iterable[Any], job: Job) -> list[Item]:
        """What nodes are now."""
        return [read_fields(self.nodes.fields, target, None, job) for target in targets]

    def below(self, target: Any) -> list[Any]:
        """A node and all nodes under it."""
        return [target, *(one for child in self.children(target) for one in self.below(child))]

    def _id(self, target: Any, job: Job) -> Any:
        return self.nodes.fields["id"].read(target, job)

    def _type(self, target: Any, job: Job) -> Any:
        return self.nodes.fields["type"].read(target, job)

    def set_parent(
        self, *, items: list[Item], job: Job, maintain_world_transform: bool = True, on_error: str = "fail"
    ) -> Json:
        """Parents; without keeping the place in the world the local transform stays what it was."""
        nodes, fields = [self.nodes.find(item["id"]) for item in items], self.nodes.fields
        self.nodes.guard(nodes)
        for node, item in zip(nodes, items):
            before = read_fields(fields, node, _LOCAL, job)
            write_fields(fields, node, {"parent_id": item["parent_id"]})
            if not maintain_world_transform:
                write_fields(fields, node, {part: before[part] for part in _LOCAL})
        return {"items": self.read(nodes, job)}

    def get_children(
        self, *, ids: list[str], job: Job, recursive: bool = False, types: list[str] | None = None
    ) -> Json:
        """The children of each, or all below it."""
        found = []
        for node in (self.nodes.find(reference) for reference in ids):
            under = self.below(node)[1:] if recursive else self.children(node)
            chosen = [child for child in under if types is None or self._type(child, job) in types]
            found.append({"id": self._id(node, job), "child_ids": [self._id(child, job) for child in chosen]})
        return {"items": found}

    def get_property(self, *, items: list[Item], job: Job, recursive: bool = False) -> Json:
        """The values of properties by path; of what is below a node too, where it has such a property."""
        found = []
        for item in items:
            node, path = self.nodes.find(item["id"]), item["property_path"]
            found.append(self._value(node, path, job))
            for child in self.below(node)[1:] if recursive else ():
                with contextlib.suppress(NotFoundError, NotSupportedError):
                    found.append(self._value(child, path, job))
        return {"items": found}

    def _value(self, node: Any, path: str, job: Job) -> Item:
        return {"id": self._id(node, job), "property_path": path, "value": self.read_property(node, path, job)}

    def set_property(self, *, items: list[Item], job: Job, on_error: str = "fail") -> Json:
        """Writes properties by path."""
        nodes = [self.nodes.find(item["id"]) for item in items]
        self.nodes.guard(nodes)
        for node, item in zip(nodes, items):
            self.write_property(node, item["property_path"], item["value"], job)
        return {"items": [self._value(node, item["property_path"], job) for node, item in zip(nodes, items)]}

    def set_visibility(self, *, items: list[Item], job: Job, recursive: bool = False, on_error: str = "fail") -> Json:
        """Shows or hides."""
        plan = [(self.below(node) if recursive else [node], item["visible"])
                for item in items for node in [self.nodes.find(item["id"])]]  # fmt: skip
        changed = [node for nodes, _ in plan for node in nodes]
        self.nodes.guard(changed)
        for nodes, value in plan:
            for node in nodes:
                write_fields(self.nodes.fields, node, {"visible": value})
        return {"items": self.read(changed, job)}

    def query(
        self, *, job: Job, type: str | None = None, properties: Json | None = None, limit: int = 100, offset: int = 0
    ) -> Json:
        """The nodes of the scene that fit, by name."""
        nodes = [node for node in self.nodes.all(None) if type is None or self._type(node, job) == type]
        wanted = (properties or {}).items()
        found = [node for node in nodes if all(self._fits(node, path, want, job) for path, want in wanted)]
        found.sort(key=lambda node: str(self.nodes.fields["name"].read(node, job)))
        return {"ids": [self._id(node, job) for node in found[offset : offset + limit]], "total": len(found)}

    def _fits(self, node: Any, path: str, want: Any, job: Job) -> bool:
        try:
            return fits(self.read_property(node, path, job), want)
        except (NotFoundError, NotSupportedError):
            return False  # What has no such property does not have this value.

    def _block(self, reference: str) -> tuple[Any, Entity]:
        """What an id leads to, or a name: nodes first."""
        missing: NotFoundError | None = None
        named = [entity for kind, entity in self.blocks.items() if reference.startswith(f"{kind}_")]
        for entity in [*named, *(one for one in self.blocks.values() if one not in named)]:
            try:
                return entity.find(reference), entity
            except NotFoundError as error:
                missing = missing or error
        raise missing or NotFoundError(f"nothing is called `{reference}`", {"name": reference})

    def rename(self, *, items: list[Item], job: Job, on_error: str = "fail") -> Json:
        """Gives other names."""
        blocks = self._guarded([item["id"] for item in items])
        for (target, entity), item in zip(blocks, items):
            write_fields(entity.fields, target, {"name": item["name"]})
        return {"items": [read_fields(entity.fields, target, ["name"], job) for target, entity in blocks]}

    def _guarded(self, references: list[str]) -> list[tuple[Any, Entity]]:
        blocks = [self._block(reference) for reference in references]
        for target, entity in blocks:
            entity.guard([target])
        return blocks

    def get_metadata(self, *, ids: list[str], job: Job, key: str | None = None) -> Json:
        """Custom properties, or one of them."""
        found = [self._told(*self._block(reference), job) for reference in ids]
        for item in found if key is not None else ():
            item["metadata"] = {name: value for name, value in item["metadata"].items() if name == key}
        return {"items": found}

    def set_metadata(self, *, items: list[Item], job: Job, on_error: str = "fail") -> Json:
        """Writes custom properties; with `merge` the rest stays."""
        blocks = self._guarded([item["id"] for item in items])
        for (target, entity), item in zip(blocks, items):
            before = self._told(target, entity, job)["metadata"] if item.get("merge", True) else {}
            wanted = {**before, **item["metadata"]}
            kept = {name: value for name, value in wanted.items() if value is not None}
            write_fields(entity.fields, target, {"metadata": kept})
        return {"items": [self._told(target, entity, job) for target, entity in blocks]}

    @staticmethod
    def _told(target: Any, entity: Entity, job: Job) -> Item:
        return {name: entity.fields[name].read(target, job) for name in ("id", "metadata")}
