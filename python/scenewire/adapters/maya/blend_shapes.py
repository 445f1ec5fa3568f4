"""Blend shapes: the targets of blendShape nodes."""

from __future__ import annotations

from array import array
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.maya.attributes import get, put
from scenewire.adapters.maya.blend_targets import (
    Target,
    alias_of,
    alias_taken,
    base_of,
    blend_nodes,
    form_of,
    new_node,
    new_target,
    put_form,
    remove_target,
    targets_of,
)
from scenewire.adapters.maya.handles import guard, handle, settle
from scenewire.adapters.maya.identity import IDENTITY, missing, parsed
from scenewire.adapters.maya.lacks import lacks_of, refuse_word
from scenewire.adapters.maya.mesh_arrays import mesh_at, mesh_of, points_of
from scenewire.adapters.maya.naming import identifier, refuse_referenced, shown
from scenewire.adapters.maya.nodes import find_typed, node_id
from scenewire.adapters.references import nearest, the_only
from scenewire.errors import ConflictError, InvalidParamsError

#: What a delta is nothing below: positions are kept in single precision.
_NOTHING = 1e-7


def shape_id(target: Target) -> str:
    """The id of a target."""
    return f"{IDENTITY.of('blend_shape', target.node.uuid)}_{target.number}"


def _all(parent: str | None) -> list[Target]:
    mesh = find_typed(parent, "mesh").path if parent else None
    return [one for path in blend_nodes(mesh) for one in targets_of(handle(path))]


def _find(reference: str) -> Target:
    every, known = _all(None), parsed("blend_shape", reference)
    if known is not None:
        uuid, number = known
        there = {f"w{one.index}": one for one in every if one.node.uuid == uuid}
        where = next((where for where in IDENTITY.wheres(uuid, number or 0) if where in there), None)
        if where is None:
            raise missing("blend_shape", reference, [])
        return there[where]
    found = [one for one in every if one.name in (reference, identifier(reference))]
    if not found:
        raise missing("blend_shape", reference, nearest(reference, (one.name for one in every)))
    return the_only(
        "blend shape",
        reference,
        found,
        lambda one: {"id": shape_id(one), "name": one.name, "mesh": shown(_mesh(one))},
        tuple,
    )


def _make(item: Item) -> Target:
    mesh = find_typed(item.pop("mesh_id"), "mesh")
    guard([mesh])
    name = item.pop("name", None) or "Shape"
    there = blend_nodes(mesh.path)
    node = handle(there[0]) if there else new_node(mesh.path, "blendShape")
    guard([node])
    return new_target(node, name)


def _remove(targets: list[Target]) -> list[str]:
    ids = [shape_id(target) for target in targets]
    for target in targets:
        refuse_referenced(target.path, "changed so")
        remove_target(target)
    return ids


def _rename(target: Target, name: str) -> None:
    from maya import cmds

    wanted = alias_of(name)
    if wanted == target.name:
        return
    if alias_taken(target.path, wanted):
        raise ConflictError(f"`{shown(target.path)}` has another attribute called `{wanted}`", {"path": "name"})
    cmds.aliasAttr(wanted, f"{target.path}.{target.weight}")


def _mesh(target: Target) -> str:
    return base_of(target.path) or ""


def _geometry(target: Target) -> str | None:
    """The mesh that a target follows; None for one that keeps its form itself."""
    from maya import cmds

    plug = f"{target.path}.{target.item}.inputGeomTarget"
    found = cmds.listConnections(plug, source=True, destination=False, shapes=True)
    return str(cmds.ls(found[0], long=True)[0]) if found else None


def _moved(target: Target) -> array[float]:
    """How far each vertex is moved."""
    geometry = _geometry(target)
    if geometry is not None:
        there, here = points_of(mesh_at(geometry)), points_of(mesh_at(_original(target.path)))
        return array("f", (a - b for a, b in zip(there, here)))
    moved = array("f", bytes(12 * _count(target)))
    for at, delta in form_of(target).items():
        moved[3 * at : 3 * at + 3] = array("f", delta)
    return moved


