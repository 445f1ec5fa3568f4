"""What differs between Blender 3.4 and 5.2. Nothing else in this adapter asks for a version."""

from __future__ import annotations

import ctypes
import functools
import importlib
import sys
from array import array
from typing import Any

from scenewire.errors import NotSupportedError

#: Sockets of the Principled BSDF that were renamed in 4.0, newest name first.
PRINCIPLED: dict[str, tuple[str, ...]] = {
    "base_color": ("Base Color",),
    "metallic": ("Metallic",),
    "roughness": ("Roughness",),
    "opacity": ("Alpha",),
    "emissive": ("Emission Color", "Emission"),
    "emissive_intensity": ("Emission Strength",),
    "normal": ("Normal",),
}

#: Where `ID.session_uuid` may lie in the C struct of a Blender that does not show it to Python, in bytes.
_UID_SEARCH = range(96, 200, 4)


def app_version() -> str:
    """`4.5.15`."""
    import bpy

    return ".".join(str(part) for part in bpy.app.version)


def at_least(*version: int) -> bool:
    """Whether this Blender is of this version or later."""
    import bpy

    return tuple(bpy.app.version[: len(version)]) >= version


def headless() -> bool:
    """Whether there is no window: `blender -b`, or Blender as a Python module."""
    import bpy

    return bool(bpy.app.background)


def principled_socket(node: Any, field: str) -> Any:
    """The input of a Principled BSDF that holds a field of ours; None when this version has none."""
    return next((node.inputs[name] for name in PRINCIPLED[field] if name in node.inputs), None)


def enable_nodes(material: Any) -> None:
    """Gives a material its node tree; from 5.0 every material has one and saying so is deprecated."""
    if not at_least(5, 0):
        material.use_nodes = True


def uses_nodes(material: Any) -> bool:
    """Whether the material's look comes from its nodes."""
    return material.node_tree is not None and (at_least(5, 0) or bool(material.use_nodes))


def has_alpha_mask() -> bool:
    """Whether EEVEE cuts alpha off at a threshold: gone with EEVEE Next, which dithers or blends."""
    return not at_least(4, 2)


def alpha_mode(material: Any) -> str:
    """`opaque`, `mask` or `blend`."""
    if at_least(4, 2):
        return "blend" if material.surface_render_method == "BLENDED" else "opaque"
    return {"OPAQUE": "opaque", "CLIP": "mask"}.get(material.blend_method, "blend")


def set_alpha_mode(material: Any, mode: str) -> None:
    """Writes what `alpha_mode` reads; `mask` only where `has_alpha_mask`."""
    if at_least(4, 2):
        material.surface_render_method = "BLENDED" if mode == "blend" else "DITHERED"
        return
    material.blend_method = {"opaque": "OPAQUE", "mask": "CLIP", "blend": "BLEND"}[mode]
    material.shadow_method = {"opaque": "OPAQUE", "mask": "CLIP", "blend": "HASHED"}[mode]


def render_engine(name: str) -> str:
    """The engine id of `cycles`, `eevee` or `workbench`."""
    if name == "eevee":
        return "BLENDER_EEVEE_NEXT" if at_least(4, 2) and not at_least(5, 0) else "BLENDER_EEVEE"
    return {"cycles": "CYCLES", "workbench": "BLENDER_WORKBENCH"}[name]


def engine_name(identifier: str) -> str:
    """What we call an engine id; engines of add-ons keep their own."""
    known = {"CYCLES": "cycles", "BLENDER_WORKBENCH": "workbench"}
    return "eevee" if identifier.startswith("BLENDER_EEVEE") else known.get(identifier, identifier)


def bulk(values: memoryview | array[Any]) -> memoryview | array[Any]:
    """Memory as `foreach_set` takes it: Blender 3 asks a memoryview for a form that it does not have."""
    if at_least(4, 2) or isinstance(values, array):
        return values
    return array(values.format, values.tobytes())


@functools.lru_cache(maxsize=1)
def has_graphics() -> bool:
    """Whether what draws can start: without a window Blender on Linux ends the whole process when this is missing."""
    if sys.platform != "linux" or not headless():
        return True
    try:
        ctypes.CDLL("libEGL.so.1")
    except OSError:
        return False
    return True


def require_graphics(engine: str) -> None:
    """Refuses an engine that would end the process; Cycles on the processor draws by itself."""
    if engine != "CYCLES" and not has_graphics():
        raise NotSupportedError(
            f"{engine_name(engine)} needs libEGL.so.1, which this system lacks",
            {"path": "engine"},
            ["install Debian's libegl1 and libgl1-mesa-dri", "render with engine cycles"],
        )


def can_denoise() -> bool:
    """Whether Cycles was built with its denoiser; Debian's 3.4 was not, and refuses to render with it on."""
    try:
        cycles = importlib.import_module("_cycles")
    except ImportError:
        return False
    return bool(getattr(cycles, "with_openimagedenoise", False))


def positions_moved(mesh: Any) -> None:
    """Tells Blender that bounds and normals are old: a bulk write through the attribute does not say so before 5.0,
    setting a single point does."""
    if len(mesh.vertices):
        mesh.vertices[0].co = mesh.vertices[0].co


def shade_flat(mesh: Any) -> None:
    """Makes every face flat, which is what a new mesh is in 3.4 and what it is not since 4.1.

    Through the attribute: on two million faces Blender's own `shade_flat` takes 2.5 s, this 0.04.
    """
    if hasattr(mesh, "shade_flat") and len(mesh.polygons):
        faces = mesh.attributes.get("sharp_face") or mesh.attributes.new("sharp_face", "BOOLEAN", "FACE")
        faces.data.foreach_set("value", array("b", b"\1") * len(mesh.polygons))


