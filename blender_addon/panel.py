"""The sidebar of the 3D view: how the host stands, what clients do and ask for, and what they may."""

from __future__ import annotations

from typing import Any

import bpy

from . import drawing, fit, lines, seen
from .preferences import preferences


class _Sidebar:
    bl_space_type = "VIEW_3D"
    bl_region_type = "UI"
    bl_category = "Scenewire"


class _Section(_Sidebar):
    bl_parent_id = "SCENEWIRE_PT_status"
    bl_options = {"DEFAULT_CLOSED"}  # noqa: RUF012 - Blender's own way


class SCENEWIRE_PT_status(_Sidebar, bpy.types.Panel):  # type: ignore[misc,unused-ignore]
    """Whether clients are let in, what they do now, and what they ask for"""

    bl_label = "Scenewire"

    def draw(self, context: bpy.types.Context) -> None:
        """Called by Blender at every redraw of the sidebar."""
        prefs, now = preferences(), seen.status()
        drawing.notices(self.layout, context, prefs)
        if now is None:
            _stopped(self.layout, context, prefs)
            return
        for request in now["approvals"]:
            _request(self.layout, context, request)
        drawing.told(self.layout, context, lines.status(now))
        column = self.layout.column(align=True)
        if now["running"] is not None or now["queue"]:
            column.operator("scenewire.cancel", icon="CANCEL")
        column.operator("scenewire.stop", icon="PAUSE")


def _stopped(layout: Any, context: Any, prefs: Any) -> None:
    problem = fit.problem()
    if problem is not None:
        drawing.tell(layout, context, problem, "ERROR")
        return
    where = "of this machine" if prefs.mode == "local" else "of this machine and of the gateway"
    drawing.tell(layout, context, f"Not running: agents and scripts {where} cannot reach this Blender", "BLANK1")
    row = layout.row()
    row.scale_y = 1.4
    row.operator("scenewire.start", icon="PLAY")


def _request(layout: Any, context: Any, request: dict[str, Any]) -> None:
    box, room = layout.box(), drawing.room(context) - drawing.BOX
    drawing.told(box, context, lines.asked(request), room)
    drawing.tell(box.box(), context, request["summary"], width=room - drawing.BOX)
    column = box.column(align=True)
    for answer, text, icon in (("once", "Allow Once", "CHECKMARK"), ("session", "Allow Session", "CHECKMARK")):
        _answer(column, request["id"], answer, text, icon)
    _answer(column, request["id"], "deny", "Deny", "CANCEL")


def _answer(layout: Any, request: str, answer: str, text: str, icon: str) -> None:
    button = layout.operator("scenewire.answer", text=text, icon=icon)
    button.request, button.answer = request, answer


class SCENEWIRE_PT_activity(_Section, bpy.types.Panel):  # type: ignore[misc,unused-ignore]
    """Who is connected, and what became of the last commands"""

    bl_label = "Activity"
    bl_options = set()  # noqa: RUF012 - open, unlike the others

    @classmethod
    def poll(cls, _context: bpy.types.Context) -> bool:
        """There is something to show only while the host runs."""
        return seen.status() is not None

    def draw(self, context: bpy.types.Context) -> None:
        """Called by Blender at every redraw of the sidebar."""
        now = seen.status()
        self.layout.label(text="Connected:")
        drawing.told(self.layout, context, lines.clients(now))
        self.layout.operator("scenewire.undo_last", icon="LOOP_BACK")
        self.layout.label(text="Last commands:" if now["history"] else "No commands yet")
        for icon, text, why in lines.commands(now):
            drawing.tell(self.layout, context, text, icon)
            if why:
                drawing.tell(self.layout, context, why)


class SCENEWIRE_PT_connection(_Section, bpy.types.Panel):  # type: ignore[misc,unused-ignore]
    """Local or over a gateway, under which name, and by which key"""

    bl_label = "Connection"

    def draw(self, context: bpy.types.Context) -> None:
        """Called by Blender at every redraw of the sidebar."""
        drawing.connection(self.layout, context, preferences())
        now = seen.status()
        if now is not None:
            row = self.layout.row(align=True)
            row.label(text=f"Id {now['instance']['id']}", translate=False)
            row.operator("scenewire.copy_id", text="", icon="COPYDOWN")


class SCENEWIRE_PT_policy(_Section, bpy.types.Panel):  # type: ignore[misc,unused-ignore]
    """What clients may do here, and what they must ask for"""

    bl_label = "Allowed"

    def draw(self, context: bpy.types.Context) -> None:
        """Called by Blender at every redraw of the sidebar."""
        drawing.policy(self.layout, context, preferences())


class SCENEWIRE_PT_foreign(_Section, bpy.types.Panel):  # type: ignore[misc,unused-ignore]
    """Programs that were made for other add-ons"""

    bl_label = "Other Add-ons"

    def draw(self, context: bpy.types.Context) -> None:
        """Called by Blender at every redraw of the sidebar."""
        drawing.foreign(self.layout, context, preferences())


_CLASSES = (
    SCENEWIRE_PT_status,
    SCENEWIRE_PT_activity,
    SCENEWIRE_PT_connection,
    SCENEWIRE_PT_policy,
    SCENEWIRE_PT_foreign,
)

register, unregister = bpy.utils.register_classes_factory(_CLASSES)
