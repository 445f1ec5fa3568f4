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
from scenewire.adapters.blender.nodes import find_typed
from scenewire.adapters.blender.undo import UNDO
from scenewire.adapters.topology_steps import MOST_REMEMBERED, Steps
from scenewire.errors import ConflictError, InvalidParamsError, NotFoundError, StaleIdError

KINDS = ("vertex", "edge", "face")
_ID = re.compile(r"(vertex|edge|face)_(\d+)_(\d+)_([0-9a-f]+)_(\d+)")
_NAME = re.compile(r"(.+)/(vertex|edge|face)/(\d+)")


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


_STEPS: dict[tuple[int, int], Steps] = {}
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


def find_component(kind: str, reference: str) -> Component:
    """The component of an id, or of `mesh/vertex/3`."""
    named = _NAME.fullmatch(reference)
    if named:
        return _numbered(find_typed(named[1], "mesh"), kind, named[2], int(named[3]), reference)
    match = _ID.fullmatch(reference)
    if match is None:
        raise NotFoundError(
            f"no {kind} has the id `{reference}`", {"id": reference}, [f"an id, or the number: `mesh/{kind}/0`"]
        )
    IDENTITY.refuse_stale(reference, int(match[2]))
    owner = IDENTITY.by_uid("node", int(match[3]))
    if owner is None or owner.type != "MESH":
        raise NotFoundError(f"the mesh of `{reference}` was deleted, or undone", {"id": reference})
    now = topology(owner)
    # A number that no such mesh has is not looked up in what is remembered.
    steps = _STEPS.get(_owner_key(owner), Steps())
    try:
        index = steps.follow(match[4], now, kind, int(match[5]))
    except IndexError:
        index = -1
    if index is None:
        raise StaleIdError(
            f"the vertices, edges or faces of `{owner.name}` have changed since `{reference}` was read",
            {"id": reference, "mesh": owner.name, "revision": now},
            [f"list them again, of `{owner.name}`"],
        )
    if index < 0:
        raise NotFoundError(f"the {kind} `{reference}` of `{owner.name}` was deleted or replaced", {"id": reference})
    return _numbered(owner, kind, match[1], index, reference)


def _numbered(owner: Any, wanted: str, kind: str, index: int, reference: str) -> Component:
    if kind != wanted:
        raise InvalidParamsError(f"`{reference}` is a {kind}, not a {wanted}", {"id": reference, "expected": wanted})
    count = len(elements(owner.data, kind))
    if index >= count:
        raise NotFoundError(
            f"`{owner.name}` has {count} of these, so no {kind} {index}",
            {"id": reference, "expected": f"0 to {count - 1}", "got": index},
        )
    return Component(owner, kind, index)


def all_components(kind: str, parent: str | None) -> list[Component]:
    """Those of one mesh, or of all of the scene."""
    import bpy

    owners = [find_typed(parent, "mesh")] if parent else [n for n in bpy.context.scene.objects if n.type == "MESH"]
    return [Component(owner, kind, index) for owner in owners for index in range(len(elements(owner.data, kind)))]


def mesh_node(reference: str) -> Any:
    """The mesh object of an id or name, when it can be edited now."""
    node = find_typed(reference, "mesh")
    if node.data.is_editmode:
        raise ConflictError(f"the artist is editing `{node.name}`", {"name": node.name}, ["leave Edit Mode"])
    return node


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
            steps = _STEPS.setdefault(_owner_key(self.node), Steps())
            steps.add(self._topology, topology(self.node), moved)


def owners_of(components: list[Component]) -> list[Any]:
    """The objects of components, each once."""
    return list({_owner_key(component.owner): component.owner for component in components}.values())


def same_mesh(owner: Any, components: list[Component]) -> None:
    """Raises when one of them is part of another mesh."""
    for component in components:
        if component.owner != owner:
            raise InvalidParamsError(
                f"`{component.name}` is not part of `{owner.name}`", {"path": "vertex_ids", "got": component.name}
            )
