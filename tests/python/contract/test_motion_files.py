"""Animation into files and back: the same motion, on the same nodes or on others, and nothing left behind."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest

from .files import lacks
from .keyframes import curve_of, frames

SKELETON = """
import bpy
rig = bpy.data.objects[{name!r}]
out = []
for f in (0, 10, 20):
    bpy.context.scene.frame_set(f)
    bpy.context.view_layer.update()
    out.append([round(x, 3) for x in rig.pose.bones['Tip'].tail])
out
"""


BVH = b"HIERARCHY\nROOT Root\n{\n}\nMOTION\n"


@pytest.fixture
def walk(call: Any) -> str:
    """A rig of two joints with a clip that turns the second and moves the first; the clip's id."""
    (rig,) = call("create_rigs", items=[{"name": "Biped"}])["ids"]
    (root,) = call("create_joints", items=[{"name": "Root", "rig_id": rig, "length": 1}])["ids"]
    call("create_joints", items=[{"name": "Tip", "rig_id": rig, "parent_id": root, "position": [0, 1, 0], "length": 1}])
    call.python("import bpy\nfor b in bpy.data.objects['Biped'].pose.bones: b.rotation_mode = 'XYZ'")
    second = 1 / call("get_scene", fields=["fps"])["fps"]
    items = [
        {"node_id": rig, "path": path, "times": [0, 10 * second, 20 * second], "values": values}
        for path, values in (
            ('joints["Tip"].rotation.x', [0, math.degrees(1), math.degrees(0.5)]),
            ('joints["Tip"].rotation.y', [0, 0, 0]),
            ('pose.bones["Tip"].rotation_euler[2]', [0, math.degrees(0.5), 0]),
            ('joints["Root"].position.y', [0, 2, 1]),
        )
    ]
    call("create_anim_curves", items=items)
    (clip,) = call("list_clips")["items"]
    call("update_clips", items=[{"ids": [clip["id"]], "name": "Walk"}])
    return str(clip["id"])


def exported(call: Any, clip: str, form: str) -> Any:
    """The bytes of a file, or a skip where this host says that it cannot write or read it; then calls say the same."""
    reason = lacks(call, "export_animation", form, {"clip_ids": [clip]})
    if reason := reason or lacks(call, "import_animation", form, {"data": BVH}):
        pytest.skip(reason)
    before = state(call)
    (told,) = call("export_animation", timeout=200, items=[{"clip_ids": [clip], "format": form}])["items"]
    assert state(call) == before, "writing a file changes nothing"
    assert told["size"] == len(told["data"]) > 100
    return told["data"]


def state(call: Any) -> Any:
    """What playing and exporting could leave behind."""
    return call.python(
        "import bpy\n[[s.name for s in bpy.data.scenes], [a.name for a in bpy.data.actions],"
        "[[o.name, o.animation_data.action.name if o.animation_data and o.animation_data.action else None,"
        " [t.name for t in o.animation_data.nla_tracks] if o.animation_data else []] for o in bpy.data.objects],"
        " bpy.context.scene.frame_current, bpy.context.scene.frame_end]"
    )


@pytest.mark.parametrize("form", ["json", "bvh", "glb", "fbx"])
def test_motion_comes_back_on_the_rig_it_was_of(call: Any, walk: str, form: str) -> None:
    was = call.python(SKELETON.format(name="Biped"))
    data = exported(call, walk, form)
    call("delete_clips", ids=[walk])
    item = {"data": data, "format": form, "name": "Biped", "target_mapping": {"Biped": "Biped"}}
    (told,) = call("import_animation", timeout=200, items=[item])["items"]
    assert (told["format"], len(told["clip_ids"]), told["unmatched"]) == (form, 1, [])
    assert call("get_nodes", ids=told["node_ids"])["items"][0]["name"] == "Biped"
    assert call("list_nodes")["total"] == 1, "nothing but the clip came"
    now = call.python(SKELETON.format(name="Biped"))
    # The first frame of what an exporter samples is its own zero.
    shift = call.python("import bpy\nbpy.data.objects['Biped'].animation_data.action.frame_range[0]")
    if shift:
        moved = str(tuple(int(shift) + frame for frame in (0, 10, 20)))
        now = call.python(SKELETON.format(name="Biped").replace("(0, 10, 20)", moved))
    for one, other in zip(now, was):
        assert one == pytest.approx(other, abs=0.02)


