"""What the artist decides. Maya keeps it with its own preferences, all but the key of a gateway."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from maya import cmds

#: Under which Maya keeps them, as JSON.
OPTION = "scenewireSettings"


class Setting(NamedTuple):
    """One line of the window of settings."""

    name: str
    label: str
    default: Any
    annotation: str
    #: Only a start takes it.
    link: bool = False


TABLE = (
    Setting(
        "remote", "Remote", False, "Whoever may use your sessions at the gateway below reaches this Maya too", True
    ),
    Setting("url", "Gateway", "", "Address of the gateway, such as https://gateway.studio.example:5000", True),
    Setting("pin", "Fingerprint", "", "Believe only the certificate with this SHA-256, which the gateway prints", True),
    Setting("allow_remote_python", "Remote Python", False, "Let clients behind the gateway run Python too"),
    Setting("name", "Name", "maya", "Under which agents and scripts find this Maya; numbered when another has it"),
    Setting("port", "Port", 0, "Port on this machine for local clients; 0 takes a free one, which they find", True),
    Setting("foreign_port", "Port of other tools", 0, "For tools that send a JSON object a line; 0 keeps it shut"),
    Setting("start_automatically", "Start with Maya", False, "Let clients in as soon as Maya is open", True),
    Setting("read_only", "Read only", False, "Refuse every command that would change the scene or write a file"),
    Setting("allow_python", "Python", True, "Let clients run Python here, guarded against accidents"),
    Setting("allow_files", "Files", True, "Let clients open and save files in your home, current and temporary folder"),
)


def read() -> dict[str, Any]:
    """Every setting; one that was never chosen, or by a newer plug-in in another way, is as at first."""
    kept: Any = {}
    if cmds.optionVar(exists=OPTION):
        try:
            kept = json.loads(cmds.optionVar(query=OPTION))
        except ValueError:
            kept = {}
    chosen = kept if isinstance(kept, dict) else {}
    alike = {one.name for one in TABLE if type(chosen.get(one.name)) is type(one.default)}
    return {one.name: chosen[one.name] if one.name in alike else one.default for one in TABLE}


def write(changes: dict[str, Any]) -> None:
    """Keeps these beside the others."""
    cmds.optionVar(stringValue=(OPTION, json.dumps({**read(), **changes})))


def of_host(settings: dict[str, Any], remote: bool) -> dict[str, Any]:
    """What `scenewire.configure` takes of them, of a host that is linked to a gateway or not."""
    names = [one.name for one in TABLE if not one.link and one.name != "allow_remote_python"]
    told = {name: settings[name] for name in names}
    told["foreign_port"] = settings["foreign_port"] or None
    if remote:
        told["allow_remote_python"] = settings["allow_remote_python"]
    return told


def of_start(settings: dict[str, Any]) -> dict[str, Any]:
    """What `scenewire.start` takes of them; raises what is missing for remote mode."""
    told = {**of_host(settings, settings["remote"]), "app": "maya", "port": settings["port"]}
    if not settings["remote"]:
        return told
    url = settings["url"].strip()
    if not url:
        raise RuntimeError("remote mode needs the address of the gateway: Scenewire > Settings")
    from scenewire import keys

    # Without one that is kept, the environment's.
    return {**told, "mode": "remote", "url": url, "key": keys.kept(url), "pin": settings["pin"].strip() or None}
