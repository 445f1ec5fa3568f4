"""Where IK chains reach: what leads a handle is moved, or the handle itself where nothing leads it."""

from __future__ import annotations

import math
from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item, read_fields
from scenewire.adapters.maya import matrices
from scenewire.adapters.maya.attributes import put
from scenewire.adapters.maya.constraints import constraint_on, targets_of
from scenewire.adapters.maya.handles import Handle, guard, handle
from scenewire.adapters.maya.ik_chains import FIELDS, IK_CHAIN, chain_of, end_of
from scenewire.adapters.maya.rigs import JOINT
from scenewire.adapters.maya.transforms import put_world, world
from scenewire.errors import ConflictError, InvalidParamsError


def set_ik_influence(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Sets how much of IK chains takes effect."""
    chains = [IK_CHAIN.find(item["ik_chain_id"]) for item in items]
    guard(chains)
    for chain, item in zip(chains, items):
        put(chain.path, "ikBlend", item["influence"], field="influence")
    return {"items": [read_fields(FIELDS, chain, None, job) for chain in chains]}


def solve_ik(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Moves what the chains reach for and tells where the joints come to stand."""
    chains = [IK_CHAIN.find(item["ik_chain_id"]) for item in items]
    for chain, item in zip(chains, items):
        _aim(chain, item)
    return {"items": [_told(chain) for chain in chains]}


def _aim(chain: Handle, item: Item) -> None:
    goal = _leader(chain, "point") or chain.path
    if "target_position" in item or "target_rotation" in item:
        found = matrices.parts(world(goal))
        place, turn = item.get("target_position", found["position"]), item.get("target_rotation", found["rotation"])
        _move(goal, matrices.composed(place, turn, found["scale"]))
    if "pole_vector_position" in item:
        pole = _leader(chain, "pole")
        if pole is None:
            raise InvalidParamsError(
                f"`{chain.name}` has no pole target that could be moved",
                {"path": "pole_vector_position"},
                ["update its `pole_target_id` first"],
            )
        _move(pole, [*world(pole)[:12], *item["pole_vector_position"], 1.0])


def _leader(chain: Handle, kind: str) -> str | None:
    """What the handle follows by a constraint of this type."""
    found = constraint_on(chain.path, kind)
    targets = targets_of(found) if found else []
    return targets[0] if targets else None


def _move(path: str, matrix: list[float]) -> None:
    guard([handle(path)])
    put_world(path, matrix)


def _told(chain: Handle) -> Item:
    path, end = chain.path, end_of(chain.path)
    if end is None:
        raise ConflictError(f"`{chain.name}` has lost the end of its chain", {"path": "ik_chain_id"})
    place = world(end)[12:15]
    return {
        "ik_chain_id": IK_CHAIN.id(chain),
        "end_position": place,
        "distance": math.dist(place, world(path)[12:15]),
        "joints": [_posed(joint) for joint in chain_of(path)[:-1]],
    }


def _posed(joint: str) -> dict[str, Any]:
    return {"joint_id": JOINT.id_of(joint), "matrix_world": matrices.to_columns(world(joint))}
