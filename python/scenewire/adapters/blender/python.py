"""Python in the host, for what no typed operation does."""

from __future__ import annotations

import difflib
import os
import sys
from typing import Any

from scenewire._output import KEPT
from scenewire.adapters.blender.settings_guard import REFUSED_OPERATORS, operators_guarded
from scenewire.adapters.blender.undo import UNDO
from scenewire.adapters.contract import Job, Json
from scenewire.errors import InvalidParamsError, NotFoundError, SceneWireFileNotFoundError

#: Calls that a script may not make, with the reason; told before anything of it runs.
_REFUSED = {"bpy.ops.wm.quit_blender": REFUSED_OPERATORS["wm.quit_blender"]}


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
    variables_after: list[str] | None = None,
    trace: bool = False,
    isolated: bool = False,
) -> Json:
    """Runs code; its time limit is the engine's, which takes `timeout` as the call's deadline."""
    from scenewire import execute

    if isolated:
        from scenewire.adapters.blender import isolation

        told: Json = {"code": code, "namespace": namespace, "variables": variables, "output_limit": output_limit}
        return isolation.prepare({**told, "variables_after": variables_after, "trace": trace})
    UNDO.touch()
    given = {**script_globals(), **(variables or {})}
    with operators_guarded():
        return execute.run(
            code,
            namespace,
            given,
            job,
            refused=_REFUSED,
            output_limit=output_limit,
            variables_after=variables_after,
            trace=trace,
        )


def import_module(*, path: str, job: Job, module: str | None = None) -> Json:
    """Imports a project's module."""
    from scenewire import projects

    UNDO.touch()
    with operators_guarded():
        return projects.import_module(_there(path), module)


def reload_modules(*, job: Job, path: str | None = None) -> Json:
    """Reads the project's modules again."""
    from scenewire import projects

    UNDO.touch()
    with operators_guarded():
        return projects.reload_modules(path)


def run_tests(
    *,
    path: str,
    job: Job,
    pattern: str = "test*.py",
    names: list[str] | None = None,
    keep_changes: bool = False,
) -> Json:
    """Runs a project's tests; what they did to the scene is taken back unless it should stay."""
    from scenewire import project_tests

    UNDO.touch()
    with operators_guarded():
        result = project_tests.run_tests(_there(path), pattern, names)
    if not keep_changes:
        UNDO.take_back("Run tests")
    return result


def inspect_variables(
    *,
    job: Job,
    namespace: str | None = None,
    module: str | None = None,
    names: list[str] | None = None,
    values: bool = True,
) -> Json:
    """What the variables of a namespace or module are now."""
    from scenewire import execute

    if (namespace is None) == (module is None):
        raise InvalidParamsError(
            "say whose variables", {"path": "namespace", "expected": "either `namespace` or `module`"}
        )
    if namespace is not None:
        found = execute.variables(namespace)
    elif module in sys.modules:
        found = vars(sys.modules[module])
    else:
        near = difflib.get_close_matches(str(module), sys.modules, n=5)
        raise NotFoundError(f"no module `{module}` is imported", {"path": "module", "got": module}, near)
    return {"items": execute.inspect_variables(found, names, values)}


def _there(path: str) -> str:
    if not os.path.exists(path):
        raise SceneWireFileNotFoundError(f"there is nothing at `{path}`", {"path": path})
    return path
