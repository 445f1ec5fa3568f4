"""The arrays of a mesh between the wire's memory and USD's, which share it where they can."""

from __future__ import annotations

from array import array
from typing import Any

from scenewire.adapters.usd.stage import when
from scenewire.errors import InvalidParamsError, NotSupportedError

ST = "primvars:st"


def rows(values: Any, width: int) -> Any:
    """Single-precision numbers as rows of so many, as USD's arrays take them."""
    flat = memoryview(values).cast("B").cast("f") if not isinstance(values, list) else memoryview(_flat(values))
    return flat.cast("B").cast("f", (len(flat) // width, width)) if len(flat) else flat


def _flat(values: list[Any]) -> array[float]:
    numbers = [number for row in values for number in (row if isinstance(row, (list, tuple)) else [row])]
    return array("f", numbers)


def vectors(values: Any, width: int) -> Any:
    """USD's array of vectors of this width."""
    from pxr import Vt

    kind = {2: Vt.Vec2fArray, 3: Vt.Vec3fArray, 4: Vt.Vec4fArray}[width]
    view = rows(values, width)
    return kind.FromBuffer(view) if len(view) else kind()


def numbers(values: Any) -> Any:
    """USD's array of whole numbers."""
    from pxr import Vt

    view = memoryview(array("i", values)) if isinstance(values, list) else memoryview(values)
    return Vt.IntArray.FromBuffer(view) if len(view) else Vt.IntArray()


def data(found: Any) -> memoryview:
    """USD's array as memory that can be sent."""
    return memoryview(found).cast("B") if len(found) else memoryview(b"")


def counts(mesh: Any) -> tuple[int, int, int]:
    """Vertices, corners and faces."""
    points = mesh.GetPointsAttr().Get(when())
    indices, sizes = mesh.GetFaceVertexIndicesAttr().Get(when()), mesh.GetFaceVertexCountsAttr().Get(when())
    return len(points or ()), len(indices or ()), len(sizes or ())


def build(mesh: Any, vertices: Any, indices: Any, face_sizes: Any) -> None:
    """Writes points and faces, once they fit each other."""
    points = vectors(vertices, 3)
    corners = numbers(indices) if indices is not None else numbers([])
    sizes = _sizes(len(corners), face_sizes)
    _refuse_unfit(len(points), corners, sizes)
    mesh.CreatePointsAttr().Set(points)
    mesh.CreateFaceVertexIndicesAttr().Set(corners)
    mesh.CreateFaceVertexCountsAttr().Set(sizes)
    measure(mesh)


def measure(mesh: Any) -> None:
    """Writes the box around the points, which USD wants to stand beside them."""
    from pxr import UsdGeom

    points = mesh.GetPointsAttr().Get(when())
    if points:
        mesh.CreateExtentAttr().Set(UsdGeom.PointBased.ComputeExtent(points))
    elif mesh.GetExtentAttr().HasAuthoredValue():
        mesh.GetExtentAttr().Clear()


def _sizes(corners: int, given: Any) -> Any:
    from pxr import Vt

    if given is not None:
        return numbers(given)
    if corners % 3:
        raise InvalidParamsError(
            f"{corners} indices are no whole number of triangles",
            {"path": "indices", "expected": "three indices per face, or `face_sizes`", "got": corners},
        )
    return Vt.IntArray(corners // 3, 3)


def _refuse_unfit(points: int, corners: Any, sizes: Any) -> None:
    if sum(sizes) != len(corners):
        raise InvalidParamsError(
            f"the faces have {sum(sizes)} corners, and there are {len(corners)} indices",
            {"path": "face_sizes", "expected": len(corners), "got": sum(sizes)},
        )
    if len(sizes) and min(sizes) < 3:
        raise InvalidParamsError(
            f"a face has at least 3 corners, not {min(sizes)}", {"path": "face_sizes", "got": min(sizes)}
        )
    if len(corners) and not (min(corners) >= 0 and max(corners) < points):
        wrong = max(corners) if max(corners) >= points else min(corners)
        raise InvalidParamsError(
            f"there are {points} vertices, and no vertex {wrong}",
            {"path": "indices", "expected": f"0 to {points - 1}", "got": wrong},
        )


def refuse_subdivided(mesh: Any) -> None:
    """Raises where normals mean nothing: USD's own documentation tells not to write them there."""
    from pxr import UsdGeom

    if mesh.GetSubdivisionSchemeAttr().Get() != UsdGeom.Tokens.none:
        raise NotSupportedError(
            "a subdivision surface has the normals of its limit: take the subdivision off first", {"path": "normals"}
        )


def interpolation(mesh: Any, count: int, name: str) -> str:
    """Per vertex or per face corner, by how many there are."""
    from pxr import UsdGeom

    vertices, corners, _ = counts(mesh)
    if count == vertices:
        return str(UsdGeom.Tokens.vertex)
    if count == corners:
        return str(UsdGeom.Tokens.faceVarying)
    raise InvalidParamsError(
        f"`{name}` has {count} rows, and the mesh {vertices} vertices and {corners} face corners",
        {"path": name, "expected": f"{vertices} or {corners} rows", "got": count},
    )


def spread(mesh: Any, values: Any, how: str, per_corner: bool = False) -> Any:
    """What is given per face or once for all, per face corner; what is per vertex too, when that is asked for."""
    from pxr import UsdGeom

    sizes = mesh.GetFaceVertexCountsAttr().Get(when()) or ()
    if how == UsdGeom.Tokens.faceVarying or (how in (UsdGeom.Tokens.vertex, UsdGeom.Tokens.varying) and not per_corner):
        return values
    if how == UsdGeom.Tokens.uniform:
        return type(values)([value for value, size in zip(values, sizes) for _ in range(size)])
    if how == UsdGeom.Tokens.constant:
        return type(values)(sum(sizes), values[0]) if len(values) else values
    corners = mesh.GetFaceVertexIndicesAttr().Get(when()) or ()
    return type(values)([values[at] for at in corners])


def set_normals(mesh: Any, given: Any) -> None:
    """Writes normals, where they are looked for first."""
    refuse_subdivided(mesh)
    values = vectors(given, 3)
    how = interpolation(mesh, len(values), "normals")
    mesh.GetPrim().RemoveProperty("primvars:normals")
    mesh.GetPrim().RemoveProperty("primvars:normals:indices")
    mesh.CreateNormalsAttr().Set(values)
    mesh.SetNormalsInterpolation(how)


def normals(mesh: Any) -> Any:
    """The normals that are there, per vertex or per corner; None without any."""
    from pxr import UsdGeom

    primvar = UsdGeom.PrimvarsAPI(mesh).GetPrimvar("normals")
    if primvar and primvar.HasAuthoredValue():
        return spread(mesh, primvar.ComputeFlattened(when()), primvar.GetInterpolation())
    values = mesh.GetNormalsAttr().Get(when())
    return spread(mesh, values, mesh.GetNormalsInterpolation()) if values else None


def set_uvs(mesh: Any, given: Any, name: str = "st") -> None:
    """Writes texture coordinates."""
    from pxr import Sdf, UsdGeom

    values = vectors(given, 2)
    how = interpolation(mesh, len(values), "uvs" if name == "st" else "coordinates")
    primvar = UsdGeom.PrimvarsAPI(mesh).CreatePrimvar(name, Sdf.ValueTypeNames.TexCoord2fArray, how)
    if primvar.IsIndexed():
        primvar.BlockIndices()
    primvar.Set(values)


def uvs(mesh: Any, name: str = "st", per_corner: bool = False) -> Any:
    """Texture coordinates, per vertex or per corner; None without any."""
    from pxr import UsdGeom

    primvar = UsdGeom.PrimvarsAPI(mesh).GetPrimvar(name)
    if not primvar or not primvar.HasValue():
        return None
    return spread(mesh, primvar.ComputeFlattened(when()), primvar.GetInterpolation(), per_corner)


def set_colors(mesh: Any, given: Any) -> None:
    """Writes colours, and their opacity beside them."""
    from pxr import UsdGeom, Vt

    values = vectors(given, 4)
    how = interpolation(mesh, len(values), "colors")
    gprim = UsdGeom.Gprim(mesh)
    colour = gprim.CreateDisplayColorPrimvar(how)
    opacity = gprim.CreateDisplayOpacityPrimvar(how)
    for primvar in (colour, opacity):
        if primvar.IsIndexed():
            primvar.BlockIndices()
    colour.Set(Vt.Vec3fArray([value[:3] for value in map(tuple, values)]))
    opacity.Set(Vt.FloatArray([value[3] for value in values]))


def colors(mesh: Any) -> Any:
    """Colours with their opacity, per vertex or per corner; None without any."""
    from pxr import UsdGeom, Vt

    gprim = UsdGeom.Gprim(mesh)
    primvar, opacity = gprim.GetDisplayColorPrimvar(), gprim.GetDisplayOpacityPrimvar()
    found = primvar.ComputeFlattened(when()) if primvar and primvar.HasAuthoredValue() else None
    if not found:
        return None
    found = spread(mesh, found, primvar.GetInterpolation())
    alpha = opacity.ComputeFlattened(when()) if opacity and opacity.HasAuthoredValue() else None
    alpha = spread(mesh, alpha, opacity.GetInterpolation()) if alpha else [1.0] * len(found)
    if len(alpha) != len(found):
        alpha = [alpha[0]] * len(found)
    return Vt.Vec4fArray([(*colour, one) for colour, one in zip(found, alpha)])


def edge_count(mesh: Any) -> int:
    """How many edges the faces have between them."""
    sizes = mesh.GetFaceVertexCountsAttr().Get(when()) or ()
    corners = mesh.GetFaceVertexIndicesAttr().Get(when()) or ()
    found: set[tuple[int, int]] = set()
    start = 0
    for size in sizes:
        face = corners[start : start + size]
        start += size
        found.update((min(a, b), max(a, b)) for a, b in zip(face, [*face[1:], face[0]]))
    return len(found)
