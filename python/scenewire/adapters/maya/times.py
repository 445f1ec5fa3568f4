"""Time: calls speak of seconds, Maya's commands of frames."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.maya.settings import fps


def frame_of(time: Any) -> float:
    """The frame of seconds, or of `{"frame": 30}`."""
    return float(time["frame"]) if isinstance(time, dict) else float(time) * fps()


def seconds(frame: float) -> float:
    """A frame in seconds."""
    return frame / fps()
