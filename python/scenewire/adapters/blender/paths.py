"""Which number is meant: our words for what moves an object or a joint, Blender's own paths for everything else."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import Any

from scenewire.errors import ConflictError, InvalidParamsError, NotFoundError, NotSupportedError

#: Our word for what an object is moved by, and Blender's.
OURS = {"position": "location", "rotation": "rotation_euler", "scale": "scale", "quaternion": "rotation_quaternion"}
_THEIRS = {theirs: ours for ours, theirs in OURS.items()}
#: Rows of numbers whose first one is told from the whole; of others only the index says that they are rows.
_ROWS = {
    "rotation_quaternion", "rotation_axis_angle", "delta_location", "delta_scale", "delta_rotation_euler",
    "delta_rotation_quaternion", "color", "diffuse_color", "constant_offset_displace", "relative_offset_displace",
    *_THEIRS,
}  # fmt: skip
_AXES = {"x": 0, "y": 1, "z": 2}
#: What each of them has, in Blender's order.
_LETTERS = {word: "wxyz" if word == "quaternion" else "xyz" for word in OURS}
_MOVED = re.compile(r"(position|rotation|scale)\.([xyz])|(quaternion)\.([wxyz])")
#: The pose of a joint, as its rig has it: in our words, and in Blender's.
_JOINT = re.compile(r'joints\["((?:[^"\\]|\\.)+)"\]\.(.+)')
_BONE = re.compile(r'pose\.bones\["((?:[^"\\]|\\.)+)"\]\.(\w+)')
_INDEXED = re.compile(r"(.*[\w\]])\[(\d+)\]|(.+)\.([xyz])")
#: A custom property: whose, and its name.
_CUSTOM = re.compile(r'(.*?)\["((?:[^"\\\]]|\\.)+)"\]')


@dataclass(frozen=True)
class Number:
    """One number of a data-block, as Blender's animation and drivers name it."""

    block: Any
    data_path: str
    index: int
    #: Whether the property is a row of numbers, of which this is one.
    of_row: bool


def word_of(data_path: str, index: int) -> str:
    """A number of an object, or of a joint of it, in our words where there are some."""
    bone = _BONE.fullmatch(data_path)
    word = _THEIRS.get(bone[2] if bone else data_path)
    if word is not None and index < len(_LETTERS[word]):
        start = f'joints["{bone[1]}"].' if bone else ""
        return f"{start}{word}.{_LETTERS[word][index]}"
    return f"{data_path}[{index}]" if index or data_path.rpartition(".")[2] in _ROWS else data_path


def path_of(curve: Any) -> str:
    """Which number an F-curve animates, in our words where there are some."""
    return word_of(str(curve.data_path), int(curve.array_index))


def in_degrees(path: str) -> bool:
    """Whether a number, as `path_of` tells it, is an Euler angle: of an object or of a joint."""
    joint = _JOINT.fullmatch(path)
    return (joint[2] if joint else path).startswith("rotation.")


def _moved(path: str) -> tuple[str, int] | None:
    """Our word and Blender's index, where the path is one of ours."""
    found = _MOVED.fullmatch(path)
    if found is None:
        return None
    word, letter = found[1] or found[3], found[2] or found[4]
    return word, _LETTERS[word].index(letter)


def likely(path: str) -> tuple[str, int]:
    """Blender's path and index of what `path_of` told, as far as the text says it: a path may end like an index."""
    joint = _JOINT.fullmatch(path)
    moved = _moved(joint[2] if joint else path)
    if moved:
        start = f'pose.bones["{joint[1]}"].' if joint else ""
        return f"{start}{OURS[moved[0]]}", moved[1]
    indexed = _INDEXED.fullmatch(path)
    return (indexed[1], int(indexed[2])) if indexed and indexed[2] else (path, 0)


def own_path(node: Any, path: str, bone: str = "") -> tuple[str, int]:
    """Blender's path and index of a number of this object, or of its bone, that can be animated; raises with the
    nearest ones."""
    number = number_at(node, path, bone)
    if number.block != node:
        raise NotSupportedError(
            f"`{path}` belongs to `{number.block.name}`, not to the object: only numbers of the object are animated",
            {"path": "path", "got": path},
        )
    return number.data_path, number.index


def number_at(node: Any, path: str, bone: str = "", field: str = "path") -> Number:
    """The number of an object, of its bone, or of what it refers to; `field` is what errors are about."""
    import bpy

    try:
        joint = None if bone else _JOINT.fullmatch(path)
        if joint:
            bone, path = _bone_of(node, bpy.utils.unescape_identifier(joint[1]), path), joint[2]
        start = f'pose.bones["{bpy.utils.escape_identifier(bone)}"]' if bone else ""
        mover = node.pose.bones[bone] if bone else node
        moved = _moved(path)
        if moved:
            _refuse_idle(mover, moved[0], path)
            theirs = f"{start}.{OURS[moved[0]]}" if start else OURS[moved[0]]
            return Number(node, theirs, moved[1], True)
        between = "." if start and not path.startswith("[") else ""
        indexed = _INDEXED.fullmatch(path)
        bare = (indexed[1] or indexed[3]) if indexed else path
        index = (int(indexed[2]) if indexed[2] else _AXES[indexed[4]]) if indexed else None
        return _found(node, path, f"{start}{between}{bare}", index)
    except (ConflictError, InvalidParamsError, NotFoundError, NotSupportedError) as error:
        error.details["path"] = field
        raise


