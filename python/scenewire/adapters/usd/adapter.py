"""The adapter: USD's side of the contract, put together from a module per domain."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from scenewire.adapters.code import inspect_variables
from scenewire.adapters.contract import ChangedWhileReadingError, Job, Json
from scenewire.adapters.dispatch import Atomic, Dispatcher
from scenewire.adapters.ready_made import ReadyMade
from scenewire.adapters.usd import (
    files,
    geometry_files,
    groups,
    lacks,
    mesh_operations,
    node_edits,
    scene,
    steps,
    vertex_edits,
    vertex_merging,
)
from scenewire.adapters.usd.anim_curves import ANIM_CURVES
from scenewire.adapters.usd.bind_poses import BIND_POSES
from scenewire.adapters.usd.blend_shape_groups import BLEND_SHAPE_GROUPS
from scenewire.adapters.usd.blend_shapes import BLEND_SHAPES
from scenewire.adapters.usd.cameras import CAMERAS
from scenewire.adapters.usd.channels import CHANNELS
from scenewire.adapters.usd.curves import CURVES
from scenewire.adapters.usd.edges import EDGES
from scenewire.adapters.usd.environments import ENVIRONMENTS
from scenewire.adapters.usd.faces import FACES
from scenewire.adapters.usd.groups import GROUPS
from scenewire.adapters.usd.joints import JOINTS
from scenewire.adapters.usd.keyframes import KEYFRAMES
from scenewire.adapters.usd.lights import LIGHTS
from scenewire.adapters.usd.materials import MATERIALS, set_texture_maps
from scenewire.adapters.usd.meshes import MESHES, assign_materials
from scenewire.adapters.usd.nodes import NODES
from scenewire.adapters.usd.python import CODE, script_globals
from scenewire.adapters.usd.render_settings import RENDER_SETTINGS
from scenewire.adapters.usd.rigs import RIGS
from scenewire.adapters.usd.settings import fps, scene_name
from scenewire.adapters.usd.skins import SKINS
from scenewire.adapters.usd.stage import STAGE
from scenewire.adapters.usd.subdivisions import SUBDIVISION_SURFACES
from scenewire.adapters.usd.textures import TEXTURES
from scenewire.adapters.usd.undo import UNDO, forget_lost
from scenewire.adapters.usd.uv_maps import UV_MAPS
from scenewire.adapters.usd.vertices import VERTICES

#: An entity of this host is a line here; the contract suite takes it up by itself.
_ENTITIES = (
    NODES, GROUPS, MESHES, TEXTURES, MATERIALS, CAMERAS, LIGHTS, ENVIRONMENTS, RENDER_SETTINGS, CHANNELS, ANIM_CURVES,
    CURVES, UV_MAPS, KEYFRAMES, RIGS, JOINTS, SKINS,
    BLEND_SHAPES, BLEND_SHAPE_GROUPS, VERTICES, EDGES, FACES, SUBDIVISION_SURFACES,
    BIND_POSES,
)  # fmt: skip

_ATOMICS: dict[str, Atomic] = {
    "get_scene": scene.SCENE.get_scene,
    "transform": node_edits.EDITS.transform,
    "set_parent": node_edits.EDITS.set_parent,
    "edit_groups": groups.EDITS.edit_groups,
    "get_children": node_edits.EDITS.get_children,
    "get_property": node_edits.EDITS.get_property,
    "set_property": node_edits.EDITS.set_property,
    "set_visibility": node_edits.EDITS.set_visibility,
    "duplicate": node_edits.EDITS.duplicate,
    "query": node_edits.EDITS.query,
    "rename": node_edits.NAMED.rename,
    "get_metadata": node_edits.NAMED.get_metadata,
    "set_metadata": node_edits.NAMED.set_metadata,
    "transform_vertices": vertex_edits.EDITS.transform_vertices,
    "smooth_vertices": vertex_edits.EDITS.smooth_vertices,
    "set_edge_creases": vertex_edits.EDITS.set_edge_creases,
    "extrude_faces": mesh_operations.extrude_faces,
    "triangulate": mesh_operations.triangulate,
    "delete_elements": mesh_operations.delete_elements,
    "dissolve": mesh_operations.dissolve,
    "merge_vertices": vertex_merging.merge_vertices,
    "assign_materials": assign_materials,
    "set_texture_maps": set_texture_maps,
    "create_primitives": ReadyMade(meshes=MESHES, up=STAGE.up).create_primitives,
    "import_geometry": geometry_files.import_geometry,
    "export_geometry": geometry_files.export_geometry,
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
#: What may change the stage in ways that no operation tells.
_CODE = {"execute_python", "import_module", "reload_modules", "run_tests"}


class UsdAdapter:
    """One per process, as there is one stage that is worked on."""

    def __init__(self) -> None:
        self._not_supported = _not_supported()
        self._dispatcher = Dispatcher(_ENTITIES, _ATOMICS, self._not_supported)

    def info(self) -> Json:
        """The fields of `HostInfo`."""
        return {
            "app": "usd",
            "app_version": _version(),
            "python_version": platform.python_version(),
            "headless": True,
            "file": STAGE.file(),
            "scene": scene_name(),
            "up_axis": STAGE.up(),
            "handedness": "right",
            "metres_per_unit": STAGE.metres(),
            "fps": fps(),
            "not_supported": {**self._not_supported, **geometry_files.lacking(), **lacks.declared()},
        }

    def perform(self, operation: str, arguments: Json, job: Job) -> Json:
        """Does one atomic operation."""
        try:
            return self._dispatcher.perform(operation, arguments, job)
        finally:
            if operation in _CODE:
                forget_lost()

    @contextmanager
    def around_code(self, edits: bool) -> Iterator[None]:
        """Around a function of a project's scripts, which may do what code may."""
        if edits:
            UNDO.may_edit()
        changed = False
        try:
            yield
        finally:
            changed = not edits and UNDO.outside()
            if changed:
                UNDO.may_edit()
            forget_lost()
        if changed:
            raise ChangedWhileReadingError(["layers of the stage"])

    def begin(self, label: str) -> None:
        """Opens a transaction."""
        UNDO.begin(label)

    def commit(self, label: str) -> None:
        """Closes it as one undo step."""
        UNDO.commit(label)

    def roll_back(self, label: str) -> None:
        """Takes it back."""
        UNDO.roll_back(label)

    def undo_last(self) -> str:
        """Takes back the agent's last step."""
        return UNDO.undo_last()

    def revision(self) -> int:
        """Grows with every change."""
        UNDO.notice()
        return UNDO.revision

    def script_globals(self) -> dict[str, Any]:
        """What `execute_python` starts with."""
        return script_globals()

    def close(self) -> None:
        """Leaves the stage to whoever made it."""
        STAGE.close()


def _version() -> str:
    from pxr import Usd

    major, minor, patch = Usd.GetVersion()
    return f"{major or ''}{'.' if major else ''}{minor}.{patch:02}"


def _not_supported() -> dict[str, str]:
    """Operations that this host cannot do, each with the reason: by what USD is, or because nobody has written it."""
    from scenewire._generated.atomics import Atomics

    verbs = ("create", "get", "list", "update", "delete")
    done = {f"{verb}_{entity.plural}" for entity in _ENTITIES for verb in verbs} | set(_ATOMICS)
    every = [name for name in vars(Atomics) if not name.startswith("_")]
    return {name: lacks.why_not(name) for name in every if name not in done and name not in _OF_THE_ENGINE}


def create_adapter() -> UsdAdapter:
    """The adapter of the stage of this process: the one in USD's own stage cache, or an empty one."""
    return UsdAdapter()


def install_pump(_pump: Any, _hold: Any, _waiting: Any, _wait: Any) -> None:
    """There is no event loop: whoever starts the host runs a loop of its own (`scenewire.host.serve`)."""
