"""The units in which this adapter speaks with Maya: centimetres and degrees, whatever the artist works in.

Commands speak in the artist's working units, OpenMaya always in centimetres and radians; around each call the working
units are ours, and the artist's again after it. None of it gets on the undo queue.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

METRES_PER_UNIT = 0.01
_OURS = {"linear": "cm", "angle": "deg"}


@contextmanager
def our_units() -> Iterator[None]:
    """While it lasts commands speak in centimetres and degrees."""
    from maya import cmds

    before = {kind: cmds.currentUnit(query=True, **{kind: True}) for kind in _OURS}
    other = {kind: unit for kind, unit in before.items() if unit != _OURS[kind]}
    if not other:
        yield
        return
    _set({kind: _OURS[kind] for kind in other})
    try:
        yield
    finally:
        _set(other)


def _set(units: dict[str, str]) -> None:
    from maya import cmds

    recorded = cmds.undoInfo(query=True, state=True)
    cmds.undoInfo(stateWithoutFlush=False)
    try:
        for kind, unit in units.items():
            cmds.currentUnit(**{kind: unit})
    finally:
        cmds.undoInfo(stateWithoutFlush=recorded)
