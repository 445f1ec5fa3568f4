"""A digest of a scene taken with `bpy` itself, so that roll-backs are checked by something that is not
ours.
"""

from __future__ import annotations

# Run in the host. Floats are rounded: undo restores bits, but reading through matrices need not.
DIGEST = """
import bpy

def number(x):
    return round(float(x), 5)

def numbers(xs):
    return [number(x) for x in xs]

def plain(socket):
    value = socket.default_value
    return numbers(value) if hasattr(value, "__len__") else number(value)

def inputs(material):
    tree = material.node_tree
    for node in (tree.nodes if tree else []):
        if node.type == "BSDF_PRINCIPLED":
            usable = [s for s in node.inputs if hasattr(s, "default_value")]
            return {s.name: plain(s) for s in usable if not isinstance(s.default_value, str)}
    return {}

def mesh(m):
    return {"co": numbers(c for v in m.vertices for c in v.co),
            "faces": [list(p.vertices) for p in m.polygons],
            "uv": [l.name for l in m.uv_layers],
            "materials": [s.name if s else None for s in m.materials]}

def item(o):
    return {"type": o.type, "basis": numbers(c for row in o.matrix_basis for c in row),
            "parent": o.parent and o.parent.name, "data": o.data and o.data.name,
            "hidden": [o.hide_viewport, o.hide_render, o.hide_get()],
            "locked": o.hide_select, "selected": o.select_get(), "props": sorted(map(str, o.items()))}

def camera(c):
    return [c.type, number(c.lens), number(c.clip_end), number(c.ortho_scale)]

def light(l):
    return [l.type, number(l.energy), numbers(l.color)]

def digest():
    bpy.context.view_layer.update()
    d, scene = bpy.data, bpy.context.scene
    r = scene.render
    active = bpy.context.view_layer.objects.active
    return {
        "objects": {o.name: item(o) for o in d.objects},
        "meshes": {m.name: mesh(m) for m in d.meshes},
        "materials": {m.name: [numbers(m.diffuse_color), inputs(m)] for m in d.materials},
        "cameras": {c.name: camera(c) for c in d.cameras},
        "lights": {l.name: light(l) for l in d.lights},
        "scene": [scene.name, scene.frame_current, scene.camera and scene.camera.name],
        "active": active and active.name,
        "render": [r.engine, r.resolution_x, r.resolution_y, r.filepath],
    }

digest()
"""
