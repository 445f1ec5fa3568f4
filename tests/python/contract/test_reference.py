"""Calls in the reference system's own words: its shapes and units in, its results out, and the scene as they say."""

from __future__ import annotations

import math
from typing import Any

import pytest

from .arm import limb
from .keyframes import CURVE, curve, ids, points

#: How many edges of the mesh have which crease, wherever this Blender keeps it.
CREASES = """
import bpy, bmesh
b = bmesh.new()
b.from_mesh(bpy.data.objects['Block'].data)
old = getattr(b.edges.layers, 'crease', None)
layer = old.verify() if old else b.edges.layers.float['crease_edge']
sorted(round(e[layer], 4) for e in b.edges)
"""
PLACE = "import bpy\nbpy.context.view_layer.update()\n"


pytestmark = pytest.mark.headless("what is said otherwise is said in Rust, the same for every host")


def block(call: Any) -> str:
    """A cube of 2."""
    return str(call("create_primitives", items=[{"kind": "cube", "name": "Block", "size": 2}])["ids"][0])


def test_clips_and_keyframes(call: Any) -> None:
    made = curve(call, [0, 10, 20], [0, 4, 0])
    rate, channel = call("get_scene", fields=["fps"])["fps"], made["channel_id"]
    key = {"name": "Key", "time": 30 / rate, "value": [6]}
    told = call("insertKeyframes", channelId=channel, keyframes=[key])
    assert told["success"] is True
    assert told["keyframeIds"] == ids(call)[-1:]
    assert "`name`" in told["notes"][0]
    assert points(call)[-1] == [30, 6]
    scale = {"operation": "scale", "timeParams": {"scale": 2}, "valueParams": {"scale": [3]}}
    assert call("transformKeyframes", channelId=channel, keyframeIds=ids(call), **scale) == {"success": True}
    assert points(call) == [[0, 0], [20, 12], [40, 0], [60, 18]]
    curves = [{"curveId": channel, "mode": "linear"}]
    assert call("batchCurveSetInterpolation", items=curves) == {"success": True}
    assert call.python(f"{CURVE}c.evaluate(10)") == pytest.approx(6)
    (clip,) = call("listClips")["items"]
    told = call("splitClip", clipId=clip["id"], splitTime=20 / rate)
    assert set(told) == {"success", "newClipId"}
    assert sorted(item["id"] for item in call("listClips")["items"]) == sorted([clip["id"], told["newClipId"]])
    assert call.python("import bpy\nlen(bpy.data.actions)") == 2
    error = call.fails("invalid_params", "splitClip", clipId=clip["id"], splitTime="soon")
    assert error.details["path"] == "splitTime"
    assert str(error).startswith("splitClip: `splitTime`")
    error = call.fails("invalid_params", "insertKeyframes", channelId=channel, keyframes=[{**key, "value": [1, 2]}])
    assert error.details["path"] == "keyframes[0].value"


def test_meshes(call: Any) -> None:
    mesh = block(call)
    call("createSubdivisionSurfaces", items=[{"name": "S", "baseMeshId": mesh}])
    edges = [item["id"] for item in call("listEdges", parentId=mesh)["items"]]
    assert call("setEdgeCreases", items=[{"edgeId": edges[0], "creaseWeight": 2.5}]) == {"success": True}
    assert call.python(CREASES)[-2:] == [0, 0.5]
    vertices = call("listVertexs", parentId=mesh, limit=1, offset=2)
    assert (len(vertices["items"]), vertices["totalCount"]) == (1, 8)
    third = call("list_vertices", parent_id=mesh)["items"][2]
    assert vertices["items"][0]["id"] == third["id"]
    assert vertices["items"][0]["meshId"] == mesh
    assert call("transformVertices", items=[{"vertexId": third["id"], "offset": [0, 0, 1]}]) == {"success": True}
    moved = call.python("import bpy\nlist(bpy.data.objects['Block'].data.vertices[2].co)")
    assert moved == pytest.approx([a + b for a, b in zip(third["position"], [0, 0, 1])])
    faces = [item["id"] for item in call("listFaces", parentId=mesh)["items"]]
    extrusion = {"faceIds": faces[:1], "distance": 1}
    wrong = {**extrusion, "customDirection": [0, 0, 1]}
    assert call.fails("invalid_params", "extrudeFaces", items=[wrong]).details["path"] == "items[0].customDirection"
    told = call("extrudeFaces", items=[{**wrong, "direction": "custom"}])
    (entry,) = told["results"]
    assert entry["faceIds"] == faces[:1]
    assert entry["newFaceIds"]
    assert set(entry) == {"faceIds", "newFaceIds", "newEdgeIds"}
    assert call.python("import bpy\nlen(bpy.data.objects['Block'].data.polygons)") == 10
    told = call("triangulate", items=[{"meshId": mesh, "preserveBoundaries": True}])
    assert told["results"][0]["meshId"] == mesh
    assert "removedFaceIds" in told["notes"][0]
    assert call.python("import bpy\n{len(p.vertices) for p in bpy.data.objects['Block'].data.polygons} == {3}")
    call("create_primitives", items=[{"kind": "cube", "name": "Other", "position": [5, 0, 0]}])
    told = call("combineMeshes", meshIds=["Block", "Other"], name="Both", worldSpace=True)
    assert told["success"] is True
    assert call("getMeshs", ids=[told["combinedMeshId"]])["items"][0]["name"] == "Both"
    error = call.fails("not_supported", "createUVMaps", items=[{"name": "U", "meshId": "Both", "coordinates": []}])
    assert error.details["path"] == "items[0].coordinates"
    assert "transformUVs" in str(error)


