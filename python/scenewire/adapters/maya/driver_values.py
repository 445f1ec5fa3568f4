"""What drivers compute: now, or of other numbers, by a procedure of MEL, in which their arithmetic is what it is in an
expression. Nothing in the scene changes. Source: "MEL and Expressions" in Autodesk's documentation."""

from __future__ import annotations

import math
from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.driver_rules import numbers_for
from scenewire.adapters.fields import Item
from scenewire.adapters.maya.drivers import DRIVER, arithmetic_of, find_driver, is_valid, plug_of_driver, variables_of
from scenewire.adapters.maya.handles import Handle
from scenewire.adapters.maya.mel_arithmetic import to_mel
from scenewire.adapters.maya.mutes import is_muted
from scenewire.errors import ConflictError

#: MEL keeps a procedure once it is declared; the next one of this name takes its place.
_PROCEDURE = "scenewireTried"


def evaluate_drivers(*, items: list[Item], job: Job) -> Json:
    """Each by itself; the scene stays as it is."""
    return {"items": [_evaluated(find_driver(item["driver_id"]), item.get("variables")) for item in items]}


def _evaluated(driver: Handle, given: dict[str, Any] | None) -> Item:
    from maya import cmds

    if given is None:
        value, valid = float(cmds.getAttr(f"{driver.path}.output[0]")), is_valid(driver)
    else:
        value, valid = _tried(driver, given)
    return {
        "driver_id": DRIVER.id(driver),
        "value": value,
        "valid": valid,
        "enabled": not is_muted(plug_of_driver(driver)),
    }


def _tried(driver: Handle, given: dict[str, Any]) -> tuple[float, bool]:
    """0 where Maya cannot compute it: a root of what is below 0, a division by 0."""
    from maya import cmds, mel

    arithmetic = arithmetic_of(driver)
    if arithmetic is None:
        raise ConflictError(
            f"`{driver.path}` is MEL of the artist's own: only what it computes now is told",
            {"path": "variables", "expression": cmds.expression(driver.path, query=True, string=True)},
        )
    numbers = numbers_for([str(one["name"]) for one in variables_of(driver, None)], given)
    # A procedure knows no `frame`, as expressions do.
    numbers["frame"] = float(cmds.currentTime(query=True))
    asked = ", ".join(f"float ${name}" for name in numbers)
    told = ", ".join(repr(number) for number in numbers.values())
    said = f"proc float {_PROCEDURE}({asked}) {{ return {to_mel(arithmetic, numbers)}; }} {_PROCEDURE}({told});"
    try:
        value = float(mel.eval(said))
    except RuntimeError:
        return 0.0, False
    return (value, True) if math.isfinite(value) else (0.0, False)
