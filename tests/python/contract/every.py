"""What tests share that run for every entity of the catalogue, in each of its forms."""

from __future__ import annotations

from typing import Any

import pytest
from scenewire.errors import SceneWireError

from . import forms
from .catalogue import Entity, entities
from .record import RECORD
from .stage import Stage, lacks

ALL = [(plural, form) for plural in entities() for form in forms.FORMS.get(plural, {"": {}})]
#: What becomes of an id whose owner is gone.
GONE = {"not_found", "stale_id"}


def word(one: tuple[str, str]) -> str:
    """What a test of an entity in a form is called."""
    return "-".join(filter(None, one))


every_form = pytest.mark.parametrize(("plural", "form"), ALL, ids=map(word, ALL))


def stage_of(call: Any, plural: str, form: str | None = None) -> Stage:
    """A stage for one entity in a form, or in the first one that the host has."""
    there = forms_of(call, plural)
    if form is not None and form not in there:
        pytest.skip(f"not_supported: {form}")
    return Stage(call, entities()[plural], there[0] if form is None else form)


def forms_of(call: Any, plural: str) -> list[str]:
    """The forms of an entity that stand on nothing that the host says that it has no place for."""
    missing = lacks(call, plural)
    return [
        form
        for form, fields in forms.FORMS.get(plural, {"": {}}).items()
        if not any(
            (name in missing or f"{name}={value}" in missing) and value is not forms.LEFT_OUT
            for name, value in fields.items()
        )
    ]


def refusal(call: Any, name: str, arguments: dict[str, Any]) -> SceneWireError | None:
    """The error of a call; none when it did."""
    try:
        call(name, timeout=300, **arguments)
    except SceneWireError as error:
        return error
    return None


def gone(call: Any, plural: str, reference: str) -> bool:
    """Whether an id leads nowhere."""
    try:
        call(f"get_{plural}", ids=[reference])
    except SceneWireError as error:
        return error.error_code in GONE
    return False


def passed(call: Any, entity: Entity, *verbs: str) -> None:
    """Notes for the table what works."""
    found = RECORD[call.host.name][entity.plural]
    found.verbs.update(verbs)
    found.total = len(entity.fields)
    found.lacks = lacks(call, entity.plural)
