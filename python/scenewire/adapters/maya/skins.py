"""Skins: skinClusters of meshes. A mesh has one, and what bends it are its influences: all joints of the rig when it
is bound, and whichever its weights name later. Source: `skinCluster` in Autodesk's reference.
"""

from __future__ import annotations

from array import array
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.maya.attributes import get, put
from scenewire.adapters.maya.handles import Handle, Kind, give_name, guard, handle, handles, places, settle
from scenewire.adapters.maya.joints import find_joint
from scenewire.adapters.maya.lacks import lacks_of
from scenewire.adapters.maya.metadata import METADATA
from scenewire.adapters.maya.naming import checked_name, refuse_referenced, shown
from scenewire.adapters.maya.nodes import find_typed, node_id, parent_of, shape_named
from scenewire.adapters.maya.rigs import JOINT, find_rig, joints_of, rig_of
from scenewire.adapters.maya.selection import kept_selection
from scenewire.adapters.maya.skin_weights import Weights, bound_in, limit, shape_of_skin
from scenewire.errors import ConflictError, InvalidParamsError

#: Of `skinningMethod`; the third is a blend of the two.
_CLASSIC, _DUAL = 0, 1
#: Of `normalizeWeights`: tools keep the sum at 1, or weights count as parts of whatever sum they have.
_INTERACTIVE, _POST = 1, 2
#: Of `nodeState`.
_NORMAL, _WITHOUT_EFFECT = 0, 1


def _paths() -> list[str]:
    from maya import cmds

    return [str(path) for path in cmds.ls(type="skinCluster") if shape_of_skin(path)]


def _holds(path: str) -> bool:
    from maya import cmds

    return cmds.nodeType(path) == "skinCluster" and shape_of_skin(path) is not None


SKIN = Kind("skin", _paths, _holds)


def _mesh(path: str) -> str:
    return parent_of(shape_of_skin(path) or "") or ""


def _make(item: Item) -> Handle:
    from maya import cmds

    mesh, rig = find_typed(item.pop("mesh_id"), "mesh"), find_rig(item.pop("rig_id"))
    guard([mesh])
    there = next((path for path in _paths() if _mesh(path) == mesh.path), None)
    if there is not None:
        raise ConflictError(
            f"`{mesh.name}` has a skin already, `{there}`", {"path": "mesh_id", "id": SKIN.id_of(there)}, ["update it"]
        )
    joints = _joints_of(rig)
    name = checked_name(item.pop("name", None) or "skinCluster")
    with kept_selection():
        (made,) = cmds.skinCluster(
            *joints, shape_named(mesh.path), toSelectedBones=True, obeyMaxInfluences=False, name=name
        )
    skin = handle(str(made))
    if "influences" not in item and "weight_table" not in item:
        # Maya gives weights by nearness, which nobody asked for.
        _set_influences(skin, [])
    return skin


def _joints_of(rig: Handle) -> list[str]:
    joints = joints_of(rig.path)
    if not joints:
        raise InvalidParamsError(
            f"`{rig.name}` has no joints to bind to", {"path": "rig_id", "expected": "a rig with joints"}
        )
    return joints


def _remove(targets: list[Handle]) -> list[str]:
    from maya import cmds

    ids = [SKIN.id(target) for target in targets]
    for target in targets:
        path = target.path
        refuse_referenced(path, "deleted")
        poses = cmds.listConnections(f"{path}.bindPose", source=True, destination=False, type="dagPose") or ()
        cmds.skinCluster(path, edit=True, unbind=True)
        idle = [pose for pose in poses if cmds.objExists(pose) and not bound_in(pose)]
        if idle:
            cmds.delete(idle)
    return ids


def _all(parent: str | None) -> list[Handle]:
    mesh = find_typed(parent, "mesh").path if parent else None
    return handles([path for path in _paths() if mesh is None or _mesh(path) == mesh])


def _rig(skin: Handle) -> str | None:
    joints = Weights(skin).joints
    return rig_of(joints[0]) if joints else None


def _rig_id(skin: Handle, _job: Job) -> Any:
    rig = _rig(skin)
    return node_id(rig) if rig else ABSENT


def _set_rig(skin: Handle, reference: str) -> None:
    """The joints of the other rig take the weights of those that are called like them."""
    from maya import cmds

    rig, before = find_rig(reference), Weights(skin)
    if rig.path == _rig(skin):
        return
    joints = _joints_of(rig)
    rows = before.rows()
    _add(skin, joints)
    for joint in before.joints:
        cmds.skinCluster(skin.path, edit=True, removeInfluence=joint)
    after = Weights(skin)
    names = [shown(joint) for joint in before.joints]
    columns = [names.index(shown(joint)) if shown(joint) in names else None for joint in after.joints]
    after.write([0.0 if at is None else row[at] for row in rows for at in columns])


def _add(skin: Handle, joints: list[str]) -> None:
    """Makes joints influences, each bound as it stands."""
    from maya import cmds

    for joint in joints:
        cmds.skinCluster(skin.path, edit=True, addInfluence=joint, weight=0)


