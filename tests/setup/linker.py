#!/usr/bin/env python3
"""The linker of the wheels for Linux: zig links, because it has every C library as it was, and its LLD does the same
again with what zig does not pass on. In a wheel, which is compressed, like stands best beside like.

rustc calls it; maturin has put its own way to zig into the environment.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys

#: Functions that are the same to the byte are one; functions and constants that are alike stand side by side.
FLAGS = ["--icf=all", "--bp-compression-sort=both"]


def main(argv: list[str]) -> int:
    """Links, and says what could not be linked."""
    (zig,) = (own for name, own in os.environ.items() if re.fullmatch(r"CARGO_TARGET_\w+_LINUX_GNU_LINKER", name))
    first = subprocess.run([zig, *argv], env={**os.environ, "ZIG_VERBOSE_LINK": "1"}, stderr=subprocess.PIPE, text=True)
    commands = [line for line in first.stderr.splitlines() if line.startswith("ld.lld ")]
    if first.returncode or not commands:
        sys.stderr.write(first.stderr)
        return first.returncode or 1
    # The libraries of the system come before what is linked against them.
    return subprocess.run([sys.executable, "-m", "ziglang", *shlex.split(commands[-1]), *FLAGS]).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
