"""Node 22, the MCP Inspector, the protocol's conformance suite, the validator of MCP bundles and the TypeScript
compiler, from the npm registry: clients that are not ours.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from . import system
from .cache import cache, environment, run, stamped

PACKAGES = [
    "node@22",
    "@modelcontextprotocol/inspector@2.12",
    "@modelcontextprotocol/conformance@0.2.0-alpha.12",
    "@anthropic-ai/mcpb@2.1.2",
    "typescript@5.9",
]


def programs() -> Path:
    """The folder with `node`, `mcp-inspector`, `conformance`, `mcpb` and `tsc` in it."""
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
