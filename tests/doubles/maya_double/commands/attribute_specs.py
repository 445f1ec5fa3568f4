"""Attributes themselves: `addAttr`, `deleteAttr`, `attributeQuery`, `listAttr`, `aliasAttr`.

Source: these commands in Autodesk's reference.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from maya_double import names, node_types, units
from maya_double.attributes import NUMERIC, Attribute
from maya_double.calls import Call, command
from maya_double.nodes import Node, Plug
from maya_double.scene import scene

from . import arguments
from .values import connected, locked

#: Attribute types whose children are added afterwards, and how many each has.
COMPOUNDS = {
    "double3": 3,
    "float3": 3,
    "long3": 3,
    "short3": 3,
    "double2": 2,
    "float2": 2,
    "long2": 2,
    "short2": 2,
    "reflectance": 3,
    "spectrum": 3,
}
DATA = (
    "string",
    "stringArray",
    "matrix",
    "fltMatrix",
    "doubleArray",
    "floatArray",
    "Int32Array",
    "pointArray",
    "vectorArray",
    "double3",
    "float3",
    "double2",
    "float2",
    "long3",
    "long2",
    "short2",
    "short3",
    "mesh",
    "nurbsCurve",
    "nurbsSurface",
    "lattice",
    "componentList",
    "attributeAlias",
    "reflectanceRGB",
    "spectrumRGB",
)
TYPES = (*NUMERIC, "matrix", "fltMatrix", "message", "compound", "generic", *COMPOUNDS)
SPEC = (
    "defaultValue minValue maxValue softMinValue softMaxValue enumName niceName hasMinValue hasMaxValue hasSoftMinValue"
)
SPEC += " hasSoftMaxValue"
ADD = (
    f"{SPEC} longName shortName attributeType dataType keyable hidden multi parent readable writable "
    "storable usedAsColor"
)
ADD += (
    " usedAsFilename numberOfChildren indexMatters category cachedInternally disconnectBehaviour "
    "proxy usedAsProxy fromPlugin"
)
ADD += " internalSet"


@command(
    "addAttr",
    create=ADD,
    query=(
        f"{SPEC} longName shortName attributeType dataType keyable hidden exists parent usedAsColor "
        "multi readable writable storable"
    ),
    edit=SPEC,
)
def add_attr(call: Call) -> Any:
    """Adds an attribute to nodes; queries or edits one that was added."""
    if call.query:
        return asked(call)
    if call.edit:
        for text in call.strings():
            edit(call, names.one_plug(text))
        return None
    long, short = call.get("longName"), call.get("shortName")
    if not long and not short:
        raise RuntimeError("New attribute needs either a long (-ln) or short (-sn) attribute name.")
    long, short = long or short, short or long
    if not re.fullmatch(r"[A-Za-z_]\w*", long):
        raise RuntimeError(f"Attribute names may contain only letters, digits and underscores: '{long}'.")
    for node in arguments.nodes(call):
        add_to(call, node, long, short)
    scene.touched()
    return None


def add_to(call: Call, node: Node, long: str, short: str) -> None:
    """Adds an attribute to one node."""
    if node.facts.get("locked"):
        raise RuntimeError(f"Cannot add attribute '{long}' to locked node '{node.name}'.")
    if any(names.lookup(node, word, "") for word in (long, short)):
        raise RuntimeError(
            f"Found no valid items to add the attribute to. '{long}' is already the name of an "
            f"attribute of '{node.name}'."
        )
    kind = call.get("attributeType") or (call.many("dataType") or ["double"])[0]
    wanted = DATA if call.get("attributeType") is None and call.get("dataType") else TYPES
    if kind not in wanted:
        raise RuntimeError(f"Type specified for new attribute is unknown: '{kind}'.")
    spec = Attribute(long, short, kind, dynamic=True)
    spec.keyable, spec.hidden = bool(call.get("keyable", False)), bool(call.get("hidden", False))
    spec.multi, spec.color = call.has("multi"), call.has("usedAsColor")
    spec.next_available = spec.multi and not call.get("indexMatters", True)
    spec.readable, spec.writable = bool(call.get("readable", True)), bool(call.get("writable", True))
    spec.storable, spec.filename = bool(call.get("storable", True)), call.has("usedAsFilename")
    numbers(call, spec)
    parent = call.get("parent")
    if parent:
        above = names.lookup(node, parent, "")
        if above is None or not (above.compound or above.type in COMPOUNDS):
            raise RuntimeError(f"Parent attribute '{parent}' is no compound attribute of '{node.name}'.")
        spec.parent = above.long
        # The list of the parent's children is the parent's: another copy of the parent takes its place.
        fresh = Attribute(**{**above.__dict__, "children": [*above.children, long]})
        scene.put(node.added, above.long, fresh)
    scene.put(node.added, long, spec)
    scene.tell("attribute added", Plug(node, long))


def numbers(call: Call, spec: Attribute) -> None:
    """Default, limits and the names of an enum, in internal units."""
    for flag, name in (
        ("defaultValue", "default"),
        ("minValue", "minimum"),
        ("maxValue", "maximum"),
        ("softMinValue", "soft_minimum"),
        ("softMaxValue", "soft_maximum"),
    ):
        if call.get(flag) is not None:
            setattr(spec, name, units.taken(call.get(flag), spec.type))
    for flag, name in (
        ("hasMinValue", "minimum"),
        ("hasMaxValue", "maximum"),
        ("hasSoftMinValue", "soft_minimum"),
        ("hasSoftMaxValue", "soft_maximum"),
    ):
        if call.get(flag) is False:
            setattr(spec, name, None)
    if call.get("enumName"):
        found, number = [], 0
        for part in str(call.get("enumName")).strip(":").split(":"):
            field, _, given = part.partition("=")
            number = int(given) if given else number
            found.append((field, number))
            number += 1
        spec.enum = tuple(found)
    if spec.type in ("bool", "long", "short", "byte", "enum") and spec.default is not None:
        spec.default = int(spec.default)
    if call.get("niceName"):
        spec.nice = call.get("niceName")


def edit(call: Call, plug: Plug) -> None:
    """Changes limits, default or names of an attribute that was added."""
    if not plug.spec.dynamic:
        raise RuntimeError(f"'{names.of_plug(plug)}' is not a dynamic attribute of node '{plug.node.name}'.")
    fresh = Attribute(**plug.spec.__dict__)
    numbers(call, fresh)
    scene.put(plug.node.added, plug.attr, fresh)
    scene.touched()


def asked(call: Call) -> Any:
    """A property of an added attribute."""
    text = call.strings()[0]
    if call.has("exists"):
        return bool(names.find(text))
    spec = names.one_plug(text).spec
    shown = {
        "longName": spec.long,
        "shortName": spec.short,
        "niceName": spec.nice or nice(spec.long),
        "attributeType": spec.type,
        "dataType": spec.type,
        "keyable": spec.keyable,
        "hidden": spec.hidden,
        "parent": spec.parent or spec.long,
        "usedAsColor": spec.color,
        "multi": spec.multi,
        "readable": spec.readable,
        "writable": spec.writable,
        "storable": spec.storable,
        "enumName": enum_text(spec) if spec.enum else None,
        "defaultValue": bound(spec, spec.nothing() if spec.numeric else None),
        "minValue": bound(spec, spec.minimum),
        "maxValue": bound(spec, spec.maximum),
        "softMinValue": bound(spec, spec.soft_minimum),
        "softMaxValue": bound(spec, spec.soft_maximum),
        "hasMinValue": spec.minimum is not None,
        "hasMaxValue": spec.maximum is not None,
        "hasSoftMinValue": spec.soft_minimum is not None,
        "hasSoftMaxValue": spec.soft_maximum is not None,
    }
    return next((shown[flag] for flag in call.flags if flag in shown), None)


def bound(spec: Attribute, value: Any) -> Any:
    """A limit or default as the commands show it."""
    return None if value is None else float(units.shown(value, spec.type))


def enum_text(spec: Attribute) -> str:
    """The fields of an enum in one text; numbers where they do not count on."""
    parts, expected = [], 0
    for name, number in spec.enum:
        parts.append(name if number == expected else f"{name}={number}")
        expected = number + 1
    return ":".join(parts)


def nice(name: str) -> str:
    """The name that the interface shows: `translateX` as `Translate X`."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name)
    return spaced[:1].upper() + spaced[1:]


