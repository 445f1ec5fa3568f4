"""`skinCluster`, `skinPercent`, `blendShape`. Source: these commands in Autodesk's reference."""

from __future__ import annotations

from typing import Any

from maya_double import deforming, graph, linear, names, shapes, transforms
from maya_double.calls import Call, command
from maya_double.evaluate import value
from maya_double.nodes import Node
from maya_double.scene import scene

from . import arguments, posing
from .points import vertices

NORMALIZE = ("none", "interactive", "post")
SKIN = (
    "toSelectedBones toSkeletonAndTransforms bindMethod normalizeWeights maximumInfluences "
    "obeyMaxInfluences skinMethod weightDistribution dropoffRate name"
)
SKIN += " removeUnusedInfluence ignoreHierarchy includeHiddenSelections heatmapFalloff nurbsSamples multi"
EDIT = (
    "addInfluence removeInfluence weight lockWeights unbind unbindKeepHistory normalizeWeights "
    "maximumInfluences obeyMaxInfluences skinMethod dropoffRate"
)
EDIT += (
    " influence useGeometry nurbsSamples forceNormalizeWeights moveJointsMode weightDistribution "
    "bindMethod smoothWeights ignoreBindPose"
)
ASK = (
    "influence geometry weightedInfluence maximumInfluences obeyMaxInfluences skinMethod "
    "normalizeWeights dropoffRate lockWeights deformerTools bindMethod"
)
ASK += " matrix weightDistribution name nurbsSamples"


@command("skinCluster", create=SKIN, query=ASK, edit=EDIT)
def skin_cluster(call: Call) -> Any:
    """Binds a shape to joints, changes the binding, asks for it."""
    if call.query:
        return skin_query(call, skin_of(arguments.nodes(call)[0]))
    if call.edit:
        return skin_edit(call)
    nodes = arguments.nodes(call)
    # A joint that draws a curve, as controls do, is a joint.
    bones = [
        node
        for node in nodes
        if node.isa("joint") or (node.isa("transform") and not names.shapes_below(names.path(node)))
    ]
    bound = [
        path
        for node in nodes
        if node not in bones
        for path in [arguments.shape_of(names.path(node), "controlPoint")]
        if path
    ]
    if not bones or not bound:
        raise RuntimeError("skinCluster: Joints and a shape have to be selected or named.")
    if not call.has("toSelectedBones"):
        bones = list(dict.fromkeys(one for bone in bones for one in posing.below(top(bone))))
    made = [bind(call, path, bones) for path in bound]
    scene.touched()
    return [names.name(node) for node in made]


def top(bone: Node) -> Node:
    """The root of the skeleton that a joint is of."""
    path = names.path(bone)
    return next(node for n, node in enumerate(path) if all(one.isa("joint") for one in path[n:]))


def bind(call: Call, path: names.Path, bones: list[Node]) -> Node:
    """A skin cluster on a shape."""
    shape = path[-1]
    if deforming.deformers(shape, "skinCluster"):
        raise RuntimeError(f"skinCluster: The object {names.short(path)} is already attached to a skinCluster.")
    node = graph.create("skinCluster", call.get("name", ""))
    deforming.attach(node, shape)
    scene.write(node.plug("geomMatrix"), transforms.world(path))
    settle(call, node)
    for bone in bones:
        add_influence(node, bone)
    pose = posing.keep(bones, True)
    scene.connect(pose.plug("message"), node.plug("bindPose"))
    table = deforming.influences(node)
    limit = call.get("maximumInfluences") or 5
    places = {n: linear.point(linear.ORIGIN, transforms.world(names.path(bone))) for n, bone in table.items()}
    rate = float(call.get("dropoffRate", 4.0))
    for n, point in enumerate(shapes.points(shape)):
        spot = linear.point(point, transforms.world(path))
        spread(node, n, near(spot, bones_of(table, places), limit, rate))
    return node


