"""`execute_python`: values, output, errors with their place, and limits that really stop code."""

from __future__ import annotations

import socket
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from patience import until
from scenewire.errors import SceneWireError

from .scripts import making, names

pytestmark = pytest.mark.apps("blender", "maya")

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
    before = names(call)
    call.fails("timed_out", "execute_python", code=making(call, "Half") + FOREVER, timeout=0.5)
    assert names(call) == before


def test_status_answers_while_the_host_is_busy(call: Any) -> None:
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


@pytest.mark.apps("blender")
def test_the_guard_sees_what_is_called_however_it_is_spelled(call: Any) -> None:
    spellings = {
        "import os\ngetattr(os, 'sys' + 'tem')('true')": "os.system",
        "open('/etc/hostname')": "open",
        "open('/etc/scenewire', 'w')": "open",
        "import bpy\ngetattr(bpy.ops.wm, 'save_' + 'userpref')()": "bpy.ops.wm.save_userpref",
        "import bpy\nfrom operator import attrgetter as of\nof('quit_blender')(bpy.ops.wm)()": (
            "bpy.ops.wm.quit_blender"
        ),
        "import bpy\nvars(bpy)['ops'].preferences.addon_install('EXEC_DEFAULT', filepath='/tmp/a.zip')": (
            "bpy.ops.preferences.addon_install"
        ),
        "import bpy\nbpy.ops.wm.save_as_mainfile(filepath='/etc/a.blend', copy=True)": "bpy.ops.wm.save_as_mainfile",
        "import bpy\nbpy.ops.wm.append(filepath='/etc/a.blend/Object/A', directory='/etc/a.blend/Object/')": (
            "bpy.ops.wm.append"
        ),
    }
    for code, named in spellings.items():
        error = call.fails("permission_denied", "execute_python", code=code)
        assert error.details["call"] == named, code
        assert error.details["line"] == code.count("\n") + 1, code
    path = str(call.host.inside(call.host.home / "guarded.blend"))
    code = f"import bpy\nbpy.ops.wm.save_as_mainfile(filepath={path!r}, copy=True)\nopen({path!r}, 'rb').read(1)\nNone"
    assert call("execute_python", code=code)["value"] is None


def test_variables_are_told_afterwards_and_nothing_is_lost_by_a_limit(call: Any) -> None:
    code = "import math\ntotal = 3\ntotals = [1, 2]\n_own = 'x'\nprint('first', 'x' * 5000, 'last')\n'y' * 30_000"
    result = call("execute_python", code=code, variables_after=["*"], output_limit=1024, variables={"given": 1})
    told = {one["name"]: one for one in result["variables"]}
    assert sorted(told) == ["_own", "math", "total", "totals"]
    assert (told["total"]["value"], told["totals"]["length"]) == (3, 2)
    assert "characters were dropped" in result["stdout"]
    assert bytes(result["whole_stdout"]) == b"first " + b"x" * 5000 + b" last\n"
    assert bytes(result["whole_repr"]) == repr("y" * 30_000).encode()
    assert "whole_stderr" not in result
    (one,) = call("execute_python", code="given", variables={"given": 1}, variables_after=["given"])["variables"]
    assert one["value"] == 1
    assert "variables" not in call("execute_python", code="1")


TRACED = """given += 1
def doubled(number):
    twice = number * 2
    return twice
items = []
for number in (1, 2):
    items.append(doubled(number))
given += 1
del number
"""


def test_a_trace_tells_lines_and_what_they_changed(call: Any) -> None:
    result = call("execute_python", code=TRACED + "items", trace=True, variables={"given": 1})
    assert result["value"] == [2, 4]
    lines = result["trace"]["lines"]
    assert [one["line"] for one in lines] == [1, 2, 5, 6, 7, 3, 4, 6, 7, 3, 4, 6, 8, 9, 10]
    assert lines[2]["changed"] == {"items": "[]"}
    assert lines[3]["changed"] == {"number": "1"}
    assert (lines[5]["function"], lines[5]["changed"]) == ("doubled", {"twice": "2"})
    assert [one["changed"] for one in lines if one["line"] == 7] == [{"items": "[2]"}, {"items": "[2, 4]"}]
    assert lines[13]["changed"] == {"number": None}
    assert {one["function"] for one in lines} == {"<module>", "doubled"}
    assert result["trace"]["cut"] is False
    error = call.fails("python_error", "execute_python", code="x = 1\n1 / 0", trace=True)
    assert [(one["line"], one["changed"]) for one in error.details["trace"]["lines"]] == [(1, {"x": "1"}), (2, {})]
    cut = call("execute_python", code="n = 0\nwhile n < 100_000:\n    n += 1\nn", trace=True)
    assert (cut["value"], cut["trace"]["cut"], len(cut["trace"]["lines"])) == (100_000, True, 1_000)
    cut = call("execute_python", code="for n in range(2000):\n    text = str(n) * 200", trace=True)["trace"]
    assert cut["cut"]
    assert 200 < len(cut["lines"]) < 1_000
    begun = time.monotonic()
    error = call.fails("timed_out", "execute_python", code=SWALLOWS, timeout=0.5, trace=True)
    assert time.monotonic() - begun < 3
    assert error.details["trace"]["lines"]
    assert call.python("import sys; sys.gettrace() is None")


