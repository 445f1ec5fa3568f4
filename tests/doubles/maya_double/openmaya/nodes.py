"""Function sets of nodes: `MFnDependencyNode`, `MFnDagNode`, `MFnTransform`, and iterators over nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from maya_double import calls, graph, names, node_types, sets
from maya_double import transforms as moving
from maya_double.nodes import Node, Plug
from maya_double.scene import scene

from .base import Api
from .objects import Attribute_, MDagPath, MFn, MObject, MUuid, node_of
from .plugs import MPlug


class MFnBase(Api):
    """What all function sets share."""

    KIND = ""

    def __init__(self, target: Any = None) -> None:
        self.target: Node | None = None
        self.path: names.Path = ()
        if target is not None:
            self.setObject(target)

    def setObject(self, target: Any) -> Any:
        """Works on another object from here on."""
        node = node_of(target)
        if self.KIND and not node.isa(self.KIND):
            raise ValueError("(kInvalidParameter): Object is incompatible with this method")
        self.target = node
        self.path = target.path if isinstance(target, MDagPath) else names.path(node)
        return self

    @property
    def held(self) -> Node:
        """The node that it works on."""
        calls.check_thread(type(self).__name__)
        if self.target is None:
            raise RuntimeError("(kFailure): Object does not exist")
        return self.target

    def object(self) -> MObject:
        """The object that it works on."""
        return MObject(self.held)

    def hasObj(self, target: MObject) -> bool:
        """Whether it could work on an object."""
        return isinstance(target.held, Node) and (not self.KIND or target.held.isa(self.KIND))


class MFnDependencyNode(MFnBase):
    """Any node."""

    def create(self, kind: str, name: str | None = None) -> MObject:
        """Makes a node; undo knows nothing of it."""
        calls.check_thread("MFnDependencyNode.create")
        node_types.check(kind)
        with scene.history.unrecorded():
            made = graph.create(kind, name or "")
        self.setObject(MObject(made))
        return MObject(made)

    def name(self) -> str:
        """Its short name, with the namespace."""
        return self.held.name

    def absoluteName(self) -> str:
        """Its name from the root namespace on."""
        return f":{self.held.name}"

    def uniqueName(self) -> str:
        """The shortest name that leads to it alone."""
        return names.short(self.path)

    def hasUniqueName(self) -> bool:
        """Whether no other node has its name."""
        return len(scene.names.get(self.held.name, {})) == 1

    def setName(self, name: str) -> str:
        """Renames it; undo knows nothing of it."""
        with scene.history.unrecorded():
            return graph.rename(self.held, name)

    def uuid(self) -> MUuid:
        """What it keeps through every renaming."""
        return MUuid(self.held.uuid)

    @property
    def typeName(self) -> str:
        """Its type."""
        return self.held.kind

    @property
    def namespace(self) -> str:
        """Its namespace."""
        return self.held.name.rpartition(":")[0]

    @property
    def isLocked(self) -> bool:
        """Whether it is locked."""
        return bool(self.held.facts.get("locked"))

    @property
    def isFromReferencedFile(self) -> bool:
        """Whether it is of a referenced file."""
        return bool(self.held.facts.get("reference"))

    @property
    def isDefaultNode(self) -> bool:
        """Whether it is one of Maya's own."""
        return bool(self.held.facts.get("default"))

    @property
    def isShared(self) -> bool:
        """Whether it is shared among files."""
        return bool(self.held.facts.get("default"))

    def hasAttribute(self, name: str) -> bool:
        """Whether it has an attribute."""
        return names.lookup(self.held, name, "") is not None

    def attribute(self, which: Any) -> MObject:
        """An attribute by name or number."""
        if isinstance(which, int):
            return MObject(Attribute_(self.held, list(self.held.specs())[which].long))
        spec = names.lookup(self.held, which, "")
        return MObject(Attribute_(self.held, spec.long)) if spec is not None else MObject()

    def attributeCount(self) -> int:
        """How many attributes it has."""
        return len(list(self.held.specs()))

    def findPlug(self, which: Any, wantNetworkedPlug: bool) -> MPlug:
        """A plug by name or attribute."""
        if isinstance(which, MObject):
            return MPlug.of(Plug(self.held, which.held.name))
        found = names.plugs_of(self.held, which)
        if not found:
            raise RuntimeError("(kInvalidParameter): Cannot find item of required type")
        return MPlug.of(found[0])

    def getConnections(self) -> list[MPlug]:
        """Its plugs that are connected."""
        keys = dict.fromkeys([*self.held.inputs, *(key for key, targets in self.held.outputs.items() if targets)])
        return [MPlug.of(Plug(self.held, *key)) for key in keys]

    def getAliasList(self) -> tuple[tuple[str, str], ...]:
        """Aliases with what they stand for."""
        return tuple((alias, Plug(self.held, *key).path()) for alias, key in self.held.aliases.items())