def bones_of(
    table: dict[int, Node], places: dict[int, linear.Vector]
) -> dict[int, list[tuple[linear.Vector, linear.Vector]]]:
    """The bones of each influence: from it to its children that are influences too."""
    found = {}
    for n, bone in table.items():
        ends = [places[m] for m, other in table.items() if bone in other.parents] or [places[n]]
        found[n] = [(places[n], end) for end in ends]
    return found


def near(
    spot: linear.Vector, bones: dict[int, list[tuple[linear.Vector, linear.Vector]]], limit: int, rate: float
) -> dict[int, float]:
    """Weights by closeness: the nearest influences, the more so the nearer."""
    away = {n: min(segment(spot, a, b) for a, b in lines) for n, lines in bones.items()}
    chosen = sorted(away, key=away.__getitem__)[: max(1, limit)]
    closest = away[chosen[0]]
    if closest < 1e-9:
        return {chosen[0]: 1.0}
    found = {n: (closest / away[n]) ** rate for n in chosen}
    total = sum(found.values())
    return {n: share / total for n, share in found.items()}


def segment(p: linear.Vector, a: linear.Vector, b: linear.Vector) -> float:
    """How far a point is from a line between two."""
    along = linear.minus(b, a)
    size = linear.dot(along, along)
    t = max(0.0, min(1.0, linear.dot(linear.minus(p, a), along) / size)) if size else 0.0
    return linear.length(linear.minus(p, linear.add(a, linear.by(along, t))))


def spread(node: Node, point: int, weights: dict[int, float]) -> None:
    """Writes the weights of a point; those of nought are not kept."""
    for key in [key for key in held(node, point) if key not in weights or not weights[key]]:
        scene.drop(node.values, ("weights", (point, key)))
    for n, amount in weights.items():
        if amount:
            scene.put(node.values, ("weights", (point, n)), float(amount))


def held(node: Node, point: int) -> dict[int, float]:
    """The weights of a point."""
    return {
        n: float(node.values.get(("weights", (point, n)), 0.0))
        for n in deforming.influences(node)
        if node.values.get(("weights", (point, n)))
    }


def add_influence(node: Node, bone: Node) -> int:
    """A further influence; it is bound as it is."""
    used = scene.indices(node.plug("matrix"))
    n = max(used, default=-1) + 1
    scene.connect(bone.plug("worldMatrix", 0), node.plug("matrix", n))
    scene.write(node.plug("bindPreMatrix", n), linear.inverse(transforms.world(names.path(bone))))
    if bone.isa("joint"):
        scene.connect(bone.plug("lockInfluenceWeights"), node.plug("lockWeights", n))
    return n


def settle(call: Call, node: Node) -> None:
    """Writes what the flags say."""
    for flag, attr in (
        ("normalizeWeights", "normalizeWeights"),
        ("maximumInfluences", "maxInfluences"),
        ("skinMethod", "skinningMethod"),
        ("weightDistribution", "weightDistribution"),
        ("dropoffRate", "dropoffRate"),
        ("bindMethod", "bindMethod"),
        ("obeyMaxInfluences", "maintainMaxInfluences"),
    ):
        if call.get(flag) is not None:
            scene.write(node.plug(attr), call.get(flag))
    if call.get("maximumInfluences") is None and not call.edit:
        scene.write(node.plug("maxInfluences"), 5)


def skin_of(node: Node) -> Node:
    """The skin cluster itself, or that of a shape."""
    if node.kind == "skinCluster":
        return node
    path = arguments.shape_of(names.path(node), "controlPoint")
    found = deforming.deformers(path[-1], "skinCluster") if path else []
    if not found:
        raise RuntimeError(f"No skinCluster found on '{node.name}'.")
    return found[0]


