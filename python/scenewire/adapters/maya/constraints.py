"""Constraints: nodes of Maya below what they constrain, whose outputs say its channels axis by axis.

Maya keeps no word for whether an offset was kept, only the offset; what an object would be without the constraint is
its rest. Source: `pointConstraint` and its kin, and the nodes of these names, in Autodesk's reference.
"""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.maya.attributes import connect, disconnect, driver_of, get, put
from scenewire.adapters.maya.handles import Handle, Kind, delete, give_name, guard, handle, handles, places, settle
from scenewire.adapters.maya.lacks import lacks_of, refuse_word
from scenewire.adapters.maya.metadata import METADATA
from scenewire.adapters.maya.naming import checked_name, shown
from scenewire.adapters.maya.nodes import NODE, find_node, node_id, parent_of
from scenewire.adapters.maya.selection import kept_selection
from scenewire.errors import ConflictError, InvalidParamsError, NotSupportedError

#: Our word -> Maya's command, which is also the type of the node that it makes.
_COMMANDS = {
    "point": "pointConstraint",
    "aim": "aimConstraint",
    "orientation": "orientConstraint",
    "parent": "parentConstraint",
    "pole": "poleVectorConstraint",
    "scale_to": "scaleConstraint",
    "look_at": "aimConstraint",
}
_WORDS = {theirs: ours for ours, theirs in _COMMANDS.items() if ours != "aim"}
#: Those that keep an offset unless they are told not to; the aiming ones are made to look at something.
_KEEP = ("point", "orientation", "scale_to", "parent")
#: By our word: field -> the output, what it says, and the flag of the command that leaves axes out.
_ROTATION = {"skip_rotation": ("constraintRotate", "rotate", "skip")}
_AXES: dict[str, dict[str, tuple[str, str, str]]] = {
    "point": {"skip_translation": ("constraintTranslate", "translate", "skip")},
    "orientation": _ROTATION,
    "aim": _ROTATION,
    "look_at": _ROTATION,
    "scale_to": {"skip_scale": ("constraintScale", "scale", "skip")},
    "parent": {
        "skip_translation": ("constraintTranslate", "translate", "skipTranslate"),
        "skip_rotation": ("constraintRotate", "rotate", "skipRotate"),
    },
}
#: As cameras and lights look, here and in every host; `aim` leaves the roll alone.
_AIMING = {"aimVector": (0.0, 0.0, -1.0), "upVector": (0.0, 1.0, 0.0)}
_UPS = {"aim": "none", "look_at": "scene"}
_NORMAL, _WITHOUT_EFFECT = 0, 1
#: An offset that is no more than what arithmetic leaves is none.
_NEAR = 1e-6


def _paths() -> list[str]:
    from maya import cmds

    return list(cmds.ls(type="constraint", long=True))


def _holds(path: str) -> bool:
    from maya import cmds

    return "constraint" in (cmds.nodeType(path, inherited=True) or ())


CONSTRAINT = Kind("constraint", _paths, _holds)


def _kind(path: str) -> str:
    """Our word for a constraint: what aims without keeping anything up is `aim`."""
    from maya import cmds

    word = _WORDS.get(str(cmds.nodeType(path)), "other")
    return "aim" if word == "look_at" and cmds.aimConstraint(path, query=True, worldUpType=True) == "none" else word


def _command(kind: str) -> Any:
    from maya import cmds

    return getattr(cmds, _COMMANDS[kind])


def constrained_by(path: str) -> str:
    """The node that a constraint moves: whose parent it is reckoned in, wherever somebody has put the constraint."""
    from maya import cmds

    found = cmds.listConnections(f"{path}.constraintParentInverseMatrix", source=True, destination=False)
    return str(cmds.ls(found[0], long=True)[0]) if found else str(parent_of(path))


def targets_of(path: str) -> list[str]:
    """What a constraint follows."""
    from maya import cmds

    kind = _kind(path)
    found = _command(kind)(path, query=True, targetList=True) if kind in _COMMANDS else None
    return list(cmds.ls(found, long=True)) if found else []


def _make(item: Item) -> Handle:
    kind = item.pop("type")
    refuse_word("constraints", "type", kind)
    source = find_node(item.pop("source_id"))
    guard([source])
    target = _target(item.pop("target_id"), source)
    _refuse_second(kind, source.path)
    how: dict[str, Any] = {"maintainOffset": item.pop("maintain_offset", kind in _KEEP)} if kind in _AXES else {}
    for field, (_, _, flag) in _AXES.get(kind, {}).items():
        if item.get(field):
            how[flag] = item.pop(field)
    if kind in _UPS:
        how.update(_AIMING, worldUpType=_UPS[kind])
    name = checked_name(item.pop("name", None) or f"{source.name.rpartition(':')[2]}_{_COMMANDS[kind]}1")
    return handle(constrain(kind, target.path, source.path, name=name, **how))


