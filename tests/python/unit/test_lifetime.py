"""Starting, stopping, reloading and leaving, each in a process of its own that must exit without a word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

PREAMBLE = "import scenewire\nfrom scenewire import _native, errors\nfrom double import Double\n"


@pytest.mark.parametrize(
    "script",
    [
        "scenewire.start(Double())",
        "scenewire.start(Double())\nscenewire.stop()",
        "scenewire.stop()\nassert scenewire.status() is None and scenewire.pump() == 0",
        "first = scenewire.start(Double())['epoch']\nassert scenewire.start(Double())['epoch'] == first",
        "import importlib\nscenewire.start(Double())\nimportlib.reload(scenewire)\n"
        "assert scenewire.is_running()\nscenewire.stop()\nassert not scenewire.is_running()",
        "scenewire.start_server(Double())\nscenewire.stop_server()\nassert not scenewire.is_running()",
        "for _ in range(20):\n    scenewire.start(Double())\n    scenewire.stop()",
        "scenewire.start(Double())\nscenewire.connect().execute_python(code='1')",
    ],
    ids=["left running", "stopped", "never started", "twice", "reloaded", "aliases", "twenty times", "called"],
)
def test_exits_cleanly(run: Any, home: Path, script: str) -> None:
    run(PREAMBLE + script)
    assert list((home / "run").glob("*.json")) == []


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="only Linux lists a process's threads there")
def test_ten_starts_leave_no_thread_and_no_open_file(run: Any, home: Path) -> None:
    run(
        PREAMBLE
        + """
import os
def left():
    return len(os.listdir("/proc/self/task")), len(os.listdir("/proc/self/fd"))
def once():
    status = scenewire.start(Double(), ask_files=True)
    scenewire.stop()
    return status["instance"]["id"], status["instance"]["name"]
first = once()
before = left()
assert {once() for _ in range(10)} == {first}
assert left() == before, (left(), before)
"""
    )
    assert list((home / "run").glob("*.json")) == []


def test_an_add_on_may_be_purged_and_loaded_again(run: Any) -> None:
    run(
        PREAMBLE
        + """
import importlib, sys
scenewire.start(Double())
for name in [name for name in sys.modules if name.split('.')[0] == 'scenewire']:
    del sys.modules[name]
again = importlib.import_module('scenewire')
assert again is not scenewire and again.is_running()
again.stop()
again.start(Double())
assert again.connect().execute_python(code='2')['value'] == 2
again.stop()
assert not scenewire.is_running()
"""
    )


def test_exits_cleanly_while_a_client_waits(run: Any) -> None:
    """The main thread ends while another waits for a call that nobody will pump."""
    run(
        PREAMBLE
        + """
import threading
scenewire.start(Double())
outcome = []
def call():
    try:
        scenewire.connect().execute_python(code='1')
    except BaseException as error:
        outcome.append(error)
caller = threading.Thread(target=call)
caller.start()
assert _native.wait(60)
scenewire.stop()
caller.join(60)
assert isinstance(outcome[0], (errors.CancelledError, errors.OutcomeUnknownError)), outcome
"""
    )


def test_a_command_may_stop_its_host_and_is_still_answered(run: Any) -> None:
    run(
        PREAMBLE
        + """
import threading
scenewire.start(Double())
outcome = []
caller = threading.Thread(target=lambda: outcome.append(
    scenewire.connect().execute_python(code='import scenewire\\nscenewire.stop()\\n7')))
caller.start()
while scenewire.is_running():
    _native.wait(1)
    scenewire.pump()
caller.join(60)
assert outcome[0]['value'] == 7
"""
    )


def test_on_the_hosts_own_main_thread_calls_run_here_and_now(run: Any) -> None:
    run(
        PREAMBLE
        + """
status = scenewire.start(Double())
for wanted in (None, status['instance']['id'], status['instance']['name']):
    client = scenewire.connect(wanted)
    assert client.execute_python(code='1 + 1')['value'] == 2
    nested = client.execute_python(code='import scenewire\\nscenewire.connect().execute_python(code="3")["value"]')
    assert nested['value'] == 3
assert scenewire.connect(url=status['url'], token='').execute_python(code='1 + 1')['value'] == 2
try:
    client.execute_python(code='1 / 0')
except errors.PythonError:
    pass
else:
    raise AssertionError
"""
    )


def test_on_the_hosts_own_main_thread_asynchronous_calls_would_deadlock(run: Any) -> None:
    run(
        PREAMBLE
        + """
import asyncio
scenewire.start(Double())
try:
    asyncio.run(scenewire.connect_async().get_scene())
except errors.WouldDeadlockError as error:
    assert error.suggestions
else:
    raise AssertionError
"""
    )


def test_events_reach_pythons_logging(run: Any) -> None:
    told = run(
        PREAMBLE
        + """
import logging, sys
logging.basicConfig(level=logging.INFO, stream=sys.stdout, format='%(name)s %(levelname)s %(message)s')
scenewire.start(Double(), name='told')
scenewire.stop()
"""
    )
    assert "scenewire.host INFO host started" in told
    assert "host stopped" in told


def test_where_no_application_is_known_start_says_so(run: Any) -> None:
    run(
        PREAMBLE
        + """
import importlib.util
if importlib.util.find_spec('bpy') is None:
    try:
        scenewire.start()
    except errors.NotSupportedError as error:
        assert 'pip install bpy' in ' '.join(error.suggestions)
    else:
        raise AssertionError
"""
    )


def test_the_command_line_runs(run: Any) -> None:
    script = "import sys\nfrom scenewire.__main__ import main\nsys.argv = ['', '--version']\nsys.exit(main())"
    assert run(script).startswith("scenewire ")


def test_importing_is_quick(run: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """Printed, not asserted: this machine is shared. A host's start must not import what only clients need."""
    script = (
        "import sys, time\nbefore = time.perf_counter()\nimport scenewire\n"
        "taken = time.perf_counter() - before\nprint(round(taken * 1000, 2))\n"
        "assert not {'asyncio', 'numpy', 'scenewire.client', 'scenewire._native'} & set(sys.modules)"
    )
    with capsys.disabled():
        print(f"\nimport scenewire: {run(script).strip()} ms")
