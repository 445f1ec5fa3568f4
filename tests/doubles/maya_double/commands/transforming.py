"""`xform`, `move`, `rotate`, `scale`, `makeIdentity`, `exactWorldBoundingBox`, `transformLimits`.

Source: these commands in Autodesk's reference.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from maya_double import linear, names, shapes, transforms, units
from maya_double.calls import Call, command
from maya_double.components import Item
from maya_double.evaluate import number, vector
from maya_double.linear import Matrix, Vector
from maya_double.names import Path
from maya_double.nodes import Node
from maya_double.scene import scene

from . import arguments, points
from .values import locked

SET = (
    "matrix worldSpace objectSpace translation rotation scale rotateOrder euler pivots rotatePivot "
    "scalePivot rotateAxis shear"
)
SET += (
    " relative absolute preserve centerPivots zeroTransformPivots centerPivotsOnComponents "
    "rotateTranslation scaleTranslation"
)
SET += " reflection preserveUV deletePriorHistory worldSpaceDistance"


@command("xform", create=SET, query=SET + " boundingBox boundingBoxInvisible")
def xform(call: Call) -> Any:
    """Asks for or sets any part of a transform."""
    found = arguments.items(call)
    if call.query:
        return query(call, found)
    for item in found:
        if item.component is not None:
            points.transform(call, item)
        elif item.node.isa("transform"):
            change(call, item.path)
        else:
            raise RuntimeError(f"xform: {names.short(item.path)} is no transform")
    scene.touched()
    return None


def query(call: Call, found: list[Item]) -> Any:
    """One part of the first object's transform, or points of components."""
    item = found[0]
    if item.component is not None:
        return points.positions(found, call.has("worldSpace"))
    path, node, world = item.path, item.node, call.has("worldSpace")
    if call.has("boundingBox", "boundingBoxInvisible"):
        matrix = None if world else transforms.local(node)
        box = shapes.bounds(path, matrix) or (linear.ORIGIN, linear.ORIGIN)
        return [units.shown(value, "doubleLinear") for corner in box for value in corner]
    if not node.isa("transform"):
        raise RuntimeError(f"xform: {names.short(path)} is no transform")
    matrix = transforms.world(path) if world else transforms.local(node)
    order = int(number(node.plug("rotateOrder")))
    if call.has("matrix"):
        return list(matrix)
    if call.has("rotateOrder"):
        return linear.ORDERS[order]
    if call.has("translation"):
        if world:
            return lengths(linear.point(vector(node.plug("rotatePivot")), within(matrix, node)))
        return lengths(vector(node.plug("translate")))
    if call.has("rotation"):
        return degrees(linear.euler(linear.parts(matrix).rotation, order) if world else vector(node.plug("rotate")))
    if call.has("scale"):
        return list(linear.parts(matrix).scale if world else vector(node.plug("scale")))
    if call.has("shear"):
        return list(vector(node.plug("shear")))
    if call.has("rotateAxis"):
        return degrees(vector(node.plug("rotateAxis")))
    for flag, plug in (("rotateTranslation", "rotatePivotTranslate"), ("scaleTranslation", "scalePivotTranslate")):
        if call.has(flag):
            return lengths(vector(node.plug(plug)))
    if call.has("pivots"):
        return [*pivot(node, "rotatePivot", world, matrix), *pivot(node, "scalePivot", world, matrix)]
    for name in ("rotatePivot", "scalePivot"):
        if call.has(name):
            return pivot(node, name, world, matrix)
    raise RuntimeError("xform: nothing to query")


def within(matrix: Matrix, node: Node) -> Matrix:
    """What takes the pivot's own offset out: `-t -ws` of an object with a moved pivot is where its origin is."""
    back = linear.translation(linear.by(vector(node.plug("rotatePivot")), -1.0))
    return linear.times(back, matrix)


def pivot(node: Node, name: str, world: bool, matrix: Matrix) -> list[float]:
    """A pivot in the object's space or the world."""
    place = vector(node.plug(name))
    return lengths(linear.point(place, matrix) if world else place)


def lengths(values: Sequence[float]) -> list[float]:
    """Lengths as the commands show them."""
    return [units.shown(value, "doubleLinear") for value in values]


def degrees(values: Sequence[float]) -> list[float]:
    """Angles as the commands show them."""
    return [units.shown(value, "doubleAngle") for value in values]


