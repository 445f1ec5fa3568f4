"""Ids of vertices, edges and faces: `<kind>_<epoch>_<mesh's number>_<topology>_<index>`. The topology is a checksum of
who is joined to whom, so it comes back with an undo, and shows a change that anybody made. What our own edits did is
remembered, and ids from before them go on; all others from before another topology are `stale_id`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from scenewire.adapters.mesh_elements import Elements
from scenewire.adapters.topology_steps import TopologySteps
from scenewire.adapters.usd.cages import cage_of
from scenewire.adapters.usd.handles import Handle, guard, handle, places
from scenewire.adapters.usd.identity import IDENTITY
from scenewire.adapters.usd.mesh_edits import STEPS
from scenewire.adapters.usd.naming import shown
from scenewire.adapters.usd.nodes import find_typed, node_id, node_type
from scenewire.adapters.usd.stage import STAGE
from scenewire.errors import NotFoundError

_ID = re.compile(r"(vertex|edge|face)_(\d+)_(\d+)_(\d+-[0-9a-f]+)_(\d+)")


@dataclass
class Component:
    """One of a mesh, by the mesh and its number; for the length of a call."""

    owner: Handle
    kind: str
    index: int

    @property
    def name(self) -> str:
        """`Cube/vertex/3`."""
        return f"{shown(self.owner.prim)}/{self.kind}/{self.index}"


def component_id(component: Component) -> str:
    """The id of a component in the mesh as it is now."""
    owner = component.owner
    return f"{component.kind}_{IDENTITY.epoch}_{owner.number}_{cage_of(owner).topology}_{component.index}"


def _followed(_kind: str, reference: str) -> tuple[Handle, str, int | None] | None:
    match = _ID.fullmatch(reference)
    if match is None:
        return None
    IDENTITY.refuse_stale(reference, int(match[2]))
    owner = Handle(int(match[3]))
    if IDENTITY.key(owner.number) is None or node_type(owner.prim) != "mesh":
        raise NotFoundError(f"the mesh of `{reference}` was deleted, or undone", {"id": reference})
    steps = STEPS.get((IDENTITY.epoch, owner.number), TopologySteps())
    return owner, match[1], steps.follow(match[4], cage_of(owner).topology, match[1], int(match[5]))


ELEMENTS: Elements[Handle, Component] = Elements(
    node=lambda reference: find_typed(reference, "mesh"),
    meshes=lambda: (handle(prim) for prim in STAGE.prims() if node_type(prim) == "mesh"),
    places=places,
    guard=guard,
    name=lambda owner: shown(owner.prim),
    node_id=lambda owner: node_id(owner.prim),
    revision=lambda owner: cage_of(owner).topology,
    count=lambda owner, kind: cage_of(owner).count(kind),
    one=Component,
    followed=_followed,
    id=component_id,
)