@command("deleteAttr", create="attribute name", query="name", edit="")
def delete_attr(call: Call) -> Any:
    """Takes added attributes away, with what is below them."""
    if call.get("attribute"):
        plugs = [
            Plug(node, found.long)
            for node in arguments.nodes(call)
            if (found := names.lookup(node, call.get("attribute"), "")) is not None
        ]
        if not plugs:
            raise RuntimeError(f"No attribute named '{call.get('attribute')}' was found.")
    else:
        plugs = arguments.plugs(call)
    for plug in plugs:
        if not plug.spec.dynamic:
            raise RuntimeError(f"Cannot delete static attribute '{names.of_plug(plug)}'.")
        if locked(plug) or plug.node.facts.get("locked"):
            raise RuntimeError(f"Cannot delete locked attribute '{names.of_plug(plug)}'.")
        forget(plug)
    scene.touched()
    return None


def forget(plug: Plug) -> None:
    """Takes one attribute with its children, values and connections off its node."""
    node = plug.node
    for child in list(plug.spec.children):
        forget(Plug(node, child))
    for key, source in list(node.inputs.items()):
        if key[0] == plug.attr:
            scene.disconnect(source, Plug(node, *key))
    for key, targets in list(node.outputs.items()):
        if key[0] == plug.attr:
            for target in list(targets):
                scene.disconnect(Plug(node, *key), target)
    for held in [key for key in node.values if key[0] == plug.attr]:
        scene.drop(node.values, held)
    for mark in [key for key in node.marks if key[0] == plug.attr]:
        scene.drop(node.marks, mark)
    if plug.spec.parent in node.added:
        above = node.added[plug.spec.parent]
        left = [name for name in above.children if name != plug.attr]
        scene.put(node.added, above.long, Attribute(**{**above.__dict__, "children": left}))
    scene.drop(node.added, plug.attr)


