"""The adapter: Unreal's side of the contract, put together from a module per domain."""

from __future__ import annotations

import platform
from typing import Any

from scenewire import _third_party
from scenewire.adapters.code import inspect_variables
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.dispatch import Atomic, Dispatcher
from scenewire.adapters.unreal import files, groups, lacks, levels, node_edits, scene, selection, session, steps
from scenewire.adapters.unreal.cameras import CAMERAS
from scenewire.adapters.unreal.groups import GROUPS
from scenewire.adapters.unreal.lights import LIGHTS
from scenewire.adapters.unreal.materials import MATERIALS
from scenewire.adapters.unreal.meshes import MESHES, assign_materials
from scenewire.adapters.unreal.nodes import NODES
from scenewire.adapters.unreal.primitives import PRIMITIVES
from scenewire.adapters.unreal.python import CODE, application, script_globals
from scenewire.adapters.unreal.undo import UNDO

#: An entity of this host is a line here; the contract suite takes it up by itself.
_ENTITIES = (NODES, GROUPS, MESHES, MATERIALS, CAMERAS, LIGHTS)

_ATOMICS: dict[str, Atomic] = {
    "get_scene": scene.SCENE.get_scene,
    "transform": node_edits.EDITS.transform,
    "set_parent": node_edits.EDITS.set_parent,
    "get_children": node_edits.EDITS.get_children,
    "get_property": node_edits.EDITS.get_property,
    "set_property": node_edits.EDITS.set_property,
    "set_visibility": node_edits.EDITS.set_visibility,
    "duplicate": node_edits.EDITS.duplicate,
    "query": node_edits.EDITS.query,
    "rename": node_edits.NAMED.rename,
    "get_metadata": node_edits.NAMED.get_metadata,
    "set_metadata": node_edits.NAMED.set_metadata,
    "edit_groups": groups.EDITS.edit_groups,
    "get_selection": selection.get_selection,
    "select": selection.select,
    "clear_selection": selection.clear_selection,
    "assign_materials": assign_materials,
    "create_primitives": PRIMITIVES.create_primitives,
    "open_file": files.open_file,
    "save_file": files.save_file,
    "new_file": files.new_file,
    "undo": steps.undo,
    "redo": steps.redo,
    "execute_python": CODE.execute_python,
    "import_module": CODE.import_module,
    "reload_modules": CODE.reload_modules,
    "run_tests": CODE.run_tests,
    "inspect_variables": inspect_variables,
}

#: What the engine does itself, of atomics, or refuses itself.
_OF_THE_ENGINE = {"batch", "start_task"}


class UnrealAdapter:
    """One per process, as there is one open level."""

    def __init__(self) -> None:
        self._not_supported = _not_supported()
        _third_party.application = application
        self._dispatcher = Dispatcher(_ENTITIES, _ATOMICS, self._not_supported)

    def info(self) -> Json:
        """The fields of `HostInfo`."""
        return {
            "app": "unreal",
            "app_version": session.version(),
            "python_version": platform.python_version(),
            "headless": session.headless(),
            "file": levels.file() or "",
            "scene": levels.name(),
            "up_axis": levels.UP,
            "handedness": "left",
            "metres_per_unit": levels.METRES_PER_UNIT,
            "fps": levels.FPS,
            "not_supported": {**self._not_supported, **lacks.declared()},
        }

    def perform(self, operation: str, arguments: Json, job: Job) -> Json:
        """Does one atomic operation."""
        return self._dispatcher.perform(operation, arguments, job)

    def begin(self, label: str) -> None:
        """Opens a transaction."""
        UNDO.begin(label)

    def commit(self, label: str) -> None:
        """Closes it as one undo step."""
        UNDO.commit(label)

    def roll_back(self, label: str) -> None:
        """Takes it back."""
        UNDO.roll_back(label)

    def revision(self) -> int:
        """Grows with every change that a command made."""
        return UNDO.revision

    def script_globals(self) -> dict[str, Any]:
        """What `execute_python` starts with."""
        return script_globals()

    def close(self) -> None:
        """Leaves the level to the artist."""


def _not_supported() -> dict[str, str]:
    """Operations that this host cannot do, each with the reason: by what Unreal is, or because nobody wrote it yet."""
    from scenewire._generated.atomics import Atomics

    verbs = ("create", "get", "list", "update", "delete")
    done = {f"{verb}_{entity.plural}" for entity in _ENTITIES for verb in verbs} | set(_ATOMICS)
    every = [name for name in vars(Atomics) if not name.startswith("_")]
    return {name: lacks.why_not(name) for name in every if name not in done and name not in _OF_THE_ENGINE}


def create_adapter() -> UnrealAdapter:
    """The adapter of the editor that this Python runs in."""
    session.refuse_stubs()
    return UnrealAdapter()
