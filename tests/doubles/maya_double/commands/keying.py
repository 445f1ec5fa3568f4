"""Keys: `setKeyframe`, `setDrivenKeyframe`, `cutKey`, `keyframe`, `keyTangent`, `setInfinity`, `findKeyframe`.

Source: these commands in Autodesk's reference.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from maya_double import evaluate, graph, keys, layers, names, units
from maya_double.calls import Call, command
from maya_double.keys import Key
from maya_double.nodes import Node, Plug
from maya_double.scene import scene

from . import arguments
from .values import locked

#: What new keys get; `keyTangent -global` sets it.
DEFAULTS = {"in": "auto", "out": "auto", "weighted": False}


def animated_plugs(call: Call, keyable_only: bool = True) -> list[Plug]:
    """The plugs that a call is about: named ones, or the keyable ones of named or selected objects."""
    wanted = call.many("attribute")
    found: dict[Plug, None] = {}
    for item in arguments.items(call, needed=False):
        if item.plug is not None:
            found.update(dict.fromkeys(leaves(item.plug)))
            continue
        owners = [item.node]
        if call.get("shape", True) and item.node.isa("transform"):
            owners += [path[-1] for path in names.shapes_below(item.path)]
        for owner in owners:
            if owner.isa("animCurve"):
                continue
            if wanted:
                for text in wanted:
                    found.update(
                        dict.fromkeys(
                            p for plug in names.plugs_of(owner, text.rpartition(".")[2]) for p in leaves(plug)
                        )
                    )
            else:
                found.update(
                    dict.fromkeys(
                        p
                        for spec in list(owner.specs())
                        for p in elements(Plug(owner, spec.long))
                        if scene.mark(p, "keyable") and p.spec.numeric
                    )
                )
    return [plug for plug in found if plug.spec.numeric]


def elements(plug: Plug) -> list[Plug]:
    """A plug, or the elements of a multi."""
    if plug.array:
        return [plug.element(n) for n in scene.indices(plug)] if not plug.spec.parent else []
    return [plug] if len(plug.index) == sum(spec.multi for spec in plug.chain()) else []


def leaves(plug: Plug) -> list[Plug]:
    """A plug, or the children of a compound."""
    return [leaf for child in plug.children() for leaf in leaves(child)] if plug.spec.children else [plug]


def curves(call: Call) -> list[Node]:
    """The curves that a call is about: named ones, or those of the plugs."""
    found: dict[Node, None] = {}
    for item in arguments.items(call, needed=False):
        if item.node.isa("animCurve"):
            found[item.node] = None
    for plug in animated_plugs(call):
        node = keys.curve_of(plug)
        if node is None:
            source = scene.source(plug)
            node = source.node if source is not None and source.node.isa("animCurve") else None
            if source is not None and source.node.kind == "unitConversion":
                inner = scene.source(source.node.plug("input"))
                node = inner.node if inner is not None and inner.node.isa("animCurve") else None
        if node is not None:
            found[node] = None
    return list(found)


SET = (
    "attribute time float value inTangentType outTangentType animLayer identity insert breakdown "
    "shape hierarchy controlPoints animated"
)
SET += " noResolve respectKeyable minimizeRotation dirtyDG insertBlend preserveCurveShape clip useCurrentLockedWeights"


@command("setKeyframe", create=SET)
def set_keyframe(call: Call) -> int:
    """Sets keys, now or at given times, of what is or at a given value."""
    count = 0
    for plug in animated_plugs(call):
        if locked(plug):
            continue
        now = float(evaluate.number(plug))
        node = target_curve(call, plug)
        if node is None:
            continue
        moments = call.many("time") if keys.over_time(node) else call.many("float")
        times = [units.seconds(t) if keys.over_time(node) else float(t) for t in moments] or [float(scene.get("time"))]
        for time in times:
            given = value_for(call, plug, node, time, now)
            put(node, time, given, call)
            count += 1
    scene.touched()
    return count


def value_for(call: Call, plug: Plug, node: Node, time: float, now: float) -> float:
    """The value of a new key, inside: without one that is given what the attribute was before the call."""
    if call.has("insert"):
        return keys.at(node, time)
    if call.has("identity"):
        return 1.0 if plug.attr.startswith("scale") else 0.0
    if call.get("value") is not None:
        given = float(units.taken(call.get("value"), plug.spec.type))
        return given if call.has("noResolve") else layers.resolved(plug, node, given, time)
    return layers.resolved(plug, node, now, time)


def target_curve(call: Call, plug: Plug) -> Node | None:
    """The curve that a key goes to, made when there is none; in a layer that layer's."""
    if call.get("animLayer"):
        return layers.curve(plug, names.one_node(call.get("animLayer")), make=True)
    source = scene.source(plug)
    found = keys.curve_of(plug)
    if found is not None:
        return found
    if source is not None and source.node.isa("animCurve"):
        return source.node if call.many("float") else None
    base = layers.base_input(plug)
    if base is None and source is not None and not call.many("float"):
        # What something else drives is not keyed, unless through a blend, which the double does not insert.
        return None
    if call.has("animated", "insert"):
        return None
    node = keys.make(plug, driven=False)
    scene.connect(node.plug("output"), base or plug)
    scene.write(node.plug("weightedTangents"), bool(DEFAULTS["weighted"]))
    return node


