"""What comes over the socket and should not: refused or closed, and the others notice nothing."""

from __future__ import annotations

import json
import stat
import struct
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from patience import until
from raw import BINARY, TEXT, Raw, call, frame


@pytest.fixture
def record(one_host: Any) -> Iterator[dict[str, Any]]:
    """The host's record; after every test a fresh client must be served."""
    record = one_host.record()
    yield record
    assert one_host.process.poll() is None, one_host.tail()
    assert served(record)


def served(record: dict[str, Any]) -> bool:
    """Whether a fresh client is served; right after a crowd the host may still be closing what the crowd left."""
    ends = time.monotonic() + 5
    while True:
        try:
            return works(Raw(record))
        except (OSError, IndexError):
            if time.monotonic() > ends:
                raise


def works(link: Raw) -> bool:
    """Whether a link greets, and a call on it reaches the main thread."""
    epoch = link.greet()["epoch"]
    link.send(call(1, epoch, "get_selection"))
    answer = link.answer_to(1)
    link.close()
    return bool(answer["ok"])


def test_record_is_for_its_owner_only(one_host: Any) -> None:
    (path,) = (one_host.home / "run").glob("*.json")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"token": "wrong"}, 401),
        ({"token": ""}, 401),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"path": "/"}, 404),
        ({"path": "/v1/link/more"}, 404),
    ],
)
def test_upgrade_is_refused(record: dict[str, Any], given: dict[str, str], status: int) -> None:
    link = Raw(record, **given)
    assert link.status == status
    link.close()


def test_listens_on_loopback_only(one_host: Any, record: dict[str, Any]) -> None:
    port = int(record["url"].split(":")[2].split("/")[0])
    listening = [
        line.split()[1] for line in Path("/proc/net/tcp").read_text().splitlines()[1:] if line.split()[3] == "0A"
    ]
    assert [entry.split(":")[0] for entry in listening if int(entry.split(":")[1], 16) == port] == ["0100007F"]


@pytest.mark.parametrize(
    "payload",
    [
        frame(TEXT, b"not json"),
        frame(TEXT, b"[]"),
        frame(TEXT, b'{"kind": "dance"}'),
        frame(TEXT, b"\xff\xfe"),
        frame(BINARY, b"\x01"),
        frame(BINARY, struct.pack("<I", 0xFFFFFFFF) + b"{}"),
        frame(TEXT, b"", claimed=1 << 62),
        frame(TEXT, b'{"kind":"hello","x":' + b"[" * 200 + b"]" * 200 + b"}"),
        b"\x00\x00\x00\x00" * 20,
    ],
    ids=["text", "list", "kind", "utf-8", "short", "header length", "frame length", "deep", "no frame"],
)
def test_malformed_frames_end_that_connection_only(record: dict[str, Any], payload: bytes) -> None:
    bystander = Raw(record)
    epoch = bystander.greet()["epoch"]
    bad = Raw(record)
    bad.greet()
    bad.socket.sendall(payload)
    assert answers_or_closes(bad)
    bystander.send(call(7, epoch, "get_selection"))
    assert bystander.answer_to(7)["ok"]
    bystander.close()


def answers_or_closes(link: Raw) -> bool:
    """Whether the host ends the link or says what is wrong; never is bad input passed over in silence."""
    try:
        while True:
            envelope = link.receive()
            if envelope["kind"] == "bye" or envelope.get("ok") is False:
                return True
    except (ConnectionError, OSError) as error:
        return not isinstance(error, TimeoutError)


def test_oversize_before_hello_is_refused(record: dict[str, Any]) -> None:
    link = Raw(record)
    hello = {"kind": "hello", "protocol": [1, 1], "client": {"name": "x" * 70_000, "version": "0"}}
    try:
        link.send(hello)
    except OSError:
        return
    assert answers_or_closes(link)


def test_silence_before_hello_is_ended(record: dict[str, Any]) -> None:
    link = Raw(record)
    assert link.closes(), "the five seconds before hello are over"


def test_half_a_frame_then_gone(record: dict[str, Any]) -> None:
    for cut in (1, 3, 8, 40):
        link = Raw(record)
        epoch = link.greet()["epoch"]
        whole = frame(TEXT, json.dumps(call(1, epoch, "get_scene")).encode())
        link.socket.sendall(whole[:cut])
        link.close()


