"""Where a picture is taken from: as numbers, without anything in the scene."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from scenewire.adapters.blender.nodes import world_bounds
from scenewire.errors import InvalidParamsError

#: Rotation about Z and how far down the view looks, in degrees, as the numeric pad of Blender has them.
_SIDES = {
    "front": (0, 90),
    "back": (180, 90),
    "right": (90, 90),
    "left": (-90, 90),
    "top": (0, 0),
    "bottom": (0, 180),
    "isometric": (45, math.degrees(math.acos(1 / math.sqrt(3)))),
    "perspective": (35, 62),
}

#: Of Blender's own viewport: 50 mm on a sensor of 36 mm.
_LENS, _SENSOR = 50.0, 36.0

#: A little room around what is framed.
_MARGIN = 1.1


@dataclass(frozen=True)
class View:
    """A camera that does not exist: where it is, and its lens."""

    matrix: Any
    orthographic: bool
    #: Width of what is seen when orthographic.
    span: float
    near: float
    far: float
    #: The artist's camera when it is seen through one.
    camera: Any = None
    #: The artist's 3D view when the picture is as that shows it.
    own: Any = None

    def place(self, camera: Any) -> None:
        """Makes a camera object see this."""
        if self.camera is not None:
            _copy_lens(self.camera.data, camera.data)
        else:
            camera.data.type = "ORTHO" if self.orthographic else "PERSP"
            camera.data.lens, camera.data.sensor_width = _LENS, _SENSOR
            camera.data.ortho_scale = self.span
            camera.data.clip_start, camera.data.clip_end = self.near, self.far
        camera.matrix_world = self.matrix

    def projection(self, size: tuple[int, int]) -> Any:
        """The window matrix of this view, for drawing without a camera."""
        from mathutils import Matrix

        width, height = size
        wide = max(width, height)
        if self.orthographic:
            x, y = self.span / 2 * width / wide, self.span / 2 * height / wide
            depth = self.far - self.near
            return Matrix(
                ((1 / x, 0, 0, 0), (0, 1 / y, 0, 0), (0, 0, -2 / depth, -(self.far + self.near) / depth), (0, 0, 0, 1))
            )
        slope = _SENSOR / 2 / _LENS
        x, y = slope * width / wide, slope * height / wide
        near, far = self.near, self.far
        return Matrix(
            (
                (1 / x, 0, 0, 0),
                (0, 1 / y, 0, 0),
                (0, 0, -(far + near) / (far - near), -2 * far * near / (far - near)),
                (0, 0, -1, 0),
            )
        )


def matrices(seen: View, size: tuple[int, int], drawn: bool) -> tuple[Any, Any]:
    """View and projection, as a picture of this size is `drawn` or rendered through `View.place`."""
    import bpy

    if seen.camera is not None:
        projection = seen.camera.calc_matrix_camera(bpy.context.evaluated_depsgraph_get(), x=size[0], y=size[1])
        return seen.matrix.normalized().inverted(), projection
    if seen.own is not None and drawn:
        return seen.matrix.inverted(), _artist_projection(seen, size)
    return seen.matrix.inverted(), seen.projection(size)


def _artist_projection(seen: View, size: tuple[int, int]) -> Any:
    """The view's own, stretched to the shape of the picture so that nothing is squashed."""
    _window, area = seen.own
    region = next(region for region in area.regions if region.type == "WINDOW")
    matrix = area.spaces.active.region_3d.window_matrix.copy()
    shape = (region.width / region.height) / (size[0] / size[1])
    for column in range(4):
        if shape > 1:
            matrix[1][column] /= shape
        else:
            matrix[0][column] *= shape
    return matrix


def view_of(name: str | None, nodes: list[Any], size: tuple[int, int]) -> View:
    """The view of this name; without one the viewport, or where there is none or something is to be framed, from the
    front, above and right."""
    import bpy

    space = artist_view() if name in (None, "viewport") and not nodes else None
    if space is not None:
        return _viewport(space)
    if name == "camera":
        camera = bpy.context.scene.camera
        if camera is None:
            raise InvalidParamsError("the scene has no active camera", {"path": "view"}, ["perspective"])
        data = camera.data
        return View(
            camera.matrix_world.copy(), data.type == "ORTHO", data.ortho_scale, data.clip_start, data.clip_end, camera
        )
    side = name if name in _SIDES else "perspective"
    return _framed(side, nodes or _shown(), size)


def artist_view() -> Any:
    """The largest 3D view on the screen, as (window, area); None without a window."""
    import bpy

    areas = [
        (window, area)
        for window in bpy.context.window_manager.windows
        for area in window.screen.areas
        if area.type == "VIEW_3D"
    ]
    return max(areas, key=lambda found: found[1].width * found[1].height, default=None)


def any_view() -> Any:
    """The artist's view, or where the artist is in a workspace without one, that of another: to draw with, not to show
    what it shows."""
    import bpy

    found = artist_view()
    if found is not None:
        return found
    windows = bpy.context.window_manager.windows
    areas = [area for screen in bpy.data.screens for area in screen.areas if area.type == "VIEW_3D"]
    return (windows[0], areas[0]) if len(windows) and areas else None


def _viewport(found: Any) -> View:
    space = found[1].spaces.active
    region = space.region_3d
    return View(
        region.view_matrix.inverted(),
        not region.is_perspective,
        region.view_distance * _SENSOR / space.lens,
        space.clip_start,
        space.clip_end,
        own=found,
    )


def _shown() -> list[Any]:
    """What can be seen: geometry first; a scene without any is framed by its objects."""
    import bpy

    nodes = [node for node in bpy.context.view_layer.objects if node.visible_get()]
    solid = [node for node in nodes if node.type not in ("CAMERA", "LIGHT", "EMPTY", "SPEAKER", "LIGHT_PROBE")]
    return solid or nodes


def _framed(side: str, nodes: list[Any], size: tuple[int, int]) -> View:
    from mathutils import Euler, Matrix, Vector

    box = world_bounds(nodes) if nodes else {"min": [-1.0] * 3, "max": [1.0] * 3}
    low, high = Vector(box["min"]), Vector(box["max"])
    center, radius = (low + high) / 2, max((high - low).length / 2, 1e-3)
    turn, down = _SIDES[side]
    rotation = Euler((math.radians(down), 0, math.radians(turn))).to_matrix().to_4x4()
    narrow = min(size) / max(size)
    distance = radius * _MARGIN / math.sin(math.atan(_SENSOR / 2 / _LENS * narrow))
    matrix = Matrix.Translation(center) @ rotation @ Matrix.Translation((0, 0, distance))
    return View(
        matrix,
        side != "perspective",
        2 * radius * _MARGIN / narrow,
        max(distance - 2 * radius, distance * 1e-3),
        distance + 2 * radius,
    )


def _copy_lens(source: Any, target: Any) -> None:
    for name in (
        "type", "lens", "sensor_fit", "sensor_width", "sensor_height", "ortho_scale", "shift_x", "shift_y",
        "clip_start", "clip_end",
    ):  # fmt: skip
        setattr(target, name, getattr(source, name))
