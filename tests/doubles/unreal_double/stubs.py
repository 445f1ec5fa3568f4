"""The published stubs of Unreal's Python as data: classes with their properties, methods and enum entries, functions.

They are PyPI's `unreal-stub` (UE 5.6), written by Unreal itself and not importable: one class has a name that Python
refuses. So the text is cut at its top-level statements, each is parsed alone, and what does not parse is counted.
Reading takes a minute; the tables are kept as JSON, where `UNREAL_DOUBLE_TABLES` says.
"""

from __future__ import annotations

import ast
import importlib.metadata
import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

#: ``- ``name`` (type):  [Read-Write] what it is``, in the docstring of a class.
_PROPERTY = re.compile(r"^ *- ``(\w+)`` \((.+?)\): +\[(Read-Write|Read-Only|Write-Only)\]", re.MULTILINE)

Table = dict[str, Any]


def source() -> Path:
    """Where the stubs lie in this Python; they are never imported."""
    files = importlib.metadata.files("unreal-stub") or []
    return Path(str(next(file for file in files if file.name == "unreal.py").locate()))


def tables(text: str) -> Table:
    """What the stubs say."""
    read: Table = {"classes": {}, "functions": {}, "unread": 0}
    for statement in _statements(text):
        try:
            node = ast.parse(statement).body[0]
        except SyntaxError:
            read["unread"] += 1
            continue
        if isinstance(node, ast.ClassDef):
            read["classes"][node.name] = _class(node)
        elif isinstance(node, ast.FunctionDef):
            read["functions"][node.name] = _signature(node)
    return read


def _statements(text: str) -> Iterator[str]:
    """Classes and functions of the module, whole."""
    lines = text.splitlines()
    starts = [at for at, line in enumerate(lines) if line.startswith(("class ", "def "))]
    for start, end in zip(starts, [*starts[1:], len(lines)]):
        yield "\n".join(lines[start:end])


def _class(node: ast.ClassDef) -> Table:
    documentation = ast.get_docstring(node, clean=False) or ""
    told: Table = {
        "base": ast.unparse(node.bases[0]) if node.bases else "object",
        "properties": {name: [kind, word == "Read-Only"] for name, kind, word in _PROPERTY.findall(documentation)},
        "attributes": [],
        "methods": {},
        "entries": [],
    }
    for part in node.body:
        if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name):
            told["entries"].append(part.target.id)
        elif isinstance(part, ast.FunctionDef):
            marks = [ast.unparse(mark) for mark in part.decorator_list]
            if "property" in marks:
                told["attributes"].append(part.name)
            elif not any(mark.endswith((".setter", "overload")) for mark in marks):
                told["methods"][part.name] = {**_signature(part, 1), "of_class": "classmethod" in marks}
    return told


def _signature(node: ast.FunctionDef, skipped: int = 0) -> Table:
    given = node.args.args[skipped:]
    optional = len(node.args.defaults)
    return {
        "parameters": [[one.arg, ast.unparse(one.annotation) if one.annotation else "Any"] for one in given],
        "required": max(0, len(given) - optional),
        "any_more": node.args.vararg is not None or node.args.kwarg is not None,
        "returns": ast.unparse(node.returns) if node.returns else "Any",
    }


def load() -> Table:
    """The tables that were written before."""
    path = os.environ.get("UNREAL_DOUBLE_TABLES")
    if not path:
        raise ImportError("the Unreal double needs its tables: UNREAL_DOUBLE_TABLES, written by unreal_double.stubs")
    read: Table = json.loads(Path(path).read_text(encoding="utf-8"))
    return read


def main() -> None:
    """Writes the tables into the file that is named."""
    Path(sys.argv[1]).write_text(json.dumps(tables(source().read_text(encoding="utf-8-sig"))), encoding="utf-8")


if __name__ == "__main__":
    main()