QUERY = (
    "node type exists listEnum listDefault listChildren listParent longName shortName niceName "
    "attributeType minimum maximum"
)
QUERY += (
    " minExists maxExists range rangeExists softMin softMax softMinExists softMaxExists softRange "
    "softRangeExists readable writable storable keyable hidden multi"
)
QUERY += (
    " connectable message enum usedAsColor usedAsFilename internal numberOfChildren channelBox "
    "indexMatters listMultiChildren"
)
QUERY += (
    " listSiblings cachedInternally affectsWorldspace affectsAppearance worldspace renderSource categories processSlot"
)


@command("attributeQuery", create=QUERY)
def attribute_query(call: Call) -> Any:
    """Properties of an attribute of a node or of a type."""
    word = call.strings()[0]
    if call.get("type"):
        kind = call.get("type")
        node_types.check(kind)
        node = Node(kind)
    else:
        node = names.one_node(call.get("node") or "")
    spec = names.lookup(node, word, "")
    if call.has("exists"):
        return spec is not None
    if spec is None:
        raise RuntimeError(f"Attribute '{word}' must be defined for the node or type.")
    return next(property_of(flag, node, spec) for flag in call.flags if flag not in ("node", "type"))


def property_of(flag: str, node: Node, spec: Attribute) -> Any:
    """One property, as `attributeQuery` gives it."""
    low, high = spec.minimum, spec.maximum
    siblings = [name for name in (node.attribute(spec.parent).children if spec.parent else []) if name != spec.long]
    given: dict[str, Any] = {
        "longName": spec.long,
        "shortName": spec.short,
        "niceName": spec.nice or nice(spec.long),
        "attributeType": "typed"
        if spec.type in ("string", "mesh", "nurbsCurve", "componentList", "pointArray")
        else spec.type,
        "listEnum": [enum_text(spec)] if spec.enum else None,
        "enum": spec.type == "enum",
        "listDefault": defaults(node, spec),
        "listChildren": list(spec.children) or None,
        "listMultiChildren": [n for n in spec.children if node.attribute(n).multi] or None,
        "listParent": [spec.parent] if spec.parent else None,
        "listSiblings": siblings or None,
        "numberOfChildren": [len(spec.children)],
        "minExists": low is not None,
        "maxExists": high is not None,
        "rangeExists": low is not None and high is not None,
        "minimum": None if low is None else [bound(spec, low)],
        "maximum": None if high is None else [bound(spec, high)],
        "range": [bound(spec, low), bound(spec, high)],
        "softMinExists": spec.soft_minimum is not None,
        "softMaxExists": spec.soft_maximum is not None,
        "softMin": [bound(spec, spec.soft_minimum)],
        "softMax": [bound(spec, spec.soft_maximum)],
        "softRangeExists": None not in (spec.soft_minimum, spec.soft_maximum),
        "softRange": [bound(spec, spec.soft_minimum), bound(spec, spec.soft_maximum)],
        "readable": spec.readable,
        "writable": spec.writable,
        "storable": spec.storable,
        "keyable": spec.keyable,
        "hidden": spec.hidden,
        "multi": spec.multi,
        "connectable": spec.connectable,
        "message": spec.type == "message",
        "usedAsColor": spec.color,
        "usedAsFilename": spec.filename,
        "channelBox": spec.channel_box,
        "indexMatters": not spec.next_available,
        "internal": False,
        "cachedInternally": True,
        "affectsWorldspace": spec.long.startswith(("translate", "rotate", "scale", "shear")),
        "affectsAppearance": False,
        "worldspace": spec.long in ("worldMatrix", "worldSpace", "worldMesh"),
        "renderSource": False,
        "categories": None,
        "processSlot": None,
    }
    return given[flag]


