"""A project's own scripts in the host: imported, read again after an edit, tested. The same for every host.

Code runs as in ``execute``: under the deadline, with its output captured, with what would end the host refused. An
import or a reload that fails leaves the modules as they were.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from types import ModuleType
from typing import Any, TypeVar

from scenewire import execute, operations
from scenewire._fence import Refusal
from scenewire._native import Deadline, shielded
from scenewire._output import Capture
from scenewire.errors import (
    ConflictError,
    InvalidParamsError,
    NotFoundError,
    PythonError,
    SceneWireError,
    SceneWireSyntaxError,
    TimedOutError,
)

_T = TypeVar("_T")

#: Modules that came with a project, in the order in which they were imported: name and file.
_ours: dict[str, str] = {}
#: How many names of a module are told.
NAMES_TOLD = 200


def import_module(path: str, module: str | None = None) -> dict[str, Any]:
    """Imports a file, or ``module`` out of a folder, which stays on ``sys.path``."""
    folder, name = place(path, module)
    before = name in sys.modules
    with on_path(folder, keep=True), undone_on_failure():
        imported, stdout, stderr = supervised(partial(_import, name, folder), folder)
        defined = _learn()
    names = sorted(own for own in vars(imported) if not own.startswith("_"))
    return {
        "module": name,
        "file": imported.__file__ or "",
        "names": names[:NAMES_TOLD],
        "operations": defined,
        "already_imported": before,
        "stdout": stdout,
        "stderr": stderr,
    }


def _learn() -> list[str]:
    """Every operation that the project's modules define now."""
    return operations.learn(sys.modules[name] for name in _ours if name in sys.modules)


def place(path: str, module: str | None) -> tuple[str, str]:
    """The folder to search and the name to import."""
    if os.path.isdir(path):
        if not module:
            raise InvalidParamsError(
                "out of a folder a module is named", {"path": "module", "expected": "a module of the folder"}
            )
        if not all(part.isidentifier() for part in module.split(".")):
            raise InvalidParamsError(f"`{module}` is no name of a module", {"path": "module", "got": module})
        return path, module
    folder, file = os.path.split(path)
    name, ending = os.path.splitext(file)
    if ending != ".py" or not name.isidentifier():
        raise InvalidParamsError(
            f"`{file}` is no Python module", {"path": "path", "expected": "a folder, or a file name.py", "got": file}
        )
    if module not in (None, name):
        raise InvalidParamsError(f"the module of `{file}` is `{name}`", {"path": "module", "got": module}, [name])
    return folder, name


def _import(name: str, folder: str) -> ModuleType:
    importlib.invalidate_caches()
    known = set(sys.modules)
    try:
        found = importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name is not None and (name == error.name or name.startswith(error.name + ".")):
            there = sorted(entry[:-3] for entry in os.listdir(folder) if entry.endswith(".py"))
            raise NotFoundError(f"there is no module `{name}` in `{folder}`", {"path": "module"}, there[:5]) from error
        raise
    if not _inside(found, folder):
        raise ConflictError(
            f"a module `{name}` of another place goes by this name: {getattr(found, '__file__', 'built in')}",
            {"path": "module", "got": name},
            ["rename yours"],
        )
    _remember({name, *(set(sys.modules) - known)}, folder)
    return found


def _inside(module: Any, folder: str) -> bool:
    file = getattr(module, "__file__", None)
    return bool(file) and os.path.realpath(str(file)).startswith(os.path.join(os.path.realpath(folder), ""))


def _remember(names: set[str], folder: str) -> None:
    for name in [name for name in sys.modules if name in names]:
        module = sys.modules[name]
        if _inside(module, folder):
            _ours[name] = str(module.__file__)


@contextmanager
def on_path(folder: str, keep: bool = False) -> Iterator[None]:
    """While it lasts, and when it succeeds afterwards too with ``keep``, modules of a folder are found."""
    new = folder not in sys.path
    if new:
        sys.path.insert(0, folder)
    done = False
    try:
        yield
        done = True
    finally:
        if new and not (keep and done) and folder in sys.path:
            sys.path.remove(folder)


@contextmanager
def undone_on_failure() -> Iterator[None]:
    """What was imported by a piece of work that fails is not imported."""
    before = set(sys.modules)
    try:
        yield
    except BaseException:
        for name in set(sys.modules) - before:
            del sys.modules[name]
            _ours.pop(name, None)
        raise


def reload_modules(path: str | None = None) -> dict[str, Any]:
    """Reads again the modules that ``import_module`` brought, those that others import first; all of them, or none."""
    chosen = [name for name in _ours if name in sys.modules and (path is None or _below(_ours[name], path))]
    if not chosen:
        where = f" below `{path}`" if path else ""
        raise NotFoundError(f"no module was imported by import_module{where}", {"path": "path"}, ["import it first"])
    before = {name: dict(vars(sys.modules[name])) for name in chosen}
    try:
        _, stdout, stderr = supervised(partial(_reload, chosen), os.path.dirname(_ours[chosen[0]]))
        defined = _learn()
    except BaseException:
        for name, variables in before.items():
            vars(sys.modules[name]).clear()
            vars(sys.modules[name]).update(variables)
        raise
    return {
        "modules": [{"module": name, "file": _ours[name]} for name in chosen],
        "operations": defined,
        "stdout": stdout,
        "stderr": stderr,
    }


def _below(file: str, path: str) -> bool:
    real = os.path.realpath(path)
    return os.path.realpath(file) == real or os.path.realpath(file).startswith(os.path.join(real, ""))


def _reload(names: list[str]) -> None:
    """A module comes behind what it imports in ``sys.modules``: Python puts it there anew when it is done."""
    importlib.invalidate_caches()
    for name in [name for name in sys.modules if name in names]:
        # A reload keeps the names that the source no longer has.
        operations.forget(sys.modules[name])
        importlib.reload(sys.modules[name])


def supervised(work: Callable[[], _T], folder: str) -> tuple[_T, str, str]:
    """Does a piece of the project's work and gives what it printed. Tracebacks show the project's own lines."""
    stdout, stderr = Capture(), Capture()
    own = os.path.join(os.path.realpath(folder), "")

    def is_own(file: str) -> bool:
        return os.path.realpath(file).startswith(own)

    def run() -> _T:
        try:
            return work()
        except Refusal as error:
            raise execute.refusal(error, stdout, stderr, is_own) from None
        except (MemoryError, SceneWireError):
            raise
        except Deadline as error:
            error.__cause__ = error.__context__ = None
            facts = shielded(partial(execute.facts, error, stdout, stderr, is_own))
            raise TimedOutError(f"the code was {error}", facts) from None
        except SyntaxError as error:
            details = {"file": error.filename, "line": error.lineno, "column": error.offset, "text": error.text}
            raise SceneWireSyntaxError(f"{error.msg} ({error.filename}, line {error.lineno})", details) from None
        except BaseException as error:
            raise PythonError(execute.sentence(error), execute.facts(error, stdout, stderr, is_own)) from None

    value = shielded(partial(execute.streamed, run, stdout, stderr))
    return value, stdout.text(), stderr.text()
