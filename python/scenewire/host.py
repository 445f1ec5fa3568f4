"""A host in the foreground: ``python -m scenewire.host --name N --file F``, or ``blender -b -P`` with ``main([...])``.

Without a window it runs commands until SIGTERM or Ctrl-C and exits with 0. With one it installs the pump into the
application's own event loop and returns.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import scenewire
from scenewire import _native
from scenewire.errors import SceneWireError


def main(arguments: Sequence[str] | None = None) -> int:
    """Starts the host of this process; ``arguments`` None takes those of the command line."""
    options = _parser().parse_args(_own_arguments(sys.argv) if arguments is None else list(arguments))
    try:
        status = _start(options)
    except SceneWireError as error:
        scenewire.stop()
        print(f"scenewire host: {error}", *error.suggestions, sep="\n  ", file=sys.stderr)
        sys.exit(1)
    print(_ready(status), flush=True)
    if status["instance"]["headless"]:
        serve()
        sys.exit(0)
    return 0


def _start(options: argparse.Namespace) -> dict[str, Any]:
    status = scenewire.start(
        name=options.name, port=options.port, allow_python=not options.no_python, roots=_roots(options.file)
    )
    if status["instance"]["headless"]:
        # Ours in Rust works while a command runs; Python's own would raise into that command.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        _native.stop_on_signals()
    if options.file:
        scenewire.connect(status["instance"]["id"]).open_file(path=os.path.abspath(options.file))
    return status


def _roots(file: str | None) -> list[Path]:
    """What a host may read and write when nothing is said, and the folder of the file that was named."""
    if file is None:
        return []
    usual = [Path.home(), Path.cwd(), Path(tempfile.gettempdir()), Path(file).absolute().parent]
    return [folder for folder in usual if folder != Path(folder.anchor)]


def _ready(status: dict[str, Any]) -> str:
    instance = status["instance"]
    port = status["url"].rsplit(":", 1)[1].split("/")[0]
    about = f"{instance['id']}, {instance['app']} {instance['app_version']}, port {port}"
    return f"scenewire host {instance['name']} ready ({about})"


def serve() -> None:
    """Runs commands until the host is stopped; the thread sleeps while there are none."""
    while _native.is_running():
        _native.wait()
        _native.pump(linger=0.0)
    _native.stop()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scenewire.host", description=__doc__)
    parser.add_argument("--name", help="name under which the session is known")
    parser.add_argument("--file", help="file to open")
    parser.add_argument("--port", type=int, default=0, help="loopback port, 0 for a free one")
    parser.add_argument("--no-python", action="store_true", help="refuse execute_python")
    return parser


def _own_arguments(argv: Sequence[str]) -> list[str]:
    """Those after ``--`` where the application has arguments of its own (``blender -b -P host.py -- --name N``)."""
    if "--" in argv:
        return list(argv[argv.index("--") + 1 :])
    return [] if "bpy" in sys.modules else list(argv[1:])


if __name__ == "__main__":
    sys.exit(main())
