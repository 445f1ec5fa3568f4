"""A window of each file's own, and a scene in it."""

from __future__ import annotations

from collections.abc import Iterator

import conftest
import pytest
from patience import until

WINDOWS = [spec for spec in conftest.specs() if spec["window"]]
# Where there are hosts and none has a window, there is nothing to be asked here.
collect_ignore_glob = [] if WINDOWS or not conftest.specs() else ["test_*.py"]
#: A region has a size once its window was drawn.
DRAWN = """
import bpy
all(region.width > 1 for w in bpy.context.window_manager.windows for area in w.screen.areas
    if area.type == "VIEW_3D" for region in area.regions if region.type == "WINDOW")
"""


@pytest.fixture(scope="module", params=WINDOWS, ids=lambda spec: spec["name"])
def window(request: pytest.FixtureRequest) -> Iterator[conftest.Call]:
    """A client of a window of this file's own: these tests leave files, windows and workspaces changed."""
    host = conftest.launch(request.param)
    client = conftest.connect(host)
    try:
        until(lambda: client.python(DRAWN), "the window was not drawn")
        yield client
    finally:
        client.client.close()
        conftest.stop(host)


@pytest.fixture
def call(window: conftest.Call) -> conftest.Call:
    """The client, over a scene of one cube, which is selected."""
    window("new_file")
    window("create_primitives", items=[{"kind": "cube", "name": "Cube"}])
    window("select", ids=["Cube"])
    return window
