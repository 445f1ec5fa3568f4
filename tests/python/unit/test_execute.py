"""``execute_python`` without a host: what it gives, what it refuses, and that it puts everything back."""

from __future__ import annotations

import io
import os
import sys
import textwrap
from typing import Any

import pytest
from scenewire import errors
from scenewire._output import KEPT
from scenewire.execute import REPR_KEPT, run


def execute_python(code: str, script_globals: dict[str, Any] | None = None, **options: Any) -> dict[str, Any]:
    return run(code, script_globals=script_globals, **options)


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("1 + 1", 2, "2"),
        ("x = 3", None, "None"),
        ("", None, "None"),
        ("# nothing", None, "None"),
        ("x = [1, 2]\nx", [1, 2], "[1, 2]"),
        ("(1, 'a', None, True)", [1, "a", None, True], "(1, 'a', None, True)"),
        ("{'a': {'b': 1.5}}", {"a": {"b": 1.5}}, "{'a': {'b': 1.5}}"),
        ("{1: 2}", None, "{1: 2}"),
        ("float('nan')", None, "nan"),
        ("[float('inf')]", None, "[inf]"),
        ("2 ** 64", None, str(2**64)),
        ("2 ** 64 - 1", 2**64 - 1, str(2**64 - 1)),
        ("object", None, "<class 'object'>"),
        ("x = []\nx.append(x)\nx", None, "[[...]]"),
        ("given * 2", 14, "14"),
        ("def f(n):\n    return n if n < 2 else f(n - 1) + f(n - 2)\nf(10)", 55, "55"),
        ("__name__", "__main__", "'__main__'"),
        ("try:\n    1 / 0\nexcept ZeroDivisionError:\n    x = 'caught'\nx", "caught", "'caught'"),
        ("try:\n    x = 1\nfinally:\n    x = 2\nx", 2, "2"),
        (
            "n = 0\nwhile True:\n    try:\n        n += 1\n    finally:\n        if n == 3:\n            break\nn",
            3,
            "3",
        ),
        (
            "class Bad:\n    def __repr__(self):\n        return 1 / 0\nBad()",
            None,
            "<Bad whose repr raised ZeroDivisionError>",
        ),
        ("'\\ud800'", None, "'\\ud800'"),
    ],
)
def test_gives_the_value_of_the_last_expression(code: str, value: object, shown: str) -> None:
    result = execute_python(code, {"given": 7})
    assert (result["value"], result["repr"]) == (value, shown)


def test_gives_what_was_printed() -> None:
    result = execute_python("import sys\nprint('out')\nprint('err', file=sys.stderr)\nprint('\\ud800')")
    assert (result["stdout"], result["stderr"]) == ("out\n\\ud800\n", "err\n")


def test_keeps_the_beginning_and_the_end_of_much_output() -> None:
    text = execute_python(f"print('first' + 'x' * {4 * KEPT} + 'last')")["stdout"]
    assert text.startswith("firstxxx")
    assert text.endswith("xlast\n")
    assert f"{3 * KEPT + 10} characters were dropped" in text
    assert len(text) < KEPT + 100


def test_keeps_the_beginning_of_a_long_repr() -> None:
    shown = execute_python("'x' * 100_000")["repr"]
    assert len(shown) < REPR_KEPT + 100
    assert shown.endswith(f"{100_002 - REPR_KEPT} characters more")


def test_input_finds_an_empty_stream() -> None:
    with pytest.raises(errors.PythonError, match="EOFError"):
        execute_python("input()")


@pytest.mark.parametrize(
    ("code", "line", "column", "text"),
    [
        ("x = 1\ny = = 2", 2, 5, "y = = 2"),
        ("x = (1,\n", 1, None, "x = (1,"),
        ("  x = 1", 1, None, "  x = 1"),
        ("break", 1, 1, "break"),
        ("return 1", 1, 1, "return 1"),
    ],
)
def test_syntax_errors_say_where(code: str, line: int, column: int | None, text: str) -> None:
    with pytest.raises(errors.SceneWireSyntaxError) as caught:
        execute_python(code)
    assert caught.value.details["line"] == line
    assert caught.value.details["text"] == text
    if column is not None:
        assert caught.value.details["column"] == column


@pytest.mark.parametrize("code", ["x\0", "(" * 5000, "-" * 100_000 + "1"])
def test_what_the_parser_cannot_take_is_a_syntax_error(code: str) -> None:
    with pytest.raises(errors.SceneWireSyntaxError):
        execute_python(code)


