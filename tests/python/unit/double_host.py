"""A process with a double in it: prints what clients need, then runs until a signal, as `scenewire.host` does."""

from __future__ import annotations

import json
import signal

import scenewire
from double import Double
from scenewire import _native
from scenewire.host import serve

if __name__ == "__main__":
    status = scenewire.start(Double(), name="double")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _native.stop_on_signals()
    print(json.dumps(status), flush=True)
    serve()
