"""What compounds write to files, and that the selection stays, as `bpy` sees it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .compounds import Scene
from .hill import post

SELECTED = """
import bpy
active = bpy.context.view_layer.objects.active
[sorted(o.name for o in bpy.context.view_layer.objects if o.select_get()), active and active.name,
 len(bpy.data.objects), len(bpy.data.scenes)]
"""


def exporting(call: Any) -> dict[str, Any]:
    """Arguments of an export of a post."""
    post(call)
    call("select", ids=["Post"])
    return {"format": "obj"}


SCENES: dict[str, Scene] = {"export_selection": exporting}


def test_the_selection_is_written_and_stays(call: Any, tmp_path: Path) -> None:
    arguments = exporting(call)
    before = call.python(SELECTED)
    made = call("export_selection", **arguments)
    assert call.python(SELECTED) == before
    text = bytes(made["data"]).decode()
    assert text.count("\nv ") == 8
    assert (made["format"], made["size"]) == ("obj", len(text))
    more = call("export_selection", **arguments, include_children=True)
    assert bytes(more["data"]).decode().count("\nv ") > 8
    assert len(more["ids"]) == 2
    assert call.python(SELECTED) == before


def test_no_selection_and_no_format_are_told(call: Any) -> None:
    exporting(call)
    assert call.fails("invalid_params", "export_selection").details["path"] == "format"
    call("clear_selection")
    assert "nothing is selected" in str(call.fails("invalid_params", "export_selection", format="obj"))
    call.fails("invalid_params", "export_selection", format="doc")
