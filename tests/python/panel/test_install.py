"""The zip installed as its user does it: by the dialog of Blender's preferences, and there after a restart."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import conftest
import pytest
import scenewire
from patience import until

from .artist import Artist, leave, sit_down

#: Of the zip for Blenders with extensions, and of the one for those before.
EXTENSION, LEGACY = "bl_ext.user_default.scenewire_addon", "scenewire_addon"
#: The button of the preferences, which asks for a file; then the file's name typed into the dialog.
ASK_FOR_FILE = """
bpy.context.preferences.view.filebrowser_display_type = "SCREEN"
window, area, _ = view()
with bpy.context.temp_override(window=window, area=area):
    if hasattr(bpy.ops.extensions, "package_install_files") and ADDON.startswith("bl_ext"):
        bpy.ops.extensions.package_install_files("INVOKE_DEFAULT", repo="user_default", enable_on_install=True)
    else:
        bpy.ops.preferences.addon_install("INVOKE_DEFAULT")
"""
NAME_IT = """
(area,) = [area for area in bpy.context.window_manager.windows[0].screen.areas if area.type == "FILE_BROWSER"]
params = area.spaces.active.params
params.directory, params.filename = {folder!r}, {name!r}
region = next(region for region in area.regions if region.type == "WINDOW")
value = [region.x + region.width // 2, bpy.context.window_manager.windows[0].height - region.y - region.height // 2]
"""


@pytest.fixture(params=conftest.specs() or [None], ids=lambda spec: spec["name"] if spec else "none")
def newcomer(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Artist]:
    """An artist who has the zip and nothing else."""
    listing = os.environ.get("SCENEWIRE_TEST_PACKAGES")
    if request.param is None or not listing:
        pytest.skip("no window, or nothing is packed: run it by `make test`")
    zips = json.loads(Path(listing).read_text())
    extension = "5.2" in request.param["name"]
    made = sit_down(request.param, SCENEWIRE_MODULE=EXTENSION if extension else LEGACY)
    shutil.copy(zips["extension" if extension else "legacy"], made.home / "scenewire.zip")
    monkeypatch.setenv("SCENEWIRE_HOME", str(made.home))
    yield made
    leave(made)


def restarted(artist: Artist) -> Artist:
    """The same person the next morning: Blender with its settings as they were saved."""
    module = artist.ask("ADDON")
    assert artist.quit() == 0, artist.tail()
    argv = [word for word in artist.spec["argv"] if word != "--factory-startup"]
    return sit_down({**artist.spec, "argv": argv}, artist.home, SCENEWIRE_MODULE=module)


def starts(artist: Artist) -> Any:
    """What the host says of its scene once the artist has opened the panel and pressed Start."""
    artist.ask("attend()")
    artist.open_tab()
    artist.click("scenewire.start()")
    artist.reads("Listening as blender")
    with scenewire.connect(timeout=60) as client:
        client.create_nodes(items=[{"name": "From the zip"}])
    return artist.ask("[__import__('scenewire').__file__, 'From the zip' in bpy.data.objects]")


def test_installs_from_the_dialog_starts_and_is_there_the_next_morning(newcomer: Artist) -> None:
    inside = str(newcomer.home)[len(newcomer.spec["root"]) :]
    newcomer.ask(ASK_FOR_FILE)
    until(lambda: newcomer.ask("bool([a for a in bpy.context.screen.areas if a.type == 'FILE_BROWSER'])"), "no dialog")
    middle = newcomer.ask(NAME_IT.format(folder=inside.encode(), name="scenewire.zip"))
    newcomer.shot("install-dialog")
    newcomer.hover(*middle, "True")
    newcomer.press("key", "Return")
    until(lambda: newcomer.ask("ADDON.rpartition('.')[2] in [one.__name__.rpartition('.')[2] for one in "
                               "addon_utils.modules(refresh=True)]"), f"not installed:\n{newcomer.tail()}")  # fmt: skip
    newcomer.ask("bpy.ops.preferences.addon_enable(module=ADDON)")
    file, made = starts(newcomer)
    assert file.startswith(inside), "it is the package of the zip"
    assert made
    newcomer.shot("installed")
    newcomer.ask("bpy.ops.wm.save_userpref()")
    again = restarted(newcomer)
    try:
        assert again.ask("ADDON in bpy.context.preferences.addons")
        assert starts(again)[1]
        assert again.errors(0) == [], again.tail()
    finally:
        leave(again)