def test_curves_and_rigs(call: Any) -> None:
    spots = [{"position": [index, 0, 0], "weight": 1} for index in range(4)]
    (rail,) = call("createCurves", items=[{"name": "Rail", "degree": 3, "controlPoints": spots}])["ids"]
    point = {"curveId": rail, "controlPointIndex": 1, "position": [1, 2, 3], "weight": 2}
    assert call("editCurveControlPoints", items=[point]) == {"success": True}
    assert call.python("import bpy\nlist(bpy.data.objects['Rail'].data.splines[0].points[1].co)") == [1, 2, 3, 2]
    arm = limb(call)
    limits = {"name": "L", "jointId": "Lower", "rotationLimits": {"x": [-45, 90]}, "translationLimits": {}}
    (made,) = call("createJointLimitss", items=[{**limits, "scaleLimits": {}}])["ids"]
    code = "import bpy\nc = bpy.data.objects['Figure'].pose.bones['Lower'].constraints[0]\n[c.min_x, c.max_x]"
    assert call.python(code) == pytest.approx([math.radians(-45), math.radians(90)])
    (read,) = call("getJointLimitss", ids=[made])["items"]
    assert read["rotationLimits"]["x"] == pytest.approx([-45, 90])
    assert read["jointId"]
    batch = [
        {"operation": "updateJointLimitss", "arguments": {"items": [{"ids": [made], "rotationLimits": {"x": [0, 30]}}]}}
    ]
    assert call("batch", operations=batch)["results"][0]["result"] == {"success": True}
    assert call.python(code) == pytest.approx([0, math.radians(30)])
    selection = [{"rigId": "Figure", "boneIds": ["Upper", "Hand"]}]
    assert call("batchRigSelectBones", selectionSets=selection) == {"success": True}
    call("deleteJointLimitss", ids=[made])
    made = call("createIKFKSwitch", jointIds=arm["joint_ids"], rigId="Figure", switchName="Arm", poleVectorDistance=0.5)
    assert made["success"] is True
    assert len(made["fkControlIds"]) == 3
    assert made["poleVectorId"]
    assert made["switchControlId"]
    made = call("createControlsForJoints", jointIds=["Chest"], rigId="Figure", controlSize=0.2)
    assert len(made["controlIds"]) == len(made["controlGroups"]) == 1


def test_nodes(call: Any) -> None:
    top, low = call("create_nodes", items=[{"name": "Top"}, {"name": "Low", "parent_id": "Top"}])["ids"]
    hidden = "import bpy\n[bpy.data.objects[n].hide_render for n in ('Top', 'Low')]"
    assert call("setVisibility", id=top, visible=False, recursive=True) == {"success": True}
    call("undo")
    assert call.python(hidden) == [False, False]
    assert call("setVisibility", id=top, visible=False, recursive=True) == {"success": True}
    assert call.python(hidden) == [True, True]
    assert call("getChildren", id=top, typeFilter=["Empty"]) == {"success": True, "childIds": [low]}
    assert call("rename", id=low, name="Deep") == {"success": True}
    assert call.python("import bpy\n'Deep' in bpy.data.objects") is True
    told = call("duplicate", id=top, newName="Twin")
    assert call("get_nodes", ids=[told["newId"]])["items"][0]["name"] == "Twin"
    move = {"id": low, "positionOffset": [0, 0, 2], "space": "local"}
    assert call("batchTransform", items=[move]) == {"success": True}
    assert call.python("import bpy\nbpy.data.objects['Deep'].location.z") == pytest.approx(2)
    assert call("setMetadata", id=low, metadata={"my_key": 1}) == {"success": True}
    assert call("getMetadata", id=low) == {"success": True, "metadata": {"my_key": 1}}
    assert call("getProperty", id=low, propertyPath="position.z") == {"success": True, "value": pytest.approx(2)}
    call("setVisibility", id=top, visible=True, recursive=True)
    call("select", ids=[low])
    assert call("getSelection") == {"success": True, "selectedIds": [low]}
    assert call("clearSelection") == {"success": True}
    assert call("get_selection")["ids"] == []
    assert "domain" in str(call.fails("not_supported", "getSelection", domain="rig"))
    light = call("createLight", type="sun", direction=[1, 0, 0], intensity=3)
    shines = f"{PLACE}from mathutils import Vector\nlist([o for o in bpy.data.objects if o.type == 'LIGHT'][0]" + (
        ".matrix_world.to_3x3() @ Vector((0, 0, -1)))"
    )
    assert light["id"]
    assert call.python(shines) == pytest.approx([1, 0, 0], abs=1e-6)
    # Our own names are as they were, however their fields are spelled.
    assert set(call("rename", items=[{"id": low, "name": "Low"}])) == {"items"}
    assert set(call("set_visibility", items=[{"id": top, "visible": True}])) == {"items"}
    assert set(call("query", type="light")) == {"ids", "total"}


def test_what_cannot_be_kept_is_told_and_the_rest_stays(call: Any) -> None:
    mesh = block(call)
    face = call("list_faces", parent_id=mesh)["items"][0]["id"]
    items = [{"faceIds": ["nobody"], "distance": 1}, {"faceIds": [face], "distance": 1}]
    told = call("extrudeFaces", items=items, on_error="continue")
    assert told["success"] is False
    assert told["error"]
    assert told["errors"][0]["index"] == 0
    assert [entry["faceIds"] for entry in told["results"]] == [[face]]
    error = call.fails("not_found", "setVisibility", id="nobody", visible=True)
    assert "nobody" in str(error)
    assert call.python("import bpy\nlen(bpy.data.objects['Block'].data.polygons)") == 10
