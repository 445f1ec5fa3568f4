"""Looks and renders show the scene and leave nothing behind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from python.contract.digest import DIGEST

from .double import Engine


def digest() -> Any:
    found: dict[str, Any] = {}
    exec(DIGEST, found)
    return found["digest"]()


@pytest.fixture
def lit(blender: Engine) -> Engine:
    """A red ball before a camera, lit by a sun."""
    red = blender.one("create_materials", name="Red", base_color=[1, 0, 0, 1], roughness=1.0)["id"]
    blender.one("create_primitives", kind="sphere", name="Ball", material_id=red)
    blender.one("create_cameras", name="Shot", position=[0, 0, 6], active=True)
    blender.one("create_lights", name="Sun", kind="sun", intensity=3.0)
    return blender


def pixels(png: bytes, folder: Path) -> tuple[int, int, Any]:
    """Width, height and a function from x, y (0 to 1) to the colour there."""
    import bpy

    path = folder / "picture.png"
    path.write_bytes(png)
    image = bpy.data.images.load(str(path))
    width, height = image.size
    values = list(image.pixels)
    bpy.data.images.remove(image)

    def at(x: float, y: float) -> list[float]:
        start = 4 * (int(y * (height - 1)) * width + int(x * (width - 1)))
        return values[start : start + 3]

    return width, height, at


LOOKS = [
    {},
    *({"view": view} for view in ("camera", "front", "top", "isometric", "perspective")),
    {"frame_ids": ["Ball"]},
]


@pytest.mark.parametrize("arguments", LOOKS, ids=str)
def test_look_shows_the_ball(lit: Engine, arguments: dict[str, Any], tmp_path: Path) -> None:
    before, revision = digest(), lit.revision()
    result = lit("look", width=64, height=48, **arguments)
    assert lit.revision() == revision
    assert digest() == before
    width, height, at = pixels(lit.job.blob(result["image"]), tmp_path)
    assert (width, height) == (result["width"], result["height"]) == (64, 48)
    if arguments:
        red, green, _ = at(0.5, 0.5)
        assert red > 0.1
        assert red > green


@pytest.mark.parametrize("shading", ["solid", "wireframe"])
def test_shadings(lit: Engine, shading: str, tmp_path: Path) -> None:
    result = lit("look", view="front", shading=shading, width=48, height=48)
    _, _, at = pixels(lit.job.blob(result["image"]), tmp_path)
    assert len({tuple(at(x / 40, y / 40)) for x in range(40) for y in range(40)}) > 3


def black(*_arguments: Any) -> Any:
    """What a driver that cannot draw gives."""
    from scenewire.adapters.blender.pictures import Picture

    return Picture(bytearray(b"\0\0\0\xff" * (64 * 48)), (64, 48))


def broken(*_arguments: Any) -> Any:
    raise RuntimeError("no context")


@pytest.mark.parametrize("driver", [black, broken])
def test_black_or_missing_is_made_another_way(
    lit: Engine, driver: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from scenewire.adapters.blender import look

    monkeypatch.setattr(look, "can_draw", lambda: True)
    monkeypatch.setattr(look, "draw", driver)
    before, revision = digest(), lit.revision()
    result = lit("look", view="front", width=64, height=48)
    told = {black: "off-screen was black", broken: "off-screen failed: no context"}[driver]
    assert result["how"] == f"render (workbench); {told}"
    assert (digest(), lit.revision()) == (before, revision)
    red, green, _ = pixels(lit.job.blob(result["image"]), tmp_path)[2](0.5, 0.5)
    assert red > 0.1
    assert red > green


def test_dark_scene_is_shown_all_the_same(blender: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cycles sees nothing without a light; the agent gets the shape anyway, and is told why it is another picture."""
    import bpy
    from scenewire.adapters.blender import look

    blender.one("create_primitives", kind="sphere", name="Ball")
    monkeypatch.setattr(look, "can_draw", lambda: False)
    monkeypatch.setattr(bpy.context.scene.render, "engine", "CYCLES")
    monkeypatch.setattr(bpy.context.scene, "world", None)
    result = blender("look", view="front", shading="rendered", width=32, height=24)
    assert result["how"] == "render (workbench); render (cycles) was black"


