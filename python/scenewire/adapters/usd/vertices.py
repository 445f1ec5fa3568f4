"""Vertices, one by one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.usd import mesh_arrays as arrays
from scenewire.adapters.usd import skins
from scenewire.adapters.usd.bindings import has_skin
from scenewire.adapters.usd.cages import cage_of, geometry, points_of, vertex_normal
from scenewire.adapters.usd.components import Component
from scenewire.adapters.usd.elements import common, entity
from scenewire.adapters.usd.handles import Handle
from scenewire.adapters.usd.mesh_edits import Edit
from scenewire.adapters.usd.naming import shown
from scenewire.adapters.usd.uv_maps import of_mesh
from scenewire.errors import ConflictError, InvalidParamsError, NotSupportedError


def _make(edit: Edit, item: Item) -> Callable[[], int]:
    number = edit.add_vertex(item["position"])
    return lambda: edit.after[number]


def _take(edit: Edit, vertex: int) -> None:
    edit.drop_vertices({vertex})


def _position(vertex: Component, _job: Job) -> list[float]:
    return list(points_of(vertex.owner)[vertex.index])


def _set_position(vertex: Component, position: list[float]) -> None:
    refuse_animated(vertex.owner, "position")
    points = points_of(vertex.owner)
    points[vertex.index] = position
    geometry(vertex.owner).GetPointsAttr().Set(points)


def refuse_animated(owner: Handle, path: str) -> None:
    """Raises where a place that holds always would not show."""
    if geometry(owner).GetPointsAttr().ValueMightBeTimeVarying():
        raise ConflictError(
            f"the vertices of `{shown(owner.prim)}` are animated: a place that holds always would not show",
            {"path": path},
            ["take the samples off first: attribute.Clear()"],
        )


def _normal(vertex: Component, _job: Job) -> Any:
    normal = vertex_normal(cage_of(vertex.owner), points_of(vertex.owner), vertex.index)
    return ABSENT if normal is None else normal


def _corners(vertex: Component) -> list[int]:
    return cage_of(vertex.owner).around[vertex.index]


def _uvs(vertex: Component, _job: Job) -> Any:
    corners = _corners(vertex)
    if not corners:
        return ABSENT
    mesh = geometry(vertex.owner)
    found = [arrays.uvs(mesh, one.primvar, per_corner=True) for one in of_mesh(vertex.owner.prim)]
    return [list(values[corners[0]]) for values in found if values is not None]


def _set_uvs(vertex: Component, uvs: list[list[float]]) -> None:
    maps, corners = of_mesh(vertex.owner.prim), _corners(vertex)
    if len(uvs) != len(maps) or not corners:
        name = shown(vertex.owner.prim)
        raise InvalidParamsError(
            f"{len(uvs)} coordinates for the {len(maps)} UV maps of `{name}`"
            if corners
            else f"`{vertex.name}` is in no face, and only corners of faces have texture coordinates",
            {"path": "uvs", "expected": len(maps) if corners else 0, "got": len(uvs)},
        )
    for one, uv in zip(maps, uvs):
        _put(vertex, one.primvar, uv)


def _put(vertex: Component, name: str, value: Any) -> None:
    """Writes a value to a primvar where the vertex has it: as the vertex's, or as all of its corners'."""
    from pxr import UsdGeom

    mesh = geometry(vertex.owner)
    primvar = UsdGeom.PrimvarsAPI(mesh).GetPrimvar(name)
    values, how = primvar.ComputeFlattened(), primvar.GetInterpolation()
    if how in (UsdGeom.Tokens.vertex, UsdGeom.Tokens.varying):
        values[vertex.index] = value
    else:
        values = arrays.spread(mesh, values, how)
        primvar.SetInterpolation(UsdGeom.Tokens.faceVarying)
        for corner in _corners(vertex):
            values[corner] = value
    if primvar.IsIndexed():
        primvar.BlockIndices()
    primvar.Set(values)


def _color(vertex: Component, _job: Job) -> Any:
    found, corners = arrays.colors(geometry(vertex.owner)), _corners(vertex)
    if found is None:
        return ABSENT
    if len(found) == cage_of(vertex.owner).vertex_count:
        return list(found[vertex.index])
    return list(found[corners[0]]) if corners else ABSENT


def _set_color(vertex: Component, color: list[float]) -> None:
    found = arrays.colors(geometry(vertex.owner))
    if found is None:
        raise NotSupportedError(
            f"`{shown(vertex.owner.prim)}` has no colours of its own", {"path": "color"}, ["give the mesh `colors`"]
        )
    # Colour and opacity as rows of the same sort, whichever they were of.
    arrays.set_colors(geometry(vertex.owner), found)
    _put(vertex, "displayColor", color[:3])
    _put(vertex, "displayOpacity", color[3])


def _weights(vertex: Component, _job: Job) -> dict[str, float]:
    return skins.weights_of_vertex(vertex.owner, vertex.index) if has_skin(vertex.owner.prim) else {}


def _set_weights(vertex: Component, weights: dict[str, Any]) -> None:
    for name, weight in weights.items():
        if isinstance(weight, bool) or not isinstance(weight, (int, float)) or not 0 <= weight <= 1:
            raise InvalidParamsError(
                f"the weight of `{name}` is not a number from 0 to 1",
                {"path": f"weights.{name}", "expected": "a number from 0 to 1", "got": weight},
            )
    if not has_skin(vertex.owner.prim):
        raise NotSupportedError(
            f"no skeleton bends `{shown(vertex.owner.prim)}`, and weights of USD are those of its joints",
            {"path": "weights"},
            ["create_skins"],
        )
    skins.set_weights_of_vertex(vertex.owner, vertex.index, weights)


FIELDS: dict[str, Field] = {
    **common("vertex"),
    "position": Field(_position, _set_position),
    "normal": Field(_normal),
    "uvs": Field(_uvs, _set_uvs),
    "color": Field(_color, _set_color),
    "weights": Field(_weights, _set_weights),
}

VERTICES = entity("vertex", FIELDS, _make, _take)
