"""Models into files and back, by path and as bytes: what `bpy` finds then, and that a broken file leaves nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .digest import DIGEST
from .files import cannot_exchange, cannot_import

FORMATS = ("obj", "fbx", "stl", "gltf", "ply", "usd")
#: Formats that carry materials, those that carry more than one object, and those whose exporter has a scale.
WITH_MATERIALS = ("obj", "fbx", "gltf", "usd")
SCALED = ("obj", "fbx", "stl", "ply")
SUFFIX = {"gltf": ".glb", "usd": ".usdc"}
#: What an import or export must leave alone, besides what it brings.
ARTIST = """
import bpy
c = bpy.context
s = c.scene
active = c.view_layer.objects.active
active = c.view_layer.objects.active
[sorted(o.name for o in s.objects if o.select_get()), active.name if active else None, c.mode, s.frame_start,
 s.frame_end, s.frame_current, s.name, [x.name for x in bpy.data.scenes],
 sorted(o.name for o in s.objects if o.hide_viewport), c.window.scene.name if c.window else ""]
"""
BOUNDS = """
import bpy
from mathutils import Vector
bpy.context.view_layer.update()
depsgraph = bpy.context.evaluated_depsgraph_get()
points = [o.matrix_world @ v.co for o in bpy.context.scene.objects if o.type == "MESH" and o.name not in {but!r}
          for v in o.data.vertices]
