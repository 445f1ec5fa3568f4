"""One artist for each Blender with a window; the tests of a module follow one another, as a day goes, and each module
begins as if the add-on had just been installed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from .artist import Artist, leave, sit_down


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Every test that takes `artist` runs on each Blender of the listing."""
    import conftest

    if "chair" in metafunc.fixturenames:
        found = conftest.specs()
        missing = pytest.param(None, marks=pytest.mark.skip(reason="no window: run it by `make test`"), id="none")
        params = [pytest.param(spec, id=spec["name"]) for spec in found] or [missing]
        metafunc.parametrize("chair", params, indirect=True, scope="session")


@pytest.fixture(scope="session")
def chair(request: pytest.FixtureRequest) -> Iterator[Artist]:
    """In front of a Blender."""
    made = sit_down(request.param)
    yield made
    leave(made)


@pytest.fixture(scope="module")
def artist(chair: Artist) -> Artist:
    """Nothing is left of the module before."""
    chair.ask("begin_day()")
    chair.open_tab()
    return chair


@pytest.fixture(autouse=True)
def nothing_broke(request: pytest.FixtureRequest) -> Iterator[None]:
    """A panel that cannot draw says so on standard output only."""
    here: Any = request.getfixturevalue("artist") if "artist" in request.fixturenames else None
    before = len(here.output) if here else 0
    yield
    if here is not None:
        assert here.errors(before) == [], here.tail()
