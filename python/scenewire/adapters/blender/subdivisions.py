"""Subdivision surfaces: the modifier of that name."""

from __future__ import annotations

from array import array
from typing import Any

from scenewire.adapters.blender import mesh_versions
from scenewire.adapters.blender.components import ELEMENTS, mesh_node
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.lacks import lacks_of, refuse_word
from scenewire.adapters.blender.naming import PART_BYTES, checked_name
from scenewire.adapters.blender.nodes import find_typed, guard_nodes, node_id
from scenewire.adapters.blender.parts import ModifierTarget, Part, Parts, meshes
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item, read_fields
from scenewire.errors import ConflictError

_SCHEMES = {"catmull_clark": "CATMULL_CLARK", "bilinear": "SIMPLE"}
#: What OpenSubdiv calls "edge only" and "edge and corner".
_BOUNDARIES = {"edges": "ALL", "all": "PRESERVE_CORNERS"}


def _names(node: Any) -> list[str]:
    return [modifier.name for modifier in node.modifiers if modifier.type == "SUBSURF"]


SUBDIVISION_PARTS = Parts("subdivision_surface", _names, meshes)


def _make(item: Item) -> ModifierTarget:
    node = mesh_node(item.pop("base_mesh_id"))
    guard_nodes([node])
    name = checked_name(item.pop("name", None) or "Subdivision", PART_BYTES)
    modifier = node.modifiers.new(name, "SUBSURF")
    item.setdefault("render_level", item.get("subdivision_level", 1))
    return ModifierTarget(SUBDIVISION_PARTS.made(Part(node, modifier.name)))


def _remove(targets: list[ModifierTarget]) -> list[str]:
    ids = [SUBDIVISION_PARTS.id_of(target.part) for target in targets]
    for target in targets:
        target.part.owner.modifiers.remove(target.it)
    return ids


def _rename(target: ModifierTarget, name: str) -> None:
    SUBDIVISION_PARTS.id_of(target.part)
    if name != target.part.key and name in target.part.owner.modifiers:
        raise ConflictError(f"`{target.part.owner.name}` has another modifier called `{name}`", {"path": "name"})
    modifier = target.it
    modifier.name = checked_name(name, PART_BYTES)
    target.part = Part(target.part.owner, modifier.name)


def _plain(attribute: str) -> Field:
    return Field(
        lambda target, _job: getattr(target.it, attribute), lambda target, value: setattr(target.it, attribute, value)
    )


def _word(attribute: str, field: str, words: dict[str, str]) -> Field:
    theirs = {their: our for our, their in words.items()}

    def write(target: ModifierTarget, word: str) -> None:
        refuse_word("subdivision_surfaces", field, word)
        setattr(target.it, attribute, words[word])

    return Field(lambda target, _job: theirs[getattr(target.it, attribute)], write)


def _creases(target: ModifierTarget, _job: Job) -> list[dict[str, Any]]:
    node = target.part.owner
    weights = {edge: weight for edge, weight in enumerate(mesh_versions.edge_creases(node.data)) if weight}
    return ELEMENTS.creases_told(node, weights)


def _set_creases(target: ModifierTarget, creases: list[dict[str, Any]]) -> None:
    node = target.part.owner
    weights = array("f", bytes(4 * len(node.data.edges)))
    for edge, weight in ELEMENTS.creases_given(node, creases).items():
        weights[edge] = weight
    mesh_versions.set_edge_creases(node.data, weights)
    node.data.update()


def _active(target: ModifierTarget, _job: Job) -> bool:
    return bool(target.it.show_viewport and target.it.show_render)


def _set_active(target: ModifierTarget, active: bool) -> None:
    target.it.show_viewport = target.it.show_render = active


SUBDIVISION_FIELDS: dict[str, Field] = {
    "id": Field(lambda target, _job: SUBDIVISION_PARTS.id_of(target.part)),
    "name": Field(lambda target, _job: target.it.name, _rename),
    "base_mesh_id": Field(lambda target, _job: node_id(target.part.owner)),
    "subdivision_level": _plain("levels"),
    "render_level": _plain("render_levels"),
    "scheme": _word("subdivision_type", "scheme", _SCHEMES),
    "crease_edges": Field(_creases, _set_creases),
    "boundary_interpolation": _word("boundary_smooth", "boundary_interpolation", _BOUNDARIES),
    "active": Field(_active, _set_active),
    **lacks_of("subdivision_surfaces"),
}


def _all(parent: str | None) -> list[ModifierTarget]:
    parts = SUBDIVISION_PARTS.of(find_typed(parent, "mesh")) if parent else SUBDIVISION_PARTS.all()
    return [ModifierTarget(part) for part in parts]


SUBDIVISIONS = Entity(
    plural="subdivision_surfaces",
    fields=SUBDIVISION_FIELDS,
    make=_make,
    find=lambda reference: ModifierTarget(SUBDIVISION_PARTS.find(reference)),
    all=_all,
    remove=_remove,
    guard=lambda targets: guard_nodes([target.part.owner for target in targets]),
    settle=settle,
    places=lambda targets: SUBDIVISION_PARTS.places(target.part for target in targets),
)


def set_subdivision_levels(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """How finely they show their meshes."""
    targets = [SUBDIVISIONS.find(item["subdivision_surface_id"]) for item in items]
    SUBDIVISIONS.guard(targets)
    for target, item in zip(targets, items):
        target.it.levels = item["level"]
        target.it.render_levels = item.get("render_level", item["level"])
    settle()
    return {"items": [read_fields(SUBDIVISION_FIELDS, target, None, job) for target in targets]}
