"""Python beside the stage, for what no typed operation does."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.code import Code
from scenewire.adapters.usd.files_guard import files_guarded
from scenewire.adapters.usd.stage import STAGE
from scenewire.adapters.usd.undo import UNDO


def script_globals() -> dict[str, Any]:
    """What a script has without importing it: the stage, and the modules that everybody needs."""
    from pxr import Gf, Sdf, Usd, UsdGeom, UsdLux, UsdShade, UsdSkel, Vt

    modules = (Gf, Sdf, Usd, UsdGeom, UsdLux, UsdShade, UsdSkel, Vt)
    return {"stage": STAGE.stage, **{module.__name__.rpartition(".")[2]: module for module in modules}}


CODE = Code(script_globals=script_globals, touch=UNDO.may_edit, take_back=UNDO.take_back, around=files_guarded)
