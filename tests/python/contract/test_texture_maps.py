"""What textures tell of materials in every host: by channels, inverted, flipped, in tiles; from a specification into a
host and back, and as the host's own API has it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scenewire import materials
from scenewire.errors import SceneWireError

from .test_compounds_surface import png

pytestmark = pytest.mark.apps("blender", "usd", "maya")

COLORS = ("base_color", "emissive")
SLOTS = ("base_color", "metallic", "roughness", "normal", "height", "opacity", "emissive", "ambient_occlusion")
PROFILE = settings(
    max_examples=int(os.environ.get("SCENEWIRE_TEST_EXAMPLES", "12")),
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


def folder(call: Any, name: str, *files: str) -> str:
    """A folder of small pictures, as the host has it; none of them is square."""
    path: Path = call.host.home / name
    path.mkdir(exist_ok=True)
    for number, file in enumerate(files):
        (path / file).write_bytes(png((40 * number % 256, 100, 200), 4, (9, 9, 9), height=2))
    return str(call.host.inside(path))


def map_of(slot: str, app: str) -> st.SearchStrategy[dict[str, Any]]:
    """What one texture may tell in this application."""
    whole = slot == "normal" or (app == "usd" and slot in COLORS)
    turned = st.just(False) if app == "maya" and slot == "normal" else st.booleans()
    return st.fixed_dictionaries(
        {
            "slot": st.just(slot),
            "image": st.integers(0, 2),
            "channel": st.just("color") if whole else st.sampled_from(["color", "red", "green", "blue", "alpha"]),
            "invert": turned,
            "flip_green": turned if slot == "normal" else st.just(False),
        }
    )


def maps_of(app: str) -> st.SearchStrategy[list[dict[str, Any]]]:
    """What textures may tell of one material, each thing once or not at all."""
    chosen = [st.none() | map_of(slot, app) for slot in SLOTS]
    return st.tuples(*chosen).map(lambda found: [one for one in found if one is not None])


def as_read(app: str, maps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Where a number is joined to a number, the red of a picture that tells nothing else is the picture."""
    if app == "blender":
        return maps
    packed = {one["image"] for one in maps if one["channel"] in ("green", "blue")}

    def read(one: dict[str, Any]) -> dict[str, Any]:
        whole = app == "maya" and one["slot"] in ("opacity", "ambient_occlusion") and one["channel"] == "color"
        if one["channel"] not in ("color", "red") or one["slot"] in (*COLORS, "normal") or whole:
            return one
        return {**one, "channel": "red" if one["image"] in packed else "color"}

    return [read(one) for one in maps]


def test_a_specification_into_a_host_and_back_is_the_same(call: Any) -> None:
    path = folder(call, "any", "0.png", "1.png", "2.png")
    spaces = ("srgb", "data", "data")
    app = call.host.app

    @PROFILE
    @given(maps_of(app))
    def check(chosen: list[dict[str, Any]]) -> None:
        told = [{**one, "image": f"{path}/{one['image']}.png", "color_space": spaces[one["image"]]} for one in chosen]
        spec = materials.spec.spec_of_maps(told, "Any")
        made = materials.create_material(call.client, spec)
        read = materials.read_material_spec(call.client, made)
        assert read["maps"] == as_read(app, spec["maps"])
        if read["maps"] == spec["maps"]:
            assert (read["nodes"], read["links"]) == (spec["nodes"], spec["links"])
        # What is written again is as it was: nothing is left over, nothing is lost.
        items = call("get_materials", ids=[made], fields=["texture_maps"])["items"][0]["texture_maps"]
        if items:
            again = call("set_texture_maps", items=[{"material_id": made, **one} for one in items])["items"]
            assert again[-1]["texture_maps"] == items
        call("delete_materials", ids=[made])

    check()


