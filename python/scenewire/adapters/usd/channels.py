"""Channels: numbers that time samples can say one by one. Of a transform each is an operation of its own (the y of a
translation, the turn about z), beside what holds always; of all else an attribute that is a single number.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.references import nearest
from scenewire.adapters.rotations import euler
from scenewire.adapters.usd import transforms
from scenewire.adapters.usd.handles import Handle, guard, handle, places, settle
from scenewire.adapters.usd.identity import IDENTITY
from scenewire.adapters.usd.lacks import lacks_of, refuse_word
from scenewire.adapters.usd.metadata import METADATA_OF_ATTRIBUTES
from scenewire.adapters.usd.naming import shown
from scenewire.adapters.usd.nodes import find_node, is_node, node_id
from scenewire.adapters.usd.stage import STAGE, when
from scenewire.errors import ConflictError, NotFoundError, NotSupportedError

_AXES = "xyz"
#: By path: the operation that says it, the place of the number in it, and what it is without a say.
_OPS: dict[str, tuple[str, int | None, float]] = {
    **{f"position.{axis}": (f"xformOp:translate:{axis}", at, 0.0) for at, axis in enumerate(_AXES)},
    **{f"rotation.{axis}": (f"xformOp:rotate{axis.upper()}", None, 0.0) for axis in _AXES},
    **{f"scale.{axis}": (f"xformOp:scale:{axis}", at, 1.0) for at, axis in enumerate(_AXES)},
}
_PATHS = {name: path for path, (name, _, _) in _OPS.items()}
_NUMBERS = ("double", "float", "half", "int")


class Channel(Handle):
    """One number of a node, by the property that says it."""

    __slots__ = ()

    @property
    def attribute(self) -> Any:
        """The attribute."""
        return STAGE.stage.GetAttributeAtPath(self.path)

    @property
    def node(self) -> Any:
        """Whose number it is."""
        return STAGE.prim(self.path.GetPrimPath())

    @property
    def number_path(self) -> str:
        """Which number, as callers say it."""
        return _PATHS.get(self.path.name, str(self.path.name))

    def value(self, time: Any = None) -> float:
        """The number at a time code."""
        found = self.attribute.Get(when() if time is None else time)
        place, neutral = self._place()
        if found is None:
            return neutral
        return float(found if place is None else found[place])

    def put(self, number: float, time: Any = None) -> None:
        """Says the number, at a time code or always."""
        from pxr import Gf, Usd

        place, neutral = self._place()
        value: Any = number
        if place is not None:
            numbers = [neutral] * 3
            numbers[place] = number
            value = self.attribute.GetTypeName().type.pythonClass(Gf.Vec3d(*numbers))
        elif str(self.attribute.GetTypeName()) == "int":
            value = round(number)
        self.attribute.Set(value, Usd.TimeCode.Default() if time is None else time)

    def _place(self) -> tuple[int | None, float]:
        _, place, neutral = _OPS.get(self.number_path, ("", None, 0.0))
        return place, neutral

    @property
    def times(self) -> list[float]:
        """The time codes of its samples, rising."""
        return list(self.attribute.GetTimeSamples())


def of_property(path: Any) -> Channel:
    """The channel of a property."""
    return Channel(IDENTITY.number(path))


def channel_id(channel: Channel) -> str:
    """The id of a channel."""
    return IDENTITY.of("channel", channel.path)


def name_of(channel: Channel) -> str:
    """`node/path`: a stage has one animation, so that no clip is named."""
    return f"{shown(channel.node)}/{channel.number_path}"


def all_channels(parent: str | None = None) -> list[Channel]:
    """Every channel of the stage."""
    found = []
    for prim in STAGE.prims():
        if not is_node(prim):
            continue
        ops = transforms.ops_of(prim) or {}
        found += [of_property(prim.GetPath().AppendProperty(name)) for name in ops if name in _PATHS]
        found += [
            of_property(attribute.GetPath())
            for attribute in prim.GetAuthoredAttributes()
            if str(attribute.GetTypeName()) in _NUMBERS
            and not attribute.GetName().startswith("xformOp:")
            and attribute.GetNumTimeSamples()
        ]
    return found


def find_by(kind: str, reference: str, all_of: Iterable[Channel]) -> Channel:
    """The one of an id of this kind, or of `node/path`."""
    number, looks_like = IDENTITY.find(kind, reference)
    if number is not None and Channel(number).path.IsPropertyPath() and Channel(number).attribute:
        return Channel(number)
    if looks_like:
        raise IDENTITY.gone(kind, reference)
    every = list(all_of)
    found = next((one for one in every if name_of(one) == reference), None)
    if found is None:
        what = kind.replace("_", " ")
        raise NotFoundError(
            f"no {what} is called `{reference}`", {"name": reference}, nearest(reference, map(name_of, every))
        )
    return found


def find_channel(reference: str) -> Channel:
    """The channel of an id, or of `node/path`."""
    return find_by("channel", reference, all_channels())


def open_channel(reference: str, path: str, *, new: bool = False) -> Channel:
    """The channel of a number of a node, made where it is missing."""
    prim = find_node(reference).prim
    guard([handle(prim)])
    if path in _OPS:
        return _transform_channel(prim, path, new)
    attribute = prim.GetAttribute(path) if _is_name(path) else None
    if not attribute or str(attribute.GetTypeName()) not in _NUMBERS:
        names = [*_OPS, *(one.GetName() for one in prim.GetAttributes() if str(one.GetTypeName()) in _NUMBERS)]
        raise NotSupportedError(
            f"`{shown(prim)}` has no number `{path}` that can be animated by itself",
            {"path": "path", "got": path, "expected": ", ".join([*_OPS][:3]) + ", ... or an attribute"},
            nearest(path, names),
        )
    channel = of_property(attribute.GetPath())
    _refuse_second(channel, new and bool(attribute.GetNumTimeSamples()))
    return channel


def _is_name(name: str) -> bool:
    from pxr import Sdf

    return bool(Sdf.Path.IsValidNamespacedIdentifier(name)) and not name.startswith("xformOp:")


def _refuse_second(channel: Channel, there: bool) -> None:
    if there:
        raise ConflictError(
            f"`{shown(channel.node)}` has a channel for `{channel.number_path}` already",
            {"path": "path", "id": channel_id(channel)},
            ["update that one"],
        )


def _transform_channel(prim: Any, path: str, new: bool) -> Channel:
    """An operation for the number. What it is now it says from here on, and what stands before it no more."""
    from pxr import Gf

    name, place, _ = _OPS[path]
    channel_path = prim.GetPath().AppendProperty(name)
    ops = transforms.base_ops(prim)
    if name in ops:
        _refuse_second(of_property(channel_path), new)
        return of_property(channel_path)
    part = path.partition(".")[0]
    now = transforms.read_part(prim, part)
    IDENTITY.forget(channel_path)
    if place is None:
        at = _AXES.index(path[-1])
        turns = _loosened(prim, ops)
        value = turns[at]
        rest = transforms.ops_of(prim) or {}
        transforms.put(rest[f"xformOp:rotate{path[-1].upper()}:rest"], 0.0)
    else:
        base = ops[f"xformOp:{'translate' if part == 'position' else 'scale'}"]
        numbers = list(base.Get() or now)
        value, numbers[place] = float(numbers[place]), 1.0 if part == "scale" else 0.0
        transforms.put(base, Gf.Vec3d(*numbers))
    transforms.arrange(prim, [*(transforms.ops_of(prim) or {}), name])
    made = of_property(channel_path)
    made.put(value)
    return made


def _loosened(prim: Any, ops: dict[str, Any]) -> list[float]:
    """The turns about x, y and z that hold always, each in an operation of its own from here on."""
    names = [f"xformOp:rotate{axis}:rest" for axis in "XYZ"]
    if "xformOp:orient" not in ops:
        return [float(ops[name].Get() or 0.0) for name in names]
    turns = euler(transforms.read_part(prim, "rotation"))
    kept = [name for name in ops if name != "xformOp:orient"]
    made = transforms.arrange(prim, [*kept, *names])
    prim.RemoveProperty("xformOp:orient")
    for name, angle in zip(names, turns):
        transforms.put(made[name], angle)
    return turns


def _tightened(prim: Any) -> None:
    """Without a turn that is animated the three are one again."""
    ops = transforms.ops_of(prim) or {}
    if "xformOp:orient" in ops or any(f"xformOp:rotate{axis}" in ops for axis in "XYZ"):
        return
    turn = transforms.read_part(prim, "rotation")
    rest = [name for name in ops if name.endswith(":rest")]
    made = transforms.arrange(prim, [*(name for name in ops if name not in rest), "xformOp:orient"])
    for name in rest:
        prim.RemoveProperty(name)
    transforms.put(made["xformOp:orient"], transforms.quaternion(turn))


def _make(item: Item) -> Channel:
    return open_channel(item.pop("node_id"), item.pop("path"), new=True)


def remove_channels(targets: list[Channel]) -> list[str]:
    """Removes channels; each number stays what it was at the first sample."""
    ids = [channel_id(target) for target in targets]
    for target in targets:
        prim, path, value = target.node, target.number_path, target.value()
        target.attribute.Clear()
        if path in _OPS:
            name = _OPS[path][0]
            transforms.arrange(prim, [one for one in transforms.ops_of(prim) or {} if one != name])
            prim.RemoveProperty(name)
            _put_back(prim, path, value)
            _tightened(prim)
        else:
            target.attribute.Set(value)
        IDENTITY.forget(prim.GetPath().AppendProperty(_OPS[path][0] if path in _OPS else path))
    return ids


def _put_back(prim: Any, path: str, value: float) -> None:
    from pxr import Gf

    name, place, neutral = _OPS[path]
    ops = transforms.ops_of(prim) or {}
    if place is None:
        transforms.put(ops[f"{name}:rest"], value)
        return
    base = ops[name.rpartition(":")[0]]
    numbers = list(base.Get() or [neutral] * 3)
    numbers[place] = value
    transforms.put(base, Gf.Vec3d(*numbers))


def _default(target: Channel, _job: Job) -> Any:
    path = target.number_path
    if path in _OPS:
        return _OPS[path][2]
    fallback = target.node.GetPrimDefinition().GetAttributeFallbackValue(target.path.name)
    return ABSENT if fallback is None else float(fallback)


def _end(name: str) -> Field:
    """Beyond its samples a number stays what it is there; the other words are told to be missing."""
    return Field(lambda _target, _job: "constant", lambda _target, word: refuse_word("channels", name, word))


#: In the order of writing.
FIELDS: dict[str, Field] = {
    "id": Field(lambda target, _job: channel_id(target)),
    "name": Field(lambda target, _job: name_of(target)),
    "node_id": Field(lambda target, _job: node_id(target.node)),
    "path": Field(lambda target, _job: target.number_path),
    "type": Field(lambda _target, _job: "scalar"),
    "default_value": Field(_default),
    "extrapolation_pre": _end("extrapolation_pre"),
    "extrapolation_post": _end("extrapolation_post"),
    **lacks_of("channels"),
    "metadata": METADATA_OF_ATTRIBUTES,
}


def guard_channels(targets: list[Channel]) -> None:
    """Refuses what cannot be written."""
    guard([handle(target.node) for target in targets])


CHANNELS = Entity(
    plural="channels",
    fields=FIELDS,
    make=_make,
    find=find_channel,
    all=all_channels,
    remove=remove_channels,
    guard=guard_channels,
    settle=settle,
    places=places,
)