def constrain(kind: str, target: str, source: str, **how: Any) -> str:
    """Constrains a node and gives the constraint."""
    try:
        with kept_selection():
            (made,) = _command(kind)(target, source, **how)
    except RuntimeError as error:
        raise ConflictError(
            f"Maya does not constrain `{shown(source)}`: {str(error).strip()}",
            {"path": "source_id", "node": source},
            ["delete its animation or its other constraint, or unlock it, first"],
        ) from error
    return str(made)


def _target(reference: str | None, source: Handle) -> Handle:
    if reference is None:
        raise NotSupportedError(
            "a constraint of Maya lives by its targets and goes with the last one",
            {"path": "target_id", "got": None},
            ["delete the constraint", "set `active` to false"],
        )
    found = find_node(reference)
    if found == source:
        raise InvalidParamsError(f"`{source.name}` cannot follow itself", {"path": "target_id"})
    return found


def _refuse_second(kind: str, source: str) -> None:
    """To Maya a second one of a type is a further target of the first."""
    from maya import cmds

    if kind == "pole" and cmds.nodeType(source) != "ikHandle":
        raise InvalidParamsError(
            f"`{shown(source)}` is no IK handle, and nothing else has a pole vector",
            {"path": "source_id", "expected": "an ikHandle"},
        )
    one = constraint_on(source, kind)
    if one is not None:
        raise ConflictError(
            f"`{shown(source)}` has a {_COMMANDS[kind]} already, `{shown(one)}`, and Maya has one of a type",
            {"path": "source_id", "id": CONSTRAINT.id_of(one)},
            ["update its `target_id`", "delete it first"],
        )


def constraint_on(source: str, kind: str) -> str | None:
    """The constraint of this type that a node has."""
    from maya import cmds

    return next((one for one in _of(source) if cmds.nodeType(one) == _COMMANDS[kind]), None)


def _of(source: str) -> list[str]:
    return [path for path in _paths() if constrained_by(path) == source]


def _all(parent: str | None) -> list[Handle]:
    return handles(_of(find_node(parent).path) if parent else _paths())


def _remove(targets: list[Handle]) -> list[str]:
    ids = [CONSTRAINT.id(target) for target in targets]
    delete([target.path for target in targets])
    return ids


def target_id(constraint: Handle, _job: Job) -> str | None:
    """What a constraint follows: of several targets the first."""
    found = targets_of(constraint.path)
    return node_id(found[0]) if found else None


def set_target(constraint: Handle, reference: str | None) -> None:
    """Has a constraint follow another node, and that alone."""
    path = constraint.path
    kind, source, before = _kind(path), handle(constrained_by(path)), handles(targets_of(path))
    target = _target(reference, source)
    if kind not in _COMMANDS:
        raise NotSupportedError(f"the targets of `{shown(path)}` are not written here", {"path": "target_id"})
    if before == [target]:
        return
    skipped = {field: _skipped(path, kind, field) for field in _AXES.get(kind, {})}
    keeps = {"maintainOffset": _keeps(path)} if kind == "parent" else {}
    constrain(kind, target.path, source.path, **keeps)
    for old in before:
        if old != target:
            _command(kind)(old.path, source.path, edit=True, remove=True)
    for field, axes in skipped.items():
        _set_skipped(path, field, axes)


def _skipped(path: str, kind: str, field: str) -> list[str]:
    """The axes of an output that go nowhere; with animation beside it they go into the node that blends the two."""
    from maya import cmds

    output = _AXES[kind][field][0]
    return [a for a in "xyz" if not cmds.listConnections(f"{path}.{output}{a.upper()}", source=False, destination=True)]


def _set_skipped(path: str, field: str, axes: list[str]) -> None:
    """Axes that are left out from now on are what they are at rest."""
    kind, source = _kind(path), constrained_by(path)
    output, attribute, _ = _AXES[kind][field]
    before = _skipped(path, kind, field)
    rest = get(path, output.replace("constraint", "rest"))
    for at, axis in enumerate("xyz"):
        plug = f"{source}.{attribute}{axis.upper()}"
        if axis in axes and axis not in before:
            disconnect(plug)
            put(source, f"{attribute}{axis.upper()}", rest[at], field=field)
        elif axis in before and axis not in axes:
            if driver_of(plug):
                raise ConflictError(f"`{plug}` is said by `{driver_of(plug)}`", {"path": field, "attribute": plug})
            connect(f"{path}.{output}{axis.upper()}", plug)


