"""An hour of an agent's use of Maya, as fast as it goes: what the session keeps does not grow with what it has done."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import Any

import pytest

from python.contract.shapes import TRIANGLE

from .test_long import resident_mb

pytestmark = pytest.mark.apps("maya")

#: An agent that calls once a second for an hour, and how long this may take.
CALLS, MINUTES = 3600, 12.0
#: Part of the calls after which the session is warm: caches and undo steps are full.
WARM = 0.4
#: What it may still grow by: megabytes of the process, and blocks of Python's memory, of which a node that somebody
#: remembers takes several.
GROWTH_MB, GROWTH_BLOCKS = 24, 2000

BLOCKS = "import gc, sys\n[gc.collect(), sys.getallocatedblocks()][1]"
NAMES = [f"Crate{number}" for number in range(8)]


def rounds(call: Any, pick: random.Random) -> list[Callable[[], Any]]:
    """What an agent does over and over: builds, moves, animates, looks, fails, thinks better of it, clears away."""
    name, *_ = names = pick.sample(NAMES, 5)
    place = [pick.uniform(-100, 100) for _ in range(3)]
    code = f"cmds.setAttr('{name}.rotateY', 30)\ncmds.setKeyframe('{name}', attribute='translateX')\nNone"
    wrong = [{"name": "Half"}, {"name": "Lost", "parent_id": "nobody"}]
    save = {"path": str(call.host.inside(call.host.home / "hour.ma")), "copy": True}
    return [
        lambda: call("create_primitives", items=[{"kind": "cube", "name": one} for one in names]),
        lambda: call("create_meshes", items=[{"name": "Sail", **TRIANGLE}]),
        lambda: call("create_materials", items=[{"name": "Paint", "base_color": [1, 0, 0, 1]}]),
        lambda: call("update_nodes", items=[{"ids": [name], "position": place}]),
        lambda: call("execute_python", code=code),
        lambda: call("get_scene"),
        lambda: call("list_nodes", limit=5),
        lambda: call.fails("not_found", "create_nodes", items=wrong),
        lambda: call("undo"),
        lambda: call("redo"),
        lambda: call("save_file", **save),
        lambda: call("delete_materials", ids=["Paint"]),
        lambda: call("delete_nodes", ids=[*names, "Sail"]),
    ]


def test_an_hour_of_use_leaves_memory_as_it_was(call: Any) -> None:
    pick = random.Random(5)
    process = call.host.record()["pid"]
    done, warm, ends = 0, (0.0, 0), time.monotonic() + MINUTES * 60
    while done < CALLS and time.monotonic() < ends:
        for step in rounds(call, pick):
            step()
            done += 1
        if not warm[1] and done >= CALLS * WARM:
            warm = resident_mb(process), call.python(BLOCKS)
    assert warm[1], f"only {done} calls in {MINUTES} minutes"
    assert call("list_nodes")["total"] == 0
    assert call.python(BLOCKS) - warm[1] < GROWTH_BLOCKS
    assert resident_mb(process) - warm[0] < GROWTH_MB
    assert call.host.process.poll() is None
