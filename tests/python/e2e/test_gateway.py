"""A gateway, two users and their Blenders, as they would use it: real processes, TLS, the command line, the Python
client, the foreign MCP client, and plain HTTP.
"""

from __future__ import annotations

import asyncio
import base64
import json
import os
import stat
import subprocess
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import studio
from studio import Gateway, User

# Stands in code, arguments, results and scene text; nothing of it may reach the gateway's disk.
MARKER = "zebra-9413-marker"


@dataclass
class Studio:
    """Anna has two Blenders and lets her clients run Python in one; Ben has one."""

    gateway: Gateway
    anna: User
    ben: User
    ids: dict[str, str]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    import conftest

    if not conftest.specs():
        pytest.skip("no host: run it by `make test`")
    base = tmp_path_factory.mktemp("studio")
    config = base / "gateway.toml"
    config.write_text("rate = 500\n")
    gateway = Gateway(base / "data", ["--config", str(config)]).start()
    hosts: list[conftest.Host] = []
    try:
        anna, ben = gateway.user("anna", base / "anna"), gateway.user("ben", base / "ben")
        host_key = json.loads(ben.cli("key", "create", "barn", "--use", "host", "--json").stdout)["api_key"]
        wanted = [
            (anna, "crate", anna.paired(), ["--allow-remote-python"]),
            (anna, "shelf", anna.key, []),
            (ben, "barn", host_key, []),
        ]
        with ThreadPoolExecutor() as pool:
            hosts += pool.map(lambda one: one[0].link(one[1], one[2], *one[3]), wanted)
        ids = {name: user.online(name)["id"] for user, name, _, _ in wanted}
        yield Studio(gateway, anna, ben, ids)
    finally:
        for host in hosts:
            conftest.stop(host)
        gateway.stop()


def code_of(done: subprocess.CompletedProcess[str]) -> str:
    """The error of a command with --json."""
    return str(json.loads(done.stderr.strip().splitlines()[-1])["error_code"])


def test_its_folder_is_private_and_the_keys_are_not_in_it(place: Studio) -> None:
    gateway = place.gateway
    assert stat.S_IMODE(gateway.data.stat().st_mode) == 0o700
    for name in ("tls/key.pem", "secrets/pepper"):
        assert stat.S_IMODE((gateway.data / name).stat().st_mode) == 0o600, name
    everything = b"".join(path.read_bytes() for path in gateway.data.rglob("*") if path.is_file())
    for secret in (gateway.admin, place.anna.key, place.ben.key):
        assert secret.encode() not in everything
        assert not gateway.said(secret)


def test_command_line_lists_and_calls_over_the_gateway(place: Studio) -> None:
    told = json.loads(place.anna.cli("instances", "--json").stdout)["instances"]
    assert {(row["name"], row["status"], row["role"]) for row in told} == {
        ("crate", "online", "owner"),
        ("shelf", "online", "owner"),
    }
    done = place.anna.cli("call", "get_scene", '{"fields": ["name"]}', "--instance", "shelf", "--json")
    assert (done.returncode, list(json.loads(done.stdout))) == (0, ["name"])
    nameless = place.anna.cli("call", "get_scene", "--json")
    assert (nameless.returncode, code_of(nameless)) == (3, "instance_required")


