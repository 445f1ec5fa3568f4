"""`sets`. Source: this command in Autodesk's reference."""

from __future__ import annotations

from typing import Any

from .. import defaults, graph, names, sets
from ..calls import Call, command
from ..components import Item
from ..nodes import Node
from ..scene import scene
from . import arguments

CREATE = "name empty text renderable noSurfaceShader addElement remove include forceElement isMember isIntersecting subtract union"
CREATE += " intersection flatten clear noWarnings vertices edges facets editPoints layer color split anyMember copy size nodesOnly"
RESTRICTIONS = {
    "vertices": "verticesOnlySet",
    "edges": "edgesOnlySet",
    "facets": "facetsOnlySet",
    "editPoints": "editPointsOnlySet",
}
KINDS = {"verticesOnlySet": "vtx", "edgesOnlySet": "e", "facetsOnlySet": "f", "editPointsOnlySet": "ep"}


@command(
    "sets",
    create=CREATE,
    query="text renderable noSurfaceShader size nodesOnly vertices edges facets layer color",
    edit=CREATE,
)
def set_command(call: Call) -> Any:
    """Makes, fills, empties and asks sets."""
    if call.query:
        return query(call)
    for flag, work in (("addElement", sets.add), ("include", sets.add), ("forceElement", sets.force)):
        if call.get(flag):
            return fill(call, names.one_node(call.get(flag)), work)
    if call.get("remove"):
        group = names.one_node(call.get("remove"))
        for item in arguments.items(call, needed=False):
            for one in sets.target_of(item, group.kind == "shadingEngine"):
                sets.take(group, one)
        scene.touched()
        return names.name(group)
    if call.get("clear"):
        group = names.one_node(call.get("clear"))
        for item in sets.members(group):
            sets.take(group, item)
        return names.name(group)
    for flag in ("isMember", "anyMember"):
        if call.get(flag):
            held = cover(sets.members(names.one_node(call.get(flag))))
            asked = cover(arguments.items(call))
            return asked <= held if flag == "isMember" else bool(asked & held)
    for flag in ("isIntersecting", "union", "intersection", "subtract"):
        if call.get(flag):
            return algebra(call, flag)
    return create(call)


def cover(found: list[Item]) -> set[tuple[Any, ...]]:
    """Items as single things that can be compared."""
    flat: set[tuple[Any, ...]] = set()
    for item in found:
        if item.component is None:
            flat.add((item.path, item.plug))
        else:
            flat.update((item.path, item.component.kind, index) for index in item.component.indices)
    return flat


def algebra(call: Call, flag: str) -> Any:
    """What two sets have in common, or together."""
    first = sets.members(names.one_node(call.get(flag)))
    other = [item for text in call.strings() for item in sets.members(names.one_node(text))]
    one, two = cover(first), cover(other)
    if flag == "isIntersecting":
        return bool(one & two)
    if flag == "union":
        chosen = [*other, *(item for item in first if not cover([item]) <= two)]
    elif flag == "intersection":
        chosen = [item for item in first if cover([item]) <= two]
    else:
        chosen = [item for item in first if not cover([item]) & two]
    return [text for item in chosen for text in names.of_item(item)]


def create(call: Call) -> str:
    """A new set of what is named or selected."""
    rendering = call.has("renderable")
    found = [] if call.has("empty") else arguments.items(call, needed=False)
    made = graph.create("shadingEngine" if rendering else "objectSet", call.get("name") or "set#")
    if call.get("text"):
        scene.write(made.plug("annotation"), call.get("text"))
    for flag, attr in RESTRICTIONS.items():
        if call.has(flag):
            scene.write(made.plug(attr), True)
    if rendering:
        defaults.join_partition(made)
        info = scene.add("materialInfo", scene.free_name("materialInfo#"))
        scene.connect(made.plug("message"), info.plug("shadingGroup"))
    for item in found:
        for one in restricted(made, item):
            add(made, one, sets.force if rendering else sets.add)
    scene.touched()
    return names.name(made)


def restricted(group: Node, item: Item) -> list[Item]:
    """What becomes a member of a set that takes one kind of components only."""
    kind = next((kind for attr, kind in KINDS.items() if group.values.get((attr, ()))), None)
    if kind is None:
        return [item]
    from .. import components
    from ..polygons.convert import convert

    path = arguments.shape_of(item.path, "controlPoint")
    if path is None:
        return []
    word = "cv" if path[-1].kind.startswith("nurbs") and kind == "vtx" else kind
    part = item.component or components.parse(path[-1], f"{word}[*]")
    if part is not None and part.kind != word and path[-1].kind == "mesh":
        part = convert(path[-1], part, word)
    return [Item(path, None, part)] if part is not None else []


def add(group: Node, item: Item, work: Any) -> None:
    """Makes an item a member, a transform by its shapes where the set is for rendering."""
    for one in sets.target_of(item, group.kind == "shadingEngine"):
        if one.node is group:
            raise RuntimeError(f"Cannot add set '{group.name}' to itself.")
        work(group, one)


def fill(call: Call, group: Node, work: Any) -> str:
    """Makes what is named or selected members of a set that is there."""
    if not sets.is_set(group):
        raise RuntimeError(f"'{group.name}' is not a set.")
    if group.facts.get("locked"):
        raise RuntimeError(f"Cannot add to locked set '{group.name}'.")
    for item in arguments.items(call, needed=False):
        if (
            group.kind == "shadingEngine"
            and work is sets.add
            and any(
                sets.connection(other, one) for other in sets.exclusive(group) for one in sets.target_of(item, True)
            )
        ):
            raise RuntimeError(
                f"Cannot add the requested items to the set '{group.name}': they are in another set of its partition."
            )
        for one in restricted(group, item):
            add(group, one, work)
    scene.touched()
    return names.name(group)


def query(call: Call) -> Any:
    """The members, or a property."""
    group = names.one_node(call.strings()[0]) if call.args else arguments.nodes(call)[0]
    if not sets.is_set(group):
        raise RuntimeError(f"'{group.name}' is not a set.")
    if call.has("text"):
        return scene.stored(group.plug("annotation")) or ""
    if call.has("renderable"):
        return group.kind == "shadingEngine"
    if call.has("noSurfaceShader", "layer"):
        return False
    if call.has("color"):
        return int(scene.stored(group.plug("memberWireframeColor")))
    for flag, attr in RESTRICTIONS.items():
        if call.has(flag):
            return bool(scene.stored(group.plug(attr)))
    texts = [text for item in sets.members(group) for text in names.of_item(item)]
    if call.has("size"):
        return len(cover(sets.members(group)))
    if call.has("nodesOnly"):
        texts = list(dict.fromkeys(names.short(item.path) for item in sets.members(group)))
    return texts or None


@command("listSets", create="object type extendToShape allSets")
def list_sets(call: Call) -> list[str] | None:
    """The sets that an object is in; rendering sets are type 1."""
    if call.has("allSets"):
        return [names.name(node) for node in scene.of_type("objectSet")]
    node = names.one_node(call.get("object"))
    found = sets.holding(node)
    if call.has("extendToShape"):
        found += [group for path in names.shapes_below(names.path(node)) for group in sets.holding(path[-1])]
    if call.get("type") == 1:
        found = [group for group in found if group.kind == "shadingEngine"]
    elif call.get("type") == 2:
        found = [group for group in found if group.kind != "shadingEngine"]
    return [names.name(group) for group in dict.fromkeys(found)] or None
