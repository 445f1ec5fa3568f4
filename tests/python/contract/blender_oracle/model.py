"""Meshes, their parts and curves, read with `bpy` alone."""

from __future__ import annotations

from typing import Any

import bpy

from .common import UNSAID, name_of
from .core import node


def mesh(item: dict[str, Any]) -> dict[str, Any]:
    o = bpy.data.objects[item["name"]]
    m = o.data
    uv, color = m.uv_layers.active, m.color_attributes.active_color
    return {
        **node(item),
        "vertices": [c for v in m.vertices for c in v.co],
        "indices": [i for p in m.polygons for i in p.vertices],
        "face_sizes": [len(p.vertices) for p in m.polygons],
        "uvs": [c for d in uv.data for c in d.uv] if uv else None,
        "colors": [c for d in color.data for c in d.color] if color else None,
        "material_ids": [s.material.name for s in o.material_slots if s.material],
        "material_id": name_of(o.material_slots[0].material) if len(o.material_slots) else None,
        "face_materials": [p.material_index for p in m.polygons],
        "smooth": all_or_none([p.use_smooth for p in m.polygons]),
        "tangents": UNSAID,
        "revision": UNSAID,
        "vertex_count": len(m.vertices),
        "edge_count": len(m.edges),
        "face_count": len(m.polygons),
        # Last: to compute them moves the other layers in old versions.
        "normals": corner_normals(m),
    }


def all_or_none(flags: list[bool]) -> bool | None:
    return all(flags) if all(flags) or not any(flags) else None


def component(item: dict[str, Any]) -> tuple[Any, Any, int]:
    owner, _, number = item["name"].split("/")
    o = bpy.data.objects[owner]
    return o, o.data, int(number)


def vertex(item: dict[str, Any]) -> dict[str, Any]:
    o, m, number = component(item)
    v = m.vertices[number]
    corners = [loop.index for loop in m.loops if loop.vertex_index == number]
    color = m.color_attributes.active_color
    return {
        "name": item["name"],
        "mesh_id": o.name,
        "index": number,
        "position": list(v.co),
        "normal": list(v.normal),
        "uvs": [list(layer.data[corners[0]].uv) for layer in m.uv_layers] if corners and len(m.uv_layers) else None,
        "color": list(color.data[number].color) if color else None,
        "weights": {o.vertex_groups[g.group].name: g.weight for g in v.groups},
        "selected": v.select,
        "hidden": v.hide,
    }


def edge(item: dict[str, Any]) -> dict[str, Any]:
    o, m, number = component(item)
    e = m.edges[number]
    return {
        "name": item["name"],
        "mesh_id": o.name,
        "index": number,
        "vertex_ids": [f"{o.name}/vertex/{i}" for i in e.vertices],
        "sharp": e.use_edge_sharp,
        "crease": crease(m, number),
        "seam": e.use_seam,
        "selected": e.select,
        "hidden": e.hide,
    }


def crease(m: Any, number: int) -> float:
    if hasattr(m.edges[number], "crease"):
        return m.edges[number].crease
    layer = m.attributes.get("crease_edge")
    return layer.data[number].value if layer else 0.0


def face(item: dict[str, Any]) -> dict[str, Any]:
    o, m, number = component(item)
    p = m.polygons[number]
    slots = [slot.material for slot in o.material_slots]
    return {
        "name": item["name"],
        "mesh_id": o.name,
        "index": number,
        "vertex_ids": [f"{o.name}/vertex/{i}" for i in p.vertices],
        "normal": list(p.normal),
        "center": list(p.center),
        "area": p.area,
        "material_id": name_of(slots[p.material_index]) if p.material_index < len(slots) else None,
        "smooth": p.use_smooth,
        "selected": p.select,
        "hidden": p.hide,
    }


def uv_map(item: dict[str, Any]) -> dict[str, Any]:
    o = bpy.data.objects[item["mesh_id"]]
    layers = o.data.uv_layers
    layer = layers[item["name"]]
    return {
        "name": layer.name,
        "mesh_id": o.name,
        "channel": [one.name for one in layers].index(layer.name),
        "coordinates": [c for d in layer.data for c in d.uv],
        "active": layer.active,
    }


def subdivision(item: dict[str, Any]) -> dict[str, Any]:
    o = bpy.data.objects[item["base_mesh_id"]]
    s = o.modifiers[item["name"]]
    creases = [(i, crease(o.data, i)) for i in range(len(o.data.edges))]
    return {
        "name": s.name,
        "base_mesh_id": o.name,
        "subdivision_level": s.levels,
        "render_level": s.render_levels,
        "scheme": {"CATMULL_CLARK": "catmull_clark", "SIMPLE": "bilinear"}[s.subdivision_type],
        "crease_edges": [{"edge_id": f"{o.name}/edge/{i}", "crease_weight": w} for i, w in creases if w],
        "boundary_interpolation": {"PRESERVE_CORNERS": "all", "ALL": "edges"}[s.boundary_smooth],
        "active": s.show_viewport,
    }


def curve(item: dict[str, Any]) -> dict[str, Any]:
    o = bpy.data.objects[item["name"]]
    s = o.data.splines[0]
    if s.type == "BEZIER":
        points = [{"position": list(p.co), "weight": 1.0} for p in s.bezier_points]
    else:
        points = [{"position": list(p.co)[:3], "weight": p.co[3]} for p in s.points]
    return {
        **node(item),
        "kind": s.type.lower(),
        "control_points": points,
        "degree": {"BEZIER": 3, "POLY": 1}.get(s.type, s.order_u - 1),
        "closed": s.use_cyclic_u,
        "length": UNSAID,
        "piece_count": len(o.data.splines),
    }


def corner_normals(m: Any) -> list[float]:
    if not m.has_custom_normals:
        return [c for v in m.vertices for c in v.normal]
    if hasattr(m, "corner_normals"):
        return [c for n in m.corner_normals for c in n.vector]
    m.calc_normals_split()
    return [c for corner in m.loops for c in corner.normal]


#: The function for each entity.
ORACLES = {
    "meshes": mesh,
    "vertices": vertex,
    "edges": edge,
    "faces": face,
    "uv_maps": uv_map,
    "subdivision_surfaces": subdivision,
    "curves": curve,
}
