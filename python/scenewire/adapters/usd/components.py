"""Ids of vertices, edges and faces: `<kind>_<epoch>_<mesh's number>_<topology>_<index>`. The topology is a checksum of
who is joined to whom, so it comes back with an undo, and shows a change that anybody made. What our own edits did is
remembered, and ids from before them go on; all others from before another topology are `stale_id`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from scenewire.adapters.topology_steps import TopologySteps
from scenewire.adapters.usd.cages import cage_of
from scenewire.adapters.usd.handles import Handle, handle
from scenewire.adapters.usd.identity import IDENTITY
from scenewire.adapters.usd.mesh_edits import STEPS
from scenewire.adapters.usd.naming import shown
from scenewire.adapters.usd.nodes import find_typed, node_type
from scenewire.adapters.usd.stage import STAGE
from scenewire.errors import InvalidParamsError, NotFoundError, StaleIdError

_ID = re.compile(r"(vertex|edge|face)_(\d+)_(\d+)_(\d+-[0-9a-f]+)_(\d+)")
_NAME = re.compile(r"(.+)/(vertex|edge|face)/(\d+)")


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


def find_component(kind: str, reference: str) -> Component:
    """The component of an id, or of `mesh/vertex/3`."""
    match = _ID.fullmatch(reference)
    if match is not None:
        return _numbered(*_followed(reference, match), kind, match[1], reference)
    named = _NAME.fullmatch(reference)
    if named is None:
        raise NotFoundError(
            f"no {kind} has the id `{reference}`", {"id": reference}, [f"an id, or the number: `mesh/{kind}/0`"]
        )
    return _numbered(find_typed(named[1], "mesh"), int(named[3]), kind, named[2], reference)


def _followed(reference: str, match: re.Match[str]) -> tuple[Handle, int]:
    """The mesh of an id, and the number that its component has now."""
    IDENTITY.refuse_stale(reference, int(match[2]))
    owner = Handle(int(match[3]))
    if IDENTITY.key(owner.number) is None or node_type(owner.prim) != "mesh":
        raise NotFoundError(f"the mesh of `{reference}` was deleted, or undone", {"id": reference})
    now = cage_of(owner).topology
    steps = STEPS.get((IDENTITY.epoch, owner.number), TopologySteps())
    try:
        index = steps.follow(match[4], now, match[1], int(match[5]))
    except IndexError:
        # No such mesh had that many.
        index = -1
    if index is None:
        name = shown(owner.prim)
        raise StaleIdError(
            f"the vertices, edges or faces of `{name}` have changed since `{reference}` was read",
            {"id": reference, "mesh": name, "revision": now},
            [f"list them again, of `{name}`"],
        )
    if index < 0:
        raise NotFoundError(f"what `{reference}` was of `{shown(owner.prim)}` was deleted", {"id": reference})
    return owner, index


def _numbered(owner: Handle, index: int, wanted: str, kind: str, reference: str) -> Component:
    if kind != wanted:
        raise InvalidParamsError(f"`{reference}` is a {kind}, not a {wanted}", {"id": reference, "expected": wanted})
    count = cage_of(owner).count(kind)
    if index >= count:
        raise NotFoundError(
            f"`{shown(owner.prim)}` has {count} of these, so no {kind} {index}",
            {"id": reference, "expected": f"0 to {count - 1}", "got": index},
        )
    return Component(owner, kind, index)


def meshes_of(parent: str | None) -> list[Handle]:
    """One mesh, or all of the stage."""
    if parent:
        return [find_typed(parent, "mesh")]
    return [handle(prim) for prim in STAGE.prims() if node_type(prim) == "mesh"]


def same_mesh(owner: Handle, components: list[Component]) -> None:
    """Raises when one of them is part of another mesh."""
    for component in components:
        if component.owner != owner:
            raise InvalidParamsError(
                f"`{component.name}` is not part of `{shown(owner.prim)}`",
                {"path": "vertex_ids", "got": component.name},
            )


def owners_of(components: list[Component]) -> list[Handle]:
    """The meshes of components, each once."""
    return list(dict.fromkeys(component.owner for component in components))
