"""The reference client of MCP takes tasks: a render is one, done by a Blender in the background while the host that
was asked answers others."""

from __future__ import annotations

import asyncio
from typing import Any, Literal

import pytest

pytest.importorskip("mcp", reason="the foreign client is not installed")

from mcp.client.extension import ClientExtension, ResultClaim
from mcp.shared.exceptions import MCPError
from pydantic import Field

from mcp import types

from .programs import drive

EXTENSION = "io.modelcontextprotocol/tasks"
OVER = ("completed", "failed", "cancelled")


class Handle(types.Result):
    """A task that has begun."""

    result_type: Literal["task"] = Field(alias="resultType")
    task_id: str = Field(alias="taskId")
    status: str
    ttl_ms: int | None = Field(alias="ttlMs")


class Now(types.Result):
    """Where it stands."""

    status: str
    message: str = Field("", alias="statusMessage")
    result: dict[str, Any] | None = None


class About(types.RequestParams):
    task_id: str = Field(alias="taskId")


class Ask(types.Request[About, str]):
    name_param = "taskId"


class Tasks(ClientExtension):
    """Takes tasks, and waits for them."""

    identifier = EXTENSION

    def __init__(self) -> None:
        self.seen: list[Now] = []

    def claims(self) -> list[ResultClaim[Any]]:
        return [ResultClaim(result_type="task", model=Handle, resolve=self.wait)]

    async def wait(self, handle: Handle, context: Any) -> types.CallToolResult:
        while True:
            now = await ask(context.session, "tasks/get", handle.task_id, Now)
            self.seen.append(now)
            if now.status in OVER:
                return types.CallToolResult.model_validate(now.result)
            await asyncio.sleep(0.1)


async def ask(session: Any, method: str, task: str, answer: type[Any]) -> Any:
    request = Ask(method=method, params=About(taskId=task))
    return await session.send_request(request, answer)


RENDER = {"engine": "cycles", "width": 64, "height": 48, "samples": 2}


def test_a_render_is_a_task_and_its_result_that_of_the_call(one_host: Any) -> None:
    tasks = Tasks()

    async def work(client: Any) -> Any:
        begun = await client.session.call_tool("render", RENDER, allow_claimed=True)
        told = await client.call_tool("call", {"operation": "list_tasks"})
        waited = await tasks.wait(begun, client)
        return begun, told, waited, await client.call_tool("get_scene", {})

    begun, told, waited, scene = drive(one_host.home, work, extensions=[tasks])
    assert isinstance(begun, Handle)
    own = told.structured_content["items"][0]
    assert begun.task_id == f"{own['id']}@{one_host.record()['id']}"
    assert tasks.seen[0].status == "working"
    assert any(now.message for now in tasks.seen)
    assert not waited.is_error
    assert waited.structured_content["samples"] == 2
    assert [content.mime_type for content in waited.content if content.type == "image"] == ["image/png"]
    assert isinstance(scene, types.CallToolResult), "what is short is no task"


def test_a_task_is_ended_and_one_that_nobody_has_is_told_so(one_host: Any) -> None:
    async def work(client: Any) -> Any:
        long = {**RENDER, "width": 1920, "height": 1080, "samples": 1_000_000}
        begun = await client.session.call_tool("render", long, allow_claimed=True)
        await ask(client.session, "tasks/cancel", begun.task_id, types.Result)
        now = await ask(client.session, "tasks/get", begun.task_id, Now)
        again = await ask(client.session, "tasks/cancel", begun.task_id, types.Result)
        with pytest.raises(MCPError) as unknown:
            await ask(client.session, "tasks/get", begun.task_id + "0", Now)
        return now, again, unknown.value.error.code

    now, again, code = drive(one_host.home, work, extensions=[Tasks()])
    assert (now.status, now.result) == ("cancelled", None)
    assert again.model_dump(exclude_none=True).keys() <= {"result_type", "meta"}
    assert code == -32602


def test_the_errors_of_a_render_are_its_own(one_host: Any) -> None:
    async def work(client: Any) -> Any:
        wrong = await client.call_tool("render", {**RENDER, "width": -1})
        return wrong, await client.call_tool("render", {**RENDER, "camera_id": "nobody"})

    wrong, nobody = drive(one_host.home, work, extensions=[Tasks()])
    assert wrong.is_error
    assert wrong.structured_content["details"]["path"] == "width"
    assert nobody.is_error
    assert nobody.structured_content["error_code"] == "not_found"


def test_a_client_without_the_extension_waits_for_its_render(one_host: Any) -> None:
    async def work(client: Any) -> Any:
        return await client.session.call_tool("render", RENDER, allow_claimed=True)

    result = drive(one_host.home, work)
    assert isinstance(result, types.CallToolResult)
    assert not result.is_error
