"""What the machines of a studio do to its gateway: a disk that is full and has room again, and clocks that are years
apart. Real processes; the disk is made full by the limit on the size of the gateway's files.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import studio
from studio import Gateway, User

YEAR = 365 * 86_400
MONTH = 30 * 86_400
# Bytes of a file: less than SQLite writes for anything.
FULL = 4_096
# Answers every question for the time of day with another one; the clock that only counts goes on as it is.
CLOCK = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>
static time_t apart(void) { const char *text = getenv("TEST_CLOCK_APART"); return text ? atoll(text) : 0; }
int clock_gettime(clockid_t clock, struct timespec *at) {
    static int (*real)(clockid_t, struct timespec *);
    if (!real) real = dlsym(RTLD_NEXT, "clock_gettime");
    int failed = real(clock, at);
    if (!failed && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) at->tv_sec += apart();
    return failed;
}
int gettimeofday(struct timeval *at, void *zone) {
    struct timespec now;
    int failed = clock_gettime(CLOCK_REALTIME, &now);
    if (!failed) { at->tv_sec = now.tv_sec; at->tv_usec = now.tv_nsec / 1000; }
    return failed;
}
time_t time(time_t *at) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (at) *at = now.tv_sec;
    return now.tv_sec;
}
"""


@pytest.fixture
def gateway(tmp_path: Path) -> Iterator[Gateway]:
    import conftest

    if not conftest.specs():
        pytest.skip("no host: run it by `make test`")
    running = Gateway(tmp_path / "data")
    yield running
    running.stop()