def _skip(field: str) -> Field:
    def read(constraint: Handle, _job: Job) -> Any:
        path = constraint.path
        kind = _kind(path)
        return _skipped(path, kind, field) if field in _AXES.get(kind, {}) else ABSENT

    def write(constraint: Handle, axes: list[str]) -> None:
        path = constraint.path
        kind = _kind(path)
        if field not in _AXES.get(kind, {}):
            have = ", ".join(one for one, fields in _AXES.items() if field in fields)
            raise NotSupportedError(
                f"a constraint of the type `{kind}` has no `{field}` in Maya; {have} have", {"path": field}
            )
        _set_skipped(path, field, axes)

    return Field(read, write)


def _offsets(path: str) -> list[str]:
    """The attributes that keep the difference: of a parent constraint there are some for each target."""
    from maya import cmds

    if _kind(path) != "parent":
        return ["offset"]
    indices = cmds.getAttr(f"{path}.target", multiIndices=True) or ()
    return [f"target[{at}].targetOffset{part}" for at in indices for part in ("Translate", "Rotate")]


def _keeps(path: str) -> bool:
    nothing = 1.0 if _kind(path) == "scale_to" else 0.0
    return any(abs(number - nothing) > _NEAR for name in _offsets(path) for number in get(path, name))


def _offset(constraint: Handle, _job: Job) -> Any:
    path = constraint.path
    return ABSENT if _kind(path) == "other" else _keeps(path)


def _set_offset(constraint: Handle, keeps: bool) -> None:
    """With an offset the object is where it is at rest, without one at its target."""
    path = constraint.path
    kind = _kind(path)
    if kind not in _AXES:
        if keeps:
            raise NotSupportedError(f"a constraint of the type `{kind}` keeps no offset", {"path": "maintain_offset"})
        return
    if keeps == _keeps(path):
        return
    nothing = 1.0 if kind == "scale_to" else 0.0
    for name in _offsets(path):
        values = found_by_twin(path, kind, name) if keeps else [nothing] * 3
        put(path, name, *values, field="maintain_offset")


def found_by_twin(path: str, kind: str, name: str) -> list[float]:
    """What Maya itself reckons for an object like this one at its rest."""
    from maya import cmds

    source = constrained_by(path)
    (twin,) = cmds.duplicate(source, parentOnly=True)
    try:
        for output, attribute, _ in _AXES[kind].values():
            put(twin, attribute, *get(path, output.replace("constraint", "rest")))
        how: dict[str, Any] = {}
        if kind in _UPS:
            how = {flag: tuple(get(path, flag)) for flag in _AIMING}
            how["worldUpType"] = cmds.aimConstraint(path, query=True, worldUpType=True)
        made = ""
        for target in targets_of(path):
            made = constrain(kind, target, twin, maintainOffset=True, **how)
        found: list[float] = get(made, name)
    finally:
        cmds.delete(twin)
    return found


#: In the order of writing: what the difference is kept in comes after what it depends on.
CONSTRAINT_FIELDS: dict[str, Field] = {
    "id": Field(lambda constraint, _job: CONSTRAINT.id(constraint)),
    "name": Field(lambda constraint, _job: constraint.name, give_name),
    "type": Field(lambda constraint, _job: _kind(constraint.path)),
    "source_id": Field(lambda constraint, _job: NODE.id_of(constrained_by(constraint.path))),
    "target_id": Field(target_id, set_target),
    "skip_translation": _skip("skip_translation"),
    "skip_rotation": _skip("skip_rotation"),
    "skip_scale": _skip("skip_scale"),
    **lacks_of("constraints"),
    "space": Field(lambda _constraint, _job: "world", lambda _one, word: refuse_word("constraints", "space", word)),
    "maintain_offset": Field(_offset, _set_offset),
    "active": Field(
        lambda constraint, _job: get(constraint.path, "nodeState") == _NORMAL,
        lambda constraint, on: put(constraint.path, "nodeState", _NORMAL if on else _WITHOUT_EFFECT, field="active"),
    ),
    "metadata": METADATA,
}

CONSTRAINTS = Entity(
    plural="constraints",
    fields=CONSTRAINT_FIELDS,
    make=_make,
    find=CONSTRAINT.find,
    all=_all,
    remove=_remove,
    guard=guard,
    settle=settle,
    places=places,
)