def change(call: Call, path: Path) -> None:
    """Sets what the flags say, of one object."""
    node, world, relative = path[-1], call.has("worldSpace"), call.has("relative")
    refuse_locked(call, node)
    if call.get("rotateOrder") is not None:
        reorder(node, linear.ORDERS.index(call.get("rotateOrder")), call.has("preserve"))
    if call.get("matrix") is not None:
        wanted = tuple(float(value) for value in call.get("matrix"))
        transforms.place(node, linear.times(wanted, linear.inverse(transforms.above(path))) if world else wanted)
    if call.has("centerPivots"):
        box = shapes.bounds(path, linear.IDENTITY)
        if box is not None:
            set_pivot(path, linear.by(linear.add(*box), 0.5), ("rotatePivot", "scalePivot"), False)
    given = call.get("pivots")
    if given is not None:
        set_pivot(path, tuple(map(units.length, given)), ("rotatePivot", "scalePivot"), world, relative)
    for name in ("rotatePivot", "scalePivot"):
        if call.get(name) is not None:
            set_pivot(path, tuple(map(units.length, call.get(name))), (name,), world, relative)
    if call.has("zeroTransformPivots"):
        for name in ("rotatePivot", "scalePivot", "rotatePivotTranslate", "scalePivotTranslate"):
            transforms.write(node, name, linear.ORIGIN)
    if call.get("scale") is not None:
        rescale(node, call.get("scale"), relative)
    if call.get("shear") is not None:
        transforms.write(node, "shear", tuple(map(float, call.get("shear"))))  # type: ignore[arg-type]
    if call.get("rotateAxis") is not None:
        transforms.write(node, "rotateAxis", tuple(map(units.angle, call.get("rotateAxis"))))  # type: ignore[arg-type]
    if call.get("rotation") is not None:
        spin(path, tuple(map(units.angle, call.get("rotation"))), relative, world)  # type: ignore[arg-type]
    if call.get("translation") is not None:
        shift(path, tuple(map(units.length, call.get("translation"))), relative, world)  # type: ignore[arg-type]


#: Flag -> the attribute that it writes.
WRITES = {
    "translation": "translate",
    "rotation": "rotate",
    "scale": "scale",
    "shear": "shear",
    "rotateAxis": "rotateAxis",
}


def refuse_locked(call: Call, node: Node) -> None:
    """Maya's refusal to write what is locked or connected."""
    attributes = [WRITES[flag] for flag in WRITES if call.get(flag) is not None]
    attributes += ["translate", "rotate", "scale"] if call.get("matrix") is not None else []
    for name in attributes:
        for plug in node.plug(name).children():
            if locked(plug):
                raise RuntimeError(
                    f"The attribute '{names.of_plug(plug)}' is locked or connected and cannot be modified."
                )


def reorder(node: Node, order: int, preserve: bool) -> None:
    """Another rotate order, where asked for with the same turn."""
    before = linear.rotation(vector(node.plug("rotate")), int(number(node.plug("rotateOrder"))))
    scene.write(node.plug("rotateOrder"), order)
    if preserve:
        transforms.write(node, "rotate", linear.euler(before, order))


def set_pivot(path: Path, place: Any, which: Sequence[str], world: bool, relative: bool = False) -> None:
    """Moves pivots; the object stays where it is."""
    node = path[-1]
    before = transforms.local(node)
    target = linear.point(place, linear.inverse(transforms.world(path))) if world and not relative else place
    for name in which:
        transforms.write(node, name, linear.add(vector(node.plug(name)), place) if relative else target)
    for name in which:
        offset = name + "Translate"
        transforms.write(node, offset, linear.ORIGIN)
    rest = transforms.local(node)
    gap = linear.minus(before[12:15], rest[12:15])
    transforms.write(node, "rotatePivotTranslate", linear.add(vector(node.plug("rotatePivotTranslate")), gap))


def rescale(node: Node, given: Sequence[Any], relative: bool) -> None:
    """Sets or multiplies the scale."""
    factors = [float(value) for value in given]
    before = vector(node.plug("scale"))
    x, y, z = (a * b for a, b in zip(before, factors)) if relative else factors
    transforms.write(node, "scale", (x, y, z))


def spin(path: Path, angles: Vector, relative: bool, world: bool, keep: bool = False) -> None:
    """Sets or adds a rotation, in the object's or the world's axes."""
    node = path[-1]
    order = int(number(node.plug("rotateOrder")))
    if not relative and not world:
        transforms.write(node, "rotate", angles)
        return
    turned = linear.rotation(angles, order)
    above = linear.parts(transforms.above(path)).rotation
    own = linear.rotation(vector(node.plug("rotate")), order)
    behind = transforms.orient(node)
    axis = linear.rotation(vector(node.plug("rotateAxis")))
    if relative and not world:
        wanted = linear.times(turned, own)
    elif relative:
        outer = linear.times(behind, above)
        wanted = linear.product(own, outer, turned, linear.inverse(outer))
    else:
        outer = linear.times(behind, above)
        wanted = linear.product(linear.inverse(axis), turned, linear.inverse(outer))
    transforms.write(node, "rotate", linear.euler(wanted, order))


def shift(path: Path, by: Vector, relative: bool, world: bool) -> None:
    """Sets or adds a translation, in the parent's space or the world."""
    node = path[-1]
    above = transforms.above(path)
    before = vector(node.plug("translate"))
    if world and relative:
        by = linear.direction(by, linear.inverse(above))
    elif world:
        by = linear.point(by, linear.inverse(above))
    transforms.write(node, "translate", linear.add(before, by) if relative else by)