def _names(joints: list[str]) -> list[str]:
    """What joints are called; those that are called alike by as much of their paths as tells them apart."""
    from maya import cmds

    short = [shown(joint) for joint in joints]
    return [name if short.count(name) == 1 else str(cmds.ls(joint)[0]) for name, joint in zip(short, joints)]


def _influences(skin: Handle, _job: Job) -> list[Item]:
    weights = Weights(skin)
    names, found = _names(weights.joints), []
    for at, row in enumerate(weights.rows()):
        told = {name: weight for name, weight in zip(names, row) if weight > 0.0}
        if told:
            found.append({"vertex_index": at, "weights": told})
    return found


def _set_influences(skin: Handle, given: list[Item]) -> None:
    rig, count = _rig(skin), _vertices(skin)
    rows: dict[int, dict[str, float]] = {}
    for one in given:
        at = one["vertex_index"]
        if at >= count:
            raise InvalidParamsError(
                f"`{shown(_mesh(skin.path))}` has {count} vertices, so no vertex {at}",
                {"path": "influences.vertex_index", "expected": f"0 to {count - 1}", "got": at},
            )
        rows[at] = {find_joint(joint, rig, "influences").path: weight for joint, weight in one["weights"].items()}
    weights = Weights(skin)
    new = dict.fromkeys(joint for row in rows.values() for joint in row if joint not in weights.joints)
    if new:
        # What they take of others is given back below.
        _add(skin, list(new))
        weights = Weights(skin)
    weights.write([rows.get(at, {}).get(joint, 0.0) for at in range(count) for joint in weights.joints])


def _vertices(skin: Handle) -> int:
    from maya import cmds

    return int(cmds.polyEvaluate(shape_of_skin(skin.path), vertex=True))


def _table(skin: Handle, job: Job) -> Any:
    flat = array("f", Weights(skin).read())
    return job.attach(flat, "f4", (len(flat),))


def _set_table(skin: Handle, given: Any) -> None:
    weights, count = Weights(skin), _vertices(skin)
    width = len(weights.joints)
    if len(given) != count * width:
        raise InvalidParamsError(
            f"{len(given)} weights for {count} vertices and {width} joints",
            {"path": "weight_table", "expected": count * width, "got": len(given)},
        )
    weights.write([float(weight) for weight in given])


def _limit(skin: Handle, _job: Job) -> Any:
    most = limit(skin.path)
    return ABSENT if most is None else most


def _set_limit(skin: Handle, most: int) -> None:
    put(skin.path, "maxInfluences", most, field="max_influence_count")
    put(skin.path, "maintainMaxInfluences", True, field="max_influence_count")


def _refuse_many(skins: list[Handle]) -> None:
    """Maya's tools would take from a vertex the least weights that are too many; here nobody is told of that."""
    for skin in skins:
        most = limit(skin.path)
        weights = Weights(skin)
        for at, row in enumerate(weights.rows() if most is not None else ()):
            count = sum(weight > 0 for weight in row)
            if most is not None and count > most:
                raise ConflictError(
                    f"the vertex {at} of `{shown(_mesh(skin.path))}` follows {count} joints, and {most} may move one",
                    {"path": "max_influence_count", "expected": count, "got": most},
                    ["give it fewer `influences`", f"a `max_influence_count` of {count}"],
                )


def _switch(attribute: str, on: int, off: int, field: str) -> Field:
    """A yes or no that is one of an attribute's numbers or another; a third one stays if written as it reads."""

    def write(skin: Handle, wanted: bool) -> None:
        if wanted != (get(skin.path, attribute) == on):
            put(skin.path, attribute, on if wanted else off, field=field)

    return Field(lambda skin, _job: get(skin.path, attribute) == on, write)


#: In the order of writing: the rig before the weights that name its joints, how many there may be before them.
FIELDS: dict[str, Field] = {
    "id": Field(lambda skin, _job: SKIN.id(skin)),
    "name": Field(lambda skin, _job: skin.name, give_name),
    "mesh_id": Field(lambda skin, _job: node_id(_mesh(skin.path))),
    "rig_id": Field(_rig_id, _set_rig),
    "joint_ids": Field(lambda skin, _job: [JOINT.id_of(joint) for joint in Weights(skin).joints]),
    "influences": Field(_influences, _set_influences, heavy=True),
    "weight_table": Field(_table, _set_table, heavy=True),
    "max_influence_count": Field(_limit, _set_limit),
    "normalize_weights": _switch("normalizeWeights", _POST, _INTERACTIVE, "normalize_weights"),
    "dual_quaternion_enabled": _switch("skinningMethod", _DUAL, _CLASSIC, "dual_quaternion_enabled"),
    "enabled": _switch("nodeState", _NORMAL, _WITHOUT_EFFECT, "enabled"),
    **lacks_of("skins"),
    "metadata": METADATA,
}

SKINS = Entity(
    plural="skins",
    fields=FIELDS,
    make=_make,
    find=SKIN.find,
    all=_all,
    remove=_remove,
    guard=guard,
    settle=settle,
    written=_refuse_many,
    places=places,
)
