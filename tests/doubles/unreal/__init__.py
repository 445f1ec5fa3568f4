"""What code imports in Unreal's Python: here the double. What the stubs do not have is an AttributeError, as there."""

from __future__ import annotations

from typing import Any

from unreal_double import actors, files, lighting, materials, menus, meshes, rotating
from unreal_double.kinds import named
from unreal_double.library import EDITOR, FUNCTIONS
from unreal_double.transactions import ScopedEditorTransaction

#: Code that must know that it is no Unreal asks for this: nobody else has such a name.
IS_DOUBLE = True
DOMAINS = (actors, files, lighting, materials, menus, meshes, rotating)

actors.defaults()
EDITOR.open(files.UNSAVED)


def __getattr__(name: str) -> Any:
    if name in FUNCTIONS:
        return FUNCTIONS[name]
    if name == "ScopedEditorTransaction":
        return ScopedEditorTransaction
    return named(name)
