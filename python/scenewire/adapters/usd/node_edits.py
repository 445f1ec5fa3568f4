"""Operations on nodes beyond CRUD: moving, parenting, properties by path, copies, names, metadata."""

from __future__ import annotations

import contextlib
import fnmatch
from collections.abc import Callable, Iterable
from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item, read_fields, write_fields
from scenewire.adapters.usd.groups import GROUP, members, set_members
from scenewire.adapters.usd.handles import Handle, guard, handle
from scenewire.adapters.usd.identity import IDENTITY
from scenewire.adapters.usd.materials import MATERIAL
from scenewire.adapters.usd.metadata import read_metadata, write_metadata
from scenewire.adapters.usd.naming import new_path, shown
from scenewire.adapters.usd.naming import rename as give_name
from scenewire.adapters.usd.nodes import NODE, NODE_FIELDS, below, children_of, find_node, node_id, node_type, parent_of
from scenewire.adapters.usd.properties import read_property, write_property
from scenewire.adapters.usd.stage import STAGE
from scenewire.adapters.usd.textures import TEXTURE
from scenewire.adapters.usd.transforms import composed, local, parent_world, parts, world, write
from scenewire.adapters.usd.undo import UNDO
from scenewire.errors import NotFoundError, NotSupportedError


def _read(nodes: Iterable[Handle], job: Job) -> list[Item]:
    return [read_fields(NODE_FIELDS, node, None, job) for node in nodes]


