"""Spline IK: handles of Maya's `ikSplineSolver`, whose joints lie along the curve that comes in. They stretch by what
riggers build for it: a `curveInfo`, whose length over that of the chain at rest says the scale of each joint.

Source: `ikHandle` and the nodes `ikHandle`, `curveInfo` and `multiplyDivide` in Autodesk's reference.
"""

from __future__ import annotations

import math
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.maya.attributes import connect, disconnect, driver_of, get, put
from scenewire.adapters.maya.handles import Handle, Kind, delete, give_name, guard, handle, handles, places, settle
from scenewire.adapters.maya.ik_chains import SPLINE, chain_of, count, end_id, end_of, solver_of, start_above, start_of
from scenewire.adapters.maya.joints import find_joint
from scenewire.adapters.maya.lacks import lacks_of
from scenewire.adapters.maya.metadata import METADATA
from scenewire.adapters.maya.naming import checked_name
from scenewire.adapters.maya.nodes import find_typed, node_id, shape_named
from scenewire.adapters.maya.rigs import JOINT, find_rig, rig_of, up_vector
from scenewire.adapters.maya.selection import kept_selection
from scenewire.errors import ConflictError

#: In the order of Maya's `dForwardAxis`.
_AXES = ("x", "-x", "y", "-y", "z", "-z")
#: Of `dWorldUpType`.
_SCENE_UP, _VECTOR = 0, 5
#: Of `multiplyDivide`.
_DIVIDE = 2


def _paths() -> list[str]:
    from maya import cmds

    return [path for path in cmds.ls(type="ikHandle", long=True) if solver_of(path) == SPLINE]


def _holds(path: str) -> bool:
    from maya import cmds

    return cmds.nodeType(path) == "ikHandle" and solver_of(path) == SPLINE


SPLINE_IK = Kind("spline_ik", _paths, _holds)


def _make(item: Item) -> Handle:
    from maya import cmds

    end = find_joint(item.pop("end_joint_id")).path
    start = start_above(end, item.pop("start_joint_id", None), "joint_")
    curve = shape_named(find_typed(item.pop("curve_id"), "curve").path)
    name = checked_name(item.pop("name", None) or "splineIK")
    given = {"startJoint": start, "endEffector": end, "curve": curve, "createCurve": False, "parentCurve": False}
    with kept_selection():
        made = cmds.ikHandle(solver=SPLINE, name=name, **given)
    return handle(str(made[0]))


def _all(parent: str | None) -> list[Handle]:
    rig = find_rig(parent).path if parent else None
    return handles([path for path in _paths() if rig is None or rig_of(start_of(path)) == rig])


def _remove(targets: list[Handle]) -> list[str]:
    ids = [SPLINE_IK.id(target) for target in targets]
    for target in targets:
        _set_stretch(target, False)
        delete([target.path])
    return ids


def _set_start(spline: Handle, reference: str) -> None:
    from maya import cmds

    end = end_of(spline.path)
    if end is not None:
        start = start_above(end, reference, "joint_")
        with _slack(spline):
            cmds.ikHandle(spline.path, edit=True, startJoint=start)


def _curve(spline: Handle) -> str | None:
    """The node whose curve comes in."""
    from maya import cmds

    found = cmds.listConnections(f"{spline.path}.inCurve", source=True, destination=False)
    return str(cmds.ls(found[0], long=True)[0]) if found else None


def _curve_id(spline: Handle, _job: Job) -> Any:
    curve = _curve(spline)
    return node_id(curve) if curve else ABSENT


def _set_curve(spline: Handle, reference: str) -> None:
    from maya import cmds

    shape = shape_named(find_typed(reference, "curve").path)
    with _slack(spline):
        cmds.ikHandle(spline.path, edit=True, curve=shape)


class _slack:
    """What a stretch is made of is another thing afterwards: it is taken off meanwhile."""

    def __init__(self, spline: Handle) -> None:
        self._spline, self._stretched = spline, _stretched(spline, None)

    def __enter__(self) -> None:
        _set_stretch(self._spline, False)

    def __exit__(self, kind: object, _error: object, _trace: object) -> None:
        if self._stretched and kind is None:
            _set_stretch(self._spline, True)


def _scales(spline: Handle) -> list[str]:
    axis = _axis(spline, None)[-1].upper()
    return [f"{joint}.scale{axis}" for joint in chain_of(spline.path)[:-1]]


def _ratio(spline: Handle) -> str | None:
    """The node that says how much its joints are stretched."""
    from maya import cmds

    found = cmds.listConnections(_scales(spline)[0], source=True, destination=False, type="multiplyDivide")
    return str(found[0]) if found and _length(str(found[0])) else None


