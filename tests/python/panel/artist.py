"""An artist in front of a real Blender: sees its screen, moves its mouse and types on its keyboard."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PATIENCE = 60.0
#: From the right side of the sidebar to the small buttons at the end of a row.
SMALL = 53
AT_THE_END = ("dismiss", "forget_key", "copy_id", "root_remove")


def until(what: Any, why: str, limit: float = PATIENCE) -> Any:
    """What this gives once it is true."""
    deadline = time.monotonic() + limit
    while not (value := what()):
        assert time.monotonic() < deadline, why
        time.sleep(0.002)
    return value


def xdotool(*argv: object) -> None:
    """One movement of a hand."""
    subprocess.run(["xdotool", *map(str, argv)], check=True, timeout=20)


@dataclass
class Artist:
    """A Blender, its window, and a door to what only Blender knows."""

    spec: dict[str, Any]
    home: Path
    process: subprocess.Popen[bytes]
    door: socket.socket
    output: list[str] = field(default_factory=list)
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    #: How far down a setting was found last: the next one is seldom far.
    last: int = 400

    def ask(self, code: str) -> Any:
        """The value of an expression in Blender, or of `value` after statements."""
        self.door.sendall(json.dumps(code).encode() + b"\n")
        heard = b""
        while not heard.endswith(b"\n"):
            got = self.door.recv(65536)
            assert got, f"Blender has gone:\n{self.tail()}"
            heard += got
        told = json.loads(heard)
        assert "error" not in told, told["error"]
        return told["value"]

    def tail(self) -> str:
        """Blender's last words."""
        return "".join(self.output)[-4000:]

    def set(self, **settings: Any) -> None:
        """Sets preferences behind the artist's back."""
        self.ask("\n".join(f"prefs().{name} = {value!r}" for name, value in settings.items()))

    def status(self) -> Any:
        """What the host says of itself."""
        return self.ask("__import__('scenewire').status()")

    def sidebar(self) -> tuple[int, int, int, int]:
        """Left, top, width and height on the screen."""
        x, y, width, height, window = self.ask("r = view()[2]; value = [r.x, r.y, r.width, r.height, view()[0].height]")
        return x, window - y - height, width, height

    def open_tab(self) -> None:
        """Clicks the tabs of the sidebar from the lowest up until the panel is drawn."""
        left, top, width, height = self.sidebar()
        for down in range(min(height, 300) - 20, 0, -30):
            if self.draws("SCENEWIRE_PT_status", lambda at=top + down: self.click_at(left + width - 8, at)):
                return
        raise AssertionError(f"no tab shows the panel:\n{self.tail()}")

    def draws(self, name: str, act: Any) -> bool:
        """Whether the panel that was not drawn before is drawn after this."""
        self.ask("[drawn.update({name: 0}) for name in drawn], view()[2].tag_redraw()")
        time.sleep(0.2)
        if self.ask(f"drawn.get({name!r}, 0)"):
            return True
        act()
        return bool(self.ask(f"drawn.get({name!r}, 0)"))

    def reads(self, words: str, limit: float = 20) -> str:
        """The text with these words in it, once it is drawn."""
        self.ask("written.clear(), view()[1].tag_redraw()")

        def there() -> Any:
            texts = self.ask("written")
            return [text for text in texts if words in text] or self.ask("view()[1].tag_redraw()")

        found = until(there, f"{words!r} is not drawn", limit)
        return str(found[0])

    def hover(self, x: int, y: int, ask: str = "under_mouse()") -> Any:
        """The command of the button there, `property` over what sets one, or nothing; or what else is asked once the
        mouse is there.
        """
        xdotool("mousemove", x, y)
        there = f"[{ask}] if arrived({x}, {y}) else None"
        return until(lambda: self.ask(there), "Blender does not see the mouse", 20)[0]

    def spots(self, across: int = 0) -> Iterator[tuple[int, int]]:
        """Down the sidebar, in its middle or so far from its right side."""
        left, top, width, height = self.sidebar()
        x = left + (width - across if across else int((width - 20) * 0.6))
        return ((x, top + down) for down in range(10, height - 10, 14))

    def find(self, what: str) -> tuple[int, int]:
        """Where the button is whose command has these words in it; most stay where they were."""
        known = self.places.get(what)
        if known and what in self.hover(*known):
            return known
        seen = set()
        for at in self.spots(SMALL if any(name in what for name in AT_THE_END) else 0):
            under = self.hover(*at)
            seen.add(under)
            if what in under:
                self.places[what] = at
                return at
        raise AssertionError(f"nothing on the screen does {what!r}, only {sorted(seen)}")

    def setting(self, name: str, other: object) -> tuple[int, int]:
        """Where this preference is set: it is given another value, and the spot is where Blender's own command for
        the button under the mouse gives it its default back. Of preferences Blender tells no more. It is looked for
        near the last one.
        """
        default = self.ask(f"prefs().bl_rna.properties[{name!r}].default")
        self.set(**{name: other})
        for x, y in sorted(self.spots(), key=lambda at: abs(at[1] - self.last)):
            if self.hover(x, y, f"reset_under_mouse({name!r})") == default:
                self.last = y
                return x, y
        raise AssertionError(f"nothing on the screen sets {name}")

    def click_at(self, x: int, y: int) -> None:
        xdotool("mousemove", x, y, "sleep", 0.15, "click", 1)
        time.sleep(0.3)

    def click(self, what: str) -> None:
        """Clicks the button that does this."""
        self.click_at(*self.find(what))

    def type_at(self, x: int, y: int, text: str) -> None:
        """Double-clicks a field, replaces what is in it, and confirms."""
        xdotool("mousemove", x, y, "sleep", 0.15, "click", "--repeat", 2, "--delay", 60, 1)
        time.sleep(0.4)
        xdotool("key", "ctrl+a")
        xdotool("type", "--delay", 15, text)
        xdotool("key", "Return")
        time.sleep(0.4)

    def shot(self, name: str) -> Path:
        """The screen, kept where SCENEWIRE_SHOTS says, else with the test's own files."""
        folder = Path(os.environ.get("SCENEWIRE_SHOTS") or self.home)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{self.spec['name']}-{name}.png"
        subprocess.run(["import", "-window", "root", str(path)], check=True, timeout=60)
        return path

    def escape(self) -> None:
        """Waves away whatever is open."""
        xdotool("key", "Escape")
        time.sleep(0.3)

    def look(self) -> None:
        """As long as a person takes to see that something has come up."""
        time.sleep(0.7)

    def errors(self, since: int) -> list[str]:
        """What went wrong in Python code of Blender's: a panel that cannot draw says so nowhere else."""
        return [line for line in self.output[since:] if "Traceback" in line or "Error" in line]

    def client(self, *words: str) -> subprocess.Popen[str]:
        """A command of somebody else's on this machine."""
        environment = {**os.environ, "SCENEWIRE_HOME": str(self.home)}
        argv = [sys.executable, "-m", "scenewire", *words]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen(argv, env=environment, text=True, stdin=subprocess.DEVNULL, **pipes)

    def quit(self) -> int:
        """Ends it as the menu does, and gives its exit code."""
        with contextlib.suppress(OSError, AssertionError, ConnectionError):
            self.ask("bpy.app.timers.register(lambda: bpy.ops.wm.quit_blender() and None)")
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(30)
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.door.close()
        return self.process.wait()


