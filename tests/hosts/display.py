"""Runs a command under an X display of its own: `display.py COMMAND ...`; Xvfb picks the number and ends
with it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys

SCREEN = ["-screen", "0", "1400x1400x24", "+extension", "GLX", "-noreset", "-nolisten", "tcp"]


def main(argv: list[str]) -> int:
    """Gives the command's exit code. What interrupts both is the command's to hear."""
    signal.signal(signal.SIGINT, lambda _number, _frame: None)
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), *SCREEN],
        pass_fds=[write],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as number:
            display = number.readline().strip()
        if not display:
            print("Xvfb did not start", file=sys.stderr)
            return 1
        return subprocess.run(argv, env={**os.environ, "DISPLAY": f":{display}"}, check=False).returncode
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
