"""Groups: sets. A node can be in several, wherever it stands in the hierarchy; what artists call a group in Maya (a
transform with others below it) is a node with children.
"""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.group_edits import GroupEdits
from scenewire.adapters.maya.handles import Handle, Kind, delete, give_name, guard, handle, handles, places, settle
from scenewire.adapters.maya.lacks import lacks_of
from scenewire.adapters.maya.metadata import METADATA
from scenewire.adapters.maya.naming import checked_name
from scenewire.adapters.maya.nodes import NODE, NODES, find_node
from scenewire.errors import InvalidParamsError

#: Sets that every scene has for Maya's own use.
_OWN = ("defaultLightSet", "defaultObjectSet")


def _is_group(path: str) -> bool:
    from maya import cmds

    # Deformers keep the vertices that they move in sets of this sort.
    return cmds.nodeType(path) == "objectSet" and path not in _OWN and not cmds.getAttr(f"{path}.verticesOnlySet")


def _paths() -> list[str]:
    from maya import cmds

    return [path for path in cmds.ls(exactType="objectSet") if _is_group(path)]


GROUP = Kind("group", _paths, _is_group)


def _make(item: Item) -> Handle:
    from maya import cmds

    parent = item.pop("parent_id", None)
    above = GROUP.find(parent).path if parent else None
    made = str(cmds.sets(empty=True, name=checked_name(item.pop("name", None) or "Group")))
    if above is not None:
        cmds.sets(made, edit=True, addElement=above)
    return handle(made)


def _members(path: str) -> list[str]:
    from maya import cmds

    found = cmds.sets(path, query=True) or ()
    return [str(one) for one in cmds.ls(list(found), long=True)] if found else []


def _parent(path: str) -> str | None:
    """The first set that a set lies in."""
    return next((other for other in _paths() if other != path and path in _members(other)), None)


def _parent_id(group: Handle, _job: Job) -> str | None:
    above = _parent(group.path)
    return GROUP.id_of(above) if above else None


def _set_parent(group: Handle, reference: str | None) -> None:
    from maya import cmds

    path, parent = group.path, GROUP.find(reference).path if reference else None
    above = parent
    while above is not None:
        if above == path:
            raise InvalidParamsError(f"`{group.name}` cannot lie in itself", {"path": "parent_id"})
        above = _parent(above)
    now = _parent(path)
    if parent == now:
        return
    if now is not None:
        cmds.sets(path, edit=True, remove=now)
    if parent is not None:
        cmds.sets(path, edit=True, addElement=parent)


def _children(path: str) -> list[str]:
    return [one for one in _members(path) if _is_group(one)]


def members(group: Handle) -> list[Handle]:
    """The nodes in a group."""
    return handles([one for one in _members(group.path) if NODE.holds(one)])


def set_members(group: Handle, nodes: list[Handle]) -> None:
    """The group has these nodes."""
    from maya import cmds

    path, there = group.path, members(group)
    gone = [node.path for node in there if node not in nodes]
    new = [node.path for node in nodes if node not in there]
    if gone:
        cmds.sets(gone, edit=True, remove=path)
    if new:
        cmds.sets(new, edit=True, addElement=path)


def _remove(targets: list[Handle]) -> list[str]:
    """Groups in a group that goes are in the one above it then; nodes stay."""
    from maya import cmds

    ids = [GROUP.id(target) for target in targets]
    for target in targets:
        above, children = _parent(target.path), _children(target.path)
        if children and above is not None:
            cmds.sets(children, edit=True, addElement=above)
        delete([target.path])
    return ids


#: In the order of writing.
FIELDS: dict[str, Field] = {
    "id": Field(lambda group, _job: GROUP.id(group)),
    "name": Field(lambda group, _job: group.name, give_name),
    "parent_id": Field(_parent_id, _set_parent),
    "child_ids": Field(lambda group, _job: [GROUP.id_of(child) for child in _children(group.path)]),
    "object_ids": Field(
        lambda group, _job: [NODE.id(node) for node in members(group)],
        lambda group, ids: set_members(group, [find_node(reference) for reference in ids]),
    ),
    **lacks_of("groups"),
    "metadata": METADATA,
}


def _all(parent: str | None) -> list[Handle]:
    return GROUP.all() if parent is None else handles(_children(GROUP.find(parent).path))


GROUPS = Entity(
    plural="groups",
    fields=FIELDS,
    make=_make,
    find=GROUP.find,
    all=_all,
    remove=_remove,
    guard=guard,
    settle=settle,
    places=places,
)

EDITS = GroupEdits(groups=GROUPS, nodes=NODES, members=members, set_members=set_members)


def groups_of(node: Handle) -> list[Any]:
    """The groups that a node is in."""
    return [group for group in GROUP.all() if node in members(group)]
