"""A host over a Python adapter, in a process of its own, and the clients of it."""

from __future__ import annotations

import array
import asyncio
import signal
import threading
from typing import Any

import pytest
import scenewire
from conftest import PATIENCE, HostProcess
from double import Double
from scenewire import errors

ENDLESS = {
    "loop": "while True: pass",
    "loop that catches": "while True:\n    try: pass\n    except: pass",
    "loop that catches a loop": "while True:\n    try:\n        while True: pass\n    except: pass",
    "catches the loop": "try:\n    while True: pass\nexcept BaseException: pass",
    "loop that finally goes on": "while True:\n    try:\n        while True: pass\n    finally: continue",
    "loop that suppresses": (
        "import contextlib\nwhile True:\n    with contextlib.suppress(BaseException):\n        while True: pass"
    ),
    "loop in a handler": "try:\n    1 / 0\nexcept Exception:\n    while True: pass",
    "function that catches": (
        "def f():\n    while True:\n        try:\n            for _ in range(9): pass\n"
        "        except BaseException as e:\n            pass\nf()"
    ),
    "text of an error": "class E(Exception):\n    def __str__(self):\n        while True: pass\nraise E",
    "repr of a value": "class R:\n    def __repr__(self):\n        while True: pass\nR()",
}


@pytest.mark.parametrize("code", ENDLESS.values(), ids=ENDLESS)
def test_endless_code_is_stopped_at_its_deadline_and_the_host_goes_on(double: HostProcess, code: str) -> None:
    client = scenewire.connect()
    with pytest.raises(errors.TimedOutError):
        client.execute_python(code=code, timeout=0.2)
    after = client.execute_python(code="import sys\nprint('alive')\nsys.stdout is not None")
    assert (after["value"], after["stdout"]) == (True, "alive\n")


def test_a_time_out_says_where_the_code_was(double: HostProcess) -> None:
    with pytest.raises(errors.TimedOutError) as caught:
        scenewire.connect().execute_python(code="print('begun')\nx = 1\nwhile True: pass", timeout=0.2)
    assert (caught.value.details["line"], caught.value.details["stdout"]) == (3, "begun\n")


def test_a_call_that_is_cancelled_stops_what_runs(double: HostProcess) -> None:
    async def cancelled() -> object:
        client = scenewire.connect_async()
        started = asyncio.Event()
        code = "job.progress(None, 'started')\nwhile True: pass"
        call = client.call("execute_python", {"code": code}, on_progress=lambda *_: started.set())
        task = asyncio.ensure_future(call)
        await asyncio.wait_for(started.wait(), PATIENCE)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return await asyncio.wait_for(client.execute_python(code="6 * 7"), PATIENCE)

    result: Any = asyncio.run(cancelled())
    assert result["value"] == 42


@pytest.mark.parametrize(
    ("wrong", "error", "words"),
    [
        ("raise", errors.HandlerError, "ZeroDivisionError: division by zero"),
        ("declared", errors.NotFoundError, "no such thing"),
        ("syntax", errors.SceneWireSyntaxError, "invalid syntax"),
        ("memory", errors.OutOfMemoryError, "MemoryError"),
        ("file", errors.SceneWireFileNotFoundError, "/there/is/none"),
        ("nan", errors.HandlerError, "selected_ids[0]"),
        ("object", errors.HandlerError, "got object"),
        ("exit", errors.HandlerError, "SystemExit"),
    ],
)
def test_what_an_adapter_raises_reaches_the_caller(
    double: HostProcess, wrong: str, error: type[errors.SceneWireError], words: str
) -> None:
    with pytest.raises(error) as caught:
        scenewire.connect().select(ids=[wrong])
    assert words in str(caught.value)
    if wrong == "declared":
        assert (caught.value.details["id"], caught.value.suggestions) == ("x", ["cube"])
    if wrong == "raise":
        assert "double.py" in caught.value.details["traceback"]


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ({"items": [{"position": [0, float("nan"), 0]}]}, "items[0].position[1]"),
        ({"items": [{"metadata": {"a": {"b": float("inf")}}}]}, "items[0].metadata.a.b"),
        ({"items": [{"name": 2**70}]}, "items[0].name"),
        ({"items": [object()]}, "items[0]"),
        ({"items": [{1: 2}]}, "items[0]"),
        ({"items": [{"name": "\ud800"}]}, "items[0].name"),
    ],
)
def test_what_json_cannot_say_is_refused_with_its_path(
    double: HostProcess, arguments: dict[str, Any], path: str
) -> None:
    with pytest.raises(errors.InvalidParamsError) as caught:
        scenewire.connect().call("create_nodes", arguments)
    assert caught.value.details["path"] == path


