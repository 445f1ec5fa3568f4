"""`parentConstraint` and its kin. Source: these commands in Autodesk's reference."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from .. import constraining, graph, linear, names, transforms, units
from ..attributes import Attribute
from ..calls import Call, command
from ..evaluate import value, vector
from ..nodes import Node
from ..scene import scene
from . import arguments
from .values import locked

SHARED = "name weight remove targetList weightAliasList layer"
#: Command -> further flags, and output -> input that it drives.
SORTS: dict[str, tuple[str, dict[str, str]]] = {
    "parentConstraint": (
        "maintainOffset skipTranslate skipRotate decompRotationToChild",
        {"constraintTranslate": "translate", "constraintRotate": "rotate"},
    ),
    "pointConstraint": ("maintainOffset offset skip", {"constraintTranslate": "translate"}),
    "orientConstraint": ("maintainOffset offset skip createCache deleteCache", {"constraintRotate": "rotate"}),
    "scaleConstraint": ("maintainOffset offset skip scaleCompensate", {"constraintScale": "scale"}),
    "aimConstraint": (
        "maintainOffset offset skip aimVector upVector worldUpType worldUpObject worldUpVector",
        {"constraintRotate": "rotate"},
    ),
    "poleVectorConstraint": ("", {"constraintTranslate": "poleVector"}),
    "geometryConstraint": ("", {}),
    "normalConstraint": ("aimVector upVector worldUpType worldUpObject worldUpVector", {"constraintRotate": "rotate"}),
}
UPS = ("scene", "object", "objectrotation", "vector", "none")


def constraint(kind: str, outputs: dict[str, str]) -> Callable[[Call], Any]:
    """What does one of the commands."""

    def run(call: Call) -> Any:
        nodes = arguments.nodes(call)
        if call.query:
            return query(call, found_on(nodes[0], kind))
        owner, aims = nodes[-1], nodes[:-1]
        if owner.isa("constraint") and call.edit:
            edit(call, owner, aims)
            return None
        if not aims:
            raise RuntimeError(
                f"{kind}: Not enough objects selected. Needs at least one target and one object to constrain."
            )
        if not owner.isa("transform"):
            raise RuntimeError(f"{kind}: '{owner.name}' is no transform")
        if call.edit:
            edit(call, found_on(owner, kind), aims)
            return None
        node = existing(owner, kind) or make(call, kind, owner, outputs)
        for aim in aims:
            add_target(call, node, owner, aim)
        settle(call, node)
        offsets(call, node, owner)
        connect(call, node, owner, outputs)
        graph.select(owner)
        scene.touched()
        return [names.name(node)]

    return run


def existing(owner: Node, kind: str) -> Node | None:
    """The constraint of a type that an object has."""
    return next((child for child in owner.ordered_children() if child.kind == kind), None)


def found_on(node: Node, kind: str) -> Node:
    """The constraint itself, or that of an object."""
    found = node if node.kind == kind else existing(node, kind)
    if found is None:
        raise RuntimeError(f"No {kind} on '{node.name}'.")
    return found


def make(call: Call, kind: str, owner: Node, outputs: dict[str, str]) -> Node:
    """A new constraint below the object; what it drives must be free."""
    skipped = skips(call)
    for into in outputs.values():
        for plug in owner.plug(into).children():
            if plug.attr[-1].lower() in skipped.get(into, ()):
                continue
            if locked(plug) or scene.source(plug) is not None or scene.source(owner.plug(into)) is not None:
                raise RuntimeError(
                    f"Could not add constraint or connections: '{names.of_plug(plug)}' is locked or connected."
                )
    name = call.get("name") or f"{owner.name.rpartition(':')[2]}_{kind}1"
    node = graph.create(kind, name, owner)
    scene.connect(owner.plug("parentInverseMatrix", 0), node.plug("constraintParentInverseMatrix"))
    for attr, into in (("restTranslate", "translate"), ("restRotate", "rotate"), ("restScale", "scale")):
        if node.spec(attr):
            transforms.write(node, attr, vector(owner.plug(into)))
    return node


def skips(call: Call) -> dict[str, set[str]]:
    """Which axes are left alone, by attribute."""
    both = {axis for axis in call.many("skip") if axis != "none"}
    return {
        "translate": both | {axis for axis in call.many("skipTranslate") if axis != "none"},
        "rotate": both | {axis for axis in call.many("skipRotate") if axis != "none"}, "scale": both,
    }  # fmt: skip


def add_target(call: Call, node: Node, owner: Node, aim: Node) -> None:
    """A target, with the attribute of its weight; one that is there gets the weight."""
    if not aim.dag:
        raise RuntimeError(f"'{aim.name}' cannot be a target.")
    weight = float(call.get("weight", 1.0))
    for n, target in constraining.targets(node):
        if target is aim:
            set_weight(node, n, weight)
            return
    used = [n for n, _ in constraining.targets(node)]
    n = max(used, default=-1) + 1
    sources = {"targetTranslate": "translate", "targetRotatePivot": "rotatePivot", "targetRotateTranslate": "rotatePivotTranslate",
               "targetRotate": "rotate", "targetRotateOrder": "rotateOrder", "targetScale": "scale"}  # fmt: skip
    if node.kind in ("geometryConstraint", "normalConstraint"):
        shape = names.shapes_below(names.path(aim))
        if shape:
            out = {"mesh": "worldMesh"}.get(shape[0][-1].kind, "worldSpace")
            scene.connect(shape[0][-1].plug(out, 0), node.plug("targetGeometry", n))
    if aim.isa("transform"):
        for attr, source in sources.items():
            if node.kind != "scaleConstraint" or attr == "targetScale":
                scene.connect(aim.plug(source), node.plug(attr, n))
    scene.connect(aim.plug("parentMatrix", 0), node.plug("targetParentMatrix", n))
    name = f"{aim.name.rpartition(':')[2]}W{n}"
    scene.put(node.added, name, Attribute(name, f"w{n}", "double", 1.0, 0.0, keyable=True, dynamic=True))
    scene.write(node.plug(name), weight)
    scene.connect(node.plug(name), node.plug("targetWeight", n))


def set_weight(node: Node, n: int, weight: float) -> None:
    """Sets the weight of a target."""
    source = scene.source(node.plug("targetWeight", n))
    scene.write(source if source is not None else node.plug("targetWeight", n), weight)


def settle(call: Call, node: Node) -> None:
    """Writes vectors and offsets that the flags give."""
    for flag in ("aimVector", "upVector", "worldUpVector"):
        if call.get(flag) is not None:
            transforms.write(node, flag, tuple(map(float, call.get(flag))))  # type: ignore[arg-type]
    if call.get("worldUpType") is not None:
        if call.get("worldUpType") not in UPS:
            raise RuntimeError(f"Invalid world up type: {call.get('worldUpType')}")
        scene.write(node.plug("worldUpType"), UPS.index(call.get("worldUpType")))
    if call.get("worldUpObject"):
        scene.connect(names.one_node(call.get("worldUpObject")).plug("worldMatrix", 0), node.plug("worldUpMatrix"))
    if call.get("offset") is not None:
        for plug, given in zip(node.plug("offset").children(), call.get("offset")):
            scene.write(plug, units.taken(given, plug.spec.type))


def offsets(call: Call, node: Node, owner: Node) -> None:
    """What keeps the object where it is, or nothing."""
    path = names.path(owner)
    world = transforms.world(path)
    for n, aim in constraining.targets(node):
        if node.kind != "parentConstraint":
            break
        known = any(key[0].startswith("targetOffset") and key[1] == (n,) for key in node.values)
        if known:
            continue
        if call.has("maintainOffset"):
            there = transforms.world(names.path(aim))
            away = linear.point(world[12:15], linear.inverse(there))
            turn = linear.times(linear.parts(world).rotation, linear.inverse(linear.parts(there).rotation))
            write_index(node, "targetOffsetTranslate", n, away)
            write_index(node, "targetOffsetRotate", n, linear.euler(turn))
        else:
            write_index(node, "targetOffsetTranslate", n, linear.ORIGIN)
    if not call.has("maintainOffset") or node.kind == "parentConstraint" or not node.spec("offset"):
        return
    if node.kind == "pointConstraint":
        transforms.write(node, "offset", linear.ORIGIN)
        gap = linear.minus(vector(owner.plug("translate")), vector(node.plug("constraintTranslate")))
        transforms.write(node, "offset", gap)
    elif node.kind == "scaleConstraint":
        transforms.write(node, "offset", linear.ONES)
        now, wanted = vector(node.plug("constraintScale")), vector(owner.plug("scale"))
        transforms.write(node, "offset", tuple(b / (a or 1.0) for a, b in zip(now, wanted)))  # type: ignore[arg-type]
    else:
        transforms.write(node, "offset", linear.ORIGIN)
        before = linear.parts(world).rotation
        outer = linear.times(transforms.orient(owner), linear.parts(transforms.above(path)).rotation)
        order = int(value(owner.plug("rotateOrder")))
        reached = linear.times(linear.rotation(vector(node.plug("constraintRotate")), order), outer)
        transforms.write(node, "offset", linear.euler(linear.times(before, linear.inverse(reached))))


def write_index(node: Node, attr: str, n: int, values: Sequence[float]) -> None:
    """Writes three numbers of a target."""
    for plug, given in zip(node.plug(attr, n).children(), values):
        scene.write(plug, float(given))


def connect(call: Call, node: Node, owner: Node, outputs: dict[str, str]) -> None:
    """Connects what the constraint gives, axis by axis."""
    skipped = skips(call)
    for out, into in outputs.items():
        for source, target in zip(node.plug(out).children(), owner.plug(into).children()):
            if target.attr[-1].lower() not in skipped.get(into, ()) and scene.source(target) is None:
                scene.connect(source, target)


def edit(call: Call, node: Node, aims: Sequence[Node]) -> None:
    """Weights, offsets, and targets that go."""
    for n, target in constraining.targets(node):
        if aims and target not in aims:
            continue
        if call.has("remove"):
            remove_target(node, n)
        elif call.get("weight") is not None:
            set_weight(node, n, float(call.get("weight")))
    if node in scene.nodes:
        settle(call, node)
        if call.has("maintainOffset"):
            owner = constraining.constrained(node)
            assert owner is not None
            for key in [key for key in node.values if key[0].startswith("targetOffset")]:
                scene.drop(node.values, key)
            offsets(call, node, owner)
    scene.touched()


def remove_target(node: Node, n: int) -> None:
    """Takes a target away; the last one takes the constraint along."""
    weight = scene.source(node.plug("targetWeight", n))
    for key, source in list(node.inputs.items()):
        if key[1] == (n,) and key[0].startswith("target"):
            scene.disconnect(source, node.plug(key[0], n))
    for key in [key for key in node.values if key[1] == (n,)]:
        scene.drop(node.values, key)
    if weight is not None:
        scene.drop(node.values, weight.key)
        scene.drop(node.added, weight.attr)
    if not constraining.targets(node):
        graph.delete([node])


def query(call: Call, node: Node) -> Any:
    """What the commands are asked."""
    rows = constraining.targets(node)
    if call.has("targetList"):
        return [names.name(target) for _, target in rows] or None
    aliases = [scene.source(node.plug("targetWeight", n)) for n, _ in rows]
    if call.has("weightAliasList"):
        return [plug.attr for plug in aliases if plug is not None] or None
    if call.has("weight"):
        found = [value(node.plug("targetWeight", n)) for n, _ in rows]
        return found[0] if len(found) == 1 else found
    if call.has("name"):
        return names.name(node)
    if call.has("worldUpType"):
        return UPS[int(value(node.plug("worldUpType")))]
    if call.has("worldUpObject"):
        source = scene.source(node.plug("worldUpMatrix"))
        return [names.name(source.node)] if source is not None else None
    for flag in ("offset", "aimVector", "upVector", "worldUpVector"):
        if call.has(flag):
            return [units.shown(value(plug), plug.spec.type) for plug in node.plug(flag).children()]
    raise RuntimeError(f"{call.name}: nothing to query")


for _kind, (_flags, _outputs) in SORTS.items():
    _every = f"{SHARED} {_flags}"
    command(_kind, create=_every, query=_every, edit=_every)(constraint(_kind, _outputs))
