"""The gateway's key: it lies in a private file of scenewire's, never in a .blend and never in Blender's preferences."""

from __future__ import annotations

import os
import platform
from typing import Any

from . import fit, notice

#: Which gateways have a key, as far as it was looked up: drawing must not open a file.
_known: dict[str, bool] = {}
#: What the artist typed of a pairing code; it is good for minutes, and so kept nowhere.
_code = ""
_redeeming: Any = None
_redeemed_for = ""


def has_key(url: str) -> bool | None:
    """Whether there is a key for this gateway; None when nobody has looked yet. For drawing."""
    return _known.get(url)


def look(url: str) -> None:
    """Looks whether there is a key for this gateway; imports the package."""
    try:
        _known[url] = bool(url) and _keys().kept(url) is not None
    except Exception:
        # An address that is half typed has none. What is wrong with it is said when it is used.
        _known[url] = False


def key(url: str) -> str | None:
    """The key for this gateway: the kept one, else the environment's."""
    kept: str | None = _keys().kept(url)
    return kept or os.environ.get("SCENEWIRE_KEY") or None


def keep(url: str, new: str) -> None:
    """Keeps what the artist typed; says it when it can be no key or there is no address that it is for."""
    try:
        if not url:
            raise ValueError("Type the gateway's address first: a key is kept for one gateway and sent to no other")
        _keys().keep(url, new)
        notice.clear()
    except Exception as error:
        notice.say(notice.reason(error))
    look(url)


def forget(url: str) -> None:
    """Removes the key of this gateway."""
    _keys().forget(url)
    look(url)


def code() -> str:
    """What was typed of a pairing code."""
    return _code


def set_code(typed: str) -> None:
    """Remembers what was typed of a pairing code."""
    global _code
    _code = typed.strip()


def pairing() -> bool:
    """Whether a code is on its way."""
    return _redeeming is not None


def begin_pairing(url: str, pin: str | None, ca: str | None) -> None:
    """Sends the code to the gateway; `finish_pairing` has the key when it has come."""
    global _redeeming, _redeemed_for
    if not url or not _code:
        raise ValueError("Pairing needs the gateway's address and the code that somebody with an account there made")
    label = platform.node()[:64] or "blender"
    _redeeming, _redeemed_for = _keys().redeem(url, _code, label=label, pin=pin, ca=ca), url


def finish_pairing() -> None:
    """Called now and then: keeps the key once the gateway has sent it, and says how it went."""
    global _redeeming
    if _redeeming is None:
        return
    try:
        new = _redeeming.poll()
    except Exception as error:
        _redeeming = None
        notice.announce(f"Pairing failed: {notice.reason(error)}")
        return
    if new is not None:
        _redeeming = None
        set_code("")
        keep(_redeemed_for, new)
        notice.announce("Paired: this Blender has a key for the gateway", "CHECKMARK")


def stop_pairing() -> None:
    """Nobody waits for the gateway's answer any more."""
    global _redeeming
    if _redeeming is not None:
        _redeeming.forget()
    _redeeming = None
    set_code("")
    _known.clear()


def _keys() -> Any:
    fit.package()
    from scenewire import keys

    return keys
