"""Calls are checked against the published tables, and belong to the main thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import maya.api.OpenMaya as om
import maya.cmds as cmds
import pytest
from maya_double import faults


@pytest.mark.parametrize(
    ("call", "fault"),
    [
        (lambda: cmds.polyCubee(), faults.UnknownCall),
        (lambda: cmds.polyCube(widht=2), faults.UnknownCall),
        (lambda: cmds.polyCube(query=True, name=True), faults.UnknownCall),
        (lambda: cmds.polyCube(name=3), faults.WrongArgument),
        (lambda: cmds.polyCube(subdivisionsX=2.5), faults.WrongArgument),
        (lambda: cmds.polyCube(axis=(1, 2)), faults.WrongArgument),
        (lambda: cmds.polyCube(width=1, w=2), faults.WrongArgument),
        (lambda: cmds.ls(type="noSuchType"), faults.UnknownCall),
        (lambda: cmds.createNode("noSuchType"), faults.UnknownCall),
        (lambda: cmds.createNode("fluidShape"), faults.NotModelled),
        (lambda: cmds.fluidEmitter(), faults.NotModelled),
        (lambda: cmds.sets(split=True, query=True), faults.UnknownCall),
        (lambda: om.MFnMesh().booleanOps(), faults.NotModelled),
        (lambda: om.MFnNoSuchThing, faults.UnknownCall),
        (lambda: om.MFnFluid, faults.NotModelled),
    ],
)
def test_what_maya_would_not_take_fails_the_test(
    call: Callable[[], Any], fault: type[BaseException], expected_faults: list[str]
) -> None:
    with pytest.raises(fault):
        call()
    assert len(expected_faults) == 1


def test_code_that_swallows_exceptions_does_not_swallow_a_fault(expected_faults: list[str]) -> None:
    def careless() -> None:
        try:
            cmds.polyCube(nonsense=True)
        except Exception:
            pytest.fail("a fault was caught as an exception")

    with pytest.raises(faults.DoubleFault):
        careless()
    assert expected_faults


def test_a_fault_is_reported_to_the_file_that_another_process_reads(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any, expected_faults: list[str]
) -> None:
    report = tmp_path / "faults"
    monkeypatch.setenv(faults.REPORT, str(report))
    with pytest.raises(faults.UnknownCall):
        cmds.polyCube(nonsense=True)
    assert "nonsense" in report.read_text()


def test_a_wrong_script_gets_mayas_own_errors_where_a_test_asks_for_them() -> None:
    with faults.as_maya():
        with pytest.raises(TypeError, match="Invalid flag 'nonsense'"):
            cmds.polyCube(nonsense=True)
        with pytest.raises(AttributeError, match="has no attribute 'polyCubee'"):
            cmds.polyCubee()


def test_short_and_long_flags_are_the_same() -> None:
    cmds.polyCube(w=3, n="one")
    cmds.polyCube(width=3, name="two")
    assert cmds.polyCube("one", q=True, w=True) == cmds.polyCube("two", query=True, width=True) == 3.0


def test_a_command_off_the_main_thread_is_a_fault(expected_faults: list[str]) -> None:
    caught: list[BaseException] = []

    def work() -> None:
        try:
            cmds.ls()
        except BaseException as fault:
            caught.append(fault)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert isinstance(caught[0], faults.WrongThread)
    assert expected_faults


def test_the_double_says_that_it_is_one() -> None:
    assert "double" in cmds.about(product=True)
    assert cmds.about(batch=True) is True
