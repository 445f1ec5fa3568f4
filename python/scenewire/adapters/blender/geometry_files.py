"""Models from files and into files: what each of Blender's importers and exporters is called in this version, found by
looking, and what makes their word reliable.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Sequence
from typing import Any

from scenewire.adapters import model_files
from scenewire.adapters.blender import exchange
from scenewire.adapters.blender.context import settle, target_collection
from scenewire.adapters.blender.exchange import Arrivals, Way
from scenewire.adapters.blender.groups import group_id
from scenewire.adapters.blender.materials import material_id
from scenewire.adapters.blender.nodes import find_node, guard_nodes, node_id, node_type
from scenewire.adapters.blender.textures import texture_id
from scenewire.adapters.blender.undo import UNDO
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.sent_files import incoming, one_source
from scenewire.errors import InvalidParamsError, NotSupportedError

_NUMPY = ("numpy",)

#: The native operators first: they are many times faster. Text FBX only the native one reads.
IMPORTERS: dict[str, Sequence[Way]] = {
    "obj": (Way("wm.obj_import", {"scale": "global_scale"}), Way("import_scene.obj")),
    "fbx": (
        Way("wm.fbx_import", {"scale": "global_scale"}),
        Way("import_scene.fbx", {"scale": "global_scale"}),
    ),
    "stl": (Way("wm.stl_import", {"scale": "global_scale"}), Way("import_mesh.stl", {"scale": "global_scale"})),
    # A ball that it draws joints as would be one of the meshes that came.
    "gltf": (Way("import_scene.gltf", always={"disable_bone_shape": True}, needs=_NUMPY),),
    "ply": (Way("wm.ply_import", {"scale": "global_scale"}), Way("import_mesh.ply")),
    # Its own `scale` is that of what has no transform of its own only.
    "usd": (Way("wm.usd_import", always={"create_world_material": False, "set_frame_range": False}),),
}

EXPORTERS: dict[str, Sequence[Way]] = {
    "obj": (
        Way(
            "wm.obj_export",
            {
                "scale": "global_scale",
                "materials": "export_materials",
                "normals": "export_normals",
                "modifiers": "apply_modifiers",
            },
            {"export_selected_objects": True},
        ),
    ),
    "fbx": (
        Way(
            "export_scene.fbx",
            {"scale": "global_scale", "modifiers": "use_mesh_modifiers"},
            {"use_selection": True, "bake_anim": False},
        ),
    ),
    "stl": (
        Way(
            "wm.stl_export",
            {"scale": "global_scale", "modifiers": "apply_modifiers"},
            {"export_selected_objects": True},
        ),
        Way(
            "export_mesh.stl", {"scale": "global_scale", "modifiers": "use_mesh_modifiers"}, {"use_selection": True}
        ),
    ),
    "gltf": (
        Way(
            "export_scene.gltf",
            {
                "materials": ("export_materials", {True: "EXPORT", False: "NONE"}),
                "normals": "export_normals",
                "modifiers": "export_apply",
                "format": "export_format",
            },
            {
                "use_selection": True,
                "use_active_scene": True,
                "export_animations": False,
                "export_cameras": True,
                "export_lights": True,
            },
            needs=_NUMPY,
        ),
    ),
    "ply": (
        Way(
            "wm.ply_export",
            {"scale": "global_scale", "normals": "export_normals", "modifiers": "apply_modifiers"},
            {"export_selected_objects": True},
        ),
        Way(
            "export_mesh.ply",
            {"scale": "global_scale", "normals": "use_normals", "modifiers": "use_mesh_modifiers"},
            {"use_selection": True},
        ),
    ),
    "usd": (
        Way(
            "wm.usd_export",
            {"materials": "export_materials", "normals": "export_normals"},
            {"selected_objects_only": True, "convert_world_material": False},
        ),
    ),
}  # fmt: skip

#: What has no form in a file of triangles.
_MESHES_ONLY = ("stl", "ply")


def lacking() -> dict[str, str]:
    """The formats that this Blender cannot read or write, each with the reason; add-ons bring some of them."""
    import bpy

    return _lacking(tuple(bpy.context.preferences.addons.keys()))


@functools.lru_cache(maxsize=1)
def _lacking(_addons: tuple[str, ...]) -> dict[str, str]:
    return exchange.lacking({"import_geometry": IMPORTERS, "export_geometry": EXPORTERS})


def import_geometry(*, items: list[Json], job: Job, on_error: str = "fail") -> Json:
    """Brings in files; gives the ids of all that came."""
    for item in items:
        one_source(item)
    guard_nodes([])
    return {"items": [_import(item, job) for item in items]}


def _import(item: Json, job: Job) -> Json:
    name = model_files.format_of(item.get("path"), item.get("format"))
    what = f"importing {name}"
    way = exchange.choose(IMPORTERS[name], what)
    suffix = "" if item.get("path") else model_files.suffix_of(name, item["data"])
    with incoming(item, suffix) as path:
        model_files.refuse_broken(path, name)
        # Blender's own importers say nothing until they are done.
        job.progress(None, f"{what}: {os.path.getsize(path) / 1e6:.1f} MB")
        came, target = Arrivals(), target_collection()
        with exchange.empty_stage() as scene:
            exchange.run(way, path, _native_scale(way, item), what)
            nodes = came.of("objects")
            _refuse_nothing(nodes, name)
            if "scale" not in way.options:
                _scale(nodes, item.get("scale", 1.0))
            if item.get("normals") == "computed":
                _compute_normals(nodes)
            if not item.get("materials", True):
                _drop_materials(nodes, came)
            exchange.settle_in(scene, target)
        exchange.deselect(nodes)
        if not item.get("path"):
            _keep_what_came(came, os.path.dirname(path))
    settle()
    return _told(name, came)


def _native_scale(way: Way, item: Json) -> Json:
    return {"scale": item["scale"]} if "scale" in way.options and "scale" in item else {}


def _refuse_nothing(nodes: list[Any], name: str) -> None:
    """An importer that made nothing, or a mesh without a vertex, has not read the file, whatever it says."""
    if nodes and any(node.type != "MESH" or len(node.data.vertices) for node in nodes):
        return
    raise InvalidParamsError(
        f"Blender found nothing in this {name} file",
        {"path": "data", "expected": f"a {name} file with something in it", "got": f"{len(nodes)} empty objects"},
    )


def _scale(nodes: list[Any], scale: float) -> None:
    """Scales what stands on its own; the rest is below it."""
    from mathutils import Matrix

    if scale == 1.0:
        return
    for node in nodes:
        if node.parent is None:
            node.matrix_basis = Matrix.Scale(scale, 4) @ node.matrix_basis


def _compute_normals(nodes: list[Any]) -> None:
    """Takes away the normals that the file had; Blender then makes them from the faces."""
    import bpy

    for node in nodes:
        if node.type == "MESH" and node.data.has_custom_normals:
            with bpy.context.temp_override(object=node, active_object=node, mesh=node.data, edit_object=None):
                bpy.ops.mesh.customdata_custom_splitnormals_clear()


def _drop_materials(nodes: list[Any], came: Arrivals) -> None:
    import bpy

    for node in nodes:
        if hasattr(node.data, "materials"):
            node.data.materials.clear()
    bpy.data.batch_remove(came.of("materials"))
    bpy.data.batch_remove(came.of("images"))


def _keep_what_came(came: Arrivals, folder: str) -> None:
    if came.of("cache_files"):
        raise NotSupportedError(
            "what this file shows changes with time, and Blender reads it from the file at every frame",
            {"path": "data"},
            ["save the file and import it by `path`"],
        )
    exchange.keep_images(came.of("images"), folder)


def _told(name: str, came: Arrivals) -> Json:
    nodes = came.of("objects")
    return {
        "format": name,
        "ids": [node_id(node) for node in nodes],
        "names": [node.name for node in nodes],
        "mesh_ids": [node_id(node) for node in nodes if node_type(node) == "mesh"],
        "material_ids": [material_id(material) for material in came.of("materials")],
        "texture_ids": [texture_id(image) for image in came.of("images")],
        "group_ids": [group_id(group) for group in came.of("collections")],
        "vertex_count": sum(len(mesh.vertices) for mesh in came.of("meshes")),
        "face_count": sum(len(mesh.polygons) for mesh in came.of("meshes")),
    }


def export_geometry(*, items: list[Json], job: Job) -> Json:
    """Writes nodes to files; gives where, or the bytes."""
    exchange.refuse_while_busy()
    with UNDO.own_changes_kept():
        return {"items": [_export(item, job) for item in items]}


def _export(item: Json, job: Job) -> Json:
    path = item.get("path")
    name = model_files.format_of(path, item.get("format"))
    what = f"exporting {name}"
    way = exchange.choose(EXPORTERS[name], what)
    nodes = _exported(item["ids"], name)
    options: Json = {
        option: item[option] for option in ("scale", "materials", "normals", "modifiers") if option in item
    }
    if name == "gltf":
        options["format"] = "GLTF_SEPARATE" if path and path.lower().endswith(".gltf") else "GLB"
    with exchange.outgoing(path, f"Exported{model_files.FORMATS[name].suffixes[0]}") as out:
        with exchange.stage(nodes):
            job.progress(None, f"{what}: {len(nodes)} nodes")
            exchange.run(way, out.path, options, what)
        told = out.told(job, model_files.FORMATS[name].media)
    return {"format": name, "ids": [node_id(node) for node in nodes], **told}


def _exported(references: list[str], name: str) -> list[Any]:
    nodes = list({node_id(node): node for node in (find_node(reference) for reference in references)}.values())
    if not nodes:
        raise InvalidParamsError("nothing was named", {"path": "ids", "expected": "at least one node", "got": []})
    if name in _MESHES_ONLY and not any(node.type in ("MESH", "CURVE", "SURFACE", "FONT", "META") for node in nodes):
        raise InvalidParamsError(
            f"a file of the format {name} holds meshes, and none of these is one",
            {"path": "ids", "expected": "at least one mesh", "got": [node_type(node) for node in nodes]},
        )
    return nodes
