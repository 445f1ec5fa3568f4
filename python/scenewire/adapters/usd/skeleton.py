"""The joints of a skeleton: its arrays read into a list of joints and written back, with what counts on their order.

The rest is local (restTransforms), and bound there too (bindTransforms, in the skeleton's space). The pose is a
SkelAnimation; here a joint's pose counts from its rest, there it is the whole local transform.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from scenewire.adapters.usd.identity import IDENTITY
from scenewire.adapters.usd.naming import identifier
from scenewire.adapters.usd.stage import STAGE, when
from scenewire.adapters.usd.transforms import composed, parts
from scenewire.errors import NotSupportedError

#: The prim that has the pose, below the skeleton.
_POSE = "Pose"


@dataclass(eq=False)
class Joint:
    """One joint while it is worked on. Matrices are USD's, rows first."""

    token: str
    name: str
    parent: Joint | None
    rest: Any
    bind: Any
    pose: Any
    #: As it is in the layers, to be found again there.
    old: str = field(default="")

    @property
    def rest_in_skeleton(self) -> Any:
        """From the joint at rest into the skeleton."""
        return self.rest * self.parent.rest_in_skeleton if self.parent else self.rest

    @property
    def posed_in_skeleton(self) -> Any:
        """From the joint as it is posed into the skeleton."""
        own = self.pose * self.rest
        return own * self.parent.posed_in_skeleton if self.parent else own


def load(prim: Any) -> list[Joint]:
    """The joints of a skeleton, in its order."""
    from pxr import Gf, UsdSkel

    skeleton = UsdSkel.Skeleton(prim)
    tokens = [str(token) for token in skeleton.GetJointsAttr().Get() or ()]
    names = [str(name) for name in skeleton.GetJointNamesAttr().Get() or ()]
    rest, bind = (list(one.Get() or ()) for one in (skeleton.GetRestTransformsAttr(), skeleton.GetBindTransformsAttr()))
    poses = _poses(prim)
    by_token: dict[str, Joint] = {}
    for at, token in enumerate(tokens):
        above = by_token.get(token.rpartition("/")[0])
        own = rest[at] if at < len(rest) else Gf.Matrix4d(1)
        name = names[at] if len(names) == len(tokens) else token.rpartition("/")[2]
        joint = Joint(token, name, above, Gf.Matrix4d(own), None, Gf.Matrix4d(1), token)
        joint.bind = Gf.Matrix4d(bind[at]) if at < len(bind) else joint.rest_in_skeleton
        if token in poses:
            joint.pose = poses[token] * joint.rest.GetInverse()
        by_token[token] = joint
    return list(by_token.values())


def animation_of(prim: Any) -> Any:
    """The SkelAnimation that poses a skeleton, bound to it or above it; None without one."""
    from pxr import UsdSkel

    found = UsdSkel.BindingAPI(prim).GetInheritedAnimationSource()
    return UsdSkel.Animation(found) if found and found.IsA(UsdSkel.Animation) else None


def made_animation(prim: Any) -> Any:
    """The same, made below the skeleton where there is none."""
    from pxr import UsdSkel

    animation = animation_of(prim)
    if animation is None:
        animation = UsdSkel.Animation.Define(STAGE.stage, prim.GetPath().AppendChild(_POSE))
        UsdSkel.BindingAPI.Apply(prim).CreateAnimationSourceRel().SetTargets([animation.GetPath()])
    return animation


def _poses(prim: Any) -> dict[str, Any]:
    """The whole local transform of each joint that the animation says."""
    animation = animation_of(prim)
    if animation is None:
        return {}
    tokens = animation.GetJointsAttr().Get() or ()
    places, turns, sizes = (
        attribute.Get(when()) or ()
        for attribute in (animation.GetTranslationsAttr(), animation.GetRotationsAttr(), animation.GetScalesAttr())
    )
    if not len(tokens) == len(places) == len(turns) == len(sizes):
        return {}
    return {
        str(token): composed(list(place), [*turn.GetImaginary(), turn.GetReal()], list(size))
        for token, place, turn, size in zip(tokens, places, turns, sizes)
    }


def store(prim: Any, joints: list[Joint]) -> None:
    """Writes the joints; ids and the weights of skins follow them."""
    from pxr import Gf, UsdSkel, Vt

    joints = _parents_first(joints)
    before = [str(token) for token in UsdSkel.Skeleton(prim).GetJointsAttr().Get() or ()]
    for joint in joints:
        joint.token = _token(joint, joints)
    skeleton = UsdSkel.Skeleton(prim)
    skeleton.CreateJointsAttr().Set(Vt.TokenArray([joint.token for joint in joints]))
    skeleton.CreateJointNamesAttr().Set(Vt.TokenArray([joint.name for joint in joints]))
    skeleton.CreateRestTransformsAttr().Set(Vt.Matrix4dArray([joint.rest for joint in joints]))
    skeleton.CreateBindTransformsAttr().Set(Vt.Matrix4dArray([joint.bind for joint in joints]))
    unposed = Gf.Matrix4d(1)
    if animation_of(prim) is not None or any(not Gf.IsClose(joint.pose, unposed, 1e-9) for joint in joints):
        _write_poses(prim, joints)
    _follow(prim, before, joints)
    _renumber(prim, before, joints)
    for joint in joints:
        joint.old = joint.token


