"""A search of the running Blender's own API: its operators, types, properties and functions, from their RNA."""

from __future__ import annotations

import functools
import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from scenewire import operations
from scenewire.adapters.contract import Job, Json

#: Described without being read: 4.2 as a module crashes at exit when this was touched once.
_UNREAD = {"bpy.app.driver_namespace": "dict of what driver expressions may name"}


@dataclass(frozen=True)
class Entry:
    """One thing that a script can name."""

    path: str
    kind: str
    doc: str
    signature: str = ""


def describe_api(*, query: str, job: Job, limit: int = 10) -> Json:
    """The entries that fit the query best: a dotted path, or words that path and description must have."""
    words = [word for word in re.split(r"[^a-z0-9]+", query.lower()) if word not in ("", "bpy")]
    project = [Entry(path, "operation", doc, signature) for path, signature, doc in operations.described()]
    ranked = [
        (rank, entry)
        for entry in (*project, *_index())
        if (rank := _rank(entry, query.lower().strip(), words)) is not None
    ]
    ranked.sort(key=lambda found: (found[0], len(found[1].path), found[1].path))
    return {"matches": [_match(entry) for _, entry in ranked[:limit]]}


def _match(entry: Entry) -> Json:
    found: Json = {"path": entry.path, "kind": entry.kind, "doc": entry.doc}
    if entry.kind == "operator":
        found["signature"] = _operator_signature(entry.path)
    elif entry.signature:
        found["signature"] = entry.signature
    return found


def _rank(entry: Entry, query: str, words: list[str]) -> int | None:
    """Least first; None for what does not fit."""
    path = entry.path.lower()
    if path == query or path.endswith("." + query):
        return 0
    last = path.rpartition(".")[2]
    if words and all(word in last for word in words):
        return 1
    if words and all(word in path for word in words):
        return 2
    text = entry.doc.lower()
    if words and all(word in path or word in text for word in words):
        return 3
    return None


@functools.lru_cache(maxsize=1)
def _index() -> tuple[Entry, ...]:
    """Everything, once: about 20,000 entries in half a second."""
    return (*_operators(), *_types(), *_modules())


def _operators() -> Iterator[Entry]:
    import bpy

    for group in dir(bpy.ops):
        module = getattr(bpy.ops, group)
        for name in dir(module):
            rna = _rna_of(getattr(module, name))
            if rna is not None:
                yield Entry(f"bpy.ops.{group}.{name}", "operator", rna.description or rna.name)


def _rna_of(operator: Any) -> Any:
    try:
        return operator.get_rna_type()
    except (KeyError, AttributeError, RuntimeError):
        return None


def _operator_signature(path: str) -> str:
    import bpy

    group, name = path.split(".")[2:4]
    rna = _rna_of(getattr(getattr(bpy.ops, group), name))
    given = [_parameter(prop) for prop in rna.properties if prop.identifier != "rna_type"] if rna else []
    return f"{path}({', '.join(given)})"


def _types() -> Iterator[Entry]:
    import bpy

    for name in dir(bpy.types):
        rna = getattr(getattr(bpy.types, name, None), "bl_rna", None)
        # Operators, menus and panels are classes too; the operators are listed as what a script calls.
        if rna is None or "_OT_" in name or "_PT_" in name or "_MT_" in name or "_HT_" in name:
            continue
        yield Entry(f"bpy.types.{name}", "class", rna.description or rna.name)
        base = rna.base
        inherited = set(base.properties.keys()) if base else set()
        for prop in rna.properties:
            if prop.identifier != "rna_type" and prop.identifier not in inherited:
                yield Entry(
                    f"bpy.types.{name}.{prop.identifier}", "property", prop.description or prop.name, _parameter(prop)
                )
        for function in rna.functions:
            if base is None or function.identifier not in base.functions:
                yield _function(name, function)


def _function(owner: str, function: Any) -> Entry:
    inputs = [_parameter(p) for p in function.parameters if not p.is_output]
    outputs = [_type(p) for p in function.parameters if p.is_output]
    gives = f" -> {', '.join(outputs)}" if outputs else ""
    path = f"bpy.types.{owner}.{function.identifier}"
    return Entry(path, "function", function.description, f"{function.identifier}({', '.join(inputs)}){gives}")


def _parameter(prop: Any) -> str:
    text = f"{prop.identifier}: {_type(prop)}"
    if getattr(prop, "is_required", False):
        return text
    if prop.type in ("BOOLEAN", "INT", "FLOAT", "STRING", "ENUM") and not getattr(prop, "is_array", False):
        default = prop.default_flag if prop.type == "ENUM" and prop.is_enum_flag else prop.default
        return f"{text} = {default!r}"
    return text


def _type(prop: Any) -> str:
    if prop.type == "ENUM":
        items = [item.identifier for item in prop.enum_items]
        return " | ".join(repr(item) for item in items[:12]) + (" | …" if len(items) > 12 else "") or "str"
    if prop.type in ("POINTER", "COLLECTION"):
        kind = prop.fixed_type.identifier if prop.fixed_type else "object"
        return f"list[{kind}]" if prop.type == "COLLECTION" else kind
    name = {"BOOLEAN": "bool", "INT": "int", "FLOAT": "float", "STRING": "str"}.get(prop.type, prop.type.lower())
    return f"{name}[{prop.array_length}]" if getattr(prop, "is_array", False) else name


def _modules() -> Iterator[Entry]:
    """Plain Python modules that belong to Blender."""
    import bmesh
    import bpy
    import mathutils

    named = {"bpy.app": bpy.app, "bpy.utils": bpy.utils, "bpy.path": bpy.path, "mathutils": mathutils, "bmesh": bmesh}
    for path, module in {**named, "bmesh.ops": bmesh.ops, "bpy.app.timers": bpy.app.timers}.items():
        for name in dir(module):
            if name.startswith("_"):
                continue
            if f"{path}.{name}" in _UNREAD:
                yield Entry(f"{path}.{name}", "value", _UNREAD[f"{path}.{name}"])
            else:
                value = getattr(module, name)
                yield Entry(f"{path}.{name}", "function" if callable(value) else "value", _first_lines(value))


def _first_lines(value: Any) -> str:
    if not callable(value):
        return type(value).__name__
    return " ".join((inspect.getdoc(value) or "").split())[:400]
