"""Drawing the 3D view into memory. It works with a window, and without one where the GPU can be started (5.2)."""

from __future__ import annotations

import functools
from typing import Any

from scenewire.adapters.blender import versions
from scenewire.adapters.blender.pictures import from_pixels
from scenewire.adapters.blender.settings import Borrowed
from scenewire.adapters.blender.views import View, artist_view
from scenewire.errors import HandlerError

_SHADING = {"solid": "SOLID", "wireframe": "WIREFRAME", "material": "MATERIAL", "rendered": "RENDERED"}


def can_draw() -> bool:
    """Whether there is a 3D view to draw with and a GPU to draw on."""
    return artist_view() is not None and (not versions.headless() or _started())


@functools.lru_cache(maxsize=1)
def _started() -> bool:
    """Starts the GPU without a window, once; false where this Blender cannot."""
    import gpu

    if not hasattr(gpu, "init") or not versions.has_graphics():
        return False
    try:
        gpu.init()
    except (SystemError, RuntimeError):
        return False
    return True


def draw(seen: View, shading: str | None, size: tuple[int, int]) -> bytes:
    """The 3D view with this shading, from this view, as PNG."""
    import bpy
    import gpu

    _, area = seen.own or artist_view()
    space = area.spaces.active
    region = next(region for region in area.regions if region.type == "WINDOW")
    matrix, projection = _matrices(seen, size)
    target = gpu.types.GPUOffScreen(*size)
    try:
        with Borrowed() as borrowed:
            if shading:
                borrowed.set(space.shading, "type", _SHADING[shading])
            if seen.own is None:
                # The artist's gizmos, cursor and grid belong to the artist's view.
                borrowed.set(space.overlay, "show_overlays", False)
            target.draw_view3d(
                bpy.context.scene,
                bpy.context.view_layer,
                space,
                region,
                matrix,
                projection,
                do_color_management=True,
            )
        return _png(target, size)
    finally:
        target.free()


def _matrices(seen: View, size: tuple[int, int]) -> tuple[Any, Any]:
    import bpy

    if seen.camera is None:
        if seen.own is not None:
            return seen.matrix.inverted(), _artist_projection(seen, size)
        return seen.matrix.inverted(), seen.projection(size)
    depsgraph = bpy.context.evaluated_depsgraph_get()
    projection = seen.camera.calc_matrix_camera(depsgraph, x=size[0], y=size[1])
    return seen.matrix.normalized().inverted(), projection


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


def _png(target: Any, size: tuple[int, int]) -> bytes:
    import gpu

    with target.bind():
        buffer = gpu.state.active_framebuffer_get().read_color(0, 0, *size, 4, 0, "UBYTE")
    pixels = bytearray(_bytes(buffer, 4 * size[0] * size[1]))
    if not any(pixels):
        raise HandlerError("the graphics driver drew nothing")
    # The view's background is transparent in the buffer; a picture of a view has none.
    pixels[3::4] = b"\xff" * (size[0] * size[1])
    return from_pixels(pixels, size)


def _bytes(buffer: Any, length: int) -> bytes:
    buffer.dimensions = length
    try:
        return bytes(memoryview(buffer).cast("B"))
    except TypeError:
        return bytes(buffer.to_list())