def test_json_keeps_every_keyframe_exactly(call: Any, walk: str) -> None:
    call.python(
        curve_of("Walk")
        + "k = c.keyframe_points[1]\nk.interpolation, k.easing, k.type = 'BOUNCE', 'EASE_IN', 'EXTREME'\n"
        "k.handle_left_type = k.handle_right_type = 'FREE'\nk.handle_right = (14, 3)\n"
        "c.extrapolation = 'LINEAR'\nc.update()"
    )
    was = frames(call, "Walk", -5, 25)
    data = exported(call, walk, "json")
    call("update_clips", items=[{"ids": [walk], "name": "Old"}])
    call("import_animation", items=[{"data": data, "format": "json"}])
    assert frames(call, "Walk", -5, 25) == pytest.approx(was, abs=1e-5)
    told = "k = c.keyframe_points[1]\n[k.interpolation, k.easing, k.type, k.handle_right_type]"
    assert call.python(f"{curve_of('Walk')}{told}") == ["BOUNCE", "EASE_IN", "EXTREME", "FREE"]


def test_motion_goes_to_another_rig_as_far_as_it_fits(call: Any, walk: str) -> None:
    data = exported(call, walk, "json")
    (rig,) = call("create_rigs", items=[{"name": "Other"}])["ids"]
    call("create_joints", items=[{"name": "Root", "rig_id": rig, "length": 1}])
    item = {"data": data, "format": "json", "target_mapping": {"Biped": "Other"}}
    (told,) = call("import_animation", items=[item])["items"]
    assert told["node_ids"] == [rig]
    assert sorted(path.partition("/")[2] for path in told["unmatched"]) == [
        f'joints["Tip"].rotation.{axis}' for axis in "xyz"
    ]
    root = "import bpy\nbpy.context.scene.frame_set(10)\nbpy.data.objects['Other'].pose.bones['Root'].location.y"
    assert call.python(root) == pytest.approx(2)


def test_files_are_written_where_they_were_told_to_be(call: Any, walk: str) -> None:
    path = call.host.inside(call.host.home / "walk.json")
    (told,) = call("export_animation", items=[{"clip_ids": ["Walk"], "path": path}])["items"]
    assert told["path"] == path
    assert json.loads((call.host.home / "walk.json").read_text())["clips"][0]["name"] == "Walk"
    (came,) = call("import_animation", items=[{"path": path}])["items"]
    assert came["names"] == ["Walk.001"]
    call.fails("permission_denied", "export_animation", items=[{"clip_ids": ["Walk"], "path": "/etc/walk.json"}])
    call.fails("file_not_found", "import_animation", items=[{"path": f"{path}.bvh"}])


@pytest.mark.parametrize(
    ("item", "code", "path"),
    [
        ({"data": b"HIERARCHY\nROOT", "format": "bvh"}, "invalid_params", "data"),
        ({"data": b"{", "format": "json"}, "invalid_params", "data"),
        ({"data": b'{"scenewire_animation": 1, "clips": [{"name": "A"}]}', "format": "json"}, "invalid_params", "data"),
        ({"data": b'{"scenewire_animation": 2, "clips": []}', "format": "json"}, "invalid_params", "data"),
        ({"data": b"glTF", "format": "glb"}, "invalid_params", "data"),
        ({"data": b"x"}, "invalid_params", "format"),
        ({"format": "json"}, "invalid_params", "path"),
    ],
)
def test_bad_files_leave_nothing(call: Any, item: dict[str, Any], code: str, path: str) -> None:
    before = state(call)
    error = call.fails(code, "import_animation", items=[item])
    assert path in error.details["path"]
    assert state(call) == before


def test_what_cannot_go_into_a_file_says_so(call: Any, walk: str) -> None:
    (idle,) = call("create_clips", items=[{"name": "Idle"}])["ids"]
    call.fails("conflict", "export_animation", items=[{"clip_ids": [idle], "format": "bvh"}])
    call.fails("invalid_params", "export_animation", items=[{"clip_ids": [], "format": "json"}])
    data = exported(call, walk, "json")
    item = {"data": data, "format": "json", "target_mapping": {"Biped": "Nobody"}}
    error = call.fails("not_found", "import_animation", items=[item])
    assert error.details["path"] == "target_mapping"
    assert call("list_clips")["total"] == 2
