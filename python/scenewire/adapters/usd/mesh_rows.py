"""What lies on the vertices, corners and faces of a mesh, when those become others: each row follows what it is of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from scenewire.adapters.usd import blend_shapes, shape_forms
from scenewire.adapters.usd.cages import Cage, across, cage_of, geometry, points_of, unit, vertex_normal
from scenewire.adapters.usd.handles import Handle
from scenewire.adapters.usd.naming import remove
from scenewire.adapters.usd.stage import when

#: What a new element has where nothing is no good value.
_NEW: dict[str, Any] = {"displayColor": (1.0, 1.0, 1.0), "displayOpacity": 1.0}
_OF_VERTICES = ("points", "velocities", "accelerations")


@dataclass(frozen=True)
class Sources:
    """The old number of each vertex, corner and face that is there now; -1 for a new one."""

    before: Cage
    vertices: list[int]
    corners: list[int]
    faces: list[int]
    #: Faces whose normals are those of their own form.
    flat: set[int]

    def of(self, interpolation: str) -> tuple[list[int], int] | None:
        """Where rows of this sort come from, and how many there were; None for what holds for the whole mesh."""
        return {
            "vertex": (self.vertices, self.before.vertex_count),
            "varying": (self.vertices, self.before.vertex_count),
            "faceVarying": (self.corners, len(self.before.corners)),
            "uniform": (self.faces, len(self.before.sizes)),
        }.get(interpolation)


def follow(owner: Handle, sources: Sources) -> None:
    """Every array of the mesh follows; the topology is the new one already."""
    from pxr import UsdGeom

    mesh = geometry(owner)
    for name in _OF_VERTICES:
        _gather(mesh.GetPrim().GetAttribute(name), sources, "vertex", 1, None)
    for primvar in UsdGeom.PrimvarsAPI(mesh).GetAuthoredPrimvars():
        _follow_primvar(primvar, sources)
    _gather(mesh.GetNormalsAttr(), sources, str(mesh.GetNormalsInterpolation()), 1, None)
    _follow_subsets(mesh, sources)
    _follow_marks(mesh, sources)
    for _, shape in blend_shapes.of_mesh(mesh.GetPrim()):
        shape_forms.follow(shape, sources.before.vertex_count, sources.vertices)


def turn_out(owner: Handle, sources: Sources) -> None:
    """New rows of normals are those of the form, once the new vertices are in their places."""
    mesh = geometry(owner)
    values = mesh.GetNormalsAttr().Get()
    how = str(mesh.GetNormalsInterpolation())
    rows = sources.of(how)
    if not values or rows is None or len(values) != len(rows[0]):
        return
    cage, points = cage_of(owner), points_of(owner)
    of_vertices = how in ("vertex", "varying")
    for at, source in enumerate(rows[0]):
        if of_vertices and source < 0:
            values[at] = vertex_normal(cage, points, at) or (0, 0, 0)
        elif not of_vertices:
            face = cage.owners[at] if how == "faceVarying" else at
            if source < 0 or face in sources.flat:
                values[at] = unit(across(cage, points, face)) or (0, 0, 0)
    mesh.GetNormalsAttr().Set(values)


def times(attribute: Any) -> Iterator[tuple[Any, Any]]:
    """Every value that an attribute says, and when."""
    from pxr import Usd

    if not attribute.HasAuthoredValue():
        return
    for time in (Usd.TimeCode.Default(), *map(Usd.TimeCode, attribute.GetTimeSamples())):
        value = attribute.Get(time)
        if value is not None:
            yield time, value


def _gather(attribute: Any, sources: Sources, interpolation: str, width: int, new: Any) -> None:
    rows = sources.of(interpolation)
    if rows is None:
        return
    for time, values in list(times(attribute)):
        # An array that did not fit the mesh before has no rows that could follow.
        if len(values) == rows[1] * width:
            attribute.Set(gathered(values, rows[0], width, new), time)


def gathered(values: Any, rows: list[int], width: int = 1, new: Any = None) -> Any:
    """The rows of these numbers, so many values each; -1 is a new one."""
    if rows == list(range(len(values) // width)):
        return values
    kind = type(values)
    blank = [kind(1)[0] if new is None else new] * width
    return kind([one for at in rows for one in (values[at * width : (at + 1) * width] if at >= 0 else blank)])


def _follow_primvar(primvar: Any, sources: Sources) -> None:
    attribute, how = primvar.GetAttr(), str(primvar.GetInterpolation())
    if sources.of(how) is None:
        return
    if primvar.IsIndexed():
        flat = [(time, primvar.ComputeFlattened(time)) for time, _ in times(attribute)]
        primvar.BlockIndices()
        for time, values in flat:
            attribute.Set(values, time)
    _gather(attribute, sources, how, primvar.GetElementSize(), _NEW.get(str(primvar.GetPrimvarName())))


def _follow_subsets(mesh: Any, sources: Sources) -> None:
    from pxr import UsdGeom, UsdShade

    rows = {"face": sources.faces, "point": sources.vertices}
    for subset in UsdGeom.Subset.GetAllGeomSubsets(mesh):
        follows = rows.get(str(subset.GetElementTypeAttr().Get()))
        if follows is None:
            continue
        had = subset.GetIndicesAttr().Get(when())
        _renumber(subset.GetIndicesAttr(), follows)
        worn = subset.GetFamilyNameAttr().Get() == UsdShade.Tokens.materialBind
        if worn and had and not subset.GetIndicesAttr().Get(when()):
            # A material that its last face took along.
            remove(subset.GetPath())


def _renumber(attribute: Any, rows: list[int]) -> None:
    for time, values in list(times(attribute)):
        old = set(values)
        attribute.Set(type(values)([at for at, source in enumerate(rows) if source in old]), time)


def _follow_marks(mesh: Any, sources: Sources) -> None:
    """Holes are faces; a corner is a vertex with a sharpness beside it."""
    _renumber(mesh.GetHoleIndicesAttr(), sources.faces)
    corners, sharp = mesh.GetCornerIndicesAttr(), mesh.GetCornerSharpnessesAttr()
    told = dict(zip(corners.Get() or (), sharp.Get() or ()))
    if told:
        kept = [(at, told[source]) for at, source in enumerate(sources.vertices) if source in told]
        corners.Set(type(corners.Get())([at for at, _ in kept]))
        sharp.Set(type(sharp.Get())([one for _, one in kept]))
