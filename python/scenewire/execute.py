"""``execute_python``: runs code in the host and tells what came of it, the same for every host.

What is promised: a time limit that really stops the code, errors with the place in the caller's own lines, output and
the value of the last expression. It is no sandbox; see ``_guard`` for what is refused to prevent accidents.
"""

from __future__ import annotations

import ast
import builtins
import difflib
import fnmatch
import linecache
import math
import traceback
from collections import OrderedDict
from collections.abc import Callable, Mapping
from functools import partial
from types import CodeType
from typing import Any, TypeVar

from scenewire import _deadline, _fence, _guard
from scenewire._native import Deadline, guarded_roots, interruptible, shielded, third_party_code
from scenewire._output import KEPT, WHOLE, Capture, captured, printable
from scenewire._trace import Trace
from scenewire.errors import (
    NotFoundError,
    PermissionDeniedError,
    PythonError,
    SceneWireError,
    SceneWireSyntaxError,
    TimedOutError,
)

_T = TypeVar("_T")

#: How tracebacks name the caller's code.
FILENAME = "<execute_python"
#: Characters of a ``repr``.
REPR_KEPT = 20_000
#: Characters of one variable's.
VARIABLE_KEPT = 2_000
#: Values nested deeper, or with more parts, have no JSON form: they are no answer but a scene.
JSON_DEPTH, JSON_PARTS = 32, 200_000
#: Named namespaces that are kept; the one unused for longest goes first.
NAMESPACES_KEPT = 64

#: Under this name the whole ``repr`` is handed on; no result has it.
_WHOLE = "whole"

_namespaces: OrderedDict[str, dict[str, Any]] = OrderedDict()
_runs = 0


def run(
    code: str,
    namespace: str | None = None,
    script_globals: Mapping[str, Any] | None = None,
    job: object | None = None,
    *,
    refused: Mapping[str, str] | None = None,
    output_limit: int = KEPT,
    variables_after: list[str] | None = None,
    trace: bool = False,
) -> dict[str, Any]:
    """Runs ``code`` with ``script_globals`` (say ``{"bpy": bpy}``) and gives ``{value, repr, stdout, stderr}``.

    ``namespace`` names variables that later calls see again; the code reaches ``job`` by that name, to tell its
    progress and to see whether it was cancelled; ``refused`` are further dotted calls to refuse, each with its reason;
    ``output_limit`` is how many characters are kept of each stream; the whole goes beside the result then.
    ``variables_after`` are patterns of variables to tell as ``variables``, and with ``trace`` the result, or the
    details of what was raised, has the lines that ran. Raises ``SceneWireSyntaxError`` (line, column,
    text), ``PermissionDeniedError``, ``PythonError`` (traceback of the caller's code, line, exception, stdout, stderr)
    and ``TimedOutError``.
    """
    filename = _filename(namespace)
    body, last = _compiled(code, filename, refused)
    variables = _variables(namespace)
    given = {**(script_globals or {}), "job": job, **_deadline.BINDINGS}
    variables.update(given)
    followed = Trace(_is_own, set(given)) if trace else None
    # Tracebacks read the source through linecache; an entry without a time is never checked against a file.
    linecache.cache[filename] = (len(code), None, code.splitlines(True), filename)
    stdout, stderr = Capture(output_limit), Capture(output_limit)
    work = partial(_run, body, last, variables, stdout, stderr)
    if variables_after is not None:
        work = partial(_with_variables, work, variables, set(given), variables_after)
    if followed is not None:
        work = partial(_followed, work, followed)
    try:
        result = shielded(partial(streamed, work, stdout, stderr))
        return {**result, **_beside(job, stdout=stdout.whole(), stderr=stderr.whole(), repr=result.pop(_WHOLE, None))}
    finally:
        if namespace is None:
            linecache.cache.pop(filename, None)


def _beside(job: Any, **whole: str | None) -> dict[str, Any]:
    """What the result has no room for, as texts beside it."""
    told = {}
    for name, text in whole.items():
        if text is not None and job is not None:
            data = text.encode()
            told[f"whole_{name}"] = job.attach(data, "u1", (len(data),), "text/plain")
    return told


def _followed(work: Callable[[], dict[str, Any]], trace: Trace) -> dict[str, Any]:
    """With the lines that ran, also when it fails."""
    try:
        with trace.following():
            result = work()
    except SceneWireError as error:
        error.details["trace"] = trace.told()
        raise
    return {**result, "trace": trace.told()}


