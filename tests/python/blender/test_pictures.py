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


LOOKS = [{}, *({"view": view} for view in ("camera", "front", "top", "perspective")), {"frame_ids": ["Ball"]}]


@pytest.mark.parametrize("arguments", LOOKS, ids=str)
def test_look_shows_the_ball(lit: Engine, arguments: dict[str, Any], tmp_path: Path) -> None:
    before, revision = digest(), lit.adapter.revision()
    result = lit("look", width=64, height=48, **arguments)
    assert lit.adapter.revision() == revision
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


RENDERS: list[dict[str, Any]] = [
    {"engine": "cycles", "samples": 2},
    {"engine": "workbench", "samples": 5},
    {"engine": "cycles", "samples": 1, "frame": 12},
]


@pytest.mark.parametrize("arguments", RENDERS, ids=str)
def test_render_shows_the_ball(lit: Engine, arguments: dict[str, Any], tmp_path: Path) -> None:
    before, revision = digest(), lit.adapter.revision()
    path = str(tmp_path / "out" / "picture.png")
    result = lit("render", width=48, height=32, output_path=path, **arguments)
    assert lit.adapter.revision() == revision
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
