"""Any property that Blender's RNA describes, as JSON and back. What is written is checked first and read back after:
Blender cuts numbers off at its limits without a word.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Sequence
from typing import Any

from scenewire.adapters.blender.identity import IDENTITY
from scenewire.adapters.references import nearest
from scenewire.errors import InvalidParamsError, NotSupportedError

#: Kinds of ids by the type of what a pointer points to; others go by their name.
_KINDS = {
    "Object": "node",
    "Material": "material",
    "Image": "texture",
    "Collection": "group",
    "Action": "clip",
    "World": "environment",
}
_WORDS = {"BOOLEAN": "true or false", "INT": "a whole number", "FLOAT": "a number", "STRING": "text"}
#: Numbers are kept with 32 bits.
_ROUNDING = 1e-6


def told(owner: Any, name: str) -> Any:
    """The value of a property as JSON; what has no JSON form is told by its type."""
    prop = owner.bl_rna.properties[name]
    value = getattr(owner, name)
    if prop.type == "POINTER":
        return pointed(value)
    if prop.type == "COLLECTION":
        return f"{len(value)} of {prop.fixed_type.identifier}"
    if prop.type == "ENUM" and prop.is_enum_flag:
        return sorted(value)
    if getattr(prop, "is_array", False):
        return [_number(part) for part in _flat(value)]
    return _number(value)


def pointed(block: Any) -> Any:
    """What a pointer points to: id and name of a data-block, else its type."""
    if block is None:
        return None
    kind = next((_KINDS[base.__name__] for base in type(block).__mro__ if base.__name__ in _KINDS), None)
    if kind is not None:
        return {"id": IDENTITY.of(kind, block), "name": block.name}
    return {"name": block.name} if hasattr(block, "name") else type(block).__name__


def _number(value: Any) -> Any:
    return value if not isinstance(value, float) or math.isfinite(value) else repr(value)


def _flat(value: Any) -> list[Any]:
    """A matrix comes in rows."""
    return [part for row in value for part in (row if hasattr(row, "__len__") else [row])]


def assign(owner: Any, name: str, value: Any, path: str) -> None:
    """Writes a property; `path` is where the caller gave the value."""
    prop = checked_property(owner, name, path)
    if prop.type == "POINTER":
        _point(owner, prop, value, path)
        return
    kept = checked(prop, value, path)
    try:
        setattr(owner, name, kept)
    except (TypeError, ValueError, OverflowError, AttributeError) as error:
        raise _refused(prop, value, path, str(error)) from error
    now = told(owner, name)
    if not _same(now, sorted(kept) if isinstance(kept, set) else kept):
        raise InvalidParamsError(
            f"`{name}` cannot be {value!r}: Blender made {now!r} of it",
            {"path": path, "expected": expectation(prop), "got": value},
        )


def checked_property(owner: Any, name: str, path: str) -> Any:
    """The property of this name, when it can be written."""
    properties = owner.bl_rna.properties
    if name not in properties or name == "rna_type":
        what = getattr(owner, "bl_label", None) or owner.bl_rna.name
        raise InvalidParamsError(
            f"`{what}` has no property `{name}`",
            {"path": path, "expected": f"a property of {owner.bl_rna.identifier}", "got": name},
            nearest(name, properties.keys()),
        )
    prop = properties[name]
    if prop.is_readonly or prop.type == "COLLECTION":
        raise InvalidParamsError(f"`{name}` is only read", {"path": path, "got": name})
    refuse_path(prop, path)
    return prop


def refuse_path(prop: Any, path: str) -> None:
    """Files are named by typed fields only: there keys, owners and their folders are asked, before anything runs."""
    if prop.type == "STRING" and prop.subtype in ("FILE_PATH", "DIR_PATH"):
        raise NotSupportedError(
            f"`{prop.identifier}` names a file or folder, which is not written as a mere property",
            {"path": path, "got": prop.identifier},
            ["use an operation that takes a path, as create_textures, import_geometry or update_render_settings"],
        )


def checked(prop: Any, value: Any, path: str) -> Any:
    """The value as Blender takes it."""
    if prop.type == "ENUM":
        words = value if isinstance(value, list) else [value]
        found = [_word(prop, word, path) for word in words]
        if prop.is_enum_flag:
            return set(found)
        if isinstance(value, list):
            raise _refused(prop, value, path)
        return found[0]
    if getattr(prop, "is_array", False):
        length = len(_flat_default(prop))
        if not isinstance(value, list) or len(value) != length:
            raise _refused(prop, value, path)
        return [_single(prop, part, path, value) for part in value]
    return _single(prop, value, path, value)


def _flat_default(prop: Any) -> Sequence[Any]:
    return range(prop.array_length)


def _single(prop: Any, value: Any, path: str, whole: Any) -> Any:
    good = {
        "BOOLEAN": isinstance(value, bool),
        "INT": isinstance(value, int) and not isinstance(value, bool),
        "FLOAT": isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value),
        "STRING": isinstance(value, str),
    }[prop.type]
    if not good:
        raise _refused(prop, whole, path)
    if prop.type in ("INT", "FLOAT") and not prop.hard_min <= value <= prop.hard_max:
        raise _refused(prop, whole, path)
    return value


def _word(prop: Any, value: Any, path: str) -> str:
    words = [item.identifier for item in prop.enum_items]
    if not isinstance(value, str):
        raise _refused(prop, value, path)
    if not words:
        return value  # Known only when it is asked for; Blender refuses what is none of them.
    by_name = {item.name.lower(): item.identifier for item in prop.enum_items}
    found = value if value in words else {word.lower(): word for word in words}.get(value.lower())
    found = found or by_name.get(value.lower())
    if found is None:
        raise _refused(prop, value, path)
    return found


def _refused(prop: Any, value: Any, path: str, said: str = "") -> InvalidParamsError:
    """The refusal of a value, with what was expected and, of words, the nearest."""
    listed = re.search(r"not found in \((.*)\)", said)
    words = re.findall(r"'([^']*)'", listed[1]) if listed else []
    words = words or ([item.identifier for item in prop.enum_items] if prop.type == "ENUM" else [])
    expected = f"one of {', '.join(words)}" if words else expectation(prop)
    return InvalidParamsError(
        f"`{prop.identifier}` is {expected}, not {value!r}",
        {"path": path, "expected": expected, "got": value},
        nearest(value, words) if isinstance(value, str) else [],
    )


def expectation(prop: Any) -> str:
    """What may stand in a property, in words."""
    if prop.type == "ENUM":
        return f"one of {', '.join(item.identifier for item in prop.enum_items)}"
    if prop.type == "POINTER":
        return f"the id or name of a {prop.fixed_type.identifier}, or null"
    if prop.type not in _WORDS:
        return f"a {prop.type.lower()}"
    word = _WORDS[prop.type]
    if prop.type in ("INT", "FLOAT") and max(abs(prop.hard_min), abs(prop.hard_max)) < 1e9:
        word += f" from {prop.hard_min:g} to {prop.hard_max:g}"
    return f"{prop.array_length} values, each {word}" if getattr(prop, "is_array", False) else word


def _point(owner: Any, prop: Any, value: Any, path: str) -> None:
    block = None
    if value is not None:
        reference = value.get("id") or value.get("name") if isinstance(value, dict) else value
        if not isinstance(reference, str):
            raise _refused(prop, value, path)
        block = found(prop.fixed_type.identifier, reference, path)
    try:
        setattr(owner, prop.identifier, block)
    except (TypeError, ValueError, RuntimeError, AttributeError) as error:
        raise _refused(prop, value, path, str(error)) from error
    if getattr(owner, prop.identifier) != block:
        raise InvalidParamsError(
            f"`{prop.identifier}` does not take `{value}`: Blender refuses it there",
            {"path": path, "expected": expectation(prop), "got": value},
        )


def found(type_name: str, reference: str, path: str) -> Any:
    """The data-block of a type by id or name."""
    import bpy

    kind = _KINDS.get(type_name)
    if kind is not None:
        return IDENTITY.find(kind, reference)
    collection = _collection(type_name)
    if collection is None:
        raise NotSupportedError(f"what is a {type_name} in Blender has no name to be found by", {"path": path})
    blocks = getattr(bpy.data, collection)
    if collection == "node_groups" and IDENTITY.kind_of(reference):
        return IDENTITY.find("graph", reference)
    if reference not in blocks:
        raise InvalidParamsError(
            f"there is no {type_name} `{reference}`",
            {"path": path, "got": reference},
            nearest(reference, blocks.keys()),
        )
    return blocks[reference]


@functools.cache
def _collection(type_name: str) -> str | None:
    """The collection of `bpy.data` that has data-blocks of a type, or of what it is a kind of."""
    import bpy

    wanted = getattr(bpy.types, type_name, None)
    for prop in bpy.data.bl_rna.properties:
        if prop.type == "COLLECTION" and wanted is not None:
            kind = getattr(bpy.types, prop.fixed_type.identifier, None)
            if kind is not None and issubclass(wanted, kind):
                return str(prop.identifier)
    return None


def _same(have: Any, want: Any) -> bool:
    if isinstance(want, (list, tuple)):
        return len(have) == len(want) and all(_same(a, b) for a, b in zip(have, want))
    if isinstance(want, float) or isinstance(have, float):
        return math.isclose(have, want, rel_tol=_ROUNDING, abs_tol=_ROUNDING)
    return bool(have == want)
