"""Animation curves: the time samples of a channel, as arrays. From one of them to the next USD goes straight."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.usd.channels import (
    Channel,
    all_channels,
    channel_id,
    find_by,
    find_channel,
    guard_channels,
    name_of,
    open_channel,
)
from scenewire.adapters.usd.handles import places, settle
from scenewire.adapters.usd.identity import IDENTITY
from scenewire.adapters.usd.lacks import lacks_of, refuse_word
from scenewire.adapters.usd.metadata import METADATA_OF_ATTRIBUTES
from scenewire.adapters.usd.nodes import node_id
from scenewire.adapters.usd.stage import STAGE
from scenewire.errors import ConflictError, InvalidParamsError


def codes_per_second() -> float:
    """How many time codes a second is."""
    return float(STAGE.stage.GetTimeCodesPerSecond())


def seconds(code: float) -> float:
    """A time code in seconds."""
    return code / codes_per_second()


def curve_id(channel: Channel) -> str:
    """The id of the curve of a channel."""
    return IDENTITY.of("anim_curve", channel.path)


def all_curves(parent: str | None = None) -> list[Channel]:
    """Every channel that has samples."""
    if parent:
        return [find_channel(parent)]
    return [channel for channel in all_channels() if channel.times]


def channel_of(item: Item) -> Channel:
    """The channel that an item names, made where it is missing."""
    given = item.pop("channel_id", None)
    if given:
        return find_channel(given)
    return open_channel(item.pop("node_id"), item.pop("path"))


def _make(item: Item) -> Channel:
    channel = channel_of(item)
    guard_channels([channel])
    if channel.times:
        raise ConflictError(
            f"`{name_of(channel)}` has a curve already", {"path": "channel_id", "id": curve_id(channel)}, ["update it"]
        )
    write_samples(channel, item.pop("times"), item.pop("values"))
    return channel


def write_samples(channel: Channel, times: Any, values: Any) -> None:
    """The channel has these samples, in seconds, and no others."""
    times, values = [float(one) for one in times], [float(one) for one in values]
    if len(times) != len(values) or not times:
        raise InvalidParamsError(
            f"{len(times)} times and {len(values)} values came",
            {"path": "values", "expected": "as many values as times, at least one", "got": len(values)},
        )
    if any(after <= before for before, after in zip(times, times[1:])):
        raise InvalidParamsError("times rise from one to the next", {"path": "times", "expected": "rising times"})
    for code in channel.times:
        channel.attribute.ClearAtTime(code)
    for time, value in zip(times, values):
        channel.put(value, time * codes_per_second())


def _write(channel: Channel, patch: Item) -> Item:
    """Both arrays together: one of them goes with the other as it is."""
    times, values = patch.pop("times", None), patch.pop("values", None)
    if times is not None or values is not None:
        there = channel.times
        write_samples(
            channel,
            [seconds(code) for code in there] if times is None else times,
            [channel.value(code) for code in there] if values is None else values,
        )
    return patch


def _remove(targets: list[Channel]) -> list[str]:
    """The channel stays, with what the number was at the first sample."""
    ids = [curve_id(target) for target in targets]
    for target in targets:
        value = target.value()
        for code in target.times:
            target.attribute.ClearAtTime(code)
        target.put(value)
    return ids


def _send(read: Callable[[Channel], list[float]]) -> Field:
    def send(channel: Channel, job: Job) -> Any:
        found = array("d", read(channel))
        return job.attach(found, "f8", (len(found),))

    return Field(send, lambda _channel, _value: None, heavy=True)


def _values(channel: Channel) -> list[float]:
    return [channel.value(code) for code in channel.times]


def _word(name: str, always: str) -> Field:
    """What USD always does; the other words are told to be missing."""
    return Field(lambda _channel, _job: always, lambda _channel, word: refuse_word("anim_curves", name, word))


#: In the order of writing.
FIELDS: dict[str, Field] = {
    "id": Field(lambda channel, _job: curve_id(channel)),
    "name": Field(lambda channel, _job: name_of(channel)),
    "channel_id": Field(lambda channel, _job: channel_id(channel)),
    "node_id": Field(lambda channel, _job: node_id(channel.node)),
    "path": Field(lambda channel, _job: channel.number_path),
    "times": _send(lambda channel: [seconds(code) for code in channel.times]),
    "values": _send(_values),
    "interpolation_type": _word("interpolation_type", "linear"),
    "pre_infinity": _word("pre_infinity", "constant"),
    "post_infinity": _word("post_infinity", "constant"),
    "keyframe_count": Field(lambda channel, _job: len(channel.times)),
    "start_time": Field(lambda channel, _job: seconds(channel.times[0])),
    "end_time": Field(lambda channel, _job: seconds(channel.times[-1])),
    "minimum": Field(lambda channel, _job: min(_values(channel))),
    "maximum": Field(lambda channel, _job: max(_values(channel))),
    **lacks_of("anim_curves"),
    "metadata": METADATA_OF_ATTRIBUTES,
}


def _find(reference: str) -> Channel:
    found = find_by("anim_curve", reference, all_curves())
    if not found.times:
        raise IDENTITY.gone("anim_curve", reference)
    return found


ANIM_CURVES = Entity(
    plural="anim_curves",
    fields=FIELDS,
    make=_make,
    find=_find,
    all=all_curves,
    remove=_remove,
    guard=guard_channels,
    settle=settle,
    write_group=_write,
    places=places,
)
