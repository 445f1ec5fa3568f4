"""IK chains: the IK constraint of the last bone."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender import bone_constraints as on_bones
from scenewire.adapters.blender.bone_constraints import BoneConstraints, OnBone
from scenewire.adapters.blender.bones import find_place, place_id
from scenewire.adapters.blender.lacks import lacks_of, refuse_word
from scenewire.adapters.contract import Job
from scenewire.adapters.fields import Field, Item
from scenewire.errors import InvalidParamsError, NotSupportedError

IK = BoneConstraints("ik_chain", ("IK",))
#: How readily a bone stretches that did not at all before: Blender's range is 0 to 1, and this little suffices.
STRETCH = 0.1


def _make(item: Item) -> OnBone:
    end = on_bones.made_on(item, "end_id")
    target = IK.make(end.owner, end.key, item.pop("name", None) or "IK", "IK")
    # Blender lets a new one stretch; here it says so itself.
    target.it.use_stretch = False
    return target


def _place(which: str, sub: str, field: str) -> Field:
    def read(target: OnBone, _job: Job) -> Any:
        aim = getattr(target.it, which)
        return None if aim is None else place_id(aim, getattr(target.it, sub))

    def write(target: OnBone, reference: str | None) -> None:
        place = find_place(reference) if reference else None
        if place is not None and place.owner == target.rig:
            bent = [bone.name for bone in on_bones.chain(target)]
            if not place.key or place.key in bent:
                raise InvalidParamsError(
                    f"`{place.key or place.owner.name}` is what the chain bends", {"path": field, "got": reference}
                )
        setattr(target.it, which, place.owner if place else None)
        setattr(target.it, sub, place.key if place else "")

    return Field(read, write)


def _solver(target: OnBone, _job: Job) -> str:
    return "jacobian"


def _set_solver(target: OnBone, word: str) -> None:
    refuse_word("ik_chains", "solver_type", word)


def _stretches(target: OnBone, _job: Job) -> bool:
    return bool(target.it.use_stretch and any(bone.ik_stretch > 0.0 for bone in on_bones.chain(target)))


def _set_stretch(target: OnBone, enabled: bool) -> None:
    target.it.use_stretch = enabled
    for bone in on_bones.chain(target) if enabled else ():
        if bone.ik_stretch == 0.0:
            bone.ik_stretch = STRETCH


#: In the order of writing: what the targets are compared with comes before them.
IK_CHAIN_FIELDS: dict[str, Field] = {
    **IK.common(),
    "end_id": on_bones.bone_field(),
    "start_id": on_bones.start_field("start_id"),
    "count": on_bones.COUNT,
    "target_id": _place("target", "subtarget", "target_id"),
    "pole_target_id": _place("pole_target", "pole_subtarget", "pole_target_id"),
    "pole_angle": on_bones.plain("pole_angle"),
    "solver_type": Field(_solver, _set_solver),
    "iterations": on_bones.plain("iterations"),
    "maintain_rotation": on_bones.plain("use_rotation"),
    "stretch_enabled": Field(_stretches, _set_stretch),
    "enabled": on_bones.ENABLED,
    "influence": on_bones.plain("influence"),
    **lacks_of("ik_chains"),
}

IK_CHAINS = IK.entity("ik_chains", IK_CHAIN_FIELDS, _make)


def place_target(target: OnBone, which: str, sub: str, matrix: Any, field: str) -> None:
    """Moves the object that a chain aims at to a place in the world."""
    aim = getattr(target.it, which)
    if aim is None:
        raise InvalidParamsError(f"`{target.it.name}` has no {which.replace('_', ' ')} to be moved", {"path": field})
    if getattr(target.it, sub):
        bone = aim.pose.bones[getattr(target.it, sub)]
        bone.matrix = aim.matrix_world.inverted_safe() @ matrix
        return
    if aim.type == "ARMATURE" and aim == target.rig:
        raise NotSupportedError(f"`{aim.name}` is the rig itself", {"path": field})
    aim.matrix_world = matrix
