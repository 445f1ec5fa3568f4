"""What turntables and lights of compounds do, as `bpy` sees it."""

from __future__ import annotations

import math
from typing import Any

import pytest

from .compounds import Scene, bust, picture

# Where the eight corners of the bust's box come to be in the picture, at each of these frames.
CORNERS = """
import bpy
from bpy_extras.object_utils import world_to_camera_view
from mathutils import Vector
scene, found = bpy.context.scene, []
for frame in {frames}:
    scene.frame_set(frame)
    camera = scene.camera
    parts = [o for o in bpy.data.objects if o.type == "MESH"]
    corners = [o.matrix_world @ Vector(c) for o in parts for c in o.bound_box]
    seen = [world_to_camera_view(scene, camera, c) for c in corners]
    nose = bpy.data.objects["Nose"].matrix_world.translation
    away = camera.matrix_world.translation
    found.append([[min(s.x for s in seen), max(s.x for s in seen), min(s.y for s in seen), max(s.y for s in seen),
                   min(s.z for s in seen)], list(away), list(nose),
                  list(camera.matrix_world.to_3x3() @ Vector((0, 0, -1)))])
found
"""
LIGHTS = """
import bpy
from mathutils import Vector
bpy.context.view_layer.update()
{o.name: [o.data.type, o.data.energy, list(o.matrix_world.translation),
          list((o.matrix_world.to_3x3() @ Vector((0, 0, -1))).normalized()), list(o.data.color), o.parent.name]
 for o in bpy.data.objects if o.type == "LIGHT"}
"""


def turntable(call: Any) -> dict[str, Any]:
    """Arguments of a turntable around the bust."""
    bust(call)
    return {"ids": ["Bust"], "duration": 2}


def lighting(call: Any) -> dict[str, Any]:
    """Arguments of lights around the bust."""
    bust(call)
    return {
        "ids": ["Bust"],
        "camera_id": call("create_cameras", items=[{"name": "Shot", "position": [0, -7, 1.5]}])["ids"][0],
    }


SCENES: dict[str, Scene] = {"create_turntable": turntable, "three_point_lighting": lighting}


def test_the_camera_goes_once_round_and_sees_all_of_it_from_everywhere(call: Any) -> None:
    call(
        "update_render_settings",
        items=[
            {"ids": [call("list_render_settings")["items"][0]["id"]], "width": 480, "height": 270, "percentage": 100}
        ],
    )
    made = call("create_turntable", **turntable(call))
    assert (made["frame_start"], made["frame_end"]) == (0, 47)
    assert call.python("import bpy; s = bpy.context.scene; [s.frame_start, s.frame_end, s.camera.name]") == [
        0,
        47,
        "Turntable camera",
    ]
    angles = []
    for (left, right, low, high, near), place, _, way in call.python(CORNERS.format(frames=[0, 12, 24, 36, 48])):
        assert min(left, 1 - right, low, 1 - high, near) > 0, "all of it is in the picture"
        offset = [p - c for p, c in zip(place, made["center"])]
        assert math.hypot(*offset) == pytest.approx(made["distance"], rel=1e-4)
        assert way == pytest.approx([-o / made["distance"] for o in offset], abs=1e-4), "it looks at the middle"
        angles.append(math.degrees(math.atan2(offset[1], offset[0])) % 360)
    assert angles == pytest.approx([270, 0, 90, 180, 270], abs=0.05)
    even = call.python(
        "import bpy; s = bpy.context.scene; o = bpy.data.objects['Turntable pivot']\n"
        "[(s.frame_set(f), o.matrix_world.to_euler().z)[1] for f in (6, 7, 8, 49)]"
    )
    assert [math.degrees(a) % 360 for a in even] == pytest.approx([45, 52.5, 60, 7.5], abs=0.01), "evenly, and on"
    call.python("import bpy; bpy.context.scene.frame_set(5)")
    picture(call, "create_turntable", frame=5)


def test_things_turn_before_a_camera_that_stands(call: Any) -> None:
    made = call(
        "create_turntable", **turntable(call), method="object", elevation=0, azimuth=math.pi / 2, set_frame_range=False
    )
    seen = call.python(CORNERS.format(frames=[0, 12, 24]))
    assert seen[0][1] == seen[1][1] == seen[2][1]
    assert seen[0][1][0] == pytest.approx(made["distance"] + made["center"][0], rel=1e-4), "a quarter to the right"
    noses = [nose for _, _, nose, _ in seen]
    assert noses[0] == pytest.approx([0, -0.68, 1.45], abs=1e-4)
    assert [noses[1][0] < -0.4, noses[2][1] > 0.3] == [True, True], "the way in which a camera would go round it"
    assert call.python("import bpy; bpy.context.scene.frame_end") == 250


def test_it_is_as_far_away_as_it_is_told(call: Any) -> None:
    made = call("create_turntable", **turntable(call), distance=9, turns=-2, start_time=1)
    assert (made["distance"], made["frame_start"]) == (9, 24)
    before, after = call.python(CORNERS.format(frames=[24, 30]))
    assert math.dist(before[1], made["center"]) == pytest.approx(9, rel=1e-5)
    assert after[1][0] < made["center"][0] - 8 * math.cos(0.35), (
        "a quarter, the other way, in a quarter of half the time"
    )


