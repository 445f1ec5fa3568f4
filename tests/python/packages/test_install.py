"""`scenewire install blender`, from the installed wheel into real Blenders, with nothing but the wheel."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .blender import Blender

SCENEWIRE = str(Path(sys.executable).parent / "scenewire")
EXTENSION = "bl_ext.user_default.scenewire_addon"
LEGACY = "scenewire_addon"


class Person:
    """Somebody with one Blender, at a shell."""

    def __init__(self, blender: Blender) -> None:
        self.blender = blender
        self.module = EXTENSION if blender.spec["root"] else LEGACY
        self.program = blender.folder / "blender"
        settings = shlex.join(["env", *(f"{name}={value}" for name, value in blender.environment().items())])
        enter = settings + " " + shlex.join(blender.spec["argv"])
        # A path of ours under the folder is one that this Blender can read, by its own name for it.
        lines = [
            "#!/bin/bash",
            f"root={shlex.quote(blender.spec['root'])}",
            'words=("${@//"$root"/}")' if blender.spec["root"] else 'words=("$@")',
            f'exec {enter} "${{words[@]}}"',
        ]
        self.script(self.program, lines)

    def script(self, path: Path, lines: list[str]) -> None:
        path.write_text("\n".join(lines) + "\n")
        path.chmod(0o755)

    def run(self, *argv: str) -> tuple[int, list[dict[str, Any]]]:
        """One command about this Blender: exit code, and what it says of each."""
        command = [SCENEWIRE, *argv, "--blender", str(self.program), "--json"]
        env = {**os.environ, "SCENEWIRE_HOME": str(self.blender.folder / "home"), "PATH": "/usr/bin:/bin"}
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=400)
        assert done.stdout, done.stderr
        return done.returncode, json.loads(done.stdout)["blenders"]

    def outcome(self, *argv: str) -> str:
        """Of a command that succeeds."""
        code, (done,) = self.run(*argv)
        assert code == 0, done
        return str(done["outcome"])

    def files(self) -> dict[str, bytes]:
        """Everything that is there, but for the program and what Blender remembers of thumbnails."""
        every = (path for path in self.blender.folder.rglob("*") if path.is_file() and ".cache" not in path.parts)
        return {str(path): path.read_bytes() for path in every if path != self.program}

    def main_file(self, name: str) -> Path:
        """A file of the installed add-on."""
        (found,) = self.blender.folder.rglob(f"scenewire_addon/{name}")
        return found


@pytest.fixture(params=["newest", "oldest"])
def person(request: pytest.FixtureRequest) -> Person:
    """With the newest Blender, and with the oldest."""
    return Person(request.getfixturevalue(request.param))


def test_installs_and_the_add_on_serves(person: Person) -> None:
    import conftest

    before = person.files()
    code, (dry,) = person.run("install", "blender", "--dry-run")
    assert (code, dry["outcome"], len(dry["steps"])) == (0, "would_change", 1), dry
    assert person.files() == before
    code, (done,) = person.run("install", "blender")
    assert (code, done["outcome"]) == (0, "installed"), done
    host = person.blender.serve(person.module)
    try:
        call = conftest.connect(host)
        assert call.python("__import__('scenewire').__file__").startswith(person.blender.inside(person.blender.folder))
        call.client.close()
    finally:
        assert conftest.stop(host) == 0


def test_once_is_enough_and_what_is_amiss_is_mended(person: Person) -> None:
    assert person.outcome("install", "blender") == "installed"
    before = person.files()
    assert person.outcome("install", "blender") == "already_there"
    assert person.files() == before
    person.blender.python(
        f"import addon_utils, bpy; addon_utils.disable({person.module!r}, default_set=True); "
        "bpy.ops.wm.save_userpref(); print('::')"
    )
    assert person.outcome("install", "blender") == "repaired"
    # An older one was there before.
    name, new, old = ("__init__.py", '"version": (0, 1, 0)', '"version": (0, 0, 9)')
    if person.module == EXTENSION:
        name, new, old = ("blender_manifest.toml", 'version = "0.1.0"', 'version = "0.0.9"')
    file = person.main_file(name)
    assert new in file.read_text()
    file.write_text(file.read_text().replace(new, old))
    code, (done,) = person.run("install", "blender")
    assert (code, done["outcome"], done["said"]) == (0, "upgraded", "upgraded from 0.0.9 to 0.1.0"), done
    assert person.outcome("install", "blender") == "already_there"


def test_uninstalls_without_a_trace_and_leaves_keys(person: Person) -> None:
    home = person.blender.folder / "home"
    (home / "keys.json").write_text("{}")
    person.outcome("install", "blender")
    assert person.outcome("uninstall", "blender", "--dry-run") == "would_change"
    assert person.outcome("uninstall", "blender") == "removed"
    left = [path for path in person.files() if "scenewire" in path.rpartition(person.blender.folder.name)[2]]
    assert left == []
    assert [path.name for path in home.iterdir()] == ["keys.json"]
    assert person.outcome("uninstall", "blender", "--purge") == "not_there"
    assert list(home.iterdir()) == []


def test_a_package_that_does_not_load_is_no_success(person: Person) -> None:
    """Blender says that it installed it, and it would not work: that is what must be said."""
    import zipfile

    made = json.loads(Path(os.environ["SCENEWIRE_TEST_PACKAGES"]).read_text())
    good = Path(made["extension" if person.module == EXTENSION else "legacy"])
    bad = person.blender.folder / good.name
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(bad, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, spoiled(content) if name.endswith(".whl") else content)
    code, (done,) = person.run("install", "blender", "--zip", str(bad))
    assert (code, done["outcome"]) == (1, "failed"), done
    assert "did not load" in done["said"]
    assert person.outcome("install", "blender") == "repaired"


def spoiled(wheel: bytes) -> bytes:
    """A wheel whose native module is none."""
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(wheel)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"broken" if "_native.abi3" in name else old.read(name))
        # Another build has another record, by which the legacy add-on knows it.
        record = next(name for name in old.namelist() if name.endswith("RECORD"))
        new.writestr(record.replace("RECORD", "extra.txt"), b"")
    return out.getvalue()


def test_the_other_zip_is_refused_with_the_reason(person: Person) -> None:
    made = json.loads(Path(os.environ["SCENEWIRE_TEST_PACKAGES"]).read_text())
    other = made["legacy" if person.module == EXTENSION else "extension"]
    code, (done,) = person.run("install", "blender", "--zip", other)
    assert (code, done["outcome"]) == (1, "refused"), done
    assert "this Blender needs" in done["said"]
