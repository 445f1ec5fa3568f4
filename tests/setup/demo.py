"""What `make demo` does: a venv with the `bpy` that fits, the wheel in it, and the demo itself."""

from __future__ import annotations

import os
import subprocess

from . import venvs, wheel
from .cache import environment

#: Said of what is not there yet.
STEPS = {
    "bpy": "Installing Blender as a Python module (350 MB, once) ...",
    "wheel": "Building scenewire (about three minutes, once per change of its sources) ...",
}


def run_demo() -> int:
    """Runs the demo in the checkout; its picture lands in `demo.png`."""
    name = venvs.fitting_bpy()
    if not venvs.has_bpy(name):
        print(STEPS["bpy"], flush=True)
    python = venvs.bpy(name)
    if not wheel.is_built():
        print(STEPS["wheel"], flush=True)
    command = wheel.install(python).parent / "scenewire"
    env = environment(PATH=wheel.path_with(python.parent))
    return subprocess.run([str(command), "demo"], cwd=os.getcwd(), env=env, check=False).returncode
