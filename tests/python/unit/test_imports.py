"""Adapters are there without their applications, which they import inside functions only."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import pytest

APPLICATIONS = ("bpy", "pxr", "maya")


@pytest.mark.parametrize("package", ["blender", "usd", "maya"])
def test_no_module_of_an_adapter_needs_its_application_to_be_imported(package: str) -> None:
    package = importlib.import_module(f"scenewire.adapters.{package}")
    modules = [found.name for found in pkgutil.iter_modules(package.__path__)]
    assert len(modules) > 20
    for name in modules:
        importlib.import_module(f"scenewire.adapters.{package}.{name}")
    assert not [name for name in APPLICATIONS if name in sys.modules]
