"""What code may import in real hosts: what came with them, what is loaded and the project's own; no stranger's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .scripts import inside
from .test_python import isolates

ALL = pytest.mark.apps("blender", "usd", "maya", "unreal")
ALLOW = "import scenewire\nscenewire.configure(third_party_code={!r})['policy']['third_party_code']"
LOADED = "import sys\n[name in sys.modules for name in ('stranger', 'wanting')]"


@pytest.fixture
def stranger(call: Any, scripts: Path) -> Iterator[str]:
    """A package that is installed in the environment of a project, on the path of the host; the folder of the project
    as the host sees it."""
    installed = scripts / "env" / "site-packages"
    installed.mkdir(parents=True)
    (installed / "stranger.py").write_text("WORD = 'strange'\n")
    (scripts / "wanting.py").write_text("from stranger import WORD\n")
    (scripts / "test_wanting.py").write_text("def test_word():\n    import stranger\n")
    call.python(f"import sys\nsys.path.append({inside(call, installed)!r})")
    yield inside(call, scripts)
    call.python(ALLOW.format("deny"))


@ALL
def test_a_stranger_is_refused_until_the_owner_allows_it(call: Any, stranger: str) -> None:
    code = "import stranger\nstranger.WORD"
    for operation, arguments in (
        ("execute_python", {"code": code}),
        ("execute_python", {"code": "import importlib\nimportlib.import_module('stranger').WORD"}),
        ("import_module", {"path": stranger, "module": "wanting"}),
    ):
        error = call.fails("permission_denied", operation, **arguments)
        assert (error.details["call"], error.details["module"]) == ("import", "stranger"), error.details
        assert error.details["path"].endswith("site-packages/stranger.py")
        assert error.details["line"], "it is told where"
        assert call.python(LOADED) == [False, False]
    (test,) = call("run_tests", path=f"{stranger}/test_wanting.py")["tests"]
    assert (test["outcome"], "third-party" in test["message"]) == ("error", True)
    assert call("get_status")["python"]["third_party_code"] == "deny"
    assert call.python(ALLOW.format("allow")) == "allow"
    assert call.python(code) == "strange"
    assert "WORD" in call("import_module", path=stranger, module="wanting")["names"]
    assert call.python(ALLOW.format("deny")) == "deny"
    assert call.python(code) == "strange", "what is loaded is the owner's choice"


def test_what_comes_with_blender_is_imported(call: Any) -> None:
    """A module of its scripts that nothing loads, whatever this Blender calls it; NumPy, which Debian leaves out; the
    standard library."""
    code = """
import glob, importlib.util, os, sys, bpy
folder = os.path.join(bpy.utils.system_resource("SCRIPTS"), "modules")
plain = {os.path.basename(path)[:-3] for path in glob.glob(f"{folder}/*graphviz_export.py")}
for name in (*plain, "colorsys"):
    sys.modules.pop(name, None)
numpy = ["numpy.testing"] if importlib.util.find_spec("numpy") else []
[importlib.import_module(name).__name__ for name in (*plain, "colorsys", "_lsprof", *numpy)]
"""
    told = [name.strip("_") for name in call.python(code)]
    assert told[:3] == ["graphviz_export", "colorsys", "lsprof"]
    assert told[3:] == ["numpy.testing"] or call.python("import bpy; bpy.app.build_hash == b'Unknown'")


@pytest.mark.apps("usd")
def test_what_comes_with_usd_is_imported(call: Any) -> None:
    code = "import importlib\n[importlib.import_module(f'pxr.{name}').__name__ for name in ('UsdMedia', 'UsdVol')]"
    assert call.python(code) == ["pxr.UsdMedia", "pxr.UsdVol"]


@pytest.mark.headless("a window isolates code in the same Blender as its host without one")
def test_isolated_code_imports_what_is_installed(call: Any, stranger: str) -> None:
    if not isolates(call):
        call.fails("not_supported", "execute_python", code="1", isolated=True)
        return
    result = call("execute_python", code="import stranger\nstranger.WORD", isolated=True)
    assert result["value"] == "strange"
    assert call.python(LOADED) == [False, False]


def test_a_task_may_import_what_its_host_may(call: Any, stranger: str) -> None:
    folder = f"{stranger}/env/site-packages"
    order = {"code": f"import sys\nsys.path.append({folder!r})\nimport stranger\nstranger.WORD"}

    def told() -> dict[str, Any]:
        task = call("start_task", operation="execute_python", arguments=order)
        while (now := call("get_task", id=task["id"], wait=30))["status"] == "running":
            pass
        return dict(now)

    denied = told()
    assert (denied["status"], denied["error"]["error_code"]) == ("failed", "permission_denied"), denied
    call.python(ALLOW.format("allow"))
    assert told()["result"]["value"] == "strange"
