"""The stage as a whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Field
from scenewire.adapters.scene import Nodes, Scene
from scenewire.adapters.usd import render_settings
from scenewire.adapters.usd.cameras import active_camera
from scenewire.adapters.usd.materials import MATERIAL
from scenewire.adapters.usd.naming import shown
from scenewire.adapters.usd.nodes import all_on_stage, children_of, find_node, node_id, node_type, parent_of
from scenewire.adapters.usd.settings import fps, scene_name
from scenewire.adapters.usd.stage import STAGE
from scenewire.adapters.usd.undo import UNDO

_NODES = Nodes(
    all=all_on_stage,
    id=node_id,
    name=shown,
    type=node_type,
    parent=parent_of,
    tree=lambda root: (children_of(find_node(root).prim if root else STAGE.stage.GetPseudoRoot()), children_of),
)


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
    "counts": _field(lambda: _NODES.counts(materials=sum(1 for _ in MATERIAL.prims()))),
    "active_camera": Field(_camera),
    "selection": _field(list),
    "nodes": _field(_NODES.listed),
    "total": _field(lambda: len(all_on_stage())),
    "render": Field(_render),
    "modified": _field(UNDO.modified),
}

SCENE = Scene(SCENE_FIELDS, _NODES, current=lambda: None)
