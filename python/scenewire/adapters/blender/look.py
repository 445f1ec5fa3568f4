"""A quick picture. No data-block, setting or view of the artist's is left changed, and no undo step is made.

There is more than one way to it, because drivers, displays and Blenders without a window each lack another one: what
comes out black, or not at all, is made again the next way, and the result says which way made it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from scenewire.adapters.blender import labels, screen, versions
from scenewire.adapters.blender.artist import under_way
from scenewire.adapters.blender.nodes import find_node
from scenewire.adapters.blender.offscreen import can_draw, draw
from scenewire.adapters.blender.pictures import BLACK, Picture, Size, rendered_picture
from scenewire.adapters.blender.render import set_engine
from scenewire.adapters.blender.settings import Borrowed
from scenewire.adapters.blender.undo import UNDO
from scenewire.adapters.blender.views import View, matrices, view_of
from scenewire.adapters.contract import Job, Json
from scenewire.errors import ConflictError, HandlerError, InvalidParamsError, SceneWireError

#: The engine that comes nearest to a way of shading where there is no viewport.
_ENGINES = {"solid": "workbench", "wireframe": "workbench", "material": "eevee", "rendered": None}

#: Enough for a look, by the one engine that needs no graphics driver.
_LAST_SAMPLES = 8

Way = tuple[str, Callable[[], Picture]]


def look(
    *,
    job: Job,
    view: str | None = None,
    shading: str | None = None,
    width: int = 800,
    height: int = 600,
    frame_ids: list[str] | None = None,
    overlay: str | None = None,
    editor: str | None = None,
) -> Json:
    """A PNG of the scene, or of what is to be framed, from a side, through the camera, or as the viewport shows it."""
    nodes = [find_node(reference) for reference in frame_ids or []]
    if view == "window":
        _refuse_with_window(frame_ids, overlay, shading)
        if editor is not None:
            screen.area(editor)
    elif editor is not None:
        raise InvalidParamsError(
            "an `editor` is a part of the application's window", {"path": "editor", "got": editor}, ["view: window"]
        )
    size = (width, height)
    with UNDO.own_changes_kept():
        seen = view_of(None if view == "window" else view, nodes, size)
        picture, how = _taken([*_ways(view, seen, shading, size, editor)], view)
        result: Json = {"width": picture.size[0], "height": picture.size[1], "how": how}
        if overlay:
            found = labels.find(*matrices(seen, size, drawn=not how.startswith("render")), size)
            labels.write(picture, found, overlay)
            result["labels"] = [label.json() for label in found]
    png = picture.png()
    return {"image": job.attach(png, "u1", (len(png),), media="image/png"), **result}


def _refuse_with_window(frame_ids: list[str] | None, overlay: str | None, shading: str | None) -> None:
    given = {"frame_ids": frame_ids, "overlay": overlay, "shading": shading}
    extra = [name for name, value in given.items() if value]
    if extra:
        raise InvalidParamsError(
            f"view `window` is the application's own window and takes no `{extra[0]}`",
            {"path": extra[0]},
            ["view: viewport", f"leave `{extra[0]}` out"],
        )


def _ways(view: str | None, seen: View, shading: str | None, size: Size, editor: str | None) -> Iterator[Way]:
    """The ways to this picture, the truest first."""
    if view == "window":
        yield "window", lambda: screen.shown(editor, size)
        yield "window drawn anew", lambda: screen.drawn(editor, size)
    if editor is not None:
        return
    if can_draw():
        yield "viewport" if seen.own else "off-screen", lambda: draw(seen, shading, size)
    wished = shading or "solid"
    engines = [_ENGINES[wished], "workbench", "cycles"]
    if not versions.has_graphics():
        engines = ["cycles"]
    for index, engine in enumerate(engines):
        if engine not in engines[:index]:
            yield _name(engine), lambda engine=engine, last=index > 0: _render(seen, wished, engine, size, last)  # type: ignore[misc]


def _name(engine: str | None) -> str:
    import bpy

    return f"render ({engine or versions.engine_name(bpy.context.scene.render.engine)})"


def _taken(ways: list[Way], view: str | None) -> tuple[Picture, str]:
    """The first picture that shows something, and how it was made."""
    tried: list[str] = []
    for name, take in ways:
        if tried and name.startswith("render"):
            _refuse_to_disturb(tried)
        try:
            picture = take()
        except (RuntimeError, SystemError, SceneWireError) as error:
            tried.append(f"{name} failed: {str(error).strip()}")
            continue
        fault = picture.fault()
        if fault is None:
            return picture, "; ".join([name, *tried])
        tried.append(f"{name} was {fault}")
        if fault != BLACK and name.startswith("render"):
            break  # It draws, and there is nothing to draw.
    raise HandlerError(
        "every picture came out black or in one colour: there is nothing in view, or no light and no driver to draw",
        {"tried": tried, "view": view},
        ["render", "frame_ids of what should be seen", "list_nodes to see what there is"],
    )


def _refuse_to_disturb(tried: list[str]) -> None:
    """A render needs a camera of its own in the scene, which is no time for in the middle of a drag."""
    reason = under_way()
    if reason:
        raise ConflictError(f"{reason}, and only a render could make the picture now", {"tried": tried})


def _render(seen: View, shading: str, engine: str | None, size: Size, last: bool) -> Picture:
    """Through a camera that exists for this one picture; `last` when another way has failed."""
    import bpy

    scene = bpy.context.scene
    with _Props(scene) as props, Borrowed() as borrowed:
        camera = props.add("camera", bpy.data.cameras.new("scenewire look"))
        seen.place(camera)
        borrowed.set(scene, "camera", camera)
        if engine:
            set_engine(scene, engine, borrowed)
        _shade(scene, shading, borrowed)
        if scene.render.engine == "CYCLES" and not versions.can_denoise():
            borrowed.set(scene.cycles, "use_denoising", False)
        if engine == "cycles":
            _save_effort(scene, borrowed)
            if last or shading in ("solid", "wireframe"):
                # Solid shading shows a scene without lights too.
                lamp = props.add("light", bpy.data.lights.new("scenewire look", "SUN"))
                lamp.matrix_world = camera.matrix_world
                lamp.data.energy = 3.0
        for name, value in zip(("resolution_x", "resolution_y"), size):
            borrowed.set(scene.render, name, value)
        borrowed.set(scene.render, "resolution_percentage", 100)
        # Noise, to a file that should be small.
        borrowed.set(scene.render, "dither_intensity", 0.0)
        for name in ("use_border", "use_compositing", "use_sequencer", "film_transparent", "use_multiview"):
            borrowed.set(scene.render, name, False)
        return rendered_picture(scene, lambda: bpy.ops.render.render(write_still=True), borrowed)


class _Props:
    """Objects that exist for one picture."""

    def __init__(self, scene: Any) -> None:
        self._scene = scene
        self._made: list[tuple[Any, Any, Any]] = []

    def add(self, kind: str, data: Any) -> Any:
        import bpy

        node = bpy.data.objects.new("scenewire look", data)
        self._made.append((node, getattr(bpy.data, kind + "s"), data))
        self._scene.collection.objects.link(node)
        return node

    def __enter__(self) -> _Props:
        return self

    def __exit__(self, *_error: object) -> None:
        import bpy

        for node, kind, data in self._made:
            bpy.data.objects.remove(node)
            kind.remove(data)
        # Blender 4.2 crashes when the objects of a view layer are listed that does not know yet that one is gone.
        bpy.context.view_layer.update()


def _save_effort(scene: Any, borrowed: Borrowed) -> None:
    borrowed.set(scene.cycles, "samples", min(scene.cycles.samples, _LAST_SAMPLES))


def _shade(scene: Any, shading: str, borrowed: Borrowed) -> None:
    display = scene.display
    if versions.engine_name(scene.render.engine) != "workbench":
        return
    borrowed.set(display.shading, "color_type", "MATERIAL")
    borrowed.set(display.shading, "light", "STUDIO")
    borrowed.set(display.shading, "show_cavity", True)
    borrowed.set(display.shading, "show_xray", shading == "wireframe")
    borrowed.set(display, "render_aa", "8")
