"""Which operators run in a window until the artist ends them. Before 4.2 Blender does not tell Python."""

from __future__ import annotations

import ctypes
import functools
from dataclasses import dataclass
from typing import Any

#: Bytes of Blender's window struct that are searched for its list of modal handlers; it is longer in every version.
_WINDOW_BYTES = 384
#: `wmEventHandler` begins with the next one; then the one before, the type, a flag and a function.
_TYPE, _OPERATOR = 16, 32
#: `wmOperator` begins with two pointers, then has its identifier as text.
_IDENTIFIER, _IDENTIFIER_BYTES = 16, 64
_PROBE = "SCENEWIRE_OT_probe"


def modal_operators(window: Any) -> list[str]:
    """The identifier (`TRANSFORM_OT_translate`) of each, the latest first; empty where that is not known."""
    told = getattr(window, "modal_operators", None)
    if told is not None:
        return [operator.bl_idname for operator in told]
    layout = _layout()
    return [] if layout is None else layout.read(window.as_pointer())


@dataclass(frozen=True)
class _Layout:
    """Where a Blender that does not tell keeps its modal operators, in bytes."""

    handlers: int
    #: The type that handlers of operators have, among those of menus and gizmos.
    kind: int

    def read(self, window: int) -> list[str]:
        found = []
        handler = _pointer(window + self.handlers)
        while handler:
            if ctypes.c_int.from_address(handler + _TYPE).value == self.kind:
                operator = _pointer(handler + _OPERATOR)
                if operator:
                    found.append(_identifier(operator))
            handler = _pointer(handler)
        return found


def _pointer(address: int) -> int:
    return ctypes.c_size_t.from_address(address).value


def _identifier(operator: int) -> str:
    raw = ctypes.string_at(operator + _IDENTIFIER, _IDENTIFIER_BYTES)
    return raw.split(b"\0", 1)[0].decode("ascii", "replace")


@functools.lru_cache(maxsize=1)
def _layout() -> _Layout | None:
    """Found, rather than copied from headers version by version: a modal operator of ours is started, and the list in
    the window's memory that has one more entry since is the one, if that entry bears our operator's name."""
    import bpy

    windows = bpy.context.window_manager.windows
    if not len(windows):
        return None

    class Probe(bpy.types.Operator):  # type: ignore[misc,unused-ignore]
        bl_idname = "scenewire.probe"
        bl_label = "Probe"
        bl_options = frozenset({"INTERNAL"})

        def invoke(self, context: Any, _event: Any) -> set[str]:
            context.window_manager.modal_handler_add(self)
            return {"RUNNING_MODAL"}

        def modal(self, _context: Any, _event: Any) -> set[str]:
            return {"FINISHED", "PASS_THROUGH"}

    window = windows[0]
    bpy.utils.register_class(Probe)
    try:
        before = _words(window)
        with bpy.context.temp_override(window=window):
            bpy.ops.scenewire.probe("INVOKE_DEFAULT")
        return _compared(before, _words(window))
    finally:
        # It ends with its class, before it has seen an event.
        bpy.utils.unregister_class(Probe)


def _words(window: Any) -> list[int]:
    count = _WINDOW_BYTES // ctypes.sizeof(ctypes.c_size_t)
    return list((ctypes.c_size_t * count).from_address(window.as_pointer()))


def _compared(before: list[int], after: list[int]) -> _Layout | None:
    """A list that has one more entry at its head, which is ours."""
    for index in range(len(after) - 1):
        entry, last = after[index], after[index + 1]
        grown = last == entry if before[index] == 0 else last == before[index + 1] != 0
        if entry == before[index] or not entry or entry % 8 or not grown or _pointer(entry) != before[index]:
            continue
        operator = _pointer(entry + _OPERATOR)
        if operator and _identifier(operator) == _PROBE:
            kind = ctypes.c_int.from_address(entry + _TYPE).value
            return _Layout(index * ctypes.sizeof(ctypes.c_size_t), kind)
    return None