class MFnDagNode(MFnDependencyNode):
    """Nodes of the DAG."""

    KIND = "dagNode"

    def create(self, kind: str, name: str | None = None, parent: MObject | None = None) -> MObject:
        """Makes a node below a parent; undo knows nothing of it."""
        calls.check_thread("MFnDagNode.create")
        node_types.check(kind)
        above = None if parent is None or parent.isNull() else node_of(parent)
        with scene.history.unrecorded():
            made = graph.create(kind, name or "", above)
        self.setObject(MObject(made))
        # Of a shape without a parent its new transform is given.
        owner = next(iter(made.parents), None)
        return MObject(owner if made.isa("shape") and above is None else made)

    def fullPathName(self) -> str:
        """Its full name."""
        return names.full(self.path)

    def partialPathName(self) -> str:
        """Its shortest name."""
        return names.short(self.path)

    def getPath(self) -> MDagPath:
        """The path to it."""
        return MDagPath.of(self.path)

    dagPath = getPath

    def getAllPaths(self) -> Any:
        """All paths to it."""
        return MDagPath.getAllPathsTo(self.object())

    def parentCount(self) -> int:
        """How many parents it has."""
        return len(self.held.parents)

    def parent(self, index: int) -> MObject:
        """A parent; of what is in the world the world, which is no node of the scene here."""
        found = sorted(self.held.parents, key=self.held.parents.__getitem__)[index]
        return MObject(found)

    def childCount(self) -> int:
        """How many children it has."""
        return len(self.held.children)

    def child(self, index: int) -> MObject:
        """A child."""
        return MObject(self.held.ordered_children()[index])

    def isInstanced(self, indirect: bool = True) -> bool:
        """Whether there is more than one path to it."""
        return len(names.paths(self.held)) > 1

    def instanceCount(self, total: bool) -> int:
        """How many paths there are."""
        return len(names.paths(self.held))

    def transformationMatrix(self) -> Any:
        """Its own matrix."""
        from .matrices import MMatrix

        return MMatrix(moving.local(self.held))

    @property
    def isIntermediateObject(self) -> bool:
        """Whether it is only there for its history."""
        return bool(self.held.values.get(("intermediateObject", ())))

    @property
    def boundingBox(self) -> Any:
        """The box around it in its own space."""
        from maya_double import linear, shapes

        from .vectors import MPoint

        low, high = shapes.bounds(self.path, linear.IDENTITY) or (linear.ORIGIN, linear.ORIGIN)
        return MBoundingBox(MPoint(low), MPoint(high))

    def getConnectedSetsAndMembers(self, instance: int, renderableSetsOnly: bool) -> tuple[Any, Any]:
        """The sets that it or parts of it are in, and which parts."""
        from .arrays import MObjectArray

        found, parts = [], []
        for group in sets.holding(self.held):
            if renderableSetsOnly and group.kind != "shadingEngine":
                continue
            for member in sets.members(group):
                if member.node is self.held:
                    found.append(MObject(group))
                    parts.append(MObject(member.component))
        return MObjectArray(found), MObjectArray(parts)


class MBoundingBox(Api):
    """A box."""

    def __init__(self, low: Any = None, high: Any = None) -> None:
        from .vectors import MPoint

        self.min, self.max = low or MPoint(), high or MPoint()

    @property
    def width(self) -> float:
        """Along x."""
        return float(self.max[0] - self.min[0])

    @property
    def height(self) -> float:
        """Along y."""
        return float(self.max[1] - self.min[1])

    @property
    def depth(self) -> float:
        """Along z."""
        return float(self.max[2] - self.min[2])

    @property
    def center(self) -> Any:
        """Its middle."""
        return (self.min + self.max) * 0.5


class MFnTransform(MFnDagNode):
    """Transforms."""

    KIND = "transform"

    def transformation(self) -> Any:
        """Its transform by parts."""
        from .matrices import MMatrix, MTransformationMatrix

        return MTransformationMatrix(MMatrix(moving.local(self.held)))

    def setTransformation(self, wanted: Any) -> MFnTransform:
        """Sets its transform; undo knows nothing of it."""
        with scene.history.unrecorded():
            moving.place(self.held, wanted.asMatrix().rows)
        return self

    def translation(self, space: int) -> Any:
        """Where it is."""
        from .objects import MSpace
        from .vectors import MVector

        if space == MSpace.kWorld:
            return MVector(moving.world(self.path)[12:15])
        return MVector(moving.vector(self.held.plug("translate")))

    def setTranslation(self, place: Any, space: int) -> MFnTransform:
        """Moves it; undo knows nothing of it."""
        from maya_double import linear

        from .objects import MSpace

        target = (place[0], place[1], place[2])
        if space == MSpace.kWorld:
            target = linear.point(target, linear.inverse(moving.above(self.path)))
        with scene.history.unrecorded():
            moving.write(self.held, "translate", target)
        return self


class MItDag(Api):
    """Goes through the DAG."""

    kInvalidType, kDepthFirst, kBreadthFirst = range(3)

    def __init__(self, order: int = 1, kind: int = 0) -> None:
        from maya_double.commands.listing import depth_first

        roots = [(root,) for root in scene.ordered_roots()]
        every = [path for root in roots for path in depth_first(root)]
        if order == self.kBreadthFirst:
            every.sort(key=len)
        self._left = [path for path in every if kind in (0, MFn.kInvalid) or MObject(path[-1]).hasFn(kind)]

    def __iter__(self) -> Iterator[MItDag]:
        while not self.isDone():
            yield self
            self.next()

    def isDone(self) -> bool:
        """Whether it is through."""
        return not self._left

    def next(self) -> MItDag:
        """Goes on."""
        self._left.pop(0)
        return self

    def currentItem(self) -> MObject:
        """Where it is."""
        return MObject(self._left[0][-1])

    def getPath(self) -> MDagPath:
        """The path to where it is."""
        return MDagPath.of(self._left[0])

    def fullPathName(self) -> str:
        """The full name of where it is."""
        return names.full(self._left[0])


class MItDependencyNodes(Api):
    """Goes through all nodes."""

    def __init__(self, kind: int = 0) -> None:
        self._left = [node for node in scene.ordered() if kind in (0, MFn.kInvalid) or MObject(node).hasFn(kind)]

    def __iter__(self) -> Iterator[MObject]:
        return (MObject(node) for node in self._left)

    def isDone(self) -> bool:
        """Whether it is through."""
        return not self._left

    def next(self) -> MItDependencyNodes:
        """Goes on."""
        self._left.pop(0)
        return self

    def thisNode(self) -> MObject:
        """Where it is."""
        return MObject(self._left[0])
