"""Packs a wheel again as small as it goes, in the Python of the build: `press.py WHEEL`. Deflate searches as long as it
is worth it, and what the adapters' files say to their readers stays in the repository: each line of code keeps its
number, so that a traceback names the same place in both.
"""

from __future__ import annotations

import ast
import base64
import hashlib
import io
import re
import sys
import tokenize
import zipfile
from collections.abc import Iterator
from pathlib import Path

import zopfli

#: More find less than a thousandth.
ITERATIONS = 5
#: What nobody imports for itself: its docstrings are for those who change it.
INSIDE = re.compile(r"scenewire/(adapters/\w+/\w+|_generated/atomics)\.py")


def press(wheel: Path) -> None:
    """Puts a smaller one in its place."""
    pressed = wheel.with_suffix(".pressed")
    with (
        zipfile.ZipFile(wheel) as before,
        zopfli.ZipFile(pressed, "w", zipfile.ZIP_DEFLATED, iterations=ITERATIONS) as after,
    ):
        files = {entry.filename: before.read(entry) for entry in before.infolist()}
        bared = {name: bare(data) for name, data in files.items() if INSIDE.fullmatch(name)}
        (record,) = (name for name in files if name.endswith(".dist-info/RECORD"))
        files |= bared | {record: recorded(files[record], bared)}
        for entry in before.infolist():
            after.writestr(entry, files[entry.filename])
    pressed.replace(wheel)


def bare(source: bytes) -> bytes:
    """The same code on the same lines, without comments and docstrings. Raises when it is not the same."""
    lines = source.decode().split("\n")
    tree = ast.parse(source)
    for token in tokenize.tokenize(io.BytesIO(source).readline):
        if token.type == tokenize.COMMENT:
            row, column = token.start
            lines[row - 1] = lines[row - 1][:column].rstrip()
    for one in docstrings(tree):
        first, last = one.lineno - 1, (one.end_lineno or one.lineno) - 1
        lines[first : last + 1] = [lines[first][: one.col_offset] + '""', *[""] * (last - first)]
        one.value = ast.Constant("")
    shorter = "\n".join(lines).encode()
    if ast.dump(ast.parse(shorter)) != ast.dump(tree):
        raise ValueError(f"not the same without comments and docstrings:\n{shorter.decode()}")
    return shorter


def docstrings(tree: ast.Module) -> Iterator[ast.Expr]:
    """The statements that are docstrings."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)):
            first = node.body[0] if node.body else None
            if (
                isinstance(first, ast.Expr)
                and isinstance(first.value, ast.Constant)
                and isinstance(first.value.value, str)
            ):
                yield first


def recorded(record: bytes, changed: dict[str, bytes]) -> bytes:
    """The wheel's own list of its files, with new digests and sizes of those that changed."""
    lines = {line.rsplit(",", 2)[0]: line for line in record.decode().splitlines()}
    for name, data in changed.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        lines[name] = f"{name},sha256={digest},{len(data)}"
    return "".join(f"{line}\n" for line in lines.values()).encode()


if __name__ == "__main__":
    press(Path(sys.argv[1]))
