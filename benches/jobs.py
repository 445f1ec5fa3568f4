"""What one job of an artist's size costs in a window as one call, beside the same made of single calls."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from report import Row

#: Turns of the event loop in which the host did something for us.
COUNT = """
from scenewire.adapters.blender import pump
if not hasattr(pump, "turns"):
    pump.turns, whole = 0, pump._installed._pump
    def counted(budget, linger):
        ran = whole(budget, linger)
        pump.turns += ran > 0
        return ran
    pump._installed._pump = counted
"""
TURNS = "from scenewire.adapters.blender import pump; pump.turns"
#: Keeps what the adapter is asked and what it answers.
RECORD = """
import copy
from scenewire.adapters import dispatch
dispatch.asked, dispatch.whole = [], dispatch.Dispatcher.perform
def perform(self, operation, arguments, job):
    given = copy.deepcopy(arguments)
    result = dispatch.whole(self, operation, arguments, job)
    dispatch.asked.append([operation, given, result])
    return result
dispatch.Dispatcher.perform = perform
"""
RECORDED = """
from scenewire.adapters import dispatch
dispatch.Dispatcher.perform = dispatch.whole
[one for one in dispatch.asked if one[0] != "execute_python"]
"""
ARM = [
    {"name": "Upper", "position": [0, 0, 1], "orientation": {"euler": [0, 0, -90]}, "length": 0.3},
    {
        "name": "Lower",
        "parent_id": "Upper",
        "position": [0, 0.3, 0],
        "orientation": {"euler": [0, 0, 8]},
        "length": 0.3,
    },
    {"name": "Hand", "parent_id": "Lower", "position": [0, 0.3, 0], "length": 0.1},
]
SWITCH = {"joint_ids": ["Upper", "Lower", "Hand"], "rig_id": "Figure", "switch_name": "Arm"}
TURNS_ASKED, TIMES_ASKED, OPERATIONS = 3, 20, 200
RIVALS = "import bpy; bpy.context.scene.collection.objects.link(bpy.data.objects.new('Step {}', None))"


def rows(client: Any, rival: Any, name: str) -> list[Row]:
    """A switch and a batch, as one call and as many."""
    client.execute_python(code=COUNT)
    return [switch(client, name), two_hundred(client, rival, name)]


def arm(client: Any) -> None:
    """A new scene with an arm of three joints."""
    client.new_file()
    client.create_rigs(items=[{"name": "Figure"}])
    client.create_joints(items=[{"rig_id": "Figure", **joint} for joint in ARM])


def measured(client: Any, once: Callable[[], object]) -> tuple[int, float]:
    """Turns and milliseconds of something; the look at the turns is one itself."""
    before = client.execute_python(code=TURNS)["value"]
    start = time.perf_counter()
    once()
    took = (time.perf_counter() - start) * 1e3
    return client.execute_python(code=TURNS)["value"] - before - 1, took


def switch(client: Any, name: str) -> Row:
    """`create_ik_fk_switch`, three times; then all that it did, call by call."""
    found = []
    for _ in range(3):
        arm(client)
        found.append(measured(client, lambda: client.create_ik_fk_switch(**SWITCH)))
    turns, took = max(one[0] for one in found), sorted(one[1] for one in found)[1]
    arm(client)
    client.execute_python(code=RECORD)
    client.create_ik_fk_switch(**SWITCH)
    asked = client.execute_python(code=RECORDED)["value"]
    arm(client)
    single_turns, single = measured(client, lambda: replay(client, asked))
    return Row(f"`create_ik_fk_switch` ({name})", f"1 round trip, {turns} turns of the main thread, {took:.0f} ms",
               f"as {len(asked)} single calls: {single_turns} turns, {single:.0f} ms",
               f"one round trip, at most {TURNS_ASKED} turns")  # fmt: skip


def replay(client: Any, asked: list[Any]) -> None:
    """The same calls on another scene, whose ids are others."""
    ids: dict[str, str] = {}
    for operation, arguments, before in asked:
        now = client.call(operation, renamed(arguments, ids)).value
        learn(before, now, ids)


def learn(before: Any, now: Any, ids: dict[str, str]) -> None:
    """Which text of one answer stands in the place of which of the other."""
    if isinstance(before, dict) and isinstance(now, dict):
        for key in before.keys() & now.keys():
            learn(before[key], now[key], ids)
    elif isinstance(before, list) and isinstance(now, list):
        for one, other in zip(before, now):
            learn(one, other, ids)
    elif isinstance(before, str) and isinstance(now, str) and before != now:
        ids[before] = now


def renamed(value: Any, ids: dict[str, str]) -> Any:
    """The same with the ids of now."""
    if isinstance(value, dict):
        return {key: renamed(one, ids) for key, one in value.items()}
    if isinstance(value, list):
        return [renamed(one, ids) for one in value]
    return ids.get(value, value) if isinstance(value, str) else value


def two_hundred(client: Any, rival: Any, name: str) -> Row:
    """So many small operations as one batch, as calls one after the other, and as commands of the rival."""
    steps = [
        {"operation": "create_nodes", "arguments": {"items": [{"name": f"Step {at}"}]}} for at in range(OPERATIONS)
    ]
    took = []
    for _ in range(3):
        client.new_file()
        took.append(measured(client, lambda: client.batch(operations=steps))[1])
    ours = sorted(took)[1]
    client.new_file()
    turns, single = measured(client, lambda: [client.call("create_nodes", step["arguments"]) for step in steps])
    told = f"as {OPERATIONS} calls: {single:.0f} ms ({single / ours:.0f} times), {turns} turns"
    if rival is not None:
        client.new_file()
        start = time.perf_counter()
        for at in range(OPERATIONS):
            rival.ask("execute_code", code=RIVALS.format(at))
        theirs = (time.perf_counter() - start) * 1e3
        told += f"; as {OPERATIONS} commands of blender-mcp: {theirs:.0f} ms ({theirs / ours:.0f} times)"
    return Row(f"{OPERATIONS} operations (`create_nodes`) as one `batch` ({name})", f"{ours:.0f} ms", told,
               f"at least {TIMES_ASKED} times faster than single commands of one turn each")  # fmt: skip
