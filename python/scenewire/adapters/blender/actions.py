"""Where Blender keeps F-curves: in the action itself up to 4.3, from 4.4 on in a bag per slot of a layered action.

An object plays an action by itself, and those of the strips of its layers (NLA tracks) below it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scenewire.adapters.blender import context, versions
from scenewire.adapters.blender.identity import IDENTITY


def has_slots() -> bool:
    """Whether an action keeps what animates each of its users apart."""
    return versions.at_least(4, 4)


def bags(action: Any) -> list[tuple[int, Any]]:
    """The F-curves of an action by the handle of their slot; the handle is 0 where there are no slots."""
    if not has_slots():
        return [(0, action.fcurves)]
    strips = [strip for layer in action.layers for strip in layer.strips if strip.type == "KEYFRAME"]
    return [(bag.slot_handle, bag.fcurves) for strip in strips for bag in strip.channelbags]


def curves_of(action: Any, handle: int) -> Any:
    """The F-curves of one slot."""
    return next(curves for slot, curves in bags(action) if slot == handle)


def all_curves(action: Any) -> Iterator[tuple[int, Any]]:
    """Every F-curve with the handle of its slot."""
    return ((handle, curve) for handle, curves in bags(action) for curve in curves)


def slot_words(action: Any, handle: int) -> tuple[str, str]:
    """What a slot is for and its name; empty where there are no slots."""
    slot = next((slot for slot in action.slots if slot.handle == handle), None) if has_slots() else None
    return (slot.target_id_type, slot.name_display) if slot is not None else ("", "")


def curves_for(action: Any, words: tuple[str, str]) -> Any:
    """The F-curves of the slot of these words, made when missing."""
    if not has_slots():
        return action.fcurves
    kind, name = words
    kind = "OBJECT" if kind in ("", "UNSPECIFIED") else kind
    fits = (slot for slot in action.slots if (slot.target_id_type, slot.name_display) == (kind, name))
    slot = next(fits, None) or action.slots.new(kind, name or "Slot")
    return _bag(action, slot).fcurves


def _bag(action: Any, slot: Any) -> Any:
    layer = action.layers[0] if len(action.layers) else action.layers.new("Layer")
    strip = layer.strips[0] if len(layer.strips) else layer.strips.new(type="KEYFRAME")
    return strip.channelbag(slot, ensure=True)


def strips_of(node: Any) -> Iterator[Any]:
    """The strips of an object's layers that play an action."""
    data = node.animation_data
    for track in data.nla_tracks if data else ():
        yield from (strip for strip in track.strips if strip.action is not None)


def bind(node: Any, action: Any) -> int:
    """Makes a node play an action, if no layer of it does, and gives the handle of its slot; its F-curves have a place
    then."""
    data = node.animation_data or node.animation_data_create()
    strip = next((strip for strip in strips_of(node) if strip.action == action), None)
    if data.action != action and strip is not None:
        return ensure_slot(strip, node)
    other = data.action != action
    if other:
        if data.action is not None and data.action.library is None:
            # What nothing plays and nothing keeps is gone when the file is saved.
            data.action.use_fake_user = True
        data.action = action
    if not has_slots():
        return 0
    slot = data.action_slot
    if slot is None or (other and any(user != node for user in slot.users())):
        # Blender may give a node the slot of another one, which then would be animated along.
        data.action_slot = action.slots.new("OBJECT", node.name)
    return ensure_slot(data, node)


def ensure_slot(user: Any, node: Any) -> int:
    """Gives an object's animation data, or a strip of it, a slot of its action where it has none, and the slot a place
    for F-curves; the slot's handle."""
    if not has_slots():
        return 0
    action, slot = user.action, user.action_slot
    if slot is None:
        fits = list(user.action_suitable_slots)
        slot = next((one for one in fits if one.name_display == node.name), None) or (fits[0] if fits else None)
        user.action_slot = slot = slot or action.slots.new("OBJECT", node.name)
    _bag(action, slot)
    return int(slot.handle)


def own_curves(action: Any, name: str) -> Any:
    """Where the F-curves go of an action that nothing needs to play; its slot is called like what could."""
    if not has_slots():
        return action.fcurves
    return _bag(action, action.slots[0] if len(action.slots) else action.slots.new("OBJECT", name)).fcurves


def played(node: Any) -> Iterator[tuple[Any, int]]:
    """The actions that an object plays, each with the handle of its slot there."""
    data = node.animation_data
    if data is None:
        return
    for user in (data, *strips_of(node)):
        if user.action is not None:
            slot = user.action_slot if has_slots() else None
            yield user.action, int(slot.handle) if slot is not None else 0


def players(action: Any, handle: int | None = None) -> list[Any]:
    """The objects that play an action, or one slot of it, by name."""
    import bpy

    found = [node for node in bpy.data.objects if any(_is(pair, action, handle) for pair in played(node))]
    return sorted(found, key=lambda node: str(node.name))


def _is(pair: tuple[Any, int], action: Any, handle: int | None) -> bool:
    return bool(pair[0] == action) and handle in (None, pair[1])


class _Players:
    """Ids of the first player of each slot of each action, for reading many: looking for them takes a look at every
    object of the file. Every read settles first, and so never sees an old table."""

    def __init__(self) -> None:
        self._settled = -1
        self._table: dict[tuple[int, int], str] = {}

    def first(self, action: Any, handle: int) -> str | None:
        """The id of the first object that plays it, by name."""
        if self._settled != context.settled:
            self._fill()
        return self._table.get((versions.session_uid(action), handle))

    def _fill(self) -> None:
        import bpy

        self._settled = context.settled
        self._table = {}
        for node in sorted(bpy.data.objects, key=lambda node: str(node.name)):
            for action, handle in played(node):
                self._table.setdefault((versions.session_uid(action), handle), IDENTITY.of("node", node))


#: One per process, as there is one `bpy.data`.
PLAYERS = _Players()
