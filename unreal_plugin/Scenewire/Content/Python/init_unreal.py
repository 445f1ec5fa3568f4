"""Run by the Python Editor Script Plugin when the editor starts, as every `Content/Python/init_unreal.py` is."""

from scenewire_unreal import menu

menu.add()
