"""Polygons, the API, animation, rigs and files. Expected values from the reference of the commands and nodes."""

from __future__ import annotations

from pathlib import Path

import maya.api.OpenMaya as om
import maya.cmds as cmds
import pytest
from maya_double import plugins


@pytest.mark.parametrize(
    ("command", "vertices", "edges", "faces"),
    [
        ("polyCube", 8, 12, 6),
        ("polySphere", 382, 780, 400),
        ("polyCylinder", 42, 100, 60),
        ("polyCone", 21, 40, 21),
        ("polyPlane", 121, 220, 100),
        ("polyTorus", 400, 800, 400),
    ],
)
def test_primitives_have_mayas_counts(command: str, vertices: int, edges: int, faces: int) -> None:
    (shape, _) = getattr(cmds, command)()
    assert cmds.polyEvaluate(shape, vertex=True, edge=True, face=True) == {
        "vertex": vertices,
        "edge": edges,
        "face": faces,
    }


def test_history_is_live_until_it_is_deleted() -> None:
    cmds.polyCube()
    cmds.setAttr("polyCube1.width", 4)
    assert cmds.exactWorldBoundingBox("pCube1")[3] == 2
    cmds.polyExtrudeFacet("pCube1.f[1]", localTranslateZ=1)
    assert cmds.polyEvaluate("pCube1", face=True) == 10
    cmds.delete("pCube1", constructionHistory=True)
    assert cmds.listHistory("pCube1") == ["pCubeShape1"]
    assert cmds.ls(type="polyCube") == []
    assert cmds.polyEvaluate("pCube1", face=True) == 10


def test_a_mesh_of_arrays_comes_back() -> None:
    made = om.MFnMesh().create([(0, 0, 0), (1, 0, 0), (1, 1, 0), (0, 1, 0)], [4], [0, 1, 2, 3])
    path = om.MDagPath.getAPathTo(made).extendToShape()
    mesh = om.MFnMesh(path)
    mesh.setUVs([0, 1, 1, 0], [0, 0, 1, 1])
    mesh.assignUVs([4], [0, 1, 2, 3])
    assert [list(part) for part in mesh.getVertices()] == [[4], [0, 1, 2, 3]]
    assert [list(part) for part in mesh.getUVs()] == [[0, 1, 1, 0], [0, 0, 1, 1]]
    assert list(mesh.getPolygonNormal(0)) == [0, 0, 1]
    # What the API makes has no material until somebody assigns one.
    assert cmds.listSets(object=path.fullPathName()) is None


def test_faces_move_from_one_shading_group_to_another() -> None:
    cmds.polyCube()
    cmds.shadingNode("lambert", asShader=True, name="red")
    cmds.sets(renderable=True, noSurfaceShader=True, empty=True, name="redSG")
    cmds.connectAttr("red.outColor", "redSG.surfaceShader")
    cmds.sets("pCube1.f[0:1]", edit=True, forceElement="redSG")
    assert cmds.sets("redSG", query=True) == ["pCube1.f[0:1]"]
    assert cmds.sets("initialShadingGroup", query=True) == ["pCube1.f[2:5]"]
    mesh = om.MFnMesh(om.MSelectionList().add("pCubeShape1").getDagPath(0))
    assert len(set(mesh.getConnectedShaders(0)[1])) == 2


def test_linear_keys_are_straight_and_infinity_goes_on() -> None:
    cmds.polyCube()
    for time, value in ((1, 0), (11, 10)):
        cmds.setKeyframe("pCube1.tx", time=time, value=value, inTangentType="linear", outTangentType="linear")
    assert cmds.getAttr("pCube1.tx", time=6) == pytest.approx(5)
    # One unit each frame is 45 degrees.
    assert cmds.keyTangent("pCube1.tx", query=True, outAngle=True, index=(0, 0)) == pytest.approx([45])
    cmds.setInfinity("pCube1.tx", postInfinite="linear")
    assert cmds.getAttr("pCube1.tx", time=21) == pytest.approx(20)
    assert cmds.keyframe("pCube1", attribute="tx", query=True, timeChange=True) == [1, 11]


