"""Drivers of objects, of their data, and of their materials: numbers that Blender computes from others.

**Invariant:** no expression is taken that Blender would run as Python; its simple expressions are arithmetic. Who may
run Python has `execute_python`, which the owner of the host can switch off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from scenewire.adapters.blender.bones import find_place
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.driver_variables import variable_told, write_variables
from scenewire.adapters.blender.lacks import lacks_of
from scenewire.adapters.blender.nodes import find_node, guard_nodes, node_id
from scenewire.adapters.blender.parts import Part, Parts
from scenewire.adapters.blender.paths import Number, number_at, word_of
from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.errors import ConflictError, InvalidParamsError, NotSupportedError

_TYPES = {"expression": "SCRIPTED", "average": "AVERAGE", "sum": "SUM", "minimum": "MIN", "maximum": "MAX"}
_WORDS = {theirs: ours for ours, theirs in _TYPES.items()}


def _places(node: Any) -> Iterator[tuple[str, Any]]:
    """What of an object can have drivers, by the path that leads there from the object."""
    yield "", node
    data = node.data
    if data is not None:
        yield "data", data
        for name in ("shape_keys", "node_tree"):
            if getattr(data, name, None) is not None:
                yield f"data.{name}", getattr(data, name)
    for at, slot in enumerate(node.material_slots):
        if slot.material is not None:
            yield f"material_slots[{at}].material", slot.material
            if slot.material.node_tree is not None:
                yield f"material_slots[{at}].material.node_tree", slot.material.node_tree


def _drivers(block: Any) -> Iterable[Any]:
    return block.animation_data.drivers if block.animation_data is not None else ()


def _path(start: str, data_path: str, index: int) -> str:
    path = word_of(data_path, index) if not start else f"{data_path}[{index}]" if index else data_path
    return f"{start}{'.' if start and not path.startswith('[') else ''}{path}"


def _keys(node: Any) -> list[str]:
    return [
        _path(start, curve.data_path, curve.array_index) for start, block in _places(node) for curve in _drivers(block)
    ]


def _nodes() -> Iterable[Any]:
    import bpy

    return list(bpy.context.scene.objects)


DRIVER_PARTS = Parts("driver", _keys, _nodes)


class Driver:
    """A driver for the length of a call."""

    def __init__(self, part: Part):
        self.part = part

    @property
    def place(self) -> tuple[Any, Any]:
        """The data-block whose number it computes, and Blender's F-curve of it."""
        return next(
            (block, curve)
            for start, block in _places(self.part.owner)
            for curve in _drivers(block)
            if _path(start, curve.data_path, curve.array_index) == self.part.key
        )

    @property
    def curve(self) -> Any:
        """Blender's F-curve of it."""
        return self.place[1]

    @property
    def it(self) -> Any:
        """Blender's driver."""
        return self.curve.driver


def find_driver(reference: str) -> Driver:
    """The driver of an id, or of `node/path`."""
    return Driver(DRIVER_PARTS.find(reference))


def guard_drivers(drivers: list[Driver]) -> None:
    """Refuses what comes from a library file."""
    guard_nodes([driver.part.owner for driver in drivers])
    for block in [driver.place[0] for driver in drivers]:
        _refuse_linked(block)


def _refuse_linked(block: Any) -> None:
    if block.library is not None:
        raise NotSupportedError(
            f"`{block.name}` is linked from {block.library.filepath} and cannot be changed here",
            {"path": "target_path", "library": block.library.filepath},
        )


def _make(item: Item) -> Driver:
    place, path = find_place(item.pop("target_node_id")), item.pop("target_path")
    node = place.owner
    guard_nodes([node])
    number = number_at(node, path, place.key, "target_path")
    start = next((start for start, block in _places(node) if block == number.block), None)
    if start is None:
        raise NotSupportedError(
            f"`{path}` belongs to `{number.block.name}`, which is not part of `{node.name}`",
            {"path": "target_path", "got": path},
            ["name the node that has it"],
        )
    _refuse_linked(number.block)
    part = Part(node, _path(start, number.data_path, number.index))
    if part.key in _keys(node):
        raise ConflictError(
            f"`{node.name}` has a driver for `{path}` already",
            {"path": "target_path", "id": DRIVER_PARTS.id_of(part)},
            ["update that one"],
        )
    _add(number)
    return Driver(DRIVER_PARTS.made(part))


