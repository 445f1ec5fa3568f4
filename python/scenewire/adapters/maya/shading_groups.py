"""Shading groups: which shader a set of faces is drawn with. A material is one of them, so that it stays the same when
its shader becomes another one.
"""

from __future__ import annotations

from scenewire.adapters.maya.attributes import connect
from scenewire.adapters.maya.naming import shown

#: What every scene has; what lies in the first wears no material of anybody's.
INITIAL = "initialShadingGroup"
OWN = (INITIAL, "initialParticleSE")


def all_groups() -> list[str]:
    """The shading groups of the scene's own, those that have a shader."""
    from maya import cmds

    return [str(one) for one in cmds.ls(type="shadingEngine") if one not in OWN and shader_of(str(one))]


def is_group(path: str) -> bool:
    """Whether it is one of these."""
    from maya import cmds

    return bool(cmds.nodeType(path) == "shadingEngine") and path not in OWN and shader_of(path) is not None


def shader_of(group: str) -> str | None:
    """The surface shader of a group."""
    from maya import cmds

    found = cmds.listConnections(f"{group}.surfaceShader", source=True, destination=False)
    return str(found[0]) if found else None


def group_of(shader: str) -> str | None:
    """The group that draws with a shader."""
    from maya import cmds

    found = cmds.listConnections(f"{shader}.outColor", source=False, destination=True, type="shadingEngine") or ()
    return next((str(one) for one in found if one not in OWN), None)


def new_group(shader: str) -> str:
    """A group that draws with this shader."""
    from maya import cmds

    made = cmds.sets(renderable=True, noSurfaceShader=True, empty=True, name=f"{shown(shader)}SG")
    connect(f"{shader}.outColor", f"{made}.surfaceShader")
    return str(made)


def assign(parts: list[str] | str, group: str) -> None:
    """Shapes or faces are drawn with the shader of this group, and no other."""
    from maya import cmds

    cmds.sets(parts, edit=True, forceElement=group)


def groups_on(shape: str) -> list[str]:
    """The groups that a shape or its faces lie in, each once, in the order in which they are connected."""
    from maya import cmds

    found = cmds.listConnections(shape, source=False, destination=True, type="shadingEngine") or ()
    return list(dict.fromkeys(str(one) for one in found))
