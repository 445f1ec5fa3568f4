"""The open level, its actors and layers, and the editor's subsystems: `UEditorActorSubsystem`,
`ULevelEditorSubsystem`, `UUnrealEditorSubsystem`, `ULayersSubsystem`, `UEditorLoadingAndSavingUtils`.

Levels lie below `/Game`, whose files are in the project's folder Content; here they are JSON.
"""

from __future__ import annotations

from typing import Any

from unreal_double import actors, rotating
from unreal_double.kinds import does, named
from unreal_double.objects import new
from unreal_double.transactions import BUFFER, DIRTY


class Editor:
    """What is open."""

    def __init__(self) -> None:
        self.world: Any = None
        self.selected: list[Any] = []
        self.playing = False
        self.subsystems: dict[str, Any] = {}

    def open(self, path: str) -> Any:
        """An empty world at an asset's path; undo goes."""
        package = new("Package", None, path)
        self.world = new("World", package, path.rpartition("/")[2])
        level = new("Level", self.world, "PersistentLevel")
        level._state["actors"] = []
        self.world._state.update(level=level, layers=[])
        settings = new("WorldSettings", level, "WorldSettings")
        self.world._state["settings"] = settings
        settings._state["values"]["world_to_meters"] = 100.0
        self.selected.clear()
        BUFFER.reset()
        DIRTY.clear()
        return self.world

    @property
    def level(self) -> Any:
        return self.world._state["level"]


EDITOR = Editor()


def subsystem(kind: Any) -> Any:
    """`get_editor_subsystem`: one of each for the editor's life."""
    if not issubclass(kind, named("EditorSubsystem")):
        raise TypeError(f"{kind.__name__} is no editor subsystem")
    return EDITOR.subsystems.setdefault(kind.__name__, new(kind.__name__, None))


def _not_while_playing() -> None:
    """`EditorScriptingHelpers::CheckIfInEditorAndPIE`."""
    if EDITOR.playing:
        raise RuntimeError("The Editor is currently in a play mode.")


@does("EditorActorSubsystem", "get_all_level_actors")
def _all(self: Any) -> list[Any]:
    return list(EDITOR.level._state["actors"])


@does("EditorActorSubsystem", "spawn_actor_from_class")
def _spawn(self: Any, actor_class: Any, location: Any, rotation: Any = None, transient: bool = False) -> Any:
    _not_while_playing()
    if actor_class is None or not issubclass(actor_class, named("Actor")):
        raise TypeError("spawn_actor_from_class: ActorClass is invalid")
    turn = rotation if rotation is not None else named("Rotator")()
    made = actors.spawn(actor_class.__name__, EDITOR.level, location, turn)
    EDITOR.selected[:] = [made]
    return made


@does("EditorActorSubsystem", "spawn_actor_from_object")
def _spawn_of(self: Any, object_to_use: Any, location: Any, rotation: Any = None, transient: bool = False) -> Any:
    if not isinstance(object_to_use, named("StaticMesh")):
        raise NotImplementedError("the double spawns actors of static meshes")
    made = _spawn(self, named("StaticMeshActor"), location, rotation)
    made.get_editor_property("static_mesh_component")._state["values"]["static_mesh"] = object_to_use
    return made


@does("EditorActorSubsystem", "destroy_actor")
def _destroy(self: Any, actor_to_destroy: Any) -> bool:
    _not_while_playing()
    if actor_to_destroy in EDITOR.selected:
        EDITOR.selected.remove(actor_to_destroy)
    return actors.destroy(actor_to_destroy)


@does("EditorActorSubsystem", "destroy_actors")
def _destroy_all(self: Any, actors_to_destroy: list[Any]) -> bool:
    return all([_destroy(self, one) for one in actors_to_destroy])


@does("EditorActorSubsystem", "duplicate_actor")
def _duplicate(self: Any, actor_to_duplicate: Any, to_world: Any = None, offset: Any = None) -> Any:
    """By copying it as text and pasting it: a new GUID, label and place; it stays attached where the first one is."""
    first = actors.root(actor_to_duplicate)
    kind = type(actor_to_duplicate).__name__
    made = actors.spawn(kind, EDITOR.level, rotating.vector((0, 0, 0)), named("Rotator")())
    for mine, theirs in zip(made._state["components"], actor_to_duplicate._state["components"]):
        mine._state["values"].update(
            {name: value.copy() if hasattr(value, "copy") else value for name, value in theirs._state["values"].items()}
        )
    own = ("actor_guid", "root_component", *(prop for _, _, prop in actors.COMPONENTS[kind] if prop))
    made._state["values"].update(
        {name: value for name, value in actor_to_duplicate._state["values"].items() if name not in own}
    )
    made._state["folder"] = actor_to_duplicate._state["folder"]
    made._state["label"] = actors.free_label(EDITOR.level, actor_to_duplicate._state["label"], made)
    if first._state["parent"] is not None:
        actors.attach(actors.root(made), first._state["parent"], keep_world=False)
    world = actors.world_transform(first)
    if offset is not None:
        moved = [a + b for a, b in zip(rotating.triple(world._fields["translation"]), rotating.triple(offset))]
        world._fields["translation"] = rotating.vector(moved)
    actors.put_world(actors.root(made), world)
    return made


