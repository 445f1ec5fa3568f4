"""Clips from files and into files. What an importer makes besides them comes too, or goes when our own nodes play them;
an exporter sees the clips as NLA strips of the nodes that play them, for as long as it writes."""

from __future__ import annotations

import contextlib
import functools
import json
import math
import os
import re
from collections.abc import Iterator, Sequence
from typing import Any

from scenewire.adapters import model_files
from scenewire.adapters.blender import clip_json, exchange, versions
from scenewire.adapters.blender.actions import curves_of, has_slots, played, players, strips_of
from scenewire.adapters.blender.clips import clip_id, find_clip
from scenewire.adapters.blender.context import settle, target_collection
from scenewire.adapters.blender.exchange import Arrivals, Way
from scenewire.adapters.blender.nodes import find_node, guard_nodes, node_id
from scenewire.adapters.blender.paths import path_of
from scenewire.adapters.blender.undo import UNDO
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item
from scenewire.adapters.model_files import Format
from scenewire.adapters.references import nearest
from scenewire.adapters.sent_files import incoming
from scenewire.errors import ConflictError, InvalidParamsError, NotFoundError

FORMATS = {
    "glb": Format((".glb",), "model/gltf-binary"),
    "fbx": Format((".fbx",), "application/octet-stream"),
    "bvh": Format((".bvh",), "text/plain"),
    "json": Format((".json",), "application/json"),
}
IMPORTERS: dict[str, Sequence[Way]] = {
    "glb": (Way("import_scene.gltf", always={"disable_bone_shape": True}, needs=("numpy",)),),
    "fbx": (Way("wm.fbx_import"), Way("import_scene.fbx")),
    # Its times are seconds: it moves as fast here as it did there.
    "bvh": (Way("import_anim.bvh", always={"use_fps_scale": True}, fault=versions.bvh_import_fault),),
}
_FORMAT = {"format": "export_format"}
EXPORTERS: dict[str, Sequence[Way]] = {
    "glb": (
        Way(
            "export_scene.gltf",
            _FORMAT,
            {
                "use_selection": True,
                "use_active_scene": True,
                "export_animations": True,
                "export_animation_mode": "NLA_TRACKS",
                "export_nla_strips": True,
                "export_frame_range": False,
                "export_materials": "NONE",
            },
            needs=("numpy",),
        ),
    ),
    "fbx": (
        Way(
            "export_scene.fbx",
            {},
            {
                "use_selection": True,
                "bake_anim": True,
                "bake_anim_use_nla_strips": True,
                "bake_anim_use_all_actions": False,
                "bake_anim_simplify_factor": 0.0,
                "add_leaf_bones": False,
            },
            needs=("numpy",),
        ),
    ),
    "bvh": (
        Way(
            "export_anim.bvh",
            {"start": "frame_start", "end": "frame_end"},
            {"rotate_mode": "NATIVE", "root_transform_only": False},
        ),
    ),
}  # fmt: skip
#: What a file brings besides clips.
_REST = ("objects", "meshes", "materials", "images", "collections", "armatures", "cameras", "lights", "curves")
#: What poses a bone.
_POSED = ("location", "rotation_quaternion", "rotation_euler", "rotation_axis_angle", "scale")
_NUMBERED = re.compile(r"(.*)\.\d{3,}")


def lacking() -> dict[str, str]:
    """The formats that this Blender cannot read or write, each with the reason; add-ons bring some of them."""
    import bpy

    return _lacking(tuple(bpy.context.preferences.addons.keys()))


@functools.lru_cache(maxsize=1)
def _lacking(_addons: tuple[str, ...]) -> dict[str, str]:
    return exchange.lacking({"import_animation": IMPORTERS, "export_animation": EXPORTERS})


def import_animation(*, items: list[Json], job: Job, on_error: str = "fail") -> Json:
    """Brings in files; gives the clips that came."""
    for item in items:
        if bool(item.get("path")) == ("data" in item):
            raise InvalidParamsError(
                "a file is named or sent", {"path": "path", "expected": "either `path` or `data`", "got": sorted(item)}
            )
    guard_nodes([])
    return {"items": [_import(item) for item in items]}


def _import(item: Json) -> Json:
    name = model_files.format_of(item.get("path"), item.get("format"), FORMATS)
    with incoming(item, FORMATS[name].suffixes[0]) as path:
        _refuse_broken(path, name)
        if name == "json":
            actions, nodes, unmatched = clip_json.read(path, item.get("target_mapping") or {})
        else:
            actions, nodes, unmatched = _imported(path, name, item)
    settle()
    return {
        "format": name,
        "clip_ids": [clip_id(action) for action in actions],
        "names": [action.name for action in actions],
        "node_ids": [node_id(node) for node in nodes],
        "unmatched": unmatched,
    }


