"""Files of the double: JSON behind a line of comment. It is no Maya ASCII, and says so in its first line."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

from . import defaults, graph, keys, node_types, nurbs, plugins
from .attributes import Attribute
from .components import Component
from .nodes import Node, Plug
from .polygons.data import ColorSet, MeshData, UVSet
from .scene import scene

HEADER = "//Maya ASCII scene of Scenewire's double of Maya: JSON, which no Maya reads\n"
SAVED = ("range", "animation_range", "linear", "angle", "time_unit", "up", "time")


def write(path: Path, nodes: list[Node]) -> None:
    """Saves nodes with the connections among them and to Maya's own nodes."""
    chosen = {node: n for n, node in enumerate(nodes)}
    data = {
        "settings": {name: scene.get(name) for name in SAVED},
        "info": scene.info,
        "namespaces": [name for name in scene.namespaces if name not in ("", "UI", "shared")],
        "nodes": [dumped(node, chosen) for node in nodes],
        "references": scene.settings.get("references", {}),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER + json.dumps(data, default=encode), encoding="utf-8")


def dumped(node: Node, chosen: dict[Node, int]) -> dict[str, Any]:
    """One node."""
    mine = bool(node.facts.get("default")) or node.name in defaults.FREE
    return {
        "type": node.facts.get("unknown", node.kind),
        "name": node.name,
        "uuid": node.uuid,
        "default": mine,
        "locked": bool(node.facts.get("locked")),
        "parents": [
            None if p is None else chosen.get(p, p.name) for p in sorted(node.parents, key=node.parents.__getitem__)
        ],
        "added": [dataclasses.asdict(spec) for spec in node.added.values()],
        "aliases": [[name, *key] for name, key in node.aliases.items()],
        "values": [[*key, packed(held)] for key, held in node.values.items()],
        "marks": [[*key, on] for key, on in node.marks.items()],
        "inputs": [
            [*key, chosen.get(s.node, s.node.name), s.attr, s.index]
            for key, s in node.inputs.items()
            if s.node in chosen or s.node.facts.get("default")
        ],
    }


def encode(value: Any) -> Any:
    """What JSON has no word for."""
    if isinstance(value, MeshData):
        return {
            "$mesh": {
                "points": value.points,
                "faces": value.faces,
                "edges": value.edges,
                "hard": sorted(value.hard),
                "uvs": {n: [s.points, s.faces] for n, s in value.uvs.items()},
                "colors": {
                    n: [c.representation, c.clamped, [[*k, v] for k, v in c.colors.items()]]
                    for n, c in value.colors.items()
                },
                "creases": [[*k, v] for k, v in value.creases.items()],
                "vertex_creases": list(value.vertex_creases.items()),
                "normals": [[*k, v] for k, v in value.normals.items()],
            }
        }
    if isinstance(value, (nurbs.Curve, nurbs.Surface)):
        return {"$" + type(value).__name__: dataclasses.asdict(value)}
    raise TypeError(f"{type(value).__name__} in a file")


def packed(value: Any) -> Any:
    """Named tuples and keys as JSON keeps them apart from plain tuples."""
    if isinstance(value, Component):
        return {"$component": [value.kind, value.indices]}
    if isinstance(value, tuple) and value and isinstance(value[0], keys.Key):
        return {"$keys": [dataclasses.asdict(key) for key in value]}
    return value


def decode(value: Any) -> Any:
    """The other way."""
    if isinstance(value, list):
        return tuple(decode(one) for one in value)
    if not isinstance(value, dict):
        return value
    if "$mesh" in value:
        d = value["$mesh"]
        tuples = decode
        return MeshData(
            tuples(d["points"]),
            tuples(d["faces"]),
            {n: UVSet(tuples(p), tuples(f)) for n, (p, f) in d["uvs"].items()},
            {n: ColorSet(r, c, {(f, v): tuples(rgb) for f, v, rgb in rows}) for n, (r, c, rows) in d["colors"].items()},
            tuples(d["edges"]),
            frozenset(tuples(d["hard"])),
            {(a, b): c for a, b, c in d["creases"]},
            {int(v): c for v, c in d["vertex_creases"]},
            {(f, v): tuples(n) for f, v, n in d["normals"]},
        )
    for kind in (nurbs.Curve, nurbs.Surface):
        if "$" + kind.__name__ in value:
            return kind(**{name: decode(part) for name, part in value["$" + kind.__name__].items()})
    if "$component" in value:
        return Component(value["$component"][0], decode(value["$component"][1]))
    if "$keys" in value:
        return tuple(keys.Key(**{name: decode(part) for name, part in key.items()}) for key in value["$keys"])
    return value