def test_a_projects_own_operations_are_routed_where_python_may_run(place: Studio, tmp_path: Path) -> None:
    from scenewire import errors

    (tmp_path / "studio_gate.py").write_text(
        "import scenewire\n"
        "@scenewire.operation\ndef gate_echo(word: str) -> str:\n    'Gives the word.'\n    return word\n"
    )
    key = json.loads(place.anna.cli("key", "create", "narrow", "--scope", "read,edit", "--json").stdout)["api_key"]
    with place.anna.connect("crate") as crate, place.anna.connect("shelf") as shelf:
        crate.import_module(path=str(tmp_path / "studio_gate.py"))
        assert crate.call("gate_echo", {"word": "a"}).value["value"] == "a"
        step = {"operation": "gate_echo", "arguments": {"word": "b"}}
        done = crate.batch(operations=[step])
        assert done["results"][0]["result"]["value"] == "b"
        assert [one["operation"] for one in crate.list_project_operations()["items"]] == ["gate_echo"]
        assert shelf.list_project_operations()["items"] == []
        for client, operation in ((shelf, "gate_echo"), (crate, "gate_ehco")):
            with pytest.raises(errors.UnknownOperationError):
                client.call(operation, {"word": "a"})
    with replace(place.anna, key=key).connect("crate") as narrow:
        narrow.get_scene(fields=["name"])
        for call in (lambda: narrow.call("gate_echo", {"word": "a"}), lambda: narrow.batch(operations=[step])):
            with pytest.raises(errors.UnknownOperationError):
                call()
    admin = place.gateway.admins()
    records = json.loads(admin.cli("audit", "search", "--limit", "1000", "--json").stdout)["records"]
    acts = {(record["operation"], record["outcome"]) for record in records}
    assert {("(project)", "ok"), ("(project)", "unknown_operation")} <= acts


def test_a_mesh_of_a_million_vertices_comes_back_byte_for_byte(place: Studio) -> None:
    numpy = pytest.importorskip("numpy")
    vertices = numpy.random.default_rng(7).random((1_000_000, 3), dtype="f4")
    indices = numpy.arange(999_999, dtype="i4")
    with place.anna.connect("crate") as blender:
        items = [{"name": "Cloud", "vertices": vertices, "indices": indices}]
        made = blender.create_meshes(items=items)["items"][0]
        assert made["vertex_count"] == 1_000_000
        fields = ["vertices", "indices"]
        (read,) = blender.get_meshes(ids=[made["id"]], fields=fields)["items"]
    assert read["vertices"].tobytes() == vertices.tobytes()
    assert read["indices"].tobytes() == indices.tobytes()


def test_things_go_from_one_blender_to_another_and_to_nobody_elses(place: Studio) -> None:
    from scenewire import errors

    def keyed(*flags: str) -> User:
        made = place.anna.cli("key", "create", "sender", *flags, "--json")
        return replace(place.anna, key=json.loads(made.stdout)["api_key"])

    def refused(user: User, error: type[errors.SceneWireError], source: str = "crate", target: str = "shelf") -> Any:
        with user.connect(source) as client, pytest.raises(error) as caught:
            client.transfer(ids=["Parcel"], target=target)
        return caught.value

    with place.anna.connect("crate") as crate, place.anna.connect("shelf") as shelf:
        crate.create_primitives(items=[{"kind": "cube", "name": "Parcel"}])
        done = crate.transfer(ids=["Parcel"], target="shelf")
        assert shelf.get_nodes(ids=[done["items"][0]["id"]])["items"][0]["name"] == "Parcel"
        scene = shelf.list_nodes()["total"]
        unseen = refused(place.anna, errors.InstanceNotFoundError, target="barn")
        nobody = refused(place.anna, errors.InstanceNotFoundError, target="burn")
        assert str(unseen) == str(nobody).replace("burn", "barn")
        assert (unseen.suggestions, unseen.details) == (nobody.suggestions, nobody.details)
        assert refused(keyed("--scope", "read"), errors.PermissionDeniedError).details["side"] == "target"
        assert refused(keyed("--operation", "create_*"), errors.PermissionDeniedError).details["side"] == "source"
        one = keyed("--instance", place.ids["crate"])
        refused(one, errors.InstanceNotFoundError)
        # Who may only look at it may take from it, and not bring to it.
        shared = place.anna.cli("instance", "share", "crate", "ben", "--role", "viewer", "--json")
        assert shared.returncode == 0, shared.stderr
        with place.ben.connect("barn") as barn:
            barn.create_primitives(items=[{"kind": "cube", "name": "Parcel"}])
            assert refused(place.ben, errors.PermissionDeniedError, "barn", "crate").details["side"] == "target"
        with place.ben.connect("crate") as theirs:
            theirs.transfer(ids=["Parcel"], target="barn")
        share = json.loads(shared.stdout)["share"]["id"]
        assert place.anna.cli("instance", "unshare", share).returncode == 0
        assert shelf.list_nodes()["total"] == scene
        # HTTP and MCP of the gateway itself do it too.
        body = {"operation": "transfer", "arguments": {"ids": ["Parcel"], "target": "shelf"}}
        status, told = place.anna.http("POST", "/api/v1/instances/crate/call", body)
        assert (status, told["result"]["items"][0]["name"]) == (200, "Parcel.001"), told
        assert told["instance"] == place.ids["shelf"]
        assert shelf.list_nodes()["total"] == scene + 1
    records = json.loads(place.gateway.admins().cli("audit", "search", "--limit", "1000", "--json").stdout)["records"]
    assert not [record for record in records if record["operation"] == "transfer"], "its parts are recorded"


