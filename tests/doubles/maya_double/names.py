"""Names: paths of the DAG, short names, wildcards, plugs and components in words.

Source: "Path names", "ls" and "Namespaces" in Autodesk's reference. A name that fits several nodes has to be written
as a path; Maya's own words for both mistakes are raised here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import components, node_types
from .attributes import Attribute
from .components import Item
from .nodes import Node, Plug
from .scene import scene

Path = tuple[Node, ...]


def paths(node: Node) -> list[Path]:
    """All paths from below the world to a node; of a DG node just itself."""
    if not node.dag:
        return [(node,)]
    found: list[Path] = []
    for parent in sorted(node.parents, key=node.parents.__getitem__):
        found += [(node,)] if parent is None else [(*above, node) for above in paths(parent)]
    return found or [(node,)]


def path(node: Node) -> Path:
    """The first path to a node."""
    return paths(node)[0]


def full(of: Path) -> str:
    """The full name: `|group1|pCube1`, of a DG node its name."""
    return "|" + "|".join(node.name for node in of) if of[-1].dag else of[-1].name


def short(of: Path) -> str:
    """The shortest name that leads to this path alone."""
    node = of[-1]
    rivals = [other for named in scene.names.get(node.name, {}) for other in paths(named) if other != of]
    if not node.dag or not rivals:
        return node.name
    for size in range(1, len(of) + 1):
        tail = [one.name for one in of[-size:]]
        if not any([one.name for one in other[-size:]] == tail for other in rivals):
            return "|".join(tail)
    return full(of)


def name(node: Node) -> str:
    """The shortest name of a node."""
    return short(path(node))


def fits(pattern: str, text: str, recursive: bool = False) -> bool:
    """Whether a name fits a pattern; wildcards do not cross namespaces, unless recursively."""
    wanted, given = pattern.lstrip(":").split(":"), text.split(":")
    if recursive and len(wanted) == 1:
        given = given[-1:]
    if not {"*", "?"} & set(pattern):
        # Most are plain names, and more of them than `re` keeps patterns.
        return wanted == given
    return len(wanted) == len(given) and all(
        re.fullmatch(re.escape(w).replace(r"\*", ".*").replace(r"\?", "."), g) for w, g in zip(wanted, given)
    )


def nodes_named(text: str, recursive: bool = False) -> list[Node]:
    """The nodes of a name without a path."""
    text = text.lstrip(":")
    if "*" in text or "?" in text or recursive:
        return [node for node in scene.ordered() if fits(text, node.name, recursive)]
    return sorted(scene.names.get(text, {}), key=scene.nodes.__getitem__)


#: What names have led to since the last change of the scene, which is the number beside it.
_known: dict[tuple[str, bool, bool], list[Path]] = {}
_known_at = [-1]


def find_paths(text: str, recursive: bool = False, instances: bool = False) -> list[Path]:
    """The paths that a name of a node fits."""
    if _known_at[0] != scene.history.revision:
        _known.clear()
        _known_at[0] = scene.history.revision
    asked = text, recursive, instances
    if asked not in _known:
        _known[asked] = _search(*asked)
    return list(_known[asked])


def _search(text: str, recursive: bool, instances: bool) -> list[Path]:
    if "|" not in text:
        return [p for node in nodes_named(text, recursive) for p in (paths(node) if instances else paths(node)[:1])]
    parts = [part.lstrip(":") for part in text.split("|")]
    anchored = parts[0] == ""
    parts = parts[1:] if anchored else parts
    found = []
    for node in nodes_named(parts[-1], recursive):
        for one in paths(node):
            tail = one[-len(parts) :]
            whole = len(one) == len(parts) or not anchored
            if node.dag and whole and len(tail) == len(parts) and all(fits(p, n.name) for p, n in zip(parts, tail)):
                found.append(one)
    return found


def find(text: str, recursive: bool = False, instances: bool = False) -> list[Item]:
    """Everything that a text stands for: nodes, plugs, components. Nothing when it fits nothing."""
    head, bar, last = text.rpartition("|")
    owner, dot, rest = last.partition(".")
    found = find_paths(f"{head}{bar}{owner}", recursive, instances)
    if not dot:
        return [Item(one) for one in found]
    items: list[Item] = []
    for one in found:
        items += part_of(one, rest)
    return items


def part_of(of: Path, text: str) -> list[Item]:
    """The plugs or components of a node that a text after its dot stands for; a transform answers for its shape."""
    below = shapes_below(of)
    for owner in (of, *below):
        component = components.parse(owner[-1], text)
        if component is not None:
            return [Item(owner, None, component)] if component.indices else []
    if "*" in text and "[" not in text:
        return [Item(of, plug) for plug in matching(of[-1], text)]
    for owner in (of, *below):
        plugs = plugs_of(owner[-1], text)
        if plugs:
            return [Item(owner, plug) for plug in plugs]
    return []


def matching(node: Node, pattern: str) -> list[Plug]:
    """The plugs whose names fit a pattern."""
    return [Plug(node, spec.long) for spec in node.specs() if fits(pattern, spec.long) or fits(pattern, spec.short)]


def shapes_below(of: Path) -> list[Path]:
    """The shapes directly below a transform, the visible ones first."""
    if not of[-1].isa("transform"):
        return []
    found = [(*of, child) for child in of[-1].ordered_children() if child.isa("shape")]
    return sorted(found, key=lambda one: bool(one[-1].values.get(("intermediateObject", ()))))


SEGMENT = re.compile(r"^(\w+)((?:\[[^\]]*\])*)$")


def plugs_of(node: Node, text: str) -> list[Plug]:
    """The plugs of a node that `translateX`, `t.tx`, `input3D[0].input3Dx` or `pnts[0:3]` stand for."""
    found = [Plug(node, "")]
    for segment in text.split("."):
        matched = SEGMENT.match(segment)
        if matched is None:
            return []
        following = []
        for before in found:
            following += list(step(before, matched.group(1), components.BRACKET.findall(matched.group(2))))
        found = following
    return found


def step(before: Plug, word: str, brackets: list[str]) -> Iterator[Plug]:
    """One segment further."""
    node = before.node
    if not before.attr and word in node.aliases:
        plug = Plug(node, *node.aliases[word])
    else:
        spec = lookup(node, word, before.attr)
        if spec is None:
            return
        plug = Plug(node, spec.long, before.index)
    if not brackets:
        yield plug
        return
    if not plug.spec.multi:
        return
    existing = scene.indices(plug)
    if brackets[0].strip() in ("*", ":"):
        yield from (plug.element(number) for number in existing)
        return
    # Indices may be sparse and new ones are made by naming them.
    yield from (plug.element(number) for number in components.numbers(brackets[0], 1 << 31))


def lookup(node: Node, word: str, within: str) -> Attribute | None:
    """An attribute by its long or short name; inside of a compound that one's children only."""
    if within:
        specs = [node.attribute(name) for name in node.attribute(within).children]
        return next((spec for spec in specs if word in (spec.long, spec.short)), None)
    found = node.spec(word)
    if found is not None:
        return found
    short_name = node_types.short_names(node.kind).get(word)
    if short_name:
        return node.spec(short_name)
    return next((spec for spec in node.added.values() if spec.short == word), None)


