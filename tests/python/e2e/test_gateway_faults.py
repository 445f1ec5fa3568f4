"""What becomes of calls when a host is killed, a gateway restarts, or a key is revoked: real processes, at random
moments of their lives.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import studio
from studio import Gateway, User


@pytest.fixture(scope="module")
def building(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    import conftest

    if not conftest.specs():
        pytest.skip("no host: run it by `make test`")
    running = Gateway(tmp_path_factory.mktemp("gateway") / "data").start()
    yield running
    running.stop()


@pytest.fixture
def gateway(building: Gateway) -> Gateway:
    """The gateway, started again when the test before has ended it."""
    if building.process is None or building.process.poll() is not None:
        building.start()
    return building


@pytest.fixture
def anna(gateway: Gateway, request: pytest.FixtureRequest, tmp_path: Path) -> User:
    return gateway.user(f"anna {request.node.name}"[:64], tmp_path / "anna")


@pytest.fixture
def desk(anna: User) -> Iterator[Any]:
    """A Blender of hers, online, in which her clients may run Python."""
    import conftest

    host = anna.link("desk", anna.paired(), "--allow-remote-python")
    try:
        anna.online("desk")
        yield host
    finally:
        conftest.stop(host)


class Busy:
    """A call in a thread: it appends to a file when it begins, so that its executions can be counted, runs until the
    other file is there, and keeps what came of it.
    """

    def __init__(self, user: User, home: Path, **options: Any):
        self.runs, self.go = home / "runs", home / "go"
        self.runs.write_text("")
        self.outcome: Any = None
        self.ended = 0.0
        self.user, self.options = user, options
        self.thread = threading.Thread(target=self.work)
        self.thread.start()
        studio.until(lambda: self.count() == 1 or not self.thread.is_alive(), "the call never began")
        assert self.count() == 1, self.outcome

    @property
    def code(self) -> str:
        return (
            f"import os, time\nwith open({str(self.runs)!r}, 'a') as f:\n    f.write('x')\n"
            f"while not os.path.exists({str(self.go)!r}):\n    time.sleep(0.01)\n'done'"
        )

    def count(self) -> int:
        """How often it was executed."""
        return len(self.runs.read_text())

    def work(self) -> None:
        from scenewire.errors import SceneWireError

        try:
            with self.user.connect("desk") as blender:
                done = blender.call("execute_python", {"code": self.code}, timeout=60, **self.options)
                self.outcome = done.value["value"]
        except SceneWireError as error:
            self.outcome = error.error_code
        self.ended = time.monotonic()

    def join(self, limit: float) -> Any:
        self.thread.join(limit)
        assert not self.thread.is_alive(), "the call never ended"
        return self.outcome


def test_host_killed_in_mid_call_is_outcome_unknown_and_its_id_outlives_it(anna: User, desk: Any) -> None:
    import conftest

    before = anna.online("desk")
    busy = Busy(anna, desk.home)
    os.kill(desk.process.pid, signal.SIGKILL)
    killed = time.monotonic()
    assert busy.join(25) == "outcome_unknown"
    print(f"\noutcome_unknown {busy.ended - killed:.2f} s after SIGKILL")
    assert anna.instances()["desk"]["status"] == "offline"
    desk.process.wait()
    again = anna.link("desk", anna.key, "--allow-remote-python", home=desk.home)
    try:
        after = anna.online("desk", before["epoch"])
        assert after["id"] == before["id"]
        assert busy.count() == 1
    finally:
        conftest.stop(again)


def test_host_that_is_back_at_once_ends_the_waiting(anna: User, desk: Any) -> None:
    import conftest

    busy = Busy(anna, desk.home)
    os.kill(desk.process.pid, signal.SIGKILL)
    desk.process.wait()
    again = anna.link("desk", anna.key, "--allow-remote-python", home=desk.home)
    try:
        anna.online("desk")
        assert busy.join(3) == "outcome_unknown"
        assert busy.count() == 1
        with anna.connect("desk") as blender:
            assert blender.execute_python(code="6*7")["value"] == 42
    finally:
        conftest.stop(again)


def test_host_that_stops_is_offline_at_once_and_nobody_waits_for_it(anna: User, desk: Any) -> None:
    desk.process.terminate()
    assert desk.process.wait(20) == 0
    studio.until(lambda: anna.instances()["desk"]["status"] == "offline", "it is still waited for", 2)
    begun = time.monotonic()
    done = anna.cli("call", "get_scene", "--instance", "desk", "--json")
    assert done.returncode != 0
    assert "host_not_running" in done.stderr, done
    assert time.monotonic() - begun < 2


def test_gateway_told_to_stop_lets_a_call_end_and_hosts_come_back(gateway: Gateway, anna: User, desk: Any) -> None:
    busy = Busy(anna, desk.home)
    epoch = anna.online("desk")["epoch"]
    assert gateway.process is not None
    gateway.process.send_signal(signal.SIGTERM)
    studio.until(lambda: gateway.said("is closing"), "it does not close", 5)
    busy.go.touch()
    assert busy.join(15) == "done"
    assert gateway.process.wait(20) == 0, gateway.tail()
    assert not gateway.said("still under way")
    gateway.start()
    begun = time.monotonic()
    row = anna.online("desk", limit=10)
    print(f"\nback {time.monotonic() - begun:.2f} s after the restart")
    assert row["epoch"] == epoch, "the same run"
    assert busy.count() == 1


def test_call_outlives_a_gateway_that_is_killed_and_runs_once(gateway: Gateway, anna: User, desk: Any) -> None:
    busy = Busy(anna, desk.home)
    assert gateway.process is not None
    gateway.process.kill()
    gateway.process.wait()
    gateway.start()
    anna.online("desk")
    busy.go.touch()
    assert busy.join(40) == "done"
    assert busy.count() == 1


def test_call_sent_again_with_its_key_after_a_restart_is_answered_and_not_run(
    gateway: Gateway, anna: User, desk: Any
) -> None:
    busy = Busy(anna, desk.home, key="once-and-for-all")
    gateway.stop()
    gateway.start()
    anna.online("desk")
    body = {"operation": "execute_python", "arguments": {"code": busy.code}, "key": "once-and-for-all"}
    busy.go.touch()
    status, told = anna.http("POST", "/api/v1/instances/desk/call", {**body, "timeout": 60})
    assert busy.join(40) == "done"
    assert status in {200, 410}, told
    assert busy.count() == 1
    other = {**body, "arguments": {"code": "'another body'"}}
    status, told = anna.http("POST", "/api/v1/instances/desk/call", other)
    assert (status, told.get("error_code")) == (409, "key_reused"), told


def test_revoked_key_cuts_host_and_client_within_five_seconds(gateway: Gateway, anna: User, desk: Any) -> None:
    from scenewire.errors import SceneWireError

    keys = {row["label"]: row["id"] for row in anna.http("GET", "/api/v1/keys")[1]["keys"]}
    status, made = anna.http("POST", "/api/v1/keys", {"label": "agent", "uses": ["client"]})
    assert status == 200
    agent = User("agent", anna.id, made["api_key"], gateway, anna.home)
    busy = Busy(agent, desk.home)
    assert anna.cli("key", "revoke", made["key"]["id"]).returncode == 0
    revoked = time.monotonic()
    assert busy.join(5) in {"unauthorized", "outcome_unknown"}
    assert busy.ended - revoked < 5
    busy.go.touch()
    with pytest.raises(SceneWireError) as caught, agent.connect("desk") as blender:
        blender.get_scene()
    assert caught.value.error_code == "unauthorized"

    assert anna.cli("key", "revoke", keys["workstation"]).returncode == 0
    studio.until(lambda: anna.instances()["desk"]["status"] != "online", "the host is still linked", 5)
    import scenewire

    os.environ["SCENEWIRE_HOME"] = str(desk.home)

    def told() -> Any:
        return scenewire.connect(desk.record()["id"]).call("get_status").value["gateway"]

    studio.until(lambda: told()["state"] == "refused", f"it does not give up: {told()}", 10)
    assert "revoked" in told()["reason"]
    assert anna.instances()["desk"]["status"] != "online", "it came back without a key"
