"""What makes `scenewire mcp` known to AI clients: an MCP bundle (`.mcpb`) and the MCP registry's `server.json`."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from . import addon, version, wheel, wheels
from .cache import ROOT, cache

# By the format's rule the reverse of who publishes it; README repeats it, which proves to the registry that both are
# ours.
SERVER_NAME = "io.github.scenewire/scenewire"
# The format itself demands this address.
SERVER_SCHEMA = "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json"
TITLE = "Scenewire"
# At most 100 characters, by the registry's schema.
DESCRIPTION = "Builds, inspects and renders scenes in a real Blender, on this machine or over a gateway."
# Name in the environment, whether it is secret, what it is for.
SETTINGS = (
    ("SCENEWIRE_INSTANCE", False, "Name or id of the Blender to use, when there are several"),
    ("SCENEWIRE_GATEWAY", False, "Address of a gateway, for Blenders on other machines"),
    ("SCENEWIRE_KEY", True, "Your key for the gateway"),
    ("SCENEWIRE_PIN", False, "Fingerprint of the gateway's certificate, when no authority vouches for it"),
)
# Blender's names of systems -> those of MCP bundles.
SYSTEMS = {"linux": "linux", "windows": "win32", "macos": "darwin"}
START = '''"""Run by the AI client: the MCP server over stdio."""

import sys

from scenewire.__main__ import main

sys.argv[1:] = ["mcp", *sys.argv[1:]]
sys.exit(main())
'''
# `uv` takes the wheel that fits from the bundle, and asks no index for anything.
PROJECT = """[project]
name = "scenewire-bundle"
version = "{version}"
requires-python = ">=3.9"
dependencies = ["scenewire=={version}"]

[tool.uv]
package = false
no-index = true
find-links = ["wheels"]
"""


def hand_out() -> int:
    """Puts the bundle, with the wheels that there are, and `server.json` into `dist/`."""
    found = sorted({wheel.build(), *wheels.built()})
    for made in build(found, cache("bundle", "made")):
        print(f"{wheel.to_dist(made)} ({made.stat().st_size / 1e6:.1f} MB)")
    return 0


def build(found: Sequence[Path], folder: Path) -> list[Path]:
    """The bundle with these wheels and `server.json`, in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [
        ("manifest.json", text(manifest(found))),
        ("pyproject.toml", PROJECT.format(version=version.version()).encode()),
        ("server.py", START.encode()),
        *((file.name, file.read_bytes()) for file in sorted(ROOT.glob("LICENSE-*"))),
        *((f"wheels/{one.name}", one.read_bytes()) for one in found),
    ]
    listing = folder / "server.json"
    listing.write_bytes(text(server()))
    return [addon.write(folder / f"scenewire-{version.version()}.mcpb", files), listing]


def text(value: dict[str, Any]) -> bytes:
    """JSON for people too."""
    return json.dumps(value, indent=2).encode() + b"\n"


def manifest(found: Sequence[Path]) -> dict[str, Any]:
    """What an AI client reads of the bundle. Of the kind `uv`: the client brings Python, for every system."""
    systems = {SYSTEMS[system.split("-")[0]] for one in found for system in addon.platform(one)[0]}
    return {
        "manifest_version": "0.4",
        "name": "scenewire",
        "display_name": TITLE,
        "version": version.version(),
        "description": DESCRIPTION,
        "author": {"name": "Scenewire maintainers"},
        "repository": {"type": "git", "url": repository()},
        "license": "MIT OR Apache-2.0",
        "keywords": ["blender", "3d", "rendering"],
        "server": {
            "type": "uv",
            "entry_point": "server.py",
            "mcp_config": {"command": "uv", "args": ["run", "--directory", "${__dirname}", "server.py"]},
        },
        # Which tools there are depends on the options of the server.
        "tools_generated": True,
        "compatibility": {"platforms": sorted(systems), "runtimes": {"python": ">=3.9"}},
    }


def server() -> dict[str, Any]:
    """What the MCP registry lists: the wheel of the package index, run by `uvx scenewire mcp`."""
    return {
        "$schema": SERVER_SCHEMA,
        "name": SERVER_NAME,
        "title": TITLE,
        "description": DESCRIPTION,
        "repository": {"url": repository(), "source": "github"},
        "version": version.version(),
        "packages": [
            {
                "registryType": "pypi",
                "identifier": "scenewire",
                "version": version.version(),
                "runtimeHint": "uvx",
                "packageArguments": [{"type": "positional", "value": "mcp"}],
                "transport": {"type": "stdio"},
                "environmentVariables": [
                    {"name": name, "description": about, "isRequired": False, "isSecret": secret}
                    for name, secret, about in SETTINGS
                ],
            }
        ],
    }


def repository() -> str:
    """Where the sources are, as Cargo.toml says."""
    found = re.search(r'(?m)^repository = "([^"]+)"$', (ROOT / "Cargo.toml").read_text())
    assert found, "Cargo.toml has no repository"
    return found[1]
