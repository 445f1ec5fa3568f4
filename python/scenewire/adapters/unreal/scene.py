"""The scene as a whole: the open level."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scenewire.adapters.fields import ABSENT, Field
from scenewire.adapters.scene import Nodes, Scene
from scenewire.adapters.unreal import levels
from scenewire.adapters.unreal.cameras import active_camera
from scenewire.adapters.unreal.materials import every_material
from scenewire.adapters.unreal.nodes import children_of, every, find_node, name_of, node_id, node_type, parent_of
from scenewire.adapters.unreal.selection import selected_ids

_NODES = Nodes(
    all=every,
    id=node_id,
    name=name_of,
    type=node_type,
    parent=parent_of,
    tree=lambda root: (children_of(find_node(root) if root else None), children_of),
)


def _field(read: Callable[[], Any]) -> Field:
    return Field(lambda _scene, _job: read())


def _camera() -> str | None:
    found = active_camera()
    return node_id(found) if found is not None else None


SCENE_FIELDS: dict[str, Field] = {
    "name": _field(levels.name),
    "file": _field(lambda: levels.file() or ""),
    "fps": _field(lambda: levels.FPS),
    # A level has no time: its sequences have.
    **dict.fromkeys(("frame", "frame_start", "frame_end"), _field(lambda: ABSENT)),
    "up_axis": _field(lambda: levels.UP),
    "metres_per_unit": _field(lambda: levels.METRES_PER_UNIT),
    "units": _field(lambda: "metric"),
    "counts": _field(lambda: _NODES.counts(materials=len(every_material()))),
    "active_camera": _field(_camera),
    "selection": _field(selected_ids),
    "nodes": _field(_NODES.listed),
    "total": _field(lambda: len(every())),
    "modified": _field(levels.modified),
}

SCENE = Scene(SCENE_FIELDS, _NODES, current=lambda: None)
