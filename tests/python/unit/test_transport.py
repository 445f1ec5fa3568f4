"""The seam between a service and a host: reassembly, time-outs, selection, and child processes."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from patience import until
from scenewire.errors import InvalidParamsError, SceneWireError
from scenewire.transport import (
    ChunkedJSONReassembler,
    ConnectionLostError,
    CoreTransport,
    MalformedResponseError,
    NetworkCore,
    NotConnectedError,
    RawSocketTransport,
    ResponseReceiver,
    ResponseTimeoutError,
    ResponseTooLargeError,
    ServerProcessError,
    Transport,
    is_running,
    normalised,
    select_transport,
    start_server_process,
    stop_server_process,
)

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(), inner, max_size=5),
    max_leaves=12,
)
OBJECTS = st.dictionaries(st.text(), VALUES, max_size=4) | st.lists(VALUES, max_size=4)


def pieces(data: bytes, sizes: list[int]) -> Iterator[bytes]:
    """The bytes cut into pieces of these sizes, over and over."""
    at, turn = 0, 0
    while at < len(data):
        size = sizes[turn % len(sizes)]
        yield data[at : at + size]
        at, turn = at + size, turn + 1


@settings(deadline=None)
@given(
    messages=st.lists(OBJECTS, max_size=6),
    sizes=st.lists(st.integers(1, 30), min_size=1, max_size=10),
    between=st.sampled_from(["\n", "", "\r\n", " ", "\0"]),
    indent=st.sampled_from([None, 1]),
    ascii_only=st.booleans(),
)
def test_messages_cut_anywhere_come_whole_once_and_in_order(
    messages: list[Any], sizes: list[int], between: str, indent: int | None, ascii_only: bool
) -> None:
    texts = [json.dumps(message, indent=indent, ensure_ascii=ascii_only) for message in messages]
    data = "".join(text + between for text in texts).encode("utf-8", "surrogatepass")
    reassembler = ChunkedJSONReassembler()
    got: list[Any] = []
    for piece in pieces(data, sizes):
        reassembler.feed(piece)
        got += reassembler.pop_messages()
    assert got == messages
    assert reassembler.pending <= len(between)


@settings(deadline=None)
@given(noise=st.lists(st.binary(max_size=30), max_size=10))
def test_no_bytes_break_it(noise: list[bytes]) -> None:
    reassembler = ChunkedJSONReassembler()
    for piece in noise:
        reassembler.feed(piece)
        with contextlib.suppress(MalformedResponseError):
            while reassembler.pop_message()[0]:
                pass


def test_lines_of_anything_and_what_is_no_json() -> None:
    reassembler = ChunkedJSONReassembler()
    reassembler.feed(b'42\n"text"\n{"a": oops}\n{"b": "cut by a line\n{"c": 1}\nnonsense\n[2]')
    assert reassembler.pop_messages() == [42, "text"]
    for _ in range(2):
        with pytest.raises(ValueError, match="no JSON"):
            reassembler.pop_messages()
    assert reassembler.pop_messages() == [{"c": 1}]
    with pytest.raises(MalformedResponseError, match="nonsense"):
        reassembler.pop_messages()
    assert reassembler.pop_messages() == [[2]]


def test_fifty_megabytes_in_small_pieces_take_no_quadratic_time() -> None:
    message = {"result": "x" * (50 << 20), "escaped": '"\\' * 1000}
    data = json.dumps(message).encode()
    reassembler = ChunkedJSONReassembler()
    started = time.perf_counter()
    for at in range(0, len(data), 8192):
        reassembler.feed(data[at : at + 8192])
    assert reassembler.pop_messages() == [message]
    # A second look at every byte for every piece would take hours.
    assert time.perf_counter() - started < 20


def test_a_message_over_the_limit_is_refused_and_dropped() -> None:
    reassembler = ChunkedJSONReassembler(limit=100)
    with pytest.raises(ResponseTooLargeError, match="100 bytes"):
        reassembler.feed(b'{"a": "' + b"x" * 100)
    reassembler.feed(b"{}")
    assert reassembler.pop_messages() == [{}]


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    ours, theirs = socket.socketpair()
    yield ours, theirs
    ours.close()
    theirs.close()


def test_the_receiver_keeps_what_was_glued(pair: tuple[socket.socket, socket.socket]) -> None:
    ours, theirs = pair
    ours.settimeout(7)
    theirs.sendall(b'{"n":1}\n{"n":2}{"n"')
    receiver = ResponseReceiver()
    assert receiver.receive_full_response(ours, timeout=5) == {"n": 1}
    assert receiver.receive_full_response(ours, timeout=5) == {"n": 2}
    with pytest.raises(ResponseTimeoutError, match="4 bytes of one had come") as caught:
        receiver.receive_full_response(ours, timeout=0.05)
    assert isinstance(caught.value, TimeoutError)
    assert caught.value.error_code == "timed_out"
    theirs.sendall(b":3}")
    assert receiver.receive_full_response(ours, timeout=5) == {"n": 3}
    assert ours.gettimeout() == 7
    theirs.sendall(b"{")
    theirs.close()
    with pytest.raises(ConnectionLostError, match="closed the connection"):
        receiver.receive_full_response(ours, timeout=5)


def test_the_time_is_for_the_whole_answer(pair: tuple[socket.socket, socket.socket]) -> None:
    ours, theirs = pair
    done = threading.Event()

    def drip() -> None:
        while not done.wait(0.02):
            theirs.sendall(b" ")

    thread = threading.Thread(target=drip)
    thread.start()
    try:
        started = time.monotonic()
        with pytest.raises(ResponseTimeoutError):
            ResponseReceiver().receive_full_response(ours, timeout=0.3)
        assert time.monotonic() - started < 5
    finally:
        done.set()
        thread.join()


class Server:
    """A TCP server of JSON lines whose answers a function makes; it counts its connections and answers."""

    def __init__(self, answer: Callable[[dict[str, Any]], bytes]) -> None:
        self.answer = answer
        self.connections = 0
        self.answered = 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.listener.getsockname()[1]
        threading.Thread(target=self.run, daemon=True).start()

    def run(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self.listener.accept()
                self.connections += 1
                threading.Thread(target=self.serve, args=(client,), daemon=True).start()

    def serve(self, client: socket.socket) -> None:
        with client, contextlib.suppress(OSError):
            for line in client.makefile("rb"):
                answer = self.answer(json.loads(line))
                try:
                    client.sendall(answer)
                finally:
                    self.answered += 1


@contextlib.contextmanager
def serving(answer: Callable[[dict[str, Any]], bytes]) -> Iterator[Server]:
    server = Server(answer)
    yield server
    server.listener.close()


def plain() -> socket.socket:
    return socket.socket(socket.AF_INET, socket.SOCK_STREAM)


def test_the_raw_transport_sends_lines_and_normalises() -> None:
    def answer(command: dict[str, Any]) -> bytes:
        replies: dict[str, Any] = {
            "bare": {"value": command["params"]},
            "ok": {"status": "ok", "result": 1},
            "wrong": {"status": "error", "message": "no", "error_code": "not_found"},
            "old": {"error": "broken"},
        }
        return json.dumps(replies[command["type"]]).encode() + b"\n"

    with serving(answer) as server:
        transport = RawSocketTransport("127.0.0.1", server.port)
        assert isinstance(transport, Transport)
        assert transport.connect()
        assert transport.connect()
        assert transport.send_command("bare", {"a": "é"}) == {"status": "success", "result": {"value": {"a": "é"}}}
        assert transport.send_command("ok") == {"status": "ok", "result": 1}
        assert transport.send_command("wrong")["error_code"] == "not_found"
        assert transport.send_command("old") == {"status": "error", "message": "broken"}
        assert server.connections == 1
        with pytest.raises(InvalidParamsError, match="`bare`"):
            transport.send_command("bare", {"a": float("nan")})
        transport.disconnect()
        transport.disconnect()
        with pytest.raises(NotConnectedError):
            transport.receive_full_response()


def test_a_late_answer_is_never_that_of_the_next_command() -> None:
    late = threading.Event()

    def answer(command: dict[str, Any]) -> bytes:
        if command["type"] == "slow":
            late.wait(30)
        return json.dumps({"status": "success", "result": command["type"]}).encode() + b"\n"

    with serving(answer) as server:
        transport = RawSocketTransport("127.0.0.1", server.port, timeout=0.1)
        with pytest.raises(ResponseTimeoutError):
            transport.send_command("slow")
        late.set()
        until(lambda: server.answered, "the late answer is not there")
        transport.timeout = 5
        assert transport.send_command("quick")["result"] == "quick"
        assert server.connections == 2


def test_nobody_there_is_said_by_its_address() -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    listener.close()
    core = NetworkCore("127.0.0.1", port, socket_factory=plain)
    assert not core.connect()
    with pytest.raises(ConnectionError, match=f"127.0.0.1:{port} cannot be reached"):
        core.send_command("any")
    native = CoreTransport("localhost", port)
    assert not native.connect()
    assert str(port) in native.reason
    with pytest.raises(SceneWireError, match=str(port)):
        native.send_command("get_scene")


def test_selection(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(select_transport("localhost", 9876, plain), RawSocketTransport)
    assert isinstance(select_transport("localhost", 9876), CoreTransport)
    assert isinstance(NetworkCore().transport, CoreTransport)
    monkeypatch.setattr("scenewire.transport.select.native_available", lambda: False)
    assert isinstance(select_transport("localhost", 9876), RawSocketTransport)
    given_transport = RawSocketTransport()
    assert NetworkCore(transport=given_transport).transport is given_transport


def test_normalised_keeps_what_has_a_status() -> None:
    assert normalised({"status": "ok"}) == {"status": "ok"}
    assert normalised([1]) == {"status": "success", "result": [1]}
    assert normalised({"status": 3}) == {"status": "success", "result": {"status": 3}}


def child(code: str) -> list[str]:
    return [sys.executable, "-u", "-c", code]


def test_a_child_process_is_awaited_and_stopped() -> None:
    process = start_server_process(
        child("import time; time.sleep(0.1); print('listening now'); time.sleep(60)"), ready="listening"
    )
    assert is_running(process)
    assert "listening now" in process.last_words()
    stop_server_process(process)
    assert not is_running(process)
    assert stop_server_process(process) == process.returncode


def test_a_child_that_ends_early_is_told_with_its_last_words() -> None:
    with pytest.raises(ServerProcessError, match=r"ended with code 3 before it was ready(.|\n)*no such port") as caught:
        start_server_process(child("import sys; print('no such port', file=sys.stderr); sys.exit(3)"), ready="ready")
    assert caught.value.details["exit_code"] == 3
    with pytest.raises(ServerProcessError, match="cannot be started"):
        start_server_process(["/no/such/program"])


def test_a_child_that_is_never_ready_is_not_left_behind() -> None:
    code = "import os, time; print('pid', os.getpid()); time.sleep(60)"
    with pytest.raises(ServerProcessError, match=r"not ready in 0\.5 s") as caught:
        start_server_process(child(code), ready="ready", timeout=0.5)
    pid = int(caught.value.details["output"].split()[1])
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_child_that_does_not_listen_is_killed() -> None:
    code = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('ready'); time.sleep(60)"
    process = start_server_process(child(code), ready="ready")
    assert stop_server_process(process, timeout=0.3) == -signal.SIGKILL


def test_a_child_that_talks_a_lot_never_waits_for_us() -> None:
    code = "print('x' * 10_000_000); print('ready'); import time; time.sleep(60)"
    process = start_server_process(child(code), ready="^ready", timeout=30)
    assert process.last_words().endswith("ready\n")
    stop_server_process(process)


def test_what_still_runs_at_exit_is_stopped() -> None:
    code = f"""
from scenewire.transport import start_server_process
print(start_server_process({child("import time; time.sleep(60)")!r}).pid, flush=True)
"""
    ran = start_server_process(child(code))
    assert ran.wait(30) == 0
    until(ran.last_words, "it said nothing", 10)
    with pytest.raises(ProcessLookupError):
        os.kill(int(ran.last_words()), 0)
