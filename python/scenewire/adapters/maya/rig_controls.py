"""Rig controls: joints with NURBS curves below them and a `controller` tag, which tells Maya that animators take hold
of them. They so lie in the skeleton, and whatever takes a joint takes them. Joints follow one by a parent constraint.

Source: `controller`, the nodes `controller` and `joint` (`drawStyle`) and `parentConstraint` in Autodesk's reference.
"""

from __future__ import annotations

import re
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.maya import control_shapes, matrices
from scenewire.adapters.maya.attributes import connect, get, put
from scenewire.adapters.maya.constraints import constrain, constrained_by, found_by_twin, targets_of
from scenewire.adapters.maya.handles import Handle, delete, guard, handles, places, settle
from scenewire.adapters.maya.joints import FIELDS as JOINT_FIELDS
from scenewire.adapters.maya.joints import find_joint, make_joint, orientation_of, remove_joints
from scenewire.adapters.maya.lacks import lacks_of, refuse_word
from scenewire.adapters.maya.naming import shown
from scenewire.adapters.maya.nodes import children_of, is_joint, parent_of
from scenewire.adapters.maya.rigs import JOINT, find_rig, joints_of, rig_of
from scenewire.errors import ConflictError, InvalidParamsError, NotFoundError

#: Of `drawStyle`: the curves show where it is, and no bone beside them.
_NO_BONE = 2
#: How far from a rotation alone an offset may be, and from nothing a difference: single precision.
_RIGID, _NEAR = 1e-4, 1e-6


def _tag(path: str) -> str | None:
    """The node that says that a joint is a control."""
    from maya import cmds

    found = cmds.listConnections(f"{path}.message", source=False, destination=True, type="controller")
    return str(found[0]) if found else None


def _find(reference: str) -> Handle:
    found = find_joint(reference)
    if _tag(found.path) is None:
        raise NotFoundError(
            f"the joint `{found.name}` is no control: it has no controller tag", {"id": reference}, ["get_joints"]
        )
    return found


def _all(parent: str | None) -> list[Handle]:
    paths = joints_of(find_rig(parent).path) if parent else [target.path for target in JOINT.all()]
    return handles([path for path in paths if _tag(path)])


def _make(item: Item) -> Handle:
    from maya import cmds

    followers = [find_joint(reference).path for reference in item.get("target_joint_ids") or ()]
    if followers:
        _lie_on(item, followers[0])
    word = item.pop("shape", None) or "cube"
    refuse_word("rig_controls", "shape", word)
    made = make_joint({"name": item.pop("name", None) or "Control", **_taken(item, "rig_id", "parent_id")})
    path = made.path
    tag = cmds.createNode("controller", name=f"{made.name.rpartition(':')[2]}_tag", skipSelect=True)
    connect(f"{path}.message", f"{tag}.controllerObject")
    put(path, "drawStyle", _NO_BONE)
    control_shapes.draw(path, word, item.get("size") or _length(followers), control_shapes.NOWHERE)
    return made


def _taken(item: Item, *names: str) -> Item:
    return {name: item.pop(name) for name in names if name in item}


def _lie_on(item: Item, joint: str) -> None:
    """A new control lies on the first joint that follows it, below that one's parent."""
    above = parent_of(joint)
    if "parent_id" not in item and above is not None and is_joint(above):
        item["parent_id"] = JOINT.id_of(above)
    item.setdefault("position", [float(number) for number in get(joint, "translate")])
    item.setdefault("orientation", orientation_of(joint))


def _length(followers: list[str]) -> float:
    """As far as it is from the first of these to a joint below it."""
    below = [child for joint in followers[:1] for child in children_of(joint) if is_joint(child)]
    return next((far for child in below if (far := sum(n * n for n in get(child, "translate")) ** 0.5)), 1.0)


def _remove(targets: list[Handle]) -> list[str]:
    """Joints that followed one stay where they are."""
    from maya import cmds

    tags = [tag for target in targets if (tag := _tag(target.path))]
    for target in targets:
        for follows in _followers(target.path):
            _leave(target.path, follows)
    ids = remove_joints(targets)
    delete([tag for tag in tags if cmds.objExists(tag)])
    return ids


def _followers(path: str) -> dict[str, str]:
    """The joints that follow a control, in the order of their rig, each with the constraint that makes it."""
    from maya import cmds

    found = cmds.listConnections(f"{path}.parentMatrix", source=False, destination=True, type="parentConstraint")
    follows = (
        {constrained_by(one): one for one in cmds.ls(list(dict.fromkeys(found or ())), long=True)} if found else {}
    )
    return {joint: follows[joint] for joint in joints_of(rig_of(path)) if joint in follows}


def _leave(path: str, joint: str) -> None:
    from maya import cmds

    cmds.parentConstraint(path, joint, edit=True, remove=True)


def _joints(control: Handle, _job: Job) -> list[str]:
    return [JOINT.id_of(joint) for joint in _followers(control.path)]


