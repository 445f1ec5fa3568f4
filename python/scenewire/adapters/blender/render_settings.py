"""Render settings: those of scenes, one for each. They come and go with their scene."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any, NoReturn

from scenewire.adapters.blender import versions
from scenewire.adapters.blender.blocks import block_entity
from scenewire.adapters.blender.identity import IDENTITY
from scenewire.adapters.blender.metadata import METADATA
from scenewire.adapters.blender.samples import read_samples, write_samples
from scenewire.adapters.blender.scene import fps
from scenewire.adapters.contract import Job
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.references import nearest
from scenewire.errors import InvalidParamsError, NotSupportedError, SingletonError

#: Television counts 1001 frames where it says 1000 (23.976, 29.97, 59.94); Blender does it the same way.
_BROADCAST = 1.001
#: How far what people write of such a rate (23.976) is from it.
_ROUNDED = 1e-4
#: Words of ours for what rendered frames are written as.
_FORMATS = {
    "png": "PNG", "jpeg": "JPEG", "jpeg2000": "JPEG2000", "tiff": "TIFF", "bmp": "BMP", "targa": "TARGA",
    "exr": "OPEN_EXR", "exr_multilayer": "OPEN_EXR_MULTILAYER", "hdr": "HDR", "webp": "WEBP", "dpx": "DPX",
    "cineon": "CINEON", "video": "FFMPEG",
}  # fmt: skip
#: Since 5.0 one says first which sort of thing that is; the others are pictures.
_MEDIA = {"video": "VIDEO", "exr_multilayer": "MULTI_LAYER_IMAGE"}
_ENGINES = ("cycles", "eevee", "workbench")


def _refuse(_: Any) -> NoReturn:
    raise SingletonError("a scene has exactly one RenderSettings", {}, ["update_render_settings"])


def _all(_parent: str | None) -> Iterable[Any]:
    import bpy

    return list(bpy.data.scenes)


def _active(scene: Any, _job: Job) -> bool:
    import bpy

    return bool(bpy.context.scene == scene)


def _engine(scene: Any, _job: Job) -> Any:
    name = versions.engine_name(scene.render.engine)
    return name if name in _ENGINES else ABSENT


def _set_engine(scene: Any, engine: str) -> None:
    try:
        scene.render.engine = versions.render_engine(engine)
    except TypeError as error:
        raise NotSupportedError(f"this Blender has no {engine}: {error}", {"path": "engine"}) from error


def _samples(scene: Any, _job: Job) -> Any:
    samples = read_samples(scene)
    return ABSENT if samples is None else samples


def _render(attribute: str) -> Field:
    return Field(
        lambda scene, _job: getattr(scene.render, attribute),
        lambda scene, value: setattr(scene.render, attribute, value),
    )


def _write_frames(scene: Any, patch: Item) -> Item:
    """First and last frame together: Blender moves the one in silence when it runs into the other."""
    left = {name: value for name, value in patch.items() if name not in ("frame_start", "frame_end")}
    if len(left) == len(patch):
        return patch
    start, end = patch.get("frame_start", scene.frame_start), patch.get("frame_end", scene.frame_end)
    if start > end:
        given = "frame_start" if "frame_start" in patch else "frame_end"
        raise InvalidParamsError(
            f"`{scene.name}` would end at {end}, before it begins at {start}",
            {"path": given, "expected": f"at most {end}" if given == "frame_start" else f"at least {start}"},
            ["give `frame_start` and `frame_end` together"],
        )
    scene.frame_start = start
    scene.frame_end = end
    return left


def _set_fps(scene: Any, rate: float) -> None:
    whole = max(1, round(rate))
    base = whole / rate
    if abs(whole / _BROADCAST - rate) < _ROUNDED:
        base = _BROADCAST
    scene.render.fps, scene.render.fps_base = whole, base


def _output(scene: Any, _job: Job) -> str:
    import bpy

    return str(bpy.path.abspath(scene.render.filepath))


def _set_output(scene: Any, path: str) -> None:
    # Blender writes beside a folder that it is not told to be one.
    scene.render.filepath = os.path.join(path, "") if os.path.isdir(path) else path


def _format(scene: Any, _job: Job) -> Any:
    chosen = scene.render.image_settings.file_format
    return next((word for word, theirs in _FORMATS.items() if theirs == chosen), ABSENT)


def _set_format(scene: Any, word: str) -> None:
    settings = scene.render.image_settings
    try:
        if hasattr(settings, "media_type"):
            settings.media_type = _MEDIA.get(word, "IMAGE")
        settings.file_format = _FORMATS[word]
    except TypeError as error:
        raise NotSupportedError(f"this Blender writes no {word}: {error}", {"path": "file_format"}) from error


def _set_view(scene: Any, view: str) -> None:
    settings = scene.view_settings
    try:
        settings.view_transform = view
    except TypeError as error:
        # The words are those of the colour configuration; Blender tells them in this message only.
        known = [word.strip(" '\"") for word in str(error).rpartition("(")[2].rstrip(") ").split(",")]
        raise InvalidParamsError(
            f"this Blender has no view transform `{view}`",
            {"path": "view_transform", "expected": f"one of {', '.join(known)}", "got": view},
            nearest(view, known),
        ) from error


#: In the order of writing: the engine comes before the samples, which each has its own.
RENDER_SETTINGS_FIELDS: dict[str, Field] = {
    "id": Field(lambda scene, _job: IDENTITY.of("render_settings", scene)),
    "name": Field(lambda scene, _job: scene.name),
    "active": Field(_active),
    "engine": Field(_engine, _set_engine),
    "samples": Field(_samples, write_samples),
    "width": _render("resolution_x"),
    "height": _render("resolution_y"),
    "percentage": _render("resolution_percentage"),
    "frame_start": Field(lambda scene, _job: scene.frame_start),
    "frame_end": Field(lambda scene, _job: scene.frame_end),
    "fps": Field(lambda scene, _job: fps(scene), _set_fps),
    "output_path": Field(_output, _set_output),
    "file_format": Field(_format, _set_format),
    "view_transform": Field(lambda scene, _job: scene.view_settings.view_transform, _set_view),
    "metadata": METADATA,
}

RENDER_SETTINGS = block_entity(
    "render_settings",
    "render_settings",
    RENDER_SETTINGS_FIELDS,
    make=_refuse,
    all=_all,
    remove=_refuse,
    write_group=_write_frames,
)
