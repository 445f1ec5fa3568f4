"""Operations on nodes beyond CRUD: moving, parenting, properties by path, copies, names, metadata."""

from __future__ import annotations

import contextlib
import fnmatch
from collections.abc import Callable, Iterable
from typing import Any

from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.groups import find_group, group_id
from scenewire.adapters.blender.identity import IDENTITY
from scenewire.adapters.blender.materials import find_material, material_id
from scenewire.adapters.blender.metadata import read_metadata, write_metadata
from scenewire.adapters.blender.naming import rename as give_name
from scenewire.adapters.blender.nodes import NODE_FIELDS, find_node, guard_nodes, node_id, node_type
from scenewire.adapters.blender.properties import read_property, write_property
from scenewire.adapters.blender.textures import find_texture, texture_id
from scenewire.adapters.blender.transforms import write_part
from scenewire.adapters.blender.undo import UNDO
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item, read_fields, write_fields
from scenewire.errors import NotFoundError, NotSupportedError


def _read(nodes: Iterable[Any], job: Job) -> list[Item]:
    settle()
    return [read_fields(NODE_FIELDS, node, None, job) for node in nodes]


def _below(node: Any) -> list[Any]:
    """The node and all that lies under it."""
    return [node, *node.children_recursive]


def transform(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Each part by itself: first to a place, then by an offset."""
    nodes = [find_node(item["id"]) for item in items]
    guard_nodes(nodes)
    for node, item in zip(nodes, items):
        _transform(node, item)
    return {"items": _read(nodes, job)}


def _transform(node: Any, item: Item) -> None:
    from mathutils import Matrix, Quaternion, Vector

    settle()
    space = item.get("space", "world")
    # What the numbers count from: the world, or the parent.
    base = Matrix.Identity(4)
    if space != "world" or node.parent is None:
        frame = node.parent.matrix_world.inverted_safe() @ node.matrix_world if node.parent else node.matrix_world
    else:
        frame = node.matrix_world
        base = node.parent.matrix_world
    place, turn, size = frame.decompose()
    if "position" in item:
        place = Vector(item["position"])
    if "rotation" in item:
        turn = _quaternion(item["rotation"])
    if "scale" in item:
        size = Vector(item["scale"])
    if "position_offset" in item:
        offset = Vector(item["position_offset"])
        place = place + (turn @ offset if space == "local" else offset)
    if "rotation_offset" in item:
        by: Quaternion = _quaternion(item["rotation_offset"])
        turn = turn @ by if space == "local" else by @ turn
    if "scale_offset" in item:
        size = Vector(a * b for a, b in zip(size, item["scale_offset"]))
    local = base.inverted_safe() @ Matrix.LocRotScale(place, turn, size)
    place, turn, size = local.decompose()
    named = {name.partition("_")[0] for name in item}
    parts = {"position": list(place), "rotation": [turn.x, turn.y, turn.z, turn.w], "scale": list(size)}
    for part, value in parts.items():
        # A parent that is turned or scaled makes one part depend on the others.
        if part in named or (node.parent is not None and space == "world"):
            write_part(node, part, value)


def _quaternion(value: list[float]) -> Any:
    from mathutils import Quaternion

    x, y, z, w = value
    return Quaternion((w, x, y, z)).normalized()


def set_parent(*, items: list[Item], job: Job, maintain_world_transform: bool = True, on_error: str = "fail") -> Json:
    """Parents; without keeping the place in the world the local transform stays what it was."""
    nodes = [find_node(item["id"]) for item in items]
    guard_nodes(nodes)
    for node, item in zip(nodes, items):
        local = read_fields(NODE_FIELDS, node, ["position", "rotation", "scale"], job)
        write_fields(NODE_FIELDS, node, {"parent_id": item["parent_id"]})
        if not maintain_world_transform:
            write_fields(NODE_FIELDS, node, {part: local[part] for part in ("position", "rotation", "scale")})
    return {"items": _read(nodes, job)}


def get_children(*, ids: list[str], job: Job, recursive: bool = False, types: list[str] | None = None) -> Json:
    """The children of each, or all below it."""
    settle()
    found = []
    for node in (find_node(reference) for reference in ids):
        below = node.children_recursive if recursive else node.children
        chosen = [child for child in below if types is None or node_type(child) in types]
        found.append({"id": node_id(node), "child_ids": [node_id(child) for child in chosen]})
    return {"items": found}


def get_property(*, items: list[Item], job: Job, recursive: bool = False) -> Json:
    """The values of properties by path; of what is below a node too, where it has such a property."""
    settle()
    found = []
    for item in items:
        node = find_node(item["id"])
        found.append(_value(node, item["property_path"], job))
        for child in node.children_recursive if recursive else ():
            with contextlib.suppress(NotFoundError, NotSupportedError):
                found.append(_value(child, item["property_path"], job))
    return {"items": found}


def _value(node: Any, path: str, job: Job) -> Item:
    return {"id": node_id(node), "property_path": path, "value": read_property(node, path, job)}


def set_property(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Writes properties by path."""
    nodes = [find_node(item["id"]) for item in items]
    guard_nodes(nodes)
    for node, item in zip(nodes, items):
        write_property(node, item["property_path"], item["value"], job)
    settle()
    return {"items": [_value(node, item["property_path"], job) for node, item in zip(nodes, items)]}


def set_visibility(*, items: list[Item], job: Job, recursive: bool = False, on_error: str = "fail") -> Json:
    """Shows or hides."""
    return _set_flag("visible", items, recursive, job)


def set_locked(*, items: list[Item], job: Job, recursive: bool = False, on_error: str = "fail") -> Json:
    """Locks or unlocks."""
    return _set_flag("locked", items, recursive, job)


def _set_flag(field: str, items: list[Item], recursive: bool, job: Job) -> Json:
    plan = [(_below(node) if recursive else [node], item[field]) for item in items for node in [find_node(item["id"])]]
    changed = [node for nodes, _ in plan for node in nodes]
    guard_nodes(changed)
    for nodes, value in plan:
        for node in nodes:
            write_fields(NODE_FIELDS, node, {field: value})
    return {"items": _read(changed, job)}


def duplicate(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Copies; modifiers, constraints and custom properties go along, as do the groups that the original is in."""
    originals = [find_node(item["id"]) for item in items]
    guard_nodes([])
    copies = [_duplicate(node, item) for node, item in zip(originals, items)]
    read = _read(copies, job)
    return {"ids": [item["id"] for item in read], "items": read}


def _duplicate(node: Any, item: Item) -> Any:
    own_data = item.get("duplicate_dependencies", False)
    chosen = _below(node) if item.get("duplicate_children", True) else [node]
    made: dict[str, Any] = {}
    for original in chosen:
        copy = original.copy()
        if own_data and copy.data is not None:
            copy.data = copy.data.copy()
        for collection in original.users_collection:
            collection.objects.link(copy)
        made[node_id(original)] = copy
    for original in chosen[1:]:
        copy = made[node_id(original)]
        inverse = original.matrix_parent_inverse.copy()
        copy.parent = made[node_id(original.parent)]
        copy.matrix_parent_inverse = inverse
    copies = list(made.values())
    if item.get("name"):
        give_name(copies[0], item["name"])
    return copies[0]


def query(
    *, job: Job, type: str | None = None, properties: Json | None = None, limit: int = 100, offset: int = 0
) -> Json:
    """The nodes of the scene that fit, by name."""
    import bpy

    settle()
    nodes = [node for node in bpy.context.scene.objects if type is None or node_type(node) == type]
    found = [node for node in nodes if all(_fits(node, path, want, job) for path, want in (properties or {}).items())]
    found.sort(key=lambda node: node.name)
    return {"ids": [node_id(node) for node in found[offset : offset + limit]], "total": len(found)}


def _fits(node: Any, path: str, want: Any, job: Job) -> bool:
    try:
        have = read_property(node, path, job)
    except (NotFoundError, NotSupportedError):
        return False  # What has no such property does not have this value.
    if isinstance(have, str) and isinstance(want, str):
        return fnmatch.fnmatchcase(have.lower(), want.lower())
    if isinstance(have, float) and isinstance(want, (int, float)) and not isinstance(want, bool):
        return abs(have - want) <= 1e-6 * max(1.0, abs(want))
    return bool(have == want)


#: What has a name and custom properties, by the kind in its id: how it is found and told.
_BLOCKS: dict[str, tuple[Callable[[str], Any], Callable[[Any], str]]] = {
    "node": (find_node, node_id),
    "group": (find_group, group_id),
    "material": (find_material, material_id),
    "texture": (find_texture, texture_id),
}


def _block(reference: str) -> tuple[Any, Callable[[Any], str]]:
    """The data-block of an id, or of a name: nodes first."""
    kind = IDENTITY.kind_of(reference)
    if kind in _BLOCKS:
        find, tell = _BLOCKS[kind]
        return find(reference), tell
    missing: NotFoundError | None = None
    for find, tell in _BLOCKS.values():
        try:
            return find(reference), tell
        except NotFoundError as error:
            missing = missing or error
    raise missing or NotFoundError(f"nothing is called `{reference}`", {"name": reference})


def _writable(reference: str) -> tuple[Any, Callable[[Any], str]]:
    block, tell = _block(reference)
    if block.library is not None:
        raise NotSupportedError(
            f"`{block.name}` is linked from {block.library.filepath} and cannot be changed here", {"id": reference}
        )
    return block, tell


def rename(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Gives other names."""
    blocks = [_writable(item["id"]) for item in items]
    UNDO.touch()
    for (block, _), item in zip(blocks, items):
        give_name(block, item["name"])
    return {"items": [{"id": tell(block), "name": block.name} for block, tell in blocks]}


def get_metadata(*, ids: list[str], job: Job, key: str | None = None) -> Json:
    """Custom properties, or one of them."""
    found = []
    for block, tell in (_block(reference) for reference in ids):
        metadata = read_metadata(block)
        if key is not None:
            metadata = {name: value for name, value in metadata.items() if name == key}
        found.append({"id": tell(block), "metadata": metadata})
    return {"items": found}


def set_metadata(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Writes custom properties; with `merge` the others stay."""
    blocks = [_writable(item["id"]) for item in items]
    UNDO.touch()
    for (block, _), item in zip(blocks, items):
        before = read_metadata(block) if item.get("merge", True) else {}
        wanted = {**before, **item["metadata"]}
        write_metadata(block, {name: value for name, value in wanted.items() if value is not None})
    return {"items": [{"id": tell(block), "metadata": read_metadata(block)} for block, tell in blocks]}
