"""Ids of vertices, edges and faces, and the one way in which their number changes.

An id is `<kind>_<epoch>_<object's uid>_<topology>_<index>`. The topology is a checksum of who is joined to whom, so it
needs no record, comes back with an undo, and shows a change that anybody made. What `Edit` changed, by our own
operations, is remembered as old index to new one: an id from before leads to the same vertex after it, or says that
this one is gone. All other ids from before another topology are `stale_id`.
"""

from __future__ import annotations

import re
import zlib
from array import array
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from scenewire.adapters.blender import context, mesh_versions, versions
from scenewire.adapters.blender.identity import IDENTITY
from scenewire.adapters.blender.mesh_arrays import read_edges, read_face_sizes, read_indices
from scenewire.adapters.blender.nodes import find_typed, guard_nodes, node_id
from scenewire.adapters.blender.parts import meshes
from scenewire.adapters.blender.undo import UNDO
from scenewire.adapters.mesh_elements import KINDS, Elements
from scenewire.adapters.topology_steps import MOST_REMEMBERED, TopologySteps
from scenewire.errors import ConflictError, NotFoundError

_ID = re.compile(r"(vertex|edge|face)_(\d+)_(\d+)_([0-9a-f]+)_(\d+)")


@dataclass
class Component:
    """One of a mesh, by its object and its number; for the length of a call."""

    owner: Any
    kind: str
    index: int

    @property
    def it(self) -> Any:
        """Blender's vertex, edge or face."""
        return elements(self.owner.data, self.kind)[self.index]

    @property
    def name(self) -> str:
        """`Cube/vertex/3`."""
        return f"{self.owner.name}/{self.kind}/{self.index}"


def elements(mesh: Any, kind: str) -> Any:
    """The vertices, edges or faces of a mesh."""
    return {"vertex": mesh.vertices, "edge": mesh.edges, "face": mesh.polygons}[kind]


_STEPS: dict[tuple[int, int], TopologySteps] = {}
_CHECKED: dict[tuple[int, int], tuple[Any, str]] = {}


def _owner_key(owner: Any) -> tuple[int, int]:
    return IDENTITY.epoch, versions.session_uid(owner)


def topology(owner: Any) -> str:
    """The checksum of who is joined to whom, computed when there may be another one."""
    key = _owner_key(owner)
    stamp, known = _CHECKED.get(key, (None, ""))
    if stamp == _stamp(owner.data):
        return known
    if owner.data.is_editmode:
        owner.update_from_editmode()
    known = _checksum(owner.data)
    _CHECKED[key] = (_stamp(owner.data), known)
    return known


def _stamp(mesh: Any) -> tuple[Any, ...]:
    """What is another one whenever the topology may be. As long as nobody changes the scene its revision stands, and
    reading costs no checksum; inside of a change, and in Edit Mode, what was known holds until the next settling."""
    moving = UNDO.open or mesh.is_editmode
    when = ("settled", context.settled) if moving else ("revision", UNDO.revision)
    counts = len(mesh.vertices), len(mesh.edges), len(mesh.loops), len(mesh.polygons)
    return (*when, versions.session_uid(mesh), *counts)


def _checksum(mesh: Any) -> str:
    """Of the memory itself where it can be had: of a million faces that takes 15 ms, their sizes alone take 70."""
    total = zlib.crc32(str(len(mesh.vertices)).encode())
    parts = (mesh.edges, 8, read_edges), (mesh.loops, 4, read_indices), (mesh.polygons, 4, read_face_sizes)
    for elements, size, read in parts:
        lying = mesh_versions.as_it_lies(elements, size)
        total = zlib.crc32(read(mesh) if lying is None else lying, total)
    return f"{total:08x}"


def component_id(component: Component) -> str:
    """The id of a component in the mesh as it is now."""
    epoch, uid = _owner_key(component.owner)
    return f"{component.kind}_{epoch}_{uid}_{topology(component.owner)}_{component.index}"


