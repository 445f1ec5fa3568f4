"""Actors and layers."""

from __future__ import annotations

from typing import Any

import unreal

from .common import UNSAID, actors, aimed, axes, label, layer_names, named, quaternion, tags, triple

_WORDS = {
    "Actor": "empty", "StaticMeshActor": "mesh", "CineCameraActor": "camera", "PointLight": "light",
    "SpotLight": "light", "RectLight": "light", "DirectionalLight": "light",
}  # fmt: skip


def of(actor: Any) -> dict[str, Any]:
    base = actor.root_component
    above = actor.get_attach_parent_actor()
    assert not isinstance(above, (unreal.CameraActor, unreal.Light))
    turns = isinstance(actor, (unreal.CameraActor, unreal.Light))
    scale = triple(base.relative_scale3d)
    world = base.get_world_transform()
    stretch = triple(world.scale3d)
    if turns:
        scale, stretch = ([n[1], n[2], n[0]] for n in (scale, stretch))
    frame = aimed(actor, axes(world.rotation.rotator()))
    place = triple(actor.get_actor_location())
    kind = _WORDS[type(actor).__name__]
    return {
        "name": label(actor),
        "type": kind,
        "position": triple(base.relative_location),
        "rotation": quaternion(aimed(actor, axes(base.relative_rotation))),
        "scale": scale,
        "parent_id": label(above) if above else None,
        "child_ids": sorted(label(child) for child in actor.get_attached_actors()),
        "visible": base.visible,
        "metadata": tags(actor),
        "bounds": UNSAID if kind == "mesh" else {"min": place, "max": place},
        "matrix_world": [
            *(n for row in range(3) for n in (*(frame[c][row] * stretch[c] for c in range(3)), place[row])),
            0.0, 0.0, 0.0, 1.0,
        ],
    }  # fmt: skip


def node(item: dict[str, Any]) -> dict[str, Any]:
    return of(named(item["name"]))


def group(item: dict[str, Any]) -> dict[str, Any]:
    name = item["name"]
    assert layer_names().count(name) == 1
    layer = unreal.get_editor_subsystem(unreal.LayersSubsystem).get_layer(name)
    return {
        "name": name,
        "child_ids": [],
        # By what the actors say, not the layer.
        "object_ids": sorted(
            label(actor) for actor in actors() if name in [str(one) for one in actor.get_editor_property("layers")]
        ),
        "metadata": tags(layer),
    }


ORACLES = {"nodes": node, "groups": group}
