"""Hosts that die, stop or restart under their clients."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path
from typing import Any

import pytest


def connected(host: Any) -> Any:
    import scenewire

    os.environ["SCENEWIRE_HOME"] = str(host.home)
    return scenewire.connect(host.record()["id"])


def busy(client: Any, outcome: list[Any], begun: Path) -> threading.Thread:
    """A thread in the middle of a call that never ends; the file appears when the host is in it."""
    from scenewire.errors import SceneWireError

    def work() -> None:
        try:
            code = f"open({str(begun)!r}, 'w').close()\nwhile True: pass"
            outcome.append(client.call("execute_python", {"code": code}, timeout=60))
        except SceneWireError as error:
            outcome.append((error.error_code, time.monotonic()))

    thread = threading.Thread(target=work)
    thread.start()
    while not begun.exists():
        client.call("get_status", {}, timeout=5)
    return thread


def test_killed_in_mid_call_is_outcome_unknown_within_a_second(own_host: Any) -> None:
    client = connected(own_host)
    outcome: list[Any] = []
    thread = busy(client, outcome, own_host.home / "begun")
    os.kill(own_host.record()["pid"], signal.SIGKILL)
    killed = time.monotonic()
    thread.join(30)
    ((code, when),) = outcome
    assert code == "outcome_unknown"
    assert when - killed < 1.0


def test_record_of_a_killed_host_does_not_mislead(own_host: Any) -> None:
    import scenewire
    from scenewire.errors import SceneWireError

    name = own_host.record()["id"]
    os.kill(own_host.record()["pid"], signal.SIGKILL)
    own_host.process.wait(30)
    os.environ["SCENEWIRE_HOME"] = str(own_host.home)
    with pytest.raises(SceneWireError) as caught:
        scenewire.connect(name).call("get_scene", {}, timeout=5)
    assert caught.value.error_code in {"instance_not_found", "host_not_running", "unreachable"}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "SIGINT"])
def test_stops_cleanly_when_asked(own_host: Any, number: int) -> None:
    client = connected(own_host)
    assert client.call("get_selection").value["ids"] is not None
    os.kill(own_host.record()["pid"], number)
    assert own_host.process.wait(20) == 0, own_host.tail()
    assert list((own_host.home / "run").glob("*.json")) == []


def test_stops_while_a_command_runs(own_host: Any) -> None:
    client = connected(own_host)
    outcome: list[Any] = []
    thread = busy(client, outcome, own_host.home / "begun")
    os.kill(own_host.record()["pid"], signal.SIGTERM)
    assert own_host.process.wait(20) == 0, own_host.tail()
    thread.join(30)
    assert outcome[0][0] in {"cancelled", "outcome_unknown"}


def test_client_on_the_hosts_own_main_thread_never_waits_for_itself(own_host: Any) -> None:
    client = connected(own_host)
    code = (
        "import scenewire\n"
        "try:\n    r = scenewire.connect().call('get_selection', timeout=5).value\n"
        "except scenewire.errors.SceneWireError as e:\n    r = e.error_code\nr"
    )
    value = client.call("execute_python", {"code": code}, timeout=20).value["value"]
    assert value == "would_deadlock" or "ids" in value


def test_stop_twice_and_start_again_inside_the_host(own_host: Any) -> None:
    client = connected(own_host)
    before = own_host.record()
    code = "import threading, scenewire\n[scenewire.is_running(), scenewire.status()['instance']['name']]"
    running, name = client.call("execute_python", {"code": code}).value["value"]
    assert running is True
    assert name == before["name"]
