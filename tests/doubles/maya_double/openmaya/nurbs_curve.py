"""`MFnNurbsCurve`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from maya_double import calls, graph, linear, nurbs, transforms
from maya_double.scene import scene

from .arrays import MDoubleArray, MPointArray
from .nodes import MFnDagNode
from .objects import MObject, MSpace, node_of
from .vectors import MPoint


class MFnNurbsCurve(MFnDagNode):
    """Curves."""

    KIND = "nurbsCurve"
    kInvalid, kOpen, kClosed, kPeriodic = range(4)

    def create(
        self,
        cvs: Sequence[Any],
        knots: Sequence[float],
        degree: int,
        form: int,
        is2D: bool,
        rational: bool,
        parent: MObject | None = None,
    ) -> MObject:  # type: ignore[override]
        """A new curve."""
        calls.check_thread("MFnNurbsCurve.create")
        if len(knots) != len(cvs) + degree - 1:
            raise RuntimeError("(kFailure): Unexpected Internal Failure")
        weights = tuple(float(p[3]) for p in cvs) if rational and len(cvs[0]) > 3 else ()
        made = nurbs.Curve(degree, form - 1, tuple((p[0], p[1], p[2]) for p in cvs), tuple(map(float, knots)), weights)
        above = None if parent is None or parent.isNull() else node_of(parent)
        with scene.history.unrecorded():
            node = graph.create("nurbsCurve", "", above)
            nurbs.store(node, made)
        self.setObject(MObject(node))
        return MObject(node if above is not None else next(iter(node.parents)))

    @property
    def curve(self) -> nurbs.Curve:
        """The curve as it is."""
        return nurbs.curve(self.held)

    @property
    def degree(self) -> int:
        """Its degree."""
        return self.curve.degree

    @property
    def form(self) -> int:
        """Open, closed or periodic."""
        return self.curve.form + 1

    @property
    def numCVs(self) -> int:
        """How many points it has, those of a periodic one twice."""
        return len(self.curve.points)

    @property
    def numSpans(self) -> int:
        """How many pieces it has."""
        return self.curve.spans

    @property
    def numKnots(self) -> int:
        """How many knots it has."""
        return len(self.curve.knots)

    @property
    def knotDomain(self) -> tuple[float, float]:
        """Its first and last parameter."""
        return self.curve.range

    def knots(self) -> MDoubleArray:
        """Its knots."""
        return MDoubleArray(self.curve.knots)

    def _matrix(self, space: int) -> linear.Matrix:
        return transforms.world(self.path) if space == MSpace.kWorld else linear.IDENTITY

    def cvPositions(self, space: int = MSpace.kObject) -> MPointArray:
        """Its points, with their weights."""
        matrix, made = self._matrix(space), self.curve
        weights = made.weights or (1.0,) * len(made.points)
        return MPointArray(MPoint(*linear.point(p, matrix), w) for p, w in zip(made.points, weights))

    def setCVPositions(self, points: Sequence[Any], space: int = MSpace.kObject) -> MFnNurbsCurve:
        """Moves its points; undo knows nothing of it."""
        back = linear.inverse(self._matrix(space)) if space == MSpace.kWorld else linear.IDENTITY
        with scene.history.unrecorded():
            nurbs.move(self.held, {n: linear.point(list(p), back) for n, p in enumerate(points)})
        return self

    def updateCurve(self) -> MFnNurbsCurve:
        """Says that the curve is another: here it is at once."""
        return self

    def length(self, tolerance: float = 0.001) -> float:
        """How long it is."""
        return nurbs.length(self.curve)

    def getPointAtParam(self, parameter: float, space: int = MSpace.kObject) -> MPoint:
        """The point at a parameter."""
        return MPoint(linear.point(nurbs.at(self.curve, parameter), self._matrix(space)))