def test_a_layer_adds_to_what_is_below_by_its_weight() -> None:
    cmds.polyCube()
    cmds.setAttr("pCube1.tx", 2)
    cmds.animLayer("L", attribute="pCube1.tx")
    cmds.setKeyframe("pCube1.tx", animLayer="L", time=1, value=12)
    cmds.currentTime(1)
    assert cmds.getAttr("pCube1.tx") == pytest.approx(12)
    cmds.animLayer("L", edit=True, weight=0.5)
    assert cmds.getAttr("pCube1.tx") == pytest.approx(7)
    cmds.animLayer("L", edit=True, mute=True)
    assert cmds.getAttr("pCube1.tx") == pytest.approx(2)


def test_a_skin_follows_its_joint_by_the_weights() -> None:
    cmds.select(clear=True)
    cmds.joint(name="a", position=(0, 0, 0))
    cmds.joint(name="b", position=(0, 2, 0))
    cmds.polyCube(name="box")
    cmds.skinCluster("a", "b", "box", toSelectedBones=True, name="skin")
    cmds.skinPercent("skin", "box.vtx[0:7]", transformValue=[("a", 0.5), ("b", 0.5)])
    before = cmds.xform("box.vtx[0]", query=True, worldSpace=True, translation=True)
    cmds.setAttr("b.tx", 4)
    after = cmds.xform("box.vtx[0]", query=True, worldSpace=True, translation=True)
    assert [x - y for x, y in zip(after, before)] == pytest.approx([2, 0, 0])
    cmds.skinCluster("box", edit=True, unbind=True)
    assert cmds.xform("box.vtx[0]", query=True, worldSpace=True, translation=True) == pytest.approx(before)


def test_a_blend_shape_outlives_its_target() -> None:
    cmds.polyCube(name="base")
    cmds.polyCube(name="smile")
    cmds.move(0, 2, 0, "smile.vtx[0]", relative=True)
    (node,) = cmds.blendShape("smile", "base")
    assert cmds.listAttr(f"{node}.w", multi=True) == ["smile"]
    cmds.delete("smile")
    cmds.setAttr(f"{node}.smile", 0.5)
    assert cmds.getAttr("base.vtx[0]") == [(-0.5, 0.5, 0.5)]


def test_a_parent_constraint_keeps_its_offset() -> None:
    cmds.group(empty=True, name="lead")
    cmds.polyCube(name="box")
    cmds.move(5, 0, 0, "lead")
    assert cmds.parentConstraint("lead", "box", maintainOffset=True) == ["box_parentConstraint1"]
    assert cmds.getAttr("box.t") == [pytest.approx((0, 0, 0))]
    cmds.setAttr("lead.ry", 90)
    assert cmds.getAttr("box.t") == [pytest.approx((5, 0, 5))]
    cmds.delete("lead")
    assert not cmds.objExists("box_parentConstraint1")


def test_a_constraint_without_effect_leaves_the_rest() -> None:
    """ "HasNoEffect" of `nodeState`: Node behaviour, Autodesk's reference."""
    cmds.group(empty=True, name="lead")
    cmds.move(5, 0, 0, "lead")
    cmds.group(empty=True, name="box")
    cmds.move(1, 2, 3, "box")
    (made,) = cmds.pointConstraint("lead", "box")
    assert cmds.getAttr("box.t") == [pytest.approx((5, 0, 0))]
    cmds.setAttr(f"{made}.nodeState", 1)
    assert cmds.getAttr("box.t") == [pytest.approx((1, 2, 3))]


