"""Node 22 and the MCP Inspector, from the npm registry, for the test that drives us with a client not
ours.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from . import system
from .cache import cache, environment, run, stamped

PACKAGES = ["node@22", "@modelcontextprotocol/inspector@2.12"]


def inspector() -> Path:
    """The folder with `node` and `mcp-inspector` in it."""
    system.programs("npm")
    folder = cache("node")
    with stamped("node", " ".join(PACKAGES)) as needed:
        if needed:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            (folder / "package.json").write_text('{"private": true}')
            run("npm install", ["npm", "install", "--no-audit", "--no-fund", *PACKAGES], cwd=folder)
            bin_folder = folder / "node_modules" / ".bin"
            # The first start proves that the binary came with its package, which npm may
            # leave to an install script.
            run("node --version", [bin_folder / "node", "--version"], env=environment())
    return folder / "node_modules" / ".bin"
