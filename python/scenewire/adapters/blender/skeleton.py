"""Which joints a rig has and how they rest: made, moved, put below others and removed, in one edit per rig and call."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender import rest
from scenewire.adapters.blender.bones import JOINTS, BoneTarget
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.naming import PART_BYTES, checked_name
from scenewire.adapters.blender.nodes import guard_nodes, node_id
from scenewire.adapters.blender.parts import Part
from scenewire.adapters.blender.rigs import find_rig
from scenewire.adapters.fields import Item
from scenewire.adapters.references import nearest
from scenewire.errors import ConflictError, InvalidParamsError, NotFoundError

#: The fields that are a joint's rest.
REST = ("parent_id", "position", "orientation", "length")
#: In an item: the joint that a new one lies on, where its rest is not given.
LIKE = "like"


class Joint(BoneTarget):
    """A bone."""

    @property
    def bone(self) -> Any:
        """Its rest."""
        return self.rig.data.bones[self.part.key]


def joint_of(rig: Any, reference: str, path: str) -> str:
    """The name of the bone of an id or name, when it is one of this rig."""
    if not JOINTS.is_id(reference):
        name = reference[len(rig.name) + 1 :] if reference.startswith(f"{rig.name}/") else reference
        if name in rig.data.bones:
            return name
    part = JOINTS.find(reference)
    if part.owner != rig:
        raise InvalidParamsError(
            f"`{part.key}` is a joint of `{part.owner.name}`, not of `{rig.name}`",
            {"path": path, "expected": f"a joint of {rig.name}", "got": reference},
            nearest(part.key, rig.data.bones.keys()),
        )
    return part.key


def make_joints(items: list[Item]) -> list[Joint]:
    """Makes joints, taking from the items what is theirs: rig, name and rest."""
    rigs = [find_rig(item.pop("rig_id")) for item in items]
    guard_nodes(rigs)
    made: list[Joint] = [Joint(Part(rig, "")) for rig in rigs]
    for rig, own in _by_rig(rigs):
        for index, name in zip(own, _add(rig, [items[index] for index in own])):
            made[index] = Joint(Part(rig, name))
    settle()
    for target in made:
        JOINTS.made(target.part)
    return made


def _by_rig(rigs: list[Any]) -> list[tuple[Any, list[int]]]:
    """Each rig once, with where it stands in the list."""
    known = {node_id(rig): rig for rig in rigs}
    return [(rig, [index for index, other in enumerate(rigs) if other == rig]) for rig in known.values()]


def _add(rig: Any, items: list[Item]) -> list[str]:
    """Adds the joints of one rig in one edit; their names as Blender keeps them."""
    known = {id(item): _parent_name(rig, item, items) for item in items}
    names: dict[str, str] = {}
    added = []
    with rest.editing(rig) as bones:
        for item in items:
            asked = item.pop("name", None) or "Bone"
            bone = rest.add(bones, asked)
            parent = known[id(item)]
            patch = {name: item.pop(name) for name in REST[1:] if name in item}
            # A name that another bone had already is numbered; what this call made comes before what was there.
            patch["parent"] = bones[names.get(parent, parent)] if parent else None
            rest.shape(bone, patch, like=bones.get(item.pop(LIKE, "")), new=True)
            names[asked] = bone.name
            added.append(bone.name)
    return added


def _parent_name(rig: Any, item: Item, items: list[Item]) -> str | None:
    """The bone above a new one: one of the rig, or one made before it in the same call."""
    checked_name(item.get("name") or "Bone", PART_BYTES)
    reference = item.pop("parent_id", None)
    if not reference:
        return None
    before = {other.get("name") for other in items[: next(i for i, other in enumerate(items) if other is item)]}
    try:
        return str(reference) if reference in before else joint_of(rig, reference, "parent_id")
    except NotFoundError as missing:
        if reference in {other.get("name") for other in items}:
            raise InvalidParamsError(
                f"the parent `{reference}` is made after its child in this call", {"path": "parent_id"}
            ) from missing
        raise


def write_rests(pairs: list[tuple[Joint, Item]]) -> list[Item]:
    """Writes the rest of joints, in one edit per rig; gives what is left of each patch."""
    plan = [(target, *_change(target, patch)) for target, patch in pairs]
    plan = [one for one in plan if one[1]]
    for rig, own in _by_rig([target.rig for target, *_ in plan]):
        with rest.editing(rig) as bones:
            for target, changes, parent in (plan[index] for index in own):
                if "parent_id" in changes:
                    _refuse_cycle(bones[target.part.key], bones[parent] if parent else None)
                    changes["parent"] = bones[parent] if parent else None
                rest.shape(bones[target.part.key], changes)
    return [{name: value for name, value in patch.items() if name not in REST} for _, patch in pairs]


def _change(target: Joint, patch: Item) -> tuple[Item, str | None]:
    """What a patch says of a joint's rest, and the name of the joint above it that it asks for."""
    reference = patch.get("parent_id")
    parent = joint_of(target.rig, reference, "parent_id") if reference else None
    return {name: patch[name] for name in REST if name in patch}, parent


def _refuse_cycle(bone: Any, above: Any) -> None:
    while above is not None:
        if above == bone:
            raise InvalidParamsError(f"`{bone.name}` cannot be its own ancestor", {"path": "parent_id"})
        above = above.parent


def remove_joints(targets: list[Joint]) -> list[str]:
    """Removes joints; those below them come to be below the ones above."""
    ids = [JOINTS.id_of(target.part) for target in targets]
    doomed = {(node_id(target.rig), target.part.key) for target in targets}
    _refuse_used(targets, doomed)
    for rig, own in _by_rig([target.rig for target in targets]):
        with rest.editing(rig) as bones:
            rest.remove(bones, [targets[index].part.key for index in own])
    return ids


def _refuse_used(targets: list[Joint], doomed: set[tuple[str, str]]) -> None:
    """Raises when a constraint that stays aims at one that goes."""
    import bpy

    for node in bpy.data.objects:
        stacks = [("", node.constraints)]
        stacks += [(bone.name, bone.constraints) for bone in node.pose.bones] if node.pose else []
        for bone, stack in stacks:
            if (node_id(node), bone) in doomed:
                continue
            for constraint in stack:
                aims = [(getattr(constraint, which, None), getattr(constraint, sub, "")) for which, sub in _AIMS]
                aims += [(one.target, one.subtarget) for one in getattr(constraint, "targets", ())]
                used = next((key for aim, key in aims if aim is not None and (node_id(aim), key) in doomed), None)
                if used is not None:
                    where = f"{node.name}/{bone}" if bone else node.name
                    raise ConflictError(
                        f"the constraint `{constraint.name}` of `{where}` aims at the joint `{used}`",
                        {"id": used, "constraint": constraint.name, "of": where},
                        ["delete that constraint first, or give it another target"],
                    )


_AIMS = (("target", "subtarget"), ("pole_target", "pole_subtarget"))
