"""Whether this add-on and the scenewire package that Blender finds are made for each other."""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from importlib import metadata
from importlib.util import find_spec
from typing import Any

from . import library

#: This add-on's, and of the package that it comes with; from Cargo.toml (``tests/setup/version.py``).
VERSION = "0.1.0"
_REINSTALL = "reinstall the add-on's zip"


class Unfit(Exception):
    """There is no package that this add-on can work with; says what the artist can do."""


def problem() -> str | None:
    """Why scenewire cannot be started from here, as a sentence that says what to do, or None when all is well.

    Imports nothing, so a panel may ask at every redraw.
    """
    return judge(VERSION, _installed(), _loaded(), library.problem())


def package() -> Any:
    """The scenewire package, imported if need be; raises ``Unfit`` with the ``problem()``."""
    why = problem()
    if why is not None:
        raise Unfit(why)
    try:
        import scenewire
        import scenewire._native
    except ImportError as error:
        raise Unfit(f"The scenewire package does not load in this Blender ({error}): {_REINSTALL}") from error
    return scenewire


def loaded() -> Any:
    """The scenewire package when something has imported it whole, or None: drawing must not import anything."""
    return sys.modules.get("scenewire") if "scenewire._native" in sys.modules else None


def judge(wanted: str, installed: str | None, imported: str | None, broken: str | None) -> str | None:
    """``problem()`` for given versions: the add-on's, the package's on the path, and of the one that is imported."""
    needs = f"This add-on is {wanted} and needs scenewire {_range(wanted)}"
    if broken is not None:
        return f"{needs}, but {broken}"
    if imported is None and installed is None:
        return f"{needs}, but it is not installed: {_REINSTALL}"
    if installed is not None and not _fits(wanted, installed):
        return f"{needs}, but {installed} is installed: {_REINSTALL}"
    if imported is not None and not _fits(wanted, imported):
        return f"{needs}, but {imported} is still loaded: restart Blender"
    return None


def _fits(wanted: str, found: str) -> bool:
    """Of the same line, and no older: the add-on may use what its own version brought."""
    return _line(found) == _line(wanted) and _numbers(found) >= _numbers(wanted)


def _range(wanted: str) -> str:
    line = ".".join(map(str, _line(wanted)))
    first = not any(_numbers(wanted)[len(_line(wanted)) :])
    return line if first else f"{wanted} or a later {line}"


def _line(version: str) -> list[int]:
    """What two versions must share: by semantic versioning the first number, before 1.0 the second too."""
    numbers = _numbers(version)
    return numbers[:2] if numbers[:1] == [0] else numbers[:1]


def _numbers(version: str) -> list[int]:
    """``[0, 1, 0]`` of ``0.1.0-rc.1+local``; what is no version has none and fits nothing."""
    return [int(number) for number in re.findall(r"\d+", re.split(r"[-+]", version)[0])]


@lru_cache(maxsize=1)
def _installed() -> str | None:
    """Version of the package on Python's path; it changes with a reinstallation only, which loads this module anew."""
    if find_spec("scenewire") is None:
        return None
    try:
        return metadata.version("scenewire")
    except metadata.PackageNotFoundError:
        # A checkout on the path, not an installation: which version it is shows when it is imported.
        return VERSION


def _loaded() -> str | None:
    """Version of the package that this Python has imported already."""
    return getattr(sys.modules.get("scenewire._native"), "__version__", None)
