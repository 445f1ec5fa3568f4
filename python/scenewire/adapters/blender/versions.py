"""What differs between Blender 3.4 and 5.2; of graphs and meshes in `graph_versions` and `mesh_versions`. Nothing else
in this adapter asks for a version."""

from __future__ import annotations

import ctypes
import functools
import importlib
import platform
import sys
from array import array
from typing import Any

from scenewire.errors import NotSupportedError

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


def offline() -> str:
    """Why this Blender may not use the internet, empty when it may: from 4.2 on its user decides (`online_access`)."""
    import bpy

    if getattr(bpy.app, "online_access", True):
        return ""
    return "this Blender may not use the internet: Preferences > System > Network > Allow Online Access is off"


def has_alpha_mask() -> bool:
    """Whether EEVEE itself cuts alpha off at a threshold: gone with EEVEE Next, where nodes do."""
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


def may_render_nothing(engine: str) -> bool:
    """Whether a picture of one colour may be a scene that was not drawn: after off-screen drawing Workbench of 5.2
    leaves out everything now and then (in one of three runs of its test), and never twice."""
    return engine == "BLENDER_WORKBENCH" and at_least(5, 0)


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
    """The uid of every data-block of a collection or list, in order."""
    if not len(blocks):
        return []
    if hasattr(blocks[0], "session_uid"):
        if isinstance(blocks, list):
            return [block.session_uid for block in blocks]
        numbers = array("i", bytes(4 * len(blocks)))
        blocks.foreach_get("session_uid", numbers)
        return list(numbers)
    return [session_uid(block) for block in blocks]


@functools.cache
def name_bytes() -> int:
    """How many bytes of UTF-8 a name holds: 63 until 4.5, 255 from 5.0 on."""
    return 255 if at_least(5, 0) else 63


def lights_have_exposure() -> bool:
    """Whether lights have an exposure beside their power."""
    import bpy

    return "exposure" in bpy.types.Light.bl_rna.properties


def color_spaces() -> dict[str, str]:
    """What Blender's colour management calls ours: linear Rec. 709 got its name in 4.0."""
    return {"srgb": "sRGB", "linear": "Linear Rec.709" if at_least(4, 0) else "Linear", "data": "Non-Color"}


def bone_shown_by(pose_bone: Any) -> Any:
    """What has `hide` and `select` of a bone in a pose: since 5.0 the bone of the pose."""
    return pose_bone if hasattr(pose_bone, "hide") else pose_bone.bone


def bvh_import_fault() -> str | None:
    """Why the BVH importer breaks here: before 3.5 it opens files in a mode that Python 3.11 took away."""
    python = tuple(int(part) for part in platform.python_version_tuple()[:2])
    if at_least(3, 5) or python < (3, 11):
        return None
    return f"import_anim.bvh of Blender {app_version()} does not run in Python 3.11, with which it was built here"


#: How far into what `bpy.data` is in memory the path of the open file may begin, in bytes: two pointers lie before it.
_PATH_SEARCH = 64


def set_file_path(path: str) -> None:
    """Tells Blender where the open file belongs, which no version lets Python write.

    The path is an array of 1,024 characters in C. It is looked for where `bpy.data` lies, by what is in it now, and
    written only where it was found; the caller sees by `bpy.data.filepath` whether it was.
    """
    import bpy

    now, new = bpy.data.filepath.encode() + b"\0", path.encode() + b"\0"
    base = bpy.data.as_pointer()
    start = ctypes.string_at(base, _PATH_SEARCH + len(now))
    offset = start.find(now, 2 * ctypes.sizeof(ctypes.c_void_p))
    if len(now) > 1 and 0 <= offset < _PATH_SEARCH and len(new) <= 1024:
        ctypes.memmove(base + offset, new, len(new))


def blocks_with_files() -> list[Any]:
    """Every data-block that names a file: libraries, images, fonts, sounds, clips, caches, volumes, texts."""
    import bpy

    found = []
    for prop in bpy.data.bl_rna.properties:
        if prop.type == "COLLECTION" and "filepath" in prop.fixed_type.properties:
            found += list(getattr(bpy.data, prop.identifier))
    return found
