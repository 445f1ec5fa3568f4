"""Handles of nodes and paths: `MObject`, `MObjectHandle`, `MDagPath`, `MSelectionList`, `MUuid`."""

from __future__ import annotations

import itertools
import uuid
from typing import Any

from maya_double import calls, names, tables
from maya_double.components import Component, Item
from maya_double.nodes import Node
from maya_double.scene import scene

from .base import Api


class _Numbers(type):
    """Constants of `MFn` from the published tables."""

    def __getattr__(cls, name: str) -> int:
        found = tables.api_numbers().get(name)
        if found is None:
            raise AttributeError(f"type object 'MFn' has no attribute '{name}'")
        return found


class MFn(metaclass=_Numbers):
    """The numbers of the types of objects."""


class MSpace:
    """The space that coordinates are in."""

    kInvalid, kTransform, kPreTransform, kPostTransform, kWorld, kLast = range(6)
    kObject = kPreTransform


#: Type of components -> the name of its constant.
COMPONENTS = {
    "vtx": "kMeshVertComponent",
    "e": "kMeshEdgeComponent",
    "f": "kMeshPolygonComponent",
    "vtxFace": "kMeshVtxFaceComponent",
    "map": "kMeshMapComponent",
    "cv": "kCurveCVComponent",
}


def constants(kind: str) -> list[str]:
    """The names of the constants that a type of node and those above it have."""
    return [tables.api_types()[one] for one in (kind, *tables.ancestors().get(kind, ())) if one in tables.api_types()]


class MObject(Api):
    """A handle of a node, a component, or of nothing."""

    kNullObj: Any = None

    def __init__(self, held: Any = None) -> None:
        self.held = held.held if isinstance(held, MObject) else held

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MObject) and self.held == other.held

    def __hash__(self) -> int:
        return hash(self.held)

    def isNull(self) -> bool:
        """Whether it stands for nothing."""
        return self.held is None

    @property
    def apiTypeStr(self) -> str:
        """The name of its constant."""
        if isinstance(self.held, Node):
            return constants(self.held.kind)[0] if constants(self.held.kind) else "kDependencyNode"
        if isinstance(self.held, Component):
            return COMPONENTS.get(self.held.kind, "kComponent")
        if isinstance(self.held, Attribute_):
            return "kAttribute"
        return "kInvalid"

    def apiType(self) -> int:
        """The number of its type."""
        return tables.api_numbers()[self.apiTypeStr]

    def hasFn(self, number: int) -> bool:
        """Whether function sets of a type work on it."""
        if isinstance(self.held, Node):
            found = [*constants(self.held.kind), "kDependencyNode", "kBase"]
            if self.held.dag:
                found.append("kDagNode")
            return any(tables.api_numbers()[name] == number for name in found)
        return self.apiType() == number


class Attribute_:
    """What an `MObject` of an attribute holds."""

    def __init__(self, node: Node, name: str) -> None:
        self.node, self.name = node, name

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Attribute_) and (self.node.kind, self.name) == (other.node.kind, other.name)

    def __hash__(self) -> int:
        return hash(self.name)


MObject.kNullObj = MObject()


def node_of(value: Any) -> Node:
    """The node that a handle or path is of; one that is gone is an error, where Maya would crash."""
    calls.check_thread("maya.api.OpenMaya")
    held = value.path[-1] if isinstance(value, MDagPath) and value.path else getattr(value, "held", None)
    if not isinstance(held, Node):
        raise ValueError("(kInvalidParameter): Object is incompatible with this method")
    if held not in scene.nodes:
        raise RuntimeError("(kInvalidParameter): Object does not exist")
    return held


class MObjectHandle(Api):
    """A handle that may outlive its node."""

    def __init__(self, target: MObject | None = None) -> None:
        self.target = target or MObject()

    def object(self) -> MObject:
        """The object, or a null one when it is gone."""
        return self.target if self.isValid() else MObject()

    def isAlive(self) -> bool:
        """Whether it is in memory: what undo could bring back is."""
        return not self.target.isNull()

    def isValid(self) -> bool:
        """Whether it is in the scene."""
        return isinstance(self.target.held, Node) and self.target.held in scene.nodes

    def hashCode(self) -> int:
        """A number of the object."""
        return id(self.target.held) & 0xFFFFFFFF

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MObjectHandle) and self.target == other.target

    def __hash__(self) -> int:
        return self.hashCode()


