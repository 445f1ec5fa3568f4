"""Groups: layers of the level. An actor is in as many as it names, and a layer is there without actors too. Folders of
the Outliner hold an actor once, and an empty one is unknown to Python.
"""

from __future__ import annotations

from typing import Any

from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.group_edits import GroupEdits
from scenewire.adapters.references import nearest
from scenewire.adapters.unreal import editor
from scenewire.adapters.unreal.identity import IDENTITY, missing, parsed
from scenewire.adapters.unreal.lacks import lacks_of
from scenewire.adapters.unreal.metadata import METADATA
from scenewire.adapters.unreal.nodes import NODES, checked_name, find_node, guard, node_id, settle
from scenewire.errors import ConflictError, InvalidParamsError


def _names() -> list[str]:
    return [str(name) for name in editor.layers().add_all_layer_names_to()]


def _all(parent: str | None = None) -> list[Any]:
    """Layers lie in no others."""
    if parent is not None:
        _find(parent)
        return []
    return [editor.layers().get_layer(name) for name in _names()]


def name_of(layer: Any) -> str:
    """The name of a layer, which is what Python calls it by: the object does not tell."""
    return next((name for name in _names() if editor.layers().get_layer(name) == layer), "")


def _key(layer: Any) -> int:
    return IDENTITY.place(str(layer.get_path_name()))


def _id(layer: Any) -> str:
    return f"group_{_key(layer)}"


def _find(reference: str) -> Any:
    number = parsed("group", reference)
    for layer in _all() if number else ():
        if str(_key(layer)) == number:
            return layer
    same = [name for name in _names() if name.lower() == reference.lower()]
    if not same:
        raise missing("group", reference, nearest(reference, _names()))
    return editor.layers().get_layer(same[0])


def _checked(name: str, own: str = "") -> str:
    """The name as a layer can have it: names of Unreal are the same in upper and lower case."""
    wanted = checked_name(name)
    if wanted.lower() == "none":
        raise InvalidParamsError("`None` is no name in Unreal", {"path": "name", "got": name})
    if any(there.lower() == wanted.lower() for there in _names() if there != own):
        raise ConflictError(
            f"there is a layer `{wanted}` already, and Unreal knows them by their names",
            {"path": "name", "got": name},
        )
    return wanted


def _make(item: Item) -> Any:
    wanted, taken = checked_name(item.pop("name", None) or "Group"), {name.lower() for name in _names()}
    numbered = (wanted, *(f"{wanted}{number}" for number in range(1, len(taken) + 2)))
    editor.world().modify()
    return editor.layers().create_layer(_checked(next(name for name in numbered if name.lower() not in taken)))


def _set_name(layer: Any, name: str) -> None:
    before = name_of(layer)
    wanted = _checked(name, before)
    if wanted == before:
        return
    editor.world().modify()
    layer.modify()
    if not editor.layers().rename_layer(before, wanted):
        raise ConflictError(f"Unreal does not rename the layer `{before}`", {"path": "name", "got": name})


def members(layer: Any) -> list[Any]:
    """The actors in a layer."""
    return list(editor.layers().get_actors_from_layer(name_of(layer)))


def set_members(layer: Any, actors: list[Any]) -> None:
    """The layer has these actors."""
    name, there = name_of(layer), members(layer)
    for actor in [one for one in there if one not in actors]:
        actor.modify()
        editor.layers().remove_actor_from_layer(actor, name)
    for actor in [one for one in actors if one not in there]:
        if not editor.layers().is_actor_valid_for_layer(actor):
            raise ConflictError(f"Unreal keeps `{actor.get_actor_label()}` in no layer", {"path": "object_ids"})
        actor.modify()
        editor.layers().add_actor_to_layer(actor, name)


def groups_of(actor: Any) -> list[Any]:
    """The layers that an actor is in."""
    return [layer for layer in _all() if actor in members(layer)]


def _remove(targets: list[Any]) -> list[str]:
    ids = [_id(layer) for layer in targets]
    editor.world().modify()
    for layer in targets:
        for actor in members(layer):
            actor.modify()
        editor.layers().delete_layer(name_of(layer))
    return ids


#: In the order of writing.
FIELDS: dict[str, Field] = {
    "id": Field(lambda layer, _job: _id(layer)),
    "name": Field(lambda layer, _job: name_of(layer), _set_name),
    "object_ids": Field(
        lambda layer, _job: [node_id(actor) for actor in members(layer)],
        lambda layer, ids: set_members(layer, [find_node(reference) for reference in ids]),
    ),
    "child_ids": Field(lambda _layer, _job: []),
    **lacks_of("groups"),
    "metadata": METADATA,
}

GROUPS = Entity(
    plural="groups",
    fields=FIELDS,
    make=_make,
    find=_find,
    all=_all,
    remove=_remove,
    guard=guard,
    settle=settle,
    places=lambda targets: [_key(layer) for layer in targets],
)

EDITS = GroupEdits(groups=GROUPS, nodes=NODES, members=members, set_members=set_members)
