"""The adapter: Maya's side of the contract, put together from a module per domain."""

from __future__ import annotations

import platform
from typing import Any

from scenewire import _third_party
from scenewire.adapters.code import inspect_variables
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.dispatch import Atomic, Dispatcher
from scenewire.adapters.maya import (
    files,
    groups,
    key_edits,
    key_transforms,
    lacks,
    mesh_edits,
    mesh_filling,
    mesh_merging,
    mesh_parts,
    node_edits,
    scene,
    selection,
    steps,
    uv_edits,
    vertex_edits,
)
from scenewire.adapters.maya.anim_curves import ANIM_CURVES
from scenewire.adapters.maya.bind_poses import BIND_POSES
from scenewire.adapters.maya.blend_shape_groups import BLEND_SHAPE_GROUPS
from scenewire.adapters.maya.blend_shapes import BLEND_SHAPES
from scenewire.adapters.maya.cameras import CAMERAS
from scenewire.adapters.maya.channels import CHANNELS, set_channel_mute
from scenewire.adapters.maya.components import forget
from scenewire.adapters.maya.constraints import CONSTRAINTS
from scenewire.adapters.maya.curves import CURVES
from scenewire.adapters.maya.driver_values import evaluate_drivers
from scenewire.adapters.maya.drivers import DRIVERS
from scenewire.adapters.maya.edges import EDGES
from scenewire.adapters.maya.environments import ENVIRONMENTS
from scenewire.adapters.maya.faces import FACES
from scenewire.adapters.maya.groups import GROUPS
from scenewire.adapters.maya.ik_chains import IK_CHAINS
from scenewire.adapters.maya.ik_goals import set_ik_influence, solve_ik
from scenewire.adapters.maya.joint_limits import JOINT_LIMITS
from scenewire.adapters.maya.joints import JOINTS
from scenewire.adapters.maya.keyframes import KEYFRAMES
from scenewire.adapters.maya.layers import LAYERS, set_layer_weights
from scenewire.adapters.maya.lights import LIGHTS
from scenewire.adapters.maya.materials import MATERIALS, set_texture_maps
from scenewire.adapters.maya.meshes import MESHES
from scenewire.adapters.maya.nodes import NODES
from scenewire.adapters.maya.python import CODE, application, script_globals
from scenewire.adapters.maya.render_settings import RENDER_SETTINGS
from scenewire.adapters.maya.rig_controls import RIG_CONTROLS
from scenewire.adapters.maya.rigs import RIGS
from scenewire.adapters.maya.settings import file, fps, scene_name, up
from scenewire.adapters.maya.skins import SKINS
from scenewire.adapters.maya.spline_iks import SPLINE_IKS
from scenewire.adapters.maya.subdivisions import SUBDIVISIONS, set_subdivision_levels
from scenewire.adapters.maya.textures import TEXTURES
from scenewire.adapters.maya.undo import UNDO
from scenewire.adapters.maya.units import METRES_PER_UNIT, our_units
from scenewire.adapters.maya.uv_maps import UV_MAPS
from scenewire.adapters.maya.vertices import VERTICES
from scenewire.adapters.ready_made import ReadyMade

#: An entity of this host is a line here; the contract suite takes it up by itself.
_ENTITIES = (
    NODES, GROUPS, CONSTRAINTS, MESHES, VERTICES, EDGES, FACES, UV_MAPS, TEXTURES, MATERIALS, CURVES, SUBDIVISIONS,
    CHANNELS, ANIM_CURVES, KEYFRAMES, LAYERS, DRIVERS, CAMERAS, LIGHTS, ENVIRONMENTS, RENDER_SETTINGS, RIGS, JOINTS,
    SKINS, IK_CHAINS, SPLINE_IKS, BLEND_SHAPES, BLEND_SHAPE_GROUPS, JOINT_LIMITS, RIG_CONTROLS, BIND_POSES,
)  # fmt: skip

