"""Environments: sky domes of Arnold's (`aiSkyDomeLight`), for Maya by itself has none that lights a scene. The plug-in
`mtoa`, which brings them, is loaded when the first one is made.

Source: "Skydome Light" in Autodesk's Arnold for Maya user guide.
"""

from __future__ import annotations

import math
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.file_rules import refuse_missing
from scenewire.adapters.host_colors import opaque
from scenewire.adapters.maya.attributes import connect, disconnect, driver_of, get, put
from scenewire.adapters.maya.handles import Handle, Kind, give_name, guard, handle, places, settle
from scenewire.adapters.maya.metadata import METADATA
from scenewire.adapters.maya.nodes import new_node, parent_of, remove_nodes, shape_named, shape_of
from scenewire.adapters.maya.textures import TEXTURES
from scenewire.adapters.maya.transforms import read_part, write_part
from scenewire.errors import InvalidParamsError, NotSupportedError

_DOME, _PLUGIN = "aiSkyDomeLight", "mtoa"


def _loaded() -> bool:
    from maya import cmds

    return bool(cmds.pluginInfo(_PLUGIN, query=True, loaded=True))


def _is_dome(path: str) -> bool:
    from maya import cmds

    shape = shape_of(path) if path.startswith("|") else None
    return shape is not None and cmds.nodeType(shape) == _DOME


def _paths() -> list[str]:
    from maya import cmds

    # Without the plug-in Maya knows no such type, and refuses to look for it.
    shapes = cmds.ls(type=_DOME, long=True) if _loaded() else ()
    return list(dict.fromkeys(path for path in map(parent_of, shapes) if path and _is_dome(path)))


ENVIRONMENT = Kind("environment", _paths, _is_dome)


def _make(item: Item) -> Handle:
    from maya import cmds

    _load()
    made = new_node(item, "Environment")
    cmds.shadingNode(_DOME, asLight=True, parent=made.path, name=f"{made.name}Shape", skipSelect=True)
    return made


def _load() -> None:
    from maya import cmds

    if _loaded():
        return
    try:
        cmds.loadPlugin(_PLUGIN, quiet=True)
    except RuntimeError as error:
        raise NotSupportedError(
            f"an environment of Maya is Arnold's sky dome, and this Maya has no plug-in `{_PLUGIN}`: "
            f"{str(error).strip()}",
            {"plugin": _PLUGIN},
            ["install Arnold for Maya, or light the scene by `create_lights`"],
        ) from error


def _remove(targets: list[Handle]) -> list[str]:
    ids = [ENVIRONMENT.id(target) for target in targets]
    for target in targets:
        picture = _picture(target)
        remove_nodes([target])
        _drop(picture)
    return ids


def _picture(dome: Handle) -> str | None:
    """The file node that says the colour, where one does."""
    from maya import cmds

    color = f"{shape_named(dome.path)}.color"
    found = cmds.listConnections(color, source=True, destination=False, type="file") or ()
    return str(found[0]) if found else None


def _drop(picture: str | None) -> None:
    """Takes a picture away that nothing shows any more: nobody would find it again."""
    from maya import cmds

    if picture and not any(cmds.listConnections(f"{picture}.{out}", source=False) for out in ("outColor", "outAlpha")):
        TEXTURES.remove([handle(picture)])


def _image(dome: Handle, _job: Job) -> Any:
    picture = _picture(dome)
    if picture is not None:
        return str(get(picture, "fileTextureName")) or None
    return ABSENT if driver_of(f"{shape_named(dome.path)}.color") else None


def _set_image(dome: Handle, path: str | None) -> None:
    color, picture = f"{shape_named(dome.path)}.color", _picture(dome)
    said = driver_of(color)
    if picture is None and said is not None:
        raise NotSupportedError(
            f"`{dome.name}` has its colours from `{said}`, which is no picture",
            {"path": "image", "driver": said},
            [f'cmds.disconnectAttr("{said}", "{color}")'],
        )
    if path is None:
        disconnect(color)
        _drop(picture)
        return
    refuse_missing(path)
    if picture is None:
        picture = TEXTURES.make({"name": f"{dome.name.rpartition(':')[2]}_image"}).path
        connect(f"{picture}.outColor", color)
    put(picture, "fileTextureName", path, field="image", type="string")


def _color(dome: Handle, _job: Job) -> Any:
    shape = shape_named(dome.path)
    if driver_of(f"{shape}.color"):
        return ABSENT
    return [*(float(number) for number in get(shape, "color")), 1.0]


def _set_color(dome: Handle, given: list[float]) -> None:
    shape = shape_named(dome.path)
    said = driver_of(f"{shape}.color")
    if said is not None:
        raise InvalidParamsError(
            f"`{dome.name}` has its color from `{said}`",
            {"path": "color", "driver": said},
            ["give `image: null` as well"] if _picture(dome) else [],
        )
    put(shape, "color", *opaque(given, "color", "environments of Maya"), field="color", type="double3")


def _gain(dome: Handle) -> float:
    """An exposure doubles what is there with every step."""
    return math.pow(2.0, float(get(shape_named(dome.path), "aiExposure")))


def _active(dome: Handle, _job: Job) -> bool:
    return bool(get(dome.path, "visibility") and get(shape_named(dome.path), "visibility"))


def _set_active(dome: Handle, active: bool) -> None:
    """Arnold adds up all that can be seen: the others stay what they are."""
    put(dome.path, "visibility", active, field="active")
    if active:
        put(shape_named(dome.path), "visibility", True, field="active")


#: In the order of writing: the image comes before the colour, which it stands in for.
FIELDS: dict[str, Field] = {
    "id": Field(lambda dome, _job: ENVIRONMENT.id(dome)),
    "name": Field(lambda dome, _job: dome.name, give_name),
    "image": Field(_image, _set_image),
    "color": Field(_color, _set_color),
    "intensity": Field(
        lambda dome, _job: float(get(shape_named(dome.path), "intensity")) * _gain(dome),
        lambda dome, value: put(shape_named(dome.path), "intensity", value / _gain(dome), field="intensity"),
    ),
    "rotation": Field(
        lambda dome, _job: read_part(dome.path, "rotation"),
        lambda dome, turn: write_part(dome.path, "rotation", turn),
    ),
    "active": Field(_active, _set_active),
    "metadata": METADATA,
}

ENVIRONMENTS = Entity(
    plural="environments",
    fields=FIELDS,
    make=_make,
    find=ENVIRONMENT.find,
    all=ENVIRONMENT.all,
    remove=_remove,
    guard=guard,
    settle=settle,
    places=places,
)
