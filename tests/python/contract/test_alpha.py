"""What `alpha_mode: mask` shows, by Blender's own mask before 4.2 and by nodes since."""

from __future__ import annotations

import json
import struct
from typing import Any

import pytest

from .pictures import alike, file, pixels
from .sample_things import picture


@pytest.fixture
def board(call: Any) -> str:
    """A bright board before the camera, of a material that cuts."""
    call("create_primitives", items=[{"kind": "plane", "name": "Board", "position": [0, 2, 0], "size": 9,
                                      "rotation": {"euler": [90, 0, 0]}}])  # fmt: skip
    call("create_cameras", items=[{"name": "Shot", "rotation": {"euler": [90, 0, 0]}, "active": True}])
    item = {"name": "Leaf", "emissive": [0, 1, 0, 1], "emissive_intensity": 1, "alpha_mode": "mask"}
    (made,) = call("create_materials", items=[item])["ids"]
    call("assign_materials", items=[{"material_id": made, "mesh_id": "Board"}])
    return str(made)


def seen(call: Any) -> bytes:
    made = call("render", engine="cycles", samples=1, width=16, height=16, timeout=300)
    return pixels(bytes(made["image"]))[2]


def test_alpha_is_all_or_nothing(call: Any, board: str) -> None:
    if call.python("import bpy; bpy.app.version < (4, 2)"):
        pytest.skip("before 4.2 the mask is EEVEE's own, which Cycles does not draw")
    whole = seen(call)
    call("update_materials", items=[{"ids": [board], "opacity": 0.75, "alpha_cutoff": 0.5}])
    assert alike(seen(call), whole)
    call("update_materials", items=[{"ids": [board], "opacity": 0.25}])
    nothing = seen(call)
    assert not alike(nothing, whole)
    call("update_materials", items=[{"ids": [board], "alpha_cutoff": 0.125}])
    assert alike(seen(call), whole)
    call("update_materials", items=[{"ids": [board], "alpha_mode": "blend"}])
    between = seen(call)
    assert not alike(between, whole)
    assert call("get_materials", ids=[board])["items"][0]["opacity"] == 0.25, "the value went along"
    assert (
        call.python("import bpy; [n.type for n in bpy.data.materials['Leaf'].node_tree.nodes if n.type == 'MATH']")
        == []
    )
    call("update_materials", items=[{"ids": [board], "alpha_mode": "mask"}])
    assert alike(seen(call), nothing), "and back"


def test_a_texture_is_cut_too_and_stays_with_other_modes(call: Any, board: str) -> None:
    path = file(call, "leaf.png", picture(4, 2))
    (texture,) = call("create_textures", items=[{"name": "Holes", "path": path}])["ids"]
    for patch in ({"textures": {"opacity": texture}}, {"alpha_mode": "blend"}, {"alpha_mode": "mask"}):
        (told,) = call("update_materials", items=[{"ids": [board], **patch}])["items"]
        assert told["textures"] == {"opacity": texture}, patch
        assert "opacity" not in told
    (told,) = call("update_materials", items=[{"ids": [board], "textures": {"opacity": None}}])["items"]
    assert (told["textures"], told["alpha_mode"]) == ({}, "mask")


def test_the_exporter_of_gltf_knows_the_cut(call: Any, board: str) -> None:
    if call.python("import importlib.util; importlib.util.find_spec('numpy') is None"):
        pytest.skip("the exporter of this Blender needs NumPy")
    (texture,) = call("create_textures", items=[{"name": "Leaf", "path": file(call, "a.png", picture(4, 2))}])["ids"]
    both = {"textures": {"base_color": texture, "opacity": texture}}
    call("update_materials", items=[{"ids": [board], **both, "alpha_cutoff": 0.25}])
    path = call.host.home / "leaf.glb"
    call.python(f"import bpy; bpy.ops.export_scene.gltf(filepath={call.host.inside(path)!r})")
    data = path.read_bytes()
    (length,) = struct.unpack("<I", data[12:16])
    (material,) = json.loads(data[20 : 20 + length])["materials"]
    assert (material["alphaMode"], material["alphaCutoff"]) == ("MASK", 0.25)
    assert "baseColorTexture" in material["pbrMetallicRoughness"]


def test_only_a_mask_is_cut_off(call: Any) -> None:
    (made,) = call("create_materials", items=[{"name": "Wall"}])["ids"]
    (told,) = call("update_materials", items=[{"ids": [made], "alpha_cutoff": 0.5}])["items"]
    assert (told["alpha_mode"], told["alpha_cutoff"]) == ("opaque", 0.5)
    if call.python("import bpy; bpy.app.version >= (4, 2)"):
        error = call.fails("invalid_params", "update_materials", items=[{"ids": [made], "alpha_cutoff": 0.25}])
        assert "mask" in error.suggestions[0]
    patch = {"alpha_mode": "mask", "alpha_cutoff": 0.25}
    (told,) = call("update_materials", items=[{"ids": [made], **patch}])["items"]
    assert {name: told[name] for name in patch} == patch
