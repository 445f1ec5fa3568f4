"""A digest of a scene taken with the application's own Python, so that roll-backs are checked by something that is not
ours.
"""

from __future__ import annotations

#: What the layers of a stage say, word by word.
DIGEST_USD = "{layer.identifier: layer.ExportToString() for layer in stage.GetLayerStack()}"

#: Every node with its UUID, what comes into it and every number that somebody may have set.
DIGEST_MAYA = """
def digest_maya():
    told = {}
    for path in cmds.ls(long=True):
        plugs = cmds.listAttr(path, scalar=True, settable=True, write=True, hasData=True) or []
        values = {}
        for name in plugs:
            try:
                value = cmds.getAttr(f"{path}.{name}")
            except (RuntimeError, ValueError):
                continue
            values[name] = round(value, 6) if isinstance(value, float) else str(value)
        joined = cmds.listConnections(path, source=True, destination=False, plugs=True, connections=True) or []
        told[path] = [cmds.nodeType(path), cmds.ls(path, uuid=True), sorted(joined), values]
    return {**told, "selection": cmds.ls(selection=True, long=True)}
digest_maya()
"""

# Run in the host. Floats are rounded: undo restores bits, but reading through matrices need not.
DIGEST = """
import bpy

def number(x):
    return round(float(x), 5)

def numbers(xs):
    return [number(x) for x in xs]

def plain(socket):
    value = socket.default_value
    return numbers(value) if hasattr(value, "__len__") else number(value)

def inputs(material):
    tree = material.node_tree
    for node in (tree.nodes if tree else []):
        if node.type == "BSDF_PRINCIPLED":
            usable = [s for s in node.inputs if hasattr(s, "default_value")]
            return {s.name: plain(s) for s in usable if not isinstance(s.default_value, str)}
    return {}

def mesh(m):
    return {"co": numbers(c for v in m.vertices for c in v.co),
            "faces": [list(p.vertices) for p in m.polygons],
            "uv": [l.name for l in m.uv_layers],
            "materials": [s.name if s else None for s in m.materials]}

def item(o):
    return {"type": o.type, "basis": numbers(c for row in o.matrix_basis for c in row),
            "parent": o.parent and o.parent.name, "data": o.data and o.data.name,
            "hidden": [o.hide_viewport, o.hide_render, o.hide_get()],
            "locked": o.hide_select, "selected": o.select_get(), "props": sorted(prop(o, key) for key in o.keys())}

def prop(o, key):
    # A group of properties tells its address.
    value = o[key]
    return f"{key}: {value.to_dict() if hasattr(value, 'to_dict') else value}"

def camera(c):
    return [c.type, number(c.lens), number(c.clip_end), number(c.ortho_scale)]

def light(l):
    return [l.type, number(l.energy), numbers(l.color)]

def digest():
    bpy.context.view_layer.update()
    d, scene = bpy.data, bpy.context.scene
    r = scene.render
    active = bpy.context.view_layer.objects.active
    return {
        "objects": {o.name: item(o) for o in d.objects},
        "meshes": {m.name: mesh(m) for m in d.meshes},
        "materials": {m.name: [numbers(m.diffuse_color), inputs(m)] for m in d.materials},
        "cameras": {c.name: camera(c) for c in d.cameras},
        "lights": {l.name: light(l) for l in d.lights},
        "scene": [scene.name, scene.frame_current, scene.camera and scene.camera.name],
        "active": active and active.name,
        "render": [r.engine, r.resolution_x, r.resolution_y, r.filepath],
    }

digest()
"""