def test_in_gltf_terms_it_is_the_same(call: Any) -> None:
    made = call("create_turntable", **turntable(call), convention="gltf", distance=9)
    host = call.python("import bpy; list(bpy.data.objects['Turntable pivot'].location)")
    assert made["center"] == pytest.approx([host[0], host[2], -host[1]], abs=1e-5)
    assert made["distance"] == pytest.approx(9)


def test_nothing_to_be_seen_is_told(call: Any) -> None:
    call("create_nodes", items=[{"name": "Pivot"}])
    for name in ("create_turntable", "three_point_lighting"):
        error = call.fails("invalid_params", name, ids=["Pivot"])
        assert error.details["path"] == "ids"
        assert "to be seen" in str(error)
        call.fails("invalid_params", name, ids=[])
    call.fails("invalid_params", "create_turntable", ids=["Pivot"], duration=0)
    assert "Turntable pivot" not in call.python("import bpy; [o.name for o in bpy.data.objects]")


def test_three_lights_stand_where_the_camera_wants_them(call: Any) -> None:
    made = call("three_point_lighting", **lighting(call), fill_ratio=0.25)
    lights = call.python(LIGHTS)
    key, fill, rim = (lights[f"Lighting {role}"] for role in ("key", "fill", "rim"))
    assert key[0] == fill[0] == rim[0] == "AREA"
    assert fill[1] / key[1] == pytest.approx(0.25)
    assert key[1] == pytest.approx(made["intensity"])
    for _, _, place, way, _, parent in (key, fill, rim):
        offset = [p - c for p, c in zip(place, made["center"])]
        assert math.hypot(*offset) == pytest.approx(made["distance"], rel=1e-5)
        assert way == pytest.approx([-o / made["distance"] for o in offset], abs=1e-5), "it shines at the middle"
        assert parent == "Lighting"
    # The camera looks along +y: key at its right, fill at its left, the rim behind.
    assert min(key[2][0], -key[2][1], -fill[2][0], -fill[2][1], rim[2][1]) > 1
    call("update_nodes", items=[{"ids": ["Shot"], "position": [0, -9, 1.5], "rotation": {"euler": [90, 0, 0]}}])
    call("update_cameras", items=[{"ids": ["Shot"], "active": True, "focal_length": 85}])
    call.python("import bpy; bpy.context.scene.view_settings.view_transform = 'Standard'")
    picture(call, "three_point_lighting", engine="cycles", samples=8)


def test_from_another_side_they_stand_otherwise(call: Any) -> None:
    arguments = lighting(call)
    side = {"name": "Side", "position": [8, 0, 1], "rotation": {"euler": [90, 0, 90]}, "active": True}
    call("create_cameras", items=[side])
    del arguments["camera_id"]
    call("three_point_lighting", **arguments, kind="spot", key_color="#ff0000", distance=5)
    lights = call.python(LIGHTS)
    key, rim = lights["Lighting key"], lights["Lighting rim"]
    assert min(key[2][0], key[2][1], -rim[2][0]) > 1, "the scene's camera is at +x, its right is +y"
    assert (key[0], key[4]) == ("SPOT", pytest.approx([1, 0, 0], abs=1e-6))


BRIGHTNESS = """
import bpy
s = bpy.context.scene
s.view_settings.view_transform = "Raw"
image = bpy.data.images.load({path!r})
pixels = list(image.pixels)
w, h = image.size
at = lambda x, y: pixels[4 * (int(y * h) * w + int(x * w))]
bpy.data.images.remove(image)
[at(0.75, 0.5), at(0.25, 0.5)]
"""


def test_a_white_surface_looks_white_in_their_light(call: Any) -> None:
    call("create_primitives", items=[{"name": "Ball", "kind": "sphere", "radius": 1}])
    white = call("create_materials", items=[{"name": "White", "base_color": [1, 1, 1, 1], "roughness": 1}])["ids"]
    call("assign_materials", items=[{"material_id": white[0], "mesh_id": "Ball"}])
    call.python(
        "import bpy; bpy.context.scene.world = None; bpy.context.scene.view_settings.view_transform = 'Standard'"
    )
    call(
        "create_cameras",
        items=[
            {
                "name": "Shot",
                "position": [0, -6, 0],
                "rotation": {"euler": [90, 0, 0]},
                "active": True,
                "projection": "orthographic",
                "ortho_scale": 2.2,
            }
        ],
    )
    call("three_point_lighting", ids=["Ball"])
    path = call.host.inside(call.host.home / "ball.png")
    call("render", engine="cycles", samples=16, width=40, height=40, output_path=path, timeout=300)
    right, left = call.python(BRIGHTNESS.format(path=path))
    assert 1 >= right > 0.85 > left > 0.5, "bright where the key shines, darker where the fill does"
