"""Finds interpreters: `python3.X` on PATH when it really runs (a pyenv shim may not), else pyenv's own
folders.
"""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
from pathlib import Path

from .cache import Missing


@functools.cache
def find(version: str) -> Path:
    """The interpreter of this version, such as `3.11`; `Missing` names it."""
    for candidate in candidates(version):
        if runs(candidate, version):
            return candidate
    raise Missing(f"Python {version} is not installed (neither python{version} on PATH nor a pyenv version)")


def candidates(version: str) -> list[Path]:
    """Where such an interpreter may be, best first."""
    on_path = shutil.which(f"python{version}")
    roots = [Path(os.environ["PYENV_ROOT"])] if os.environ.get("PYENV_ROOT") else []
    roots.append(Path.home() / ".pyenv")
    found = [p for root in roots for p in sorted(root.glob(f"versions/{version}.*/bin/python"), reverse=True)]
    return ([Path(on_path)] if on_path else []) + found + [Path(f"/usr/bin/python{version}")]


def runs(python: Path, version: str) -> bool:
    """Whether it starts, is that version, can make virtual environments (Debian has `ensurepip` apart) and is not in
    one itself: a caller's activated venv may be one of those that are about to be made anew.
    """
    check = "import sys, ensurepip; sys.prefix == sys.base_prefix and print('%d.%d' % sys.version_info[:2])"
    try:
        done = subprocess.run([str(python), "-c", check], capture_output=True, text=True, check=False, timeout=60)
    except OSError:
        return False
    return done.stdout.strip() == version
