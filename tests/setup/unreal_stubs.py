"""The tables that the Unreal double is checked against, read from the published stubs once and kept in the cache."""

from __future__ import annotations

from pathlib import Path

from . import venvs
from .cache import HERE, ROOT, cache, digest, environment, run, stamped

_DOUBLES = ROOT / "tests" / "doubles"


def tables() -> Path:
    """The file; the stubs are pinned by their hash, and only read."""
    python = venvs.make("unreal", "3.11", "test", "unreal")
    path = cache("unreal-stubs.json")
    key = digest(HERE / "requirements-unreal.txt", _DOUBLES / "unreal_double" / "stubs.py")
    with stamped("unreal-stubs", key) as needed:
        if needed:
            argv = [python, "-m", "unreal_double.stubs", path]
            run("tables of Unreal's stubs", argv, env=environment(PYTHONPATH=str(_DOUBLES)))
    return path