def mcp(work: Callable[[Any], Awaitable[Any]], server: Any, **options: Any) -> Any:
    """Runs work with a session of the reference client."""
    client = pytest.importorskip("mcp", reason="the foreign client is not installed").Client

    async def run() -> Any:
        async with client(server(), **options) as session:
            return await work(session)

    return asyncio.run(asyncio.wait_for(run(), 120))


async def both(session: Any) -> Any:
    """What an agent does with two Blenders: list, look at one, build in the other, render it."""
    listed = await session.call_tool("list_instances", {})
    unnamed = await session.call_tool("get_scene", {})
    cube = {"items": [{"kind": "cube", "name": "Agents"}]}
    made = await session.call_tool("create_primitives", {**cube, "instance": "shelf"})
    scenes = [await session.call_tool("get_scene", {"instance": name}) for name in ("crate", "shelf")]
    camera = {"operation": "create_cameras", "instance": "shelf"}
    shot = {"name": "Shot", "position": [0, -8, 0], "rotation": {"euler": [90, 0, 0]}, "active": True}
    await session.call_tool("call", {**camera, "arguments": {"items": [shot]}})
    size = {"width": 64, "height": 48, "instance": "shelf"}
    look = await session.call_tool("look", size)
    render = await session.call_tool("render", {**size, "engine": "cycles", "samples": 1})
    return listed, unnamed, made, scenes, look, render


def check_both(answers: Any) -> None:
    listed, unnamed, made, scenes, look, render = answers
    rows = listed.structured_content["instances"]
    assert {(row["name"], row["status"]) for row in rows} == {("crate", "online"), ("shelf", "online")}
    assert unnamed.is_error
    assert unnamed.structured_content["error_code"] == "instance_required"
    assert not made.is_error, made
    there = ["Agents" in str(scene.structured_content["nodes"]) for scene in scenes]
    assert there == [False, True]
    for shown in (look, render):
        (picture,) = [content for content in shown.content if content.type == "image"]
        assert base64.b64decode(picture.data)[:4] in {b"\x89PNG", b"\xff\xd8\xff\xe0"}


def test_mcp_over_stdio_drives_several_instances(place: Studio) -> None:
    def server() -> Any:
        from mcp import StdioServerParameters

        argv = ["mcp", "--gateway", place.gateway.url]
        return StdioServerParameters(command=studio.SCENEWIRE, args=argv, env=place.anna.environment())

    check_both(mcp(both, server))


def over_http(user: User) -> Any:
    """The gateway's own MCP, with the user's key."""
    import httpx2
    from mcp.client.streamable_http import streamable_http_client

    headers = {"Authorization": f"Bearer {user.key}"}
    client = httpx2.AsyncClient(verify=user.gateway.trusted(), headers=headers, timeout=60)
    return streamable_http_client(f"{user.gateway.url}/mcp", http_client=client)