def sit_down(spec: dict[str, Any], **environment: str) -> Artist:
    """Starts Blender and comes back once it can be asked."""
    base = Path(spec["root"]) / "tmp" if spec["root"] else Path(tempfile.gettempdir())
    home = Path(tempfile.mkdtemp(prefix="scenewire-artist-", dir=base))
    env = {**os.environ, **spec["env"], **environment, "SCENEWIRE_HOME": str(home)[len(spec["root"]) :]}
    # Blender's own preferences of whoever runs the tests are not touched.
    env.update(BLENDER_USER_CONFIG=env["SCENEWIRE_HOME"], BLENDER_USER_SCRIPTS=env["SCENEWIRE_HOME"])
    options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    process = subprocess.Popen(spec["argv"], env=env, cwd=home, start_new_session=True, **options)
    output: list[str] = []
    threading.Thread(target=drain, args=(process, output), daemon=True).start()
    place = home / "door"
    until(lambda: place.exists() or process.poll() is not None, "Blender did not come up", 120)
    assert place.exists(), "".join(output)
    door = socket.create_connection(("127.0.0.1", int(place.read_text())), timeout=90)
    return Artist(spec, home, process, door, output)


def drain(process: subprocess.Popen[bytes], output: list[str]) -> None:
    """Keeps what Blender says."""
    assert process.stdout is not None
    output.extend(line.decode(errors="replace") for line in process.stdout)


def leave(artist: Artist) -> int:
    """Gets up from the chair."""
    code = artist.quit()
    shutil.rmtree(artist.home, ignore_errors=True)
    return code
