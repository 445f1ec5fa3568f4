"""Objects that show one data-block together (instances), and when two data-blocks say the same."""

from __future__ import annotations

from array import array
from typing import Any

from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.metadata import read_metadata
from scenewire.adapters.blender.nodes import find_typed, guard_nodes, node_id
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item
from scenewire.errors import ConflictError

#: How an attribute of each type is read: the name of its value, how many numbers, their code.
_VALUES = {
    "FLOAT": ("value", 1, "f"), "INT": ("value", 1, "i"), "INT8": ("value", 1, "i"), "BOOLEAN": ("value", 1, "b"),
    "FLOAT_VECTOR": ("vector", 3, "f"), "FLOAT2": ("vector", 2, "f"), "FLOAT_COLOR": ("color", 4, "f"),
    "BYTE_COLOR": ("color", 4, "f"), "QUATERNION": ("value", 4, "f"), "INT32_2D": ("value", 2, "i"),
    "INT16_2D": ("value", 2, "i"), "FLOAT4X4": ("value", 16, "f"),
}  # fmt: skip
#: Two coordinates that differ by no more, as a part of the larger, are the same.
_NEAR = 1e-5
#: What of edges and faces older Blenders keep in no attribute.
_FLAGS = {
    "edges": ("use_edge_sharp", "use_seam"),
    "polygons": ("use_smooth",),
}


def share_meshes(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Makes objects show the meshes of others; a mesh that nothing shows any more goes."""
    pairs = [(find_typed(item["id"], "mesh"), find_typed(item["source_id"], "mesh")) for item in items]
    for node in [node for pair in pairs for node in pair]:
        if node.data.is_editmode:
            raise ConflictError(
                f"the artist is editing `{node.name}`", {"id": node_id(node)}, ["ask the artist to leave Edit Mode"]
            )
    guard_nodes([node for node, _ in pairs])
    told = [_share(node, source, item.get("only_equal", False)) for (node, source), item in zip(pairs, items)]
    settle()
    return {"items": told}


def _share(node: Any, source: Any, only_equal: bool) -> Item:
    import bpy

    before = node.data
    changes = before != source.data and (not only_equal or _equal(node, source))
    freed = False
    if changes:
        node.data = source.data
        freed = before.users == 0
        if freed:
            bpy.data.batch_remove([before])
    shared = node.data == source.data
    return {"id": node_id(node), "source_id": node_id(source), "shared": shared, "changed": changes, "freed": freed}


def _equal(one: Any, other: Any) -> bool:
    """Whether two mesh objects would lose nothing by showing one mesh: corners, attributes, materials, properties."""
    if one.vertex_groups or other.vertex_groups:
        return False
    first, second = one.data, other.data
    return (
        not any(mesh.shape_keys or mesh.animation_data or mesh.use_fake_user for mesh in (first, second))
        and _counts(first) == _counts(second)
        and list(first.materials) == list(second.materials)
        and read_metadata(first) == read_metadata(second)
        and _layers(first) == _layers(second)
        and all(_same(*pair) for pair in zip(_numbers(first), _numbers(second)))
    )


def _counts(mesh: Any) -> list[int]:
    return [len(getattr(mesh, part)) for part in ("vertices", "edges", "loops", "polygons")]


def _layers(mesh: Any) -> list[Any]:
    """Names and kinds of what lies on it, and which of it is used."""
    own = sorted((layer.name, layer.data_type, layer.domain) for layer in mesh.attributes)
    uvs = mesh.uv_layers
    colors = mesh.color_attributes
    return [own, [layer.name for layer in uvs], uvs.active_index, colors.active_color_index, colors.render_color_index]


def _numbers(mesh: Any) -> Any:
    """All its numbers, array after array, the cheapest first."""
    count = _counts(mesh)
    yield _read(mesh.vertices, "co", "f", 3 * count[0])
    yield _read(mesh.loops, "vertex_index", "i", count[2])
    yield _read(mesh.edges, "vertices", "i", 2 * count[1])
    yield _read(mesh.polygons, "loop_total", "i", count[3])
    yield _read(mesh.polygons, "material_index", "i", count[3])
    for part, names in _FLAGS.items():
        for name in names:
            yield _read(getattr(mesh, part), name, "b", len(getattr(mesh, part)))
    for layer in sorted(mesh.attributes, key=lambda layer: layer.name):
        if layer.data_type not in _VALUES:
            # Unread is not equal.
            yield layer.as_pointer()
            continue
        value, width, code = _VALUES[layer.data_type]
        yield _read(layer.data, value, code, width * len(layer.data))


def _read(collection: Any, name: str, code: str, length: int) -> array[Any]:
    values = array(code, bytes(length * array(code).itemsize))
    if length:
        collection.foreach_get(name, values)
    return values


def _same(first: Any, second: Any) -> bool:
    if first == second:
        return True
    if not isinstance(first, array) or first.typecode != "f" or len(first) != len(second):
        return False
    largest = max(map(abs, first), default=0.0)
    return all(abs(a - b) <= _NEAR * largest for a, b in zip(first, second))
