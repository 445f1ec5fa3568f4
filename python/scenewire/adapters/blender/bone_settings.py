"""What the artist may change of a bone's pose, and in which colour it is drawn."""

from __future__ import annotations

from typing import Any

#: Channel of ours -> property of a bone in a pose, and its axis.
_CHANNELS = {
    f"{letter}{axis}": (lock, index)
    for letter, lock in (("t", "lock_location"), ("r", "lock_rotation"), ("s", "lock_scale"))
    for index, axis in enumerate("xyz")
}
#: How much nearer to white than the colour itself a bone is drawn when it is selected, and when it is the active one.
_SELECTED, _ACTIVE = 0.5, 0.75


def read_channels(pose: Any) -> dict[str, bool]:
    """Which channels may be changed."""
    return {name: not getattr(pose, lock)[axis] for name, (lock, axis) in _CHANNELS.items()}


def write_channels(pose: Any, free: dict[str, bool]) -> None:
    """Frees and locks channels; those that are not named stay."""
    for name, may in free.items():
        lock, axis = _CHANNELS[name]
        getattr(pose, lock)[axis] = not may


def read_color(pose: Any) -> list[float] | None:
    """The colour, linear rgba; None for the theme's own."""
    from mathutils import Color

    shown = _shown(pose)
    return None if shown is None else [*Color(shown.normal).from_srgb_to_scene_linear(), 1.0]


def write_color(pose: Any, color: list[float] | None) -> None:
    """Writes what `read_color` reads."""
    if color is None:
        _clear(pose)
        return
    from mathutils import Color

    own = Color(color[:3]).from_scene_linear_to_srgb()
    colors = _custom(pose, own)
    colors.normal = own
    colors.select, colors.active = ([part + (1.0 - part) * share for part in own] for share in (_SELECTED, _ACTIVE))


def _shown(pose: Any) -> Any:
    """The colours that Blender draws a bone in; None for the theme's own."""
    if not hasattr(pose, "color"):
        group = pose.bone_group
        return None if group is None else _palette(group.color_set, group.colors)
    for one in (pose.color, pose.bone.color):
        if one.palette != "DEFAULT":
            return _palette(one.palette, one.custom)
    return None


def _palette(word: str, custom: Any) -> Any:
    import bpy

    if word == "DEFAULT":
        return None
    if word == "CUSTOM":
        return custom
    return bpy.context.preferences.themes[0].bone_color_sets[int(word[len("THEME") :]) - 1]


def _clear(pose: Any) -> None:
    if not hasattr(pose, "color"):
        pose.bone_group = None
        return
    pose.color.palette = pose.bone.color.palette = "DEFAULT"


def _custom(pose: Any, color: Any) -> Any:
    """Where the bone's own colours are written: before 4.0 a bone has those of its group, which others may be in."""
    if hasattr(pose, "color"):
        pose.color.palette = "CUSTOM"
        return pose.color.custom
    groups = pose.id_data.pose.bone_groups
    name = "#" + "".join(f"{round(255 * part):02x}" for part in color)
    group = groups.get(name) or groups.new(name=name)
    group.color_set = "CUSTOM"
    pose.bone_group = group
    return group.colors
