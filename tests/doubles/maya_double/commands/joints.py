"""`joint`, `ikHandle`. Source: these commands in Autodesk's reference."""

from __future__ import annotations

from typing import Any

from maya_double import graph, linear, names, transforms, units
from maya_double.calls import Call, command
from maya_double.components import Item
from maya_double.evaluate import value, vector
from maya_double.nodes import Node
from maya_double.scene import scene

from . import arguments

JOINT = (
    "position absolute relative orientation radius name angleX angleY angleZ degreeOfFreedom "
    "component scale scaleCompensate stiffnessX"
)
JOINT += (
    " stiffnessY stiffnessZ rotationOrder limitX limitY limitZ limitSwitchX limitSwitchY limitSwitchZ scaleOrientation"
)
EDIT = JOINT + " orientJoint secondaryAxisOrient zeroScaleOrient children"


@command("joint", create=JOINT, query=JOINT, edit=EDIT)
def joint(call: Call) -> Any:
    """A joint below the selected one, or what is set and asked of joints."""
    if call.query:
        return query(call)
    if call.edit:
        found = [node for node in arguments.nodes(call) if node.isa("joint")]
        for node in found:
            settle(call, node, new=False)
        for node in found:
            orient(call, node)
        scene.touched()
        return None
    texts = call.strings()
    chosen = [names.one_node(text) for text in texts] or [item.node for item in scene.selection()][-1:]
    parent = chosen[-1] if chosen and chosen[-1].isa("transform") else None
    node = graph.create("joint", call.get("name", ""), parent)
    if parent is not None and parent.isa("joint"):
        scene.connect(parent.plug("scale"), node.plug("inverseScale"))
    settle(call, node, new=True)
    graph.select(node)
    scene.touched()
    return names.name(node)


def settle(call: Call, node: Node, new: bool) -> None:
    """Does what the flags say, but for orienting."""
    path = names.path(node)
    if call.get("position") is not None:
        place = tuple(map(units.length, call.get("position")))
        children = {
            child: transforms.world((*path, child)) for child in node.ordered_children() if call.has("component")
        }
        if call.has("relative"):
            transforms.write(node, "translate", place)  # type: ignore[arg-type]
        else:
            transforms.write(node, "translate", linear.point(place, linear.inverse(transforms.above(path))))
        for child, was in children.items():
            graph.keep_in_world(child, was)
    for flag, attr in (("orientation", "jointOrient"), ("scaleOrientation", "rotateAxis")):
        if call.get(flag) is not None:
            transforms.write(node, attr, tuple(map(units.angle, call.get(flag))))  # type: ignore[arg-type]
    if call.get("rotationOrder") is not None:
        scene.write(node.plug("rotateOrder"), linear.ORDERS.index(call.get("rotationOrder")))
    if call.get("scale") is not None:
        transforms.write(node, "scale", tuple(map(float, call.get("scale"))))  # type: ignore[arg-type]
    if call.get("radius") is not None:
        scene.write(node.plug("radius"), units.length(call.get("radius")))
    if call.get("scaleCompensate") is not None:
        scene.write(node.plug("segmentScaleCompensate"), bool(call.get("scaleCompensate")))
    if call.get("name") and not new:
        graph.rename(node, call.get("name"))
    for axis in "XYZ":
        if call.get(f"angle{axis}") is not None:
            scene.write(node.plug(f"rotate{axis}"), units.angle(call.get(f"angle{axis}")))
        if call.get(f"stiffness{axis}") is not None:
            scene.write(node.plug(f"stiffness{axis}"), float(call.get(f"stiffness{axis}")))
        limits(call, node, axis)
    if call.get("degreeOfFreedom") is not None:
        for axis in "XYZ":
            scene.write(node.plug(f"jointType{axis}"), axis.lower() in call.get("degreeOfFreedom"))


