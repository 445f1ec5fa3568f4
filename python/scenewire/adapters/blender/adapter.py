"""The adapter: Blender's side of the contract, put together from a module per domain."""

from __future__ import annotations

import atexit
import platform
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

from scenewire import _third_party
from scenewire.adapters.blender import (
    booleans,
    checkpoints,
    clip_edits,
    curve_edits,
    curve_points,
    describe,
    driver_values,
    edge_loops,
    files,
    geometry_files,
    graph_inputs,
    graph_links,
    graph_nodes,
    graph_sockets,
    graphs,
    group_edits,
    key_edits,
    layer_edits,
    look,
    mesh_cleaning,
    mesh_edits,
    mesh_parts,
    modifiers,
    motion_files,
    node_edits,
    node_types,
    playback,
    primitives,
    render,
    rig_edits,
    scene,
    selection,
    sharing,
    steps,
    subdivisions,
    texture_maps,
    unused,
    unwrapping,
    uv_edits,
    versions,
    vertex_edits,
)
from scenewire.adapters.blender.anim_curves import ANIM_CURVES
from scenewire.adapters.blender.away import AWAY
from scenewire.adapters.blender.background import background
from scenewire.adapters.blender.bind_poses import BIND_POSES
from scenewire.adapters.blender.blend_shape_groups import BLEND_SHAPE_GROUPS
from scenewire.adapters.blender.blend_shapes import BLEND_SHAPES
from scenewire.adapters.blender.cameras import CAMERAS
from scenewire.adapters.blender.channels import CHANNELS
from scenewire.adapters.blender.clips import CLIPS
from scenewire.adapters.blender.constraints import CONSTRAINTS
from scenewire.adapters.blender.context import forget, in_window, settle
from scenewire.adapters.blender.curves import CURVES
from scenewire.adapters.blender.drivers import DRIVERS
from scenewire.adapters.blender.edges import EDGES
from scenewire.adapters.blender.environments import ENVIRONMENTS
from scenewire.adapters.blender.faces import FACES
from scenewire.adapters.blender.grouped import unregister
from scenewire.adapters.blender.groups import GROUPS
from scenewire.adapters.blender.happenings import HAPPENINGS, handlers
from scenewire.adapters.blender.identity import IDENTITY
from scenewire.adapters.blender.ik_chains import IK_CHAINS
from scenewire.adapters.blender.joint_limits import JOINT_LIMITS
from scenewire.adapters.blender.joints import JOINT_ENTITY
from scenewire.adapters.blender.keyframes import KEYFRAMES
from scenewire.adapters.blender.lacks import declared
from scenewire.adapters.blender.layers import LAYERS
from scenewire.adapters.blender.lights import LIGHTS
from scenewire.adapters.blender.materials import MATERIALS
from scenewire.adapters.blender.meshes import MESHES
from scenewire.adapters.blender.nodes import NODES
from scenewire.adapters.blender.pump import windows_may_go
from scenewire.adapters.blender.python import CODE, application, script_globals
from scenewire.adapters.blender.reading import only_reading
from scenewire.adapters.blender.render_settings import RENDER_SETTINGS
from scenewire.adapters.blender.rig_controls import RIG_CONTROLS
from scenewire.adapters.blender.rigs import RIGS
from scenewire.adapters.blender.settings_guard import operators_guarded
from scenewire.adapters.blender.skins import SKINS
from scenewire.adapters.blender.spline_iks import SPLINE_IKS
from scenewire.adapters.blender.subdivisions import SUBDIVISIONS
from scenewire.adapters.blender.textures import TEXTURES
from scenewire.adapters.blender.undo import UNDO
from scenewire.adapters.blender.uv_maps import UV_MAPS
from scenewire.adapters.blender.vertices import VERTICES
from scenewire.adapters.code import inspect_variables
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.dispatch import Atomic, Dispatcher

