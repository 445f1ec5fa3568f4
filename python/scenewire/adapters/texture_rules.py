"""What every host holds to when textures tell something of a material by channels, inverted, or flipped."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.fields import Item
from scenewire.errors import InvalidParamsError

#: All slots, in the order in which they are told: that of specifications.
SLOTS = ("base_color", "metallic", "roughness", "normal", "height", "opacity", "emissive", "ambient_occlusion")
#: Slots that are one number.
NUMBERS = ("metallic", "roughness", "height", "opacity", "ambient_occlusion")


def refuse_nonsense(items: list[Item]) -> None:
    """Refuses what means nothing in any host."""
    for number, item in enumerate(items):
        if item["flip_green"] and item["slot"] != "normal":
            raise InvalidParamsError(
                "only normals have a green that may point down",
                {"path": f"items[{number}].flip_green", "expected": "false, or `slot: normal`", "got": True},
            )
        if item["slot"] == "normal" and item["channel"] != "color":
            raise InvalidParamsError(
                "a normal is all three numbers of a picture",
                {"path": f"items[{number}].channel", "expected": "color", "got": item["channel"]},
            )


def told(found: dict[str, tuple[str, str, bool, bool]]) -> list[dict[str, Any]]:
    """The field `texture_maps` from texture, channel, inverted and flipped of each slot.

    Hosts that join one number to one number cannot tell the red of a picture from all of it: it is the red where
    another channel of the same picture tells something too, as in packed ones.
    """
    packed = {texture for texture, channel, _, _ in found.values() if channel in ("green", "blue")}
    maps = []
    for slot in (slot for slot in SLOTS if slot in found):
        texture, channel, invert, flip = found[slot]
        if slot in NUMBERS and channel == "first":
            channel = "red" if texture in packed else "color"
        maps.append({"slot": slot, "texture_id": texture, "channel": channel, "invert": invert, "flip_green": flip})
    return maps