def put(node: Node, time: float, value: float, call: Call | None = None) -> None:
    """Sets a key; one that is there keeps its tangents unless others are named."""
    have = list(keys.held(node))
    place = keys.find(tuple(have), time)
    incoming = call.get("inTangentType") if call else None
    outgoing = call.get("outTangentType") if call else None
    for kind in (incoming, outgoing):
        if kind is not None and kind not in keys.TYPES:
            raise RuntimeError(f"Invalid tangent type: {kind}")
    if place is not None:
        changed = dataclasses.replace(have[place], value=value)
        if incoming:
            changed = dataclasses.replace(changed, incoming=incoming)
        if outgoing:
            changed = dataclasses.replace(changed, outgoing=outgoing)
        have[place] = changed
    else:
        fresh = Key(time, value, incoming or str(DEFAULTS["in"]), outgoing or str(DEFAULTS["out"]))
        if fresh.incoming in ("step", "stepnext"):
            fresh = dataclasses.replace(fresh, incoming="linear" if fresh.incoming == "step" else "stepnext")
        have.append(fresh)
    if call is not None and call.get("breakdown") is not None:
        place = keys.find(tuple(sorted(have, key=lambda k: k.time)), time)
        have.sort(key=lambda k: k.time)
        assert place is not None
        have[place] = dataclasses.replace(have[place], breakdown=bool(call.get("breakdown")))
    keys.store(node, have)


@command(
    "setDrivenKeyframe",
    create=("attribute currentDriver driverValue value inTangentType outTangentType shape hierarchy insert"),
    query="driver driven currentDriver count attribute",
    edit="",
)
def set_driven_keyframe(call: Call) -> Any:
    """Keys of attributes over the value of another one."""
    plugs = animated_plugs(call)
    if call.query:
        found = []
        for plug in plugs:
            for node, driver in drivers(plug):
                found.append(names.of_plug(driver) if call.has("driver", "currentDriver") else names.name(node))
        if call.has("driven"):
            found = [names.of_plug(plug) for plug in plugs if drivers(plug)]
        return len(found) if call.has("count") else found or ["No drivers."]
    driver = names.one_plug(str(call.get("currentDriver")))
    for plug in plugs:
        node = next((curve for curve, source in drivers(plug) if source == driver), None) or driven_curve(plug, driver)
        given = call.get("value")
        value = float(units.taken(given, plug.spec.type)) if given is not None else evaluate.number(plug)
        at = call.get("driverValue")
        place = float(units.taken(at, driver.spec.type)) if at is not None else evaluate.number(driver)
        put(node, place, value, call)
    scene.touched()
    return len(plugs)


def drivers(plug: Plug) -> list[tuple[Node, Plug]]:
    """(curve, driver) for each driven curve of a plug."""
    source = scene.source(plug)
    if source is None:
        return []
    feeding = [source]
    if source.node.kind == "blendWeighted":
        feeding = [s for key, s in source.node.inputs.items() if key[0] == "input"]
    found = []
    for one in feeding:
        if one.node.isa("animCurve") and not keys.over_time(one.node):
            into = scene.source(one.node.plug("input"))
            if into is not None and into.node.kind == "unitConversion":
                into = scene.source(into.node.plug("input"))
            if into is not None:
                found.append((one.node, into))
    return found


def driven_curve(plug: Plug, driver: Plug) -> Node:
    """A new driven curve; a second one for the same plug is added up with the first by a `blendWeighted`."""
    node = keys.make(plug, driven=True)
    scene.connect(driver, node.plug("input"))
    before = scene.source(plug)
    if before is None:
        scene.connect(node.plug("output"), plug)
        return node
    if before.node.kind != "blendWeighted":
        adder = scene.add("blendWeighted", scene.free_name(f"blendWeighted_{plug.node.name}_{plug.attr}"))
        scene.connect(before, adder.plug("input", 0))
        scene.connect(adder.plug("output"), plug)
        before = adder.plug("output")
    scene.connect(node.plug("output"), graph.next_free(before.node.plug("input")))
    return node


RANGE = "time float index attribute shape hierarchy controlPoints includeUpperBound animation"


