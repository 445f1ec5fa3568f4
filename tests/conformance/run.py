"""The protocol's own conformance suite over streamable HTTP: the whole of it against the gateway of a build
with its fixtures, and what of it needs none against the command that users install: its gateway, and its server for
one machine. `run.py PROGRAMS COMMAND`: the folder with `node` in it, and the installed `scenewire`.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
KEY = Path(__file__).resolve().with_name("key.mjs")
VERSIONS = ("2025-11-25", "2026-07-28")
# A run takes seconds; a server that hangs must not take the suite's whole time.
LIMIT = 150
# These look at no fixture, so the installed command must pass them too.
WITHOUT_FIXTURES = {
    "caching",
    "completion-complete",
    "dns-rebinding-protection",
    "http-header-validation",
    "input-required-result-unsupported-methods",
    "logging-set-level",
    "ping",
    "prompts-list",
    "resources-list",
    "sep-2164-resource-not-found",
    "server-initialize",
    "server-session-lifecycle",
    "server-sse-multiple-streams",
    "tools-list",
}

# What the suite has of the extensions that we serve belongs to no version, and is run by its names. It has one more,
# of notifications, that is not written yet and skips itself.
EXTENSION = re.compile(r"tasks-(?!status-notifications$)")

Checks = list[dict[str, Any]]


def main(programs: Path, installed: Path) -> int:
    """Runs everything and gives the exit code."""
    started = time.monotonic()
    totals: Counter[str] = Counter()
    with gateway(built(), "--conformance") as (url, key):
        for version in VERSIONS:
            print(f"\n{version}, the whole suite, on the gateway of a build with fixtures", flush=True)
            for name, checks in scenarios(programs, url, key, version).items():
                totals[report(name, checks)] += 1
        print("\nextensions, on the gateway of a build with fixtures", flush=True)
        for name, checks in extensions(programs, url, key).items():
            totals[report(name, checks)] += 1
    for what, serving in (("gateway", gateway), ("server for this machine", local)):
        with serving(installed) as (url, key):
            for version in VERSIONS:
                print(f"\n{version}, what needs no fixture, on the installed {what}", flush=True)
                found = scenarios(programs, url, key, version)
                for name in sorted(WITHOUT_FIXTURES & found.keys()):
                    totals[report(name, found[name])] += 1
    if "--conformance" in subprocess.run([installed, "gateway", "--help"], capture_output=True, text=True).stdout:
        print("\n  FAILED  the installed command has the fixtures in it")
        totals["failed"] += 1
    print(f"\n{totals['passed']} passed, {totals['failed']} failed in {time.monotonic() - started:.1f}s", flush=True)
    return 1 if totals["failed"] or not totals["passed"] else 0


def built() -> Path:
    """The command with the fixtures in it, as it is there after the Rust tests, which use it."""
    argv = ["cargo", "test", "--locked", "--no-run", "--features", "conformance", "--test", "rust"]
    subprocess.run(argv, cwd=ROOT, check=True, timeout=1400)
    target = Path(os.environ.get("CARGO_TARGET_DIR") or ROOT / "target")
    return target / "debug" / "scenewire"


@contextlib.contextmanager
def gateway(command: Path, *options: str) -> Iterator[tuple[str, str]]:
    """A gateway on a free port, without hosts: the address of its MCP, and a user's key."""
    # In hexadecimal: a key that begins with a hyphen would be taken for a flag.
    admin = secrets.token_hex(24)
    with tempfile.TemporaryDirectory() as data:
        argv = ["gateway", "--port", "0", "--data", data, "--admin-key", admin, *options]
        with running([command, *argv], data, r"ready at (http://\S+)") as (url,):
            asked = urllib.request.Request(
                f"{url}/api/v1/users",
                json.dumps({"name": "suite"}).encode(),
                {"Authorization": f"Bearer {admin}"},
            )
            with urllib.request.urlopen(asked, timeout=20) as answer:
                key = json.load(answer)["api_key"]
            yield f"{url}/mcp", key


