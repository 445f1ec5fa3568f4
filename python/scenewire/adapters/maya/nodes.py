"""Transform nodes: what every scene object of Maya is, with what it shows in a shape below it."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.maya import matrices
from scenewire.adapters.maya.attributes import get, put
from scenewire.adapters.maya.handles import Handle, Kind, delete, give_name, guard, handle, handles, places, settle
from scenewire.adapters.maya.lacks import lacks_of
from scenewire.adapters.maya.metadata import METADATA
from scenewire.adapters.maya.naming import checked_name, refuse_referenced, shown
from scenewire.adapters.maya.transforms import read_part, world, write_part
from scenewire.errors import InvalidParamsError

#: What has a place in the hierarchy and is no scene object: what binds one to another.
_BETWEEN = ("constraint", "ikEffector")
_LIGHTS = ("pointLight", "spotLight", "directionalLight", "areaLight")
#: By the type of the shape.
_TYPES = {
    "mesh": "mesh", "camera": "camera", "nurbsCurve": "curve", "bezierCurve": "curve",
    **dict.fromkeys(_LIGHTS, "light"),
}  # fmt: skip


def _holds(path: str) -> bool:
    from maya import cmds

    above = cmds.nodeType(path, inherited=True) or ()
    return "transform" in above and not any(one in above for one in _BETWEEN)


def is_own(path: str) -> bool:
    """Whether it is one of the cameras of Maya's own views, which are no part of the scene's contents."""
    from maya import cmds

    shape = shape_of(path)
    return bool(shape and cmds.nodeType(shape) == "camera" and cmds.camera(shape, query=True, startupCamera=True))


def _paths() -> list[str]:
    from maya import cmds

    between = set(cmds.ls(type=_BETWEEN, long=True))
    found = [path for path in cmds.ls(type="transform", long=True) if path not in between]
    own = {path for path in found if path.count("|") == 1 and is_own(path)}
    return [path for path in found if path not in own]


NODE = Kind("node", _paths, _holds, also=("joint",))


def shape_of(path: str) -> str | None:
    """What a node shows: its first shape that is no step of a history."""
    from maya import cmds

    found = cmds.listRelatives(path, shapes=True, noIntermediate=True, fullPath=True)
    return str(found[0]) if found else None


def shape_named(path: str) -> str:
    """The shape of a node that has one."""
    shape = shape_of(path)
    if shape is None:
        raise InvalidParamsError(f"`{shown(path)}` has no shape", {"node": path})
    return shape


def is_joint(path: str) -> bool:
    """Whether a node is a joint."""
    from maya import cmds

    return bool(cmds.nodeType(path) == "joint")


def joints_below(path: str) -> list[str]:
    """The joints below a node with nothing else between, parents before children."""
    from maya import cmds

    found = cmds.listRelatives(path, children=True, type="joint", fullPath=True) or ()
    return [one for joint in found for one in (str(joint), *joints_below(str(joint)))]


def is_rig(path: str) -> bool:
    """Whether a node holds joints: an asset, what joints lie directly below, or a joint at the top of the scene."""
    from maya import cmds

    if is_joint(path):
        return parent_of(path) is None
    return cmds.nodeType(path) == "dagContainer" or bool(cmds.listRelatives(path, children=True, type="joint"))


def node_type(path: str) -> str:
    """`mesh`, `camera`, `light`, `curve`, `armature`, `empty` or `other`."""
    from maya import cmds

    # What a joint is drawn as makes it no curve.
    shape = None if is_joint(path) else shape_of(path)
    if shape is None:
        if is_rig(path):
            return "armature"
        return "empty" if cmds.nodeType(path) == "transform" else "other"
    return _TYPES.get(str(cmds.nodeType(shape)), "other")


def node_id(path: str) -> str:
    """The id of a node."""
    return NODE.id_of(path)


def find_node(reference: str) -> Handle:
    """The node of an id, of a unique name or of a path."""
    return NODE.find(reference)


def find_typed(reference: str, kind: str) -> Handle:
    """The same, when it is of this type."""
    found = find_node(reference)
    now = node_type(found.path)
    if now != kind:
        raise InvalidParamsError(f"`{found.name}` is not a {kind}, it is of type {now}", {"id": reference, "type": now})
    return found


def parent_of(path: str) -> str | None:
    """The node that a node is local to; None at the top."""
    return path.rpartition("|")[0] or None


def children_of(path: str | None) -> list[str]:
    """The nodes directly below one, or at the top of the scene."""
    if path is None:
        return [one for one in _paths() if one.count("|") == 1]
    from maya import cmds

    found = cmds.listRelatives(path, children=True, type="transform", fullPath=True) or ()
    return [one for one in found if _holds(one)]


def below(path: str) -> list[str]:
    """A node and all nodes under it."""
    found = [path]
    for child in children_of(path):
        found += below(child)
    return found


def all_nodes(kind: str | None, parent: str | None) -> Iterable[Handle]:
    """The nodes of the scene, of one type and below one parent when those are given."""
    paths = children_of(find_node(parent).path) if parent else _paths()
    return handles([path for path in paths if kind is None or node_type(path) == kind])


def take_shape(source: str, path: str) -> str:
    """Puts the shape of a node that was made for it below another one. Gives the shape's path."""
    from maya import cmds

    (shape,) = cmds.listRelatives(source, shapes=True, fullPath=True)
    cmds.parent(shape, path, shape=True, relative=True)
    cmds.delete(source)
    cmds.rename(shape_named(path), f"{shown(path).rpartition(':')[2]}Shape")
    return shape_named(path)


