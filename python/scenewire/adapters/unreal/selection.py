"""The artist's selection of actors."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.unreal import editor
from scenewire.adapters.unreal.nodes import find_node, node_id


def selected() -> list[Any]:
    """The selected actors."""
    return list(editor.actors().get_selected_level_actors())


def selected_ids() -> list[str]:
    """Their ids."""
    return [node_id(actor) for actor in selected()]


def get_selection(*, job: Job) -> Json:
    """What is selected, and the last of it, which the editor takes for the active one."""
    ids = selected_ids()
    return {"ids": ids, "active_id": ids[-1] if ids else None}


def select(*, ids: list[str], job: Job, mode: str = "replace") -> Json:
    """Selects actors."""
    given, before = list(dict.fromkeys(find_node(reference) for reference in ids)), selected()
    kept = [one for one in before if one not in given]
    wanted = {
        "replace": given,
        "add": [*kept, *given],
        "remove": kept,
        "toggle": [*kept, *(one for one in given if one not in before)],
    }[mode]
    editor.actors().set_selected_level_actors(wanted)
    return {"selected_ids": selected_ids()}


def clear_selection(*, job: Job) -> Json:
    """Selects nothing."""
    editor.actors().set_selected_level_actors([])
    return {"selected_ids": selected_ids()}
