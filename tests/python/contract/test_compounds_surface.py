"""What `create_material_from_textures` makes, as `bpy` sees it: links, colour spaces, and what is rendered."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest

from .compounds import Scene, picture

Color = tuple[int, int, int]

# What the numbers of a material's surface come from: a trail of nodes and sockets back to a picture.
TRAILS = """
import bpy
def trail(socket):
    if not socket.is_linked:
        return []
    link = socket.links[0]
    node = link.from_node
    found = [node.bl_idname.replace("ShaderNode", "") + "." + link.from_socket.name]
    if node.type == "TEX_IMAGE":
        return found + [node.image.name, node.image.colorspace_settings.name]
    for inner in node.inputs:
        if inner.enabled and inner.is_linked and inner.name != "Strength":
            found += trail(inner)
    return found
tree = bpy.data.materials[{name!r}].node_tree
shader = next(n for n in tree.nodes if n.type == "BSDF_PRINCIPLED")
{{s.name: trail(s) for s in shader.inputs if s.is_linked}}
"""


def png(color: Color, size: int = 4, other: Color | None = None, height: int | None = None) -> bytes:
    """A picture of one colour, or of fields of two; square unless a height is given."""
    lines = [bytes(color) + bytes(other or color), bytes(other or color) + bytes(color)]
    rows = b"".join(b"\0" + lines[at % 2] * (size // 2) for at in range(height or size))

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", size, height or size, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def folder(call: Any, name: str, **pictures: Color) -> str:
    """A folder of pictures, as the host has it."""
    path: Path = call.host.home / name
    path.mkdir(exist_ok=True)
    for file, color in pictures.items():
        (path / f"{file}.png").write_bytes(png(color))
    return str(call.host.inside(path))


def trails(call: Any, name: str) -> dict[str, list[str]]:
    """From where each input of a material's shader comes."""
    return dict(call.python(TRAILS.format(name=name)))


def rock(call: Any) -> dict[str, Any]:
    """A folder as a library of materials has it, and a ball."""
    call("create_primitives", items=[{"name": "Ball", "kind": "sphere", "segments": 48, "rings": 24}])
    path = folder(
        call,
        "rock",
        Rock_Albedo_1k=(200, 60, 20),
        Rock_ORM_1k=(255, 51, 204),
        Rock_NormalDX_1k=(128, 128, 255),
        Rock_Height_1k=(128, 128, 128),
    )
    tiles = call.host.home / "rock" / "Rock_Albedo_1k.png"
    tiles.write_bytes(png((200, 60, 20), 16, (90, 80, 75)))
    return {"folder": path, "assign_to": ["Ball"]}


SCENES: dict[str, Scene] = {"create_material_from_textures": rock}


def test_a_folder_becomes_a_surface(call: Any) -> None:
    made = call("create_material_from_textures", **rock(call))
    assert [made["name"], made["doubtful"], made["left_out"]] == ["rock", [], []]
    seen = trails(call, "rock")
    # Blender's name for numbers that are no colours, and what 3.4 calls a separated channel.
    orm = ["TexImage.Color", "Rock_ORM_1k.png", "Non-Color"]
    assert seen["Base Color"] == ["TexImage.Color", "Rock_Albedo_1k.png", "sRGB"]
    assert seen["Roughness"] == ["SeparateColor.Green", *orm]
    assert seen["Metallic"] == ["SeparateColor.Blue", *orm]
    normal = seen["Normal"]
    assert normal[0] == "Bump.Normal"
    assert {"NormalMap.Normal", "CombineColor.Color", "SeparateColor.Green", "Math.Value"} <= set(normal)
    assert {"Rock_NormalDX_1k.png", "Rock_Height_1k.png"} <= set(normal)
    assert "sRGB" not in normal
    code = "import bpy; [[s.material.name for s in bpy.data.objects['Ball'].material_slots],"
    code += " sum(n.type == 'TEX_IMAGE' for n in bpy.data.materials['rock'].node_tree.nodes)]"
    assert call.python(code) == [["rock"], 4], "one node for a packed picture"
    call("create_lights", items=[{"name": "Sun", "kind": "sun", "intensity": 3, "rotation": {"euler": [50, 10, 20]}}])
    call.python("import bpy; [setattr(p, 'use_smooth', True) for p in bpy.data.objects['Ball'].data.polygons]")
    camera = {"name": "Shot", "position": [0, -6, 1.6], "rotation": {"euler": [75, 0, 0]}, "active": True}
    call("create_cameras", items=[camera])
    picture(call, "create_material_from_textures", engine="cycles", samples=16 if os.environ.get("UPDATE") else 1)


