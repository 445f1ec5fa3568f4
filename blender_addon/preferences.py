"""What the artist decides once."""

from __future__ import annotations

from typing import Any

import bpy


class ScenewirePreferences(bpy.types.AddonPreferences):  # type: ignore[misc,unused-ignore]
    """Kept by Blender with its own preferences."""

    bl_idname = str(__package__)

    instance_name: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="Name",
        description="Under which agents and scripts find this Blender; numbered when another has it",
        default="blender",
    )
    start_automatically: bpy.props.BoolProperty(  # type: ignore[valid-type]
        name="Start with Blender",
        description="Let clients in as soon as Blender is open",
        default=False,
    )
    allow_python: bpy.props.BoolProperty(  # type: ignore[valid-type]
        name="Allow Python",
        description="Let clients run Python here, which may do anything that you may do",
        default=True,
    )

    def draw(self, _context: bpy.types.Context) -> None:
        """Below the add-on in Blender's preferences."""
        for name in ("instance_name", "start_automatically", "allow_python"):
            self.layout.prop(self, name)


def preferences() -> Any:
    """The add-on's own."""
    return bpy.context.preferences.addons[str(__package__)].preferences


def register() -> None:
    bpy.utils.register_class(ScenewirePreferences)


def unregister() -> None:
    bpy.utils.unregister_class(ScenewirePreferences)
