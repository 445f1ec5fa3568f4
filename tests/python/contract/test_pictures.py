"""Pictures: `look` and `render` give a PNG of the size that was asked for, with something on it."""

from __future__ import annotations

from typing import Any

import pytest

from .pictures import shows_something


def lit_scene(call: Any) -> None:
    """A sphere that a camera sees, lit from the side, so that there are many shades."""
    call("create_primitives", items=[{"kind": "sphere", "name": "Crate"}])
    sun = {"name": "Sun", "kind": "sun", "intensity": 5, "rotation": {"euler": [50, 20, 30]}}
    call("create_lights", items=[sun])
    camera = {"name": "Shot", "position": [0, -8, 0], "rotation": {"euler": [90, 0, 0]}, "active": True}
    call("create_cameras", items=[camera])


@pytest.mark.parametrize(("engine", "more"), [("cycles", {"samples": 4}), ("workbench", {})], ids=str)
def test_render(call: Any, engine: str, more: dict[str, int]) -> None:
    lit_scene(call)
    before = call.python("import bpy; r = bpy.context.scene.render; [r.engine, r.resolution_x, r.filepath]")
    result = call("render", engine=engine, width=96, height=64, timeout=300, **more)
    shows_something(bytes(result["image"]), 96, 64)
    assert (result["width"], result["height"], result["engine"]) == (96, 64, engine)
    after = call.python("import bpy; r = bpy.context.scene.render; [r.engine, r.resolution_x, r.filepath]")
    assert after == before, "a render leaves the settings as they were"


@pytest.mark.headless("a window has this rendered over a copy, which has a test in e2e/window")
def test_a_render_in_the_session_tells_how_far_it_is(call: Any) -> None:
    lit_scene(call)
    told: list[float] = []

    def hear(fraction: float | None, _message: str) -> None:
        told.extend([] if fraction is None else [fraction])

    picture = {"engine": "cycles", "width": 320, "height": 240, "samples": 64}
    reply = call.client.call("render", picture, timeout=300, on_progress=hear)
    assert reply.value["from_copy"] is False
    if call.python("import bpy; bpy.app.version[0]") >= 4:
        # Before, Cycles tells the handlers of a render nothing of its samples.
        assert [fraction for fraction in told if 0 < fraction < 1], told
    assert told == sorted(told)


def test_render_without_a_camera_says_so(call: Any) -> None:
    from scenewire.errors import SceneWireError

    with pytest.raises(SceneWireError) as caught:
        call("render", engine="workbench", width=32, height=32, timeout=120)
    assert "camera" in str(caught.value).lower()


def test_look(call: Any) -> None:
    lit_scene(call)
    result = call("look", view="perspective", width=160, height=120, timeout=300)
    shows_something(bytes(result["image"]), 160, 120)
    assert result["how"]


def test_look_at_one_node_differs_from_the_whole(call: Any) -> None:
    lit_scene(call)
    call("create_primitives", items=[{"kind": "cube", "name": "Far", "position": [40, 0, 0]}])
    whole = call("look", view="front", width=120, height=90, timeout=300)
    close = call("look", view="front", width=120, height=90, frame_ids=["Crate"], timeout=300)
    assert bytes(whole["image"]) != bytes(close["image"])


@pytest.mark.parametrize("overlay", ["names", "ids"])
def test_labels_come_as_data_too(call: Any, overlay: str) -> None:
    lit_scene(call)
    result = call("look", view="isometric", width=320, height=240, overlay=overlay, timeout=300)
    shows_something(bytes(result["image"]), 320, 240)
    labels = {label["name"]: label for label in result["labels"]}
    crate = labels["Crate"]
    assert crate["id"] == call("get_nodes", ids=["Crate"])["items"][0]["id"]
    left, top, right, bottom = crate["box"]
    assert 0 <= left < crate["x"] < right <= 320
    assert 0 <= top < crate["y"] < bottom <= 240


def test_look_is_no_larger_than_a_model_takes(call: Any) -> None:
    error = call.fails("invalid_params", "look", width=1920)
    assert "1568" in error.error_message
