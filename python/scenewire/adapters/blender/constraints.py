"""Constraints of objects and bones. What they keep of the difference to the target, Blender keeps in different places:
Child Of in its inverse matrix, the copying ones by adding the object's own transform, the tracking ones nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from scenewire.adapters.blender.bones import find_place, place_id
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.lacks import lacks_of, refuse_word
from scenewire.adapters.blender.naming import PART_BYTES, checked_name
from scenewire.adapters.blender.nodes import find_node, guard_nodes, node_id
from scenewire.adapters.blender.parts import Part, Parts, Target
from scenewire.adapters.blender.transforms import write_part
from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.errors import ConflictError, InvalidParamsError, NotSupportedError

_TYPES = {
    "point": "COPY_LOCATION",
    "aim": "DAMPED_TRACK",
    "orientation": "COPY_ROTATION",
    "parent": "CHILD_OF",
    "ik": "IK",
    "path": "FOLLOW_PATH",
    "scale_to": "COPY_SCALE",
    "look_at": "TRACK_TO",
}
_WORDS = {theirs: ours for ours, theirs in _TYPES.items()}
_OFFSETS = ("point", "orientation", "scale_to", "parent")

#: The attribute of Blender that takes part in an axis, by type and field of ours; a type not named has no such choice.
_AXES: dict[str, dict[str, str]] = {
    "point": {"skip_translation": "use_{}"},
    "orientation": {"skip_rotation": "use_{}"},
    "scale_to": {"skip_scale": "use_{}"},
    "parent": {
        "skip_translation": "use_location_{}",
        "skip_rotation": "use_rotation_{}",
        "skip_scale": "use_scale_{}",
    },
}
#: These take no notice of spaces: they compare in the world's or in the armature's.
_SPACELESS = ("ik", "path")


def _keys(node: Any) -> list[str]:
    own = [f"\n{constraint.name}" for constraint in node.constraints]
    if node.pose is None:
        return own
    return own + [f"{bone.name}\n{constraint.name}" for bone in node.pose.bones for constraint in bone.constraints]


def _nodes() -> Iterable[Any]:
    import bpy

    return [node for node in bpy.context.scene.objects if len(node.constraints) or node.pose is not None]


CONSTRAINT_PARTS = Parts("constraint", _keys, _nodes)


def stack_of(place: Part) -> Any:
    """The constraints of an object or, when the part names one, of a bone."""
    return place.owner.pose.bones[place.key].constraints if place.key else place.owner.constraints


def constraint_of(part: Part) -> Any:
    """Blender's constraint."""
    bone, _, name = part.key.partition("\n")
    return stack_of(Part(part.owner, bone))[name]


def _bone(part: Part) -> str:
    return part.key.partition("\n")[0]


class ConstraintTarget(Target):
    """A constraint for the length of a call: its object, and its name, which a write may change."""

    @property
    def it(self) -> Any:
        """Blender's constraint."""
        return constraint_of(self.part)

    @property
    def kind(self) -> str:
        """Our word for its type."""
        return _WORDS.get(self.it.type, "other")


def _make(item: Item) -> ConstraintTarget:
    kind = item.pop("type")
    refuse_word("constraints", "type", kind)
    place = find_place(item.pop("source_id"))
    guard_nodes([place.owner])
    if kind == "ik" and not place.key:
        raise NotSupportedError(
            "Blender's IK bends a chain of bones: `source_id` must be a joint", {"path": "source_id"}, ["ik_chains"]
        )
    name = checked_name(item.pop("name", None) or kind.replace("_", " ").title(), PART_BYTES)
    made = stack_of(place).new(_TYPES[kind])
    made.name = name
    if kind in ("aim", "look_at"):
        # As cameras and lights look, here and in every host.
        made.track_axis = "TRACK_NEGATIVE_Z"
    if kind == "look_at":
        made.up_axis = "UP_Y"
    target = ConstraintTarget(CONSTRAINT_PARTS.made(Part(place.owner, f"{place.key}\n{made.name}")))
    item.setdefault("maintain_offset", kind in _OFFSETS and item.get("target_id") is not None)
    return target


