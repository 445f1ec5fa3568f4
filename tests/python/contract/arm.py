"""An arm of three joints, and where the bones of a rig stand, as `bpy` sees it."""

from __future__ import annotations

from typing import Any

import pytest

Row = list[float]

# Where the bones of a rig begin and end in the world, and which way their x points.
STAND = """
import bpy
bpy.context.view_layer.update()
rig = bpy.data.objects[{rig!r}]
{{b.name: [list(rig.matrix_world @ b.head), list(rig.matrix_world @ b.tail), list(rig.matrix_world.to_3x3() @ b.x_axis)]
 for b in rig.pose.bones}}
"""


def limb(call: Any, bend: float = 8.0) -> dict[str, Any]:
    """An arm that is held out to +x at a shoulder, bent at the elbow, in a rig that is somewhere; what rigs it."""
    call("create_rigs", items=[{"name": "Figure", "position": [1, 2, 0], "rotation": {"euler": [0, 0, 30]}}])
    joints: list[dict[str, Any]] = [
        {"name": "Chest", "position": [0, 0, 1], "orientation": {"euler": [90, 0, 0]}, "length": 0.5},
        {
            "name": "Upper",
            "parent_id": "Chest",
            "position": [0.2, 0.5, 0],
            "orientation": {"euler": [0, 0, -90]},
            "length": 0.3,
        },
        {
            "name": "Lower",
            "parent_id": "Upper",
            "position": [0, 0.3, 0],
            "orientation": {"euler": [0, bend, bend]},
            "length": 0.27,
        },
        {
            "name": "Hand",
            "parent_id": "Lower",
            "position": [0, 0.27, 0],
            "orientation": {"euler": [0, 20, 0]},
            "length": 0.1,
        },
    ]
    call("create_joints", items=[{"rig_id": "Figure", **joint} for joint in joints])
    return {"joint_ids": ["Upper", "Lower", "Hand"], "rig_id": "Figure", "switch_name": "Arm"}


def stand(call: Any, rig: str = "Figure") -> dict[str, list[Row]]:
    """Beginning, end and x axis of each bone."""
    return dict(call.python(STAND.format(rig=rig)))


def same(stood: dict[str, list[Row]], other: dict[str, list[Row]], within: float = 1e-3) -> None:
    """The limb stands the same."""
    for name in ("Upper", "Lower", "Hand"):
        for one, two in zip(stood[name], other[name]):
            assert one == pytest.approx(two, abs=within), name
