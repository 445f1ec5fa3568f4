"""Start and stop."""

from __future__ import annotations

import sys
from typing import Any

import bpy

from .preferences import preferences

#: Blender forbids much of its API while add-ons are being enabled.
_AFTER_STARTUP = 0.5


def host() -> Any:
    """The scenewire package when something has imported it: drawing a panel must not."""
    return sys.modules.get("scenewire")


class SCENEWIRE_OT_start(bpy.types.Operator):  # type: ignore[misc,unused-ignore]
    """Let agents and scripts of this machine work in this Blender"""

    bl_idname = "scenewire.start"
    bl_label = "Start"

    def execute(self, _context: bpy.types.Context) -> set[str]:
        """Called by Blender."""
        try:
            import scenewire

            settings = preferences()
            scenewire.start(name=settings.instance_name or None, allow_python=settings.allow_python)
        except Exception as error:
            # Whatever it is, the artist reads it; a traceback in a terminal helps nobody.
            self.report({"ERROR"}, f"Scenewire: {error}")
            return {"CANCELLED"}
        return {"FINISHED"}


class SCENEWIRE_OT_stop(bpy.types.Operator):  # type: ignore[misc,unused-ignore]
    """Shut agents and scripts out; what one of them is doing now is cancelled"""

    bl_idname = "scenewire.stop"
    bl_label = "Stop"

    def execute(self, _context: bpy.types.Context) -> set[str]:
        """Called by Blender."""
        stop()
        return {"FINISHED"}


def stop() -> None:
    """Does nothing when it does not run."""
    if host() is not None:
        host().stop()


def _start_with_blender() -> None:
    if preferences().start_automatically:
        bpy.ops.scenewire.start()


_CLASSES = (SCENEWIRE_OT_start, SCENEWIRE_OT_stop)


def register() -> None:
    for cls in _CLASSES:
        bpy.utils.register_class(cls)
    # Timers never fire without a window, and one that is left over crashes some Blenders at exit.
    if not bpy.app.background:
        bpy.app.timers.register(_start_with_blender, first_interval=_AFTER_STARTUP)


def unregister() -> None:
    if bpy.app.timers.is_registered(_start_with_blender):
        bpy.app.timers.unregister(_start_with_blender)
    stop()
    for cls in reversed(_CLASSES):
        bpy.utils.unregister_class(cls)
