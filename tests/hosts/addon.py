"""Run by a Blender without a window (`blender -b -P addon.py -- MODULE [ZIP]`): starts scenewire by the button of the
add-on of this name, which is enabled, or is installed first from a zip, and serves until SIGTERM.
"""

from __future__ import annotations

import sys

import bpy

module, *zips = sys.argv[sys.argv.index("--") + 1 :]
for path in zips:
    bpy.ops.preferences.addon_install(filepath=path)
    bpy.ops.preferences.addon_enable(module=module)
    bpy.ops.wm.save_userpref()
if module not in bpy.context.preferences.addons:
    sys.exit(f"{module} is not enabled")
# As in an application that is in nobody's checkout: only what the zip brought is found.
assert bpy.ops.scenewire.start() == {"FINISHED"}

from scenewire import _native  # noqa: E402 - there since the add-on was enabled
from scenewire.host import serve  # noqa: E402

_native.stop_on_signals()
serve()