_ATOMICS: dict[str, Atomic] = {
    "get_scene": scene.SCENE.get_scene,
    "transform": node_edits.EDITS.transform,
    "set_parent": node_edits.EDITS.set_parent,
    "get_children": node_edits.EDITS.get_children,
    "get_property": node_edits.EDITS.get_property,
    "set_property": node_edits.EDITS.set_property,
    "set_visibility": node_edits.EDITS.set_visibility,
    "set_locked": node_edits.EDITS.set_locked,
    "duplicate": node_edits.EDITS.duplicate,
    "query": node_edits.EDITS.query,
    "rename": node_edits.NAMED.rename,
    "get_metadata": node_edits.NAMED.get_metadata,
    "set_metadata": node_edits.NAMED.set_metadata,
    "edit_groups": groups.EDITS.edit_groups,
    "set_channel_mute": set_channel_mute,
    "set_interpolation": key_edits.set_interpolation,
    "bake_keyframes": key_edits.bake_keyframes,
    **key_transforms.OPERATIONS,
    "set_layer_weights": set_layer_weights,
    "evaluate_drivers": evaluate_drivers,
    "solve_ik": solve_ik,
    "set_ik_influence": set_ik_influence,
    "get_selection": selection.get_selection,
    "select": selection.select,
    "clear_selection": selection.clear_selection,
    **mesh_edits.OPERATIONS,
    **mesh_filling.OPERATIONS,
    **mesh_merging.OPERATIONS,
    **mesh_parts.OPERATIONS,
    **vertex_edits.OPERATIONS,
    "set_texture_maps": set_texture_maps,
    **uv_edits.OPERATIONS,
    "set_subdivision_levels": set_subdivision_levels,
    "create_primitives": ReadyMade(meshes=MESHES, up=up).create_primitives,
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
#: What works in the artist's units: code of the artist's own.
_CODE = {"execute_python", "import_module", "reload_modules", "run_tests"}


class MayaAdapter:
    """One per process, as there is one scene."""

    def __init__(self) -> None:
        self._not_supported = _not_supported()
        _third_party.application = application
        self._dispatcher = Dispatcher(_ENTITIES, _ATOMICS, self._not_supported)

    def info(self) -> Json:
        """The fields of `HostInfo`."""
        from maya import cmds

        return {
            "app": "maya",
            "app_version": str(cmds.about(version=True)),
            "python_version": platform.python_version(),
            "headless": bool(cmds.about(batch=True)),
            "file": file(),
            "scene": scene_name(),
            "up_axis": up(),
            "handedness": "right",
            "metres_per_unit": METRES_PER_UNIT,
            "fps": fps(),
            "not_supported": {**self._not_supported, **lacks.declared()},
        }

    def perform(self, operation: str, arguments: Json, job: Job) -> Json:
        """Does one atomic operation."""
        forget()
        if operation in _CODE:
            return self._dispatcher.perform(operation, arguments, job)
        with our_units():
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
        """Leaves the scene to the artist."""


def _not_supported() -> dict[str, str]:
    """Operations that this host cannot do, each with the reason: by what Maya is, or because nobody has written it."""
    from scenewire._generated.atomics import Atomics

    verbs = ("create", "get", "list", "update", "delete")
    done = {f"{verb}_{entity.plural}" for entity in _ENTITIES for verb in verbs} | set(_ATOMICS)
    every = [name for name in vars(Atomics) if not name.startswith("_")]
    missing = {name: lacks.why_not(name) for name in every if name not in done and name not in _OF_THE_ENGINE}
    return {**missing, **lacks.COMPOUNDS}


def create_adapter() -> MayaAdapter:
    """The adapter of the Maya that this Python runs in; of a mayapy that nobody has begun to use, with Maya begun."""
    from maya import cmds

    if not hasattr(cmds, "about"):
        from maya import standalone

        standalone.initialize(name="python")
    return MayaAdapter()
