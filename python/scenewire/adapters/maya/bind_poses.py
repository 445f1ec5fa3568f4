"""Poses of rigs that are kept: dagPose nodes. One that a skin is bound in belongs to the skin, and is neither changed
here nor deleted.
"""

from __future__ import annotations

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.maya import kept_poses, matrices
from scenewire.adapters.maya.attributes import get, put
from scenewire.adapters.maya.handles import Handle, Kind, delete, give_name, guard, handle, handles, places, settle
from scenewire.adapters.maya.joints import find_joint, set_rotation
from scenewire.adapters.maya.metadata import METADATA
from scenewire.adapters.maya.naming import checked_name, shown
from scenewire.adapters.maya.nodes import is_joint, node_id, parent_of
from scenewire.adapters.maya.rigs import JOINT, find_rig, joints_of, rig_of
from scenewire.adapters.maya.rotations import Row
from scenewire.adapters.maya.skin_weights import bound_in
from scenewire.errors import ConflictError, InvalidParamsError


def _holds(path: str) -> bool:
    from maya import cmds

    return cmds.nodeType(path) == "dagPose" and bool(kept_poses.members(path))


def _paths() -> list[str]:
    from maya import cmds

    return [str(path) for path in cmds.ls(type="dagPose") if kept_poses.members(path)]


POSE = Kind("bind_pose", _paths, _holds)


def _rig(path: str) -> str:
    return rig_of(next(iter(kept_poses.members(path))))


def _all(parent: str | None) -> list[Handle]:
    rig = find_rig(parent).path if parent else None
    return handles([path for path in _paths() if rig in (None, _rig(path))])


def _make(item: Item) -> Handle:
    from maya import cmds

    rig = find_rig(item.pop("rig_id"))
    guard([rig])
    given = item.pop("transforms", None)
    local = _locals(rig.path, given) if given is not None else None
    joints = list(local) if local is not None else joints_of(rig.path)
    if not joints:
        raise InvalidParamsError(f"`{rig.name}` has no joints to keep a pose of", {"path": "rig_id"})
    name = checked_name(item.pop("name", None) or "dagPose")
    made = handle(str(cmds.dagPose(*joints, save=True, selection=True, name=name)))
    if local is not None:
        kept_poses.write(made.path, local)
    return made


def _locals(rig: str, transforms: list[Item]) -> dict[str, Row]:
    """What is local to parents, of joints whose places in their rig are given."""
    given: dict[str, Row] = {}
    for one in transforms:
        joint = find_joint(one["joint_id"], rig, "transforms.joint_id").path
        if joint in given:
            raise InvalidParamsError(
                f"`{shown(joint)}` is there twice", {"path": "transforms.joint_id", "got": one["joint_id"]}
            )
        given[joint] = matrices.to_columns([float(number) for number in one["matrix"]])
    if not given:
        raise InvalidParamsError("a pose has at least one joint", {"path": "transforms"})
    order = [joint for joint in joints_of(rig) if joint in given]
    local = kept_poses.locals_of({joint: given[joint] for joint in order})
    for joint, matrix in local.items():
        above = local.get(parent_of(joint) or "")
        scale = matrices.parts(above)["scale"] if above else [1.0, 1.0, 1.0]
        if not kept_poses.is_kept(joint, matrix, scale):
            raise InvalidParamsError(
                f"a joint of Maya has a place, a turn and a scale, which the matrix of `{shown(joint)}` is not made of",
                {"path": "transforms.matrix", "expected": "no shear, nothing flat", "got": given[joint]},
            )
    return local


def _refuse_bound(pose: Handle, path: str) -> None:
    skins = bound_in(pose.path)
    if skins:
        raise ConflictError(
            f"the skin `{skins[0]}` is bound in `{pose.name}`, which goes with it",
            {"path": path, "skin": skins[0]},
            ["create_bind_poses keeps another pose"],
        )


def _remove(targets: list[Handle]) -> list[str]:
    for target in targets:
        _refuse_bound(target, "ids")
    ids = [POSE.id(target) for target in targets]
    delete([target.path for target in targets])
    return ids


def _transforms(pose: Handle, _job: Job) -> list[Item]:
    return [
        {"joint_id": JOINT.id_of(joint), "matrix": matrices.to_columns(matrix)}
        for joint, matrix in kept_poses.read(pose.path).items()
    ]


def _set_transforms(pose: Handle, transforms: list[Item]) -> None:
    _refuse_bound(pose, "transforms")
    kept_poses.write(pose.path, _locals(_rig(pose.path), transforms))


def _away(pose: Handle) -> list[str]:
    """The joints that are not where the pose has them."""
    from maya import cmds

    found = cmds.dagPose(pose.path, query=True, atPose=True) or ()
    return [str(path) for path in cmds.ls(list(found), long=True) if is_joint(path)] if found else []


def _set_active(pose: Handle, active: bool) -> None:
    from maya import cmds

    if active == (not _away(pose)):
        return
    if active:
        cmds.dagPose(pose.path, restore=True)
        away = _away(pose)
        if away:
            raise ConflictError(
                f"`{shown(away[0])}` did not go where `{pose.name}` has it",
                {"path": "active", "node": away[0]},
                ["unlock its channels, or take off what else says or limits them"],
            )
        return
    for joint in handles(list(kept_poses.members(pose.path))):
        set_rotation(joint, [0.0, 0.0, 0.0, 1.0])
        put(joint.path, "scale", 1.0, 1.0, 1.0, field="active")
    if not _away(pose):
        raise ConflictError("what a rig leaves its rest for is another pose", {"path": "active"}, ["make that active"])


FIELDS: dict[str, Field] = {
    "id": Field(lambda pose, _job: POSE.id(pose)),
    "name": Field(lambda pose, _job: pose.name, give_name),
    "rig_id": Field(lambda pose, _job: node_id(_rig(pose.path))),
    "transforms": Field(_transforms, _set_transforms, heavy=True),
    "joint_ids": Field(lambda pose, _job: [JOINT.id_of(joint) for joint in kept_poses.members(pose.path)]),
    "active": Field(lambda pose, _job: not _away(pose), _set_active),
    "is_bind_pose": Field(lambda pose, _job: bool(get(pose.path, "bindPose"))),
    "is_default": Field(lambda pose, _job: bool(bound_in(pose.path))),
    "metadata": METADATA,
}

BIND_POSES = Entity(
    plural="bind_poses",
    fields=FIELDS,
    make=_make,
    find=POSE.find,
    all=_all,
    remove=_remove,
    guard=guard,
    settle=settle,
    places=places,
)