#: Sets of files as libraries have them, what each slot comes from, and how much is told with a caution.
LIBRARIES: dict[str, tuple[list[str], dict[str, str], int]] = {
    "Poly Haven": (
        ["brick_wall_001_diff_2k.jpg", "brick_wall_001_nor_gl_2k.png", "brick_wall_001_arm_2k.jpg",
         "brick_wall_001_disp_2k.png"],
        {"base_color": "diff color", "normal": "nor_gl color", "roughness": "arm green", "metallic": "arm blue",
         "height": "disp color"},
        0,
    ),
    "ambientCG": (
        ["Bricks001_2K-JPG_Color.jpg", "Bricks001_2K-JPG_NormalGL.jpg", "Bricks001_2K-JPG_NormalDX.jpg",
         "Bricks001_2K-JPG_Roughness.jpg", "Bricks001_2K-JPG_Displacement.jpg", "Bricks001.png"],
        {"base_color": "Color color", "normal": "NormalGL color", "roughness": "Roughness color",
         "height": "Displacement color"},
        0,
    ),
    "Quixel": (
        ["vcskdhf_4K_Albedo.jpg", "vcskdhf_4K_ORM.jpg", "vcskdhf_4K_Normal_LOD0.jpg", "vcskdhf_4K_Specular.jpg"],
        {"base_color": "Albedo color", "roughness": "ORM green", "metallic": "ORM blue", "normal": "Normal_LOD0 color"},
        1,
    ),
    "Substance": (
        ["lamp_BaseColor.png", "lamp_Normal_OpenGL.png", "lamp_OcclusionRoughnessMetallic.png", "lamp_Emissive.png",
         "lamp_Opacity.png"],
        {"base_color": "BaseColor color", "normal": "Normal_OpenGL color", "roughness":
         "OcclusionRoughnessMetallic green", "metallic": "OcclusionRoughnessMetallic blue", "emissive":
         "Emissive color", "opacity": "Opacity color"},
        0,
    ),
    "Unity": (
        ["crate_AlbedoTransparency.png", "crate_MetallicSmoothness.png"],
        {"base_color": "AlbedoTransparency color", "opacity": "AlbedoTransparency alpha",
         "metallic": "MetallicSmoothness color", "roughness": "MetallicSmoothness alpha"},
        0,
    ),
}  # fmt: skip


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_s_folder_becomes_a_material(call: Any, library: str) -> None:
    files, wanted, doubts = LIBRARIES[library]
    path = folder(call, library, *files)
    made = call("create_material_from_textures", folder=path)
    assert len(made["doubtful"]) == doubts, made["doubtful"]
    (item,) = call("get_materials", ids=[made["material_id"]], fields=["texture_maps"])["items"]
    textures = {one["id"]: one for one in call("list_textures", limit=100)["items"]}
    found = {}
    for one in item["texture_maps"]:
        stem = Path(textures[one["texture_id"]]["path"]).stem
        found[one["slot"]] = (stem, one["channel"])
        wants = "srgb" if one["slot"] in (*COLORS, "opacity") and "Opacity" not in stem else "data"
        assert textures[one["texture_id"]]["color_space"] == wants
    assert set(found) == set(wanted)
    for slot, (stem, channel) in found.items():
        end, _, by = wanted[slot].partition(" ")
        assert stem.replace("_2k", "").endswith(end)
        # Unity's metal is the red, and all that USD and Maya can join of a picture that tells no more by numbers.
        assert channel == by or (slot, channel) == ("metallic", "red")
    assert set(made["missing"]) == {"base_color", "metallic", "roughness", "normal"} - set(wanted)


#: What a host itself says of a texture of tiles: the file, and the numbers of its tiles where it keeps them.
TILES = {
    "blender": "import bpy; i = next(i for i in bpy.data.images if i.source == 'TILED')\n"
    "[i.filepath, sorted(t.number for t in i.tiles)]",
    "usd": "files = [p.GetAttribute('inputs:file').Get() for p in stage.TraverseAll()]\n"
    "[next(f.path for f in files if f), [1001, 1011]]",
    "maya": "n = cmds.ls(type='file')[0]\n"
    "[cmds.getAttr(n + '.fileTextureName').replace('1001', '<UDIM>'), [1001, 1011] if cmds.getAttr("
    "n + '.uvTilingMode') == 3 else []]",
}


def test_a_set_of_tiles_is_one_texture(call: Any) -> None:
    path = folder(call, "tiles", "wall_BaseColor.1001.png", "wall_BaseColor.1011.png", "wall_Roughness.1001.png")
    made = call("create_material_from_textures", folder=path)
    assert "1011" in made["doubtful"][0]["reason"]
    whole = f"{path}/wall_BaseColor.<UDIM>.png"
    told = {one["slot"]: one["path"] for one in made["maps"]}
    assert told == {"base_color": whole, "roughness": f"{path}/wall_Roughness.<UDIM>.png"}
    (texture,) = call("get_textures", ids=[made["maps"][0]["texture_id"]])["items"]
    assert texture["path"] == whole
    call("delete_textures", ids=[made["maps"][1]["texture_id"]])
    assert call.python(TILES[call.host.app]) == [whole, [1001, 1011]]
    error = call.fails("file_not_found", "create_textures", items=[{"path": f"{path}/door.<UDIM>.png"}])
    assert "1001" in str(error)
    call.fails("permission_denied", "create_textures", items=[{"path": "/etc/<UDIM>.png"}])


