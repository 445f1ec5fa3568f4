"""The MCP Inspector's command line (npm, not ours) drives `scenewire mcp`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SCENEWIRE = str(Path(sys.executable).parent / "scenewire")
NODE = os.environ.get("SCENEWIRE_TEST_NODE")
pytestmark = pytest.mark.skipif(not NODE, reason="Node 22 and the MCP Inspector could not be installed")


def inspect(host: Any, folder: Path, era: str, *argv: str) -> dict[str, Any]:
    """One run of the Inspector against a server of its own."""
    server = {
        "command": SCENEWIRE,
        "args": ["mcp"],
        "env": {"SCENEWIRE_HOME": str(host.home)},
        "protocolEra": era,
    }
    config = folder / "servers.json"
    config.write_text(json.dumps({"mcpServers": {"scenewire": server}}))
    env = {
        **os.environ,
        "PATH": f"{NODE}:{os.environ['PATH']}",
        "MCP_INSPECTOR_SECRET_STORE": "memory",
        "HOME": str(folder),
    }
    command = [
        "mcp-inspector",
        "--cli",
        "--config",
        str(config),
        "--server",
        "scenewire",
        *argv,
        "--format",
        "json",
    ]
    done = subprocess.run(
        [f"{NODE}/{command[0]}", *command[1:]],
        env=env,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("era", ["legacy", "auto", "modern"])
def test_lists_and_calls_tools_in_every_era(one_host: Any, tmp_path: Path, era: str) -> None:
    listed = inspect(one_host, tmp_path, era, "--method", "tools/list")
    assert "get_scene" in str(listed)
    called = inspect(
        one_host,
        tmp_path,
        era,
        "--method",
        "tools/call",
        "--tool-name",
        "execute_python",
        "--tool-arg",
        "code=6*7",
    )
    assert "42" in str(called)


def test_schemas_are_portable(one_host: Any, tmp_path: Path) -> None:
    listed = inspect(one_host, tmp_path, "auto", "--method", "tools/list", "--strict")
    assert "render" in str(listed)
