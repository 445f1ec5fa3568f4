"""What commands do with their arguments: names to things, or the selection when there are none."""

from __future__ import annotations

from collections.abc import Iterable

from maya_double import components, names
from maya_double.calls import Call
from maya_double.components import Item
from maya_double.names import Path
from maya_double.nodes import Node, Plug
from maya_double.scene import scene


def items(call: Call, needed: bool = True) -> list[Item]:
    """What the arguments name; without arguments what is selected."""
    texts = call.strings()
    if not texts:
        found = list(scene.selection())
        if needed and not found:
            raise RuntimeError(f"Nothing is currently selected. ({call.name})")
        return found
    return named(texts)


def named(texts: Iterable[str]) -> list[Item]:
    """What texts name; each must name something, and a text without wildcards one thing alone."""
    found: list[Item] = []
    for text in texts:
        matches = names.find(text)
        if not matches:
            raise ValueError(f"No object matches name: {text}")
        if len(matches) > 1 and "*" not in text and "?" not in text and len({m.node for m in matches}) > 1:
            raise ValueError(f"More than one object matches name: {text}")
        found += matches
    return merged(found)


def merged(found: Iterable[Item]) -> list[Item]:
    """Items, those that are components of the same shape and kind each by itself as they were named."""
    return list(dict.fromkeys(found))


def paths(call: Call, needed: bool = True) -> list[Path]:
    """The nodes, with their paths."""
    return [item.path for item in items(call, needed)]


def nodes(call: Call, needed: bool = True) -> list[Node]:
    """The nodes."""
    return list(dict.fromkeys(item.node for item in items(call, needed)))


def plugs(call: Call) -> list[Plug]:
    """The plugs that the arguments name."""
    return [names.one_plug(text) for text in call.strings()]


def shape_of(path: Path, kind: str) -> Path | None:
    """The node itself when it is of a type, or the first such shape below a transform."""
    if path[-1].isa(kind):
        return path
    return next((one for one in names.shapes_below(path) if one[-1].isa(kind)), None)


def mesh_components(found: Iterable[Item], kind: str) -> dict[Node, list[int]]:
    """For each mesh the components of a kind that items name; of a whole mesh all of them."""
    chosen: dict[Node, dict[int, None]] = {}
    for item in found:
        path = shape_of(item.path, "mesh")
        if path is None:
            raise RuntimeError(f"{names.short(item.path)} is no polygon object")
        shape = path[-1]
        if item.component is None:
            (limit,) = components.counts(shape, kind)
            numbers: Iterable[int] = range(limit)
        else:
            from maya_double.polygons.convert import convert

            numbers = convert(shape, item.component, kind).numbers()
        chosen.setdefault(shape, {}).update(dict.fromkeys(numbers))
    return {shape: list(numbers) for shape, numbers in chosen.items()}
