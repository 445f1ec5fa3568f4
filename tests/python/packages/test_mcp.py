"""`uvx scenewire mcp` from the wheel, the MCP bundle and the registry's entry: judged by tools not ours, and run."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
NODE = os.environ.get("SCENEWIRE_TEST_NODE", "")
UV = os.environ.get("SCENEWIRE_TEST_UV", "")
PATIENCE = 60.0
INITIALIZE = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"},
    },
}


def initialize(folder: Path, *argv: str) -> dict[str, Any]:
    """What a server says to the first message, run by `uv` with nothing cached and no network."""
    env = {
        "PATH": f"{Path(UV).parent}:{os.environ['PATH']}",
        "HOME": str(folder),
        "SCENEWIRE_HOME": str(folder / "home"),
        "UV_CACHE_DIR": str(folder / "cache"),
        "UV_PYTHON": sys.executable,
        "UV_OFFLINE": "1",
    }
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(argv, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said, text=True)
        assert process.stdin
        assert process.stdout
        try:
            process.stdin.write(json.dumps(INITIALIZE) + "\n")
            process.stdin.flush()
            answered = select.select([process.stdout], [], [], PATIENCE)[0]
            line = process.stdout.readline() if answered else ""
            process.stdin.close()
            code = process.wait(PATIENCE)
        finally:
            process.kill()
        said.seek(0)
        assert line, said.read()
    assert code == 0
    return json.loads(line)["result"]


def check(answer: dict[str, Any], packages: dict[str, Any]) -> None:
    """The server of this very version."""
    assert answer["serverInfo"]["name"] == "scenewire"
    assert answer["serverInfo"]["version"] == Path(packages["wheel"]).name.split("-")[1]
    assert "tools" in answer["capabilities"]


def test_uvx_runs_the_wheel(packages: dict[str, Any], tmp_path: Path) -> None:
    check(initialize(tmp_path, "uvx", "--from", packages["wheel"], "scenewire", "mcp"), packages)


def test_bundle_is_valid(packages: dict[str, Any], tmp_path: Path) -> None:
    manifest = unpacked(packages, tmp_path) / "manifest.json"
    done = validate(manifest)
    assert done.returncode == 0, done.stdout
    told = json.loads(manifest.read_text())
    del told["author"]
    manifest.write_text(json.dumps(told))
    assert validate(manifest).returncode != 0, "a validator that cannot say no"


def unpacked(packages: dict[str, Any], folder: Path) -> Path:
    """The bundle's files, as a client unpacks them."""
    with zipfile.ZipFile(packages["mcpb"]) as files:
        files.extractall(folder / "bundle")
    return folder / "bundle"


def validate(manifest: Path) -> subprocess.CompletedProcess[str]:
    """The judgement of the format's own program."""
    env = {**os.environ, "PATH": f"{NODE}:{os.environ['PATH']}"}
    argv = [f"{NODE}/mcpb", "validate", str(manifest)]
    return subprocess.run(
        argv, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=PATIENCE, check=False
    )


def test_bundle_answers_a_client(packages: dict[str, Any], tmp_path: Path) -> None:
    folder = unpacked(packages, tmp_path)
    server = json.loads((folder / "manifest.json").read_text())["server"]
    assert (folder / server["entry_point"]).is_file()
    config = server["mcp_config"]
    argv = [word.replace("${__dirname}", str(folder)) for word in (config["command"], *config["args"])]
    check(initialize(tmp_path, *argv), packages)


def schema_of(listing: dict[str, Any]) -> dict[str, Any]:
    """The registry's published schema that the entry names."""
    import skillsaw

    dated = listing["$schema"].split("/")[-2].replace("-", "_")
    path = Path(skillsaw.__file__).parent / "schemas" / "mcp_registry" / f"v{dated}" / "server.schema.json"
    schema = json.loads(path.read_text())
    assert schema["$id"] == listing["$schema"]
    return schema


def test_registry_entry_follows_its_schema(packages: dict[str, Any]) -> None:
    import jsonschema

    listing = json.loads(Path(packages["server"]).read_text())
    judge = jsonschema.Draft7Validator(schema_of(listing))
    assert list(judge.iter_errors(listing)) == []
    assert list(judge.iter_errors({**listing, "description": "x" * 101})), "a schema that cannot say no"


def test_registry_entry_follows_the_registrys_further_rules(packages: dict[str, Any], tmp_path: Path) -> None:
    listing = json.loads(Path(packages["server"]).read_text())

    def lint(value: dict[str, Any]) -> tuple[int, str]:
        (tmp_path / "server.json").write_text(json.dumps(value))
        argv = [sys.executable, "-m", "skillsaw", "lint", str(tmp_path)]
        done = subprocess.run(argv, capture_output=True, text=True, timeout=PATIENCE, check=False)
        return done.returncode, done.stdout + done.stderr

    code, said = lint(listing)
    assert code == 0, said
    code, said = lint({**listing, "version": "^1.0"})
    assert code != 0, said


def test_readme_proves_that_entry_and_wheel_are_of_one_owner(packages: dict[str, Any]) -> None:
    name = json.loads(Path(packages["server"]).read_text())["name"]
    with zipfile.ZipFile(packages["wheel"]) as files:
        (metadata,) = (path for path in files.namelist() if path.endswith(".dist-info/METADATA"))
        assert f"mcp-name: {name}" in files.read(metadata).decode()


def test_no_file_names_the_host_of_an_index(packages: dict[str, Any]) -> None:
    text = Path(packages["server"]).read_text()
    with zipfile.ZipFile(packages["mcpb"]) as files:
        text += files.read("manifest.json").decode() + files.read("pyproject.toml").decode()
    for host in ("pypi.org", "npmjs.org", "registry.modelcontextprotocol.io"):
        assert host not in text


pytestmark = pytest.mark.skipif(not (NODE and UV), reason="uv and the validator of bundles: run it by `make test`")
