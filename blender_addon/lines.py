"""What the panel says, in words, out of the host's status. Nothing here knows Blender."""

from __future__ import annotations

import re
import textwrap
from typing import Any

#: An icon of Blender's and a text.
Line = tuple[str, str]

#: More of them nobody reads in a sidebar.
COMMANDS = 6

#: Both ends of one tell it from another; the whole takes six rows of a sidebar.
_FINGERPRINT = re.compile(r"sha256:(?:[0-9A-F]{2}:){31}[0-9A-F]{2}")

#: What a system writes behind its reasons, and nobody can use.
_NUMBER = re.compile(r" \(os error \d+\)")

#: Seconds from which on waiting is told: for the artist's leave, or for a drag to end.
_NOTICED = 1.0

#: What the host calls a client in this very Blender; there always is one, and it seldom calls.
OWN = "this process"

_GATEWAY_ICONS = {"online": "LINKED", "refused": "CANCEL", "evicted": "CANCEL"}
_WAYS = {
    "local": "on this machine",
    "gateway": "over the gateway",
    "blender-mcp": "as blender-mcp",
    "blender-lab": "as Blender Lab",
    "lines": "by plain lines",
}


def status(now: dict[str, Any]) -> list[Line]:
    """How the host stands: who it is, who reaches it, what it does."""
    lines = [("CHECKMARK", f"Listening as {now['instance']['name']}, port {port(now)}")]
    if now["gateway"] is not None:
        lines.append(gateway(now["gateway"]))
    lines += [doing(now)]
    if now["held"]:
        lines.append(("PAUSE", f"Commands wait: {now['held']}"))
    return lines


def port(now: dict[str, Any]) -> str:
    """The port that local clients dial."""
    return str(now["url"].rsplit(":", 1)[1].split("/")[0])


def gateway(link: dict[str, Any]) -> Line:
    """How it stands with the gateway, and when it is tried again."""
    where, state = address(link["url"]), link["state"]
    reason = plain(link["reason"] or "").replace(link["url"], "the gateway")
    icon = _GATEWAY_ICONS.get(state, "UNLINKED")
    if state == "online":
        return icon, f"Connected to {where} since {clock(link['since'])}"
    if state in ("refused", "evicted"):
        return icon, f"Not connected to {where}: {reason}"
    verb = "Reconnecting" if state == "reconnecting" else "Connecting"
    again = f" in {link['retry_in']:.0f} s" if (link["retry_in"] or 0) >= 1 else ""
    why = f": {reason}" if reason else ""
    return icon, f"{verb} to {where}{again}{why}"


def plain(reason: str) -> str:
    """A reason without what is too long, or too deep, for a sidebar."""
    return _FINGERPRINT.sub(lambda found: short(found[0]), _NUMBER.sub("", reason))


def title(operation: str) -> str:
    """What an operation is called in Blender's own history of undo steps."""
    return operation.replace("_", " ").capitalize()


def certificate(link: dict[str, Any], pin: str) -> Line:
    """What is known of the gateway's certificate."""
    shown = link["fingerprint"]
    if not link["url"].startswith(("wss:", "https:")):
        return "UNLOCKED", "No certificate: not encrypted, on this machine only"
    if shown is None:
        return "BLANK1", "No certificate was seen yet"
    if untrusted(link, pin):
        return "ERROR", f"The certificate that was shown: {short(shown)}"
    return "LOCKED", f"Certificate {'as pinned' if pin else 'trusted'}: {short(shown)}"


def untrusted(link: dict[str, Any], pin: str) -> bool:
    """Whether it is the certificate that stands between this Blender and the gateway."""
    shown = link["fingerprint"]
    return bool(shown) and shown != pin and link["state"] != "online" and "certificate" in (link["reason"] or "")


def short(fingerprint: str) -> str:
    """Enough of a fingerprint to tell two apart at a glance."""
    digits = fingerprint.split(":", 1)[1] if fingerprint.startswith("sha256:") else fingerprint
    return f"{digits[:11]}...{digits[-11:]}"


def doing(now: dict[str, Any]) -> Line:
    """What runs, for whom and how long, and how much waits."""
    running, waiting = now["running"], now["queue"]
    more = f", {waiting} waiting" if waiting else ""
    if running is None:
        return "BLANK1", f"{'Waiting for your answer' if now['approvals'] else 'Idle'}{more}"
    return "TIME", f"{title(running['operation'])} for {running['client']}, {duration(running['seconds'])}{more}"


def clients(now: dict[str, Any]) -> list[Line]:
    """Who is connected, by which way, and how much each has asked for."""
    lines = []
    for client in now["clients"]:
        # The gateway's own connection is told of above.
        if not client["calls"] and (client["program"] == OWN or client["way"] == "gateway"):
            continue
        calls = f"{client['calls']} call{'' if client['calls'] == 1 else 's'}"
        way = _WAYS.get(client["way"], client["way"])
        icon = "URL" if client["way"] == "gateway" else "USER"
        lines.append((icon, f"{client['program']} {way} since {clock(client['since'])}, {calls}"))
    return lines or [("BLANK1", "Nobody")]


def commands(now: dict[str, Any]) -> list[tuple[str, str, str]]:
    """The last commands: icon, what and how long, and why it failed."""
    rows = []
    for done in now["history"][:COMMANDS]:
        good = done["outcome"] == "ok"
        icon = "CHECKMARK" if good else "CANCEL" if done["outcome"] == "cancelled" else "ERROR"
        why = "" if good else (done["message"] or done["outcome"])
        rows.append((icon, f"{title(done['operation'])}  {_times(done)}", why))
    return rows


def _times(done: dict[str, Any]) -> str:
    """How long a command ran, and how long it had waited, when somebody could have noticed."""
    ran, waited = done["seconds"], done["waited"]
    return duration(ran) if waited < _NOTICED else f"{duration(ran)} after {duration(waited)} waiting"


def asked(request: dict[str, Any]) -> list[Line]:
    """What an agent wants to be allowed; nothing that changes while it waits, or the buttons below would move."""
    return [("QUESTION", f"{request['client']} asks: {title(request['operation'])}"), ("BLANK1", request["why"])]


def foreign(state: dict[str, Any] | None) -> list[Line]:
    """Whether programs that were made for other add-ons are answered."""
    if state is None:
        return []
    if state["state"] == "listening":
        return [("CHECKMARK", f"Listening on port {state['port']}")]
    return [("ERROR", f"Port {state['port']}: {state['reason']}")]


def address(url: str) -> str:
    """Host and port of an address."""
    return url.split("://", 1)[-1].split("/")[0]


def clock(rfc3339: str) -> str:
    """Hours and minutes on the artist's clock."""
    from datetime import datetime

    try:
        return f"{datetime.fromisoformat(rfc3339.replace('Z', '+00:00')).astimezone():%H:%M}"
    except ValueError:
        return rfc3339


def duration(seconds: float) -> str:
    """As long as it takes to read."""
    if seconds < 1:
        return f"{max(seconds * 1000, 1):.0f} ms"
    if seconds < 60:
        return f"{seconds:.0f} s"
    return f"{seconds // 60:.0f} min {seconds % 60:.0f} s"


def wrapped(text: str, characters: int) -> list[str]:
    """Lines that fit into a sidebar of so many characters; a long word is broken, and what is indented stays so."""
    lines: list[str] = []
    for line in text.splitlines():
        lines += textwrap.wrap(line, max(characters, 8), replace_whitespace=False, drop_whitespace=True) or [""]
    return lines
