"""Undo takes back everything, and knows nothing of the API's changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import maya.api.OpenMaya as om
import maya.cmds as cmds
import pytest
from maya_double.scene import scene


def picture() -> Any:
    """The whole scene as something that can be compared."""
    nodes = {
        node.uuid: (
            node.kind, dict(node.facts), dict(node.values), {k: v for k, v in node.marks.items()}, sorted(node.added),
            dict(node.aliases), {k: (s.node.uuid, s.attr, s.index) for k, s in node.inputs.items()},
            [p and p.uuid for p in node.parents], [c.uuid for c in node.ordered_children()],
        )
        for node in scene.ordered()
    }  # fmt: skip
    settings = {name: held for name, held in scene.settings.items() if name != "modified"}
    return nodes, settings, dict(scene.namespaces), [root.uuid for root in scene.ordered_roots()]


def some_scene() -> None:
    """Something of everything."""
    cmds.polyCube(name="box")
    cmds.polySphere(name="ball")
    cmds.group("box", name="g")
    cmds.setKeyframe("ball.tx", time=1, value=0)
    cmds.setKeyframe("ball.tx", time=10, value=5)
    cmds.select(clear=True)
    cmds.joint(name="j1")
    cmds.joint(name="j2", position=(0, 2, 0))
    cmds.select("box")


COMMANDS: list[Callable[[], Any]] = [
    lambda: cmds.delete("g"),
    lambda: cmds.parent("box", world=True),
    lambda: cmds.rename("ball", "globe"),
    lambda: cmds.setAttr("box.translate", 1, 2, 3),
    lambda: cmds.duplicate("g"),
    lambda: cmds.connectAttr("box.tx", "ball.ty"),
    lambda: cmds.addAttr("box", longName="extra", keyable=True),
    lambda: cmds.cutKey("ball", clear=True),
    lambda: cmds.skinCluster("j1", "j2", "ball", toSelectedBones=True),
    lambda: cmds.parentConstraint("ball", "g", maintainOffset=True),
    lambda: cmds.sets("box.f[0:2]", edit=True, forceElement="initialParticleSE"),
    lambda: cmds.polyExtrudeFacet("box.f[0]", localTranslateZ=1),
    lambda: cmds.delete("ball", constructionHistory=True),
    lambda: cmds.move(1, 0, 0, "ball.vtx[0:5]", relative=True),
    lambda: cmds.animLayer("L", attribute="ball.tx"),
    lambda: cmds.ikHandle(startJoint="j1", endEffector="j2"),
    lambda: cmds.namespace(add="ns"),
    lambda: cmds.currentTime(5),
    lambda: cmds.expression(string="box.ty = ball.tx * 2"),
    lambda: cmds.polyUnite("box", "ball", constructionHistory=False),
    lambda: cmds.select("ball", add=True),
    lambda: cmds.playbackOptions(minTime=3, maxTime=9),
    lambda: cmds.currentUnit(time="pal"),
]


@pytest.mark.parametrize("number", range(len(COMMANDS)))
def test_undo_and_redo_of_every_sort_of_command_are_exact(number: int) -> None:
    some_scene()
    before = picture()
    COMMANDS[number]()
    after = picture()
    assert after != before
    cmds.undo()
    assert picture() == before
    cmds.redo()
    assert picture() == after


def test_a_chunk_is_one_step_with_its_name() -> None:
    before = picture()
    cmds.undoInfo(openChunk=True, chunkName="build")
    cmds.polyCube()
    cmds.undoInfo(openChunk=True)
    cmds.move(1, 2, 3)
    cmds.undoInfo(closeChunk=True)
    cmds.undoInfo(closeChunk=True)
    assert cmds.undoInfo(query=True, undoName=True) == "build"
    cmds.undo()
    assert picture() == before
    assert cmds.undoInfo(query=True, redoName=True) == "build"
    with pytest.raises(RuntimeError, match="no more commands to undo"):
        cmds.undo()


def test_an_empty_chunk_leaves_no_step() -> None:
    cmds.undoInfo(openChunk=True)
    cmds.ls()
    cmds.undoInfo(closeChunk=True)
    assert cmds.undoInfo(query=True, undoQueueEmpty=True) is True


def test_a_command_that_fails_changes_nothing() -> None:
    cmds.polyCube(name="box")
    before = picture()
    with pytest.raises(RuntimeError):
        cmds.setAttr("box.translate", 1, 2, "x")
    assert picture() == before


def test_what_the_api_changes_is_not_in_the_queue() -> None:
    cmds.polyCube(constructionHistory=False)
    cmds.setAttr("pCube1.tx", 1)
    mesh = om.MFnMesh(om.MSelectionList().add("pCubeShape1").getDagPath(0))
    mesh.setPoint(0, om.MPoint(9, 9, 9))
    cmds.undo()
    assert cmds.getAttr("pCube1.tx") == 0
    assert list(mesh.getPoint(0))[:3] == [9, 9, 9]


def test_undo_of_a_deletion_brings_the_uuid_back() -> None:
    cmds.polyCube(name="box")
    (uuid,) = cmds.ls("box", uuid=True)
    cmds.delete("box")
    assert cmds.ls(uuid) == []
    cmds.undo()
    assert cmds.ls(uuid) == ["box"]


def test_a_new_scene_forgets_the_queue() -> None:
    cmds.polyCube()
    cmds.file(new=True, force=True)
    assert cmds.undoInfo(query=True, undoQueueEmpty=True) is True
