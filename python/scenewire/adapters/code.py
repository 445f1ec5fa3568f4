"""Operations that run code in the host, the same for every host: each gives what its scripts start with, and what is to
be done around them.
"""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Any

from scenewire._output import KEPT
from scenewire.adapters.contract import Job, Json
from scenewire.errors import InvalidParamsError, NotFoundError, NotSupportedError, SceneWireFileNotFoundError


@dataclass(frozen=True)
class Code:
    """The code operations of one host."""

    #: What a script has without importing it.
    script_globals: Callable[[], dict[str, Any]]
    #: Said before anything runs that may change the scene.
    touch: Callable[[], None]
    #: Puts the scene back to where the transaction began, which stays open.
    take_back: Callable[[], None]
    #: Entered before code runs, left after it.
    around: Callable[[], AbstractContextManager[Any]] = nullcontext
    #: Calls that a script may not make, with the reason; told before anything of it runs.
    refused: Mapping[str, str] = field(default_factory=dict)
    #: Readies a run in a process of its own; None where that is not written.
    isolate: Callable[[Json], Json] | None = None

    def execute_python(
        self,
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
            if self.isolate is None:
                raise NotSupportedError("isolated runs are not written for this host yet", {"path": "isolated"})
            told: Json = {"code": code, "namespace": namespace, "variables": variables, "output_limit": output_limit}
            return self.isolate({**told, "variables_after": variables_after, "trace": trace})
        self.touch()
        given = {**self.script_globals(), **(variables or {})}
        with self.around():
            return execute.run(
                code,
                namespace,
                given,
                job,
                refused=self.refused,
                output_limit=output_limit,
                variables_after=variables_after,
                trace=trace,
            )

    def import_module(self, *, path: str, job: Job, module: str | None = None) -> Json:
        """Imports a project's module."""
        from scenewire import projects

        self.touch()
        with self.around():
            return projects.import_module(_there(path), module)

    def reload_modules(self, *, job: Job, path: str | None = None) -> Json:
        """Reads the project's modules again."""
        from scenewire import projects

        self.touch()
        with self.around():
            return projects.reload_modules(path)

    def run_tests(
        self,
        *,
        path: str,
        job: Job,
        pattern: str = "test*.py",
        names: list[str] | None = None,
        keep_changes: bool = False,
    ) -> Json:
        """Runs a project's tests; what they did to the scene is taken back unless it should stay."""
        from scenewire import project_tests

        self.touch()
        with self.around():
            result = project_tests.run_tests(_there(path), pattern, names)
        if not keep_changes:
            self.take_back()
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
