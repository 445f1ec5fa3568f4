"""Modifiers in general: put on by Blender's own names for them and their settings, and applied."""

from __future__ import annotations

import difflib
from typing import Any

from scenewire.adapters.blender.booleans import bake_modifiers
from scenewire.adapters.blender.naming import PART_BYTES, checked_name
from scenewire.adapters.blender.nodes import find_node, guard_nodes, node_id
from scenewire.adapters.blender.rna import refuse_path
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item
from scenewire.adapters.references import nearest
from scenewire.errors import ConflictError, InvalidParamsError, NotFoundError, NotSupportedError


def add_modifiers(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Adds modifiers with settings."""
    nodes = [find_node(item["id"]) for item in items]
    guard_nodes(nodes)
    for node, item in zip(nodes, items):
        _add(node, item)
    return {"items": [_told(node) for node in nodes]}


def _add(node: Any, item: Item) -> None:
    import bpy

    kinds = [one.identifier for one in bpy.types.Modifier.bl_rna.properties["type"].enum_items]
    kind = item["type"].upper()
    kind = {"SUBDIVISION": "SUBSURF"}.get(kind, kind)
    if kind not in kinds:
        near = difflib.get_close_matches(kind, kinds, n=3)
        raise InvalidParamsError(
            f"Blender has no modifier of the type `{item['type']}`",
            {"path": "type", "expected": "one of Blender's modifier types", "got": item["type"]},
            [one.lower() for one in near],
        )
    name = checked_name(item.get("name") or kind.replace("_", " ").title(), PART_BYTES)
    try:
        modifier = node.modifiers.new(name, kind)
    except (TypeError, RuntimeError) as error:
        raise InvalidParamsError(str(error), {"path": "type", "got": item["type"]}) from error
    if modifier is None:
        raise NotSupportedError(
            f"`{node.name}` takes no {kind.lower()} modifier", {"path": "type", "got": item["type"]}
        )
    for setting, value in (item.get("settings") or {}).items():
        _set(modifier, setting, value)


def _set(modifier: Any, name: str, value: Any) -> None:
    properties = modifier.bl_rna.properties
    if name not in properties or name == "rna_type":
        raise InvalidParamsError(
            f"a {modifier.type.lower()} modifier has no setting `{name}`",
            {"path": f"settings.{name}"},
            nearest(name, properties.keys()),
        )
    prop = properties[name]
    if prop.is_readonly:
        raise InvalidParamsError(f"`{name}` is only read", {"path": f"settings.{name}"})
    refuse_path(prop, f"settings.{name}")
    if prop.type == "POINTER" and isinstance(value, str):
        value = find_node(value)
    try:
        setattr(modifier, name, set(value) if isinstance(value, list) and prop.type == "ENUM" else value)
    except (TypeError, ValueError, OverflowError) as error:
        raise InvalidParamsError(
            f"`{name}` cannot be this: {error}", {"path": f"settings.{name}", "got": str(value)}
        ) from error


def apply_modifiers(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Makes what they show the mesh itself."""
    nodes = [find_node(item["id"]) for item in items]
    guard_nodes(nodes)
    for node, item in zip(nodes, items):
        _apply(node, item.get("names"))
    return {"items": [_told(node) for node in nodes]}


def _apply(node: Any, names: list[str] | None) -> None:
    if node.type != "MESH":
        raise NotSupportedError(f"`{node.name}` is not a mesh, and only a mesh can become what its modifiers show")
    wanted = [modifier.name for modifier in node.modifiers] if names is None else names
    for name in wanted:
        if name not in node.modifiers:
            near = nearest(name, node.modifiers.keys())
            raise NotFoundError(f"`{node.name}` has no modifier `{name}`", {"path": "names", "got": name}, near)
    if not wanted:
        return
    if node.data.users > 1:
        raise ConflictError(
            f"{node.data.users} objects share the mesh of `{node.name}`", {"id": node.name}, ["duplicate it first"]
        )
    if node.data.shape_keys is not None:
        raise ConflictError(f"`{node.name}` has shape keys, which no longer fit then", {"id": node.name})
    kept = [(one, one.show_viewport) for one in node.modifiers]
    for modifier, _ in kept:
        modifier.show_viewport = modifier.name in wanted
    bake_modifiers(node)
    for modifier, was in kept:
        modifier.show_viewport = was
    for name in wanted:
        node.modifiers.remove(node.modifiers[name])


def _told(node: Any) -> Item:
    return {"id": node_id(node), "modifiers": [_settings(modifier) for modifier in node.modifiers]}


def _settings(modifier: Any) -> Item:
    """Name, type, and what differs from a new one."""
    changed: dict[str, Any] = {}
    for prop in modifier.bl_rna.properties:
        if prop.is_readonly or prop.identifier in ("name", "type", "show_expanded") or prop.type == "COLLECTION":
            continue
        value = getattr(modifier, prop.identifier)
        if prop.type == "POINTER":
            if value is not None and hasattr(value, "name"):
                changed[prop.identifier] = value.name
        elif getattr(prop, "is_array", False):
            if list(value) != list(prop.default_array):
                changed[prop.identifier] = list(value)
        elif prop.type == "ENUM" and prop.is_enum_flag:
            if value != prop.default_flag:
                changed[prop.identifier] = sorted(value)
        elif value != prop.default:
            changed[prop.identifier] = value
    return {"name": modifier.name, "type": modifier.type.lower(), "settings": changed}
