"""The artist at a window: hands, patience, and what the artist moves."""

from __future__ import annotations

import subprocess
import time

import conftest
from patience import until

#: Middle of the largest 3D view in pixels from the top left of the window, which is that of the screen.
MIDDLE = """
import bpy
w = bpy.context.window_manager.windows[0]
area = max((a for a in w.screen.areas if a.type == "VIEW_3D"), key=lambda a: a.width * a.height)
[area.x + area.width // 2, w.height - (area.y + area.height // 2)]
"""


def xdotool(*words: object) -> None:
    """The artist's hands."""
    subprocess.run(["xdotool", *map(str, words)], check=True)


class Drag:
    """The artist moves the cube until told to stop."""

    def __init__(self, call: conftest.Call):
        self.call = call
        self.x, self.y = self._place()

    def _place(self) -> tuple[int, int]:
        x, y = self.call.python(MIDDLE)
        # Windows are at the display's own top left, except for the bar of a window manager, of which there is none.
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "Blender", "getwindowgeometry", "--shell"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        at = dict(line.split("=") for line in found.splitlines() if "=" in line)
        return int(at["X"]) + x, int(at["Y"]) + y

    def begin(self) -> None:
        """Presses G over the 3D view, and is sure that Blender has taken it."""

        def under_way() -> bool:
            xdotool("mousemove", self.x, self.y, "sleep", 0.2, "key", "g", "sleep", 0.2)
            xdotool("mousemove", self.x + 40, self.y)
            time.sleep(0.3)
            return self.held() is not None

        until(under_way, "Blender did not take the key")

    def held(self) -> str | None:
        """What `get_status` says."""
        held: str | None = self.call("get_status")["held"]
        return held

    def end(self, key: str) -> None:
        """Return keeps the cube where it is, Escape puts it back."""

        def over() -> bool:
            xdotool("key", key, "sleep", 0.2)
            return self.held() is None

        until(over, "Blender did not end the edit")


def cube(call: conftest.Call) -> bool:
    """Whether the cube was moved."""
    return any(call("get_nodes", ids=["Cube"], fields=["position"])["items"][0]["position"])
