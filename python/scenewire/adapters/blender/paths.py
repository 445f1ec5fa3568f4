"""Which number is meant: our words for what moves an object, Blender's own paths for everything else."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import Any

from scenewire.errors import ConflictError, InvalidParamsError, NotFoundError, NotSupportedError

#: Our word for what an object is moved by, and Blender's.
OURS = {"position": "location", "rotation": "rotation_euler", "scale": "scale"}
_THEIRS = {theirs: ours for ours, theirs in OURS.items()}
#: Rows of numbers whose first one is told from the whole; of others only the index says that they are rows.
_ROWS = {
    "rotation_quaternion", "rotation_axis_angle", "delta_location", "delta_scale", "delta_rotation_euler",
    "delta_rotation_quaternion", "color", "diffuse_color", "constant_offset_displace", "relative_offset_displace",
    *_THEIRS,
}  # fmt: skip
_AXES = {"x": 0, "y": 1, "z": 2}
_MOVED = re.compile(r"(position|rotation|scale)\.([xyz])")
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
    """A number of an object in our words where there are some."""
    if data_path in _THEIRS and index < len(_AXES):
        return f"{_THEIRS[data_path]}.{'xyz'[index]}"
    return f"{data_path}[{index}]" if index or data_path.rpartition(".")[2] in _ROWS else data_path


def path_of(curve: Any) -> str:
    """Which number an F-curve animates, in our words where there are some."""
    return word_of(str(curve.data_path), int(curve.array_index))


def likely(path: str) -> tuple[str, int]:
    """Blender's path and index of what `path_of` told, as far as the text says it: a path may end like an index."""
    moved = _MOVED.fullmatch(path)
    if moved:
        return OURS[moved[1]], _AXES[moved[2]]
    indexed = _INDEXED.fullmatch(path)
    return (indexed[1], int(indexed[2])) if indexed and indexed[2] else (path, 0)


def own_path(node: Any, path: str) -> tuple[str, int]:
    """Blender's path and index of a number of this object that can be animated; raises with the nearest ones."""
    number = number_at(node, path)
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
        start = f'pose.bones["{bpy.utils.escape_identifier(bone)}"]' if bone else ""
        mover = node.pose.bones[bone] if bone else node
        moved = _MOVED.fullmatch(path)
        if moved:
            _refuse_idle_euler(mover, moved[1], path)
            theirs = f"{start}.{OURS[moved[1]]}" if start else OURS[moved[1]]
            return Number(node, theirs, _AXES[moved[2]], True)
        between = "." if start and not path.startswith("[") else ""
        indexed = _INDEXED.fullmatch(path)
        bare = (indexed[1] or indexed[3]) if indexed else path
        index = (int(indexed[2]) if indexed[2] else _AXES[indexed[4]]) if indexed else None
        return _found(node, path, f"{start}{between}{bare}", index)
    except (ConflictError, InvalidParamsError, NotFoundError, NotSupportedError) as error:
        error.details["path"] = field
        raise


def _refuse_idle_euler(mover: Any, word: str, path: str) -> None:
    if word == "rotation" and mover.rotation_mode in ("QUATERNION", "AXIS_ANGLE"):
        raise ConflictError(
            f"`{mover.name}` turns by {mover.rotation_mode.lower().replace('_', ' ')}: its Euler angles do nothing",
            {"got": path},
            ["animate `rotation_quaternion[0]` to `[3]`", "set its `rotation_mode` to XYZ first"],
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
    ours = [f"{field}.{axis}" for field in OURS for axis in "xyz"] if owner == node else []
    rna = getattr(owner, "bl_rna", None)
    names = [*ours, *(prop.identifier for prop in (rna.properties if rna else ()) if prop.is_animatable)]
    near = difflib.get_close_matches(path, ours, n=3) or difflib.get_close_matches(name, names, n=3)
    if path in OURS:
        near = [f"{path}.{axis}" for axis in "xyz"]
    return NotFoundError(f"`{node.name}` has no number `{path}`", {"got": path}, near)
