"""A step that is pushed again and again while it grows, and stays one step on Blender's undo stack.

Blender replaces the step on top when an operator whose steps are grouped pushes another one of the same name.
"""

from __future__ import annotations

from typing import Any

from scenewire.errors import HandlerError

#: The operator, whose name is that of the step; another name needs another one.
_registered: Any = None


def push_grouped(name: str) -> None:
    """Pushes the present under this name, in place of the step on top when it has the same."""
    import bpy

    _register(name)
    result = bpy.ops.scenewire.part("EXEC_DEFAULT", True)
    if result != {"FINISHED"}:
        raise HandlerError("Blender did not take an undo step", {"result": sorted(result)})


def _register(name: str) -> None:
    import bpy

    global _registered
    if _registered is not None and _registered.bl_label == name:
        return
    unregister()
    _registered = type(
        "SCENEWIRE_OT_part",
        (bpy.types.Operator,),
        {
            "bl_idname": "scenewire.part",
            "bl_label": name,
            "bl_undo_group": name,
            "bl_options": {"UNDO_GROUPED", "INTERNAL"},
            "execute": lambda _self, _context: {"FINISHED"},
        },
    )
    bpy.utils.register_class(_registered)


def unregister() -> None:
    """Takes the operator out of Blender again."""
    import bpy

    global _registered
    if _registered is not None:
        bpy.utils.unregister_class(_registered)
        _registered = None