def _add(number: Number) -> None:
    index = (number.index,) if number.of_row else ()
    number.block.driver_add(number.data_path, *index)


def _all(parent: str | None) -> list[Driver]:
    return [Driver(part) for part in (DRIVER_PARTS.of(find_node(parent)) if parent else DRIVER_PARTS.all())]


def _remove(drivers: list[Driver]) -> list[str]:
    ids = [DRIVER_PARTS.id_of(driver.part) for driver in drivers]
    for driver in drivers:
        block, curve = driver.place
        block.animation_data.drivers.remove(curve)
    return ids


def _write_group(driver: Driver, patch: Item) -> Item:
    """What it is computed from, at once: an expression means something only with its variables."""
    it, names = driver.it, {"type", "variables", "expression"} & patch.keys()
    before, free = it.expression, it.type == "SCRIPTED" and not it.is_simple_expression
    if "type" in patch:
        it.type = _TYPES[patch["type"]]
    if "variables" in patch:
        write_variables(driver.curve, patch["variables"])
    if "expression" in patch:
        _refuse_long(it, patch["expression"])
        it.expression = patch["expression"]
    # The artist's own Python stays what it was.
    kept = free and it.expression == before and "type" not in patch
    if names and it.type == "SCRIPTED" and not kept and not it.is_simple_expression:
        _refuse_python(it)
    return {name: value for name, value in patch.items() if name not in names}


def _refuse_long(it: Any, expression: str) -> None:
    most = it.bl_rna.properties["expression"].length_max - 1
    size = len(expression.encode())
    if size > most:
        raise InvalidParamsError(
            f"the expression has {size} bytes, and Blender keeps {most} of them",
            {"path": "expression", "expected": f"at most {most} bytes of UTF-8", "got": f"{size} bytes"},
        )


def _refuse_python(it: Any) -> None:
    given, names = it.expression, [variable.name for variable in it.variables]
    # Nothing evaluates it any more, not even the roll-back.
    it.expression = "0"
    known = ", ".join(names) or "none"
    raise InvalidParamsError(
        f"`{given}` is not arithmetic over the driver's variables ({known}), and no Python runs in drivers made here",
        {"path": "expression", "expected": f"arithmetic over {known}", "got": given},
        ["give every name that it uses as a variable", "Python proper may be set by execute_python"],
    )


def _set_enabled(driver: Driver, enabled: bool) -> None:
    driver.curve.mute = not enabled


def _variables(driver: Driver, _job: Job) -> list[Item]:
    return [variable_told(variable) for variable in driver.it.variables]


DRIVER_FIELDS: dict[str, Field] = {
    "id": Field(lambda driver, _job: DRIVER_PARTS.id_of(driver.part)),
    "name": Field(lambda driver, _job: f"{driver.part.owner.name}/{driver.part.key}"),
    "target_node_id": Field(lambda driver, _job: node_id(driver.part.owner)),
    "target_path": Field(lambda driver, _job: driver.part.key),
    # These three are written by `_write_group`.
    "type": Field(lambda driver, _job: _WORDS[driver.it.type]),
    "expression": Field(lambda driver, _job: driver.it.expression),
    "variables": Field(_variables),
    "enabled": Field(lambda driver, _job: not driver.curve.mute, _set_enabled),
    "valid": Field(lambda driver, _job: bool(driver.it.is_valid)),
    **lacks_of("drivers"),
}

DRIVERS = Entity(
    plural="drivers",
    fields=DRIVER_FIELDS,
    make=_make,
    find=find_driver,
    all=_all,
    remove=_remove,
    guard=guard_drivers,
    settle=settle,
    write_group=_write_group,
    places=lambda drivers: DRIVER_PARTS.places(driver.part for driver in drivers),
)
