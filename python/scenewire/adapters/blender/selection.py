"""The artist's selection."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender.nodes import find_node, node_id
from scenewire.adapters.blender.undo import UNDO
from scenewire.adapters.contract import Job, Json
from scenewire.errors import HandlerError


def get_selection(*, job: Job) -> Json:
    """What is selected, and the active object of those or none."""
    active = _active()
    return {"ids": _selected_ids(), "active_id": node_id(active) if active else None}


def select(*, ids: list[str], job: Job, mode: str = "replace") -> Json:
    """Selects; what cannot be selected (hidden, locked, not in the view layer) is an error, not passed over."""
    import bpy

    nodes = [find_node(reference) for reference in ids]
    UNDO.touch()
    if mode == "replace":
        for node in bpy.context.view_layer.objects:
            node.select_set(False)
    for node in nodes:
        wanted = mode != "remove" and not (mode == "toggle" and node.select_get())
        _set(node, wanted)
    if nodes and mode in ("replace", "add"):
        bpy.context.view_layer.objects.active = nodes[-1]
    return {"selected_ids": _selected_ids()}


def clear_selection(*, job: Job) -> Json:
    """Selects nothing; the active object stays."""
    import bpy

    UNDO.touch()
    for node in bpy.context.view_layer.objects:
        node.select_set(False)
    return {"selected_ids": _selected_ids()}


def _set(node: Any, wanted: bool) -> None:
    try:
        node.select_set(wanted)
    except RuntimeError as error:
        raise HandlerError(f"`{node.name}` cannot be selected: {error}", {"id": node_id(node)}) from error
    if node.select_get() != wanted:
        raise HandlerError(f"`{node.name}` cannot be selected: it is hidden or locked", {"id": node_id(node)})


def _selected_ids() -> list[str]:
    import bpy

    return [node_id(node) for node in bpy.context.view_layer.objects.selected]


def _active() -> Any:
    import bpy

    return bpy.context.view_layer.objects.active
