"""Blender 3.4 to 5.2, with a window or without. `bpy` is imported inside functions only."""

from scenewire.adapters.blender.adapter import create_adapter
from scenewire.adapters.blender.pump import install_pump

__all__ = ["create_adapter", "install_pump"]
