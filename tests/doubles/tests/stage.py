"""What official examples take for granted: objects that they name and do not make, or a selection."""

from __future__ import annotations

from typing import Any


def joints(cmds: Any, *names: str) -> None:
    """A chain of joints."""
    cmds.select(clear=True)
    for number, name in enumerate(names):
        cmds.joint(name=name, position=(0, 2 * number, 0.1 * (number % 2)))


def solids(cmds: Any, *names: str) -> None:
    """NURBS bodies, one by the name of each."""
    for number, name in enumerate(names):
        cmds.cone(name=name)
        cmds.move(number, 0, 0, name)


def animated(cmds: Any, *names: str) -> None:
    """Bodies with keys on their translation."""
    solids(cmds, *names)
    for name in names:
        for time in (1, 10, 20):
            cmds.setKeyframe(name, attribute=["translateX", "translateY"], time=time, value=time)


def blended(cmds: Any) -> None:
    """A selected polygon sphere with colours."""
    cmds.polySphere(name="ball")
    cmds.polyColorPerVertex("ball", rgb=(0.2, 0.4, 0.6))
    cmds.select("ball")


#: Name of an example -> what makes its stage.
STAGE: dict[str, Any] = {
    "aimConstraint": lambda c: solids(c, "cone1", "cube1", "surf2", "cube2", "surf3", "sph1", "sph2"),
    "parentConstraint": lambda c: solids(c, "cone1", "cube1", "surf2", "cube2", "surf3", "cone2", "sph1", "sph2"),
    "pointConstraint": lambda c: solids(c, "cone1", "cube1", "surf2", "cube2", "surf3", "cone2", "sph1", "sph2"),
    "orientConstraint": lambda c: solids(c, "cone1", "cube1", "surf2", "cube2", "surf3", "sph1", "sph2"),
    "scaleConstraint": lambda c: solids(c, "cone1", "cube1", "surf2", "cube2", "surf3", "sph1", "sph2"),
    "arclen": lambda c: c.curve(point=[(0, 0, 0), (1, 1, 0), (2, 0, 0), (3, 1, 0)]),
    "closeCurve": lambda c: [c.curve(point=[(0, 0, 0), (1, 1, 0), (2, 0, 0), (3, 1, 0)]) for _ in range(3)],
    "rebuildCurve": lambda c: c.curve(point=[(0, 0, 0), (1, 1, 0), (2, 0, 0), (3, 1, 0)]),
    "pointPosition": lambda c: c.curve(point=[(0, 0, 0), (1, 1, 0), (2, 0, 0), (3, 1, 0)]),
    "cutKey": lambda c: animated(c, "cube1", "nurbsSphere1"),
    "findKeyframe": lambda c: animated(c, "nurbsCone1", "nurbsSphere1"),
    "keyTangent": lambda c: animated(c, "nurbsSphere1"),
    "setInfinity": lambda c: animated(c, "cube1", "nurbsSphere1"),
    "setKeyframe": lambda c: solids(c, "nurbsSphere1", "mysteryObject"),
    "exactWorldBoundingBox": lambda c: solids(c, "sphere1", "cube1", "cone2", "cone1"),
    "expression": lambda c: solids(c, "a", "b", "c", "ball"),
    "hide": lambda c: solids(c, "body"),
    "ikHandle": lambda c: (
        joints(c, "joint1", "joint2", "joint3", "joint4", "joint5"),
        joints(c, "Hip", "Knee", "Ankle"),
    ),
    "listSets": lambda c: c.sphere(),
    "makeIdentity": lambda c: solids(c, "body"),
    "polyColorPerVertex": blended,
    "polyColorSet": blended,
    "polyCrease": blended,
    "polyEditUV": blended,
    "polyInfo": blended,
    "polyNormalPerVertex": blended,
    "polyUVSet": blended,
    "scale": lambda c: solids(c, "body"),
    "dgdirty": lambda c: c.group(empty=True, name="myNode"),
}