def limits(call: Call, node: Node, axis: str) -> None:
    """The limits of a joint about an axis; setting them has them hold, unless the switch says otherwise."""
    given, switch = call.get(f"limit{axis}"), call.get(f"limitSwitch{axis}")
    for end, which in enumerate(("min", "max")):
        if given is not None:
            scene.write(node.plug(f"{which}Rot{axis}Limit"), units.angle(given[end]))
        if given is not None or switch is not None:
            scene.write(node.plug(f"{which}Rot{axis}LimitEnable"), bool(True if switch is None else switch))


def orient(call: Call, node: Node) -> None:
    """Turns joints so that an axis points to the child; what is below stays where it is."""
    wanted = call.get("orientJoint")
    if call.has("zeroScaleOrient"):
        transforms.write(node, "rotateAxis", linear.ORIGIN)
    if wanted is None:
        return
    path = names.path(node)
    children = [child for child in node.ordered_children() if child.isa("joint")]
    kept = {child: transforms.world((*path, child)) for child in node.ordered_children() if child.isa("transform")}
    if wanted == "none" or not children:
        if wanted == "none":
            transforms.write(node, "jointOrient", linear.ORIGIN)
    else:
        here = transforms.world(path)[12:15]
        aim = linear.unit(linear.minus(kept[children[0]][12:15], here))
        up = secondary(call.get("secondaryAxisOrient") or "yup")
        world = axes(wanted, aim, up)
        outer = linear.parts(transforms.above(path)).rotation
        transforms.write(node, "rotate", linear.ORIGIN)
        transforms.write(node, "jointOrient", linear.euler(linear.times(world, linear.inverse(outer))))
    for child, was in kept.items():
        graph.keep_in_world(child, was)
    if call.has("children"):
        for child in children:
            orient(call, child)


def secondary(text: str) -> linear.Vector:
    """`yup` as a direction."""
    found = [0.0, 0.0, 0.0]
    if text != "none":
        found["xyz".index(text[0])] = 1.0 if text.endswith("up") else -1.0
    else:
        found[1] = 1.0
    return (found[0], found[1], found[2])


def axes(order: str, aim: linear.Vector, up: linear.Vector) -> linear.Matrix:
    """The rotation whose first axis is the aim and whose second is as near to up as can be."""
    third = linear.unit(linear.cross(aim, up))
    if linear.length(third) < 1e-9:
        third = linear.unit(linear.cross(aim, (0.0, 0.0, 1.0) if abs(aim[2]) < 0.9 else (1.0, 0.0, 0.0)))
    second = linear.cross(third, aim)
    first_axis, second_axis = "xyz".index(order[0]), "xyz".index(order[1])
    rows: list[linear.Vector] = [linear.ORIGIN] * 3
    rows[first_axis], rows[second_axis] = aim, second
    last = 3 - first_axis - second_axis
    rows[last] = linear.cross(rows[(last + 1) % 3], rows[(last + 2) % 3])
    return (*rows[0], 0.0, *rows[1], 0.0, *rows[2], 0.0, 0.0, 0.0, 0.0, 1.0)


def query(call: Call) -> Any:
    """What joints are asked."""
    node = next(node for node in arguments.nodes(call) if node.isa("joint"))
    path = names.path(node)
    if call.has("position"):
        found = vector(node.plug("translate")) if call.has("relative") else transforms.world(path)[12:15]
        return [units.shown(v, "doubleLinear") for v in found]
    for flag, attr in (("orientation", "jointOrient"), ("scaleOrientation", "rotateAxis")):
        if call.has(flag):
            return [units.shown(v, "doubleAngle") for v in vector(node.plug(attr))]
    if call.has("radius"):
        return [value(node.plug("radius"))]
    if call.has("rotationOrder"):
        return linear.ORDERS[int(value(node.plug("rotateOrder")))]
    if call.has("scale"):
        return list(vector(node.plug("scale")))
    if call.has("scaleCompensate"):
        return bool(value(node.plug("segmentScaleCompensate")))
    if call.has("name"):
        return [names.name(node)]
    if call.has("degreeOfFreedom"):
        return "".join(axis.lower() for axis in "XYZ" if value(node.plug(f"jointType{axis}")))
    for axis in "XYZ":
        if call.has(f"angle{axis}"):
            return [units.shown(value(node.plug(f"rotate{axis}")), "doubleAngle")]
        if call.has(f"limit{axis}"):
            return [units.shown(scene.stored(node.plug(f"{w}Rot{axis}Limit")), "doubleAngle") for w in ("min", "max")]
        if call.has(f"limitSwitch{axis}"):
            return [bool(scene.stored(node.plug(f"{w}Rot{axis}LimitEnable"))) for w in ("min", "max")]
    raise RuntimeError("joint: nothing to query")


