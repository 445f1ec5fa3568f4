"""Loops and rings of edges, as the artist's Alt-click finds them, in a mesh opened by bmesh."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

#: The next edge from an edge and what was come to (a vertex or face), and what lies beyond it; None at an end.
Step = Callable[[Any, Any], "tuple[Any, Any] | None"]


def loop_of(edge: Any) -> tuple[list[Any], bool]:
    """The edges that go on from an edge end to end, and whether they close: straight on where four edges meet, along
    the border where there is one, along a wire."""
    return _walked(edge, list(edge.verts), _next_in_loop)


def ring_of(edge: Any) -> tuple[list[Any], bool]:
    """The edges that lie across from an edge over quadrangles, and whether they close."""
    if len(edge.link_faces) > 2:
        return [edge], False
    return _walked(edge, list(edge.link_faces), _next_in_ring)


def _walked(edge: Any, ways: list[Any], step: Step) -> tuple[list[Any], bool]:
    halves: list[list[Any]] = []
    for way in ways:
        half: list[Any] = []
        here, beyond = edge, way
        while True:
            found = step(here, beyond)
            if found is None:
                break
            here, beyond = found
            if here == edge:
                return [edge, *half], True
            half.append(here)
        halves.append(half)
    first, second = (*halves, [], [])[:2]
    return [*reversed(second), edge, *first], False


def _next_in_loop(edge: Any, vertex: Any) -> tuple[Any, Any] | None:
    others = [other for other in vertex.link_edges if other != edge]
    if edge.is_wire:
        on = others if len(others) == 1 and others[0].is_wire else []
    elif edge.is_boundary:
        on = [other for other in others if other.is_boundary]
    elif len(others) == 3 and all(other.is_manifold for other in others):
        beside = set(edge.link_faces)
        on = [other for other in others if not beside.intersection(other.link_faces)]
    else:
        on = []
    return (on[0], on[0].other_vert(vertex)) if len(on) == 1 else None


def _next_in_ring(edge: Any, face: Any) -> tuple[Any, Any] | None:
    if face is None or len(face.edges) != 4:
        return None
    ends = set(edge.verts)
    across = next(other for other in face.edges if not ends.intersection(other.verts))
    beyond = [other for other in across.link_faces if other != face]
    # A border is part of the ring and ends it.
    return across, beyond[0] if len(beyond) == 1 else None
