"""Files in a Maya with a window: whatever would have Maya ask somebody is answered without a dialog."""

from __future__ import annotations

from typing import Any


def test_files_open_no_dialog_whatever_maya_would_ask(maya: Any, agent: Any) -> None:
    part, shot = (str(maya.home / name) for name in ("part.ma", "shot.ma"))
    agent("create_nodes", items=[{"name": "Wheel"}])
    agent("save_file", path=part)
    agent("new_file")
    agent.python(f"from maya import cmds\ncmds.file({part!r}, reference=True, namespace='part')")
    # Nothing here is saved, and there is another file already.
    agent("save_file", path=shot)
    agent("create_nodes", items=[{"name": "Unsaved"}])
    agent("save_file", path=shot)
    agent("create_nodes", items=[{"name": "Unsaved"}])
    assert agent("new_file")["unsaved_changes_kept_in"]
    agent("create_nodes", items=[{"name": "Unsaved"}])
    (maya.home / "part.ma").unlink()
    error = agent.fails("handler_error", "open_file", path=shot)
    assert "part.ma" in str(error)
    assert error.details["unsaved_changes_kept_in"]
    assert agent("get_status")["held"] is None