@pytest.mark.parametrize("mode", ["legacy", "auto"])
def test_mcp_over_http_drives_several_instances(place: Studio, mode: str) -> None:
    check_both(mcp(both, lambda: over_http(place.anna), mode=mode))


def test_a_task_over_mcp_is_its_users_alone(place: Studio) -> None:
    client = pytest.importorskip("mcp", reason="the foreign client is not installed")
    from .test_mcp_tasks import Now, Tasks, ask

    tasks = Tasks()

    async def begin(session: Any) -> Any:
        shot = {"operation": "create_cameras", "instance": "shelf", "arguments": {"items": [{"active": True}]}}
        await session.call_tool("call", shot)
        render = {"engine": "cycles", "samples": 1, "width": 32, "height": 24, "instance": "shelf"}
        return await session.session.call_tool("render", render, allow_claimed=True)

    handle = mcp(begin, lambda: over_http(place.anna), extensions=[tasks])
    assert handle.task_id.endswith(f"@{place.ids['shelf']}")

    async def look(session: Any) -> Any:
        with pytest.raises(client.MCPError) as refused:
            await ask(session.session, "tasks/get", handle.task_id, Now)
        with pytest.raises(client.MCPError) as ended:
            await ask(session.session, "tasks/cancel", handle.task_id, Now)
        return refused.value.error.code, ended.value.error.code

    assert mcp(look, lambda: over_http(place.ben), extensions=[Tasks()]) == (-32602, -32602)

    # Whoever asked has left; another session of the same user gets the picture.
    result = mcp(lambda session: tasks.wait(handle, session), lambda: over_http(place.anna), extensions=[Tasks()])
    assert [content.mime_type for content in result.content if content.type == "image"] == ["image/png"]


def test_the_seeds_four_paths_with_one_key(place: Studio) -> None:
    gateway = place.gateway

    def seed(method: str, path: str, body: Any = None, **query: str) -> Any:
        status, told = gateway.http(method, f"/api/{path}?{urlencode(query)}", body)
        assert status == 200, told
        return told

    user = seed("POST", "create_user", username="seed user", api_key=gateway.admin)
    key = user["api_key"]
    reserved = seed("POST", "register_blender_instance", instance_name="desk", api_key=key)
    import conftest

    home = place.anna.home / "seed"
    home.mkdir(parents=True)
    flags = ["--pin", gateway.pin, "--instance-id", reserved["instance_id"]]
    host = studio.launch("desk", key, "--gateway", gateway.url, *flags, home=home)
    try:
        User("seed user", user["user_id"], key, gateway, home).online("desk")
        (row,) = seed("GET", "list_blender_instances", api_key=key)["instances"]
        assert (row["instance_id"], row["name"], row["status"]) == (reserved["instance_id"], "desk", "online")
        target = {"target_instance_id": row["instance_id"], "api_key": key}
        params = {"params": {"items": [{"kind": "cube", "name": "Seed"}]}}
        routed = seed("POST", "route_command", params, command_type="create_primitives", **target)
        assert (routed["status"], routed["result"]["items"][0]["name"]) == ("success", "Seed")
        query = urlencode({"command_type": "get_nodes", **target})
        status, told = gateway.http("POST", f"/api/route_command?{query}", {"params": {"ids": ["nobody"]}})
        assert (status, told["status"], told["error_code"]) == (404, "error", "not_found")
    finally:
        conftest.stop(host)


