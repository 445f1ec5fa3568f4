"""The Maya MCP server's design (seed 003), its properties of what is told to whoever watches: log and status of a Maya
with a window.
"""

from __future__ import annotations

import contextlib
from typing import Any

from hundred import HUNDRED
from hypothesis import given
from hypothesis import strategies as st
from patience import until

from .artist import STATUS, Artist, agents, line, port_of, refusal

EMPTY = "from maya import cmds\ncmds.file(new=True, force=True)"
LOG = "import scenewire_maya.log as log\ntold = log.lines()"
SHOWN = "import scenewire_maya.lines as lines, scenewire\ntold = lines.status(scenewire.status())"

#: What agents do: an operation, its arguments, and how it comes out.
DEEDS: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("create_nodes", {"items": [{"name": "Crate"}]}, "ok"),
    ("list_nodes", {}, "ok"),
    ("get_scene", {"fields": ["name"]}, "ok"),
    ("clear_selection", {}, "ok"),
    ("execute_python", {"code": "1 + 1"}, "ok"),
    ("execute_python", {"code": "1 / 0"}, "python_error"),
    ("execute_python", {"code": "a b"}, "syntax_error"),
    ("delete_nodes", {"ids": ["nobody"]}, "not_found"),
    ("create_nodes", {"items": 3}, "invalid_params"),
    ("create_nods", {}, "unknown_operation"),
)
deeds = st.lists(st.sampled_from(DEEDS), min_size=1, max_size=5)


def do(agent: Any, deed: tuple[str, dict[str, Any], str]) -> None:
    operation, arguments, outcome = deed
    assert (refusal(agent, operation, **arguments) or "ok") == outcome


# **Feature: maya-mcp-server, Property 7: 日志记录完整性**
# *对于任何* 系统操作,应该在日志中记录相应的操作信息和状态变化
@HUNDRED
@given(done=deeds, restarted=st.booleans(), opened=st.booleans())
def test_every_operation_and_change_of_state_is_in_the_log(
    artist: Artist, done: list[tuple[str, dict[str, Any], str]], restarted: bool, opened: bool
) -> None:
    artist(EMPTY)
    if restarted:
        artist.stop()
    status = artist(STATUS) or artist.start()
    if opened:
        status = artist("import scenewire\ntold = scenewire.configure(foreign_port=0)")
    with agents(artist.host, 1) as (agent,):
        for deed in done:
            do(agent, deed)
        # What was refused without a turn of the main thread comes into Maya's log with the next one.
        agent("get_selection")
    history = artist(STATUS)["history"][1 : len(done) + 1][::-1]
    assert [(one["operation"], one["outcome"]) for one in history] == [(deed[0], deed[2]) for deed in done]
    for one in history:
        assert one["at"].endswith("Z")
        assert bool(one["message"]) == (one["outcome"] != "ok")
    wanted = [
        (f'operation="{one["operation"]}" key="{one["key"]}"', "" if one["outcome"] == "ok" else one["outcome"])
        for one in history
    ]
    if restarted:
        wanted += [("host stopped", status["instance"]["name"]), ("host started", status["url"])]
    if opened:
        wanted.append(("clients of other add-ons may connect", f"port={status['foreign']['port']}"))

    def missing() -> list[tuple[str, str]]:
        lines = artist(LOG)
        return [(what, more) for what, more in wanted if not any(what in one and more in one for one in lines)]

    until(lambda: not missing(), f"the log has not all of {wanted}")


# **Feature: maya-mcp-server, Property 8: 状态查询准确性**
# *对于任何* 状态查询请求,返回的服务器健康状态和连接信息应该准确反映实际状态
@HUNDRED
@given(done=st.lists(deeds, min_size=1, max_size=3), tools=st.integers(0, 2), held=st.booleans())
def test_the_status_is_what_is_so(artist: Artist, done: list[Any], tools: int, held: bool) -> None:
    artist(EMPTY)
    before = artist.start()
    assert (before["counts"]["calls"], before["counts"]["connections"], before["clients"]) == (0, 0, [])
    other = artist("import scenewire\ntold = scenewire.configure(foreign_port=0)")["foreign"]["port"]
    with agents(artist.host, len(done)) as connected, contextlib.ExitStack() as lines:
        for agent, each in zip(connected, done, strict=True):
            for deed in each:
                do(agent, deed)
        for _ in range(tools):
            lines.enter_context(line(other))
        if held:
            artist("import scenewire._native as native\nnative.hold('the artist thinks')")
        told, now = connected[0]("get_status"), artist(STATUS)
        shown = artist(SHOWN)
        if held:
            artist("import scenewire._native as native\nnative.hold(None)")
    outcomes = [deed[2] for each in done for deed in each]
    for status in (told, now):
        assert status["instance"] == before["instance"]
        assert status["counts"]["failed"] == sum(outcome != "ok" for outcome in outcomes)
        assert status["counts"]["cancelled"] == 0
        assert status["held"] == ("the artist thinks" if held else None)
        assert (status["queue"], status["running"]) == (0, None)
    assert port_of(now) == port_of(artist.host.record())
    assert now["foreign"] == {"port": other, "state": "listening", "reason": None}
    # Each agent has asked for the status once, one of them twice: that is in no agent's own count, nor in the history.
    assert now["counts"]["calls"] == len(outcomes) + len(done) + 1
    known = [sum(deed[2] != "unknown_operation" for deed in each) for each in done]
    assert [one["calls"] for one in now["clients"] if one["way"] == "local"] == known
    assert [one["outcome"] for one in now["history"]] == outcomes[::-1]
    assert f"port {port_of(now)}" in shown[0]
    assert any("the artist thinks" in one for one in shown) == held
    assert sum(one.startswith("Connected: ") and one.endswith("(local)") for one in shown) == sum(map(bool, known))
    until(lambda: artist(STATUS)["clients"] == [], "clients that have gone are told of")
    artist.stop()
    assert artist(STATUS) is None
    assert artist("import scenewire_maya.lines as lines\ntold = lines.status(None)") == [
        "Scenewire does not run in this Maya."
    ]
