"""`execute_python`: values, output, errors with their place, and limits that really stop code."""

from __future__ import annotations

import time
from typing import Any

import pytest

FOREVER = "while True: pass"
SWALLOWS = "while True:\n    try:\n        while True: pass\n    except: pass"


def test_value_output_and_repr(call: Any) -> None:
    result = call(
        "execute_python",
        code="import sys\nprint('to out')\nprint('to err', file=sys.stderr)\n[1, 'two', None]",
    )
    assert result["value"] == [1, "two", None]
    assert (result["stdout"], result["stderr"]) == ("to out\n", "to err\n")
    assert call("execute_python", code="object")["repr"] == "<class 'object'>"


def test_namespace_is_shared_by_name_only(call: Any) -> None:
    call("execute_python", code="kept = 7", namespace="mine")
    assert call("execute_python", code="kept", namespace="mine")["value"] == 7
    assert call.fails("python_error", "execute_python", code="kept").details["traceback"]


def test_syntax_error_has_line_and_column(call: Any) -> None:
    details = call.fails("syntax_error", "execute_python", code="x = 1\nif x\n    pass").details
    assert (details["line"], details["column"]) == (2, 5)


def test_traceback_is_of_the_callers_code_only(call: Any) -> None:
    code = "def inner():\n    return 1 / 0\ninner()"
    trace = call.fails("python_error", "execute_python", code=code).details["traceback"]
    assert "ZeroDivisionError" in trace
    assert "line 2" in trace
    assert "scenewire" not in trace


@pytest.mark.parametrize(
    "code", ["import sys; sys.exit(3)", "raise SystemExit", "raise KeyboardInterrupt", "exit()", "quit()"]
)
def test_leaving_does_not_end_the_host(call: Any, code: str) -> None:
    from scenewire.errors import SceneWireError

    with pytest.raises(SceneWireError):
        call("execute_python", code=code)
    assert call.python("1 + 1") == 2


def test_os_exit_is_refused(call: Any) -> None:
    from scenewire.errors import SceneWireError

    with pytest.raises(SceneWireError) as caught:
        call("execute_python", code="import os; os._exit(3)")
    assert caught.value.error_code != "outcome_unknown", "the host died"
    assert call.python("1 + 1") == 2


@pytest.mark.parametrize("code", [FOREVER, SWALLOWS], ids=["plain", "swallowing"])
def test_runaway_code_is_stopped_and_the_host_lives(call: Any, code: str) -> None:
    begun = time.monotonic()
    call.fails("timed_out", "execute_python", code=code, timeout=0.5)
    assert time.monotonic() - begun < 3
    assert call.python("1 + 1") == 2


def test_what_a_stopped_script_did_is_undone(call: Any) -> None:
    code = "import bpy\nbpy.context.scene.collection.objects.link(bpy.data.objects.new('Half', None))\n"
    call.fails("timed_out", "execute_python", code=code + FOREVER, timeout=0.5)
    assert call.python("import bpy; [o.name for o in bpy.data.objects]") == []


def test_status_answers_while_the_host_is_busy(call: Any) -> None:
    import threading

    ended = threading.Event()

    def work() -> None:
        call.fails("timed_out", "execute_python", code=FOREVER, timeout=2)
        ended.set()

    thread = threading.Thread(target=work)
    thread.start()
    try:
        seen_running = False
        while not ended.is_set() and not seen_running:
            seen_running = bool(call("get_status").get("running"))
        assert seen_running
    finally:
        thread.join()
