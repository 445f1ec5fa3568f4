"""Run inside a Blender older than 4.2: installs or upgrades the add-on from a zip, and enables it."""

import bpy

bpy.ops.preferences.addon_install(overwrite=True, filepath="@given@")
if bpy.ops.preferences.addon_enable(module="scenewire_addon") != {"FINISHED"}:
    raise RuntimeError("Blender did not enable the add-on")
bpy.ops.wm.save_userpref()
