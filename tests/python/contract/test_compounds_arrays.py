"""How compounds put copies along curves, as `bpy` sees it."""

from __future__ import annotations

import itertools
import math
from typing import Any

import pytest

from .compounds import Scene, picture, shot
from .hill import copies, paint, post


def lining(call: Any) -> dict[str, Any]:
    """Arguments by which posts come to stand along a curve."""
    post(call)
    points = [[-5, 0, 0], [-2, 3, 0], [2, -3, 0], [5, 0, 1]]
    call(
        "create_curves",
        items=[{"name": "Path", "kind": "bezier", "control_points": [{"position": point} for point in points]}],
    )
    return {"ids": ["Post"], "curve_id": "Path", "count": 9}


SCENES: dict[str, Scene] = {"array_along_curve": lining}


@pytest.mark.parametrize("kind", ["bezier", "poly", "nurbs"])
def test_copies_stand_along_a_curve_and_look_along_it(call: Any, kind: str) -> None:
    """Their places are on the curve that Blender itself draws."""
    post(call)
    points = [[-5, 0, 0], [-2, 3, 0], [2, -3, 0], [5, 0, 1]]
    item = {"name": "Path", "kind": kind, "control_points": [{"position": point} for point in points]}
    call(
        "create_curves", items=[{**item, "position": [0, 0, 2], "rotation": {"euler": [0, 0, 60]}, "scale": [2, 1, 1]}]
    )
    made = call("array_along_curve", ids=["Post"], curve_id="Path", count=9)
    drawn = call.python(
        "import bpy\nbpy.data.objects['Path'].data.resolution_u = 64\nbpy.context.view_layer.update()\n"
        "o = bpy.data.objects['Path'].evaluated_get(bpy.context.evaluated_depsgraph_get())\n"
        "m = o.to_mesh()\n[list(o.matrix_world @ v.co) for v in m.vertices]"
    )
    sums = [0.0, *itertools.accumulate(math.dist(a, b) for a, b in itertools.pairwise(drawn))]
    assert made["length"] == pytest.approx(sums[-1], rel=2e-3)
    rows = copies(call, "Array")
    assert [row[0] for row in rows] == list(range(1, 10))
    assert {row[5] for row in rows} == {"Post"}, "instances share their mesh"
    for number, place, front, top, size, _ in rows:
        far = sums[-1] * (number - 1) / 8
        piece = min(max(next((i for i, s in enumerate(sums) if s >= far), len(sums) - 1), 1), len(sums) - 1)
        part = (far - sums[piece - 1]) / (sums[piece] - sums[piece - 1])
        a, b = drawn[piece - 1], drawn[piece]
        assert place == pytest.approx([p + (q - p) * part for p, q in zip(a, b)], abs=2e-2), number
        if kind != "poly":
            way = [(q - p) / math.dist(a, b) for p, q in zip(a, b)]
            assert front == pytest.approx(way, abs=5e-2), number
        assert top[2] > 0.5, "upright"
        assert size == pytest.approx([1, 1, 2], abs=1e-4)
    children = call.python("import bpy; [len(o.children) for o in bpy.data.objects['Array'].children]")
    assert children == [1] * 9, "what is below a thing is copied with it"


def test_the_artists_own_curves_are_followed(call: Any) -> None:
    """A NURBS curve whose ends are free, a closed circle, and copies of several things with their own meshes."""
    post(call)
    call.python(
        "import bpy\nbpy.ops.curve.primitive_nurbs_curve_add(); bpy.context.object.name = 'Free'\n"
        "bpy.ops.curve.primitive_nurbs_circle_add(radius=3); bpy.context.object.name = 'Circle'\n"
        "bpy.ops.curve.primitive_bezier_circle_add(radius=3); bpy.context.object.name = 'Ring'\n"
    )
    call("create_primitives", items=[{"kind": "sphere", "name": "Ball", "radius": 0.2}])
    free = call("array_along_curve", ids=["Post"], curve_id="Free", count=2, name="Ends", follow=False)
    drawn = call.python(
        "import bpy\no = bpy.data.objects['Free'].evaluated_get(bpy.context.evaluated_depsgraph_get())\n"
        "m = o.to_mesh()\n[list(m.vertices[i].co) for i in (0, len(m.vertices) - 1)]"
    )
    assert [row[1] for row in copies(call, "Ends")] == [pytest.approx(end, abs=1e-3) for end in drawn]
    assert free["distance"] == pytest.approx(free["length"])
    for name in ("Circle", "Ring"):
        made = call(
            "array_along_curve",
            ids=["Post", "Ball"],
            curve_id=name,
            count=8,
            method="copy",
            name=f"On {name}",
            forward="x",
        )
        rows = copies(call, f"On {name}")
        assert [math.hypot(*row[1]) for row in rows] == pytest.approx([3] * 8, abs=0.05)
        gaps = [math.dist(a[1], b[1]) for a, b in itertools.pairwise([*rows, rows[0]])]
        assert gaps == pytest.approx([6 * math.sin(math.pi / 8)] * 8, abs=0.05), "the first is not doubled by the last"
        assert len({row[5] for row in rows}) == 8, "each has a mesh of its own"
        assert made["distance"] == pytest.approx(made["length"] / 8)
        assert all(abs(sum(p * f for p, f in zip(row[1], row[3]))) < 0.05 for row in rows), "upright"


def test_so_far_apart_from_here_to_there(call: Any) -> None:
    arguments = lining(call)
    del arguments["count"]
    made = call("array_along_curve", **arguments, distance=1.5, start=0.25, end=0.75)
    assert made["count"] == math.floor(made["length"] / 2 / 1.5) + 1
    call("frame_camera", ids=["Array"], camera_id=shot(call))
    arguments["ids"] = ["Array"]
    assert call.fails("invalid_params", "array_along_curve", **arguments).details["path"] == "count"
    error = call.fails("invalid_params", "array_along_curve", **arguments, count=2, distance=1)
    assert error.details["path"] == "distance"
    call.fails("invalid_params", "array_along_curve", **arguments, count=0)
    call.fails("invalid_params", "array_along_curve", **arguments, count=2, start=1)


def test_a_fence_stands_along_its_path(call: Any) -> None:
    arguments = lining(call)
    paint(call, "#c98b4a", "Post")
    paint(call, "#b03a2e", "Pointer")
    call("array_along_curve", **{**arguments, "count": 15})
    call("frame_camera", ids=["Array"], camera_id=shot(call))
    call("set_visibility", items=[{"id": "Post", "visible": False}], recursive=True)
    picture(call, "array_along_curve")
