"""A Blender with settings of its own, in which a person installs the add-on."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HOSTS = Path(__file__).resolve().parents[2] / "hosts"
#: Blender starts in two seconds; a busy machine is slow.
PATIENCE = 120.0


@dataclass
class Blender:
    """One Blender and the folder where everything of this test is, its settings too."""

    spec: dict[str, Any]
    folder: Path

    def inside(self, path: Path) -> str:
        """A path under the folder as this Blender sees it."""
        return str(path)[len(self.spec["root"]) :]

    def bring(self, path: Path) -> str:
        """A copy of a file where this Blender can read it."""
        return self.inside(Path(shutil.copy(path, self.folder)))

    def environment(self) -> dict[str, str]:
        """Nothing of the person who runs the tests, and nothing that leads to another scenewire."""
        own = self.inside(self.folder)
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        # The first is what Blender 4.2 and later read, the others are for those before.
        folders = {"RESOURCES": own, "CONFIG": f"{own}/config", "SCRIPTS": f"{own}/scripts"}
        folders["DATAFILES"] = f"{own}/datafiles"
        user = {f"BLENDER_USER_{name}": folder for name, folder in folders.items()}
        return {**kept, **user, "HOME": own, "SCENEWIRE_HOME": f"{own}/home"}

    def run(self, *argv: str) -> subprocess.CompletedProcess[str]:
        """Runs this Blender to its end, with what it says in one text."""
        return subprocess.run(
            [*self.spec["argv"], *argv],
            env=self.environment(),
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    def python(self, code: str) -> str:
        """What a script without a window prints behind its last `:: `; one that raises fails the test."""
        done = self.run("-b", "--python-exit-code", "1", "--python-expr", code)
        assert done.returncode == 0, done.stdout
        return done.stdout.rpartition(":: ")[2].splitlines()[0]

    def serve(self, *argv: str) -> Any:
        """Starts it with the add-on's button pressed; a running host as `conftest.launch` gives it."""
        import conftest

        script = self.bring(HOSTS / "addon.py")
        command = [*self.spec["argv"], "-b", "--python-exit-code", "1", "-P", script, "--", *argv]
        return conftest.launch({**self.spec, "argv": command, "env": self.environment()}, self.folder / "home")