# A digest of each data-block: everything that a file would keep, by introspection. What Blender computes is left out.
STORED = """
import array, bpy, hashlib, json

COMPUTED = {"matrix_world", "matrix_local", "bound_box", "dimensions", "matrix", "matrix_channel", "head", "tail",
    "length", "head_local", "tail_local_", "x_axis", "y_axis", "z_axis", "center", "vector", "is_valid",
    "error_location", "error_rotation", "bounding_sphere", "rna_type", "original", "session_uid", "is_evaluated",
    "id_data", "users", "preview", "bl_rna", "tag", "is_runtime_data", "is_updated", "is_updated_data", "bindcode",
    "execution_time", "persistent_uid", "storage_type", "last_update",
    # To look at these makes attributes of a mesh, before 4.3.
    "vertex_selection", "edge_selection", "pin", "is_missing", "bl_system_properties_get",
    "asset_data", "use_extra_user", "library_weak_reference"}
LARGE = 600
NUMBERS = {"FLOAT": "f", "INT": "i", "BOOLEAN": "b"}
# Of faces, whose corners tell the same: each has as many as it has.
UNEVEN = ("MeshPolygon", "vertices")

def plain(value):
    if isinstance(value, float):
        return round(value, 4)
    if value is None or isinstance(value, (int, str, bool)):
        return value
    if isinstance(value, bpy.types.ID):
        return value.name
    if isinstance(value, set):
        return sorted(value)
    if hasattr(value, "__len__") and not isinstance(value, bpy.types.bpy_struct):
        return [plain(one) for one in value]
    return type(value).__name__

# Kept from one look to the next: what a kind has does not change.
KEPT = bpy.app.driver_namespace.setdefault("kept by the digest", {})

def kept(thing):
    # Name, kind, and of a collection what its items are, of numbers how many each has.
    kind = type(thing)
    if kind not in KEPT:
        KEPT[kind] = [(p.identifier, p.type, more(p)) for p in thing.bl_rna.properties if p.identifier not in COMPUTED]
    return KEPT[kind]

def more(p):
    if p.type == "COLLECTION":
        return p.fixed_type.identifier
    return max(1, p.array_length) if p.type in NUMBERS else 0

def alike(things, depth):
    # The same of many things of one kind, whose numbers Blender gives all at once.
    told = {}
    of = things[0].bl_rna.identifier
    for name, kind, size in kept(things[0]):
        if (of, name) == UNEVEN:
            continue
        if kind in NUMBERS:
            row = array.array(NUMBERS[kind], [0]) * (len(things) * size)
            things.foreach_get(name, row)
            if name == "normal":
                # Blender works them out anew, and not to the last bit.
                row = array.array("d", (round(x, 4) + 0.0 for x in row))
            told[name] = hashlib.sha1(row.tobytes()).hexdigest()
        elif kind == "COLLECTION":
            told[name] = [dump_all(getattr(one, name), size, depth) for one in things]
        else:
            told[name] = [plain(getattr(one, name, None)) for one in things]
    return told

def dump_all(things, kind, depth):
    if not (depth and len(things)):
        return len(things)
    first = next(filter(None, things), None)
    if first is None or isinstance(first, bpy.types.ID):
        # Those are told by themselves.
        return [one and one.name for one in things]
    if first.bl_rna.identifier == kind:
        return alike(things, depth - 1)
    return [dump(one, depth - 1) for one in things] if len(things) < LARGE else len(things)

def dump(thing, depth):
    if thing is None:
        return None
    told = {}
    driven = {d.data_path for d in getattr(getattr(thing, "animation_data", None), "drivers", ())}
    computed = {"matrix_basis"} | driven if driven else driven
    for name, kind, of in kept(thing):
        if name in computed:
            continue
        try:
            value = getattr(thing, name)
        except Exception:
            continue
        if kind == "COLLECTION":
            told[name] = dump_all(value, of, depth)
        elif kind != "POINTER":
            told[name] = plain(value)
        elif value is None or isinstance(value, bpy.types.ID) and not value.is_embedded_data:
            told[name] = value and value.name
        else:
            told[name] = dump(value, depth - 1) if depth else None
    try:
        # A group of properties as text tells where it is in memory.
        told["custom"] = sorted((key, str(getattr(value, "to_dict", lambda: value)())) for key, value in thing.items())
    except TypeError:
        pass
    return told

def stored():
    bpy.context.view_layer.update()
    kinds = ("objects", "meshes", "materials", "cameras", "lights", "collections", "curves", "armatures", "actions",
        "shape_keys", "textures", "worlds", "node_groups")
    found = {}
    for kind in kinds:
        for block in getattr(bpy.data, kind):
            if kind == "shape_keys" and not block.users:
                # Those of a mesh that was removed: 3.4 crashes when it is asked for their points.
                continue
            text = json.dumps(dump(block, 3), sort_keys=True)
            found[kind + " " + block.name] = hashlib.sha1(text.encode()).hexdigest()
    for image in bpy.data.images:
        if image.type != "RENDER_RESULT":
            found["images " + image.name] = [image.filepath, list(image.size), image.colorspace_settings.name]
    layer = bpy.context.view_layer
    for scene in bpy.data.scenes:
        r = scene.render
        found["scenes " + scene.name] = [scene.frame_current, scene.frame_start, scene.frame_end, r.engine, r.fps,
            r.resolution_x, r.resolution_y, r.resolution_percentage, r.filepath, scene.camera and scene.camera.name]
    found["artist"] = [layer.objects.active and layer.objects.active.name, bpy.context.mode,
        {o.name: [o.hide_get(), o.select_get()] for o in layer.objects}]
    return found

stored()
"""

#: By application: the scene as artists see it, and everything that a file would keep.
# Every actor with its components, of each all that the published stubs call a property and that is a value; layers,
# selection, metadata, materials. Assets of meshes that no actor shows are litter, as in the editor.
DIGEST_UNREAL = """
from unreal_double.kinds import CLASSES
actors = unreal.get_editor_subsystem(unreal.EditorActorSubsystem)
keeper = unreal.get_editor_subsystem(unreal.EditorAssetSubsystem)
names = unreal.get_editor_subsystem(unreal.LayersSubsystem).add_all_layer_names_to()
def told(one):
    names = [n for n in CLASSES[type(one).__name__]["properties"] if n != "thumbnail_info"]
    found = {n: one.get_editor_property(n) for n in names}
    tags = dict(keeper.get_metadata_tag_values(one))
    return sorted((n, str(v)) for n, v in found.items() if v) + sorted(tags.items())
digest = {"layers": sorted(map(str, names)), "selected": [str(a) for a in actors.get_selected_level_actors()]}
for actor in actors.get_all_level_actors():
    above = actor.get_attach_parent_actor()
    digest[str(actor)] = [actor.get_actor_label(), str(above), told(actor), str(actor.get_actor_bounds(False))]
    for part in actor.get_components_by_class(unreal.ActorComponent):
        digest[str(part)] = [told(part), str(part.get_world_transform())]
for path in unreal.EditorAssetLibrary.list_assets("/Game/Scenewire/Materials"):
    material = unreal.EditorAssetLibrary.load_asset(path)
    digest[path] = told(material)
    for word in ("Metallic", "Roughness", "Opacity", "EmissiveIntensity", "Specular", "Anisotropy"):
        digest[path].append(unreal.MaterialEditingLibrary.get_material_instance_scalar_parameter_value(material, word))
    for word in ("BaseColor", "Emissive"):
        color = unreal.MaterialEditingLibrary.get_material_instance_vector_parameter_value(material, word)
        digest[path].append(str(color))
digest
"""

DIGESTS = {"blender": DIGEST, "usd": DIGEST_USD, "maya": DIGEST_MAYA, "unreal": DIGEST_UNREAL}
ALL_STORED = {"blender": STORED, "usd": DIGEST_USD, "maya": DIGEST_MAYA, "unreal": DIGEST_UNREAL}