def _followed(_kind: str, reference: str) -> tuple[Any, str, int | None] | None:
    match = _ID.fullmatch(reference)
    if match is None:
        return None
    IDENTITY.refuse_stale(reference, int(match[2]))
    owner = IDENTITY.by_uid("node", int(match[3]))
    if owner is None or owner.type != "MESH":
        raise NotFoundError(f"the mesh of `{reference}` was deleted, or undone", {"id": reference})
    steps = _STEPS.get(_owner_key(owner), TopologySteps())
    return owner, match[1], steps.follow(match[4], topology(owner), match[1], int(match[5]))


def mesh_node(reference: str) -> Any:
    """The mesh object of an id or name, when it can be edited now."""
    node = find_typed(reference, "mesh")
    _refuse_edited(node)
    return node


def _refuse_edited(node: Any) -> None:
    if node.data.is_editmode:
        raise ConflictError(f"the artist is editing `{node.name}`", {"name": node.name}, ["leave Edit Mode"])


def _guard(nodes: list[Any]) -> None:
    guard_nodes(nodes)
    for node in nodes:
        _refuse_edited(node)


ELEMENTS: Elements[Any, Component] = Elements(
    node=lambda reference: find_typed(reference, "mesh"),
    meshes=meshes,
    places=IDENTITY.places,
    guard=_guard,
    name=lambda node: str(node.name),
    node_id=node_id,
    revision=topology,
    count=lambda node, kind: len(elements(node.data, kind)),
    one=Component,
    followed=_followed,
    id=component_id,
)


class Edit:
    """Changes a mesh through bmesh, without the mode of the artist: `with Edit(node) as edit`. Afterwards
    ids from before lead where they led, and `numbers` holds those of what was noted by `note`."""

    def __init__(self, node: Any):
        self.node = node
        self.shape: Any = None
        self._before: dict[str, list[Any]] = {}
        self._topology = ""
        self._noted: dict[str, list[Any]] = {}
        self.numbers: dict[str, list[int]] = {}

    def note(self, what: str, made: list[Any]) -> None:
        """Keeps elements, so that their numbers are known once the mesh is written."""
        self._noted.setdefault(what, []).extend(made)

    def __enter__(self) -> Edit:
        import bmesh

        self._topology = topology(self.node)
        self.shape = bmesh.new()
        self.shape.from_mesh(self.node.data)
        for kind in KINDS:
            self.sequence(kind).ensure_lookup_table()
        self._before = {kind: list(self.sequence(kind)) for kind in KINDS}
        return self

    def sequence(self, kind: str) -> Any:
        """bmesh's vertices, edges or faces."""
        return {"vertex": self.shape.verts, "edge": self.shape.edges, "face": self.shape.faces}[kind]

    def at(self, component: Component) -> Any:
        """bmesh's element of a component found before the edit."""
        return self._before[component.kind][component.index]

    def every(self, kind: str) -> list[Any]:
        """All elements as they were before the edit."""
        return self._before[kind]

    def subdivided(self) -> None:
        """Said after a subdivision, which takes no vertex away and yet makes Python's handles of them invalid."""
        now = {hash(vertex): vertex for vertex in self.shape.verts}
        self._before["vertex"] = [now[hash(vertex)] for vertex in self._before["vertex"]]

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self._write()
        finally:
            self.shape.free()

    def _write(self) -> None:
        mesh = self.node.data
        for kind in KINDS:
            self.sequence(kind).index_update()
        self.numbers = {what: [e.index for e in made if e.is_valid] for what, made in self._noted.items()}
        moved = {
            kind: array("i", [element.index if element.is_valid else -1 for element in before])
            for kind, before in self._before.items()
        }
        self.shape.to_mesh(mesh)
        mesh.update()
        _CHECKED.pop(_owner_key(self.node), None)
        if sum(map(len, moved.values())) <= MOST_REMEMBERED:
            steps = _STEPS.setdefault(_owner_key(self.node), TopologySteps())
            steps.add(self._topology, topology(self.node), moved)
