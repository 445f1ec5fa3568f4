"""Prims in space and collections."""

from __future__ import annotations

from typing import Any

from pxr import Gf, Sdf, UsdGeom, UsdLux, UsdSkel

from .common import EARLY, custom, label, named, stage

_WORDS = {
    "Mesh": "mesh", "Camera": "camera", "Xform": "empty", "Skeleton": "armature", "BasisCurves": "curve",
    "NurbsCurves": "curve", "SphereLight": "light", "RectLight": "light", "DistantLight": "light",
}  # fmt: skip


def spatial(prim: Any) -> bool:
    if prim.GetTypeName() == "SkelRoot" and not prim.HasAuthoredProperty("xformOpOrder"):
        return False
    return prim.IsA(UsdGeom.Xformable) and not prim.IsA(UsdLux.DomeLight)


def of(prim: Any) -> dict[str, Any]:
    cache = UsdGeom.XformCache(EARLY)
    own = cache.GetLocalTransformation(prim)[0]
    whole = cache.GetLocalToWorldTransform(prim)
    turn = Gf.Transform(own).GetRotation().GetQuat()
    above = prim.GetParent()
    while not above.IsPseudoRoot() and not spatial(above):
        above = above.GetParent()
    near = [[child] if spatial(child) else child.GetChildren() for child in prim.GetChildren()]
    below = [p for some in near for p in some if spatial(p)]
    box = [whole.ExtractTranslation()] * 2
    if prim.IsA(UsdGeom.PointBased):
        points = [whole.Transform(Gf.Vec3d(p)) for p in UsdGeom.PointBased(prim).GetPointsAttr().Get()]
        if prim.IsA(UsdGeom.Curves):
            low, high = UsdGeom.Boundable(prim).GetExtentAttr().Get()
            points = [whole.Transform(Gf.Vec3d(x, y, z)) for x in (low[0], high[0]) for y in (low[1], high[1])
                      for z in (low[2], high[2])]  # fmt: skip
        box = [[f(p[a] for p in points) for a in range(3)] for f in (min, max)]
        if prim.IsA(UsdGeom.Mesh):
            extent = UsdGeom.Boundable(prim).GetExtentAttr().Get()
            local = UsdGeom.PointBased(prim).GetPointsAttr().Get()
            assert all(abs(extent[0][a] - min(p[a] for p in local)) < 1e-5 for a in range(3)), "the extent is stale"
            corners = [whole.Transform(Gf.Vec3d(extent[i][0], extent[j][1], extent[k][2]))
                       for i in (0, 1) for j in (0, 1) for k in (0, 1)]  # fmt: skip
            box = [[f(p[a] for p in corners) for a in range(3)] for f in (min, max)]
    if prim.GetTypeName() == "Skeleton":
        joints = UsdSkel.Cache().GetSkelQuery(UsdSkel.Skeleton(prim)).ComputeJointSkelTransforms(EARLY) or ()
        places = [whole.Transform(joint.ExtractTranslation()) for joint in joints]
        box = [[f(p[a] for p in places) for a in range(3)] for f in (min, max)] if places else box
    return {
        "name": label(prim),
        "type": _WORDS.get(str(prim.GetTypeName()), "other"),
        "position": list(own.ExtractTranslation()),
        "rotation": [*turn.GetImaginary(), turn.GetReal()],
        "scale": list(Gf.Transform(own).GetScale()),
        "parent_id": None if above.IsPseudoRoot() else label(above),
        "child_ids": sorted(label(p) for p in below),
        "visible": UsdGeom.Imageable(prim).ComputeVisibility(EARLY) == "inherited",
        "metadata": custom(prim),
        "bounds": {"min": list(box[0]), "max": list(box[1])},
        "matrix_world": [whole[column][row] for row in range(4) for column in range(4)],
    }


def node(item: dict[str, Any]) -> dict[str, Any]:
    return of(named(item["name"]))


def group(item: dict[str, Any]) -> dict[str, Any]:
    prim = named(item["name"], "Scope")
    above = prim.GetParent()
    has = Sdf.Path("/x.collection:members:includes").name
    return {
        "name": label(prim),
        "parent_id": label(above) if above.GetRelationship(has) else None,
        "child_ids": sorted(label(p) for p in prim.GetChildren() if p.GetRelationship(has)),
        "object_ids": sorted(label(stage().GetPrimAtPath(p)) for p in prim.GetRelationship(has).GetTargets()),
        "metadata": custom(prim),
    }


ORACLES = {"nodes": node, "groups": group}
