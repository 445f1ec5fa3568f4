"""Python in Blender, for what no typed operation does."""

from __future__ import annotations

from typing import Any

from scenewire._third_party import Application
from scenewire.adapters.blender import versions
from scenewire.adapters.blender.settings_guard import REFUSED_OPERATORS, operators_guarded
from scenewire.adapters.blender.undo import UNDO
from scenewire.adapters.code import Code
from scenewire.adapters.contract import Json


def script_globals() -> dict[str, Any]:
    """What a script has without importing it."""
    import bpy
    import mathutils

    return {"bpy": bpy, "mathutils": mathutils, "C": bpy.context, "D": bpy.data}


def application() -> Application:
    """Where Blender's own code lies, and where its user's add-ons and extensions do."""
    import bpy

    ours, kinds = bpy.utils, ["SCRIPTS", *(["EXTENSIONS"] if versions.at_least(4, 2) else [])]
    shipped = [ours.resource_path("LOCAL"), ours.resource_path("SYSTEM"), *map(ours.system_resource, kinds)]
    return Application(tuple(shipped), tuple(map(ours.user_resource, kinds)))


def _isolate(told: Json) -> Json:
    from scenewire.adapters.blender import isolation

    return isolation.prepare(told)


CODE = Code(
    script_globals=script_globals,
    touch=UNDO.touch,
    take_back=lambda: UNDO.take_back("Run tests"),
    around=operators_guarded,
    refused={"bpy.ops.wm.quit_blender": REFUSED_OPERATORS["wm.quit_blender"]},
    isolate=_isolate,
)
