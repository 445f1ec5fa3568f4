"""How compounds put things onto ground, as `bpy` sees it."""

from __future__ import annotations

from typing import Any

import pytest

from .compounds import Scene, picture, shot
from .hill import hill, paint

# Vertices of objects in the world, as the host evaluates them.
VERTICES = """
import bpy
bpy.context.view_layer.update()
{o.name: [list(o.matrix_world @ v.co) for v in o.data.vertices] for o in bpy.data.objects if o.type == "MESH"}
"""
# How far below the vertices of each thing the ground is, by Blender's own rays.
OVER = """
import bpy
from mathutils import Vector
bpy.context.view_layer.update()
ground = bpy.data.objects["Hill"]
back = ground.matrix_world.inverted()
def below(point):
    start = back @ (point + Vector((0, 0, 50)))
    hit, place, _, _ = ground.ray_cast(start, back.to_3x3() @ Vector((0, 0, -1)))
    return (point - ground.matrix_world @ place).z if hit else None
def over(o):
    found = [below(o.matrix_world @ v.co) for v in o.data.vertices]
    return min(f for f in found if f is not None)
{name: over(bpy.data.objects[name]) for name in NAMES}
"""


def snapping(call: Any) -> dict[str, Any]:
    """Arguments by which things come down onto the hill."""
    hill(call)
    ids = call(
        "create_primitives",
        items=[
            {"kind": "cube", "name": "Crate", "size": 1, "position": [-2, 1, 6], "rotation": {"euler": [30, 20, 10]}},
            {"kind": "sphere", "name": "Ball", "radius": 0.7, "position": [2, -1, 4]},
            {"kind": "cube", "name": "Sunk", "size": 1, "position": [0, 3, -12]},
        ],
    )["ids"]
    return {"ids": ids, "ground_ids": ["Hill"]}


SCENES: dict[str, Scene] = {"snap_to_ground": snapping}


def test_things_touch_the_ground(call: Any) -> None:
    arguments = snapping(call)
    made = call("snap_to_ground", **arguments)
    names = ["Crate", "Ball", "Sunk"]
    over = call.python(f"NAMES = {names!r}\n{OVER}")
    for name, moved in zip(names, made["items"]):
        # A vertex of a wave may come up into a face before any vertex of the thing comes down.
        assert -1e-3 < over[name] < 0.2, (name, over)
        assert (moved["distance"] > 0) == (name == "Sunk")
    assert min(over.values()) == pytest.approx(0, abs=2e-3)
    again = call("snap_to_ground", **arguments)
    assert [item["distance"] for item in again["items"]] == pytest.approx([0] * 3, abs=1e-4)
    paint(call, "#4f6b3a", "Hill")
    paint(call, "#c98b4a", *names)
    call("frame_camera", ids=["Hill"], camera_id=shot(call))
    picture(call, "snap_to_ground")


def test_things_touch_a_plane_with_their_lowest_vertex(call: Any) -> None:
    ids = snapping(call)["ids"]
    call("snap_to_ground", ids=ids, height=1.5, offset=0.25)
    lowest = {name: min(z for _, _, z in points) for name, points in call.python(VERTICES).items()}
    assert [lowest[name] for name in ("Crate", "Ball", "Sunk")] == pytest.approx([1.75] * 3, abs=1e-4)
    call("create_lights", items=[{"name": "Lamp", "position": [0, 0, 5]}])
    call("snap_to_ground", ids=["Lamp", "Ball"], mode="origin")
    places = call.python(
        "import bpy; bpy.context.view_layer.update()\n"
        "[bpy.data.objects[n].matrix_world.translation.z for n in ('Lamp', 'Ball')]"
    )
    assert places == pytest.approx([0, 0], abs=1e-5)


def test_a_thing_in_a_room_comes_onto_its_floor(call: Any) -> None:
    call(
        "create_primitives",
        items=[
            {"kind": "cube", "name": "House", "size": 6, "position": [0, 0, 3]},
            {"kind": "cube", "name": "Crate", "size": 1, "position": [0, 0, 3]},
        ],
    )
    call("snap_to_ground", ids=["Crate"], ground_ids=["House"])
    assert min(z for _, _, z in call.python(VERTICES)["Crate"]) == pytest.approx(0, abs=1e-4)


def test_what_has_no_ground_is_told(call: Any) -> None:
    arguments = snapping(call)
    call("create_primitives", items=[{"kind": "cube", "name": "Far", "position": [90, 0, 5]}])
    before = call.python(VERTICES)
    error = call.fails("invalid_params", "snap_to_ground", ids=["Crate", "Far"], ground_ids=["Hill"])
    assert (error.details["path"], "below" in str(error)) == ("ids[1]", True)
    error = call.fails("invalid_params", "snap_to_ground", ids=["Hill", "Far"], ground_ids=["Hill"])
    assert error.details["path"] == "ground_ids[0]"
    call("create_nodes", items=[{"name": "Empty"}])
    error = call.fails("invalid_params", "snap_to_ground", ids=arguments["ids"], ground_ids=["Empty"])
    assert error.details["path"] == "ground_ids"
    call.fails("invalid_params", "snap_to_ground", ids=[])
    assert call.python(VERTICES) == before
