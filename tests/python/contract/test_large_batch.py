"""A batch of 200 operations on every type of entity, which fails at its end: whatever was in the file is as it was, as
`bpy` itself sees it."""

from __future__ import annotations

from typing import Any

import conftest
import pytest
from scenewire.errors import SceneWireError

from .catalogue import entities
from .digest import DIGEST, STORED
from .operations import APART, answers, catalogue, every_operation
from .shapes import names

#: What it must hold: cutting meshes, files that come in, data deleted that others use.
HARD = {"boolean", "import_geometry", "import_animation", "delete_materials", "delete_meshes", "delete_textures",
        "delete_clips", "delete_groups", "merge_materials", "delete_unused"}  # fmt: skip
#: So many steps more may be left out than fail when those that work are kept.
SPARE = 8
#: What a batch has no place for.
ALONE = ("run_tests", "create_checkpoint", "restore_checkpoint", "delete_checkpoints")
FAIL = {"operation": "execute_python", "arguments": {"code": "raise RuntimeError('forced by the test')"}}


def steps_of(call: Any) -> list[dict[str, Any]]:
    """A scene with one of everything, and every operation that changes something as a step."""
    operations, found = catalogue(), []
    steps = every_operation(call)
    try:
        name, arguments = next(steps)
        while True:
            operation = operations[name]
            apart = name in (*APART, *ALONE) or operation["made_of"] or answers(name) == ("singleton",)
            if operation["effect"] in ("edit", "delete") and not apart:
                found.append({"operation": name, "arguments": arguments})
            # Nothing is done: the scene stays as its entities were made.
            name, arguments = steps.send({})
    except StopIteration:
        return found


@pytest.mark.headless("what differs in a window, the undo steps between two slices, has tests in e2e/window")
def test_two_hundred_operations_on_everything_are_taken_back_exactly(call: Any) -> None:
    # Some take away what others name: which ones is tried once, the scene then made anew.
    tried = call("batch", operations=steps_of(call), on_error="continue", timeout=300)["results"]
    failed = {one["index"]: one["error"] for one in tried if "error" in one}
    call("execute_python", code=conftest.WIPE)
    steps = [step for at, step in enumerate(steps_of(call)) if at not in failed]
    count = 200 - len(steps)
    more = [{"operation": "create_nodes", "arguments": {"items": [{"name": f"More {at}"}]}} for at in range(count)]
    # Between the others, so that deletions come after them too.
    steps = [*steps[: len(steps) // 2], *more, *steps[len(steps) // 2 :]]
    before, plain, there = call.python(STORED), call.python(DIGEST), names(call)
    missed: list[str] = []
    while True:
        with pytest.raises(SceneWireError) as caught:
            call("batch", operations=[*steps, FAIL], timeout=300)
        assert call.python(STORED) == before, f"after {caught.value}"
        at = caught.value.details["step"]["index"]
        if at == len(steps):
            break
        # Without what has failed beside the others, one more misses something.
        missed.append(str(caught.value))
        assert len(missed) < SPARE, missed
        steps[at] = {"operation": "create_nodes", "arguments": {"items": [{"name": f"Spare {at}"}]}}
    assert "forced by the test" in str(caught.value)
    assert caught.value.details["completed_steps"] == len(steps) >= 200
    done = {step["operation"] for step in steps}
    assert done >= HARD, (failed, missed)
    whole = {plural for plural, entity in entities().items() if not entity.singleton}
    assert {plural for plural in whole if {f"create_{plural}", f"update_{plural}", f"delete_{plural}"} & done} == whole
    now = call.python(DIGEST)
    assert now == plain
    assert names(call) == there
