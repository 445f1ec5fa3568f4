"""What a driver computes with: attributes of nodes, and what of their transforms Maya's utility nodes tell, each in a
variable that the expression declares (`float $turn = Crank.translateX;`).

Source: the nodes `decomposeMatrix` and `distanceBetween` in Autodesk's reference.
"""

from __future__ import annotations

import re
from typing import Any

from scenewire.adapters.fields import Item
from scenewire.adapters.maya.animated import number_plug, path_of
from scenewire.adapters.maya.attributes import connect
from scenewire.adapters.maya.naming import identifier
from scenewire.adapters.maya.nodes import NODE, find_node, node_id, parent_of
from scenewire.errors import InvalidParamsError, NotSupportedError

_PARTS = {"position": "outputTranslate", "rotation": "outputRotate", "scale": "outputScale"}
#: Our word -> the output of `decomposeMatrix`.
_OUTPUTS = {
    **{f"{part}.{axis}": output + axis.upper() for part, output in _PARTS.items() for axis in "xyz"},
    "rotation.w": "outputQuatW",
}
_WORDS = {output: word for word, output in _OUTPUTS.items()}
_SCALES = [_OUTPUTS[f"scale.{axis}"] for axis in "xyz"]
_MATRICES = {"world": "worldMatrix[0]", "local": "matrix"}
_HELPERS = ("decomposeMatrix", "distanceBetween")
#: How large a node is in all: the edge of the cube of its volume.
_SIZE = "pow(abs({} * {} * {}), 1.0 / 3.0)"


def declared(variables: list[Item], target: str) -> list[str]:
    """A statement of MEL for each variable, with the nodes that it needs."""
    return [f"float ${one['name']} = {_source(one, at, target)};" for at, one in enumerate(variables)]


def names_of(variables: list[Item]) -> list[str]:
    """What an expression calls them. Raises for what is no name in MEL."""
    return [_named(one, at) for at, one in enumerate(variables)]


def _named(variable: Item, at: int) -> str:
    name = str(variable["name"])
    if identifier(name) != name or name in ("frame", "pi"):
        raise InvalidParamsError(
            f"`{name}` is no name for a variable",
            {"path": f"variables[{at}].name", "expected": "a letter, then letters, digits and _", "got": name},
            [f"_{name}" if name in ("frame", "pi") else identifier(name)],
        )
    return name


def _source(variable: Item, at: int, target: str) -> str:
    reference, where = variable["source_node_id"], f"variables[{at}]"
    if variable.get("source_path") is not None:
        plug = number_plug(reference, variable["source_path"], f"{where}.source_path")
        if plug == target:
            raise InvalidParamsError(
                "a number cannot be computed from itself", {"path": f"{where}.source_path", "got": plug}
            )
        return plug
    word, space = variable["transform"], variable.get("space") or "world"
    matrix = _MATRICES.get(space)
    if matrix is None:
        raise NotSupportedError(
            "constraints of Maya say the attributes themselves: there is no transform without them",
            {"path": f"{where}.space", "got": space},
            ["local", "or give `source_path`"],
        )
    node = find_node(reference).path
    if word == "rotation_difference":
        raise NotSupportedError(
            "no node of Maya tells how far two turns are apart", {"path": f"{where}.transform", "got": word}
        )
    if word == "distance":
        return _distance(node, find_node(variable["other_node_id"]).path, matrix)
    made = _new("decomposeMatrix")
    connect(f"{node}.{matrix}", f"{made}.inputMatrix")
    connect(f"{node}.rotateOrder", f"{made}.inputRotateOrder")
    outputs = _SCALES if word == "scale" else [_OUTPUTS[word]]
    plugs = [f"{made}.{output}" for output in outputs]
    return _SIZE.format(*plugs) if word == "scale" else plugs[0]


def _distance(node: str, other: str, matrix: str) -> str:
    made = _new("distanceBetween")
    connect(f"{node}.{matrix}", f"{made}.inMatrix1")
    connect(f"{other}.{matrix}", f"{made}.inMatrix2")
    return f"{made}.distance"


def _new(kind: str) -> str:
    from maya import cmds

    return str(cmds.createNode(kind, skipSelect=True))


_DECLARED = re.compile(r"\s*float\s+\$(\w+)\s*=\s*(.*)", re.DOTALL)
_INPUT = re.compile(r"\.I\[(\d+)\]")


def declarations(statements: list[str]) -> dict[str, str]:
    """The variables that statements declare, each with what it is made of."""
    found = [_DECLARED.fullmatch(statement) for statement in statements]
    return {match[1]: match[2].strip() for match in found if match is not None}


def variable_told(expression: str, name: str, source: str) -> Item:
    """A variable as the catalogue has it."""
    plugs = [plug for number in _INPUT.findall(source) if (plug := input_of(expression, int(number)))]
    if not plugs:
        return {"name": name, "source_node_id": None, "source_path": source}
    node, _, attribute = plugs[0].partition(".")
    told = _transform(node, attribute, len(plugs)) or _number(node, attribute)
    return {"name": name, **told}


def input_of(expression: str, number: int) -> str | None:
    """What comes into an expression there."""
    from maya import cmds

    at = f"{expression}.input[{number}]"
    found = cmds.listConnections(at, source=True, destination=False, plugs=True, skipConversionNodes=True)
    return str(found[0]) if found else None


def _number(node: str, attribute: str) -> Item:
    """An attribute of a node or its shape; of anything else its own name."""
    from maya import cmds

    path = str(cmds.ls(node, long=True)[0])
    owner = next((one for one in (path, parent_of(path)) if one and one.startswith("|") and NODE.holds(one)), None)
    if owner is None:
        return {"source_node_id": None, "source_path": f"{node}.{attribute}"}
    long = str(cmds.attributeQuery(attribute, node=path, longName=True)) if "[" not in attribute else attribute
    return {"source_node_id": node_id(owner), "source_path": path_of(f"{path}.{long}")}


def _transform(node: str, attribute: str, count: int) -> Item | None:
    from maya import cmds

    kind = cmds.nodeType(node)
    if kind == "decomposeMatrix":
        word = "scale" if count == len(_SCALES) else _WORDS.get(attribute)
        end = _end(f"{node}.inputMatrix")
        return {"source_node_id": end[0], "transform": word, "space": end[1]} if word and end else None
    if kind == "distanceBetween" and attribute == "distance":
        ends = [end for number in (1, 2) if (end := _end(f"{node}.inMatrix{number}"))]
        if len(ends) == 2:
            (one, space), (other, _) = ends
            return {"source_node_id": one, "other_node_id": other, "transform": "distance", "space": space}
    return None


def _end(plug: str) -> tuple[str, str] | None:
    """The node whose matrix comes in there, and in which space it is."""
    from maya import cmds

    found = cmds.listConnections(plug, source=True, destination=False, plugs=True)
    if not found:
        return None
    node, _, attribute = str(found[0]).partition(".")
    path = str(cmds.ls(node, long=True)[0])
    space = next((space for space, matrix in _MATRICES.items() if matrix == attribute), None)
    return (node_id(path), space) if space and NODE.holds(path) else None


def helpers(expression: str) -> list[str]:
    """The nodes that tell this expression alone of a transform."""
    from maya import cmds

    found = cmds.listConnections(f"{expression}.input", source=True, destination=False) or ()
    return [str(one) for one in dict.fromkeys(found) if cmds.nodeType(one) in _HELPERS and _only(one, expression)]


def _only(helper: Any, expression: str) -> bool:
    from maya import cmds

    return set(cmds.listConnections(helper, source=False, destination=True) or ()) <= {expression}