def _set_joints(control: Handle, references: list[str]) -> None:
    path = control.path
    rig = rig_of(path)
    wanted = list(dict.fromkeys(find_joint(reference).path for reference in references))
    for joint in wanted:
        if f"{path}|".startswith(f"{joint}|"):
            raise InvalidParamsError(
                f"`{shown(joint)}` cannot follow `{control.name}`, which hangs on it", {"path": "target_joint_ids"}
            )
        if rig_of(joint) != rig:
            raise InvalidParamsError(
                f"`{shown(joint)}` is no joint of `{shown(rig)}`", {"path": "target_joint_ids", "rig": rig}
            )
    there, space = _followers(path), _space(control, None)
    for joint in there:
        if joint not in wanted:
            _leave(path, joint)
    for joint in wanted:
        if joint not in there:
            try:
                constrain("parent", path, joint, maintainOffset=space != "object")
            except ConflictError as error:
                error.details["path"] = "target_joint_ids"
                raise


def _offset_of(path: str, follows: str) -> str:
    """The attributes of a constraint that keep how far from a control the joint is; only their last word is missing."""
    from maya import cmds

    found = cmds.listConnections(
        f"{path}.parentMatrix", source=False, destination=True, plugs=True, type="parentConstraint"
    )
    own = next(one for one in found if cmds.ls(str(one).partition(".")[0], long=True) == [follows])
    (number,) = re.findall(r"target\[(\d+)\]", str(own))
    return f"target[{number}].targetOffset"


def _space(control: Handle, _job: Any) -> Any:
    """`object` for joints that are where it is, `parent` for those that keep their distance."""
    path, spaces = control.path, set()
    for follows in _followers(path).values():
        offset = _offset_of(path, follows)
        away = any(abs(number) > _NEAR for part in ("Translate", "Rotate") for number in get(follows, offset + part))
        spaces.add("parent" if away else "object")
    return spaces.pop() if len(spaces) == 1 else ABSENT


def _set_space(control: Handle, word: str) -> None:
    refuse_word("rig_controls", "space_type", word)
    path = control.path
    followers = _followers(path)
    if not followers:
        raise InvalidParamsError(f"no joint follows `{control.name}`", {"path": "space_type", "got": word})
    if word == _space(control, None):
        return
    for follows in followers.values():
        offset, at = _offset_of(path, follows), targets_of(follows).index(path)
        for part in ("Translate", "Rotate"):
            twin = f"target[{at}].targetOffset{part}"
            numbers = found_by_twin(follows, "parent", twin) if word == "parent" else [0.0] * 3
            put(follows, offset + part, *numbers, field="space_type")


def _write_shape(control: Handle, patch: Item) -> Item:
    """Shape, size and offset together, as the same points say them."""
    given = {name: patch[name] for name in ("shape", "size", "offset_matrix") if patch.get(name) is not None}
    if not given:
        return patch
    path = control.path
    now = control_shapes.drawn(path)
    if "shape" in given:
        refuse_word("rig_controls", "shape", given["shape"])
    elif now is None:
        raise ConflictError(
            f"`{control.name}` is drawn as curves of the artist's own", {"path": next(iter(given))}, ["give a `shape`"]
        )
    word, size, offset = now or (given["shape"], control_shapes.extent(path) or 1.0, control_shapes.NOWHERE)
    if "offset_matrix" in given:
        offset = _rigid(given["offset_matrix"])
    template = _template(control)
    control_shapes.draw(path, given.get("shape", word), given.get("size", size), offset)
    if template:
        _set_display(control, "template")
    return {name: value for name, value in patch.items() if name not in given}


def _rigid(numbers: list[float]) -> list[float]:
    matrix = matrices.to_columns(numbers)
    found = matrices.parts(matrix)
    rigid = matrices.composed(found["position"], found["rotation"], [1.0, 1.0, 1.0])
    if any(abs(a - b) > _RIGID for a, b in zip(matrix, rigid)):
        raise InvalidParamsError(
            "an offset moves and turns; it does not scale, shear or mirror",
            {"path": "offset_matrix", "got": numbers},
            ["give `size` for the scale"],
        )
    return rigid


def _shape(control: Handle, _job: Job) -> str:
    found = control_shapes.drawn(control.path)
    return found[0] if found else "custom"


def _size(control: Handle, _job: Job) -> float:
    found = control_shapes.drawn(control.path)
    return found[1] if found else control_shapes.extent(control.path)


def _offset(control: Handle, _job: Job) -> Any:
    found = control_shapes.drawn(control.path)
    return matrices.to_columns(found[2]) if found else ABSENT


def _template(control: Handle) -> bool:
    return any(get(curve, "template") for curve in control_shapes.curves_of(control.path))


def _set_display(control: Handle, word: str) -> None:
    refuse_word("rig_controls", "display_type", word)
    for curve in control_shapes.curves_of(control.path):
        put(curve, "template", word == "template", field="display_type")


#: In the order of writing: who follows comes before in what. Shape, size and offset are written by `_write_shape`.
FIELDS: dict[str, Field] = {
    **JOINT_FIELDS,
    "target_joint_ids": Field(_joints, _set_joints),
    "shape": Field(_shape),
    "size": Field(_size),
    "offset_matrix": Field(_offset),
    "space_type": Field(_space, _set_space),
    "display_type": Field(lambda control, _job: "template" if _template(control) else "normal", _set_display),
    **lacks_of("rig_controls"),
}

RIG_CONTROLS = Entity(
    plural="rig_controls",
    fields=FIELDS,
    make=_make,
    find=_find,
    all=_all,
    remove=_remove,
    guard=guard,
    settle=settle,
    write_group=_write_shape,
    places=places,
)