def test_another_users_instance_is_answered_as_one_that_is_not_there(place: Studio) -> None:
    from scenewire.errors import SceneWireError

    anna, ben = place.anna, place.ben
    assert set(ben.instances()) == {"barn"}
    pairs = []
    for wanted in (place.ids["crate"], "i_nobody"):
        answers: list[Any] = []
        for method, path, body in [
            ("GET", f"/api/v1/instances/{wanted}", None),
            ("PATCH", f"/api/v1/instances/{wanted}", {"name": "mine"}),
            ("PUT", f"/api/v1/instances/{wanted}/lease", {}),
            ("DELETE", f"/api/v1/instances/{wanted}", None),
            ("POST", f"/api/v1/instances/{wanted}/call", {"operation": "get_scene"}),
        ]:
            status, told = ben.http(method, path, body)
            answers.append((status, {name: value for name, value in told.items() if name != "timestamp"}))
        with pytest.raises(SceneWireError) as caught, ben.connect(wanted) as blender:
            blender.get_scene()
        answers.append((caught.value.error_code, str(caught.value)))
        pairs.append(json.loads(json.dumps(answers).replace(wanted, "X")))
    assert pairs[0] == pairs[1]
    assert all(answer[0] in {404, "instance_not_found"} for answer in pairs[0]), pairs[0]
    assert "crate" in anna.instances()


def test_python_over_the_gateway_is_the_artists_to_allow(place: Studio) -> None:
    refused = place.anna.cli("call", "execute_python", "code=6*7", "--instance", "shelf", "--json")
    assert (refused.returncode, code_of(refused)) == (4, "permission_denied")
    assert "--allow-remote-python" in refused.stderr
    allowed = place.anna.cli("call", "execute_python", "code=6*7", "--instance", "crate", "--json")
    assert json.loads(allowed.stdout)["value"] == 42


def test_python_in_a_host_reaches_another_of_its_user(place: Studio, tmp_path: Path) -> None:
    import conftest

    def run(where: str, *arguments: object) -> subprocess.CompletedProcess[str]:
        code = f"import scenewire; scenewire.route_command(*{arguments!r})"
        return place.anna.cli("call", "execute_python", json.dumps({"code": code}), "--instance", where, "--json")

    host = place.anna.link("corner", place.anna.key, "--allow-remote-python", home=tmp_path)
    try:
        place.anna.online("corner")
        made = run("corner", "shelf", "create_primitives", {"items": [{"kind": "cube", "name": "From afar"}]})
        assert made.returncode == 0, made.stderr
        (row,) = json.loads(made.stdout)["value"]["items"]
        with place.anna.connect("shelf") as shelf:
            assert shelf.get_nodes(ids=[row["id"]])["items"][0]["name"] == "From afar"
        for where, wanted, error in [
            ("corner", "corner", "WouldDeadlockError"),
            ("corner", "barn", "InstanceNotFoundError"),
            # What pairing gave is for hosts only.
            ("crate", "shelf", "PermissionDeniedError"),
        ]:
            refused = run(where, wanted, "get_scene")
            assert code_of(refused) == "python_error", refused
            assert error in refused.stderr, refused.stderr
    finally:
        conftest.stop(host)


