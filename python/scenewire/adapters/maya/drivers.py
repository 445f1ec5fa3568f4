"""Drivers: nodes of Maya's type `expression` that say one number of a node. The expression editor shows them as MEL:

    float $turn = Crank.translateX;
    Door.translateY = $turn * 2.0 + 1.0;

They work in Maya's own units (`unitConversion` none): centimetres, radians. Switched off is a `mute` node between.
Source: `expression` and the node of this name in Autodesk's reference; its attribute `internalExpression` has `.I[0]`
and `.O[0]` for the attributes that come in and go out, which so are known whatever their nodes are called now.

**Invariant:** a text of the caller becomes MEL as arithmetic alone (`mel_arithmetic.py`): no command of MEL gets in.
"""

from __future__ import annotations

import math
import re
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.maya.animated import name_of, node_path, path_of, plug_by, plug_of, source_of, steps_to
from scenewire.adapters.maya.attributes import get, put
from scenewire.adapters.maya.driver_variables import declarations, declared, helpers, input_of, names_of, variable_told
from scenewire.adapters.maya.handles import Handle, Kind, delete, guard, handle, handles, places, settle
from scenewire.adapters.maya.identity import missing, parsed
from scenewire.adapters.maya.lacks import lacks_of, refuse_word
from scenewire.adapters.maya.mel_arithmetic import from_mel, to_mel
from scenewire.adapters.maya.metadata import METADATA
from scenewire.adapters.maya.mutes import is_muted, mute_on, muted_at, set_muted
from scenewire.adapters.maya.naming import identifier
from scenewire.adapters.maya.nodes import find_node, node_id
from scenewire.adapters.references import nearest
from scenewire.errors import ConflictError

_SAID = re.compile(r"\s*\.O\[0\]\s*=(?!=)\s*(.*)", re.DOTALL)
_COMPUTED = {"unitConversion": "none", "alwaysEvaluate": False}


def _holds(path: str) -> bool:
    from maya import cmds

    return bool(cmds.nodeType(path) == "expression") and plug_by(path, "output[0]") is not None


def _paths() -> list[str]:
    from maya import cmds

    return [str(one) for one in cmds.ls(type="expression") if _holds(str(one))]


DRIVER = Kind("driver", _paths, _holds)


def plug_of_driver(driver: Handle) -> str:
    """The attribute that a driver says."""
    plug = plug_by(driver.path, "output[0]")
    if plug is None:
        raise KeyError(driver.uuid)
    return plug


def find_driver(reference: str) -> Handle:
    """The driver of an id, or of `node/path`."""
    if parsed("driver", reference):
        return DRIVER.find(reference)
    every = DRIVER.all()
    names = [name_of(plug_of_driver(one)) for one in every]
    if reference not in names:
        raise missing("driver", reference, nearest(reference, names))
    return every[names.index(reference)]


def _make(item: Item) -> Handle:
    from maya import cmds

    plug = plug_of(item.pop("target_node_id"), item.pop("target_path"), "target_path")
    _refuse_said(plug)
    name = identifier(f"{name_of(plug)}_driver".replace("/", "_").replace(".", "_"))
    # Below an animation layer it is the base that is driven.
    at = steps_to(plug)[-1]
    text = f"{at} = {_internal(at)!r};"
    try:
        made = cmds.expression(name=name, string=text)
        cmds.expression(made, edit=True, string=text, **_COMPUTED)
    except RuntimeError as error:
        raise _refusal(plug, error) from error
    return handle(str(made))


def _refuse_said(plug: str) -> None:
    source = source_of(plug)
    if source is None:
        return
    node = source.partition(".")[0]
    if _holds(node):
        raise ConflictError(
            f"`{name_of(plug)}` has a driver already",
            {"path": "target_path", "id": DRIVER.id_of(node)},
            ["update that one"],
        )
    raise ConflictError(
        f"`{plug}` is said by `{source}`: a driver beside it would take no effect",
        {"path": "target_path", "driver": source},
        ["delete its animation or constraint first"],
    )


def _internal(plug: str) -> float:
    """What an attribute is now, in the units of expressions."""
    from maya import cmds

    value = float(cmds.getAttr(plug))
    return math.radians(value) if cmds.getAttr(plug, type=True) == "doubleAngle" else value


def _refusal(plug: str, error: RuntimeError) -> ConflictError:
    return ConflictError(
        f"Maya does not drive `{plug}`: {str(error).strip()}",
        {"path": "target_path", "attribute": plug},
        [f'cmds.setAttr("{plug}", lock=False)'],
    )


def _all(parent: str | None) -> list[Handle]:
    path = find_node(parent).path if parent else None
    return handles([one for one in _paths() if path is None or node_path(str(plug_by(one, "output[0]"))) == path])


