"""Joints. What a joint is turned by at rest is its `jointOrient`, in its pose its `rotate`, inside of the orient: these
are our `orientation` and `rotation`. Where it is at rest and where it is now are one `translate`.
Source: the node `joint` in Autodesk's reference, whose matrix is `S RO R JO IS T`.
"""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.host_colors import opaque
from scenewire.adapters.maya import matrices, rotations
from scenewire.adapters.maya.attributes import connect, get, put
from scenewire.adapters.maya.handles import Handle, delete, give_name, guard, handle, handles, places, settle
from scenewire.adapters.maya.lacks import lacks_of, refuse_word
from scenewire.adapters.maya.naming import checked_name, refuse_referenced, shown
from scenewire.adapters.maya.nodes import NODE_FIELDS, children_of, is_joint, node_id, parent_of
from scenewire.adapters.maya.rigs import JOINT, find_rig, joints_of, rig_of
from scenewire.adapters.maya.rotations import ORDERS, Row
from scenewire.adapters.maya.skin_weights import let_go
from scenewire.adapters.maya.transforms import order_of, world
from scenewire.errors import InvalidParamsError, NotSupportedError

_ATTRIBUTES = {"t": "translate", "r": "rotate", "s": "scale"}
_CHANNELS = {kind + axis: _ATTRIBUTES[kind] + axis.upper() for kind in "trs" for axis in "xyz"}


def find_joint(reference: str, rig: str | None = None, field: str = "parent_id") -> Handle:
    """The joint of an id, or of a name that is unique in the scene, or in one rig."""
    if rig is not None:
        own = [path for path in joints_of(rig) if shown(path) == reference]
        if len(own) == 1:
            return handle(own[0])
    found = JOINT.find(reference)
    if rig is not None and rig_of(found.path) != rig:
        raise InvalidParamsError(
            f"`{found.name}` is a joint of `{shown(rig_of(found.path))}`, not of `{shown(rig)}`", {"path": field}
        )
    return found


def _all(parent: str | None) -> list[Handle]:
    return handles(joints_of(find_rig(parent).path)) if parent else JOINT.all()


def make_joint(item: Item) -> Handle:
    """A new joint in the rig that the item names."""
    from maya import cmds

    rig = find_rig(item.pop("rig_id"))
    guard([rig])
    reference = item.pop("parent_id", None)
    above = find_joint(reference, rig.path).path if reference else rig.path
    name = checked_name(item.pop("name", None) or "Joint")
    made = handle(str(cmds.createNode("joint", name=name, parent=above, skipSelect=True)))
    if is_joint(above):
        # `createNode` leaves out what the joint tool connects.
        connect(f"{above}.scale", f"{made.path}.inverseScale")
    return made


def orientation_of(path: str) -> Row:
    """How the axes of a joint lie in those of its parent, at rest."""
    return rotations.of_angles([float(angle) for angle in get(path, "jointOrient")])


def _set_orientation(joint: Handle, turn: Row) -> None:
    put(joint.path, "jointOrient", *rotations.to_angles(turn), field="orientation")


def _axis(path: str) -> Row:
    return rotations.of_angles([float(angle) for angle in get(path, "rotateAxis")])


def _rotation(joint: Handle, _job: Any) -> Row:
    path = joint.path
    turned = rotations.of_angles([float(angle) for angle in get(path, "rotate")], order_of(path))
    return rotations.times(_axis(path), turned)


def set_rotation(joint: Handle, turn: Row) -> None:
    """Writes how a joint is turned within its orientation."""
    path = joint.path
    wanted = rotations.times(rotations.inverse(_axis(path)), rotations.unit(turn))
    put(path, "rotate", *rotations.to_angles(wanted, order_of(path)), field="rotation")


def _set_mode(joint: Handle, mode: str) -> None:
    refuse_word("joints", "rotation_mode", mode)
    if mode == order_of(joint.path):
        return
    turn = _rotation(joint, None)
    put(joint.path, "rotateOrder", ORDERS.index(mode), field="rotation_mode")
    set_rotation(joint, turn)


def rest_of(path: str) -> Row:
    """What takes a joint at rest into what it is below."""
    return matrices.composed([float(one) for one in get(path, "translate")], orientation_of(path), [1.0, 1.0, 1.0])


def _rest(path: str) -> Row:
    """What takes a joint at rest into its rig."""
    own, above = rest_of(path), parent_of(path)
    return matrices.product(own, _rest(above)) if above is not None and is_joint(above) else own


def _set_parent(joint: Handle, reference: str | None) -> None:
    """Its rest stays where it is, in whatever pose it and the others are."""
    path = joint.path
    rig = rig_of(path)
    above = find_joint(reference, rig).path if reference else rig
    if reference is None and is_joint(rig) and path != rig:
        raise NotSupportedError(
            f"the rig of `{joint.name}` is its topmost joint, beside which there is no place in it",
            {"path": "parent_id", "rig": rig},
            ["put the topmost joint into a rig first: set_parent"],
        )
    if f"{above}|".startswith(f"{path}|") and above != rig:
        raise InvalidParamsError(f"`{joint.name}` cannot be its own ancestor", {"path": "parent_id"})
    _move_below(joint, above)


