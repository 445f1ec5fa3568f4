"""`move`, `rotate`, `scale`: numbers first, then what they move. Source: these commands in Autodesk's reference."""

from __future__ import annotations

from typing import Any

from .. import linear, names, transforms, units
from ..calls import Call, command
from ..components import Item
from ..evaluate import vector
from ..scene import scene
from . import arguments, points
from .transforming import spin
from .values import locked

SHARED = "relative absolute objectSpace worldSpace localSpace xformConstraint preserveChildPosition preserveUV preserveGeometryPosition"
AXES = {"x": 0, "y": 1, "z": 2}


def split(call: Call, flags: dict[str, tuple[int, ...]]) -> tuple[list[Any], list[int], list[Item]]:
    """The numbers, the axes that they are for, and the things."""
    flat = [one for arg in call.args for one in (arg if isinstance(arg, (list, tuple)) else [arg])]
    numbers = []
    while flat and (isinstance(flat[0], (int, float)) or unit_text(flat[0])):
        numbers.append(flat.pop(0))
    chosen = [axis for flag, axes in flags.items() if call.has(flag) for axis in axes] or [0, 1, 2]
    if len(numbers) == 1 and len(chosen) > 1:
        numbers *= len(chosen)
    if not numbers:
        numbers = [0.0] * len(chosen)
    texts = [str(text) for text in flat]
    found = arguments.named(texts) if texts else arguments.items(Call(call.name, (), {}, "create"))
    return numbers, chosen, found


def unit_text(text: Any) -> bool:
    """Whether a text is a number with a unit."""
    return isinstance(text, str) and units.WITH_UNIT.match(text) is not None


def refuse(item: Item, attr: str, axes: list[int]) -> None:
    """Maya's refusal to move what is locked or connected."""
    for axis in axes:
        plug = item.node.plug(attr).children()[axis]
        if locked(plug) or scene.source(plug) is not None:
            raise RuntimeError(f"The attribute '{names.of_plug(plug)}' is locked or connected and cannot be modified.")


MOVE = {
    "moveX": (0,),
    "moveY": (1,),
    "moveZ": (2,),
    "moveXY": (0, 1),
    "moveXZ": (0, 2),
    "moveYZ": (1, 2),
    "moveXYZ": (0, 1, 2),
}


@command(
    "move",
    create=" ".join(MOVE) + f" {SHARED} rotatePivotRelative scalePivotRelative worldSpaceDistance componentSpace",
)
def move(call: Call) -> None:
    """Moves objects or points: to a place, or by an amount."""
    numbers, axes, found = split(call, MOVE)
    world = not call.has("objectSpace", "localSpace")
    amounts = dict(zip(axes, map(units.length, numbers)))
    for item in found:
        if item.component is not None:
            points.change(
                item, lambda p: placed(p, amounts, call.has("relative")), world and not call.has("objectSpace")
            )
            continue
        if not item.node.isa("transform"):
            continue
        refuse(item, "translate", axes)
        above = transforms.above(item.path)
        frame = linear.IDENTITY if not world else above
        if call.has("objectSpace") and call.has("relative"):
            frame = linear.inverse(linear.parts(transforms.local(item.node)).rotation)
        before = linear.point(vector(item.node.plug("translate")), frame)
        pivot = (
            linear.ORIGIN if call.has("relative") or call.has("localSpace") else vector(item.node.plug("rotatePivot"))
        )
        target = placed(linear.add(before, pivot), amounts, call.has("relative"))
        after = linear.point(linear.minus(target, pivot), linear.inverse(frame))
        transforms.write(item.node, "translate", after)
    scene.touched()


def placed(before: linear.Vector, amounts: dict[int, float], relative: bool) -> linear.Vector:
    """A place with some of its coordinates set or added to."""
    x, y, z = (before[n] + amounts.get(n, 0.0) if relative else amounts.get(n, before[n]) for n in range(3))
    return (x, y, z)


ROTATE = {"rotateX": (0,), "rotateY": (1,), "rotateZ": (2,), "rotateXY": (0, 1), "rotateXZ": (0, 2), "rotateYZ": (1, 2),
          "rotateXYZ": (0, 1, 2)}  # fmt: skip


@command("rotate", create=" ".join(ROTATE) + f" {SHARED} pivot euler centerPivot forceOrderXYZ")
def rotate(call: Call) -> None:
    """Turns objects or points: to angles, or by them."""
    numbers, axes, found = split(call, ROTATE)
    amounts = dict(zip(axes, map(units.angle, numbers)))
    for item in found:
        if item.component is not None:
            pivot = tuple(map(units.length, call.get("pivot"))) if call.get("pivot") else None
            matrix = linear.rotation(placed(linear.ORIGIN, amounts, False))
            points.turn(item, matrix, not call.has("objectSpace"), pivot)  # type: ignore[arg-type]
            continue
        if not item.node.isa("transform"):
            continue
        refuse(item, "rotate", axes)
        before = vector(item.node.plug("rotate"))
        if call.has("relative") and call.has("euler"):
            transforms.write(item.node, "rotate", placed(before, amounts, True))
        elif call.has("relative"):
            spin(item.path, placed(linear.ORIGIN, amounts, False), True, call.has("worldSpace"))
        elif call.has("worldSpace"):
            spin(item.path, placed(before, amounts, False), False, True)
        else:
            transforms.write(item.node, "rotate", placed(before, amounts, False))
    scene.touched()


SCALE = {"scaleX": (0,), "scaleY": (1,), "scaleZ": (2,), "scaleXY": (0, 1), "scaleXZ": (0, 2), "scaleYZ": (1, 2),
         "scaleXYZ": (0, 1, 2)}  # fmt: skip


@command("scale", create=" ".join(SCALE) + f" {SHARED} pivot centerPivot distanceOnly")
def scale(call: Call) -> None:
    """Scales objects or points: to factors, or by them."""
    numbers, axes, found = split(call, SCALE)
    amounts = dict(zip(axes, map(float, numbers)))
    for item in found:
        if item.component is not None:
            pivot = tuple(map(units.length, call.get("pivot"))) if call.get("pivot") else None
            points.turn(item, linear.scaling(placed(linear.ONES, amounts, False)), False, pivot)  # type: ignore[arg-type]
            continue
        if not item.node.isa("transform"):
            continue
        refuse(item, "scale", axes)
        before = vector(item.node.plug("scale"))
        factors = placed(linear.ONES, amounts, False)
        x, y, z = (a * b for a, b in zip(before, factors))
        transforms.write(item.node, "scale", (x, y, z) if call.has("relative") else placed(before, amounts, False))
    scene.touched()
