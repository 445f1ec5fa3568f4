"""Layers: animation layers (`animLayer`) with the transform of a node. Of each number there is a blend node between the
attribute and what was there before; the layer's own keys come in beside it.

Source: `animLayer` and the node of this name in Autodesk's reference.
"""

from __future__ import annotations

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.maya.animated import PATHS
from scenewire.adapters.maya.attributes import get, put
from scenewire.adapters.maya.handles import Handle, Kind, delete, give_name, guard, handle, handles, places, settle
from scenewire.adapters.maya.lacks import lacks_of
from scenewire.adapters.maya.metadata import METADATA
from scenewire.adapters.maya.naming import checked_name
from scenewire.adapters.maya.nodes import NODE, find_node, node_id
from scenewire.adapters.maya.selection import kept_selection
from scenewire.errors import ConflictError, InvalidParamsError


def _base() -> str | None:
    """The layer of all that is in no layer; None before there is any."""
    from maya import cmds

    found = cmds.animLayer(query=True, root=True)
    return str(found) if found else None


def _holds(path: str) -> bool:
    from maya import cmds

    return bool(cmds.nodeType(path) == "animLayer") and path != _base()


def _paths() -> list[str]:
    """From below, those in a layer after it."""
    base = _base()
    return _within(base) if base else []


def _within(layer: str) -> list[str]:
    from maya import cmds

    found = cmds.animLayer(layer, query=True, children=True) or ()
    return [one for child in found for one in (str(child), *_within(str(child)))]


LAYER = Kind("layer", _paths, _holds)


def _make(item: Item) -> Handle:
    from maya import cmds

    node = find_node(item.pop("node_id")).path
    plugs = [f"{node}.{attribute}" for attribute in PATHS.values()]
    free = [plug for plug in plugs if not cmds.getAttr(plug, lock=True)]
    if not free:
        raise ConflictError(f"all of the transform of `{node}` is locked", {"path": "node_id", "node": node})
    override = not item.pop("additive", False)
    with kept_selection():
        made = str(cmds.animLayer(checked_name(item.pop("name", None) or "AnimLayer"), override=override))
        values = {plug: cmds.getAttr(plug) for plug in free}
        for plug in free:
            cmds.animLayer(made, edit=True, attribute=plug)
    if override:
        # Until it has keys it says what is there, so that nothing moves.
        for plug, value in values.items():
            node_, _, attribute = str(cmds.animLayer(made, query=True, layeredPlug=plug)).partition(".")
            put(node_, attribute, value)
    return handle(made)


def _members(path: str) -> list[str]:
    """The nodes whose attributes are in a layer."""
    from maya import cmds

    plugs = cmds.animLayer(path, query=True, attribute=True) or ()
    owners = dict.fromkeys(str(plug).partition(".")[0] for plug in plugs)
    found = cmds.ls(list(owners), long=True) if owners else []
    return [str(one) for one in found if str(one).startswith("|") and NODE.holds(str(one))]


def _node(layer: Handle, _job: Job) -> str | None:
    """Of several nodes the first."""
    found = _members(layer.path)
    return node_id(found[0]) if found else None


def _of(node: str) -> list[str]:
    return [path for path in _paths() if node in _members(path)]


def _all(parent: str | None) -> list[Handle]:
    return handles(_of(find_node(parent).path) if parent else _paths())


def _order(layer: Handle, _job: Job) -> int:
    path = layer.path
    found = _members(path)
    return _of(found[0]).index(path) if found else 0


def _remove(targets: list[Handle]) -> list[str]:
    """Layers in one that goes are in the one above it then; numbers are what is below."""
    from maya import cmds

    ids = [LAYER.id(target) for target in targets]
    for target in targets:
        path = target.path
        above = cmds.animLayer(path, query=True, parent=True)
        for child in cmds.animLayer(path, query=True, children=True) or ():
            cmds.animLayer(child, edit=True, parent=above)
        cmds.animLayer(path, edit=True, removeAllAttributes=True)
        delete([path])
    return ids


def _parent(path: str) -> str | None:
    from maya import cmds

    above = str(cmds.animLayer(path, query=True, parent=True) or "")
    return above if above and above != _base() else None


def _parent_id(layer: Handle, _job: Job) -> str | None:
    above = _parent(layer.path)
    return LAYER.id_of(above) if above else None


def _set_parent(layer: Handle, reference: str | None) -> None:
    from maya import cmds

    path, parent = layer.path, LAYER.find(reference).path if reference else None
    if parent == path or parent in _within(path):
        raise InvalidParamsError(f"`{layer.name}` cannot lie in itself", {"path": "parent_id"})
    if parent != _parent(path):
        cmds.animLayer(path, edit=True, parent=parent or _base())


def _set_weight(layer: Handle, weight: float) -> None:
    put(layer.path, "weight", weight, field="weight")


def set_layer_weights(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Sets how much of each counts."""
    layers = [LAYER.find(item["layer_id"]) for item in items]
    guard(layers)
    for layer, item in zip(layers, items):
        _set_weight(layer, item["weight"])
    return {"items": LAYERS.read(layers, None, job)}


def _switch(attribute: str, field: str, otherwise: bool = False) -> Field:
    """A yes or no of the layer, or the opposite of one."""
    return Field(
        lambda layer, _job: bool(get(layer.path, attribute)) != otherwise,
        lambda layer, on: put(layer.path, attribute, on != otherwise, field=field),
    )


#: In the order of writing.
FIELDS: dict[str, Field] = {
    "id": Field(lambda layer, _job: LAYER.id(layer)),
    "name": Field(lambda layer, _job: layer.name, give_name),
    "node_id": Field(_node),
    "order": Field(_order),
    "parent_id": Field(_parent_id, _set_parent),
    "weight": Field(lambda layer, _job: float(get(layer.path, "weight")), _set_weight),
    "additive": _switch("override", "additive", otherwise=True),
    "solo": _switch("solo", "solo"),
    "muted": _switch("mute", "muted"),
    "locked": _switch("lock", "locked"),
    **lacks_of("layers"),
    "metadata": METADATA,
}

LAYERS = Entity(
    plural="layers",
    fields=FIELDS,
    make=_make,
    find=LAYER.find,
    all=_all,
    remove=_remove,
    guard=guard,
    settle=settle,
    places=places,
)
