"""Node graphs: whose they are and how they are found. A graph inside a material, a world, a light or (before 5.0) a
scene goes by the id of that; a node group, which others share, by its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from scenewire.adapters.blender import graph_versions, versions
from scenewire.adapters.blender.group_sockets import group_sockets, new_socket
from scenewire.adapters.blender.identity import IDENTITY
from scenewire.adapters.blender.naming import checked_name
from scenewire.adapters.blender.nodes import find_node, guard_nodes, node_id
from scenewire.adapters.blender.undo import UNDO
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.references import nearest
from scenewire.errors import (
    AmbiguousNameError,
    ConflictError,
    InvalidParamsError,
    NotFoundError,
    NotSupportedError,
)

#: What we call Blender's kinds of trees.
KINDS = {"shader": "ShaderNodeTree", "geometry": "GeometryNodeTree", "compositor": "CompositorNodeTree"}
_BY_TREE = {tree: kind for kind, tree in KINDS.items()}
#: The kinds of ids, by what has a graph: a world is an environment, and a scene is known by its render settings.
_OWNERS = {"material": "material", "world": "environment", "scene": "render_settings", "group": "graph"}
_OWNER_OF = {kind: owner for owner, kind in _OWNERS.items()}
#: The graph of the scene that is open, by this word.
COMPOSITOR = "compositor"


@dataclass(frozen=True)
class Graph:
    """A node tree, by what its id is of."""

    id: str
    name: str
    #: `material`, `world`, `light`, `scene` or `group`.
    owner: str
    tree: Any

    @property
    def kind(self) -> str:
        """`shader`, `geometry`, `compositor`; Blender's own word for other trees."""
        return kind_of(self.tree)


def kind_of(tree: Any) -> str:
    """What we call the kind of a tree."""
    return _BY_TREE.get(tree.bl_idname) or str(tree.bl_idname)


def every_graph() -> Iterator[Graph]:
    """All graphs of the file that are in use by what owns them."""
    import bpy

    for material in bpy.data.materials:
        if graph_versions.uses_nodes(material):
            yield _of("material", material, material.node_tree)
    for world in bpy.data.worlds:
        if graph_versions.uses_nodes(world):
            yield _of("world", world, world.node_tree)
    for node in bpy.context.scene.objects:
        if node.type == "LIGHT" and graph_versions.uses_nodes(node.data):
            yield Graph(node_id(node), node.name, "light", node.data.node_tree)
    for scene in bpy.data.scenes:
        tree = graph_versions.compositor_tree(scene)
        if tree is not None and tree.is_embedded_data:
            yield _of("scene", scene, tree)
    for group in bpy.data.node_groups:
        yield _of("group", group, group)


def graph_id(group: Any) -> str:
    """The id of a node group."""
    return IDENTITY.of("graph", group)


def _of(owner: str, block: Any, tree: Any) -> Graph:
    return Graph(IDENTITY.of(_OWNERS[owner], block), block.name, owner, tree)


def find_graph(reference: str) -> Graph:
    """The graph of an id or unique name: of what has it, or its own."""
    kind = IDENTITY.kind_of(reference)
    if reference == COMPOSITOR:
        return _compositor()
    if kind == "node":
        return _of_node(find_node(reference))
    if kind in _OWNER_OF:
        return _of_block(_OWNER_OF[kind], IDENTITY.find(kind, reference))
    return _by_name(reference)


def _compositor() -> Graph:
    import bpy

    scene = bpy.context.scene
    tree = graph_versions.compositor_tree(scene)
    if tree is None:
        raise ConflictError(f"`{scene.name}` has no compositor graph", {"path": "graph_id"}, [_MAKE])
    return _of("scene", scene, tree) if tree.is_embedded_data else _of("group", tree, tree)


_MAKE = "make one with create_graphs"


def _of_block(owner: str, block: Any) -> Graph:
    if owner == "group":
        return _of("group", block, block)
    tree = graph_versions.compositor_tree(block) if owner == "scene" else block.node_tree
    if tree is None or (owner != "scene" and not graph_versions.uses_nodes(block)):
        raise ConflictError(f"`{block.name}` does not use nodes", {"path": "graph_id"}, [f"{_MAKE} (`for_id`)"])
    return _of(owner, block, tree) if tree.is_embedded_data else _of("group", tree, tree)