def test_a_certificate_that_is_not_the_right_one_is_told_to_an_artist(place: Studio) -> None:
    wrong = "sha256:" + ":".join(["AB"] * 32)
    said = place.anna.cli("instances", SCENEWIRE_PIN=wrong)
    assert said.returncode in {4, 5}
    assert "is not the gateway that was pinned" in said.stderr
    environment = place.anna.environment()
    del environment["SCENEWIRE_PIN"]
    argv = [studio.SCENEWIRE, "instances"]
    bare = subprocess.run(argv, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert bare.returncode in {4, 5}
    assert place.gateway.pin.lower() in bare.stderr.lower()
    assert "--pin" in bare.stderr
    for text in (said.stderr, bare.stderr):
        assert "UnknownIssuer" not in text
        assert "rustls" not in text


def test_a_host_with_the_wrong_pin_says_why_and_stays_local(place: Studio, tmp_path: Path) -> None:
    import conftest

    pin = "sha256:" + "ab" * 32
    host = studio.launch("lost", place.anna.key, "--gateway", place.gateway.url, "--pin", pin, home=tmp_path)
    try:
        home = {**studio.clean(), "SCENEWIRE_HOME": str(tmp_path)}
        argv = [studio.SCENEWIRE, "call", "get_status", "--json"]
        done = subprocess.run(argv, env=home, capture_output=True, text=True, check=False, timeout=60)
        told = json.loads(done.stdout)["gateway"]
        assert "is not the gateway that was pinned" in told["reason"], told
        assert "lost" not in place.anna.instances()
    finally:
        conftest.stop(host)


def test_a_rejected_configuration_leaves_the_old_one_running(place: Studio) -> None:
    gateway = place.gateway
    config = gateway.data.parent / "gateway.toml"
    config.write_text("rate = 500\nratte = 3\n")
    studio.until(lambda: gateway.said("rejected"), "nothing was said of it", 10)
    assert gateway.said("did you mean `rate`?"), gateway.tail()
    assert place.anna.http("GET", "/api/v1/me")[0] == 200
    config.write_text("rate = 400\n")
    studio.until(lambda: gateway.said("was read again"), "the good one was not taken", 10)


def test_the_record_shows_every_act_and_no_content(place: Studio) -> None:
    admin, anna, gateway = place.gateway.admins(), place.anna, place.gateway
    code = f"'{MARKER}' + open('/tmp/nowhere-{MARKER}').read()"
    assert anna.cli("call", "execute_python", f"code={code}", "--instance", "crate").returncode == 1
    assert anna.cli("call", "execute_python", f"code='{MARKER}'", "--instance", "crate").returncode == 0
    named = {"items": [{"kind": "cube", "name": MARKER}]}
    assert anna.cli("call", "create_primitives", json.dumps(named), "--instance", "crate").returncode == 0
    strange = anna.cli("call", f"{MARKER}_operation", "--instance", "crate", "--json")
    assert code_of(strange) == "unknown_operation"
    routed = anna.http(
        "POST", "/api/v1/instances/crate/call", {"operation": "get_nodes", "arguments": {"ids": [MARKER]}}
    )
    assert routed[0] == 200, routed
    shared = anna.cli("instance", "share", "shelf", "ben", "--role", "viewer", "--json")
    assert anna.cli("instance", "unshare", json.loads(shared.stdout)["share"]["id"]).returncode == 0

    records = json.loads(admin.cli("audit", "search", "--limit", "1000", "--json").stdout)["records"]
    acts = {(record["operation"], record["outcome"]) for record in records}
    assert acts >= {
        ("create_user", "ok"),
        ("pair", "ok"),
        ("redeem_code", "ok"),
        ("create_key", "ok"),
        ("execute_python", "ok"),
        ("execute_python", "python_error"),
        ("create_primitives", "ok"),
        ("(unknown)", "unknown_operation"),
        ("share_instance", "ok"),
        ("revoke_share", "ok"),
    }, acts
    own = json.loads(place.ben.cli("audit", "search", "--limit", "1000", "--json").stdout)["records"]
    assert {record["user"] for record in own} <= {place.ben.id}
    assert "Intact" in admin.cli("audit", "verify").stdout
    exported = admin.cli("audit", "export").stdout
    lines = [json.loads(line) for line in exported.splitlines()]
    assert [line["seq"] for line in lines] == sorted(line["seq"] for line in lines)
    assert len(lines) >= len(records)
    assert MARKER not in exported
    for path in gateway.data.rglob("*"):
        assert not path.is_file() or MARKER.encode() not in path.read_bytes(), path
    assert not gateway.said(MARKER)


def test_flags_and_folders_of_others_are_refused_in_words(place: Studio) -> None:
    def fails(*argv: str) -> str:
        command = [studio.SCENEWIRE, "gateway", *argv]
        done = subprocess.run(command, env=studio.clean(), capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode not in {0, 101}, done
        return done.stderr

    data = str(place.gateway.data)
    beyond = fails("--host", "0.0.0.0", "--port", "0", "--data", data)
    assert "--allow-remote" in beyond
    taken = fails("--port", str(place.gateway.port), "--data", f"{data}-2")
    assert "another --port" in taken
    running = fails("reset-admin-key", "--data", data)
    assert "running" in running, running
    assert os.path.exists(data)
