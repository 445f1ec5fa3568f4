"""Renders. Every setting is borrowed for one picture; the scene is as it was afterwards."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from typing import Any

from scenewire import disposable
from scenewire.adapters.blender import versions
from scenewire.adapters.blender.nodes import find_typed
from scenewire.adapters.blender.pictures import rendered
from scenewire.adapters.blender.samples import read_samples, write_samples
from scenewire.adapters.blender.settings import Borrowed
from scenewire.adapters.blender.undo import UNDO
from scenewire.adapters.contract import Job, Json
from scenewire.errors import InvalidParamsError, NotSupportedError

#: Up to so many samples of all pixels together an engine is done about as soon as another Blender has started. Cycles
#: takes a second or two for them on a processor; Eevee's cost a graphics card much less. Workbench takes no time, and
#: of an add-on's engine nobody knows, not even whether it would run twice.
_SHORT = {"cycles": 2_000_000, "eevee": 20_000_000}


def wants_copy(arguments: Json) -> bool:
    """Whether another Blender had better render it: the window of this one would stand still for longer than the other
    takes to start, and a copy of the scene looks the same."""
    import bpy

    scene = bpy.context.scene
    engine = arguments.get("engine") or versions.engine_name(scene.render.engine)
    if versions.headless() or engine not in _SHORT or _has_painted():
        return False
    width, height = _size(scene, arguments.get("width"), arguments.get("height"))
    samples = arguments.get("samples") or read_samples(scene, engine) or 1
    return bool(width * height * samples > _SHORT[engine])


def render(
    *,
    job: Job,
    engine: str | None = None,
    width: int | None = None,
    height: int | None = None,
    samples: int | None = None,
    camera_id: str | None = None,
    frame: int | None = None,
    output_path: str | None = None,
    background: str = "auto",
) -> Json:
    """Renders one frame and gives it as PNG. Whether it is done in the background was decided before it came here."""
    import bpy

    del background

    scene = bpy.context.scene
    camera = find_typed(camera_id, "camera") if camera_id else scene.camera
    if camera is None:
        raise InvalidParamsError(
            "the scene has no active camera",
            {"path": "camera_id"},
            ["create_cameras with active: true", "give camera_id"],
        )
    started = time.monotonic()
    with UNDO.own_changes_kept(), Borrowed() as borrowed, _at_frame(scene, frame):
        _set_size(scene, width, height, borrowed)
        borrowed.set(scene, "camera", camera)
        if engine:
            set_engine(scene, engine, borrowed)
        if samples:
            write_samples(scene, samples, borrowed.set)
        if scene.render.engine == "CYCLES" and not versions.can_denoise():
            borrowed.set(scene.cycles, "use_denoising", False)
        used = {"engine": versions.engine_name(scene.render.engine), "samples": read_samples(scene) or 1}
        size = {"width": scene.render.resolution_x, "height": scene.render.resolution_y}
        with _progress(job):
            png = rendered(scene, lambda: bpy.ops.render.render(write_still=True), borrowed)
    result: Json = {"image": job.attach(png, "u1", (len(png),), media="image/png"), **size, **used}
    result["from_copy"] = disposable.serving()
    result["seconds"] = round(time.monotonic() - started, 3)
    if output_path:
        result["output_path"] = _write(output_path, png)
    return result


def set_engine(scene: Any, engine: str, borrowed: Borrowed) -> None:
    """Takes the engine of this name; `not_supported` when this Blender was built or started without it."""
    try:
        borrowed.set(scene.render, "engine", versions.render_engine(engine))
    except TypeError as error:
        raise NotSupportedError(f"this Blender has no {engine}: {error}", {"path": "engine"}) from error
    if engine == "cycles":
        # A graphics card would have to be set up by the artist; the processor always works.
        borrowed.set(scene.cycles, "device", "CPU")


def _has_painted() -> bool:
    """Whether there are pictures that were painted on and not saved, which a copy of the scene is without."""
    import bpy

    return any(image.is_dirty and image.source != "VIEWER" for image in bpy.data.images)


def _set_size(scene: Any, width: int | None, height: int | None, borrowed: Borrowed) -> None:
    settings = scene.render
    across, down = _size(scene, width, height)
    borrowed.set(settings, "resolution_x", across)
    borrowed.set(settings, "resolution_y", down)
    borrowed.set(settings, "resolution_percentage", 100)
    borrowed.set(settings, "use_border", False)


def _size(scene: Any, width: int | None, height: int | None) -> tuple[int, int]:
    """In whole pixels: a percentage of the artist's is folded in. One side alone keeps the shape."""
    settings = scene.render
    scale = settings.resolution_percentage / 100
    own_width, own_height = settings.resolution_x * scale, settings.resolution_y * scale
    if width and not height:
        height = round(width * own_height / own_width)
    elif height and not width:
        width = round(height * own_width / own_height)
    return max(4, int(width or own_width)), max(4, int(height or own_height))


@contextlib.contextmanager
def _at_frame(scene: Any, frame: int | None) -> Iterator[None]:
    before, subframe = scene.frame_current, scene.frame_subframe
    if frame is None or frame == before:
        yield
        return
    scene.frame_set(frame)
    try:
        yield
    finally:
        scene.frame_set(before, subframe=subframe)


@contextlib.contextmanager
def _progress(job: Job) -> Iterator[None]:
    """Passes on what the engine says of itself, as far as Blender tells: a string, from Cycles with its samples."""
    import bpy

    def say(*stats: Any) -> None:
        text = next((str(part) for part in stats if isinstance(part, str)), "rendering")
        job.progress(_fraction(text), text)

    handlers = bpy.app.handlers.render_stats
    handlers.append(say)
    try:
        yield
    finally:
        handlers.remove(say)


def _fraction(text: str) -> float | None:
    """From `... | Sample 3/16`."""
    _, found, rest = text.rpartition("Sample ")
    done, slash, total = rest.partition("/")
    if not (found and slash and done.isdigit() and total.split()[0].isdigit()):
        return None
    return int(done) / max(1, int(total.split()[0]))


def _write(path: str, png: bytes) -> str:
    folder = os.path.dirname(os.path.abspath(path))
    os.makedirs(folder, exist_ok=True)
    with open(path, "wb") as file:
        file.write(png)
    return os.path.abspath(path)
