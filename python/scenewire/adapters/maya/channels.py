"""Channels: attributes that are animated, each by its animation curve. Maya has no channel without a curve, and no
curve without a key: a new one begins with a key of what the number is now, at the current time.

Switched off is a `mute` node between the curve and the attribute; locked is the attribute's own lock.
Source: `mute` and `setAttr -lock` in Autodesk's reference.
"""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item, read_fields
from scenewire.adapters.maya.anim_curves import CHANNEL, all_curves, find_channel, free_plug, infinity, keyed_curve
from scenewire.adapters.maya.animated import name_of, node_id_of, path_of, plug_of_curve
from scenewire.adapters.maya.attributes import put
from scenewire.adapters.maya.handles import Handle, delete, guard, handle, places, settle
from scenewire.adapters.maya.lacks import lacks_of
from scenewire.adapters.maya.metadata import METADATA
from scenewire.adapters.maya.mutes import is_muted, mute_on, set_muted


def _make(item: Item) -> Handle:
    from maya import cmds

    plug = free_plug(CHANNEL, item)
    cmds.setKeyframe(plug)
    return keyed_curve(plug)


def _remove(targets: list[Handle]) -> list[str]:
    """With its curve a channel goes, and its mute and lock; the number stays what it is now."""
    from maya import cmds

    ids = [CHANNEL.id(target) for target in targets]
    for target in targets:
        plug = plug_of_curve(target)
        if cmds.getAttr(plug, lock=True):
            cmds.setAttr(plug, lock=False)
        mute = mute_on(plug)
        delete([*([mute] if mute else []), target.path])
    return ids


def _default(channel: Handle, _job: Job) -> Any:
    from maya import cmds

    node, _, attribute = plug_of_curve(channel).partition(".")
    found = cmds.attributeQuery(attribute, node=node, listDefault=True)
    return float(found[0]) if found else ABSENT


def _locked(channel: Handle, _job: Job) -> bool:
    from maya import cmds

    return bool(cmds.getAttr(plug_of_curve(channel), lock=True))


def _set_locked(channel: Handle, locked: bool) -> None:
    node, _, attribute = plug_of_curve(channel).partition(".")
    put(node, attribute, field="locked", lock=locked)


def set_channel_mute(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Switches channels off or on."""
    channels = [find_channel(item["channel_id"]) for item in items]
    guard_channels(channels)
    for channel, item in zip(channels, items):
        set_muted(plug_of_curve(channel), item["muted"], "muted")
    return {"items": [read_fields(FIELDS, channel, None, job) for channel in channels]}


def guard_channels(targets: list[Handle]) -> None:
    """Refuses what cannot be written."""
    guard([*targets, *(handle(plug_of_curve(target).partition(".")[0]) for target in targets)])


#: In the order of writing: what a lock keeps from being connected comes before it.
FIELDS: dict[str, Field] = {
    "id": Field(lambda channel, _job: CHANNEL.id(channel)),
    "name": Field(lambda channel, _job: name_of(plug_of_curve(channel))),
    "node_id": Field(lambda channel, _job: node_id_of(channel)),
    "path": Field(lambda channel, _job: path_of(plug_of_curve(channel))),
    "type": Field(lambda _channel, _job: "scalar"),
    "default_value": Field(_default),
    "muted": Field(
        lambda channel, _job: is_muted(plug_of_curve(channel)),
        lambda channel, muted: set_muted(plug_of_curve(channel), muted, "muted"),
    ),
    "extrapolation_pre": infinity("pre", "extrapolation_pre"),
    "extrapolation_post": infinity("post", "extrapolation_post"),
    **lacks_of("channels"),
    "metadata": METADATA,
    "locked": Field(_locked, _set_locked),
}

CHANNELS = Entity(
    plural="channels",
    fields=FIELDS,
    make=_make,
    find=find_channel,
    all=all_curves,
    remove=_remove,
    guard=guard_channels,
    settle=settle,
    places=places,
)
