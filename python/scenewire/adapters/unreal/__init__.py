"""Unreal Engine's editor. `unreal` is imported inside functions only."""

from scenewire.adapters.unreal.adapter import create_adapter
from scenewire.adapters.unreal.pump import install_pump

__all__ = ["create_adapter", "install_pump"]
