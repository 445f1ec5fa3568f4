"""Autodesk Maya, with its window or as mayapy. `maya` is imported inside functions only."""

from scenewire.adapters.maya.adapter import create_adapter
from scenewire.adapters.maya.pump import install_pump

__all__ = ["create_adapter", "install_pump"]
