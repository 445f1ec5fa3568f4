"""Operations of the rig domain beyond CRUD."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender import bone_constraints as on_bones
from scenewire.adapters.blender import versions
from scenewire.adapters.blender.bone_constraints import OnBone
from scenewire.adapters.blender.bones import JOINTS
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.ik_chains import IK, IK_CHAINS, place_target
from scenewire.adapters.blender.nodes import guard_nodes, node_id
from scenewire.adapters.blender.parts import Part
from scenewire.adapters.blender.rigs import find_rig
from scenewire.adapters.blender.skeleton import joint_of
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item, read_fields
from scenewire.errors import ConflictError


def select_joints(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Selects bones; what is hidden or locked cannot be, and is an error."""
    plan = []
    for item in items:
        rig = find_rig(item["rig_id"])
        plan.append((rig, [joint_of(rig, reference, "joint_ids") for reference in item["joint_ids"]]))
    guard_nodes([rig for rig, _ in plan])
    for rig, names in plan:
        _select(rig, names)
    return {"items": [{"rig_id": node_id(rig), "joint_ids": _selected(rig)} for rig, _ in plan]}


def _select(rig: Any, names: list[str]) -> None:
    for bone in rig.pose.bones:
        versions.bone_shown_by(bone).select = False
    for name in names:
        bone = rig.pose.bones[name]
        if versions.bone_shown_by(bone).hide or bone.bone.hide_select:
            raise ConflictError(f"`{name}` cannot be selected: it is hidden or locked", {"path": "joint_ids"})
        versions.bone_shown_by(bone).select = True
    if names:
        rig.data.bones.active = rig.data.bones[names[-1]]


def _selected(rig: Any) -> list[str]:
    chosen = [bone.name for bone in rig.pose.bones if versions.bone_shown_by(bone).select]
    return [JOINTS.id_of(Part(rig, name)) for name in chosen]


def set_ik_influence(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Sets how much of IK chains takes effect."""
    chains = [IK.find(item["ik_chain_id"]) for item in items]
    IK_CHAINS.guard(chains)
    for chain, item in zip(chains, items):
        chain.it.influence = item["influence"]
    settle()
    return {"items": [read_fields(IK_CHAINS.fields, chain, None, job) for chain in chains]}


def solve_ik(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Moves the targets and tells where the joints come to stand."""
    chains = [IK.find(item["ik_chain_id"]) for item in items]
    guard_nodes([chain.rig for chain in chains])
    for chain, item in zip(chains, items):
        settle()
        _aim(chain, item)
    settle()
    return {"items": [_told(chain) for chain in chains]}


def _aim(chain: OnBone, item: Item) -> None:
    from mathutils import Matrix, Quaternion

    if "target_position" in item or "target_rotation" in item:
        place, turn, size = _goal(chain).decompose()
        if "target_rotation" in item:
            x, y, z, w = item["target_rotation"]
            turn = Quaternion((w, x, y, z)).normalized()
        matrix = Matrix.LocRotScale(item.get("target_position", place), turn, size)
        place_target(chain, "target", "subtarget", matrix, "target_position")
    if "pole_vector_position" in item:
        matrix = Matrix.Translation(item["pole_vector_position"])
        place_target(chain, "pole_target", "pole_subtarget", matrix, "pole_vector_position")


def _goal(chain: OnBone) -> Any:
    from mathutils import Matrix

    aim, bone = chain.it.target, chain.it.subtarget
    if aim is None:
        return Matrix.Identity(4)
    return aim.matrix_world @ aim.pose.bones[bone].matrix if bone else aim.matrix_world.copy()


def _told(chain: OnBone) -> Item:
    rig = chain.rig
    end = rig.matrix_world @ (chain.pose.tail if chain.it.use_tail else chain.pose.head)
    if chain.it.target is None:
        raise ConflictError(f"`{chain.it.name}` has no target to reach for", {"path": "ik_chain_id"})
    return {
        "ik_chain_id": IK.id_of(chain),
        "end_position": list(end),
        "distance": (_goal(chain).to_translation() - end).length,
        "joints": [
            {
                "joint_id": JOINTS.id_of(Part(rig, bone.name)),
                "matrix_world": [value for row in rig.matrix_world @ bone.matrix for value in row],
            }
            for bone in on_bones.chain(chain)
        ],
    }
