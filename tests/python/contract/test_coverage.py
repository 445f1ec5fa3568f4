"""Every operation of the catalogue runs on every host, with its own example where it has one, or says why
it cannot.
"""

from __future__ import annotations

from typing import Any

import pytest

from .operations import answers, catalogue, run_all

pytestmark = pytest.mark.apps("blender", "usd", "maya")


def test_every_operation_runs_or_says_why_not(call: Any) -> None:
    from scenewire.errors import SceneWireError

    failed = {}

    def run(name: str, given: dict[str, Any]) -> dict[str, Any]:
        try:
            result = call(name, timeout=300, **given)
        except SceneWireError as error:
            if error.error_code not in answers(name, call.host.app):
                failed[name] = f"{error.error_code}: {error}"
            return {}
        assert isinstance(result, dict)
        return result

    assert run_all(call, run) == len(catalogue()) >= 150
    assert failed == {}, failed
