"""Components of shapes in words: `vtx[0:3]`, `f[2]`, `vtxFace[4][1]`, `cv[0][3]`, `map[*]`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .nodes import Node, Plug

#: Words for components of each type of shape, those in parentheses only with two indices.
WORDS = {
    "mesh": ("vtx", "f", "e", "map", "vtxFace", "pt", "pnts", "uv"),
    "nurbsCurve": ("cv", "ep", "u"),
    "bezierCurve": ("cv", "ep", "u"),
    "nurbsSurface": ("cv", "uv", "u", "v"),
}
#: Kind -> its number in the selection masks of `filterExpand` and `ls`.
MASKS = {"cv": 28, "ep": 30, "vtx": 31, "e": 32, "f": 34, "map": 35, "vtxFace": 70}
WRITTEN = re.compile(r"^(\w+)((?:\[[^\]]*\])+)$")
BRACKET = re.compile(r"\[([^\]]*)\]")


class Component(NamedTuple):
    """Components of one shape; indices are numbers, or pairs of them."""

    kind: str
    indices: tuple[tuple[int, ...], ...]

    def numbers(self) -> list[int]:
        """The first index of each."""
        return [index[0] for index in self.indices]


def counts(shape: Node, kind: str) -> tuple[int, ...]:
    """How many there are, for each index."""
    from . import shapes

    return shapes.counts(shape, kind)


def parse(shape: Node, text: str) -> Component | None:
    """What `vtx[3]` means on a shape; nothing when it is no component of it."""
    matched = WRITTEN.match(text)
    if matched is None or matched.group(1) not in WORDS.get(shape.kind, ()):
        return None
    word = {"pt": "vtx", "pnts": "vtx"}.get(matched.group(1), matched.group(1))
    if word == "uv" and shape.kind == "mesh":
        word = "map"
    if word in ("u", "v") or (word == "uv" and shape.kind == "nurbsSurface"):
        return Component(word, ((0,),))
    brackets = BRACKET.findall(matched.group(2))
    limits = counts(shape, word)
    if word == "vtxFace":
        return Component(word, tuple(vertex_faces(shape, brackets)))
    found: list[tuple[int, ...]] = [()]
    for bracket, limit in zip([*brackets, *["*"] * (len(limits) - len(brackets))], limits):
        found = [(*before, number) for before in found for number in numbers(bracket, limit)]
    if not found:
        raise ValueError(f"No object matches name: {text}")
    return Component(word, tuple(found))


def numbers(bracket: str, limit: int) -> Iterator[int]:
    """The numbers that `3`, `1:4`, `2:` or `*` stand for; what is past the end is left out, as Maya does."""
    first, colon, last = bracket.partition(":")
    if bracket.strip() in ("*", ":", ""):
        yield from range(limit)
        return
    start = int(first or 0)
    end = int(last) if last not in ("", "*") else (limit - 1 if colon else start)
    yield from (number for number in range(start, end + 1) if 0 <= number < limit)


def vertex_faces(shape: Node, brackets: list[str]) -> Iterator[tuple[int, ...]]:
    """Pairs of vertex and face that belong together."""
    from . import shapes

    geometry = shapes.mesh(shape)
    faces = set(numbers(brackets[1] if len(brackets) > 1 else "*", len(geometry.faces)))
    around = geometry.vertex_faces()
    for vertex in numbers(brackets[0], len(geometry.points)):
        yield from ((vertex, face) for face in around[vertex] if face in faces)


def spans(indices: Iterable[int]) -> Iterator[str]:
    """Numbers as `3` and `5:7`."""
    run: list[int] = []
    for number in [*sorted(set(indices)), None]:
        if run and number != run[-1] + 1:
            yield f"[{run[0]}]" if len(run) == 1 else f"[{run[0]}:{run[-1]}]"
            run = []
        if number is not None:
            run.append(number)


def words(component: Component) -> list[str]:
    """A component as Maya writes it: `vtx[0:3]`, one text for each span."""
    if not component.indices or len(component.indices[0]) == 1:
        return [f"{component.kind}{span}" for span in spans(component.numbers())]
    by_first: dict[tuple[str, ...], list[int]] = {}
    rows: dict[int, set[int]] = {}
    for first, second in component.indices:
        rows.setdefault(first, set()).add(second)
    for first, seconds in rows.items():
        by_first.setdefault(tuple(spans(seconds)), []).append(first)
    return [f"{component.kind}{a}{b}" for seconds, firsts in by_first.items() for a in spans(firsts) for b in seconds]


def single(component: Component) -> list[str]:
    """Each element by itself, as `ls -flatten` writes it."""
    return [component.kind + "".join(f"[{number}]" for number in index) for index in component.indices]


class Item(NamedTuple):
    """What a name stands for: a path (of a DG node just itself), and a plug or a component of its last node."""

    path: tuple[Node, ...]
    plug: Plug | None = None
    component: Component | None = None

    @property
    def node(self) -> Node:
        """The node itself."""
        return self.path[-1]