def test_two_commands_in_one_segment(record: dict[str, Any]) -> None:
    link = Raw(record)
    epoch = link.greet()["epoch"]
    both = [frame(TEXT, json.dumps(call(n, epoch, "get_selection")).encode()) for n in (1, 2)]
    link.socket.sendall(b"".join(both))
    answers = {link.receive()["id"] for _ in both}
    assert answers == {1, 2}
    link.close()


def test_one_command_in_many_segments(record: dict[str, Any]) -> None:
    link = Raw(record)
    epoch = link.greet()["epoch"]
    for byte in frame(TEXT, json.dumps(call(1, epoch, "get_selection")).encode()):
        link.socket.sendall(bytes([byte]))
    assert link.answer_to(1)["ok"]
    link.close()


def test_same_key_runs_once_and_with_another_body_is_refused(record: dict[str, Any]) -> None:
    link = Raw(record)
    epoch = link.greet()["epoch"]
    code = "import builtins; builtins.counted = getattr(builtins, 'counted', 0) + 1; builtins.counted"
    first = call(1, epoch, "execute_python", code=code)
    link.send(first)
    value = link.answer_to(1)["value"]["value"]
    link.send({**first, "id": 2})
    assert link.answer_to(2)["value"]["value"] == value
    link.send({**first, "id": 3, "arguments": {"code": "1"}})
    assert link.answer_to(3)["error"]["error_code"] == "key_reused"
    link.close()


def test_another_epoch_is_outcome_unknown(record: dict[str, Any]) -> None:
    link = Raw(record)
    link.greet()
    link.send(call(1, "an-epoch-long-gone", "get_selection"))
    assert link.answer_to(1)["error"]["error_code"] == "outcome_unknown"
    link.close()


def test_cancel_stops_a_running_call(record: dict[str, Any]) -> None:
    link = Raw(record)
    epoch = link.greet()["epoch"]
    link.send(call(1, epoch, "execute_python", code="while True: pass"))
    link.send({"kind": "cancel", "id": 1})
    assert link.answer_to(1)["error"]["error_code"] == "cancelled"
    link.close()


def test_a_cancel_of_what_is_over_or_anothers_stops_nothing(record: dict[str, Any], tmp_path: Path) -> None:
    """Numbers of calls are each connection's own: nobody reaches into another one's, and what is done stays done."""
    mine, other = Raw(record), Raw(record)
    epoch = mine.greet()["epoch"]
    other.greet()
    mine.send(call(1, epoch, "get_selection"))
    assert mine.answer_to(1)["ok"]
    begun, go = tmp_path / "begun", tmp_path / "go"
    wait = f"import os, time\nopen({str(begun)!r}, 'w').close()\n"
    wait += f"while not os.path.exists({str(go)!r}): time.sleep(0.01)"
    mine.send(call(2, epoch, "execute_python", code=wait))
    until(begun.exists, "the code did not begin")
    for link, number in ((mine, 1), (mine, 99), (other, 2)):
        link.send({"kind": "cancel", "id": number})
    # Answered beside the main thread, after what was sent before it.
    for link in (mine, other):
        link.send(call(5, epoch, "get_status"))
        assert link.answer_to(5)["ok"]
    go.touch()
    done = mine.answer_to(2)
    assert done["ok"], done
    other.send(call(4, epoch, "get_selection"))
    assert other.answer_to(4)["ok"], "and who asked for it is served on"
    for link in (mine, other):
        link.close()


def test_a_thousand_connections(record: dict[str, Any]) -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 4096), hard))
    bystander = Raw(record)
    epoch = bystander.greet()["epoch"]
    crowd: list[Raw] = []
    try:
        for number in range(1000):
            try:
                link = Raw(record)
            except (OSError, IndexError):
                continue
            crowd.append(link)
            if number % 100 == 0:
                bystander.send(call(number + 1, epoch, "get_selection"))
                assert bystander.answer_to(number + 1)["ok"]
    finally:
        for link in crowd:
            link.close()
        bystander.close()
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert len(crowd) > 10


def test_token_is_in_nobody_elses_sight(one_host: Any, record: dict[str, Any]) -> None:
    command_line = Path(f"/proc/{record['pid']}/cmdline").read_bytes()
    assert record["token"].encode() not in command_line
    assert record["token"] not in one_host.tail()
    assert record["token"] not in json.dumps(Raw(record).greet())