def new_node(item: Item, name: str, kind: str = "transform") -> Handle:
    """A new transform below the parent that the item names, or at the top."""
    from maya import cmds

    reference = item.pop("parent_id", None)
    below_ = {"parent": find_node(reference).path} if reference else {}
    made = cmds.createNode(kind, name=checked_name(item.pop("name", None) or name), skipSelect=True, **below_)
    return handle(str(made))


def remove_nodes(targets: list[Handle]) -> list[str]:
    """Deletes nodes. Those below them stay where they are in the world, at the top of the scene."""
    from maya import cmds

    ids = [NODE.id(target) for target in targets]
    for target in targets:
        refuse_referenced(target.path, "deleted")
    orphans = [child for target in targets for child in handles(children_of(target.path)) if child not in targets]
    guard(orphans)
    for orphan in orphans:
        cmds.parent(orphan.path, world=True)
    for target in sorted(targets, key=lambda target: -target.path.count("|")):
        delete([target.path])
    return ids


def set_parent(node: Handle, reference: str | None) -> None:
    """Gives a node another parent; it stays where it is in the world."""
    from maya import cmds

    parent = find_node(reference).path if reference else None
    path = node.path
    if parent is not None and f"{parent}|".startswith(f"{path}|"):
        raise InvalidParamsError(f"`{node.name}` cannot be its own ancestor", {"path": "parent_id"})
    if parent == parent_of(path):
        return
    above = parent_of(path)
    if above is not None and cmds.referenceQuery(above, isNodeReferenced=True):
        # What is at the top of its file may go below nodes of this scene.
        refuse_referenced(path, "moved in the hierarchy")
    if parent is None:
        cmds.parent(path, world=True)
    else:
        cmds.parent(path, parent)


def _parent(node: Handle, _job: Job) -> str | None:
    parent = parent_of(node.path)
    return node_id(parent) if parent else None


#: Of `overrideDisplayType`: shown, and not to be picked in a view.
_REFERENCE = 2


def _locked(node: Handle, _job: Any) -> bool:
    path = node.path
    return bool(get(path, "overrideEnabled")) and int(get(path, "overrideDisplayType")) == _REFERENCE


def _set_locked(node: Handle, locked: bool) -> None:
    if locked == _locked(node, None):
        return
    # A colour is an override too, and stays.
    put(node.path, "overrideEnabled", locked or bool(get(node.path, "overrideRGBColors")), field="locked")
    put(node.path, "overrideDisplayType", _REFERENCE if locked else 0, field="locked")


def shape_switch(field: str, attribute: str) -> Field:
    """A yes or no of what a node shows; a node without a shape has none."""

    def read(node: Handle, _job: Job) -> Any:
        shape = shape_of(node.path)
        return bool(get(shape, attribute)) if shape else ABSENT

    return Field(read, lambda node, value: put(shape_named(node.path), attribute, value, field=field))


def _bounds(node: Handle, _job: Job) -> dict[str, list[float]]:
    """Box in the world around its own geometry; a point for what has none."""
    return world_bounds([node.path])


def world_bounds(paths: list[str]) -> dict[str, list[float]]:
    """Box around nodes in the world."""
    points = [point for path in paths for point in _corners(path)]
    return {
        "min": [min(point[axis] for point in points) for axis in range(3)],
        "max": [max(point[axis] for point in points) for axis in range(3)],
    }


def _corners(path: str) -> list[list[float]]:
    from maya import cmds

    if node_type(path) in ("mesh", "curve"):
        found = cmds.exactWorldBoundingBox(shape_named(path), calculateExactly=True)
        low, high = [float(one) for one in found[:3]], [float(one) for one in found[3:]]
        if all(a <= b for a, b in zip(low, high)):
            return [low, high]
    return [world(path)[12:15]]


def _part(part: str) -> Field:
    return Field(lambda node, _job: read_part(node.path, part), lambda node, value: write_part(node.path, part, value))


#: In the order of writing: the parent before what is local to it.
NODE_FIELDS: dict[str, Field] = {
    "id": Field(lambda node, _job: NODE.id(node)),
    "name": Field(lambda node, _job: node.name, give_name),
    "type": Field(lambda node, _job: node_type(node.path)),
    "parent_id": Field(_parent, set_parent),
    "position": _part("position"),
    "rotation": _part("rotation"),
    "scale": _part("scale"),
    "child_ids": Field(lambda node, _job: [node_id(child) for child in children_of(node.path)]),
    "visible": Field(
        lambda node, _job: bool(get(node.path, "visibility")),
        lambda node, value: put(node.path, "visibility", value, field="visible"),
    ),
    "locked": Field(_locked, _set_locked),
    **lacks_of("nodes"),
    "metadata": METADATA,
    "bounds": Field(_bounds),
    "matrix_world": Field(lambda node, _job: matrices.to_columns(world(node.path))),
}
#: Attributes of meshes and surfaces, by field.
RENDER_STATS = {"cast_shadow": "castsShadows", "receive_shadow": "receiveShadows"}

NODES = Entity(
    plural="nodes",
    fields=NODE_FIELDS,
    make=lambda item: new_node(item, "Node"),
    find=find_node,
    all=functools.partial(all_nodes, None),
    remove=remove_nodes,
    guard=guard,
    settle=settle,
    places=places,
)


def node_entity(plural: str, kind: str, fields: dict[str, Field], make: Any, **others: Any) -> Entity:
    """An entity whose targets are nodes of one type."""
    return Entity(
        plural=plural,
        fields=fields,
        make=make,
        find=lambda reference: find_typed(reference, kind),
        all=functools.partial(all_nodes, kind),
        remove=remove_nodes,
        guard=guard,
        settle=settle,
        places=places,
        **others,
    )


def all_paths() -> list[str]:
    """The paths of all nodes."""
    return _paths()
