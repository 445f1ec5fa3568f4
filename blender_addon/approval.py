"""What an agent must ask for: a dialog when it asks, and a place in the sidebar until it is answered."""

from __future__ import annotations

from typing import Any

import bpy

from . import drawing, fit, lines, notice, seen

_ANSWERS = (
    ("once", "Allow once", "This one command runs"),
    (
        "session",
        "Allow for this session",
        "This client's commands of this kind run until the host is stopped",
    ),
    ("deny", "Deny", "The command is refused, and the client is told by whom"),
)
_WIDTH = 420

#: Requests that a dialog was opened for: one that was waved away is not opened again, and stays in the sidebar.
_offered: set[str] = set()
#: The request of the dialog that is open.
_open: list[str] = []


def _question(default: str | None) -> dict[str, Any]:
    options = {"options": {"SKIP_SAVE"}} | ({"default": default} if default else {})
    text = bpy.props.StringProperty(name="Request", description="Which request", options={"SKIP_SAVE", "HIDDEN"})
    items = {"items": _ANSWERS, "name": "Answer", "description": "What becomes of the command"}
    return {"request": text, "answer": bpy.props.EnumProperty(**items, **options)}


def _reply(operator: Any) -> set[str]:
    try:
        fit.package().approve(operator.request, operator.answer)
    except Exception as error:
        # Its time is over, or its caller has gone.
        operator.report({"WARNING"}, f"Scenewire: {notice.reason(error)}")
        return {"CANCELLED"}
    finally:
        seen.look()
    return {"FINISHED"}


class SCENEWIRE_OT_answer(bpy.types.Operator):  # type: ignore[misc,unused-ignore]
    """Answer the agent that asks"""

    bl_idname = "scenewire.answer"
    bl_label = "Answer"
    bl_options = {"INTERNAL"}  # noqa: RUF012 - Blender's own way
    __annotations__ = _question(None)

    @classmethod
    def description(cls, _context: bpy.types.Context, properties: Any) -> str:
        """The tooltip of each of the three buttons."""
        return next(text for answer, _, text in _ANSWERS if answer == properties.answer)

    def execute(self, _context: bpy.types.Context) -> set[str]:
        """Called by Blender."""
        return _reply(self)


class SCENEWIRE_OT_ask(bpy.types.Operator):  # type: ignore[misc,unused-ignore]
    """An agent asks whether it may do this"""

    bl_idname = "scenewire.ask"
    bl_label = "Scenewire: an Agent Asks"
    bl_options = {"INTERNAL"}  # noqa: RUF012 - Blender's own way
    # It opens under a hand that is at work: a stray Return must not allow anything.
    __annotations__ = _question("deny")

    def invoke(self, context: bpy.types.Context, _event: bpy.types.Event) -> set[str]:
        """Called by Blender; comes back at once, the dialog stays."""
        _open[:] = [self.request]
        button = {"confirm_text": "Answer"} if bpy.app.version >= (4, 1, 0) else {}
        return context.window_manager.invoke_props_dialog(self, width=_WIDTH, **button)

    def cancel(self, _context: bpy.types.Context) -> None:
        """Called by Blender when the dialog was waved away; the request stays in the sidebar."""
        _open.clear()

    def draw(self, context: bpy.types.Context) -> None:
        """What, who, and the code or the paths."""
        request = seen.request(self.request)
        if request is None:
            self.layout.label(text="It was answered, or its time is over", icon="INFO")
            return
        drawing.told(self.layout.box(), context, lines.asked(request), _WIDTH)
        drawing.tell(self.layout.box(), context, request["summary"], width=_WIDTH)
        self.layout.column().prop(self, "answer", expand=True)

    def execute(self, _context: bpy.types.Context) -> set[str]:
        """Called by Blender when the dialog is confirmed."""
        _open.clear()
        return _reply(self)


def offer(status: dict[str, Any]) -> None:
    """Opens a dialog for a request that has had none; not while the artist drags something."""
    waiting = [request["id"] for request in status["approvals"]]
    _offered.intersection_update(waiting)
    new = [request for request in waiting if request not in _offered]
    windows = bpy.context.window_manager.windows
    # One dialog at a time: a second one would cover the first.
    if not new or _open or status["held"] or not len(windows) or bpy.app.background:
        return
    _offered.add(new[0])
    with bpy.context.temp_override(window=windows[0]):
        bpy.ops.scenewire.ask("INVOKE_DEFAULT", request=new[0])


#: Seconds in which Blender takes an open dialog off the screen.
_CLOSING = 0.1


def _leave() -> None:
    """Blender before 5 crashes when a dialog is confirmed whose operator is gone: it goes after the dialog."""
    _open.clear()
    if bpy.app.timers.is_registered(_leave):
        bpy.app.timers.unregister(_leave)
    # After an update it may be the class of the module that was here before.
    registered = getattr(bpy.types, SCENEWIRE_OT_ask.__name__, None)
    if registered is not None:
        bpy.utils.unregister_class(registered)


def _close() -> None:
    """Nothing else closes a dialog from a script: a screen that is set anew has none."""
    for window in bpy.context.window_manager.windows:
        window.screen = window.screen
    bpy.app.timers.register(_leave, first_interval=_CLOSING, persistent=True)


def register() -> None:
    _leave()
    bpy.utils.register_class(SCENEWIRE_OT_answer)
    bpy.utils.register_class(SCENEWIRE_OT_ask)


def unregister() -> None:
    _offered.clear()
    bpy.utils.unregister_class(SCENEWIRE_OT_answer)
    if _open:
        _close()
    else:
        _leave()
