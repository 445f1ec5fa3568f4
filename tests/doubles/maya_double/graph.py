"""What makes, deletes and moves nodes as Maya does it: default names, shapes with their transforms, what goes along.

Source: `createNode`, `delete`, `rename`, `parent` in Autodesk's command reference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from . import linear, names, transforms
from .components import Item
from .evaluate import computes, value
from .names import Path
from .nodes import Node, Plug
from .scene import scene

#: Type of a shape -> the name that its transform gets, where that is not the type's.
BASES = {"nurbsCurve": "curve", "mesh": "polySurface", "nurbsSurface": "surface", "bezierCurve": "bezier"}
#: Nodes that go with the last node that they fed.
HISTORY = (
    "polyBase",
    "geometryFilter",
    "animCurve",
    "groupId",
    "groupParts",
    "unitConversion",
    "abstractBaseCreate",
    "deleteComponent",
    "transformGeometry",
    "animBlendNodeBase",
    "ikEffector",
    "dagPose",
    "rebuildCurve",
)


def create(kind: str, name: str = "", parent: Node | None = None) -> Node:
    """A node by the rules of `createNode`: a shape without a parent gets a transform."""
    base = BASES.get(kind, kind)
    space, bare = split_namespace(name)
    probe = Node(kind)
    if probe.isa("shape"):
        if parent is None:
            parent = scene.add("transform", unique(f"{base}#"))
        fallback = shape_name(parent.name.rpartition(":")[2])
    else:
        fallback = f"{base}#"
    return scene.add(kind, unique(bare or fallback, space, parent if probe.dag else None, bool(bare)), parent)


def split_namespace(name: str) -> tuple[str | None, str]:
    """The namespace of a wanted name, if it has one, made where it is not there, and the name in it."""
    space, colon, bare = name.rpartition(":")
    if not colon:
        return None, name
    space = space.lstrip(":")
    if space and not name.startswith(":"):
        current = scene.get("namespace")
        inside = f"{current}:{space}" if current else space
        space = inside if inside in scene.namespaces else space
    if space not in scene.namespaces:
        # "If the namespace doesn't exist, we will create the namespace": the flag `name` of `createNode`.
        for count in range(space.count(":") + 1):
            part = ":".join(space.split(":")[: count + 1])
            if part not in scene.namespaces:
                scene.put(scene.namespaces, part, len(scene.namespaces))
    return space, bare


def unique(base: str, space: str | None = None, parent: Node | None = None, given: bool = False) -> str:
    """A free name. One that the caller gave is free already where only other parents have children of it."""
    base = legal(base)
    if given and "#" not in base:
        prefix = scene.get("namespace") if space is None else space
        wanted = f"{prefix}:{base}" if prefix else base
        taken = scene.names.get(wanted, {})
        if all(node.dag and parent not in node.parents for node in taken):
            return wanted
    return scene.free_name(base, space)


def legal(name: str) -> str:
    """A name without the characters that Maya puts an underscore for."""
    kept = re.sub(r"[^\w#]", "_", name, flags=re.ASCII)
    return f"_{kept}" if kept[:1].isdigit() else kept


def shape_name(transform: str) -> str:
    """The name of a transform's shape: the number moves to the end."""
    stem, number = re.fullmatch(r"(.*?)(\d*)", transform).groups()  # type: ignore[union-attr]
    return f"{stem}Shape{number}"


def rename(node: Node, wanted: str) -> str:
    """Renames a node, with a number when the name is taken; the name of a shape follows its transform's."""
    guard(node, "rename")
    if not wanted.strip(":") or wanted.strip("0123456789") == "":
        raise RuntimeError("New name has no legal characters.")
    space, bare = split_namespace(wanted)
    if space is None:
        space = scene.get("namespace")
    before = node.name
    parent = next(iter(node.parents), None)
    scene.rename(node, free_for(node, bare, space, parent))
    if node.isa("transform"):
        for shape in node.ordered_children():
            old = before.rpartition(":")[2]
            if shape.isa("shape") and shape.name.rpartition(":")[2] == shape_name(old):
                scene.rename(shape, free_for(shape, shape_name(node.name.rpartition(":")[2]), space, node))
    return node.name


def free_for(node: Node, bare: str, space: str, parent: Node | None) -> str:
    """The name that a node can have: its own is free for it."""
    wanted = legal(bare)
    full = f"{space}:{wanted}" if space else wanted
    if full == node.name:
        return full
    if node.dag and all(other.dag and parent not in other.parents for other in scene.names.get(full, {})):
        return full
    return scene.free_name(wanted, space, node)


def guard(node: Node, verb: str) -> None:
    """Refuses what a locked, referenced or default node does not let anybody do."""
    if node.facts.get("locked"):
        raise RuntimeError(
            f"Cannot {verb} locked node '{node.name}'." if verb != "rename" else "Cannot rename a locked node."
        )
    if node.facts.get("reference"):
        text = (
            "Cannot rename a read only node."
            if verb == "rename"
            else f"Object '{node.name}' is from a referenced file, and thus is read-only."
        )
        raise RuntimeError(text)
    if node.facts.get("default"):
        if verb == "rename":
            raise RuntimeError("Cannot rename a read only node.")
        raise RuntimeError(f"Cannot {verb} read-only node '{node.name}'.")


