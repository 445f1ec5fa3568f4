"""What a driver computes with: numbers of objects and bones, and what of their transforms there is to read."""

from __future__ import annotations

import re
from typing import Any

from scenewire.adapters.blender.bones import find_place, place_id
from scenewire.adapters.blender.paths import OURS, number_at, word_of
from scenewire.adapters.fields import Item
from scenewire.errors import InvalidParamsError, NotSupportedError

_LETTERS = {"position": "LOC", "rotation": "ROT", "scale": "SCALE"}
_TRANSFORMS = {
    **{f"{word}.{axis}": f"{theirs}_{axis.upper()}" for word, theirs in _LETTERS.items() for axis in "xyz"},
    "rotation.w": "ROT_W",
    "scale": "SCALE_AVG",
}
_TRANSFORM_WORDS = {theirs: ours for ours, theirs in _TRANSFORMS.items()}
_BETWEEN = {"distance": "LOC_DIFF", "rotation_difference": "ROTATION_DIFF"}
_BETWEEN_WORDS = {theirs: ours for ours, theirs in _BETWEEN.items()}
_BONE = re.compile(r'pose\.bones\["((?:[^"\\]|\\.)+)"\]\.?(.+)')
_INDEXED = re.compile(r"(.*)\[(\d+)\]")


def write_variables(curve: Any, wanted: list[Item]) -> None:
    """Makes these the variables of a driver. Those of the same names keep what we have no word for."""
    variables = curve.driver.variables
    names = [item["name"] for item in wanted]
    for variable in list(variables):
        if variable.name not in names:
            variables.remove(variable)
    if [variable.name for variable in variables] != names[: len(variables)]:
        for variable in list(variables):
            variables.remove(variable)
    for at, item in enumerate(wanted):
        variable = variables[at] if at < len(variables) else variables.new()
        where = f"variables[{at}]"
        _name(variable, item["name"], f"{where}.name")
        _write(curve, variable, item, where)


def _name(variable: Any, name: str, where: str) -> None:
    variable.name = name
    if variable.name != name or not variable.is_name_valid:
        raise InvalidParamsError(
            f"`{name}` is no name for a variable",
            {
                "path": where,
                "expected": "a letter, then letters, digits and _, at most 63 bytes, no word of Python",
                "got": name,
            },
        )


def _write(curve: Any, variable: Any, item: Item, where: str) -> None:
    if "source_path" in item:
        variable.type = "SINGLE_PROP"
        place = find_place(item["source_node_id"])
        target = variable.targets[0]
        target.id_type, target.id = "OBJECT", place.owner
        # A custom property that Python gave it is not yet where drivers look.
        place.owner.update_tag()
        target.data_path = _data_path(curve, place.owner, place.key, item["source_path"], f"{where}.source_path")
        return
    word, space = item["transform"], f"{item.get('space', 'world').upper()}_SPACE"
    if word == "rotation_difference" and space != "WORLD_SPACE":
        raise NotSupportedError("Blender compares rotations in the world only", {"path": f"{where}.space"})
    variable.type = _BETWEEN.get(word, "TRANSFORMS")
    ends = ["source_node_id"] if word in _TRANSFORMS else ["source_node_id", "other_node_id"]
    for target, end in zip(variable.targets, ends):
        place = find_place(item[end])
        target.id, target.bone_target = place.owner, place.key
        target.transform_space = space
    if word in _TRANSFORMS:
        variable.targets[0].transform_type = _TRANSFORMS[word]
        if word == "rotation.w":
            # Only a quaternion has a fourth number.
            variable.targets[0].rotation_mode = "QUATERNION"


def _data_path(curve: Any, node: Any, bone: str, path: str, where: str) -> str:
    number = number_at(node, path, bone, where)
    if number.block != node:
        return path
    if (number.block, number.data_path, number.index) == (curve.id_data, curve.data_path, curve.array_index):
        raise InvalidParamsError("a number cannot be computed from itself", {"path": where, "got": path})
    return f"{number.data_path}[{number.index}]" if number.of_row else number.data_path


def variable_told(variable: Any) -> Item:
    """A variable as the catalogue has it."""
    target = variable.targets[0]
    kind = variable.type
    told: Item = {"name": variable.name}
    if kind in ("SINGLE_PROP", "CONTEXT_PROP"):
        return {**told, **_source(target, kind)}
    told["source_node_id"] = place_id(target.id, target.bone_target) if target.id is not None else None
    told["transform"] = _BETWEEN_WORDS.get(kind) or _TRANSFORM_WORDS[target.transform_type]
    if kind != "ROTATION_DIFF":
        told["space"] = target.transform_space.partition("_")[0].lower()
    if kind != "TRANSFORMS":
        other = variable.targets[1]
        told["other_node_id"] = place_id(other.id, other.bone_target) if other.id is not None else None
    return told


def _source(target: Any, kind: str) -> Item:
    """Where a single property is read, in our words where there are some."""
    import bpy

    block, path, bone = target.id, target.data_path, ""
    if kind == "CONTEXT_PROP" or not isinstance(block, bpy.types.Object):
        return {"source_node_id": None, "source_path": path}
    found = _BONE.fullmatch(path)
    if found and block.pose is not None and bpy.utils.unescape_identifier(found[1]) in block.pose.bones:
        bone, path = bpy.utils.unescape_identifier(found[1]), found[2]
    indexed = _INDEXED.fullmatch(path)
    if indexed and indexed[1] in OURS.values():
        path = word_of(indexed[1], int(indexed[2]))
    return {"source_node_id": place_id(block, bone), "source_path": path}
