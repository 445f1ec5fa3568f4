"""Environments: Blender's worlds. A file may have many; a scene is lit by the one that it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from scenewire.adapters.blender import graph_versions
from scenewire.adapters.blender.blocks import block_entity
from scenewire.adapters.blender.identity import IDENTITY
from scenewire.adapters.blender.metadata import METADATA
from scenewire.adapters.blender.naming import checked_name, rename
from scenewire.adapters.blender.textures import image_of, path_of
from scenewire.adapters.blender.world_nodes import (
    background,
    made_background,
    made_picture,
    picture,
    read_turn,
    take_off_picture,
    write_turn,
)
from scenewire.adapters.contract import Job
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.errors import InvalidParamsError


def _id(world: Any) -> str:
    return IDENTITY.of("environment", world)


def _make(item: Item) -> Any:
    import bpy

    world = bpy.data.worlds.new(checked_name(item.pop("name", None) or "World"))
    made_background(world, "color")
    return world


def _all(_parent: str | None) -> Iterable[Any]:
    import bpy

    return list(bpy.data.worlds)


def _remove(worlds: list[Any]) -> list[str]:
    import bpy

    ids = [_id(world) for world in worlds]
    images = [node.image for node in map(picture, worlds) if node is not None]
    bpy.data.batch_remove(worlds)
    _drop(images)
    return ids


def _drop(images: list[Any]) -> None:
    """Takes away pictures that nothing shows any more: nobody would find them again."""
    import bpy

    bpy.data.batch_remove([image for image in set(images) if image is not None and not image.users])


def _image(world: Any, _job: Job) -> Any:
    node = picture(world)
    if node is not None:
        return path_of(node.image) if node.image is not None else None
    shown = background(world)
    return ABSENT if shown is not None and shown.inputs["Color"].is_linked else None


def _set_image(world: Any, path: str | None) -> None:
    node = picture(world)
    before = node.image if node is not None else None
    if path is None:
        take_off_picture(world)
    else:
        made_picture(world).image = image_of(path)
    _drop([before])


def _shone(name: str, plain: Callable[[Any], Any]) -> Callable[[Any, Job], Any]:
    """Reads an input of the Background; left out when a node feeds it. `plain` is that of a world without nodes."""

    def read(world: Any, _job: Job) -> Any:
        if not graph_versions.uses_nodes(world):
            return plain(world)
        shown = background(world)
        if shown is None or shown.inputs[name].is_linked:
            return ABSENT
        value = shown.inputs[name].default_value
        return list(value) if name == "Color" else value

    return read


def _input(world: Any, name: str, field: str) -> Any:
    socket = made_background(world, field).inputs[name]
    if socket.is_linked:
        node = socket.links[0].from_node.name
        hint = ["give `image: null` as well"] if picture(world) is not None and name == "Color" else []
        raise InvalidParamsError(f"`{world.name}` has its {field} from its node `{node}`", {"path": field}, hint)
    return socket


def _set_color(world: Any, color: list[float]) -> None:
    _input(world, "Color", "color").default_value = color
    # The viewport's solid mode has a colour of its own: it shows the same one.
    world.color = color[:3]


def _set_intensity(world: Any, intensity: float) -> None:
    _input(world, "Strength", "intensity").default_value = intensity


def _rotation(world: Any, _job: Job) -> Any:
    turn = read_turn(world)
    return ABSENT if turn is None else [turn.x, turn.y, turn.z, turn.w]


def _set_rotation(world: Any, rotation: list[float]) -> None:
    from mathutils import Quaternion

    x, y, z, w = rotation
    write_turn(world, Quaternion((w, x, y, z)))


def _active(world: Any, _job: Job) -> bool:
    import bpy

    return bool(bpy.context.scene.world == world)


def _set_active(world: Any, active: bool) -> None:
    import bpy

    scene = bpy.context.scene
    if active:
        scene.world = world
    elif scene.world == world:
        scene.world = None


#: In the order of writing: the image comes before the colour, which it stands in for, and before how it is turned.
ENVIRONMENT_FIELDS: dict[str, Field] = {
    "id": Field(lambda world, _job: _id(world)),
    "name": Field(lambda world, _job: world.name, rename),
    "image": Field(_image, _set_image),
    "color": Field(_shone("Color", lambda world: [*world.color, 1.0]), _set_color),
    "intensity": Field(_shone("Strength", lambda _world: 1.0), _set_intensity),
    "rotation": Field(_rotation, _set_rotation),
    "active": Field(_active, _set_active),
    "metadata": METADATA,
}

ENVIRONMENTS = block_entity("environment", "environments", ENVIRONMENT_FIELDS, make=_make, all=_all, remove=_remove)
