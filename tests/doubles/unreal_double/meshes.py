"""Static meshes and their descriptions: `UMeshDescriptionBase`, `UStaticMeshDescription`, `UStaticMesh`.

A description that a mesh gives is a copy, and a mesh changes when it is built from one; no transaction keeps that. As
the stubs have it, Python makes triangles: `create_polygon` takes no corners. Assets are made by `UAssetTools`.
"""

from __future__ import annotations

from typing import Any

from unreal_double import actors, rotating
from unreal_double.kinds import does, named
from unreal_double.objects import new
from unreal_double.transactions import mark_dirty

#: Assets by the path of their package.
ASSETS: dict[str, Any] = {}
#: Those with a file.
SAVED: set[str] = set()
#: Vertices, corners as (vertex, its texture coordinates), triangles as three corners with their group, groups by name.
_EMPTY: dict[str, Any] = {"vertices": [], "corners": [], "triangles": [], "groups": []}


def empty() -> dict[str, Any]:
    """What a new description has."""
    return {name: list(value) for name, value in _EMPTY.items()}


def _copy(data: dict[str, Any]) -> dict[str, Any]:
    return {**data, "vertices": list(data["vertices"]), "corners": [(at, dict(uvs)) for at, uvs in data["corners"]],
            "triangles": list(data["triangles"]), "groups": list(data["groups"])}  # fmt: skip


def cube(half: float) -> dict[str, Any]:
    """What stands for the engine's own cube: its eight corners, and twelve triangles."""
    data = empty()
    data["vertices"] = [(x, y, z) for z in (-half, half) for y in (-half, half) for x in (-half, half)]
    data["groups"] = ["None"]
    for a, b, c, d in ((0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)):
        for three in ((a, b, c), (a, c, d)):
            start = len(data["corners"])
            data["corners"] += [(vertex, {}) for vertex in three]
            data["triangles"].append((0, (start, start + 1, start + 2)))
    return data


def asset(kind: str, path: str) -> Any:
    """A new asset at the path of its package."""
    made = new(kind, new("Package", None, path), path.rpartition("/")[2])
    if kind == "StaticMesh":
        made._state["description"] = empty()
    ASSETS[path] = made
    return made


def _data(description: Any) -> dict[str, Any]:
    found: dict[str, Any] = description._state.setdefault("data", empty())
    return found


def _id(kind: str, number: int) -> Any:
    return named(kind)(number)


def _number(one: Any, kind: str, limit: int) -> int:
    number = int(one._fields["id_value"])
    if not 0 <= number < limit:
        raise RuntimeError(f"{kind} {number} is not valid")
    return number


@does("AssetToolsHelpers", "get_asset_tools")
def _tools(cls: Any) -> Any:
    return new("AssetTools")


@does("AssetTools", "create_unique_asset_name")
def _unique(self: Any, base_package_name: str, suffix: str) -> tuple[str, str]:
    path, number = base_package_name + suffix, 0
    while path in ASSETS:
        number += 1
        path = f"{base_package_name}{suffix}{number}"
    return path, path.rpartition("/")[2]


@does("AssetTools", "create_asset")
def _create(
    self: Any, asset_name: str, package_path: str, asset_class: Any, factory: Any, calling_context: Any = None
) -> Any:
    """`CreateAsset`: without a factory a bare object of the class. A name with what Unreal refuses makes none."""
    refused = set("\"' ,/.:|&!~\n\r\t@#(){}[]=;^%$`")
    path = f"{package_path}/{asset_name}"
    if not asset_name or refused & set(asset_name) or path in ASSETS:
        return None
    return asset(asset_class.__name__, path)


@does("EditorAssetLibrary", "load_asset")
def _load(cls: Any, asset_path: str) -> Any:
    path = asset_path.partition(".")[0]
    if path == "/Engine/BasicShapes/Cube" and path not in ASSETS:
        asset("StaticMesh", path)._state["description"] = cube(50.0)
    return ASSETS.get(path)


@does("EditorAssetLibrary", "save_loaded_asset")
def _save(cls: Any, asset_to_save: Any, only_if_is_dirty: bool = True) -> bool:
    """From then on a level that is opened finds it; the package of one that was never saved is gone with the editor."""
    SAVED.add(asset_to_save.get_outermost().get_name())
    return True


@does("StaticMesh", "create_static_mesh_description")
def _new_description(cls: Any, outer: Any = None) -> Any:
    return new("StaticMeshDescription", outer)


@does("StaticMesh", "get_static_mesh_description")
def _description(self: Any, lod_index: int) -> Any:
    if lod_index != 0:
        return None
    made = new("StaticMeshDescription")
    made._state["data"] = _copy(self._state["description"])
    return made


@does("StaticMesh", "build_from_static_mesh_descriptions")
def _build(
    self: Any, static_mesh_descriptions: list[Any], build_simple_collision: bool = False, fast_build: bool = True
) -> None:
    self._state["description"] = _copy(_data(static_mesh_descriptions[0]))
    mark_dirty(self)


