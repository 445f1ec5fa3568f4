"""What deformers do, as their pages in Autodesk's reference say."""

from __future__ import annotations

import pytest
from maya import cmds
from maya.api import OpenMaya, OpenMayaAnim


@pytest.fixture
def skin() -> str:
    """A cube that two joints bend, half by each."""
    cmds.joint(name="a", position=(0, 0, 0))
    cmds.joint(name="b", position=(0, 2, 0))
    cmds.polyCube(name="box")
    (made,) = cmds.skinCluster("a", "b", "box", name="skin")
    cmds.skinPercent(made, "box.vtx[0:7]", transformValue=[("a", 0.5), ("b", 0.5)])
    return str(made)


def held(name: str) -> OpenMayaAnim.MFnSkinCluster:
    return OpenMayaAnim.MFnSkinCluster(OpenMaya.MGlobal.getSelectionListByName(name).getDependNode(0))


def vertices(*numbers: int) -> tuple[OpenMaya.MDagPath, OpenMaya.MObject]:
    components = OpenMaya.MFnSingleIndexedComponent()
    made = components.create(OpenMaya.MFn.kMeshVertComponent)
    components.addElements(numbers)
    return OpenMaya.MGlobal.getSelectionListByName("boxShape").getDagPath(0), made


def test_weights_of_the_api_are_rows_of_its_own_count_of_influences(skin: str) -> None:
    """`MFnSkinCluster`: physical indices, those of `influenceObjects`."""
    cmds.joint("b", name="c")
    cmds.skinCluster(skin, edit=True, removeInfluence="a")
    cmds.skinCluster(skin, edit=True, addInfluence="c", weight=0)
    fn = held(skin)
    assert [path.partialPathName() for path in fn.influenceObjects()] == ["b", "c"]
    assert [fn.indexForInfluenceObject(path) for path in fn.influenceObjects()] == [1, 2]
    fn.setWeights(*vertices(2, 5), OpenMaya.MIntArray([0, 1]), OpenMaya.MDoubleArray([0.25, 0.5, 1, 0]), False)
    assert fn.getWeights(*vertices(5, 2)) == ([1, 0, 0.25, 0.5], 2)
    assert list(fn.getWeights(*vertices(2), 1)) == [0.5]
    assert cmds.getAttr(f"{skin}.weightList[2].weights[2]") == 0.5


def test_the_api_normalizes_unless_it_is_told_not_to(skin: str) -> None:
    """The argument `normalize` of `setWeights`."""
    fn = held(skin)
    before = fn.setWeights(*vertices(0), OpenMaya.MIntArray([0]), OpenMaya.MDoubleArray([0.2]), True, True)
    assert list(before) == [0.5]
    assert list(fn.getWeights(*vertices(0))[0]) == pytest.approx([0.2, 0.8])


def test_weights_count_as_parts_of_their_sum_after_the_fact(skin: str) -> None:
    """`normalizeWeights` "post": weights are normalized when the mesh is deformed, and kept as they are."""
    held(skin).setWeights(*vertices(0), OpenMaya.MIntArray([0, 1]), OpenMaya.MDoubleArray([0, 0.5]), False)
    cmds.setAttr("b.tx", 4)
    assert cmds.xform("box.vtx[0]", query=True, translation=True)[0] == pytest.approx(1.5)
    cmds.setAttr(f"{skin}.normalizeWeights", 2)
    assert cmds.xform("box.vtx[0]", query=True, translation=True)[0] == pytest.approx(3.5)
    assert cmds.getAttr(f"{skin}.weightList[0].weights[1]") == 0.5


def test_a_deformer_that_is_deleted_leaves_the_shape_as_it_was() -> None:
    """Deleting a deformer: the shape goes back to what it was before it, and other deformers stay."""
    cmds.polyCube(name="box", constructionHistory=False)
    before = cmds.getAttr("box.vtx[*]")
    cmds.polyCube(name="smile")
    cmds.move(0, 2, 0, "smile.vtx[0]", relative=True)
    (first,) = cmds.blendShape("smile", "box", weight=(0, 1))
    (second,) = cmds.blendShape("smile", "box", weight=(0, 1))
    cmds.delete(first)
    assert cmds.getAttr("box.vtx[0]") == [(-0.5, 1.5, 0.5)]
    cmds.delete(second)
    assert cmds.getAttr("box.vtx[*]") == before
    assert cmds.listRelatives("box", shapes=True) == ["boxShape"]


