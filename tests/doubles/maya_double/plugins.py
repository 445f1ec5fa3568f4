"""Plug-ins: which names load, and Python files with `initializePlugin`."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from . import node_types, tables
from .node_types.arnold import REGISTERED
from .scene import scene

if TYPE_CHECKING:
    from .calls import Call

#: Plug-ins that are on this machine: those that come with Maya, and Arnold's, which its installer offers.
KNOWN = {
    "objExport",
    "fbxmaya",
    "mayaUsdPlugin",
    "AbcExport",
    "AbcImport",
    "matrixNodes",
    "quatNodes",
    "stereoCamera",
    "modelingToolkit",
    "Unfold3D",
    "lookdevKit",
    "renderSetup",
    "ikSpringSolver",
    "ik2Bsolver",
    "curveWarp",
    "mtoa",
}
LOADED: dict[str, ModuleType | None] = {}


def stem(name: str) -> str:
    """The name of a plug-in without folder and ending."""
    return Path(name).stem


def find(name: str) -> Path | None:
    """A Python plug-in on Maya's path for them."""
    if name.endswith(".py") and Path(name).exists():
        return Path(name)
    for folder in os.environ.get("MAYA_PLUG_IN_PATH", "").split(os.pathsep):
        path = Path(folder) / (name if name.endswith(".py") else f"{name}.py")
        if folder and path.exists():
            return path
    return None


def load(call: Call) -> list[str] | None:
    """Loads plug-ins; one that is loaded already is a warning in Maya, and nothing here."""
    done = []
    for name in call.strings():
        if stem(name) in LOADED:
            continue
        path = find(name)
        if path is None and stem(name) not in KNOWN:
            raise RuntimeError(f'Plug-in, "{name}", was not found on MAYA_PLUG_IN_PATH.')
        begin(stem(name), run(path) if path is not None else None)
        done.append(stem(name))
    return done or None


def begin(name: str, module: ModuleType | None) -> None:
    """From here on a plug-in is loaded, and its types are there."""
    LOADED[name] = module
    for kind, above in REGISTERED.get(name, {}).items():
        node_types.register(kind, above)


def require(kind: str) -> None:
    """Loads what brings a type that a file needs, where it is on this machine: `requires` of Maya ASCII does."""
    for name, own in REGISTERED.items():
        if kind in own and name in KNOWN and name not in LOADED:
            begin(name, None)


def run(path: Path) -> ModuleType:
    """Imports a Python plug-in and lets it set itself up."""
    from .openmaya import plugin_api

    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise RuntimeError(f'Plug-in, "{path}", cannot be read.')
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.initializePlugin(plugin_api.handle(path))
    module.__dict__["maya_double_path"] = path
    return module


def unload(call: Call) -> list[str] | None:
    """Unloads plug-ins."""
    from .openmaya import plugin_api

    done = []
    for name in call.strings():
        if stem(name) not in LOADED:
            raise RuntimeError(f'Plug-in, "{name}", is not loaded.')
        own = REGISTERED.get(stem(name), {})
        if any(node.kind in own for node in scene.nodes):
            raise RuntimeError(f'Plug-in, "{name}", cannot be unloaded because it is still in use.')
        for kind in own:
            node_types.deregister(kind)
        module = LOADED[stem(name)]
        if module is not None:
            module.uninitializePlugin(plugin_api.handle(module.__dict__["maya_double_path"]))
        del LOADED[stem(name)]
        done.append(stem(name))
    return done or None


def info(call: Call) -> Any:
    """What `pluginInfo` is asked."""
    if call.has("listPlugins"):
        return sorted(LOADED) or None
    names = call.strings()
    if not call.query or not names:
        return None
    loaded = stem(names[0]) in LOADED
    if call.has("loaded"):
        return loaded
    if not loaded and not call.has("path", "autoload"):
        raise RuntimeError(f'Plug-in, "{names[0]}", is not registered.')
    path = find(names[0])
    answers = {
        "name": stem(names[0]),
        "path": str(path) if path else "",
        "autoload": False,
        "registered": loaded,
        "version": "1.0",
        "vendor": "Autodesk",
        "apiVersion": tables.VERSION,
    }
    return next(answers[flag] for flag in call.flags)