@does("MeshDescriptionBase", "create_vertex")
def _create_vertex(self: Any) -> Any:
    vertices = _data(self)["vertices"]
    vertices.append((0.0, 0.0, 0.0))
    return _id("VertexID", len(vertices) - 1)


@does("MeshDescriptionBase", "set_vertex_position")
def _set_position(self: Any, vertex_id: Any, position: Any) -> None:
    vertices = _data(self)["vertices"]
    vertices[_number(vertex_id, "vertex", len(vertices))] = rotating.triple(position)


@does("MeshDescriptionBase", "get_vertex_position")
def _position(self: Any, vertex_id: Any) -> Any:
    vertices = _data(self)["vertices"]
    return rotating.vector(vertices[_number(vertex_id, "vertex", len(vertices))])


@does("MeshDescriptionBase", "get_vertex_count")
def _vertex_count(self: Any) -> int:
    return len(_data(self)["vertices"])


@does("MeshDescriptionBase", "is_vertex_valid")
def _vertex_valid(self: Any, vertex_id: Any) -> bool:
    return 0 <= vertex_id._fields["id_value"] < len(_data(self)["vertices"])


@does("MeshDescriptionBase", "create_vertex_instance")
def _create_corner(self: Any, vertex_id: Any) -> Any:
    data = _data(self)
    data["corners"].append((_number(vertex_id, "vertex", len(data["vertices"])), {}))
    return _id("VertexInstanceID", len(data["corners"]) - 1)


@does("MeshDescriptionBase", "get_vertex_instance_vertex")
def _vertex_of(self: Any, vertex_instance_id: Any) -> Any:
    corners = _data(self)["corners"]
    return _id("VertexID", corners[_number(vertex_instance_id, "corner", len(corners))][0])


@does("MeshDescriptionBase", "create_polygon_group")
def _create_group(self: Any) -> Any:
    groups = _data(self)["groups"]
    groups.append("None")
    return _id("PolygonGroupID", len(groups) - 1)


@does("MeshDescriptionBase", "create_triangle")
def _create_triangle(self: Any, polygon_group_id: Any, vertex_instance_i_ds: list[Any]) -> Any:
    data = _data(self)
    if len(vertex_instance_i_ds) != 3:
        raise RuntimeError("a triangle has three corners")
    group = _number(polygon_group_id, "polygon group", len(data["groups"]))
    data["triangles"].append(
        (group, tuple(_number(one, "corner", len(data["corners"])) for one in vertex_instance_i_ds))
    )
    return _id("TriangleID", len(data["triangles"]) - 1), []


@does("MeshDescriptionBase", "get_triangle_count")
def _triangle_count(self: Any) -> int:
    return len(_data(self)["triangles"])


@does("MeshDescriptionBase", "is_triangle_valid")
def _triangle_valid(self: Any, triangle_id: Any) -> bool:
    return 0 <= triangle_id._fields["id_value"] < len(_data(self)["triangles"])


@does("MeshDescriptionBase", "get_triangle_vertex_instances")
def _corners_of(self: Any, triangle_id: Any) -> list[Any]:
    triangles = _data(self)["triangles"]
    _, three = triangles[_number(triangle_id, "triangle", len(triangles))]
    return [_id("VertexInstanceID", one) for one in three]


@does("StaticMeshDescription", "set_vertex_instance_uv")
def _set_uv(self: Any, vertex_instance_id: Any, uv: Any, uv_index: int = 0) -> None:
    corners = _data(self)["corners"]
    corners[_number(vertex_instance_id, "corner", len(corners))][1][uv_index] = (uv._fields["x"], uv._fields["y"])


@does("StaticMeshDescription", "get_vertex_instance_uv")
def _uv(self: Any, vertex_instance_id: Any, uv_index: int = 0) -> Any:
    corners = _data(self)["corners"]
    found = corners[_number(vertex_instance_id, "corner", len(corners))][1].get(uv_index, (0.0, 0.0))
    return named("Vector2D")(*found)


@does("Actor", "get_actor_bounds")
def _bounds(self: Any, only_colliding_components: bool, include_from_child_actors: bool = False) -> tuple[Any, Any]:
    """Middle and half of the box around what is drawn; nothing drawn is no box at all."""
    points = []
    for component in self._state["components"]:
        mesh = component._state["values"].get("static_mesh") if "static_mesh" in component._table else None
        if mesh is not None:
            world = actors.world_transform(component)
            for place in mesh._state["description"]["vertices"]:
                at = rotating.transform(place, (0.0, 0.0, 0.0, 1.0), (1, 1, 1))
                points.append(rotating.triple(rotating.below(at, world)._fields["translation"]))
    if not points:
        return rotating.vector((0, 0, 0)), rotating.vector((0, 0, 0))
    low, high = ([pick(point[axis] for point in points) for axis in range(3)] for pick in (min, max))
    middle = [(a + b) / 2 for a, b in zip(low, high)]
    return rotating.vector(middle), rotating.vector([b - a for a, b in zip(middle, high)])
