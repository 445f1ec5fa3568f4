"""Meshes."""

from __future__ import annotations

from typing import Any

from pxr import Gf, UsdGeom, UsdShade

from . import core, rig
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


def faces_of(prim: Any) -> list[list[int]]:
    corners = iter(UsdGeom.Mesh(prim).GetFaceVertexIndicesAttr().Get() or ())
    return [[next(corners) for _ in range(size)] for size in UsdGeom.Mesh(prim).GetFaceVertexCountsAttr().Get() or ()]


def element(item: dict[str, Any]) -> tuple[Any, int, list[list[int]], list[Any]]:
    """The mesh of one, its number, the faces, and where the vertices are."""
    prim = named(item["mesh_id"], "Mesh")
    faces = faces_of(prim)
    points = [Gf.Vec3d(p) for p in UsdGeom.Mesh(prim).GetPointsAttr().Get()]
    sizes, corners = [len(face) for face in faces], [vertex for face in faces for vertex in face]
    assert UsdGeom.Mesh.ValidateTopology(corners, sizes, len(points))[0]
    return prim, item["index"], faces, points


def standing(face: list[int], points: list[Any]) -> Any:
    """Twice the area of a face, as a vector that stands on it: the triangles of a fan together."""
    first = points[face[0]]
    fan = zip(face[1:], face[2:])
    return sum((Gf.Cross(points[a] - first, points[b] - first) for a, b in fan), Gf.Vec3d(0))


def vertex(item: dict[str, Any]) -> dict[str, Any]:
    prim, at, faces, points = element(item)
    mine = [standing(face, points).GetNormalized() for face in faces if at in face]
    corners = [vertex for face in faces for vertex in face]
    flat = {}
    for primvar in UsdGeom.PrimvarsAPI(prim).GetPrimvars():
        values = primvar.ComputeFlattened() if primvar.HasAuthoredValue() else None
        if values:
            per_corner = primvar.GetInterpolation() == "faceVarying"
            place = (corners.index(at) if at in corners else -1) if per_corner else at
            flat[primvar.GetPrimvarName()] = values[place] if 0 <= place < len(values) else None
    told: dict[str, Any] = {
        "name": f"{item['mesh_id']}/vertex/{at}",
        "mesh_id": item["mesh_id"],
        "index": at,
        "position": floats(points[at]),
        "normal": floats(sum(mine, Gf.Vec3d(0)).GetNormalized()) if mine else None,
        "uvs": [floats(flat["st"])] if flat.get("st") is not None else ([] if at in corners else None),
        "color": None,
        "weights": rig.followed(prim, at),
    }
    if flat.get("displayColor") is not None:
        told["color"] = [*floats(flat["displayColor"]), float(flat["displayOpacity"])]
    return told


def edge(item: dict[str, Any]) -> dict[str, Any]:
    prim, at, faces, _ = element(item)
    found: list[tuple[int, int]] = []
    for face in faces:
        for pair in zip(face, face[1:] + face[:1]):
            if pair not in found and pair[::-1] not in found:
                found.append(pair)
    m = UsdGeom.Mesh(prim)
    indices, sharp = m.GetCreaseIndicesAttr().Get() or (), m.GetCreaseSharpnessesAttr().Get() or ()
    assert list(m.GetCreaseLengthsAttr().Get() or ()) == [2] * len(sharp)
    creased = {frozenset(indices[n * 2 : n * 2 + 2]): float(one) / 10 for n, one in enumerate(sharp)}
    assert set(creased) <= {frozenset(pair) for pair in found}, "a crease where no edge is"
    return {
        "name": f"{item['mesh_id']}/edge/{at}",
        "mesh_id": item["mesh_id"],
        "index": at,
        "vertex_ids": [f"{item['mesh_id']}/vertex/{end}" for end in sorted(found[at])],
        "crease": creased.get(frozenset(found[at]), 0.0),
    }


def face(item: dict[str, Any]) -> dict[str, Any]:
    prim, at, faces, points = element(item)
    across = standing(faces[at], points)
    center = sum((points[one] for one in faces[at]), Gf.Vec3d(0)) / len(faces[at])
    worn = [p for p in prim.GetChildren() if p.IsA(UsdGeom.Subset) and at in UsdGeom.Subset(p).GetIndicesAttr().Get()]
    assert len(worn) <= 1, "a face wears one material"
    material = bound(worn[0]) if worn else bound(prim)
    return {
        "name": f"{item['mesh_id']}/face/{at}",
        "mesh_id": item["mesh_id"],
        "index": at,
        "vertex_ids": [f"{item['mesh_id']}/vertex/{one}" for one in faces[at]],
        "normal": floats(across.GetNormalized()),
        "center": floats(center),
        "area": across.GetLength() / 2,
        "material_id": label(material) if material else None,
    }


def subdivision(item: dict[str, Any]) -> dict[str, Any]:
    prim = named(item["base_mesh_id"], "Mesh")
    m, faces = UsdGeom.Mesh(prim), faces_of(prim)
    scheme = m.GetSubdivisionSchemeAttr()
    pairs = list(dict.fromkeys(frozenset(p) for face in faces for p in zip(face, face[1:] + face[:1])))
    indices, sharp = m.GetCreaseIndicesAttr().Get() or (), m.GetCreaseSharpnessesAttr().Get() or ()
    # OpenSubdiv's infinite sharpness is 10.
    creased = {pairs.index(frozenset(indices[n * 2 : n * 2 + 2])): float(one) / 10 for n, one in enumerate(sharp)}
    return {
        "name": scheme.GetDisplayName() or "Subdivision",
        "base_mesh_id": label(prim),
        "scheme": {"catmullClark": "catmull_clark", "loop": "loop", "bilinear": "bilinear"}[scheme.Get()],
        "crease_edges": [
            {"edge_id": f"{label(prim)}/edge/{at}", "crease_weight": one} for at, one in sorted(creased.items())
        ],
        "boundary_interpolation": {"none": "none", "edgeOnly": "edges", "edgeAndCorner": "all"}[
            m.GetInterpolateBoundaryAttr().Get()
        ],
        "metadata": jsonable(dict(stage().GetRootLayer().GetAttributeAtPath(scheme.GetPath()).customData)),
    }


#: What no second way of asking USD would tell otherwise.
UNSAID = "unsaid"
ORACLES = {
    "meshes": mesh,
    "uv_maps": uv_map,
    "curves": curve,
    "vertices": vertex,
    "edges": edge,
    "faces": face,
    "subdivision_surfaces": subdivision,
}
