"""Prims that have a place in space: what every one of them has."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.usd.handles import Handle, Kind, handle, prim_id
from scenewire.adapters.usd.lacks import lacks_of
from scenewire.adapters.usd.metadata import METADATA
from scenewire.adapters.usd.naming import define, move, remove, shown
from scenewire.adapters.usd.prims import own_fields, prim_entity
from scenewire.adapters.usd.stage import STAGE, when
from scenewire.adapters.usd.transforms import put_world, read_part, to_list, world, write_part
from scenewire.errors import InvalidParamsError


def is_node(prim: Any) -> bool:
    """Whether a prim has a place in space of its own; a dome light is all around and has none."""
    from pxr import UsdGeom, UsdLux, UsdSkel

    if not prim.IsA(UsdGeom.Xformable) or prim.IsA(UsdLux.DomeLight) or prim.IsA(UsdLux.DomeLight_1):
        return False
    return not prim.IsA(UsdSkel.Root) or UsdGeom.Xformable(prim).GetXformOpOrderAttr().HasAuthoredValue()


def node_type(prim: Any) -> str:
    """`mesh`, `camera`, `light`, `empty`, `armature`, `curve` or `other`."""
    from pxr import UsdGeom, UsdLux, UsdSkel

    for schema, name in (
        (UsdGeom.Mesh, "mesh"),
        (UsdGeom.Camera, "camera"),
        (UsdGeom.Curves, "curve"),
        (UsdSkel.Skeleton, "armature"),
        (UsdSkel.Root, "empty"),
    ):
        if prim.IsA(schema):
            return name
    if prim.HasAPI(UsdLux.LightAPI) and not prim.IsA(UsdGeom.Gprim):
        return "light"
    return "empty" if prim.GetTypeName() == "Xform" else "other"


NODE = Kind("node", is_node)


def node_id(prim: Any) -> str:
    """The id of a node."""
    return prim_id("node", prim)


def find_node(reference: str) -> Handle:
    """The node of an id, of a unique name or of a path."""
    return NODE.find(reference)


def find_typed(reference: str, kind: str) -> Handle:
    """The same, when it is of this type."""
    found = find_node(reference)
    if node_type(found.prim) != kind:
        raise InvalidParamsError(
            f"`{shown(found.prim)}` is not a {kind}, it is of type {node_type(found.prim)}",
            {"id": reference, "type": node_type(found.prim)},
        )
    return found


def parent_of(prim: Any) -> Any:
    """The node that a node is local to; None at the top. What groups prims without a place is passed through."""
    above = prim.GetParent()
    while above and not above.IsPseudoRoot():
        if is_node(above):
            return above
        above = above.GetParent()
    return None


def children_of(prim: Any) -> list[Any]:
    """The nodes directly below one, or at the top of the stage."""
    from pxr import Usd

    found = []
    kept = Usd.PrimIsActive & Usd.PrimIsDefined & ~Usd.PrimIsAbstract
    for child in prim.GetFilteredChildren(kept):
        found += [child] if is_node(child) else children_of(child)
    return found


def below(prim: Any) -> list[Any]:
    """A node and all nodes under it."""
    found = [prim]
    for child in children_of(prim):
        found += below(child)
    return found


def all_nodes(kind: str | None, parent: str | None) -> Iterable[Handle]:
    """The nodes of the stage, of one type and below one parent when those are given."""
    prims = children_of(find_node(parent).prim) if parent else NODE.prims()
    return [handle(prim) for prim in prims if kind is None or node_type(prim) == kind]


def new_node(item: Item, name: str, kind: str) -> Handle:
    """A new prim of this type below the parent that the item names, or at the top."""
    reference = item.pop("parent_id", None)
    parent = find_node(reference).prim if reference else STAGE.stage.GetPseudoRoot()

    def in_space() -> list[str]:
        # Those too that stand below a scope: they are siblings in space.
        return [shown(child) for child in children_of(parent)]

    return handle(define(parent.GetPath(), item.pop("name", None) or name, kind, in_space))


def remove_nodes(targets: list[Handle]) -> list[str]:
    """Removes prims. Nodes below them stay where they are in the world, at the top of the stage."""
    from pxr import Sdf

    ids = [node_id(target.prim) for target in targets]
    doomed = {target.number for target in targets}
    for target in targets:
        for child in children_of(target.prim):
            if handle(child).number not in doomed:
                _move(handle(child), Sdf.Path.absoluteRootPath)
    for target in sorted(targets, key=lambda target: -target.path.pathElementCount):
        above = target.path.GetParentPath()
        remove(target.path)
        _remove_left(STAGE.prim(above))
    return ids


def _remove_left(root: Any) -> None:
    """With a mesh goes the SkelRoot that was over it alone, and the skeleton without joints that its shapes needed."""
    from pxr import UsdSkel

    if not root.IsA(UsdSkel.Root) or root.GetAuthoredProperties():
        return
    joints = [UsdSkel.Skeleton(child).GetJointsAttr() for child in root.GetAllChildren()]
    if all(one and one.HasAuthoredValue() and not one.Get() for one in joints):
        remove(root.GetPath())


def _move(node: Handle, parent: Any) -> None:
    """Puts a node below another prim; it stays where it is in the world."""
    place = world(node.prim)
    move(node.path, parent, shown(node.prim))
    put_world(node.prim, place)


def set_parent(node: Handle, reference: str | None) -> None:
    """Gives a node another parent; it stays where it is in the world."""
    from pxr import Sdf

    parent = find_node(reference) if reference else None
    if parent is not None and parent.path.HasPrefix(node.path):
        raise InvalidParamsError(f"`{shown(node.prim)}` cannot be its own ancestor", {"path": "parent_id"})
    now = parent_of(node.prim)
    if (parent.path if parent else None) != (now.GetPath() if now else None):
        _move(node, parent.path if parent else Sdf.Path.absoluteRootPath)


def _parent(node: Handle, _job: Job) -> str | None:
    parent = parent_of(node.prim)
    return node_id(parent) if parent else None


def _visible(node: Handle, _job: Job | None = None) -> bool:
    from pxr import UsdGeom

    return bool(UsdGeom.Imageable(node.prim).GetVisibilityAttr().Get(when()) != UsdGeom.Tokens.invisible)


def _set_visible(node: Handle, visible: bool) -> None:
    from pxr import UsdGeom

    if visible != _visible(node):
        word = UsdGeom.Tokens.inherited if visible else UsdGeom.Tokens.invisible
        UsdGeom.Imageable(node.prim).CreateVisibilityAttr().Set(word)


def _bounds(node: Handle, _job: Job) -> dict[str, list[float]]:
    """Box in the world around its own geometry; a point for what has none."""
    return world_bounds([node.prim])


def world_bounds(prims: list[Any]) -> dict[str, list[float]]:
    """Box around nodes in the world."""
    from pxr import Gf

    box = Gf.Range3d()
    for prim in prims:
        box.UnionWith(_box(prim))
    return {"min": list(box.GetMin()), "max": list(box.GetMax())}


def _box(prim: Any) -> Any:
    from pxr import Gf, UsdGeom

    matrix = world(prim)
    extent = None
    if prim.IsA(UsdGeom.Boundable) and node_type(prim) != "light":
        extent = UsdGeom.Boundable(prim).ComputeExtentFromPlugins(UsdGeom.Boundable(prim), when())
    if not extent or any(low > high for low, high in zip(*extent)):
        place = matrix.ExtractTranslation()
        return Gf.Range3d(place, place)
    return Gf.BBox3d(Gf.Range3d(*(Gf.Vec3d(*corner) for corner in extent)), matrix).ComputeAlignedRange()


def _part(part: str) -> Field:
    return Field(lambda node, _job: read_part(node.prim, part), lambda node, value: write_part(node.prim, part, value))


#: In the order of writing: the parent before what is local to it.
NODE_FIELDS: dict[str, Field] = {
    **own_fields(NODE),
    "type": Field(lambda node, _job: node_type(node.prim)),
    "parent_id": Field(_parent, set_parent),
    "position": _part("position"),
    "rotation": _part("rotation"),
    "scale": _part("scale"),
    "child_ids": Field(lambda node, _job: [node_id(child) for child in children_of(node.prim)]),
    "visible": Field(_visible, _set_visible),
    **lacks_of("nodes"),
    "metadata": METADATA,
    "bounds": Field(_bounds),
    "matrix_world": Field(lambda node, _job: to_list(world(node.prim))),
}


def _make(item: Item) -> Handle:
    return new_node(item, "Xform", "Xform")


NODES = prim_entity(NODE, "nodes", NODE_FIELDS, _make, all=functools.partial(all_nodes, None), remove=remove_nodes)


def node_entity(plural: str, kind: str, fields: dict[str, Field], make: Any, **others: Any) -> Entity:
    """An entity whose targets are nodes of one type."""
    return prim_entity(
        NODE,
        plural,
        fields,
        make,
        find=lambda reference: find_typed(reference, kind),
        all=functools.partial(all_nodes, kind),
        remove=remove_nodes,
        **others,
    )


def all_on_stage() -> list[Any]:
    """The prims of all nodes."""
    return [prim for prim in STAGE.prims() if is_node(prim)]
