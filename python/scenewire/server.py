"""The gateway, started as ``python -m scenewire.server`` with the flags of ``scenewire gateway``."""

from __future__ import annotations

import sys

from scenewire.__main__ import main as scenewire


def main() -> int:
    """Runs the gateway until it is told to stop."""
    sys.argv[1:1] = ["gateway"]
    return scenewire()


if __name__ == "__main__":
    sys.exit(main())
