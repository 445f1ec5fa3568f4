"""The second opinion on Unreal: every entity read with `unreal` alone, sharing no code with the adapter.

It is imported by the host, not by the tests. A function per entity takes the item as it was read (only its name and
those of what it belongs to are looked at) and gives what the level itself says, references as names.
"""

from __future__ import annotations

from typing import Any

import unreal

from . import core, model, rendering, shading
from .common import actors, label, layer_names, tags

DOMAINS = (core, model, rendering, shading)
ORACLES = {plural: oracle for domain in DOMAINS for plural, oracle in domain.ORACLES.items()}

__all__ = ["census", "look"]


def census() -> dict[str, Any]:
    """Every actor with its class, parent, layers and tags, and every layer: whatever came, went or stayed is in it."""
    found: dict[str, Any] = {f"layer {name}": None for name in layer_names()}
    for path in unreal.EditorAssetLibrary.list_assets("/Game/Scenewire/Materials"):
        found[path] = None
    for actor in actors():
        above = actor.get_attach_parent_actor()
        found[actor.get_path_name()] = [
            type(actor).__name__,
            label(actor),
            label(above) if above else None,
            [str(one) for one in actor.get_editor_property("layers")],
            tags(actor),
            [one.get_name() for one in actor.get_components_by_class(unreal.ActorComponent)],
        ]
    return found


def look(plural: str, item: dict[str, Any]) -> dict[str, Any]:
    """What the level says of one."""
    return dict(ORACLES[plural](item))
