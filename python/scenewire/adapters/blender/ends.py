"""How an F-curve goes on before its first and after its last keyframe: linear and constant are of both ends at once,
a Cycles modifier is end by end."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.fields import Item
from scenewire.errors import NotSupportedError

_CYCLES = {"cycle": "REPEAT", "cycle_with_offset": "REPEAT_OFFSET", "oscillate": "MIRROR"}
_CYCLE_WORDS = {theirs: ours for ours, theirs in _CYCLES.items()}


def _cycles(curve: Any) -> Any:
    return next((modifier for modifier in curve.modifiers if modifier.type == "CYCLES"), None)


def ends_of(curve: Any) -> tuple[str, str]:
    """How it goes on before and after its keyframes."""
    straight, cycles = str(curve.extrapolation).lower(), _cycles(curve)
    if cycles is None or cycles.mute:
        return straight, straight
    return _CYCLE_WORDS.get(cycles.mode_before, straight), _CYCLE_WORDS.get(cycles.mode_after, straight)


def write_ends(curve: Any, patch: Item, pre: str, post: str) -> Item:
    """Writes the fields `pre` and `post` of a patch, where there are any, and gives the rest of it."""
    if pre not in patch and post not in patch:
        return patch
    before, after = ends_of(curve)
    before, after = patch.get(pre, before), patch.get(post, after)
    straight = {word for word in (before, after) if word not in _CYCLES}
    if len(straight) == 2:
        raise NotSupportedError(
            f"an F-curve of Blender is linear or constant at both ends, not {before} before and {after} after",
            {"path": pre if pre in patch else post},
            ["give both ends the same, or let one of them cycle"],
        )
    for word in straight:
        curve.extrapolation = word.upper()
    if {before, after} != straight or _cycles(curve) is not None:
        _write_cycles(curve, _CYCLES.get(before, "NONE"), _CYCLES.get(after, "NONE"))
    return {name: value for name, value in patch.items() if name not in (pre, post)}


def _write_cycles(curve: Any, before: str, after: str) -> None:
    cycles = _cycles(curve)
    if before == after == "NONE":
        if cycles is not None:
            curve.modifiers.remove(cycles)
        return
    cycles = cycles or curve.modifiers.new("CYCLES")
    cycles.mode_before, cycles.mode_after, cycles.mute = before, after, False
