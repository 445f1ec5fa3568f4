"""The example of every operation, run as `describe_tool` gives it, with generated ids where it names something."""

from __future__ import annotations

from typing import Any

import pytest
from scenewire.errors import SceneWireError
from scenewire.selftest import examples
from scenewire.selftest.examples import Examples, Scene

from .catalogue import told
from .every import refusal
from .scenes import APART

pytestmark = pytest.mark.apps("blender", "usd", "maya", "unreal")

EXAMPLES = Examples(told())
OPERATIONS = EXAMPLES.operations

#: The folder that examples name, which is nowhere on this machine and so outside the owner's.
ELSEWHERE = "/projects/"


def test_the_selftest_leaves_out_what_needs_a_scene_of_its_own_and_nothing_else() -> None:
    assert set(APART) == examples.APART


@pytest.mark.parametrize("name", OPERATIONS)
def test_the_example_runs(call: Any, name: str) -> None:
    declared = call("get_status", not_supported=True)["not_supported"]
    if name in declared:
        error = refusal(call, name, OPERATIONS[name]["example"])
        assert error is not None, "declared not to be supported, and done"
        assert (error.error_code, str(error)) in {("not_supported", declared[name]), ("singleton", str(error))}
        return
    missing = set(OPERATIONS[name]["made_of"]) & set(declared)
    if name in APART and missing:
        pytest.skip(f"made of what this host cannot do: {', '.join(sorted(missing))}")
    try:
        run_example(call, name)
    except SceneWireError as error:
        if error.error_code != "not_supported" or not declared.keys() & OPERATIONS.keys():
            raise
        pytest.skip(f"its example stands on what this host cannot do: {error}")


def run_example(call: Any, name: str) -> None:
    """Makes what the example names, and runs it."""
    if name in APART:
        # Made of many things that only a scene of its own has.
        APART[name](call)
        error = refusal(call, name, OPERATIONS[name]["example"])
        if error is not None and error.error_code == "not_supported":
            raise error
        assert error is None, f"{error} {error.details}"
        return

    def write(file: str, text: str) -> str:
        (call.host.home / file).write_text(text)
        return str(call.host.inside(call.host.home / file))

    scene = Scene(EXAMPLES, call, name)
    error = refusal(call, name, scene.prepare(write))
    if error is not None:
        allowed = {"not_supported"}
        if ELSEWHERE in str(OPERATIONS[name]["example"]):
            allowed.add("permission_denied")
        if name.startswith(("create_", "delete_")) and scene.singleton:
            allowed.add("singleton")
        assert error.error_code in allowed, f"{error.error_code}: {error} {error.details}"
        expected = OPERATIONS[name]["errors"]
        assert error.error_code in expected, f"{error.error_code} is not among {expected}: {error}"
