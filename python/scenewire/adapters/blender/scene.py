"""The scene as a whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scenewire.adapters.blender import versions
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.nodes import find_node, node_id, node_type
from scenewire.adapters.blender.selection import get_selection
from scenewire.adapters.blender.undo import UNDO
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Field
from scenewire.adapters.scene import Children, Nodes, Scene


def fps(scene: Any) -> float:
    """Frames per second."""
    return float(scene.render.fps / scene.render.fps_base)


def metres_per_unit(scene: Any) -> float:
    """How long one Blender unit is."""
    return float(scene.unit_settings.scale_length)


def file_path() -> str:
    """The open file; empty when the scene was never saved."""
    import bpy

    return str(bpy.data.filepath)


def _tree(root: str | None) -> tuple[list[Any], Children]:
    """Blender looks through the whole file for the children of one object: here they are looked up once for all."""
    import bpy

    settle()
    nodes = bpy.context.scene.objects[:]
    here = set(versions.session_uids(nodes))
    below: dict[int | None, list[Any]] = {}
    for node in nodes:
        parent = node.parent
        uid = versions.session_uid(parent) if parent is not None else None
        below.setdefault(uid if uid in here else None, []).append(node)

    def children(node: Any) -> list[Any]:
        return below.get(versions.session_uid(node), [])

    return children(find_node(root)) if root else below.get(None, []), children


def _all() -> Any:
    import bpy

    return bpy.context.scene.objects


_NODES = Nodes(
    all=_all,
    id=node_id,
    name=lambda node: str(node.name),
    type=node_type,
    parent=lambda node: node.parent,
    tree=_tree,
)


def _counts(_scene: Any, _job: Job) -> dict[str, int]:
    import bpy

    return _NODES.counts(materials=len(bpy.data.materials))


def _current() -> Any:
    import bpy

    return bpy.context.scene


def _render(scene: Any, _job: Job) -> Json:
    render = scene.render
    scale = render.resolution_percentage / 100
    return {
        "engine": versions.engine_name(render.engine),
        "width": int(render.resolution_x * scale),
        "height": int(render.resolution_y * scale),
    }


def _field(read: Callable[[Any], Any]) -> Field:
    return Field(lambda scene, _job: read(scene))


SCENE_FIELDS: dict[str, Field] = {
    "name": _field(lambda scene: scene.name),
    "file": _field(lambda _scene: file_path()),
    "frame": _field(lambda scene: scene.frame_current),
    "frame_start": _field(lambda scene: scene.frame_start),
    "frame_end": _field(lambda scene: scene.frame_end),
    "fps": _field(fps),
    "up_axis": _field(lambda _scene: "Z"),
    "metres_per_unit": _field(metres_per_unit),
    "units": _field(lambda scene: scene.unit_settings.system.lower()),
    "counts": Field(_counts),
    "active_camera": _field(lambda scene: node_id(scene.camera) if scene.camera else None),
    "selection": Field(lambda _scene, job: get_selection(job=job)["ids"]),
    "nodes": _field(lambda _scene: _NODES.listed()),
    "total": _field(lambda scene: len(scene.objects)),
    "render": Field(_render),
    "modified": _field(lambda _scene: UNDO.modified()),
}

SCENE = Scene(SCENE_FIELDS, _NODES, _current)
