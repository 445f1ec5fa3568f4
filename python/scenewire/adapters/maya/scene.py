"""The scene as a whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.fields import Field
from scenewire.adapters.maya import render_settings
from scenewire.adapters.maya.cameras import active_camera
from scenewire.adapters.maya.materials import MATERIAL
from scenewire.adapters.maya.naming import shown
from scenewire.adapters.maya.nodes import all_paths, children_of, find_node, node_id, node_type, parent_of
from scenewire.adapters.maya.selection import selected_ids
from scenewire.adapters.maya.settings import file, fps, modified, scene_name, up
from scenewire.adapters.maya.units import METRES_PER_UNIT
from scenewire.adapters.scene import Nodes, Scene

_NODES = Nodes(
    all=all_paths,
    id=node_id,
    name=shown,
    type=node_type,
    parent=parent_of,
    tree=lambda root: (children_of(find_node(root).path if root else None), children_of),
)


def _render(_scene: Any, job: Job) -> dict[str, Any]:
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
    "counts": _field(lambda: _NODES.counts(materials=len(list(MATERIAL.paths())))),
    "active_camera": Field(_camera),
    "selection": _field(selected_ids),
    "nodes": _field(_NODES.listed),
    "total": _field(lambda: len(all_paths())),
    "render": Field(_render),
    "modified": _field(modified),
}

SCENE = Scene(SCENE_FIELDS, _NODES, current=lambda: None)