class MUuid(Api):
    """What a node keeps through every renaming."""

    def __init__(self, value: Any = "") -> None:
        self.text = str(value.text if isinstance(value, MUuid) else value).upper()

    def asString(self) -> str:
        """As text."""
        return self.text

    def generate(self) -> MUuid:
        """Makes itself a new one."""
        self.text = str(uuid.uuid4()).upper()
        return self

    def valid(self) -> bool:
        """Whether it is one."""
        try:
            return bool(uuid.UUID(self.text))
        except ValueError:
            return False

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MUuid) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __str__(self) -> str:
        return self.text


class MDagPath(Api):
    """A path of the DAG."""

    def __init__(self, source: MDagPath | None = None) -> None:
        self.path: names.Path = source.path if source is not None else ()

    @classmethod
    def of(cls, path: names.Path) -> MDagPath:
        """The path of nodes."""
        made = cls()
        made.path = path
        return made

    @staticmethod
    def getAPathTo(node: MObject) -> MDagPath:
        """The first path to a node."""
        return MDagPath.of(names.path(node_of(node)))

    @staticmethod
    def getAllPathsTo(node: MObject) -> Any:
        """All paths to a node."""
        from .arrays import MDagPathArray

        return MDagPathArray([MDagPath.of(path) for path in names.paths(node_of(node))])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MDagPath) and self.path == other.path

    def __hash__(self) -> int:
        return hash(self.path)

    def __str__(self) -> str:
        return self.fullPathName()

    def isValid(self) -> bool:
        """Whether it still leads to something."""
        return bool(self.path) and self.path in names.paths(self.path[-1]) and self.path[-1] in scene.nodes

    def fullPathName(self) -> str:
        """The full name."""
        return names.full(self.path) if self.path else ""

    def partialPathName(self) -> str:
        """The shortest name."""
        return names.short(self.path) if self.path else ""

    def node(self) -> MObject:
        """What it leads to."""
        return MObject(self.path[-1])

    def transform(self) -> MObject:
        """The lowest transform on it."""
        return MObject(next(node for node in reversed(self.path) if node.isa("transform")))

    def apiType(self) -> int:
        """The type of what it leads to."""
        return self.node().apiType()

    def hasFn(self, number: int) -> bool:
        """Whether function sets of a type work on it; on a transform also those of its one shape."""
        if self.node().hasFn(number):
            return True
        below = names.shapes_below(self.path)
        return len(below) == 1 and MObject(below[0][-1]).hasFn(number)

    def length(self) -> int:
        """How many nodes are on it."""
        return len(self.path)

    def pop(self, count: int = 1) -> MDagPath:
        """Takes nodes off its end."""
        self.path = self.path[: len(self.path) - count]
        return self

    def push(self, child: MObject) -> MDagPath:
        """Goes down to a child."""
        self.path = (*self.path, node_of(child))
        return self

    def extendToShape(self, number: int = 0) -> MDagPath:
        """Goes down to a shape."""
        if self.path[-1].isa("shape"):
            return self
        below = [(*self.path, child) for child in self.path[-1].ordered_children() if child.isa("shape")]
        if number >= len(below):
            raise RuntimeError("(kInvalidParameter): Object is incompatible with this method")
        self.path = below[number]
        return self

    def numberOfShapesDirectlyBelow(self) -> int:
        """How many shapes are directly below."""
        return sum(child.isa("shape") for child in self.path[-1].children)

    def childCount(self) -> int:
        """How many children there are."""
        return len(self.path[-1].children)

    def child(self, number: int) -> MObject:
        """A child."""
        return MObject(self.path[-1].ordered_children()[number])

    def inclusiveMatrix(self) -> Any:
        """From its space to the world."""
        from maya_double.transforms import world

        from .matrices import MMatrix

        return MMatrix(world(self.path))

    def exclusiveMatrix(self) -> Any:
        """From its parent's space to the world."""
        from maya_double.transforms import above

        from .matrices import MMatrix

        return MMatrix(above(self.path))

    def inclusiveMatrixInverse(self) -> Any:
        """From the world to its space."""
        return self.inclusiveMatrix().inverse()

    def exclusiveMatrixInverse(self) -> Any:
        """From the world to its parent's space."""
        return self.exclusiveMatrix().inverse()

    def instanceNumber(self) -> int:
        """Which instance it is."""
        return names.paths(self.path[-1]).index(self.path)

    def isInstanced(self) -> bool:
        """Whether there are other paths to the same node."""
        return len(names.paths(self.path[-1])) > 1

    def isVisible(self) -> bool:
        """Whether it and all above it is shown."""
        from maya_double.evaluate import value

        return all(bool(value(node.plug("visibility"))) for node in self.path)


