"""IK chains: handles of Maya's rotate plane solver. What a handle reaches for is a point constraint on it, what its
bend points to a pole vector constraint. Source: `ikHandle` in Autodesk's reference.

A handle bends the joints from its start to the one above its end, so that the end comes to lie where the handle is.
"""

from __future__ import annotations

import math
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.maya.attributes import get, put
from scenewire.adapters.maya.constraints import constrain, constraint_on, set_target, target_id
from scenewire.adapters.maya.handles import Handle, Kind, delete, give_name, guard, handle, handles, places, settle
from scenewire.adapters.maya.joints import find_joint
from scenewire.adapters.maya.lacks import lacks_of, refuse_word
from scenewire.adapters.maya.metadata import METADATA
from scenewire.adapters.maya.naming import checked_name, shown
from scenewire.adapters.maya.nodes import find_node, is_joint, parent_of
from scenewire.adapters.maya.rigs import JOINT, find_rig, rig_of
from scenewire.adapters.maya.selection import kept_selection
from scenewire.errors import InvalidParamsError

_SOLVERS = {"ikRPsolver": "analytic", "ikSCsolver": "analytic", "ikSpringSolver": "spring"}
#: The solver that lays joints along a curve, which is another entity.
SPLINE = "ikSplineSolver"


def solver_of(path: str) -> str:
    """The type of a handle's solver."""
    from maya import cmds

    found = cmds.ikHandle(path, query=True, solver=True)
    return str(cmds.nodeType(found)) if found else ""


def _paths() -> list[str]:
    from maya import cmds

    return [path for path in cmds.ls(type="ikHandle", long=True) if solver_of(path) != SPLINE]


def _holds(path: str) -> bool:
    from maya import cmds

    return cmds.nodeType(path) == "ikHandle" and solver_of(path) != SPLINE


IK_CHAIN = Kind("ik_chain", _paths, _holds)


def start_of(path: str) -> str:
    """The joint that a handle's chain begins with."""
    from maya import cmds

    return str(cmds.ls(cmds.ikHandle(path, query=True, startJoint=True), long=True)[0])


def end_of(path: str) -> str | None:
    """The joint that leads the effector."""
    from maya import cmds

    effector = cmds.ikHandle(path, query=True, endEffector=True)
    found = cmds.listConnections(f"{effector}.translateX", source=True, destination=False, type="joint")
    return str(cmds.ls(found[0], long=True)[0]) if found else None


def chain_of(path: str) -> list[str]:
    """The joints of a handle's chain, from its start to its end."""
    start, found = start_of(path), [end_of(path) or ""]
    while found[0] and found[0] != start:
        found.insert(0, parent_of(found[0]) or "")
    return found


def start_above(end: str, reference: str | None, field: str = "") -> str:
    """The start of a chain to this end: the joint that is named, or the topmost one; `field` is between the words of
    the fields that errors blame.
    """
    start = parent_of(end)
    if start is None or not is_joint(start):
        raise InvalidParamsError(
            f"`{shown(end)}` has no joint above it, and Maya's IK bends those", {"path": f"end_{field}id", "node": end}
        )
    if reference is None:
        while (above := parent_of(start)) is not None and is_joint(above):
            start = above
        return start
    start = find_joint(reference).path
    if not end.startswith(f"{start}|"):
        raise InvalidParamsError(
            f"`{shown(start)}` is not above `{shown(end)}`",
            {"path": f"start_{field}id", "expected": "a joint above the end"},
        )
    return start


def _make(item: Item) -> Handle:
    from maya import cmds

    end = find_joint(item.pop("end_id")).path
    start = start_above(end, item.pop("start_id", None))
    name = checked_name(item.pop("name", None) or "ikHandle")
    with kept_selection():
        made, _ = cmds.ikHandle(startJoint=start, endEffector=end, solver="ikRPsolver", name=name)
    return handle(str(made))


def _all(parent: str | None) -> list[Handle]:
    rig = find_rig(parent).path if parent else None
    return handles([path for path in _paths() if rig is None or rig_of(start_of(path)) == rig])


def _remove(targets: list[Handle]) -> list[str]:
    ids = [IK_CHAIN.id(target) for target in targets]
    delete([target.path for target in targets])
    return ids


def end_id(chain: Handle, _job: Job) -> Any:
    """The field that names the end of a handle's chain."""
    end = end_of(chain.path)
    return JOINT.id_of(end) if end else ABSENT


def _set_start(chain: Handle, reference: str) -> None:
    from maya import cmds

    end = end_of(chain.path)
    if end is not None:
        cmds.ikHandle(chain.path, edit=True, startJoint=start_above(end, reference))


def count(chain: Handle, _job: Job) -> Any:
    """How many joints a handle bends."""
    end = end_of(chain.path)
    return end.count("|") - start_of(chain.path).count("|") if end else ABSENT


def _leads(kind: str, field: str) -> Field:
    """What a constraint of this type has the handle follow."""

    def read(chain: Handle, job: Job) -> Any:
        found = constraint_on(chain.path, kind)
        return target_id(handle(found), job) if found else None

    def write(chain: Handle, reference: str | None) -> None:
        found = constraint_on(chain.path, kind)
        if reference is None:
            delete([found] if found else [])
            return
        target = find_node(reference).path
        end = end_of(chain.path) or ""
        if end == target or (f"{end}|".startswith(f"{target}|") and is_joint(target)):
            raise InvalidParamsError(f"`{shown(target)}` is what the chain bends", {"path": field, "got": reference})
        if found:
            set_target(handle(found), reference)
        else:
            constrain(kind, target, chain.path)

    return Field(read, write)


#: In the order of writing.
FIELDS: dict[str, Field] = {
    "id": Field(lambda chain, _job: IK_CHAIN.id(chain)),
    "name": Field(lambda chain, _job: chain.name, give_name),
    "end_id": Field(end_id),
    "start_id": Field(lambda chain, _job: JOINT.id_of(start_of(chain.path)), _set_start),
    "count": Field(count),
    "target_id": _leads("point", "target_id"),
    "solver_type": Field(
        lambda chain, _job: _SOLVERS.get(solver_of(chain.path), ABSENT),
        lambda _chain, word: refuse_word("ik_chains", "solver_type", word),
    ),
    "pole_target_id": _leads("pole", "pole_target_id"),
    "pole_angle": Field(
        lambda chain, _job: math.radians(get(chain.path, "twist")),
        lambda chain, angle: put(chain.path, "twist", math.degrees(angle), field="pole_angle"),
    ),
    "influence": Field(
        lambda chain, _job: float(get(chain.path, "ikBlend")),
        lambda chain, influence: put(chain.path, "ikBlend", influence, field="influence"),
    ),
    **lacks_of("ik_chains"),
    "metadata": METADATA,
}

IK_CHAINS = Entity(
    plural="ik_chains",
    fields=FIELDS,
    make=_make,
    find=IK_CHAIN.find,
    all=_all,
    remove=_remove,
    guard=guard,
    settle=settle,
    places=places,
)
