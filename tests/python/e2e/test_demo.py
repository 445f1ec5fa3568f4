"""`scenewire demo` as a person types it: a picture of the right size with something on it, and nobody dialled but its
own host.
"""

from __future__ import annotations

import json
import os
import shutil
import struct
import subprocess
import zlib
from pathlib import Path
from typing import Any

import pytest
import traced


def test_demo_makes_a_picture(tmp_path: Path) -> None:
    import conftest

    found: list[dict[str, Any]] = conftest.specs()
    if not found:
        pytest.skip("no host: run it by `make test`")
    command = Path(found[0]["argv"][0])
    picture, trace = tmp_path / "demo.png", tmp_path / "trace"
    argv = [command, "demo", "--out", picture, "--json"]
    tracing = shutil.which("strace") is not None
    env = {**os.environ, "PATH": f"{command.parent}:{os.environ['PATH']}"}
    done = subprocess.run(
        traced.under(trace, argv) if tracing else argv,
        env=env,
        capture_output=True,
        text=True,
        timeout=400,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout)["picture"] == str(picture)
    data = picture.read_bytes()
    width, height = struct.unpack(">II", data[16:24])
    assert width >= 640
    assert height >= 360
    assert len(set(rows(data))) > 100, "the picture is nearly of one colour"
    assert "ms" in done.stderr, "it tells how long each call took"
    if tracing:
        dials_only_itself(trace)


def dials_only_itself(trace: Path) -> None:
    """The demo starts a host and an MCP server, and these two are all that is dialled."""
    text = trace.read_text()
    dialled = traced.dialled(text)
    assert dialled
    assert dialled <= {place for place in traced.own(text) if place.startswith("127.0.0.1:")}
    assert traced.bound(text) <= {"127.0.0.1:0", "::1:0"}


def rows(data: bytes) -> bytes:
    """The filtered rows of a PNG."""
    at, packed = 8, b""
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        if data[at + 4 : at + 8] == b"IDAT":
            packed += data[at + 8 : at + 8 + length]
        at += 12 + length
    return zlib.decompress(packed)
