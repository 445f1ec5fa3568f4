"""Python in the host, for what no typed operation does."""

from __future__ import annotations

from typing import Any

from scenewire._output import KEPT
from scenewire.adapters.blender.undo import UNDO
from scenewire.adapters.contract import Job, Json

#: Calls that a script may not make, with the reason.
_REFUSED = {"bpy.ops.wm.quit_blender": "it would quit the host"}


def script_globals() -> dict[str, Any]:
    """What a script has without importing it."""
    import bpy
    import mathutils

    return {"bpy": bpy, "mathutils": mathutils, "C": bpy.context, "D": bpy.data}


def execute_python(
    *,
    code: str,
    job: Job,
    timeout: float | None = None,
    namespace: str | None = None,
    variables: Json | None = None,
    output_limit: int = KEPT,
) -> Json:
    """Runs code; its time limit is the engine's, which takes `timeout` as the call's deadline."""
    from scenewire import execute

    UNDO.touch()
    given = {**script_globals(), **(variables or {})}
    return execute.run(code, namespace, given, job, refused=_REFUSED, output_limit=output_limit)
