"""The joints of a skeleton: its arrays read into a list of joints and written back, with what counts on their order.

The rest is local (restTransforms), and bound there too (bindTransforms, in the skeleton's space). The pose is a
SkelAnimation; here a joint's pose counts from its rest, there it is the whole local transform.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from scenewire.adapters.usd import skel_animations
from scenewire.adapters.usd.identity import IDENTITY
from scenewire.adapters.usd.naming import identifier
from scenewire.adapters.usd.stage import STAGE


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
    animation = skel_animations.animation_of(prim)
    poses = skel_animations.read(animation) if animation is not None else {}
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


def store(prim: Any, joints: list[Joint]) -> None:
    """Writes the joints; ids and the weights of skins follow them."""
    from pxr import Gf, UsdSkel, Vt

    joints = _parents_first(joints)
    skeleton = UsdSkel.Skeleton(prim)
    before = [str(token) for token in skeleton.GetJointsAttr().Get() or ()]
    rests = dict(zip(before, skeleton.GetRestTransformsAttr().Get() or ()))
    for joint in joints:
        joint.token = _token(joint, joints)
    skeleton.CreateJointsAttr().Set(Vt.TokenArray([joint.token for joint in joints]))
    skeleton.CreateJointNamesAttr().Set(Vt.TokenArray([joint.name for joint in joints]))
    skeleton.CreateRestTransformsAttr().Set(Vt.Matrix4dArray([joint.rest for joint in joints]))
    skeleton.CreateBindTransformsAttr().Set(Vt.Matrix4dArray([joint.bind for joint in joints]))
    unposed = Gf.Matrix4d(1)
    posed = any(not Gf.IsClose(joint.pose, unposed, 1e-9) for joint in joints)
    if posed or skel_animations.animation_of(prim) is not None:
        local = {joint.token: joint.pose * joint.rest for joint in joints}
        skel_animations.write(skel_animations.made_animation(prim), local)
    _follow_kept(prim, rests, joints)
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


def _follow_kept(prim: Any, before: dict[str, Any], joints: list[Joint]) -> None:
    """Poses that are kept name joints by their tokens, and count from the rest as the present one does."""
    by_token = {joint.old: joint for joint in joints if joint.old}
    for animation in skel_animations.kept_of(prim):
        told = skel_animations.read(animation)
        moved = {
            by_token[token].token: local * before[token].GetInverse() * by_token[token].rest
            for token, local in told.items()
            if token in by_token and token in before
        }
        if moved != told:
            skel_animations.write(animation, moved)


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
