"""What the artist set, as the host takes it: at the start, and while it runs. What the host refuses goes back."""

from __future__ import annotations

import os
from typing import Any

import bpy

from . import fit, keystore, notice

#: Properties that are settings of the host under the same name.
_PLAIN = (
    "read_only", "allow_python", "third_party_code", "allow_network", "allow_files", "ask_python", "ask_files",
    "unattended", "approver",
)  # fmt: skip
#: Those that only a start takes.
_LINK = ("mode", "url", "pin", "authority", "port", "instance_id")

_accepted: dict[str, Any] = {}
_linked: dict[str, Any] = {}
_restoring = False


def start(prefs: Any) -> None:
    """Lets clients in; raises what is wrong."""
    scenewire = fit.package()
    settings = wanted(prefs)
    scenewire.start(**settings, **_link(prefs))
    _accepted.clear()
    _accepted.update(settings, roots=_paths(prefs))
    _linked.clear()
    _linked.update({name: getattr(prefs, name) for name in _LINK})


def stop(why: str) -> None:
    """Shuts clients out, who are told why; does nothing when it does not run."""
    if fit.loaded() is not None:
        fit.loaded().stop(why=why)
    _accepted.clear()
    _linked.clear()


def wanted(prefs: Any) -> dict[str, Any]:
    """Everything that can be changed while the host runs."""
    settings = {name: _chosen(prefs, name) for name in _PLAIN}
    settings["name"] = prefs.instance_name or None
    settings["ask_deletes_over"] = prefs.deletes_over if prefs.ask_deletes else None
    settings["roots"] = _paths(prefs)
    settings["foreign_port"] = prefs.foreign_port if prefs.foreign else None
    if prefs.mode == "remote":
        settings["allow_remote_python"] = prefs.allow_remote_python
    return settings


def _chosen(prefs: Any, name: str) -> Any:
    """A newer add-on may have kept a choice that is none here: it counts as not made."""
    value = getattr(prefs, name)
    return prefs.bl_rna.properties[name].default if value == "" else value


def changed(prefs: Any) -> None:
    """Called when the artist has changed a setting: the host takes it from its next command on, or it goes back."""
    running = fit.loaded() is not None and fit.loaded().is_running()
    if _restoring or not running or not _accepted:
        return
    settings = wanted(prefs)
    changes = {name: value for name, value in settings.items() if _accepted.get(name) != value}
    if "allow_remote_python" in changes and _linked.get("mode") != "remote":
        del changes["allow_remote_python"]
    if not changes:
        return
    try:
        fit.loaded().configure(**changes)
    except Exception as error:
        notice.say(notice.reason(error))
        _restore(prefs, {**settings, **_accepted})
        return
    _accepted.update(changes)
    notice.clear()


def needs_restart(prefs: Any) -> bool:
    """Whether something was set that the running host takes up at its next start only."""
    return bool(_linked) and any(_linked[name] != getattr(prefs, name) for name in _LINK)


def offline() -> str:
    """Why Blender's own settings forbid remote mode; empty when they do not, as in Blenders before 4.2."""
    if getattr(bpy.app, "online_access", True):
        return ""
    if getattr(bpy.app, "online_access_overriden", False):
        return "Remote mode needs the network, and this Blender was started offline (--offline-mode)"
    return (
        "Remote mode needs the network, and Allow Online Access is off in Blender's preferences (System > Network): "
        "switch it on there, or use local mode"
    )


def check_online() -> None:
    """Raises why Blender's own settings forbid remote mode, when they do."""
    if offline():
        raise PermissionError(offline())


def gateway_url(prefs: Any) -> str:
    """The gateway's address as it was typed, else the environment's."""
    return prefs.url.strip() or os.environ.get("SCENEWIRE_GATEWAY", "")


def _link(prefs: Any) -> dict[str, Any]:
    """What only a start takes. Raises what is missing for remote mode."""
    if prefs.mode != "remote":
        return {"port": prefs.port}
    check_online()
    url = gateway_url(prefs)
    if not url:
        raise ValueError("Remote mode needs the address of the gateway, such as https://gateway.studio.example:5000")
    key = keystore.key(url)
    if key is None:
        raise ValueError(f"There is no key for {url} yet: type one, or a pairing code")
    return {"port": prefs.port, "mode": "remote", "url": url, "key": key, **trust(prefs), **_reserved(prefs)}


def trust(prefs: Any) -> dict[str, str | None]:
    """What makes the gateway's certificate good; neither: the authorities that this computer knows."""
    return {"pin": prefs.pin.strip() or None, "ca": bpy.path.abspath(prefs.authority) if prefs.authority else None}


def _reserved(prefs: Any) -> dict[str, str | None]:
    return {"instance_id": prefs.instance_id.strip() or None}


def _paths(prefs: Any) -> list[str]:
    return [bpy.path.abspath(root.path) for root in prefs.roots if root.path.strip()]


def _restore(prefs: Any, settings: dict[str, Any]) -> None:
    """Puts the properties back to what the host has."""
    global _restoring
    _restoring = True
    try:
        for name in _PLAIN:
            setattr(prefs, name, settings[name])
        prefs.instance_name = settings["name"] or ""
        prefs.allow_remote_python = settings.get("allow_remote_python", prefs.allow_remote_python)
        prefs.ask_deletes = settings["ask_deletes_over"] is not None
        prefs.foreign = settings["foreign_port"] is not None
        if prefs.ask_deletes:
            prefs.deletes_over = settings["ask_deletes_over"]
        if prefs.foreign:
            prefs.foreign_port = settings["foreign_port"]
        prefs.roots.clear()
        for path in settings["roots"]:
            prefs.roots.add().path = path
    finally:
        _restoring = False
