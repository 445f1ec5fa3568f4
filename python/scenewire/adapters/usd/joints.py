"""Joints: entries of a skeleton's arrays."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.references import the_only
from scenewire.adapters.usd import skeleton
from scenewire.adapters.usd.handles import guard, handle, places, prim_id, settle
from scenewire.adapters.usd.identity import IDENTITY, Key
from scenewire.adapters.usd.lacks import lacks_of, refuse_word
from scenewire.adapters.usd.naming import checked_name, shown
from scenewire.adapters.usd.nodes import find_typed, node_type
from scenewire.adapters.usd.stage import STAGE
from scenewire.adapters.usd.transforms import composed, parts, to_list, world
from scenewire.errors import InvalidParamsError


class JointHandle:
    """One joint, by a number that stays with it."""

    __slots__ = ("number",)

    def __init__(self, number: int) -> None:
        self.number = number

    @property
    def rig(self) -> Any:
        """The skeleton that it is of."""
        return STAGE.prim(self._key[0])

    @property
    def token(self) -> str:
        """Its path in the skeleton."""
        return str(self._key[1])

    @property
    def _key(self) -> Any:
        key = IDENTITY.key(self.number)
        if key is None:
            raise KeyError(self.number)
        return key

    def loaded(self) -> tuple[list[skeleton.Joint], skeleton.Joint]:
        """All joints of its skeleton, and itself among them."""
        every = skeleton.load(self.rig)
        return every, next(joint for joint in every if joint.token == self.token)

    @property
    def it(self) -> skeleton.Joint:
        """Itself."""
        return self.loaded()[1]


def joint_id(target: JointHandle) -> str:
    """The id of a joint."""
    return IDENTITY.of("joint", target.rig.GetPath(), target.token)


def of_rig(rig: Any) -> list[JointHandle]:
    """The joints of a skeleton."""
    return [JointHandle(IDENTITY.number(rig.GetPath(), joint.token)) for joint in skeleton.load(rig)]


def all_joints(parent: str | None = None) -> list[JointHandle]:
    """The joints of the stage, or of one rig."""
    if parent:
        return of_rig(find_typed(parent, "armature").prim)
    return [joint for prim in STAGE.prims() if node_type(prim) == "armature" for joint in of_rig(prim)]


def find_joint(reference: str, rig: Any = None) -> JointHandle:
    """The joint of an id, or of a name that is unique on the stage, or in one rig."""
    number, looks_like = IDENTITY.find("joint", reference)
    key = IDENTITY.key(number) if number is not None else None
    if number is not None and key is not None and _is_there(key):
        return JointHandle(number)
    if looks_like:
        raise IDENTITY.gone("joint", reference)
    every = of_rig(rig) if rig is not None else all_joints()
    found = [joint for joint in every if joint.it.name == reference]
    return the_only(
        "joint",
        reference,
        found,
        lambda joint: {"id": joint_id(joint), "name": reference, "rig": shown(joint.rig)},
        lambda: (joint.it.name for joint in every),
    )


def _is_there(key: Key) -> bool:
    path, token = key
    return bool(token) and any(joint.token == token for joint in skeleton.load(STAGE.prim(path)))


def _make(item: Item) -> JointHandle:
    from pxr import Gf

    rig = find_typed(item.pop("rig_id"), "armature").prim
    joints = skeleton.load(rig)
    parent = item.pop("parent_id", None)
    above = _among(joints, find_joint(parent, rig), rig) if parent else None
    name = _unique(checked_name(item.pop("name", None) or "Joint"), joints)
    place, turn = item.pop("position", [0.0, 0.0, 0.0]), item.pop("orientation", [0.0, 0.0, 0.0, 1.0])
    rest = composed(place, turn, [1.0, 1.0, 1.0])
    made = skeleton.Joint("", name, above, rest, None, Gf.Matrix4d(1))
    made.bind = made.rest_in_skeleton
    skeleton.store(rig, [*joints, made])
    IDENTITY.forget_part(rig.GetPath(), made.token)
    return JointHandle(IDENTITY.number(rig.GetPath(), made.token))


def _among(joints: list[skeleton.Joint], target: JointHandle, rig: Any) -> skeleton.Joint:
    if target.rig != rig:
        raise InvalidParamsError(
            f"`{target.it.name}` is a joint of `{shown(target.rig)}`, not of `{shown(rig)}`", {"path": "parent_id"}
        )
    return next(joint for joint in joints if joint.token == target.token)


def _unique(name: str, joints: list[skeleton.Joint]) -> str:
    taken, number, free = {joint.name for joint in joints}, 0, name
    while free in taken:
        number += 1
        free = f"{name}_{number}"
    return free


def _rename(target: JointHandle, name: str) -> None:
    joints, joint = target.loaded()
    joint.name = _unique(checked_name(name), [other for other in joints if other is not joint])
    skeleton.store(target.rig, joints)


def _set_parent(target: JointHandle, reference: str | None) -> None:
    """It stays where it is at rest."""
    joints, joint = target.loaded()
    above = _among(joints, find_joint(reference, target.rig), target.rig) if reference else None
    if above is joint.parent:
        return
    over = above
    while over is not None:
        if over is joint:
            raise InvalidParamsError(f"`{joint.name}` cannot be its own ancestor", {"path": "parent_id"})
        over = over.parent
    whole = joint.rest_in_skeleton
    joint.parent = above
    joint.rest = whole * above.rest_in_skeleton.GetInverse() if above else whole
    skeleton.store(target.rig, joints)


def _rest(part: str) -> Field:
    def write(target: JointHandle, value: list[float]) -> None:
        joints, joint = target.loaded()
        before = {id(one): one.rest_in_skeleton for one in joints}
        now = {**parts(joint.rest), part: value}
        joint.rest = composed(now["position"], now["rotation"], now["scale"])
        for one in joints:
            # What is bound goes along with the rest, wherever it was bound.
            one.bind = one.bind * before[id(one)].GetInverse() * one.rest_in_skeleton
        skeleton.store(target.rig, joints)

    return Field(lambda target, _job: parts(target.it.rest)[part], write)


def _pose(part: str) -> Field:
    def write(target: JointHandle, value: list[float]) -> None:
        joints, joint = target.loaded()
        now = parts(joint.pose)
        if all(abs(a - b) < 1e-9 for a, b in zip(now[part], value)):
            return
        now[part] = value
        joint.pose = composed(now["position"], now["rotation"], now["scale"])
        skeleton.store(target.rig, joints)

    return Field(lambda target, _job: parts(target.it.pose)[part], write)


def _parent(target: JointHandle, _job: Job) -> str | None:
    above = target.it.parent
    return IDENTITY.of("joint", target.rig.GetPath(), above.token) if above else None


def _children(target: JointHandle, _job: Job) -> list[str]:
    joints, joint = target.loaded()
    path = target.rig.GetPath()
    return [IDENTITY.of("joint", path, one.token) for one in joints if one.parent is joint]


def _matrix(target: JointHandle, _job: Job) -> list[float]:
    return to_list(target.it.posed_in_skeleton * world(target.rig))


def _remove(targets: list[JointHandle]) -> list[str]:
    """Joints below one that goes are below its parent then, where they were at rest."""
    ids = [joint_id(target) for target in targets]
    for target in targets:
        joints, joint = target.loaded()
        for child in joints:
            if child.parent is joint:
                whole = child.rest_in_skeleton
                child.parent = joint.parent
                child.rest = whole * joint.parent.rest_in_skeleton.GetInverse() if joint.parent else whole
        skeleton.store(target.rig, [one for one in joints if one is not joint])
    return ids


def _rotation_mode(_target: JointHandle, word: str) -> None:
    refuse_word("joints", "rotation_mode", word)


#: In the order of writing.
FIELDS: dict[str, Field] = {
    "id": Field(lambda target, _job: joint_id(target)),
    "name": Field(lambda target, _job: target.it.name, _rename),
    "rig_id": Field(lambda target, _job: prim_id("node", target.rig)),
    "rig_name": Field(lambda target, _job: shown(target.rig)),
    "parent_id": Field(_parent, _set_parent),
    "child_ids": Field(_children),
    "position": _rest("position"),
    "orientation": _rest("rotation"),
    "pose_position": _pose("position"),
    "rotation_mode": Field(lambda _target, _job: "quaternion", _rotation_mode),
    "rotation": _pose("rotation"),
    "scale": _pose("scale"),
    "matrix_world": Field(_matrix),
    **lacks_of("joints"),
}


def _guard(targets: list[JointHandle]) -> None:
    guard([handle(target.rig) for target in targets])


JOINTS = Entity(
    plural="joints",
    fields=FIELDS,
    make=_make,
    find=find_joint,
    all=all_joints,
    remove=_remove,
    guard=_guard,
    settle=settle,
    places=places,
)