def _remove(targets: list[Handle]) -> list[str]:
    """Each number stays what it is now."""
    from maya import cmds

    ids = [DRIVER.id(target) for target in targets]
    for target in targets:
        path, mute = target.path, mute_on(plug_of_driver(target))
        beside = helpers(path)
        delete([*([mute] if mute else []), path])
        delete([one for one in beside if cmds.objExists(one)])
    return ids


def _statements(driver: Handle) -> list[str]:
    text = str(get(driver.path, "internalExpression") or "")
    return [part for part in (one.strip() for one in text.split(";")) if part]


def arithmetic_of(driver: Handle) -> str | None:
    """What our words are for its arithmetic; None for MEL of the artist's own."""
    *before, last = _statements(driver) or [""]
    match = _SAID.fullmatch(last)
    return from_mel(match[1]) if match and len(declarations(before)) == len(before) else None


def _expression(driver: Handle, _job: Job) -> str:
    from maya import cmds

    said = arithmetic_of(driver)
    return str(cmds.expression(driver.path, query=True, string=True)) if said is None else said


def variables_of(driver: Handle, _job: Any) -> list[Item]:
    """What a driver reads, each by its name."""
    path = driver.path
    return [variable_told(path, name, source) for name, source in declarations(_statements(driver)).items()]


def _write(driver: Handle, patch: Item) -> Item:
    """What it is computed from, at once: an expression means something only with its variables."""
    names = {"variables", "expression"} & patch.keys()
    if names:
        _rewrite(driver, patch)
    return {name: value for name, value in patch.items() if name not in names}


def _rewrite(driver: Handle, patch: Item) -> None:
    from maya import cmds

    path, plug = driver.path, plug_of_driver(driver)
    given = patch.get("expression")
    expression = arithmetic_of(driver) if given is None else given
    if expression is None or len(set(cmds.listConnections(f"{path}.output", plugs=True) or ())) > 1:
        raise ConflictError(
            f"`{path}` is MEL of the artist's own",
            {"path": "expression", "expression": cmds.expression(path, query=True, string=True)},
            ["change it in the expression editor", "give another `expression`"],
        )
    variables = patch["variables"] if patch.get("variables") is not None else variables_of(driver, None)
    computed = to_mel(expression, names_of(variables))
    before = helpers(path)
    lines = declared(variables, plug)
    # A muted number is the mute's: the expression says it only while there is none.
    mute, at = mute_on(plug), muted_at(plug)
    held, muted = (get(mute, "hold"), is_muted(plug)) if mute else (None, False)
    try:
        if mute:
            cmds.mute(at, disable=True, force=True)
        cmds.expression(path, edit=True, string="\n".join([*lines, f"{steps_to(plug)[-1]} = {computed};"]), **_COMPUTED)
    except RuntimeError as error:
        raise _refusal(plug, error) from error
    delete([one for one in before if cmds.objExists(one)])
    if muted:
        cmds.mute(at)
        put(str(mute_on(plug)), "hold", held)


def _set_type(_driver: Handle, word: str) -> None:
    refuse_word("drivers", "type", word)


def is_valid(driver: Handle) -> bool:
    """Whether all that it reads is there."""
    numbers = {int(one) for one in re.findall(r"\.I\[(\d+)\]", ";".join(_statements(driver)))}
    return all(input_of(driver.path, number) is not None for number in numbers)


#: In the order of writing; variables and expression are written by `_write`.
FIELDS: dict[str, Field] = {
    "id": Field(lambda driver, _job: DRIVER.id(driver)),
    "name": Field(lambda driver, _job: name_of(plug_of_driver(driver))),
    "target_node_id": Field(lambda driver, _job: node_id(node_path(plug_of_driver(driver)))),
    "target_path": Field(lambda driver, _job: path_of(plug_of_driver(driver))),
    "type": Field(lambda _driver, _job: "expression", _set_type),
    "expression": Field(_expression),
    "variables": Field(variables_of),
    "enabled": Field(
        lambda driver, _job: not is_muted(plug_of_driver(driver)),
        lambda driver, enabled: set_muted(plug_of_driver(driver), not enabled, "enabled"),
    ),
    "valid": Field(lambda driver, _job: is_valid(driver)),
    **lacks_of("drivers"),
    "metadata": METADATA,
}

DRIVERS = Entity(
    plural="drivers",
    fields=FIELDS,
    make=_make,
    find=find_driver,
    all=_all,
    remove=_remove,
    guard=lambda targets: guard([*targets, *(handle(plug_of_driver(target).partition(".")[0]) for target in targets)]),
    settle=settle,
    write_group=_write,
    places=places,
)
