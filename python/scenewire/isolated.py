"""``execute_python(isolated=True)``: code on a copy of the scene, in a process of the same application that sees
neither network nor home folder. The engine starts what ``prepare`` tells and reads what ``main`` leaves.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from scenewire._stdio import flush
from scenewire._third_party import INSTALLED
from scenewire.adapters.contract import Json
from scenewire.errors import HandlerError, InvalidParamsError, NotSupportedError, SceneWireError

#: How a line begins that says how far the code is; the engine looks for it.
_PROGRESS = "\x1eprogress "
#: How the private folder of a run is called; then come the host's process id and a random word.
_FOLDER = "scenewire-isolated-"
#: The copy; the ending is Blender's, and means nothing to others.
_SCENE = "scene.blend"
#: Folders in which other programs leave their sockets, and what others have; the application's own parts stay.
_SHARED = ("/tmp", "/var/tmp", "/run", "/dev/shm", "/home", "/root", "/mnt", "/media")
#: What of the environment the program needs: no name in it leads home or to a key.
_ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "TZ")


def prepare(save: Callable[[str], object], argv: Callable[[str], list[str]], own: Iterable[str], request: Json) -> Json:
    """What the engine starts: ``save`` writes the scene into a file, ``argv`` gives the command that runs a piece of
    Python in another such application, and ``own`` are folders that it needs. ``request`` goes to ``main``."""
    if request.pop("namespace", None) is not None:
        message = "isolated code has no namespace: its variables end with its process"
        raise InvalidParamsError(message, {"path": "namespace", "expected": "nothing"})
    if not sys.platform.startswith("linux"):
        raise NotSupportedError(
            f"on {sys.platform} nothing here keeps a process from network and home folder", {"path": "isolated"}
        )
    python = _interpreter()
    try:
        given = json.dumps(request)
    except TypeError as error:
        message = f"isolated code takes variables that JSON can say: {error}"
        raise InvalidParamsError(message, {"path": "variables"}) from None
    _sweep()
    folder = os.path.realpath(tempfile.mkdtemp(prefix=f"{_FOLDER}{os.getpid()}-"))
    try:
        inside = os.path.join(folder, "inside")
        os.mkdir(inside, 0o700)
        save(os.path.join(inside, _SCENE))
        with open(os.path.join(inside, "request.json"), "w", encoding="utf-8") as file:
            file.write(given)
        sandbox = os.path.join(os.path.dirname(os.path.abspath(__file__)), "_sandbox.py")
        hidden, kept = _places(own)
        told = {"inside": inside, "hidden": hidden, "kept": kept, "argv": argv(_bootstrap(inside))}
        environment = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
        environment.update(HOME=inside, TMPDIR=inside, XDG_RUNTIME_DIR=inside)
        command = [python, "-I", sandbox, json.dumps(told)]
        return {"argv": command, "env": environment, "folder": folder, "inside": inside}
    except BaseException:
        # Ctrl-C and a passed deadline too: nobody else knows of the copy.
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _sweep() -> None:
    """What hosts left that were killed: the copies of their scenes."""
    for name in os.listdir(tempfile.gettempdir()):
        host = name[len(_FOLDER) :].partition("-")[0]
        if name.startswith(_FOLDER) and host.isdigit() and not os.path.exists(f"/proc/{host}"):
            shutil.rmtree(os.path.join(tempfile.gettempdir(), name), ignore_errors=True)


def _interpreter() -> str:
    """A plain Python: the application's own, which stands beside it."""
    name = os.path.basename(sys.executable or "")
    if name.startswith("python") and os.access(sys.executable, os.X_OK):
        return sys.executable
    raise NotSupportedError("this application brings no Python interpreter", {"path": "isolated"})


def _bootstrap(inside: str) -> str:
    """What the application runs: it finds what this one finds, and nothing more."""
    paths = [path for path in sys.path if path and os.path.exists(path)]
    return (
        f"import sys; sys.path += [p for p in {paths!r} if p not in sys.path]; "
        f"from scenewire.isolated import main; main({inside!r})"
    )


def _places(own: Iterable[str]) -> tuple[list[str], list[str]]:
    """Folders to hide, outermost only, and what of them the application needs."""
    import pwd

    homes = {os.path.expanduser("~"), pwd.getpwuid(os.getuid()).pw_dir, tempfile.gettempdir(), *_SHARED}
    found = {os.path.realpath(home) for home in homes if os.path.isdir(home)} - {"/"}
    hidden = sorted(one for one in found if not any(_below(one, other) for other in found))
    needed = {sys.prefix, sys.base_prefix, sysconfig.get_path("stdlib"), sysconfig.get_path("platlib"), *own}
    needed |= {path for path in sys.path if os.path.basename(path) in INSTALLED}
    for module in ("scenewire", "numpy"):
        spec = find_spec(module)
        if spec is not None and spec.origin:
            needed.add(os.path.dirname(os.path.dirname(spec.origin)))
    real = {os.path.realpath(path) for path in needed if path} | {os.path.abspath(path) for path in needed if path}
    kept = sorted(path for path in real if os.path.isdir(path) and any(_below(path, one) for one in hidden))
    return hidden, kept


def _below(path: str, folder: str) -> bool:
    return path.startswith(os.path.join(folder, ""))


class _Job:
    """The call as the code sees it; who asked for it is on the other side of a wall."""

    def progress(self, fraction: float | None, message: str) -> None:
        """A line that the engine reads, behind what was printed before: the process may be killed for what it says."""
        flush()
        told = json.dumps({"fraction": fraction, "message": message})
        os.write(1, f"\n{_PROGRESS}{told}\n".encode())

    def cancelled(self) -> bool:
        """Who is not wanted any more is gone."""
        return False

    def remaining(self) -> float:
        """Nobody here knows."""
        return float("inf")

    def attach(self, data: bytes, dtype: str, shape: tuple[int, ...], media: str | None = None) -> str:
        """Texts are what there is."""
        return data.decode()


def main(inside: str) -> None:
    """Runs the request that lies in this folder, leaves its result there, and ends the process."""
    try:
        told = _run(inside)
    except SceneWireError as error:
        told = {"error": error.to_dict()}
    except BaseException as error:
        # Whatever opening the copy raises: the engine reads why from here or nowhere.
        told = {"error": HandlerError(f"{type(error).__name__}: {error}").to_dict()}
    with open(os.path.join(inside, "result.new"), "w", encoding="utf-8") as file:
        json.dump(told, file)
    os.replace(os.path.join(inside, "result.new"), os.path.join(inside, "result.json"))
    # The application has nothing to save, and some of them take seconds to leave.
    os._exit(0)


def _run(inside: str) -> dict[str, Any]:
    from scenewire import execute

    with open(os.path.join(inside, "request.json"), encoding="utf-8") as file:
        request = json.load(file)
    variables = import_module(request.pop("loader")).load_copy(os.path.join(inside, _SCENE))
    variables.update(request.pop("variables", None) or {})
    result = execute.run(request.pop("code"), None, variables, _Job(), **request)
    beside = {name: result.pop(name) for name in list(result) if name.startswith("whole_")}
    return {"result": result, "beside": beside}
