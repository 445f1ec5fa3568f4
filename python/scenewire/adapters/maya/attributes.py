"""Attributes of nodes: read, and written with a reason when Maya will not have it."""

from __future__ import annotations

from typing import Any

from scenewire.errors import ConflictError, InvalidParamsError


def get(path: str, name: str) -> Any:
    """The value of an attribute; of a compound of numbers its numbers."""
    from maya import cmds

    value = cmds.getAttr(f"{path}.{name}")
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], tuple):
        return list(value[0])
    return value


def put(path: str, name: str, *values: Any, field: str = "", **how: Any) -> None:
    """Writes an attribute. Raises `conflict` where it is locked or something else says its value."""
    from maya import cmds

    plug = f"{path}.{name}"
    try:
        cmds.setAttr(plug, *values, **how)
    except RuntimeError as error:
        raise _refusal(plug, field or name, values, error) from error


def _refusal(plug: str, field: str, values: tuple[Any, ...], error: RuntimeError) -> Exception:
    told = {"path": field, "attribute": plug}
    locked = [one for one in _with_children(plug) if _is_locked(one)]
    if locked:
        return ConflictError(
            f"`{locked[0]}` is locked", told, [f'cmds.setAttr("{locked[0]}", lock=False)', "or ask whoever locked it"]
        )
    driver = driver_of(plug)
    if driver:
        return ConflictError(
            f"`{plug}` is said by `{driver}`: a value beside it would take no effect",
            {**told, "driver": driver},
            ["delete its animation, constraint or driver first"],
        )
    said = str(error).strip().splitlines()[-1] if str(error).strip() else "Maya gave no reason"
    return InvalidParamsError(f"`{plug}` does not take this: {said}", {**told, "got": list(values)})


def _with_children(plug: str) -> list[str]:
    from maya import cmds

    node, _, name = plug.partition(".")
    children = cmds.attributeQuery(name.partition("[")[0], node=node, listChildren=True) if "[" not in name else None
    return [plug, *(f"{node}.{child}" for child in children or ())]


def _is_locked(plug: str) -> bool:
    from maya import cmds

    return bool(cmds.getAttr(plug, lock=True))


def driver_of(plug: str) -> str | None:
    """What says the value of an attribute, or of one of its numbers; None for what anybody may write."""
    from maya import cmds

    for one in _with_children(plug):
        found = cmds.listConnections(one, source=True, destination=False, plugs=True)
        if found:
            return str(found[0])
    return None


def has(path: str, name: str) -> bool:
    """Whether a node has such an attribute."""
    from maya import cmds

    return bool(cmds.attributeQuery(name, node=path, exists=True))


def connect(source: str, target: str) -> None:
    """Connects two attributes, in place of whatever was connected to the target."""
    from maya import cmds

    if not cmds.isConnected(source, target):
        cmds.connectAttr(source, target, force=True)


def incoming(target: str) -> list[tuple[str, str]]:
    """What is connected to an attribute or to one of its numbers: the plug itself, and where it comes from."""
    from maya import cmds

    pairs: dict[tuple[str, str], None] = {}
    for plug in _with_children(target):
        found = cmds.listConnections(plug, source=True, destination=False, connections=True, plugs=True) or []
        pairs.update(((str(own), str(source)), None) for own, source in zip(found[::2], found[1::2]))
    return list(pairs)


def disconnect(target: str) -> None:
    """Takes off what is connected to an attribute, or to its numbers."""
    from maya import cmds

    for own, source in incoming(target):
        cmds.disconnectAttr(source, own)