def _original(path: str) -> str:
    """What the mesh was before its deformers."""
    from maya import cmds

    before = path
    while cmds.nodeType(before) != "mesh":
        plug = f"{before}.input[0].inputGeometry"
        before = str(cmds.listConnections(plug, source=True, destination=False, shapes=True)[0])
    return before


def _count(target: Target) -> int:
    return int(mesh_of(_mesh(target)).numVertices)


def _deltas(target: Target, _job: Job) -> list[Item]:
    moved = _moved(target)
    rows = ((at // 3, list(moved[at : at + 3])) for at in range(0, len(moved), 3))
    return [{"vertex_index": at, "position_delta": row} for at, row in rows if max(map(abs, row)) > _NOTHING]


def _set_deltas(target: Target, deltas: list[Item]) -> None:
    count = _count(target)
    wrong = next((one["vertex_index"] for one in deltas if one["vertex_index"] >= count), None)
    if wrong is not None:
        raise InvalidParamsError(
            f"`{shown(_mesh(target))}` has {count} vertices, so no vertex {wrong}",
            {"path": "deltas.vertex_index", "expected": f"0 to {count - 1}", "got": wrong},
        )
    _write(target, {one["vertex_index"]: list(one["position_delta"]) for one in deltas})


def _attached(target: Target, job: Job) -> Any:
    moved = _moved(target)
    return job.attach(moved, "f4", (len(moved) // 3, 3))


def _set_positions(target: Target, given: Any) -> None:
    count = _count(target)
    if len(given) != 3 * count:
        raise InvalidParamsError(
            f"{len(given) // 3} rows for {count} vertices",
            {"path": "position_deltas", "expected": f"[{count}, 3]", "got": len(given)},
        )
    rows = {at: [float(part) for part in given[3 * at : 3 * at + 3]] for at in range(count)}
    _write(target, {at: row for at, row in rows.items() if any(row)})


def _write(target: Target, moved: dict[int, list[float]]) -> None:
    geometry = _geometry(target)
    if geometry is not None:
        raise ConflictError(
            f"`{target.name}` follows the mesh `{shown(geometry)}`: what is written to it would be lost",
            {"path": "deltas", "node": geometry},
            [f"edit `{shown(geometry)}`", "or delete it: the shape then keeps its form"],
        )
    put_form(target, moved)


def weight_of(target: Target) -> float:
    """How much of a target shows."""
    return float(get(target.path, target.weight))


def set_weight(target: Target, weight: float, field: str = "weight") -> None:
    """Writes how much of a target shows."""
    put(target.path, target.weight, weight, field=field)


#: In the order of writing.
FIELDS: dict[str, Field] = {
    "id": Field(lambda target, _job: shape_id(target)),
    "name": Field(lambda target, _job: target.name, _rename),
    "mesh_id": Field(lambda target, _job: node_id(_mesh(target))),
    "weight": Field(lambda target, _job: weight_of(target), set_weight),
    "deltas": Field(_deltas, _set_deltas, heavy=True),
    "position_deltas": Field(_attached, _set_positions, heavy=True),
    "combine_method": Field(
        lambda _target, _job: "additive",
        lambda _target, word: refuse_word("blend_shapes", "combine_method", word),
    ),
    "enabled": Field(
        lambda target, _job: bool(get(target.path, f"targetVisibility[{target.index}]")),
        lambda target, on: put(target.path, f"targetVisibility[{target.index}]", on, field="enabled"),
    ),
    **lacks_of("blend_shapes"),
}

BLEND_SHAPES = Entity(
    plural="blend_shapes",
    fields=FIELDS,
    make=_make,
    find=_find,
    all=_all,
    remove=_remove,
    guard=lambda targets: guard([target.node for target in targets]),
    settle=settle,
    places=lambda targets: [[IDENTITY.place(target.node.uuid), target.number] for target in targets],
)
