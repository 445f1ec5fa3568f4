"""Poses that are kept in actions, as Blender's pose library keeps them: one keyframe for each channel of a bone."""

from __future__ import annotations

import re
from typing import Any

from scenewire.adapters.blender import context, versions
from scenewire.adapters.blender.actions import all_curves, own_curves

_PATH = re.compile(r'pose\.bones\["(.*)"\]\.(\w+)')
_TURNS = {"QUATERNION": "rotation_quaternion", "AXIS_ANGLE": "rotation_axis_angle"}
_PARTS = {"location": 3, "scale": 3, "rotation_euler": 3, "rotation_quaternion": 4, "rotation_axis_angle": 4}
#: The frame of a pose; any would do, as a pose has one.
_FRAME = 1


def bones_in(action: Any) -> dict[str, dict[str, list[Any]]]:
    """Bone, then channel, and the F-curves of its numbers; what is no part of a pose is left out."""
    import bpy

    found: dict[str, dict[str, list[Any]]] = {}
    for _, curve in all_curves(action):
        match = _PATH.fullmatch(curve.data_path)
        if match and match[2] in _PARTS:
            name = bpy.utils.unescape_identifier(match[1])
            channel = found.setdefault(name, {}).setdefault(match[2], [None] * _PARTS[match[2]])
            channel[curve.array_index] = curve
    return found


def poses_of(rig: Any) -> list[Any]:
    """The pose assets that are of a rig, in the order in which they were made. Blender ties them to no rig, and takes
    them for any: here a rig has at least half of their bones, so that a pose outlives that a bone was deleted.
    """
    import bpy

    found = []
    for action in bpy.data.actions:
        names = _NAMES.of(action) if action.asset_data is not None else frozenset()
        if names and 2 * sum(name in rig.data.bones for name in names) >= len(names):
            found.append(action)
    return sorted(found, key=versions.session_uid)


class _Names:
    """Which bones each action moves: looking costs a look at every F-curve of the action, and who asks for one pose
    asks for all. Every read settles first, and what is written here says so."""

    def __init__(self) -> None:
        self._settled = -1
        self._known: dict[int, frozenset[str]] = {}

    def of(self, action: Any) -> frozenset[str]:
        """The names of the bones."""
        if self._settled != context.settled:
            self._settled, self._known = context.settled, {}
        uid = versions.session_uid(action)
        if uid not in self._known:
            self._known[uid] = frozenset(bones_in(action))
        return self._known[uid]

    def forget(self, action: Any) -> None:
        """Said of an action that was written to."""
        self._known.pop(versions.session_uid(action), None)


_NAMES = _Names()


def joints_of(rig: Any, action: Any) -> list[str]:
    """The names of the bones of a rig that a pose moves, in their order."""
    names = _NAMES.of(action)
    return [bone.name for bone in rig.data.bones if bone.name in names]


def follow_rename(rig: Any, old: str, new: str) -> None:
    """Gives a bone its new name in the poses of its rig, where Blender leaves the old one; unless others have that."""
    import bpy

    others = (other for other in bpy.data.objects if other.type == "ARMATURE" and other.data != rig.data)
    if any(old in other.data.bones for other in others):
        return
    start, to = (f'pose.bones["{bpy.utils.escape_identifier(name)}"]' for name in (old, new))
    for action in poses_of(rig):
        for _, curve in all_curves(action):
            if curve.data_path.startswith(f"{start}."):
                curve.data_path = to + curve.data_path[len(start) :]
        _NAMES.forget(action)


def read_bases(rig: Any, action: Any) -> dict[str, Any]:
    """What each bone of a pose is moved, turned and scaled from its rest; bones that are gone are left out."""
    bones = rig.pose.bones
    return {name: _basis(bones[name], channels) for name, channels in bones_in(action).items() if name in bones}


def _basis(pose: Any, channels: dict[str, list[Any]]) -> Any:
    from mathutils import Euler, Matrix, Quaternion

    own = _TURNS.get(pose.rotation_mode, "rotation_euler")
    turned = own if own in channels else next((name for name in channels if name.startswith("rotation")), "")
    numbers = _numbers(channels.get(turned, []), (1.0, 0.0, 0.0, 0.0))
    turn = Quaternion()
    if turned == "rotation_quaternion":
        turn = Quaternion(numbers).normalized()
    elif turned == "rotation_axis_angle":
        turn = Quaternion(numbers[1:], numbers[0])
    elif turned:
        order = pose.rotation_mode if own == "rotation_euler" else "XYZ"
        turn = Euler(_numbers(channels[turned], (0.0,) * 3), order).to_quaternion()
    place = _numbers(channels.get("location", [None] * 3), (0.0,) * 3)
    return Matrix.LocRotScale(place, turn, _numbers(channels.get("scale", [None] * 3), (1.0,) * 3))


def _numbers(curves: list[Any], otherwise: tuple[float, ...]) -> list[float]:
    return [other if curve is None else curve.evaluate(_FRAME) for curve, other in zip(curves, otherwise)]


def write_bases(rig: Any, action: Any, bases: dict[str, Any]) -> None:
    """The pose of an action becomes this one, in the rotation mode that each bone has."""
    import bpy

    _NAMES.forget(action)
    curves = own_curves(action, rig.name)
    for curve in [one for one in curves if _PATH.fullmatch(one.data_path)]:
        curves.remove(curve)
    for name, basis in bases.items():
        start = f'pose.bones["{bpy.utils.escape_identifier(name)}"]'
        for channel, numbers in _channels(rig.pose.bones[name], basis).items():
            for index, number in enumerate(numbers):
                points = curves.new(f"{start}.{channel}", index=index).keyframe_points
                points.insert(_FRAME, number)


def _channels(pose: Any, basis: Any) -> dict[str, Any]:
    place, turn, size = basis.decompose()
    name = _TURNS.get(pose.rotation_mode, "rotation_euler")
    turned: Any = turn
    if name == "rotation_euler":
        turned = turn.to_euler(pose.rotation_mode)
    elif name == "rotation_axis_angle":
        axis, angle = turn.to_axis_angle()
        turned = (angle, *axis)
    return {"location": place, name: turned, "scale": size}


def to_rig(rig: Any, bases: dict[str, Any]) -> dict[str, Any]:
    """Where the bones of a pose are in their rig; those that are no part of it follow the ones above."""
    from mathutils import Matrix

    placed: dict[str, Any] = {}
    for bone in rig.data.bones:
        placed[bone.name] = _convert(bone, placed, bases.get(bone.name, Matrix()))
    return {name: placed[name] for name in placed if name in bases}


def from_rig(rig: Any, places: dict[str, Any]) -> dict[str, Any]:
    """The other way round."""
    from mathutils import Matrix

    placed: dict[str, Any] = {}
    bases: dict[str, Any] = {}
    for bone in rig.data.bones:
        if bone.name in places:
            placed[bone.name] = places[bone.name]
            bases[bone.name] = _convert(bone, placed, places[bone.name], invert=True)
        else:
            placed[bone.name] = _convert(bone, placed, Matrix())
    return bases


def _convert(bone: Any, placed: dict[str, Any], matrix: Any, invert: bool = False) -> Any:
    """Between what a bone is moved from its rest and where it is in its rig, as it inherits from the one above."""
    above = bone.parent
    known = {"parent_matrix": placed[above.name], "parent_matrix_local": above.matrix_local} if above else {}
    return bone.convert_local_to_pose(matrix, bone.matrix_local, invert=invert, **known)