def _refuse_broken(path: str, name: str) -> None:
    if name in ("glb", "fbx"):
        model_files.refuse_broken(path, "gltf" if name == "glb" else name)
    elif name == "bvh":
        with open(path, encoding="utf-8", errors="replace") as file:
            text = file.read()
        if not text.lstrip().startswith("HIERARCHY") or "MOTION" not in text:
            raise InvalidParamsError(
                "this is not a whole bvh file",
                {"path": "data", "expected": "a HIERARCHY and a MOTION behind it", "got": text[:40]},
            )


def _imported(path: str, name: str, item: Json) -> tuple[list[Any], list[Any], list[str]]:
    what = f"importing {name}"
    way = exchange.choose(IMPORTERS[name], what)
    came, target = Arrivals(), target_collection()
    with exchange.empty_stage() as scene:
        exchange.run(way, path, {}, what)
        nodes, actions = came.of("objects"), came.of("actions")
        if not actions:
            raise InvalidParamsError(
                f"there is no animation in this {name} file",
                {"path": "data", "expected": "a file with animation", "got": [node.name for node in nodes]},
            )
        for action in actions:
            # What nothing plays and nothing keeps is gone when the file is saved.
            action.use_fake_user = True
        mapping = item.get("target_mapping")
        if mapping:
            return _hand_over(came, mapping)
        exchange.settle_in(scene, target)
    exchange.deselect(nodes)
    if not item.get("path"):
        exchange.keep_images(came.of("images"), os.path.dirname(path))
    return actions, nodes, []


def _hand_over(came: Arrivals, mapping: dict[str, Any]) -> tuple[list[Any], list[Any], list[str]]:
    """Nodes of ours play what those of the file did; everything else of it goes."""
    import bpy

    pairs = [(_called(came.of("objects"), theirs), find_node(str(ours))) for theirs, ours in mapping.items()]
    guard_nodes([node for _, node in pairs])
    kept: list[Any] = []
    unmatched: list[str] = []
    for source, node in pairs:
        for at, (action, handle) in enumerate(dict.fromkeys(played(source))):
            if not at:
                _play(node, action, handle)
            kept.append(action)
            for curve in curves_of(action, handle):
                if not _moves(source, node, curve.data_path):
                    unmatched.append(f"{action.name}/{path_of(curve)}")
    kept = list(dict.fromkeys(kept))
    if not kept:
        raise InvalidParamsError(
            "none of these nodes of the file is animated", {"path": "target_mapping", "got": sorted(mapping)}
        )
    bpy.data.batch_remove([action for action in came.of("actions") if action not in kept])
    for kind in _REST:
        bpy.data.batch_remove(came.of(kind))
    return kept, [node for _, node in pairs], unmatched


def _called(nodes: list[Any], name: str) -> Any:
    """The node of the file that has this name there; Blender numbers what is called as something of the scene."""
    found = [node for node in nodes if name == node.name] or [node for node in nodes if name == _plain(node.name)]
    if found:
        return found[0]
    names = [_plain(node.name) for node in nodes]
    raise NotFoundError(
        f"no node of the file is called `{name}`",
        {"path": "target_mapping", "got": name},
        nearest(name, names) or names[:5],
    )


def _plain(name: str) -> str:
    numbered = _NUMBERED.fullmatch(name)
    return numbered[1] if numbered else name


def _play(node: Any, action: Any, handle: int) -> None:
    data = node.animation_data or node.animation_data_create()
    if data.action is not None and data.action.library is None:
        data.action.use_fake_user = True
    data.action = action
    if has_slots():
        data.action_slot = next(slot for slot in action.slots if slot.handle == handle)


def _moves(source: Any, node: Any, path: str) -> bool:
    """Whether a curve finds what it moves; that turns then as it did in the file: by Euler angles, say."""
    head, _, last = path.rpartition(".")
    try:
        there = node.path_resolve(head) if head else node
        node.path_resolve(path)
    except ValueError:
        return False
    if last.startswith("rotation_"):
        there.rotation_mode = (source.path_resolve(head) if head else source).rotation_mode
    return True


def export_animation(*, items: list[Json], job: Job) -> Json:
    """Writes clips to files; gives where, or the bytes."""
    exchange.refuse_while_busy()
    with UNDO.own_changes_kept():
        return {"items": [_export(item, job) for item in items]}