def test_without_graphics_cycles_draws(lit: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from scenewire.adapters.blender import look, versions

    monkeypatch.setattr(look, "can_draw", lambda: False)
    monkeypatch.setattr(versions, "has_graphics", lambda: False)
    before = digest()
    result = lit("look", view="top", width=32, height=24)
    assert (result["how"], digest()) == ("render (cycles)", before)
    red, green, _ = pixels(lit.job.blob(result["image"]), tmp_path)[2](0.5, 0.5)
    assert red > 0.1
    assert red > green


def test_nothing_in_view_is_an_error(blender: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is rendered; a viewport shows its own background."""
    from scenewire.adapters.blender import look
    from scenewire.errors import HandlerError

    monkeypatch.setattr(look, "can_draw", lambda: False)
    with pytest.raises(HandlerError) as caught:
        blender("look", view="front", width=32, height=24)
    assert caught.value.details["tried"]


@pytest.mark.parametrize("view", ["front", "top", "camera", "isometric"])
def test_labels_are_where_the_nodes_are(lit: Engine, view: str, tmp_path: Path) -> None:
    """The picture itself says where the ball is: its red pixels, without labels."""
    plain = lit("look", view=view, width=160, height=120)
    width, height, at = pixels(lit.job.blob(plain["image"]), tmp_path)
    red = [
        (x, y)
        for x in range(width)
        for y in range(height)
        for colour in [at((x + 0.5) / width, 1 - (y + 0.5) / height)]
        if colour[0] > 2 * colour[1] + 0.02
    ]
    labelled = lit("look", view=view, width=160, height=120, overlay="names")
    assert "labels" not in plain
    (ball,) = [label for label in labelled["labels"] if label["name"] == "Ball"]
    middle = [sum(values) / len(values) for values in zip(*red)]
    assert [ball["x"], ball["y"]] == pytest.approx(middle, abs=3)
    # The box around a ball's box is up to 1.8 times as wide as the ball.
    left, right = min(x for x, _ in red), max(x for x, _ in red)
    assert left - (right - left) / 2 < ball["box"][0] <= left + 1
    assert right <= ball["box"][2] < right + (right - left) / 2
    assert ball["id"] == lit.read("nodes", "Ball")["id"]


def test_label_is_written_on_the_picture(lit: Engine, tmp_path: Path) -> None:
    def ink(**arguments: Any) -> set[tuple[int, int]]:
        result = lit("look", view="front", width=400, height=300, **arguments)
        _, _, at = pixels(lit.job.blob(result["image"]), tmp_path)
        return {(x, y) for x in range(400) for y in range(300) if min(at((x + 0.5) / 400, (y + 0.5) / 300)) > 0.98}

    plain, names, ids = ink(), ink(overlay="names"), ink(overlay="ids")
    assert len(plain) < 50 < len(names - plain)
    assert names != ids


def test_names_in_other_letters_have_their_number(blender: Engine) -> None:
    from scenewire.adapters.blender import letters

    assert letters.readable("Stuhl é") == "Stuhl e"
    assert letters.readable("Straße") == "Stra?e"
    assert letters.readable("立方体") is None
    blender.one("create_primitives", kind="cube", name="立方体")
    (label,) = blender("look", view="front", width=200, height=150, overlay="names")["labels"]
    assert (label["name"], label["drawn"]) == ("立方体", True)


def test_the_letters_are_letters() -> None:
    """An L, as anybody draws it."""
    from scenewire.adapters.blender import letters

    drawn = ["".join("#" if dot else "." for dot in row) for row in letters.rows("L")]
    assert drawn == ["#....", "#....", "#....", "#....", "#....", "#....", "#####", "....."]


def test_the_window_or_what_is_in_it(lit: Engine, tmp_path: Path) -> None:
    import bpy
    from scenewire.errors import InvalidParamsError, NotSupportedError

    result = lit("look", view="window", width=300, height=300)
    at = pixels(lit.job.blob(result["image"]), tmp_path)[2]
    assert len({tuple(at(x / 40, y / 40)) for x in range(40) for y in range(40)}) > 3
    if bpy.app.background:
        assert "window failed: this Blender runs without one" in result["how"]
    elif result["how"] == "window":
        window = bpy.context.window_manager.windows[0]
        assert result["width"] / result["height"] == pytest.approx(window.width / window.height, rel=0.02)
    with pytest.raises(InvalidParamsError):
        lit("look", view="window", overlay="names")
    if bpy.app.background:
        with pytest.raises(NotSupportedError):
            lit("look", view="window", editor="outliner")


RENDERS: list[dict[str, Any]] = [
    {"engine": "cycles", "samples": 2},
    {"engine": "workbench", "samples": 5},
    {"engine": "cycles", "samples": 1, "frame": 12},
]


@pytest.mark.parametrize("arguments", RENDERS, ids=str)
def test_render_shows_the_ball(lit: Engine, arguments: dict[str, Any], tmp_path: Path) -> None:
    before, revision = digest(), lit.revision()
    path = str(tmp_path / "out" / "picture.png")
    result = lit("render", width=48, height=32, output_path=path, **arguments)
    assert lit.revision() == revision
    assert digest() == before
    png = lit.job.blob(result["image"])
    assert (result["engine"], result["samples"]) == (arguments["engine"], arguments["samples"])
    assert Path(result["output_path"]).read_bytes() == png
    width, height, at = pixels(png, tmp_path)
    assert (width, height) == (48, 32)
    red, green, _ = at(0.5, 0.5)
    assert red > 0.1
    assert red > green


def test_render_without_a_camera(blender: Engine) -> None:
    from scenewire.errors import InvalidParamsError

    blender.one("create_primitives", kind="cube")
    with pytest.raises(InvalidParamsError):
        blender("render", width=32, height=32)
    with pytest.raises(InvalidParamsError):
        blender("look", view="camera")


def test_one_side_keeps_the_shape(lit: Engine) -> None:
    import bpy

    bpy.context.scene.render.resolution_x, bpy.context.scene.render.resolution_y = 400, 200
    result = lit("render", engine="workbench", width=64)
    assert (result["width"], result["height"]) == (64, 32)
    assert bpy.context.scene.render.resolution_x == 400
