"""Objects from one Blender into another one of another version and another unit, as `bpy` sees them at both ends."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import Any

import conftest
import pytest
import studio

from python.contract.compounds import PICTURES, bust, shot

from .pairs import SOURCE, Pair, blenders, near, started
from .programs import cli, drive

TARGET = "shelf"

SCENE = """
import bpy, math, struct, zlib
from mathutils import Matrix

def placed(name, data, parent=None, at=(0, 0, 0), turn=(0, 0, 0), scale=(1, 1, 1)):
    o = bpy.data.objects.new(name, data)
    bpy.context.scene.collection.objects.link(o)
    o.location, o.rotation_euler, o.scale, o.parent = at, [math.radians(t) for t in turn], scale, parent
    return o

root = placed("Root", None, at=(1, 2, 3), turn=(10, 20, 30), scale=(2, 2, 2))
mesh = bpy.data.meshes.new("Tent")
points = [(0, 0, 0), (2, 0, 0), (2, 1.5, 0), (0, 1.5, 0), (1, .7, 2)]
mesh.from_pydata(points, [], [(3, 2, 1, 0), (0, 1, 4), (1, 2, 4), (2, 3, 4), (3, 0, 4)])
tent = placed("Tent", mesh, root, at=(.5, -1, .25), turn=(0, 45, 5), scale=(1.5, -1.5, 1.5))
for name, factor in (("First", .5), ("Second", .25)):
    layer = mesh.uv_layers.new(name=name)
    for number, corner in enumerate(layer.data):
        corner.uv = (factor * (number % 3), factor * (number % 2))
mesh.uv_layers.active_index = 1
colors = mesh.color_attributes.new("Paint", "FLOAT_COLOR", "POINT")
for number, value in enumerate(colors.data):
    value.color = (number / 5, .5, 1 - number / 5, 1)
for name, color, metal in (("Red", (.8, .1, .05, 1), .25), ("$Blue", (.05, .1, .9, 1), 0)):
    material = bpy.data.materials.new(name)
    material.use_nodes = True
    shader = next(n for n in material.node_tree.nodes if n.bl_idname == "ShaderNodeBsdfPrincipled")
    shader.inputs["Base Color"].default_value = color
    shader.inputs["Metallic"].default_value = metal
    shader.inputs["Roughness"].default_value = .35
    mesh.materials.append(material)
for number, face in enumerate(mesh.polygons):
    face.material_index = number % 2

def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

rows = b"".join(b"\\0" + bytes((40 * x, 60 * y, 200)) * 1 for y in range(2) for x in range(1))
png = b"\\x89PNG\\r\\n\\x1a\\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 2, 8, 2, 0, 0, 0))
png += chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
image = bpy.data.images.new("Cloth", 1, 2)
image.source = "FILE"
image.pack(data=png, data_len=len(png))
node = bpy.data.materials["Red"].node_tree.nodes.new("ShaderNodeTexImage")
node.image = image
red = bpy.data.materials["Red"].node_tree
shader = next(n for n in red.nodes if n.bl_idname == "ShaderNodeBsdfPrincipled")
red.links.new(node.outputs["Color"], shader.inputs["Base Color"])

bpy.context.view_layer.update()
# A parent that was set with "keep transform", as artists do it: the child's own channels say something else.
ball = bpy.data.meshes.new("Ball")
ball.from_pydata([(1, 0, 0), (0, 1, 0), (0, 0, 1), (0, 0, -1)], [], [(0, 1, 2), (1, 0, 3)])
for face in ball.polygons:
    face.use_smooth = True
ball = placed("Ball", ball, tent, at=(4, 5, 6), turn=(30, 0, 0))
ball.matrix_parent_inverse = tent.matrix_world.inverted()
eye = bpy.data.cameras.new("Eye")
eye.lens, eye.clip_start, eye.clip_end = 35, .2, 250
eye = placed("Eye", eye, root, at=(0, -4, 1), turn=(75, 0, 10))
placed("Mark", None, eye, at=(0, .1, -2), turn=(0, 0, 15))
for kind, more in (("SPOT", {"spot_size": .9, "spot_blend": .3}), ("AREA", {"size": .5}), ("SUN", {})):
    light = bpy.data.lights.new(kind.title(), kind)
    light.energy, light.color = 12.5, (1, .5, .25)
    for field, value in more.items():
        setattr(light, field, value)
    placed(kind.title(), light, None, at=(1, 1, 5), turn=(20, 0, 40))