# Colours of a plain at which a camera looks straight down, without light but what it gives off.
BAKE = """
import bpy
tree = bpy.data.materials[{name!r}].node_tree
shader = next(n for n in tree.nodes if n.type == "BSDF_PRINCIPLED")
out = next(n for n in tree.nodes if n.type == "OUTPUT_MATERIAL")
glow = tree.nodes.new("ShaderNodeEmission")
tree.links.new(shader.inputs[{socket!r}].links[0].from_socket, glow.inputs["Color"])
tree.links.new(glow.outputs[0], out.inputs["Surface"])
scene = bpy.context.scene
scene.view_settings.view_transform = "Raw"
scene.render.engine, scene.cycles.samples, scene.cycles.use_denoising = "CYCLES", 1, False
scene.render.resolution_x = scene.render.resolution_y = 8
scene.render.resolution_percentage = 100
scene.render.image_settings.file_format = "PNG"
scene.render.filepath = {path!r}
bpy.ops.render.render(write_still=True)
image = bpy.data.images.load({path!r})
image.colorspace_settings.name = "Non-Color"
pixel = 4 * (8 * 4 + 4)
found = list(image.pixels[pixel:pixel + 3])
bpy.data.images.remove(image)
found
"""


def seen(call: Any, socket: str) -> float:
    """What a renderer makes of the number that goes into an input, on the plain `Floor`."""
    name = call.python("import bpy; bpy.data.objects['Floor'].material_slots[0].material.name")
    path = call.host.inside(call.host.home / "pixel.png")
    return float(call.python(BAKE.format(name=name, socket=socket, path=path))[0])


@pytest.mark.headless("Cycles renders the same with a window")
def test_what_is_rendered_is_what_the_maps_say(call: Any) -> None:
    call("create_primitives", items=[{"name": "Floor", "kind": "plane", "size": 4}])
    call("create_cameras", items=[{"name": "Eye", "position": [0, 0, 3], "active": True}])
    gloss = folder(call, "gloss", Tile_Gloss=(51, 51, 51), Tile_Albedo=(255, 255, 255), Tile_AO=(128, 128, 128))
    call("create_material_from_textures", folder=gloss, assign_to=["Floor"], ambient_occlusion=True)
    assert seen(call, "Roughness") == pytest.approx(0.8, abs=0.01), "0.2 of gloss, as a number and no colour"
    packed = folder(call, "packed", Tile_ORM=(255, 102, 204))
    call("assign_materials", items=[{"mesh_id": "Floor", "material_id": None}])
    call.python("import bpy; bpy.data.objects['Floor'].data.materials.clear()")
    made = call("create_material_from_textures", folder=packed, assign_to=["Floor"], ambient_occlusion=True)
    assert seen(call, "Roughness") == pytest.approx(0.4, abs=0.01)
    assert sorted(one["slot"] for one in made["maps"]) == ["ambient_occlusion", "metallic", "roughness"]


def test_occlusion_darkens_the_colour_when_that_is_wanted(call: Any) -> None:
    path = folder(call, "dark", Tile_Albedo=(255, 255, 255), Tile_AO=(128, 128, 128), Tile_Opacity=(255, 255, 255))
    made = call("create_material_from_textures", folder=path, name="Plain")
    assert "renderers" in made["left_out"][0]["reason"]
    assert trails(call, "Plain")["Base Color"][0] == "TexImage.Color"
    assert call("get_materials", ids=[made["material_id"]])["items"][0]["alpha_mode"] == "blend"
    call("create_material_from_textures", folder=path, name="Dark", ambient_occlusion=True)
    mixed = trails(call, "Dark")["Base Color"]
    assert mixed[0] == "Mix.Result"
    assert all(file in str(mixed) for file in ("Tile_Albedo.png", "Tile_AO.png"))