def _with_variables(
    work: Callable[[], dict[str, Any]], variables: dict[str, Any], given: set[str], patterns: list[str]
) -> dict[str, Any]:
    """What the caller was given counts only when it is asked for by name."""
    result = work()
    names = [name for name in _chosen(variables, patterns) if name not in given or name in patterns]
    return {**result, "variables": _told_variables(variables, names, True, VARIABLE_KEPT)}


def streamed(run: Callable[[], _T], stdout: Capture, stderr: Capture) -> _T:
    """Shielded from the deadline, which could otherwise strike while the host's streams are put back."""
    with captured(stdout, stderr), _guard.refused_calls(), _fence.fenced(guarded_roots(), third_party_code()):
        return interruptible(run)


def _run(
    body: CodeType, last: CodeType | None, variables: dict[str, Any], stdout: Capture, stderr: Capture
) -> dict[str, Any]:
    try:
        exec(body, variables)
        value = None if last is None else eval(last, variables)
        shown = _shown(value)
        whole = {_WHOLE: shown[:WHOLE]} if len(shown) > REPR_KEPT else {}
        plain = _json(value)
        return {"value": plain, "repr": _cut(shown), "stdout": stdout.text(), "stderr": stderr.text(), **whole}
    except MemoryError:
        raise
    except _fence.Refusal as error:
        raise refusal(error, stdout, stderr) from None
    except Deadline as error:
        # Repeated until the job ends: without the shield it would strike while its place is being told. What the
        # caller's own exceptions say of themselves is left out, for that is code that might not return.
        error.__cause__ = error.__context__ = None
        raise TimedOutError(f"the code was {error}", shielded(partial(facts, error, stdout, stderr))) from None
    except BaseException as error:
        raise PythonError(sentence(error), facts(error, stdout, stderr)) from None


def refusal(
    error: _fence.Refusal, stdout: Capture, stderr: Capture, is_own: Callable[[str], bool] | None = None
) -> PermissionDeniedError:
    """The guard's refusal, with the place in the caller's lines."""
    told = facts(error, stdout, stderr, is_own or _is_own)
    return PermissionDeniedError(error.error_message, {**told, **error.details}, error.suggestions)


def _filename(namespace: str | None) -> str:
    """A name of its own for each run whose functions may be called in a later one."""
    global _runs
    if namespace is None:
        return f"{FILENAME}>"
    _runs += 1
    return f"{FILENAME} {namespace}:{_runs}>"


def _variables(namespace: str | None) -> dict[str, Any]:
    fresh: dict[str, Any] = {"__name__": "__main__", "__builtins__": builtins}
    if namespace is None:
        return fresh
    variables = _namespaces.setdefault(namespace, fresh)
    _namespaces.move_to_end(namespace)
    while len(_namespaces) > NAMESPACES_KEPT:
        forgotten, _ = _namespaces.popitem(last=False)
        for name in [name for name in linecache.cache if name.startswith(f"{FILENAME} {forgotten}:")]:
            del linecache.cache[name]
    return variables


def _compiled(code: str, filename: str, refused: Mapping[str, str] | None) -> tuple[CodeType, CodeType | None]:
    """The statements, and the last one apart when it is an expression."""
    try:
        tree = ast.parse(code, filename)
        _guard.refuse(tree, refused)
        _deadline.LetDeadlinePass().visit(tree)
        last = None
        if tree.body and isinstance(tree.body[-1], ast.Expr):
            expression = tree.body.pop()
            assert isinstance(expression, ast.Expr)
            last = compile(ast.Expression(expression.value), filename, "eval", dont_inherit=True)
        return compile(tree, filename, "exec", dont_inherit=True), last
    except SyntaxError as error:
        raise _syntax_error(error, code) from None
    except (ValueError, RecursionError, MemoryError) as error:
        # A null byte, or nesting deeper than the parser takes.
        raise SceneWireSyntaxError(f"the code cannot be parsed: {error}", {"line": None, "column": None}) from None


def _syntax_error(error: SyntaxError, code: str) -> SceneWireSyntaxError:
    lines = code.splitlines()
    line = error.lineno
    text = lines[line - 1] if line and line <= len(lines) else (error.text or "").rstrip("\n")
    place = f" (line {line}, column {error.offset})" if line else ""
    details = {"line": line, "column": error.offset, "text": text}
    return SceneWireSyntaxError(f"{error.msg}{place}", details)


def sentence(error: BaseException) -> str:
    """What was raised, in a line."""
    if isinstance(error, SystemExit):
        return f"the code asked to exit ({error.code!r}); the host goes on"
    return f"{type(error).__name__}: {_text(error)}"


