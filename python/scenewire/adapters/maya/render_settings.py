"""Render settings: Maya's own nodes for what every renderer of it reads, and the scene's rate of frames."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field
from scenewire.adapters.maya.attributes import get, put
from scenewire.adapters.maya.handles import Handle, guard, handle, places, settle
from scenewire.adapters.maya.identity import IDENTITY, missing, parsed
from scenewire.adapters.maya.lacks import lacks_of, refuse_word
from scenewire.adapters.maya.settings import fps, scene_name, set_fps
from scenewire.errors import InvalidParamsError, NotSupportedError

_GLOBALS, _RESOLUTION = "defaultRenderGlobals", "defaultResolution"
#: Numbers of `imageFormat`; what has a key besides is written by a plug-in of that name.
_FORMATS = {"png": 32, "jpeg": 8, "tiff": 3, "bmp": 20, "targa": 19, "exr": 51}
_KEYS = {"exr": "exr"}


def _only() -> Handle:
    return handle(_GLOBALS)


def _id(target: Handle) -> str:
    return IDENTITY.of("render_settings", target.uuid)


def _find(reference: str) -> Handle:
    only, known = _only(), parsed("render_settings", reference)
    if reference == scene_name() or (known is not None and known[0] == only.uuid):
        return only
    raise missing("scene", reference, [scene_name()])


def _side(attribute: str, field: str) -> Field:
    def write(_only: Handle, value: int) -> None:
        put(_RESOLUTION, attribute, value, field=field)
        # Pixels stay square: what a picture shows follows from its sides.
        put(_RESOLUTION, "deviceAspectRatio", get(_RESOLUTION, "width") / get(_RESOLUTION, "height"), field=field)

    return Field(lambda _only, _job: int(get(_RESOLUTION, attribute)), write)


def _frame(attribute: str) -> int:
    return round(float(get(_GLOBALS, attribute)))


def _set_start(_only: Handle, value: int) -> None:
    last = _frame("endFrame")
    if value > last:
        raise InvalidParamsError(
            f"the animation ends with frame {last}",
            {"path": "frame_start", "expected": f"at most {last}", "got": value},
        )
    put(_GLOBALS, "startFrame", value, field="frame_start")


def _set_end(_only: Handle, value: int) -> None:
    first = _frame("startFrame")
    if value < first:
        raise InvalidParamsError(
            f"the animation begins with frame {first}",
            {"path": "frame_end", "expected": f"at least {first}", "got": value},
        )
    put(_GLOBALS, "endFrame", value, field="frame_end")


def _set_fps(_only: Handle, value: float) -> None:
    """The range stays the same frames: Maya keeps it, as keys, in seconds."""
    frames = {name: _frame(name) for name in ("startFrame", "endFrame")}
    set_fps(float(value))
    for name, frame in frames.items():
        put(_GLOBALS, name, frame, field="fps")


def _output(_only: Handle, _job: Job) -> Any:
    return str(get(_GLOBALS, "imageFilePrefix") or "") or ABSENT


def _format(_only: Handle, _job: Job) -> Any:
    number = int(get(_GLOBALS, "imageFormat"))
    return next((word for word, known in _FORMATS.items() if known == number), ABSENT)


def _set_format(_only: Handle, word: str) -> None:
    refuse_word("render_settings", "file_format", word)
    put(_GLOBALS, "imageFormat", _FORMATS[word], field="file_format")
    put(_GLOBALS, "imfPluginKey", _KEYS.get(word, ""), field="file_format", type="string")


#: In the order of writing: the end first, for a start that is after the old one.
FIELDS: dict[str, Field] = {
    "id": Field(lambda only, _job: _id(only)),
    "name": Field(lambda _only, _job: scene_name()),
    "active": Field(lambda _only, _job: True),
    "width": _side("width", "width"),
    "height": _side("height", "height"),
    "fps": Field(lambda _only, _job: fps(), _set_fps),
    "frame_end": Field(lambda _only, _job: _frame("endFrame"), _set_end),
    "frame_start": Field(lambda _only, _job: _frame("startFrame"), _set_start),
    "output_path": Field(
        _output,
        lambda _only, path: put(_GLOBALS, "imageFilePrefix", path, field="output_path", type="string"),
    ),
    "file_format": Field(_format, _set_format),
    **lacks_of("render_settings"),
}


def _refuse_making(_item: Any) -> Any:
    raise NotSupportedError("a Maya scene has one set of render settings: update it")


RENDER_SETTINGS = Entity(
    plural="render_settings",
    fields=FIELDS,
    make=_refuse_making,
    find=_find,
    all=lambda _parent: [_only()],
    remove=_refuse_making,
    guard=guard,
    settle=settle,
    places=places,
)
