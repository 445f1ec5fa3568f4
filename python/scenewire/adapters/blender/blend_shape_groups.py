"""Groups of blend shapes: the shape keys of a mesh, which in Blender are one data-block, its Key. A mesh has one or
none, and every shape of the mesh belongs to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scenewire.adapters.blender.blend_shapes import SHAPE_PARTS, set_weight
from scenewire.adapters.blender.components import mesh_node
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.identity import IDENTITY
from scenewire.adapters.blender.lacks import lacks_of
from scenewire.adapters.blender.metadata import METADATA
from scenewire.adapters.blender.naming import PART_BYTES, checked_name, rename
from scenewire.adapters.blender.nodes import find_typed, guard_nodes, node_id
from scenewire.adapters.blender.parts import Part, meshes
from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.references import nearest
from scenewire.errors import ConflictError, InvalidParamsError, NotFoundError

_KIND = "blend_shape_group"


def _node(keys: Any) -> Any:
    """The mesh object whose forms they are."""
    found = next((node for node in meshes() if node.data.shape_keys == keys), None)
    if found is None:
        raise NotFoundError(f"no mesh of this scene has the shapes of `{keys.name}`", {"id": IDENTITY.of(_KIND, keys)})
    return found


def _find(reference: str) -> Any:
    keys = IDENTITY.find(_KIND, reference)
    _node(keys)
    return keys


def _all(parent: str | None) -> Iterable[Any]:
    nodes = [find_typed(parent, "mesh")] if parent else meshes()
    found = {node.data.shape_keys.name: node.data.shape_keys for node in nodes if node.data.shape_keys}
    return list(found.values())


def _make(item: Item) -> Any:
    node = mesh_node(item.pop("mesh_id"))
    guard_nodes([node])
    if node.data.shape_keys is not None:
        raise ConflictError(
            f"`{node.name}` has its group of shapes already, `{node.data.shape_keys.name}`",
            {"path": "mesh_id", "id": IDENTITY.of(_KIND, node.data.shape_keys)},
            ["create_blend_shapes adds to it", "update_blend_shape_groups"],
        )
    names = [checked_name(name, PART_BYTES) for name in item.get("target_weights") or {}]
    basis = node.shape_key_add(name="Basis", from_mix=False)
    if basis.name in names:
        # The mesh's own form needs a name that is not taken.
        basis.name = "Basis.000"
    for name in names:
        SHAPE_PARTS.made(Part(node, node.shape_key_add(name=name, from_mix=False).name))
    return node.data.shape_keys


def _remove(groups: list[Any]) -> list[str]:
    ids = [IDENTITY.of(_KIND, keys) for keys in groups]
    for node in [_node(keys) for keys in groups]:
        node.shape_key_clear()
    return ids


def _shapes(keys: Any) -> dict[str, Any]:
    return {key.name: key for key in keys.key_blocks if key != keys.reference_key}


def _shape_ids(keys: Any, _job: Job) -> list[str]:
    return SHAPE_PARTS.ids_of(_node(keys), _shapes(keys))


def _weights(keys: Any, _job: Job) -> dict[str, float]:
    return {name: key.value for name, key in _shapes(keys).items()}


def _set_weights(keys: Any, weights: dict[str, float]) -> None:
    shapes = _shapes(keys)
    for name, weight in weights.items():
        if name not in shapes:
            raise InvalidParamsError(
                f"`{keys.name}` has no shape `{name}`",
                {"path": f"target_weights.{name}", "expected": f"one of {', '.join(shapes)}"},
                nearest(name, shapes) or ["create_blend_shapes"],
            )
        set_weight(shapes[name], weight)


def _set_inbetween(keys: Any, follow: bool) -> None:
    keys.use_relative = not follow


BLEND_SHAPE_GROUP_FIELDS: dict[str, Field] = {
    "id": Field(lambda keys, _job: IDENTITY.of(_KIND, keys)),
    "name": Field(lambda keys, _job: keys.name, rename),
    "mesh_id": Field(lambda keys, _job: node_id(_node(keys))),
    "blend_shape_ids": Field(_shape_ids),
    "target_weights": Field(_weights, _set_weights),
    "is_inbetween": Field(lambda keys, _job: not keys.use_relative, _set_inbetween),
    "metadata": METADATA,
    **lacks_of("blend_shape_groups"),
}

BLEND_SHAPE_GROUPS = Entity(
    plural="blend_shape_groups",
    fields=BLEND_SHAPE_GROUP_FIELDS,
    make=_make,
    find=_find,
    all=_all,
    remove=_remove,
    guard=lambda groups: guard_nodes([_node(keys) for keys in groups]),
    settle=settle,
)
