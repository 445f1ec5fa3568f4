"""A quick picture. No data-block, setting or view of the artist's is left changed, and no undo step is made."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender import versions
from scenewire.adapters.blender.nodes import find_node
from scenewire.adapters.blender.offscreen import can_draw, draw
from scenewire.adapters.blender.pictures import is_blank, rendered
from scenewire.adapters.blender.render import set_engine
from scenewire.adapters.blender.settings import Borrowed
from scenewire.adapters.blender.undo import UNDO
from scenewire.adapters.blender.views import View, view_of
from scenewire.adapters.contract import Job, Json
from scenewire.errors import HandlerError

#: The engine that comes nearest to a way of shading where there is no viewport.
_ENGINES = {"solid": "workbench", "wireframe": "workbench", "material": "eevee", "rendered": None}


def look(
    *,
    job: Job,
    view: str | None = None,
    shading: str | None = None,
    width: int = 800,
    height: int = 600,
    frame_ids: list[str] | None = None,
) -> Json:
    """A PNG of the scene, or of what is to be framed, from a side, through the camera, or as the viewport shows it."""
    nodes = [find_node(reference) for reference in frame_ids or []]
    size = (width, height)
    with UNDO.own_changes_kept():
        seen = view_of(view, nodes, size)
        png, how = _picture(seen, shading, size)
        blank = is_blank(png)
    if blank:
        raise HandlerError(
            "the picture came out in one colour: there is nothing in view, or the graphics driver cannot draw",
            {"how": how, "view": view},
            ["render", "frame_ids of what should be seen"],
        )
    return {
        "image": job.attach(png, "u1", (len(png),), media="image/png"),
        "width": width,
        "height": height,
        "how": how,
    }


def _picture(seen: View, shading: str | None, size: tuple[int, int]) -> tuple[bytes, str]:
    if can_draw():
        try:
            return draw(seen, shading, size), "viewport" if seen.own else "off-screen"
        except (RuntimeError, SystemError):
            # A driver without what Blender asks of it: the Workbench needs no window.
            pass
    return _render(seen, shading or "solid", size), "render"


def _render(seen: View, shading: str, size: tuple[int, int]) -> bytes:
    """Through a camera that exists for this one picture."""
    import bpy

    scene = bpy.context.scene
    data = bpy.data.cameras.new("scenewire look")
    camera = bpy.data.objects.new("scenewire look", data)
    try:
        scene.collection.objects.link(camera)
        seen.place(camera)
        with Borrowed() as borrowed:
            borrowed.set(scene, "camera", camera)
            engine = _ENGINES[shading]
            if engine:
                set_engine(scene, engine, borrowed)
            _shade(scene, shading, borrowed)
            for name, value in zip(("resolution_x", "resolution_y"), size):
                borrowed.set(scene.render, name, value)
            borrowed.set(scene.render, "resolution_percentage", 100)
            borrowed.set(scene.render, "use_border", False)
            borrowed.set(scene.render, "use_compositing", False)
            borrowed.set(scene.render, "use_sequencer", False)
            return rendered(scene, lambda: bpy.ops.render.render(write_still=True), borrowed)
    finally:
        bpy.data.objects.remove(camera)
        bpy.data.cameras.remove(data)


def _shade(scene: Any, shading: str, borrowed: Borrowed) -> None:
    display = scene.display
    if versions.engine_name(scene.render.engine) != "workbench":
        return
    borrowed.set(display.shading, "color_type", "MATERIAL")
    borrowed.set(display.shading, "light", "STUDIO")
    borrowed.set(display.shading, "show_cavity", True)
    borrowed.set(display.shading, "show_xray", shading == "wireframe")
    borrowed.set(display, "render_aa", "8")