def _length(ratio: str) -> str | None:
    from maya import cmds

    found = cmds.listConnections(f"{ratio}.input1X", source=True, destination=False, type="curveInfo")
    return str(found[0]) if found else None


def _stretched(spline: Handle, _job: Any) -> bool:
    return _ratio(spline) is not None


def _set_stretch(spline: Handle, stretched: bool) -> None:
    ratio = _ratio(spline)
    if stretched == (ratio is not None):
        return
    if ratio is None:
        _stretch(spline)
        return
    length = _length(ratio)
    for plug in _scales(spline):
        disconnect(plug)
        node, _, attribute = plug.partition(".")
        put(node, attribute, 1.0, field="stretch_enabled")
    delete([ratio, *([length] if length else [])])


def _stretch(spline: Handle) -> None:
    from maya import cmds

    curve = _curve(spline)
    if curve is None:
        raise ConflictError(f"`{spline.name}` has no curve any more", {"path": "stretch_enabled"}, ["give `curve_id`"])
    for plug in _scales(spline):
        driver = driver_of(plug)
        if driver or cmds.getAttr(plug, lock=True):
            raise ConflictError(
                f"`{plug}` cannot be stretched: " + (f"`{driver}` says it" if driver else "it is locked"),
                {"path": "stretch_enabled", "attribute": plug, "driver": driver},
                ["delete what says it" if driver else f'cmds.setAttr("{plug}", lock=False)'],
            )
    rest = sum(math.hypot(*get(joint, "translate")) for joint in chain_of(spline.path)[1:])
    length = str(cmds.createNode("curveInfo", skipSelect=True, name=f"{spline.name}_length"))
    ratio = str(cmds.createNode("multiplyDivide", skipSelect=True, name=f"{spline.name}_stretch"))
    connect(f"{shape_named(curve)}.worldSpace[0]", f"{length}.inputCurve")
    connect(f"{length}.arcLength", f"{ratio}.input1X")
    put(ratio, "input2X", rest or 1.0)
    put(ratio, "operation", _DIVIDE)
    for plug in _scales(spline):
        connect(f"{ratio}.outputX", plug)


def _up(spline: Handle, _job: Job) -> Any:
    path = spline.path
    kind = int(get(path, "dWorldUpType"))
    if not get(path, "dTwistControlEnable") or kind not in (_SCENE_UP, _VECTOR):
        return ABSENT
    return up_vector() if kind == _SCENE_UP else [float(number) for number in get(path, "dWorldUpVector")]


def _set_up(spline: Handle, vector: list[float]) -> None:
    put(spline.path, "dTwistControlEnable", True, field="up_vector")
    put(spline.path, "dWorldUpType", _VECTOR, field="up_vector")
    put(spline.path, "dWorldUpVector", *vector, field="up_vector")


def _axis(spline: Handle, _job: Any) -> str:
    return _AXES[int(get(spline.path, "dForwardAxis"))]


def _set_axis(spline: Handle, axis: str) -> None:
    if axis == _axis(spline, None):
        return
    with _slack(spline):
        put(spline.path, "dTwistControlEnable", True, field="forward_axis")
        put(spline.path, "dForwardAxis", _AXES.index(axis), field="forward_axis")


#: In the order of writing: what the stretch is made of comes before it.
FIELDS: dict[str, Field] = {
    "id": Field(lambda spline, _job: SPLINE_IK.id(spline)),
    "name": Field(lambda spline, _job: spline.name, give_name),
    "end_joint_id": Field(end_id),
    "start_joint_id": Field(lambda spline, _job: JOINT.id_of(start_of(spline.path)), _set_start),
    "count": Field(count),
    "curve_id": Field(_curve_id, _set_curve),
    "up_vector": Field(_up, _set_up),
    "forward_axis": Field(_axis, _set_axis),
    "stretch_enabled": Field(_stretched, _set_stretch),
    # Between FK and IK there is more for artists; here it is one of both.
    "enabled": Field(
        lambda spline, _job: float(get(spline.path, "ikBlend")) > 0,
        lambda spline, enabled: put(spline.path, "ikBlend", float(enabled), field="enabled"),
    ),
    **lacks_of("spline_iks"),
    "metadata": METADATA,
}

SPLINE_IKS = Entity(
    plural="spline_iks",
    fields=FIELDS,
    make=_make,
    find=SPLINE_IK.find,
    all=_all,
    remove=_remove,
    guard=guard,
    settle=settle,
    places=places,
)
