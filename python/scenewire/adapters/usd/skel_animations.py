"""SkelAnimations: the one that is bound to a skeleton is its pose, others below it are poses that are kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scenewire.adapters.usd.naming import define
from scenewire.adapters.usd.stage import when
from scenewire.adapters.usd.transforms import composed, parts
from scenewire.errors import NotSupportedError

#: What the one that is bound is called when it is made here.
_POSE = "Pose"
#: By the token of a joint its whole local transform.
Locals = dict[str, Any]


def animation_of(rig: Any) -> Any:
    """The SkelAnimation that poses a skeleton, bound to it or above it; None without one."""
    from pxr import UsdSkel

    found = UsdSkel.BindingAPI(rig).GetInheritedAnimationSource()
    return UsdSkel.Animation(found) if found and found.IsA(UsdSkel.Animation) else None


def made_animation(rig: Any) -> Any:
    """The same, made below the skeleton where there is none."""
    from pxr import UsdSkel

    animation = animation_of(rig)
    if animation is None:
        animation = UsdSkel.Animation(define(rig.GetPath(), _POSE, "SkelAnimation"))
        UsdSkel.BindingAPI.Apply(rig).CreateAnimationSourceRel().SetTargets([animation.GetPath()])
    return animation


def kept_of(rig: Any) -> list[Any]:
    """The poses that are kept below a skeleton: what is animated is none."""
    from pxr import UsdSkel

    bound = animation_of(rig)
    found = [UsdSkel.Animation(prim) for prim in rig.GetChildren() if prim.IsA(UsdSkel.Animation)]
    return [one for one in found if (bound is None or one.GetPath() != bound.GetPath()) and not _is_animated(one)]


def _transforms(animation: Any) -> Iterable[Any]:
    return animation.GetTranslationsAttr(), animation.GetRotationsAttr(), animation.GetScalesAttr()


def _is_animated(animation: Any) -> bool:
    return any(attribute.ValueMightBeTimeVarying() for attribute in _transforms(animation))


def read(animation: Any) -> Locals:
    """What an animation says of each joint."""
    tokens = animation.GetJointsAttr().Get() or ()
    places, turns, sizes = (attribute.Get(when()) or () for attribute in _transforms(animation))
    if not len(tokens) == len(places) == len(turns) == len(sizes):
        return {}
    return {
        str(token): composed(list(place), [*turn.GetImaginary(), turn.GetReal()], list(size))
        for token, place, turn, size in zip(tokens, places, turns, sizes)
    }


def write(animation: Any, told: Locals) -> None:
    """An animation says this of these joints, and nothing of others."""
    from pxr import Gf, Vt

    if _is_animated(animation):
        raise NotSupportedError(
            f"the pose `{animation.GetPath()}` is animated: its samples would not fit other joints any more",
            {"path": str(animation.GetPath())},
            ["take the animation off first: UsdSkel.BindingAPI(prim).GetAnimationSourceRel().ClearTargets(True)"],
        )
    local = [parts(matrix) for matrix in told.values()]
    animation.CreateJointsAttr().Set(Vt.TokenArray(list(told)))
    animation.CreateTranslationsAttr().Set(Vt.Vec3fArray([Gf.Vec3f(*one["position"]) for one in local]))
    turns = [Gf.Quatf(one["rotation"][3], *one["rotation"][:3]) for one in local]
    animation.CreateRotationsAttr().Set(Vt.QuatfArray(turns))
    animation.CreateScalesAttr().Set(Vt.Vec3hArray([Gf.Vec3h(*one["scale"]) for one in local]))
