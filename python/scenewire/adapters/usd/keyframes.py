"""Keyframes: time samples, one by one."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.references import nearest
from scenewire.adapters.usd.anim_curves import channel_of, codes_per_second, seconds
from scenewire.adapters.usd.channels import Channel, all_channels, channel_id, find_channel, guard_channels, name_of
from scenewire.adapters.usd.handles import places, settle
from scenewire.adapters.usd.identity import IDENTITY
from scenewire.adapters.usd.lacks import lacks_of, refuse_word
from scenewire.adapters.usd.nodes import node_id
from scenewire.adapters.usd.settings import codes_per_frame
from scenewire.errors import ConflictError, NotFoundError


class Sample:
    """One sample, by a number that stays with it when it is moved in time."""

    def __init__(self, number: int) -> None:
        self.number = number

    @property
    def channel(self) -> Channel:
        """Of which channel."""
        key = IDENTITY.key(self.number)
        if key is None:
            raise KeyError(self.number)
        return Channel(IDENTITY.number(key[0]))

    @property
    def code(self) -> float:
        """At which time code."""
        key = IDENTITY.key(self.number)
        if key is None:
            raise KeyError(self.number)
        return float(key[1])

    @property
    def there(self) -> bool:
        """Whether it is there still."""
        return IDENTITY.key(self.number) is not None and self.code in self.channel.times


def _sample(channel: Channel, code: float) -> Sample:
    return Sample(IDENTITY.number(channel.path, repr(code)))


def _id(sample: Sample) -> str:
    return IDENTITY.of("keyframe", sample.channel.path, repr(sample.code))


def _name(sample: Sample) -> str:
    frame = sample.code / codes_per_frame()
    return f"{name_of(sample.channel)}/{frame:g}"


def _all(parent: str | None) -> list[Sample]:
    channels = [find_channel(parent)] if parent else all_channels()
    return [_sample(channel, code) for channel in channels for code in channel.times]


def _find(reference: str) -> Sample:
    number, looks_like = IDENTITY.find("keyframe", reference)
    key = IDENTITY.key(number) if number is not None else None
    if number is not None and key is not None and key[1] and Sample(number).there:
        return Sample(number)
    if looks_like:
        raise IDENTITY.gone("keyframe", reference)
    every = _all(None)
    found = next((one for one in every if _name(one) == reference), None)
    if found is None:
        names = [_name(one) for one in every]
        raise NotFoundError(f"no keyframe is called `{reference}`", {"name": reference}, nearest(reference, names))
    return found


def _make(item: Item) -> Sample:
    channel = channel_of(item)
    guard_channels([channel])
    code = code_of(item.pop("time"))
    channel.put(float(item.pop("value")), code)
    return _sample(channel, code)


def _refuse_second(channel: Channel, code: float) -> None:
    if code in channel.times:
        raise ConflictError(
            f"`{name_of(channel)}` has a keyframe there already",
            {"path": "time", "id": _id(_sample(channel, code))},
            ["update that one"],
        )


def code_of(time: Any) -> float:
    """The time code of seconds, or of `{"frame": 30}`."""
    if isinstance(time, dict):
        return float(time["frame"]) * codes_per_frame()
    return float(time) * codes_per_second()


def _set_time(sample: Sample, time: Any) -> None:
    channel, old, new = sample.channel, sample.code, code_of(time)
    if new == old:
        return
    _refuse_second(channel, new)
    value = channel.value(old)
    channel.attribute.ClearAtTime(old)
    channel.put(value, new)
    IDENTITY.forget_part(channel.path, repr(new))
    IDENTITY.renamed_part(channel.path, repr(old), repr(new))


def _remove(targets: list[Sample]) -> list[str]:
    """The last one leaves the number as it was."""
    ids = [_id(target) for target in targets]
    for target in targets:
        channel, code = target.channel, target.code
        value = channel.value(code)
        channel.attribute.ClearAtTime(code)
        if not channel.times:
            channel.put(value)
        IDENTITY.forget_part(channel.path, repr(code))
    return ids


def _word(name: str) -> Field:
    """Between two samples USD goes straight, wherever a stage does not say otherwise for all of them."""
    return Field(lambda _sample, _job: "linear", lambda _sample, word: refuse_word("keyframes", name, word))


def _value(sample: Sample, _job: Any) -> float:
    return sample.channel.value(sample.code)


#: In the order of writing.
FIELDS: dict[str, Field] = {
    "id": Field(lambda sample, _job: _id(sample)),
    "name": Field(lambda sample, _job: _name(sample)),
    "channel_id": Field(lambda sample, _job: channel_id(sample.channel)),
    "node_id": Field(lambda sample, _job: node_id(sample.channel.node)),
    "path": Field(lambda sample, _job: sample.channel.number_path),
    "time": Field(lambda sample, _job: seconds(sample.code), _set_time),
    "value": Field(_value, lambda sample, value: sample.channel.put(float(value), sample.code)),
    "interpolation_in": _word("interpolation_in"),
    "interpolation_out": _word("interpolation_out"),
    **lacks_of("keyframes"),
}


KEYFRAMES = Entity(
    plural="keyframes",
    fields=FIELDS,
    make=_make,
    find=_find,
    all=_all,
    remove=_remove,
    guard=lambda targets: guard_channels([target.channel for target in targets]),
    settle=settle,
    places=places,
)
