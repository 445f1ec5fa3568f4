"""Ids of vertices, edges and faces, and the one way in which their number changes.

An id is `<kind>_<uuid of the mesh>_<revision>_<index>`, of an edge with the indices of its two vertices: Maya may count
edges otherwise while faces are the same. The revision is a checksum of who is joined to whom, so it
needs no record, comes back with an undo, and shows a change that anybody made. What `Edit` changed, by our own
operations, is remembered as old index to new one: an id from before leads to the same vertex after it, or says that
this one is gone. All other ids from before another topology are `stale_id`.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from types import TracebackType
from typing import Any

from scenewire.adapters.maya.followed import Shape, followed
from scenewire.adapters.maya.handles import Handle, guard, places
from scenewire.adapters.maya.identity import missing
from scenewire.adapters.maya.mesh_arrays import mesh_at
from scenewire.adapters.maya.mesh_materials import worn
from scenewire.adapters.maya.meshes import revision
from scenewire.adapters.maya.nodes import NODE, all_nodes, find_typed, shape_named
from scenewire.adapters.mesh_elements import KINDS, Elements
from scenewire.adapters.topology_steps import MOST_REMEMBERED, TopologySteps

#: What each is called in Maya's components.
WORDS = {"vertex": "vtx", "edge": "e", "face": "f"}
_ID = re.compile(r"(vertex|edge|face)_([0-9A-F-]{36})_(\d+-[0-9a-f]{8})_(\d+)(?:-(\d+))?")


class Mesh:
    """A mesh as it is: what its elements are read from is looked up once for all of them. OpenMaya's functions and
    iterators do not outlive a change by a command, so after one it is made anew."""

    def __init__(self, node: Handle) -> None:
        self.node = node
        self.shape = shape_named(node.path)
        self.it = mesh_at(self.shape)

    @cached_property
    def revision(self) -> str:
        """The checksum of its topology."""
        return revision(self.it)

    def count(self, kind: str) -> int:
        """How many vertices, edges or faces it has."""
        return int({"vertex": self.it.numVertices, "edge": self.it.numEdges, "face": self.it.numPolygons}[kind])

    def parts(self, kind: str, indices: Iterable[int]) -> list[str]:
        """Components of it by their names."""
        return [f"{self.shape}.{WORDS[kind]}[{index}]" for index in indices]

    @cached_property
    def vertices(self) -> Any:
        """Goes from vertex to vertex."""
        from maya.api import OpenMaya

        return OpenMaya.MItMeshVertex(self._path())

    @cached_property
    def faces(self) -> Any:
        """Goes from face to face."""
        from maya.api import OpenMaya

        return OpenMaya.MItMeshPolygon(self._path())

    def edge_between(self, ends: list[int | None]) -> int:
        """The edge that joins two vertices; -1 when none does."""
        count = self.count("vertex")
        if len(ends) != 2 or any(end is None or not 0 <= end < count for end in ends):
            return -1
        self.vertices.setIndex(ends[0])
        edges = map(int, self.vertices.getConnectedEdges())
        return next((edge for edge in edges if set(self.it.getEdgeVertices(edge)) == set(ends)), -1)

    def _path(self) -> Any:
        from maya.api import OpenMaya

        return OpenMaya.MGlobal.getSelectionListByName(self.shape).getDagPath(0)

    @cached_property
    def creases(self) -> dict[int, float]:
        """What Maya has as the crease of each edge that has one."""
        try:
            edges, creases = self.it.getCreaseEdges()
        except RuntimeError:
            # Maya's way of saying that there are none.
            return {}
        return dict(zip(map(int, edges), map(float, creases)))

    @cached_property
    def colors(self) -> Any:
        """The colour of each vertex in the current colour set; None without one."""
        name = self.it.currentColorSetName() if self.it.numColorSets else ""
        return self.it.getVertexColors(name) if name else None

    @cached_property
    def worn(self) -> tuple[list[str], list[int]]:
        """Its shading groups, and which of them each face lies in."""
        return worn(self.node.path)

    @cached_property
    def selected(self) -> dict[str, set[int]]:
        """The selected elements by kind."""
        from maya.api import OpenMaya

        types = {getattr(OpenMaya.MFn, f"kMesh{name}Component"): kind
                 for name, kind in (("Vert", "vertex"), ("Edge", "edge"), ("Polygon", "face"))}  # fmt: skip
        found: dict[str, set[int]] = {kind: set() for kind in KINDS}
        every = OpenMaya.MGlobal.getActiveSelectionList()
        own = (self.shape, self.node.path)
        for at in range(every.length()):
            try:
                path, component = every.getComponent(at)
            except TypeError:
                # A node without a place in space.
                continue
            if not component.isNull() and component.apiType() in types and path.fullPathName() in own:
                found[types[component.apiType()]].update(OpenMaya.MFnSingleIndexedComponent(component).getElements())
        return found


#: The meshes that this call has looked at since it changed something. Artists work between calls: each looks anew.
_NOW: dict[str, Mesh] = {}
#: The edits of meshes by their UUIDs, those of the mesh that was edited last at the end.
_STEPS: dict[str, TopologySteps] = {}
#: A session of many hours must not grow with the meshes that it has edited.
_MOST_MESHES = 32


def forget() -> None:
    """Called at the beginning of a call, and once something was written."""
    _NOW.clear()


def mesh_now(node: Handle) -> Mesh:
    """A mesh as it is."""
    if node.uuid not in _NOW:
        _NOW[node.uuid] = Mesh(node)
    return _NOW[node.uuid]


@dataclass
class Component:
    """One of a mesh, by its node and its number; for the length of a call."""

    owner: Handle
    kind: str
    index: int

    @property
    def mesh(self) -> Mesh:
        """What it is part of."""
        return mesh_now(self.owner)

    @property
    def name(self) -> str:
        """`pCube1/vertex/3`."""
        return f"{self.owner.name}/{self.kind}/{self.index}"

    @property
    def part(self) -> str:
        """What Maya calls it."""
        return self.mesh.parts(self.kind, [self.index])[0]

    @property
    def id(self) -> str:
        """Its id in the mesh as it is now."""
        number = str(self.index)
        if self.kind == "edge":
            number = "-".join(str(end) for end in sorted(self.mesh.it.getEdgeVertices(self.index)))
        return f"{self.kind}_{self.owner.uuid}_{self.mesh.revision}_{number}"


def _followed(kind: str, reference: str) -> tuple[Handle, str, int | None]:
    from maya import cmds

    match = _ID.fullmatch(reference)
    if match is None or not cmds.ls(match[2]):
        raise missing(kind, reference, [f"an id, or the number: `mesh/{kind}/0`"])
    node = find_typed(f"node_{match[2]}", "mesh")
    return node, match[1], _index_now(mesh_now(node), match)


def _index_now(mesh: Mesh, match: re.Match[str]) -> int | None:
    """The index of what an id was given for; -1 when it is gone, None when it cannot be told."""
    kind = "vertex" if match[1] == "edge" else match[1]
    steps = _STEPS.get(mesh.node.uuid, TopologySteps())
    found = [steps.follow(match[3], mesh.revision, kind, int(number)) for number in match.groups()[3:] if number]
    if match[1] != "edge" or None in found:
        return None if None in found else found[0]
    return mesh.edge_between(found)


class Edit:
    """Around what changes the topology of a mesh: `with Edit(node) as edit`. Afterwards ids from before lead where they
    led, `edit.moved` and `edit.new` tell what became of what was there and what is new, and what the artist selected
    still is.
    """

    def __init__(self, node: Handle) -> None:
        self.node = node
        self.new: dict[str, list[int]] = {}
        self.moved: dict[str, list[int]] = {}
        mesh = mesh_now(node)
        self._before = self.after = Shape.of(mesh.it)
        self._revision = mesh.revision
        self._selected = mesh.selected
        self._others = _selected_besides(mesh)

    def __enter__(self) -> Edit:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        forget()
        if error is not None:
            return
        mesh = mesh_now(self.node)
        self.after = Shape.of(mesh.it)
        self.moved = moved = followed(self._before, self.after)
        self.new = {kind: sorted(set(range(mesh.count(kind))) - set(moved[kind])) for kind in KINDS}
        self._select_again(mesh, moved)
        if sum(map(len, moved.values())) <= MOST_REMEMBERED:
            tables = {kind: array("i", numbers) for kind, numbers in moved.items()}
            _remember(self.node.uuid, self._revision, mesh.revision, tables)

    def _select_again(self, mesh: Mesh, moved: dict[str, list[int]]) -> None:
        from maya import cmds

        there = {kind: {moved[kind][old] for old in self._selected[kind]} - {-1} for kind in KINDS}
        names = [*self._others, *(part for kind in KINDS for part in mesh.parts(kind, sorted(there[kind])))]
        cmds.select(names, replace=True) if names else cmds.select(clear=True)


def _selected_besides(mesh: Mesh) -> list[str]:
    """What is selected and is no component of a mesh."""
    from maya import cmds

    own = (f"{mesh.shape}.", f"{mesh.node.path}.")
    return [str(name) for name in cmds.ls(selection=True, long=True) if not str(name).startswith(own)]


def _remember(uuid: str, before: str, after: str, moved: dict[str, array[int]]) -> None:
    steps = _STEPS.pop(uuid, TopologySteps())
    steps.add(before, after, moved)
    _STEPS[uuid] = steps
    if len(_STEPS) > _MOST_MESHES:
        del _STEPS[next(iter(_STEPS))]


ELEMENTS: Elements[Handle, Component] = Elements(
    node=lambda reference: find_typed(reference, "mesh"),
    meshes=lambda: all_nodes("mesh", None),
    places=places,
    guard=guard,
    name=lambda node: node.name,
    node_id=NODE.id,
    revision=lambda node: mesh_now(node).revision,
    count=lambda node, kind: mesh_now(node).count(kind),
    one=Component,
    followed=_followed,
    id=lambda component: component.id,
)
