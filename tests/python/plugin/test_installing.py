"""The Maya MCP server's design (seed 003), its property of installing: the plug-in into made-up Mayas, whose Python is
the double's, and the server into the configuration of MCP clients.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
import scenewire
from conftest import specs
from hundred import HUNDRED
from hypothesis import given
from hypothesis import strategies as st

SCENEWIRE = str(Path(sys.executable).parent / "scenewire")
FITTING = range(2023, 2028)


class Home:
    """A user's home folder, with a Maya of some release in it."""

    def __init__(self, folder: Path, release: int) -> None:
        self.folder = folder
        self.maya = folder / f"maya{release}"
        self.modules = folder / "maya" / str(release) / "modules"
        (self.maya / "bin").mkdir(parents=True)
        mayapy = self.maya / "bin" / "mayapy"
        # Without the packages of that Python: what is found then is what was installed.
        mayapy.write_text(f'#!/bin/sh\nexec "{specs()[0]["argv"][0]}" -S "$@"\n')
        mayapy.chmod(0o755)

    def cli(self, *argv: str) -> tuple[int, Any]:
        """Exit code and JSON of one command of this user's."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "SCENEWIRE_"))}
        done = subprocess.run(
            [SCENEWIRE, *argv, "--json"],
            env={**kept, "HOME": str(self.folder), "SCENEWIRE_HOME": str(self.folder / "state")},
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        return done.returncode, json.loads(done.stdout or done.stderr)

    def files(self) -> dict[str, bytes]:
        """What lies in the folder of modules but for what Python compiles."""
        every = [path for path in self.modules.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
        return {str(path.relative_to(self.modules)): path.read_bytes() for path in every}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home in which the plug-in was installed."""
    if not specs():
        pytest.skip("no host: run it by `make test`")
    home = Home(tmp_path_factory.mktemp("home"), 2025)
    code, told = home.cli("install", "maya", "--maya", str(home.maya))
    assert (code, told["mayas"][0]["outcome"]) == (0, "installed"), told
    return home


def put(home: Home, installed: Home, version: str, damaged: bool) -> None:
    """Has the plug-in there in this version, as an installation some time ago left it; or not quite."""
    shutil.copytree(installed.modules, home.modules, copy_function=os.link)
    file = home.modules / "scenewire.mod"
    text = file.read_text()
    file.unlink()
    file.write_text(text.replace(f" {scenewire.__version__} ", f" {version} "))
    if damaged:
        (home.modules / "scenewire" / "plug-ins" / "scenewire_plugin.py").unlink()


#: Versions as people number them, and how they stand to this one.
OLDER, SAME, NEWER = ("0.0.1", "0.0.99"), (scenewire.__version__,), ("0.1.1", "0.10.0", "7.0.0")
versions = st.none() | st.sampled_from(OLDER + SAME + NEWER)


def outcome_of(release: int, version: str | None, damaged: bool) -> str:
    """What installing comes to."""
    if release not in FITTING or version in NEWER:
        return "refused"
    if version is None:
        return "installed"
    if version in OLDER:
        return "upgraded"
    return "repaired" if damaged else "already_there"


#: Clients that keep their servers under `mcpServers`, and where.
CLIENTS = {
    "cursor": ".cursor/mcp.json",
    "windsurf": ".codeium/windsurf/mcp_config.json",
    "gemini-cli": ".gemini/settings.json",
    "kiro": ".kiro/settings/mcp.json",
    "lm-studio": ".lmstudio/mcp.json",
}
servers = st.none() | st.dictionaries(st.text("abcdefgh", min_size=1), st.builds(dict, command=st.text(max_size=9)))


def plugin(installed: Home, home: Home, release: int, version: str | None, damaged: bool, verb: str) -> None:
    """Brings it into a Maya of this release, or takes it away, where some version of it may be."""
    if version is not None:
        put(home, installed, version, damaged)
    before = home.files()
    name, *dry = verb.split()
    code, told = home.cli(name, "maya", "--maya", str(home.maya), *dry)
    if name == "uninstall":
        assert [one["outcome"] for one in told["mayas"]] == ["removed"] * (version is not None)
        assert (code, home.files()) == (0, {})
        return
    (one,) = told["mayas"]
    outcome = outcome_of(release, version, damaged)
    changes = outcome in ("installed", "upgraded", "repaired")
    assert one["outcome"] == ("would_change" if changes and dry else outcome), one
    assert (code, one["version"]) == (1 if outcome == "refused" else 0, str(release))
    assert outcome != "upgraded" or f"from {version}" in one["said"]
    assert home.files() == (installed.files() if changes and not dry else before)


def server(home: Home, client: str, servers: dict[str, Any] | None) -> None:
    """Brings it to a client that may have others, and takes it away."""
    file = home.folder / CLIENTS[client]
    if servers is not None:
        file.parent.mkdir(parents=True)
        file.write_text(json.dumps({"mcpServers": servers}))
    code, told = home.cli("install", "client", client, "--yes")
    assert (code, told["outcome"], told["file"]) == (0, "written", str(file)), told
    now = json.loads(file.read_text())["mcpServers"]
    entry = now.pop("scenewire")
    assert now == (servers or {})
    assert (Path(entry["command"]).samefile(SCENEWIRE), entry["args"]) == (True, ["mcp"])
    assert home.cli("uninstall", "client", client, "--yes")[0] == 0
    left = json.loads(file.read_text()) if file.exists() else None
    assert left == (None if servers is None else {"mcpServers": servers})


flows = st.one_of(
    st.fixed_dictionaries(
        {
            "release": st.integers(2022, 2028),
            "version": versions,
            "damaged": st.booleans(),
            "verb": st.sampled_from(["install", "install --dry-run", "uninstall"]),
        }
    ),
    st.fixed_dictionaries({"client": st.sampled_from(sorted(CLIENTS)), "servers": servers}),
)


# **Feature: maya-mcp-server, Property 13: 安装部署一致性**
# *对于任何* 标准MCP安装流程,Maya MCP Server应该正确部署并支持版本管理
@HUNDRED
@given(flow=flows)
def test_plugin_and_server_are_brought_upgraded_repaired_and_taken_away(installed: Home, flow: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory(dir=installed.folder) as folder:
        home = Home(Path(folder), flow.get("release", 2025))
        if "client" in flow:
            server(home, **flow)
        else:
            plugin(installed, home, **flow)
