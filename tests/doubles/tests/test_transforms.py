"""Transforms: spaces, orders, pivots, parents. Expected values from the node `transform` and from `xform`."""

from __future__ import annotations

import itertools
import math

import maya.api.OpenMaya as om
import maya.cmds as cmds
import pytest
from maya_double import linear


def test_world_and_object_space_differ_by_the_parents() -> None:
    cmds.group(empty=True, name="g")
    cmds.setAttr("g.t", 1, 2, 3)
    cmds.setAttr("g.ry", 90)
    cmds.polyCube(name="box")
    cmds.parent("box", "g", relative=True)
    cmds.setAttr("box.tx", 5)
    assert cmds.xform("box", query=True, worldSpace=True, translation=True) == pytest.approx([1, 2, -2])
    assert cmds.xform("box", query=True, translation=True) == [5, 0, 0]
    cmds.xform("box", worldSpace=True, translation=(0, 0, 0))
    assert cmds.xform("box", query=True, worldSpace=True, translation=True) == pytest.approx([0, 0, 0], abs=1e-9)


def test_parenting_keeps_the_place_in_the_world_unless_relative() -> None:
    cmds.polyCube(name="box")
    cmds.move(5, 0, 0, "box")
    cmds.group(empty=True, name="g")
    cmds.xform("g", translation=(-5, 0, 0), rotation=(0, 30, 0), scale=(2, 2, 2))
    before = cmds.xform("box", query=True, worldSpace=True, matrix=True)
    cmds.parent("box", "g")
    assert cmds.xform("box", query=True, worldSpace=True, matrix=True) == pytest.approx(before)
    cmds.undo()
    cmds.parent("box", "g", relative=True)
    assert cmds.getAttr("box.tx") == 5


def test_another_rotate_order_can_keep_the_turn() -> None:
    cmds.group(empty=True, name="g")
    cmds.xform("g", rotation=(10, 20, 30))
    before = cmds.xform("g", query=True, matrix=True)
    cmds.xform("g", preserve=True, rotateOrder="yzx")
    assert cmds.xform("g", query=True, matrix=True) == pytest.approx(before)
    assert cmds.getAttr("g.ro") == 1


@pytest.mark.parametrize("order", range(6))
def test_angles_of_every_order_come_back(order: int) -> None:
    for angles in itertools.product((-170.0, -30.0, 0.0, 45.0), (-80.0, 0.0, 60.0), (-120.0, 15.0)):
        wanted = linear.rotation([math.radians(a) for a in angles], order)
        found = linear.rotation(linear.euler(wanted, order), order)
        assert found == pytest.approx(wanted, abs=1e-9)


def test_a_matrix_comes_back_through_the_attributes() -> None:
    cmds.group(empty=True, name="g")
    matrix = list(linear.product(linear.scaling((2, 3, -1)), linear.shearing((0.2, 0.1, 0.3)),
                                 linear.rotation((0.3, -0.8, 1.2)), linear.translation((4, 5, 6))))  # fmt: skip
    cmds.xform("g", matrix=matrix)
    assert cmds.xform("g", query=True, matrix=True) == pytest.approx(matrix)
    assert om.MSelectionList().add("g").getDagPath(0).inclusiveMatrix().isEquivalent(om.MMatrix(matrix), 1e-9)


def test_a_pivot_moves_and_the_object_stays() -> None:
    cmds.polyCube(name="box")
    cmds.xform("box", translation=(1, 0, 0), rotation=(0, 45, 0), scale=(2, 1, 1))
    before = cmds.xform("box", query=True, matrix=True)
    cmds.xform("box", worldSpace=True, pivots=(3, 1, 2))
    assert cmds.xform("box", query=True, matrix=True) == pytest.approx(before)
    assert cmds.xform("box", query=True, worldSpace=True, rotatePivot=True) == pytest.approx([3, 1, 2])


def test_a_joint_turns_by_its_orient_too() -> None:
    cmds.select(clear=True)
    cmds.joint(position=(0, 0, 0))
    cmds.setAttr("joint1.jointOrient", 0, 0, 90)
    cmds.joint(position=(1, 0, 0), relative=True)
    assert cmds.xform("joint2", query=True, worldSpace=True, translation=True) == pytest.approx([0, 1, 0])


def test_the_box_around_objects_is_of_the_world() -> None:
    cmds.polyCube(name="box", width=2)
    cmds.move(0, 0, 10)
    cmds.rotate(0, 90, 0, "box")
    assert cmds.exactWorldBoundingBox("box") == pytest.approx([-0.5, -0.5, 9, 0.5, 0.5, 11])


def test_a_frozen_transform_leaves_the_points_where_they_were() -> None:
    cmds.polyCube(name="box", constructionHistory=False)
    cmds.xform("box", translation=(1, 2, 3), rotation=(0, 30, 0), scale=(2, 2, 2))
    before = cmds.xform("box.vtx[*]", query=True, worldSpace=True, translation=True)
    cmds.makeIdentity("box", apply=True, translate=True, rotate=True, scale=True)
    assert cmds.getAttr("box.s") == [(1, 1, 1)]
    assert cmds.xform("box.vtx[*]", query=True, worldSpace=True, translation=True) == pytest.approx(before)