@command("exactWorldBoundingBox", create="calculateExactly ignoreInvisible")
def exact_world_bounding_box(call: Call) -> list[float]:
    """The box around objects in the world."""
    corners: list[Vector] = []
    for item in arguments.items(call):
        if item.component is not None:
            flat = points.positions([item], True)
            corners += [(flat[n], flat[n + 1], flat[n + 2]) for n in range(0, len(flat), 3)]
        else:
            corners += shapes.bounds(item.path) or ()
    box = linear.bounds(corners)
    # Of nothing Maya answers a box that is inside out.
    low, high = box or ((1e20, 1e20, 1e20), (-1e20, -1e20, -1e20))
    return [units.shown(value, "doubleLinear") for value in (*low, *high)]


AXES = ["X", "Y", "Z"]
LIMITS = {"translation": ("Trans", "doubleLinear"), "rotation": ("Rot", "doubleAngle"), "scale": ("Scale", "double")}
LIMIT_FLAGS = " ".join(
    [f"{name}{axis}" for name in LIMITS for axis in AXES]
    + [f"enable{name.capitalize()}{axis}" for name in LIMITS for axis in AXES]
)


@command("transformLimits", create=LIMIT_FLAGS + " remove", query=LIMIT_FLAGS, edit=LIMIT_FLAGS + " remove")
def transform_limits(call: Call) -> Any:
    """The limits of translation, rotation and scale, and whether they hold."""
    for node in arguments.nodes(call):
        for name, (stem, kind) in LIMITS.items():
            for axis in AXES:
                ends = [node.plug(f"{which}{stem}{axis}Limit") for which in ("min", "max")]
                gates = [node.plug(f"{which}{stem}{axis}LimitEnable") for which in ("min", "max")]
                value, gate = f"{name}{axis}", f"enable{name.capitalize()}{axis}"
                if call.query and call.has(value):
                    return [units.shown(scene.stored(plug), kind) for plug in ends]
                if call.query and call.has(gate):
                    return [bool(scene.stored(plug)) for plug in gates]
                for plug, given in zip(ends, call.get(value) or ()):
                    scene.write(plug, units.taken(given, kind))
                for plug, given in zip(gates, call.get(gate) or ()):
                    scene.write(plug, bool(given))
                if call.has("remove"):
                    # "Turn all the limits off and reset them to their default values."
                    for plug in (*ends, *gates):
                        scene.drop(plug.node.values, plug.key)
    scene.touched()
    return None


@command("makeIdentity", create="apply translate rotate scale normal jointOrient preserveNormals")
def make_identity(call: Call) -> None:
    """Resets transforms; with `apply` what is below takes their part."""
    for path in arguments.paths(call):
        freeze(call, path)
    scene.touched()


def freeze(call: Call, path: Path) -> None:
    """One transform, and those below it."""
    node = path[-1]
    chosen = [name for name in ("translate", "rotate", "scale") if call.get(name)] or (
        [] if any(name in call.flags for name in ("translate", "rotate", "scale")) else ["translate", "rotate", "scale"]
    )
    before = transforms.world(path)
    children = {child: transforms.world((*path, child)) for child in node.ordered_children() if child.isa("transform")}
    for name in chosen:
        if any(locked(plug) for plug in node.plug(name).children()):
            raise RuntimeError(
                f"Freeze Transform was not applied because {names.short(path)}.{name} is locked or connected."
            )
    if node.isa("joint") and call.has("apply"):
        if "rotate" in chosen:
            turned = linear.rotation(vector(node.plug("rotate")), int(number(node.plug("rotateOrder"))))
            transforms.write(node, "jointOrient", linear.euler(linear.times(turned, transforms.orient(node))))
            transforms.write(node, "rotate", linear.ORIGIN)
        chosen = [name for name in chosen if name == "scale"]
    for name in chosen:
        transforms.write(node, name, linear.ONES if name == "scale" else linear.ORIGIN)
    if not call.has("apply"):
        return
    moved = linear.times(before, linear.inverse(transforms.world(path)))
    for child in node.ordered_children():
        if child.isa("transform"):
            above = linear.inverse(transforms.above((*path, child)))
            transforms.place(child, linear.times(children[child], above))
            freeze(call, (*path, child))
        elif child.kind == "mesh" and scene.source(child.plug("inMesh")) is None:
            shapes.store(child, shapes.mesh(child).moved(moved))
        elif child.isa("controlPoint"):
            points.move_all(child, moved)
    for name in ("rotatePivot", "scalePivot"):
        held = linear.point(vector(node.plug(name)), moved)
        if "translate" in chosen or vector(node.plug(name)) != linear.ORIGIN:
            transforms.write(node, name, held)
