"""The scene as a whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scenewire.adapters.blender import versions
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.nodes import node_id, node_type
from scenewire.adapters.blender.selection import get_selection
from scenewire.adapters.blender.tree import read_tree
from scenewire.adapters.blender.undo import UNDO
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Field, check_names

#: A scene may have a million objects; a caller that wants more than these lists them page by page.
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
    import bpy

    scene = bpy.context.scene
    as_tree = not (root_id is None and depth is None and budget is None)
    names = [name for name in SCENE_FIELDS if not (as_tree and name == "nodes")]
    if fields is not None:
        names = check_names({**SCENE_FIELDS, "tree": SCENE_FIELDS["nodes"]}, fields)
    read = {name: SCENE_FIELDS[name].read(scene, job) for name in names if name != "tree"}
    if as_tree or "tree" in names:
        settle()
        read["tree"] = read_tree(scene, root_id, depth, budget)
    return read


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


def _counts(scene: Any, _job: Job) -> dict[str, int]:
    import bpy

    counts = dict.fromkeys(("mesh", "camera", "light", "empty", "armature", "curve", "other"), 0)
    for node in scene.objects:
        counts[node_type(node)] += 1
    return {"nodes": len(scene.objects), **counts, "materials": len(bpy.data.materials)}


def _nodes(scene: Any, _job: Job) -> list[Json]:
    return [
        {
            "id": node_id(node),
            "name": node.name,
            "type": node_type(node),
            "parent_id": node_id(node.parent) if node.parent else None,
        }
        for node in scene.objects[:MOST_NODES]
    ]


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
    "nodes": Field(_nodes),
    "total": _field(lambda scene: len(scene.objects)),
    "render": Field(_render),
    "modified": _field(lambda _scene: UNDO.modified()),
}
