"""What compounds do that put cameras and things in their places, as `bpy` sees it."""

from __future__ import annotations

import math
from typing import Any

import pytest

from .compounds import Scene, bust, picture, shot

# Where the corners of the boxes of all meshes come to be in the picture, the nearest and the farthest of them, and the
# camera's way.
SEEN = """
import bpy
from bpy_extras.object_utils import world_to_camera_view
from mathutils import Vector
bpy.context.view_layer.update()
scene, camera = bpy.context.scene, bpy.data.objects["Shot"]
parts = [o for o in bpy.data.objects if o.type == "MESH"]
boxes = []
for part in parts:
    own = [part.matrix_world @ Vector(c) for c in part.bound_box]
    low, high = ([pick(c[axis] for c in own) for axis in range(3)] for pick in (min, max))
    boxes += [Vector((x, y, z)) for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (low[2], high[2])]
seen = [world_to_camera_view(scene, camera, c) for c in boxes]
turned = camera.matrix_world.to_3x3().normalized()
{"x": [min(s.x for s in seen), max(s.x for s in seen)], "y": [min(s.y for s in seen), max(s.y for s in seen)],
 "z": [min(s.z for s in seen), max(s.z for s in seen)], "clip": [camera.data.clip_start, camera.data.clip_end],
 "way": list(turned @ Vector((0, 0, -1))), "up": list(turned @ Vector((0, 1, 0))),
 "place": list(camera.matrix_world.translation)}
"""
BOXES = """
import bpy
from mathutils import Vector
bpy.context.view_layer.update()
def box(o):
    own = [o.matrix_world @ Vector(c) for c in o.bound_box]
    return [[round(pick(c[axis] for c in own), 4) for axis in range(3)] for pick in (min, max)]
{o.name: box(o) for o in bpy.data.objects if o.type == "MESH"}
"""


def framing(call: Any) -> dict[str, Any]:
    """Arguments of a framing of the bust."""
    bust(call)
    return {"ids": ["Bust"], "camera_id": shot(call)}


def crates(call: Any) -> list[str]:
    """Three crates of different sizes, one of them turned and in a parent that is turned and scaled."""
    call(
        "create_nodes",
        items=[{"name": "Cart", "position": [1, 2, 0], "rotation": {"euler": [0, 0, 30]}, "scale": [2, 1, 1]}],
    )
    crate = {"kind": "cube"}
    made: list[str] = call(
        "create_primitives",
        items=[
            {**crate, "name": "Low", "size": 1, "position": [-4, 0, 0.5]},
            {**crate, "name": "Turned", "size": 1.2, "position": [0, 2, 3], "rotation": {"euler": [0, 0, 45]}},
            {**crate, "name": "High", "size": 2, "position": [5, -1, 1], "parent_id": None},
        ],
    )["ids"]
    call("set_parent", items=[{"id": "Turned", "parent_id": "Cart"}])
    return made


def aligning(call: Any) -> dict[str, Any]:
    """Arguments of an alignment of the crates."""
    return {"ids": crates(call), "axes": ["z"], "mode": "min"}


def distributing(call: Any) -> dict[str, Any]:
    """Arguments of a distribution of the crates."""
    return {"ids": crates(call), "axis": "x"}


SCENES: dict[str, Scene] = {"frame_camera": framing, "align": aligning, "distribute": distributing}


def size(box: list[list[float]]) -> list[float]:
    """How long the box is along each axis."""
    return [high - low for low, high in zip(*box)]


def middle(box: list[list[float]]) -> list[float]:
    """Half-way between its corners."""
    return [(low + high) / 2 for low, high in zip(*box)]


def fills(seen: dict[str, Any], margin: float) -> None:
    """One side of the picture is filled up to the margin, the other within it, and nothing is cut off."""
    free = [min(low, 1 - high) for low, high in (seen["x"], seen["y"])]
    assert min(free) == pytest.approx(margin, abs=1e-4), seen
    tight = seen["x"] if free[0] < free[1] else seen["y"]
    assert tight == pytest.approx([margin, 1 - margin], abs=1e-4), "on both of its edges"
    assert seen["clip"][0] <= seen["z"][0] <= seen["z"][1] <= seen["clip"][1], "nothing is cut off"


@pytest.mark.parametrize("lens", [{"focal_length": 85}, {"projection": "orthographic", "ortho_scale": 1}])
def test_things_fill_the_picture_as_the_camera_looks(call: Any, lens: dict[str, Any]) -> None:
    arguments = framing(call)
    call("update_cameras", items=[{"ids": ["Shot"], "far": 3, **lens}])
    before = call.python(SEEN)
    made = call("frame_camera", **arguments, margin=0.1)
    seen = call.python(SEEN)
    fills(seen, 0.1)
    assert seen["way"] == pytest.approx(before["way"], abs=1e-5), "it looks as it did"
    assert seen["place"] == pytest.approx(made["position"], abs=1e-4)
    assert made["distance"] == pytest.approx(math.dist(made["position"], made["center"]), rel=1e-5)
    assert (made["ortho_scale"] is None) == ("projection" not in lens)
    if "projection" not in lens:
        picture(call, "frame_camera")


