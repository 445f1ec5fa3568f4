"""Whose the code of a file is: Python's, the application's, the project's, or somebody else's.

Somebody else's is what was installed beside them and what lies elsewhere: packages in `site-packages`, add-ons and
extensions that nobody has enabled, files elsewhere on ``sys.path``. What was loaded when a piece of work began is the
owner's choice.
"""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from types import ModuleType
from typing import Any

#: How the folders are called into which packages are installed, also below a project.
INSTALLED = ("site-packages", "dist-packages")
#: What every application here brings or asks for when it is installed.
_NEEDED = ("numpy", "scenewire")


@dataclass(frozen=True)
class Application:
    """Where an application keeps code."""

    #: Folders that came with it, packages in them included.
    shipped: tuple[str, ...] = ()
    #: Folders into which its user installs more, wherever they lie.
    installed: tuple[str, ...] = ()


#: Of this process; its adapter says it. Asked when it is first needed, because most code needs no answer.
application: Callable[[], Application] = Application


class Loaded:
    """What is loaded now, for later: to keep it costs next to nothing, to look where it lies does."""

    def __init__(self) -> None:
        self._modules = tuple(sys.modules.values())

    @functools.cached_property
    def places(self) -> tuple[str, ...]:
        """The files of modules and the folders of packages."""
        found = []
        for module in self._modules:
            # No `getattr`: some modules import what they are asked for.
            about: dict[str, Any] = module.__dict__ if isinstance(module, ModuleType) else {}
            file = about.get("__file__")
            # What has no file may say so in one of its own words, which is no path below the current folder.
            if isinstance(file, str) and os.path.isabs(file):
                place = os.path.abspath(file)
                found.append(os.path.join(os.path.dirname(place), "") if "__path__" in about else place)
        return tuple(found)


def is_foreign(file: str, roots: Sequence[str], loaded: Loaded) -> bool:
    """Whether the code of a file is third-party for who works in these real ``roots`` and found that loaded."""
    both = given, real = os.path.abspath(file), os.path.realpath(file)
    if any(one.startswith(folder) and not _marks(one[len(folder) :]) for one in both for folder in _PYTHON):
        return False
    if any(real.startswith(root) and not _is_installed(given, real, root) for root in roots):
        return False
    came = _came(application())
    return not (given.startswith(came) or real.startswith(came) or given.startswith(loaded.places))


def is_file(code: object) -> bool:
    """Whether code that is called so came from a file, or from an archive; else it came as text."""
    if not isinstance(code, str) or not code or code.startswith("<"):
        return False
    place = os.path.abspath(code)
    while not os.path.exists(place):
        place = os.path.dirname(place)
    return os.path.isfile(place)


def name_of(file: str) -> str:
    """As which module a file is found on ``sys.path``."""
    given = os.path.abspath(file)
    folders = (os.path.join(os.path.abspath(folder), "") for folder in sys.path)
    longest = max((folder for folder in folders if given.startswith(folder)), key=len, default="")
    path = os.path.splitext(given[len(longest) :] if longest else os.path.basename(given))[0]
    return path.replace(os.sep, ".").removesuffix(".__init__")


@functools.lru_cache(maxsize=16)
def inside(folders: tuple[str, ...]) -> tuple[str, ...]:
    """The real folders with a separator behind; kept, because a look at each would take longer than most code."""
    return tuple({os.path.join(os.path.realpath(folder), "") for folder in folders if folder})


def _both(folders: tuple[str, ...]) -> tuple[str, ...]:
    """As they were given, and the real ones."""
    return (*(os.path.join(os.path.abspath(folder), "") for folder in folders if folder), *inside(folders))


def _standard_library() -> tuple[str, ...]:
    """Also where Windows keeps its compiled parts, and an embedded one all of it: in an archive."""
    archive = f"python{sys.version_info.major}{sys.version_info.minor}.zip"
    parts = (path for path in sys.path if os.path.basename(path) in (archive, "lib-dynload"))
    return _both((os.path.dirname(os.__file__), os.path.join(sys.base_prefix, "DLLs"), *parts))


#: Found before any code could add to `sys.path`.
_PYTHON = _standard_library()


def _marks(path: str) -> int:
    return sum(part in INSTALLED for part in path.split(os.sep))


def _is_installed(given: str, real: str, root: str) -> bool:
    """Whether a file below a root was installed there and not written; its owner may open such a folder itself."""
    if max(_marks(given), _marks(real)) > _marks(root):
        return True
    return any(real.startswith(folder) and not root.startswith(folder) for folder in inside(application().installed))


@functools.lru_cache(maxsize=4)
def _came(where: Application) -> tuple[str, ...]:
    """What came with the application, and what it asks for."""
    specs = (find_spec(name) for name in _NEEDED)
    needed = (os.path.dirname(spec.origin) for spec in specs if spec is not None and spec.origin)
    return _both(tuple(filter(os.path.isabs, (*where.shipped, *needed))))
