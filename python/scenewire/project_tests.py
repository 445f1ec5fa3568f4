"""A project's tests in the host: ``unittest`` cases and plain ``test_`` functions, told one by one."""

from __future__ import annotations

import fnmatch
import functools
import importlib
import inspect
import os
import sys
import time
import traceback
import unittest
from collections.abc import Callable
from functools import partial
from types import TracebackType
from typing import Any, Union

from scenewire import projects
from scenewire._native import check_deadline
from scenewire.errors import NotFoundError

_Error = Union[
    tuple[type[BaseException], BaseException, TracebackType],
    tuple[None, None, None],
]
#: Characters of a traceback.
_TRACEBACK = 8_000


def run_tests(path: str, pattern: str = "test*.py", names: list[str] | None = None) -> dict[str, Any]:
    """Runs the tests of a file, or of the files of a folder that fit ``pattern``; ``names`` are patterns of tests."""
    files = _files(path, pattern)
    root = _root(path if os.path.isdir(path) else os.path.dirname(path))
    results = _Results(root)
    before = set(sys.modules)
    try:
        with projects.on_path(root):
            _, stdout, stderr = projects.supervised(partial(_run, files, root, names, results), root)
    finally:
        # The next run reads them again; a scene that was put back leaves what they hold dead.
        for name in set(sys.modules) - before:
            if os.path.realpath(getattr(sys.modules[name], "__file__", None) or "").startswith(os.path.join(root, "")):
                del sys.modules[name]
    if names is not None and not results.told:
        raise NotFoundError(
            f"no test is called {' or '.join(names)}", {"path": "names", "got": names}, sorted(results.known)[:5]
        )
    return {**results.counts(), "tests": results.told, "stdout": stdout, "stderr": stderr}


def _files(path: str, pattern: str) -> list[str]:
    if os.path.isfile(path):
        return [path]
    found = []
    for folder, below, files in os.walk(path):
        below[:] = sorted(name for name in below if not name.startswith((".", "__pycache__")))
        found += [os.path.join(folder, name) for name in sorted(files) if fnmatch.fnmatch(name, pattern)]
    if not found:
        raise NotFoundError(f"there are no files `{pattern}` in `{path}`", {"path": "path", "pattern": pattern})
    return found


def _root(folder: str) -> str:
    """The folder that the outermost package lies in."""
    folder = os.path.realpath(folder)
    while os.path.isfile(os.path.join(folder, "__init__.py")):
        folder = os.path.dirname(folder)
    return folder


def _run(files: list[str], root: str, names: list[str] | None, results: _Results) -> None:
    importlib.invalidate_caches()
    for file in files:
        module = os.path.relpath(os.path.realpath(file), root)[: -len(".py")].replace(os.sep, ".")
        started = time.perf_counter()
        try:
            loaded = importlib.import_module(module)
            suite = unittest.TestSuite([unittest.defaultTestLoader.loadTestsFromModule(loaded), *_functions(loaded)])
        except Exception as error:
            check_deadline()
            results.tell(module, "error", time.perf_counter() - started, error)
            continue
        chosen = unittest.TestSuite(test for test in _flat(suite) if results.fits(test, names))
        chosen.run(results)
        check_deadline()


def _flat(suite: Any) -> list[Any]:
    return [one for test in suite for one in (_flat(test) if isinstance(test, unittest.TestSuite) else [test])]


def _functions(module: Any) -> list[unittest.TestCase]:
    found: list[unittest.TestCase] = []
    for name, value in vars(module).items():
        if name.startswith("test") and inspect.isfunction(value) and value.__module__ == module.__name__:
            found.append(_Function(value))
    return found


class _Function(unittest.FunctionTestCase):
    """A plain function as a test."""

    def __init__(self, function: Callable[..., object]) -> None:
        needs = [
            one.name
            for one in inspect.signature(function).parameters.values()
            if one.default is one.empty and one.kind not in (one.VAR_POSITIONAL, one.VAR_KEYWORD)
        ]
        self._name = f"{function.__module__}.{function.__name__}"
        super().__init__(_skipping(function, needs) if needs else function)

    def id(self) -> str:
        """``module.function``."""
        return self._name


