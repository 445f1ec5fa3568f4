"""`MFnSkinCluster`. Source: `OpenMayaAnim.MFnSkinCluster` in Autodesk's Python API 2.0 reference.

Influences are counted as `influenceObjects` lists them ("physical" indices), not by their places in the node's arrays.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from maya_double import deforming, names, shapes
from maya_double.commands import skinning
from maya_double.components import Component
from maya_double.scene import scene

from .arrays import MDagPathArray, MDoubleArray
from .nodes import MFnDependencyNode
from .objects import MDagPath, MObject


class MFnSkinCluster(MFnDependencyNode):
    """Weights of points."""

    KIND = "skinCluster"

    def influenceObjects(self) -> MDagPathArray:
        """What moves points."""
        return MDagPathArray([MDagPath.of(names.path(one)) for one in deforming.influences(self.held).values()])

    def indexForInfluenceObject(self, influence: MDagPath) -> int:
        """The place of an influence in the node's arrays."""
        return skinning.index_of(self.held, influence.path[-1])

    def getWeights(self, shape: MDagPath, components: MObject, influences: Any = None) -> Any:
        """Weights, those of each point one after the other: of all influences, with their number, or of some."""
        chosen = self._places(influences)
        table = deforming.weights(self.held)
        found = MDoubleArray([table.get(point, {}).get(n, 0.0) for point in _points(shape, components) for n in chosen])
        return (found, len(chosen)) if influences is None else found

    def setWeights(
        self,
        shape: MDagPath,
        components: MObject,
        influences: Any,
        weights: Any,
        normalize: bool = True,
        returnOldWeights: bool = False,
    ) -> Any:
        """Writes weights of some influences, those of each point one after the other."""
        before = self.getWeights(shape, components, influences) if returnOldWeights else None
        chosen, points = self._places(influences), _points(shape, components)
        rows = [float(weights)] if isinstance(weights, (int, float)) else list(weights)
        if len(rows) == len(chosen):
            rows *= len(points)
        if len(rows) != len(chosen) * len(points):
            raise ValueError("(kInvalidParameter): The weights do not fit the components and influences")
        with scene.history.unrecorded():
            for at, point in enumerate(points):
                row = rows[at * len(chosen) : (at + 1) * len(chosen)]
                skinning.assign(self.held, point, dict(zip(chosen, row)), normalize)
        scene.touched()
        return before

    def _places(self, influences: Any) -> list[int]:
        table = list(deforming.influences(self.held))
        if influences is None:
            return table
        wanted = [influences] if isinstance(influences, int) else list(influences)
        if any(not 0 <= one < len(table) for one in wanted):
            raise ValueError("(kInvalidParameter): No such influence")
        return [table[one] for one in wanted]


def _points(shape: MDagPath, components: MObject) -> Sequence[int]:
    """The numbers of points; of nothing all of the shape."""
    if isinstance(components.held, Component):
        return components.held.numbers()
    return range(len(shapes.points(shape.path[-1])))
