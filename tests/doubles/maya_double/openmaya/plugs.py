"""`MPlug`."""

from __future__ import annotations

from typing import Any

from maya_double import calls, evaluate, names, units
from maya_double.nodes import Plug
from maya_double.scene import scene

from .base import Api
from .measures import MAngle, MDistance, MTime
from .objects import Attribute_, MObject


class MPlug(Api):
    """An attribute of a node."""

    def __init__(self, source: Any = None, attribute: MObject | None = None) -> None:
        self.plug: Plug | None = None
        if isinstance(source, MPlug):
            self.plug = source.plug
        elif isinstance(source, MObject) and attribute is not None:
            self.plug = Plug(source.held, attribute.held.name)

    @classmethod
    def of(cls, plug: Plug | None) -> MPlug:
        """Of a plug of the scene; of none a null plug."""
        made = cls()
        made.plug = plug
        return made

    @property
    def _plug(self) -> Plug:
        calls.check_thread("MPlug")
        if self.plug is None:
            raise RuntimeError("(kFailure): The plug is null")
        return self.plug

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MPlug) and self.plug == other.plug

    def __hash__(self) -> int:
        return hash(self.plug)

    def __str__(self) -> str:
        return self.name()

    def name(self) -> str:
        """Its name with the node's."""
        return names.of_plug(self._plug) if self.plug is not None else ""

    def partialName(
        self,
        includeNodeName: bool = False,
        includeNonMandatoryIndices: bool = False,
        includeInstancedIndices: bool = False,
        useAlias: bool = False,
        useFullAttributePath: bool = False,
        useLongNames: bool = False,
    ) -> str:
        """Its name in parts as asked for."""
        plug = self._plug
        text = (plug.alias() if useAlias else "") or plug.path(useFullAttributePath, short=not useLongNames)
        return f"{names.name(plug.node)}.{text}" if includeNodeName else text

    def node(self) -> MObject:
        """Its node."""
        return MObject(self._plug.node)

    def attribute(self) -> MObject:
        """Its attribute."""
        return MObject(Attribute_(self._plug.node, self._plug.attr))

    @property
    def isNull(self) -> bool:
        """Whether it is of nothing."""
        return self.plug is None

    @property
    def isArray(self) -> bool:
        """Whether it is a whole multi."""
        return self._plug.array

    @property
    def isElement(self) -> bool:
        """Whether it is an element of one."""
        return self._plug.spec.multi and not self._plug.array

    @property
    def isCompound(self) -> bool:
        """Whether it has children."""
        return self._plug.spec.compound

    @property
    def isChild(self) -> bool:
        """Whether it is one."""
        return bool(self._plug.spec.parent)

    @property
    def isDynamic(self) -> bool:
        """Whether somebody added it."""
        return self._plug.spec.dynamic

    @property
    def isKeyable(self) -> bool:
        """Whether it is keyable."""
        return scene.mark(self._plug, "keyable")

    @property
    def isLocked(self) -> bool:
        """Whether it is locked."""
        from maya_double.commands.values import locked

        return locked(self._plug)

    @property
    def isConnected(self) -> bool:
        """Whether anything is connected to it."""
        return self.isSource or self.isDestination

    @property
    def isSource(self) -> bool:
        """Whether it is connected to something."""
        return bool(scene.targets(self._plug))

    @property
    def isDestination(self) -> bool:
        """Whether something is connected to it."""
        return scene.source(self._plug) is not None

    def source(self) -> MPlug:
        """What it is connected from."""
        return MPlug.of(scene.source(self._plug))

    def destinations(self) -> list[MPlug]:
        """What it is connected to."""
        return [MPlug.of(plug) for plug in scene.targets(self._plug)]

    def connectedTo(self, asDest: bool, asSrc: bool) -> list[MPlug]:
        """What it is connected with."""
        found = [self.source()] if asDest and self.isDestination else []
        return found + (self.destinations() if asSrc else [])

    def child(self, which: Any) -> MPlug:
        """A child by number or attribute."""
        children = self._plug.children()
        if isinstance(which, MObject):
            return MPlug.of(self._plug._replace(attr=which.held.name))
        return MPlug.of(children[which])

    def numChildren(self) -> int:
        """How many children it has."""
        return len(self._plug.spec.children)

    def parent(self) -> MPlug:
        """The compound that it is in."""
        return MPlug.of(self._plug.parent())

    def array(self) -> MPlug:
        """The multi that it is an element of."""
        return MPlug.of(self._plug._replace(index=self._plug.index[:-1]))

    def logicalIndex(self) -> int:
        """Its index in the multi."""
        return self._plug.index[-1]

    def numElements(self) -> int:
        """How many elements there are."""
        return len(scene.indices(self._plug))

    evaluateNumElements = numElements

    def getExistingArrayAttributeIndices(self) -> list[int]:
        """The indices that there are."""
        return scene.indices(self._plug)

    def elementByLogicalIndex(self, index: int) -> MPlug:
        """The element of an index; it need not be there yet."""
        return MPlug.of(self._plug.element(index))

    def elementByPhysicalIndex(self, number: int) -> MPlug:
        """The n-th element that there is."""
        return MPlug.of(self._plug.element(scene.indices(self._plug)[number]))

    def _value(self) -> Any:
        return evaluate.value(self._plug)

    def asDouble(self) -> float:
        """Its value, of an angle in radians."""
        return float(self._value())

    asFloat = asDouble

    def asInt(self) -> int:
        """Its value as a whole number."""
        return int(self._value())

    asShort = asChar = asInt

    def asBool(self) -> bool:
        """Its value as a truth."""
        return bool(self._value())

    def asString(self) -> str:
        """Its text."""
        return str(self._value() or "")

    def asMAngle(self) -> MAngle:
        """Its value as an angle."""
        return MAngle(self.asDouble(), MAngle.kRadians)

    def asMDistance(self) -> MDistance:
        """Its value as a length."""
        return MDistance(self.asDouble(), MDistance.kCentimeters)

    def asMTime(self) -> MTime:
        """Its value as a time."""
        return MTime(self.asDouble(), MTime.kSeconds)

    def _set(self, value: Any) -> MPlug:
        from maya_double.commands.values import settable

        plug = self._plug
        if not settable(plug):
            raise RuntimeError("(kFailure): Unexpected Internal Failure")
        # Of plugs too the API's changes are not in the undo queue.
        with scene.history.unrecorded():
            scene.write(plug, value)
        return self

    def setDouble(self, value: float) -> MPlug:
        """Sets its value, of an angle in radians."""
        return self._set(float(value))

    setFloat = setDouble

    def setInt(self, value: int) -> MPlug:
        """Sets a whole number."""
        return self._set(int(value))

    setShort = setChar = setInt

    def setBool(self, value: bool) -> MPlug:
        """Sets a truth."""
        return self._set(bool(value))

    def setString(self, value: str) -> MPlug:
        """Sets a text."""
        return self._set(str(value))

    def setMAngle(self, value: MAngle) -> MPlug:
        """Sets an angle."""
        return self._set(value.asRadians())

    def setMDistance(self, value: MDistance) -> MPlug:
        """Sets a length."""
        return self._set(value.asCentimeters())

    def setMTime(self, value: MTime) -> MPlug:
        """Sets a time."""
        return self._set(value.asUnits(MTime.kSeconds))


del units
