"""Rigs: what joints lie directly below. Maya has no object that is a skeleton: artists put joints into a group or an
asset, or leave the topmost one at the top of the scene, where it is the rig itself. One that is made here is an asset
(`dagContainer`), which is a rig before it has joints.
"""

from __future__ import annotations

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.maya.handles import Handle, Kind, guard, handles, places, settle
from scenewire.adapters.maya.lacks import TABLE, lacks_of
from scenewire.adapters.maya.nodes import (
    NODE_FIELDS,
    find_node,
    is_joint,
    is_rig,
    joints_below,
    new_node,
    parent_of,
    remove_nodes,
)
from scenewire.adapters.maya.settings import up
from scenewire.adapters.maya.skin_weights import refuse_bound
from scenewire.errors import InvalidParamsError, NotSupportedError


def _joint_paths() -> list[str]:
    from maya import cmds

    return list(cmds.ls(type="joint", long=True))


JOINT = Kind("joint", _joint_paths, is_joint, also=("node",))


def rig_of(joint: str) -> str:
    """The rig that a joint belongs to."""
    top = joint
    while (above := parent_of(top)) is not None and is_joint(above):
        top = above
    return parent_of(top) or top


def find_rig(reference: str) -> Handle:
    """The rig of an id, of a unique name or of a path."""
    found = find_node(reference)
    if not is_rig(found.path):
        raise InvalidParamsError(f"`{found.name}` is not a rig: no joints lie directly below it", {"id": reference})
    return found


def joints_of(rig: str) -> list[str]:
    """The joints of a rig, parents before children."""
    return [rig, *joints_below(rig)] if is_joint(rig) else joints_below(rig)


def _all(parent: str | None) -> list[Handle]:
    from maya import cmds

    found = dict.fromkeys([*cmds.ls(type="dagContainer", long=True), *(rig_of(joint) for joint in _joint_paths())])
    above = find_node(parent).path if parent else None
    return handles([path for path in found if above is None or parent_of(path) == above])


def _remove(targets: list[Handle]) -> list[str]:
    """Its joints go with a rig; what else lies below them stays where it is in the world."""
    for target in targets:
        refuse_bound(joints_of(target.path))
    below = [joint for target in targets for joint in handles(joints_of(target.path)) if joint not in targets]
    return remove_nodes([*targets, *below])[: len(targets)]


def up_vector() -> list[float]:
    """Up in this scene."""
    return [0.0, 0.0, 1.0] if up() == "z" else [0.0, 1.0, 0.0]


def _refuse_up(_rig: Handle, given: list[float]) -> None:
    if any(abs(a - b) > 1e-6 for a, b in zip(given, up_vector())):
        raise NotSupportedError(TABLE["rigs"]["world_up_vector"].reason, {"path": "world_up_vector", "got": given})


def _root(rig: Handle, _job: Job) -> str | None:
    found = joints_of(rig.path)
    return JOINT.id_of(found[0]) if found else None


def _make(item: Item) -> Handle:
    return new_node(item, "Rig", "dagContainer")


RIG_FIELDS: dict[str, Field] = {
    **NODE_FIELDS,
    "root_joint_id": Field(_root),
    "joint_ids": Field(lambda rig, _job: [JOINT.id_of(joint) for joint in joints_of(rig.path)]),
    **lacks_of("rigs"),
    "world_up_vector": Field(lambda _rig, _job: up_vector(), _refuse_up),
}

RIGS = Entity(
    plural="rigs",
    fields=RIG_FIELDS,
    make=_make,
    find=find_rig,
    all=_all,
    remove=_remove,
    guard=guard,
    settle=settle,
    places=places,
)
