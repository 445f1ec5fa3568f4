"""Connections: `connectAttr`, `disconnectAttr`, `listConnections`, `listHistory` and what asks about them.

Source: these commands in Autodesk's reference.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from maya_double import graph, names
from maya_double.calls import Call, command
from maya_double.names import Path
from maya_double.nodes import Node, Plug
from maya_double.scene import below, scene
from maya_double.shapes import GEOMETRY

from . import arguments
from .values import locked

CONVERSIONS = ("unitConversion", "timeToUnitConversion", "unitToTimeConversion")
ANGLES, LENGTHS = ("doubleAngle",), ("doubleLinear",)


def end(text: str, which: str) -> Plug:
    """A plug of a connection that is to be."""
    found = names.find(text)
    if len({item.node for item in found}) > 1:
        raise RuntimeError(f"More than one object matches name: {text}")
    plug = found[0].plug if found else None
    if plug is None:
        raise RuntimeError(f"The {which} attribute '{text}' cannot be found.")
    return plug


@command("connectAttr", create="force nextAvailable lock referenceDest")
def connect_attr(call: Call) -> str:
    """Connects two attributes; between angles and other numbers through a conversion of units."""
    first, second = call.strings()
    source, target = end(first, "source"), end(second, "destination")
    if call.has("nextAvailable") and target.spec.multi and target.array:
        target = graph.next_free(target)
    words = f"'{names.of_plug(source)}' to '{names.of_plug(target)}'"
    if not source.spec.readable:
        raise RuntimeError(f"The source attribute '{names.of_plug(source)}' is not readable.")
    if not target.spec.writable:
        raise RuntimeError(f"The destination attribute '{names.of_plug(target)}' is not writable.")
    before = scene.source(target)
    if before == source:
        raise RuntimeError(f"'{names.of_plug(source)}' is already connected to '{names.of_plug(target)}'.")
    if locked(target) or target.node.facts.get("locked"):
        raise RuntimeError(f"The destination attribute '{names.of_plug(target)}' is locked and cannot be connected.")
    if before is not None and not call.has("force"):
        raise RuntimeError(
            f"The destination attribute '{names.of_plug(target)}' already has an incoming "
            f"connection from '{names.of_plug(before)}'."
        )
    if not compatible(source, target):
        raise RuntimeError(
            f"The attribute {words} cannot be connected: data types of source and destination are not compatible."
        )
    join(source, target)
    if call.has("lock"):
        scene.set_mark(target, "locked", True)
    scene.touched()
    return f"Connected {names.of_plug(source)} to {names.of_plug(target)}."


def join(source: Plug, target: Plug) -> None:
    """Connects; a node that turns one unit into the other is put between where needed."""
    sizes = [spec.type for spec in (source.spec, target.spec)]
    plain = ("double", "float", "long", "short", "bool", "enum", "byte")
    if (sizes[0] in ANGLES and sizes[1] in plain) or (sizes[0] in plain and sizes[1] in ANGLES):
        between = scene.add("unitConversion", scene.free_name("unitConversion#"))
        # Angles are degrees outside: what the numbers looked like stays the same.
        scene.write(between.plug("conversionFactor"), 0.017453292519943295 if sizes[1] in ANGLES else 57.29577951308232)
        scene.connect(source, between.plug("input"))
        source = between.plug("output")
    elif "time" in sizes and sizes[0] != sizes[1] and sizes[1] in plain:
        between = scene.add("timeToUnitConversion", scene.free_name("timeToUnitConversion#"))
        # 1/6000 of a second is what Maya counts; frames are what the numbers look like.
        scene.write(between.plug("conversionFactor"), 0.004)
        scene.connect(source, between.plug("input"))
        source = between.plug("output")
    scene.connect(source, target)


def compatible(source: Plug, target: Plug) -> bool:
    """Whether a value of one type can go where the other is."""
    one, other = source.spec, target.spec
    if "generic" in (one.type, other.type) or other.type == "message" or one.type == "message":
        return one.type == other.type or "generic" in (one.type, other.type)
    if one.numeric and other.numeric:
        return True
    if one.compound or other.compound:
        if len(one.children) != len(other.children):
            return False
        return all(compatible(a, b) for a, b in zip(source.children(), target.children()))
    if one.type in ("matrix", "fltMatrix"):
        return other.type in ("matrix", "fltMatrix")
    if one.type in GEOMETRY and other.type in GEOMETRY:
        return "geometry" in (one.type, other.type) or one.type == other.type
    return one.type == other.type


@command("disconnectAttr", create="nextAvailable")
def disconnect_attr(call: Call) -> str:
    """Takes a connection away."""
    first, second = call.strings()
    source, target = end(first, "source"), end(second, "destination")
    if call.has("nextAvailable") and target.array:
        elements = [target.element(number) for number in scene.indices(target)]
        target = next((plug for plug in elements if scene.source(plug) == source), target)
    actual = through(scene.source(target), source)
    if actual is None:
        raise RuntimeError(
            f"There is no connection from '{names.of_plug(source)}' to '{names.of_plug(target)}' to disconnect"
        )
    if locked(target):
        raise RuntimeError(f"The destination attribute '{names.of_plug(target)}' is locked and cannot be disconnected.")
    graph.keep(target)
    scene.disconnect(actual, target)
    if actual.node.kind in CONVERSIONS and not graph.fed_by(actual.node):
        graph.delete([actual.node])
    scene.touched()
    return f"Disconnect {names.of_plug(source)} from {names.of_plug(target)}."


def through(actual: Plug | None, wanted: Plug) -> Plug | None:
    """The source itself, or the conversion that it goes through."""
    if actual == wanted:
        return actual
    if actual is not None and actual.node.kind in CONVERSIONS and scene.source(actual.node.plug("input")) == wanted:
        return actual
    return None


@command("isConnected", create="ignoreUnitConversion")
def is_connected(call: Call) -> bool:
    """Whether one attribute is connected to another."""
    first, second = call.strings()
    source, target = end(first, "source"), end(second, "destination")
    actual = scene.source(target)
    return actual == source or (call.has("ignoreUnitConversion") and through(actual, source) is not None)


LISTING = "source destination plugs connections type exactType skipConversionNodes shapes"


@command("listConnections", create=LISTING)
def list_connections(call: Call) -> list[str] | None:
    """What nodes or attributes are connected to; `None` when to nothing."""
    found: list[tuple[Plug, Plug]] = []
    for item in arguments.items(call, needed=False):
        places = [item.plug] if item.plug is not None else None
        if call.get("source", True) is not False and call.get("source", 1):
            found += [(here, there) for here, there in incoming(item.node, places)]
        if call.get("destination", True):
            found += [(here, there) for here, there in outgoing(item.node, places)]
    texts = []
    for here, there in found:
        there = skipped(here, there) if call.has("skipConversionNodes") else there
        if not there or not fits(call, there.node):
            continue
        if call.has("connections"):
            texts.append(names.of_plug(here))
        owner = owner_of(call, there)
        texts.append(names.of_plug(there) if call.has("plugs") else names.short(owner))
    return texts or None


def owner_of(call: Call, plug: Plug) -> Path:
    """The node as it is listed: of a shape its transform, unless shapes are asked for."""
    path = names.path(plug.node)
    if plug.node.isa("shape") and not call.has("shapes") and len(path) > 1:
        return path[:-1]
    return path


def fits(call: Call, node: Node) -> bool:
    """Whether a node is of the type that was asked for."""
    kind = call.get("type")
    if kind is None:
        return True
    if call.has("exactType"):
        return node.kind == kind
    owners = [parent for parent in node.parents if parent is not None] if node.isa("shape") else []
    return node.isa(kind) or (kind == "transform" and bool(owners) and not call.has("shapes"))


def inside(place: Plug) -> set[str]:
    """The attributes that belong to a plug: itself and what is below."""
    return {place.attr, *below(place)}


def belongs(key: tuple[str, tuple[int, ...]], places: list[Plug] | None) -> bool:
    """Whether a key of a node is one of the places or lies in them."""
    if places is None:
        return True
    return any(key[0] in inside(p) and key[1][: len(p.index)] == p.index for p in places)


def incoming(node: Node, places: list[Plug] | None) -> Iterator[tuple[Plug, Plug]]:
    """(plug here, source) for each connection into a node."""
    for key, source in list(node.inputs.items()):
        if belongs(key, places):
            yield Plug(node, *key), source


def outgoing(node: Node, places: list[Plug] | None) -> Iterator[tuple[Plug, Plug]]:
    """(plug here, target) for each connection out of a node."""
    for key in list(node.outputs):
        if belongs(key, places):
            for target in scene.targets(Plug(node, *key)):
                yield Plug(node, *key), target


def skipped(here: Plug, there: Plug) -> Plug | None:
    """What is behind a conversion of units."""
    if there.node.kind not in CONVERSIONS:
        return there
    if there.attr == "output":
        return scene.source(there.node.plug("input"))
    following = scene.targets(there.node.plug("output"))
    return following[0] if following else None


ASKED = (
    "sourceFromDestination destinationFromSource isSource isDestination isExactSource "
    "isExactDestination isLocked getExactSource"
)
ASKED += " getExactDestination getLockedAncestor"


@command("connectionInfo", create=ASKED)
def connection_info(call: Call) -> Any:
    """One fact about the connections of an attribute."""
    plug = names.one_plug(call.strings()[0])
    source = scene.source(plug)
    above = plug.parent()
    up = scene.source(above) if source is None and above is not None else None
    targets = scene.targets(plug)
    if call.has("sourceFromDestination"):
        if up is not None and above is not None:
            return names.of_plug(up.children()[above.spec.children.index(plug.attr)])
        return names.of_plug(source) if source else ""
    if call.has("destinationFromSource"):
        return [names.of_plug(target) for target in targets]
    if call.has("isLocked"):
        return locked(plug)
    if call.has("isSource", "isExactSource"):
        return bool(targets)
    if call.has("isDestination"):
        return source is not None or up is not None
    if call.has("isExactDestination"):
        return source is not None
    if call.has("getLockedAncestor"):
        return names.of_plug(plug) if locked(plug) else ""
    return names.of_plug(plug) if (source or targets) else ""


@command(
    "listHistory",
    create=(
        "future pruneDagObjects levels leaf interestLevel allConnections breadthFirst groupLevels allFuture allGraphs"
    ),
)
def list_history(call: Call) -> list[str] | None:
    """The nodes upstream, or downstream, of objects, the nearest first."""
    found: dict[Node, None] = {}
    for path in arguments.paths(call):
        start = [one[-1] for one in names.shapes_below(path)[:1]] or [path[-1]]
        walk(call, start, found)
    return [names.name(node) for node in found] or None


def walk(call: Call, start: list[Node], found: dict[Node, None]) -> None:
    """Goes along connections that carry geometry or values, not messages."""
    waiting = [(node, 0) for node in start]
    limit = call.get("levels", 0)
    while waiting:
        node, level = waiting.pop(0)
        if node in found or node.facts.get("default") or node.isa("objectSet"):
            continue
        if not (call.has("pruneDagObjects") and node.dag):
            found[node] = None
        if limit and level >= limit:
            continue
        if call.has("future"):
            following = [t.node for (attr, _), ts in node.outputs.items() if attr != "message" for t in ts]
        else:
            following = [
                source.node for source in node.inputs.values() if source.attr not in ("message", "instObjGroups")
            ]
        waiting += [(other, level + 1) for other in following]
