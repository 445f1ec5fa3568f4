"""The stage as a whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Field, check_names
from scenewire.adapters.scene_trees import tree
from scenewire.adapters.usd import render_settings
from scenewire.adapters.usd.cameras import active_camera
from scenewire.adapters.usd.materials import MATERIAL
from scenewire.adapters.usd.naming import shown
from scenewire.adapters.usd.nodes import all_on_stage, children_of, find_node, node_id, node_type, parent_of
from scenewire.adapters.usd.settings import fps, scene_name
from scenewire.adapters.usd.stage import STAGE
from scenewire.adapters.usd.undo import UNDO

#: A stage may have a million prims; a caller that wants more than these lists them page by page.
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
        read["tree"] = _tree(root_id, depth, budget)
    return read


def _tree(root: str | None, depth: int | None, budget: int | None) -> Json:
    top = children_of(find_node(root).prim if root else STAGE.stage.GetPseudoRoot())
    return tree(top, children_of, _told, depth, budget)


def _told(prim: Any) -> Json:
    return {"id": node_id(prim), "name": shown(prim), "type": node_type(prim)}


def _counts(_stage: Any, _job: Job) -> dict[str, int]:
    counts = dict.fromkeys(("mesh", "camera", "light", "empty", "armature", "curve", "other"), 0)
    prims = all_on_stage()
    for prim in prims:
        counts[node_type(prim)] += 1
    return {"nodes": len(prims), **counts, "materials": sum(1 for _ in MATERIAL.prims())}


def _nodes(_stage: Any, _job: Job) -> list[Json]:
    return [
        {
            "id": node_id(prim),
            "name": shown(prim),
            "type": node_type(prim),
            "parent_id": node_id(parent) if (parent := parent_of(prim)) else None,
        }
        for prim in all_on_stage()[:MOST_NODES]
    ]


def _render(_stage: Any, job: Job) -> Json:
    read = render_settings.FIELDS
    return {name: read[name].read(None, job) for name in ("width", "height")}


def _camera(_stage: Any, _job: Job) -> str | None:
    found = active_camera()
    return node_id(found.prim) if found else None


def _units() -> str:
    return "metric"


def _field(read: Callable[[], Any]) -> Field:
    return Field(lambda _stage, _job: read())


SCENE_FIELDS: dict[str, Field] = {
    "name": _field(scene_name),
    "file": _field(STAGE.file),
    "frame": _field(lambda: render_settings.frame(start=True)),
    "frame_start": _field(lambda: render_settings.frame(start=True)),
    "frame_end": _field(lambda: render_settings.frame(start=False)),
    "fps": _field(fps),
    "up_axis": _field(STAGE.up),
    "metres_per_unit": _field(STAGE.metres),
    "units": _field(_units),
    "counts": Field(_counts),
    "active_camera": Field(_camera),
    "selection": _field(list),
    "nodes": Field(_nodes),
    "total": _field(lambda: len(all_on_stage())),
    "render": Field(_render),
    "modified": _field(UNDO.modified),
}