def test_an_aim_without_up_goes_the_short_way() -> None:
    """`worldUpType` "none": no twist about the aim vector is reckoned."""
    cmds.group(empty=True, name="lead")
    cmds.move(5, 0, 0, "lead")
    cmds.group(empty=True, name="box")
    cmds.setAttr("box.rotateZ", 90)
    cmds.aimConstraint("lead", "box", aimVector=(0, 0, -1), upVector=(0, 1, 0), worldUpType="none")
    whole = cmds.xform("box", query=True, worldSpace=True, matrix=True)
    assert [-number for number in whole[8:11]] == pytest.approx([1, 0, 0])
    # About Y from -Z to X; what pointed to -X so points to -Z.
    assert whole[4:7] == pytest.approx([0, 0, -1])


def test_an_ik_handle_gets_another_start() -> None:
    """`ikHandle -edit -startJoint`: "the start joint of the handle's joint chain"."""
    joints = [cmds.joint(position=(n, n % 2, 0)) for n in range(3)]
    handle, _ = cmds.ikHandle(startJoint=joints[0], endEffector=joints[2])
    cmds.ikHandle(handle, edit=True, startJoint=joints[1])
    assert cmds.ikHandle(handle, query=True, startJoint=True) == joints[1]
    cmds.group(empty=True, name="aside")
    with pytest.raises(RuntimeError, match="above"):
        cmds.ikHandle(handle, edit=True, startJoint="aside")


def test_a_saved_scene_comes_back_with_its_uuids(tmp_path: Path) -> None:
    cmds.polyCube(name="box")
    cmds.setKeyframe("box.tx", time=1, value=3)
    cmds.addAttr("box", longName="note", dataType="string")
    cmds.setAttr("box.note", "kept", type="string")
    uuid, listed = cmds.ls("box", uuid=True), cmds.ls()
    cmds.file(rename=(tmp_path / "scene").as_posix())
    cmds.file(save=True, type="mayaAscii")
    assert cmds.file(query=True, modified=True) is False
    cmds.file(new=True, force=True)
    cmds.file((tmp_path / "scene.ma").as_posix(), open=True)
    assert (cmds.ls("box", uuid=True), sorted(cmds.ls())) == (uuid, sorted(listed))
    assert (cmds.getAttr("box.note"), cmds.getAttr("box.tx", time=1)) == ("kept", 3)


def test_unsaved_changes_are_not_thrown_away() -> None:
    cmds.polyCube()
    with pytest.raises(RuntimeError, match="Unsaved changes"):
        cmds.file(new=True)


def test_referenced_nodes_are_read_only(tmp_path: Path) -> None:
    cmds.polyCube(name="box")
    cmds.file(rename=(tmp_path / "asset").as_posix())
    cmds.file(save=True, type="mayaAscii")
    cmds.file(new=True, force=True)
    cmds.file((tmp_path / "asset.ma").as_posix(), reference=True, namespace="ref")
    assert cmds.referenceQuery("ref:box", isNodeReferenced=True) is True
    for call in (lambda: cmds.delete("ref:box"), lambda: cmds.rename("ref:box", "mine")):
        with pytest.raises(RuntimeError, match=r"read.only"):
            call()
    cmds.setAttr("ref:box.tx", 3)
    assert cmds.getAttr("ref:box.tx") == 3


def test_a_plug_in_brings_its_types_and_a_file_its_plug_in(tmp_path: Path) -> None:
    cmds.loadPlugin("mtoa")
    cmds.shadingNode("aiSkyDomeLight", asLight=True, name="sky")
    assert cmds.getAttr("skyShape.format", asString=True) == "latlong"
    assert "locator" in cmds.nodeType("skyShape", inherited=True)
    with pytest.raises(RuntimeError, match="in use"):
        cmds.unloadPlugin("mtoa")
    cmds.file(rename=(tmp_path / "arnold").as_posix())
    file = cmds.file(save=True, type="mayaAscii")
    cmds.file(new=True, force=True)
    cmds.unloadPlugin("mtoa")
    cmds.file(file, open=True, force=True)
    assert cmds.pluginInfo("mtoa", query=True, loaded=True)
    assert cmds.nodeType("skyShape") == "aiSkyDomeLight"
    cmds.file(new=True, force=True)
    cmds.unloadPlugin("mtoa")


