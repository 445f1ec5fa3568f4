"""Run inside a Blender: disables a copy of the add-on that is no extension, and removes it with its unpacked package.

Blender's own operator for it asks for a window.
"""

import os
import shutil

import addon_utils
import bpy

addon_utils.disable("scenewire_addon", default_set=True)
folder = "@given@".rstrip("/\\")
if os.path.islink(folder):
    # Somebody's checkout: only the link is Blender's.
    os.remove(folder)
else:
    shutil.rmtree(folder)
shutil.rmtree(bpy.utils.user_resource("DATAFILES", path="scenewire"), ignore_errors=True)
bpy.ops.wm.save_userpref()