def test_a_value_that_contains_itself_is_refused(double: HostProcess) -> None:
    endless: list[Any] = []
    endless.append(endless)
    with pytest.raises(errors.InvalidParamsError, match="64 levels"):
        scenewire.connect().call("create_nodes", {"items": endless})


def test_numpy_arrays_go_there_and_back(double: HostProcess) -> None:
    numpy = pytest.importorskip("numpy")
    client = scenewire.connect()
    vertices = numpy.random.default_rng(1).random((200_000, 3)).astype("f4")
    indices = numpy.arange(199_998, dtype="i4")
    client.create_meshes(items=[{"vertices": vertices, "indices": indices}])
    mesh: Any = client.get_meshes(ids=["m"])["items"][0]
    assert mesh["vertices"].dtype == numpy.float32
    assert numpy.array_equal(mesh["vertices"], vertices)
    assert mesh["vertices"].flags.writeable
    assert mesh["none"].shape == (0,)


@pytest.mark.parametrize(
    "kind", ["transposed", "int64", "float64", "float16", "big-endian", "array", "memoryview", "list"]
)
def test_every_kind_of_array_arrives_as_the_same_numbers(double: HostProcess, kind: str) -> None:
    numpy = pytest.importorskip("numpy")
    rows = numpy.arange(60, dtype="f4").reshape(20, 3)
    sent = {
        "transposed": numpy.asfortranarray(rows),
        "int64": rows,
        "float64": rows.astype("f8"),
        "float16": rows.astype("f2"),
        "big-endian": rows.astype(">f4"),
        "array": array.array("f", rows.ravel().tolist()),
        "memoryview": memoryview(rows.copy()),
        "list": rows.tolist(),
    }[kind]
    indices = numpy.arange(18, dtype="i8" if kind == "int64" else "i4")
    client = scenewire.connect()
    client.call("create_meshes", {"items": [{"vertices": sent, "indices": indices}]})
    mesh: Any = client.get_meshes(ids=["m"])["items"][0]
    assert numpy.array_equal(mesh["vertices"], rows)


def test_small_arrays_and_scalars_are_plain_numbers(double: HostProcess) -> None:
    numpy = pytest.importorskip("numpy")
    arguments = {"items": [{"kind": "cube", "position": numpy.array([1.0, numpy.nan, 3.0]), "size": numpy.float32(2)}]}
    with pytest.raises(errors.InvalidParamsError) as caught:
        scenewire.connect().call("create_primitives", arguments)
    assert caught.value.details["path"] == "items[0].position[1]"


def test_the_hosts_singles_read_as_people_write_them_and_codes_own_numbers_stay(double: HostProcess) -> None:
    client: Any = scenewire.connect()
    told = client.select(ids=["singles"])["selected_ids"]
    assert repr(told) == "[7.3588915, -0.1, 0.1, 9.313226e-10, 3e+38, 0.0]"
    assert client.execute_python(code="[7.358891487121582, 2.0**-30]")["value"] == [7.358891487121582, 2.0**-30]


def test_files_are_bytes(double: HostProcess) -> None:
    picture: Any = scenewire.connect().look()["image"]
    assert isinstance(picture, bytes)
    assert picture.startswith(b"\x89PNG")


def test_progress_and_revision_reach_the_caller(double: HostProcess) -> None:
    heard: list[tuple[Any, str]] = []
    client = scenewire.connect()
    before = client.call("get_scene", on_progress=lambda *told: heard.append(told)).revision
    after = client.call("execute_python", {"code": "1"}).revision
    assert heard == [(0.5, "half of it")]
    assert after == before + 1
    with pytest.raises(errors.ConflictError):
        client.call("execute_python", {"code": "1"}, if_revision=before)


