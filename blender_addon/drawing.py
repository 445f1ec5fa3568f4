"""Rows that the sidebar and the preferences share. They ask neither the scene nor the host: drawing is often."""

from __future__ import annotations

from typing import Any

from . import keystore, lines, live, notice, seen
from .preferences import written_by_newer

#: Of a letter in Blender's interface font, in pixels at a scale of 1, and what a row needs besides.
_LETTER, _MARGIN = 6.6, 64
#: Of a box around it, or a button beside it.
BOX, _BUTTON = 12, 40


def tell(layout: Any, context: Any, text: str, icon: str = "BLANK1", width: int | None = None) -> None:
    """A text of any length, in as many rows as it needs in this region or width; a label alone would be cut off."""
    characters = int(((width or room(context)) - _MARGIN) / _LETTER)
    rows = layout.column(align=True)
    for number, line in enumerate(lines.wrapped(text, characters)):
        row = rows.row()
        row.scale_y = 0.8 if number else 1.0
        row.label(text=line, icon="BLANK1" if number else icon, translate=False)


def room(context: Any) -> int:
    """Of the region, in pixels at a scale of 1."""
    return int(context.region.width / context.preferences.system.ui_scale)


def told(layout: Any, context: Any, several: list[lines.Line], width: int | None = None) -> None:
    """Each line with its icon."""
    for icon, text in several:
        tell(layout, context, text, icon, width)


def notices(layout: Any, context: Any, prefs: Any) -> None:
    """What the artist should read before anything else."""
    if written_by_newer(prefs):
        text = "A newer Scenewire wrote these settings; what this one does not know in them is kept and not used"
        tell(layout, context, text, "INFO")
    latest = notice.latest()
    if latest is not None:
        box = layout.box()
        row = box.row()
        tell(row.column(), context, latest[1], latest[0], room(context) - _BUTTON)
        row.operator("scenewire.dismiss", text="", icon="X", emboss=False)


def settings(layout: Any, prefs: Any, context: Any) -> None:
    """Everything, for the preferences."""
    notices(layout, context, prefs)
    for title, draw in (("Connection", connection), ("Allowed", policy), ("Other add-ons", foreign)):
        box = layout.box()
        box.label(text=title)
        draw(box, context, prefs)


def connection(layout: Any, context: Any, prefs: Any) -> None:
    """Who can reach this Blender, and how."""
    layout.row().prop(prefs, "mode", expand=True)
    column = layout.column(align=True)
    column.prop(prefs, "instance_name")
    if prefs.mode == "remote":
        _gateway(layout, context, prefs)
    layout.prop(prefs, "port")
    layout.prop(prefs, "start_automatically")
    if live.needs_restart(prefs):
        layout.operator("scenewire.restart", icon="FILE_REFRESH")


def _gateway(layout: Any, context: Any, prefs: Any) -> None:
    column = layout.column(align=True)
    column.label(text="Gateway", icon="URL")
    column.prop(prefs, "url", text="")
    if keystore.has_key(live.gateway_url(prefs)):
        row = layout.row(align=True)
        row.label(text="Key stored", icon="LOCKED")
        row.operator("scenewire.forget_key", text="", icon="X")
    else:
        column = layout.column(align=True)
        column.prop(prefs, "new_key")
        column.prop(prefs, "pairing_code", text="Code")
        column.operator("scenewire.pair", text="Sending..." if keystore.pairing() else "Pair", icon="LINKED")
    _certificate(layout, context, prefs)
    _titled(layout.column(align=True), prefs, "instance_id")


def _certificate(layout: Any, context: Any, prefs: Any) -> None:
    now = seen.status()
    link = now["gateway"] if now else None
    if link is not None:
        icon, text = lines.certificate(link, prefs.pin)
        tell(layout, context, text, icon)
        if lines.untrusted(link, prefs.pin):
            layout.operator("scenewire.pin_shown", icon="LOCKED")
    column = layout.column(align=True)
    for name in ("pin", "authority"):
        _titled(column, prefs, name)


def _titled(column: Any, prefs: Any, name: str) -> None:
    """A setting below its name: beside it a narrow sidebar has no room for both."""
    column.label(text=f"{prefs.bl_rna.properties[name].name}:")
    column.prop(prefs, name, text="")


def policy(layout: Any, _context: Any, prefs: Any) -> None:
    """What clients may do, and what they must ask for."""
    column = layout.column(align=True)
    column.prop(prefs, "read_only")
    column.prop(prefs, "allow_python")
    row = column.row()
    row.enabled = prefs.mode == "remote" and prefs.allow_python
    row.prop(prefs, "allow_remote_python")
    if prefs.allow_python:
        column.label(text="Third-party code:")
        column.prop(prefs, "third_party_code", text="")
    column.prop(prefs, "allow_network")
    column.prop(prefs, "allow_files")
    if prefs.allow_files:
        _roots(layout, prefs)
    column = layout.column(align=True)
    column.prop(prefs, "ask_python")
    column.prop(prefs, "ask_files")
    column.prop(prefs, "ask_deletes")
    if prefs.ask_deletes:
        column.prop(prefs, "deletes_over")
    if prefs.ask_python or prefs.ask_files or prefs.ask_deletes:
        column.label(text="Who is asked:")
        column.prop(prefs, "approver", text="")
        column.label(text="When nobody is asked:")
        column.prop(prefs, "unattended", text="")


def _roots(layout: Any, prefs: Any) -> None:
    column = layout.column(align=True)
    for number, root in enumerate(prefs.roots):
        row = column.row(align=True)
        row.prop(root, "path", text="")
        row.operator("scenewire.root_remove", text="", icon="REMOVE").index = number
    column.operator("scenewire.root_add", icon="ADD")


def foreign(layout: Any, context: Any, prefs: Any) -> None:
    """Programs that were made for other add-ons."""
    column = layout.column(align=True)
    column.prop(prefs, "foreign")
    if prefs.foreign:
        column.prop(prefs, "foreign_port")
    now = seen.status()
    if now is not None:
        told(layout, context, lines.foreign(now["foreign"]))