def _parents_first(joints: list[Joint]) -> list[Joint]:
    """In the order in which they are, a parent always before its children."""
    found: list[Joint] = []

    def add(joint: Joint) -> None:
        if joint in found:
            return
        if joint.parent is not None:
            add(joint.parent)
        found.append(joint)

    for joint in joints:
        add(joint)
    return found


def _token(joint: Joint, joints: list[Joint]) -> str:
    """The path of a joint: its parent's, and a name that none before it has there."""
    above = f"{joint.parent.token}/" if joint.parent else ""
    wanted, number = identifier(joint.name), 0
    taken = {other.token for other in joints[: joints.index(joint)]}
    token = f"{above}{wanted}"
    while token in taken:
        number += 1
        token = f"{above}{wanted}_{number}"
    return token


def _write_poses(prim: Any, joints: list[Joint]) -> None:
    from pxr import Gf, Vt

    animation = made_animation(prim)
    for attribute in (animation.GetTranslationsAttr(), animation.GetRotationsAttr(), animation.GetScalesAttr()):
        if attribute.ValueMightBeTimeVarying():
            raise NotSupportedError(
                f"the pose of `{prim.GetPath()}` is animated: its samples would not fit other joints any more",
                {"path": str(animation.GetPath())},
                ["take the animation off first: UsdSkel.BindingAPI(prim).GetAnimationSourceRel().ClearTargets(True)"],
            )
    local = [parts(joint.pose * joint.rest) for joint in joints]
    animation.CreateJointsAttr().Set(Vt.TokenArray([joint.token for joint in joints]))
    animation.CreateTranslationsAttr().Set(Vt.Vec3fArray([Gf.Vec3f(*one["position"]) for one in local]))
    turns = [Gf.Quatf(one["rotation"][3], *one["rotation"][:3]) for one in local]
    animation.CreateRotationsAttr().Set(Vt.QuatfArray(turns))
    animation.CreateScalesAttr().Set(Vt.Vec3hArray([Gf.Vec3h(*one["scale"]) for one in local]))


def skinned(skeleton: Any) -> Iterable[Any]:
    """The meshes that a skeleton bends."""
    from pxr import UsdSkel

    for prim in STAGE.prims():
        if prim.HasAPI(UsdSkel.BindingAPI) and not prim.IsA(UsdSkel.Skeleton):
            bound = UsdSkel.BindingAPI(prim).GetSkeletonRel().GetTargets()
            if bound and bound[0] == skeleton.GetPath():
                yield prim


def _follow(prim: Any, before: list[str], joints: list[Joint]) -> None:
    """Weights name joints by their place in the skeleton: they go to the new one, those of a lost joint to none."""
    from pxr import UsdSkel, Vt

    new = {joint.old: at for at, joint in enumerate(joints) if joint.old}
    places = [new.get(token, -1) for token in before]
    if places == list(range(len(places))):
        return
    for mesh in skinned(prim):
        binding = UsdSkel.BindingAPI(mesh)
        indices, weights = binding.GetJointIndicesPrimvar(), binding.GetJointWeightsPrimvar()
        have, how = list(indices.Get() or ()), list(weights.Get() or ())
        if binding.GetJointsAttr().HasAuthoredValue() or not have or len(have) != len(how):
            continue
        kept = [(places[at] if at < len(places) else -1, weight) for at, weight in zip(have, how)]
        indices.Set(Vt.IntArray([max(at, 0) for at, _ in kept]))
        weights.Set(Vt.FloatArray([weight if at >= 0 else 0.0 for at, weight in kept]))


def _renumber(prim: Any, before: list[str], joints: list[Joint]) -> None:
    """Ids stay with their joints, in whatever way paths were exchanged."""
    path = prim.GetPath()
    moved = [joint for joint in joints if joint.old and joint.old != joint.token]
    for joint in moved:
        IDENTITY.renamed_part(path, joint.old, f"\n{joint.old}")
    kept = {joint.old for joint in joints}
    for token in before:
        if token not in kept:
            IDENTITY.forget_part(path, token)
    for joint in moved:
        IDENTITY.renamed_part(path, f"\n{joint.old}", joint.token)
