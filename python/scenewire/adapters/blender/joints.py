"""Joints: the bones of armatures, their rest (`rest.py`) and their pose."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scenewire.adapters.blender import rest, versions
from scenewire.adapters.blender.bones import JOINTS
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.identity import nearest
from scenewire.adapters.blender.lacks import lacks_of
from scenewire.adapters.blender.metadata import read_metadata, write_metadata
from scenewire.adapters.blender.naming import PART_BYTES, checked_name
from scenewire.adapters.blender.nodes import guard_nodes, node_id
from scenewire.adapters.blender.parts import Part
from scenewire.adapters.blender.rigs import find_rig
from scenewire.adapters.blender.transforms import read_basis, write_basis
from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.errors import ConflictError, InvalidParamsError, NotFoundError

_REST = ("parent_id", "position", "orientation", "length")
_LOCKS = ("lock_location", "lock_rotation", "lock_scale")


class Target:
    """A bone for the length of a call. Blender makes all bones anew when one is edited: only the name is kept."""

    def __init__(self, part: Part):
        self.part = part

    @property
    def rig(self) -> Any:
        """The armature object."""
        return self.part.owner

    @property
    def bone(self) -> Any:
        """Its rest."""
        return self.rig.data.bones[self.part.key]

    @property
    def pose(self) -> Any:
        """Its pose."""
        return self.rig.pose.bones[self.part.key]


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


def _make_all(items: list[Item]) -> list[Target]:
    rigs = [find_rig(item.pop("rig_id")) for item in items]
    guard_nodes(rigs)
    made: list[Target] = [Target(Part(rig, "")) for rig in rigs]
    for rig in {node_id(rig): rig for rig in rigs}.values():
        own = [index for index, other in enumerate(rigs) if other == rig]
        for index, name in zip(own, _add(rig, [items[index] for index in own])):
            made[index] = Target(Part(rig, name))
    settle()
    for target in made:
        JOINTS.made(target.part)
    return made


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
            patch = {name: item.pop(name) for name in _REST[1:] if name in item}
            # A name that another bone had already is numbered; what this call made comes before what was there.
            patch["parent"] = bones[names.get(parent, parent)] if parent else None
            rest.shape(bone, patch, new=True)
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


def _write_rest(target: Target, patch: Item) -> Item:
    left = {name: value for name, value in patch.items() if name not in _REST}
    changes = {name: patch[name] for name in _REST if name in patch}
    if not changes:
        return left
    parent: str | None = None
    if "parent_id" in changes:
        reference = changes.pop("parent_id")
        parent = joint_of(target.rig, reference, "parent_id") if reference else None
        _refuse_cycle(target, parent)
    with rest.editing(target.rig) as bones:
        if "parent_id" in patch:
            changes["parent"] = bones[parent] if parent else None
        rest.shape(bones[target.part.key], changes)
    return left


def _refuse_cycle(target: Target, parent: str | None) -> None:
    above = target.rig.data.bones[parent] if parent else None
    while above is not None:
        if above.name == target.part.key:
            raise InvalidParamsError(f"`{target.part.key}` cannot be its own ancestor", {"path": "parent_id"})
        above = above.parent


def _remove(targets: list[Target]) -> list[str]:
    ids = [JOINTS.id_of(target.part) for target in targets]
    doomed = {(node_id(target.rig), target.part.key) for target in targets}
    _refuse_used(targets, doomed)
    for rig in {node_id(target.rig): target.rig for target in targets}.values():
        with rest.editing(rig) as bones:
            rest.remove(bones, [target.part.key for target in targets if target.rig == rig])
    return ids


def _refuse_used(targets: list[Target], doomed: set[tuple[str, str]]) -> None:
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


def _rename(target: Target, name: str) -> None:
    JOINTS.id_of(target.part)
    checked_name(name, PART_BYTES)
    if name != target.part.key and name in target.rig.data.bones:
        raise ConflictError(f"`{target.rig.name}` has another joint called `{name}`", {"path": "name"})
    target.bone.name = name
    target.part = Part(target.rig, name)


def _local(target: Target) -> Any:
    bone = target.bone
    return bone.parent.matrix_local.inverted() @ bone.matrix_local if bone.parent else bone.matrix_local.copy()


def _orientation(target: Target, _job: Job) -> list[float]:
    turn = _local(target).to_quaternion()
    return [turn.x, turn.y, turn.z, turn.w]


def _parent(target: Target, _job: Job) -> str | None:
    above = target.bone.parent
    return JOINTS.id_of(Part(target.rig, above.name)) if above else None


def _children(target: Target, _job: Job) -> list[str]:
    return [JOINTS.id_of(Part(target.rig, child.name)) for child in target.bone.children]


def _basis(part: str) -> Field:
    return Field(
        lambda target, _job: read_basis(target.pose, part), lambda target, value: write_basis(target.pose, part, value)
    )


def _rested(read: Any) -> Field:
    """A field of the rest: what writes it is `_write_rest`."""
    return Field(read, lambda _target, _value: None)


def _world(target: Target, _job: Job) -> list[float]:
    return [value for row in target.rig.matrix_world @ target.pose.matrix for value in row]


def _set_visible(target: Target, visible: bool) -> None:
    versions.bone_shown_by(target.pose).hide = not visible


def _locked(target: Target, _job: Job) -> bool:
    return bool(target.bone.hide_select) and all(all(getattr(target.pose, lock)) for lock in _LOCKS)


def _set_locked(target: Target, locked: bool) -> None:
    if locked == _locked(target, None):  # type: ignore[arg-type]
        return
    target.bone.hide_select = locked
    for lock in _LOCKS:
        setattr(target.pose, lock, (locked,) * 3)


def _set_compensation(target: Target, compensates: bool) -> None:
    if compensates != (target.bone.inherit_scale != "FULL"):
        target.bone.inherit_scale = "NONE" if compensates else "FULL"


def _set_radius(target: Target, radius: float) -> None:
    target.bone.head_radius = radius


JOINT_FIELDS: dict[str, Field] = {
    "id": Field(lambda target, _job: JOINTS.id_of(target.part)),
    "name": Field(lambda target, _job: target.part.key, _rename),
    "rig_id": Field(lambda target, _job: node_id(target.rig)),
    "rig_name": Field(lambda target, _job: target.rig.name),
    "parent_id": _rested(_parent),
    "child_ids": Field(_children),
    "position": _rested(lambda target, _job: list(_local(target).to_translation())),
    "orientation": _rested(_orientation),
    "length": _rested(lambda target, _job: target.bone.length),
    "pose_position": _basis("position"),
    "rotation": _basis("rotation"),
    "scale": _basis("scale"),
    "matrix_world": Field(_world),
    "visible": Field(lambda target, _job: not versions.bone_shown_by(target.pose).hide, _set_visible),
    "locked": Field(_locked, _set_locked),
    "segment_scale_compensate": Field(lambda target, _job: target.bone.inherit_scale != "FULL", _set_compensation),
    "joint_radius": Field(lambda target, _job: target.bone.head_radius, _set_radius),
    "metadata": Field(
        lambda target, _job: read_metadata(target.pose), lambda target, given: write_metadata(target.pose, given)
    ),
    **lacks_of("joints"),
}


def _all(parent: str | None) -> Iterable[Target]:
    return [Target(part) for part in (JOINTS.of(find_rig(parent)) if parent else JOINTS.all())]


def _refuse(_item: Item) -> Target:
    raise NotImplementedError("joints are made all at once")


JOINT_ENTITY = Entity(
    plural="joints",
    fields=JOINT_FIELDS,
    make=_refuse,
    make_all=_make_all,
    find=lambda reference: Target(JOINTS.find(reference)),
    all=_all,
    remove=_remove,
    guard=lambda targets: guard_nodes([target.rig for target in targets]),
    settle=settle,
    write_group=_write_rest,
    places=lambda targets: JOINTS.places(target.part for target in targets),
)
