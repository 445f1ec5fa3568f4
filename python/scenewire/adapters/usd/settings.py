"""Where a stage says how it is rendered: its UsdRenderSettings, and what the stage itself says of time."""

from __future__ import annotations

import os
from typing import Any

from scenewire.adapters.usd.naming import define
from scenewire.adapters.usd.places import place_for
from scenewire.adapters.usd.stage import STAGE


def settings_prim() -> Any:
    """The prim of the stage's render settings; None while there is none."""
    from pxr import UsdRender

    named = UsdRender.Settings.GetStageRenderSettings(STAGE.stage)
    if named:
        return named.GetPrim()
    return next((prim for prim in STAGE.prims() if prim.IsA(UsdRender.Settings)), None)


def made_settings() -> Any:
    """The same, made where there is none, and named as those of the stage."""
    prim = settings_prim()
    if prim is None:
        prim = define(place_for("Render"), "Settings", "RenderSettings")
    if not STAGE.stage.HasAuthoredMetadata("renderSettingsPrimPath"):
        STAGE.stage.SetMetadata("renderSettingsPrimPath", str(prim.GetPath()))
    return prim


def fps() -> float:
    """Frames per second; a stage that does not say has 24, as USD has it."""
    stage = STAGE.stage
    return float(
        stage.GetFramesPerSecond() if stage.HasAuthoredMetadata("framesPerSecond") else stage.GetTimeCodesPerSecond()
    )


def codes_per_frame() -> float:
    """How many time codes a frame is."""
    return float(STAGE.stage.GetTimeCodesPerSecond()) / fps()


def scene_name() -> str:
    """What the stage is called: its file, or what it is while it has none."""
    return os.path.splitext(os.path.basename(STAGE.file()))[0] or "Stage"
