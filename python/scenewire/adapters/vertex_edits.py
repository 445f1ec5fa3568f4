"""Operations that move or mark elements of meshes by the thousand and leave them joined as they are, the same for every
host. Each host gives what they are made of."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item
from scenewire.adapters.mesh_elements import Chosen, Elements
from scenewire.errors import InvalidParamsError

_PARTS = ("position", "offset", "normal")
_ASKED = (*_PARTS, *(f"{part}s" for part in _PARTS))


@dataclass(frozen=True)
class VertexEdits:
    """These operations of one host. Numbers are those of elements; what comes with them is in their order."""

    elements: Elements[Any, Any]
    #: Puts vertices to places, then moves them by offsets, and sets their normals: three numbers for each vertex in
    #: single precision, one after the other, or None.
    transform: Callable[[Any, Sequence[int], Any, Any, Any], None]
    #: Moves vertices by a factor towards the middle of their neighbours, so often.
    smooth: Callable[[Any, Sequence[int], float, int], None]
    #: x, y, z of vertices, one after the other.
    positions: Callable[[Any, Sequence[int]], array[float]]
    #: Sets the creases of edges, from 0 to 1.
    crease: Callable[[Any, Sequence[int], Sequence[float]], None]
    creases: Callable[[Any, Sequence[int]], array[float]]

    def transform_vertices(self, *, items: list[Item], job: Job, on_error: str = "fail") -> Json:
        """Moves, and sets normals."""
        return self._each_moved(items, job, self._transform)

    def smooth_vertices(self, *, items: list[Item], job: Job, on_error: str = "fail") -> Json:
        """Moves to the middle of the neighbours."""
        return self._each_moved(items, job, self._smooth)

    def _each_moved(self, items: list[Item], job: Job, work: Callable[[Any, Item, Sequence[int]], None]) -> Json:
        results = []
        for item in items:
            node, chosen = self.elements.named_of(item)
            numbers = self._meant(node, chosen, "vertex")
            work(node, item, numbers)
            results.append(self.moved(node, numbers, job))
        return {"items": results}

    def _meant(self, node: Any, chosen: Chosen, kind: str) -> Sequence[int]:
        """The numbers of the elements that are meant; all of the mesh when none is named."""
        return chosen[kind] if kind in chosen else range(self.elements.count(node, kind))

    def moved(self, node: Any, numbers: Sequence[int], job: Job) -> Item:
        """What an operation that only moves vertices tells: which, and where they are now."""
        return {
            **self._which(node, "vertex", numbers, job),
            "positions": job.attach(self.positions(node, numbers), "f4", (len(numbers), 3)),
        }

    def _which(self, node: Any, kind: str, numbers: Sequence[int], job: Job) -> Item:
        return {
            "mesh_id": self.elements.node_id(node),
            "revision": self.elements.revision(node),
            f"{kind}_indices": job.attach(array("i", numbers), "i4", (len(numbers),)),
        }

    def _transform(self, node: Any, item: Item, numbers: Sequence[int]) -> None:
        if not any(name in item for name in _ASKED):
            raise InvalidParamsError(
                "nothing to be done to the vertices was given",
                {"path": "position", "expected": f"at least one of {', '.join(_ASKED)}"},
            )
        self.transform(node, numbers, *(_rows(item, part, len(numbers)) for part in _PARTS))

    def _smooth(self, node: Any, item: Item, numbers: Sequence[int]) -> None:
        self.smooth(node, numbers, item.get("factor", 0.5), item.get("repeat", 1))

    def set_edge_creases(self, *, items: list[Item], job: Job, on_error: str = "fail") -> Json:
        """Marks edges."""
        results = []
        for item in items:
            node, chosen = self.elements.named_of(item)
            numbers = self._meant(node, chosen, "edge")
            self.crease(node, numbers, _weights(item, len(numbers)))
            creases = job.attach(self.creases(node, numbers), "f4", (len(numbers),))
            results.append({**self._which(node, "edge", numbers, job), "crease_weights": creases})
        return {"items": results}


def _rows(item: Item, name: str, count: int) -> Any:
    """Three numbers for each vertex, from one value for all or one for each; None when there is neither."""
    every = f"{name}s"
    if name in item and every in item:
        raise InvalidParamsError(f"`{name}` or `{every}`, not both", {"path": every})
    if name in item:
        return array("f", item[name]) * count
    given = item.get(every)
    if given is not None and len(given) != 3 * count:
        raise InvalidParamsError(
            f"{len(given) // 3} {every} for {count} vertices",
            {"path": every, "expected": count, "got": len(given) // 3},
        )
    return given


def _weights(item: Item, count: int) -> Sequence[float]:
    each: Sequence[float] | None = item.get("crease_weights")
    if ("crease_weight" in item) == (each is not None):
        raise InvalidParamsError(
            "either `crease_weight` or `crease_weights` is needed",
            {"path": "crease_weight", "expected": "one for all or one for each"},
        )
    if each is not None and len(each) != count:
        raise InvalidParamsError(
            f"{len(each)} weights for {count} edges", {"path": "crease_weights", "expected": count, "got": len(each)}
        )
    return [item["crease_weight"]] * count if each is None else each