def chosen(call: Call, node: Node) -> list[int]:
    """The numbers of the keys that time, float and index choose."""
    have = keys.held(node)
    spans = call.many("time") if keys.over_time(node) else call.many("float")
    kind = keys.time_kind(node)
    if (
        call.get("time") is not None
        and not keys.over_time(node)
        and call.get("float") is None
        and call.get("index") is None
    ):
        return []
    if not spans and call.get("index") is None:
        return list(range(len(have)))
    found: set[int] = set()
    for low, high in ranges(call.get("time" if keys.over_time(node) else "float"), kind):
        found |= {n for n, key in enumerate(have) if low - 1e-7 <= key.time <= high + 1e-7}
    for low, high in ranges(call.get("index"), "index"):
        found |= {n for n in range(len(have)) if low <= n <= high}
    return sorted(found)


def ranges(given: Any, kind: str) -> Iterator[tuple[float, float]]:
    """Ranges as the commands take them: a number, `(1, 5)`, `(1,)`, `(3, None)`, `"1:5"`, or a list of such."""
    if given is None:
        return
    if isinstance(given, list) or (isinstance(given, tuple) and given and isinstance(given[0], (tuple, list))):
        for one in given:
            yield from ranges(tuple(one) if isinstance(one, (list, tuple)) else one, kind)
        return
    if isinstance(given, str) and ":" in given:
        first, last = given.split(":")
        yield (inside(first, kind, -1e20), inside(last, kind, 1e20))
        return
    if not isinstance(given, tuple):
        yield (inside(given, kind, 0.0),) * 2
        return
    if not given:
        yield (-1e20, 1e20)
        return
    if len(given) == 1:
        yield (inside(given[0], kind, 0.0),) * 2
        return
    yield (inside(given[0], kind, -1e20), inside(given[1], kind, 1e20))


def inside(given: Any, kind: str, missing: float) -> float:
    """One end of a range."""
    if given is None or given == "":
        return missing
    return float(given) if kind == "index" else float(units.taken(float(given) if _plain(given) else given, kind))


def _plain(given: Any) -> bool:
    try:
        float(given)
    except (TypeError, ValueError):
        return False
    return True


@command("cutKey", create=RANGE + " clear option animLayer selectKey")
def cut_key(call: Call) -> int:
    """Takes keys away; the last one takes its curve along."""
    count = 0
    for node in curves(call):
        gone = set(chosen(call, node))
        count += len(gone)
        left = [key for n, key in enumerate(keys.held(node)) if n not in gone]
        if left:
            keys.store(node, left)
        else:
            release(node)
    scene.touched()
    return count


def release(node: Node) -> None:
    """Deletes a curve; what it animated keeps the value that it has now."""
    for target in scene.targets(node.plug("output")):
        value = evaluate.value(node.plug("output"))
        scene.disconnect(node.plug("output"), target)
        if target.spec.numeric:
            scene.write(target, evaluate.cast(value, target.spec.type))
    graph.delete([node])


ASK = RANGE + (
    " timeChange valueChange floatChange indexValue keyframeCount name absolute relative eval "
    "breakdown lastSelected selected"
)


@command(
    "keyframe", create=ASK + " option tickDrawSpecial", query=ASK, edit=ASK + " option tickDrawSpecial adjustBreakdown"
)
def keyframe(call: Call) -> Any:
    """Asks for keys, or moves them."""
    found = curves(call)
    if call.query:
        return key_query(call, found)
    count = 0
    for node in found:
        have = list(keys.held(node))
        for n in chosen(call, node):
            have[n] = moved(call, node, have[n])
            count += 1
        keys.store(node, have)
    scene.touched()
    return count


def moved(call: Call, node: Node, key: Key) -> Key:
    """A key at another time or value."""
    kind, value_kind = keys.time_kind(node), keys.value_kind(node)
    given = call.get("timeChange") if keys.over_time(node) else call.get("floatChange")
    if given is not None:
        amount = float(units.taken(given, kind))
        key = dataclasses.replace(key, time=key.time + amount if call.has("relative") else amount)
    if call.get("valueChange") is not None:
        amount = float(units.taken(call.get("valueChange"), value_kind))
        key = dataclasses.replace(key, value=key.value + amount if call.has("relative") else amount)
    if call.get("breakdown") is not None:
        key = dataclasses.replace(key, breakdown=bool(call.get("breakdown")))
    return key


