"""Which node is where in a picture: as data, and written on it."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any

from scenewire.adapters.blender import letters
from scenewire.adapters.blender.nodes import node_id, world_bounds
from scenewire.adapters.blender.pictures import Picture
from scenewire.adapters.contract import Json

#: The most that are told; more than these cover the picture.
MOST = 200
#: From this width on a letter's dot is two pixels wide, so that a model that scales the picture can still read it.
_LARGE = 400
_PAD = 2
_INK, _PAPER, _DOT = b"\xff\xff\xff\xff", b"\x10\x10\x10\xff", b"\xff\xd0\x00\xff"

Box = tuple[float, float, float, float]


@dataclass
class Label:
    """A node in the picture; pixels count from the top left."""

    node: Any
    x: float
    y: float
    box: Box
    depth: float
    drawn: bool = False

    def json(self) -> Json:
        """As the result has it."""
        return {
            "id": node_id(self.node),
            "name": self.node.name,
            "x": round(self.x, 1),
            "y": round(self.y, 1),
            "box": [round(edge, 1) for edge in self.box],
            "drawn": self.drawn,
        }


def find(view: Any, projection: Any, size: tuple[int, int]) -> list[Label]:
    """The visible nodes in the picture of this view and projection matrix, nearest first."""
    import bpy

    matrix = projection @ view
    nodes = [node for node in bpy.context.view_layer.objects if node.visible_get()]
    found = [label for node in nodes for label in [_place(node, matrix, size)] if label is not None]
    return sorted(found, key=lambda label: label.depth)[:MOST]


def _place(node: Any, matrix: Any, size: tuple[int, int]) -> Label | None:
    from mathutils import Vector

    bounds = world_bounds([node])
    corners = itertools.product(*zip(bounds["min"], bounds["max"]))
    projected = [matrix @ Vector((*corner, 1.0)) for corner in corners]
    # What is behind the eye would be mirrored into the picture.
    before = [point for point in projected if point.w > 1e-6]
    if not before:
        return None
    xs = [(point.x / point.w + 1) / 2 * size[0] for point in before]
    ys = [(1 - point.y / point.w) / 2 * size[1] for point in before]
    left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
    if right < 0 or bottom < 0 or left > size[0] or top > size[1]:
        return None
    # Clipped, so that the label of what fills the picture and more is still on it.
    left, right = max(left, 0.0), min(right, float(size[0]))
    top, bottom = max(top, 0.0), min(bottom, float(size[1]))
    depth = sum(point.z / point.w for point in before) / len(before)
    return Label(node, (left + right) / 2, (top + bottom) / 2, (left, top, right, bottom), depth)


def write(picture: Picture, labels: list[Label], what: str) -> None:
    """Writes names or ids at the nodes, the nearest first; whose place is taken gets none."""
    taken: list[Box] = []
    scale = 2 if picture.size[0] >= _LARGE else 1
    for number, label in enumerate(labels):
        text = node_id(label.node) if what == "ids" else letters.readable(label.node.name)
        # A name in other letters is told by its place in the list.
        paper = _Paper(text or f"#{number}", scale)
        place = paper.room(label, picture.size, taken)
        if place is not None:
            label.drawn = True
            taken.append((place[0], place[1], place[0] + paper.width, place[1] + paper.height))
            _dot(picture, label)
            paper.put(picture, place)


class _Paper:
    """A dark strip with bright letters."""

    def __init__(self, text: str, scale: int) -> None:
        blank = [False] * 1
        ink = [[*blank, *row, *blank] for row in letters.rows(text)]
        ink = [[False] * len(ink[0]), *ink]
        self.lines = [b"".join((_INK if dot else _PAPER) * scale for dot in row) for row in ink for _ in range(scale)]
        self.width, self.height = len(self.lines[0]) // 4, len(self.lines)

    def room(self, label: Label, size: tuple[int, int], taken: list[Box]) -> tuple[int, int] | None:
        """The first place near the node that is free and on the picture."""
        width, height = size
        if self.width > width or self.height > height:
            return None
        middle = round(label.x - self.width / 2)
        offsets = [-self.height - 4, 5, -2 * self.height - 6, self.height + 7, 2 * self.height + 9]
        for offset in offsets:
            x = min(max(middle, 0), width - self.width)
            y = min(max(round(label.y) + offset, 0), height - self.height)
            if not any(
                x < right + _PAD and left < x + self.width + _PAD and y < bottom + _PAD and top < y + self.height + _PAD
                for left, top, right, bottom in taken
            ):
                return x, y
        return None

    def put(self, picture: Picture, place: tuple[int, int]) -> None:
        width, height = picture.size
        for row, line in enumerate(self.lines):
            start = 4 * ((height - 1 - place[1] - row) * width + place[0])
            picture.pixels[start : start + len(line)] = line


def _dot(picture: Picture, label: Label) -> None:
    """What the label is of: the middle of the node."""
    width, height = picture.size
    x, y = min(max(round(label.x), 1), width - 2), min(max(round(label.y), 1), height - 2)
    for row in (y - 1, y, y + 1) if width > 2 and height > 2 else ():
        start = 4 * ((height - 1 - row) * width + x - 1)
        picture.pixels[start : start + 12] = _DOT * 3
