"""Where on the stage things go that have no place in space."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.usd.stage import STAGE


def place_for(name: str, kind: str = "Scope") -> Any:
    """The path of a prim of this name, made where there is none: below the default prim when the stage has one, for
    whoever references the stage gets that prim alone."""
    from pxr import Sdf

    default = STAGE.stage.GetDefaultPrim()
    path = (default.GetPath() if default else Sdf.Path.absoluteRootPath).AppendChild(name)
    if not STAGE.prim(path):
        STAGE.stage.DefinePrim(path, kind)
    return path