def key_query(call: Call, found: list[Node]) -> Any:
    """What `keyframe -query` is asked."""
    if call.has("name"):
        return [names.name(node) for node in found] or None
    if call.has("selected", "lastSelected"):
        return None
    if call.has("keyframeCount"):
        return sum(len(chosen(call, node)) for node in found)
    if call.has("eval"):
        times = [
            low for node in found[:1] for low, _ in ranges(call.get("time") or call.get("float"), keys.time_kind(node))
        ]
        return [
            units.shown(keys.at(node, time), keys.value_kind(node))
            for node in found
            for time in times or [scene.get("time")]
        ] or None
    rows: list[Any] = []
    for node in found:
        have = keys.held(node)
        for n in chosen(call, node):
            if call.has("indexValue"):
                rows.append(n)
            if call.has("breakdown") and have[n].breakdown:
                rows.append(units.shown(have[n].time, keys.time_kind(node)))
            if call.has("timeChange") or (call.has("floatChange") and not keys.over_time(node)):
                rows.append(units.shown(have[n].time, keys.time_kind(node)))
            if call.has("valueChange"):
                rows.append(units.shown(have[n].value, keys.value_kind(node)))
            if not call.has("indexValue", "breakdown", "timeChange", "valueChange", "floatChange"):
                rows.append(units.shown(have[n].time, keys.time_kind(node)))
    return rows or None


@command(
    "setInfinity",
    create=("preInfinite postInfinite attribute shape hierarchy controlPoints"),
    query="preInfinite postInfinite attribute",
    edit="preInfinite postInfinite attribute",
)
def set_infinity(call: Call) -> Any:
    """What is before the first key and behind the last."""
    found = curves(call)
    rows = []
    for node in found:
        for flag, attr in (("preInfinite", "preInfinity"), ("postInfinite", "postInfinity")):
            if call.query and call.has(flag):
                number = int(scene.stored(node.plug(attr)))
                rows.append(next(name for name, one in keys.INFINITIES.items() if one == number))
            elif not call.query and call.get(flag) is not None:
                if call.get(flag) not in keys.INFINITIES:
                    raise RuntimeError(f"Invalid infinity type: {call.get(flag)}")
                scene.write(node.plug(attr), keys.INFINITIES[call.get(flag)])
    return (rows or None) if call.query else len(found)


@command("findKeyframe", create="which time attribute curve timeSlider includeUpperBound shape hierarchy animation")
def find_keyframe(call: Call) -> Any:
    """The time of the key before, after, first or last; or the curves of attributes."""
    found = curves(call)
    if call.has("curve"):
        return [names.name(node) for node in found] or None
    times = sorted({key.time for node in found for key in keys.held(node)})
    now = next((low for low, _ in ranges(call.get("time"), "time")), scene.get("time"))
    if not times:
        return units.frames(now)
    which = call.get("which", "next")
    after = [time for time in times if time > now + 1e-7] or times[:1]
    before = [time for time in times if time < now - 1e-7] or times[-1:]
    return units.frames({"next": after[0], "previous": before[-1], "first": times[0], "last": times[-1]}[which])


@command("mute", create="disable force", query="")
def mute(call: Call) -> Any:
    """Holds attributes still, as they were when they were muted."""
    answers = []
    for item in arguments.items(call):
        plug = item.plug
        if plug is None:
            raise RuntimeError("mute: an attribute has to be named")
        source = scene.source(plug)
        node = source.node if source is not None and source.node.kind == "mute" else None
        if call.query:
            answers.append(bool(node is not None and scene.stored(node.plug("mute"))))
        elif call.has("disable"):
            if node is not None:
                scene.write(node.plug("mute"), False)
                if call.has("force"):
                    refuse_locked(plug)
                    into = scene.source(node.plug("input"))
                    scene.disconnect(node.plug("output"), plug)
                    if into is not None:
                        scene.connect(into, plug)
                    graph.delete([node] if node in scene.nodes else [])
        else:
            if node is None:
                refuse_locked(plug)
                node = scene.add("mute", scene.free_name(f"mute_{plug.node.name.rpartition(':')[2]}_{plug.attr}"))
                scene.write(node.plug("hold"), evaluate.number(plug))
                if source is not None:
                    scene.disconnect(source, plug)
                    scene.connect(source, node.plug("input"))
                scene.connect(node.plug("output"), plug)
            scene.write(node.plug("mute"), True)
    return answers if call.query else None


def refuse_locked(plug: Plug) -> None:
    """Nothing is put between a locked attribute and what says it."""
    if locked(plug):
        raise RuntimeError(f"The attribute '{names.of_plug(plug)}' is locked.")


@evaluate.computes("mute", "output")
def _muted(plug: Plug) -> float:
    return evaluate.number(plug.node.plug("hold" if evaluate.number(plug.node.plug("mute")) else "input"))


@evaluate.computes("blendWeighted", "output")
def _added(plug: Plug) -> float:
    node = plug.node
    total = 0.0
    for n in scene.indices(node.plug("input")):
        weight_plug = node.plug("weight", n)
        known = weight_plug.key in node.values or weight_plug.key in node.inputs
        total += evaluate.number(node.plug("input", n)) * (evaluate.number(weight_plug) if known else 1.0)
    return total