def read(path: Path) -> dict[str, Any]:
    """The data of a file of the double."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if not text.startswith(HEADER):
        raise RuntimeError(f"Error reading file. {path} is no file of Scenewire's Maya double.")
    found: dict[str, Any] = json.loads(text[len(HEADER) :])
    return found


def bring(data: dict[str, Any], namespace: str = "", reference: str = "", same_ids: bool = False) -> list[Node]:
    """Makes the nodes of a file; Maya's own ones are those of this scene."""
    made: list[Node] = []
    fresh: list[Node] = []
    for entry in data["nodes"]:
        existing = scene.names.get(entry["name"], {})
        if entry["default"] and existing:
            made.append(next(iter(existing)))
            continue
        made.append(fresh_node(entry, namespace, same_ids))
        fresh.append(made[-1])
    for node, entry in zip(made, data["nodes"]):
        if node.dag and node in fresh:
            for parent in entry["parents"]:
                owner = None if parent is None else lead(parent, made)
                scene.attach(node, owner)
            graph_names(node)
    for node, entry in zip(made, data["nodes"]):
        for attr, index, source, source_attr, source_index in entry["inputs"]:
            origin = lead(source, made)
            if origin is None or node.spec(attr) is None:
                continue
            target = Plug(node, attr, tuple(index))
            if node in fresh:
                scene.connect(Plug(origin, source_attr, tuple(source_index)), target)
            elif target.spec.multi and origin in fresh:
                # Into a list of Maya's own, where there is room.
                scene.connect(
                    Plug(origin, source_attr, tuple(source_index)),
                    graph.next_free(target._replace(index=target.index[:-1])),
                )
    if reference:
        for node in fresh:
            scene.put(node.facts, "reference", reference)
    return fresh


def fresh_node(entry: dict[str, Any], namespace: str, same_ids: bool) -> Node:
    """One node of a file, not yet in the DAG."""
    kind, identifier = entry["type"], entry["uuid"] if same_ids and entry["uuid"] not in scene.uuids else ""
    plugins.require(kind)
    if node_types.modelled(kind):
        node = Node(kind, identifier)
    else:
        # Of a plug-in that is not there: Maya keeps what the file says of it.
        node = Node("unknownDag" if entry["parents"] else "unknown", identifier)
        node.facts["unknown"] = kind
    space, _, bare = entry["name"].rpartition(":")
    full = ":".join(part for part in (namespace, space) if part)
    ensure(full)
    node.facts["name"] = scene.free_name(bare, full) if not node.dag else f"{full}:{bare}" if full else bare
    node.facts["locked"] = entry["locked"]
    node.added = {
        spec["long"]: Attribute(**{**spec, "enum": tuple(map(tuple, spec["enum"]))}) for spec in entry["added"]
    }
    node.aliases = {name: (attr, tuple(index)) for name, attr, index in entry["aliases"]}
    node.values = {(attr, tuple(index)): decode(held) for attr, index, held in entry["values"]}
    node.marks = {(attr, tuple(index), mark): on for attr, index, mark, on in entry["marks"]}
    scene.restore(node)
    scene.tell("added", node)
    return node


def graph_names(node: Node) -> None:
    """A free name among the siblings."""
    for parent in node.parents:
        siblings = scene.roots if parent is None else parent.children
        clash = any(other is not node and other.name == node.name for other in siblings)
        if clash or any(not other.dag for other in scene.names[node.name]):
            space, _, bare = node.name.rpartition(":")
            scene.rename(node, scene.free_name(bare, space))
            return


def lead(which: Any, made: list[Node]) -> Node | None:
    """A node of the file by number, or one of Maya's own by name."""
    if isinstance(which, int):
        return made[which]
    return next(iter(scene.names.get(which, {})), None)


def ensure(namespace: str) -> None:
    """Makes a namespace with those above it."""
    parts = namespace.split(":") if namespace else []
    for n in range(len(parts)):
        name = ":".join(parts[: n + 1])
        if name not in scene.namespaces:
            scene.put(scene.namespaces, name, len(scene.namespaces))


def saved_nodes() -> list[Node]:
    """What a scene saves: all but what is of referenced files."""
    return [node for node in scene.ordered() if not node.facts.get("reference")]