@pytest.mark.parametrize(
    ("direction", "way", "up"),
    [
        ("front", [0, 1, 0], [0, 0, 1]),
        ("back", [0, -1, 0], [0, 0, 1]),
        ("right", [-1, 0, 0], [0, 0, 1]),
        ("left", [1, 0, 0], [0, 0, 1]),
        ("top", [0, 0, -1], [0, 1, 0]),
        ("bottom", [0, 0, 1], [0, -1, 0]),
    ],
)
def test_a_camera_sees_things_from_a_named_side(call: Any, direction: str, way: list[float], up: list[float]) -> None:
    """As Blender's own view of that name does."""
    call("create_nodes", items=[{"name": "Crane", "position": [3, 1, 2], "rotation": {"euler": [20, 0, 50]}}])
    arguments = framing(call)
    call("set_parent", items=[{"id": "Shot", "parent_id": "Crane"}])
    del arguments["camera_id"]
    call("frame_camera", **arguments, direction=direction)
    seen = call.python(SEEN)
    fills(seen, 0.05)
    assert seen["way"] == pytest.approx(way, abs=1e-5)
    assert seen["up"] == pytest.approx(up, abs=1e-5)


def test_a_high_picture_is_filled_too(call: Any) -> None:
    arguments = framing(call)
    settings = call("list_render_settings")["items"][0]["id"]
    call("update_render_settings", items=[{"ids": [settings], "width": 200, "height": 700}])
    for projection in ("perspective", "orthographic"):
        call("update_cameras", items=[{"ids": ["Shot"], "projection": projection}])
        call("frame_camera", **arguments, margin=0)
        fills(call.python(SEEN), 0)


def test_no_camera_and_one_that_something_else_moves_are_told(call: Any) -> None:
    arguments = framing(call)
    call("create_nodes", items=[{"name": "Rail"}])
    call(
        "create_constraints",
        items=[{"type": "point", "source_id": "Shot", "target_id": "Rail", "maintain_offset": False}],
    )
    before = call.python(SEEN)
    error = call.fails("conflict", "frame_camera", **arguments)
    assert "constraint" in str(error)
    assert error.details["name"] == "Shot"
    assert call.python(SEEN) == before
    call("update_cameras", items=[{"ids": ["Shot"], "active": False}])
    assert call.fails("invalid_params", "frame_camera", ids=["Bust"]).details["path"] == "camera_id"
    assert call.fails("invalid_params", "frame_camera", ids=["Rail"]).details["path"] == "ids"
    call.fails("invalid_params", "frame_camera", ids=["Bust"], margin=0.5)
    call.fails("invalid_params", "frame_camera", ids=["Bust"], direction="above")


def test_things_come_to_lie_on_one_plane(call: Any) -> None:
    arguments = aligning(call)
    before = call.python(BOXES)
    made = call("align", **arguments)
    after = call.python(BOXES)
    assert [after[name][0][2] for name in ("Low", "Turned", "High")] == pytest.approx([0, 0, 0], abs=1e-4)
    assert set(made["moved_ids"]) == {arguments["ids"][1]}, "the others were there"
    assert size(after["Turned"]) == pytest.approx(size(before["Turned"]), abs=1e-4), "what is sheared stays so"
    assert after["Turned"][0][:2] == pytest.approx(before["Turned"][0][:2], abs=1e-4)
    call("frame_camera", ids=arguments["ids"], camera_id=shot(call, projection="orthographic"), direction="front")
    picture(call, "align")


@pytest.mark.parametrize("mode", ["min", "center", "max"])
@pytest.mark.parametrize("relative_to", ["first", "active", "bounds", "position"])
def test_sides_and_middles_lie_where_they_are_to(call: Any, mode: str, relative_to: str) -> None:
    ids = crates(call)
    call.python("import bpy; bpy.context.view_layer.objects.active = bpy.data.objects['High']")
    before = call.python(BOXES)
    at = {"min": lambda box: box[0], "max": lambda box: box[1]}.get(
        mode, lambda box: [(low + high) / 2 for low, high in zip(*box)]
    )
    whole = [[min(box[0][i] for box in before.values()) for i in range(3)]]
    whole.append([max(box[1][i] for box in before.values()) for i in range(3)])
    goal = {"first": at(before["Low"]), "active": at(before["High"]), "bounds": at(whole), "position": [1, 2, 7]}
    extra = {"position": [1, 2, 7]} if relative_to == "position" else {}
    call("align", ids=ids, axes=["x", "z"], mode=mode, relative_to=relative_to, **extra)
    after = call.python(BOXES)
    for name, box in after.items():
        place, was, wanted = at(box), at(before[name]), goal[relative_to]
        assert [place[0], place[2]] == pytest.approx([wanted[0], wanted[2]], abs=1e-3), name
        assert place[1] == pytest.approx(was[1], abs=1e-3), "not along y"


