"""The value of a plug: stored, brought by a connection, or reckoned by its node when it is asked for.

What a type of node reckons is registered by `computes` in the module of its domain. Nothing is kept but geometry,
whose keys are the versions of everything that it is made of (`shapes`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from . import tables
from .nodes import Plug
from .scene import scene

Compute = Callable[[Plug], Any]
COMPUTES: dict[tuple[str, str], Compute] = {}
_running: set[tuple[int, str, tuple[int, ...]]] = set()


def computes(kinds: str, attributes: str) -> Callable[[Compute], Compute]:
    """Registers what reckons attributes of types of nodes; of a compound it gives one value for each child."""

    def register(compute: Compute) -> Compute:
        for kind in kinds.split():
            for attribute in attributes.split():
                COMPUTES[kind, attribute] = compute
        return compute

    return register


def compute_of(plug: Plug) -> Compute | None:
    """What reckons a plug, by its type or one that this derives from."""
    for kind in (plug.node.kind, *tables.ancestors().get(plug.node.kind, ())):
        if (kind, plug.attr) in COMPUTES:
            return COMPUTES[kind, plug.attr]
    return None


def value(plug: Plug) -> Any:
    """The value in internal units: of a compound a list of its children's, of a multi a list of its elements'."""
    guard = (id(plug.node), plug.attr, plug.index)
    if guard in _running:
        # A cycle: Maya warns, and goes on with what was there.
        return scene.stored(plug)
    _running.add(guard)
    try:
        return _value(plug)
    finally:
        _running.discard(guard)


def _value(plug: Plug) -> Any:
    source = scene.source(plug)
    if source is not None:
        return cast(value(source), plug.spec.type)
    if plug.array:
        return [value(plug.element(number)) for number in scene.indices(plug)]
    brought = from_parent(plug)
    if brought is not None:
        return brought
    compute = compute_of(plug)
    if compute is not None:
        return compute(plug)
    if plug.spec.compound:
        return [value(child) for child in plug.children()]
    return scene.stored(plug)


def from_parent(plug: Plug) -> Any:
    """The value that a child has from its compound, which is connected or reckoned as a whole."""
    parent = plug.parent()
    if parent is None or parent.array:
        return None
    if scene.source(parent) is None and compute_of(parent) is None:
        return None
    whole = value(parent)
    place = parent.spec.children.index(plug.attr)
    return whole[place] if isinstance(whole, (list, tuple)) and place < len(whole) else None


def cast(found: Any, kind: str) -> Any:
    """What arrives through a connection, as the type of where it arrives."""
    if isinstance(found, (bool, int, float)):
        if kind == "bool":
            return bool(found)
        if kind in ("long", "short", "byte", "enum", "char"):
            return int(found)
        if kind in ("double", "float", "doubleLinear", "doubleAngle", "time"):
            return float(found)
    return found


def number(plug: Plug) -> float:
    """The value of a plug of one number."""
    return float(value(plug) or 0.0)


def vector(plug: Plug) -> tuple[float, float, float]:
    """The value of a compound of three numbers."""
    x, y, z = value(plug)
    return (float(x), float(y), float(z))
