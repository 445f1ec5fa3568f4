"""`dagPose`. Source: this command, and the node `dagPose`, in Autodesk's reference."""

from __future__ import annotations

from typing import Any

from maya_double import graph, linear, names, transforms
from maya_double.calls import Call, command
from maya_double.evaluate import value
from maya_double.nodes import Node
from maya_double.scene import scene

from . import arguments
from .values import settable


@command(
    "dagPose",
    create="save bindPose restore global name addToPose remove reset selection worldParent members",
    query="bindPose members atPose name parent worldParent",
)
def dag_pose(call: Call) -> Any:
    """Poses of skeletons: kept, given back, asked for."""
    nodes = [node for node in arguments.nodes(call, needed=False) if node.kind != "dagPose"]
    if call.query:
        return query(call, nodes)
    if call.has("save"):
        return names.name(keep(with_below(call, nodes), bool(call.get("bindPose")), call.get("name", "")))
    for pose in chosen(call, nodes):
        for node in with_below(call, nodes) if call.has("addToPose") else ():
            add(pose, node)
        for n, node in members(pose).items():
            if call.has("remove") and node in nodes:
                forget(pose, n)
            elif call.has("reset") and (node in nodes or not nodes):
                hold(pose, n, node)
            elif call.has("restore"):
                give_back(node, held(pose, n))
    scene.touched()
    return None


def query(call: Call, nodes: list[Node]) -> Any:
    """What poses are asked."""
    if call.has("members"):
        found = [node for pose in chosen(call, nodes) for node in members(pose).values()]
        return [names.name(node) for node in found] or None
    poses = chosen(call, nodes) or [
        pose for pose in scene.of_type("dagPose") if any(node in members(pose).values() for node in nodes)
    ]
    if call.has("atPose"):
        away = [
            names.name(node)
            for pose in poses
            for n, node in members(pose).items()
            if not linear.same(transforms.local(node), held(pose, n), 1e-6)
        ]
        return away or None
    wanted = [pose for pose in poses if not call.has("bindPose") or scene.stored(pose.plug("bindPose"))]
    return [names.name(pose) for pose in wanted] or None


def chosen(call: Call, nodes: list[Node]) -> list[Node]:
    """The poses that are named among the arguments, by the flag, or as the bind pose of nodes."""
    found = [node for node in arguments.nodes(call, needed=False) if node.kind == "dagPose"]
    if isinstance(call.get("name"), str):
        found.append(names.one_node(call.get("name")))
    if call.has("bindPose") and not call.query:
        every = [pose for pose in scene.of_type("dagPose") if scene.stored(pose.plug("bindPose"))]
        found += [pose for pose in every if any(node in members(pose).values() for node in nodes)]
    return found


def with_below(call: Call, nodes: list[Node]) -> list[Node]:
    """Nodes with all below them, or these alone with `selection`."""
    return [one for node in nodes for one in ([node] if call.has("selection") else below(node))]


def below(node: Node) -> list[Node]:
    """A transform and those below it."""
    found = [node]
    for child in node.ordered_children():
        if child.isa("transform") and not child.isa("constraint") and not child.isa("ikEffector"):
            found += below(child)
    return found


def members(pose: Node) -> dict[int, Node]:
    """What is in a pose, by its place."""
    found = {n: scene.source(pose.plug("members", n)) for n in scene.indices(pose.plug("members"))}
    return {n: source.node for n, source in found.items() if source is not None}


def held(pose: Node, n: int) -> linear.Matrix:
    """The matrix that a pose keeps."""
    return tuple(value(pose.plug("xformMatrix", n)))


def hold(pose: Node, n: int, node: Node) -> None:
    """A member is kept as it is now."""
    scene.write(pose.plug("worldMatrix", n), transforms.world(names.path(node)))
    scene.write(pose.plug("xformMatrix", n), transforms.local(node))


def add(pose: Node, node: Node) -> None:
    """A further member."""
    if node in members(pose).values():
        return
    n = max(members(pose), default=-1) + 1
    scene.connect(node.plug("message"), pose.plug("members", n))
    hold(pose, n, node)


def forget(pose: Node, n: int) -> None:
    """A member less."""
    source = scene.source(pose.plug("members", n))
    if source is not None:
        scene.disconnect(source, pose.plug("members", n))
    for attr in ("worldMatrix", "xformMatrix"):
        scene.drop(pose.values, (attr, (n,)))


def give_back(node: Node, matrix: linear.Matrix) -> None:
    """Puts a member where the pose has it; what is locked or connected stays."""
    every = [plug for part in ("translate", "rotate", "scale", "shear") for plug in node.plug(part).children()]
    fixed = {plug: scene.stored(plug) for plug in every if not settable(plug)}
    transforms.place(node, matrix)
    for plug, was in fixed.items():
        scene.write(plug, was)


def keep(nodes: list[Node], bind: bool, name: str = "") -> Node:
    """A pose of nodes as they are."""
    pose = graph.create("dagPose", name or ("bindPose#" if bind else "dagPose#"))
    scene.write(pose.plug("bindPose"), bind)
    for node in dict.fromkeys(nodes):
        add(pose, node)
    return pose