class MSelectionList(Api):
    """A list of things."""

    kMergeNormal, kXORWithList, kRemoveFromList = range(3)

    def __init__(self, source: MSelectionList | None = None) -> None:
        self.items: list[Item] = list(source.items) if source is not None else []

    def add(self, target: Any, component: Any = True, mergeWithExisting: bool = True) -> MSelectionList:
        """Adds by name (with wildcards), by handle, path or plug; a name that fits nothing is an error."""
        calls.check_thread("MSelectionList.add")
        if isinstance(target, str):
            found = names.find(target)
            if not found:
                raise RuntimeError("(kInvalidParameter): Object does not exist")
            if len({item.node for item in found}) > 1 and "*" not in target:
                raise RuntimeError("(kInvalidParameter): The name matches more than one object")
        elif isinstance(target, tuple):
            found = [Item(target[0].path, None, target[1].held)]
        elif isinstance(target, MDagPath):
            held = component.held if isinstance(component, MObject) else None
            found = [Item(target.path, None, held)]
        elif isinstance(target, MUuid):
            if target.text not in scene.uuids:
                raise RuntimeError("(kInvalidParameter): Object does not exist")
            found = [Item(names.path(scene.uuids[target.text]))]
        elif isinstance(target, MObject):
            found = [Item(names.path(node_of(target)))]
        else:
            found = [Item(names.path(target.plug.node), target.plug)]
        self.items += [item for item in found if item not in self.items]
        return self

    def length(self) -> int:
        """How many there are."""
        return len(self.items)

    def isEmpty(self) -> bool:
        """Whether there is nothing."""
        return not self.items

    def clear(self) -> MSelectionList:
        """Takes all out."""
        self.items.clear()
        return self

    def remove(self, index: int) -> MSelectionList:
        """Takes one out."""
        del self.items[index]
        return self

    def _at(self, index: int) -> Item:
        if not 0 <= index < len(self.items):
            raise IndexError("(kInvalidParameter): The specified index is out of range")
        return self.items[index]

    def getDependNode(self, index: int) -> MObject:
        """The node of one."""
        return MObject(self._at(index).node)

    def getDagPath(self, index: int) -> MDagPath:
        """The path of one that is of the DAG."""
        item = self._at(index)
        if not item.node.dag:
            raise TypeError("item is not a DAG path")
        return MDagPath.of(item.path)

    def getComponent(self, index: int) -> tuple[MDagPath, MObject]:
        """The path to the shape, and the components."""
        item = self._at(index)
        if not item.node.dag:
            raise TypeError("item is not a component or a DAG path")
        return MDagPath.of(item.path), MObject(item.component)

    def getPlug(self, index: int) -> Any:
        """The plug of one."""
        from .plugs import MPlug

        item = self._at(index)
        if item.plug is None:
            raise TypeError("item is not a plug")
        return MPlug.of(item.plug)

    def getSelectionStrings(self, index: int | None = None) -> tuple[str, ...]:
        """Names of one, or of all."""
        chosen = self.items if index is None else [self._at(index)]
        return tuple(itertools.chain.from_iterable(names.of_item(item) for item in chosen))

    def hasItem(self, target: MObject | MDagPath) -> bool:
        """Whether it has a node or path."""
        return any(item.node is node_of(target) for item in self.items)
