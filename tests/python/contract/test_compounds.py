"""Every compound is one undo step, and leaves nothing when any of its atomics fails."""

from __future__ import annotations

from typing import Any

import pytest
from scenewire.errors import SceneWireError

from .compounds import COMPOUNDS, changing
from .digest import STORED
from .every import refusal
from .sabotage import REPAIR, failing
from .scenes import SCENES

#: Those of them that change something.
CHANGING = [name for name in SCENES if changing(name)]


def test_every_compound_has_a_scene() -> None:
    assert set(SCENES) == set(COMPOUNDS)


@pytest.mark.parametrize("name", CHANGING)
def test_it_is_one_undo_step(call: Any, name: str) -> None:
    arguments = SCENES[name](call)
    before = call.python(STORED)
    call(name, timeout=300, **arguments)
    after = call.python(STORED)
    assert after != before
    # A look with `execute_python` is a step, too, and takes away what could be redone.
    title = name.replace("_", " ").lower()
    assert [step.lower() for step in call("undo", steps=2)["names"]] == ["execute python", title]
    assert [step.lower() for step in call("redo")["names"]] == [title]
    assert call.python(STORED) == after
    call("undo", steps=2)
    assert call.python(STORED) == before


@pytest.mark.parametrize("name", CHANGING)
def test_a_failure_of_any_atomic_leaves_nothing(call: Any, name: str) -> None:
    arguments = SCENES[name](call)
    before, failed = call.python(STORED), 0
    while True:
        call("execute_python", code=failing(changing(name), after=failed + 1))
        error = refusal(call, name, arguments)
        call("execute_python", code=REPAIR)
        if error is None:
            break
        assert "forced by the test" in f"{error} {error.details}", error
        assert error.details["atomic"]["operation"] in COMPOUNDS[name]
        failed += 1
        assert call.python(STORED) == before, f"after {failed} of its atomics"
    assert failed, "it changes something"
    assert call.python(STORED) != before


@pytest.mark.parametrize("name", SCENES)
def test_what_is_not_there_is_told_and_changes_nothing(call: Any, name: str) -> None:
    arguments = SCENES[name](call)
    before = call.python(STORED)
    for argument, value in arguments.items():
        if not argument.endswith(("_id", "ids")):
            continue
        wrong = [*value[:-1], "nobody here"] if isinstance(value, list) else "nobody here"
        with pytest.raises(SceneWireError) as caught:
            call(name, **{**arguments, argument: wrong})
        assert caught.value.error_code == "not_found", caught.value
        assert "nobody here" in f"{caught.value} {caught.value.details}"
        assert caught.value.details["path"].startswith(argument), caught.value.details
    assert call.python(STORED) == before