def _of_node(node: Any) -> Graph:
    if node.type == "LIGHT":
        if not graph_versions.uses_nodes(node.data):
            raise ConflictError(f"`{node.name}` does not use nodes", {"path": "graph_id"}, [f"{_MAKE} (`for_id`)"])
        return Graph(node_id(node), node.name, "light", node.data.node_tree)
    groups = [one.node_group for one in node.modifiers if one.type == "NODES" and one.node_group is not None]
    if len(groups) == 1:
        return _of("group", groups[0], groups[0])
    if groups:
        raise _ambiguous(node.name, [_of("group", group, group) for group in groups])
    raise NotFoundError(f"`{node.name}` has no graph", {"path": "graph_id", "name": node.name}, [f"{_MAKE} (`for_id`)"])


def _by_name(name: str) -> Graph:
    import bpy

    candidates = list(every_graph())
    exact = [graph for graph in candidates if graph.name == name]
    if not exact and name in bpy.context.scene.objects:
        return _of_node(bpy.context.scene.objects[name])
    if len(exact) > 1:
        raise _ambiguous(name, exact)
    if exact:
        return exact[0]
    off = next((block for block in (bpy.data.materials.get(name), bpy.data.worlds.get(name)) if block), None)
    if off is not None:
        raise ConflictError(f"`{name}` does not use nodes", {"path": "graph_id"}, [f"{_MAKE} (`for_id`)"])
    near = nearest(name, [graph.name for graph in candidates] + [COMPOSITOR])
    raise NotFoundError(f"no graph is called `{name}`", {"path": "graph_id", "name": name}, near)


def _ambiguous(name: str, graphs: list[Graph]) -> AmbiguousNameError:
    candidates = [{"id": graph.id, "name": graph.name, "owner": graph.owner} for graph in graphs]
    return AmbiguousNameError(
        f"{len(graphs)} graphs answer to `{name}`", {"candidates": candidates}, [graph.id for graph in graphs]
    )


def changeable(reference: str) -> Graph:
    """The graph, when it can be changed; from here on there is something to roll back."""
    graph = find_graph(reference)
    block = graph.tree.id_data if not graph.tree.is_embedded_data else None
    for linked in (block, *_owner_of(graph)):
        if linked is not None and linked.library is not None:
            raise NotSupportedError(
                f"`{graph.name}` is linked from {linked.library.filepath} and cannot be changed here",
                {"id": graph.id, "library": linked.library.filepath},
            )
    UNDO.touch()
    return graph


def _owner_of(graph: Graph) -> list[Any]:
    if graph.owner == "light":
        node = find_node(graph.id)
        return [node, node.data]
    return [] if graph.owner == "group" else [IDENTITY.find(_OWNERS[graph.owner], graph.id)]


def list_graphs(*, job: Job, kind: str | None = None, name: str | None = None) -> Json:
    """What graphs there are, and what uses a group."""
    import fnmatch

    chosen = [
        graph
        for graph in every_graph()
        if (kind is None or graph.kind == kind)
        and (name is None or fnmatch.fnmatchcase(graph.name.lower(), name.lower()))
    ]
    return {"items": [told(graph) for graph in chosen]}


def told(graph: Graph) -> Json:
    """A graph as it is listed."""
    return {
        "id": graph.id,
        "name": graph.name,
        "kind": graph.kind,
        "owner": graph.owner,
        "node_count": len(graph.tree.nodes),
        "link_count": len(graph.tree.links),
        "users": sorted(_users(graph)),
        "sockets": [socket.told() for socket in group_sockets(graph.tree)] if graph.owner == "group" else [],
    }


def _users(graph: Graph) -> set[str]:
    """Names of the objects that show a group by a modifier, and of the graphs that have it inside."""
    import bpy

    if graph.owner != "group":
        return set()
    shown = {
        node.name
        for node in bpy.data.objects
        for one in node.modifiers
        if one.type == "NODES" and one.node_group == graph.tree
    }
    inside = {
        other.name
        for other in every_graph()
        for node in other.tree.nodes
        if getattr(node, "node_tree", None) == graph.tree
    }
    return shown | inside


