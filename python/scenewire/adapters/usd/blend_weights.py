"""How much of each blend shape shows. The SkelAnimation of the skeleton that the mesh is bound to says it, by tokens;
the mesh says which of its shapes follows which token."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.usd.bindings import binding_of, bound, remove_unused, rig_of
from scenewire.adapters.usd.handles import Handle
from scenewire.adapters.usd.naming import remove
from scenewire.adapters.usd.skel_animations import animation_of, made_animation
from scenewire.adapters.usd.skeleton import skinned
from scenewire.adapters.usd.stage import when
from scenewire.errors import ConflictError


def tokens_of(prim: Any) -> list[str]:
    """The tokens that the shapes of a mesh follow, in their order."""
    return [str(token) for token in binding_of(prim).GetBlendShapesAttr().Get() or ()]


def weight_of(prim: Any, token: str) -> float:
    """The weight of a token; what nobody says is 0."""
    rig = rig_of(prim)
    return _read(animation_of(rig)).get(token, 0.0) if rig is not None else 0.0


def set_weights(mesh: Handle, weights: dict[str, float]) -> None:
    """Says weights by their tokens; what is so already needs no saying."""
    new = {token: weight for token, weight in weights.items() if weight != weight_of(mesh.prim, token)}
    if new:
        _write(made_animation(bound(mesh)), new)


def free_token(rig: Any, wanted: str) -> str:
    """A token that nothing which is bound to a skeleton follows yet: those of one name would move together."""
    taken = {token for prim in skinned(rig) for token in tokens_of(prim)} | set(_read(animation_of(rig)))
    number, token = 0, wanted
    while token in taken:
        number += 1
        token = f"{wanted}_{number}"
    return token


def bind(mesh: Handle, rig: Any) -> None:
    """Binds a mesh to a skeleton. How much of its shapes shows goes along from the one that it was bound to."""
    from pxr import UsdSkel

    before = rig_of(mesh.prim)
    binding = UsdSkel.BindingAPI.Apply(mesh.prim)
    tokens = tokens_of(mesh.prim)
    if before is not None and before != rig and tokens:
        _refuse_animated(animation_of(before))
        weights = [weight_of(mesh.prim, token) for token in tokens]
        fresh = [free_token(rig, token) for token in tokens]
        _write(made_animation(rig), dict(zip(fresh, weights)))
        _name(mesh.prim, fresh)
    binding.CreateSkeletonRel().SetTargets([rig.GetPath()])
    if before is not None and before != rig:
        drop_tokens(before, tokens)
        remove_unused(before)


def drop_tokens(rig: Any, tokens: list[str]) -> None:
    """Takes tokens that no mesh follows any more out of the animation, and it away when it says nothing more."""
    from pxr import UsdSkel

    followed = {token for prim in skinned(rig) for token in tokens_of(prim)}
    animation = animation_of(rig)
    doomed = set(tokens) - followed
    have = _read(animation)
    if not doomed & set(have) or _is_animated(animation):
        # What is left in samples moves nothing.
        return
    _write(animation, dict.fromkeys(doomed))
    path = animation.GetPath()
    silent = doomed == set(have) and not animation.GetJointsAttr().HasAuthoredValue()
    if silent and path.GetParentPath() == rig.GetPath():
        remove(path)
        rig.RemoveProperty("skel:animationSource")
        rig.RemoveAPI(UsdSkel.BindingAPI)


def rename_token(prim: Any, old: str, new: str) -> None:
    """Another word for a token, in the mesh and in the animation."""
    from pxr import Vt

    _name(prim, [new if token == old else token for token in tokens_of(prim)])
    animation = animation_of(rig_of(prim))
    if old in _read(animation):
        said = animation.GetBlendShapesAttr()
        said.Set(Vt.TokenArray([new if token == old else token for token in said.Get()]))


def shared(rig: Any, token: str) -> bool:
    """Whether more than one mesh follows a token."""
    return sum(token in tokens_of(prim) for prim in skinned(rig)) > 1


def _name(prim: Any, tokens: list[str]) -> None:
    from pxr import Vt

    binding_of(prim).CreateBlendShapesAttr().Set(Vt.TokenArray(tokens))


def _read(animation: Any) -> dict[str, float]:
    if not animation:
        return {}
    tokens = animation.GetBlendShapesAttr().Get() or ()
    weights = animation.GetBlendShapeWeightsAttr().Get(when()) or ()
    return {str(token): float(weight) for token, weight in zip(tokens, weights)}


def _write(animation: Any, weights: dict[str, Any]) -> None:
    """Says weights; a token with None is said no more."""
    from pxr import Vt

    _refuse_animated(animation)
    told = {token: weight for token, weight in {**_read(animation), **weights}.items() if weight is not None}
    animation.CreateBlendShapesAttr().Set(Vt.TokenArray(list(told)))
    animation.CreateBlendShapeWeightsAttr().Set(Vt.FloatArray(list(told.values())))


def _is_animated(animation: Any) -> bool:
    return bool(animation) and bool(animation.GetBlendShapeWeightsAttr().ValueMightBeTimeVarying())


def _refuse_animated(animation: Any) -> None:
    if _is_animated(animation):
        raise ConflictError(
            f"the weights of `{animation.GetPath()}` are animated: one that holds always would not show",
            {"path": "weight", "prim": str(animation.GetPath())},
            ["take the samples off first: attribute.Clear()"],
        )