def delete(nodes: Iterable[Node]) -> None:
    """Deletes nodes with all below them, and what only they kept."""
    doomed = dict.fromkeys(below for node in nodes if node in scene.nodes for below in with_descendants(node))
    for node in doomed:
        guard(node, "delete")
    for node in doomed:
        if node in scene.nodes:
            remove(node)


def with_descendants(node: Node) -> list[Node]:
    """A node and all below it, the lowest first."""
    found = []
    for child in node.ordered_children():
        # An instance stays for as long as another parent has it.
        if len(child.parents) == 1:
            found += with_descendants(child)
    return [*found, node]


def keep(target: Plug) -> None:
    """A number stays what it was while it was connected: it is what its data block holds."""
    for plug in (target, *target.children()):
        if plug.spec.numeric and not plug.array and not plug.spec.children:
            scene.write(plug, value(plug))


def remove(node: Node) -> None:
    """Takes one node away, and then what nothing needs any more."""
    if node.isa("animCurve") or node.isa("expression") or node.isa("mute"):
        for target in [target for targets in node.outputs.values() for target in targets]:
            keep(target)
    feeders = dict.fromkeys(source.node for source in node.inputs.values())
    fed = dict.fromkeys(target.node for targets in node.outputs.values() for target in targets)
    for child in node.ordered_children():
        scene.detach(child, node)
    scene.remove(node)
    for other in feeders:
        kept = other.facts.get("locked") or other.facts.get("reference") or fed_by(other)
        if other in scene.nodes and any(other.isa(kind) for kind in HISTORY) and not kept:
            remove(other)
    for other in fed:
        if other in scene.nodes and left_empty(other):
            delete([other])


def fed_by(node: Node) -> bool:
    """Whether anything takes what a node gives; messages do not count."""
    return any(targets for (attr, _), targets in node.outputs.items() if attr != "message")


def left_empty(node: Node) -> bool:
    """Whether a node has lost what it was for: a set its last member, a constraint its last target, a deformer
    its shape.
    """
    if node.facts.get("default") or node.facts.get("locked"):
        return False
    if node.kind == "objectSet":
        return not any(attr in ("dagSetMembers", "dnSetMembers") for attr, _ in node.inputs)
    if node.isa("constraint"):
        return not any(
            source.node is not node and attr in TARGET_ATTRIBUTES for (attr, _), source in node.inputs.items()
        )
    if node.isa("geometryFilter"):
        return not any(attr == "inputGeometry" for attr, _ in node.inputs)
    return node.isa("unitConversion") and not node.inputs


TARGET_ATTRIBUTES = ("targetTranslate", "targetRotate", "targetScale", "targetParentMatrix", "targetGeometry")


def reparent(node: Node, before: Node | None, parent: Node | None, relative: bool, old: Path) -> None:
    """Moves a node of the DAG below another parent; unless it is relative, it stays where it is in the world."""
    if parent is not None and parent in with_ancestors(names.path(parent)) and node in names.path(parent):
        raise RuntimeError("Cannot parent an object to one of its children.")
    was = transforms.world(old)
    scene.detach(node, before)
    bare = node.name.rpartition(":")[2]
    space = node.name.rpartition(":")[0]
    if any(other is not node and other.dag and parent in other.parents for other in scene.names.get(node.name, {})):
        scene.rename(node, scene.free_name(bare, space))
    scene.attach(node, parent)
    if not relative and node.isa("transform"):
        keep_in_world(node, was)
    refresh_selection()
    scene.tell("reparented", node)


def with_ancestors(path: Path) -> Sequence[Node]:
    """The nodes of a path."""
    return path


def keep_in_world(node: Node, was: linear.Matrix) -> None:
    """Sets a node's transform so that it is where it was; of a joint the orient takes the turn, not the rotation."""
    path = names.path(node)
    above = transforms.above(path)
    wanted = linear.times(was, linear.inverse(above))
    if linear.same(transforms.local(node), wanted, 1e-12):
        return
    if node.isa("joint"):
        turned = linear.parts(wanted).rotation
        spin = linear.rotation(transforms.vector(node.plug("rotate")), int(transforms.number(node.plug("rotateOrder"))))
        axis = linear.rotation(transforms.vector(node.plug("rotateAxis")))
        orient = linear.product(linear.inverse(spin), linear.inverse(axis), turned)
        transforms.write(node, "jointOrient", linear.euler(orient))
    transforms.place(node, wanted)


def refresh_selection() -> None:
    """Paths in the selection as they are now."""
    fresh = tuple(item._replace(path=names.path(item.node)) for item in scene.selection() if item.node in scene.nodes)
    if fresh != scene.selection():
        scene.set("selection", fresh)


def select(*nodes: Node) -> None:
    """Makes nodes the selection."""
    scene.select(Item(names.path(node)) for node in nodes)


def next_free(plug: Plug) -> Plug:
    """The first element of a multi that has neither value nor connection."""
    taken = set(scene.indices(plug))
    return plug.element(next(number for number in range(len(taken) + 1) if number not in taken))


@computes("groupId", "groupId")
def _group_id(plug: Plug) -> int:
    return scene.nodes.get(plug.node, 0)