def skin_edit(call: Call) -> None:
    """Changes a binding."""
    node = skin_of(arguments.nodes(call)[0])
    settle(call, node)
    if call.has("unbind", "unbindKeepHistory"):
        graph.remove(node)
    for text in call.many("addInfluence"):
        bone = names.one_node(text)
        if bone in deforming.influences(node).values():
            raise RuntimeError(f"The influence object {bone.name} is already attached.")
        n = add_influence(node, bone)
        amount = call.get("weight")
        if amount is not None:
            shape = deforming.shape_of(node)
            for point in range(len(shapes.points(shape)) if shape is not None else 0):
                assign(node, point, {n: float(amount)}, True)
    for text in call.many("removeInfluence"):
        bone = names.one_node(text)
        n = index_of(node, bone)
        for attr in ("matrix", "lockWeights"):
            source = scene.source(node.plug(attr, n))
            if source is not None:
                scene.disconnect(source, node.plug(attr, n))
        scene.drop(node.values, ("bindPreMatrix", (n,)))
        for key in [key for key in node.values if key[0] == "weights" and key[1][1] == n]:
            share = node.values[key]
            scene.drop(node.values, key)
            left = held(node, key[1][0])
            total = sum(left.values())
            spread(node, key[1][0], {m: w / total * (total + share) for m, w in left.items()} if total else {})
    if call.get("lockWeights") is not None:
        for text in call.many("influence"):
            bone = names.one_node(text)
            target = (
                bone.plug("lockInfluenceWeights")
                if bone.isa("joint")
                else node.plug("lockWeights", index_of(node, bone))
            )
            scene.write(target, bool(call.get("lockWeights")))
    scene.touched()


def index_of(node: Node, bone: Node) -> int:
    """The index of an influence."""
    for n, one in deforming.influences(node).items():
        if one is bone:
            return n
    raise RuntimeError(f"'{bone.name}' is not an influence object of '{node.name}'.")


def skin_query(call: Call, node: Node) -> Any:
    """What a skin is asked."""
    if call.get("influence") not in (None, True) and call.has("lockWeights", "dropoffRate", "nurbsSamples"):
        bone = names.one_node(call.get("influence"))
        if call.has("lockWeights"):
            return bool(value(node.plug("lockWeights", index_of(node, bone))))
        return [value(node.plug("dropoff", index_of(node, bone)))] if call.has("dropoffRate") else 10
    if call.has("influence", "weightedInfluence"):
        table = deforming.influences(node)
        used = {n for row in deforming.weights(node).values() for n in row}
        return [names.name(bone) for n, bone in table.items() if call.has("influence") or n in used] or None
    if call.has("geometry"):
        shape = deforming.shape_of(node)
        return [names.name(shape)] if shape is not None else None
    if call.has("name"):
        return names.name(node)
    attrs = {
        "maximumInfluences": "maxInfluences",
        "obeyMaxInfluences": "maintainMaxInfluences",
        "skinMethod": "skinningMethod",
        "normalizeWeights": "normalizeWeights",
        "dropoffRate": "dropoffRate",
        "bindMethod": "bindMethod",
        "weightDistribution": "weightDistribution",
    }
    return next(value(node.plug(attrs[flag])) for flag in call.flags if flag in attrs)


@command(
    "skinPercent",
    create=(
        "transformValue normalize resetToDefault zeroRemainingInfluences pruneWeights relative "
        "transformMoveWeights ignoreBelow"
    ),
    query="value transform ignoreBelow transformValue",
)
def skin_percent(call: Call) -> Any:
    """Weights of points."""
    node = skin_of(names.one_node(call.strings()[0]))
    found = arguments.named(call.strings()[1:]) or [item for item in scene.selection() if item.component is not None]
    numbers = []
    for item in found:
        path = arguments.shape_of(item.path, "controlPoint")
        if item.component is None:
            numbers += list(range(len(shapes.points(path[-1])))) if path else []
        else:
            numbers += vertices(item)
    table = deforming.influences(node)
    if call.query:
        return percent_query(call, node, table, numbers)
    rows = {}
    for name, amount in call.many("transformValue"):
        rows[index_of(node, names.one_node(name))] = float(amount)
    for point in numbers:
        if call.get("pruneWeights") is not None:
            kept = {n: w for n, w in held(node, point).items() if w >= float(call.get("pruneWeights"))}
            total = sum(kept.values())
            spread(node, point, {n: w / total for n, w in kept.items()} if total else {})
        if rows:
            if call.has("relative"):
                before = held(node, point)
                assign(
                    node, point, {n: before.get(n, 0.0) + w for n, w in rows.items()}, bool(call.get("normalize", True))
                )
            elif call.has("zeroRemainingInfluences"):
                spread(node, point, rows)
            else:
                assign(node, point, rows, bool(call.get("normalize", True)))
        elif call.has("normalize"):
            total = sum(held(node, point).values())
            if total:
                spread(node, point, {n: w / total for n, w in held(node, point).items()})
    scene.touched()
    return None


