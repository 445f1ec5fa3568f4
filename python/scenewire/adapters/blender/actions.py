"""Where Blender keeps F-curves: in the action itself up to 4.3, from 4.4 on in a bag per slot of a layered action."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scenewire.adapters.blender import versions


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


def bind(node: Any, action: Any) -> int:
    """Makes a node play an action and gives the handle of its slot; its F-curves have a place then."""
    data = node.animation_data or node.animation_data_create()
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
        slot = action.slots.new("OBJECT", node.name)
        data.action_slot = slot
    _bag(action, slot)
    return int(slot.handle)


def _bag(action: Any, slot: Any) -> Any:
    layer = action.layers[0] if len(action.layers) else action.layers.new("Layer")
    strip = layer.strips[0] if len(layer.strips) else layer.strips.new(type="KEYFRAME")
    return strip.channelbag(slot, ensure=True)


def own_curves(action: Any, name: str) -> Any:
    """Where the F-curves go of an action that nothing needs to play; its slot is called like what could."""
    if not has_slots():
        return action.fcurves
    return _bag(action, action.slots[0] if len(action.slots) else action.slots.new("OBJECT", name)).fcurves


def players(action: Any, handle: int | None = None) -> list[Any]:
    """The objects that play an action, or one slot of it, by name."""
    import bpy

    found = []
    for node in bpy.data.objects:
        data = node.animation_data
        if data is None or data.action != action:
            continue
        if handle is None or not has_slots() or (data.action_slot is not None and data.action_slot.handle == handle):
            found.append(node)
    return sorted(found, key=lambda node: str(node.name))
