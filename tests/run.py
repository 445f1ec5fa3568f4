"""Runs what `make` names: installs what is missing, then each suite, timed; `python3 tests/run.py lint
test`.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import report
import suites
from setup import addon, bundle, demo, wheel, wheels
from setup.cache import ROOT, Missing, environment
from suites import Suite

# What is no suite: it makes something, and needs no summary.
ALONE: dict[str, Callable[[], int]] = {
    "demo": demo.run_demo,
    "wheel": wheel.hand_out,
    "wheels": wheels.hand_out_all,
    "addon": addon.hand_out,
    "bundle": bundle.hand_out,
}


def main(argv: list[str]) -> int:
    """Runs the groups named on the command line and gives the exit code."""
    if len(argv) == 1 and argv[0] in ALONE:
        return alone(ALONE[argv[0]])
    unknown = [name for name in argv if name not in suites.GROUPS]
    if unknown or not argv:
        names = ", ".join([*suites.GROUPS, *ALONE])
        print(f"no such group: {' '.join(unknown) or '(none given)'}; there are {names}", file=sys.stderr)
        return 2
    chosen = [suite for name in argv for suite in suites.GROUPS[name]]
    return run_all(chosen)


def alone(work: Callable[[], int]) -> int:
    """Runs what needs no summary; what is missing is said in its one sentence."""
    try:
        return work()
    except Missing as missing:
        print(f"scenewire: {missing}", file=sys.stderr)
        return 1


def run_all(chosen: list[Suite]) -> int:
    """Prepares every suite in the background and runs each as soon as it is its turn and ready."""
    started = time.monotonic()
    outcomes = []
    # All are prepared at once: what is downloaded for the last ones comes while Rust compiles for the first.
    with ThreadPoolExecutor(max_workers=len(chosen)) as pool, ThreadPoolExecutor(max_workers=len(chosen)) as sides:
        ready = [pool.submit(suite.prepare) for suite in chosen]
        beside: list[Beside] = []
        for suite, step in zip(chosen, ready):
            if suite.beside:
                told: list[str] = []
                beside.append(Beside(suite.beside, sides.submit(run_one, suite, step, told.append), told))
                continue
            outcomes.append(run_one(suite, step, show))
            for one in [one for one in beside if one.until == suite.name]:
                beside.remove(one)
                outcomes.append(one.shown())
        outcomes += [one.shown() for one in beside]
    print(report.closing(outcomes, time.monotonic() - started), flush=True)
    return 1 if any(o.failed for o in outcomes) else 0


@dataclass
class Beside:
    """A suite that runs beside others, until the one of this name is done; what it says is kept until then."""

    until: str
    outcome: Future[report.Outcome]
    told: list[str]

    def shown(self) -> report.Outcome:
        """Waits for its end and shows what it said."""
        outcome = self.outcome.result()
        show("".join(self.told))
        return outcome


def show(text: str) -> None:
    """Prints what a suite says, as it says it."""
    print(text, end="", flush=True)


def run_one(suite: Suite, ready: Future[suites.Command], tell: Callable[[str], object]) -> report.Outcome:
    """Waits for what the suite needs, runs it and counts."""
    tell(f"\n== {suite.name}\n")
    try:
        command = ready.result()
    except Missing as missing:
        tell(f"{missing}\n")
        number = {"failed": 1} if suite.required else {"skipped": 1}
        return report.Outcome(suite.name, notes=[str(missing)], **number)
    started = time.monotonic()
    code, output, cpu = stream(command, suite.limit, tell)
    outcome = report.read(suite.name, code, output)
    outcome.seconds, outcome.cpu = time.monotonic() - started, cpu
    outcome.notes += command.notes
    if code == TIMED_OUT:
        outcome.notes.append(f"stopped after its limit of {suite.limit} s")
    return outcome


# What coreutils' `timeout` exits with.
TIMED_OUT = 124
# Seconds for a suite that is stopped to tell what it found, and to stop the hosts that it started.
LAST_WORDS = 60


def stream(command: suites.Command, limit: float, tell: Callable[[str], object]) -> tuple[int, str, float]:
    """Runs a command in a process group of its own, tells and keeps its output, and ends the group at the limit; with
    the seconds of processors that it and what it waited for took.
    """
    env = environment(**command.env)
    process = subprocess.Popen(
        [str(a) for a in command.argv],
        cwd=ROOT,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    expired = threading.Event()
    timers = [
        threading.Timer(limit, lambda: (expired.set(), end(process.pid, signal.SIGINT))),
        threading.Timer(limit + LAST_WORDS, lambda: end(process.pid, signal.SIGKILL)),
    ]
    for timer in timers:
        timer.start()
    lines = []
    assert process.stdout is not None
    for raw in process.stdout:
        line = raw.decode(errors="replace")
        lines.append(line)
        tell(line)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    for timer in timers:
        timer.cancel()
    code = TIMED_OUT if expired.is_set() else process.returncode
    return code, "".join(lines), used.ru_utime + used.ru_stime


def end(group: int, by: signal.Signals) -> None:
    """Ends what is left of a process group that we started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(group, by)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
