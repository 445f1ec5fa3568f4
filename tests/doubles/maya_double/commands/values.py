"""`getAttr` and `setAttr`.

Source: both commands in Autodesk's reference; the texts of the errors are those of Maya.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

from maya_double import evaluate, names, shapes, transforms, units
from maya_double.calls import Call, command
from maya_double.components import Component
from maya_double.nodes import Plug
from maya_double.scene import scene

#: Types that the commands take and give as one text or list.
LISTS = {"doubleArray": float, "Int32Array": int, "floatArray": float, "stringArray": str}
POINTS = {"pointArray": 4, "vectorArray": 3}


@command(
    "getAttr",
    create=(
        "time type lock settable keyable channelBox multiIndices size asString "
        "expandEnvironmentVariables silent caching"
    ),
)
def get_attr(call: Call) -> Any:
    """The value of an attribute, or a property of it."""
    if not call.args:
        raise RuntimeError("No attribute was specified.")
    found = names.find(str(call.args[0]))
    if not found or any(item.plug is None and item.component is None for item in found):
        raise ValueError(f"No object matches name: {call.args[0]}")
    if len({item.node for item in found}) > 1:
        raise ValueError(f"More than one object matches name: {call.args[0]}")
    if found[0].component is not None:
        return component_values(found[0].node, found[0].component)
    plugs = [item.plug for item in found if item.plug is not None]
    answers = [answer(call, plug) for plug in plugs]
    if len(answers) == 1:
        return answers[0]
    return [one for part in answers for one in (part if isinstance(part, list) else [part])]


def component_values(node: Any, component: Component) -> Any:
    """Points of components, as `getAttr curve1.cv[*]` gives them."""
    if component.kind == "ep":
        from maya_double import nurbs

        points = nurbs.edit_points(nurbs.curve(node))
    else:
        points = shapes.points(node)
    found = [points[number] for number in component.numbers()]
    return [tuple(units.shown(c, "doubleLinear") for c in point) for point in found]


def answer(call: Call, plug: Plug) -> Any:
    """What a flag asks of one plug."""
    spec = plug.spec
    if call.has("type"):
        return type_name(plug)
    if call.has("lock"):
        return locked(plug)
    if call.has("settable"):
        return settable(plug)
    if call.has("keyable"):
        return scene.mark(plug, "keyable")
    if call.has("channelBox"):
        return scene.mark(plug, "channel_box")
    if call.has("caching"):
        return False
    if call.has("multiIndices"):
        return scene.indices(plug) or None
    if call.has("size"):
        return len(scene.indices(plug)) if spec.multi else 1
    if call.get("time") is not None:
        return at_time(plug, units.seconds(call.get("time")), call)
    return shown(plug, call)


def at_time(plug: Plug, seconds: float, call: Call) -> Any:
    """The value at another time than the current one."""
    with scene.history.unrecorded():
        before = scene.get("time")
        scene.set("time", seconds)
        try:
            return shown(plug, call)
        finally:
            scene.set("time", before)


def type_name(plug: Plug) -> str | None:
    """The type as `getAttr -type` names it; of a compound that is not numeric `TdataCompound`."""
    spec = plug.spec
    if spec.type == "compound" or plug.array:
        return "TdataCompound"
    return "double" if spec.type == "generic" else spec.type


def locked(plug: Plug) -> bool:
    """Whether a plug, or one that it is in, is locked."""
    above = plug.parent()
    if scene.mark(plug, "locked") or (above is not None and locked(above)):
        return True
    return bool(plug.index) and plug.spec.multi and scene.mark(plug._replace(index=plug.index[:-1]), "locked")


def settable(plug: Plug) -> bool:
    """Whether `setAttr` would take it."""
    if locked(plug) or not plug.spec.writable or connected(plug):
        return False
    return not any(locked(child) or connected(child) for child in plug.children())


def connected(plug: Plug) -> bool:
    """Whether a plug, or one that it is in, has an incoming connection."""
    above = plug.parent()
    return scene.source(plug) is not None or (above is not None and connected(above))


def shown(plug: Plug, call: Call | None = None) -> Any:
    """The value of a plug as the commands show it."""
    spec = plug.spec
    if plug.array:
        numbers = scene.indices(plug)
        if spec.type in ("matrix", "fltMatrix"):
            return shown(plug.element(numbers[0] if numbers else 0), call)
        parts = [shown(plug.element(number), call) for number in numbers]
        return [one for part in parts for one in (part if isinstance(part, list) else [part])] if parts else None
    if spec.compound:
        return compound(plug)
    if spec.type == "message":
        raise RuntimeError("Message attributes have no data values.")
    found = evaluate.value(plug)
    if spec.type in ("matrix", "fltMatrix"):
        return list(found)
    if spec.type in shapes.GEOMETRY:
        return None
    if spec.type in POINTS and found is not None:
        return [tuple(point) for point in found]
    if spec.type == "componentList":
        from maya_double import components

        return components.words(found) if isinstance(found, Component) else found
    if spec.type == "enum" and call is not None and call.has("asString"):
        return next((name for name, number in spec.enum if number == found), "")
    if spec.type == "bool" and found is not None:
        return bool(found)
    if isinstance(found, tuple):
        return [found] if spec.type in ("double3", "float3", "double2", "float2") else list(found)
    return units.shown(found, spec.type)


def compound(plug: Plug) -> Any:
    """A compound: of numbers a list with one tuple, of other things one list of all."""
    specs = [child.spec for child in plug.children()]
    if all(spec.numeric and not spec.multi for spec in specs) and specs:
        found = evaluate.value(plug)
        return [tuple(units.shown(value, spec.type) for value, spec in zip(found, specs))]
    parts = [shown(child) for child in plug.children() if child.spec.type != "message"]
    return [one for part in parts for one in (part if isinstance(part, list) else [part])]


@command(
    "setAttr",
    create="type lock keyable channelBox clamp alteredValue size caching capacityHint",
    edit="keyable lock channelBox caching",
)
def set_attr(call: Call) -> None:
    """Sets a value, or locks and marks an attribute."""
    if not call.args:
        raise RuntimeError("No attribute was specified.")
    text = str(call.args[0])
    found = [item for item in names.find(text)]
    if not found:
        raise RuntimeError(f"setAttr: No object matches name: {text}")
    if len({item.node for item in found}) > 1:
        raise RuntimeError(f"setAttr: More than one object matches name: {text}")
    if found[0].component is not None:
        plugs = [found[0].node.plug("controlPoints", number) for number in found[0].component.numbers()]
    else:
        plugs = [item.plug for item in found if item.plug is not None]
    if not plugs:
        raise RuntimeError(f"setAttr: No object matches name: {text}")
    marks(call, plugs)
    if len(call.args) > 1:
        write_all(call, text, plugs, list(call.args[1:]))
        scene.touched()


def marks(call: Call, plugs: Sequence[Plug]) -> None:
    """Locks and marks; of a compound its children are marked keyable."""
    for plug in plugs:
        if call.get("lock") is not None:
            if plug.node.facts.get("reference"):
                raise RuntimeError(
                    f"setAttr: The attribute '{names.of_plug(plug)}' is from a referenced file, "
                    "and its lock cannot be changed."
                )
            scene.set_mark(plug, "locked", bool(call.get("lock")))
        for flag, mark in (("keyable", "keyable"), ("channelBox", "channel_box")):
            if call.get(flag) is not None:
                for one in [plug, *plug.children()]:
                    scene.set_mark(one, mark, bool(call.get(flag)))
                    # Keyable attributes are in the channel box anyway: one mark takes the other's place.
                    if mark == "keyable" and call.get(flag):
                        scene.set_mark(one, "channel_box", False)


def write_all(call: Call, text: str, plugs: Sequence[Plug], values: list[Any]) -> None:
    """Writes values to one plug, or as many to each of several."""
    if len(plugs) == 1:
        write(plugs[0], values, call, text)
        return
    flat = list(flattened(values))
    share = len(flat) // len(plugs)
    if share * len(plugs) != len(flat):
        raise RuntimeError(f"setAttr: The data is not of the right length for '{text}'.")
    for number, plug in enumerate(plugs):
        write(plug, flat[number * share : (number + 1) * share], call, text)


def flattened(values: Sequence[Any]) -> Any:
    """Values without the lists that they came in."""
    return itertools.chain.from_iterable(flattened(v) if isinstance(v, (list, tuple)) else [v] for v in values)


def write(plug: Plug, values: list[Any], call: Call, text: str) -> None:
    """Writes one plug, after all of Maya's refusals."""
    spec = plug.spec
    if not settable(plug) and spec.writable:
        raise RuntimeError(
            f"setAttr: The attribute '{names.of_plug(plug)}' is locked or connected and cannot be modified."
        )
    if not spec.writable:
        raise RuntimeError(f"setAttr: The attribute '{names.of_plug(plug)}' is not writable.")
    if plug.node.facts.get("locked"):
        raise RuntimeError(
            f"setAttr: The attribute '{names.of_plug(plug)}' is locked or connected and cannot be modified."
        )
    kind = call.get("type")
    if spec.compound:
        write_compound(plug, list(flattened(values)), call, text)
    elif spec.numeric:
        if kind is not None and kind not in ("double", "float", "long", "short", "bool", "doubleAngle", "doubleLinear"):
            raise RuntimeError(f"setAttr: The attribute '{names.of_plug(plug)}' is not of type '{kind}'.")
        flat = list(flattened(values))
        if len(flat) != 1:
            raise RuntimeError(f"setAttr: Error reading data element number 2: {flat[1:2]}")
        scene.write(plug, number(plug, flat[0], call))
    else:
        scene.write(plug, other(plug, values, kind, text))