def defaults(node: Node, spec: Attribute) -> list[float] | None:
    """The default, of a compound those of its children."""
    if spec.children:
        return [value for name in spec.children for value in defaults(node, node.attribute(name)) or ()] or None
    return [bound(spec, spec.nothing())] if spec.numeric else None


LIST = (
    "userDefined keyable scalar read write multi settable unlocked locked shortNames visible hasData "
    "connectable readOnly array"
)
LIST += " caching category changedSinceFileOpen channelBox extension fromPlugin inUse leaf output ramp scalarAndArray"
LIST += " string usedAsFilename hasNullData fullNodeName sublist"


@command("listAttr", create=LIST)
def list_attr(call: Call) -> list[str] | None:
    """The names of the attributes that the flags let through."""
    found: dict[str, None] = {}
    for item in arguments.items(call):
        if item.plug is not None and item.plug.array and call.has("multi"):
            # Of a multi its elements are listed, by their aliases where they have any.
            elements = [item.plug.element(number) for number in scene.indices(item.plug)]
            found.update((plug.alias() or plug.path(), None) for plug in elements)
            continue
        if item.plug is not None:
            specs = [item.plug.spec, *(child.spec for child in item.plug.children())]
        else:
            specs = list(item.node.specs())
        for spec in specs:
            if listed(call, item.node, spec):
                found[name_of(call, item.node, spec)] = None
    return list(found) or None


