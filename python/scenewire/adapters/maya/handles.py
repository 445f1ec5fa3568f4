"""Targets of operations: a node by its UUID, so that it is still the same one after a rename or a move."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from scenewire.adapters.maya.identity import IDENTITY, missing, parsed
from scenewire.adapters.maya.naming import identifier, is_path, refuse_referenced, rename, shown
from scenewire.adapters.references import nearest, the_only
from scenewire.errors import ConflictError


class Handle:
    """One node; it never outlives the call."""

    __slots__ = ("uuid",)

    def __init__(self, uuid: str) -> None:
        self.uuid = uuid

    @property
    def path(self) -> str:
        """Its full path, or its name where it has no place in the hierarchy."""
        from maya import cmds

        found = cmds.ls(self.uuid, long=True)
        if not found:
            raise KeyError(self.uuid)
        return str(found[0])

    @property
    def name(self) -> str:
        """Its name as artists see it."""
        return shown(self.path)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Handle) and other.uuid == self.uuid

    def __hash__(self) -> int:
        return hash(self.uuid)


def uuid_of(path: str) -> str:
    """The UUID of a node."""
    from maya import cmds

    return str(cmds.ls(path, uuid=True)[0])


def handle(path: str) -> Handle:
    """The target that a node is."""
    return Handle(uuid_of(path))


def handles(paths: list[str]) -> list[Handle]:
    """The targets that these nodes are, asked for as one."""
    from maya import cmds

    return [Handle(str(uuid)) for uuid in cmds.ls(paths, uuid=True)] if paths else []


def alike(reference: str, names: list[str]) -> list[str]:
    """Names that may be meant: the same one in another namespace, then the nearest."""
    own = reference.rpartition(":")[2]
    elsewhere = [name for name in names if name.rpartition(":")[2] == own]
    return list(dict.fromkeys([*elsewhere[:5], *nearest(reference, names)]))


class Kind:
    """Nodes of one sort: how they are known, found and named."""

    def __init__(
        self, kind: str, paths: Callable[[], Iterable[str]], holds: Callable[[str], bool], also: tuple[str, ...] = ()
    ) -> None:
        self.kind = kind
        self.paths = paths
        self.holds = holds
        #: Kinds whose ids are taken too: a joint is a node.
        self.also = also

    def find(self, reference: str) -> Handle:
        """The one of an id, of a unique name or of a path."""
        from maya import cmds

        known = next(filter(None, (parsed(kind, reference) for kind in (self.kind, *self.also))), None)
        if known is not None:
            found = [path for path in cmds.ls(known[0], long=True) if self.holds(path)]
            if found:
                return self._only(reference, found)
        found = self._named(reference) or self._named(identifier(reference))
        if not found:
            raise missing(self.kind, reference, alike(reference, [shown(path) for path in self.paths()]))
        return self._only(reference, found)

    def _named(self, name: str) -> list[str]:
        from maya import cmds

        if not is_path(name):
            return []
        return [path for path in dict.fromkeys(cmds.ls(name, long=True)) if self.holds(path)]

    def _only(self, reference: str, found: list[str]) -> Handle:
        path = the_only(
            self.kind,
            reference,
            found,
            lambda path: {"id": self.id_of(path), "name": shown(path), "path": path},
            tuple,
            f": {', '.join(found[:5])}",
        )
        return handle(path)

    def all(self, _parent: str | None = None) -> list[Handle]:
        """All of the scene, as targets."""
        return handles(list(self.paths()))

    def id(self, target: Handle) -> str:
        """The id of one."""
        return IDENTITY.of(self.kind, target.uuid)

    def id_of(self, path: str) -> str:
        """The id of a node."""
        return IDENTITY.of(self.kind, uuid_of(path))


def guard(targets: list[Any]) -> None:
    """Refuses what cannot be written."""
    from maya import cmds

    for target in targets:
        path = target.path
        if any(cmds.lockNode(path, query=True, lock=True) or ()):
            raise ConflictError(
                f"the node `{shown(path)}` is locked",
                {"node": path},
                [f'cmds.lockNode("{path}", lock=False)', "or ask whoever locked it"],
            )


def settle() -> None:
    """Maya computes what it derives when it is asked: nothing has to be brought up to date."""


def places(targets: list[Any]) -> list[int]:
    """Where targets stand in a list."""
    return [IDENTITY.place(target.uuid) for target in targets]


def give_name(target: Handle, name: str) -> None:
    """Writes the field `name`."""
    rename(target.path, name)


def delete(paths: list[str]) -> None:
    """Deletes nodes of this scene."""
    from maya import cmds

    for path in paths:
        refuse_referenced(path, "deleted")
        _leave_sets(path)
    if paths:
        cmds.delete(paths)


def _leave_sets(path: str) -> None:
    """Maya deletes a set with the last of its members: one that was taken out before takes none along."""
    from maya import cmds

    for one in cmds.listSets(object=path) or ():
        if cmds.nodeType(one) == "objectSet":
            cmds.sets(path, edit=True, remove=one)
