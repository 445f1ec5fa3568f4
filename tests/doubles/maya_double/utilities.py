"""Nodes that reckon: sums, products, conditions, matrices. Source: Autodesk's node reference, each by its name."""

from __future__ import annotations

from typing import Any

from . import linear
from .evaluate import computes, number, value, vector
from .linear import Matrix, Vector
from .nodes import Node, Plug
from .scene import scene


def colour(node: Node, name: str) -> Vector:
    """Three numbers of an attribute."""
    x, y, z = value(node.plug(name))
    return (float(x), float(y), float(z))


@computes("unitConversion timeToUnitConversion unitToTimeConversion", "output")
def _converted(plug: Plug) -> float:
    node = plug.node
    held = number(node.plug("input"))
    if node.kind == "timeToUnitConversion":
        from . import units

        return units.frames(held)
    return held * number(node.plug("conversionFactor"))


@computes("multiplyDivide", "output")
def _multiplied(plug: Plug) -> list[float]:
    node = plug.node
    operation = int(number(node.plug("operation")))
    found = []
    for a, b in zip(colour(node, "input1"), colour(node, "input2")):
        found.append({0: a, 1: a * b, 2: a / b if b else 100000.0, 3: a**b if a >= 0 else 0.0}[operation])
    return found


@computes("plusMinusAverage", "output1D output2D output3D")
def _summed(plug: Plug) -> Any:
    node, size = plug.node, int(plug.attr[-2])
    inputs = node.plug(f"input{size}D")
    rows = [value(inputs.element(n)) for n in scene.indices(inputs)]
    rows = [[row] if size == 1 else list(row) for row in rows] or [[0.0] * size]
    operation = int(number(node.plug("operation")))
    if operation == 0:
        made = rows[0]
    elif operation == 2:
        made = [row[0] - sum(row[1:]) for row in zip(*rows)]
    else:
        made = [sum(column) / (len(rows) if operation == 3 else 1) for column in zip(*rows)]
    return made[0] if size == 1 else made


@computes("reverse", "output")
def _reversed(plug: Plug) -> list[float]:
    return [1.0 - part for part in colour(plug.node, "input")]


@computes("addDoubleLinear", "output")
def _added(plug: Plug) -> float:
    return number(plug.node.plug("input1")) + number(plug.node.plug("input2"))


@computes("multDoubleLinear", "output")
def _product(plug: Plug) -> float:
    return number(plug.node.plug("input1")) * number(plug.node.plug("input2"))


@computes("condition", "outColor")
def _condition(plug: Plug) -> Vector:
    node = plug.node
    a, b = number(node.plug("firstTerm")), number(node.plug("secondTerm"))
    holds = (a == b, a != b, a > b, a >= b, a < b, a <= b)[int(number(node.plug("operation")))]
    return colour(node, "colorIfTrue" if holds else "colorIfFalse")


@computes("clamp", "output")
def _clamped(plug: Plug) -> list[float]:
    node = plug.node
    return [
        max(low, min(high, v)) for v, low, high in zip(colour(node, "input"), colour(node, "min"), colour(node, "max"))
    ]


@computes("setRange", "outValue")
def _ranged(plug: Plug) -> list[float]:
    rows = zip(*(colour(plug.node, name) for name in ("value", "oldMin", "oldMax", "min", "max")))
    return [low + (max(a, min(b, v)) - a) / ((b - a) or 1.0) * (high - low) for v, a, b, low, high in rows]


@computes("remapValue", "outValue")
def _remapped(plug: Plug) -> float:
    v, a, b, low, high = (
        number(plug.node.plug(n)) for n in ("inputValue", "inputMin", "inputMax", "outputMin", "outputMax")
    )
    return low + max(0.0, min(1.0, (v - a) / ((b - a) or 1.0))) * (high - low)


@computes("blendColors", "output")
def _mixed(plug: Plug) -> list[float]:
    share = number(plug.node.plug("blender"))
    return [a * share + b * (1 - share) for a, b in zip(colour(plug.node, "color1"), colour(plug.node, "color2"))]


@computes("blendTwoAttr", "output")
def _mixed_two(plug: Plug) -> float:
    share = number(plug.node.plug("attributesBlender"))
    a, b = (number(plug.node.plug("input", n)) for n in (0, 1))
    return a * (1 - share) + b * share


@computes("pairBlend", "outTranslate outRotate")
def _paired(plug: Plug) -> list[float]:
    stem, share = "in" + plug.attr[3:], number(plug.node.plug("weight"))
    return [a * (1 - share) + b * share for a, b in zip(colour(plug.node, stem + "1"), colour(plug.node, stem + "2"))]


@computes("distanceBetween", "distance")
def _distance(plug: Plug) -> float:
    ends = [
        linear.point(vector(plug.node.plug(f"point{n}")), tuple(value(plug.node.plug(f"inMatrix{n}")))) for n in (1, 2)
    ]
    return linear.length(linear.minus(*ends))


@computes("multMatrix", "matrixSum")
def _matrices(plug: Plug) -> Matrix:
    inputs = plug.node.plug("matrixIn")
    return linear.product(*(tuple(value(inputs.element(n))) for n in scene.indices(inputs)))


@computes("decomposeMatrix", "outputTranslate outputRotate outputScale outputShear outputQuat")
def _decomposed(plug: Plug) -> Any:
    found = linear.parts(tuple(value(plug.node.plug("inputMatrix"))))
    order = int(number(plug.node.plug("inputRotateOrder")))
    return {"outputTranslate": found.translation, "outputRotate": linear.euler(found.rotation, order),
            "outputScale": found.scale, "outputShear": found.shear,
            "outputQuat": linear.to_quaternion(found.rotation)}[plug.attr]  # fmt: skip


@computes("composeMatrix", "outputMatrix")
def _composed(plug: Plug) -> Matrix:
    node = plug.node
    turned = linear.rotation(vector(node.plug("inputRotate")), int(number(node.plug("inputRotateOrder"))))
    return linear.product(
        linear.scaling(vector(node.plug("inputScale"))), turned, linear.translation(vector(node.plug("inputTranslate")))
    )


@computes("choice", "output")
def _chosen(plug: Plug) -> Any:
    return value(plug.node.plug("input", int(number(plug.node.plug("selector")))))
