"""What a host is told of its gateway, and what it does with it."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import scenewire
from conftest import HERE, PATIENCE
from scenewire import _start, errors, host

KEY = "sw_TheKeyThatNobodyMaySee"
PIN = "sha256:" + ":".join(["AB"] * 32)


@pytest.fixture(autouse=True)
def environment(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing from outside."""
    monkeypatch.delenv("SCENEWIRE_GATEWAY", raising=False)
    monkeypatch.delenv("SCENEWIRE_KEY", raising=False)


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ({"mode": "cloud"}, errors.InvalidParamsError, '"local" or "remote"'),
        ({"url": "wss://g.example"}, errors.InvalidParamsError, "only remote mode has `url`"),
        ({"allow_remote_python": True}, errors.InvalidParamsError, "`allow_remote_python`"),
        ({"mode": "remote", "key": KEY}, errors.InvalidParamsError, "needs `url`"),
        ({"mode": "remote", "url": "wss://g.example"}, errors.InvalidParamsError, "needs `key`"),
        ({"mode": "remote", "url": "wss://g.example", "key": 7}, errors.InvalidParamsError, "needs `key`"),
        ({"mode": "remote", "url": "wss://g.example", "key": "a b"}, errors.UnauthorizedError, "no key has"),
        ({"mode": "remote", "url": "ws://g.example", "key": KEY}, errors.PermissionDeniedError, "unprotected"),
        ({"mode": "remote", "url": f"wss://{KEY}@g.example", "key": KEY}, errors.InvalidParamsError, "address"),
        ({"mode": "remote", "url": "wss://g.example", "key": KEY, "pin": "12"}, errors.InvalidParamsError, "64 hexa"),
        (
            {"mode": "remote", "url": "wss://g.example", "key": KEY, "pin": PIN, "ca": "ca.pem"},
            errors.InvalidParamsError,
            "not by both",
        ),
        (
            {"mode": "remote", "url": "wss://g.example", "key": KEY, "instance_id": "../up"},
            errors.InvalidParamsError,
            "instance id",
        ),
    ],
)
def test_arguments_that_cannot_be_are_refused_and_no_host_starts(
    arguments: dict[str, Any], error: type[errors.SceneWireError], words: str
) -> None:
    from double import Double

    with pytest.raises(error) as caught:
        scenewire.start(Double(), **arguments)
    assert words in str(caught.value)
    assert KEY not in json.dumps(caught.value.to_dict()) + repr(caught.value)
    assert not scenewire.is_running()


def test_the_environment_stands_in_for_what_is_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCENEWIRE_GATEWAY", "wss://env.example")
    monkeypatch.setenv("SCENEWIRE_KEY", "env")
    assert _start.gateway("local", None, None, None, None, False, None) is None
    given = _start.gateway("remote", None, None, None, None, False, None)
    assert given is not None
    assert (given["url"], given["key"]) == ("wss://env.example", "env")
    given = _start.gateway("remote", "wss://own.example", "own", None, None, False, None)
    assert given is not None
    assert (given["url"], given["key"]) == ("wss://own.example", "own")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--gateway", "wss://g", "--key", KEY], ("remote", "wss://g", KEY)),
        (["--gateway", "--key-file", "FILE"], ("remote", None, "from the file")),
        (["--gateway", "wss://g"], ("remote", "wss://g", "from the environment")),
        ([], (None, None, None)),
    ],
)
def test_the_command_line_says_where_the_key_is(
    words: list[str], expected: tuple[Any, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCENEWIRE_KEY", "from the environment")
    monkeypatch.setenv("SCENEWIRE_GATEWAY", "wss://from.the.environment")
    file = tmp_path / "key"
    file.write_text("from the file\n")
    words = [str(file) if word == "FILE" else word for word in words]
    given = host._remote(host._parser().parse_args(words))
    assert (given.get("mode"), given["url"], given["key"]) == expected


def test_what_runs_in_a_host_does_not_find_its_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCENEWIRE_KEY", KEY)
    host._remote(host._parser().parse_args(["--gateway", "wss://g"]))
    assert "SCENEWIRE_KEY" not in os.environ


def test_a_key_s_file_that_is_not_there_is_named() -> None:
    with pytest.raises(errors.SceneWireFileNotFoundError, match=r"none\.key"):
        host._remote(host._parser().parse_args(["--gateway", "wss://g", "--key-file", "none.key"]))


SCRIPT = """
import signal
import json
import os
import scenewire
from double import Double
from scenewire import _native
from scenewire.host import serve

status = scenewire.start(Double(), name="double", mode="remote", url=URL, key=KEY)
_native.stop_on_signals()
print(json.dumps(status), flush=True)
serve()
"""


def test_a_signal_ends_a_host_whose_gateway_does_not_answer(home: Path) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        url = f"wss://127.0.0.1:{silent.getsockname()[1]}"
        script = SCRIPT.replace("URL", repr(url)).replace("KEY", repr(KEY))
        path = f"import sys; sys.path[:0] = {[str(HERE), *sys.path[1:]]!r}\n"
        process = subprocess.Popen(
            [sys.executable, "-c", path + script], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        assert process.stdout is not None
        status = json.loads(process.stdout.readline())
        assert status["gateway"]["url"] == f"{url}/v1/link"
        assert status["gateway"]["state"] == "connecting"
        connection, _ = silent.accept()
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        rest, _ = process.communicate(timeout=PATIENCE)
        connection.close()
        assert process.returncode == 0
        assert time.monotonic() - began < 3
        assert KEY not in json.dumps(status) + rest


@pytest.mark.parametrize("key", [None, "", "  "])
def test_a_client_without_a_key_is_told_where_it_is_looked_for(key: str | None) -> None:
    with pytest.raises(errors.UnauthorizedError) as caught:
        scenewire.connect(gateway="https://g.example", key=key)
    assert str(caught.value).startswith("a gateway needs a key")
    assert "SCENEWIRE_KEY" in caught.value.suggestions[0]
    assert "`key`" in caught.value.suggestions[0]