line = bpy.data.curves.new("Rail", "CURVE")
line.dimensions = "3D"
piece = line.splines.new("BEZIER")
piece.bezier_points.add(2)
for number, point in enumerate(piece.bezier_points):
    point.co = (number, number ** 2, .5)
    point.handle_left, point.handle_right = (number - .3, number, 0), (number + .3, number, 1)
placed("Rail", line, root, at=(0, 1, 0), turn=(0, 90, 0))
rig = placed("Rig", bpy.data.armatures.new("Rig"), root, at=(1, 0, 0), turn=(0, 0, 30))
placed("Hat", None, rig, at=(0, 0, 1))
limit = tent.constraints.new("LIMIT_SCALE")
limit.mute = True
root["maker"] = "$nobody"
bpy.context.view_layer.update()
"""

#: What `bpy` says: world matrices in metres, and all that lies on meshes in world space.
LOOK = """
import bpy
bpy.context.view_layer.update()
metre = bpy.context.scene.unit_settings.scale_length
def flat(matrix):
    return [[*row[:3], row[3] * metre] for row in [list(row) for row in matrix][:3]]
def surface(material):
    shader = next(n for n in material.node_tree.nodes if n.bl_idname == "ShaderNodeBsdfPrincipled")
    color = shader.inputs["Base Color"]
    image = getattr(color.links[0].from_node, "image", None) if color.is_linked else None
    return [list(color.default_value) if not image else [image.name.split(".")[0], list(image.size)],
            shader.inputs["Metallic"].default_value, shader.inputs["Roughness"].default_value]
found = {}
for o in bpy.context.scene.objects:
    # One unit of an object is a metre there and a centimetre here, so the axes of its matrix stay as they are.
    told = found[o.name] = {"world": flat(o.matrix_world), "parent": o.parent and o.parent.name, "type": o.type}
    if o.type == "MESH":
        told["points"] = [[x * metre for x in o.matrix_world @ v.co] for v in o.data.vertices]
        told["faces"] = [list(face.vertices) for face in o.data.polygons]
        told["smooth"] = [face.use_smooth for face in o.data.polygons]
        told["uvs"] = {l.name: [list(c.uv) for c in l.data] for l in o.data.uv_layers}
        told["active"] = o.data.uv_layers.active and o.data.uv_layers.active.name
        layer = o.data.color_attributes.active_color
        told["colors"] = layer and [list(c.color) for c in layer.data]
        told["slots"] = [surface(slot.material) for slot in o.material_slots]
        told["slot of"] = [face.material_index for face in o.data.polygons]
        told["normals"] = o.data.has_custom_normals
    if o.type == "CAMERA":
        told["lens"] = [o.data.lens, o.data.clip_start * metre, o.data.clip_end * metre]
    if o.type == "LIGHT":
        told["light"] = [o.data.type, o.data.energy, list(o.data.color)]
        told["size"] = getattr(o.data, "size", 0) * metre
    if o.type == "CURVE":
        told["line"] = [[[x * metre for x in o.matrix_world @ p] for p in (q.handle_left, q.co, q.handle_right)]
                        for q in o.data.splines[0].bezier_points]