PRISONER = """
import os, socket, subprocess
def tried(work):
    try:
        return str(work())
    except BaseException as error:
        return type(error).__name__
seen = sorted(one.name for one in bpy.data.objects)
bpy.data.batch_remove(list(bpy.data.objects))
open("own", "w").write("mine")
job.progress(0.5, "half of it")
print("x" * 5000)
{
    "seen": seen,
    "left": len(bpy.data.objects),
    "home": tried(lambda: open(known)),
    "key": os.path.exists(secret),
    "write": tried(lambda: open(known + ".new", "w")),
    "system": tried(lambda: open("/usr/scenewire", "w")),
    "connect": tried(lambda: socket.create_connection(("127.0.0.1", port), 2)),
    "others": tried(lambda: os.kill(host, 0)),
    "mount": subprocess.run(["umount", "/"], capture_output=True).returncode != 0,
    "environment": [name for name in os.environ if "SCENEWIRE" in name or "KEY" in name],
}
"""


def isolates(call: Any) -> bool:
    """Whether this system lets a process into namespaces of its own; what a chroot holds may not have them."""
    tried = subprocess.run(["unshare", "-Urnmpf", "true"], capture_output=True, check=False)
    return tried.returncode == 0 and not call.host.spec["root"]


def left(call: Any) -> list[str]:
    code = "import glob, os, tempfile; glob.glob(f'{tempfile.gettempdir()}/scenewire-isolated-{os.getpid()}-*')"
    found: list[str] = call.python(code)
    return found


@pytest.mark.apps("blender")
@pytest.mark.headless("a window isolates code in the same Blender as its host without one")
def test_isolated_code_sees_a_copy_and_reaches_nothing(call: Any) -> None:
    if not isolates(call):
        assert "namespace" in str(call.fails("not_supported", "execute_python", code="1", isolated=True).error_message)
        return
    call("create_nodes", items=[{"name": "Mine"}])
    # What a host left that was killed goes.
    abandoned = Path(tempfile.gettempdir()) / "scenewire-isolated-999999999-left"
    abandoned.mkdir(exist_ok=True)
    known = call.host.home / "known"
    known.write_text("secret")
    with socket.create_server(("127.0.0.1", 0)) as server:
        given = {
            "known": str(known),
            "secret": str(Path.home() / ".bashrc"),
            "port": server.getsockname()[1],
            "host": call.python("import os; os.getpid()"),
        }
        before = call.python("import bpy; [bpy.data.is_dirty, bpy.data.filepath, len(bpy.data.objects)]")
        revision = call.client.call("get_scene", {"fields": ["name"]}).revision
        told: list[str] = []
        arguments = {"code": PRISONER, "isolated": True, "variables": given, "output_limit": 1024}
        reply = call.client.call("execute_python", arguments, on_progress=lambda _, message: told.append(message))
        value = reply.value["value"]
        server.setblocking(False)
        with pytest.raises(BlockingIOError):
            server.accept()
    assert (value["seen"], value["left"], value["mount"], value["environment"]) == (["Mine"], 0, True, [])
    assert (value["home"], value["key"], value["others"]) == ("FileNotFoundError", False, "ProcessLookupError")
    assert value["write"] in ("FileNotFoundError", "OSError")
    assert (value["system"], value["connect"]) == ("OSError", "OSError")
    assert "half of it" in told
    assert bytes(reply.value["whole_stdout"]) == b"x" * 5000 + b"\n"
    assert call.client.call("get_scene", {"fields": ["name"]}).revision == revision
    assert call.python("import bpy; [bpy.data.is_dirty, bpy.data.filepath, len(bpy.data.objects)]") == before
    error = call.fails("python_error", "execute_python", code="x = 1\n1 / 0", isolated=True, trace=True)
    assert (error.details["line"], len(error.details["trace"]["lines"])) == (2, 2)
    liar = "import ctypes, os\nos.symlink('/etc/passwd', 'result.json')\nctypes.CDLL(None)._exit(3)"
    error = call.fails("handler_error", "execute_python", code=liar, isolated=True)
    assert "before it told a result" in str(error)
    assert "root:" not in str(error.details)
    assert left(call) == []
    assert not abandoned.exists()


@pytest.mark.apps("blender")
def test_isolated_code_holds_nobody_up_and_ends_when_it_must(call: Any) -> None:
    if not isolates(call):
        return
    begun = time.monotonic()
    waiting = threading.Event()
    ended: list[Any] = []

    def forever() -> None:
        try:
            ended.append(call.client.call("execute_python", {"code": FOREVER, "isolated": True, "timeout": 4}))
        except SceneWireError as error:
            ended.append(error)
        waiting.set()

    thread = threading.Thread(target=forever)
    thread.start()
    longest = 0.0
    while not waiting.is_set():
        asked = time.monotonic()
        call("create_nodes", items=[{"name": "Meanwhile"}])
        longest = max(longest, time.monotonic() - asked)
        time.sleep(0.05)
    thread.join()
    assert (ended[0].error_code, longest < 3) == ("timed_out", True), (ended, longest)
    assert 3.5 < time.monotonic() - begun < 10
    assert left(call) == []
    cancelled: list[Any] = []

    def unwanted() -> None:
        try:
            cancelled.append(call.client.call("execute_python", {"code": FOREVER, "isolated": True}, key="unwanted"))
        except SceneWireError as error:
            cancelled.append(error)

    thread = threading.Thread(target=unwanted)
    thread.start()
    until(lambda: left(call), "the code did not begin")
    assert call.python("import scenewire; scenewire.cancel('unwanted')") is True
    thread.join(20)
    assert (cancelled[0].error_code, left(call)) == ("cancelled", []), cancelled
    for wrong, code in (({"namespace": "mine"}, "invalid_params"), ({"variables": {"a": b"x"}}, "invalid_params")):
        call.fails(code, "execute_python", code="1", isolated=True, **wrong)
    step = {"operation": "execute_python", "arguments": {"code": "1", "isolated": True}}
    call.fails("not_supported", "batch", operations=[step])
    code = "import scenewire\nscenewire.connect().execute_python(code='1', isolated=True)"
    assert "NotSupportedError" in str(call.fails("python_error", "execute_python", code=code))
