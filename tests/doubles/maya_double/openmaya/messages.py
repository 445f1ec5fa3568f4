"""Callbacks: `MMessage`, `MEventMessage`, `MSceneMessage`, `MDGMessage`, `MNodeMessage`."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

from ..nodes import Node, Plug
from ..scene import scene
from .base import Api
from .measures import MTime
from .objects import MObject, node_of
from .plugs import MPlug

_ids = itertools.count(1)
_listeners: dict[int, Callable[[str, Any], None]] = {}


def listen(on: Callable[[str, Any], None]) -> int:
    """Hears of everything that happens in the scene."""
    number = next(_ids)
    _listeners[number] = on
    scene.listeners.append(on)
    return number


class MMessage(Api):
    """What all messages share."""

    @staticmethod
    def removeCallback(number: int) -> None:
        """Ends a callback."""
        if number not in _listeners:
            raise RuntimeError("(kInvalidParameter): no callback of this id")
        scene.listeners.remove(_listeners.pop(number))

    @staticmethod
    def removeCallbacks(numbers: list[int]) -> None:
        """Ends callbacks."""
        for number in numbers:
            MMessage.removeCallback(number)


#: What happens in the scene -> the names of Maya's events for it.
EVENTS = {
    "selection": ("SelectionChanged",), "time": ("timeChanged",), "undo": ("Undo",), "redo": ("Redo",),
    "new": ("NewSceneOpened",), "opened": ("SceneOpened",), "saved": ("SceneSaved",), "renamed": ("NameChanged",),
    "added": ("DagObjectCreated",), "idle": ("idle",), "imported": ("SceneImported",), "quit": ("quitApplication",),
    "reparented": ("Parented",),
}  # fmt: skip


class MEventMessage(MMessage):
    """Events by their names."""

    @staticmethod
    def getEventNames() -> list[str]:
        """The events that there are."""
        return [name for names in EVENTS.values() for name in names]

    @staticmethod
    def addEventCallback(event: str, function: Callable[[Any], Any], clientData: Any = None) -> int:
        """Calls a function at each event of a name."""
        if event not in MEventMessage.getEventNames():
            raise RuntimeError(f"(kInvalidParameter): no event {event!r}")

        def on(what: str, about: Any) -> None:
            dag = what != "added" or about.dag
            if event in EVENTS.get(what, ()) and dag:
                function(clientData)

        return listen(on)


class MSceneMessage(MMessage):
    """What happens to files."""

    (kSceneUpdate, kBeforeNew, kAfterNew, kBeforeImport, kAfterImport, kBeforeOpen, kAfterOpen, kBeforeFileRead,
     kAfterFileRead, kAfterSceneReadAndRecordEdits, kBeforeExport, kExportStarted, kAfterExport, kBeforeSave,
     kAfterSave) = range(15)  # fmt: skip
    kBeforeReference, kAfterReference, kMayaInitialized, kMayaExiting = 19, 20, 33, 34
    EVENTS = {kBeforeNew: "before new", kAfterNew: "new", kBeforeOpen: "before open", kAfterOpen: "opened",
              kBeforeSave: "before save", kAfterSave: "saved", kAfterImport: "imported", kMayaExiting: "quit"}  # fmt: skip

    @staticmethod
    def addCallback(message: int, function: Callable[[Any], Any], clientData: Any = None) -> int:
        """Calls a function at each happening of a sort."""
        wanted = MSceneMessage.EVENTS.get(message)
        if wanted is None:
            from .. import faults

            raise faults.NotModelled(f"MSceneMessage number {message}")

        def on(what: str, about: Any) -> None:
            if what == wanted:
                function(clientData)

        return listen(on)


class MDGMessage(MMessage):
    """What happens in the graph."""

    @staticmethod
    def _nodes(event: str, function: Callable[[MObject, Any], Any], kind: str, data: Any) -> int:
        def on(what: str, about: Any) -> None:
            if what == event and isinstance(about, Node) and about.isa(kind):
                function(MObject(about), data)

        return listen(on)

    @staticmethod
    def addNodeAddedCallback(
        function: Callable[[MObject, Any], Any], nodeType: str = "dependNode", clientData: Any = None
    ) -> int:
        """Calls a function for each new node of a type."""
        return MDGMessage._nodes("added", function, nodeType, clientData)

    @staticmethod
    def addNodeRemovedCallback(
        function: Callable[[MObject, Any], Any], nodeType: str = "dependNode", clientData: Any = None
    ) -> int:
        """Calls a function for each node that goes."""
        return MDGMessage._nodes("removed", function, nodeType, clientData)

    @staticmethod
    def addTimeChangeCallback(function: Callable[[MTime, Any], Any], clientData: Any = None) -> int:
        """Calls a function whenever the time is another."""

        def on(what: str, about: Any) -> None:
            if what == "time":
                function(MTime(about, MTime.kSeconds), clientData)

        return listen(on)

    @staticmethod
    def addConnectionCallback(function: Callable[[MPlug, MPlug, bool, Any], Any], clientData: Any = None) -> int:
        """Calls a function for each connection that is made or ends."""

        def on(what: str, about: Any) -> None:
            if what in ("connected", "disconnected"):
                function(MPlug.of(about[0]), MPlug.of(about[1]), what == "connected", clientData)

        return listen(on)


class MNodeMessage(MMessage):
    """What happens to nodes."""

    kConnectionMade, kConnectionBroken, kAttributeEval, kAttributeSet = 1, 2, 4, 8

    @staticmethod
    def addNameChangedCallback(
        node: MObject, function: Callable[[MObject, str, Any], Any], clientData: Any = None
    ) -> int:
        """Calls a function when a node, or any when it is null, is renamed."""
        wanted = None if node.isNull() else node_of(node)

        def on(what: str, about: Any) -> None:
            if what == "renamed" and wanted in (None, about[0]):
                function(MObject(about[0]), about[1], clientData)

        return listen(on)

    @staticmethod
    def addAttributeChangedCallback(
        node: MObject, function: Callable[[int, MPlug, MPlug, Any], Any], clientData: Any = None
    ) -> int:
        """Calls a function when an attribute of a node is set."""
        wanted = node_of(node)

        def on(what: str, about: Any) -> None:
            if what == "changed" and isinstance(about, Plug) and about.node is wanted:
                function(MNodeMessage.kAttributeSet, MPlug.of(about), MPlug(), clientData)

        return listen(on)
