"""UV maps of meshes."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender import mesh_arrays as arrays
from scenewire.adapters.blender.components import mesh_node
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.lacks import lacks_of
from scenewire.adapters.blender.naming import PART_BYTES, checked_name
from scenewire.adapters.blender.nodes import find_typed, guard_nodes, node_id
from scenewire.adapters.blender.parts import Part, Parts, Target, meshes
from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.errors import ConflictError, NotSupportedError


def _names(node: Any) -> list[str]:
    return [layer.name for layer in node.data.uv_layers] if node.type == "MESH" else []


UV_PARTS = Parts("uv_map", _names, meshes)


class UVMap(Target):
    """A UV map for the length of a call. Blender moves them when one is added: only the name is kept."""

    @property
    def mesh(self) -> Any:
        """The mesh that it belongs to."""
        return self.node.data

    @property
    def layer(self) -> Any:
        """Blender's layer."""
        return self.mesh.uv_layers[self.part.key]


def make_uv_map(node: Any, name: str) -> UVMap:
    """A new UV map, all its coordinates in the unit square's corners until they are given."""
    layer = node.data.uv_layers.new(name=checked_name(name, PART_BYTES))
    if layer is None:
        raise NotSupportedError(f"Blender keeps 8 UV maps, and `{node.name}` has them", {"path": "mesh_id"})
    return UVMap(UV_PARTS.made(Part(node, layer.name)))


def _make(item: Item) -> UVMap:
    node = mesh_node(item.pop("mesh_id"))
    guard_nodes([node])
    return make_uv_map(node, item.pop("name", None) or arrays.UV_LAYER)


def _write_coordinates(target: UVMap, patch: Item) -> Item:
    rest = dict(patch)
    given = rest.pop("coordinates", None)
    if given is not None:
        arrays.write_uv_layer(target.mesh, target.layer, given, "coordinates")
        target.mesh.update()
    return rest


def _coordinates(target: UVMap, job: Job) -> Any:
    values = arrays.read_uv_layer(target.mesh, target.layer)
    return job.attach(values, "f4", (len(values) // 2, 2))


def _remove(targets: list[UVMap]) -> list[str]:
    ids = [UV_PARTS.id_of(target.part) for target in targets]
    for target in targets:
        target.mesh.uv_layers.remove(target.layer)
    return ids


def _rename(target: UVMap, name: str) -> None:
    UV_PARTS.id_of(target.part)
    if name != target.part.key and name in target.mesh.attributes:
        raise ConflictError(f"`{target.node.name}` has another attribute called `{name}`", {"path": "name"})
    layer = target.layer
    layer.name = checked_name(name, PART_BYTES)
    target.part = Part(target.node, layer.name)


def _active(target: UVMap, _job: Job) -> bool:
    layers = target.mesh.uv_layers
    return bool(layers.active is not None and layers.active.name == target.part.key)


def _set_active(target: UVMap, active: bool) -> None:
    layers = target.mesh.uv_layers
    if active:
        layers.active_index = layers.keys().index(target.part.key)
        target.layer.active_render = True
    elif layers.active.name == target.part.key:
        others = [index for index, name in enumerate(layers.keys()) if name != target.part.key]
        if not others:
            raise ConflictError(f"`{target.part.key}` is the only UV map, and one is active", {"path": "active"})
        layers.active_index = others[0]
        layers[others[0]].active_render = True


UV_MAP_FIELDS: dict[str, Field] = {
    "id": Field(lambda target, _job: UV_PARTS.id_of(target.part)),
    "name": Field(lambda target, _job: target.part.key, _rename),
    "mesh_id": Field(lambda target, _job: node_id(target.node)),
    "channel": Field(lambda target, _job: target.mesh.uv_layers.keys().index(target.part.key)),
    "coordinates": Field(_coordinates, heavy=True),
    "active": Field(_active, _set_active),
    **lacks_of("uv_maps"),
}


def _all(parent: str | None) -> list[UVMap]:
    parts = UV_PARTS.of(find_typed(parent, "mesh")) if parent else UV_PARTS.all()
    return [UVMap(part) for part in parts]


UV_MAPS = Entity(
    plural="uv_maps",
    fields=UV_MAP_FIELDS,
    make=_make,
    find=lambda reference: UVMap(UV_PARTS.find(reference)),
    all=_all,
    remove=_remove,
    guard=lambda targets: guard_nodes([target.node for target in targets]),
    settle=settle,
    write_group=_write_coordinates,
    places=lambda targets: UV_PARTS.places(target.part for target in targets),
)
