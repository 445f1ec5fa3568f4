"""The command line ``scenewire``; it is written in Rust, the same as the native binary."""

from __future__ import annotations

import signal
import sys


def main() -> int:
    """Runs the command line of this process."""
    from scenewire import _native

    # Python would only note a Ctrl-C and look at it when the command returns.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return _native.main(["scenewire", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
