"""What tests of compounds share: a scene for each, pictures for the documentation, a failure at any of its atomics."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .catalogue import told
from .test_pictures import shows_something

PICTURES = Path(__file__).parents[3] / "docs" / "compounds"
SIZE = {"width": 480, "height": 270}

#: Every compound of the build under test, with the atomics that it is made of.
COMPOUNDS: dict[str, list[str]] = {
    operation["name"]: operation["made_of"] for operation in told()["operations"] if operation["made_of"]
}

#: Makes a scene and gives the arguments of a call that works in it.
Scene = Callable[[Any], dict[str, Any]]

# Makes the host's own dispatcher fail after so many atomics that change something: they are done, nothing is committed.
SABOTAGE = """
from scenewire.adapters import dispatch
if not hasattr(dispatch, "_whole"):
    dispatch._whole = dispatch.Dispatcher.perform
left = [{after}]
def perform(self, operation, arguments, job):
    result = dispatch._whole(self, operation, arguments, job)
    if operation in {parts!r}:
        left[0] -= 1
        if left[0] == 0:
            raise RuntimeError("forced by the test")
    return result
dispatch.Dispatcher.perform = perform
"""


def changing(name: str) -> list[str]:
    """The atomics of a compound that change something."""
    effects = {operation["name"]: operation["effect"] for operation in told()["operations"]}
    return [part for part in COMPOUNDS[name] if effects[part] != "read"]


def picture(call: Any, name: str, **settings: Any) -> None:
    """Renders the scene through its camera; with UPDATE=1 the picture of the documentation."""
    settings = {"engine": "workbench", **SIZE, **settings}
    result = call("render", timeout=300, **settings)
    image = bytes(result["image"])
    shows_something(image, settings["width"], settings["height"])
    if os.environ.get("UPDATE") and not call.host.window:
        PICTURES.mkdir(parents=True, exist_ok=True)
        (PICTURES / f"{name}.png").write_bytes(image)


def bust(call: Any) -> None:
    """A head on a pedestal, which has a front, a left and a right."""
    grey, brass = call(
        "create_materials",
        items=[
            {"name": "Plaster", "base_color": "#d8d4cc", "roughness": 0.7},
            {"name": "Stone", "base_color": "#5a6472"},
        ],
    )["ids"]
    call("create_nodes", items=[{"name": "Bust", "position": [0, 0, 0]}])
    parts = [
        {"name": "Pedestal", "kind": "cylinder", "radius": 0.7, "depth": 1, "position": [0, 0, 0.5]},
        {"name": "Head", "kind": "sphere", "radius": 0.6, "position": [0, 0, 1.5]},
        {"name": "Nose", "kind": "cone", "radius": 0.16, "depth": 0.45, "position": [0, -0.68, 1.45]},
        {"name": "Ear", "kind": "torus", "radius": 0.14, "position": [0.62, 0, 1.5]},
    ]
    for part in parts:
        part.update(parent_id="Bust", material_id=brass if part["name"] == "Pedestal" else grey)
    parts[2]["rotation"] = {"euler": [90, 0, 0]}
    parts[3]["rotation"] = {"euler": [0, 90, 0]}
    call("create_primitives", items=parts)
