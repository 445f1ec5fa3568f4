"""The wheel as a file: for whom it is, its size, and that what was left out of it is no code."""

from __future__ import annotations

import ast
import base64
import csv
import hashlib
import io
import zipfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]


def test_is_for_old_systems_and_small(packages: dict[str, Any]) -> None:
    wheel = Path(packages["wheel"])
    assert "-cp39-abi3-manylinux_2_28_" in wheel.name
    assert wheel.stat().st_size <= 6.5e6


def test_its_own_list_holds(packages: dict[str, Any]) -> None:
    with zipfile.ZipFile(packages["wheel"]) as wheel:
        (record,) = (name for name in wheel.namelist() if name.endswith(".dist-info/RECORD"))
        listed = {name: (digest, size) for name, digest, size in csv.reader(io.StringIO(wheel.read(record).decode()))}
        assert sorted(listed) == sorted(wheel.namelist())
        for name, (digest, size) in listed.items():
            if name != record:
                data = wheel.read(name)
                here = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
                assert (digest, size) == (f"sha256={here}", str(len(data))), name


def test_its_python_is_that_of_the_repository_line_for_line(packages: dict[str, Any]) -> None:
    """Comments and docstrings of adapters are not in it; what is runs, and is where a traceback says."""
    bared = 0
    with zipfile.ZipFile(packages["wheel"]) as wheel:
        for name in wheel.namelist():
            if name.endswith(".py"):
                packed, ours = wheel.read(name), (ROOT / "python" / name).read_bytes()
                assert statements(packed) == statements(ours), name
                bared += packed != ours
    assert bared > 100


def statements(source: bytes) -> list[tuple[int, str]]:
    """What a file does, and in which line."""
    nodes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.stmt)]
    return [
        (node.lineno, type(node).__name__ if has_body(node) else ast.dump(node))
        for node in nodes
        if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
    ]


def has_body(node: ast.stmt) -> bool:
    """Whether it holds others, which are looked at themselves."""
    return hasattr(node, "body")
