"""The scene as a whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Field, check_names
from scenewire.adapters.maya import render_settings
from scenewire.adapters.maya.cameras import active_camera
from scenewire.adapters.maya.materials import MATERIAL
from scenewire.adapters.maya.naming import shown
from scenewire.adapters.maya.nodes import all_paths, children_of, find_node, node_id, node_type, parent_of
from scenewire.adapters.maya.selection import selected_ids
from scenewire.adapters.maya.settings import file, fps, modified, scene_name, up
from scenewire.adapters.maya.units import METRES_PER_UNIT
from scenewire.adapters.scene_trees import tree

#: A scene may have a hundred thousand nodes; a caller that wants more than these lists them page by page.
MOST_NODES = 500


def get_scene(
    *,
    job: Job,
    fields: list[str] | None = None,
    root_id: str | None = None,
    depth: int | None = None,
    budget: int | None = None,
) -> Json:
    """The named fields, or all; the tree in place of the list of nodes when it is asked for."""
    as_tree = not (root_id is None and depth is None and budget is None)
    names = [name for name in SCENE_FIELDS if not (as_tree and name == "nodes")]
    if fields is not None:
        names = check_names({**SCENE_FIELDS, "tree": SCENE_FIELDS["nodes"]}, fields)
    read = {name: SCENE_FIELDS[name].read(None, job) for name in names if name != "tree"}
    if as_tree or "tree" in names:
        top = children_of(find_node(root_id).path if root_id else None)
        read["tree"] = tree(top, children_of, _told, depth, budget)
    return read


def _told(path: str) -> Json:
    return {"id": node_id(path), "name": shown(path), "type": node_type(path)}


def _counts(_scene: Any, _job: Job) -> dict[str, int]:
    counts = dict.fromkeys(("mesh", "camera", "light", "empty", "armature", "curve", "other"), 0)
    paths = all_paths()
    for path in paths:
        counts[node_type(path)] += 1
    return {"nodes": len(paths), **counts, "materials": len(list(MATERIAL.paths()))}


def _nodes(_scene: Any, _job: Job) -> list[Json]:
    return [
        {**_told(path), "parent_id": node_id(parent) if (parent := parent_of(path)) else None}
        for path in all_paths()[:MOST_NODES]
    ]


def _render(_scene: Any, job: Job) -> Json:
    read = render_settings.FIELDS
    return {name: read[name].read(None, job) for name in ("width", "height")}


def _frame(_scene: Any = None, _job: Any = None) -> int:
    from maya import cmds

    return round(float(cmds.currentTime(query=True)))


def _played(end: str) -> Callable[[], int]:
    def read() -> int:
        from maya import cmds

        return round(float(cmds.playbackOptions(query=True, **{end: True})))

    return read


def _camera(_scene: Any, _job: Job) -> str | None:
    found = active_camera()
    return node_id(found) if found else None


def _field(read: Callable[[], Any]) -> Field:
    return Field(lambda _scene, _job: read())


SCENE_FIELDS: dict[str, Field] = {
    "name": _field(scene_name),
    "file": _field(file),
    "frame": Field(_frame),
    "frame_start": _field(_played("minTime")),
    "frame_end": _field(_played("maxTime")),
    "fps": _field(fps),
    "up_axis": _field(up),
    "metres_per_unit": _field(lambda: METRES_PER_UNIT),
    "units": _field(lambda: "metric"),
    "counts": Field(_counts),
    "active_camera": Field(_camera),
    "selection": _field(selected_ids),
    "nodes": Field(_nodes),
    "total": _field(lambda: len(all_paths())),
    "render": Field(_render),
    "modified": _field(modified),
}
