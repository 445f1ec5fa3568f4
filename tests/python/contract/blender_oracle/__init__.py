"""The second opinion on Blender: every entity read with `bpy` alone, sharing no code with the adapter.

It is imported by the host, not by the tests. A function per entity takes the item as it was read (only its name and
those of what it belongs to are looked at) and gives what Blender itself says, references as names.
"""

from __future__ import annotations

from typing import Any

import bpy

from . import animation, core, model, rig, shading
from .animation import curves_in
from .common import name_of

DOMAINS = (core, model, shading, rig, animation)
ORACLES = {plural: oracle for domain in DOMAINS for plural, oracle in domain.ORACLES.items()}


def census() -> dict[str, Any]:
    """Everything that could have come, gone or stayed behind, by name."""
    bpy.context.view_layer.update()
    kinds = ("objects", "meshes", "materials", "cameras", "lights", "collections", "images", "textures", "curves",
             "armatures", "worlds", "actions", "node_groups")  # fmt: skip
    # The shapes of controls stay when no bone shows them any more; Blender saves no such object.
    left = {o for o in bpy.data.objects if o.name.startswith("WGT-") and not o.users}
    left |= {o.data for o in left}
    found: dict[str, Any] = {
        kind: sorted(block.name for block in getattr(bpy.data, kind) if block not in left) for kind in kinds
    }
    for o in set(bpy.data.objects) - left:
        a = o.animation_data
        played = [f"layer {t.name} {len(t.strips)}" for t in a.nla_tracks] if a else []
        driven = [f"driver {d.data_path} {d.array_index} {len(d.driver.variables)}" for d in a.drivers] if a else []
        parts = (
            played
            + driven
            + [f"constraint {c.name}" for c in o.constraints]
            + [f"modifier {m.name}" for m in o.modifiers]
        )
        if o.type == "MESH":
            m = o.data
            parts += [f"uv {u.name}" for u in m.uv_layers]
            parts += [f"weights {g.name}" for g in o.vertex_groups]
            parts += [f"shape {k.name}" for k in m.shape_keys.key_blocks] if m.shape_keys else []
            parts += [f"{len(m.vertices)} {len(m.edges)} {len(m.polygons)}"]
        for b in o.pose.bones if o.pose else ():
            parts += [
                f"bone {b.name} below {name_of(b.parent)}",
                *(f"constraint {c.name} of {b.name}" for c in b.constraints),
            ]
        found[f"of {o.name}"] = parts
    for a in bpy.data.actions:
        found[f"of {a.name}"] = [f"{c.data_path} {c.array_index} {len(c.keyframe_points)}" for c in curves_in(a)]
    return found


def look(plural: str, item: dict[str, Any]) -> dict[str, Any]:
    """What Blender says of one."""
    bpy.context.view_layer.update()
    return ORACLES[plural](item)
