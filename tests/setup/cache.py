"""The folder outside the checkout where everything installed lives, and the stamps that say what is
already there.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent


class Missing(Exception):
    """Something that is not there and could not be installed; the text is one sentence that names it."""


def cache(*parts: str) -> Path:
    """A path in the cache folder; its parent exists afterwards."""
    base = os.environ.get("SCENEWIRE_CACHE") or Path.home() / ".cache" / "scenewire"
    path = Path(base).resolve().joinpath(*parts)
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def environment(**extra: str) -> dict[str, str]:
    """The environment of every build: the target folder outside the checkout, two jobs, no virtual
    environment of the caller.
    """
    base = dict(os.environ)
    for name in ("VIRTUAL_ENV", "PYTHONPATH", "PYTHONHOME", "CONDA_PREFIX"):
        base.pop(name, None)
    base.setdefault("CARGO_TARGET_DIR", str(cache("target")))
    base.setdefault("CARGO_BUILD_JOBS", "2")
    base.setdefault("CARGO_TERM_COLOR", "never")
    base.update(extra)
    return base


def run(what: str, argv: Sequence[object], *, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> Path:
    """Runs a command with its output in a log of the cache and gives the log; a failure is `Missing` with its
    last line.
    """
    log = cache("log", what.replace(" ", "-").replace("/", "-") + ".log")
    with log.open("wb") as out:
        try:
            code = subprocess.run(
                [str(a) for a in argv],
                cwd=cwd,
                env=dict(env) if env is not None else environment(),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                check=False,
            ).returncode
        except FileNotFoundError as error:
            raise Missing(f"{what}: {error.filename} is not installed") from error
    if code != 0:
        lines = [line for line in log.read_text(errors="replace").splitlines() if line.strip()]
        raise Missing(f"{what} failed with exit code {code}: {lines[-1] if lines else 'no output'} (log: {log})")
    return log


def digest(*parts: object) -> str:
    """A short digest of texts and of files' contents; a folder counts with every file under it."""
    total = hashlib.sha256()
    for part in parts:
        for path in files_of(part):
            total.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
        if not isinstance(part, Path):
            total.update(str(part).encode() + b"\0")
    return total.hexdigest()[:16]


def files_of(part: object) -> list[Path]:
    """The files that a path stands for, in a stable order, without what builds leave behind."""
    if not isinstance(part, Path):
        return []
    if part.is_file():
        return [part]
    found = (p for p in part.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    return sorted(p for p in found if p.suffix not in {".so", ".pyd", ".pyc"})


def is_stamped(name: str, key: str) -> bool:
    """Whether the stamp says that the work is done."""
    stamp = cache("stamps", name)
    return stamp.exists() and stamp.read_text() == key


@contextlib.contextmanager
def stamped(name: str, key: str) -> Iterator[bool]:
    """Gives whether the work must be done; afterwards the stamp says that it is. Two makes at once
    wait for each other.
    """
    stamp = cache("stamps", name)
    with cache("stamps", name + ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if is_stamped(name, key):
            yield False
            return
        stamp.unlink(missing_ok=True)
        yield True
        stamp.write_text(key)
