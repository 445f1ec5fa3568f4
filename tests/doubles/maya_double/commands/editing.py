"""Making and deleting nodes, their names and locks.

Source: `createNode`, `delete`, `rename`, `lockNode`, `duplicate` in Autodesk's command reference.
"""

from __future__ import annotations

from typing import Any

from .. import duplicating, evaluate, graph, names, node_types, shapes
from ..calls import Call, command
from ..nodes import Node
from ..polygons.data import MeshData
from ..scene import scene
from . import arguments


@command("createNode", create="name parent skipSelect shared")
def create_node(call: Call) -> str:
    """A node, which is selected unless one says otherwise."""
    kind = str(call.args[0])
    node_types.check(kind)
    wanted = call.get("name", "")
    if call.has("shared") and wanted and scene.names.get(wanted):
        return str(wanted)
    parent = None
    if call.get("parent") is not None:
        parent = names.one_node(call.get("parent"))
        if not parent.isa("transform"):
            raise RuntimeError(f"'{parent.name}' is no transform and cannot be a parent.")
    node = graph.create(kind, wanted, parent)
    if not call.has("skipSelect"):
        graph.select(node)
    scene.touched()
    return names.name(node)


@command(
    "delete",
    create="constructionHistory channels expressions constraints all attribute unitlessAnimationCurves staticChannels inputConnectionsAndNodes timeAnimationCurves shape",
)
def delete(call: Call) -> None:
    """Deletes objects, or their history, or what drives them."""
    kinds = {"channels": "animCurve", "expressions": "expression", "constraints": "constraint"}
    asked = [flag for flag in (*kinds, "constructionHistory") if call.has(flag)]
    if not asked:
        found = arguments.items(call, needed=False)
        if not found:
            return
        from . import poly_topology

        parts = [item for item in found if item.component is not None]
        if parts:
            poly_topology.delete_components(parts)
        graph.delete(item.node for item in found if item.component is None and item.plug is None)
        scene.touched()
        return
    nodes = scene.ordered() if call.has("all") else arguments.nodes(call, needed=False)
    nodes = [one for node in nodes if node in scene.nodes for one in graph.with_descendants(node)]
    if "constructionHistory" in asked:
        bake(dict.fromkeys(nodes))
    doomed: dict[Node, None] = {}
    for flag in asked:
        if flag in kinds:
            for node in nodes:
                doomed.update(dict.fromkeys(s.node for s in node.inputs.values() if s.node.isa(kinds[flag])))
                if flag == "constraints":
                    doomed.update(dict.fromkeys(c for c in node.children if c.isa("constraint")))
    graph.delete(doomed)
    scene.touched()


def bake(nodes: Any) -> None:
    """Makes what their history gives the shapes' own, and deletes that history."""
    from .. import nurbs

    for node in nodes:
        if node.kind == "mesh" and scene.source(node.plug("inMesh")) is not None:
            made: MeshData = shapes.mesh(node)
            cut(node, "inMesh")
            shapes.store(node, made)
        elif node.kind in ("nurbsCurve", "nurbsSurface") and scene.source(node.plug("create")) is not None:
            held = evaluate.value(node.plug("local"))
            cut(node, "create")
            nurbs.store(node, held)


def cut(node: Node, attr: str) -> None:
    """Takes the history off an input, and the original shape that a deformer kept."""
    source = scene.source(node.plug(attr))
    if source is None:
        return
    originals = [child for parent in node.parents if parent is not None for child in parent.ordered_children()
                 if child is not node and child.values.get(("intermediateObject", ()))]  # fmt: skip
    scene.disconnect(source, node.plug(attr))
    if not graph.fed_by(source.node):
        graph.delete([source.node])
    graph.delete(child for child in originals if child in scene.nodes and not graph.fed_by(child))


@command("rename", create="uuid ignoreShape")
def rename(call: Call) -> str:
    """Another name, with a number when that one is taken."""
    texts = call.strings()
    if call.has("uuid"):
        node = names.one_node(texts[0])
        if scene.uuids.get(texts[-1]) not in (None, node):
            raise RuntimeError("The UUID is in use.")
        scene.drop(scene.uuids, node.uuid)
        scene.put(scene.uuids, texts[-1], node)
        scene.put(node.facts, "uuid", texts[-1])
        return texts[-1]
    if len(texts) == 1:
        selected = arguments.nodes(Call(call.name, (), {}, "create"))
        node = selected[0]
    else:
        found = names.find(texts[0])
        if not found:
            raise RuntimeError("No object matches name: " + texts[0])
        if len({item.node for item in found}) > 1:
            raise RuntimeError("More than one object matches name: " + texts[0])
        node = found[0].node
    graph.rename(node, texts[-1])
    scene.touched()
    return names.name(node)


@command("lockNode", create="lock lockName lockUnpublished ignoreComponents", query="lock lockName lockUnpublished")
def lock_node(call: Call) -> Any:
    """Locks nodes, or says whether they are."""
    nodes = arguments.nodes(call)
    if call.query:
        flag = "name_locked" if call.has("lockName") else "locked"
        return [bool(node.facts.get(flag)) for node in nodes]
    for node in nodes:
        if node.facts.get("reference") and not call.has("ignoreComponents"):
            raise RuntimeError(f"Unable to lock or unlock the referenced node '{node.name}'.")
        for flag, fact in (("lock", "locked"), ("lockName", "name_locked")):
            if call.get(flag) is not None or (flag == "lock" and not call.flags):
                scene.put(node.facts, fact, bool(call.get(flag, True)))
    return [names.name(node) for node in nodes]


@command(
    "duplicate",
    create="name renameChildren returnRootsOnly parentOnly upstreamNodes inputConnections instanceLeaf smartTransform",
)
def duplicate(call: Call) -> list[str]:
    """Copies of objects with all below them."""
    made = duplicating.duplicate(
        arguments.nodes(call),
        name=call.get("name", ""),
        rename_children=call.has("renameChildren"),
        parent_only=call.has("parentOnly"),
        upstream=call.has("upstreamNodes"),
        inputs=call.has("inputConnections"),
    )
    graph.select(*(roots[0] for roots in made))
    scene.touched()
    listed = [node for copies in made for node in (copies[:1] if call.has("returnRootsOnly") else copies)]
    return [names.name(node) for node in listed if not node.isa("shape")]
