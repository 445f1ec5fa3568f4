"""Long runs, bounded in time: many calls and much nonsense, after which the host is as well as before.
`make soak` runs them.
"""

from __future__ import annotations

import json
import random
import time
from pathlib import Path
from typing import Any

import raw

SECONDS = 60.0
# What a warm host may still grow by: Blender's own undo steps and caches.
GROWTH_MB = 120


def resident_mb(pid: int) -> float:
    """Memory of a process."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def work(call: Any, pick: random.Random) -> None:
    """One round of what an agent does."""
    made = call("create_primitives", items=[{"kind": pick.choice(["cube", "torus"])} for _ in range(3)])["ids"]
    call("update_nodes", items=[{"ids": [pick.choice(made)], "position": [pick.random() for _ in range(3)]}])
    call("list_nodes", limit=5)
    call.fails("not_found", "delete_nodes", ids=[made[0], "nobody"])
    call("delete_nodes", ids=made)


def test_many_calls_leave_nothing_behind(call: Any) -> None:
    pick = random.Random(7)
    pid = call.host.record()["pid"]
    for _ in range(60):
        work(call, pick)
    warm, rounds, ends = resident_mb(pid), 0, time.monotonic() + SECONDS
    while time.monotonic() < ends:
        work(call, pick)
        rounds += 1
    assert rounds > 20
    assert call("list_nodes")["total"] == 0
    assert resident_mb(pid) - warm < GROWTH_MB
    assert call.python("1 + 1") == 2


def test_nonsense_on_the_wire_hurts_nobody(one_host: Any) -> None:
    pick = random.Random(11)
    record = one_host.record()
    bystander = raw.Raw(record)
    epoch = bystander.greet()["epoch"]
    ends, sent = time.monotonic() + SECONDS, 0
    while time.monotonic() < ends:
        link = raw.Raw(record)
        link.greet()
        link.socket.settimeout(0.2)
        data = bytearray(json.dumps(call_of(epoch, pick)).encode())
        for _ in range(pick.randrange(1, 6)):
            data[pick.randrange(len(data))] = pick.randrange(256)
        try:
            link.socket.sendall(raw.frame(pick.choice([raw.TEXT, raw.BINARY]), bytes(data)))
            link.receive()
        except (OSError, ValueError):
            pass
        link.close()
        sent += 1
        if sent % 50 == 0:
            bystander.send(raw.call(sent, epoch, "get_selection"))
            assert bystander.answer_to(sent)["ok"]
    assert sent > 100
    assert one_host.process.poll() is None, one_host.tail()


def call_of(epoch: str, pick: random.Random) -> dict[str, Any]:
    """A call that is right before it is spoilt; none of them changes anything on disk."""
    operation, arguments = pick.choice(
        [
            ("get_selection", {}),
            ("list_nodes", {"limit": 3, "fields": ["name"]}),
            ("create_nodes", {"items": [{"name": "N", "position": [1.0, 2.0, 3.0]}]}),
        ]
    )
    return raw.call(1, epoch, operation, **arguments)
