"""Files of models, by their bytes alone: which format a name or the first bytes say, and whether a file is whole.

Importers are lenient: of half an STL file Blender makes an empty mesh and says that it is done. What a format itself
tells of its length and structure is therefore looked at before any importer is.
"""

from __future__ import annotations

import json
import mmap
import os
import re
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Union

from scenewire.errors import InvalidParamsError

#: A file as it lies in memory or on disk.
Data = Union[bytes, "mmap.mmap"]

_GLB_HEADER, _CHUNK_HEADER = 12, 8
_STL_HEADER, _STL_TRIANGLE = 84, 50
_PLY_BYTES = {
    "char": 1, "uchar": 1, "int8": 1, "uint8": 1, "short": 2, "ushort": 2, "int16": 2, "uint16": 2, "int": 4,
    "uint": 4, "int32": 4, "uint32": 4, "float": 4, "float32": 4, "double": 8, "float64": 8,
}  # fmt: skip
#: The last line of an OBJ file that was cut off is found among so many bytes.
_LAST_LINE = 4096
#: How many numbers a line of an OBJ file has at least.
_OBJ_NUMBERS = {b"v": 3, b"vn": 3, b"vt": 1, b"f": 3, b"l": 2}


@dataclass(frozen=True)
class Format:
    """A file format: its endings, the first the one that bytes without a name get; and its media type."""

    suffixes: tuple[str, ...]
    media: str


FORMATS = {
    "obj": Format((".obj",), "model/obj"),
    "fbx": Format((".fbx",), "application/octet-stream"),
    "stl": Format((".stl",), "model/stl"),
    "gltf": Format((".glb", ".gltf"), "model/gltf-binary"),
    "ply": Format((".ply",), "application/octet-stream"),
    "usd": Format((".usdc", ".usda", ".usdz", ".usd"), "application/octet-stream"),
}


def format_of(path: str | None, given: str | None, formats: Mapping[str, Format] = FORMATS) -> str:
    """The format that was named, or that the ending of the path names; refused when the two contradict each other."""
    ending = os.path.splitext(path or "")[1].lower()
    by_ending = next((name for name, known in formats.items() if ending in known.suffixes), None)
    if given is None and by_ending is None:
        endings = ", ".join(suffix for known in formats.values() for suffix in known.suffixes)
        raise InvalidParamsError(
            "the format is not known: name it" if not path else f"`{ending}` is no ending of a known format",
            {"path": "path" if path else "format", "expected": f"`format`, or a path that ends in one of {endings}"},
        )
    if given is not None and path and by_ending != given:
        expected = " or ".join(formats[given].suffixes)
        raise InvalidParamsError(
            f"a file of the format {given} ends in {expected}",
            {"path": "path", "expected": expected, "got": ending},
            [os.path.splitext(path)[0] + formats[given].suffixes[0]],
        )
    return given or str(by_ending)


def suffix_of(name: str, data: bytes | memoryview) -> str:
    """The ending under which bytes of a format are read."""
    start = bytes(data[:16])
    if name == "gltf":
        return ".glb" if start.startswith(b"glTF") else ".gltf"
    if name == "usd":
        return ".usda" if start.startswith(b"#usda") else ".usdz" if start.startswith(b"PK") else ".usdc"
    return FORMATS[name].suffixes[0]


