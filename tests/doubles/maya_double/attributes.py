"""What an attribute is, and the notation in which the attributes of node types are listed.

    translate/t linear3 k          long/short, kind, keyable; XYZ children follow from the kind
    visibility/v bool =1 k         default
    radius/rad linear =1 0..       minimum and maximum
    rotateOrder/ro enum :xyz:yzx   names, numbered from nought or as `name=5`
    target/tg compound m           a multi (array); children are indented below it
    repeatUV/re float2+            a kind with children that have names of their own, indented below
    worldMatrix/wm matrix m ro     cannot be written to

Marks: k keyable, cb in the channel box, h hidden, m multi, ro not writable, wo not readable, ns not storable.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

#: Kinds in the notation -> attribute types as `getAttr -type` names them.
KINDS = {
    "linear": "doubleLinear",
    "angle": "doubleAngle",
    "int": "long",
    "str": "string",
}
#: Kinds with children: type, type of a child, suffixes long and short.
TRIPLES = {
    "linear3": ("double3", "doubleLinear", "XYZ", "xyz"),
    "angle3": ("double3", "doubleAngle", "XYZ", "xyz"),
    "double3": ("double3", "double", "XYZ", "xyz"),
    "float3": ("float3", "float", "XYZ", "xyz"),
    "color": ("float3", "float", "RGB", "rgb"),
    "double2": ("double2", "double", "XY", "xy"),
    "float2": ("float2", "float", "XY", "xy"),
    "int2": ("long2", "long", "XY", "xy"),
    "short2": ("short2", "short", "XY", "xy"),
    "uv": ("float2", "float", "UV", "uv"),
    "bool3": ("compound", "bool", "XYZ", "xyz"),
}
NUMERIC = {
    "double": 0.0,
    "float": 0.0,
    "doubleLinear": 0.0,
    "doubleAngle": 0.0,
    "time": 0.0,
    "bool": False,
    "long": 0,
    "short": 0,
    "byte": 0,
    "char": 0,
    "enum": 0,
}
IDENTITY = (1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0)


@dataclass
class Attribute:
    """One attribute of a node type, or one that was added to a node."""

    long: str
    short: str
    type: str
    default: Any = None
    minimum: float | None = None
    maximum: float | None = None
    soft_minimum: float | None = None
    soft_maximum: float | None = None
    enum: tuple[tuple[str, int], ...] = ()
    keyable: bool = False
    channel_box: bool = False
    hidden: bool = False
    multi: bool = False
    readable: bool = True
    writable: bool = True
    storable: bool = True
    connectable: bool = True
    color: bool = False
    filename: bool = False
    nice: str = ""
    parent: str = ""
    dynamic: bool = False
    next_available: bool = False
    children: list[str] = field(default_factory=list)

    @property
    def compound(self) -> bool:
        """Whether it has children in place of a value."""
        return bool(self.children) or self.type == "compound"

    @property
    def numeric(self) -> bool:
        """Whether its value is one number."""
        return self.type in NUMERIC

    def nothing(self) -> Any:
        """The value that it has before anybody sets one."""
        if self.default is not None:
            return self.default
        if self.type in ("matrix", "fltMatrix"):
            return IDENTITY
        return NUMERIC.get(self.type)


LINE = re.compile(r"^( *)(\w+)/(\w+) (\S+)((?: \S+)*)$")
RANGE = re.compile(r"^(-?[\d.]*?)\.\.(-?[\d.]*)$")
MARKS = {
    "k": {"keyable": True},
    "cb": {"channel_box": True},
    "h": {"hidden": True},
    "m": {"multi": True},
    "mn": {"multi": True, "next_available": True},
    "ro": {"writable": False},
    "wo": {"readable": False},
    "ns": {"storable": False},
    "file": {"filename": True},
}


def parse(text: str) -> dict[str, Attribute]:
    """The attributes of a block of the notation by their long names."""
    found: dict[str, Attribute] = {}
    above: list[tuple[int, Attribute]] = []
    for line in text.splitlines():
        if not line.strip():
            continue
        matched = LINE.match(line)
        if matched is None:
            raise ValueError(f"not the notation of attributes: {line!r}")
        indent, long, short, kind, rest = matched.groups()
        made = attribute(long, short, kind, rest.split())
        while above and above[-1][0] >= len(indent):
            above.pop()
        if above:
            made.parent = above[-1][1].long
            above[-1][1].children.append(long)
        found[long] = made
        for child in children(made, kind):
            found[child.long] = child
        above.append((len(indent), made))
    return found


def attribute(long: str, short: str, kind: str, marks: list[str]) -> Attribute:
    """One attribute from its line."""
    color = kind == "color"
    kind = kind.rstrip("+")
    made = Attribute(long, short, TRIPLES[kind][0] if kind in TRIPLES else KINDS.get(kind, kind), color=color)
    for mark in marks:
        bounds = RANGE.match(mark)
        if mark.startswith("="):
            made.default = default(mark[1:], made.type)
        elif mark.startswith(":"):
            made.enum = names(mark[1:])
        elif bounds:
            made.minimum, made.maximum = (float(end) if end else None for end in bounds.groups())
        else:
            for key, value in MARKS[mark].items():
                setattr(made, key, value)
    return made


def default(text: str, kind: str) -> Any:
    """A default; of a compound one number for all children, or one for each."""
    if kind == "string":
        return text
    numbers = [float(part) for part in text.split(",")]
    if kind in ("bool", "long", "short", "byte", "enum"):
        return int(numbers[0])
    return numbers[0] if len(numbers) == 1 else numbers


def names(text: str) -> tuple[tuple[str, int], ...]:
    """The fields of an enum: `Green:Blue=5:Red` counts on from the last number."""
    found = []
    number = 0
    for part in text.split(":"):
        name, _, given = part.partition("=")
        number = int(given) if given else number
        found.append((name.replace("_", " "), number))
        number += 1
    return tuple(found)


def children(of: Attribute, kind: str) -> list[Attribute]:
    """The children that a kind brings."""
    if kind not in TRIPLES:
        return []
    _, type_, long, short = TRIPLES[kind]
    defaults = of.default if isinstance(of.default, list) else [of.default] * len(long)
    made = []
    for number, suffix in enumerate(long):
        child = Attribute(of.long + suffix, of.short + short[number], type_, defaults[number], parent=of.long)
        child.minimum, child.maximum = of.minimum, of.maximum
        child.keyable, child.channel_box, child.hidden = of.keyable, of.channel_box, of.hidden
        child.readable, child.writable, child.storable = of.readable, of.writable, of.storable
        made.append(child)
    of.default = None
    of.children = [child.long for child in made]
    return made
