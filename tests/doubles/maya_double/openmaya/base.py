"""What all classes here share: a method that Maya has and the double has not fails the test."""

from __future__ import annotations

from typing import Any

from maya_double import faults


class Api:
    """A class of the API."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        raise faults.NotModelled(f"{type(self).__name__}.{name}")