@does("EditorActorSubsystem", "get_selected_level_actors")
def _selected(self: Any) -> list[Any]:
    return [one for one in EDITOR.selected if not one._state["gone"]]


@does("EditorActorSubsystem", "set_selected_level_actors")
def _select(self: Any, actors_to_select: list[Any]) -> None:
    EDITOR.selected[:] = list(dict.fromkeys(actors_to_select))


@does("UnrealEditorSubsystem", "get_editor_world")
def _world(self: Any) -> Any:
    return EDITOR.world


@does("LevelEditorSubsystem", "is_in_play_in_editor")
def _playing(self: Any) -> bool:
    return EDITOR.playing


@does("LevelEditorSubsystem", "get_current_level")
def _current(self: Any) -> Any:
    return EDITOR.level


@does("World", "get_world_settings")
def _settings(self: Any) -> Any:
    return self._state["settings"]


# Layers. An actor is in as many as it names; `ULayer` keeps name and visibility, neither of which Python sees.


def _layer(name: Any) -> Any:
    return next((one for one in EDITOR.world._state["layers"] if one._state["layer"] == name), None)


@does("LayersSubsystem", "add_all_layer_names_to")
def _names(self: Any) -> list[Any]:
    return [one._state["layer"] for one in EDITOR.world._state["layers"]]


@does("LayersSubsystem", "create_layer")
def _create_layer(self: Any, layer_name: Any) -> Any:
    EDITOR.world.modify()
    made = new("Layer", EDITOR.world)
    made._state["layer"] = layer_name
    EDITOR.world._state["layers"].append(made)
    return made


@does("LayersSubsystem", "get_layer")
def _get_layer(self: Any, layer_name: Any) -> Any:
    return _layer(layer_name)


@does("LayersSubsystem", "rename_layer")
def _rename_layer(self: Any, original_layer_name: Any, new_layer_name: Any) -> bool:
    found = _layer(original_layer_name)
    if found is None or _layer(new_layer_name) not in (None, found):
        return False
    found.modify()
    found._state["layer"] = new_layer_name
    for actor in _in_layer(original_layer_name):
        actor.modify()
        actor._state["values"]["layers"] = [
            new_layer_name if one == original_layer_name else one for one in actor.get_editor_property("layers")
        ]
    return True


def _in_layer(name: Any) -> list[Any]:
    return [one for one in EDITOR.level._state["actors"] if name in one.get_editor_property("layers")]


@does("LayersSubsystem", "delete_layer")
def _delete_layer(self: Any, layer_to_delete: Any) -> None:
    found = _layer(layer_to_delete)
    for actor in _in_layer(layer_to_delete):
        _leave(self, actor, layer_to_delete)
    if found is not None:
        EDITOR.world.modify()
        EDITOR.world._state["layers"].remove(found)


@does("LayersSubsystem", "get_actors_from_layer")
def _members(self: Any, layer_name: Any) -> list[Any]:
    return _in_layer(layer_name)


@does("LayersSubsystem", "add_actor_to_layer")
def _enter(self: Any, actor: Any, layer_name: Any) -> bool:
    now = actor.get_editor_property("layers")
    if layer_name in now:
        return False
    actor.modify()
    actor._state["values"]["layers"] = [*now, layer_name]
    return True


@does("LayersSubsystem", "remove_actor_from_layer")
def _leave(self: Any, actor: Any, layer_to_remove: Any, update_stats: bool = True) -> bool:
    now = actor.get_editor_property("layers")
    if layer_to_remove not in now:
        return False
    actor.modify()
    actor._state["values"]["layers"] = [one for one in now if one != layer_to_remove]
    return True


@does("LayersSubsystem", "is_actor_valid_for_layer")
def _valid(self: Any, actor: Any) -> bool:
    return not actor._state["gone"]
