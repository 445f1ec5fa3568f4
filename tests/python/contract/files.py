"""Formats of files: which of them a host has not, as it says itself."""

from __future__ import annotations

from typing import Any


def lacks(call: Any, operation: str, form: str, item: dict[str, Any]) -> str:
    """Why the host cannot do this operation in a format, as it says itself and a call with this item is told; empty
    where it can.
    """
    told = call("get_status", not_supported=True)["not_supported"]
    reason = str(told.get(f"{operation}.format={form}", ""))
    if reason:
        assert reason in str(call.fails("not_supported", operation, items=[{**item, "format": form}]))
    return reason


def cannot_exchange(call: Any, form: str, *ids: str) -> str:
    """The same of a model's way into a file and back; these nodes would be in it."""
    return lacks(call, "export_geometry", form, {"ids": list(ids)}) or cannot_import(call, form)


def cannot_import(call: Any, form: str) -> str:
    """The same of a model that comes from a file."""
    return lacks(call, "import_geometry", form, {"data": b"no matter what"})