def test_origins_are_aligned_and_children_go_along(call: Any) -> None:
    bust(call)
    call("create_lights", items=[{"name": "Lamp", "position": [3, 1, 5]}])
    call("align", ids=["Lamp", "Bust"], axes=["x"], mode="origin")
    places = call.python(
        "import bpy; bpy.context.view_layer.update()\n"
        "[list(bpy.data.objects[n].matrix_world.translation) for n in ('Bust', 'Nose', 'Lamp')]"
    )
    assert places == [pytest.approx([3, 0, 0]), pytest.approx([3, -0.68, 1.45]), pytest.approx([3, 1, 5])]


def test_in_gltf_terms_places_are_gltfs(call: Any) -> None:
    ids = crates(call)
    made = call("align", ids=ids, axes=["z"], relative_to="position", position=[0, 4, 0], convention="gltf")
    boxes = call.python(BOXES)
    assert [sum(box[i][2] for i in range(2)) / 2 for box in boxes.values()] == pytest.approx([4] * 3, abs=1e-3)
    assert made["position"] == pytest.approx([0, 4, 0])


def test_what_cannot_be_aligned_is_told(call: Any) -> None:
    ids = crates(call)
    before = call.python(BOXES)
    assert call.fails("invalid_params", "align", ids=ids[:1], axes=["x"]).details["path"] == "ids"
    assert call.fails("invalid_params", "align", ids=ids, axes=[]).details["path"] == "axes"
    assert call.fails("invalid_params", "align", ids=ids, axes=["w"]).details["path"] == "axes[0]"
    assert call.fails("invalid_params", "align", ids=[*ids, "Low"], axes=["x"]).details["path"] == "ids[3]"
    assert call.fails("invalid_params", "align", ids=["Cart", "Turned"], axes=["x"]).details["path"] == "ids[1]"
    call.python("import bpy; bpy.context.view_layer.objects.active = None")
    call.fails("invalid_params", "align", ids=ids, axes=["x"], relative_to="active")
    assert call.fails("invalid_params", "distribute", ids=ids[:2], axis="x").details["path"] == "ids"
    call(
        "create_constraints",
        items=[{"type": "point", "source_id": "High", "target_id": "Low", "maintain_offset": False}],
    )
    before = call.python(BOXES)
    assert call.fails("conflict", "align", ids=["Turned", "High"], axes=["x", "y"]).details["name"] == "High"
    assert call.python(BOXES) == before


def gaps(boxes: dict[str, Any], names: list[str], axis: int = 0) -> list[float]:
    """What is free between them."""
    return [boxes[after][0][axis] - boxes[before][1][axis] for before, after in zip(names, names[1:])]


def test_gaps_become_even_and_the_outermost_stay(call: Any) -> None:
    arguments = distributing(call)
    before = call.python(BOXES)
    made = call("distribute", **arguments)
    after = call.python(BOXES)
    assert gaps(after, ["Low", "Turned", "High"]) == pytest.approx([made["distance"]] * 2, abs=1e-3)
    assert (after["Low"], after["High"]) == (before["Low"], before["High"])
    assert made["ids"] == arguments["ids"]
    call("frame_camera", ids=arguments["ids"], camera_id=shot(call, projection="orthographic"), direction="front")
    picture(call, "distribute")


def test_middles_become_even_on_the_line_between_the_ends(call: Any) -> None:
    ids = crates(call)
    before = call.python(BOXES)
    call("distribute", ids=ids, mode="centers")
    after = call.python(BOXES)
    ends = [middle(before[name]) for name in ("Low", "High")]
    assert middle(after["Turned"]) == pytest.approx([(a + b) / 2 for a, b in zip(*ends)], abs=1e-3)
    assert (after["Low"], after["High"]) == (before["Low"], before["High"])


def test_at_a_given_gap_the_first_stays(call: Any) -> None:
    ids = crates(call)
    before = call.python(BOXES)
    call("distribute", ids=ids[::-1], axis="x", distance=0.25)
    after = call.python(BOXES)
    assert gaps(after, ["Low", "Turned", "High"]) == pytest.approx([0.25] * 2, abs=1e-3)
    assert after["Low"] == before["Low"], "the order is that along the axis"
    call.python("import bpy; bpy.data.objects['Low'].location = bpy.data.objects['High'].location = (0, 0, 0)")
    assert call.fails("invalid_params", "distribute", ids=ids, mode="centers").details["path"] == "axis"
