"""Rigs: skeletons of UsdSkel."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.usd import skeleton
from scenewire.adapters.usd.handles import Handle
from scenewire.adapters.usd.identity import IDENTITY
from scenewire.adapters.usd.lacks import TABLE, lacks_of
from scenewire.adapters.usd.nodes import NODE_FIELDS, new_node, node_entity
from scenewire.adapters.usd.transforms import up_vector
from scenewire.errors import NotSupportedError


def _make(item: Item) -> Handle:
    return new_node(item, "Skeleton", "Skeleton")


def joint_ids(rig: Any) -> list[str]:
    """The ids of the joints of a skeleton, parents before children."""
    return [IDENTITY.of("joint", rig.GetPath(), joint.token) for joint in skeleton.load(rig)]


def _root(rig: Handle, _job: Job) -> str | None:
    first = next((joint for joint in skeleton.load(rig.prim) if joint.parent is None), None)
    return IDENTITY.of("joint", rig.path, first.token) if first else None


def _refuse_up(_rig: Handle, given: list[float]) -> None:
    if any(abs(a - b) > 1e-6 for a, b in zip(given, up_vector())):
        raise NotSupportedError(TABLE["rigs"]["world_up_vector"].reason, {"path": "world_up_vector", "got": given})


RIG_FIELDS: dict[str, Field] = {
    **NODE_FIELDS,
    "root_joint_id": Field(_root),
    "joint_ids": Field(lambda rig, _job: joint_ids(rig.prim)),
    **lacks_of("rigs"),
    "world_up_vector": Field(lambda _rig, _job: up_vector(), _refuse_up),
}

RIGS = node_entity("rigs", "armature", RIG_FIELDS, _make)
