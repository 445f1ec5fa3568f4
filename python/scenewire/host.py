"""A host in the foreground: ``python -m scenewire.host --name N --file F``, ``blender -b -P`` or ``maya -batch -command
'python("...")'`` with ``main([...])``.

Without a window it runs commands until SIGTERM or Ctrl-C and exits with 0. With one it installs the pump into the
application's own event loop and returns.
"""

from __future__ import annotations

import argparse
import difflib
import json
import os
import signal
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import scenewire
from scenewire import _native
from scenewire._start import APPS
from scenewire.adapters.contract import Adapter
from scenewire.errors import HandlerError, InvalidParamsError, SceneWireError, SceneWireFileNotFoundError

#: What `--set` may choose; each as `scenewire.start` takes it.
SETTINGS = [
    "read_only",
    "guard_python",
    "third_party_code",
    "allow_network",
    "asset_sources",
    "asset_cache_mb",
    "allow_files",
    "roots",
    "ask_python",
    "ask_files",
    "ask_deletes_over",
    "unattended",
    "approver",
]


def main(arguments: Sequence[str] | None = None, adapter: Adapter | None = None) -> int:
    """Starts the host of this process; ``arguments`` None takes those of the command line, ``adapter`` None finds the
    application."""
    options = _parser().parse_args(_own_arguments(sys.argv) if arguments is None else list(arguments))
    try:
        status = _start(options, adapter)
    except SceneWireError as error:
        scenewire.stop()
        print(f"scenewire host: {error}", *error.suggestions, sep="\n  ", file=sys.stderr)
        # All that a host is started with stands on its command line: what is wrong with it is wrong usage.
        sys.exit(2 if isinstance(error, InvalidParamsError) else 1)
    print(_ready(status), flush=True)
    if status["instance"]["headless"]:
        serve()
        if "bpy" in sys.modules:
            # Blender would go on to the next of its arguments. A `maya -batch` ends with the command that called this.
            sys.exit(0)
    return 0


def _start(options: argparse.Namespace, adapter: Adapter | None) -> dict[str, Any]:
    if options.file and not os.path.isfile(options.file):
        # Before the host is there: nobody shall be let in and thrown out again.
        path = os.path.abspath(options.file)
        found = "is a folder" if os.path.isdir(path) else "is not there"
        raise SceneWireFileNotFoundError(
            f"--file: `{path}` {found}",
            {"path": path},
            [
                "name a file that the application opens",
                "or leave --file out for an empty scene, and save it with save_file",
            ],
        )
    status = scenewire.start(
        adapter,
        name=options.name,
        port=options.port,
        foreign_port=options.foreign_port,
        app=options.app,
        **{**_policy(options), **_remote(options)},
    )
    foreign = status.get("foreign")
    if foreign is not None and foreign["state"] == "refused":
        raise HandlerError(foreign["reason"], {"port": foreign["port"]}, ["stop the other one, or give another port"])
    if status["instance"]["headless"]:
        # Ours in Rust works while a command runs; Python's own would raise into that command.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        _native.stop_on_signals()
    if options.file:
        scenewire.connect(status["instance"]["id"]).open_file(path=os.path.abspath(options.file))
    return status


def _policy(options: argparse.Namespace) -> dict[str, Any]:
    """What clients may do, with what `--set` chose; what is wrong with a value the host says."""
    chosen: dict[str, Any] = {"allow_python": not options.no_python, "roots": _roots(options.file)}
    for word in options.set:
        name, equals, value = word.partition("=")
        if name not in SETTINGS:
            near = difflib.get_close_matches(name, SETTINGS, n=3, cutoff=0.5) or SETTINGS
            raise InvalidParamsError(f"--set: there is no setting `{name}`", {"got": name}, near)
        if not equals:
            raise InvalidParamsError(
                f"--set: `{name}` is given no value", {"got": word}, [f"write --set {name}=VALUE, such as {name}=true"]
            )
        try:
            chosen[name] = json.loads(value)
        except ValueError:
            chosen[name] = value
    return chosen