@pytest.mark.apps("usd", "maya")
def test_linear_colours_of_an_exr_are_told_as_such(call: Any) -> None:
    path = Path(folder(call, "exr"))
    (path / "Sky_Color.exr").write_bytes(b"v/1\x01\x02\0\0\0" + bytes(64))
    made = call("create_material_from_textures", folder=str(call.host.inside(path)))
    assert made["maps"][0]["color_space"] == "linear"
    (texture,) = call("get_textures", ids=[made["maps"][0]["texture_id"]])["items"]
    assert texture["color_space"] == "linear"


def test_files_that_are_no_pictures_are_refused_before_anything_is_made(call: Any) -> None:
    path = folder(call, "broken", "Rock_Color.png")
    (Path(call.host.home) / "broken" / "Rock_Roughness.png").write_bytes(b"<html>not found</html>")
    error = call.fails("invalid_params", "create_material_from_textures", folder=path)
    assert "Rock_Roughness.png" in str(error)
    assert error.details["path"] == "folder"
    assert call("list_textures")["total"] == 0
    assert call("create_material_from_textures", paths=[f"{path}/Rock_Color.png"])["missing"] == [
        "metallic", "roughness", "normal",
    ]  # fmt: skip


@pytest.mark.apps("usd", "maya")
def test_what_a_host_cannot_join_is_not_supported_with_its_reason(call: Any) -> None:
    path = folder(call, "one", "one.png")
    (material,) = call("create_materials", items=[{"name": "Plain"}])["ids"]
    (texture,) = call("create_textures", items=[{"path": f"{path}/one.png"}])["ids"]
    item = {"material_id": material, "texture_id": texture}
    refused: dict[str, tuple[dict[str, Any], str]] = {
        "usd": ({"slot": "base_color", "channel": "green"}, "diffuseColor"),
        "maya": ({"slot": "normal", "flip_green": True}, "bump2d"),
    }
    wrong, word = refused[call.host.app]
    assert word in str(call.fails("not_supported", "set_texture_maps", items=[{**item, **wrong}]))
    assert call("get_materials", ids=[material], fields=["texture_maps"])["items"][0]["texture_maps"] == []


@pytest.mark.parametrize(
    ("wrong", "path"),
    [
        ({"slot": "roughness", "flip_green": True}, "items[0].flip_green"),
        ({"slot": "normal", "channel": "red"}, "items[0].channel"),
    ],
)
def test_what_means_nothing_is_refused(call: Any, wrong: dict[str, Any], path: str) -> None:
    (material,) = call("create_materials", items=[{"name": "Plain"}])["ids"]
    (texture,) = call("create_textures", items=[{"path": f"{folder(call, 'one', 'one.png')}/one.png"}])["ids"]
    item = {"material_id": material, "texture_id": texture, **wrong}
    assert call.fails("invalid_params", "set_texture_maps", items=[item]).details["path"] == path


# What a material is made of in Blender: types and sockets of all links, and which image each picture shows.
TREE = """
import bpy
tree = bpy.data.materials[{name!r}].node_tree
node = lambda n: n.bl_idname + (":" + n.image.filepath if n.bl_idname == "ShaderNodeTexImage" else "")
sorted([node(l.from_node), l.from_socket.identifier, node(l.to_node), l.to_socket.identifier] for l in tree.links)
"""


@pytest.mark.apps("blender")
def test_what_a_specification_says_is_what_blender_has(call: Any) -> None:
    names = ("x_diff.png", "x_arm.png", "x_nor_dx.png", "x_gloss.png", "x_disp.png", "x_emission.png", "x_alpha.png")
    path = folder(call, "x", *names)
    images = {name[2:-4]: f"{path}/{name}" for name in names}
    spec = materials.build_material_spec(images, "X")
    nodes = {node["id"]: node["type"] + (":" + node["image"] if "image" in node else "") for node in spec["nodes"]}
    ends = ("from_node", "from_socket", "to_node", "to_socket")
    wanted = sorted([nodes.get(link[end], link[end]) for end in ends] for link in spec["links"])
    if call.python("import bpy; bpy.app.version < (4, 0)"):
        wanted = sorted([part.replace("Emission Color", "Emission") for part in link] for link in wanted)
    call("create_material_from_textures", folder=path, name="Y", ambient_occlusion=True)
    assert call.python(TREE.format(name="Y")) == wanted
    made = call.python(f"from scenewire.materials import create_material_in_blender as c; c({images!r}, 'X')")
    assert made == "X"
    assert call.python(TREE.format(name="X")) == wanted
    assert materials.read_material_spec(call.client, "X")["links"] == spec["links"]
    code = "from scenewire.materials import create_material_in_blender as c; c({}, 'Z')"
    for wrong, word in (("{'color': 'no such'}", "no such"), ("{'cat': 'x_disk.png'}", "images_map")):
        with pytest.raises(SceneWireError, match=word):
            call.python(code.format(wrong))
    assert call.python("import bpy; [m.name for m in bpy.data.materials]") == ["X", "Y"]
