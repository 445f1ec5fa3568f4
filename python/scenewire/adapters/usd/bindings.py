"""What binds meshes to skeletons. UsdSkel bends and blends only what is below a SkelRoot and bound to a skeleton."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.usd.handles import Handle
from scenewire.adapters.usd.naming import define, move, remove, shown
from scenewire.adapters.usd.nodes import children_of
from scenewire.adapters.usd.skeleton import skinned
from scenewire.adapters.usd.stage import STAGE


def binding_of(prim: Any) -> Any:
    """The binding of a mesh."""
    from pxr import UsdSkel

    return UsdSkel.BindingAPI(prim)


def rig_of(prim: Any) -> Any:
    """The skeleton that a mesh is bound to; None without one."""
    from pxr import UsdSkel

    if not prim.HasAPI(UsdSkel.BindingAPI):
        return None
    targets = binding_of(prim).GetSkeletonRel().GetTargets()
    found = STAGE.prim(targets[0]) if targets else None
    return found if found and found.IsA(UsdSkel.Skeleton) else None


def has_skin(prim: Any) -> bool:
    """Whether a skeleton bends a mesh, and it is not bound for its blend shapes alone."""
    return rig_of(prim) is not None and (is_weighted(prim) or not has_shapes(prim))


def is_weighted(prim: Any) -> bool:
    """Whether a mesh says how it follows joints."""
    binding = binding_of(prim)
    said = (binding.GetJointIndicesAttr(), binding.GetGeomBindTransformAttr())
    return any(attribute.HasAuthoredValue() for attribute in said)


def has_shapes(prim: Any) -> bool:
    """Whether a mesh has blend shapes, or a group that they come into."""
    from pxr import UsdSkel

    return bool(prim.HasAPI(UsdSkel.BindingAPI) and binding_of(prim).GetBlendShapesAttr().HasAuthoredValue())


def bound(mesh: Handle) -> Any:
    """The skeleton of a mesh; one without joints is made where there is none, since blend shapes need one too."""
    from pxr import UsdSkel, Vt

    found = rig_of(mesh.prim)
    if found is not None:
        return found
    below_a_root(mesh)
    root = UsdSkel.Root.Find(mesh.prim).GetPrim()
    made = define(root.GetPath(), f"{shown(mesh.prim)} shapes", "Skeleton")
    UsdSkel.Skeleton(made).CreateJointsAttr().Set(Vt.TokenArray())
    UsdSkel.BindingAPI.Apply(mesh.prim).CreateSkeletonRel().SetTargets([made.GetPath()])
    return made


def below_a_root(mesh: Handle) -> None:
    """A mesh without a SkelRoot above it gets one over it, which has no place itself."""
    from pxr import UsdSkel

    if UsdSkel.Root.Find(mesh.prim):
        return
    path, name = mesh.path, shown(mesh.prim)
    root = define(path.GetParentPath(), f"{name} skinned", "SkelRoot")
    move(path, root.GetPath(), name)


def release(mesh: Handle) -> None:
    """Takes off a mesh what bound it, and away what was made for that alone."""
    from pxr import UsdSkel

    rig = rig_of(mesh.prim)
    mesh.prim.RemoveProperty("skel:skeleton")
    mesh.prim.RemoveAPI(UsdSkel.BindingAPI)
    if rig is None:
        return
    remove_unused(rig)
    root = mesh.prim.GetParent()
    if root.IsA(UsdSkel.Root) and len(root.GetAllChildren()) == 1 and not root.GetAuthoredProperties():
        move(mesh.path, root.GetPath().GetParentPath(), shown(mesh.prim))
        remove(root.GetPath())


def remove_unused(rig: Any) -> None:
    """Removes a skeleton that `bound` made, once nothing is bound to it."""
    from pxr import UsdSkel

    joints = UsdSkel.Skeleton(rig).GetJointsAttr()
    if joints.HasAuthoredValue() and not joints.Get() and not children_of(rig) and not any(skinned(rig)):
        remove(rig.GetPath())
