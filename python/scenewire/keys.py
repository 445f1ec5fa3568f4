"""Keys of gateways: exchanged for a pairing code, and kept for the next session of this user.

They lie in ``keys.json`` of the state folder, which nobody but this user can read; each is for the one gateway that
it was given for.
"""

from __future__ import annotations

import atexit
import os
from typing import Union

from scenewire import _native
from scenewire._native import Redeeming

Path = Union[str, "os.PathLike[str]"]


def redeem(url: str, code: str, *, label: str, pin: str | None = None, ca: Path | None = None) -> Redeeming:
    """Begins to exchange a pairing code for a key that may link as a host and nothing else.

    ``poll()`` of what comes back gives the key, None while the gateway has not answered (it has 20 s), or raises:
    ``UnauthorizedError`` for a code that is none or was used, ``PermissionDeniedError`` for a certificate that cannot
    be trusted, ``UnreachableError`` when no gateway answers. Raises ``InvalidParamsError`` itself for an address or a
    fingerprint that is none.
    """
    atexit.unregister(_native.shutdown_clients)
    atexit.register(_native.shutdown_clients)
    return _native.redeem(url, code, label, None if ca is None else os.fspath(ca), pin)


def keep(url: str, key: str) -> None:
    """Keeps the key of this gateway in the place of an earlier one; ``UnauthorizedError`` for what can be no key."""
    _native.keep_key(url, key)


def kept(url: str) -> str | None:
    """The key that was kept for this gateway."""
    return _native.kept_key(url)


def forget(url: str) -> bool:
    """Whether there was one; there is none any more."""
    return _native.forget_key(url)
