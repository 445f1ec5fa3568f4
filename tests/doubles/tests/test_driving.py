"""What says attributes: keys, mutes and expressions, and what is left when it goes. Expected values from the reference
of the commands.
"""

from __future__ import annotations

import maya.cmds as cmds
import pytest
from maya_double import faults


@pytest.fixture(autouse=True)
def boxes() -> None:
    cmds.createNode("transform", name="box")
    cmds.createNode("transform", name="crank")


def test_a_key_without_a_value_is_what_the_attribute_is() -> None:
    cmds.setAttr("box.ty", 7)
    cmds.setKeyframe("box.ty", time=3)
    assert cmds.keyframe("box.ty", query=True, valueChange=True) == [7]


@pytest.mark.parametrize("kind", ["animCurve", "mute", "expression"])
def test_a_number_stays_when_what_says_it_is_deleted(kind: str) -> None:
    if kind == "expression":
        cmds.expression(string="box.tx = 5;")
    else:
        cmds.setKeyframe("box.tx", time=1, value=5)
    if kind == "mute":
        cmds.mute("box.tx")
        cmds.setKeyframe("box.tx", time=1, value=9)
    cmds.delete(cmds.ls(type=kind))
    assert cmds.getAttr("box.tx") == 5


def test_nothing_comes_between_a_locked_attribute_and_what_says_it() -> None:
    cmds.setKeyframe("box.tx", time=1, value=5)
    cmds.setAttr("box.tx", lock=True)
    cmds.setAttr("box.ty", lock=True)
    with faults.as_maya():
        for call in (lambda: cmds.mute("box.tx"), lambda: cmds.expression(string="box.ty = 1;")):
            with pytest.raises(RuntimeError, match="locked"):
                call()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("box.ty = crank.tx > 1 ? 10 : 20;", 10),
        ("box.ty = (crank.tx > 5 ? 10 : 20) * 2;", 40),
        ("box.ty = crank.tx > 5 ? 1 : crank.tx > 2 ? 2 : 3;", 2),
        ("box.ty = min(crank.tx < 1 ? 9 : 8, (crank.tx > 1 ? 7 : 6));", 7),
        ("float $a = crank.tx;\nbox.ty = $a > 1 ? ($a > 2 ? 4 : 5) : 6;", 4),
    ],
)
def test_alternatives_stand_within_each_other(text: str, value: float) -> None:
    cmds.setAttr("crank.tx", 3)
    cmds.expression(string=text)
    assert cmds.getAttr("box.ty") == value
