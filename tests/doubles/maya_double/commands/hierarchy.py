"""Parents and groups: `parent`, `group`, `ungroup`, `reorder`, `instance`.

Source: these commands in Autodesk's reference.
"""

from __future__ import annotations

from maya_double import graph, linear, names, shapes, transforms
from maya_double.calls import Call, command
from maya_double.names import Path
from maya_double.nodes import Node, Plug
from maya_double.scene import scene

from . import arguments


@command("parent", create="absolute relative world shape addObject removeObject noConnections noInvScale")
def parent(call: Call) -> list[str] | None:
    """Moves objects below the last one, or below the world."""
    found = arguments.paths(call)
    if call.has("removeObject"):
        for path in found:
            remove_instance(path)
        return None
    if call.has("world"):
        moved, target = found, None
    else:
        if len(found) < 2:
            raise RuntimeError("Not enough objects or values.")
        moved, target = found[:-1], found[-1][-1]
        if not target.isa("transform"):
            raise RuntimeError(f"'{names.short(found[-1])}' is no transform and cannot be a parent.")
    for path in moved:
        node = path[-1]
        if not node.dag:
            raise RuntimeError(f"'{node.name}' is not a DAG object and cannot be parented.")
        if node.isa("shape") and not call.has("shape"):
            raise RuntimeError(f"'{node.name}' is a shape: parent it with the flag shape.")
        graph_guard(node)
        if call.has("addObject"):
            scene.attach(node, target)
            continue
        before = path[-2] if len(path) > 1 else None
        if before is target:
            if not call.has("world"):
                continue
            continue
        graph.reparent(node, before, target, call.has("relative") or node.isa("shape"), path)
        compensate(call, node, before, target)
    scene.touched()
    done = [path[-1] for path in moved]
    graph.select(*done)
    return [names.name(node) for node in done]


def graph_guard(node: Node) -> None:
    """Referenced and default objects stay where they are."""
    if node.facts.get("locked"):
        raise RuntimeError(f"Cannot parent locked node '{node.name}'.")
    if node.facts.get("reference") and any(p is not None and p.facts.get("reference") for p in node.parents):
        raise RuntimeError(f"Cannot parent components or objects in the referenced file: '{node.name}'.")
    if node.facts.get("default"):
        raise RuntimeError(f"Cannot parent the default object '{node.name}'.")


def compensate(call: Call, node: Node, before: Node | None, target: Node | None) -> None:
    """A joint takes its parent joint's scale through its `inverseScale`."""
    if not node.isa("joint"):
        return
    plug = node.plug("inverseScale")
    source = scene.source(plug)
    if source is not None and source.node is before:
        scene.disconnect(source, plug)
    if target is not None and target.isa("joint") and not call.has("noConnections"):
        scene.connect(target.plug("scale"), plug)


def remove_instance(path: Path) -> None:
    """Takes an object away from one of its parents; the last time it is deleted."""
    node = path[-1]
    if len(node.parents) < 2:
        graph.delete([node])
        return
    scene.detach(node, path[-2] if len(path) > 1 else None)
    graph.refresh_selection()


@command("group", create="name empty world parent absolute relative useAsGroup")
def group(call: Call) -> str:
    """A transform above objects, where they had their parent in common."""
    if call.has("empty"):
        holder = names.one_node(call.get("parent")) if call.get("parent") else None
        made = graph.create("transform", call.get("name") or "null#", holder)
        graph.select(made)
        scene.touched()
        return names.name(made)
    found = arguments.paths(call)
    if call.get("parent"):
        holder = names.one_node(call.get("parent"))
    elif call.has("world"):
        holder = None
    else:
        holder = common(found)
    made = graph.create("transform", call.get("name") or "group#", holder)
    for path in found:
        graph_guard(path[-1])
        graph.reparent(path[-1], path[-2] if len(path) > 1 else None, made, call.has("relative"), path)
    middle(made)
    graph.select(made)
    scene.touched()
    return names.name(made)


def common(found: list[Path]) -> Node | None:
    """The parent of all, or the world."""
    parents = {path[-2] if len(path) > 1 else None for path in found}
    return parents.pop() if len(parents) == 1 else None


def middle(made: Node) -> None:
    """The pivot of a group is the middle of what is in it."""
    box = shapes.bounds(names.path(made), linear.IDENTITY)
    if box is not None:
        centre = linear.by(linear.add(*box), 0.5)
        transforms.write(made, "rotatePivot", centre)
        transforms.write(made, "scalePivot", centre)


@command("ungroup", create="absolute relative world parent")
def ungroup(call: Call) -> None:
    """Takes a group away; its children go to its parent."""
    freed = []
    for path in arguments.paths(call):
        node = path[-1]
        above = None if call.has("world") or len(path) < 2 else path[-2]
        for child in node.ordered_children():
            graph.reparent(child, node, above, call.has("relative"), (*path, child))
            freed.append(child)
        graph.delete([node])
    graph.select(*freed)
    scene.touched()


@command("reorder", create="front back relative")
def reorder(call: Call) -> list[str]:
    """Moves objects among their siblings."""
    moved = arguments.paths(call)
    for path in moved:
        above = path[-2] if len(path) > 1 else None
        siblings = scene.ordered_roots() if above is None else above.ordered_children()
        place = siblings.index(path[-1])
        siblings.pop(place)
        if call.has("front"):
            place = 0
        elif call.has("back"):
            place = len(siblings)
        else:
            place = (place + int(call.get("relative", 0))) % (len(siblings) + 1)
        siblings.insert(place, path[-1])
        numbers = scene.roots if above is None else above.children
        for number, node in zip(sorted(numbers[node] for node in siblings), siblings):
            if numbers[node] != number:
                scene.put(numbers, node, number)
    scene.touched()
    return [names.short(path) for path in moved]


@command("instance", create="name leaf smartTransform")
def instance(call: Call) -> list[str]:
    """A second transform over the same shapes."""
    made = []
    for path in arguments.paths(call):
        node = path[-1]
        above = path[-2] if len(path) > 1 else None
        twin = graph.create("transform", call.get("name") or scene.free_name(node.name), above)
        for key, held in node.values.items():
            if not Plug(twin, *key).array:
                scene.put(twin.values, key, held)
        for child in node.ordered_children():
            scene.attach(child, twin)
        made.append(twin)
    graph.select(*made)
    scene.touched()
    return [names.name(node) for node in made]