#: An entity of this host is a line here; the contract suite takes it up by itself.
_ENTITIES = (
    NODES, GROUPS, CONSTRAINTS, MESHES, VERTICES, EDGES, FACES, UV_MAPS, TEXTURES, MATERIALS, CURVES, SUBDIVISIONS,
    CLIPS, CHANNELS, ANIM_CURVES, KEYFRAMES, LAYERS, DRIVERS, CAMERAS, LIGHTS, ENVIRONMENTS, RENDER_SETTINGS,
    RIGS, JOINT_ENTITY, SKINS, IK_CHAINS, SPLINE_IKS, BLEND_SHAPES, BLEND_SHAPE_GROUPS, JOINT_LIMITS,
    RIG_CONTROLS, BIND_POSES,
)  # fmt: skip

_ATOMICS: dict[str, Atomic] = {
    "get_scene": scene.SCENE.get_scene,
    "get_selection": selection.get_selection,
    "select": selection.select,
    "clear_selection": selection.clear_selection,
    "transform": node_edits.EDITS.transform,
    "set_parent": node_edits.EDITS.set_parent,
    "edit_groups": group_edits.edit_groups,
    "get_children": node_edits.EDITS.get_children,
    "get_property": node_edits.EDITS.get_property,
    "set_property": node_edits.EDITS.set_property,
    "set_visibility": node_edits.EDITS.set_visibility,
    "set_locked": node_edits.EDITS.set_locked,
    "duplicate": node_edits.EDITS.duplicate,
    "delete_unused": unused.delete_unused,
    "merge_materials": unused.merge_materials,
    "set_texture_maps": texture_maps.set_texture_maps,
    "share_meshes": sharing.share_meshes,
    "query": node_edits.EDITS.query,
    "rename": node_edits.NAMED.rename,
    "get_metadata": node_edits.NAMED.get_metadata,
    "set_metadata": node_edits.NAMED.set_metadata,
    "extrude_faces": mesh_edits.extrude_faces,
    "inset_faces": mesh_edits.inset_faces,
    "bevel": mesh_edits.bevel,
    "subdivide": mesh_edits.subdivide,
    "dissolve": mesh_edits.dissolve,
    "bridge": mesh_edits.bridge,
    "triangulate": mesh_edits.triangulate,
    "quadrangulate": mesh_edits.quadrangulate,
    "extrude_along_normals": mesh_edits.extrude_along_normals,
    "fill_faces": mesh_cleaning.fill_faces,
    "delete_elements": mesh_cleaning.delete_elements,
    "merge_vertices": mesh_cleaning.merge_vertices,
    "symmetrize_meshes": mesh_cleaning.symmetrize_meshes,
    "select_edge_loops": edge_loops.select_edge_loops,
    "select_edge_rings": edge_loops.select_edge_rings,
    "create_edge_loops": edge_loops.create_edge_loops,
    "slide_edges": edge_loops.slide_edges,
    "transform_vertices": vertex_edits.EDITS.transform_vertices,
    "smooth_vertices": vertex_edits.EDITS.smooth_vertices,
    "set_edge_creases": vertex_edits.EDITS.set_edge_creases,
    "combine_meshes": mesh_parts.combine_meshes,
    "split_meshes": mesh_parts.split_meshes,
    "boolean": booleans.boolean,
    "set_subdivision_levels": subdivisions.set_subdivision_levels,
    "add_modifiers": modifiers.add_modifiers,
    "apply_modifiers": modifiers.apply_modifiers,
    "unwrap_uvs": unwrapping.unwrap_uvs,
    "transform_uvs": uv_edits.transform_uvs,
    "assign_materials": unwrapping.assign_materials,
    "import_geometry": geometry_files.import_geometry,
    "export_geometry": geometry_files.export_geometry,
    "list_graphs": graphs.list_graphs,
    "create_graphs": graphs.create_graphs,
    "edit_graph_sockets": graph_sockets.edit_graph_sockets,
    "get_graph_inputs": graph_inputs.get_graph_inputs,
    "set_graph_inputs": graph_inputs.set_graph_inputs,
    "list_node_types": node_types.list_node_types,
    "list_graph_nodes": graph_nodes.list_graph_nodes,
    "add_graph_nodes": graph_nodes.add_graph_nodes,
    "set_node_properties": graph_nodes.set_node_properties,
    "remove_graph_nodes": graph_nodes.remove_graph_nodes,
    "list_connections": graph_links.list_connections,
    "connect": graph_links.connect,
    "disconnect": graph_links.disconnect,
    "evaluate_animation": curve_edits.evaluate_animation,
    "set_channel_mute": curve_edits.set_channel_mute,
    "set_channel_solo": curve_edits.set_channel_solo,
    "transform_keyframes": key_edits.transform_keyframes,
    "smooth_curves": key_edits.smooth_curves,
    "trim_clips": clip_edits.trim_clips,
    "split_clips": clip_edits.split_clips,
    "merge_clips": clip_edits.merge_clips,
    "play_clips": playback.play_clips,
    "set_layer_weights": layer_edits.set_layer_weights,
    "edit_layer_clips": layer_edits.edit_layer_clips,
    "evaluate_drivers": driver_values.evaluate_drivers,
    "import_animation": motion_files.import_animation,
    "export_animation": motion_files.export_animation,
    "bake_keyframes": curve_edits.bake_keyframes,
    "set_interpolation": curve_edits.set_interpolation,
    "edit_curve_points": curve_points.edit_curve_points,
    "create_primitives": primitives.create_primitives,
    "select_joints": rig_edits.select_joints,
    "solve_ik": rig_edits.solve_ik,
    "set_ik_influence": rig_edits.set_ik_influence,
    "look": look.look,
    "render": render.render,
    "open_file": files.open_file,
    "save_file": files.save_file,
    "new_file": files.new_file,
    "create_checkpoint": checkpoints.create_checkpoint,
    "list_checkpoints": checkpoints.list_checkpoints,
    "restore_checkpoint": checkpoints.restore_checkpoint,
    "delete_checkpoints": checkpoints.delete_checkpoints,
    "undo": steps.undo,
    "redo": steps.redo,
    "execute_python": CODE.execute_python,
    "import_module": CODE.import_module,
    "reload_modules": CODE.reload_modules,
    "run_tests": CODE.run_tests,
    "inspect_variables": inspect_variables,
    "describe_api": describe.describe_api,
}

