"""Groups: scopes with a collection. A node can be in several, wherever it stands in the hierarchy."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.group_edits import GroupEdits
from scenewire.adapters.usd.handles import Handle, Kind, handle, prim_id
from scenewire.adapters.usd.lacks import lacks_of
from scenewire.adapters.usd.metadata import METADATA
from scenewire.adapters.usd.naming import define, move, remove, shown
from scenewire.adapters.usd.nodes import NODES, find_node, is_node, node_id
from scenewire.adapters.usd.places import place_for
from scenewire.adapters.usd.prims import own_fields, prim_entity
from scenewire.adapters.usd.stage import STAGE
from scenewire.errors import InvalidParamsError

#: What the collection of a group is called.
_MEMBERS = "members"


def _is_group(prim: Any) -> bool:
    from pxr import Usd

    return prim.GetTypeName() == "Scope" and bool(prim.HasAPI(Usd.CollectionAPI, _MEMBERS))


GROUP = Kind("group", _is_group)


def collection(prim: Any) -> Any:
    """The collection of a group."""
    from pxr import Usd

    return Usd.CollectionAPI(prim, _MEMBERS)


def _make(item: Item) -> Handle:
    from pxr import Usd

    parent = item.pop("parent_id", None)
    path = GROUP.find(parent).path if parent else place_for("Groups")
    prim = define(path, item.pop("name", None) or "Group", "Scope")
    Usd.CollectionAPI.Apply(prim, _MEMBERS).CreateExpansionRuleAttr().Set(Usd.Tokens.explicitOnly)
    return handle(prim)


def _parent(group: Handle) -> Any:
    above = group.prim.GetParent()
    return above if _is_group(above) else None


def _parent_id(group: Handle, _job: Job) -> str | None:
    above = _parent(group)
    return prim_id("group", above) if above else None


def _set_parent(group: Handle, reference: str | None) -> None:
    parent = GROUP.find(reference) if reference else None
    if parent is not None and parent.path.HasPrefix(group.path):
        raise InvalidParamsError(f"`{shown(group.prim)}` cannot lie in itself", {"path": "parent_id"})
    now = _parent(group)
    if (parent.path if parent else None) != (now.GetPath() if now else None):
        move(group.path, parent.path if parent else place_for("Groups"), shown(group.prim))


def members(prim: Any) -> list[Any]:
    """The nodes in a group, as prims."""
    found = [STAGE.prim(path) for path in collection(prim).GetIncludesRel().GetTargets()]
    return [one for one in found if one and is_node(one)]


def set_members(prim: Any, nodes: list[Any]) -> None:
    """The group has these nodes."""
    collection(prim).CreateIncludesRel().SetTargets([node.GetPath() for node in nodes])


def _remove(targets: list[Handle]) -> list[str]:
    """Groups in a group that goes are in the one above it then; nodes stay."""
    ids = [GROUP.id(target) for target in targets]
    for target in targets:
        parent = target.prim.GetParent().GetPath()
        for child in [child for child in target.prim.GetAllChildren() if _is_group(child)]:
            move(child.GetPath(), parent, shown(child))
        remove(target.path)
    return ids


#: In the order of writing.
FIELDS: dict[str, Field] = {
    **own_fields(GROUP),
    "parent_id": Field(_parent_id, _set_parent),
    "child_ids": Field(
        lambda group, _job: [prim_id("group", child) for child in group.prim.GetChildren() if _is_group(child)]
    ),
    "object_ids": Field(
        lambda group, _job: [node_id(node) for node in members(group.prim)],
        lambda group, ids: set_members(group.prim, [find_node(reference).prim for reference in ids]),
    ),
    **lacks_of("groups"),
    "metadata": METADATA,
}


def _all(parent: str | None) -> list[Handle]:
    if parent is None:
        return GROUP.all()
    return [handle(child) for child in GROUP.find(parent).prim.GetChildren() if _is_group(child)]


GROUPS = prim_entity(GROUP, "groups", FIELDS, _make, all=_all, remove=_remove)

EDITS = GroupEdits(
    groups=GROUPS,
    nodes=NODES,
    members=lambda group: [handle(node) for node in members(group.prim)],
    set_members=lambda group, nodes: set_members(group.prim, [node.prim for node in nodes]),
)
