"""Skins: an armature modifier, and the vertex groups that are called like the armature's bones."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import Any

from scenewire.adapters.blender.components import mesh_node
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.lacks import lacks_of
from scenewire.adapters.blender.naming import PART_BYTES, checked_name
from scenewire.adapters.blender.nodes import find_typed, guard_nodes, node_id
from scenewire.adapters.blender.parts import ModifierTarget, Part, Parts, meshes
from scenewire.adapters.blender.rigs import find_rig, joint_ids
from scenewire.adapters.blender.skeleton import joint_of
from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.errors import ConflictError, InvalidParamsError


def _names(node: Any) -> list[str]:
    return [modifier.name for modifier in node.modifiers if modifier.type == "ARMATURE"]


SKIN_PARTS = Parts("skin", _names, meshes)


class Skin(ModifierTarget):
    """An armature modifier."""

    @property
    def bones(self) -> list[str]:
        """The names of the joints that bend it."""
        rig = self.it.object
        return [bone.name for bone in rig.data.bones] if rig else []


def _make(item: Item) -> Skin:
    node, rig = mesh_node(item.pop("mesh_id")), find_rig(item.pop("rig_id"))
    guard_nodes([node])
    modifier = node.modifiers.new(checked_name(item.pop("name", None) or "Skin", PART_BYTES), "ARMATURE")
    modifier.object = rig
    return Skin(SKIN_PARTS.made(Part(node, modifier.name)))


def _remove(targets: list[Skin]) -> list[str]:
    ids = [SKIN_PARTS.id_of(target.part) for target in targets]
    for target in targets:
        node, rig, bones = target.node, target.it.object, target.bones
        node.modifiers.remove(target.it)
        if any(other.type == "ARMATURE" and other.object == rig for other in node.modifiers):
            continue
        for name in bones:
            if name in node.vertex_groups:
                node.vertex_groups.remove(node.vertex_groups[name])
    return ids


def _rename(target: Skin, name: str) -> None:
    SKIN_PARTS.id_of(target.part)
    if name != target.part.key and name in target.node.modifiers:
        raise ConflictError(f"`{target.node.name}` has another modifier called `{name}`", {"path": "name"})
    modifier = target.it
    modifier.name = checked_name(name, PART_BYTES)
    target.part = Part(target.node, modifier.name)


def _rig(target: Skin, _job: Job) -> Any:
    return node_id(target.it.object) if target.it.object else ABSENT


def _set_rig(target: Skin, reference: str) -> None:
    target.it.object = find_rig(reference)


def _joints(target: Skin, _job: Job) -> list[str]:
    return joint_ids(target.it.object) if target.it.object else []


def _influences(target: Skin, _job: Job) -> list[Item]:
    names = {group.index: group.name for group in target.node.vertex_groups}
    ours, found = set(target.bones), []
    for vertex in target.node.data.vertices:
        told = ((names.get(one.group), one.weight) for one in vertex.groups)
        weights = {name: weight for name, weight in told if name in ours and weight > 0.0}
        if weights:
            found.append({"vertex_index": vertex.index, "weights": weights})
    return found


def _table(target: Skin, job: Job) -> Any:
    bones = target.bones
    columns = {bone: column for column, bone in enumerate(bones)}
    column_of = {group.index: columns[group.name] for group in target.node.vertex_groups if group.name in columns}
    vertices = target.node.data.vertices
    values = array("f", bytes(4 * len(vertices) * len(bones)))
    for vertex in vertices:
        for one in vertex.groups:
            column = column_of.get(one.group)
            if column is not None:
                values[vertex.index * len(bones) + column] = one.weight
    return job.attach(values, "f4", (len(values),))


def _set_influences(target: Skin, influences: list[Item]) -> None:
    count = len(target.node.data.vertices)
    by_bone: dict[str, list[tuple[int, float]]] = {}
    rig = target.it.object
    for influence in influences:
        index = influence["vertex_index"]
        if index >= count:
            raise InvalidParamsError(
                f"`{target.node.name}` has {count} vertices, so no vertex {index}",
                {"path": "influences.vertex_index", "expected": f"0 to {count - 1}", "got": index},
            )
        for joint, weight in influence["weights"].items():
            by_bone.setdefault(joint_of(rig, joint, "influences.weights"), []).append((index, weight))
    _write(target, by_bone)


def _set_table(target: Skin, given: Any) -> None:
    bones, count = target.bones, len(target.node.data.vertices)
    if len(given) != count * len(bones):
        raise InvalidParamsError(
            f"{len(given)} weights for {count} vertices and {len(bones)} joints",
            {"path": "weight_table", "expected": count * len(bones), "got": len(given)},
        )
    by_bone: dict[str, list[tuple[int, float]]] = {}
    for at, weight in enumerate(given):
        if weight:
            by_bone.setdefault(bones[at % len(bones)], []).append((at // len(bones), weight))
    _write(target, by_bone)


def _write(target: Skin, by_bone: dict[str, list[tuple[int, float]]]) -> None:
    """The weights of the rig's joints become these; other vertex groups stay."""
    groups, everyone = target.node.vertex_groups, range(len(target.node.data.vertices))
    for bone in target.bones:
        group, pairs = groups.get(bone), by_bone.get(bone)
        if group is not None:
            group.remove(list(everyone))
        for weight, indices in _alike(pairs or []).items():
            group = group or groups.new(name=bone)
            group.add(indices, weight, "REPLACE")
    target.node.data.update()


def _alike(pairs: list[tuple[int, float]]) -> dict[float, list[int]]:
    """Vertices by weight: Blender takes many at once that have the same one."""
    found: dict[float, list[int]] = {}
    for index, weight in pairs:
        found.setdefault(weight, []).append(index)
    return found


def _set_preserved(target: Skin, keeps: bool) -> None:
    target.it.use_deform_preserve_volume = keeps


def _set_enabled(target: Skin, enabled: bool) -> None:
    target.it.show_viewport = target.it.show_render = enabled


#: In the order of writing: the weights after the rig whose joints they name.
SKIN_FIELDS: dict[str, Field] = {
    "id": Field(lambda target, _job: SKIN_PARTS.id_of(target.part)),
    "name": Field(lambda target, _job: target.part.key, _rename),
    "mesh_id": Field(lambda target, _job: node_id(target.node)),
    "rig_id": Field(_rig, _set_rig),
    "joint_ids": Field(_joints),
    "influences": Field(_influences, _set_influences, heavy=True),
    "weight_table": Field(_table, _set_table, heavy=True),
    "dual_quaternion_enabled": Field(lambda target, _job: target.it.use_deform_preserve_volume, _set_preserved),
    "enabled": Field(lambda target, _job: target.it.show_viewport and target.it.show_render, _set_enabled),
    **lacks_of("skins"),
}


def _all(parent: str | None) -> Iterable[Skin]:
    parts = SKIN_PARTS.of(find_typed(parent, "mesh")) if parent else SKIN_PARTS.all()
    return [Skin(part) for part in parts]


SKINS = Entity(
    plural="skins",
    fields=SKIN_FIELDS,
    make=_make,
    find=lambda reference: Skin(SKIN_PARTS.find(reference)),
    all=_all,
    remove=_remove,
    guard=lambda targets: guard_nodes([target.node for target in targets]),
    settle=settle,
    places=lambda targets: SKIN_PARTS.places(target.part for target in targets),
)
