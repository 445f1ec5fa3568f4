"""Blend shapes: the shape keys of a mesh but the first, which is the mesh's own form."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import Any

from scenewire.adapters.blender.components import mesh_node
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.lacks import lacks_of, refuse_word
from scenewire.adapters.blender.naming import PART_BYTES, checked_name
from scenewire.adapters.blender.nodes import find_typed, guard_nodes, node_id
from scenewire.adapters.blender.parts import Part, Parts, Target, meshes
from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.errors import ConflictError, InvalidParamsError

#: What a delta is rounded to nothing below: positions are kept in single precision.
_NOTHING = 1e-7


def _names(node: Any) -> list[str]:
    keys = node.data.shape_keys if node.type == "MESH" else None
    return [key.name for key in keys.key_blocks if key != keys.reference_key] if keys else []


SHAPE_PARTS = Parts("blend_shape", _names, meshes)


class Shape(Target):
    """A shape key."""

    @property
    def it(self) -> Any:
        """Blender's shape key."""
        return self.node.data.shape_keys.key_blocks[self.part.key]


def _make(item: Item) -> Shape:
    node = mesh_node(item.pop("mesh_id"))
    guard_nodes([node])
    name = checked_name(item.pop("name", None) or "Shape", PART_BYTES)
    keys = node.data.shape_keys
    if keys is not None and not keys.use_relative:
        raise ConflictError(
            f"the shape keys of `{node.name}` are absolute: they follow each other in time", {"path": "mesh_id"}
        )
    if keys is None:
        node.shape_key_add(name="Basis", from_mix=False)
    made = node.shape_key_add(name=name, from_mix=False)
    return Shape(SHAPE_PARTS.made(Part(node, made.name)))


def _remove(targets: list[Shape]) -> list[str]:
    ids = [SHAPE_PARTS.id_of(target.part) for target in targets]
    for target in targets:
        node = target.node
        node.shape_key_remove(target.it)
        if len(node.data.shape_keys.key_blocks) == 1:
            # The mesh's own form alone is a mesh without shapes.
            node.shape_key_clear()
    return ids


def _rename(target: Shape, name: str) -> None:
    SHAPE_PARTS.id_of(target.part)
    checked_name(name, PART_BYTES)
    if name != target.part.key and name in target.node.data.shape_keys.key_blocks:
        raise ConflictError(f"`{target.node.name}` has another shape called `{name}`", {"path": "name"})
    target.it.name = name
    target.part = Part(target.node, name)


def _positions(key: Any) -> array[float]:
    values = array("f", bytes(12 * len(key.data)))
    key.data.foreach_get("co", values)
    return values


def _moved(target: Shape) -> array[float]:
    own, base = _positions(target.it), _positions(target.it.relative_key)
    return array("f", (there - here for there, here in zip(own, base)))


def _deltas(target: Shape, _job: Job) -> list[Item]:
    moved = _moved(target)
    rows = ((at // 3, list(moved[at : at + 3])) for at in range(0, len(moved), 3))
    return [{"vertex_index": at, "position_delta": row} for at, row in rows if max(map(abs, row)) > _NOTHING]


def _set_deltas(target: Shape, deltas: list[Item]) -> None:
    count = len(target.it.data)
    moved = array("f", bytes(12 * count))
    for delta in deltas:
        at = delta["vertex_index"]
        if at >= count:
            raise InvalidParamsError(
                f"`{target.node.name}` has {count} vertices, so no vertex {at}",
                {"path": "deltas.vertex_index", "expected": f"0 to {count - 1}", "got": at},
            )
        moved[3 * at : 3 * at + 3] = array("f", delta["position_delta"])
    _move(target, moved)


def _set_positions(target: Shape, given: Any) -> None:
    count = len(target.it.data)
    if len(given) != 3 * count:
        raise InvalidParamsError(
            f"{len(given) // 3} rows for {count} vertices",
            {"path": "position_deltas", "expected": f"[{count}, 3]", "got": len(given)},
        )
    _move(target, given)


def _move(target: Shape, moved: Any) -> None:
    base = _positions(target.it.relative_key)
    target.it.data.foreach_set("co", array("f", (here + by for here, by in zip(base, moved))))
    target.node.data.update()


def _attached(target: Shape, job: Job) -> Any:
    moved = _moved(target)
    return job.attach(moved, "f4", (len(moved) // 3, 3))


def set_weight(key: Any, weight: float) -> None:
    """Writes how much of a shape key shows."""
    # Blender cuts a value to the slider's range in silence; 0 to 1 always is within what the slider can have.
    key.slider_min = min(key.slider_min, 0.0)
    key.slider_max = max(key.slider_max, 1.0)
    key.value = weight


def _set_weight(target: Shape, weight: float) -> None:
    set_weight(target.it, weight)


def _set_method(_target: Shape, word: str) -> None:
    refuse_word("blend_shapes", "combine_method", word)


def _set_enabled(target: Shape, enabled: bool) -> None:
    target.it.mute = not enabled


BLEND_SHAPE_FIELDS: dict[str, Field] = {
    "id": Field(lambda target, _job: SHAPE_PARTS.id_of(target.part)),
    "name": Field(lambda target, _job: target.part.key, _rename),
    "mesh_id": Field(lambda target, _job: node_id(target.node)),
    "weight": Field(lambda target, _job: target.it.value, _set_weight),
    "deltas": Field(_deltas, _set_deltas, heavy=True),
    "position_deltas": Field(_attached, _set_positions, heavy=True),
    "combine_method": Field(lambda _target, _job: "additive", _set_method),
    "enabled": Field(lambda target, _job: not target.it.mute, _set_enabled),
    **lacks_of("blend_shapes"),
}


def _all(parent: str | None) -> Iterable[Shape]:
    parts = SHAPE_PARTS.of(find_typed(parent, "mesh")) if parent else SHAPE_PARTS.all()
    return [Shape(part) for part in parts]


BLEND_SHAPES = Entity(
    plural="blend_shapes",
    fields=BLEND_SHAPE_FIELDS,
    make=_make,
    find=lambda reference: Shape(SHAPE_PARTS.find(reference)),
    all=_all,
    remove=_remove,
    guard=lambda targets: guard_nodes([target.node for target in targets]),
    settle=settle,
    places=lambda targets: SHAPE_PARTS.places(target.part for target in targets),
)
