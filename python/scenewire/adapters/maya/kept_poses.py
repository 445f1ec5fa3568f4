"""What dagPose nodes keep: the local matrix of each member, by its place. Source: `dagPose` in Autodesk's reference.

In a rig joints are where those above them are; what a pose has nothing of is at rest there.
"""

from __future__ import annotations

from scenewire.adapters.maya import matrices
from scenewire.adapters.maya.attributes import get, put
from scenewire.adapters.maya.joints import rest_of
from scenewire.adapters.maya.nodes import is_joint, parent_of
from scenewire.adapters.maya.rotations import Row
from scenewire.adapters.maya.transforms import world

#: How far numbers of matrices that say the same may lie apart, as a part of their size.
_SAME = 1e-4


def members(pose: str) -> dict[str, int]:
    """The joints of a pose, and the place of each in it."""
    from maya import cmds

    told = cmds.listConnections(f"{pose}.members", source=True, destination=False, plugs=True, connections=True) or ()
    places = {}
    for own, source in zip(told[::2], told[1::2]):
        (path,) = cmds.ls(source.partition(".")[0], long=True)
        if is_joint(path):
            places[str(path)] = int(own[own.rindex("[") + 1 : -1])
    return dict(sorted(places.items(), key=lambda pair: pair[1]))


def read(pose: str) -> dict[str, Row]:
    """Where the joints of a pose are in their rig."""
    kept = {joint: [float(one) for one in get(pose, f"xformMatrix[{at}]")] for joint, at in members(pose).items()}
    found: dict[str, Row] = {}
    for joint in kept:
        placed(joint, kept, found)
    return {joint: found[joint] for joint in kept}


def placed(joint: str, local: dict[str, Row], found: dict[str, Row]) -> Row:
    """Where a joint is in its rig, by what is local to parents; ``found`` takes up what has been reckoned."""
    if joint not in found:
        above = parent_of(joint)
        own = local.get(joint) or rest_of(joint)
        found[joint] = matrices.product(own, placed(above, local, found)) if above and is_joint(above) else own
    return found[joint]


def locals_of(given: dict[str, Row]) -> dict[str, Row]:
    """The local matrices of joints that are at these places in their rig."""
    found = dict(given)
    made = {}
    for joint, matrix in given.items():
        above = parent_of(joint)
        back = matrices.inverse(placed(above, {}, found)) if above and is_joint(above) else None
        made[joint] = matrices.product(matrix, back) if back else matrix
    return made


def write(pose: str, local: dict[str, Row]) -> None:
    """The pose is of these joints, there, whatever it was of before."""
    from maya import cmds

    before = members(pose)
    gone, new = [joint for joint in before if joint not in local], [joint for joint in local if joint not in before]
    if gone:
        cmds.dagPose(*gone, remove=True, name=pose)
    if new:
        cmds.dagPose(*new, addToPose=True, selection=True, name=pose)
    found: dict[str, Row] = {}
    for joint, at in members(pose).items():
        put(pose, f"xformMatrix[{at}]", *local[joint], field="transforms", type="matrix")
        whole = matrices.product(placed(joint, local, found), _rig_world(joint))
        put(pose, f"worldMatrix[{at}]", *whole, field="transforms", type="matrix")


def _rig_world(joint: str) -> Row:
    """What takes what lies in a joint's rig into the world."""
    top = joint
    while (above := parent_of(top)) is not None and is_joint(above):
        top = above
    return world(above) if above is not None else matrices.identity()


def is_kept(joint: str, local: Row, scale_above: Row) -> bool:
    """Whether a joint can be there: it has a place, a turn and a scale, and no shear."""
    bare = list(local)
    if get(joint, "segmentScaleCompensate"):
        # Its own scale is what is left without that of the joint above.
        bare = [number * (scale_above[at % 4] if at % 4 < 3 and at < 12 else 1.0) for at, number in enumerate(local)]
    found = matrices.parts(bare)
    again = matrices.composed(found["position"], found["rotation"], found["scale"])
    size = max(1.0, *map(abs, bare))
    return min(map(abs, found["scale"])) > _SAME and all(abs(a - b) < _SAME * size for a, b in zip(bare, again))
