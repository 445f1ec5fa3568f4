"""What the window of the status says, out of the host's status. Nothing here knows Maya."""

from __future__ import annotations

from typing import Any

#: More commands nobody reads.
COMMANDS = 8


def status(now: dict[str, Any] | None) -> list[str]:
    """How the host stands: who it is, who reaches it, what it does and did."""
    if now is None:
        return ["Scenewire does not run in this Maya."]
    port = now["url"].rsplit(":", 1)[1].split("/")[0]
    lines = [f"Listening as {now['instance']['name']} ({now['instance']['id']}), port {port}."]
    if now["gateway"] is not None:
        gateway = now["gateway"]
        lines.append(f"Gateway {gateway['url']}: {gateway['state']}. {gateway['reason'] or ''}".strip())
    if now["foreign"] is not None:
        foreign = now["foreign"]
        lines.append(f"Port of other tools {foreign['port']}: {foreign['state']}. {foreign['reason'] or ''}".strip())
    if now["held"]:
        lines.append(f"Commands wait: {now['held']}.")
    running = now["running"]
    doing = "Idle" if running is None else f"{running['operation']} for {running['client']}, {running['seconds']:.1f} s"
    lines.append(f"{doing}, {now['queue']} waiting.")
    lines += [f"Connected: {client['program']} ({client['way']})" for client in now["clients"] if client["calls"]]
    return lines + [_command(done) for done in now["history"][:COMMANDS]]


def _command(done: dict[str, Any]) -> str:
    why = "" if done["outcome"] == "ok" else f": {done['message'] or ''}"
    return f"{done['operation']}, {done['seconds'] * 1000:.0f} ms, {done['outcome']}{why}"
