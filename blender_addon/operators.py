"""The buttons."""

from __future__ import annotations

import bpy

from . import fit, keystore, live, notice, seen
from .preferences import preferences

_DONE, _REFUSED = {"FINISHED"}, {"CANCELLED"}
_RESTART = "it starts again with another connection"


class _Button:
    """A refusal is read in the panel and in Blender's status bar; a traceback in a terminal helps nobody."""

    # Without REGISTER nothing of it is written into the list of what the artist did.
    bl_options = {"INTERNAL"}  # noqa: RUF012 - Blender's own way

    def execute(self, _context: bpy.types.Context) -> set[str]:
        """Called by Blender."""
        notice.clear()
        try:
            self.work()
        except Exception as error:
            # Whatever it is, the artist reads it.
            notice.say(notice.reason(error))
            self.report({"WARNING"}, f"Scenewire: {notice.reason(error)}")
            return _REFUSED
        finally:
            seen.look()
        return _DONE


class SCENEWIRE_OT_start(_Button, bpy.types.Operator):  # type: ignore[misc,unused-ignore]
    """Let agents and scripts work in this Blender"""

    bl_idname = "scenewire.start"
    bl_label = "Start"

    def work(self) -> None:
        live.start(preferences())


class SCENEWIRE_OT_stop(_Button, bpy.types.Operator):  # type: ignore[misc,unused-ignore]
    """Shut agents and scripts out; what one of them is doing now is cancelled"""

    bl_idname = "scenewire.stop"
    bl_label = "Stop"

    def work(self) -> None:
        live.stop("the artist stopped it in Blender's panel")


class SCENEWIRE_OT_restart(_Button, bpy.types.Operator):  # type: ignore[misc,unused-ignore]
    """Stop and start again with the connection that is set now; what a client is doing is cancelled"""

    bl_idname = "scenewire.restart"
    bl_label = "Restart to Apply"

    def work(self) -> None:
        live.stop(_RESTART)
        live.start(preferences())


class SCENEWIRE_OT_cancel(_Button, bpy.types.Operator):  # type: ignore[misc,unused-ignore]
    """Cancel the command that runs, or the first that waits for its turn; the scene is as it was before it"""

    bl_idname = "scenewire.cancel"
    bl_label = "Cancel Command"

    def work(self) -> None:
        if not fit.package().cancel():
            notice.say("There is no command to cancel any more", "INFO")


class SCENEWIRE_OT_undo_last(_Button, bpy.types.Operator):  # type: ignore[misc,unused-ignore]
    """Take back what an agent did last, unless somebody has worked on since"""

    bl_idname = "scenewire.undo_last"
    bl_label = "Undo Agent's Step"

    def work(self) -> None:
        # Undo exchanges the very data that Blender finishes an operator with.
        bpy.app.timers.register(_undo_last, first_interval=0.0)


def _undo_last() -> None:
    try:
        undone = fit.package().undo_last()["undone"]
        notice.announce(f"Taken back: {undone}", "LOOP_BACK")
    except Exception as error:
        notice.announce(notice.reason(error))
    seen.look()


class SCENEWIRE_OT_pair(_Button, bpy.types.Operator):  # type: ignore[misc,unused-ignore]
    """Exchange the code at the gateway for a key of this Blender's own"""

    bl_idname = "scenewire.pair"
    bl_label = "Pair"

    @classmethod
    def poll(cls, _context: bpy.types.Context) -> bool:
        """One at a time."""
        return not keystore.pairing()

    def work(self) -> None:
        prefs = preferences()
        live.check_online()
        keystore.begin_pairing(live.gateway_url(prefs), **live.trust(prefs))


class SCENEWIRE_OT_forget_key(_Button, bpy.types.Operator):  # type: ignore[misc,unused-ignore]
    """Remove the stored key of this gateway; a running connection keeps it until it ends"""

    bl_idname = "scenewire.forget_key"
    bl_label = "Forget Key"

    def work(self) -> None:
        keystore.forget(live.gateway_url(preferences()))


