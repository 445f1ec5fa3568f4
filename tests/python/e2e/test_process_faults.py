"""Hosts that die, stop or restart under their clients."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from patience import until


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
    until(begun.exists, "the call did not begin")
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


def test_a_host_that_dies_in_a_batch_leaves_the_file_on_disk_as_it_was(own_host: Any) -> None:
    """A batch writes no file that it was not asked for."""
    from scenewire.errors import SceneWireError

    client = connected(own_host)
    path, begun = own_host.home / "kept.blend", own_host.home / "begun"
    client.call("create_nodes", {"items": [{"name": "Saved"}]})
    client.call("save_file", {"path": str(path)}, timeout=60)
    before, beside = path.read_bytes(), sorted(file.name for file in own_host.home.glob("*.blend*"))
    code = f"open({str(begun)!r}, 'w').close()\nwhile True: pass"
    steps = [
        {"operation": "create_primitives", "arguments": {"items": [{"kind": "cube", "name": "Half"}]}},
        {"operation": "delete_nodes", "arguments": {"ids": ["Saved"]}},
        {"operation": "execute_python", "arguments": {"code": code}},
    ]
    outcome: list[Any] = []

    def run() -> None:
        try:
            outcome.append(client.call("batch", {"operations": steps}, timeout=60))
        except SceneWireError as error:
            outcome.append(error.error_code)

    thread = threading.Thread(target=run)
    thread.start()
    until(begun.exists, "the call did not begin")
    os.kill(own_host.record()["pid"], signal.SIGKILL)
    thread.join(30)
    assert outcome == ["outcome_unknown"]
    own_host.process.wait(30)
    assert path.read_bytes() == before
    assert sorted(file.name for file in own_host.home.glob("*.blend*")) == beside


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


STARTS = """
import bpy, scenewire, socket
for _ in range(3):
    port = int(scenewire.start(name="again")["url"].rsplit(":", 1)[1].split("/")[0])
    assert scenewire.is_running()
    assert scenewire.start()["instance"]["name"] == "again", "starting twice is starting once"
    scenewire.stop()
    scenewire.stop()
    assert not scenewire.is_running()
    with socket.socket() as free:
        free.bind(("127.0.0.1", port))
scenewire.start()
print("left running")
"""


def test_starts_and_stops_again_and_again_and_quits_cleanly_when_left_running(tmp_path: Path) -> None:
    import conftest

    found = [spec for spec in conftest.specs() if "bpy" in spec["argv"]]
    if not found:
        pytest.skip("no `bpy` of PyPI: run it by `make test`")
    python = Path(found[0]["argv"][0]).parent / "python"
    env = {**os.environ, "SCENEWIRE_HOME": str(tmp_path)}
    done = subprocess.run([python, "-c", STARTS], env=env, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout.strip().splitlines()[-1:]) == (0, ["left running"]), done
    assert list((tmp_path / "run").glob("*.json")) == []
