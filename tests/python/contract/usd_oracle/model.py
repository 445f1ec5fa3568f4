"""Meshes."""

from __future__ import annotations

from typing import Any

from pxr import UsdGeom, UsdShade

from . import core
from .common import EARLY, floats, jsonable, label, named, rows, stage


def bound(prim: Any) -> Any:
    return UsdShade.MaterialBindingAPI(prim).GetDirectBinding().GetMaterial().GetPrim()


def mesh(item: dict[str, Any]) -> dict[str, Any]:
    prim = named(item["name"], "Mesh")
    m = UsdGeom.Mesh(prim)
    assert m.GetSubdivisionSchemeAttr().Get() == "none", "a list of faces is no subdivision surface"
    corners, sizes = list(m.GetFaceVertexIndicesAttr().Get()), list(m.GetFaceVertexCountsAttr().Get())
    parts = [UsdGeom.Subset(p) for p in prim.GetChildren() if p.IsA(UsdGeom.Subset)]
    worn = [bound(prim), *(bound(p.GetPrim()) for p in parts)]
    slots = [0] * len(sizes)
    for number, part in enumerate(parts, 1):
        for face in part.GetIndicesAttr().Get():
            slots[face] = number
    edges, start = set(), 0
    for size in sizes:
        face = corners[start : start + size]
        edges |= {frozenset((face[at], face[at - 1])) for at in range(size)}
        start += size
    st, colour, opacity = (UsdGeom.PrimvarsAPI(prim).GetPrimvar(n) for n in ("st", "displayColor", "displayOpacity"))
    told: dict[str, Any] = {
        **core.of(prim),
        "vertices": rows(m.GetPointsAttr().Get()),
        "indices": corners,
        "face_sizes": sizes,
        "normals": rows(m.GetNormalsAttr().Get() or ()) or None,
        "uvs": rows(st.Get()) if st.HasValue() else None,
        "colors": None,
        "material_ids": [label(one) for one in worn if one],
        "material_id": label(worn[0]) if worn[0] else None,
        "face_materials": slots,
        "tangents": None,
        "revision": item["revision"],
        "vertex_count": len(m.GetPointsAttr().Get()),
        "edge_count": len(edges),
        "face_count": len(sizes),
    }
    if colour.HasAuthoredValue():
        told["colors"] = [n for c, a in zip(colour.Get(), opacity.Get()) for n in [*floats(c), float(a)]]
    return told


def uv_map(item: dict[str, Any]) -> dict[str, Any]:
    prim = named(item["mesh_id"], "Mesh")
    api, name = UsdGeom.PrimvarsAPI(prim), item["name"]
    maps = [p for p in api.GetPrimvars() if p.GetTypeName() == "texCoord2f[]"]
    maps.sort(key=lambda p: p.GetPrimvarName() != "st")
    at, found = next((i, p) for i, p in enumerate(maps) if (p.GetAttr().GetDisplayName() or p.GetPrimvarName()) == name)
    return {
        "name": name,
        "mesh_id": label(prim),
        "channel": at,
        "coordinates": rows(found.Get()),
        "metadata": jsonable(dict(stage().GetRootLayer().GetAttributeAtPath(found.GetAttr().GetPath()).customData)),
    }


def curve(item: dict[str, Any]) -> dict[str, Any]:
    prim = named(item["name"], "NurbsCurves", "BasisCurves")
    points = [floats(p) for p in UsdGeom.PointBased(prim).GetPointsAttr().Get()]
    told: dict[str, Any] = {"knots": None, "closed": False}
    if prim.GetTypeName() == "NurbsCurves":
        c = UsdGeom.NurbsCurves(prim)
        weights = c.GetPointWeightsAttr().Get()
        told.update(kind="nurbs", degree=c.GetOrderAttr().Get()[0] - 1, knots=floats(c.GetKnotsAttr().Get()))
        assert len(told["knots"]) == len(points) + told["degree"] + 1
    else:
        b = UsdGeom.BasisCurves(prim)
        told["closed"] = b.GetWrapAttr().Get() == "periodic"
        straight = b.GetTypeAttr().Get() == "linear"
        told.update(kind="poly", degree=1) if straight else told.update(kind="bezier", degree=3)
        # USD's own arithmetic says whether there are as many points as such a curve has.
        assert b.ComputeSegmentCounts(EARLY)[0] == (len(points) - (not told["closed"])) // (1 if straight else 3)
        points = points if straight else points[::3]
        weights = [1.0] * len(points)
    return {
        **core.of(prim),
        **told,
        "control_points": [{"position": p, "weight": w} for p, w in zip(points, weights)],
        "length": UNSAID,
        "piece_count": len(UsdGeom.Curves(prim).GetCurveVertexCountsAttr().Get()),
    }


#: What no second way of asking USD would tell otherwise.
UNSAID = "unsaid"
ORACLES = {"meshes": mesh, "uv_maps": uv_map, "curves": curve}
