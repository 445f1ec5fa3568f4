"""What is switched off: a `mute` node between an attribute and what says it, which holds the number as it was.

Source: `mute` in Autodesk's reference.
"""

from __future__ import annotations

from scenewire.adapters.maya.animated import name_of
from scenewire.adapters.maya.attributes import get
from scenewire.errors import ConflictError


def mute_on(plug: str) -> str | None:
    """The node that holds an attribute, or would."""
    from maya import cmds

    found = cmds.listConnections(plug, source=True, destination=False, type="mute", skipConversionNodes=True)
    return str(found[0]) if found else None


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
        cmds.mute(plug, **({} if muted else {"disable": True}))
    except RuntimeError as error:
        raise ConflictError(
            f"`{name_of(plug)}` cannot be switched off: {str(error).strip()}",
            {"path": field, "attribute": plug},
            [f'unlock it first: cmds.setAttr("{plug}", lock=False)'],
        ) from error
