"""`scenewire install client` as a shell sees it, and whether what it writes can be started."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

SCENEWIRE = str(Path(sys.executable).parent / "scenewire")
CONFIG = '{\n  // theirs\n  "mcpServers": {\n    "other": {"command": "x"}\n  }\n}\n'


@pytest.fixture
def cursor(tmp_path: Path) -> Path:
    """The configuration of somebody who has one server already."""
    file = tmp_path / ".cursor" / "mcp.json"
    file.parent.mkdir()
    file.write_text(CONFIG)
    return file


def environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "SCENEWIRE_", "CLAUDE_"))}
    return {**kept, "HOME": str(home), "SCENEWIRE_HOME": str(home / "state")}


def cli(home: Path, *argv: str) -> subprocess.CompletedProcess[str]:
    """One command without a terminal, in the home folder."""
    command = [SCENEWIRE, *argv]
    return subprocess.run(
        command,
        env=environment(home),
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )


def test_the_written_command_serves(tmp_path: Path, cursor: Path) -> None:
    done = cli(tmp_path, "install", "client", "cursor", "--yes", "--json")
    said = json.loads(done.stdout)
    assert (done.returncode, said["outcome"], said["file"]) == (0, "written", str(cursor)), done
    assert "// theirs" in cursor.read_text()
    config = json.loads(cursor.read_text().replace("// theirs", ""))
    assert config["mcpServers"]["other"] == {"command": "x"}
    entry = config["mcpServers"]["scenewire"]
    hello = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}},
    }
    # A client with a window has no path of a terminal.
    env = {**environment(tmp_path), "PATH": "/usr/bin:/bin"}
    argv = [entry["command"], *entry["args"]]
    served = subprocess.run(
        argv, input=json.dumps(hello) + "\n", env=env, cwd="/", capture_output=True, text=True, timeout=60, check=False
    )
    assert json.loads(served.stdout.splitlines()[0])["result"]["serverInfo"]["name"] == "scenewire", served


def test_uninstalling_restores_every_byte(tmp_path: Path, cursor: Path) -> None:
    cursor.chmod(0o640)
    assert cli(tmp_path, "install", "client", "cursor", "--yes").returncode == 0
    assert cursor.read_text() != CONFIG
    assert cli(tmp_path, "uninstall", "client", "cursor", "--yes").returncode == 0
    assert (cursor.read_text(), cursor.stat().st_mode & 0o777) == (CONFIG, 0o640)
    assert "nothing to do" in cli(tmp_path, "uninstall", "client", "cursor").stdout


def test_nothing_is_written_without_an_answer(tmp_path: Path, cursor: Path) -> None:
    done = cli(tmp_path, "install", "client", "cursor")
    assert done.returncode == 2
    assert "--yes" in done.stderr
    assert '+    "scenewire": {' in done.stdout
    assert cli(tmp_path, "install", "client", "cursor", "--dry-run").returncode == 0
    assert cursor.read_text() == CONFIG
    assert [path.name for path in tmp_path.iterdir()] == [".cursor"]


@pytest.mark.parametrize(("answer", "code"), [("n", 1), ("y", 0)])
def test_asks_at_a_terminal(tmp_path: Path, cursor: Path, answer: str, code: int) -> None:
    ours, theirs = pty.openpty()
    try:
        os.write(ours, f"{answer}\n".encode())
        argv = [SCENEWIRE, "install", "client", "cursor"]
        done = subprocess.run(
            argv, env=environment(tmp_path), cwd=tmp_path, stdin=theirs, capture_output=True, timeout=60, check=False
        )
    finally:
        os.close(ours)
        os.close(theirs)
    assert done.returncode == code
    assert (cursor.read_text() == CONFIG) == (answer == "n")


def test_broken_files_and_wrong_names_are_said(tmp_path: Path, cursor: Path) -> None:
    cursor.write_text('{\n  "mcpServers": {,}\n}\n')
    done = cli(tmp_path, "install", "client", "cursor", "--yes", "--json")
    error = json.loads(done.stderr)
    assert (done.returncode, error["error_code"]) == (1, "syntax_error")
    assert (error["details"]["line"], error["details"]["column"]) == (2, 18)
    assert cursor.read_text() == '{\n  "mcpServers": {,}\n}\n'
    wrong = cli(tmp_path, "install", "client", "curser")
    assert wrong.returncode == 2
    assert "cursor" in wrong.stderr


def test_a_machine_without_blender_is_said(tmp_path: Path) -> None:
    done = cli(tmp_path, "install", "blender", "--blender", str(tmp_path / "none"), "--json")
    assert done.returncode == 1
    assert json.loads(done.stderr)["error_code"] == "file_not_found"
