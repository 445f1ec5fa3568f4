"""Weights of skinClusters between tables and OpenMaya. Source: `OpenMayaAnim.MFnSkinCluster` in Autodesk's reference.

Influences that are no joints (transforms, surfaces) keep what weights they have.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scenewire.adapters.maya.handles import Handle
from scenewire.adapters.maya.naming import shown
from scenewire.adapters.maya.nodes import is_joint, parent_of
from scenewire.adapters.maya.undoable import apply
from scenewire.errors import ConflictError


def shape_of_skin(path: str) -> str | None:
    """The mesh that a skinCluster bends; None for one that bends something else."""
    from maya import cmds

    found = cmds.skinCluster(path, query=True, geometry=True) or ()
    meshes = cmds.ls(list(found), type="mesh", long=True) if found else []
    return str(meshes[0]) if meshes else None


class Weights:
    """The weights of the joints of a skin: a row for each vertex, in it a number for each joint."""

    def __init__(self, skin: Handle) -> None:
        self._skin = skin
        paths = [str(one.fullPathName()) for one in self._fn().influenceObjects()]
        self._places = [place for place, path in enumerate(paths) if is_joint(path)]
        #: The joints that the columns are of.
        self.joints = [paths[place] for place in self._places]

    def _fn(self) -> Any:
        from maya.api import OpenMaya, OpenMayaAnim

        return OpenMayaAnim.MFnSkinCluster(OpenMaya.MGlobal.getSelectionListByName(self._skin.path).getDependNode(0))

    def _target(self) -> tuple[Any, Any]:
        """The shape, and all of its vertices."""
        from maya.api import OpenMaya

        shape = OpenMaya.MGlobal.getSelectionListByName(shape_of_skin(self._skin.path)).getDagPath(0)
        every = OpenMaya.MFnSingleIndexedComponent()
        components = every.create(OpenMaya.MFn.kMeshVertComponent)
        every.setCompleteData(OpenMaya.MFnMesh(shape).numVertices)
        return shape, components

    def read(self) -> list[float]:
        """All weights, one row after the other."""
        from maya.api import OpenMaya

        return list(self._fn().getWeights(*self._target(), OpenMaya.MIntArray(self._places)))

    def rows(self) -> list[list[float]]:
        """The same, row by row."""
        flat, width = self.read(), len(self.joints)
        return [flat[start : start + width] for start in range(0, len(flat), width or 1)]

    def write(self, flat: list[float]) -> None:
        """Makes these the weights as they are: Maya's tools would make the sum of each row 1."""
        apply(self._writer(flat), self._writer(self.read()))

    def _writer(self, flat: list[float]) -> Callable[[], None]:
        from maya.api import OpenMaya

        places, weights = OpenMaya.MIntArray(self._places), OpenMaya.MDoubleArray(flat)
        return lambda: self._fn().setWeights(*self._target(), places, weights, False)


def limit(path: str) -> int | None:
    """How many influences Maya's tools leave a vertex; None where they are not told to keep to a number."""
    from maya import cmds

    return int(cmds.getAttr(f"{path}.maxInfluences")) if cmds.getAttr(f"{path}.maintainMaxInfluences") else None


def bends(joint: str) -> list[str]:
    """The skinClusters that a joint is an influence of."""
    from maya import cmds

    found = cmds.listConnections(f"{joint}.worldMatrix", source=False, destination=True, type="skinCluster") or ()
    return list(dict.fromkeys(map(str, found)))


def bound_in(pose: str) -> list[str]:
    """The skinClusters that were bound in a pose."""
    from maya import cmds

    return list(cmds.listConnections(f"{pose}.message", source=False, destination=True, type="skinCluster") or ())


def let_go(joint: str) -> None:
    """Takes a joint that is about to go out of the skins that it bends: the others there share its weights."""
    from maya import cmds

    for skin in bends(joint):
        if len(cmds.skinCluster(skin, query=True, influence=True)) == 1:
            raise ConflictError(
                f"`{shown(joint)}` is all that the skin `{skin}` follows",
                {"path": "ids", "node": joint, "skin": skin},
                [f"delete the skin `{skin}` first", "or give its vertices to another joint"],
            )
        cmds.skinCluster(skin, edit=True, removeInfluence=joint)


def refuse_bound(joints: list[str]) -> None:
    """Raises when one of these joints bends a mesh."""
    for joint in joints:
        for skin in bends(joint):
            mesh = shown(parent_of(shape_of_skin(skin) or "") or skin)
            raise ConflictError(
                f"`{shown(joint)}` bends `{mesh}`, by the skin `{skin}`",
                {"path": "ids", "node": joint, "skin": skin},
                [f"delete the skin `{skin}` first"],
            )