def _bone_of(node: Any, name: str, path: str) -> str:
    """The name of a bone that the object has."""
    import bpy

    bones = [bone.name for bone in node.pose.bones] if node.pose else []
    if name not in bones:
        near = difflib.get_close_matches(name, bones, n=3) or bones[:3]
        paths = [f'joints["{bpy.utils.escape_identifier(one)}"].position.x' for one in near]
        raise NotFoundError(f"`{node.name}` has no joint `{name}`", {"got": path}, paths)
    return name


def _refuse_idle(mover: Any, word: str, path: str) -> None:
    """What turns by a quaternion is not turned by Euler angles, nor the other way round."""
    mode = str(mover.rotation_mode)
    if word == "rotation" and mode in ("QUATERNION", "AXIS_ANGLE"):
        raise ConflictError(
            f"`{mover.name}` turns by {mode.lower().replace('_', ' ')}: its Euler angles do nothing",
            {"got": path},
            ["animate `quaternion.w` to `.z`", "set its `rotation_mode` to XYZ first"],
        )
    if word == "quaternion" and mode != "QUATERNION":
        turns = "axis angle" if mode == "AXIS_ANGLE" else "Euler angles"
        raise ConflictError(
            f"`{mover.name}` turns by {turns}: its quaternion does nothing",
            {"got": path},
            ["animate `rotation.x` to `.z`", "set its `rotation_mode` to quaternion first"],
        )


def _found(node: Any, path: str, bare: str, index: int | None) -> Number:
    custom = _CUSTOM.fullmatch(bare)
    head, last = (custom[1], custom[2]) if custom else (bare.rpartition(".")[0], bare.rpartition(".")[2])
    try:
        owner = node.path_resolve(head) if head else node
    except ValueError as error:
        raise _missing(node, node, path, head.partition(".")[0]) from error
    if custom and hasattr(owner, "id_data") and hasattr(owner, "bl_rna"):
        length = _custom_length(node, owner, path, last)
        tail = f'["{last}"]'
    else:
        length = _length(node, owner, path, last)
        tail = last
    if bool(length) != (index is not None) or (index is not None and index >= length):
        choices = [f"{bare}[{number}]" for number in range(length)] or [bare]
        expected = f"one of {', '.join(choices)}" if length else f"`{bare}`, which is one number"
        raise InvalidParamsError(f"`{path}` is not one number", {"expected": expected, "got": path}, choices)
    start = "" if owner == owner.id_data else str(owner.path_from_id())
    between = "." if start and not custom else ""
    return Number(owner.id_data, f"{start}{between}{tail}", index or 0, index is not None)


def _length(node: Any, owner: Any, path: str, last: str) -> int:
    """How many numbers a property is, 0 when it is one by itself."""
    rna = getattr(owner, "bl_rna", None)
    prop = rna.properties.get(last) if rna else None
    if prop is None:
        raise _missing(node, owner, path, last)
    if prop.type not in ("FLOAT", "INT", "BOOLEAN", "ENUM") or not prop.is_animatable or prop.is_readonly:
        raise NotSupportedError(f"Blender cannot animate `{path}`", {"got": path})
    return int(getattr(prop, "array_length", 0))


def _custom_length(node: Any, owner: Any, path: str, escaped: str) -> int:
    import bpy

    name = bpy.utils.unescape_identifier(escaped)
    if name not in owner.keys():  # noqa: SIM118 - a data-block has keys() but is no mapping
        near = difflib.get_close_matches(name, list(owner.keys()), n=3)
        raise NotFoundError(f"`{node.name}` has no number `{path}`", {"got": path}, [f'["{one}"]' for one in near])
    value = owner[name]
    if isinstance(value, (bool, int, float)):
        return 0
    if getattr(value, "typecode", "") in tuple("ifdb"):
        return len(value)
    raise NotSupportedError(f"`{path}` is not a number: Blender cannot animate it", {"got": path})


def _missing(node: Any, owner: Any, path: str, name: str) -> NotFoundError:
    ours = [f"{field}.{axis}" for field in OURS for axis in _LETTERS[field]] if owner == node else []
    rna = getattr(owner, "bl_rna", None)
    names = [*ours, *(prop.identifier for prop in (rna.properties if rna else ()) if prop.is_animatable)]
    near = difflib.get_close_matches(path, ours, n=3) or difflib.get_close_matches(name, names, n=3)
    if path in OURS:
        near = [f"{path}.{axis}" for axis in _LETTERS[path]]
    return NotFoundError(f"`{node.name}` has no number `{path}`", {"got": path}, near)