def shade_smooth(mesh: Any) -> None:
    """Makes every face smooth."""
    if not hasattr(mesh, "shade_smooth"):
        mesh.polygons.foreach_set("use_smooth", array("b", b"\1") * len(mesh.polygons))
        return
    for name in ("sharp_face", "sharp_edge"):
        sharp = mesh.attributes.get(name)
        if sharp is not None:
            mesh.attributes.remove(sharp)


def enable_custom_normals(mesh: Any) -> None:
    """Before 4.1 custom normals show only on a mesh with auto smooth."""
    if hasattr(mesh, "use_auto_smooth"):
        mesh.use_auto_smooth = True


def read_corner_normals(mesh: Any, into: array[float]) -> None:
    """The normal of every face corner, custom normals included."""
    if hasattr(mesh, "corner_normals"):
        mesh.corner_normals.foreach_get("vector", into)
        return
    mesh.calc_normals_split()
    mesh.loops.foreach_get("normal", into)
    mesh.free_normals_split()


def session_uid(block: Any) -> int:
    """The number that a data-block keeps through rename and undo until a file is loaded."""
    uid = getattr(block, "session_uid", None)
    if uid is not None:
        return int(uid)
    return ctypes.c_uint32.from_address(block.as_pointer() + _uid_offset()).value


@functools.cache
def _uid_offset() -> int:
    """Where the uid is in memory, before the version (4.2) that shows it to Python.

    Blender has kept it since 2.91 for its own undo, and numbers new data-blocks one by one: the place where three
    new ones in a row hold three numbers in a row is found here rather than copied from headers, version by version.
    """
    import bpy

    probes = [bpy.data.texts.new("scenewire probe") for _ in range(3)]
    try:
        found = []
        for offset in _UID_SEARCH:
            values = [ctypes.c_uint32.from_address(probe.as_pointer() + offset).value for probe in probes]
            if values[0] and values[1] == values[0] + 1 and values[2] == values[0] + 2:
                found.append(offset)
    finally:
        for probe in probes:
            bpy.data.texts.remove(probe)
    if len(found) != 1:
        raise RuntimeError(f"Blender {app_version()} keeps session uids where scenewire cannot find them: {found}")
    return found[0]


def session_uids(blocks: Any) -> list[int]:
    """The uid of every data-block of a collection, in order."""
    if not len(blocks):
        return []
    if hasattr(blocks[0], "session_uid"):
        numbers = array("i", bytes(4 * len(blocks)))
        blocks.foreach_get("session_uid", numbers)
        return list(numbers)
    return [session_uid(block) for block in blocks]


def name_bytes() -> int:
    """How many bytes of UTF-8 a name holds: 63 until 4.5, 255 from 5.0 on."""
    return 255 if at_least(5, 0) else 63


def lights_have_exposure() -> bool:
    """Whether lights have an exposure beside their power."""
    import bpy

    return "exposure" in bpy.types.Light.bl_rna.properties


def edge_crease(mesh: Any, index: int) -> float:
    """How sharp an edge stays: a property of the edge until 3.6, an attribute of the mesh from 4.0 on."""
    if not at_least(4, 0):
        return float(mesh.edges[index].crease)
    layer = mesh.edge_creases
    return float(layer.data[index].value) if layer is not None else 0.0


def set_edge_crease(mesh: Any, index: int, crease: float) -> None:
    """Writes what `edge_crease` reads."""
    if not at_least(4, 0):
        mesh.edges[index].crease = crease
        return
    layer = mesh.edge_creases
    if layer is None:
        if not crease:
            return
        layer = mesh.edge_creases_ensure()
    layer.data[index].value = crease


def color_spaces() -> dict[str, str]:
    """What Blender's colour management calls ours: linear Rec. 709 got its name in 4.0."""
    return {"srgb": "sRGB", "linear": "Linear Rec.709" if at_least(4, 0) else "Linear", "data": "Non-Color"}


def replace_mesh(mesh: Any, other: Any) -> None:
    """Gives a mesh the geometry, layers and materials of another one. bmesh does it alike in every version."""
    import bmesh

    materials = list(other.materials)
    shape = bmesh.new()
    try:
        shape.from_mesh(other)
        shape.to_mesh(mesh)
    finally:
        shape.free()
    mesh.materials.clear()
    for material in materials:
        mesh.materials.append(material)
    mesh.update()


def bone_shown_by(pose_bone: Any) -> Any:
    """What has `hide` and `select` of a bone in a pose: since 5.0 the bone of the pose."""
    return pose_bone if hasattr(pose_bone, "hide") else pose_bone.bone


#: Words of ours for what rendered frames are written as.
FILE_FORMATS = {
    "png": "PNG", "jpeg": "JPEG", "jpeg2000": "JPEG2000", "tiff": "TIFF", "bmp": "BMP", "targa": "TARGA",
    "exr": "OPEN_EXR", "exr_multilayer": "OPEN_EXR_MULTILAYER", "hdr": "HDR", "webp": "WEBP", "dpx": "DPX",
    "cineon": "CINEON", "video": "FFMPEG",
}  # fmt: skip
_MEDIA = {"video": "VIDEO", "exr_multilayer": "MULTI_LAYER_IMAGE"}


def set_file_format(image_settings: Any, word: str) -> None:
    """Chooses what frames are written as; since 5.0 one first says which sort of thing that is."""
    if hasattr(image_settings, "media_type"):
        image_settings.media_type = _MEDIA.get(word, "IMAGE")
    image_settings.file_format = FILE_FORMATS[word]
