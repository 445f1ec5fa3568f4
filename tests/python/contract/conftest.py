"""What several tests begin with; the coverage table after a run, with UPDATE=1 as `docs/coverage.md`."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import conftest
import pytest
from scenewire.errors import SceneWireError

from .catalogue import entities, told
from .record import RECORD, VERBS, page, table
from .scripts import FORGET, inside
from .shapes import TRIANGLE

PAGE = Path(__file__).parents[3] / "docs" / "coverage.md"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what one Blender without a window is enough for, where there are other hosts only."""
    found = conftest.specs()
    if not found or any(conftest.app_of(spec) == "blender" and not spec["window"] for spec in found):
        return
    ours = [item for item in items if isinstance(item, pytest.Function) and item.path.parent == Path(__file__).parent]
    dropped = {item for item in ours if "host" not in item.fixturenames and "blender" in conftest.apps_of(item)}
    config.hook.pytest_deselected(items=list(dropped))
    items[:] = [item for item in items if item not in dropped]


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """The table of what was found in this run."""
    if RECORD:
        terminalreporter.section("coverage")
        terminalreporter.write_line(table())
        if os.environ.get("UPDATE"):
            PAGE.write_text(page())


@pytest.fixture
def furnished(call: Any) -> Any:
    """A scene with one of everything, the mesh wearing the material."""
    brass = call("create_materials", items=[{"name": "Brass", "roughness": 0.4}])["ids"][0]
    call("create_nodes", items=[{"name": "Body"}])
    call("create_nodes", items=[{"name": "Arm", "parent_id": "Body", "position": [1, 0, 0]}])
    call("create_meshes", items=[{"name": "Skin", **TRIANGLE, "material_ids": [brass]}])
    call("create_cameras", items=[{"name": "Shot", "active": True}])
    call("create_lights", items=[{"name": "Key", "intensity": 100}])
    if "select" not in call("get_status", not_supported=True)["not_supported"]:
        call("select", ids=["Skin"])
    return call


@pytest.fixture
def paint(call: Any) -> Any:
    """A material with its nodes; groups of earlier tests are gone."""
    call.python("import bpy; bpy.data.batch_remove(list(bpy.data.node_groups))")
    call("create_materials", items=[{"name": "Paint"}])
    return call


@pytest.fixture
def scripts(call: Any) -> Iterator[Path]:
    """An empty folder for a project's own scripts; what came of them in the host goes again."""
    folder = call.host.home / "project"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    yield folder
    call.python(FORGET.format(folder=inside(call, folder)))


@pytest.fixture
def supported(request: pytest.FixtureRequest, call: Any) -> None:
    """Passes over an entity of which the host says that it cannot do some verb, once each of these says so itself."""
    plural = request.node.callspec.params["plural"]
    declared = call("get_status", not_supported=True)["not_supported"]
    reasons = {verb: declared[f"{verb}_{plural}"] for verb in VERBS if f"{verb}_{plural}" in declared}
    if not reasons:
        return
    examples = {operation["name"]: operation["example"] for operation in told()["operations"]}
    for verb, reason in reasons.items():
        with pytest.raises(SceneWireError) as caught:
            call(f"{verb}_{plural}", **examples[f"{verb}_{plural}"])
        assert caught.value.error_code in {"not_supported", "singleton"}
        if caught.value.error_code == "not_supported":
            assert str(caught.value) == reason
    found = RECORD[call.host.name][plural]
    found.total = len(entities()[plural].fields)
    found.lacks.update({f"{verb}_{plural}": reason for verb, reason in reasons.items()})
    pytest.skip(f"not_supported: {', '.join(reasons)}")


@pytest.fixture
def blank(call: Any) -> Iterator[Any]:
    """An empty stage, before and after."""
    call("new_file")
    yield call
    call("new_file")


@pytest.fixture
def net(blank: Any) -> Any:
    """Four squares around a vertex in the middle, with texture coordinates."""
    points = [[x, y, 0] for y in range(3) for x in range(3)]
    faces = [[0, 1, 4, 3], [1, 2, 5, 4], [3, 4, 7, 6], [4, 5, 8, 7]]
    item = {
        "name": "Net",
        "vertices": points,
        "indices": [one for face in faces for one in face],
        "face_sizes": [4] * 4,
    }
    blank("create_meshes", items=[{**item, "uvs": [[x / 2, y / 2] for x, y, _ in points]}])
    return blank
