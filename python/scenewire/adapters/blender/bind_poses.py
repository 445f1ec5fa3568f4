"""Poses of rigs that are kept: the rest, in which Blender binds skins, and actions that are marked as pose assets. Such
an action is a pose of every rig that has most of its bones: Blender's asset browser offers it to all.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scenewire.adapters.blender import pose_actions
from scenewire.adapters.blender.bones import JOINTS, armatures
from scenewire.adapters.blender.clips import guard_clips
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.metadata import read_metadata, write_metadata
from scenewire.adapters.blender.naming import checked_name
from scenewire.adapters.blender.nodes import guard_nodes, node_id
from scenewire.adapters.blender.parts import Part, Parts, Target
from scenewire.adapters.blender.rigs import find_rig
from scenewire.adapters.blender.skeleton import joint_of
from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.errors import ConflictError, InvalidParamsError

_REST_NAME = "Rest"
#: No action has this name: a line break stands in it.
_REST = f"rest\n{_REST_NAME}"
#: Within which two poses are the same: single precision, through some sines.
_SAME = 1e-4


def _keys(rig: Any) -> list[str]:
    return [_REST, *(action.name for action in pose_actions.poses_of(rig))] if rig.type == "ARMATURE" else []


POSES = Parts("bind_pose", _keys, armatures)


class Pose(Target):
    """A kept pose of a rig."""

    @property
    def is_rest(self) -> bool:
        """Whether it is the rest, which is no action."""
        return self.part.key == _REST

    @property
    def it(self) -> Any:
        """Blender's action."""
        import bpy

        return bpy.data.actions[self.part.key]

    def bases(self) -> dict[str, Any]:
        """What each of its bones is moved from the rest."""
        from mathutils import Matrix

        if self.is_rest:
            return {bone.name: Matrix() for bone in self.node.data.bones}
        return pose_actions.read_bases(self.node, self.it)


def _make(item: Item) -> Pose:
    import bpy

    rig = find_rig(item.pop("rig_id"))
    guard_nodes([rig])
    name = checked_name(item.pop("name", None) or "Pose")
    given = item.pop("transforms", None)
    bases = _bases(rig, given) if given is not None else {bone.name: bone.matrix_basis for bone in rig.pose.bones}
    if not bases:
        raise InvalidParamsError(f"`{rig.name}` has no joints to keep a pose of", {"path": "rig_id"})
    action = bpy.data.actions.new(name)
    pose_actions.write_bases(rig, action, bases)
    action.asset_mark()
    return Pose(POSES.made(Part(rig, action.name)))


def _bases(rig: Any, transforms: list[Item]) -> dict[str, Any]:
    from mathutils import Matrix

    places = {}
    for one in transforms:
        numbers = one["matrix"]
        name = joint_of(rig, one["joint_id"], "transforms.joint_id")
        if name in places:
            raise InvalidParamsError(f"`{name}` is there twice", {"path": "transforms.joint_id", "got": name})
        places[name] = Matrix([numbers[at : at + 4] for at in range(0, 16, 4)])
    if not places:
        raise InvalidParamsError("a pose has at least one joint", {"path": "transforms"})
    bases = pose_actions.from_rig(rig, places)
    for name, basis in bases.items():
        if not _alike(basis, Matrix.LocRotScale(*basis.decompose())):
            raise InvalidParamsError(
                f"Blender keeps place, turn and scale of `{name}`, which this matrix is not made of",
                {
                    "path": "transforms.matrix",
                    "expected": "no shear, nothing flat",
                    "got": list(map(list, places[name])),
                },
            )
    return bases


def _alike(one: Any, other: Any) -> bool:
    return all(abs(one[row][column] - other[row][column]) < _SAME for row in range(4) for column in range(4))


def _refuse_rest(target: Pose, path: str) -> None:
    if target.is_rest:
        raise ConflictError(
            f"the rest of `{target.node.name}` is the rig itself",
            {"path": path},
            ["update_joints changes it", "create_bind_poses keeps another pose"],
        )


def _remove(targets: list[Pose]) -> list[str]:
    import bpy

    for target in targets:
        _refuse_rest(target, "ids")
    ids = [POSES.id_of(target.part) for target in targets]
    bpy.data.batch_remove([target.it for target in targets])
    return ids


def _rename(target: Pose, name: str) -> None:
    _refuse_rest(target, "name")
    checked_name(name)
    import bpy

    if name != target.part.key and name in bpy.data.actions:
        raise ConflictError(f"another action is called `{name}`", {"path": "name"})
    action = target.it
    POSES.id_of(target.part)
    action.name = name
    target.part = Part(target.node, action.name)


def _transforms(target: Pose, _job: Job) -> list[Item]:
    placed = pose_actions.to_rig(target.node, target.bases())
    ids = JOINTS.ids_of(target.node, placed)
    return [
        {"joint_id": joint, "matrix": [value for row in matrix for value in row]}
        for joint, matrix in zip(ids, placed.values())
    ]


def _set_transforms(target: Pose, transforms: list[Item]) -> None:
    _refuse_rest(target, "transforms")
    pose_actions.write_bases(target.node, target.it, _bases(target.node, transforms))


def _joints(target: Pose, _job: Job) -> list[str]:
    rig = target.node
    return JOINTS.ids_of(rig, rig.data.bones.keys() if target.is_rest else pose_actions.joints_of(rig, target.it))


def _active(target: Pose, _job: Job | None) -> bool:
    bones = target.node.pose.bones
    return all(_alike(bones[name].matrix_basis, basis) for name, basis in target.bases().items())


def _set_active(target: Pose, active: bool) -> None:
    from mathutils import Matrix

    if active == _active(target, None):
        return
    if not active and target.is_rest:
        raise ConflictError("what a rig leaves its rest for is another pose", {"path": "active"}, ["make that active"])
    for name, basis in target.bases().items():
        target.node.pose.bones[name].matrix_basis = basis if active else Matrix()


def _set_metadata(target: Pose, given: dict[str, Any]) -> None:
    _refuse_rest(target, "metadata")
    write_metadata(target.it, given)


def _is_rest(target: Pose, _job: Job) -> bool:
    return target.is_rest


BIND_POSE_FIELDS: dict[str, Field] = {
    "id": Field(lambda target, _job: POSES.read_id(target.part)),
    "name": Field(lambda target, _job: _REST_NAME if target.is_rest else target.part.key, _rename),
    "rig_id": Field(lambda target, _job: node_id(target.node)),
    "transforms": Field(_transforms, _set_transforms, heavy=True),
    "joint_ids": Field(_joints),
    "active": Field(_active, _set_active),
    "is_bind_pose": Field(_is_rest),
    "is_default": Field(_is_rest),
    "metadata": Field(lambda target, _job: ABSENT if target.is_rest else read_metadata(target.it), _set_metadata),
}


def _all(parent: str | None) -> Iterable[Pose]:
    return [Pose(part) for part in (POSES.of(find_rig(parent)) if parent else POSES.all())]


def _guard(targets: list[Pose]) -> None:
    guard_nodes([target.node for target in targets])
    guard_clips([target.it for target in targets if not target.is_rest])


BIND_POSES = Entity(
    plural="bind_poses",
    fields=BIND_POSE_FIELDS,
    make=_make,
    find=lambda reference: Pose(POSES.find(reference)),
    all=_all,
    remove=_remove,
    guard=_guard,
    settle=settle,
)