def test_what_keeps_a_target_can_be_written_and_taken_away() -> None:
    """The node `blendShape`: what Maya's own files write of a target; `targetVisibility`; `removeMultiInstance`."""
    cmds.polyCube(name="box")
    (node,) = cmds.blendShape("box")
    item = f"{node}.inputTarget[0].inputTargetGroup[3].inputTargetItem[6000]"
    cmds.setAttr(f"{node}.w[3]", 0.5)
    cmds.setAttr(f"{item}.inputPointsTarget", 2, (0, 1, 0, 1), (0, 2, 0, 1), type="pointArray")
    cmds.setAttr(f"{item}.inputComponentsTarget", 2, "vtx[0]", "vtx[6]", type="componentList")
    assert cmds.getAttr("box.vtx[0]") == [(-0.5, 0, 0.5)]
    assert cmds.getAttr("box.vtx[6]") == [(-0.5, 0.5, -0.5)]
    cmds.setAttr(f"{node}.targetVisibility[3]", False)
    assert cmds.getAttr("box.vtx[0]") == [(-0.5, -0.5, 0.5)]
    cmds.createNode("multiplyDivide", name="driver")
    cmds.connectAttr("driver.outputX", f"{node}.w[3]")
    with pytest.raises(RuntimeError, match="connect"):
        cmds.removeMultiInstance(f"{node}.w[3]")
    cmds.removeMultiInstance(f"{node}.w[3]", b=True)
    cmds.removeMultiInstance(f"{node}.inputTarget[0].inputTargetGroup[3]", b=True)
    assert cmds.getAttr(f"{node}.w", multiIndices=True) is None
    assert cmds.getAttr(f"{node}.inputTarget[0].inputTargetGroup", multiIndices=True) is None


def test_limits_hold_whatever_says_the_value() -> None:
    """`transformLimits`; `MPxTransform`: what is set, or comes in, is held by the limits."""
    cmds.joint(name="a")
    cmds.transformLimits("a", rotationZ=(-10, 30), enableRotationZ=(False, True))
    cmds.setAttr("a.rz", 80)
    assert cmds.getAttr("a.rz") == pytest.approx(30)
    cmds.setAttr("a.rotate", 0, 0, -80)
    assert cmds.getAttr("a.rz") == pytest.approx(-80)
    cmds.transformLimits("a", translationX=(-1, 2), enableTranslationX=(True, True))
    cmds.createNode("multiplyDivide", name="lead")
    cmds.connectAttr("lead.input1X", "a.tx")
    cmds.setAttr("lead.input1X", 9)
    assert cmds.xform("a", query=True, worldSpace=True, translation=True)[0] == 2
    cmds.transformLimits("a", remove=True)
    assert cmds.xform("a", query=True, worldSpace=True, translation=True)[0] == 9
    assert cmds.transformLimits("a", query=True, rotationZ=True) == pytest.approx([-45, 45])


def test_a_pose_takes_and_loses_members_and_gives_back_what_can_be() -> None:
    """`dagPose`: `addToPose`, `remove`, `reset` with the name of a pose, `restore`, `atPose`."""
    cmds.joint(name="a")
    cmds.joint(name="b", position=(0, 2, 0))
    cmds.dagPose("a", save=True, selection=True, name="held")
    assert cmds.dagPose("held", query=True, members=True) == ["a"]
    cmds.dagPose("b", addToPose=True, selection=True, name="held")
    cmds.setAttr("b.rotateZ", 40)
    cmds.setAttr("a.translateX", 3)
    assert cmds.dagPose("held", query=True, atPose=True) == ["a", "b"]
    cmds.dagPose("b", reset=True, name="held")
    cmds.dagPose("a", remove=True, name="held")
    cmds.setAttr("b.rotateZ", 0)
    cmds.dagPose("held", restore=True)
    assert (cmds.getAttr("a.translateX"), cmds.getAttr("b.rotateZ")) == (3, pytest.approx(40))
    assert cmds.dagPose("held", query=True, atPose=True) is None
    cmds.setAttr("b.translateY", 9)
    cmds.setAttr("b.translateY", lock=True)
    cmds.dagPose("held", restore=True)
    assert cmds.getAttr("b.translateY") == 9