def _all(parent: str | None) -> Iterable[ConstraintTarget]:
    if not parent:
        return [ConstraintTarget(part) for part in CONSTRAINT_PARTS.all()]
    place = find_place(parent)
    return [
        ConstraintTarget(part) for part in CONSTRAINT_PARTS.of(place.owner) if not place.key or _bone(part) == place.key
    ]


def _remove(targets: list[ConstraintTarget]) -> list[str]:
    ids = [CONSTRAINT_PARTS.id_of(target.part) for target in targets]
    for target in targets:
        stack_of(Part(target.part.owner, _bone(target.part))).remove(target.it)
    return ids


def _rename(target: ConstraintTarget, name: str) -> None:
    CONSTRAINT_PARTS.id_of(target.part)
    it = target.it
    it.name = checked_name(name, PART_BYTES)
    if it.name != name:
        raise ConflictError(f"`{target.part.owner.name}` has another constraint called `{name}`", {"path": "name"})
    target.part = Part(target.part.owner, f"{_bone(target.part)}\n{it.name}")


def _target_id(target: ConstraintTarget, _job: Job) -> Any:
    aim = getattr(target.it, "target", None)
    return None if aim is None else place_id(aim, getattr(target.it, "subtarget", ""))


def _set_target(target: ConstraintTarget, reference: str | None) -> None:
    it = target.it
    if not hasattr(it, "target"):
        raise NotSupportedError(f"a {it.type} constraint of Blender has no one target", {"path": "target_id"})
    place = find_place(reference) if reference else None
    if place is not None and target.kind == "path" and place.owner.type != "CURVE":
        raise InvalidParamsError(
            f"`{place.owner.name}` is not a curve, and a path is one", {"path": "target_id", "expected": "a curve"}
        )
    if place is not None and place.owner == target.part.owner and place.key == _bone(target.part):
        raise InvalidParamsError(f"`{place.owner.name}` cannot follow itself", {"path": "target_id"})
    it.target = place.owner if place else None
    if hasattr(it, "subtarget"):
        it.subtarget = place.key if place else ""


def _is_identity(matrix: Any) -> bool:
    return all(abs(matrix[row][column] - (row == column)) < 1e-6 for row in range(4) for column in range(4))


def _offset(target: ConstraintTarget, _job: Job) -> Any:
    it, kind = target.it, target.kind
    if kind == "parent":
        # With a target that stands in the origin to keep the difference and not to keep it are the same.
        return not _is_identity(it.inverse_matrix) or (it.target is not None and _is_identity(_goal(it)))
    if kind == "orientation":
        return it.mix_mode != "REPLACE"
    return bool(it.use_offset) if kind in _OFFSETS else (ABSENT if kind == "other" else False)


def _goal(it: Any) -> Any:
    """Where its target is in the world."""
    bone = getattr(it, "subtarget", "")
    return it.target.matrix_world @ it.target.pose.bones[bone].matrix if bone else it.target.matrix_world


def _set_offset(target: ConstraintTarget, keeps: bool) -> None:
    it, kind = target.it, target.kind
    if kind not in _OFFSETS:
        if keeps:
            raise NotSupportedError(
                f"Blender's {it.type} constraint keeps no difference to its target",
                {"path": "maintain_offset"},
                ["use a constraint of the type `parent`"],
            )
        return
    it.mute = True
    settle()
    world = target.part.owner.matrix_world.copy()
    it.mute = False
    if kind == "parent":
        _set_inverse(it, keeps)
        return
    if kind == "orientation":
        it.mix_mode = "BEFORE" if keeps else "REPLACE"
    else:
        it.use_offset = keeps
    if keeps and it.target is not None and not _bone(target.part) and it.target_space == "WORLD":
        _stay(target, world)


def _set_inverse(it: Any, keeps: bool) -> None:
    from mathutils import Matrix

    if keeps and it.target is None:
        raise InvalidParamsError("there is no target yet to keep the difference to", {"path": "maintain_offset"})
    it.inverse_matrix = _goal(it).inverted_safe() if keeps else Matrix.Identity(4)