[[min(p[i] for p in points) for i in range(3)], [max(p[i] for p in points) for i in range(3)]]
"""


def exported(call: Any, name: str, **more: Any) -> dict[str, Any]:
    """The crate as a file of this format; skips where the host says that it cannot."""
    if reason := cannot_exchange(call, name, "Crate"):
        pytest.skip(reason)
    (item,) = call("export_geometry", items=[{"ids": ["Crate"], "format": name, **more}])["items"]
    return dict(item)


def sent(item: dict[str, Any]) -> dict[str, Any]:
    """An exported file as it is given back to be imported."""
    given = {"data": bytes(item["data"]), "format": item["format"], "name": "Back"}
    return {**given, "companions": [{**one, "data": bytes(one["data"])} for one in item["companions"]]}


@pytest.fixture
def crate(call: Any) -> Any:
    """A box of 2 x 4 x 6 around (10, 20, 30), red, hidden; and what the artist has selected."""
    call("create_materials", items=[{"name": "Red", "base_color": "red"}])
    box = {"kind": "cube", "name": "Crate", "material_id": "Red", "position": [10, 20, 30], "scale": [1, 2, 3]}
    call("create_primitives", items=[box, {"kind": "cone", "name": "Held"}])
    call.python(
        "import bpy\nbpy.data.objects['Crate'].hide_viewport = True\n"
        "bpy.context.scene.frame_end = 77\nbpy.context.view_layer.objects.active = bpy.data.objects['Held']"
    )
    call("select", ids=["Held"])
    return call


@pytest.mark.parametrize("name", FORMATS)
def test_there_and_back_as_bytes(crate: Any, name: str) -> None:
    artist, whole = crate.python(ARTIST), crate.python(DIGEST)
    item = exported(crate, name)
    assert crate.python(DIGEST) == whole, "an export changed the scene"
    assert crate.python(ARTIST) == artist
    assert item["size"] == len(bytes(item["data"])) > 100
    (came,) = crate("import_geometry", items=[sent(item)])["items"]
    assert crate.python(ARTIST) == artist
    assert (came["format"], came["face_count"] in (6, 12)) == (name, True)
    low, high = crate.python(BOUNDS.format(but=["Crate", "Held"]))
    assert low == pytest.approx([9, 18, 27], abs=1e-3), f"{name} came to another place or size"
    assert high == pytest.approx([11, 22, 33], abs=1e-3)
    known = crate.python("import bpy; [o.name for o in bpy.context.scene.objects]")
    assert set(came["names"]) == set(known) - {"Crate", "Held"}
    read = crate("get_nodes", ids=came["ids"])["items"]
    assert [one["name"] for one in read] == came["names"]
    wears = crate.python(
        "import bpy; [[m.name for m in o.data.materials] for o in bpy.context.scene.objects "
        f"if o.type == 'MESH' and o.name in {came['names']!r}]"
    )
    assert bool(came["material_ids"]) == (name in WITH_MATERIALS)
    assert any(wears) == (name in WITH_MATERIALS)


@pytest.mark.parametrize("name", FORMATS)
def test_there_and_back_by_path(crate: Any, name: str) -> None:
    exported(crate, name)
    folder = crate.host.home / "models"
    folder.mkdir(exist_ok=True)
    path = folder / f"crate{SUFFIX.get(name, '.' + name)}"
    (item,) = crate("export_geometry", items=[{"ids": ["Crate"], "path": crate.host.inside(path)}])["items"]
    assert (item["path"], item["size"], "data" in item) == (crate.host.inside(path), path.stat().st_size, False)
    assert all((folder / one["name"]).is_file() for one in item["companions"])
    (came,) = crate("import_geometry", items=[{"path": crate.host.inside(path)}])["items"]
    assert came["mesh_ids"]
    # By reading only: a script would be a step of its own.
    assert crate("undo")["undone"] == 1
    assert [node["name"] for node in crate("list_nodes")["items"]] == ["Crate", "Held"]
    crate("redo")
    assert crate("get_nodes", ids=came["ids"])["items"][0]["name"] in came["names"]
    crate("undo")
    assert crate.python("import bpy; sorted(o.name for o in bpy.data.objects)") == ["Crate", "Held"]
    assert crate.python("import bpy; [m.name for m in bpy.data.materials]") == ["Red"]


def test_gltf_with_its_buffers_beside_it(crate: Any) -> None:
    exported(crate, "gltf")
    path = crate.host.home / "separate.gltf"
    (item,) = crate("export_geometry", items=[{"ids": ["Crate"], "path": crate.host.inside(path)}])["items"]
    assert [one["name"] for one in item["companions"]] == ["separate.bin"]
    buffers = (crate.host.home / "separate.bin").read_bytes()
    given = {"data": path.read_bytes(), "format": "gltf"}
    crate.fails("invalid_params", "import_geometry", items=[given])
    companion = {"name": "separate.bin", "data": buffers}
    (came,) = crate("import_geometry", items=[{**given, "companions": [companion]}])["items"]
    assert came["vertex_count"] >= 8
    error = crate.fails(
        "invalid_params", "import_geometry", items=[{**given, "companions": [{**companion, "name": "../out.bin"}]}]
    )
    assert "plain name" in str(error)


@pytest.mark.parametrize("name", FORMATS)
def test_scale_normals_and_materials(crate: Any, name: str) -> None:
    item = sent(exported(crate, name))
    options = {"scale": 0.5, "normals": "computed", "materials": False}
    (came,) = crate("import_geometry", items=[{**item, **options}])["items"]
    low, high = crate.python(BOUNDS.format(but=["Crate", "Held"]))
    assert [b - a for a, b in zip(low, high)] == pytest.approx([1, 2, 3], abs=1e-3)
    assert came["material_ids"] == []
    assert crate.python("import bpy; [m.name for m in bpy.data.materials]") == ["Red"]
    meshes = f"[o.data for o in bpy.data.objects if o.name in {came['names']!r} and o.data]"
    code = f"import bpy; [mesh.has_custom_normals for mesh in {meshes}]"
    assert not any(crate.python(code))
    crate("delete_nodes", ids=came["ids"])
    if name not in SCALED:
        crate.fails("not_supported", "export_geometry", items=[{"ids": ["Crate"], "format": name, "scale": 2}])
        return
    (twice,) = crate("export_geometry", items=[{"ids": ["Crate"], "format": name, "scale": 2}])["items"]
    crate("import_geometry", items=[sent(twice)])
    low, high = crate.python(BOUNDS.format(but=["Crate", "Held"]))
    assert [b - a for a, b in zip(low, high)] == pytest.approx([4, 8, 12], abs=1e-3)


def test_options_that_a_format_has_not_are_refused(crate: Any) -> None:
    for name, option in (("stl", "materials"), ("stl", "normals"), ("fbx", "materials"), ("ply", "materials")):
        item = {"ids": ["Crate"], "format": name, option: False}
        error = crate.fails("not_supported", "export_geometry", items=[item])
        assert option in str(error)
    plain = crate("export_geometry", items=[{"ids": ["Crate"], "format": "obj", "materials": False}])["items"][0]
    assert plain["companions"] == []
    assert b"usemtl" not in bytes(plain["data"])
    assert b"\nvn " not in bytes(
        crate("export_geometry", items=[{"ids": ["Crate"], "format": "obj", "normals": False}])["items"][0]["data"]
    )


def test_modifiers_as_they_show_or_not(crate: Any) -> None:
    crate("add_modifiers", items=[{"id": "Crate", "type": "subdivision", "settings": {"levels": 2}}])

    def faces(**options: bool) -> int:
        (item,) = crate("export_geometry", items=[{"ids": ["Crate"], "format": "obj", **options}])["items"]
        return bytes(item["data"]).count(b"\nf ")

    assert (faces(modifiers=True), faces(modifiers=False)) == (96, 6)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("damage", ["empty", "garbage", "text", "cut"])
def test_a_broken_file_leaves_nothing(crate: Any, name: str, damage: str) -> None:
    item = sent(exported(crate, name))
    whole = item["data"]
    item["data"] = {
        "empty": b"",
        "garbage": bytes(range(256)) * 9,
        "text": b"this is no model\n" * 40,
        "cut": whole[: len(whole) * 3 // 5],
    }[damage]
    if (name, damage) == ("obj", "cut"):
        item["data"] = whole[: whole.rindex(b"\nf ") + 6]  # In the middle of the last face.
    before = crate.python(DIGEST)
    artist = crate.python(ARTIST)
    error = crate.fails("invalid_params", "import_geometry", items=[item])
    assert crate.python(DIGEST) == before, "a broken file left something"
    assert crate.python(ARTIST) == artist
    assert error.details.get("path")
    assert len(str(error)) > 30


def test_one_broken_file_takes_back_the_whole_batch(crate: Any) -> None:
    good = sent(exported(crate, "obj"))
    bad = {"data": b"v 1 2", "format": "obj"}
    before = crate.python(DIGEST)
    crate.fails("invalid_params", "import_geometry", items=[good, bad])
    assert crate.python(DIGEST) == before
    result = crate("import_geometry", items=[good, bad], on_error="continue")
    assert [error["index"] for error in result["errors"]] == [1]
    assert len(crate.python("import bpy; [o.name for o in bpy.data.objects]")) == 3


def test_a_whole_file_with_nothing_in_it_is_no_success(crate: Any) -> None:
    header = (
        "ply\nformat ascii 1.0\nelement vertex 0\nproperty float x\nproperty float y\nproperty float z\nend_header\n"
    )
    empty = {"ply": header.encode(), "gltf": b'{"asset": {"version": "2.0"}, "scenes": [{}], "scene": 0}'}
    before = crate.python(DIGEST)
    for name, data in empty.items():
        if not cannot_import(crate, name):
            crate.fails("invalid_params", "import_geometry", items=[{"data": data, "format": name}])
    assert crate.python(DIGEST) == before


def test_an_export_is_no_change_of_the_scene(crate: Any) -> None:
    crate("create_nodes", items=[{"name": "Last"}])
    crate("export_geometry", items=[{"ids": ["Crate"], "format": "obj"}])
    assert crate("undo") == {"undone": 1, "names": ["Create nodes"]}
    assert crate("list_nodes", filters={"name": "Last"})["total"] == 0


def test_what_is_asked_for_wrongly(crate: Any) -> None:
    inside = crate.host.inside
    crate.fails("file_not_found", "import_geometry", items=[{"path": inside(crate.host.home / "none.obj")}])
    crate.fails("permission_denied", "import_geometry", items=[{"path": "/etc/passwd"}])
    link = crate.host.home / "models-link"
    if not link.is_symlink():
        link.symlink_to("/etc")
    item = {"ids": ["Crate"], "path": inside(link / "crate.obj")}
    crate.fails("permission_denied", "export_geometry", items=[item])
    assert not Path(crate.host.spec["root"] + "/etc/crate.obj").exists()
    for item, word in (
        ({"data": b"v 0 0 0"}, "format"),
        ({"format": "obj"}, "path"),
        ({"data": b"v 0 0 0", "format": "obf"}, "obj"),
        ({"data": "dmVydGV4", "format": "obj"}, "attachment"),
        ({"data": b"v 0 0 0", "format": "obj", "scale": 0}, "scale"),
    ):
        error = crate.fails("invalid_params", "import_geometry", items=[item])
        assert word in f"{error} {error.details} {error.suggestions}"
    path = inside(crate.host.home / "crate.xyz")
    for item, word in (
        ({"ids": ["Crate"]}, "format"),
        ({"ids": [], "format": "obj"}, "at least one"),
        ({"ids": ["Crate"], "path": path}, ".obj"),
        ({"ids": ["Crate"], "path": path, "format": "fbx"}, "crate.fbx"),
    ):
        error = crate.fails("invalid_params", "export_geometry", items=[item])
        assert word in f"{error} {error.details} {error.suggestions}"
    error = crate.fails("not_found", "export_geometry", items=[{"ids": ["Crafe"], "format": "obj"}])
    assert "Crate" in error.suggestions
    call = crate
    call("create_lights", items=[{"name": "Lamp"}])
    error = call.fails("invalid_params", "export_geometry", items=[{"ids": ["Lamp"], "format": "stl"}])
    assert "mesh" in str(error)
    assert call("export_geometry", items=[{"ids": ["Lamp", "Crate"], "format": "obj"}])["items"][0]["size"]
