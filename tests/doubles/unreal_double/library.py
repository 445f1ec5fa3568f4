"""Libraries of functions, the asset tools' metadata, the log, and the callbacks of the editor's frames."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

from unreal_double import files
from unreal_double.kinds import does
from unreal_double.transactions import BUFFER
from unreal_double.worlds import EDITOR, subsystem

#: Metadata of packages: object -> tag -> text. No transaction keeps it.
METADATA: dict[Any, dict[str, str]] = {}
_TICKS: dict[object, Callable[[float], None]] = {}


@does("SystemLibrary", "get_engine_version")
def _version(cls: Any) -> str:
    return "5.6.0-43139311+++UE5+Release-5.6"


@does("SystemLibrary", "get_command_line")
def _command_line(cls: Any) -> str:
    """Without frames it is a commandlet, unless a test draws them."""
    return os.environ.get("UNREAL_DOUBLE_COMMAND_LINE", "-run=pythonscript")


@does("SystemLibrary", "execute_console_command")
def _command(cls: Any, world_context_object: Any, command: str, specific_player: Any = None) -> None:
    words = command.upper().split()
    if words == ["TRANSACTION", "UNDO"]:
        BUFFER.undo()
    elif words == ["TRANSACTION", "REDO"]:
        BUFFER.redo()


@does("EditorAssetSubsystem", "set_metadata_tag")
def _set_tag(self: Any, object: Any, tag: Any, value: str) -> None:
    object.modify()
    METADATA.setdefault(object, {})[str(tag)] = value


@does("EditorAssetSubsystem", "remove_metadata_tag")
def _remove_tag(self: Any, object: Any, tag: Any) -> None:
    METADATA.get(object, {}).pop(str(tag), None)


@does("EditorAssetSubsystem", "get_metadata_tag_values")
def _tags(self: Any, object: Any) -> dict[str, str]:
    return dict(METADATA.get(object, {}))


@does("Paths", "project_content_dir")
def _content(cls: Any) -> str:
    return files.content()


@does("Paths", "convert_relative_path_to_full")
def _full(cls: Any, path: str, base_path: str = "") -> str:
    return path


@does("Paths", "engine_dir")
def _engine(cls: Any) -> str:
    return files.engine()


def log(arg: Any) -> None:
    sys.stderr.write(f"LogPython: {arg}\n")


def log_warning(arg: Any) -> None:
    sys.stderr.write(f"LogPython: Warning: {arg}\n")


def log_error(arg: Any) -> None:
    sys.stderr.write(f"LogPython: Error: {arg}\n")


def is_editor() -> bool:
    return True


def get_editor_subsystem(kind: Any) -> Any:
    return subsystem(kind)


def register_slate_post_tick_callback(callable: Callable[[float], None]) -> object:
    """Called at the end of each frame with the seconds since the last one."""
    handle = object()
    _TICKS[handle] = callable
    return handle


def unregister_slate_post_tick_callback(handle: object) -> None:
    _TICKS.pop(handle, None)


def tick(seconds: float) -> None:
    """One frame of the editor."""
    for callback in list(_TICKS.values()):
        callback(seconds)


def ticking() -> bool:
    """Whether anybody waits for frames."""
    return bool(_TICKS)


FUNCTIONS: dict[str, Any] = {
    "log": log, "log_warning": log_warning, "log_error": log_error, "is_editor": is_editor,
    "get_editor_subsystem": get_editor_subsystem,
    "register_slate_post_tick_callback": register_slate_post_tick_callback,
    "unregister_slate_post_tick_callback": unregister_slate_post_tick_callback,
}  # fmt: skip

__all__ = ["EDITOR", "FUNCTIONS", "METADATA", "tick", "ticking"]