def test_an_error_in_on_progress_is_raised_and_cancels(double: HostProcess) -> None:
    with pytest.raises(ZeroDivisionError):
        scenewire.connect().call("get_scene", on_progress=lambda *_: 1 / 0)


def test_many_asynchronous_calls_come_back_each_to_its_caller(double: HostProcess) -> None:
    async def many() -> list[Any]:
        async with scenewire.connect_async() as client:
            return await asyncio.gather(*(client.execute_python(code=f"{n} * 2") for n in range(50)))

    assert [result["value"] for result in asyncio.run(many())] == [n * 2 for n in range(50)]


def test_threads_share_a_client(double: HostProcess) -> None:
    client = scenewire.connect()
    results: dict[int, Any] = {}
    threads = [
        threading.Thread(target=lambda n=n: results.update({n: client.execute_python(code=str(n))["value"]}))  # type: ignore[misc]
        for n in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert results == {n: n for n in range(8)}


def test_instances_are_listed_and_found_by_name_and_id(double: HostProcess) -> None:
    (found,) = scenewire.instances()
    assert (found["name"], found["app"], found["pid"]) == ("double", "double", double.process.pid)
    for wanted in (found["name"], found["id"]):
        assert scenewire.connect(wanted).get_status()["instance"]["id"] == found["id"]
    with pytest.raises(errors.InstanceNotFoundError):
        scenewire.connect("nobody").get_status()


def test_a_closed_client_says_so(double: HostProcess) -> None:
    with scenewire.connect() as client:
        pass
    with pytest.raises(errors.SceneWireError, match="closed"):
        client.get_status()


def test_without_a_host_the_client_says_how_to_start_one(home: object) -> None:
    with pytest.raises(errors.HostNotRunningError) as caught:
        scenewire.connect().get_status()
    assert "scenewire host" in " ".join(caught.value.suggestions)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_the_host_even_while_a_command_runs(home: Any, number: int) -> None:
    host = HostProcess(home)
    started = threading.Event()
    outcome: list[BaseException] = []

    def call() -> None:
        code = "job.progress(None, 'started')\nwhile True: pass"
        try:
            scenewire.connect().call("execute_python", {"code": code}, on_progress=lambda *_: started.set())
        except errors.SceneWireError as error:
            outcome.append(error)

    caller = threading.Thread(target=call)
    caller.start()
    assert started.wait(PATIENCE)
    assert host.end(number) == 0
    caller.join(PATIENCE)
    assert isinstance(outcome[0], (errors.CancelledError, errors.OutcomeUnknownError))


def test_clients_whose_first_calls_start_at_once_dial_once_each(double: HostProcess) -> None:
    """256 calls before anybody is connected: a connection for each would be more than a host lets strangers make."""

    async def at_once() -> list[Any]:
        clients = [scenewire.connect_async() for _ in range(16)]
        calls = [client.execute_python(code=f"{at}") for client in clients for at in range(16)]
        return [answer["value"] for answer in await asyncio.wait_for(asyncio.gather(*calls), PATIENCE)]

    assert asyncio.run(at_once()) == [*range(16)] * 16


@pytest.mark.parametrize(
    ("given", "expected", "got"),
    [
        ({"port": 99999}, "a port from 1 to 65535, or 0 for a free one", 99999),
        ({"port": -1}, "a port from 1 to 65535, or 0 for a free one", -1),
        ({"port": "80"}, "a port from 1 to 65535, or 0 for a free one", "80"),
        ({"foreign_port": 70000}, "a port from 0 to 65535, or none", 70000),
        ({"name": 7}, "a text, or none", 7),
    ],
)
def test_a_wrong_setting_of_a_host_is_told(given: dict[str, Any], expected: str, got: Any) -> None:
    with pytest.raises(errors.InvalidParamsError) as caught:
        scenewire.start(Double(), **given)
    assert (caught.value.details["expected"], caught.value.details["got"]) == (expected, got)
    assert next(iter(given)) in str(caught.value)
    assert not scenewire.is_running()
