"""Several meshes made one, and one made several. Maya's polyUnite and polySeparate make new nodes of all of them; here
the first of them stays what it is, with its id, its place and what hangs on it."""

from __future__ import annotations

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.dispatch import Atomic
from scenewire.adapters.fields import Item, read_fields
from scenewire.adapters.maya import matrices
from scenewire.adapters.maya.components import ELEMENTS, Edit, mesh_now
from scenewire.adapters.maya.handles import Handle, give_name, guard, handle
from scenewire.adapters.maya.mesh_arrays import mesh_of, refuse_history
from scenewire.adapters.maya.mesh_materials import wear, worn
from scenewire.adapters.maya.mesh_whole import Whole, put_whole, read_whole
from scenewire.adapters.maya.meshes import MESH_FIELDS, rebuild
from scenewire.adapters.maya.naming import checked_name, shown
from scenewire.adapters.maya.nodes import NODE, find_typed, remove_nodes, shape_named
from scenewire.adapters.maya.shading_groups import INITIAL, shader_of
from scenewire.adapters.maya.transforms import world
from scenewire.adapters.maya.whole_parts import joined, moved, of_faces
from scenewire.adapters.mesh_elements import Chosen
from scenewire.errors import ConflictError, InvalidParamsError, NotSupportedError


def combine_meshes(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """The first takes the others in, or a copy of it copies of them."""
    made = [_combined(item) for item in items]
    return {"items": [read_fields(MESH_FIELDS, node, None, job) for node in made]}


def _combined(item: Item) -> Handle:
    nodes = [find_typed(reference, "mesh") for reference in item["mesh_ids"]]
    if len(nodes) < 2 or len(set(nodes)) < len(nodes):
        raise InvalidParamsError(
            "two or more different meshes can be combined",
            {"path": "mesh_ids", "expected": "two or more, each once", "got": item["mesh_ids"]},
        )
    if item.get("preserve_sub_meshes"):
        raise NotSupportedError(
            "a mesh of Maya has no material slots: faces with one material lie in one shading group",
            {"path": "preserve_sub_meshes", "got": True},
        )
    keep = bool(item.get("keep", False))
    if not keep:
        guard(nodes)
        _refuse_shared(nodes[0])
        refuse_history(shape_named(nodes[0].path))
    home = matrices.inverse(world(nodes[0].path))
    parts = [read_whole(mesh_of(node.path)) for node in nodes]
    if item.get("world_space", True):
        others = (moved(part, matrices.product(world(node.path), home)) for node, part in zip(nodes[1:], parts[1:]))
        parts = [parts[0], *others]
    groups = [group for node in nodes for group in _groups(node)]
    first = _copy(nodes[0], f"{shown(nodes[0].path)}_combined") if keep else nodes[0]
    _put(first, joined(parts), groups)
    if not keep:
        remove_nodes(nodes[1:])
    if item.get("name") is not None:
        give_name(first, item["name"])
    return first


def _refuse_shared(node: Handle) -> None:
    """Raises where other nodes show the same shape: they would get what is meant for one."""
    from maya import cmds

    owners = cmds.listRelatives(shape_named(node.path), allParents=True, fullPath=True) or ()
    if len(owners) > 1:
        raise ConflictError(
            f"{len(owners)} nodes show the mesh of `{node.name}`",
            {"id": NODE.id(node), "nodes": [str(owner) for owner in owners]},
            ["duplicate it first"],
        )


def _groups(node: Handle) -> list[str]:
    """The shading group of each face."""
    names, faces = worn(node.path)
    return [names[at] if at >= 0 else INITIAL for at in faces]


def _put(node: Handle, whole: Whole, groups: list[str]) -> None:
    """Makes a node show this, each face in its group; of what stays the ids go on."""
    with Edit(node):
        rebuild(node.path, whole.points, whole.connects, whole.counts)
        put_whole(node.path, whole)
        wear(node.path, groups or [INITIAL])


def _copy(node: Handle, name: str) -> Handle:
    """The node with what it shows, without what lies below it."""
    from maya import cmds

    (made,) = cmds.duplicate(node.path, returnRootsOnly=True, name=name)
    copy = handle(str(made))
    below = cmds.listRelatives(copy.path, children=True, type="transform", fullPath=True)
    if below:
        cmds.delete(below)
    return copy


def split_meshes(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """The mesh keeps the first part, and ids of what stays in it go on."""
    results = []
    for item in items:
        node, named = ELEMENTS.named_of(item)
        made = _split(node, item, named)
        results.append(
            {
                "original_mesh_id": NODE.id(node),
                "new_mesh_ids": [NODE.id(one) for one in made],
                "items": [read_fields(MESH_FIELDS, one, None, job) for one in (node, *made)],
            }
        )
    return {"items": results}


def _split(node: Handle, item: Item, named: Chosen) -> list[Handle]:
    method = item["method"]
    if named and method != "by_selection":
        raise InvalidParamsError("faces are named with `by_selection` only", {"path": "face_ids", "got": method})
    _refuse_shared(node)
    refuse_history(shape_named(node.path))
    parts = _PARTS[method](node, named)
    if len(parts) < 2:
        raise InvalidParamsError(
            f"`{node.name}` is one part by that",
            {"path": "method", "expected": "two parts or more", "got": len(parts)},
        )
    whole, groups = read_whole(mesh_of(node.path)), _groups(node)
    made = []
    for number, faces in enumerate(parts[1:], 1):
        copy = _copy(node, checked_name(_name(node, item, number, groups[faces[0]])))
        _put(copy, of_faces(whole, faces), [groups[face] for face in faces])
        made.append(copy)
    loose = set(range(len(whole.points))) - set(whole.connects)
    _put(node, of_faces(whole, parts[0], loose), [groups[face] for face in parts[0]])
    return made


def _name(node: Handle, item: Item, number: int, group: str) -> str:
    pattern = item.get("name_pattern", "{original}_part_{index}")
    material = "none" if group == INITIAL else shown(shader_of(group) or group)
    words = {"original": node.name, "index": str(number), "material": material}
    for word, meant in words.items():
        pattern = pattern.replace("{" + word + "}", meant)
    return str(pattern)


def _by_material(node: Handle, _named: Chosen) -> list[list[int]]:
    """The faces of each material, those without one last."""
    parts: dict[str, list[int]] = {group: [] for group in worn(node.path)[0] if group != INITIAL}
    for face, group in enumerate(_groups(node)):
        parts.setdefault(group, []).append(face)
    return [part for part in parts.values() if part]


def _by_selection(node: Handle, named: Chosen) -> list[list[int]]:
    count = mesh_now(node).count("face")
    chosen = set(named["face"]) if "face" in named else mesh_now(node).selected["face"]
    if not chosen or len(chosen) == count:
        raise InvalidParamsError(
            f"some of the {count} faces of `{node.name}` can be split off, not {len(chosen)} of them",
            {"path": "face_ids", "expected": f"1 to {count - 1} faces", "got": len(chosen)},
        )
    return [[face for face in range(count) if face not in chosen], sorted(chosen)]


def _by_unconnected(node: Handle, _named: Chosen) -> list[list[int]]:
    """The faces of each part that no edge joins to the others, by their first vertex."""
    whole = read_whole(mesh_of(node.path))
    above = list(range(len(whole.points)))

    def top(vertex: int) -> int:
        while above[vertex] != vertex:
            above[vertex] = above[above[vertex]]
            vertex = above[vertex]
        return vertex

    firsts, start = [], 0
    for count in whole.counts:
        corners = whole.connects[start : start + count]
        for corner in corners[1:]:
            low, high = sorted((top(corners[0]), top(corner)))
            above[high] = low
        firsts.append(corners[0])
        start += count
    parts: dict[int, list[int]] = {}
    for face, corner in enumerate(firsts):
        parts.setdefault(top(corner), []).append(face)
    return [parts[first] for first in sorted(parts)]


_PARTS = {"by_material": _by_material, "by_unconnected": _by_unconnected, "by_selection": _by_selection}

OPERATIONS: dict[str, Atomic] = {"combine_meshes": combine_meshes, "split_meshes": split_meshes}
