"""What a plug-in in Python registers with: `MFnPlugin`, `MPxCommand`, `MSyntax`, `MArgList`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from .. import calls, tables
from ..scene import scene
from .base import Api
from .objects import MObject

#: Commands that plug-ins registered.
REGISTERED: dict[str, Callable[[], Any]] = {}


def handle(path: Path) -> MObject:
    """What `initializePlugin` is given."""
    return MObject(path)


class MSyntax(Api):
    """The syntax of a command: the double hands arguments on as they are."""

    kInvalidArgType, kNoArg, kBoolean, kLong, kDouble, kString, kUnsigned, kDistance, kAngle, kTime, kSelectionItem = (
        range(11)
    )


class MArgList(Api):
    """The arguments of a command."""

    def __init__(self, values: tuple[Any, ...] = ()) -> None:
        self.values = values

    def __len__(self) -> int:
        return len(self.values)

    def asString(self, index: int) -> str:
        """One as text."""
        return str(self.values[index])

    def asInt(self, index: int) -> int:
        """One as a whole number."""
        return int(self.values[index])

    def asDouble(self, index: int) -> float:
        """One as a number."""
        return float(self.values[index])

    def asBool(self, index: int) -> bool:
        """One as a truth."""
        return bool(self.values[index])


class MPxCommand(Api):
    """A command of a plug-in: one that is undoable is a step of the undo queue."""

    _result: Any = None

    def doIt(self, args: MArgList) -> None:
        """Does it."""

    def redoIt(self) -> None:
        """Does it again."""

    def undoIt(self) -> None:
        """Takes it back."""

    def isUndoable(self) -> bool:
        """Whether it can be taken back; unless a command says so, it cannot."""
        return False

    def setResult(self, value: Any) -> None:
        """What the call gives."""
        self._result = value

    @staticmethod
    def clearResult() -> None:
        """Forgets the result."""


def run(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """A call of a command of a plug-in."""
    calls.check_thread(name)
    made = REGISTERED[name]()
    with scene.history.command(name):
        with scene.history.unrecorded():
            made.doIt(MArgList(args))
        if made.isUndoable():
            scene.history.perform(made.undoIt, made.redoIt)
    return made._result


class MFnPlugin(Api):
    """A plug-in while it registers or takes back what it brings."""

    def __init__(
        self, target: MObject, vendor: str = "Unknown", version: str = "Unknown", apiVersion: str = "Any"
    ) -> None:
        if not isinstance(target.held, Path):
            raise ValueError("(kInvalidParameter): Object is incompatible with this method")
        self.location, self._vendor, self._version = target.held, vendor, version

    def registerCommand(self, name: str, creator: Callable[[], Any], syntax: Any = None) -> MFnPlugin:
        """Adds a command to `maya.cmds`."""
        if name in REGISTERED or name in tables.commands():
            raise RuntimeError("(kFailure): Unexpected Internal Failure")
        REGISTERED[name] = creator
        return self

    def deregisterCommand(self, name: str) -> MFnPlugin:
        """Takes a command away."""
        if name not in REGISTERED:
            raise RuntimeError("(kFailure): Unexpected Internal Failure")
        del REGISTERED[name]
        return self

    def loadPath(self) -> str:
        """The folder of the plug-in."""
        return str(self.location.parent)

    def name(self) -> str:
        """The name of the plug-in."""
        return self.location.stem

    def vendor(self) -> str:
        """Who made it."""
        return self._vendor

    @property
    def version(self) -> str:
        """Which version it is."""
        return self._version

    def setVersion(self, version: str) -> None:
        """Says which version it is."""
        self._version = version