def create_graphs(*, items: list[Json], job: Job, on_error: str = "fail") -> Json:
    """Makes node groups, and turns nodes on for what has none."""
    guard_nodes([])
    return {"items": [told(_create(item)) for item in items]}


def _create(item: Json) -> Graph:
    kind, reference = item["kind"], item.get("for_id")
    if kind == "shader" and reference is not None:
        return _turn_on(reference, item)
    tree = _new_group(kind, item)
    if kind == "geometry" and reference is not None:
        node = find_node(reference)
        guard_nodes([node])
        modifier = node.modifiers.new(tree.name, "NODES")
        if modifier is None:
            raise NotSupportedError(f"`{node.name}` takes no geometry nodes", {"path": "for_id", "got": reference})
        graph_versions.set_modifier_group(modifier, tree)
    elif kind == "compositor":
        return _compose(tree, item)
    return _of("group", tree, tree)


def _turn_on(reference: str, item: Json) -> Graph:
    """Nodes of a material, world or light."""
    if item.get("sockets") or item.get("name"):
        wrong = "sockets" if item.get("sockets") else "name"
        raise InvalidParamsError("the graph of a material, world or light has none", {"path": wrong})
    kind, block = _shader_owner(reference)
    if block.library is not None:
        raise NotSupportedError(f"`{block.name}` is linked and cannot be changed here", {"path": "for_id"})
    if graph_versions.uses_nodes(block):
        raise ConflictError(f"`{block.name}` has its graph already", {"path": "for_id", "id": reference})
    graph_versions.enable_nodes(block)
    return find_graph(reference) if kind == "light" else _of_block(kind, block)


def _shader_owner(reference: str) -> tuple[str, Any]:
    import bpy

    kind = IDENTITY.kind_of(reference)
    if kind in ("material", "environment"):
        return _OWNER_OF[kind], IDENTITY.find(kind, reference)
    if kind != "node":
        for kind, blocks in (("material", bpy.data.materials), ("world", bpy.data.worlds)):
            if reference in blocks:
                return kind, blocks[reference]
    node = find_node(reference)
    if node.type != "LIGHT":
        raise InvalidParamsError(
            f"`{node.name}` has no shader", {"path": "for_id", "expected": "a material, a world or a light"}
        )
    return "light", node.data


def _new_group(kind: str, item: Json) -> Any:
    import bpy

    tree = bpy.data.node_groups.new(checked_name(item.get("name") or f"{kind.title()} Nodes"), KINDS[kind])
    sockets = item.get("sockets")
    if sockets is None and kind == "geometry":
        sockets = [{"name": "Geometry", "type": "geometry", "direction": way} for way in ("input", "output")]
    for index, socket in enumerate(sockets or ()):
        new_socket(tree, socket["name"], socket["type"], socket["direction"], f"sockets[{index}].type")
    if kind != "compositor" or versions.at_least(5, 0):
        start, end = tree.nodes.new("NodeGroupInput"), tree.nodes.new("NodeGroupOutput")
        start.location, end.location = (-200, 0), (200, 0)
        if kind == "geometry" and item.get("sockets") is None:
            tree.links.new(end.inputs[0], start.outputs[0])
            graph_versions.mark_as_modifier(tree)
    return tree


def _compose(tree: Any, item: Json) -> Graph:
    """What the scene composites with: a group from 5.0 on, a graph of its own before."""
    import bpy

    if item.get("for_id") not in (None, COMPOSITOR):
        raise InvalidParamsError("a compositor is the scene's", {"path": "for_id", "expected": COMPOSITOR})
    if item.get("for_id") is None:
        return _of("group", tree, tree)
    if versions.at_least(5, 0):
        bpy.context.scene.compositing_node_group = tree
        return _of("group", tree, tree)
    bpy.data.node_groups.remove(tree)
    bpy.context.scene.use_nodes = True
    return _compositor()