def assign(node: Node, point: int, rows: dict[int, float], normalize: bool) -> None:
    """Sets weights; the other ones share what is left, where weights are kept normal."""
    before = held(node, point)
    rest = {n: w for n, w in before.items() if n not in rows}
    if not normalize or int(value(node.plug("normalizeWeights"))) != 1:
        spread(node, point, {**rest, **rows})
        return
    given = sum(rows.values())
    if given >= 1.0 or not rest:
        scale = 1.0 / given if given else 0.0
        spread(node, point, {n: w * scale for n, w in rows.items()})
        return
    total = sum(rest.values())
    spread(node, point, {**{n: w / total * (1 - given) for n, w in rest.items()}, **rows})


def percent_query(call: Call, node: Node, table: dict[int, Node], numbers: list[int]) -> Any:
    """Weights of points: of one transform, or of all."""
    wanted = call.get("transform")
    below = float(call.get("ignoreBelow") or 0.0) if call.get("ignoreBelow") is not True else 0.0
    if isinstance(wanted, str) and wanted:
        n = index_of(node, names.one_node(wanted))
        return sum(held(node, point).get(n, 0.0) for point in numbers) / (len(numbers) or 1)
    rows = []
    for n, bone in table.items():
        share = sum(held(node, point).get(n, 0.0) for point in numbers) / (len(numbers) or 1)
        if below and share < below:
            continue
        rows.append(share if call.has("value") else names.name(bone))
    return rows or None


BLEND = (
    "name frontOfChain target weight origin envelope inBetween remove before after split parallel "
    "topologyCheck tangentSpace afterReference"
)
BLEND += " resetTargetDelta exclusive inBetweenType transform"


@command(
    "blendShape",
    create=BLEND,
    query="target geometry weight weightCount envelope origin name topologyCheck",
    edit=BLEND,
)
def blend_shape(call: Call) -> Any:
    """Blends shapes into one."""
    if call.query:
        return blend_query(call, blend_of(arguments.nodes(call)[0]))
    if call.edit:
        node = blend_of(arguments.nodes(call)[0])
        if call.get("target") is not None:
            edit_targets(call, node)
    else:
        nodes = arguments.nodes(call)
        path = arguments.shape_of(names.path(nodes[-1]), "controlPoint")
        if path is None:
            raise RuntimeError("blendShape: No base geometry.")
        node = graph.create("blendShape", call.get("name", ""))
        deforming.attach(node, path[-1], call.has("frontOfChain") or bool(deforming.deformers(path[-1], "skinCluster")))
        for n, source in enumerate(nodes[:-1]):
            add_target(node, n, source, 1.0)
        if call.get("origin"):
            scene.write(node.plug("origin"), ("world", "local").index(call.get("origin")))
    if call.get("envelope") is not None:
        scene.write(node.plug("envelope"), float(call.get("envelope")))
    for n, amount in pairs(call.get("weight")):
        scene.write(node.plug("weight", int(n)), float(amount))
    scene.touched()
    return None if call.edit else [names.name(node)]


def pairs(given: Any) -> list[Any]:
    """A pair, or several."""
    if given is None:
        return []
    return [given] if isinstance(given[0], (int, str)) else list(given)


