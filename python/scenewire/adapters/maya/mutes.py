"""What is switched off: a `mute` node between an attribute and what says it, which holds the number as it was.

Source: `mute` in Autodesk's reference.
"""

from __future__ import annotations

from scenewire.adapters.maya.animated import name_of, steps_to
from scenewire.adapters.maya.attributes import get
from scenewire.errors import ConflictError


def mute_on(plug: str) -> str | None:
    """The node that holds an attribute, or would, also below an animation layer."""
    return _held(plug)[0]


def muted_at(plug: str) -> str:
    """The attribute that this node is connected to: the attribute itself, or what a blend of a layer takes in."""
    return _held(plug)[1]


def _held(plug: str) -> tuple[str | None, str]:
    from maya import cmds

    for at in steps_to(plug):
        found = cmds.listConnections(at, source=True, destination=False, type="mute", skipConversionNodes=True)
        if found:
            return str(found[0]), at
    return None, plug


def is_muted(plug: str) -> bool:
    """Whether an attribute is held."""
    node = mute_on(plug)
    return node is not None and bool(get(node, "mute"))


def set_muted(plug: str, muted: bool, field: str) -> None:
    """Holds an attribute, or lets it go."""
    from maya import cmds

    if muted == is_muted(plug):
        return
    try:
        cmds.mute(muted_at(plug), **({} if muted else {"disable": True}))
    except RuntimeError as error:
        raise ConflictError(
            f"`{name_of(plug)}` cannot be switched off: {str(error).strip()}",
            {"path": field, "attribute": plug},
            [f'unlock it first: cmds.setAttr("{plug}", lock=False)'],
        ) from error