IK = (
    "startJoint endEffector solver name curve createCurve parentCurve simplifyCurve numSpans "
    "rootOnCurve rootTwistMode twistType priority weight"
)
IK += (
    " positionWeight setupForRPsolver snapHandleFlagToggle sticky snapCurve createRootAxis "
    "forceSolver enableHandles disableHandles snapHandleToEffector"
)
ASK = "startJoint endEffector solver jointList curve priority weight positionWeight sticky"
SOLVERS = ("ikRPsolver", "ikSCsolver", "ikSplineSolver")


@command("ikHandle", create=IK, query=ASK, edit=IK)
def ik_handle(call: Call) -> Any:
    """A handle for a chain of joints."""
    if call.query:
        return ik_query(call, names.one_node(call.strings()[0]))
    if call.edit:
        for node in arguments.nodes(call):
            ik_settle(call, node)
        return None
    chosen = [item.node for item in (arguments.items(call, needed=False))]
    start = names.one_node(call.get("startJoint")) if call.get("startJoint") else next(iter(chosen), None)
    end = (
        names.one_node(call.get("endEffector")) if call.get("endEffector") else (chosen[1] if len(chosen) > 1 else None)
    )
    if start is None or end is None or not start.isa("joint") or start not in names.path(end) or start is end:
        raise RuntimeError("ikHandle: Couldn't create handle: the start joint has to be above the end effector.")
    effector = end if end.isa("ikEffector") else make_effector(end)
    handle = graph.create("ikHandle", call.get("name", ""))
    transforms.write(handle, "translate", linear.point(linear.ORIGIN, transforms.world(names.path(end))))
    scene.connect(start.plug("message"), handle.plug("startJoint"))
    scene.connect(effector.plug("handlePath", 0), handle.plug("endEffector"))
    scene.connect(solver(call.get("solver") or "ikRPsolver").plug("message"), handle.plug("ikSolver"))
    made = [handle, effector]
    if call.get("solver") == "ikSplineSolver":
        made += spline(call, handle, start, end)
    else:
        pole(handle, start, end)
    ik_settle(call, handle)
    graph.select(handle)
    scene.touched()
    return [names.name(node) for node in made]


def make_effector(end: Node) -> Node:
    """The effector of a chain: beside the end joint, where that is."""
    parent = next(iter(end.parents))
    effector = graph.create("ikEffector", "effector#", parent)
    for axis in "XYZ":
        scene.connect(end.plug(f"translate{axis}"), effector.plug(f"translate{axis}"))
    return effector


def solver(kind: str) -> Node:
    """The solver of a type, made with the first handle that needs it."""
    if kind not in SOLVERS:
        raise RuntimeError(f"Solver {kind} not found.")
    found = next(iter(scene.of_type(kind)), None)
    if found is None:
        found = scene.add(kind, scene.free_name(kind))
        scene.connect(found.plug("message"), graph.next_free(scene.called("ikSystem").plug("ikSolver")))
    return found