def _stay(target: ConstraintTarget, world: Any) -> None:
    """Takes from the object's own transform what the target will add to it, so that it stays where it is."""
    from mathutils import Matrix

    node, it, kind = target.part.owner, target.it, target.kind
    place, turn, size = world.decompose()
    goal_place, goal_turn, goal_size = _goal(it).decompose()
    used = [axis for axis, name in enumerate("xyz") if getattr(it, f"use_{name}")]
    if kind == "point":
        for axis in used:
            place[axis] -= goal_place[axis] * it.influence
    elif kind == "scale_to":
        for axis in used:
            size[axis] /= goal_size[axis] or 1.0
    elif len(used) == 3:
        turn = goal_turn.inverted() @ turn
    own = Matrix.LocRotScale(place, turn, size)
    local = node.parent.matrix_world.inverted_safe() @ own if node.parent else own
    place, turn, size = local.decompose()
    values = {"position": list(place), "rotation": [turn.x, turn.y, turn.z, turn.w], "scale": list(size)}
    part = {"point": "position", "orientation": "rotation", "scale_to": "scale"}[kind]
    write_part(node, part, values[part])


def _skip(field: str) -> Field:
    def read(target: ConstraintTarget, _job: Job) -> Any:
        pattern = _AXES.get(target.kind, {}).get(field)
        return [a for a in "xyz" if not getattr(target.it, pattern.format(a))] if pattern else ABSENT

    def write(target: ConstraintTarget, axes: list[str]) -> None:
        pattern = _AXES.get(target.kind, {}).get(field)
        if pattern is None:
            have = ", ".join(kind for kind, fields in _AXES.items() if field in fields)
            raise NotSupportedError(
                f"a constraint of the type `{target.kind}` has no `{field}`; {have} have", {"path": field}
            )
        for axis in "xyz":
            setattr(target.it, pattern.format(axis), axis not in axes)

    return Field(read, write)


def _space(target: ConstraintTarget, _job: Job) -> Any:
    if target.kind in _SPACELESS:
        return "world"
    return {"LOCAL": "local", "LOCAL_WITH_PARENT": "local", "CUSTOM": "custom"}.get(target.it.target_space, "world")


def _set_space(target: ConstraintTarget, space: str) -> None:
    if target.kind in _SPACELESS:
        if space != "world":
            raise NotSupportedError(f"Blender's {target.it.type} works in world space only", {"path": "space"})
        return
    target.it.owner_space = target.it.target_space = space.upper()


def _custom_space(target: ConstraintTarget, _job: Job) -> Any:
    custom = target.it.space_object
    return node_id(custom) if custom is not None else None


def _set_custom_space(target: ConstraintTarget, reference: str | None) -> None:
    target.it.space_object = find_node(reference) if reference else None


def _plain(read: Callable[[Any], Any], write: Callable[[Any, Any], None]) -> Field:
    return Field(lambda target, _job: read(target.it), lambda target, value: write(target.it, value))


def _set_influence(it: Any, influence: float) -> None:
    it.influence = influence


def _set_active(it: Any, active: bool) -> None:
    it.mute = not active


#: In the order of writing: what the difference is kept in comes after what it depends on.
CONSTRAINT_FIELDS: dict[str, Field] = {
    "id": Field(lambda target, _job: CONSTRAINT_PARTS.id_of(target.part)),
    "name": Field(lambda target, _job: target.it.name, _rename),
    "type": Field(lambda target, _job: target.kind),
    "source_id": Field(lambda target, _job: place_id(target.part.owner, _bone(target.part))),
    "target_id": Field(_target_id, _set_target),
    "influence": _plain(lambda it: it.influence, _set_influence),
    "skip_translation": _skip("skip_translation"),
    "skip_rotation": _skip("skip_rotation"),
    "skip_scale": _skip("skip_scale"),
    "custom_space_id": Field(_custom_space, _set_custom_space),
    "space": Field(_space, _set_space),
    "maintain_offset": Field(_offset, _set_offset),
    "active": _plain(lambda it: not it.mute, _set_active),
    **lacks_of("constraints"),
}

CONSTRAINTS = Entity(
    plural="constraints",
    fields=CONSTRAINT_FIELDS,
    make=_make,
    find=lambda reference: ConstraintTarget(CONSTRAINT_PARTS.find(reference)),
    all=_all,
    remove=_remove,
    guard=lambda targets: guard_nodes([target.part.owner for target in targets]),
    settle=settle,
    places=lambda targets: CONSTRAINT_PARTS.places(target.part for target in targets),
)
