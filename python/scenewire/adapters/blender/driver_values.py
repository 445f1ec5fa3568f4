"""What drivers compute: now, or of other numbers, tried on an object in a scene of their own."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from scenewire.adapters.blender.artist import under_way
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.drivers import DRIVER_PARTS, Driver, find_driver
from scenewire.adapters.blender.undo import UNDO
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.driver_rules import numbers_for
from scenewire.adapters.fields import Item
from scenewire.errors import ConflictError


def evaluate_drivers(*, items: list[Item], job: Job) -> Json:
    """Each by itself; the scene stays as it is."""
    settle()
    return {"items": [_evaluated(find_driver(item["driver_id"]), item.get("variables")) for item in items]}


def _evaluated(driver: Driver, given: dict[str, Any] | None) -> Item:
    value, valid = _present(driver) if given is None else _tried(driver.it, given)
    return {
        "driver_id": DRIVER_PARTS.id_of(driver.part),
        "value": value,
        "valid": valid,
        "enabled": not driver.curve.mute,
    }


def _present(driver: Driver) -> tuple[float, bool]:
    block, curve = driver.place
    value = block.path_resolve(curve.data_path)
    # An enumeration is a word there; drivers compute the number of one.
    if isinstance(value, str):
        value = curve.evaluate(0)
    return float(value[curve.array_index] if hasattr(value, "__len__") else value), bool(curve.driver.is_valid)


def _tried(it: Any, given: dict[str, Any]) -> tuple[float, bool]:
    numbers = numbers_for([variable.name for variable in it.variables], given)
    reason = under_way()
    if reason is not None:
        raise ConflictError(reason, suggestions=["try again when it is done"])
    with UNDO.own_changes_kept(), _probe() as (node, layer):
        made = node.driver_add('["result"]').driver
        made.type = it.type
        for name, number in numbers.items():
            node[name] = number
            variable = made.variables.new()
            variable.name = name
            variable.targets[0].id, variable.targets[0].data_path = node, f'["{name}"]'
        made.expression = it.expression
        node.update_tag()
        layer.update()
        return float(node.evaluated_get(layer.depsgraph)["result"]), bool(made.is_valid)


@contextlib.contextmanager
def _probe() -> Iterator[tuple[Any, Any]]:
    """An object in a scene that is gone afterwards."""
    import bpy

    scene, node = bpy.data.scenes.new("Scenewire"), bpy.data.objects.new("Scenewire", None)
    try:
        node["result"] = 0.0
        scene.frame_current = bpy.context.scene.frame_current
        scene.collection.objects.link(node)
        yield node, scene.view_layers[0]
    finally:
        bpy.data.objects.remove(node)
        bpy.data.scenes.remove(scene)