class SCENEWIRE_OT_pin_shown(_Button, bpy.types.Operator):  # type: ignore[misc,unused-ignore]
    """Believe the certificate that the gateway has shown. Compare it first with the one that the gateway printed"""

    bl_idname = "scenewire.pin_shown"
    bl_label = "Pin This Certificate"

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        """Called by Blender when the button is clicked: asks again."""
        return context.window_manager.invoke_confirm(self, event)

    def work(self) -> None:
        now = seen.status()
        preferences().pin = now["gateway"]["fingerprint"]
        live.stop(_RESTART)
        live.start(preferences())


class SCENEWIRE_OT_root_add(_Button, bpy.types.Operator):  # type: ignore[misc,unused-ignore]
    """Add a folder in which clients may read and write files"""

    bl_idname = "scenewire.root_add"
    bl_label = "Add Folder"

    def work(self) -> None:
        preferences().roots.add()


class SCENEWIRE_OT_root_remove(_Button, bpy.types.Operator):  # type: ignore[misc,unused-ignore]
    """Take this folder out of the list"""

    bl_idname = "scenewire.root_remove"
    bl_label = "Remove Folder"
    __annotations__ = {
        "index": bpy.props.IntProperty(name="Number", description="Which folder of the list", options={"SKIP_SAVE"})
    }

    def work(self) -> None:
        prefs = preferences()
        prefs.roots.remove(self.index)
        live.changed(prefs)


class SCENEWIRE_OT_copy_id(_Button, bpy.types.Operator):  # type: ignore[misc,unused-ignore]
    """Copy the id of this Blender, by which agents and scripts can name it"""

    bl_idname = "scenewire.copy_id"
    bl_label = "Copy Id"

    def work(self) -> None:
        bpy.context.window_manager.clipboard = seen.status()["instance"]["id"]


class SCENEWIRE_OT_dismiss(_Button, bpy.types.Operator):  # type: ignore[misc,unused-ignore]
    """I have read it"""

    bl_idname = "scenewire.dismiss"
    bl_label = "Dismiss"

    def work(self) -> None:
        notice.clear()


class SCENEWIRE_OT_tell(bpy.types.Operator):  # type: ignore[misc,unused-ignore]
    """Show a sentence in Blender's status bar"""

    bl_idname = "scenewire.tell"
    bl_label = "Tell"
    bl_options = {"INTERNAL"}  # noqa: RUF012 - Blender's own way
    __annotations__ = {
        "text": bpy.props.StringProperty(name="Text", description="What to say", options={"SKIP_SAVE"}),
        "wrong": bpy.props.BoolProperty(name="Wrong", description="Whether it is a warning", options={"SKIP_SAVE"}),
    }

    def execute(self, _context: bpy.types.Context) -> set[str]:
        """Called by Blender."""
        self.report({"WARNING" if self.wrong else "INFO"}, f"Scenewire: {self.text}")
        return _DONE


_CLASSES = (
    SCENEWIRE_OT_start,
    SCENEWIRE_OT_stop,
    SCENEWIRE_OT_restart,
    SCENEWIRE_OT_cancel,
    SCENEWIRE_OT_undo_last,
    SCENEWIRE_OT_pair,
    SCENEWIRE_OT_forget_key,
    SCENEWIRE_OT_pin_shown,
    SCENEWIRE_OT_root_add,
    SCENEWIRE_OT_root_remove,
    SCENEWIRE_OT_copy_id,
    SCENEWIRE_OT_dismiss,
    SCENEWIRE_OT_tell,
)


def register() -> None:
    for cls in _CLASSES:
        bpy.utils.register_class(cls)


def unregister() -> None:
    if bpy.app.timers.is_registered(_undo_last):
        bpy.app.timers.unregister(_undo_last)
    live.stop("its add-on was switched off in Blender, which a return to factory settings does too")
    keystore.stop_pairing()
    notice.clear()
    for cls in reversed(_CLASSES):
        bpy.utils.unregister_class(cls)