def name_of(call: Call, node: Node, spec: Attribute) -> str:
    """An attribute's name; inside of compounds with multis the whole way."""
    plug = Plug(node, spec.long)
    text = plug.alias() or plug.path(short=call.has("shortNames"))
    return f"{names.name(node)}.{text}" if call.has("fullNodeName") else text


#: Flag -> which attributes it lets through. Each is asked only for the flags that were given.
CHECKS: dict[str, Callable[[Plug, Attribute], bool]] = {
    "userDefined": lambda plug, spec: spec.dynamic,
    # Locked ones are left in: whether they are is another flag's affair.
    "keyable": lambda plug, spec: scene.mark(plug, "keyable"),
    "scalar": lambda plug, spec: spec.numeric and not spec.multi,
    "scalarAndArray": lambda plug, spec: spec.numeric,
    "read": lambda plug, spec: spec.readable,
    "write": lambda plug, spec: spec.writable,
    "multi": lambda plug, spec: spec.multi,
    "array": lambda plug, spec: spec.multi,
    "settable": lambda plug, spec: spec.writable and not locked(plug) and not connected(plug),
    "unlocked": lambda plug, spec: not locked(plug),
    "locked": lambda plug, spec: locked(plug),
    "visible": lambda plug, spec: not spec.hidden,
    "hasData": lambda plug, spec: spec.type != "message",
    "connectable": lambda plug, spec: spec.connectable,
    "readOnly": lambda plug, spec: spec.readable and not spec.writable,
    "channelBox": lambda plug, spec: scene.mark(plug, "channel_box"),
    "leaf": lambda plug, spec: not spec.children,
    "output": lambda plug, spec: spec.readable and not spec.writable,
    "usedAsFilename": lambda plug, spec: spec.filename,
    "inUse": lambda plug, spec: plug.key in plug.node.values or plug.key in plug.node.inputs,
    "changedSinceFileOpen": lambda plug, spec: plug.key in plug.node.values,
    "caching": lambda plug, spec: True,
    "fromPlugin": lambda plug, spec: False,
    "extension": lambda plug, spec: False,
    "ramp": lambda plug, spec: False,
    "hasNullData": lambda plug, spec: not spec.numeric and plug.key not in plug.node.values,
}


def listed(call: Call, node: Node, spec: Attribute) -> bool:
    """Whether the flags let an attribute through."""
    patterns = call.many("string")
    if patterns and not any(names.fits(pattern, name) for pattern in patterns for name in (spec.long, spec.short)):
        return False
    if call.has("keyable") and spec.children and spec.type != "compound":
        # Of a keyable vector the children are listed.
        return False
    plug = Plug(node, spec.long)
    return all(CHECKS[flag](plug, spec) for flag in call.flags if flag in CHECKS and call.has(flag))


@command("aliasAttr", create="remove", query="")
def alias_attr(call: Call) -> Any:
    """Other names for attributes: pairs of alias and attribute."""
    texts = call.strings()
    if call.query:
        item = names.one(texts[0]) if texts else arguments.items(call)[0]
        if item.plug is not None:
            return item.plug.alias() or None
        pairs = sorted(item.node.aliases.items(), key=lambda pair: pair[1])
        return [part for alias, key in pairs for part in (alias, Plug(item.node, *key).path())] or None
    if call.has("remove"):
        for text in texts:
            plug = names.one_plug(text)
            scene.drop(plug.node.aliases, plug.alias())
        return None
    for alias, text in zip(texts[::2], texts[1::2]):
        plug = names.one_plug(text)
        other = names.lookup(plug.node, alias, "")
        if other is not None or plug.node.aliases.get(alias, plug.key) != plug.key:
            raise RuntimeError(
                f"Cannot set the attribute alias '{alias}': it is the name of another attribute of the node."
            )
        if plug.alias():
            scene.drop(plug.node.aliases, plug.alias())
        scene.put(plug.node.aliases, alias, plug.key)
    scene.touched()
    return None
