"""What the oracles of all domains use."""

from __future__ import annotations

import json
import math
from typing import Any

import unreal

#: What no second way of asking Unreal would tell otherwise.
UNSAID = "unsaid"


def actors() -> list[Any]:
    return unreal.get_editor_subsystem(unreal.EditorActorSubsystem).get_all_level_actors()


def label(actor: Any) -> str:
    return actor.get_actor_label()


def named(name: str) -> Any:
    """The only actor of this label."""
    (found,) = [actor for actor in actors() if label(actor) == name]
    return found


def layer_names() -> list[str]:
    return [str(name) for name in unreal.get_editor_subsystem(unreal.LayersSubsystem).add_all_layer_names_to()]


def tags(owner: Any) -> dict[str, Any]:
    kept = unreal.get_editor_subsystem(unreal.EditorAssetSubsystem).get_metadata_tag_values(owner)
    return {str(tag): plain(str(text)) for tag, text in kept.items()}


def plain(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def triple(vector: Any) -> list[float]:
    return [vector.x, vector.y, vector.z]


def axes(rotator: Any) -> list[list[float]]:
    """Where a Rotator takes forward, right and up: `FRotationMatrix`, by the sines of its three angles."""
    (sp, cp), (sy, cy), (sr, cr) = (
        (math.sin(math.radians(angle)), math.cos(math.radians(angle)))
        for angle in (rotator.pitch, rotator.yaw, rotator.roll)
    )
    return [
        [cp * cy, cp * sy, sp],
        [sr * sp * cy - cr * sy, sr * sp * sy + cr * cy, -sr * cp],
        [-(cr * sp * cy + sr * sy), cy * sr - cr * sp * sy, cr * cp],
    ]


def aimed(actor: Any, frame: list[list[float]]) -> list[list[float]]:
    """Left, up and back of what looks ahead, where the API has x, y and z; anything else as it is."""
    if not isinstance(actor, (unreal.CameraActor, unreal.Light)):
        return frame
    ahead, right, up = frame
    return [[-n for n in right], up, [-n for n in ahead]]


def quaternion(frame: list[list[float]]) -> list[float]:
    """Of three axes at right angles: the largest part first, so that nothing is divided by little."""
    (xx, xy, xz), (yx, yy, yz), (zx, zy, zz) = frame
    squares = [1 + xx - yy - zz, 1 - xx + yy - zz, 1 - xx - yy + zz, 1 + xx + yy + zz]
    rows = [
        [squares[0], xy + yx, xz + zx, yz - zy],
        [xy + yx, squares[1], yz + zy, zx - xz],
        [xz + zx, yz + zy, squares[2], xy - yx],
        [yz - zy, zx - xz, xy - yx, squares[3]],
    ]
    best = rows[max(range(4), key=squares.__getitem__)]
    size = math.sqrt(sum(n * n for n in best))
    return [n / size for n in best]
