"""`MGlobal`."""

from __future__ import annotations

import sys
from typing import Any

from maya_double import names, tables
from maya_double.calls import Session
from maya_double.scene import scene

from .base import Api
from .objects import MSelectionList


class MGlobal(Api):
    """What is of the whole application."""

    kInteractive, kBatch, kLibraryApp, kBaseUIMode = range(4)
    kReplaceList, kXORWithList, kAddToList, kRemoveFromList, kAddToHeadOfList = range(5)

    @staticmethod
    def getSelectionListByName(name: str) -> MSelectionList:
        """What a name stands for."""
        return MSelectionList().add(name)

    @staticmethod
    def getActiveSelectionList(orderedSelectionIfAvailable: bool = False) -> MSelectionList:
        """What is selected."""
        found = MSelectionList()
        found.items = list(scene.selection())
        return found

    @staticmethod
    def setActiveSelectionList(chosen: MSelectionList, listAdjustment: int = 0) -> None:
        """Makes a list the selection."""
        scene.select(chosen.items)

    @staticmethod
    def mayaState() -> int:
        """Whether there is a window."""
        return MGlobal.kBatch if Session.batch else MGlobal.kInteractive

    @staticmethod
    def mayaVersion() -> str:
        """Which Maya it is."""
        return tables.VERSION

    @staticmethod
    def apiVersion() -> int:
        """Which API it is."""
        return int(tables.VERSION) * 10000

    @staticmethod
    def displayInfo(text: str) -> None:
        """Says something."""
        print(text, file=sys.stderr)

    @staticmethod
    def displayWarning(text: str) -> None:
        """Warns."""
        print(f"Warning: {text}", file=sys.stderr)

    @staticmethod
    def displayError(text: str) -> None:
        """Says what went wrong."""
        print(f"Error: {text}", file=sys.stderr)

    @staticmethod
    def isUndoing() -> bool:
        """Whether undo is at work: nothing of the caller's runs meanwhile."""
        return False

    @staticmethod
    def isYAxisUp() -> bool:
        """Whether y is up."""
        return bool(scene.get("up") == "y")

    @staticmethod
    def isZAxisUp() -> bool:
        """Whether z is up."""
        return bool(scene.get("up") == "z")

    @staticmethod
    def executeCommand(command: str, display: bool = False, undo: bool = False) -> Any:
        """Runs MEL, as far as the double knows it."""
        from maya_double import mel

        return mel.evaluate(command)


assert names
