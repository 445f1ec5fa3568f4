"""The published tables: commands with their flags, the hierarchy of node types, the numbers of `MFn`.

They are read from PyPI's `pymel`, which is installed and never imported: importing it needs a Maya.
"""

from __future__ import annotations

import functools
import gc
import importlib.machinery
import importlib.util
import os
from pathlib import Path
from typing import Any

#: Which Maya the double is; the tables go from 2022 to 2025.
VERSION = os.environ.get("MAYA_DOUBLE_VERSION", "2025")


def _read(stem: str) -> Any:
    """The data of one table, compiled by Python's own cache of byte code."""
    spec = importlib.util.find_spec("pymel")
    if spec is None or not spec.submodule_search_locations:
        raise ImportError("the Maya double needs pymel's tables: tests/setup/requirements-maya.txt")
    path = Path(spec.submodule_search_locations[0]) / "cache" / f"{stem}{VERSION}.py"
    if not path.exists():
        raise ImportError(f"pymel has no {path.name}; MAYA_DOUBLE_VERSION is {VERSION}, the tables are of 2022 to 2025")
    loader = importlib.machinery.SourceFileLoader(f"maya_double_{stem}{VERSION}", str(path))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader) or _never())
    loader.exec_module(module)
    return module.data


def _never() -> importlib.machinery.ModuleSpec:
    raise ImportError("a loader gives its specification")


# All at once, as a Maya knows its commands before a script runs in it.
_TABLES = {stem: _read(stem) for stem in ("mayaApi", "mayaCmdsDocs", "mayaCmdsExamples", "mayaCmdsList")}
# They never go, and are most of what the collector of garbage would walk through again and again.
gc.freeze()


def commands() -> dict[str, dict[str, Any]]:
    """Name of a command -> `flags`, `shortFlags` and its section."""
    found: dict[str, dict[str, Any]] = _TABLES["mayaCmdsList"][0]
    return found


@functools.cache
def ancestors() -> dict[str, tuple[str, ...]]:
    """Node type -> the types that it derives from, the nearest first."""
    return {name: tuple(above) for name, above, _ in _TABLES["mayaCmdsList"][1]}


@functools.cache
def descendants(name: str) -> tuple[str, ...]:
    """The node types that derive from one."""
    return tuple(kind for kind, above in ancestors().items() if name in above)


def examples() -> dict[str, str]:
    """Name of a command -> the example of its page."""
    found: dict[str, str] = _TABLES["mayaCmdsExamples"]
    return found


def documentation(command: str, flag: str) -> str:
    """What the page of a command says of a flag."""
    flags = _TABLES["mayaCmdsDocs"].get(command, {}).get("flags", {})
    return str(flags.get(flag, {}).get("docstring", ""))


def api_numbers() -> dict[str, int]:
    """Name of a constant of `MFn` -> its number."""
    found: dict[str, int] = _TABLES["mayaApi"][0]
    return found


def api_types() -> dict[str, str]:
    """Node type -> the name of its constant of `MFn`."""
    found: dict[str, str] = _TABLES["mayaApi"][2]
    return found


def api_classes() -> dict[str, Any]:
    """Name of a class of the API -> what the tables say of it."""
    found: dict[str, Any] = _TABLES["mayaApi"][4]
    return found