def _move_below(joint: Handle, above: str | None) -> None:
    from maya import cmds

    path = joint.path
    if above in (parent_of(path), path):
        return
    refuse_referenced(path, "moved in the hierarchy")
    rest = _rest(path)
    if above is not None and is_joint(above):
        rest = matrices.product(rest, matrices.inverse(_rest(above)))
    cmds.parent(path, above, relative=True) if above else cmds.parent(path, world=True, relative=True)
    found = matrices.parts(rest)
    put(joint.path, "translate", *found["position"], field="parent_id")
    _set_orientation(joint, found["rotation"])


def remove_joints(targets: list[Handle]) -> list[str]:
    """Joints below one that goes are below its parent then, where they were at rest; other nodes where they are."""
    from maya import cmds

    ids = [JOINT.id(target) for target in targets]
    for target in targets:
        let_go(target.path)
        above = parent_of(target.path)
        for child in handles(children_of(target.path)):
            if is_joint(child.path):
                _move_below(child, above)
            else:
                cmds.parent(child.path, above) if above else cmds.parent(child.path, world=True)
        delete([target.path])
    return ids


def _parent(joint: Handle, _job: Job) -> str | None:
    above = parent_of(joint.path)
    return JOINT.id_of(above) if above is not None and is_joint(above) else None


def _children(joint: Handle, _job: Job) -> list[str]:
    return [JOINT.id_of(child) for child in children_of(joint.path) if is_joint(child)]


def _free_channels(joint: Handle, _job: Job) -> dict[str, bool]:
    from maya import cmds

    path = joint.path
    return {name: not cmds.getAttr(f"{path}.{plug}", lock=True) for name, plug in _CHANNELS.items()}


def _set_free_channels(joint: Handle, given: dict[str, bool]) -> None:
    for name, free in given.items():
        put(joint.path, _CHANNELS[name], field="channel_control", lock=not free)


#: Where the curve of sRGB turns into a line (IEC 61966-2-1): Maya shows colours of overrides as they are.
_LINE = 0.0031308


def _encoded(number: float) -> float:
    return 12.92 * number if number <= _LINE else 1.055 * number ** (1 / 2.4) - 0.055


def _decoded(number: float) -> float:
    return number / 12.92 if number <= 12.92 * _LINE else ((number + 0.055) / 1.055) ** 2.4


def _color(joint: Handle, _job: Job) -> list[float] | None:
    path = joint.path
    if not get(path, "overrideEnabled") or not get(path, "overrideRGBColors"):
        return None
    return [*(_decoded(float(number)) for number in get(path, "overrideColorRGB")), 1.0]


def _set_color(joint: Handle, color: list[float] | None) -> None:
    path = joint.path
    put(path, "overrideRGBColors", color is not None, field="color")
    if color is not None:
        numbers = [_encoded(number) for number in opaque(color, "color", "joints of Maya")]
        put(path, "overrideEnabled", True, field="color")
        put(path, "overrideColorRGB", *numbers, field="color", type="double3")
    elif not get(path, "overrideDisplayType"):
        put(path, "overrideEnabled", False, field="color")


def _plain(attribute: str, field: str, kind: Any) -> Field:
    return Field(
        lambda joint, _job: kind(get(joint.path, attribute)),
        lambda joint, value: put(joint.path, attribute, value, field=field),
    )


def _triple(attribute: str, field: str) -> Field:
    return Field(
        lambda joint, _job: [float(number) for number in get(joint.path, attribute)],
        lambda joint, value: put(joint.path, attribute, *value, field=field),
    )


#: In the order of writing: what may not be changed any more comes after what changes it.
FIELDS: dict[str, Field] = {
    "id": Field(lambda joint, _job: JOINT.id(joint)),
    "name": Field(lambda joint, _job: joint.name, give_name),
    "rig_id": Field(lambda joint, _job: node_id(rig_of(joint.path))),
    "rig_name": Field(lambda joint, _job: shown(rig_of(joint.path))),
    "parent_id": Field(_parent, _set_parent),
    "child_ids": Field(_children),
    "position": _triple("translate", "position"),
    "orientation": Field(lambda joint, _job: orientation_of(joint.path), _set_orientation),
    "rotation_mode": Field(lambda joint, _job: order_of(joint.path), _set_mode),
    "rotation": Field(_rotation, set_rotation),
    "scale": _triple("scale", "scale"),
    "matrix_world": Field(lambda joint, _job: matrices.to_columns(world(joint.path))),
    "visible": NODE_FIELDS["visible"],
    "locked": NODE_FIELDS["locked"],
    "color": Field(_color, _set_color),
    "segment_scale_compensate": _plain("segmentScaleCompensate", "segment_scale_compensate", bool),
    "joint_radius": _plain("radius", "joint_radius", float),
    **lacks_of("joints"),
    "metadata": NODE_FIELDS["metadata"],
    "channel_control": Field(_free_channels, _set_free_channels),
}

JOINTS = Entity(
    plural="joints",
    fields=FIELDS,
    make=make_joint,
    find=find_joint,
    all=_all,
    remove=remove_joints,
    guard=guard,
    settle=settle,
    places=places,
)
