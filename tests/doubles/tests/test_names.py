"""Names, paths and what is unique. Expected values from "ls", "createNode", "rename" and "polyCube" of the reference."""

from __future__ import annotations

import maya.cmds as cmds
import pytest


def test_a_primitive_gives_its_transform_and_its_node() -> None:
    assert cmds.polyCube() == ["pCube1", "polyCube1"]
    assert cmds.polyCube() == ["pCube2", "polyCube2"]
    assert cmds.listRelatives("pCube1", shapes=True) == ["pCubeShape1"]


def test_names_are_unique_among_siblings_only() -> None:
    cmds.group(empty=True, name="a")
    cmds.group(empty=True, name="b")
    cmds.createNode("transform", name="leaf", parent="a")
    cmds.createNode("transform", name="leaf", parent="b")
    assert cmds.ls("leaf") == ["a|leaf", "b|leaf"]
    assert cmds.ls("leaf", long=True) == ["|a|leaf", "|b|leaf"]
    with pytest.raises(ValueError, match="More than one object matches name: leaf"):
        cmds.select("leaf")
    assert cmds.rename("|b|leaf", "other") == "other"
    assert cmds.ls("leaf") == ["leaf"]


def test_a_taken_name_gets_a_number() -> None:
    cmds.polyCube(name="box")
    assert cmds.polyCube(name="box")[0] == "box1"
    assert cmds.rename("box1", "box") == "box1"


def test_renaming_a_transform_renames_its_shape() -> None:
    cmds.sphere()
    assert cmds.rename("nurbsSphere1", "ball") == "ball"
    assert cmds.listRelatives("ball", shapes=True) == ["ballShape"]


def test_what_has_no_name_is_mayas_own_error() -> None:
    for call in (lambda: cmds.select("nobody"), lambda: cmds.getAttr("nobody.tx"), lambda: cmds.delete("nobody")):
        with pytest.raises(ValueError, match="No object matches name: nobody"):
            call()
    with pytest.raises(RuntimeError, match="setAttr: No object matches name: nobody.tx"):
        cmds.setAttr("nobody.tx", 1)


def test_a_uuid_finds_its_node_through_every_renaming() -> None:
    cmds.polyCube(name="box")
    (uuid,) = cmds.ls("box", uuid=True)
    cmds.rename("box", "crate")
    cmds.group("crate", name="g")
    assert cmds.ls(uuid, long=True) == ["|g|crate"]


def test_namespaces_hold_names() -> None:
    cmds.namespace(add="FOO")
    cmds.namespace(set="FOO")
    assert cmds.polyCube(name="box")[0] == "FOO:box"
    cmds.namespace(set=":")
    assert cmds.ls("box") == []
    assert cmds.ls("*:box") == ["FOO:box"]
    assert cmds.namespaceInfo(listOnlyNamespaces=True) == ["FOO", "UI", "shared"]
    with pytest.raises(RuntimeError, match="not empty"):
        cmds.namespace(removeNamespace="FOO")
    cmds.namespace(removeNamespace="FOO", mergeNamespaceWithRoot=True)
    assert cmds.ls("box") == ["box"]


def test_components_are_written_in_spans_and_singly() -> None:
    cmds.polyCube()
    assert cmds.ls("pCube1.vtx[*]") == ["pCube1.vtx[0:7]"]
    assert cmds.ls("pCube1.f[0:1]", flatten=True) == ["pCube1.f[0]", "pCube1.f[1]"]
    cmds.select("pCube1.vtx[0]", "pCube1.vtx[2:3]")
    assert cmds.ls(selection=True) == ["pCube1.vtx[0]", "pCube1.vtx[2:3]"]
