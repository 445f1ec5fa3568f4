"""The Maya double with its window, begun as an artist begins Maya, the plug-in loaded by its module file, started."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from conftest import Call, Host, connect, launch, specs, stop

from .artist import SCRIPT, Artist


@pytest.fixture
def maya() -> Iterator[Host]:
    """One of the test's own: most of them end or block it."""
    (spec,) = specs() or [pytest.skip("no host: run it by `make test`")]
    running = launch(spec)
    yield running
    stop(running)


@pytest.fixture
def agent(maya: Host) -> Iterator[Call]:
    """A client in a process of its own, as agents are."""
    made = connect(maya)
    yield made
    made.client.close()


@pytest.fixture
def later() -> Any:
    """Python for Maya's main thread, so many milliseconds after the call that orders it is over."""

    def later(agent: Call, milliseconds: int, code: str) -> None:
        agent.python(
            f"from PySide6 import QtCore\nQtCore.QTimer.singleShot({milliseconds}, lambda: exec({code!r}, {{}}))"
        )

    return later


@pytest.fixture(scope="module")
def artist() -> Iterator[Artist]:
    """At one Maya for all tests of a file, whose log says everything."""
    (spec,) = specs() or [pytest.skip("no host: run it by `make test`")]
    script = f"import runpy, sys\nsys.artist = runpy.run_path({str(SCRIPT)!r})"
    env = {**spec["env"], "SCENEWIRE_LOG": "scenewire=debug"}
    running = launch({**spec, "argv": [*spec["argv"][:-1], script], "env": env})
    yield Artist(running)
    stop(running)
