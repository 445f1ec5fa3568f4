"""The programs of a user: the command line, and the reference client of MCP over a server of its own."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

SCENEWIRE = str(Path(sys.executable).parent / "scenewire")


def cli(home: Path, *argv: str, **env: str) -> subprocess.CompletedProcess[str]:
    """One command, with a home and no terminal."""
    clean = {name: value for name, value in os.environ.items() if name != "SCENEWIRE_INSTANCE"}
    full = {**clean, "SCENEWIRE_HOME": str(home), **env}
    return subprocess.run([SCENEWIRE, *argv], env=full, capture_output=True, text=True, check=False, timeout=120)


def drive(home: Path, work: Callable[[Any], Awaitable[Any]], *argv: str, **options: Any) -> Any:
    """Runs work with a client session to a server of its own; `options` are the client's."""
    from mcp import Client, StdioServerParameters

    async def run() -> Any:
        clean = {name: value for name, value in os.environ.items() if name != "SCENEWIRE_INSTANCE"}
        server = StdioServerParameters(
            command=SCENEWIRE, args=["mcp", *argv], env={**clean, "SCENEWIRE_HOME": str(home)}
        )
        async with Client(server, **options) as client:
            return await work(client)

    return asyncio.run(asyncio.wait_for(run(), 240))