found
"""

SMALL = "import bpy; bpy.context.scene.unit_settings.scale_length = {}"


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """Two Blenders."""
    specs = blenders()
    if not specs:
        pytest.skip("no host: run it by `make test`")
    with started(tmp_path_factory.mktemp("pair"), dict(zip((SOURCE, TARGET), specs))) as pair:
        yield pair


@pytest.fixture
def pair(both: Pair) -> Iterator[Pair]:
    """The two with the scene in one, and nothing in the other, whose unit is a centimetre."""
    for name in (SOURCE, TARGET):
        both.python(name, conftest.WIPE)
    both.python(SOURCE, SCENE)
    both.python(TARGET, SMALL.format(0.01))
    yield both
    both.python(TARGET, SMALL.format(1))


def fails(pair: Pair, code: str, **arguments: Any) -> Any:
    """The error of a transfer, which changes nothing at the target."""
    from scenewire.errors import SceneWireError

    before = pair.python(TARGET, LOOK)
    with pytest.raises(SceneWireError) as caught:
        pair.call("transfer", **{"target": TARGET, "ids": ["Root"], **arguments})
    assert caught.value.error_code == code, f"{caught.value} {caught.value.details}"
    assert pair.python(TARGET, LOOK) == before
    return caught.value


GOES = ["Root", "Tent", "Ball", "Eye", "Mark", "Spot", "Area", "Sun", "Rail", "Hat"]
CHOSEN = ["Root", "Spot", "Area", "Sun"]


def test_everything_stands_where_it_stood_and_looks_as_it_looked(pair: Pair) -> None:
    was = pair.python(SOURCE, LOOK)
    told = pair.call("transfer", target=TARGET, ids=CHOSEN)
    came = pair.python(TARGET, LOOK)
    assert sorted(came) == sorted(GOES)
    # What the rig carried hangs on what carries the rig now.
    was["Hat"]["parent"] = "Root"
    for name in GOES:
        near(came[name], was[name], name)
    assert not came["Tent"]["normals"], "normals that follow from the form stay so"
    pairs = {one["source_name"]: one for one in told["items"]}
    assert sorted(pairs) == sorted(GOES)
    assert pairs["Tent"]["name"] == "Tent"
    (read,) = pair.clients[TARGET].call("get_nodes", {"ids": [pairs["Tent"]["id"]]}).value["items"]
    assert (read["name"], read["metadata"]) == ("Tent", {})
    assert {one["source_name"]: one["name"] for one in told["materials"]} == {"Red": "Red", "$Blue": "$Blue"}
    assert [one["source_name"] for one in told["textures"]] == ["Cloth"]
    assert [(one["source_name"], one["type"]) for one in told["left_out"]] == [("Rig", "armature")]
    assert {one["field"] for one in told["lost"]} == {"constraints"}
    assert (told["source"]["name"], told["target"]["name"], told["dry_run"]) == (SOURCE, TARGET, False)
    assert pair.python(TARGET, "import bpy; dict(bpy.data.objects['Root'])") == {"maker": "$nobody"}
    assert pair.python(SOURCE, LOOK)["Root"] == was["Root"]
    pair.call("transfer", target=TARGET, ids=CHOSEN)
    pair.clients[TARGET].call("undo")
    assert pair.python(TARGET, LOOK) == came, "it is one step"


def test_names_that_are_taken_are_numbered_and_materials_can_be_taken(pair: Pair) -> None:
    first = pair.call("transfer", target=TARGET, ids=["Tent"], include_children=False)
    again = pair.call("transfer", target=TARGET, ids=["Tent"], include_children=False, reuse_materials=True)
    assert [one["name"] for one in (*first["items"], *again["items"])] == ["Tent", "Tent.001"]
    assert [one["reused"] for one in again["materials"]] == [True, True]
    assert [one["id"] for one in again["materials"]] == [one["id"] for one in first["materials"]]
    assert again["textures"] == []
    came = pair.python(TARGET, LOOK)
    # Without its parent it stands where it stood.
    near(came["Tent.001"], came["Tent"])
    near(came["Tent"]["points"], pair.python(SOURCE, LOOK)["Tent"]["points"])
    assert came["Tent"]["parent"] is None


def test_a_dry_run_tells_the_same_and_makes_nothing(pair: Pair) -> None:
    before = pair.clients[TARGET].call("get_status").value["revision"]
    told = pair.call("transfer", target=TARGET, ids=CHOSEN, dry_run=True)
    assert (sorted(one["source_name"] for one in told["items"]), told["dry_run"]) == (sorted(GOES), True)
    assert not any("id" in one for one in told["items"])
    assert [one["source_name"] for one in told["left_out"]] == ["Rig"]
    assert {one["field"] for one in told["lost"]} == {"constraints"}
    assert pair.python(TARGET, LOOK) == {}
    assert pair.clients[TARGET].call("get_status").value["revision"] - before <= 2, "only the looks of this test itself"


def test_bad_input_is_told_and_nothing_happens(pair: Pair) -> None:
    from scenewire.errors import NotSupportedError

    unknown = fails(pair, "instance_not_found", target="shelv")
    assert (unknown.suggestions, unknown.details["path"]) == ([TARGET], "target")
    same = fails(pair, "invalid_params", target=SOURCE)
    assert (same.details["path"], same.suggestions[0]) == ("target", TARGET)
    assert "nothing is chosen" in str(fails(pair, "invalid_params", ids=[]))
    missing = fails(pair, "not_found", ids=["Tend"])
    assert (missing.details["side"], missing.suggestions[0]) == ("source", "Tent")
    rig = fails(pair, "not_supported", ids=["Tent", "Rig"])
    assert "`Rig` (armature) cannot go" in str(rig)
    assert [one["source_name"] for one in rig.details["refused"]] == ["Rig"]
    # A host by itself is no place for it.
    inside = """