def test_a_set_of_several_sizes_and_of_several_materials(call: Any) -> None:
    colors = {name: (9, 9, 9) for name in ("Wood_Color_1K", "Wood_Color_2K", "Wood_rougness", "Brick_normal")}
    path = folder(call, "mixed", **colors)
    error = call.fails("invalid_params", "create_material_from_textures", folder=path)
    assert error.details["path"] == "folder"
    assert 'prefix: "wood"' in str(error.suggestions)
    made = call("create_material_from_textures", folder=path, prefix="Wood")
    assert [one["path"].rpartition("/")[2] for one in made["maps"]] == ["Wood_Color_2K.png"]
    assert "`roughness`" in str(made["left_out"])
    brick = f"{path}/Brick_normal.png"
    made = call("create_material_from_textures", paths=[brick])
    assert "OpenGL" in made["doubtful"][0]["reason"]
    assert made["maps"][0]["flipped"] is False
    made = call("create_material_from_textures", paths=[brick], normal_format="directx")
    assert [made["maps"][0]["flipped"], made["doubtful"]] == [True, []]


def test_folders_that_are_none_are_told(call: Any) -> None:
    path = folder(call, "cats", cat=(1, 2, 3), albdo=(1, 2, 3))
    error = call.fails("invalid_params", "create_material_from_textures", folder=path)
    assert "albedo" in str(error.suggestions)
    assert call.fails("file_not_found", "create_material_from_textures", folder=f"{path}/none").details["path"]
    call.fails("permission_denied", "create_material_from_textures", folder="/etc")
    for arguments in ({}, {"folder": path, "paths": [f"{path}/cat.png"]}, {"folder": f"{path}/cat.png"}):
        call.fails("invalid_params", "create_material_from_textures", **arguments)
    left = "import bpy; [[i.name for i in bpy.data.images if i.type != 'RENDER_RESULT'], len(bpy.data.materials)]"
    assert call.python(left) == [[], 0]


def test_maps_are_set_anew_and_the_artists_nodes_stay(call: Any) -> None:
    call("create_materials", items=[{"name": "Brass"}, {"name": "Own"}])
    call(
        "create_textures",
        items=[{"name": "Canvas", "width": 4, "height": 4}, {"name": "Other", "width": 4, "height": 4}],
    )
    item = {"material_id": "Brass", "slot": "roughness", "texture_id": "Canvas", "channel": "green", "invert": True}
    call("set_texture_maps", items=[item])
    assert trails(call, "Brass")["Roughness"][:2] == ["Math.Value", "SeparateColor.Green"]
    again = {**item, "texture_id": "Other", "channel": "color", "invert": False}
    call("set_texture_maps", items=[again])
    assert trails(call, "Brass")["Roughness"][:2] == ["TexImage.Color", "Other"]
    nodes = "import bpy; sorted(n.bl_idname for n in bpy.data.materials[{!r}].node_tree.nodes)"
    left = ["ShaderNodeBsdfPrincipled", "ShaderNodeOutputMaterial", "ShaderNodeTexImage"]
    assert call.python(nodes.format("Brass")) == left, "nothing stays that feeds nothing"
    noise = "import bpy; t = bpy.data.materials['Own'].node_tree; n = t.nodes.new('ShaderNodeTexNoise')\n"
    noise += "t.links.new(n.outputs[0], next(n for n in t.nodes if n.type == 'BSDF_PRINCIPLED').inputs['Roughness'])"
    call("execute_python", code=noise)
    call.fails("not_supported", "set_texture_maps", items=[{**item, "material_id": "Own"}])
    assert trails(call, "Own")["Roughness"][0].startswith("TexNoise")
    error = call.fails("invalid_params", "set_texture_maps", items=[{**item, "flip_green": True}])
    assert error.details["path"] == "items[0].flip_green"
