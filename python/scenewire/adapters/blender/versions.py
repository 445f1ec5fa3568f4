"""What differs between Blender 3.4 and 5.2. Nothing else in this adapter asks for a version."""

from __future__ import annotations

import contextlib
import ctypes
import difflib
import functools
import importlib
import itertools
import operator
import platform
import sys
from array import array
from collections.abc import Iterator
from typing import Any

from scenewire.errors import InvalidParamsError, NotSupportedError

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

#: From so many faces on it is worth to look for the array of their starts.
_MANY_FACES = 10_000

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


def enable_nodes(block: Any) -> None:
    """Gives a material, world or light its node tree; from 5.0 materials and worlds have one and saying so is
    deprecated."""
    if not _always_has_nodes(block):
        block.use_nodes = True


def uses_nodes(block: Any) -> bool:
    """Whether the look of a material, world or light comes from its nodes."""
    return block.node_tree is not None and (_always_has_nodes(block) or bool(block.use_nodes))


def _always_has_nodes(block: Any) -> bool:
    return at_least(5, 0) and block.bl_rna.identifier in ("Material", "World")


def compositor_tree(scene: Any) -> Any:
    """The graph that a scene composites with: its own before 5.0, a node group from then on."""
    if at_least(5, 0):
        return scene.compositing_node_group
    return scene.node_tree if scene.use_nodes else None


def group_sockets(tree: Any) -> list[dict[str, str]]:
    """What a node group takes and gives: `tree.inputs` until 3.6, `tree.interface` from 4.0 on."""
    if hasattr(tree, "interface"):
        sockets = [(one, one.in_out, one.socket_type) for one in tree.interface.items_tree if one.item_type == "SOCKET"]
    else:
        inputs = [(one, "INPUT", one.bl_socket_idname) for one in tree.inputs]
        sockets = inputs + [(one, "OUTPUT", one.bl_socket_idname) for one in tree.outputs]
    return [
        {"name": one.name, "identifier": one.identifier, "direction": way.lower(), "type": _socket_word(kind)}
        for one, way, kind in sockets
    ]


def _socket_word(kind: str) -> str:
    return kind[len("NodeSocket") :].lower() if kind.startswith("NodeSocket") else kind


def new_group_socket(tree: Any, name: str, kind: str, direction: str, path: str) -> None:
    """Gives a node group one more socket; `kind` is Blender's word: float, geometry, color."""
    import bpy

    types = {_socket_word(one): one for one in dir(bpy.types) if one.startswith("NodeSocket")}
    socket_type = types.get(kind.lower())
    try:
        if socket_type is None:
            raise ValueError
        if hasattr(tree, "interface"):
            tree.interface.new_socket(name=name, in_out=direction.upper(), socket_type=socket_type)
        else:
            (tree.inputs if direction == "input" else tree.outputs).new(socket_type, name)
    except (TypeError, ValueError, RuntimeError) as error:
        raise InvalidParamsError(
            f"a {tree.bl_label.lower()} group has no sockets of the type `{kind}`",
            {"path": path, "expected": "float, int, bool, vector, color, string, geometry, object …", "got": kind},
            difflib.get_close_matches(kind.lower(), types, n=3),
        ) from error


@contextlib.contextmanager
def scratch_tree(kind: str) -> Iterator[Any]:
    """A graph to try nodes in. Before 5.0 some nodes are only in the graph that a scene composites with."""
    import bpy

    if kind == "CompositorNodeTree" and not at_least(5, 0):
        scene = bpy.data.scenes.new("Scenewire")
        try:
            scene.use_nodes = True
            yield scene.node_tree
        finally:
            bpy.data.scenes.remove(scene)
        return
    tree = bpy.data.node_groups.new("Scenewire", kind)
    try:
        yield tree
    finally:
        bpy.data.node_groups.remove(tree)


def mark_as_modifier(tree: Any) -> None:
    """From 4.0 on only a group that says so is offered as a modifier."""
    if hasattr(tree, "is_modifier"):
        tree.is_modifier = True


def set_modifier_group(modifier: Any, tree: Any) -> None:
    """Lets a modifier show a node group; before 4.0 a new one brought a group of its own along, in some versions."""
    import bpy

    own = modifier.node_group
    modifier.node_group = tree
    if own is not None and own != tree and not own.users:
        bpy.data.node_groups.remove(own)


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


def bulk(values: memoryview | array[Any]) -> memoryview | array[Any]:
    """Memory as `foreach_set` takes it: Blender 3 asks a memoryview for a form that it does not have."""
    if at_least(4, 2) or isinstance(values, array):
        return values
    return array(values.format, values.tobytes())


def set_face_starts(mesh: Any, starts: memoryview) -> None:
    """Where each face of a new mesh begins, and how many corners it has.

    From 4.0 on the starts are one array of integers, and a face's pointer is its place in it; `foreach_set` has no way
    to copy an array there and asks for each number by itself, which for a million takes longer than all else.
    """
    place = _face_starts_of(mesh) if len(starts) >= _MANY_FACES else None
    if place is not None:
        ctypes.memmove(place, starts.tobytes(), starts.nbytes)
        return
    mesh.polygons.foreach_set("loop_start", bulk(starts))
    if not at_least(4, 0):
        ends = itertools.chain(starts[1:], (len(mesh.loops),))
        mesh.polygons.foreach_set("loop_total", array("i", map(operator.sub, ends, starts)))


def _face_starts_of(mesh: Any) -> int | None:
    """The address of that array; None where what is written to some faces is not found where they say they are."""
    faces = mesh.polygons
    first = int(faces[0].as_pointer())
    for number in (0, len(faces) // 2, len(faces) - 1):
        face, place = faces[number], first + ctypes.sizeof(ctypes.c_int) * number
        face.loop_start = number + 1
        if face.as_pointer() != place or ctypes.c_int.from_address(place).value != number + 1:
            return None
    return first


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


def forget_custom_normals(mesh: Any) -> None:
    """Takes custom normals off where they are an attribute: since 4.5 a vertex tells them as its own normal."""
    own = mesh.attributes.get("custom_normal")
    if own is not None:
        mesh.attributes.remove(own)


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


def edge_creases(mesh: Any) -> array[float]:
    """The crease of every edge."""
    creases = array("f", bytes(4 * len(mesh.edges)))
    if not at_least(4, 0):
        mesh.edges.foreach_get("crease", creases)
    elif mesh.edge_creases is not None:
        mesh.edge_creases.data.foreach_get("value", creases)
    return creases


def set_edge_creases(mesh: Any, creases: array[float]) -> None:
    """Writes what `edge_creases` reads."""
    if not at_least(4, 0):
        mesh.edges.foreach_set("crease", creases)
    elif any(creases) or mesh.edge_creases is not None:
        (mesh.edge_creases or mesh.edge_creases_ensure()).data.foreach_set("value", creases)


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
