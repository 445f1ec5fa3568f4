"""What is animated: an attribute of a node or its shape, and the animation curve on it."""

from __future__ import annotations

import re

from scenewire.adapters.maya.attributes import has
from scenewire.adapters.maya.handles import Handle, guard, handle
from scenewire.adapters.maya.nodes import NODE, find_node, node_id, parent_of, shape_of
from scenewire.adapters.references import nearest
from scenewire.errors import ConflictError, NotSupportedError

_PARTS = {"position": "translate", "rotation": "rotate", "scale": "scale"}
#: Attributes of a transform by the paths under which every host knows them.
PATHS = {f"{part}.{axis}": f"{name}{axis.upper()}" for part, name in _PARTS.items() for axis in "xyz"}
_NAMES = {attribute: path for path, attribute in PATHS.items()}
_NUMBERS = (
    "double", "float", "doubleLinear", "doubleAngle", "floatLinear", "floatAngle", "long", "short", "byte", "bool",
    "enum", "time",
)  # fmt: skip


def plug_of(reference: str, path: str, field: str = "path") -> str:
    """The attribute of a path of a node that can be written. Raises `not_supported` where no number stands there."""
    plug = number_plug(reference, path, field)
    guard([handle(plug.partition(".")[0])])
    return plug


def number_plug(reference: str, path: str, field: str) -> str:
    """The same of a node that is only read."""
    from maya import cmds

    node = find_node(reference)
    attribute = PATHS.get(path, path)
    for owner in (node.path, shape_of(node.path)):
        if owner and re.fullmatch(r"\w+", attribute) and has(owner, attribute):
            plug = f"{owner}.{attribute}"
            if cmds.getAttr(plug, type=True) in _NUMBERS:
                return plug
    names = [*PATHS, *(cmds.listAttr(node.path, keyable=True, scalar=True) or ())]
    raise NotSupportedError(
        f"`{node.name}` has no number `{path}` that can be animated by itself",
        {"path": field, "got": path, "expected": ", ".join([*PATHS][:3]) + ", ... or an attribute"},
        nearest(path, names),
    )


def steps_to(plug: str) -> list[str]:
    """The attribute, and those through which what says it comes to it: inputs of nodes that hold or blend it."""
    source = _into(plug)
    node, _, attribute = (source or "").partition(".")
    begin, end = _between(node) if node else ("", "")
    onward = steps_to(f"{node}.{begin}{attribute[len(end) :]}") if end and attribute.startswith(end) else []
    return [plug, *onward]


def source_of(plug: str) -> str | None:
    """What says an attribute, also through what holds or blends it."""
    return _into(steps_to(plug)[-1])


def _into(plug: str) -> str | None:
    from maya import cmds

    found = cmds.listConnections(plug, source=True, destination=False, plugs=True, skipConversionNodes=True)
    return str(found[0]) if found else None


def curve_on(plug: str) -> str | None:
    """The animation curve over time that says an attribute."""
    from maya import cmds

    node = (source_of(plug) or "").partition(".")[0]
    return node if node and str(cmds.nodeType(node)).startswith("animCurveT") else None


def _between(node: str) -> tuple[str, str]:
    """Of a node that stands between an attribute and what says it, where the value comes in and goes on: of `mute`,
    which holds it, and of the blend of an animation layer, whose `inputA` is what is below. Empty for any other.
    """
    from maya import cmds

    kind = str(cmds.nodeType(node))
    if kind == "mute":
        return "input", "output"
    return ("inputA", "output") if kind.startswith("animBlendNode") else ("", "")


def refuse_driven(plug: str) -> None:
    """Raises where something else than an animation curve says an attribute, or what a layer puts over it."""
    driver = source_of(plug)
    if driver is not None and curve_on(plug) is None:
        raise ConflictError(
            f"`{plug}` is said by `{driver}`: keys on it would take no effect",
            {"path": "path", "driver": driver},
            ["delete its constraint or driver first"],
        )


def plug_by(source: str, output: str = "output") -> str | None:
    """The attribute that an animation curve or an expression says, of a node of the scene; None for any other."""
    return _led_to(f"{source}.{output}")


def _led_to(source: str) -> str | None:
    from maya import cmds

    found = cmds.listConnections(source, source=False, destination=True, plugs=True, skipConversionNodes=True)
    for plug in found or ():
        owner, _, attribute = str(plug).partition(".")
        # A point of a curve has no path of its own here.
        for path in cmds.ls(owner, long=True) if re.fullmatch(r"\w+", attribute) else ():
            if _node_of(path) is not None:
                return f"{path}.{cmds.attributeQuery(attribute, node=path, longName=True)}"
        begin, end = _between(owner)
        onward = _led_to(f"{owner}.{end}{attribute[len(begin) :]}") if begin and attribute.startswith(begin) else None
        if onward is not None:
            return onward
    return None


def _node_of(path: str) -> str | None:
    if not path.startswith("|"):
        return None
    if NODE.holds(path):
        return path
    above = parent_of(path)
    return above if above is not None and NODE.holds(above) else None


def node_path(plug: str) -> str:
    """The node whose number it is."""
    return _node_of(plug.partition(".")[0]) or plug.partition(".")[0]


def path_of(plug: str) -> str:
    """Which number, as callers say it."""
    attribute = plug.partition(".")[2]
    return _NAMES.get(attribute, attribute)


def name_of(plug: str) -> str:
    """`node/path`: what Maya animates is no part of a clip."""
    return f"{node_path(plug).rpartition('|')[2]}/{path_of(plug)}"


def node_id_of(curve: Handle) -> str:
    """The id of the node that a curve animates."""
    return node_id(node_path(plug_of_curve(curve)))


def plug_of_curve(curve: Handle) -> str:
    """The attribute of a curve that has one."""
    plug = plug_by(curve.path)
    if plug is None:
        raise KeyError(curve.uuid)
    return plug