def pole(handle: Node, start: Node, end: Node) -> None:
    """The pole vector as the chain lies: it bends in its plane."""
    chain = names.path(end)[names.path(end).index(start) :]
    path = names.path(end)
    places = [transforms.world(path[: path.index(node) + 1])[12:15] for node in chain]
    middle = places[len(places) // 2]
    along = linear.unit(linear.minus(places[-1], places[0]))
    away = linear.minus(middle, places[0])
    bent = linear.minus(away, linear.by(along, linear.dot(away, along)))
    if linear.length(bent) > 1e-6:
        transforms.write(handle, "poleVector", linear.unit(bent))


def spline(call: Call, handle: Node, start: Node, end: Node) -> list[Node]:
    """The curve of a spline handle: the one that is named, or one through the joints."""
    from maya_double import nurbs

    path = names.path(end)
    if call.get("curve"):
        node = curve_node(call.get("curve"))
        made: list[Node] = []
    else:
        if not call.get("createCurve", True):
            raise RuntimeError("ikHandle: a curve has to be given")
        first = path.index(start)
        places = [transforms.world(path[: n + 1])[12:15] for n in range(first, len(path))]
        transform = graph.create("transform", "curve#", None)
        node = graph.create("nurbsCurve", graph.shape_name(transform.name), transform)
        nurbs.store(node, nurbs.through([(p[0], p[1], p[2]) for p in places], 3))
        made = [transform]
    if not node.isa("nurbsCurve"):
        raise RuntimeError("ikHandle: no curve")
    scene.connect(node.plug("worldSpace", 0), handle.plug("inCurve"))
    return made


def curve_node(text: str) -> Node:
    """The shape of a curve, which may be named itself."""
    shapes = names.shapes_below(names.one_path(text))
    return shapes[0][-1] if shapes else names.one_node(text)


def ik_settle(call: Call, node: Node) -> None:
    """Does what the flags say."""
    for flag, attr in (
        ("priority", "priority"),
        ("weight", "weight"),
        ("positionWeight", "positionWeight"),
        ("rootOnCurve", "rootOnCurve"),
        ("rootTwistMode", "rootTwistMode"),
    ):
        if call.get(flag) is not None:
            scene.write(node.plug(attr), call.get(flag))
    if call.get("sticky") is not None:
        scene.write(node.plug("stickiness"), 0 if call.get("sticky") == "off" else 1)
    if call.get("twistType"):
        scene.write(
            node.plug("twistType"), {"linear": 0, "easeIn": 1, "easeOut": 2, "easeInOut": 3}[call.get("twistType")]
        )
    if call.edit:
        if call.get("startJoint"):
            start, effector = names.one_node(call.get("startJoint")), scene.source(node.plug("endEffector"))
            if effector is None or not start.isa("joint") or start not in names.path(effector.node):
                raise RuntimeError("ikHandle: the start joint has to be above the end effector.")
            scene.connect(start.plug("message"), node.plug("startJoint"))
        if call.get("name"):
            graph.rename(node, call.get("name"))
        if call.get("solver"):
            scene.connect(solver(call.get("solver")).plug("message"), node.plug("ikSolver"))
        if call.get("curve"):
            scene.connect(curve_node(call.get("curve")).plug("worldSpace", 0), node.plug("inCurve"))


def ik_query(call: Call, node: Node) -> Any:
    """What handles are asked."""
    start, effector = scene.source(node.plug("startJoint")), scene.source(node.plug("endEffector"))
    if call.has("startJoint"):
        return names.name(start.node) if start else None
    if call.has("endEffector"):
        return names.name(effector.node) if effector else None
    if call.has("solver"):
        source = scene.source(node.plug("ikSolver"))
        return names.name(source.node) if source else None
    if call.has("curve"):
        source = scene.source(node.plug("inCurve"))
        return names.full(names.path(source.node)) if source else None
    if call.has("jointList"):
        if start is None or effector is None:
            return None
        path = names.path(effector.node)
        return [names.name(one) for one in path[path.index(start.node) : -1]]
    if call.has("sticky"):
        return "sticky" if value(node.plug("stickiness")) else "off"
    return next(value(node.plug(flag)) for flag in call.flags)


assert Item
