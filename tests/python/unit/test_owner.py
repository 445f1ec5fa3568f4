"""The owner's side of a host from Python: status, settings, approval, undoing; each in a process of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

PREAMBLE = """
import json, threading, time
import scenewire
from scenewire import errors
from double import Double

class Attended(Double):
    # Somebody sits at it, and it knows its own steps.
    undone = 0
    def info(self):
        return {**super().info(), "headless": False}
    def undo_last(self):
        if self.undone:
            raise errors.ConflictError("the artist has worked since: `Move` would be lost with the agent's step")
        self.undone += 1
        return "Create meshes"

def fails(kind, work, *words):
    try:
        work()
    except kind as error:
        assert all(word in str(error) for word in words), error
        return error
    raise AssertionError(f"no {kind.__name__}")

def elsewhere(work):
    # Another thread calls, this one is the main thread and pumps.
    outcome = []
    def run():
        try:
            outcome.append(work())
        except Exception as error:
            outcome.append(error)
    thread = threading.Thread(target=run)
    thread.start()
    return thread, outcome
"""


def test_settings_change_live_and_whole(run: Any, home: Path) -> None:
    run(
        PREAMBLE
        + """
from pathlib import Path
status = scenewire.start(Double(), name="one", ask_files=True, unattended="allow", roots=["."])
assert status["policy"]["ask_files"] and status["policy"]["roots"] == [str(Path.cwd().resolve())], status["policy"]
assert (status["mode"], status["gateway"], status["running"], status["approvals"]) == ("local", None, None, [])
changed = scenewire.configure(read_only=True, name="studio", ask_deletes_over=5, roots=[Path.home()])
assert changed["policy"]["read_only"] and changed["policy"]["ask_deletes_over"] == 5
assert (changed["instance"]["name"], changed["instance"]["id"]) == ("studio", status["instance"]["id"])
before = scenewire.status()["policy"]
invalid, change = errors.InvalidParamsError, scenewire.configure
wrong = fails(invalid, lambda: change(read_only=False, ask_deletes_over="many"), "ask_deletes_over")
assert wrong.details["expected"] == "a whole number from 0, or none"
assert fails(invalid, lambda: change(alow_python=False)).suggestions[0] == "allow_python"
fails(invalid, lambda: change(read_only=False, roots=["/no/such/folder"]), "/no/such/folder")
assert scenewire.status()["policy"] == before
scenewire.stop()
fails(errors.HostNotRunningError, lambda: scenewire.configure(read_only=True), "no host runs")
fails(errors.InvalidParamsError, lambda: scenewire.start(Double(), approver="me"), '"host", "client" or "nobody"')
assert not scenewire.is_running() and scenewire.cancel() is False
"""
    )
    assert list((home / "run").glob("*.json")) == []


def test_the_owner_answers_what_waits(run: Any, home: Path) -> None:
    run(
        PREAMBLE
        + """
scenewire.start(Attended(), ask_python=True)
def ask(code):
    thread, outcome = elsewhere(lambda: scenewire.connect().execute_python(code=code)["value"])
    while not scenewire.status()["approvals"]:
        scenewire.pump(linger=0.01)
    (question,) = scenewire.status()["approvals"]
    assert (question["operation"], question["summary"]) == ("execute_python", code)
    return thread, outcome, question["id"]
def end(thread):
    while thread.is_alive():
        scenewire.pump(linger=0.01)
        thread.join(0.01)
thread, outcome, asked = ask("6 * 7")
time.sleep(0.3)
scenewire.approve(asked, "once")
end(thread)
assert outcome == [42], outcome
newest = scenewire.status()["history"][0]
assert newest["seconds"] < 0.3 <= newest["waited"], "what the owner took to answer is no running time"
fails(errors.NotFoundError, lambda: scenewire.approve(asked, "once"))
thread, outcome, asked = ask("7 * 7")
fails(errors.InvalidParamsError, lambda: scenewire.approve(asked, "maybe"), '"once", "session" or "deny"')
scenewire.approve(asked, "deny")
end(thread)
assert isinstance(outcome[0], errors.PermissionDeniedError) and "denied by the owner" in str(outcome[0]), outcome
newest = scenewire.status()["history"][0]
assert (newest["operation"], newest["outcome"]) == ("execute_python", "permission_denied"), newest
thread, outcome, asked = ask("8 * 8")
(waiting,) = scenewire.status()["approvals"]
# What runs on the host's own main thread is the owner's and asks nobody.
assert scenewire.connect().execute_python(code="1")["value"] == 1
scenewire.stop()
thread.join(60)
assert isinstance(outcome[0], errors.CancelledError), outcome
"""
    )


def test_clients_are_told_why_a_host_has_ended(run: Any) -> None:
    run(
        PREAMBLE
        + """
