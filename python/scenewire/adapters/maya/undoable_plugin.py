"""A plug-in of Maya with one command, which does the edits of `undoable.py`. Maya loads this file by its path."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.maya.undoable import COMMAND, PENDING, RAISED

#: By this Maya knows that the plug-in speaks the Python API 2.0.
maya_useNewAPI = True


def _creator() -> Any:
    from maya.api import OpenMaya

    class ScenewireEdit(OpenMaya.MPxCommand):  # type: ignore[misc]
        """One edit."""

        def __init__(self) -> None:
            OpenMaya.MPxCommand.__init__(self)
            self._edit: Any = None

        def doIt(self, _arguments: Any) -> None:
            """Called once, when the command is run."""
            self._edit = PENDING.pop()
            self.redoIt()

        def redoIt(self) -> None:
            """Called again by a redo."""
            try:
                self._edit.do()
            except Exception as error:
                RAISED.append(error)
                raise

        def undoIt(self) -> None:
            """Called by an undo."""
            self._edit.undo()

        def isUndoable(self) -> bool:
            """Without this Maya would not keep it."""
            return True

    return ScenewireEdit()


def initializePlugin(plugin: Any) -> None:
    """Called by Maya when the plug-in is loaded."""
    from maya.api import OpenMaya

    OpenMaya.MFnPlugin(plugin, "Scenewire", "1.0").registerCommand(COMMAND, _creator)


def uninitializePlugin(plugin: Any) -> None:
    """Called by Maya when it is unloaded; steps that it has on the queue go with it."""
    from maya.api import OpenMaya

    OpenMaya.MFnPlugin(plugin).deregisterCommand(COMMAND)