from scenewire import connect, errors
try:
    connect().call("transfer", {"ids": ["Root"], "target": "x"})
except errors.NotSupportedError as error:
    found = str(error)
found
"""
    assert "reaches both sessions" in pair.python(SOURCE, inside)
    step = {"operation": "transfer", "arguments": {"ids": ["Root"], "target": TARGET}}
    for operation, arguments in (("batch", {"operations": [step]}), ("start_task", step)):
        with pytest.raises(NotSupportedError, match="answered at once"):
            pair.clients[SOURCE].call(operation, arguments)


#: One of the meshes breaks while it is made.
BREAK = """
from scenewire.adapters.blender import meshes
before = meshes.arrays.build
def build(mesh, *rest):
    if mesh.name.startswith("Ball"):
        raise RuntimeError("half-way")
    before(mesh, *rest)
meshes.arrays.build = build
meshes.arrays.whole = before
"""
MEND = "from scenewire.adapters.blender import meshes; meshes.arrays.build = meshes.arrays.whole"


def test_what_breaks_half_way_leaves_nothing_at_the_target(pair: Pair) -> None:
    pair.python(TARGET, BREAK)
    blocks = "import bpy; [len(getattr(bpy.data, k)) for k in ('objects', 'meshes', 'materials', 'images', 'cameras')]"
    before = pair.python(TARGET, blocks)
    try:
        fault = fails(pair, "handler_error", ids=CHOSEN)
    finally:
        pair.python(TARGET, MEND)
    assert (fault.details["side"], "half-way" in str(fault)) == ("target", True)
    assert pair.python(TARGET, blocks) == before
    pair.call("transfer", target=TARGET, ids=CHOSEN)
    assert sorted(pair.python(TARGET, LOOK)) == sorted(GOES)


def test_what_cannot_be_said_is_told(pair: Pair) -> None:
    pair.python(
        SOURCE,
        """
