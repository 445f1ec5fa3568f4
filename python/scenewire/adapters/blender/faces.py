"""Faces, one by one."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender.components import ELEMENTS, Component, Edit
from scenewire.adapters.blender.elements import common, entity, plain
from scenewire.adapters.blender.materials import find_material, material_id
from scenewire.adapters.contract import Job
from scenewire.adapters.fields import Field, Item
from scenewire.errors import ConflictError, InvalidParamsError


def _make(edit: Edit, item: Item) -> Any:
    corners = item["vertex_ids"]
    if len(corners) < 3 or len(set(corners)) != len(corners):
        raise InvalidParamsError(
            "a face has three or more vertices, each once",
            {"path": "vertex_ids", "expected": "3 or more", "got": len(corners)},
        )
    vertices = [edit.every("vertex")[corner] for corner in corners]
    if edit.shape.faces.get(vertices):
        raise ConflictError("these vertices have a face already", {"path": "vertex_ids"})
    made = edit.shape.faces.new(vertices)
    made.normal_update()
    return made


def _take(edit: Edit, face: Any) -> None:
    edit.shape.faces.remove(face)


def _corners(face: Component, _job: Job) -> list[str]:
    return ELEMENTS.ids_of(face.owner, "vertex", face.it.vertices)


def _material(face: Component, _job: Job) -> str | None:
    slots = face.owner.material_slots
    material = slots[face.it.material_index].material if face.it.material_index < len(slots) else None
    return material_id(material) if material else None


def _set_material(face: Component, reference: str | None) -> None:
    face.it.material_index = slot_of(face.owner, find_material(reference) if reference else None)


def slot_of(node: Any, material: Any) -> int:
    """The number of the slot that holds a material, or holds none; made when there is no such slot."""
    for index, slot in enumerate(node.material_slots):
        if slot.material == material:
            return index
    if material is None and not len(node.material_slots):
        return 0
    if material is not None and not len(node.material_slots) and len(node.data.polygons) > 1:
        # The other faces have no material, and go on having none.
        node.data.materials.append(None)
    node.data.materials.append(material)
    return len(node.data.materials) - 1


FACE_FIELDS: dict[str, Field] = {
    **common("face"),
    "vertex_ids": Field(_corners),
    "normal": Field(lambda face, _job: list(face.it.normal)),
    "center": Field(lambda face, _job: list(face.it.center)),
    "area": Field(lambda face, _job: face.it.area),
    "material_id": Field(_material, _set_material),
    "smooth": plain("use_smooth"),
}

FACES = entity("face", FACE_FIELDS, _make, _take)
