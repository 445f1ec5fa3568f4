"""Specifications of materials need no host: names of files of the large libraries, and what is made of them."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scenewire.errors import InvalidParamsError
from scenewire.materials import _build_spec_from_keys, build_material_spec, create_material_in_blender
from scenewire.materials.spec import spec_of_maps

#: Names of files as the libraries have them: what is said, by which channel, turned or not.
NAMES: dict[str, dict[str, str]] = {
    "Poly Haven": {
        "brick_wall_001_diff_2k.jpg": "base_color color srgb",
        "brick_wall_001_diffuse_1k.png": "base_color color srgb",
        "leather_red_02_coll1_4k.jpg": "base_color color srgb",
        "brick_wall_001_nor_gl_2k.exr": "normal color data",
        "brick_wall_001_nor_dx_2k.png": "normal color data flipped",
        "brick_wall_001_arm_2k.jpg": "metallic blue data, roughness green data, ambient_occlusion red data",
        "brick_wall_001_rough_2k.exr": "roughness color data",
        "rusty_metal_02_metal_8k.png": "metallic color data",
        "brick_wall_001_disp_2k.png": "height color data",
        "brick_wall_001_ao_2k.jpg": "ambient_occlusion color data",
        "leafy_grass_opacity_1k.png": "opacity color data",
    },
    "Texture Haven": {
        "brown_mud_Diff_2k.png": "base_color color srgb",
        "brown_mud_Nor_2k.png": "normal color data",
        "brown_mud_Disp_2k.png": "height color data",
    },
    "ambientCG": {
        "Bricks001_2K_Color.jpg": "base_color color srgb",
        "Bricks001_4K-PNG_NormalGL.png": "normal color data",
        "Bricks001_2K-JPG_NormalDX.jpg": "normal color data flipped",
        "Metal009_2K_Metalness.jpg": "metallic color data",
        "Lava004_1K_Emission.jpg": "emissive color srgb",
        "Bricks01_col.jpg": "base_color color srgb",
        "Bricks01_rgh.jpg": "roughness color data",
    },
    "Quixel": {
        "vcskdhf_4K_Albedo.jpg": "base_color color srgb",
        "vcskdhf_4K_Displacement.exr": "height color data",
        "vcskdhf_4K_Gloss.jpg": "roughness color data inverted",
        "T_vcskdhf_4K_ORM.png": "metallic blue data, roughness green data, ambient_occlusion red data",
        "T_vcskdhf_4K_ORDp.png": "roughness green data, height blue data, ambient_occlusion red data",
        "T_vcskdhf_4K_N.png": "normal color data",
    },
    "Poliigon": {
        "BricksFlemish001_COL_VAR1_4K_METALNESS.png": "base_color color srgb",
        "BricksFlemish001_NRM16_4K_METALNESS.tif": "normal color data",
        "BricksFlemish001_METALNESS_4K_METALNESS.png": "metallic color data",
        "BricksFlemish001_DISP16_4K_METALNESS.tif": "height color data",
    },
    "Substance": {
        "lamp_Base_Color.png": "base_color color srgb",
        "lamp_Normal_OpenGL.png": "normal color data",
        "lamp_Normal_DirectX.png": "normal color data flipped",
        "lamp_OcclusionRoughnessMetallic.png":
            "metallic blue data, roughness green data, ambient_occlusion red data",
        "lamp_BaseColor_ACEScg.exr": "base_color color linear",
        "lamp_Roughness_Utility - Raw.png": "roughness color data",
        "lamp_BaseColor.1001.png": "base_color color srgb tiles",
    },
    "games": {
        "T_Rock_MRAO.tga": "metallic red data, roughness green data, ambient_occlusion blue data",
        "T_Rock_RMA.tga": "metallic green data, roughness red data, ambient_occlusion blue data",
        "crate_MaskMap.png": "metallic red data, roughness alpha data inverted, ambient_occlusion green data",
        "crate_MetallicSmoothness.png": "metallic red data, roughness alpha data inverted",
        "crate_AlbedoTransparency.png": "base_color color srgb, opacity alpha srgb",
        "crate_metallicRoughness.png": "metallic blue data, roughness green data",
    },
    "FreePBR": {
        "rustediron2_basecolor.png": "base_color color srgb",
        "mortar_normal-ogl.png": "normal color data",
        "mortar_normal-dx.png": "normal color data flipped",
    },
}  # fmt: skip


def line(one: dict[str, Any]) -> str:
    words = [one["slot"], one["channel"], one["color_space"]]
    words += [word for word, field in (("inverted", "invert"), ("flipped", "flip_green")) if one[field]]
    return " ".join(words + ["tiles"] * bool(one.get("tiles")))


@pytest.mark.parametrize("library", NAMES)
def test_names_of_files_say_what_they_are(library: str) -> None:
    found = {}
    for name in NAMES[library]:
        # A key that says nothing leaves it to the file.
        spec = build_material_spec({"file": f"/textures/{name}"})
        found[name] = ", ".join(line(one) for one in spec["maps"])
    assert found == NAMES[library]


def test_a_specification_has_nodes_and_links_of_a_principled_bsdf() -> None:
    spec = build_material_spec({"color": "col.png", "roughness": "r.png", "normal": "n.png"}, material_name="mat1")
    assert spec["name"] == "mat1"
    assert json.loads(json.dumps(spec)) == spec
    images = {node["id"]: node["image"] for node in spec["nodes"] if node["type"] == "ShaderNodeTexImage"}
    assert images == {"base_color_texture": "col.png", "roughness_texture": "r.png", "normal_texture": "n.png"}
    ends = {(link["from_node"], link["to_node"], link["to_socket"]) for link in spec["links"]}
    assert ends >= {
        ("principled", "output", "Surface"),
        ("base_color_texture", "principled", "Base Color"),
        ("roughness_texture", "principled", "Roughness"),
        ("normal_texture", "normal_map", "Color"),
        ("normal_map", "principled", "Normal"),
    }
    assert spec["missing"] == ["metallic"]
    assert ["OpenGL" in remark["reason"] for remark in spec["doubtful"]] == [True]


def test_keys_become_slots() -> None:
    assert _build_spec_from_keys(["color", "roughness", "metallic", "normal", "displacement"]) == {
        "base_color": "color",
        "roughness": "roughness",
        "metallic": "metallic",
        "normal": "normal",
        "displacement": "displacement",
    }
    assert _build_spec_from_keys(("Diffuse", "nor_gl", "arm", "blend")) == {
        "base_color": "Diffuse",
        "normal": "nor_gl",
        "roughness": "arm.g",
        "metallic": "arm.b",
        "ambient_occlusion": "arm.r",
    }
    assert build_material_spec(["rough"]) == {"roughness": "rough"}
    assert _build_spec_from_keys([]) == {}


def test_two_for_one_slot_and_what_is_not_sure_are_told() -> None:
    spec = build_material_spec({"diffuse": "a.png", "albedo": "b.png", "rough": "wall_rough_sRGB.png", "cat": "c.png"})
    assert [one["image"] for one in spec["maps"]] == ["a.png", "wall_rough_sRGB.png"]
    assert spec["maps"][1]["color_space"] == "data"
    assert {remark["path"]: remark["reason"] for remark in spec["left_out"]}["b.png"].startswith("`a.png` says")
    assert {remark["path"] for remark in spec["left_out"]} == {"b.png", "c.png"}
    doubts = {remark["path"]: remark["reason"] for remark in spec["doubtful"]}
    assert "b.png" in doubts["a.png"]
    assert "`srgb`" in doubts["wall_rough_sRGB.png"]


def test_tiles_are_one_image() -> None:
    files = {str(number): f"/t/lamp_Roughness.{number}.png" for number in (1002, 1001)}
    (one,) = build_material_spec(files)["maps"]
    assert (one["image"], one["tiles"]) == ("/t/lamp_Roughness.<UDIM>.png", [1001, 1002])


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({}, "images_map"),
        ({"cat": "dog.png"}, "images_map"),
        ({"color": 7}, "images_map"),
        ({"color": " "}, "images_map"),
        ({3: "a.png"}, "images_map"),
        ("color", "images_map"),
        (None, "images_map"),
    ],
)
def test_what_is_no_map_of_images_is_refused(given: Any, path: str) -> None:
    with pytest.raises(InvalidParamsError) as caught:
        build_material_spec(given)
    assert caught.value.details["path"] == path
    assert caught.value.details["expected"]


def test_a_word_that_is_nearly_right_is_told() -> None:
    with pytest.raises(InvalidParamsError) as caught:
        build_material_spec({"roughnes": "a.png"})
    assert "`roughness`" in str(caught.value.suggestions)
    with pytest.raises(InvalidParamsError, match="material_name"):
        build_material_spec({"color": "a.png"}, "")


SLOTS = ("base_color", "metallic", "roughness", "normal", "height", "opacity", "emissive", "ambient_occlusion")


def some(slot: str) -> st.SearchStrategy[Any]:
    return st.none() | st.fixed_dictionaries(
        {
            "slot": st.just(slot),
            "image": st.sampled_from(["a.png", "b.exr", "c.<UDIM>.png"]),
            "channel": st.sampled_from(["color"] if slot == "normal" else ["color", "red", "green", "blue", "alpha"]),
            "color_space": st.just("data"),
            "invert": st.booleans(),
            "flip_green": st.booleans() if slot == "normal" else st.just(False),
        }
    )


@settings(max_examples=200, deadline=None, database=None, derandomize=True)
@given(st.tuples(*map(some, SLOTS)), st.randoms(use_true_random=False))
def test_maps_in_any_order_make_one_connected_graph(chosen: Any, random: Any) -> None:
    maps = [one for one in chosen if one is not None]
    shuffled = random.sample(maps, len(maps))
    spec = spec_of_maps(shuffled, "Any")
    assert spec["maps"] == maps
    assert spec_of_maps(spec["maps"], "Any") == spec
    ids = [node["id"] for node in spec["nodes"]]
    assert len(ids) == len(set(ids))
    fed = [(link["to_node"], link["to_socket"]) for link in spec["links"]]
    assert len(fed) == len(set(fed)), "an input has one source"
    assert {link[end] for link in spec["links"] for end in ("from_node", "to_node")} == set(ids)
    # Whatever stands there leads to the output.
    reached = {"output"}
    while more := {link["from_node"] for link in spec["links"] if link["to_node"] in reached} - reached:
        reached |= more
    assert reached == set(ids)


def test_without_blender_nothing_is_made_and_nothing_of_it_imported() -> None:
    assert create_material_in_blender({"color": "a.png"}, "A") is None
    code = "import sys, scenewire.materials as m; m.build_material_spec({'color': 'a'}); sys.exit('bpy' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