import bpy
flat = bpy.data.objects.new("Flat", None)
flat.scale = (3, 1, 1)
bpy.context.scene.collection.objects.link(flat)
odd = bpy.data.meshes.new("Odd")
odd.from_pydata([(0, 0, 0), (1, 0, 0), (1, 1, 0), (0, 1, 0), (2, 2, 2)], [(3, 4)], [(0, 1, 2), (0, 2, 3)])
odd.polygons[0].use_smooth = True
odd.edges[0].use_seam = True
leaning = bpy.data.objects.new("Leaning", odd)
leaning.rotation_euler = (0, 0, .7)
leaning.parent = flat
bpy.context.scene.collection.objects.link(leaning)
made = bpy.data.materials.new("Made")
made.use_nodes = True
shader = next(n for n in made.node_tree.nodes if n.bl_idname == "ShaderNodeBsdfPrincipled")
made.node_tree.links.new(made.node_tree.nodes.new("ShaderNodeTexNoise").outputs["Color"], shader.inputs["Base Color"])
odd.materials.append(made)
leaning.keyframe_insert("location")
leaning.modifiers.new("Finer", "SUBSURF")
""",
    )
    told = pair.call("transfer", target=TARGET, ids=["Leaning"])
    fields = {one["field"] for one in told["lost"]}
    hanging = {"channels", "subdivision_surfaces"}
    assert fields == {"matrix_world", "edges", "edges.seam", "meshes.smooth", "materials.base_color", *hanging}
    (leaning,) = told["items"]
    assert all(one["ids"] for one in told["lost"])
    assert [one["ids"] for one in told["lost"] if one["field"] == "edges"] == [[leaning["source_id"]]]
    # With its parent it stands as it stood.
    told = pair.call("transfer", target=TARGET, ids=["Flat"])
    assert "matrix_world" not in {one["field"] for one in told["lost"]}
    near(pair.python(TARGET, LOOK)["Leaning.001"]["points"], pair.python(SOURCE, LOOK)["Leaning"]["points"])


def test_normals_that_say_more_than_the_form_come_along(pair: Pair) -> None:
    pair.python(
        SOURCE,
        """
import bpy
mesh = bpy.data.objects["Tent"].data
if hasattr(mesh, "use_auto_smooth"):
    mesh.use_auto_smooth = True
for face in mesh.polygons:
    face.use_smooth = True
