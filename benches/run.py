"""Runs every benchmark against one real host and writes docs/benchmarks.md; `make bench` calls it."""

from __future__ import annotations

import datetime
import os
import platform
import sys
from pathlib import Path
from typing import Any

import arrays
import conftest
import footprint
import round_trip
from measure import Row

ROOT = Path(__file__).resolve().parents[1]
PAGES = (round_trip, arrays, footprint)


def main() -> int:
    """Measures, prints and writes; a figure that misses its aim is said, and fails nothing."""
    import scenewire

    host = conftest.launch(conftest.specs()[0])
    os.environ["SCENEWIRE_HOME"] = str(host.home)
    try:
        client = scenewire.connect(host.record()["id"])
        versions = client.call("get_status", {})["versions"]
        rows = [row for page in PAGES for row in shown(page.all_rows(host, client))]
    finally:
        conftest.stop(host)
    (ROOT / "docs" / "benchmarks.md").write_text(report(rows, versions))
    missed = [row.what for row in rows if not row.met]
    told = ", ".join(missed) or "none"
    print(f"\ndocs/benchmarks.md written; {len(missed)} of {len(rows)} miss their aim: {told}")
    return 0


def shown(rows: list[Row]) -> list[Row]:
    """Prints rows as they come."""
    for row in rows:
        print(
            f"{'ok    ' if row.met else 'MISSED'} {row.what}: {row.figure}  [{row.floor}]  aim {row.aim}",
            flush=True,
        )
    return rows


def report(rows: list[Row], versions: dict[str, Any]) -> str:
    """The page."""
    about = ", ".join(f"{name} {version}" for name, version in versions.items())
    lines = [
        "# Benchmarks",
        "",
        "Written by `make bench`; every floor was measured in the same run, on the same machine.",
        "Two figures are median and 99th percentile.",
        "",
        f"- {datetime.date.today()}, {processor()}, {os.cpu_count()} cores, {platform.system()}",
        f"- host: bpy without a window; {about}",
        f"- client: Python {platform.python_version()}; release build",
        "",
        "| what | figure | floor | aim | met |",
        "|---|---|---|---|---|",
        *(f"| {r.what} | {r.figure} | {r.floor} | {r.aim} | {'yes' if r.met else '**no**'} |" for r in rows),
        "",
    ]
    return "\n".join(lines)


def processor() -> str:
    """The processor's own name."""
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


if __name__ == "__main__":
    sys.exit(main())
