"""Rigged models from files that Blender itself has written: joints and skins come, and the artist's own rig, which is
active and may be posed, is left alone by importers that change modes."""

from __future__ import annotations

from typing import Any

import pytest

from .files import cannot_import

#: How Blender itself writes a rig of two joints and what hangs on it; `None` where it does not.
WRITERS = {
    "gltf": "bpy.ops.export_scene.gltf(filepath=path, export_format='GLB', use_selection=True)",
    "fbx": "bpy.ops.export_scene.fbx(filepath=path, use_selection=True, add_leaf_bones=False)",
    "usd": "bpy.ops.wm.usd_export(filepath=path, selected_objects_only=True, export_armatures=True)",
}
SUFFIX = {"gltf": ".glb", "fbx": ".fbx", "usd": ".usdc"}
#: The file, and nothing of it in the scene afterwards.
WRITE = """
import bpy
path = {path!r}
a = bpy.data.armatures.new("Bones"); rig = bpy.data.objects.new("Crane", a)
bpy.context.scene.collection.objects.link(rig)
bpy.context.view_layer.objects.active = rig
bpy.ops.object.mode_set(mode="EDIT")
low, high = a.edit_bones.new("Low"), a.edit_bones.new("High")
low.head, low.tail, high.head, high.tail = (0, 0, 0), (0, 0, 2), (0, 0, 2), (0, 0, 4)
high.parent, high.use_connect = low, True
bpy.ops.object.mode_set(mode="OBJECT")
m = bpy.data.meshes.new("Skin")
m.from_pydata([(x, y, z) for z in (0, 2, 4) for x, y in ((0, 0), (1, 0), (0, 1))], [],
              [(0, 1, 4, 3), (1, 2, 5, 4), (2, 0, 3, 5), (3, 4, 7, 6), (4, 5, 8, 7), (5, 3, 6, 8)])
skin = bpy.data.objects.new("Skin", m); bpy.context.scene.collection.objects.link(skin)
skin.vertex_groups.new(name="Low").add(range(6), 1, "REPLACE")
skin.vertex_groups.new(name="High").add(range(6, 9), 1, "REPLACE")
skin.modifiers.new("Rig", "ARMATURE").object = rig
skin.parent = rig
bpy.context.view_layer.update()
for o in bpy.context.scene.objects:
    o.select_set(o in (rig, skin))
done = {write} == {{"FINISHED"}}
bpy.data.batch_remove([rig, skin, m, a])
done
"""
#: What the artist has and where he is.
ARTIST = """
import bpy
bpy.context.view_layer.update()
active = bpy.context.view_layer.objects.active
[active.name, active.mode, bpy.context.mode,
 [b.name for b in active.data.bones], [b.name for b in active.data.edit_bones],
 sorted(o.name for o in bpy.context.scene.objects if o.select_get()), [s.name for s in bpy.data.scenes],
 [w.scene.name for w in bpy.context.window_manager.windows]]
"""
#: The rig that came: joints with those above them, and how far the top of its mesh goes when the upper joint turns.
CAME = """
import bpy
from mathutils import Quaternion
rig = next(o for o in bpy.data.objects if o.type == "ARMATURE" and o.name != "Mine")
skin = next(o for o in bpy.data.objects if o.type == "MESH" and any(m.type == "ARMATURE" for m in o.modifiers))
def top():
    bpy.context.view_layer.update()
    seen = skin.evaluated_get(bpy.context.evaluated_depsgraph_get())
    return [seen.matrix_world @ v.co for v in seen.data.vertices]
before = top()
bone = rig.pose.bones["High"]
bone.rotation_mode = "QUATERNION"
bone.rotation_quaternion = Quaternion((0, 0, 1), 3.14159265) @ Quaternion((1, 0, 0), 1.57)
after = top()
moved = [(a - b).length > 0.5 for a, b in zip(before, after)]
[[[b.name, b.parent.name if b.parent else None] for b in rig.data.bones], max(p.z for p in before), sum(moved),
 len(moved), sorted(g.name for g in skin.vertex_groups)]
"""


@pytest.fixture
def mine(call: Any) -> Any:
    """A rig of the artist's, active."""
    call("create_rigs", items=[{"name": "Mine"}])
    call("create_joints", items=[{"name": "Spine", "rig_id": "Mine"}])
    call.python("import bpy; bpy.context.view_layer.objects.active = bpy.data.objects['Mine']")
    call("select", ids=["Mine"])
    return call


@pytest.mark.parametrize("mode", ["OBJECT", "POSE"])
@pytest.mark.parametrize("name", WRITERS)
def test_a_rigged_file_comes_with_joints_and_skin(mine: Any, name: str, mode: str) -> None:
    if reason := cannot_import(mine, name):
        pytest.skip(reason)
    if name == "usd" and not mine.python(f"import bpy; 'export_armatures' in {OPERATOR}"):
        pytest.skip("`wm.usd_export` of this Blender writes no rigs: it has no option `export_armatures`")
    path = mine.host.inside(mine.host.home / f"crane{SUFFIX[name]}")
    assert mine.python(WRITE.format(path=path, write=WRITERS[name])) is True
    mine.python(
        "import bpy\nbpy.context.view_layer.objects.active = bpy.data.objects['Mine']\n"
        f"bpy.data.objects['Mine'].select_set(True)\nbpy.ops.object.mode_set(mode={mode!r})"
    )
    before = mine.python(ARTIST)
    assert before[1] == mode
    (made,) = mine("import_geometry", items=[{"path": path}])["items"]
    assert mine.python(ARTIST) == before, "the artist is somewhere else, or his rig is another one"
    bones, top, moved, count, groups = mine.python(CAME)
    assert bones == [["Low", None], ["High", "Low"]]
    assert top == pytest.approx(4, abs=0.01)
    # Of flat faces glTF has the corners, each as a vertex.
    assert (3 * moved, count) == (count, 18 if name == "gltf" else 9), "the upper third follows the upper joint"
    assert groups == ["High", "Low"]
    assert len(made["mesh_ids"]) == 1
    joints = mine("list_joints", parent_id=next(one for one in made["ids"] if one not in made["mesh_ids"]))["items"]
    assert sorted(one["name"] for one in joints) == ["High", "Low"]


#: The settings of the operator that writes USD.
OPERATOR = "bpy.ops.wm.usd_export.get_rna_type().properties.keys()"
