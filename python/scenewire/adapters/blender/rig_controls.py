"""Rig controls: bones that are drawn as an object, which is how riggers in Blender make them. One action holds all of a
character's animation then, and what works on poses (mirroring, pose assets, selection by name) works on controls. Bones
follow one by a Copy Transforms constraint.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scenewire.adapters.blender.bones import JOINTS
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.control_shapes import extent, object_of, shape_of
from scenewire.adapters.blender.joints import JOINT_ENTITY, JOINT_FIELDS
from scenewire.adapters.blender.lacks import lacks_of, refuse_word
from scenewire.adapters.blender.nodes import find_typed, node_id
from scenewire.adapters.blender.parts import Part
from scenewire.adapters.blender.rigs import find_rig
from scenewire.adapters.blender.skeleton import LIKE, Joint, joint_of, make_joints, remove_joints, write_rests
from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.errors import InvalidParamsError, NotFoundError

_FOLLOWS = "COPY_TRANSFORMS"
#: Space of ours -> that of the bone which follows, and that of the control.
_SPACES = {
    "object": ("POSE", "POSE"),
    "world": ("WORLD", "WORLD"),
    "parent": ("LOCAL_WITH_PARENT", "LOCAL_WITH_PARENT"),
    "joint": ("LOCAL", "LOCAL_OWNER_ORIENT"),
}
#: How far from a rotation alone an offset may be: single precision.
_RIGID = 1e-4


def _is_control(rig: Any, bone: str) -> bool:
    return rig.pose is not None and rig.pose.bones[bone].custom_shape is not None


def _find(reference: str) -> Joint:
    part = JOINTS.find(reference)
    if not _is_control(part.owner, part.key):
        raise NotFoundError(
            f"the joint `{part.key}` of `{part.owner.name}` is no control: it is drawn as no shape",
            {"id": reference},
            ["get_joints"],
        )
    return Joint(part)


def _all(parent: str | None) -> Iterable[Joint]:
    parts = JOINTS.of(find_rig(parent)) if parent else JOINTS.all()
    return [Joint(part) for part in parts if _is_control(part.owner, part.key)]


def _make_all(items: list[Item]) -> list[Joint]:
    for item in items:
        item.setdefault("name", "Control")
        rig, followers = find_rig(item["rig_id"]), item.get("target_joint_ids") or []
        if followers:
            item[LIKE] = joint_of(rig, followers[0], "target_joint_ids")
            above = rig.data.bones[item[LIKE]].parent
            item.setdefault("parent_id", JOINTS.id_of(Part(rig, above.name)) if above else None)
    made = make_joints(items)
    for target, item in zip(made, items):
        target.bone.use_deform = False
        target.pose.use_custom_shape_bone_size = False
        word = item.pop("shape", None) or ("custom" if item.get("custom_mesh_id") else "cube")
        shown = find_typed(item.pop("custom_mesh_id"), "mesh") if word == "custom" else object_of(word)
        target.pose.custom_shape = shown
        item.setdefault("size", target.bone.length)
        item.pop("custom_mesh_id", None)
    return made


def _remove(targets: list[Joint]) -> list[str]:
    for target in targets:
        for bone, follows in _followers(target):
            bone.constraints.remove(follows)
    return remove_joints(targets)


def _followers(target: Joint) -> list[tuple[Any, Any]]:
    """The bones that follow a control, each with the constraint that makes it."""
    return [
        (bone, one)
        for bone in target.rig.pose.bones
        for one in bone.constraints
        if one.type == _FOLLOWS and one.target == target.rig and one.subtarget == target.part.key
    ]


def _joints(target: Joint, _job: Job) -> list[str]:
    names = dict.fromkeys(bone.name for bone, _ in _followers(target))
    return [JOINTS.id_of(Part(target.rig, name)) for name in names]


def _set_joints(target: Joint, references: list[str]) -> None:
    names = list(dict.fromkeys(joint_of(target.rig, reference, "target_joint_ids") for reference in references))
    above = {target.part.key, *(bone.name for bone in target.bone.parent_recursive)}
    for name in names:
        if name in above:
            raise InvalidParamsError(
                f"`{name}` cannot follow `{target.part.key}`, which hangs on it", {"path": "target_joint_ids"}
            )
    space = _space(target) or "joint"
    there = _followers(target)
    for bone, follows in there:
        if bone.name not in names:
            bone.constraints.remove(follows)
    for name in names:
        if name not in [bone.name for bone, _ in there]:
            made = target.rig.pose.bones[name].constraints.new(_FOLLOWS)
            made.name = target.part.key
            made.target, made.subtarget = target.rig, target.part.key
            made.owner_space, made.target_space = _SPACES[space]


def _space(target: Joint) -> str | None:
    """In what joints follow; None when none do, or some otherwise than we ever make them."""
    spaces = {(one.owner_space, one.target_space) for _, one in _followers(target)}
    return next((word for word, pair in _SPACES.items() if spaces == {pair}), None)


def _set_space(target: Joint, word: str) -> None:
    followers = _followers(target)
    if not followers:
        raise InvalidParamsError(f"no joint follows `{target.part.key}`", {"path": "space_type", "got": word})
    for _, one in followers:
        one.owner_space, one.target_space = _SPACES[word]


def _exchange(target: Joint, node: Any) -> None:
    """Shows another shape, as large as the one before."""
    size = _size(target, None)
    target.pose.custom_shape = node
    _set_size(target, size)


def _write_shape(target: Joint, patch: Item) -> Item:
    """Shape and mesh together, as each says something of the other."""
    word, mesh = patch.get("shape"), patch.get("custom_mesh_id")
    if mesh:
        _exchange(target, find_typed(mesh, "mesh"))
    elif word == "custom" or (word is None and "custom_mesh_id" in patch):
        if (word == "custom") != (shape_of(target.pose.custom_shape) == "custom"):
            raise InvalidParamsError(
                f"`{target.part.key}` needs a shape to be drawn as",
                {"path": "custom_mesh_id" if word else "shape"},
                ["give `custom_mesh_id` as well" if word else "give another `shape` as well"],
            )
    elif word:
        _exchange(target, object_of(word))
    return {name: value for name, value in patch.items() if name not in ("shape", "custom_mesh_id")}


def _mesh(target: Joint, _job: Job) -> str | None:
    node = target.pose.custom_shape
    return node_id(node) if shape_of(node) == "custom" else None


def _unit(target: Joint) -> float:
    """How large its shape is drawn at a scale of 1."""
    length = target.bone.length if target.pose.use_custom_shape_bone_size else 1.0
    return extent(target.pose.custom_shape) * length


def _size(target: Joint, _job: Job | None) -> float:
    return float(max(map(abs, target.pose.custom_shape_scale_xyz)) * _unit(target))


def _set_size(target: Joint, size: float) -> None:
    unit = _unit(target)
    if not unit:
        raise InvalidParamsError(
            f"`{target.pose.custom_shape.name}`, as which `{target.part.key}` is drawn, has no extent", {"path": "size"}
        )
    # Another size keeps the proportions that an artist gave it.
    before = target.pose.custom_shape_scale_xyz.copy()
    most = max(map(abs, before))
    target.pose.custom_shape_scale_xyz = before * (size / unit / most) if most else (size / unit,) * 3


def _offset(target: Joint, _job: Job) -> list[float]:
    from mathutils import Matrix

    pose = target.pose
    matrix = Matrix.LocRotScale(pose.custom_shape_translation, pose.custom_shape_rotation_euler, None)
    return [value for row in matrix for value in row]


def _set_offset(target: Joint, numbers: list[float]) -> None:
    from mathutils import Matrix

    matrix = Matrix([numbers[at : at + 4] for at in range(0, 16, 4)])
    place, turn, _ = matrix.decompose()
    rigid = Matrix.LocRotScale(place, turn, None)
    if any(abs(matrix[row][column] - rigid[row][column]) > _RIGID for row in range(4) for column in range(4)):
        raise InvalidParamsError(
            "an offset moves and turns; it does not scale, shear or mirror",
            {"path": "offset_matrix", "got": numbers},
            ["give `size` for the scale"],
        )
    target.pose.custom_shape_translation = place
    target.pose.custom_shape_rotation_euler = turn.to_euler("XYZ")


def _set_display(target: Joint, word: str) -> None:
    refuse_word("rig_controls", "display_type", word)
    target.bone.show_wire = word == "template"


def _nothing(_target: Joint, _value: Any) -> None:
    """What `_write_shape` has written."""


#: In the order of writing: who follows comes before in what, the shape (`_write_shape`) before its size.
RIG_CONTROL_FIELDS: dict[str, Field] = {
    **JOINT_FIELDS,
    "target_joint_ids": Field(_joints, _set_joints),
    "shape": Field(lambda target, _job: shape_of(target.pose.custom_shape), _nothing),
    "custom_mesh_id": Field(_mesh, _nothing),
    "size": Field(_size, _set_size),
    "offset_matrix": Field(_offset, _set_offset),
    "space_type": Field(lambda target, _job: _space(target) or ABSENT, _set_space),
    "display_type": Field(lambda target, _job: "template" if target.bone.show_wire else "normal", _set_display),
    **lacks_of("rig_controls"),
}

RIG_CONTROLS = Entity(
    plural="rig_controls",
    fields=RIG_CONTROL_FIELDS,
    make=JOINT_ENTITY.make,
    make_all=_make_all,
    find=_find,
    all=_all,
    remove=_remove,
    guard=JOINT_ENTITY.guard,
    settle=settle,
    write_group=_write_shape,
    write_together=write_rests,
    places=JOINT_ENTITY.places,
)