#: These exchange the window itself, so that an override of it must not outlive them.
_EXCHANGE_WINDOWS = {"open_file", "new_file", "restore_checkpoint"}
#: And code may.
_MAY_EXCHANGE_WINDOWS = {*_EXCHANGE_WINDOWS, "execute_python", "import_module", "reload_modules", "run_tests"}


class BlenderAdapter:
    """One per process, as there is one `bpy`."""

    def __init__(self) -> None:
        self._dispatcher = Dispatcher(_ENTITIES, _ATOMICS, _not_supported())
        self._handlers: list[tuple[Any, Any]] = []
        _third_party.application = application
        self._install()

    def info(self) -> Json:
        """The fields of `HostInfo`."""
        import bpy

        current = bpy.context.scene
        return {
            "app": "blender",
            "app_version": versions.app_version(),
            "python_version": platform.python_version(),
            "headless": versions.headless(),
            "file": scene.file_path(),
            "scene": current.name,
            "up_axis": "Z",
            "handedness": "right",
            "metres_per_unit": scene.metres_per_unit(current),
            "fps": scene.fps(current),
            "offline": versions.offline(),
            "not_supported": {**_not_supported(), **geometry_files.lacking(), **motion_files.lacking(), **declared()},
        }

    def perform(self, operation: str, arguments: Json, job: Job) -> Json:
        """Does one atomic operation."""
        _begin()
        if operation in _MAY_EXCHANGE_WINDOWS:
            windows_may_go()
        if operation in _EXCHANGE_WINDOWS:
            return self._dispatcher.perform(operation, arguments, job)
        with in_window():
            return self._dispatcher.perform(operation, arguments, job)

    @contextmanager
    def around_code(self, edits: bool) -> Iterator[None]:
        """Around a function of a project's scripts, which may do what code may."""
        _begin()
        windows_may_go()
        with in_window(), operators_guarded():
            if edits:
                UNDO.touch()
            with nullcontext() if edits else only_reading():
                yield

    def begin(self, label: str) -> None:
        """Opens a transaction."""
        with in_window():
            UNDO.begin(label)

    def commit(self, label: str) -> None:
        """Closes it as one undo step."""
        with in_window():
            UNDO.commit(label)

    def roll_back(self, label: str) -> None:
        """Takes it back."""
        with in_window():
            UNDO.roll_back(label)

    def suspend(self, label: str) -> bool:
        """Leaves the open transaction for a turn of the event loop."""
        with in_window():
            AWAY.leave(label)
        return True

    def resume(self, label: str) -> None:
        """Comes back to it, unless somebody has edited meanwhile."""
        with in_window():
            AWAY.come_back(label)

    def undo_last(self) -> str:
        """Takes back the agent's last step."""
        with in_window():
            return steps.undo_last()

    def happenings(self, fresh: bool) -> list[Json]:
        """What happened since the last look."""
        return HAPPENINGS.take(fresh)

    def background(self, folder: str, roots: list[str], arguments: Any) -> Json:
        """A copy of the scene, and how a host over it is started."""
        with in_window():
            return background(folder, roots, arguments)

    def wants_copy(self, operation: str, arguments: Json) -> bool:
        """Whether this is better done over a copy."""
        return operation == "render" and render.wants_copy(arguments)

    def notice(self) -> None:
        """Looks for what no handler told of."""
        if not UNDO.open:
            with in_window():
                UNDO.notice()

    def revision(self) -> int:
        """Grows with every change that was seen."""
        return UNDO.revision

    def script_globals(self) -> dict[str, Any]:
        """What `execute_python` starts with."""
        return script_globals()

    def close(self) -> None:
        """Takes the handlers out and puts the artist's preference back."""
        for those, handler in self._handlers:
            if handler in those:
                those.remove(handler)
        self._handlers.clear()
        UNDO.restore_limit()
        unregister()
        atexit.unregister(self.close)

    def _install(self) -> None:
        import bpy

        persistent: Callable[[Callable[..., None]], Callable[..., None]] = bpy.app.handlers.persistent

        @persistent
        def changed(_scene: Any, depsgraph: Any = None) -> None:
            if depsgraph is None or len(depsgraph.updates):
                UNDO.foreign_change()

        @persistent
        def exchanged(*_arguments: Any) -> None:
            AWAY.exchanged()
            UNDO.foreign_change()

        @persistent
        def loaded(*_arguments: Any) -> None:
            IDENTITY.new_epoch()
            UNDO.loaded()

        on = bpy.app.handlers
        self._handlers = [
            (on.depsgraph_update_post, changed),
            (on.undo_post, exchanged),
            (on.redo_post, exchanged),
            (on.load_post, loaded),
            *handlers(),
        ]
        for those, handler in self._handlers:
            those.append(handler)
        UNDO.raise_limit()
        UNDO.ready = UNDO.ready or not versions.headless()
        settle()
        UNDO.adopt(modified=UNDO.modified())
        # An add-on's `unregister` is not called when Blender quits.
        atexit.register(self.close)


def _begin() -> None:
    """A call begins: nothing that was seen before it holds."""
    forget()
    UNDO.forget()


def _not_supported() -> dict[str, str]:
    """Operations that this Blender cannot do, each with the reason."""
    return {}


def create_adapter() -> BlenderAdapter:
    """The adapter of the Blender that this runs in."""
    return BlenderAdapter()
