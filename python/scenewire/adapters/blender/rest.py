"""The rest of armatures. Blender changes it through edit bones only, and those exist in Edit Mode only: the armature
gets into it in a scene of its own, which is gone afterwards, so that the artist's mode, selection, active object and
what he has hidden stay as they are, and a hidden armature can be changed too.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from scenewire.adapters.fields import Item
from scenewire.errors import ConflictError, HandlerError, InvalidParamsError


@contextlib.contextmanager
def editing(rig: Any) -> Iterator[Any]:
    """The edit bones of an armature object."""
    import bpy

    if rig.data.is_editmode:
        raise ConflictError(f"the artist is editing `{rig.name}`", {"name": rig.name}, ["leave Edit Mode"])
    hidden, mode = rig.hide_viewport, rig.mode
    scene = bpy.data.scenes.new("Scenewire")
    try:
        rig.hide_viewport = False
        scene.collection.objects.link(rig)
        layer = scene.view_layers[0]
        layer.objects.active = rig
        with bpy.context.temp_override(scene=scene, view_layer=layer, active_object=rig, object=rig):
            if bpy.ops.object.mode_set(mode="EDIT") != {"FINISHED"}:
                raise HandlerError(f"Blender did not let the joints of `{rig.name}` be edited", {"name": rig.name})
            try:
                yield rig.data.edit_bones
            finally:
                bpy.ops.object.mode_set(mode=mode)
    finally:
        bpy.data.scenes.remove(scene)
        rig.hide_viewport = hidden


def add(bones: Any, name: str) -> Any:
    """A new edit bone; one without a length would not outlive the edit."""
    bone = bones.new(name)
    bone.head, bone.tail = (0.0, 0.0, 0.0), (0.0, 1.0, 0.0)
    return bone


def shape(bone: Any, patch: Item, like: Any = None, new: bool = False) -> None:
    """Writes what a patch says of an edit bone's rest: `parent` (an edit bone or None), `position`, `orientation`,
    `length`; what it does not say may be like another bone. What lies below goes along with it; below a new one is
    nothing, and to look for it costs Blender time."""
    from mathutils import Matrix, Quaternion

    moves = "position" in patch or "orientation" in patch
    below = _below(bone) if moves and not new else []
    before = bone.matrix.copy()
    length = patch.get("length", (like or bone).length)
    if "parent" in patch:
        bone.use_connect = False
        bone.parent = patch["parent"]
    if like is not None:
        bone.length, bone.matrix = like.length, like.matrix
    elif new and bone.parent:
        bone.matrix = bone.parent.matrix
    if "length" in patch:
        bone.length = patch["length"]
    if moves:
        above = bone.parent.matrix if bone.parent else Matrix.Identity(4)
        place, turn, _ = (above.inverted() @ bone.matrix).decompose()
        if "position" in patch:
            bone.use_connect = False
            place = patch["position"]
        if "orientation" in patch:
            x, y, z, w = patch["orientation"]
            turn = Quaternion((w, x, y, z)).normalized()
        wanted = above @ Matrix.LocRotScale(place, turn, None)
        bone.matrix = wanted
        _refuse_lost(bone, wanted, length)
        moved = bone.matrix @ before.inverted()
        for other, (was, its_length) in below:
            wanted = moved @ was
            other.matrix = wanted
            _refuse_lost(other, wanted, its_length)
    elif "length" in patch:
        _refuse_lost(bone, bone.matrix, length)


#: How much of its own length a joint may be beside what was asked for: what nobody sees.
_LOST = 0.01


def _refuse_lost(bone: Any, wanted: Any, length: float) -> None:
    """Raises where Blender cannot keep a rest. It has nothing of a joint but both ends, from the rig's origin and with
    32 bits; far from there a short one would come to be longer, shorter or turned without a word."""
    most = _LOST * length
    away = (bone.matrix.to_translation() - wanted.to_translation()).length
    turned = (bone.y_axis - wanted.to_3x3().col[1].normalized()).length * length
    if abs(bone.length - length) > most or away > most or turned > most:
        far = bone.head.length
        raise InvalidParamsError(
            f"a joint of the length {length:g} cannot be {far:g} away from the origin of its rig: Blender keeps both "
            f"ends from there with 32 bits, and `{bone.name}` would have the length {bone.length:g}",
            {"path": "length", "expected": length, "got": bone.length, "distance": far},
            ["move the rig itself there with update_rigs, and its joints near its origin"],
        )


def _below(bone: Any) -> list[tuple[Any, tuple[Any, float]]]:
    """All edit bones below this one, parents before children, each with where it is and how long."""
    return [(child, (child.matrix.copy(), child.length)) for child in bone.children_recursive]


def remove(bones: Any, names: list[str]) -> None:
    """Removes edit bones; Blender puts what was below them below the one above them, where it is."""
    for name in names:
        bones.remove(bones[name])
