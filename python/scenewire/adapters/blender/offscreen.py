"""Drawing the 3D view into memory. It works with a window, and without one where the GPU can be started (5.2)."""

from __future__ import annotations

import functools
from typing import Any

from scenewire.adapters.blender import versions
from scenewire.adapters.blender.pictures import Picture
from scenewire.adapters.blender.settings import Borrowed
from scenewire.adapters.blender.views import View, any_view, matrices

_SHADING = {"solid": "SOLID", "wireframe": "WIREFRAME", "material": "MATERIAL", "rendered": "RENDERED"}


def can_draw() -> bool:
    """Whether there is a 3D view to draw with and a GPU to draw on."""
    return any_view() is not None and (not versions.headless() or _started())


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


def draw(seen: View, shading: str | None, size: tuple[int, int]) -> Picture:
    """The 3D view with this shading, from this view."""
    import bpy
    import gpu

    _, area = seen.own or any_view()
    space = area.spaces.active
    region = next(region for region in area.regions if region.type == "WINDOW")
    matrix, projection = matrices(seen, size, drawn=True)
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
        return _read(target, size)
    finally:
        target.free()


def _read(target: Any, size: tuple[int, int]) -> Picture:
    import gpu

    with target.bind():
        buffer = gpu.state.active_framebuffer_get().read_color(0, 0, *size, 4, 0, "UBYTE")
    return Picture(bytearray(_bytes(buffer, 4 * size[0] * size[1])), size)


def _bytes(buffer: Any, length: int) -> bytes:
    buffer.dimensions = length
    try:
        return bytes(memoryview(buffer).cast("B"))
    except TypeError:
        return bytes(buffer.to_list())