def blend_of(node: Node) -> Node:
    """The blend shape itself, or that of a shape."""
    if node.kind == "blendShape":
        return node
    path = arguments.shape_of(names.path(node), "controlPoint")
    found = deforming.deformers(path[-1], "blendShape") if path else []
    if not found:
        raise RuntimeError(f"No blendShape found on '{node.name}'.")
    return found[0]


def add_target(node: Node, n: int, source: Node, full: float) -> None:
    """A target, by its geometry; its weight is called after it."""
    path = arguments.shape_of(names.path(source), "controlPoint")
    if path is None:
        raise RuntimeError(f"blendShape: '{source.name}' is no geometry")
    shape = path[-1]
    base = deforming.shape_of(node)
    check = bool(value(node.plug("topologyCheck")))
    if base is not None and check and len(shapes.points(base)) != len(shapes.points(shape)):
        raise RuntimeError(f"blendShape: Target shape '{shape.name}' has not as many vertices as the base.")
    item = round(full * 1000) + 5000
    out = "worldMesh" if shape.kind == "mesh" else "worldSpace"
    # Shapes are compared in their own spaces, whatever their transforms.
    scene.connect(shape.plug("outMesh" if shape.kind == "mesh" else "local"), node.plug("inputGeomTarget", 0, n, item))
    if node.plug("weight", n).key not in node.values:
        scene.write(node.plug("weight", n), 0.0)
        list_target(node, n, True)
        alias = source.name.rpartition(":")[2]
        number = 1
        taken = alias
        while taken in node.aliases or names.lookup(node, taken, ""):
            taken, number = f"{alias}{number}", number + 1
        scene.put(node.aliases, taken, ("weight", (n,)))
    del out


def list_target(node: Node, n: int, there: bool) -> None:
    """Targets are listed in the first directory, as the shape editor shows them (`targetDirectory`)."""
    plug = node.plug("childIndices", 0)
    others = [one for one in value(plug) or () if one != n]
    scene.write(plug, (*others, n) if there else tuple(others))


def edit_targets(call: Call, node: Node) -> None:
    """Adds or takes targets and inbetweens: (base, index, target, weight)."""
    given = call.get("target")
    for _, n, name, full in [given] if isinstance(given[0], str) else given:
        if call.has("remove"):
            remove_target(node, int(n))
            continue
        full = float(full)
        source = names.one_node(name)
        add_target(node, int(n), source, full if call.has("inBetween") or full != 1.0 else 1.0)


def remove_target(node: Node, n: int) -> None:
    """Takes a target away with its weight, its alias and what it moved."""
    for key, source in list(node.inputs.items()):
        if (key[0] == "inputGeomTarget" and key[1][1] == n) or key == ("weight", (n,)):
            scene.disconnect(source, node.plug(key[0], *key[1]))
    for key in [
        key
        for key in node.values
        if key == ("weight", (n,)) or (len(key[1]) > 1 and key[1][1] == n and key[0].startswith(("input", "target")))
    ]:
        scene.drop(node.values, key)
    for alias in [alias for alias, key in node.aliases.items() if key == ("weight", (n,))]:
        scene.drop(node.aliases, alias)
    list_target(node, n, False)


def blend_query(call: Call, node: Node) -> Any:
    """What a blend shape is asked."""
    order = deforming.targets(node)
    if call.has("target"):
        found = []
        for n in order:
            source = scene.source(node.plug("inputGeomTarget", 0, n, deforming.FULL))
            found.append(
                names.short(names.path(source.node)[:-1] or names.path(source.node))
                if source
                else node.plug("weight", n).alias()
            )
        return found or None
    if call.has("geometry"):
        shape = deforming.shape_of(node)
        return [names.name(shape)] if shape is not None else None
    if call.has("weight"):
        return [value(node.plug("weight", n)) for n in order] or None
    if call.has("weightCount"):
        return len(order)
    if call.has("origin"):
        return ("world", "local")[int(value(node.plug("origin")))]
    if call.has("name"):
        return names.name(node)
    return value(node.plug("envelope")) if call.has("envelope") else bool(value(node.plug("topologyCheck")))
