"""`scenewire demo` as a person types it: a picture of the right size with something on it."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import zlib
from pathlib import Path
from typing import Any

import pytest


def test_demo_makes_a_picture(tmp_path: Path) -> None:
    import conftest

    found: list[dict[str, Any]] = conftest.specs()
    if not found:
        pytest.skip("no host: run it by `make test`")
    command = Path(found[0]["argv"][0])
    picture = tmp_path / "demo.png"
    env = {**os.environ, "PATH": f"{command.parent}:{os.environ['PATH']}"}
    done = subprocess.run(
        [command, "demo", "--out", picture, "--json"],
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


def rows(data: bytes) -> bytes:
    """The filtered rows of a PNG."""
    at, packed = 8, b""
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        if data[at + 4 : at + 8] == b"IDAT":
            packed += data[at + 8 : at + 8 + length]
        at += 12 + length
    return zlib.decompress(packed)
