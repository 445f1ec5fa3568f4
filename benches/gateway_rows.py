"""What the gateway costs, as the rows of its benchmark: a process of its own, and light hosts that answer at once."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from awake import TOLD
from report import Row, us

ROOT = Path(__file__).resolve().parents[1]


def rows() -> list[Row]:
    """The figures of `gateway/`, which raises its own limit of open files; takes about two minutes."""
    command = ["cargo", "bench", "--locked", "--quiet", "--bench", "gateway"]
    output = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    measured = json.loads(output.strip().splitlines()[-1])
    return [*calls(measured), *hosts(measured["idle"])] if measured else []


def calls(measured: dict[str, Any]) -> list[Row]:
    """What is measured by calling."""
    added, load, relay, flood = (measured[name] for name in ("added", "throughput", "relay", "flood"))
    return [
        added_row(added, ""),
        *([added_row(added["awake"], f", {TOLD}")] if added["awake"] else []),
        Row(f"Gateway, {load['clients']} clients with {load['in_flight']} calls in flight, {load['hosts']} light hosts",
            f"{load['calls_per_cpu_second']:,.0f} calls per CPU second",
            f"{load['calls_per_second']:,.0f} calls/s, clients and hosts on the same cores",
            "at least 20,000 per CPU second"),
        Row("Gateway, 500 MB from a client to a light host", f"{relay['through_mb_s']:,.0f} MB/s",
            f"the same over one TLS connection: {relay['floor_mb_s']:,.0f} MB/s;"
            f" directly: {relay['direct_mb_s']:,.0f} MB/s", "at least 300 MB/s"),
        Row(f"Gateway, a call while another tenant floods ({flood['refused_per_second']:,.0f} refused per second)",
            us(flood["beside"]), f"without the flood: {us(flood['alone'])}", "it goes on"),
    ]  # fmt: skip


def added_row(added: dict[str, Any], how: str) -> Row:
    """What it adds to one call after the other."""
    span, floor = added["added_rounds_us"], added["floor_us"]
    return Row(f"Gateway, added to a call of a light host, TLS on both sides{how}",
               f"p50 {added['added_us']:.0f} µs (rounds: {span[0]:.0f} to {span[1]:.0f})",
               f"a bare TCP relay of 64 B adds p50 {floor:.0f} µs; direct: {us(added['direct'])};"
               f" through it: {us(added['through'])}", "p50 at most 60 µs")  # fmt: skip


def hosts(idle: dict[str, Any]) -> list[Row]:
    """What is measured by hosts that are only there."""
    fewer = f"; fewer because {idle['fewer_because']}" if idle["fewer_because"] else ""
    killed = idle["killed"]
    return [
        Row(f"Gateway, memory of an idle host, {idle['hosts']:,} of them{fewer}", f"{idle['kib_per_host']:.1f} KiB",
            f"the gateway without any: {idle['empty_kib'] / 1024:.0f} MiB; its CPU meanwhile:"
            f" {idle['idle_cpu_percent']:.1f} %", "at most 40 KiB"),
        Row(f"Gateway, a restart until all {idle['hosts']:,} hosts are back", f"{idle['back_s']:.1f} s",
            f"the new process ready: {idle['ready_s']:.1f} s; told to return after 2 s", "at most 10 s"),
        Row(f"Gateway, killed and started again: the first try of the slowest of {idle['hosts']:,} hosts",
            f"{killed['first_try_s']:.1f} s",
            f"all are back after {killed['back_s']:.1f} s, and one of each user answers;"
            f" the new process ready: {killed['ready_s']:.1f} s", "at most 3 s; all back"),
    ]  # fmt: skip
