"""The command: a host in this process, the example of every operation in a scene of its own, and the report."""

from __future__ import annotations

import argparse
import json
import platform
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import scenewire
from scenewire import _native
from scenewire._start import APPS
from scenewire.errors import SceneWireError
from scenewire.selftest.examples import APART, Examples, Scene, refers

#: Read back otherwise than it was given where both say the same: by another form, or numbered by the host.
NOT_COMPARED = {"name", "ids", "id"}
TOLERANCE = 1e-4
#: The folder that examples name, which is nowhere, and so outside the owner's.
ELSEWHERE = "/projects/"
#: What takes another session, or the internet.
BEYOND = {"transfer", "search_assets", "get_asset", "import_asset"}
#: Seconds for one operation.
LIMIT = 300.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs it, and gives the exit code: 1 when anything failed."""
    options = _parser().parse_args(arguments)
    status = scenewire.start(name="selftest", app=options.app)
    try:
        report = run(status["instance"]["id"], options.operation)
    finally:
        scenewire.stop()
    file = Path(options.output or f"scenewire-selftest-{report['app']}-{report['app_version']}.json")
    file.write_text(json.dumps(report, indent=1, default=str), encoding="utf-8")
    for one in report["results"]:
        if one["outcome"] == "failed":
            print(f"failed: {one['operation']}: {one['why']}")
    print(", ".join(f"{count} {outcome}" for outcome, count in report["summary"].items()))
    print(f"The report is in {file.absolute()}: send it to the maintainers of scenewire, as it is.")
    return 1 if report["summary"].get("failed") else 0


def run(instance: str, only: Sequence[str] = ()) -> dict[str, Any]:
    """The report on the host of this process."""
    examples = Examples(json.loads(_native.catalogue()))
    with scenewire.connect(instance) as client, tempfile.TemporaryDirectory() as folder:

        def call(operation: str, /, **arguments: Any) -> Any:
            return client.call(operation, arguments, timeout=LIMIT).value

        status = call("get_status", not_supported=True)
        unsupported = status["not_supported"]
        results = [
            _one(examples, call, name, unsupported, Path(folder))
            for name in examples.operations
            if not only or name in only
        ]
        about = status["instance"]
        return {
            "scenewire": scenewire.__version__,
            "app": about["app"],
            "app_version": about["app_version"],
            "python": platform.python_version(),
            "platform": platform.platform(),
            "time": datetime.now(timezone.utc).isoformat(),
            "summary": dict(Counter(one["outcome"] for one in results)),
            "not_supported": unsupported,
            "results": results,
        }


def _one(examples: Examples, call: Any, name: str, unsupported: dict[str, str], folder: Path) -> dict[str, Any]:
    """What became of one operation: passed, failed, not_supported with the reason, or not_run with it."""

    def write(file: str, text: str) -> str:
        (folder / file).write_text(text, encoding="utf-8")
        return str(folder / file)

    began, doing = time.perf_counter(), "a new scene"
    told: dict[str, Any] = {"operation": name, "outcome": "passed"}
    try:
        if name in APART or name in BEYOND:
            return {**told, "outcome": "not_run", "why": "its example needs more than a scene of its own"}
        call("new_file")
        doing = "what its example stands on"
        arguments = {} if name in unsupported else Scene(examples, call, name).prepare(write)
        doing = "the operation itself"
        result = call(name, **(arguments or examples.operations[name]["example"]))
        wrong = _differences(examples.operations[name], arguments, result)
        if name in unsupported:
            wrong = ["it is declared not to be supported, and was done"]
        told.update({"outcome": "failed", "why": "; ".join(wrong)} if wrong else {})
    except SceneWireError as error:
        told.update(_refused(examples.operations[name], error), during=doing)
    except Exception as error:
        told.update(outcome="failed", why=f"{type(error).__name__}: {error}", during=doing)
    return {**told, "seconds": round(time.perf_counter() - began, 3)}


def _refused(operation: dict[str, Any], error: SceneWireError) -> dict[str, Any]:
    """An error that the example must meet, or one that it must not."""
    expected = {"singleton"} if operation["name"].startswith(("create_", "delete_")) else set()
    if ELSEWHERE in str(operation["example"]):
        expected.add("permission_denied")
    if error.error_code == "not_supported":
        return {"outcome": "not_supported", "why": str(error)}
    if error.error_code in expected:
        return {}
    return {"outcome": "failed", "why": f"{error.error_code}: {error}", "details": error.details}


def _differences(operation: dict[str, Any], arguments: dict[str, Any], result: Any) -> list[str]:
    """What an operation that makes or changes entities read back otherwise than it was told, field by field."""
    if not operation["name"].startswith(("create_", "update_")) or not isinstance(result, dict):
        return []
    (items,) = [field for field in operation["params"] if field["name"] == "items"] or [{}]
    kinds = {field["name"]: field["type"] for field in items.get("fields", ())}
    wrong = []
    for given, read in zip(arguments.get("items", ()), result.get("items", ())):
        for name, value in given.items():
            plain = isinstance(value, (bool, int, float, str)) or _numbers(value)
            comparable = plain and name in read and name not in NOT_COMPARED and not refers(kinds.get(name, ""))
            if comparable and not _same(value, read[name]):
                wrong.append(f"`{name}` was {value!r} and is read as {read[name]!r}")
    return wrong


def _numbers(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, (int, float)) for one in value)


def _same(given: Any, read: Any) -> bool:
    if isinstance(given, (bool, str)):
        # A colour or a turn may be told by a text.
        return bool(given == read) or not isinstance(read, type(given))
    if isinstance(given, (int, float)):
        return isinstance(read, (int, float)) and abs(given - read) <= TOLERANCE * max(1.0, abs(given))
    flat = list(read.tolist() if hasattr(read, "tolist") else read) if hasattr(read, "__len__") else []
    return len(flat) == len(given) and all(_same(one, other) for one, other in zip(given, flat))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scenewire.selftest", description=__doc__)
    parser.add_argument("--app", choices=sorted(APPS), help="which application, where this Python has several")
    parser.add_argument("--output", metavar="FILE", help="where the report goes; beside you under a name of its own")
    parser.add_argument("operation", nargs="*", help="only these operations, in place of all")
    return parser


if __name__ == "__main__":
    sys.exit(main())
