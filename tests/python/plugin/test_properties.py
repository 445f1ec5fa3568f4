"""The Maya MCP server's design (seed 003), its properties of whoever starts, sets and stops it: in a Maya with a
window, by its plug-in, with an artist at one end and agents at the other.
"""

from __future__ import annotations

import contextlib
import socket
from collections import Counter
from typing import Any

from conftest import Call
from hundred import HUNDRED
from hypothesis import assume, given
from hypothesis import strategies as st
from patience import until

from .artist import ACTIONS, STATUS, Artist, agents, free, line, port_of, refusal, refused

ports = st.integers(1024, 65535)


# **Feature: maya-mcp-server, Property 1: 服务器启动后端口监听**
# *对于任何* 有效的端口号,当MCP服务器或Maya插件启动时,应该在指定端口上成功监听连接
@HUNDRED
@given(port=ports, other=ports, taken=st.booleans())
def test_it_listens_on_the_ports_that_were_chosen(artist: Artist, port: int, other: int, taken: bool) -> None:
    artist.stop()
    assume(port != other and free(port) and free(other))
    if taken:
        with socket.create_server(("127.0.0.1", port)):
            assert artist.start(port=port) is None
            assert artist.start(foreign_port=port)["foreign"]["state"] == "refused"
        artist.stop()
    status = artist.start(port=port, foreign_port=other)
    assert (port_of(status), status["foreign"]) == (port, {"port": other, "state": "listening", "reason": None})
    assert port_of(artist.host.record()) == port
    with agents(artist.host, 1) as (agent,), line(other):
        assert agent("get_status")["instance"] == status["instance"]
    artist.stop()
    assert refused(port)
    assert refused(other)


words = st.text("abcdefghijklmnopqrstuvwxyz0123456789_", min_size=1, max_size=20).filter(lambda word: word[0].isalpha())
#: What the window of settings offers, and what only `scenewire.configure` takes.
chosen = st.fixed_dictionaries(
    {
        "name": words,
        "read_only": st.booleans(),
        "allow_python": st.booleans(),
        "allow_files": st.booleans(),
    }
)
further = st.fixed_dictionaries(
    {},
    optional={
        "guard_python": st.booleans(),
        "third_party_code": st.sampled_from(["deny", "allow"]),
        "ask_deletes_over": st.none() | st.integers(0, 1000),
        "unattended": st.sampled_from(["deny", "allow"]),
        "approver": st.sampled_from(["host", "client", "nobody"]),
        "roots": st.sampled_from([["/tmp"], ["/tmp", "/usr"]]),
    },
)


def hold(artist: Artist, agent: Call, settings: dict[str, Any]) -> Any:
    """That all of these hold: in what the host tells of itself, and for an agent; the status."""
    status = artist(STATUS)
    told = {**status["policy"], "name": status["instance"]["name"]}
    assert {name: told[name] for name in settings} == settings
    assert artist.host.record()["name"] == settings["name"]
    read_only, python, files = settings["read_only"], settings["allow_python"], settings["allow_files"]
    path = str(artist.host.home / "kept.ma")
    assert refusal(agent, "clear_selection") == ("permission_denied" if read_only else None)
    assert refusal(agent, "execute_python", code="1") == ("permission_denied" if read_only or not python else None)
    assert refusal(agent, "save_file", path=path) == ("permission_denied" if read_only or not files else None)
    assert refusal(agent, "get_scene", fields=["name"]) is None
    return status


# **Feature: maya-mcp-server, Property 2: 配置参数应用**
# *对于任何* 有效的配置参数集,服务器启动时应该正确读取并应用所有配置设置,包括支持热重载
@HUNDRED
@given(first=chosen, then=chosen, more=further)
def test_settings_hold_from_the_start_and_changes_at_once(
    artist: Artist, first: dict[str, Any], then: dict[str, Any], more: dict[str, Any]
) -> None:
    started = artist.start(**first)
    with agents(artist.host, 1) as (agent,):
        hold(artist, agent, first)
        artist(f"{ACTIONS}actions.apply({then!r})\nimport scenewire\nscenewire.configure(**{more!r})")
        status = hold(artist, agent, {**then, **more})
        assert status["epoch"] == started["epoch"], "it is the same host, not one that was started again"
    kept = artist(f"{ACTIONS}told = settings.read()")
    assert {name: kept[name] for name in then} == then


#: What a process has that must not outlive a host.
LEFT = """
import os, sys, threading
def opened(number):
    try:
        return os.readlink(f"/proc/self/fd/{number}").partition(":")[0]
    except FileNotFoundError:
        return ""
told = [thread.name for thread in threading.enumerate()]
told += ["thread"] * len(os.listdir("/proc/self/task"))
told += filter(None, map(opened, os.listdir("/proc/self/fd")))
"""
LOAD = "from maya import cmds\ncmds.loadPlugin('scenewire_plugin', quiet=True)"
LOADED = """
import sys
from maya import cmds
told = [
    cmds.pluginInfo("scenewire_plugin", query=True, loaded=True),
    cmds.menu("scenewireMenu", exists=True),
    cmds.shelfLayout("Scenewire", exists=True),
    any(name.startswith("scenewire_maya") for name in sys.modules),
]
"""
ENDINGS = {
    "stopped": ACTIONS + "actions.stop()",
    "shut down": "from scenewire.maya_mcp import MayaMCPPlugin\nMayaMCPPlugin().handle_shutdown()",
    "unloaded": "from maya import cmds\ncmds.unloadPlugin('scenewire_plugin')",
}


# **Feature: maya-mcp-server, Property 3: 资源清理一致性**
# *对于任何* 运行中的服务器或插件,当关闭时应该正确清理所有资源和连接
@HUNDRED
@given(
    ending=st.sampled_from(sorted(ENDINGS)),
    by_agent=st.booleans(),
    connected=st.integers(1, 3),
    tools=st.integers(0, 2),
    undone=st.booleans(),
)
def test_nothing_of_it_outlives_its_end(
    artist: Artist, ending: str, by_agent: bool, connected: int, tools: int, undone: bool
) -> None:
    artist(LOAD)
    artist.stop()
    # A thread of the host before may still be about to end: there may be less afterwards, and never more.
    before = Counter(artist(LEFT))
    status = artist.start()
    port, other = (
        port_of(status),
        artist("import scenewire\ntold = scenewire.configure(foreign_port=0)['foreign']")["port"],
    )
    with agents(artist.host, connected) as all_agents, contextlib.ExitStack() as lines:
        others = [lines.enter_context(line(other)) for _ in range(tools)]
        if undone:
            all_agents[-1]("create_nodes", items=[{"name": "Left"}])
        if by_agent:
            all_agents[0].python(ENDINGS[ending])
        else:
            artist(ENDINGS[ending])
        until(lambda: not list((artist.host.home / "run").glob("*.json")), "its record stays")
        assert [connection.recv(1) for connection in others] == [b""] * tools
        assert all(refusal(agent, "get_status") for agent in all_agents)
    # A command that ends the host is answered first.
    until(lambda: refused(port) and refused(other), "a port stays")
    until(lambda: Counter(artist(LEFT)) <= before, f"threads, files or sockets stay beside {before}")
    there = ending != "unloaded"
    assert artist(LOADED) == [there] * 4
    artist(LOAD)
    assert artist(LOADED) == [True] * 4
    artist.start()