def test_run_time_errors_show_only_the_callers_frames() -> None:
    code = textwrap.dedent(
        """
        import json
        def load(text):
            return json.loads(text)
        print("before")
        try:
            load("{")
        except ValueError as error:
            raise KeyError("outer") from error
        """
    )
    with pytest.raises(errors.PythonError) as caught:
        execute_python(code)
    details = caught.value.details
    assert (details["exception"], details["line"], details["stdout"]) == ("KeyError", 9, "before\n")
    assert "return json.loads(text)" in details["traceback"]
    assert "direct cause" in details["traceback"]
    assert "decoder.py" not in details["traceback"]
    assert "execute.py" not in details["traceback"]


@pytest.mark.parametrize(
    ("code", "exception"),
    [
        ("import sys\nsys.exit(3)", "SystemExit"),
        ("exit()", "SystemExit"),
        ("quit()", "SystemExit"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt"),
        ("raise GeneratorExit", "GeneratorExit"),
        ("def f():\n    f()\nf()", "RecursionError"),
        ("class E(Exception):\n    def __str__(self):\n        1 / 0\nraise E", "E"),
        ("assert False", "AssertionError"),
    ],
)
def test_every_exception_is_an_error_of_the_call(code: str, exception: str) -> None:
    with pytest.raises(errors.PythonError) as caught:
        execute_python(code)
    assert caught.value.details["exception"] == exception


@pytest.mark.parametrize(
    "code",
    [
        "import os\nos._exit(1)",
        "import os as o\no.abort()",
        "from os import _exit as leave\nleave(1)",
        "import os\nos.execv('/bin/true', ['true'])",
        "import posix\nposix._exit(1)",
        "import host\nhost.quit()",
    ],
)
def test_what_ends_the_host_is_refused_before_anything_runs(code: str) -> None:
    seen: list[int] = []
    with pytest.raises(errors.PermissionDeniedError):
        execute_python(f"seen.append(1)\n{code}", {"seen": seen}, refused={"host.quit": "it would quit"})
    assert seen == []


@pytest.mark.parametrize(
    "code",
    [
        "import os\ngetattr(os, '_' + 'exit')(1)",
        "import os\ngetattr(os, 'ab' + 'ort')()",
        "import os\nos.kill(os.getpid(), 9)",
        "import os\nos.kill(0, 9)",
        "import os\nos.killpg(os.getpgrp(), 9)",
        "import os\nos.kill(-os.getpgrp(), 9)",
        "import signal\nsignal.raise_signal(9)",
        "import os\ngetattr(os, 'execvp')('true', ['true'])",
    ],
)
def test_what_ends_the_host_in_another_spelling_is_refused_when_it_is_called(code: str) -> None:
    with pytest.raises(errors.PermissionDeniedError, match="refused"):
        execute_python(code)


def test_a_child_process_may_be_ended() -> None:
    code = (
        "import subprocess, sys\n"
        "child = subprocess.Popen([sys.executable, '-c', 'input()'], stdin=subprocess.PIPE)\n"
        "child.kill()\nchild.wait(30) != 0"
    )
    assert execute_python(code)["value"] is True


def test_puts_streams_and_functions_back() -> None:
    before = (sys.stdin, sys.stdout, sys.stderr, os._exit, os.kill, os.abort)
    execute_python("import sys\nsys.stdout = None\nprint")
    with pytest.raises(errors.PythonError):
        execute_python("1 / 0")
    assert (sys.stdin, sys.stdout, sys.stderr, os._exit, os.kill, os.abort) == before


def test_what_outlives_the_run_is_not_refused_later() -> None:
    kept: dict[str, object] = {}
    execute_python("import os\nkept['kill'] = os.kill", {"kept": kept})
    kill = kept["kill"]
    assert callable(kill)
    with pytest.raises(ProcessLookupError):
        kill(2**22 + 1, 9)


def test_a_name_shares_variables_and_its_absence_does_not() -> None:
    execute_python("shared = 41\ndef more():\n    return 1 / shared_zero", namespace="a")
    assert execute_python("shared + 1", namespace="a")["value"] == 42
    with pytest.raises(errors.PythonError, match="NameError"):
        execute_python("shared", namespace="b")
    with pytest.raises(errors.PythonError, match="NameError"):
        execute_python("shared")
    with pytest.raises(errors.PythonError) as caught:
        execute_python("shared_zero = 0\nmore()", namespace="a")
    assert "return 1 / shared_zero" in caught.value.details["traceback"]


def test_runs_inside_a_run() -> None:
    assert execute_python("run('1 + 1')['value'] + 1", {"run": execute_python})["value"] == 3
    assert isinstance(sys.stdout, io.TextIOBase)