scenewire.start(Attended())
client = scenewire.connect()
thread, outcome = elsewhere(lambda: client.get_status()["queue"])
thread.join()
assert outcome == [0], outcome
scenewire.stop(why="its owner went home")
thread, outcome = elsewhere(client.get_status)
thread.join()
assert isinstance(outcome[0], errors.HostNotRunningError), outcome
assert "has ended: its owner went home" in str(outcome[0]), outcome
"""
    )


def test_the_last_step_is_undone_or_refused_with_the_reason(run: Any) -> None:
    run(
        PREAMBLE
        + """
scenewire.start(Attended())
assert scenewire.undo_last() == {"undone": "Create meshes"}
fails(errors.ConflictError, scenewire.undo_last, "the artist has worked since", "Move")
thread, outcome = elsewhere(scenewire.undo_last)
thread.join(60)
assert isinstance(outcome[0], errors.ConflictError), outcome
scenewire.stop()
scenewire.start(Double())
fails(errors.NotSupportedError, scenewire.undo_last)
"""
    )


def test_the_owner_switches_the_guard_of_executed_code(run: Any, tmp_path: Path) -> None:
    run(
        f"""
import scenewire
from scenewire import errors
from double import Double
scenewire.start(Double(), roots=[{str(tmp_path)!r}])
client = scenewire.connect()
def tried(code):
    try:
        return client.execute_python(code=code)["value"]
    except errors.PermissionDeniedError as error:
        return error.details["call"]
assert tried("import os; os.system('true')") == "os.system"
assert tried("open({str(tmp_path / "own")!r}, 'w').write('x')") == 1
scenewire.configure(allow_files=False)
assert tried("open({str(tmp_path / "own")!r}).read()") == "open"
assert scenewire.configure(guard_python=False)["policy"]["guard_python"] is False
assert tried("import os; os.system('true')") == 0
scenewire.stop()
scenewire.start(Double(), guard_python=False)
assert tried("import os; os.system('true')") == 0
"""
    )


def test_the_owner_allows_third_party_code(run: Any, tmp_path: Path) -> None:
    installed, project = tmp_path / "env" / "site-packages", tmp_path / "project"
    for folder in (installed, project):
        folder.mkdir(parents=True)
    (installed / "stranger.py").write_text("WORD = 'strange'\n")
    (project / "wanting.py").write_text("from stranger import WORD\n")
    run(
        f"""
import sys
import scenewire
from scenewire import errors, projects
from double import Double
scenewire.start(Double(), roots=[{str(tmp_path)!r}])
client = scenewire.connect()
sys.path.append({str(installed)!r})
def tried(work):
    try:
        return work()
    except errors.PermissionDeniedError as error:
        return error.details["module"]
code = lambda: client.execute_python(code="import stranger; stranger.WORD")["value"]
module = lambda: projects.import_module({str(project)!r}, "wanting")["names"]
assert [tried(code), tried(module)] == ["stranger", "stranger"]
assert "stranger" not in sys.modules and "wanting" not in sys.modules
assert client.get_status()["python"]["third_party_code"] == "deny"
assert client.execute_python(code="import numpy, scenewire.client; 1")["value"] == 1
scenewire.configure(third_party_code="allow")
assert client.get_status()["python"]["third_party_code"] == "allow"
assert [tried(code), tried(module)] == ["strange", ["WORD"]]
del sys.modules["stranger"]
scenewire.configure(third_party_code="deny", guard_python=False)
assert tried(code) == "strange"
scenewire.stop()
del sys.modules["stranger"]
scenewire.start(Double(), third_party_code="allow")
assert tried(code) == "strange"
"""
    )