def _export(item: Json, job: Job) -> Json:
    path = item.get("path")
    name = model_files.format_of(path, item.get("format"), FORMATS)
    clips = list(dict.fromkeys(find_clip(reference) for reference in item["clip_ids"]))
    if not clips:
        raise InvalidParamsError("nothing was named", {"path": "clip_ids", "expected": "at least one clip", "got": []})
    pairs = [] if name == "json" else _pairs(clips)
    with exchange.outgoing(path, f"Exported{FORMATS[name].suffixes[0]}") as out:
        if name == "json":
            with open(out.path, "w", encoding="utf-8") as file:
                json.dump(clip_json.told(clips), file)
        else:
            _write(name, pairs, out.path)
        told = out.told(job, FORMATS[name].media)
    told.pop("companions")
    nodes = {node_id(node) for node, _ in pairs} or {node_id(node) for action in clips for node in players(action)}
    return {"format": name, "clip_ids": [clip_id(action) for action in clips], "node_ids": sorted(nodes), **told}


def _pairs(clips: list[Any]) -> list[tuple[Any, Any]]:
    """The clips with the nodes that play them."""
    for action in clips:
        if not players(action):
            raise ConflictError(
                f"no node plays `{action.name}`, and the file needs what it moves",
                {"path": "clip_ids", "id": clip_id(action)},
                ["add it to a layer with edit_layer_clips", "export it as json"],
            )
    return [(node, action) for action in clips for node in players(action)]


def _write(name: str, pairs: list[tuple[Any, Any]], path: str) -> None:
    what = f"exporting {name}"
    way = exchange.choose(EXPORTERS[name], what)
    options: Json = {"format": "GLB"} if name == "glb" else {}
    if name == "bvh":
        if len(pairs) != 1 or pairs[0][0].type != "ARMATURE":
            raise InvalidParamsError(
                "a bvh file holds one clip of one rig",
                {"path": "clip_ids", "expected": "one clip that a rig plays", "got": [node.name for node, _ in pairs]},
            )
        start, end = pairs[0][1].frame_range
        options = {"start": math.floor(start), "end": math.ceil(end)}
    nodes = list(dict.fromkeys(node for node, _ in pairs))
    with _as_strips(pairs), exchange.stage(nodes) as scene, _at_rest(scene, nodes):
        exchange.run(way, path, options, what)


@contextlib.contextmanager
def _at_rest(scene: Any, nodes: list[Any]) -> Iterator[None]:
    """Rigs stand at rest at the scene's frame: what they do there FBX would take for their rest."""
    kept = [
        (bone, {name: list(getattr(bone, name)) for name in _POSED})
        for node in nodes
        for bone in (node.pose.bones if node.pose is not None else ())
    ]
    for bone, _ in kept:
        bone.location, bone.scale = (0.0,) * 3, (1.0,) * 3
        bone.rotation_quaternion, bone.rotation_euler = (1.0, 0.0, 0.0, 0.0), (0.0,) * 3
        bone.rotation_axis_angle = (0.0, 0.0, 1.0, 0.0)
    strips = (strip for node in nodes for strip in strips_of(node))
    scene.frame_set(math.floor(min(strip.frame_start for strip in strips)) - 10)
    try:
        yield
    finally:
        for bone, values in kept:
            for name, value in values.items():
                setattr(bone, name, value)


@contextlib.contextmanager
def _as_strips(pairs: list[tuple[Any, Any]]) -> Iterator[None]:
    """Each clip is a strip of the node that plays it, alone, until this ends."""
    before = [(node, _state(node.animation_data)) for node in dict.fromkeys(node for node, _ in pairs)]
    slots = [next(handle for other, handle in played(node) if other == action) for node, action in pairs]
    made: list[tuple[Any, str]] = []
    try:
        for node, _ in before:
            node.animation_data.action = None
            for track in node.animation_data.nla_tracks:
                track.mute, track.is_solo = True, False
        for (node, action), handle in zip(pairs, slots):
            track = node.animation_data.nla_tracks.new()
            track.name = action.name
            made.append((node, track.name))
            strip = track.strips.new(action.name, math.floor(action.frame_range[0]), action)
            strip.name, strip.extrapolation = action.name, "NOTHING"
            if has_slots():
                strip.action_slot = next(slot for slot in action.slots if slot.handle == handle)
        yield
    finally:
        for node, state in before:
            _restore(node.animation_data, state)


def _state(data: Any) -> Item:
    if data.use_tweak_mode:
        raise ConflictError(
            "the artist is tweaking a strip", suggestions=["ask the artist to leave Tweak Mode (Tab in the NLA editor)"]
        )
    return {
        "action": data.action,
        "slot": data.action_slot if has_slots() else None,
        "tracks": [(track.mute, track.is_solo) for track in data.nla_tracks],
        "count": len(data.nla_tracks),
    }


def _restore(data: Any, state: Item) -> None:
    tracks = data.nla_tracks
    while len(tracks) > state["count"]:
        # New ones come last.
        tracks.remove(tracks[-1])
    for track, (muted, solo) in zip(tracks, state["tracks"]):
        track.mute = muted
        if solo:
            track.is_solo = True
    data.action = state["action"]
    if state["slot"] is not None:
        data.action_slot = state["slot"]
