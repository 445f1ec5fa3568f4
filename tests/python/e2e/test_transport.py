"""`scenewire.transport` against a real host: the same command both ways, and a host as a child process."""

from __future__ import annotations

import re
import socket
from pathlib import Path
from typing import Any

import pytest
from conftest import connect
from drop_in import open_port, shut_port
from scenewire.transport import (
    CoreTransport,
    NetworkCore,
    NotConnectedError,
    RawSocketTransport,
    is_running,
    start_server_process,
    stop_server_process,
)


def native_port(host: Any) -> int:
    return int(re.findall(r":(\d+)/", host.record()["url"])[0])


def test_both_transports_say_the_same(one_host: Any) -> None:
    call = connect(one_host)
    call("execute_python", code="import bpy; bpy.data.batch_remove(list(bpy.data.objects))")
    port = open_port(call)
    core = NetworkCore("localhost", native_port(one_host))
    raw = NetworkCore("localhost", port, socket_factory=lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM))
    assert isinstance(core.transport, CoreTransport)
    assert isinstance(raw.transport, RawSocketTransport)
    try:
        made = core.send_command("create_primitives", {"items": [{"kind": "cube", "name": "Crate"}]})
        assert made["status"] == "success"
        asked = ("list_nodes", {"fields": ["type", "position"]})
        assert core.send_command(*asked) == raw.send_command(*asked)
        wrong = ("get_nodes", {"ids": ["Krate"]})
        for transport in (core, raw):
            answer = transport.send_command(*wrong)
            assert (answer["status"], answer["error_code"]) == ("error", "not_found")
            assert any("Crate" in suggestion for suggestion in answer["suggestions"])
        assert NetworkCore().send_command("get_scene", {"fields": ["total"]})["result"]["total"] == 1
        shut_port(call)
        with pytest.raises((ConnectionError, NotConnectedError)):
            raw.send_command("get_selection")
    finally:
        core.disconnect()
        raw.disconnect()
        call.client.close()


def test_a_host_as_a_child_process(one_host: Any, tmp_path: Path) -> None:
    env = {**one_host.spec["env"], "SCENEWIRE_HOME": str(tmp_path)}
    ready = r"scenewire host .* ready \("
    process = start_server_process(one_host.spec["argv"], cwd=tmp_path, ready=ready, timeout=120, env=env)
    try:
        assert is_running(process)
        assert list((tmp_path / "run").glob("*.json"))
    finally:
        assert stop_server_process(process, 30) == 0
    assert not is_running(process)
    assert not list((tmp_path / "run").glob("*.json"))