@contextlib.contextmanager
def local(command: Path) -> Iterator[tuple[str, str]]:
    """The server for clients of this machine, without hosts: its address and its key."""
    said = r"(http://\S+)(?s:.*)Bearer (\S+)"
    with (
        tempfile.TemporaryDirectory() as home,
        running([command, "mcp", "--http", "127.0.0.1:0"], home, said) as (url, key),
    ):
        yield url, key


@contextlib.contextmanager
def running(argv: list[object], home: str, wanted: str) -> Iterator[tuple[str, ...]]:
    """A server as long as it is needed, and what of its first lines this expression catches."""
    env = {**os.environ, "SCENEWIRE_HOME": home}
    process = subprocess.Popen([str(word) for word in argv], env=env, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        said = ""
        while not (found := re.search(wanted, said)):
            line = process.stdout.readline()
            if not line:
                raise SystemExit(f"{argv[0]} did not say where it listens: {said!r}")
            said += line
        yield found.groups()
    finally:
        process.terminate()
        process.wait(20)


def scenarios(programs: Path, url: str, key: str, version: str) -> dict[str, Checks]:
    """The checks of every scenario that this version has. One without a result has none."""
    node, env = suite(programs, key)
    names = listed(node, env, "--spec-version", version)
    assert len(names) > 20, names
    with tempfile.TemporaryDirectory() as folder:
        run([*node, "server", "--url", url, "--suite", "all", "--spec-version", version, "-o", folder], env)
        return {name: checks(Path(folder), name) for name in names}


def extensions(programs: Path, url: str, key: str) -> dict[str, Checks]:
    """The checks of what is no part of any version. They mostly wait, so several run at once."""
    node, env = suite(programs, key)
    names = [name for name in listed(node, env) if EXTENSION.match(name)]
    assert len(names) > 5, names

    def one(name: str) -> Checks:
        with tempfile.TemporaryDirectory() as folder:
            run([*node, "server", "--url", url, "--scenario", name, "-o", folder], env)
            return checks(Path(folder), name)

    with ThreadPoolExecutor(4) as pool:
        return dict(zip(names, pool.map(one, names)))


def suite(programs: Path, key: str) -> tuple[list[str], dict[str, str]]:
    """How it is run, and in what environment."""
    script = (programs / "conformance").resolve()
    env = {**os.environ, "SCENEWIRE_TEST_KEY": key, "SCENEWIRE_TEST_SUITE": str(script)}
    return [str(programs / "node"), "--import", str(KEY), str(script)], env


def listed(node: list[str], env: dict[str, str], *which: str) -> list[str]:
    """Names of its scenarios."""
    argv = [*node, "list", "--server", *which]
    answer = subprocess.run(argv, env=env, stdout=subprocess.PIPE, text=True, check=True, timeout=LIMIT)
    return re.findall(r"^ +- (\S+)", answer.stdout, re.MULTILINE)


def run(argv: list[str], env: dict[str, str]) -> None:
    """Its exit code and its text say less than the checks that it leaves."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        subprocess.run(argv, env=env, stdout=subprocess.DEVNULL, timeout=LIMIT, check=False)


def checks(folder: Path, name: str) -> Checks:
    """What the suite left of one scenario."""
    # The folder's name ends with the time, which begins with the year.
    found = [path for path in folder.glob(f"server-{name}-[0-9]*/checks.json")]
    return [check for path in found for check in json.loads(path.read_text())]


def word(checks: Checks) -> str:
    """A scenario passes when something was tested and nothing was wrong, not even a little."""
    counts = Counter(check["status"] for check in checks)
    return "passed" if counts["SUCCESS"] and not counts["FAILURE"] and not counts["WARNING"] else "failed"


def report(name: str, checks: Checks) -> str:
    """Prints one scenario, and why whatever did not succeed did not."""
    counts = Counter(check["status"] for check in checks)
    verdict = word(checks)
    shown = "ok" if verdict == "passed" else "FAILED"
    print(f"  {shown:<7} {name:<48} {counts['SUCCESS']:3d} checks" + ("" if checks else ", no result"), flush=True)
    for check in checks:
        if check["status"] in {"FAILURE", "WARNING", "SKIPPED"}:
            why = check.get("errorMessage") or (check.get("details") or {}).get("note", "")
            print(f"            {check['status'].lower()}: {check['id']}: {why}", flush=True)
    return verdict


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
