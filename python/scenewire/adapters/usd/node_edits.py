"""Operations on nodes beyond CRUD: moving and copies; what needs no more than the table of fields is in
`node_operations.py` of all hosts.
"""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item
from scenewire.adapters.node_operations import NodeOperations
from scenewire.adapters.usd.groups import GROUP, GROUPS, members, set_members
from scenewire.adapters.usd.handles import Handle, guard, handle
from scenewire.adapters.usd.identity import IDENTITY
from scenewire.adapters.usd.materials import MATERIALS
from scenewire.adapters.usd.naming import new_path, shown
from scenewire.adapters.usd.nodes import NODES, children_of, find_node, parent_of
from scenewire.adapters.usd.properties import read_property, write_property
from scenewire.adapters.usd.stage import STAGE
from scenewire.adapters.usd.textures import TEXTURES
from scenewire.adapters.usd.transforms import composed, local, parent_world, parts, world, write
from scenewire.errors import NotSupportedError


def transform(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Each part by itself: first to a place, then by an offset."""
    nodes = [find_node(item["id"]) for item in items]
    guard(nodes)
    for node, item in zip(nodes, items):
        _transform(node, item)
    return {"items": OPERATIONS.read(nodes, job)}


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


def duplicate(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Copies; the groups that the original is in have the copy too."""
    originals = [find_node(item["id"]) for item in items]
    guard(originals)
    copies = [_duplicate(node, item) for node, item in zip(originals, items)]
    read = OPERATIONS.read(copies, job)
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


OPERATIONS = NodeOperations(
    nodes=NODES,
    children=lambda node: [handle(child) for child in children_of(node.prim)],
    read_property=read_property,
    write_property=write_property,
    blocks={"node": NODES, "group": GROUPS, "material": MATERIALS, "texture": TEXTURES},
)