def refuse_broken(path: str, name: str) -> None:
    """Raises `invalid_params` with what is wrong when the file is not what it says, or not whole."""
    size = os.path.getsize(path)
    if not size:
        raise _broken(name, "it is empty")
    with open(path, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        fault = _CHECKS[name](data)
    if fault is not None:
        raise _broken(name, fault)


def _broken(name: str, fault: str) -> InvalidParamsError:
    return InvalidParamsError(
        f"this is not a whole {name} file: {fault}", {"path": "data", "expected": f"a whole {name} file", "got": fault}
    )


def _obj(data: Data) -> str | None:
    if re.search(rb"^\s*v\s", data, re.MULTILINE) is None:
        return "it has no vertices (`v x y z`)"
    tail = bytes(data[-_LAST_LINE:])
    last = tail.rsplit(b"\n", 1)[-1].split()
    if last and len(last) - 1 < _OBJ_NUMBERS.get(last[0], 0):
        return f"it ends in the middle of a line (`{b' '.join(last).decode(errors='replace')[:60]}`)"
    return None


def _fbx(data: Data) -> str | None:
    if data[:20] == b"Kaydara FBX Binary  ":
        return None
    # Text FBX: which Blender reads it is the importer's affair.
    return None if b"FBX" in data[:512] else "it does not begin as FBX files do"


def _stl(data: Data) -> str | None:
    size = len(data)
    if data[:5].lower() == b"solid" and re.search(rb"\bfacet\b", data[:4096]):
        return None if re.search(rb"endsolid", data[-256:]) else "it ends before `endsolid`"
    if size < _STL_HEADER:
        return "it is shorter than a header"
    (count,) = struct.unpack_from("<I", data, _STL_HEADER - 4)
    needed = _STL_HEADER + count * _STL_TRIANGLE
    if not count:
        return "it has no triangles"
    return None if size >= needed else f"{count} triangles need {needed} bytes, and it has {size}"


def _gltf(data: Data) -> str | None:
    if data[:4] != b"glTF":
        return _gltf_json(bytes(data))
    if len(data) < _GLB_HEADER + _CHUNK_HEADER:
        return "it is shorter than a header"
    _, version, length = struct.unpack_from("<III", data, 0)
    if version != 2:
        return f"it is of version {version}, not 2"
    if length != len(data):
        return f"it says that it has {length} bytes, and has {len(data)}"
    size, kind = struct.unpack_from("<I4s", data, _GLB_HEADER)
    start = _GLB_HEADER + _CHUNK_HEADER
    return _gltf_json(bytes(data[start : start + size])) if kind == b"JSON" else "its first chunk is no JSON"


def _gltf_json(text: bytes) -> str | None:
    try:
        told = json.loads(text)
    except ValueError as error:
        return f"its JSON cannot be read ({error})"
    asset = told.get("asset") if isinstance(told, dict) else None
    return None if isinstance(asset, dict) and "version" in asset else "it has no `asset` with a version"


def _ply(data: Data) -> str | None:
    end = data.find(b"end_header")
    if data[:3] != b"ply" or end < 0:
        return "it has no header from `ply` to `end_header`"
    start = data.find(b"\n", end) + 1
    header = bytes(data[:end]).decode("ascii", "replace").split("\n")
    least = _ply_size([line.split() for line in header], b"format ascii" in data[:end])
    if start <= 0 or len(data) - start < least:
        return f"its elements need at least {least} bytes, and {max(0, len(data) - start)} are there"
    return None


def _ply_size(lines: list[list[str]], text: bool) -> int:
    """The least number of bytes behind the header; a list counts as its length with nothing in it."""
    size = count = 0
    for words in lines:
        if len(words) == 3 and words[0] == "element" and words[2].isdigit():
            count = int(words[2])
        elif len(words) >= 3 and words[0] == "property":
            # In text each value has a digit and what separates it from the next.
            size += count * (2 if text else _PLY_BYTES.get(words[2] if words[1] == "list" else words[1], 1))
    return size - 1 if text and size else size


def _usd(data: Data) -> str | None:
    starts = (b"PXR-USDC", b"#usda", b"PK\x03\x04")
    return None if any(data[: len(start)] == start for start in starts) else "it does not begin as USD files do"


_CHECKS: dict[str, Callable[[Data], str | None]] = {
    "obj": _obj,
    "fbx": _fbx,
    "stl": _stl,
    "gltf": _gltf,
    "ply": _ply,
    "usd": _usd,
}
