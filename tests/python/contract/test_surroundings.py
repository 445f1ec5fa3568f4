"""Environments and render settings beyond what is generated: what is seen, what several mean, and bad input."""

from __future__ import annotations

import struct
import zlib
from typing import Any

import pytest

from .pictures import alike, file, pixels
from .sample_things import picture

#: Six colours round the horizon.
ROUND = bytes([255, 0, 0, 255, 255, 0, 0, 255, 0, 0, 255, 255, 0, 0, 255, 255, 0, 255])


def horizon() -> bytes:
    """A PNG with a colour for each direction."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 6, 3, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + ROUND) * 3)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def seen(call: Any, towards: float) -> bytes:
    """What a camera sees that looks along +Y, turned by so many degrees about Z."""
    rotation = {"euler": [90, 0, towards]}
    call("update_cameras", items=[{"ids": ["Shot"], "rotation": rotation}])
    made = call("render", engine="cycles", samples=1, width=16, height=16, timeout=300)
    return pixels(bytes(made["image"]))[2]


def test_what_is_seen_turns_with_the_rotation(call: Any) -> None:
    call("create_cameras", items=[{"name": "Shot", "active": True}])
    image = file(call, "horizon.png", horizon())
    (sky,) = call("create_environments", items=[{"name": "Sky", "image": image, "intensity": 1}])["ids"]
    ahead, right = seen(call, 0), seen(call, -90)
    assert ahead != right, "it is of several colours"
    call("update_environments", items=[{"ids": [sky], "rotation": {"euler": [0, 0, -90]}}])
    assert alike(seen(call, -90), ahead), "what was ahead is on the right, as a scene object would be"
    assert not alike(seen(call, 0), ahead)
    call("update_environments", items=[{"ids": [sky], "image": None, "color": [0, 0, 0, 1]}])
    assert len(set(seen(call, 0))) < len(set(ahead))


def test_the_one_made_last_lights_the_scene_until_another_does(call: Any) -> None:
    shown = "import bpy; w = bpy.context.scene.world; w and w.name"
    call("create_environments", items=[{"name": "Day"}, {"name": "Night"}, {"name": "Spare", "active": False}])
    assert call.python(shown) == "Night"
    told = {item["name"]: item["active"] for item in call("list_environments")["items"]}
    assert {name: told[name] for name in ("Day", "Night", "Spare")} == {"Day": False, "Night": True, "Spare": False}
    call("update_environments", items=[{"ids": ["Day"], "active": True}])
    assert call.python(shown) == "Day"
    call("update_environments", items=[{"ids": ["Night"], "active": False}])
    assert call.python(shown) == "Day", "what is not active is not made less so"
    call("delete_environments", ids=["Day"])
    call("undo")
    assert call.python(shown) == "Day"
    call("delete_environments", ids=["Day"])
    assert call.python(shown) is None, "nothing stands in for it unasked"


def test_its_picture_goes_with_it_unless_others_show_it(call: Any) -> None:
    names = "import bpy; sorted(i.name for i in bpy.data.images if i.type != 'RENDER_RESULT')"
    first, second = file(call, "a.png", picture(4, 2)), file(call, "b.png", picture(4, 2))
    call("create_environments", items=[{"name": "Sky", "image": first}])
    call("update_environments", items=[{"ids": ["Sky"], "image": second}])
    assert call.python(names) == ["b"]
    call("create_textures", items=[{"name": "Kept", "path": second}])
    call("delete_environments", ids=["Sky"])
    assert call.python(names) == ["Kept"]
    call("create_environments", items=[{"name": "Sky", "image": second}])
    call.python("import bpy; bpy.data.images['b'].use_fake_user = True")
    call("update_environments", items=[{"ids": ["Sky"], "image": None}])
    assert call.python(names) == ["Kept", "b"], "what the artist keeps stays"
    (sky,) = call("get_environments", ids=["Sky"])["items"]
    assert sky["image"] is None
    assert "rotation" not in sky
    assert call.python("import bpy; sorted(n.type for n in bpy.data.worlds['Sky'].node_tree.nodes)") == [
        "BACKGROUND",
        "OUTPUT_WORLD",
    ]


@pytest.mark.parametrize(
    ("code", "field", "value"),
    [
        ("file_not_found", "image", "missing.exr"),
        ("invalid_params", "image", "broken.exr"),
        ("permission_denied", "image", "/etc/passwd"),
        ("invalid_params", "rotation", [0, 0, 0, 1]),
    ],
    ids=str,
)
def test_bad_environments_change_nothing(call: Any, code: str, field: str, value: Any) -> None:
    file(call, "broken.exr", b"no picture")
    call("create_environments", items=[{"name": "Sky", "color": "#336699"}])
    (before,) = call("get_environments", ids=["Sky"])["items"]
    if isinstance(value, str) and not value.startswith("/"):
        value = call.host.inside(call.host.home / value)
    call.fails(code, "create_environments", items=[{"name": "Other", field: value}])
    call.fails(code, "update_environments", items=[{"ids": ["Sky"], field: value}])
    assert call("get_environments", ids=["Sky"])["items"] == [before]
    assert call("list_environments", filters={"name": "Other"})["total"] == 0
    assert call.python("import bpy; [i.name for i in bpy.data.images if i.type != 'RENDER_RESULT']") == []


def test_a_picture_has_its_own_colours(call: Any) -> None:
    image = file(call, "a.png", picture(4, 2))
    item = {"name": "Sky", "image": image, "color": [1, 0, 0, 1]}
    call.fails("invalid_params", "create_environments", items=[item])
    call("create_environments", items=[{"name": "Sky", "image": image}])
    error = call.fails("invalid_params", "update_environments", items=[{"ids": ["Sky"], "color": [1, 0, 0, 1]}])
    assert error.details["path"] == "color"
    assert "image: null" in error.suggestions[0]
    (sky,) = call("update_environments", items=[{"ids": ["Sky"], "color": [1, 0, 0, 1], "image": None}])["items"]
    assert sky["color"] == [1, 0, 0, 1]


def test_nodes_of_the_artist_are_left_alone(call: Any) -> None:
    call("create_environments", items=[{"name": "Sky"}])
    call.python(
        "import bpy; t = bpy.data.worlds['Sky'].node_tree; n = t.nodes.new('ShaderNodeTexNoise')\n"
        "t.links.new(n.outputs['Color'], t.nodes['Background'].inputs['Color'])"
    )
    (sky,) = call("get_environments", ids=["Sky"])["items"]
    assert "color" not in sky
    assert "image" not in sky
    assert sky["intensity"] == 1
    for patch in ({"image": file(call, "a.png", picture(4, 2))}, {"image": None}):
        call.fails("not_supported", "update_environments", items=[{"ids": ["Sky"], **patch}])
    call.fails("invalid_params", "update_environments", items=[{"ids": ["Sky"], "color": "red"}])
    call.python("import bpy; t = bpy.data.worlds['Sky'].node_tree; t.nodes.remove(t.nodes['Background'])")
    (sky,) = call("get_environments", ids=["Sky"])["items"]
    assert not {"color", "image", "intensity", "rotation"} & {name for name, value in sky.items() if value is not None}
    call.fails("not_supported", "update_environments", items=[{"ids": ["Sky"], "intensity": 2}])
    assert call.python("import bpy; len(bpy.data.worlds['Sky'].node_tree.nodes)") == 2


def test_a_mapping_of_the_artist_is_read_as_it_turns_the_picture(call: Any) -> None:
    image = file(call, "a.png", picture(4, 2))
    call("create_environments", items=[{"name": "Sky", "image": image, "rotation": {"euler": [0, 0, 30]}}])
    call.python("import bpy; bpy.data.worlds['Sky'].node_tree.nodes['Mapping'].vector_type = 'POINT'")
    half = 0.2588190451
    (sky,) = call("get_environments", ids=["Sky"])["items"]
    assert sky["rotation"][2] == pytest.approx(-half, abs=1e-5), "Blender's default turns whoever looks"
    call("update_environments", items=[{"ids": ["Sky"], "rotation": {"euler": [0, 0, 30]}}])
    turned = "import bpy; list(bpy.data.worlds['Sky'].node_tree.nodes['Mapping'].inputs['Rotation'].default_value)"
    assert call.python(turned) == pytest.approx([0, 0, -0.5235988], abs=1e-5)


def settings(call: Any) -> dict[str, Any]:
    (item,) = call("list_render_settings", filters={"active": True})["items"]
    return dict(item)


def test_frames_never_run_into_each_other(call: Any) -> None:
    only = settings(call)["id"]
    call("update_render_settings", items=[{"ids": [only], "frame_start": 10, "frame_end": 20}])
    for patch, path in (({"frame_start": 21}, "frame_start"), ({"frame_end": 9}, "frame_end")):
        error = call.fails("invalid_params", "update_render_settings", items=[{"ids": [only], **patch}])
        assert error.details["path"] == path
    patch = {"frame_start": 30, "frame_end": 25}
    call.fails("invalid_params", "update_render_settings", items=[{"ids": [only], **patch}])
    for start, end in ((30, 40), (1, 5), (7, 7)):
        call("update_render_settings", items=[{"ids": [only], "frame_start": start, "frame_end": end}])
        assert call.python("import bpy; s = bpy.context.scene; [s.frame_start, s.frame_end]") == [start, end]


@pytest.mark.parametrize("rate", [23.976, 29.97, 59.94, 25, 12.5, 1000, 0.04], ids=str)
def test_rates_are_kept(call: Any, rate: float) -> None:
    (item,) = call("update_render_settings", items=[{"ids": [settings(call)["id"]], "fps": rate}])["items"]
    assert item["fps"] == pytest.approx(rate, rel=3e-6)
    fps, base = call.python("import bpy; r = bpy.context.scene.render; [r.fps, r.fps_base]")
    assert fps / base == pytest.approx(rate, rel=3e-6)
    if rate in (23.976, 29.97, 59.94):
        assert base == pytest.approx(1.001, abs=1e-7), "as Blender's own presets"
    assert call("get_scene")["fps"] == pytest.approx(rate, rel=3e-6)


def test_each_engine_has_its_samples(call: Any) -> None:
    only = settings(call)["id"]
    for engine, samples in (("cycles", 7), ("eevee", 9), ("workbench", 11)):
        call("update_render_settings", items=[{"ids": [only], "samples": samples, "engine": engine}])
    told = "import bpy; s = bpy.context.scene; [s.cycles.samples, s.eevee.taa_render_samples, s.display.render_aa]"
    assert call.python(told) == [7, 9, "11"]
    error = call.fails("not_supported", "update_render_settings", items=[{"ids": [only], "samples": 7}])
    assert error.details["expected"] == [1, 5, 8, 11, 16, 32]


def test_an_unknown_view_names_those_there_are(call: Any) -> None:
    patch = {"ids": [settings(call)["id"]], "view_transform": "Filmik"}
    error = call.fails("invalid_params", "update_render_settings", items=[patch])
    assert error.suggestions[0] == "Filmic"
    assert "Standard" in error.details["expected"]


def test_the_output_stays_inside_the_roots_and_a_folder_is_one(call: Any) -> None:
    only = settings(call)["id"]
    folder = call.host.home / "frames"
    folder.mkdir(exist_ok=True)
    inside = call.host.inside(folder)
    (item,) = call("update_render_settings", items=[{"ids": [only], "output_path": inside}])["items"]
    # Without the stroke at its end Blender would write beside the folder, which may be the root itself.
    assert item["output_path"] == call.python("import bpy; bpy.context.scene.render.filepath") == f"{inside}/"
    for bad in ("/etc/frames", f"{inside}/../../../etc/frames_"):
        call.fails("permission_denied", "update_render_settings", items=[{"ids": [only], "output_path": bad}])


def test_settings_of_add_ons_are_no_metadata(call: Any) -> None:
    only = settings(call)["id"]
    call.python(
        "import bpy; bpy.types.Scene.scenewire_probe = bpy.props.IntProperty()\n"
        "s = bpy.context.scene; s.scenewire_probe = 7; s['mine'] = 1"
    )
    try:
        assert settings(call)["metadata"] == {"mine": 1}
        call("update_render_settings", items=[{"ids": [only], "metadata": {}}])
        assert call.python("import bpy; [bpy.context.scene.scenewire_probe, 'mine' in bpy.context.scene]") == [7, False]
    finally:
        call.python("import bpy; del bpy.types.Scene.scenewire_probe")
