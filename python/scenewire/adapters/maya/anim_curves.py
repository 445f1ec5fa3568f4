"""Animation curves: Maya's nodes of that name, those that say an attribute over time."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.maya.animated import (
    curve_on,
    name_of,
    node_id_of,
    path_of,
    plug_by,
    plug_of,
    plug_of_curve,
    refuse_driven,
)
from scenewire.adapters.maya.attributes import get, put
from scenewire.adapters.maya.handles import Handle, Kind, delete, guard, handle, places, settle
from scenewire.adapters.maya.identity import missing, parsed
from scenewire.adapters.maya.lacks import TABLE, lacks_of, refuse_word
from scenewire.adapters.maya.metadata import METADATA
from scenewire.adapters.maya.times import seconds
from scenewire.adapters.references import nearest
from scenewire.errors import ConflictError, InvalidParamsError, NotSupportedError

#: Types of tangents by the catalogue's words; any other of Maya's is a Bezier curve with handles.
OUT_TYPES = {"linear": "linear", "constant": "step", "bezier": "auto"}
IN_TYPES = {"linear": "linear", "bezier": "auto"}
#: Numbers of `preInfinity` and `postInfinity`.
_INFINITIES = {"constant": 0, "linear": 1, "cycle": 3, "cycle_with_offset": 4, "oscillate": 5}
#: Frames closer to each other than this are the same key.
SAME_FRAME = 1e-4


def _of_time(path: str) -> bool:
    """Whether it is over time, and not of a driven key."""
    from maya import cmds

    return str(cmds.nodeType(path)).startswith("animCurveT") and plug_by(path) is not None


def _paths() -> list[str]:
    from maya import cmds

    return [str(one) for one in cmds.ls(type="animCurve") if _of_time(str(one))]


CURVE = Kind("anim_curve", _paths, _of_time)


#: What is animated is told by the same node: in Maya a channel is an attribute with its curve.
CHANNEL = Kind("channel", _paths, _of_time)


def find_curve(reference: str) -> Handle:
    """The curve of an id, or of `node/path`."""
    return _find(CURVE, reference)


def find_channel(reference: str) -> Handle:
    """The channel of an id, or of `node/path`."""
    return _find(CHANNEL, reference)


def _find(kind: Kind, reference: str) -> Handle:
    if parsed(kind.kind, reference):
        return kind.find(reference)
    every = kind.all()
    names = [name_of(plug_of_curve(one)) for one in every]
    found = [one for one, name in zip(every, names) if name == reference]
    if not found:
        raise missing(kind.kind, reference, nearest(reference, names))
    return found[0]


def all_curves(parent: str | None = None) -> list[Handle]:
    """All of the scene."""
    if parent:
        raise NotSupportedError("in Maya curves lie in no clips: list them all", {"path": "parent_id", "got": parent})
    return CURVE.all()


def free_plug(kind: Kind, item: Item) -> str:
    """The attribute that the item names, which has no curve yet and nothing else that says it."""
    plug = plug_of(item.pop("node_id"), item.pop("path"))
    there = curve_on(plug)
    if there is not None:
        what = kind.kind.replace("anim_", "")
        raise ConflictError(
            f"`{name_of(plug)}` has a {what} already", {"path": "path", "id": kind.id_of(there)}, ["update it"]
        )
    refuse_driven(plug)
    return plug


def _make(item: Item) -> Handle:
    if item.get("channel_id") is not None:
        raise NotSupportedError(
            TABLE["anim_curves"]["channel_id"].reason, {"path": "channel_id", "got": item["channel_id"]}
        )
    plug = free_plug(CURVE, item)
    times, values = _checked(item.pop("times"), item.pop("values"))
    return _keyed(plug, times, values)


def _keyed(plug: str, times: list[float], values: list[float]) -> Handle:
    for time, value in zip(times, values):
        set_key(plug, time * rate(), value)
    return keyed_curve(plug)


def keyed_curve(plug: str) -> Handle:
    """The curve of an attribute that was just keyed. Raises `conflict` where Maya made none."""
    made = curve_on(plug)
    if made is None:
        raise ConflictError(
            f"Maya made no curve for `{plug}`: it is locked, or its keys go to an animation layer", {"path": "path"}
        )
    return handle(made)


def rate() -> float:
    """Frames per second."""
    return 1.0 / seconds(1.0)


def set_key(plug: str, frame: float, value: float) -> None:
    """Sets one key, in place of one that is there."""
    from maya import cmds

    cmds.setKeyframe(plug, time=frame, value=value)


def _checked(times: Any, values: Any) -> tuple[list[float], list[float]]:
    times, values = [float(one) for one in times], [float(one) for one in values]
    if len(times) != len(values) or not times:
        raise InvalidParamsError(
            f"{len(times)} times and {len(values)} values came",
            {"path": "values", "expected": "as many values as times, at least one", "got": len(values)},
        )
    if any(after <= before for before, after in zip(times, times[1:])):
        raise InvalidParamsError("times rise from one to the next", {"path": "times", "expected": "rising times"})
    return times, values


def frames_of(curve: str) -> list[float]:
    """The frames of its keys, rising."""
    from maya import cmds

    return [float(one) for one in cmds.keyframe(curve, query=True, timeChange=True) or ()]


def values_of(curve: str) -> list[float]:
    """The values of its keys."""
    from maya import cmds

    return [float(one) for one in cmds.keyframe(curve, query=True, valueChange=True) or ()]


def _write(curve: Handle, patch: Item) -> Item:
    """Both arrays together: one of them goes with the other as it is. The node stays, and how it goes on beyond."""
    from maya import cmds

    given = {name: patch[name] for name in ("times", "values") if patch.get(name) is not None}
    if given:
        path, plug, word = curve.path, plug_of_curve(curve), _interpolation(curve, None)
        before = frames_of(path)
        now = {"times": [seconds(frame) for frame in before], "values": values_of(path)}
        times, values = _checked(*{**now, **given}.values())
        _keyed(plug, times, values)
        frames = [time * rate() for time in times]
        for frame in before:
            if all(abs(frame - other) > SAME_FRAME for other in frames):
                cmds.cutKey(path, time=(frame, frame), clear=True)
        if word in ("linear", "constant"):
            # New keys have the tangents that artists prefer.
            _set_interpolation(curve, word)
    return {name: value for name, value in patch.items() if name not in given}


def _remove(targets: list[Handle]) -> list[str]:
    """Each number stays what it is now."""
    ids = [CURVE.id(target) for target in targets]
    delete([target.path for target in targets])
    return ids


def _interpolation(curve: Handle, _job: Any) -> Any:
    from maya import cmds

    found = {word_of(str(one)) for one in cmds.keyTangent(curve.path, query=True, outTangentType=True) or ()}
    return found.pop() if len(found) == 1 else ABSENT


def word_of(tangent: str) -> str:
    """The word for a type of tangent."""
    return {"linear": "linear", "step": "constant"}.get(tangent, "bezier")


def _set_interpolation(curve: Handle, word: str) -> None:
    from maya import cmds

    refuse_word("anim_curves", "interpolation_type", word)
    cmds.keyTangent(curve.path, edit=True, inTangentType=IN_TYPES.get(word, "auto"), outTangentType=OUT_TYPES[word])


def infinity(end: str, field: str) -> Field:
    """How a curve goes on beyond its keys at one end."""
    attribute = f"{end}Infinity"

    def read(curve: Handle, _job: Job) -> Any:
        number = int(get(curve.path, attribute))
        return next((word for word, known in _INFINITIES.items() if known == number), ABSENT)

    return Field(read, lambda curve, word: put(curve.path, attribute, _INFINITIES[word], field=field))


def _set_weighted(curve: Handle, weighted: bool) -> None:
    from maya import cmds

    cmds.keyTangent(curve.path, edit=True, weightedTangents=weighted)


def _send(read: Callable[[str], list[float]]) -> Field:
    def send(curve: Handle, job: Job) -> Any:
        found = array("d", read(curve.path))
        return job.attach(found, "f8", (len(found),))

    return Field(send, lambda _curve, _value: None, heavy=True)


#: In the order of writing.
FIELDS: dict[str, Field] = {
    "id": Field(lambda curve, _job: CURVE.id(curve)),
    "name": Field(lambda curve, _job: name_of(plug_of_curve(curve))),
    "node_id": Field(lambda curve, _job: node_id_of(curve)),
    "path": Field(lambda curve, _job: path_of(plug_of_curve(curve))),
    "times": _send(lambda path: [seconds(frame) for frame in frames_of(path)]),
    "values": _send(values_of),
    "interpolation_type": Field(_interpolation, _set_interpolation),
    "pre_infinity": infinity("pre", "pre_infinity"),
    "post_infinity": infinity("post", "post_infinity"),
    "weighted_tangents": Field(lambda curve, _job: bool(get(curve.path, "weightedTangents")), _set_weighted),
    "keyframe_count": Field(lambda curve, _job: len(frames_of(curve.path))),
    "start_time": Field(lambda curve, _job: seconds(frames_of(curve.path)[0])),
    "end_time": Field(lambda curve, _job: seconds(frames_of(curve.path)[-1])),
    "minimum": Field(lambda curve, _job: min(values_of(curve.path))),
    "maximum": Field(lambda curve, _job: max(values_of(curve.path))),
    **lacks_of("anim_curves"),
    "metadata": METADATA,
}

ANIM_CURVES = Entity(
    plural="anim_curves",
    fields=FIELDS,
    make=_make,
    find=find_curve,
    all=all_curves,
    remove=_remove,
    guard=guard,
    settle=settle,
    write_group=_write,
    places=places,
)
