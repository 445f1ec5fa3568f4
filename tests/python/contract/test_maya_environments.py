"""Sky domes of Arnold in Maya: their pictures, what lights beside them, files that need the plug-in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .pictures import file
from .samples import picture

pytestmark = pytest.mark.apps("maya")


def test_its_picture_goes_with_it_unless_others_show_it(call: Any) -> None:
    first, second = file(call, "a.png", picture(4, 2)), file(call, "b.png", picture(4, 2))
    shown = "[cmds.getAttr(f + '.fileTextureName') for f in cmds.ls(type='file')]"
    call("create_environments", items=[{"name": "Sky", "image": first}, {"name": "Plain", "color": "#336699"}])
    call("update_environments", items=[{"ids": ["Sky"], "image": second}])
    assert call.python(shown) == [second]
    error = call.fails("invalid_params", "update_environments", items=[{"ids": ["Sky"], "color": [1, 0, 0, 1]}])
    assert (error.details["path"], error.suggestions) == ("color", ["give `image: null` as well"])
    call.python("cmds.connectAttr(cmds.ls(type='file')[0] + '.outColor', 'PlainShape.color')")
    call("create_nodes", items=[{"name": "Sun", "parent_id": "Sky"}])
    call("delete_environments", ids=["Sky"])
    assert call.python(shown) == [second], "another one shows it"
    assert call.python("cmds.ls('Sun', long=True)") == ["|Sun"], "what hung on it stays"
    patch = {"ids": ["Plain"], "image": None, "color": [1, 0, 0, 1]}
    (plain,) = call("update_environments", items=[patch])["items"]
    assert (plain["color"], plain["image"], call.python(shown)) == ([1, 0, 0, 1], None, [])
    assert call.python("cmds.ls(type='place2dTexture')") == []
    call("undo")
    call("undo")
    assert call("get_environments", ids=["Sky"])["items"][0]["image"] == second


def test_colours_of_another_node_are_left_alone(call: Any) -> None:
    call("create_environments", items=[{"name": "Sky", "intensity": 3}])
    call.python("cmds.connectAttr(cmds.shadingNode('ramp', asTexture=True) + '.outColor', 'SkyShape.color')")
    call.python("cmds.setAttr('SkyShape.aiExposure', 2)")
    (sky,) = call("get_environments", ids=["Sky"])["items"]
    assert sky["intensity"] == 12
    assert not {"image", "color"} & sky.keys()
    image = file(call, "a.png", picture(4, 2))
    for given in (image, None):
        call.fails("not_supported", "update_environments", items=[{"ids": ["Sky"], "image": given}])
    call.fails("invalid_params", "update_environments", items=[{"ids": ["Sky"], "color": "red"}])
    (sky,) = call("update_environments", items=[{"ids": ["Sky"], "intensity": 2}])["items"]
    assert call.python("cmds.getAttr('SkyShape.intensity')") == 0.5


def test_what_is_no_file_and_no_environment_is_refused(call: Any) -> None:
    missing = call.host.inside(call.host.home / "missing.exr")
    call.fails("file_not_found", "create_environments", items=[{"name": "Sky", "image": missing}])
    assert call.python("cmds.ls(type=('aiSkyDomeLight', 'file'))") == []
    call("create_lights", items=[{"name": "Lamp"}])
    call.fails("not_found", "update_environments", items=[{"ids": ["Lamp"], "intensity": 2}])


def test_a_file_brings_the_plugin_that_it_needs(call: Any) -> None:
    path = call.host.inside(Path(call.host.home) / "sky.ma")
    call("create_environments", items=[{"name": "Sky", "intensity": 4}])
    call("save_file", path=path)
    call("new_file")
    call.python("cmds.unloadPlugin('mtoa')")
    assert call("list_environments")["items"] == []
    call("open_file", path=path)
    assert [item["intensity"] for item in call("list_environments")["items"]] == [4]
    error = call.fails("python_error", "execute_python", code="cmds.unloadPlugin('mtoa')")
    assert "in use" in str(error)