def write_compound(plug: Plug, flat: list[Any], call: Call, text: str) -> None:
    """Writes the children of a compound of numbers."""
    children = plug.children()
    if call.get("type") == "string" or any(
        isinstance(value, str) and not value[:1].isdigit() and value[:1] != "-" for value in flat
    ):
        raise RuntimeError(f"setAttr: The attribute '{names.of_plug(plug)}' is a numeric compound and takes no text.")
    if not all(child.spec.numeric for child in children):
        raise RuntimeError(f"setAttr: The attribute '{names.of_plug(plug)}' is a compound and has no value of its own.")
    if len(flat) != len(children):
        raise RuntimeError(
            "setAttr: Not enough data was provided. When setting a compound attribute of "
            f"{len(children)} values: {text}"
        )
    for child, value in zip(children, flat):
        scene.write(child, number(child, value, call))


def number(plug: Plug, value: Any, call: Call) -> Any:
    """A number for a plug, in internal units and within its limits."""
    spec = plug.spec
    if not isinstance(value, (bool, int, float, str)):
        raise RuntimeError(f"setAttr: Error reading data element number 1: {value}")
    if isinstance(value, str) and spec.type not in ("doubleLinear", "doubleAngle", "time", "double", "float"):
        raise RuntimeError(f"setAttr: '{names.of_plug(plug)}': Invalid value: {value}")
    found = units.taken(value, spec.type)
    for bound, below in ((spec.minimum, True), (spec.maximum, False)):
        if bound is not None and (found < bound - 1e-12 if below else found > bound + 1e-12):
            if not call.has("clamp"):
                words = "below its minimum" if below else "past its maximum"
                limit = units.shown(bound, spec.type)
                raise RuntimeError(
                    f"setAttr: Cannot set the attribute '{names.of_plug(plug)}' {words} value of {limit:g}."
                )
            found = bound
    above = plug.parent()
    if spec.parent in transforms.LIMITS and above is not None and plug.node.isa("transform"):
        found = transforms.kept(plug.node, spec.parent, above.spec.children.index(spec.long), found)
    if spec.type == "bool":
        return bool(found)
    if spec.type in ("long", "short", "byte", "enum", "char"):
        return round(found)
    return float(found)


