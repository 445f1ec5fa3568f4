"""What the entities have in common that are constraints on bones: IK chains, spline IK, limits of joints."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scenewire.adapters.blender.bones import JOINTS, BoneTarget, armatures
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.naming import PART_BYTES, checked_name
from scenewire.adapters.blender.nodes import guard_nodes
from scenewire.adapters.blender.parts import Part, Parts
from scenewire.adapters.blender.rigs import find_rig
from scenewire.adapters.blender.skeleton import joint_of
from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.errors import ConflictError, InvalidParamsError


class OnBone(BoneTarget):
    """A constraint of a bone."""

    @property
    def it(self) -> Any:
        """Blender's constraint."""
        return self.pose.constraints[self.part.key.partition("\n")[2]]


class BoneConstraints:
    """The constraints of one type on bones, as an entity's functions."""

    def __init__(self, kind: str, types: tuple[str, ...], one_each: bool = False):
        self._types = types
        self._one_each = one_each
        self.parts = Parts(kind, self._keys, armatures)

    def _keys(self, node: Any) -> list[str]:
        found = []
        for bone in node.pose.bones if node.pose is not None else ():
            names = [one.name for one in bone.constraints if one.type in self._types]
            found += [f"{bone.name}\n{name}" for name in (names[:1] if self._one_each else names)]
        return found

    def make(self, rig: Any, bone: str, name: str, kind: str) -> OnBone:
        """Puts one on a bone."""
        guard_nodes([rig])
        checked_name(name, PART_BYTES)
        made = rig.pose.bones[bone].constraints.new(kind)
        made.name = name
        return OnBone(self.parts.made(Part(rig, f"{bone}\n{made.name}")))

    def id_of(self, target: OnBone) -> str:
        """The id of one."""
        return self.parts.id_of(target.part)

    def find(self, reference: str) -> OnBone:
        """That of an id or unique name."""
        return OnBone(self.parts.find(reference))

    def all(self, parent: str | None) -> Iterable[OnBone]:
        """Those of a rig, or all."""
        return [OnBone(part) for part in (self.parts.of(find_rig(parent)) if parent else self.parts.all())]

    def remove(self, targets: list[OnBone]) -> list[str]:
        """Takes them off."""
        ids = [self.id_of(target) for target in targets]
        for target in targets:
            target.pose.constraints.remove(target.it)
        return ids

    def common(self) -> dict[str, Field]:
        """`id` and `name`."""
        return {"id": Field(lambda target, _job: self.id_of(target)), "name": Field(_name, self._rename)}

    def _rename(self, target: OnBone, name: str) -> None:
        self.id_of(target)
        checked_name(name, PART_BYTES)
        if name != target.it.name and name in target.pose.constraints:
            raise ConflictError(f"`{target.bone_name}` has another constraint called `{name}`", {"path": "name"})
        target.it.name = name
        target.part = Part(target.rig, f"{target.bone_name}\n{name}")

    def entity(self, plural: str, fields: dict[str, Field], make: Any, remove: Any = None) -> Entity:
        """The entity over these fields."""
        return Entity(
            plural=plural,
            fields=fields,
            make=make,
            find=self.find,
            all=self.all,
            remove=remove or self.remove,
            guard=lambda targets: guard_nodes([target.rig for target in targets]),
            settle=settle,
            places=lambda targets: self.parts.places(target.part for target in targets),
        )


def _name(target: OnBone, _job: Job) -> str:
    return str(target.it.name)


def chain(target: OnBone) -> list[Any]:
    """The bones of the pose that it bends, from the first to the last."""
    bones = [target.pose, *target.pose.parent_recursive]
    return list(reversed(bones[: target.it.chain_count or None]))


def count_to(rig: Any, end: str, reference: str | None, path: str) -> int:
    """How many bones a chain to `end` has that starts at the joint of an id or name; 0 for all."""
    if reference is None:
        return 0
    start = joint_of(rig, reference, path)
    above = [rig.data.bones[end], *rig.data.bones[end].parent_recursive]
    names = [bone.name for bone in above]
    if start not in names:
        raise InvalidParamsError(
            f"`{start}` is not above `{end}`", {"path": path, "expected": f"one of {', '.join(names)}", "got": start}
        )
    return names.index(start) + 1


def start_field(path: str) -> Field:
    """The first joint of a chain."""

    def write(target: OnBone, reference: str) -> None:
        target.it.chain_count = count_to(target.rig, target.bone_name, reference, path)

    return Field(lambda target, _job: JOINTS.id_of(Part(target.rig, chain(target)[0].name)), write)


def bone_field() -> Field:
    """The joint that has the constraint."""
    return Field(lambda target, _job: JOINTS.id_of(Part(target.rig, target.bone_name)))


def _set_enabled(target: OnBone, enabled: bool) -> None:
    target.it.mute = not enabled


ENABLED = Field(lambda target, _job: not target.it.mute, _set_enabled)
COUNT = Field(lambda target, _job: len(chain(target)))


def plain(attribute: str) -> Field:
    """An attribute of Blender's constraint."""
    return Field(
        lambda target, _job: getattr(target.it, attribute), lambda target, value: setattr(target.it, attribute, value)
    )


def made_on(item: Item, field: str) -> Part:
    """The joint of a new constraint."""
    return JOINTS.find(item.pop(field))