def _remote(options: argparse.Namespace) -> dict[str, Any]:
    """The arguments of ``scenewire.start`` for remote mode."""
    # Whatever runs in the host or is started by it must not find its key.
    own = os.environ.pop("SCENEWIRE_KEY", None) if options.gateway is not None else None
    given: dict[str, Any] = {
        "url": options.gateway or None,
        "key": _key_of(options.key_file) if options.key_file else options.key,
        "ca": options.ca,
        "pin": options.pin,
        "allow_remote_python": options.allow_remote_python,
        "instance_id": options.instance_id,
    }
    if options.gateway is not None:
        if not (options.gateway or os.environ.get("SCENEWIRE_GATEWAY")):
            raise InvalidParamsError(
                "--gateway: no address was given, and SCENEWIRE_GATEWAY is not set",
                {"argument": "--gateway"},
                ["write --gateway https://gateway.example:8443"],
            )
        given.update(mode="remote", key=given["key"] if given["key"] is not None else own)
    return given


def _key_of(file: str) -> str:
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no text"
        raise SceneWireFileNotFoundError(f"the key's file `{file}` cannot be read: {reason}", {"path": file}) from None


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


#: Seconds without sleep after a call: twice what a client on this machine takes to read an answer and call again.
LINGER = 150e-6


def serve() -> None:
    """Runs commands until the host is stopped; the thread sleeps while there are none."""
    while _native.is_running():
        _native.wait()
        _native.pump(linger=LINGER)
    _native.stop()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scenewire.host", description=__doc__)
    parser.add_argument(
        "--app",
        choices=sorted(APPS),
        help="which host, where this Python has several: Blender (bpy), Maya (mayapy), OpenUSD (usd) or Unreal",
    )
    parser.add_argument("--name", help="name under which the session is known")
    parser.add_argument("--file", help="file to open")
    parser.add_argument("--port", type=int, default=0, help="loopback port, 0 for a free one")
    parser.add_argument(
        "--foreign-port",
        type=int,
        metavar="PORT",
        help="also let clients of blender-mcp, the Blender Lab (look on 9876) and the Maya MCP server's design in, "
        "on this loopback port",
    )
    parser.add_argument("--no-python", action="store_true", help="refuse execute_python")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help=f"choose what clients may do and what is asked before, again and again: {', '.join(SETTINGS)}",
    )
    remote = parser.add_argument_group("over a gateway")
    remote.add_argument(
        "--gateway",
        metavar="URL",
        nargs="?",
        const="",
        help="dial this gateway (https://...), so that its users reach this session; without URL: SCENEWIRE_GATEWAY",
    )
    key = remote.add_mutually_exclusive_group()
    key.add_argument(
        "--key",
        help="key for the gateway; other users of this machine can see it on a command line, so rather set "
        "SCENEWIRE_KEY or give --key-file",
    )
    key.add_argument("--key-file", metavar="FILE", help="file that holds the key and nothing else")
    remote.add_argument("--ca", metavar="FILE", help="believe the authorities in this PEM file, and no others")
    remote.add_argument(
        "--pin", metavar="FINGERPRINT", help="believe only the certificate with this fingerprint; else SCENEWIRE_PIN"
    )
    remote.add_argument("--allow-remote-python", action="store_true", help="allow execute_python over the gateway too")
    remote.add_argument("--instance-id", metavar="ID", help="id that the gateway reserved for this session")
    return parser


def _own_arguments(argv: Sequence[str]) -> list[str]:
    """Those after ``--`` where the application has arguments of its own (``blender -b -P host.py -- --name N``)."""
    if "--" in argv:
        return list(argv[argv.index("--") + 1 :])
    return [] if "bpy" in sys.modules else list(argv[1:])


if __name__ == "__main__":
    sys.exit(main())
