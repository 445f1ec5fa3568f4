"""Several faces of a mesh become one."""

from __future__ import annotations

from scenewire.adapters.usd.cages import sides
from scenewire.adapters.usd.mesh_edits import Edit, Face


def joined(faces: list[Face]) -> Face | None:
    """The face that goes along the border of several, begun as the first of them where it can be; None where the border
    is not one line, or some of them look to the other side."""
    every = [(side, corner) for face in faces for side, corner in zip(sides(face.vertices), face.corners)]
    known = dict(every)
    border = {start: (end, corner) for (start, end), corner in known.items() if (end, start) not in known}
    lines = sum((end, start) not in known for start, end in known)
    if len(known) != len(every) or len(border) != lines or len(border) < 3:
        return None
    first = next((vertex for vertex in faces[0].vertices if vertex in border), None)
    order: list[int] = []
    at = first
    while at is not None and (not order or at != first):
        order.append(at)
        at = border[at][0] if at in border else None
    if at is None or len(order) != len(border):
        return None
    return Face(order, [border[vertex][1] for vertex in order], faces[0].origin)


def dissolve_edge(edit: Edit, pair: frozenset[int]) -> None:
    """Two faces become one; what had the edge alone goes, and so do faces that cannot become one."""
    there = edit.faces_at(pair)
    if len(there) == 2 and join(edit, there):
        return
    for at in there:
        edit.faces[at] = None


def join(edit: Edit, numbers: list[int]) -> bool:
    """These faces become one, in the place of the first; whether they can."""
    faces = [face for face in map(edit.faces.__getitem__, numbers) if face is not None]
    one = joined(faces)
    if one is None:
        return False
    for at in numbers:
        edit.faces[at] = None
    edit.faces[numbers[0]] = one
    return True
