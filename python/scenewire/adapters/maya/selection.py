"""The artist's selection."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.maya.nodes import NODE, find_node, node_id, parent_of

_MODES = {"replace": "replace", "add": "add", "remove": "deselect", "toggle": "toggle"}


def get_selection(*, job: Job) -> Json:
    """What is selected, and the last of it, which Maya takes for the active one."""
    ids = selected_ids()
    return {"ids": ids, "active_id": ids[-1] if ids else None}


def select(*, ids: list[str], job: Job, mode: str = "replace") -> Json:
    """Selects nodes, whether the artist could pick them in a view or not, as Maya's own command does."""
    from maya import cmds

    paths = [find_node(reference).path for reference in ids]
    if mode == "replace" and not paths:
        cmds.select(clear=True)
    elif paths:
        cmds.select(paths, **{_MODES[mode]: True})
    return {"selected_ids": selected_ids()}


def clear_selection(*, job: Job) -> Json:
    """Selects nothing."""
    from maya import cmds

    cmds.select(clear=True)
    return {"selected_ids": selected_ids()}


def selected_ids() -> list[str]:
    """The ids of the selected nodes, of components and shapes those that they belong to."""
    from maya import cmds

    found = [_owner(str(path)) for path in cmds.ls(selection=True, long=True)]
    return list(dict.fromkeys(node_id(path) for path in found if path is not None))


def _owner(path: str) -> str | None:
    bare = path.partition(".")[0]
    above = parent_of(bare) if bare.startswith("|") else None
    if bare.startswith("|") and NODE.holds(bare):
        return bare
    return above if above is not None and NODE.holds(above) else None


@contextlib.contextmanager
def kept_selection() -> Iterator[None]:
    """What is selected stays so, around commands that select what they made."""
    from maya import cmds

    before = cmds.ls(selection=True, long=True)
    yield
    cmds.select(before, replace=True) if before else cmds.select(clear=True)