mesh.normals_split_custom_set([(0.6, 0.0, 0.8)] * len(mesh.loops))
""",
    )
    told = pair.call("transfer", target=TARGET, ids=["Tent"], include_children=False)
    assert {one["field"] for one in told["lost"]} == {"constraints"}
    (source,) = pair.call("get_meshes", ids=["Tent"], fields=["normals"])["items"]
    (target,) = pair.clients[TARGET].call("get_meshes", {"ids": ["Tent"], "fields": ["normals"]}).value["items"]
    assert source["normals"].tolist()[0] == pytest.approx([0.6, 0, 0.8], abs=1e-3)
    for one, other in zip(source["normals"].tolist(), target["normals"].tolist()):
        assert one == pytest.approx(other, abs=1e-3)


#: From now on an image is read from a file.
LOAD = """
import bpy
image = bpy.data.images["Cloth"]
image.unpack(method="REMOVE")
image.filepath = {!r}
image.reload()
list(image.size)
"""


def test_textures_from_files_come_where_the_owner_lets_files_be_used(pair: Pair) -> None:
    path = pair.home / "cloth.png"
    raw = bytes(pair.call("get_textures", ids=["Cloth"], fields=["data"])["items"][0]["data"])
    path.write_bytes(raw)
    assert pair.python(SOURCE, LOAD.format(str(path))) == [1, 2]
    told = pair.call("transfer", target=TARGET, ids=["Tent"], include_children=False)
    assert [one["name"] for one in told["textures"]] == ["Cloth"]
    assert pair.python(TARGET, "import bpy; bytes(bpy.data.images['Cloth'].packed_file.data).hex()") == raw.hex()
    # Where both have the same files, the path does where bytes may not be read; where neither may, nothing does.
    allowed = "import scenewire; scenewire.configure(allow_files={}); 0"
    try:
        pair.python(SOURCE, allowed.format(False))
        told = pair.call("transfer", target=TARGET, ids=["Tent"], include_children=False)
        (texture,) = told["textures"]
        assert pair.python(TARGET, f"import bpy; bpy.data.images[{texture['name']!r}].filepath") == str(path)
        pair.python(TARGET, allowed.format(False))
        told = pair.call("transfer", target=TARGET, ids=["Tent"], include_children=False)
    finally:
        for name in (SOURCE, TARGET):
            pair.python(name, allowed.format(True))
    assert told["textures"] == []
    assert {"textures", "textures.path"} <= {one["field"] for one in told["lost"]}


def test_every_edge_does_it(pair: Pair) -> None:
    done = cli(pair.home, "call", "transfer", "--instance", SOURCE, '{"ids": ["Spot"], "target": "shelf"}', "--json")
    assert (done.returncode, json.loads(done.stdout)["items"][0]["name"]) == (0, "Spot"), done.stderr

    async def work(client: Any) -> Any:
        found = await client.call_tool("find_tools", {"query": "send the chair to another blender"})
        arguments = {"ids": ["Sun"], "target": TARGET}
        made = await client.call_tool("call", {"operation": "transfer", "arguments": arguments, "instance": SOURCE})
        bad = await client.call_tool("call", {"operation": "transfer", "arguments": arguments})
        return found, made, bad

    found, made, bad = drive(pair.home, work)
    assert "transfer" in [one["operation"] for one in found.structured_content["operations"][:3]]
    assert made.structured_content["items"][0]["name"] == "Sun"
    assert bad.structured_content["error_code"] == "instance_required"
    heard: list[str] = []
    client = pair.clients[SOURCE]
    client.call("transfer", {"ids": CHOSEN, "target": TARGET}, on_progress=lambda part, text: heard.append(text))
    assert any("reading 2 meshes of `crate`" in text for text in heard)
    assert any(text.startswith("`shelf`: step ") for text in heard), heard


def test_who_gives_up_leaves_nothing_at_the_target(pair: Pair) -> None:
    class EnoughError(Exception):
        pass

    def enough(_part: float | None, text: str) -> None:
        if text.startswith("`shelf`: step "):
            raise EnoughError

    pair.python(
        SOURCE,
        "import bpy\nfor n in range(300): bpy.context.scene.collection.objects.link(bpy.data.objects['Tent'].copy())",
    )
    ids = [one["id"] for one in pair.call("list_meshes", limit=1000)["items"]]
    with pytest.raises(EnoughError):
        pair.clients[SOURCE].call("transfer", {"ids": ids, "target": TARGET}, on_progress=enough)
    studio.until(lambda: not pair.clients[TARGET].call("get_status").value.get("running"), "the target goes on")
    assert pair.python(TARGET, LOOK) == {}


def test_the_picture_is_the_same_at_both_ends(pair: Pair) -> None:
    """And both beside each other are the picture of the documentation."""
    for name in (SOURCE, TARGET):
        pair.python(name, conftest.WIPE)
        (settings,) = pair.clients[name].call("list_render_settings").value["items"]
        # Versions differ in the view transform that a new file has.
        item = {"ids": [settings["id"]], **HALF, "view_transform": "Standard"}
        pair.clients[name].call("update_render_settings", {"items": [item]})
    bust(pair.call)
    camera = shot(pair.call)
    pair.call("frame_camera", camera_id=camera, ids=["Bust"], margin=0.1)
    pair.call("transfer", target=TARGET, ids=["Bust", camera])
    shots = []
    for name in (SOURCE, TARGET):
        result = pair.clients[name].call("render", {**DRAWN, **HALF}, timeout=300).value
        shots.append(pair.home / f"{name}.png")
        shots[-1].write_bytes(bytes(result["image"]))
    both = pair.home / "both.png"
    apart = pair.python(TARGET, BESIDE.format(*map(str, shots), str(both)))
    assert apart < 0.02, "the mean difference of all colours"
    if os.environ.get("UPDATE"):
        (PICTURES / "transfer.png").write_bytes(both.read_bytes())


#: What every Blender draws alike, with no display either.
DRAWN = {"engine": "cycles", "samples": 16}
#: Half a picture of the documentation.
HALF = {"width": 240, "height": 270}
#: One picture of two, side by side; how far they differ.
BESIDE = """
import bpy, numpy
shots = [bpy.data.images.load(path) for path in ({!r}, {!r})]
left, right = [numpy.array(image.pixels[:], "f4").reshape(image.size[1], image.size[0], 4) for image in shots]
both = bpy.data.images.new("both", left.shape[1] * 2, left.shape[0])
both.pixels = numpy.concatenate([left, right], axis=1).ravel().tolist()
both.filepath_raw, both.file_format = {!r}, "PNG"
both.save()
float(abs(left - right).mean())
"""
