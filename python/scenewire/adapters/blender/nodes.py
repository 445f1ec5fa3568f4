"""Scene objects: what every one has. `visible` is what the viewport shows; writing it sets the render as well."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Any

from scenewire.adapters.blender import context, versions
from scenewire.adapters.blender.context import settle, target_collection
from scenewire.adapters.blender.identity import IDENTITY
from scenewire.adapters.blender.lacks import lacks_of
from scenewire.adapters.blender.metadata import METADATA
from scenewire.adapters.blender.naming import checked_name, rename
from scenewire.adapters.blender.node_pages import NodePages
from scenewire.adapters.blender.transforms import read_part, set_parent, write_part
from scenewire.adapters.blender.undo import UNDO
from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.errors import ConflictError, InvalidParamsError, NotSupportedError

_TYPES = {
    "MESH": "mesh",
    "CAMERA": "camera",
    "LIGHT": "light",
    "EMPTY": "empty",
    "ARMATURE": "armature",
    "CURVE": "curve",
}


def node_id(node: Any) -> str:
    """The id of a scene object."""
    return IDENTITY.of("node", node)


def node_type(node: Any) -> str:
    """`mesh`, `camera`, `light`, `empty`, `armature`, `curve` or `other`."""
    return _TYPES.get(node.type, "other")


def find_node(reference: str) -> Any:
    """The scene object of an id or unique name."""
    return IDENTITY.find("node", reference)


def find_typed(reference: str, kind: str) -> Any:
    """The scene object of an id or unique name, when it is of this type."""
    node = find_node(reference)
    if node_type(node) != kind:
        raise InvalidParamsError(
            f"`{node.name}` is not a {kind}, it is of type {node_type(node)}",
            {"id": reference, "type": node_type(node)},
        )
    return node


def all_nodes(kind: str | None, parent: str | None) -> Iterable[Any]:
    """The objects of the scene, of one type and below one parent when those are given."""
    import bpy

    nodes = find_node(parent).children if parent else bpy.context.scene.objects[:]
    if kind is None:
        return list(nodes)
    return [node for node in nodes if node_type(node) == kind]


def new_node(item: Item, name: str, data: Any) -> Any:
    """A new scene object in the artist's active collection. It takes its parent from the item here: it has no place
    in the world yet that would have to be kept, and so needs no evaluation of the scene."""
    import bpy

    node = bpy.data.objects.new(checked_name(name), data)
    target_collection().objects.link(node)
    parent = item.pop("parent_id", None)
    if parent:
        node.parent = find_node(parent)
    for field, value in _FRESH.items():
        if item.get(field) == value:
            del item[field]
    return node


#: What a new object is without being told: a thousand of them are not told so.
_FRESH = {
    "position": [0, 0, 0],
    "rotation": [0, 0, 0, 1],
    "scale": [1, 1, 1],
    "visible": True,
    "locked": False,
    "cast_shadow": True,
    "metadata": {},
}


def remove_nodes(nodes: list[Any]) -> list[str]:
    """Removes objects, and their data when nothing else uses it. Children stay where they are in the world."""
    import bpy

    _refuse_shapes(nodes)
    settle()
    ids = [node_id(node) for node in nodes]
    doomed = {node.as_pointer() for node in nodes}
    for node in nodes:
        for child in node.children:
            if child.as_pointer() not in doomed:
                set_parent(child, None)
    orphans = [node.data for node in nodes if node.data is not None]
    bpy.data.batch_remove(nodes)
    unused = {data.as_pointer(): data for data in orphans if data.users == 0}
    bpy.data.batch_remove(list(unused.values()))
    return ids


def _refuse_shapes(nodes: list[Any]) -> None:
    """Raises when one is what a control is drawn as: the control would be none any more."""
    import bpy

    doomed = [node for node in nodes if node.users > len(node.users_collection)]
    for rig in [other for other in bpy.data.objects if other.type == "ARMATURE"] if doomed else []:
        shown = (
            [bone for bone in rig.pose.bones if bone.custom_shape in doomed] if rig not in nodes and rig.pose else []
        )
        if shown:
            raise ConflictError(
                f"the control `{shown[0].name}` of `{rig.name}` is drawn as `{shown[0].custom_shape.name}`",
                {"id": node_id(shown[0].custom_shape), "control": f"{rig.name}/{shown[0].name}"},
                ["update_rig_controls with another shape first"],
            )


def guard_nodes(nodes: list[Any]) -> None:
    """Refuses what comes from a library file; from here on there is something to roll back."""
    for node in nodes:
        for block in (node, node.data):
            if block is not None and block.library is not None:
                raise NotSupportedError(
                    f"`{block.name}` is linked from {block.library.filepath} and cannot be changed here",
                    {"id": node_id(node), "library": block.library.filepath},
                    ["open that file", "make a library override first"],
                )
    UNDO.touch()


def _make_empty(item: Item) -> Any:
    return new_node(item, item.pop("name", None) or "Empty", None)


def _parent(node: Any, _job: Job) -> str | None:
    return node_id(node.parent) if node.parent else None


def _set_parent(node: Any, reference: str | None) -> None:
    parent = find_node(reference) if reference else None
    above = parent
    while above is not None:
        if above == node:
            raise InvalidParamsError(f"`{node.name}` cannot be its own ancestor", {"path": "parent_id"})
        above = above.parent
    if parent != node.parent:
        set_parent(node, parent)


class _Children:
    """Numbers of children by the number of their parent. Blender looks through the whole file for the children of one
    object, so that reading many would take the square of it. Every read settles first, by which changes become known:
    while there was none the table holds, within a transaction only until the next settling."""

    def __init__(self) -> None:
        self._settled = -1
        self._of: tuple[int, ...] = ()
        self._table: dict[int, list[int]] = {}

    def of(self, node: Any) -> list[str]:
        if self._settled != context.settled:
            self._settled = context.settled
            self._refresh()
        return [IDENTITY.of_uid("node", uid) for uid in self._table.get(versions.session_uid(node), ())]

    def _refresh(self) -> None:
        import bpy

        # A transaction makes objects itself.
        counted = (context.settled, 0) if UNDO.open else (-1, UNDO.objects())
        now = (*counted, UNDO.revision, IDENTITY.epoch)
        if now == self._of:
            return
        self._of, self._table = now, {}
        for node in bpy.data.objects:
            parent = node.parent
            if parent is not None:
                self._table.setdefault(versions.session_uid(parent), []).append(versions.session_uid(node))


_CHILDREN = _Children()


def _set_visible(node: Any, visible: bool) -> None:
    import bpy

    node.hide_viewport = node.hide_render = not visible
    if visible and node.name in bpy.context.view_layer.objects:
        node.hide_set(False)


def _visible(node: Any, _job: Job) -> bool:
    return not (node.hide_viewport or node.hide_get())


_LOCKS = ("lock_location", "lock_rotation", "lock_scale")


def _locked(node: Any, _job: Job | None = None) -> bool:
    return bool(node.hide_select) and all(all(getattr(node, lock)) for lock in _LOCKS)


def _set_locked(node: Any, locked: bool) -> None:
    if locked == _locked(node):
        return
    node.hide_select = locked
    for lock in _LOCKS:
        setattr(node, lock, (locked,) * 3)


def _set_cast_shadow(node: Any, casts: bool) -> None:
    node.visible_shadow = casts


def _bounds(node: Any, _job: Job) -> dict[str, list[float]]:
    """Box in the world; a point for what has no extent."""
    low, high = _world_box(node)
    return {"min": low, "max": high}


def world_bounds(nodes: list[Any]) -> dict[str, list[float]]:
    """Box around objects in the world."""
    lows, highs = zip(*[_world_box(node) for node in nodes])
    return {"min": [min(axis) for axis in zip(*lows)], "max": [max(axis) for axis in zip(*highs)]}


def _world_box(node: Any) -> tuple[list[float], list[float]]:
    """Least and greatest x, y and z in the world: the middle of the box and half its extent, along each axis."""
    corners = _corners(node)
    if corners is None:
        place = node.matrix_world.translation[:]
        return [*place], [*place]
    (x, y, z), (width, depth, height) = zip(*[((one + other) / 2, (other - one) / 2) for one, other in zip(*corners)])
    least, most = [], []
    for row in node.matrix_world.copy()[:3]:
        a, b, c, place = row[:]
        middle = a * x + b * y + c * z + place
        half = abs(a) * width + abs(b) * depth + abs(c) * height
        least.append(middle - half)
        most.append(middle + half)
    return least, most


_EXTENDED = {"SURFACE", "META", "FONT", "LATTICE", "ARMATURE", "VOLUME", "POINTCLOUD", "CURVES", "CURVE"}


def _corners(node: Any) -> tuple[Any, Any] | None:
    """The least and the greatest corner of its own box; None for what has no extent."""
    if node.type == "MESH":
        box = node.bound_box
    elif node.type in _EXTENDED:
        import bpy

        # Of the others Blender forgets the true box at an undo and tells that of the control points.
        box = node.evaluated_get(bpy.context.evaluated_depsgraph_get()).bound_box
    else:
        return None
    return box[0][:], box[6][:]


def _matrix_world(node: Any, _job: Job) -> list[float]:
    # A copy, and tuples of it: Blender reads the whole matrix anew for each row that is looked at.
    x, y, z, last = node.matrix_world.copy()
    return [*x[:], *y[:], *z[:], *last[:]]


def _transform(part: str) -> Field:
    return Field(read=lambda node, _job: read_part(node, part), write=lambda node, value: write_part(node, part, value))


#: In the order of writing: the parent before what is local to it.
NODE_FIELDS: dict[str, Field] = {
    "id": Field(lambda node, _job: node_id(node)),
    "name": Field(lambda node, _job: node.name, rename),
    "type": Field(lambda node, _job: node_type(node)),
    "parent_id": Field(_parent, _set_parent),
    "position": _transform("position"),
    "rotation": _transform("rotation"),
    "scale": _transform("scale"),
    "child_ids": Field(lambda node, _job: _CHILDREN.of(node)),
    "visible": Field(_visible, _set_visible),
    "locked": Field(_locked, _set_locked),
    "cast_shadow": Field(lambda node, _job: bool(node.visible_shadow), _set_cast_shadow),
    **lacks_of("nodes"),
    "metadata": METADATA,
    "bounds": Field(_bounds),
    "matrix_world": Field(_matrix_world),
}

NODES = Entity(
    plural="nodes",
    fields=NODE_FIELDS,
    make=_make_empty,
    find=find_node,
    all=functools.partial(all_nodes, None),
    page=NodePages(functools.partial(all_nodes, None)),
    remove=remove_nodes,
    guard=guard_nodes,
    settle=settle,
    places=IDENTITY.places,
)
