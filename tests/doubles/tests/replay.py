"""Runs the official examples of the published tables against the double."""

from __future__ import annotations

import ast
import contextlib
import io
import os
import re
import tempfile
from dataclasses import dataclass, field

import stage
from maya_double import calls, faults, session, tables
from maya_double.scene import scene

PRINT = re.compile(r"^(\s*)print (?!\()(.*)$", re.MULTILINE)


@dataclass
class Outcome:
    """What came of the examples whose commands are all modelled."""

    passed: list[str] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)

    @property
    def share(self) -> float:
        """The part that ran to its end."""
        return len(self.passed) / max(1, len(self.passed) + len(self.failed))


def parsed(text: str) -> ast.Module | None:
    """An example as Python 3; some are of Python 2, of which only `print` is put right."""
    with contextlib.suppress(SyntaxError):
        return ast.parse(PRINT.sub(r"\1print(\2)", text))
    return None


def commands(tree: ast.Module) -> set[str]:
    """The commands that an example calls."""
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "cmds"
    }


def replay() -> Outcome:
    """Runs each example whose commands the double models, in a scene of its own."""
    found = Outcome()
    here = os.getcwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            for name, text in sorted(tables.examples().items()):
                tree = parsed(text)
                if tree is None or not commands(tree) or not commands(tree) <= set(calls.COMMANDS):
                    continue
                run(name, tree, found)
        finally:
            os.chdir(here)
    del faults.RECORDED[:]
    return found


def run(name: str, tree: ast.Module, found: Outcome) -> None:
    """One example."""
    session.new()
    scene.history.enabled = True
    scene.history.chunks.clear()
    if name in stage.STAGE:
        import maya.cmds

        stage.STAGE[name](maya.cmds)
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            exec(compile(tree, f"<example of {name}>", "exec"), {"__name__": name})
    except (Exception, faults.DoubleFault) as error:
        found.failed[name] = f"{type(error).__name__}: {error}".splitlines()[0]
    else:
        found.passed.append(name)