@pytest.fixture(scope="module")
def clock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a process loads first to be at another time."""
    compiler = shutil.which("cc")
    if sys.platform != "linux" or compiler is None:
        pytest.skip("needs Linux and a C compiler")
    folder = tmp_path_factory.mktemp("clock")
    (folder / "clock.c").write_text(CLOCK)
    made = folder / "clock.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", made, folder / "clock.c", "-ldl"], check=True)
    return made


@pytest.mark.skipif(sys.platform != "linux", reason="limits of another process are Linux's")
def test_a_full_disk_refuses_calls_and_loses_no_line(gateway: Gateway, tmp_path: Path) -> None:
    import conftest

    gateway.start()
    anna = gateway.user("anna", tmp_path / "anna")
    desk = anna.link("desk", anna.key)
    try:
        anna.online("desk")
        assert gateway.process is not None
        process, told = gateway.process.pid, Told(anna)
        told.call("before")
        before, hard = resource.prlimit(process, resource.RLIMIT_FSIZE)  # type: ignore[attr-defined]
        resource.prlimit(process, resource.RLIMIT_FSIZE, (FULL, hard))  # type: ignore[attr-defined]
        # What was let in before the disk was known to be full runs, and its line waits.
        studio.until(lambda: told.call("full") == "audit_unavailable", "nothing is refused", 30)
        with ThreadPoolExecutor(4) as pool:
            codes = set(pool.map(lambda _: told.call("full"), range(40)))
        assert codes == {"audit_unavailable"}
        assert gateway.http("GET", "/ready")[0] == 503
        # An act is refused alike.
        refused = anna.http("POST", "/api/v1/keys", {"label": "k"})
        told.codes["an act"] = refused[1]["error_code"]
        assert (refused[0], told.codes["an act"]) == (503, "audit_unavailable")
        resource.prlimit(process, resource.RLIMIT_FSIZE, (before, hard))  # type: ignore[attr-defined]
        studio.until(lambda: told.call("after") == "ok", "it does not recover", 30)
        with anna.connect("desk") as blender:
            made = {row["name"] for row in blender.list_nodes(fields=["name"])["items"]}
        assert {name for name, code in told.codes.items() if code == "ok"} == made & set(told.codes)
        told.codes["a look"] = "ok"

        def lines() -> dict[str, int]:
            sums: dict[str, int] = {}
            for row in anna.http("GET", "/api/v1/audit?limit=1000")[1]["records"]:
                sums[row["outcome"]] = sums.get(row["outcome"], 0) + row["calls"]
            return sums

        studio.until(lambda: lines() == told.sums(), "the record does not add up", 10)
        status, told_of = gateway.http("GET", "/api/v1/audit/verify", key=gateway.admin)
        assert (status, told_of["intact"]) == (200, True), told_of
    finally:
        conftest.stop(desk)


class Told:
    """Calls that each make a node of their own, and what was answered to each."""

    def __init__(self, user: User):
        self.user = user
        self.codes: dict[str, str] = {}

    def call(self, when: str) -> str:
        name = f"{when} {len(self.codes)} {time.monotonic_ns()}"
        body = {"operation": "create_nodes", "arguments": {"items": [{"name": name}]}}
        status, answer = self.user.http("POST", "/api/v1/instances/desk/call", body)
        self.codes[name] = "ok" if status == 200 else str(answer["error_code"])
        return self.codes[name]

    def sums(self) -> dict[str, int]:
        codes = list(self.codes.values())
        return {code: codes.count(code) for code in set(codes)}


def test_clocks_that_are_years_apart_do_not_matter(
    gateway: Gateway, tmp_path: Path, clock: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import conftest

    gateway.start()
    anna = gateway.user("anna", tmp_path / "anna")
    status, made = anna.http("POST", "/api/v1/keys", {"label": "an hour", "expires_in": 3600})
    assert status == 200, made
    short = User("anna", anna.id, made["api_key"], gateway, anna.home)
    # The host is years ahead, and its key would have run out by its own clock.
    monkeypatch.setenv("LD_PRELOAD", str(clock))
    monkeypatch.setenv("TEST_CLOCK_APART", str(3 * YEAR))
    desk = short.link("desk", short.key)
    monkeypatch.delenv("LD_PRELOAD")
    try:
        anna.online("desk")
        begun = time.time()
        # The client is years behind.
        behind = {"LD_PRELOAD": str(clock), "TEST_CLOCK_APART": str(-5 * YEAR)}
        done = short.cli("call", "create_nodes", '{"items": [{"name": "a"}]}', "--instance", "desk", "--json", **behind)
        assert done.returncode == 0, done
        assert year(desk.record()["started"]) == year_of(begun) + 3, "the host's clock is not what this test wants"
        # Times that the gateway tells are its own.
        record = anna.http("GET", "/api/v1/audit?operation=create_nodes")[1]["records"][0]
        assert record["outcome"] == "ok"
        assert begun - 5 < seconds(record["time"]) < time.time() + 5
        row = anna.instances()["desk"]
        assert row["status"] == "online"
    finally:
        conftest.stop(desk)
    studio.until(lambda: anna.instances()["desk"]["status"] == "offline", "it is still waited for")
    assert abs(seconds(anna.instances()["desk"]["last_seen"]) - time.time()) < 120


def test_a_gateway_whose_clock_is_set_goes_on_with_its_record(
    gateway: Gateway, tmp_path: Path, clock: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gateway.start()
    anna = gateway.user("anna", tmp_path / "anna")
    made = anna.http("POST", "/api/v1/keys", {"label": "an hour", "expires_in": 3600})[1]
    short = User("anna", anna.id, made["api_key"], gateway, anna.home)
    monkeypatch.setenv("LD_PRELOAD", str(clock))
    # A key ends by the gateway's clock, whatever any other says.
    for apart, expected in [(-2 * YEAR, 200), (MONTH, 401), (0, 200)]:
        gateway.stop()
        monkeypatch.setenv("TEST_CLOCK_APART", str(apart))
        gateway.start()
        assert short.http("GET", "/api/v1/me")[0] == expected, apart
        assert anna.http("POST", "/api/v1/keys", {"label": f"at {apart}"})[0] == 200
    status, told = gateway.http("GET", "/api/v1/audit/verify", key=gateway.admin)
    assert (status, told["intact"]) == (200, True), told
    # Searching by time finds what was recorded then, although the times do not rise.
    ahead = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + MONTH / 2))
    found = anna.http("GET", f"/api/v1/audit?operation=create_key&since={ahead}")[1]["records"]
    assert [f"at {MONTH}" in row["detail"] for row in found] == [True], found


def seconds(text: str) -> float:
    """A time of RFC 3339 in UTC as Unix seconds."""
    from datetime import datetime

    return datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


def year(text: str) -> int:
    """The year of a time of RFC 3339."""
    return int(text[:4])


def year_of(moment: float) -> int:
    """The year of a time in Unix seconds."""
    return time.gmtime(moment).tm_year
