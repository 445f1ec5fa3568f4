"""Materials from texture maps: said as nodes and links without any host, then made in one, and read back.

    spec = build_material_spec({"diffuse": "/textures/brick_diff_2k.jpg", "arm": "/textures/brick_arm_2k.jpg"}, "Brick")
    material = create_material(client, spec)              # in any host: Blender, OpenUSD, Maya
    assert read_material_spec(client, material)["maps"] == spec["maps"]

The names are those of the service architecture of blender-mcp, whose scripts go on working.
"""

from __future__ import annotations

from scenewire.materials.blender_create import create_material_in_blender
from scenewire.materials.hosts import create_material, read_material_spec
from scenewire.materials.spec import _build_spec_from_keys, build_material_spec

__all__ = [
    "_build_spec_from_keys",
    "build_material_spec",
    "create_material",
    "create_material_in_blender",
    "read_material_spec",
]
