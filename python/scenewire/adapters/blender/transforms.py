"""Position, rotation and scale local to the parent, whatever rotation mode, parent inverse or delta the artist uses."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender import context
from scenewire.adapters.blender.context import settle

Numbers = list[float]

_PARTS = {"position": 0, "rotation": 1, "scale": 2}


def read_part(node: Any, part: str) -> Numbers:
    """`position`, `rotation` as [x, y, z, w], or `scale`."""
    if _plain_as_read(node):
        return _numbers(part, _own(node, part))
    return _numbers(part, local_matrix(node).decompose()[_PARTS[part]])


def write_part(node: Any, part: str, value: Numbers) -> None:
    """Writes one part and leaves the other two."""
    if _plain(node):
        _write_own(node, part, value)
        return
    from mathutils import Matrix

    parts = list(local_matrix(node).decompose())
    parts[_PARTS[part]] = _host(part, value)
    _set_local(node, Matrix.LocRotScale(*parts))


def read_basis(bone: Any, part: str) -> Numbers:
    """A part of the pose of a bone, away from its rest."""
    return _numbers(part, _own(bone, part))


def write_basis(bone: Any, part: str, value: Numbers) -> None:
    """Writes a part of the pose of a bone."""
    _write_own(bone, part, value)


def set_parent(node: Any, parent: Any) -> None:
    """Parents and keeps the place in the world; what the same call writes of the transform comes after it."""
    global _read_last
    _read_last = (0, -1, False)
    settle()
    world = node.matrix_world.copy()
    node.parent = parent
    node.parent_type = "OBJECT"
    node.parent_bone = ""
    node.matrix_parent_inverse.identity()
    _set_local(node, parent.matrix_world.inverted_safe() @ world if parent else world)


def local_matrix(node: Any) -> Any:
    """The transform local to the parent."""
    if node.parent is None:
        return node.matrix_basis.copy()
    if node.parent_type == "OBJECT":
        return node.matrix_parent_inverse @ node.matrix_basis
    settle()
    return node.matrix_local.copy()


def _set_local(node: Any, matrix: Any) -> None:
    """Keeps the parent inverse, so that the artist's curves on the object's own channels go on meaning the same."""
    if node.parent is None:
        node.matrix_basis = matrix
    elif node.parent_type == "OBJECT":
        node.matrix_basis = node.matrix_parent_inverse.inverted_safe() @ matrix
    else:
        node.matrix_local = matrix


def _plain(node: Any) -> bool:
    """Whether the object's own channels are its local transform: then numbers come back exactly as they were given."""
    if node.parent is not None and (node.parent_type != "OBJECT" or not _is_identity(node.matrix_parent_inverse)):
        return False
    # As tuples: Blender reads a vector anew for each number that is looked at.
    return bool(
        node.delta_location[:] == _NOWHERE
        and node.delta_rotation_euler[:] == _NOWHERE
        and node.delta_scale[:] == _WHOLE
        and node.delta_rotation_quaternion[:] == _UNTURNED
    )


_NOWHERE, _WHOLE, _UNTURNED = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (1.0, 0.0, 0.0, 0.0)

#: The object that was read last, when, and what came out: the three parts of one object are read one after the other.
_read_last: tuple[int, int, bool] = (0, -1, False)


def _plain_as_read(node: Any) -> bool:
    """The same for who only reads: between two readings of a call without settling nothing changes."""
    global _read_last
    pointer = node.as_pointer()
    if _read_last[:2] != (pointer, context.settled):
        _read_last = (pointer, context.settled, _plain(node))
    return _read_last[2]


def _is_identity(matrix: Any) -> bool:
    return bool(matrix == type(matrix).Identity(4))


def _own(node: Any, part: str) -> Any:
    if part == "position":
        return node.location
    if part == "scale":
        return node.scale
    mode = node.rotation_mode
    if mode == "QUATERNION":
        return node.rotation_quaternion.normalized()
    if mode == "AXIS_ANGLE":
        from mathutils import Quaternion

        angle, *axis = node.rotation_axis_angle
        return Quaternion(axis, angle)
    return node.rotation_euler.to_quaternion()


def _write_own(node: Any, part: str, value: Numbers) -> None:
    if part == "position":
        node.location = value
    elif part == "scale":
        node.scale = value
    else:
        _write_rotation(node, _host(part, value))


def _write_rotation(node: Any, quaternion: Any) -> None:
    """Into the channels of the object's rotation mode, the turn nearest to the present one."""
    mode = node.rotation_mode
    if mode == "QUATERNION":
        node.rotation_quaternion = quaternion
    elif mode == "AXIS_ANGLE":
        axis, angle = quaternion.to_axis_angle()
        node.rotation_axis_angle = (angle, *axis)
    else:
        node.rotation_euler = quaternion.to_euler(mode, node.rotation_euler)


def _host(part: str, value: Numbers) -> Any:
    from mathutils import Quaternion, Vector

    if part != "rotation":
        return Vector(value)
    x, y, z, w = value
    return Quaternion((w, x, y, z)).normalized()


def _numbers(part: str, value: Any) -> Numbers:
    if part != "rotation":
        return [*value[:]]
    w, x, y, z = value[:]
    return [x, y, z, w]
