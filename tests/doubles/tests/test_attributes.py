"""Attributes: values, units, locks, limits, connections. Expected values from the reference of the commands."""

from __future__ import annotations

import maya.api.OpenMaya as om
import maya.cmds as cmds
import pytest


def test_values_have_the_forms_of_the_reference() -> None:
    cmds.sphere(name="loxTank")
    assert cmds.getAttr("loxTank.translate", type=True) == "double3"
    assert cmds.getAttr("loxTank.translate") == [(0.0, 0.0, 0.0)]
    assert cmds.getAttr("loxTank.matrix") == [
        1.0,
        0.0,
        0.0,
        0.0,
        0.0,
        1.0,
        0.0,
        0.0,
        0.0,
        0.0,
        1.0,
        0.0,
        0.0,
        0.0,
        0.0,
        1.0,
    ]
    cmds.setAttr("loxTank.rotate", 0, 45, 90, type="double3")
    assert cmds.getAttr("loxTank.ry") == pytest.approx(45)


def test_lengths_and_angles_are_in_the_units_of_the_surface() -> None:
    cmds.polyCube()
    cmds.setAttr("pCube1.tx", 100)
    cmds.setAttr("pCube1.rx", 180)
    cmds.currentUnit(linear="m", angle="rad")
    assert cmds.getAttr("pCube1.tx") == 1.0
    assert cmds.getAttr("pCube1.rx") == pytest.approx(3.14159265)
    plug = om.MSelectionList().add("pCube1.tx").getPlug(0)
    assert plug.asDouble() == 100.0


def test_a_locked_attribute_cannot_be_set() -> None:
    cmds.polyCube()
    cmds.setAttr("pCube1.translate", lock=True)
    text = r"setAttr: The attribute 'pCube1.translateX' is locked or connected and cannot be modified\."
    with pytest.raises(RuntimeError, match=text):
        cmds.setAttr("pCube1.tx", 1)
    assert cmds.getAttr("pCube1.tx", settable=True) is False


def test_a_connected_attribute_cannot_be_set_and_follows() -> None:
    cmds.polyCube()
    cmds.polyCube()
    cmds.connectAttr("pCube1.tx", "pCube2.ty")
    cmds.setAttr("pCube1.tx", 4)
    assert cmds.getAttr("pCube2.ty") == 4
    assert cmds.listConnections("pCube2.ty", plugs=True, source=True, destination=False) == ["pCube1.translateX"]
    with pytest.raises(RuntimeError, match="locked or connected"):
        cmds.setAttr("pCube2.ty", 1)
    with pytest.raises(RuntimeError, match="already has an incoming connection from 'pCube1.translateX'"):
        cmds.connectAttr("pCube1.tz", "pCube2.ty")
    cmds.disconnectAttr("pCube1.tx", "pCube2.ty")
    assert cmds.getAttr("pCube2.ty") == 4


def test_a_limit_holds_unless_the_value_is_clamped() -> None:
    cmds.shadingNode("anisotropic", asShader=True)
    with pytest.raises(RuntimeError, match="below its minimum value of 0.01"):
        cmds.setAttr("anisotropic1.roughness", 0.0099978)
    cmds.setAttr("anisotropic1.roughness", 0.0099978, clamp=True)
    assert cmds.getAttr("anisotropic1.roughness") == 0.01


def test_attributes_of_all_sorts_can_be_added_and_deleted() -> None:
    cmds.group(empty=True, name="n")
    cmds.addAttr("n", longName="mass", defaultValue=1.0, minValue=0.001, maxValue=10000)
    cmds.addAttr("n", longName="mode", attributeType="enum", enumName="a:b:c=7", keyable=True)
    cmds.addAttr("n", longName="note", dataType="string")
    cmds.addAttr("n", longName="dir", attributeType="double3")
    for axis in "XYZ":
        cmds.addAttr("n", longName=f"dir{axis}", attributeType="double", parent="dir")
    assert cmds.listAttr("n", userDefined=True) == ["mass", "mode", "note", "dir", "dirX", "dirY", "dirZ"]
    assert cmds.attributeQuery("mode", node="n", listEnum=True) == ["a:b:c=7"]
    assert cmds.attributeQuery("mass", node="n", range=True) == [0.001, 10000.0]
    cmds.setAttr("n.note", "hello", type="string")
    cmds.setAttr("n.dir", 1, 2, 3, type="double3")
    assert (cmds.getAttr("n.note"), cmds.getAttr("n.dir")) == ("hello", [(1.0, 2.0, 3.0)])
    cmds.setAttr("n.mode", 7)
    assert cmds.getAttr("n.mode", asString=True) == "c"
    cmds.deleteAttr("n.dir")
    assert cmds.listAttr("n", userDefined=True) == ["mass", "mode", "note"]


def test_a_string_needs_its_type_said() -> None:
    cmds.shadingNode("file", asTexture=True)
    with pytest.raises(RuntimeError, match="-type flag must be used"):
        cmds.setAttr("file1.fileTextureName", "a.png")
    cmds.setAttr("file1.ftn", "a.png", type="string")
    assert cmds.getAttr("file1.fileTextureName") == "a.png"


def test_an_angle_and_a_number_are_connected_through_a_conversion() -> None:
    cmds.polyCube()
    cmds.polyCube()
    cmds.connectAttr("pCube1.rx", "pCube2.sx")
    assert cmds.listConnections("pCube2.sx", source=True, destination=False) == ["unitConversion1"]
    assert cmds.listConnections("pCube2.sx", skipConversionNodes=True) == ["pCube1"]
    cmds.setAttr("pCube1.rx", 90)
    assert cmds.getAttr("pCube2.sx") == pytest.approx(90)