def _text(error: BaseException) -> str:
    try:
        return printable(str(error)[:REPR_KEPT])
    except Exception:
        return "an error that cannot be shown"


def _is_own(file: str) -> bool:
    return file.startswith(FILENAME)


def facts(
    error: BaseException, stdout: Capture, stderr: Capture, is_own: Callable[[str], bool] = _is_own
) -> dict[str, Any]:
    """Where and how it was raised, with the lines of the files that are the caller's own, and what was printed."""
    try:
        told = traceback.TracebackException.from_exception(error)
        line = _keep_own_frames(told, is_own)
        shown = printable("".join(told.format()))
    except Exception:
        line, shown = None, _text(error)
    return {
        "exception": type(error).__name__,
        "line": line,
        "traceback": shown,
        "stdout": stdout.text(),
        "stderr": stderr.text(),
    }


def _keep_own_frames(told: traceback.TracebackException, is_own: Callable[[str], bool]) -> int | None:
    """Only the caller's frames, here and in every cause; gives the line of the innermost."""
    seen: set[int] = set()
    chain = [told]
    while chain:
        link = chain.pop()
        if id(link) in seen:
            continue
        seen.add(id(link))
        own = [frame for frame in link.stack if is_own(frame.filename)]
        link.stack = traceback.StackSummary.from_list(own)
        nested = [link.__cause__, link.__context__, *(getattr(link, "exceptions", None) or [])]
        chain.extend(inner for inner in nested if inner is not None)
    return told.stack[-1].lineno if told.stack else None


def _shown(value: Any) -> str:
    try:
        return printable(repr(value))
    except Exception as error:
        return f"<{type(value).__name__} whose repr raised {type(error).__name__}>"


def _cut(shown: str) -> str:
    if len(shown) <= REPR_KEPT:
        return shown
    return f"{shown[:REPR_KEPT]}... {len(shown) - REPR_KEPT} characters more"


def _json(value: Any) -> Any:
    """The value when JSON says the same, else None."""
    parts = JSON_PARTS

    def plain(value: Any, depth: int) -> Any:
        nonlocal parts
        parts -= 1
        if parts < 0 or depth > JSON_DEPTH:
            raise ValueError
        if value is None or type(value) is bool:
            return value
        if type(value) is str:
            # A lone surrogate has no UTF-8; its error is a ValueError.
            return value.encode().decode()
        if type(value) is int and -(2**63) <= value < 2**64:
            return value
        if type(value) is float and math.isfinite(value):
            return value
        if type(value) in (list, tuple):
            return [plain(item, depth + 1) for item in value]
        if type(value) is dict and all(type(key) is str for key in value):
            return {key: plain(item, depth + 1) for key, item in value.items()}
        raise ValueError

    try:
        return plain(value, 0)
    except (ValueError, RecursionError):
        return None


def variables(namespace: str) -> dict[str, Any]:
    """The variables of a named namespace; ``NotFoundError`` when no call has used it."""
    if namespace not in _namespaces:
        near = difflib.get_close_matches(namespace, _namespaces, n=5)
        raise NotFoundError(f"no call has used the namespace `{namespace}`", {"path": "namespace"}, near)
    return _namespaces[namespace]


def inspect_variables(
    found: Mapping[str, Any], names: list[str] | None = None, values: bool = True, output_limit: int = VARIABLE_KEPT
) -> list[dict[str, Any]]:
    """Each variable's name, type, ``repr`` and, where it has one, JSON form; their code runs under the deadline."""
    chosen = _chosen(found, names)
    stdout, stderr = Capture(), Capture()
    told = partial(_told_variables, found, chosen, values, output_limit)
    return shielded(partial(streamed, told, stdout, stderr))


def _chosen(found: Mapping[str, Any], names: list[str] | None) -> list[str]:
    def wanted(name: str) -> bool:
        if names is None or names == ["*"]:
            return not name.startswith("__")
        return any(fnmatch.fnmatchcase(name, one) for one in names)

    return [name for name in sorted(found) if wanted(name) and name not in _deadline.BINDINGS]


def _told_variables(found: Mapping[str, Any], names: list[str], values: bool, limit: int) -> list[dict[str, Any]]:
    items = []
    for name in names:
        value = found[name]
        shown = _shown(value)
        item: dict[str, Any] = {"name": name, "type": type(value).__name__, "repr": shown[:limit]}
        if isinstance(value, (str, bytes, list, tuple, dict, set, frozenset)):
            item["length"] = len(value)
        plain = _json(value) if values and len(shown) <= limit else None
        if plain is not None:
            item["value"] = plain
        items.append(item)
    return items