def one(text: str) -> Item:
    """The one thing that a text stands for."""
    found = find(text)
    if not found:
        raise ValueError(f"No object matches name: {text}")
    if len(found) > 1 and found[0].plug is None and "*" not in text:
        raise ValueError(f"More than one object matches name: {text}")
    return found[0]


def one_path(text: str) -> Path:
    """The one node, with its path, that a text stands for."""
    return one(text).path


def one_node(text: str) -> Node:
    """The one node that a text stands for."""
    return one(text).node


def one_plug(text: str) -> Plug:
    """The one plug that a text stands for."""
    plug = one(text).plug
    if plug is None:
        raise ValueError(f"No object matches name: {text}")
    return plug


def of_plug(plug: Plug, long: bool = False, of: Path | None = None) -> str:
    """A plug in words."""
    owner = of or path(plug.node)
    return f"{full(owner) if long else short(owner)}.{plug.alias() or plug.path()}"


def of_item(item: Item, long: bool = False, flatten: bool = False) -> list[str]:
    """An item in words; components by the transform of their shape, one text for each span."""
    to_text = full if long else short
    if item.plug is not None:
        return [of_plug(item.plug, long, item.path)]
    if item.component is None:
        return [to_text(item.path)]
    owner = item.path
    if len(owner) > 1 and shapes_below(owner[:-1])[0] == owner:
        owner = owner[:-1]
    write = components.single if flatten else components.words
    return [f"{to_text(owner)}.{text}" for text in write(item.component)]
