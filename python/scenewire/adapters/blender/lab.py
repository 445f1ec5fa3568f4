"""What code of the Blender Lab's client leaves behind: ``result``, or ``check_is_finished`` that will have it later."""

from __future__ import annotations

import json
import os
import traceback
from collections.abc import Callable
from typing import Any

from scenewire.adapters.blender import versions

#: How often a job in the background is asked whether it has ended, in seconds.
_LOOK = 0.1


class ResultError(Exception):
    """The code ran, and what it left is no answer; its message is the whole error."""


def answer(variables: dict[str, Any], strict: bool, later: str) -> str:
    """The code's ``result`` as JSON text; ``null`` when it will be written to the file ``later``.

    ``strict`` refuses what has no JSON form, which else becomes its ``repr``. Raises ``ResultError``, so that what the
    code did is rolled back.
    """
    check = variables.get("check_is_finished")
    if callable(check):
        if versions.headless():
            raise ResultError(
                "Deferred responses via `check_is_finished` need Blender's window; finish the request synchronously"
            )
        _watch(check, strict, later)
        return "null"
    return _text(variables.get("result"), strict, "The `result` variable")


def _text(result: object, strict: bool, what: str) -> str:
    if not isinstance(result, dict):
        kind = type(result).__name__
        raise ResultError(f'{what} must be a dict, not {kind}. Wrap your return value: `result = {{"key": value}}`')
    try:
        # JSON has no NaN, and a client that is not Python's would not read the answer.
        return json.dumps(result, default=None if strict else repr, allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        if strict:
            raise ResultError(f"{what} is not JSON-serializable: {error}") from None
        return json.dumps(_shown(result))


def _shown(value: Any, depth: int = 32) -> Any:
    """The same where JSON can say it, else its ``repr``."""
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float) and value - value == 0:
        return value
    if isinstance(value, dict) and depth:
        return {str(key): _shown(item, depth - 1) for key, item in value.items()}
    if isinstance(value, (list, tuple)) and depth:
        return [_shown(item, depth - 1) for item in value]
    return repr(value)


def _watch(check: Callable[[], object], strict: bool, later: str) -> None:
    import bpy

    def look() -> float | None:
        try:
            result = check()
            told = (
                None if result is None else f'{{"result": {_text(result, strict, "What `check_is_finished` gives")}}}'
            )
        except ResultError as error:
            told = json.dumps({"error": str(error)})
        except Exception:
            told = json.dumps({"error": traceback.format_exc()})
        if told is None:
            return _LOOK
        _leave(later, told)
        return None

    # Another file may be opened by the job itself.
    bpy.app.timers.register(look, first_interval=_LOOK, persistent=True)


def _leave(path: str, text: str) -> None:
    """Whole or not there, and for this user alone."""
    draft = path + ".tmp"
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(draft, path)
