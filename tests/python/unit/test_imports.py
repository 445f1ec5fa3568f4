"""Adapters are there without their applications, which they import inside functions only. Blender's is not among them:
which fields it has depends on the Blender that it is in.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys

import pytest

APPLICATIONS = ("bpy", "pxr", "maya", "unreal")


@pytest.mark.parametrize("package", [f"scenewire.adapters.{name}" for name in ("usd", "maya", "unreal")])
def test_no_module_of_an_adapter_needs_its_application_to_be_imported(package: str) -> None:
    modules = [found.name for found in pkgutil.iter_modules(importlib.import_module(package).__path__)]
    assert len(modules) > 20
    for name in modules:
        importlib.import_module(f"{package}.{name}")
    assert not [name for name in APPLICATIONS if name in sys.modules]
