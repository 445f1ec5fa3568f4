"""Groups: Blender's collections. The scene's own root collection is no group; to lie in it is to lie in none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scenewire.adapters.blender.blocks import block_entity
from scenewire.adapters.blender.identity import IDENTITY
from scenewire.adapters.blender.metadata import METADATA
from scenewire.adapters.blender.naming import checked_name, rename
from scenewire.adapters.blender.nodes import find_node, node_id
from scenewire.adapters.contract import Job
from scenewire.adapters.fields import Field, Item
from scenewire.errors import InvalidParamsError


def group_id(collection: Any) -> str:
    """The id of a collection."""
    return IDENTITY.of("group", collection)


def find_group(reference: str) -> Any:
    """The collection of an id or unique name."""
    return IDENTITY.find("group", reference)


def _root() -> Any:
    import bpy

    return bpy.context.scene.collection


def _make(item: Item) -> Any:
    import bpy

    collection = bpy.data.collections.new(checked_name(item.pop("name", None) or "Group"))
    parent = item.pop("parent_id", None)
    (find_group(parent) if parent else _root()).children.link(collection)
    return collection


def _all(parent: str | None) -> Iterable[Any]:
    """Every collection of the scene, or those directly in one."""
    return list(find_group(parent).children) if parent else _below(_root())


def _below(collection: Any) -> list[Any]:
    """All collections under one, each once though it may lie in several."""
    found: dict[str, Any] = {}
    for child in collection.children:
        for inner in (child, *_below(child)):
            found[group_id(inner)] = inner
    return list(found.values())


def _parents(collection: Any) -> list[Any]:
    """The collections of the scene that it lies in, the root among them."""
    return [other for other in (_root(), *_below(_root())) if collection in other.children.values()]


def _remove(collections: list[Any]) -> list[str]:
    """Removes groups and nothing else: what lies in them comes to lie where they lay."""
    import bpy

    ids = [group_id(collection) for collection in collections]
    for collection in collections:
        above = next(iter(_parents(collection)), _root())
        for child in list(collection.children):
            if child not in above.children.values():
                above.children.link(child)
        for node in list(collection.objects):
            if len(node.users_collection) == 1:
                above.objects.link(node)
        bpy.data.collections.remove(collection)
    return ids


def parent_of(collection: Any) -> str | None:
    """The id of the group that it lies in; None for the scene's root."""
    above = next(iter(_parents(collection)), None)
    return None if above is None or above == _root() else group_id(above)


def nest(collection: Any, reference: str | None, path: str) -> None:
    """Puts a group into another one, or into none."""
    above = find_group(reference) if reference else _root()
    if above == collection or above in _below(collection):
        raise InvalidParamsError(
            f"`{collection.name}` cannot lie in itself", {"path": path, "got": above.name}, ["use another group"]
        )
    before = _parents(collection)
    if before == [above]:
        return
    if above not in before:
        above.children.link(collection)
    for other in before:
        if other != above:
            other.children.unlink(collection)


def members(collection: Any) -> list[str]:
    """The ids of the objects that lie in a group itself."""
    return [node_id(node) for node in collection.objects]


def _set_members(collection: Any, references: list[str]) -> None:
    wanted = {node_id(node): node for node in (find_node(reference) for reference in references)}
    for node in list(collection.objects):
        if node_id(node) not in wanted:
            leave(collection, node)
    for node in wanted.values():
        join(collection, node)


def join(collection: Any, node: Any) -> None:
    """Puts an object into a group. It leaves the scene's root, which would go on showing it, but no other group."""
    if node not in collection.objects.values():
        collection.objects.link(node)
    if node in _root().objects.values():
        _root().objects.unlink(node)


def leave(collection: Any, node: Any) -> None:
    """Takes an object out of a group; what is in no other one lies in the scene's root again."""
    if len(node.users_collection) == 1:
        _root().objects.link(node)
    collection.objects.unlink(node)


def _layers(collection: Any) -> list[Any]:
    """Where the collection stands in the view layer; it may stand in several places."""
    import bpy

    def walk(layer: Any) -> Iterable[Any]:
        for child in layer.children:
            if child.collection == collection:
                yield child
            yield from walk(child)

    return list(walk(bpy.context.view_layer.layer_collection))


def _visible(collection: Any, _job: Job) -> bool:
    hidden = any(layer.hide_viewport or layer.exclude for layer in _layers(collection))
    return not (hidden or collection.hide_viewport)


def _set_visible(collection: Any, visible: bool) -> None:
    collection.hide_viewport = collection.hide_render = not visible
    for layer in _layers(collection) if visible else ():
        layer.hide_viewport = layer.exclude = False


def _set_locked(collection: Any, locked: bool) -> None:
    collection.hide_select = locked


GROUP_FIELDS: dict[str, Field] = {
    "id": Field(lambda collection, _job: group_id(collection)),
    "name": Field(lambda collection, _job: collection.name, rename),
    "parent_id": Field(
        lambda collection, _job: parent_of(collection),
        lambda collection, reference: nest(collection, reference, "parent_id"),
    ),
    "child_ids": Field(lambda collection, _job: [group_id(child) for child in collection.children]),
    "object_ids": Field(lambda collection, _job: members(collection), _set_members),
    "visible": Field(_visible, _set_visible),
    "locked": Field(lambda collection, _job: collection.hide_select, _set_locked),
    "metadata": METADATA,
}

GROUPS = block_entity("group", "groups", GROUP_FIELDS, make=_make, all=_all, remove=_remove)
