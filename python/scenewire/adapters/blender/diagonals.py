"""Ways to cut a face into triangles that bmesh has no word for: by which diagonals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def _fan(face: Any) -> list[tuple[Any, Any]]:
    """From the first corner to all others."""
    first, _, *others = face.verts
    return [(first, other) for other in others[:-1]]


def _delaunay(face: Any) -> list[tuple[Any, Any]]:
    """Those of the Delaunay triangulation of its outline, as it lies in its plane."""
    from mathutils.geometry import delaunay_2d_cdt

    vertices = list(face.verts)
    turned = face.normal.rotation_difference((0.0, 0.0, 1.0)).to_matrix()
    flat = [(turned @ vertex.co).to_2d() for vertex in vertices]
    outline = [(number, (number + 1) % len(flat)) for number in range(len(flat))]
    # 1: only what lies inside the outline; nothing nearer than this is one point.
    _, edges, *_, sources = delaunay_2d_cdt(flat, outline, [], 1, 1e-9)[:4]
    own = {number: came[0] for number, came in enumerate(sources) if came}
    pairs = [(own[one], own[other]) for one, other in edges if one in own and other in own]
    return [(vertices[one], vertices[other]) for one, other in pairs]


#: The diagonals of a face by method.
DIAGONALS: dict[str, Callable[[Any], list[tuple[Any, Any]]]] = {"fan": _fan, "delaunay": _delaunay}


def cut_along(face: Any, diagonals: list[tuple[Any, Any]]) -> list[Any]:
    """Cuts a face along diagonals, and gives its pieces; what lies on its corners (texture coordinates, say) stays."""
    import bmesh

    pieces = [face]
    for one, other in diagonals:
        whole = next((piece for piece in pieces if one in piece.verts and other in piece.verts), None)
        if whole is None:
            continue
        try:
            made, _ = bmesh.utils.face_split(whole, one, other)
        except ValueError:
            # Neighbours: an edge of the outline, or what a face that is not flat makes twice.
            continue
        if made is not None:
            pieces.append(made)
    return pieces
