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


def test_the_plugin_comes_into_a_made_up_maya_loads_and_goes(tmp_path: Path) -> None:
    mayapy = tmp_path / "maya2025" / "bin" / "mayapy"
    mayapy.parent.mkdir(parents=True)
    # Without the packages of this Python: what is found then is what was installed.
    mayapy.write_text(f'#!/bin/sh\nexec "{sys.executable}" -S "$@"\n')
    mayapy.chmod(0o755)

    def maya(verb: str, *more: str) -> tuple[int, dict[str, str]]:
        done = cli(tmp_path, verb, "maya", "--maya", str(mayapy.parent.parent), "--json", *more)
        (told,) = json.loads(done.stdout)["mayas"]
        return done.returncode, told

    modules = tmp_path / "maya" / "2025" / "modules"
    code, told = maya("install", "--dry-run")
    assert (code, told["outcome"], modules.exists()) == (0, "would_change", False), told
    code, told = maya("install")
    assert (code, told["outcome"], told["version"]) == (0, "installed", "2025"), told
    assert sorted(path.name for path in modules.iterdir()) == ["scenewire", "scenewire.mod"]
    assert "+ MAYAVERSION:2025 scenewire" in (modules / "scenewire.mod").read_text()
    look = f"import sys; sys.path.insert(0, {str(modules / 'scenewire' / 'python')!r}); import scenewire._native as n"
    found = subprocess.run([mayapy, "-c", f"{look}; print(n.__file__)"], capture_output=True, text=True, check=True)
    assert found.stdout.startswith(str(modules))
    assert maya("install")[1]["outcome"] == "already_there"
    (modules / "scenewire" / "plug-ins" / "scenewire_plugin.py").write_text("broken")
    assert maya("install")[1]["outcome"] == "repaired"
    code, told = maya("uninstall")
    assert (code, told["outcome"], list(modules.iterdir())) == (0, "removed", [])


def test_a_machine_without_blender_is_said(tmp_path: Path) -> None:
    done = cli(tmp_path, "install", "blender", "--blender", str(tmp_path / "none"), "--json")
    assert done.returncode == 1
    assert json.loads(done.stderr)["error_code"] == "file_not_found"