def other(plug: Plug, values: list[Any], kind: str | None, text: str) -> Any:
    """A value that is no number: it needs its type said."""
    spec = plug.spec
    flat = list(flattened(values))
    if spec.type == "string":
        if kind != "string":
            raise RuntimeError(f"setAttr: '{names.of_plug(plug)}' is a string attribute. The -type flag must be used.")
        return "" if flat[0] is None else str(flat[0])
    if spec.type in ("matrix", "fltMatrix"):
        if kind != "matrix" or len(flat) != 16:
            raise RuntimeError(f"setAttr: '{names.of_plug(plug)}' takes 16 values with -type matrix")
        return tuple(float(value) for value in flat)
    if kind is None or kind != spec.type:
        raise RuntimeError(
            f"setAttr: The attribute '{names.of_plug(plug)}' needs -type {spec.type}, got {kind}: {text}"
        )
    if spec.type in ("double3", "float3", "double2", "float2"):
        return tuple(float(value) for value in flat)
    if kind == "componentList":
        return component_list(plug, [str(value) for value in flat[1:]])
    # A count, then so many; in Python the list itself may be given in place of both.
    rest = flat if isinstance(values[0], (list, tuple)) else flat[1:]
    if kind in LISTS:
        return tuple(LISTS[kind](value) for value in rest)
    if kind in POINTS:
        if values and not isinstance(values[0], (list, tuple)):
            points = values[1:]
            if all(isinstance(point, (list, tuple)) for point in points):
                return tuple(tuple(map(float, point)) + (1.0,) * (POINTS[kind] - len(point)) for point in points)
        size = POINTS[kind]
        return tuple(tuple(map(float, rest[n : n + size])) for n in range(0, len(rest), size))
    raise RuntimeError(f"setAttr: The type {kind} cannot be set: {text}")


def component_list(plug: Plug, texts: list[str]) -> Component | tuple[str, ...]:
    """Components in words, kept as they were written where no shape is known to look them up on."""
    found: list[tuple[int, ...]] = []
    from maya_double import components

    for text in texts:
        matched = components.WRITTEN.match(text)
        if matched is None or matched.group(1) not in ("vtx", "f", "e", "cv"):
            return tuple(texts)
        found += [(n,) for n in components.numbers(components.BRACKET.findall(text)[0], 1 << 24)]
    return Component(components.WRITTEN.match(texts[0]).group(1), tuple(found)) if texts else ()  # type: ignore[union-attr]