def _skipping(function: Callable[..., object], needs: list[str]) -> Callable[[], object]:
    @functools.wraps(function)
    def skip() -> None:
        raise unittest.SkipTest(f"it takes {', '.join(needs)}, and there is nobody here to give that (pytest fixtures)")

    return skip


class _Results(unittest.TestResult):
    """Each test with its outcome, duration and traceback."""

    def __init__(self, root: str) -> None:
        super().__init__()
        self.told: list[dict[str, Any]] = []
        self.known: list[str] = []
        self._own = os.path.join(root, "")
        self._started = 0.0
        self._failed_parts: list[tuple[str, BaseException]] = []

    def fits(self, test: Any, names: list[str] | None) -> bool:
        """Whether a test is among those that were asked for."""
        name = test.id()
        self.known.append(name)
        return names is None or any(fnmatch.fnmatch(name, one) or fnmatch.fnmatch(name, f"*.{one}") for one in names)

    def tell(self, name: str, outcome: str, seconds: float, error: BaseException | None = None, why: str = "") -> None:
        """Notes one test."""
        one: dict[str, Any] = {"name": name, "outcome": outcome, "seconds": seconds}
        if error is not None:
            one["message"] = f"{type(error).__name__}: {error}"[:2000]
            one["traceback"] = self._traceback(error)[-_TRACEBACK:]
        elif why:
            one["message"] = why
        self.told.append(one)

    def counts(self) -> dict[str, Any]:
        """How many came out how."""
        outcomes = [one["outcome"] for one in self.told]
        good = ("passed", "skipped", "expected_failure")
        return {
            "passed": outcomes.count("passed"),
            "failed": sum(outcome not in good for outcome in outcomes),
            "skipped": outcomes.count("skipped"),
            "seconds": sum(one["seconds"] for one in self.told),
        }

    def startTest(self, test: unittest.TestCase) -> None:
        """The clock runs."""
        super().startTest(test)
        self._started = time.perf_counter()
        self._failed_parts = []

    def stopTest(self, test: unittest.TestCase) -> None:
        """A deadline that a test swallowed ends the run all the same."""
        super().stopTest(test)
        check_deadline()

    def _add(self, test: Any, outcome: str, error: BaseException | None = None, why: str = "") -> None:
        self.tell(test.id(), outcome, time.perf_counter() - self._started, error, why)

    def addSuccess(self, test: unittest.TestCase) -> None:
        """Passed."""
        self._add(test, "passed")

    def addFailure(self, test: unittest.TestCase, err: _Error) -> None:
        """An assertion does not hold."""
        self._add(test, "failed", err[1])

    def addError(self, test: unittest.TestCase, err: _Error) -> None:
        """Something else was raised."""
        self._add(test, "error", err[1])

    def addSkip(self, test: unittest.TestCase, reason: str) -> None:
        """Passed over."""
        self._add(test, "skipped", why=reason)

    def addExpectedFailure(self, test: unittest.TestCase, err: _Error) -> None:
        """Failed as it should."""
        self._add(test, "expected_failure", err[1])

    def addUnexpectedSuccess(self, test: unittest.TestCase) -> None:
        """Passed though it should not."""
        self._add(test, "unexpected_success")

    def addSubTest(self, test: Any, subtest: Any, err: _Error | None) -> None:
        """A part of a test; only those that fail are told."""
        if err is not None and err[1] is not None:
            self._add(subtest, "failed" if isinstance(err[1], test.failureException) else "error", err[1])

    def _traceback(self, error: BaseException) -> str:
        told = traceback.TracebackException.from_exception(error)
        own = [frame for frame in told.stack if os.path.realpath(frame.filename).startswith(self._own)]
        told.stack = traceback.StackSummary.from_list(own)
        return "".join(told.format())
