"""Poses of rigs that are kept: the rest, which is the skeleton's own, and SkelAnimations below it that nobody bound."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.references import the_only
from scenewire.adapters.usd import skel_animations, skeleton
from scenewire.adapters.usd.handles import Handle, guard, handle, places, settle
from scenewire.adapters.usd.identity import IDENTITY
from scenewire.adapters.usd.joints import find_joint
from scenewire.adapters.usd.metadata import read_metadata, write_metadata
from scenewire.adapters.usd.naming import checked_name, define, remove, rename, shown
from scenewire.adapters.usd.nodes import find_typed, node_id, node_type
from scenewire.adapters.usd.stage import STAGE
from scenewire.adapters.usd.transforms import composed, from_list, parts, to_list
from scenewire.errors import ConflictError, InvalidParamsError

_KIND = "bind_pose"
_REST_NAME = "Rest"
#: The rest as a part of its skeleton: no joint's token has a line break.
_REST = f"\n{_REST_NAME}"
#: Within which two poses are the same: places in single precision, sizes in half.
_SAME = 1e-3


class Pose(Handle):
    """A kept pose: the rest by its skeleton and a part of it, others by their SkelAnimation."""

    __slots__ = ()

    @property
    def is_rest(self) -> bool:
        """Whether it is the rest, which is no prim of its own."""
        return (IDENTITY.key(self.number) or (None, ""))[1] == _REST

    @property
    def rig(self) -> Any:
        """The skeleton."""
        return self.prim if self.is_rest else self.prim.GetParent()

    @property
    def name(self) -> str:
        """As people see it."""
        return _REST_NAME if self.is_rest else shown(self.prim)

    def locals(self) -> skel_animations.Locals:
        """The whole local transform of each of its joints."""
        from pxr import UsdSkel

        if self.is_rest:
            return {joint.token: joint.rest for joint in skeleton.load(self.rig)}
        return skel_animations.read(UsdSkel.Animation(self.prim))


def _of_rig(rig: Any) -> list[Pose]:
    kept = [IDENTITY.number(animation.GetPath()) for animation in skel_animations.kept_of(rig)]
    return [Pose(number) for number in (IDENTITY.number(rig.GetPath(), _REST), *kept)]


def _all(parent: str | None) -> list[Pose]:
    prims = [find_typed(parent, "armature").prim] if parent else STAGE.prims()
    return [pose for prim in prims if node_type(prim) == "armature" for pose in _of_rig(prim)]


def _id(pose: Pose) -> str:
    return IDENTITY.of(_KIND, pose.path, _REST if pose.is_rest else "")


def _find(reference: str) -> Pose:
    number, looks_like = IDENTITY.find(_KIND, reference)
    every = _all(None)
    found = next((pose for pose in every if pose.number == number), None)
    if found is not None:
        return found
    if looks_like:
        raise IDENTITY.gone(_KIND, reference)
    return the_only(
        "pose",
        reference,
        [pose for pose in every if pose.name == reference],
        lambda pose: {"id": _id(pose), "name": reference, "rig": shown(pose.rig)},
        lambda: (pose.name for pose in every),
    )


def _make(item: Item) -> Pose:
    from pxr import UsdSkel

    rig = find_typed(item.pop("rig_id"), "armature").prim
    given = item.pop("transforms", None)
    present = {joint.token: joint.pose * joint.rest for joint in skeleton.load(rig)}
    told = present if given is None else _locals(rig, given)
    if not told:
        raise InvalidParamsError(f"`{shown(rig)}` has no joints to keep a pose of", {"path": "rig_id"})
    made = define(rig.GetPath(), item.pop("name", None) or "Kept pose", "SkelAnimation")
    skel_animations.write(UsdSkel.Animation(made), told)
    return Pose(IDENTITY.number(made.GetPath()))


def _locals(rig: Any, transforms: list[Item]) -> skel_animations.Locals:
    """Local transforms of joints that are placed in their rig; the others stay at rest over those above them."""
    joints = skeleton.load(rig)
    placed: skel_animations.Locals = {}
    for one in transforms:
        target = find_joint(one["joint_id"], rig)
        if target.rig != rig:
            raise InvalidParamsError(
                f"`{target.it.name}` is no joint of `{shown(rig)}`", {"path": "transforms.joint_id"}
            )
        if target.token in placed:
            name = target.it.name
            raise InvalidParamsError(f"`{name}` is there twice", {"path": "transforms.joint_id", "got": name})
        placed[target.token] = from_list(one["matrix"])
    if not placed:
        raise InvalidParamsError("a pose has at least one joint", {"path": "transforms"})
    whole = _in_rig(joints, lambda joint, above: placed.get(joint.token, joint.rest * above))
    told = {joint.token: whole[joint.token] * _above(joint, whole).GetInverse() for joint in joints}
    for joint in joints:
        if joint.token in placed:
            _refuse_sheared(joint.name, told[joint.token], placed[joint.token])
    return {token: local for token, local in told.items() if token in placed}


def _refuse_sheared(name: str, local: Any, given: Any) -> None:
    now = parts(local)
    if not _alike(local, composed(now["position"], now["rotation"], now["scale"])):
        raise InvalidParamsError(
            f"a SkelAnimation keeps place, turn and scale of `{name}`, which this matrix is not made of",
            {"path": "transforms.matrix", "expected": "no shear, nothing flat", "got": to_list(given)},
        )


def _in_rig(joints: list[skeleton.Joint], place: Any) -> skel_animations.Locals:
    """Where joints are in their rig, parents before children."""
    found: skel_animations.Locals = {}
    for joint in joints:
        found[joint.token] = place(joint, _above(joint, found))
    return found


def _above(joint: skeleton.Joint, placed: skel_animations.Locals) -> Any:
    from pxr import Gf

    return placed[joint.parent.token] if joint.parent else Gf.Matrix4d(1)


def _alike(one: Any, other: Any) -> bool:
    from pxr import Gf

    return bool(Gf.IsClose(one, other, _SAME))


def _refuse_rest(pose: Pose, path: str) -> None:
    if pose.is_rest:
        raise ConflictError(
            f"the rest of `{shown(pose.rig)}` is the rig itself",
            {"path": path},
            ["update_joints changes it", "create_bind_poses keeps another pose"],
        )


def _remove(poses: list[Pose]) -> list[str]:
    for pose in poses:
        _refuse_rest(pose, "ids")
    ids = [_id(pose) for pose in poses]
    for pose in poses:
        remove(pose.path)
    return ids


def _rename(pose: Pose, name: str) -> None:
    _refuse_rest(pose, "name")
    rename(pose.path, checked_name(name))


def _transforms(pose: Pose, _job: Job) -> list[Item]:
    told, path = pose.locals(), pose.rig.GetPath()
    joints = skeleton.load(pose.rig)
    whole = _in_rig(joints, lambda joint, above: told.get(joint.token, joint.rest) * above)
    return [
        {"joint_id": IDENTITY.of("joint", path, joint.token), "matrix": to_list(whole[joint.token])}
        for joint in joints
        if joint.token in told
    ]


def _set_transforms(pose: Pose, transforms: list[Item]) -> None:
    from pxr import UsdSkel

    _refuse_rest(pose, "transforms")
    skel_animations.write(UsdSkel.Animation(pose.prim), _locals(pose.rig, transforms))


def _joints(pose: Pose, _job: Job) -> list[str]:
    told, path = pose.locals(), pose.rig.GetPath()
    return [IDENTITY.of("joint", path, joint.token) for joint in skeleton.load(pose.rig) if joint.token in told]


def _active(pose: Pose, _job: Job | None = None) -> bool:
    told = pose.locals()
    return all(
        _alike(joint.pose * joint.rest, told[joint.token]) for joint in skeleton.load(pose.rig) if joint.token in told
    )


def _set_active(pose: Pose, active: bool) -> None:
    from pxr import Gf

    if active == _active(pose):
        return
    if not active and pose.is_rest:
        raise ConflictError("what a rig leaves its rest for is another pose", {"path": "active"}, ["make that active"])
    told, joints = pose.locals(), skeleton.load(pose.rig)
    for joint in joints:
        if joint.token in told:
            joint.pose = told[joint.token] * joint.rest.GetInverse() if active else Gf.Matrix4d(1)
    skeleton.store(pose.rig, joints)


def _is_bound_in(pose: Pose, _job: Job) -> bool:
    """The rest is, unless the skeleton says that it was bound elsewhere."""
    return pose.is_rest and all(_alike(joint.bind, joint.rest_in_skeleton) for joint in skeleton.load(pose.rig))


def _set_metadata(pose: Pose, given: dict[str, Any]) -> None:
    _refuse_rest(pose, "metadata")
    write_metadata(pose.prim, given)


#: In the order of writing.
FIELDS: dict[str, Field] = {
    "id": Field(lambda pose, _job: _id(pose)),
    "name": Field(lambda pose, _job: pose.name, _rename),
    "rig_id": Field(lambda pose, _job: node_id(pose.rig)),
    "transforms": Field(_transforms, _set_transforms, heavy=True),
    "joint_ids": Field(_joints),
    "active": Field(_active, _set_active),
    "is_bind_pose": Field(_is_bound_in),
    "is_default": Field(lambda pose, _job: pose.is_rest),
    "metadata": Field(lambda pose, _job: ABSENT if pose.is_rest else read_metadata(pose.prim), _set_metadata),
}

BIND_POSES = Entity(
    plural="bind_poses",
    fields=FIELDS,
    make=_make,
    find=_find,
    all=_all,
    remove=_remove,
    guard=lambda poses: guard([handle(pose.rig) for pose in poses]),
    settle=settle,
    places=places,
)
