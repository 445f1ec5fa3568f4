"""What tests of compounds share: scenes, pictures for the documentation, what each is made of."""

from __future__ import annotations

import math
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .catalogue import told
from .pictures import shows_something

PICTURES = Path(__file__).parents[3] / "docs" / "compounds"
SIZE = {"width": 480, "height": 270}

#: Every compound of the build under test, with the atomics that it is made of.
COMPOUNDS: dict[str, list[str]] = {
    operation["name"]: operation["made_of"] for operation in told()["operations"] if operation["made_of"]
}

#: Makes a scene and gives the arguments of a call that works in it.
Scene = Callable[[Any], dict[str, Any]]


def changing(name: str) -> list[str]:
    """The atomics of a compound that change something."""
    effects = {operation["name"]: operation["effect"] for operation in told()["operations"]}
    return [part for part in COMPOUNDS[name] if effects[part] != "read"]


def picture(call: Any, name: str, **settings: Any) -> None:
    """Renders the scene through its camera; with UPDATE=1 the picture of the documentation."""
    settings = {"engine": "workbench", **SIZE, **settings}
    result = call("render", timeout=300, **settings)
    image = bytes(result["image"])
    shows_something(image, settings["width"], settings["height"])
    if os.environ.get("UPDATE") and not call.host.window:
        PICTURES.mkdir(parents=True, exist_ok=True)
        (PICTURES / f"{name}.png").write_bytes(image)


def bust(call: Any) -> None:
    """A head on a pedestal, which has a front, a left and a right."""
    grey, brass = call(
        "create_materials",
        items=[
            {"name": "Plaster", "base_color": "#d8d4cc", "roughness": 0.7},
            {"name": "Stone", "base_color": "#5a6472"},
        ],
    )["ids"]
    call("create_nodes", items=[{"name": "Bust", "position": [0, 0, 0]}])
    parts = [
        {"name": "Pedestal", "kind": "cylinder", "radius": 0.7, "depth": 1, "position": [0, 0, 0.5]},
        {"name": "Head", "kind": "sphere", "radius": 0.6, "position": [0, 0, 1.5]},
        {"name": "Nose", "kind": "cone", "radius": 0.16, "depth": 0.45, "position": [0, -0.68, 1.45]},
        {"name": "Ear", "kind": "torus", "radius": 0.14, "position": [0.62, 0, 1.5]},
    ]
    for part in parts:
        part.update(parent_id="Bust", material_id=brass if part["name"] == "Pedestal" else grey)
    parts[2]["rotation"] = {"euler": [90, 0, 0]}
    parts[3]["rotation"] = {"euler": [0, 90, 0]}
    call("create_primitives", items=parts)


def shot(call: Any, **camera: Any) -> str:
    """A camera beside the bust that looks at it from afar, in a picture of the documentation's size."""
    settings = call("list_render_settings")["items"][0]["id"]
    call("update_render_settings", items=[{"ids": [settings], **SIZE, "percentage": 100}])
    item = {"name": "Shot", "position": [30, -20, 9], "rotation": {"euler": [70, 0, 40]}, "active": True, **camera}
    found: str = call("create_cameras", items=[item])["ids"][0]
    return found


# What a render can show of bones, which it leaves out: a cone for each, and a ring for what is drawn as a shape.
BONES = """
import bpy
bpy.context.view_layer.update()
rig, found = bpy.data.objects[{rig!r}], []
for bone in rig.pose.bones:
    if bone.bone.hide or getattr(bone, "hide", False):
        continue
    head, tail = rig.matrix_world @ bone.head, rig.matrix_world @ bone.tail
    turn = (rig.matrix_world @ bone.matrix).to_quaternion()
    control = bone.custom_shape is not None
    size = bone.custom_shape_scale_xyz[0] * max(bone.custom_shape.dimensions) if control else bone.length
    color = list(bone.color.custom.normal) if hasattr(bone, "color") and bone.color.palette == "CUSTOM" else None
    middle, turn = list((head + tail) / 2), [turn.x, turn.y, turn.z, turn.w]
    found.append([bone.name, control, list(head), middle, turn, size, color])
found
"""


def show_joints(call: Any, rig: str, eye: list[float], target: list[float]) -> None:
    """Puts something that is rendered where the bones of a rig are, and a camera before it."""
    materials: dict[str, str] = {}

    def material(color: list[float] | None) -> str:
        wanted = [*color, 1] if color else [0.75, 0.7, 0.6, 1]
        return materials.setdefault(
            str(wanted), str(call("create_materials", items=[{"name": f"{rig} paint", "base_color": wanted}])["ids"][0])
        )

    quarter = [math.sin(-math.pi / 4), 0, 0, math.cos(math.pi / 4)]
    items = []
    for name, control, head, middle, turn, size, color in call.python(BONES.format(rig=rig)):
        item: dict[str, Any] = {
            "name": f"{name} shown",
            "rotation": product(turn, quarter),
            "material_id": material(color),
        }
        if control:
            ring = {"kind": "torus", "position": head, "radius": size / 2, "minor_radius": max(size / 30, 0.004)}
            items.append({**item, **ring})
        else:
            items.append({**item, "kind": "cone", "position": middle, "radius": size / 8, "depth": size, "segments": 8})
    call("create_primitives", items=items)
    camera = {"name": "Shot", "position": eye, "rotation": aimed(eye, target), "active": True}
    call("create_cameras", items=[camera])


def product(a: list[float], b: list[float]) -> list[float]:
    """Of two quaternions [x, y, z, w], the second one first."""
    ax, ay, az, aw = a
    bx, by, bz, bw = b
    return [
        aw * bx + ax * bw + ay * bz - az * by,
        aw * by - ax * bz + ay * bw + az * bx,
        aw * bz + ax * by - ay * bx + az * bw,
        aw * bw - ax * bx - ay * by - az * bz,
    ]


def aimed(eye: list[float], target: list[float]) -> dict[str, list[float]]:
    """How a camera there looks at it, as Euler degrees."""
    x, y, z = (b - a for a, b in zip(eye, target))
    level = math.hypot(x, y)
    return {"euler": [90 + math.degrees(math.atan2(z, level)), 0, math.degrees(math.atan2(-x, y))]}
