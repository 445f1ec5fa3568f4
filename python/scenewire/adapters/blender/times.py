"""Seconds and frames. Blender counts frames from 0 at the scene's own rate, which may be a fraction."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender.scene import fps
from scenewire.errors import InvalidParamsError

#: `MAXFRAMEF` of Blender, beyond which it keeps no frame.
MOST_FRAMES = 1_048_574


def to_frame(time: Any, path: str = "time") -> float:
    """The frame of a time as the catalogue has it: seconds, or `{"frame": n}`."""
    import bpy

    frame = float(time["frame"]) if isinstance(time, dict) else float(time) * fps(bpy.context.scene)
    return checked_frame(frame, path)


def checked_frame(frame: float, path: str) -> float:
    """A frame that Blender keeps."""
    if abs(frame) > MOST_FRAMES:
        raise InvalidParamsError(
            f"Blender has no frame {frame:g}",
            {"path": path, "expected": f"frames from -{MOST_FRAMES} to {MOST_FRAMES}", "got": f"frame {frame:g}"},
        )
    return frame


def to_seconds(frame: float) -> float:
    """The time of a frame, or of so many frames, in seconds."""
    import bpy

    return frame / fps(bpy.context.scene)