def test_nodes_of_a_plug_in_that_is_not_there_stay_in_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugins, "KNOWN", plugins.KNOWN - {"mtoa"})
    cmds.shadingNode("pointLight", asLight=True, name="sky")
    cmds.file(rename=(tmp_path / "arnold").as_posix())
    file = Path(cmds.file(save=True, type="mayaAscii"))
    file.write_text(file.read_text().replace("pointLight", "aiSkyDomeLight"))
    cmds.file(file.as_posix(), open=True, force=True)
    assert cmds.nodeType("skyShape") == "unknownDag"
    cmds.file(rename=(tmp_path / "arnold.mb").as_posix())
    with pytest.raises(RuntimeError, match="unknown nodes"):
        cmds.file(save=True, type="mayaBinary")
    cmds.file(rename=file.as_posix())
    cmds.file(save=True, type="mayaAscii")
    assert "aiSkyDomeLight" in file.read_text()


def test_faces_and_edges_between_vertices_that_are_there() -> None:
    om.MFnMesh().create([(0, 0, 0), (1, 0, 0), (1, 1, 0), (0, 1, 0), (2, 0, 0)], [4], [0, 1, 2, 3])
    cmds.select("polySurface1")
    cmds.polyAppendVertex(vertex=[1, 4, 2], constructionHistory=False)
    assert cmds.polyEvaluate("polySurface1", face=True, edge=True) == {"face": 2, "edge": 6}
    cmds.polyConnectComponents("polySurface1.vtx[0]", "polySurface1.vtx[2]", constructionHistory=False)
    assert cmds.polyInfo("polySurface1.f[*]", faceToVertex=True)[0].split(":")[1].split() == ["0", "2", "3"]
    assert cmds.polyEvaluate("polySurface1", face=True, edge=True) == {"face": 3, "edge": 7}
    cmds.polyDelEdge("polySurface1.e[6]", constructionHistory=False)
    assert cmds.polyEvaluate("polySurface1", face=True, edge=True) == {"face": 2, "edge": 6}
    with pytest.raises(RuntimeError):
        cmds.polyAppendVertex(vertex=[0, 1], constructionHistory=False)


def test_history_stays_where_there_is_some_and_sets_follow_faces() -> None:
    """ "If the object already has construction history then this flag is ignored." """
    cmds.polyCube()
    cmds.sets(renderable=True, noSurfaceShader=True, empty=True, name="redSG")
    cmds.sets("pCube1.f[5]", edit=True, forceElement="redSG")
    cmds.polyDelFacet("pCube1.f[0]", constructionHistory=False)
    assert cmds.ls(type="polyDelFacet") == ["polyDelFacet1"]
    assert cmds.sets("redSG", query=True) == ["pCube1.f[4]"]
    cmds.undo()
    assert cmds.sets("redSG", query=True) == ["pCube1.f[5]"]


def test_an_extrusion_has_a_consistent_thickness_and_borders_inside() -> None:
    cmds.polyCube(width=2, height=2, depth=2, constructionHistory=False)
    cmds.polyExtrudeFacet("pCube1.f[*]", thickness=0.5, constructionHistory=False)
    assert cmds.exactWorldBoundingBox("pCube1") == [-1.5, -1.5, -1.5, 1.5, 1.5, 1.5]
    cmds.polyPlane(width=2, height=2, subdivisionsX=2, subdivisionsY=1, constructionHistory=False)
    cmds.polyExtrudeFacet("pPlane1.f[*]", offset=0.25, constructionHistory=False)
    found = cmds.xform("pPlane1.vtx[*]", query=True, objectSpace=True, translation=True)
    assert [0.75, 0, 0.75] in [[round(abs(n), 6) for n in found[at : at + 3]] for at in range(0, len(found), 3)]
