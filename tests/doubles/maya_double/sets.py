"""Membership of sets: connections, as Maya keeps it.

A whole DAG object is connected by its `instObjGroups`, components by an element of `objectGroups` that lists them, any
other node by its message. Source: the node `objectSet` and the command `sets` in Autodesk's reference.
"""

from __future__ import annotations

from . import components, graph
from .components import Component, Item
from .names import Path, path, paths
from .nodes import Node, Plug
from .scene import scene


def join(partition: Node, group: Node) -> None:
    """Puts a set into a partition."""
    scene.connect(group.plug("partition"), graph.next_free(partition.plug("sets")))


def is_set(node: Node) -> bool:
    """Whether a node is a set of any sort."""
    return node.isa("objectSet")


def members(group: Node) -> list[Item]:
    """The members of a set, in the order in which they joined."""
    found = []
    for attr in ("dagSetMembers", "dnSetMembers"):
        for number in scene.indices(group.plug(attr)):
            source = scene.source(group.plug(attr, number))
            if source is not None:
                found += item_of(source)
    return found


def item_of(source: Plug) -> list[Item]:
    """What a connected plug stands for."""
    if source.attr == "message" or not source.node.dag:
        return [Item(path(source.node), None if source.attr == "message" else source)]
    every = paths(source.node)
    owner = every[source.index[0] if source.index and source.index[0] < len(every) else 0]
    if source.attr == "objectGroups":
        listed = source.node.values.get(("objectGrpCompList", source.index))
        return [Item(owner, None, listed)] if isinstance(listed, Component) and listed.indices else []
    if source.attr == "instObjGroups":
        return [Item(owner)]
    return [Item(owner, source)]


def target_of(item: Item, rendering: bool) -> list[Item]:
    """What really becomes a member: of a transform in a shading group its shapes."""
    if item.component is not None or item.plug is not None or not item.node.dag:
        return [item]
    if rendering and item.node.isa("transform"):
        return [
            inner
            for child in item.node.ordered_children()
            for inner in target_of(Item((*item.path, child)), True)
            if not child.values.get(("intermediateObject", ()))
        ]
    return [item] if not rendering or item.node.isa("shape") else []


def connection(group: Node, item: Item) -> Plug | None:
    """The plug by which an item as a whole is a member, or nothing."""
    for attr in ("dagSetMembers", "dnSetMembers"):
        for number in scene.indices(group.plug(attr)):
            source = scene.source(group.plug(attr, number))
            if source is None or source.node is not item.node:
                continue
            same = item_of(source)
            if item.component is not None and source.attr == "objectGroups" and same[:1]:
                held = same[0].component
                if held is not None and held.kind == item.component.kind and same[0].path == item.path:
                    return group.plug(attr, number)
            elif item.component is None and same and same[0].component is None and same[0][:2] == item[:2]:
                return group.plug(attr, number)
    return None


def add(group: Node, item: Item) -> None:
    """Makes something a member."""
    target = connection(group, item)
    if item.component is not None:
        if target is not None:
            source = scene.source(target)
            assert source is not None
            held = source.node.values[("objectGrpCompList", source.index)]
            merged = dict.fromkeys((*held.indices, *item.component.indices))
            listed(source, Component(held.kind, tuple(sorted(merged))))
            return
        source = graph.next_free(Plug(item.node, "objectGroups", (instance(item.path),)))
        listed(source, item.component)
        scene.connect(source, graph.next_free(group.plug("dagSetMembers")))
        number = scene.add("groupId", scene.free_name("groupId#"))
        scene.connect(number.plug("groupId"), Plug(item.node, "objectGroupId", source.index))
        scene.connect(number.plug("message"), graph.next_free(group.plug("groupNodes")))
        return
    if target is not None:
        return
    if item.plug is not None:
        scene.connect(item.plug, graph.next_free(group.plug("dnSetMembers")))
    elif item.node.dag:
        whole = Plug(item.node, "instObjGroups", (instance(item.path),))
        scene.connect(whole, graph.next_free(group.plug("dagSetMembers")))
    else:
        scene.connect(item.node.plug("message"), graph.next_free(group.plug("dnSetMembers")))


def listed(source: Plug, component: Component) -> None:
    """Writes which components an object group has."""
    scene.put(source.node.values, ("objectGrpCompList", source.index), component)


def instance(of: Path) -> int:
    """Which instance of its node a path is."""
    every = paths(of[-1])
    return every.index(of) if of in every else 0


def take(group: Node, item: Item) -> bool:
    """Takes something out of a set; whether it was in it."""
    target = connection(group, item)
    if target is None:
        return False
    source = scene.source(target)
    assert source is not None
    if item.component is not None:
        held = source.node.values[("objectGrpCompList", source.index)]
        left = tuple(index for index in held.indices if index not in set(item.component.indices))
        listed(source, Component(held.kind, left))
        if left:
            return True
        drop_group(source)
    scene.disconnect(source, target)
    return True


def drop_group(source: Plug) -> None:
    """Takes the object group of components away, with its number."""
    scene.drop(source.node.values, ("objectGrpCompList", source.index))
    number = scene.source(Plug(source.node, "objectGroupId", source.index))
    if number is not None:
        scene.remove(number.node)


def exclusive(group: Node) -> list[Node]:
    """The other sets of a set's partition."""
    targets = scene.targets(group.plug("partition"))
    if not targets:
        return []
    partition = targets[0].node
    every = [scene.source(partition.plug("sets", number)) for number in scene.indices(partition.plug("sets"))]
    return [plug.node for plug in every if plug is not None and plug.node is not group]


def force(group: Node, item: Item) -> None:
    """Makes something a member, and takes it out of the sets that exclude this one; faces out of a whole object."""
    for other in exclusive(group):
        shape = Item(item.path)
        if item.component is None:
            for held in [one for one in members(other) if one.path == item.path]:
                take(other, held)
        elif take(other, shape):
            rest = components.parse(item.node, f"{item.component.kind}[*]")
            left = tuple(i for i in rest.indices if i not in set(item.component.indices)) if rest else ()
            if left:
                add(other, Item(item.path, None, Component(item.component.kind, left)))
        else:
            take(other, item)
    add(group, item)


def holding(node: Node) -> list[Node]:
    """The sets that a node, or components of it, are members of."""
    found: dict[Node, None] = {}
    for (attr, _), targets in node.outputs.items():
        if attr in ("instObjGroups", "objectGroups", "message"):
            for target in targets:
                if target.attr in ("dagSetMembers", "dnSetMembers"):
                    found[target.node] = None
    return list(found)
