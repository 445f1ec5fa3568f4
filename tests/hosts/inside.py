"""Run by a Blender (`blender [-b] -P inside.py -- FOLDER`): runs pytest over the folder in its Python and
exits with its code.
"""

from __future__ import annotations

import os
import sys

sys.path.insert(0, os.environ["SCENEWIRE_PATH"])


def run() -> None:
    """Ends the process itself: Blender's own exit code says nothing of a script's."""
    import pytest

    folders = sys.argv[sys.argv.index("--") + 1 :]
    code = 1
    try:
        code = int(pytest.main(["-q", "-p", "no:cacheprovider", "-p", "no:capture", *folders]))
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def in_window() -> None:
    """Runs once the window is there, as operators do; errors must end the process too."""
    run()


if "-b" in sys.argv or "--background" in sys.argv:
    run()
else:
    import bpy

    bpy.context.preferences.view.show_splash = False
    bpy.app.timers.register(in_window, first_interval=1.0)