def transform(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Each part by itself: first to a place, then by an offset."""
    nodes = [find_node(item["id"]) for item in items]
    guard(nodes)
    for node, item in zip(nodes, items):
        _transform(node, item)
    return {"items": _read(nodes, job)}


def _transform(node: Handle, item: Item) -> None:
    from pxr import Gf

    space = item.get("space", "world")
    in_world = space == "world" and parent_of(node.prim) is not None
    now = parts(world(node.prim) if in_world else local(node.prim))
    for part in ("position", "rotation", "scale"):
        if part in item:
            now[part] = list(item[part])
    turn = _quaternion(now["rotation"])
    if "position_offset" in item:
        offset = Gf.Vec3d(*item["position_offset"])
        if space == "local":
            offset = Gf.Rotation(turn).TransformDir(offset)
        now["position"] = [a + b for a, b in zip(now["position"], offset)]
    if "rotation_offset" in item:
        by = _quaternion(item["rotation_offset"])
        turned = turn * by if space == "local" else by * turn
        now["rotation"] = [*turned.GetImaginary(), turned.GetReal()]
    if "scale_offset" in item:
        now["scale"] = [a * b for a, b in zip(now["scale"], item["scale_offset"])]
    if in_world:
        matrix = composed(now["position"], now["rotation"], now["scale"]) * parent_world(node.prim).GetInverse()
        now = parts(matrix)
    write(node.prim, **now)


def _quaternion(value: list[float]) -> Any:
    from scenewire.adapters.usd.transforms import quaternion

    return quaternion(value)


def set_parent(*, items: list[Item], job: Job, maintain_world_transform: bool = True, on_error: str = "fail") -> Json:
    """Parents; without keeping the place in the world the local transform stays what it was."""
    nodes = [find_node(item["id"]) for item in items]
    guard(nodes)
    for node, item in zip(nodes, items):
        before = read_fields(NODE_FIELDS, node, ["position", "rotation", "scale"], job)
        write_fields(NODE_FIELDS, node, {"parent_id": item["parent_id"]})
        if not maintain_world_transform:
            write_fields(NODE_FIELDS, node, {part: before[part] for part in ("position", "rotation", "scale")})
    return {"items": _read(nodes, job)}


def get_children(*, ids: list[str], job: Job, recursive: bool = False, types: list[str] | None = None) -> Json:
    """The children of each, or all below it."""
    found = []
    for node in (find_node(reference) for reference in ids):
        under = below(node.prim)[1:] if recursive else children_of(node.prim)
        chosen = [child for child in under if types is None or node_type(child) in types]
        found.append({"id": node_id(node.prim), "child_ids": [node_id(child) for child in chosen]})
    return {"items": found}


def get_property(*, items: list[Item], job: Job, recursive: bool = False) -> Json:
    """The values of properties by path; of what is below a node too, where it has such a property."""
    found = []
    for item in items:
        node = find_node(item["id"])
        found.append(_value(node, item["property_path"], job))
        for child in below(node.prim)[1:] if recursive else ():
            with contextlib.suppress(NotFoundError, NotSupportedError):
                found.append(_value(handle(child), item["property_path"], job))
    return {"items": found}


def _value(node: Handle, path: str, job: Job) -> Item:
    return {"id": node_id(node.prim), "property_path": path, "value": read_property(node, path, job)}


def set_property(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Writes properties by path."""
    nodes = [find_node(item["id"]) for item in items]
    guard(nodes)
    for node, item in zip(nodes, items):
        write_property(node, item["property_path"], item["value"], job)
    return {"items": [_value(node, item["property_path"], job) for node, item in zip(nodes, items)]}


def set_visibility(*, items: list[Item], job: Job, recursive: bool = False, on_error: str = "fail") -> Json:
    """Shows or hides."""
    plan = [(below(node.prim) if recursive else [node.prim], item["visible"])
            for item in items for node in [find_node(item["id"])]]  # fmt: skip
    changed = [handle(prim) for prims, _ in plan for prim in prims]
    guard(changed)
    for prims, value in plan:
        for prim in prims:
            write_fields(NODE_FIELDS, handle(prim), {"visible": value})
    return {"items": _read(changed, job)}


def duplicate(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Copies; the groups that the original is in have the copy too."""
    originals = [find_node(item["id"]) for item in items]
    guard(originals)
    copies = [_duplicate(node, item) for node, item in zip(originals, items)]
    read = _read(copies, job)
    return {"ids": [item["id"] for item in read], "items": read}


def _duplicate(node: Handle, item: Item) -> Handle:
    """USD copies what the edit target's layer says of a prim; what comes from elsewhere it says along."""
    from pxr import Sdf

    layer, prim = STAGE.stage.GetEditTarget().GetLayer(), node.prim
    if not layer.GetPrimAtPath(node.path) or len(prim.GetPrimStack()) != _own_specs(prim, layer):
        raise NotSupportedError(
            f"`{shown(prim)}` comes from other layers too, and USD copies what one layer says",
            {"path": str(node.path)},
            ["choose the layer that defines it: stage.SetEditTarget", "or reference it: prim.GetReferences()"],
        )
    path, name = new_path(node.path.GetParentPath(), item.get("name") or shown(prim))
    if not Sdf.CopySpec(layer, node.path, layer, path):
        raise NotSupportedError(f"USD does not copy `{node.path}`", {"path": str(node.path)})
    IDENTITY.forget(path)
    copy = STAGE.prim(path)
    if copy.GetName() != name:
        copy.SetDisplayName(name)
    elif copy.HasAuthoredDisplayName():
        copy.ClearDisplayName()
    if not item.get("duplicate_children", True):
        for child in children_of(copy):
            STAGE.stage.RemovePrim(child.GetPath())
    _join_groups(node.prim, STAGE.prim(path))
    return handle(STAGE.prim(path))


def _own_specs(prim: Any, layer: Any) -> int:
    return sum(1 for spec in prim.GetPrimStack() if spec.layer == layer)


def _join_groups(original: Any, copy: Any) -> None:
    for group in list(GROUP.prims()):
        there = members(group)
        if original in there:
            set_members(group, [*there, copy])


def query(
    *, job: Job, type: str | None = None, properties: Json | None = None, limit: int = 100, offset: int = 0
) -> Json:
    """The nodes of the stage that fit, by name."""
    nodes = [handle(prim) for prim in NODE.prims() if type is None or node_type(prim) == type]
    found = [node for node in nodes if all(_fits(node, path, want, job) for path, want in (properties or {}).items())]
    found.sort(key=lambda node: shown(node.prim))
    return {"ids": [node_id(node.prim) for node in found[offset : offset + limit]], "total": len(found)}


def _fits(node: Handle, path: str, want: Any, job: Job) -> bool:
    try:
        have = read_property(node, path, job)
    except (NotFoundError, NotSupportedError):
        return False  # What has no such property does not have this value.
    if isinstance(have, str) and isinstance(want, str):
        return fnmatch.fnmatchcase(have.lower(), want.lower())
    if isinstance(have, float) and isinstance(want, (int, float)) and not isinstance(want, bool):
        return abs(have - want) <= 1e-6 * max(1.0, abs(want))
    return bool(have == want)


#: What has a name and custom data, by the kind in its id.
_KINDS = {kind.kind: kind for kind in (NODE, GROUP, MATERIAL, TEXTURE)}


def _block(reference: str) -> tuple[Handle, Callable[[Handle], str]]:
    """What an id leads to, or a name: nodes first."""
    missing: NotFoundError | None = None
    named = [kind for name, kind in _KINDS.items() if reference.startswith(f"{name}_")]
    for kind in named or _KINDS.values():
        try:
            return kind.find(reference), kind.id
        except NotFoundError as error:
            missing = missing or error
    if named:
        with contextlib.suppress(NotFoundError):
            return next((kind.find(reference), kind.id) for kind in _KINDS.values() if kind not in named)
    raise missing or NotFoundError(f"nothing is called `{reference}`", {"name": reference})


def rename(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Gives other names."""
    blocks = [_block(item["id"]) for item in items]
    guard([block for block, _ in blocks])
    for (block, _), item in zip(blocks, items):
        give_name(block.path, item["name"])
    return {"items": [{"id": tell(block), "name": shown(block.prim)} for block, tell in blocks]}


def get_metadata(*, ids: list[str], job: Job, key: str | None = None) -> Json:
    """Custom data, or one entry of it."""
    found = []
    for block, tell in (_block(reference) for reference in ids):
        metadata = read_metadata(block.prim)
        if key is not None:
            metadata = {name: value for name, value in metadata.items() if name == key}
        found.append({"id": tell(block), "metadata": metadata})
    return {"items": found}


def set_metadata(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Writes custom data; with `merge` the rest stays."""
    blocks = [_block(item["id"]) for item in items]
    UNDO.touch()
    for (block, _), item in zip(blocks, items):
        before = read_metadata(block.prim) if item.get("merge", True) else {}
        wanted = {**before, **item["metadata"]}
        write_metadata(block.prim, {name: value for name, value in wanted.items() if value is not None})
    return {"items": [{"id": tell(block), "metadata": read_metadata(block.prim)} for block, tell in blocks]}
