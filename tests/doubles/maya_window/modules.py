"""What Maya does with module files before it is up, and with every `userSetup.py` after.

Source: "Distributing Maya modules" and "userSetup.py" in Autodesk's documentation.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from maya_double import tables

#: Folders of a module that are on Maya's paths without a word.
USUAL = {"scripts": "MAYA_SCRIPT_PATH", "plug-ins": "MAYA_PLUG_IN_PATH", "icons": "XBMLANGPATH"}


def folders() -> Iterator[Path]:
    """Where module files are looked for: the path for them, and this user's own."""
    for folder in os.environ.get("MAYA_MODULE_PATH", "").split(os.pathsep):
        if folder:
            yield Path(folder)
    own = os.environ.get("MAYA_APP_DIR")
    if own:
        yield from (Path(own) / tables.VERSION / "modules", Path(own) / "modules")


def load() -> None:
    """Reads every module file that is for this Maya."""
    for folder in folders():
        for file in sorted(folder.glob("*.mod")):
            read(file)


def read(file: Path) -> None:
    """`+ MAYAVERSION:2025 name version path`, then lines of what else it sets until the next `+`."""
    root: Path | None = None
    for line in file.read_text().splitlines():
        if line.startswith("+"):
            *conditions, _name, _version, place = line[1:].split()
            release = [one.partition(":")[2] for one in conditions if one.startswith("MAYAVERSION:")]
            root = (file.parent / place).resolve() if release in ([], [tables.VERSION]) else None
            for name, variable in USUAL.items():
                if root is not None and (root / name).is_dir():
                    add(variable, root / name)
        elif root is not None and "+:=" in line:
            # Relative to the module, in front of what is there.
            variable, _, value = line.partition("+:=")
            add(variable.strip(), root / value.strip())


#: Folders that modules have put onto Python's path.
ROOTS: list[str] = []


def add(variable: str, folder: Path) -> None:
    """In front; Maya's Python finds scripts and what PYTHONPATH names."""
    before = os.environ.get(variable)
    os.environ[variable] = f"{folder}{os.pathsep}{before}" if before else str(folder)
    if variable in ("MAYA_SCRIPT_PATH", "PYTHONPATH"):
        sys.path.insert(0, str(folder))
        ROOTS.append(f"{folder}{os.sep}")


def imported() -> list[str]:
    """What Python has imported so far from folders of modules."""
    places = {name: getattr(module, "__file__", None) or "" for name, module in sys.modules.items()}
    return sorted(name for name, place in places.items() if place.startswith(tuple(ROOTS)))


def run_user_setups() -> None:
    """Each that Python's path leads to, in a namespace of its own."""
    for folder in list(dict.fromkeys(sys.path)):
        file = Path(folder or ".") / "userSetup.py"
        if file.is_file():
            exec(compile(file.read_text(), str(file), "exec"), {"__name__": "__main__", "__file__": str(file)})
