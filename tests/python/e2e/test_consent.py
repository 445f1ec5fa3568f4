"""The owner of a host hands approval to the client, and the reference client of MCP asks its user: over stdio, in both
eras of the protocol."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

pytest.importorskip("mcp", reason="the foreign client is not installed")

from .programs import drive


class User:
    """Answers what it is asked, and keeps the questions."""

    def __init__(self, action: str, answer: str = "") -> None:
        self.reply = (action, {"answer": answer} if answer else None)
        self.asked: list[str] = []

    async def __call__(self, _context: Any, params: Any) -> Any:
        from mcp import types

        self.asked.append(params.message)
        action, content = self.reply
        return types.ElicitResult(action=action, content=content)


@pytest.fixture
def asking(one_host: Any) -> Iterator[Any]:
    """A host that wants the client's user asked before anything is deleted; set by code that runs in it."""
    configure(one_host, "ask_deletes_over=0, approver='client'")
    yield one_host
    configure(one_host, "ask_deletes_over=None, approver='host'")


def configure(host: Any, changes: str) -> None:
    async def work(client: Any) -> Any:
        code = f"import scenewire; scenewire.configure({changes})['policy']['approver']"
        return await client.call_tool("execute_python", {"code": code})

    result = drive(host.home, work)
    assert not result.is_error, result


async def delete(client: Any) -> Any:
    """Makes a node and asks to delete it: what came of that, and whether it is still there."""
    made = await client.call_tool("call", {"operation": "create_nodes", "arguments": {"items": [{"name": "Doomed"}]}})
    (node,) = made.structured_content["ids"]
    gone = await client.call_tool("call", {"operation": "delete_nodes", "arguments": {"ids": [node]}})
    left = await client.call_tool("call", {"operation": "get_nodes", "arguments": {"ids": [node]}})
    if not left.is_error:
        code = f"import bpy; bpy.data.objects.remove(bpy.data.objects[{left.structured_content['items'][0]['name']!r}])"
        await client.call_tool("execute_python", {"code": code})
    return gone, not left.is_error


@pytest.mark.parametrize("mode", ["legacy", "auto"])
def test_the_user_says_yes(asking: Any, mode: str) -> None:
    user = User("accept", "once")
    gone, left = drive(asking.home, delete, mode=mode, elicitation_callback=user)
    assert not gone.is_error, gone
    assert not left
    (question,) = user.asked
    assert "Allow `delete_nodes`?" in question
    assert "it deletes 1, more than 0" in question


@pytest.mark.parametrize("mode", ["legacy", "auto"])
@pytest.mark.parametrize("reply", [("decline", ""), ("accept", "deny")], ids=["declined", "denied"])
def test_the_user_says_no(asking: Any, mode: str, reply: tuple[str, str]) -> None:
    user = User(*reply)
    gone, left = drive(asking.home, delete, mode=mode, elicitation_callback=user)
    assert gone.structured_content["error_code"] == "permission_denied", gone
    assert left
    assert len(user.asked) == 1


def test_a_client_that_cannot_ask_is_told_what_to_do(asking: Any) -> None:
    gone, left = drive(asking.home, delete)
    assert gone.structured_content["error_code"] == "approval_required", gone
    assert left
    assert any("elicitation" in hint for hint in gone.structured_content["suggestions"])
