"""Samples per pixel, which every engine keeps in a place of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scenewire.adapters.blender import versions
from scenewire.errors import NotSupportedError

#: Workbench takes these numbers of samples and no others.
_WORKBENCH = {1: "OFF", 5: "5", 8: "8", 11: "11", 16: "16", 32: "32"}


def read_samples(scene: Any, engine: str | None = None) -> int | None:
    """Those of an engine, or of the scene's own; None where it counts none: an add-on's, or Workbench that smooths by
    FXAA."""
    engine = engine or versions.engine_name(scene.render.engine)
    if engine == "cycles":
        return int(scene.cycles.samples)
    if engine == "eevee":
        return int(scene.eevee.taa_render_samples)
    if engine != "workbench":
        return None
    return next((number for number, name in _WORKBENCH.items() if name == scene.display.render_aa), None)


def write_samples(scene: Any, samples: int, write: Callable[[Any, str, Any], None] = setattr) -> None:
    """Writes those of the scene's engine."""
    engine = versions.engine_name(scene.render.engine)
    if engine == "cycles":
        write(scene.cycles, "samples", samples)
    elif engine == "eevee":
        write(scene.eevee, "taa_render_samples", samples)
    elif engine == "workbench" and samples in _WORKBENCH:
        write(scene.display, "render_aa", _WORKBENCH[samples])
    else:
        takes = list(_WORKBENCH) if engine == "workbench" else "another engine"
        raise NotSupportedError(f"{engine} cannot take {samples} samples", {"path": "samples", "expected": takes})
