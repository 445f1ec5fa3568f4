"""An artist in front of a real Blender: sees its screen, moves its mouse and types on its keyboard."""

from __future__ import annotations

import contextlib
import json
import os
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from patience import PATIENCE, until

#: From the right side of the sidebar to the small buttons at the end of a row.
SMALL = 53
AT_THE_END = ("dismiss", "forget_key", "copy_id", "root_remove")
#: A button is 20 pixels high.
ROW = 18
#: How often the whole panel is looked over for a button.
LOOKS = 3


class Hands:
    """On mouse and keyboard. One xdotool all the time: starting one takes longer than any movement."""

    def __init__(self) -> None:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        self._process = subprocess.Popen(["xdotool", "-"], text=True, bufsize=1, **pipes)

    def do(self, *words: object) -> None:
        """One movement; it is with Blender when this returns."""
        command = " ".join(shlex.quote(str(word)) for word in words)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{command}\ngetmouselocation\n")
        self._process.stdin.flush()
        assert self._process.stdout.readline(), f"xdotool ended at: {command}"

    def leave(self) -> None:
        """Ends it."""
        self._process.communicate(timeout=20)


@dataclass
class Artist:
    """A Blender, its window, and a door to what only Blender knows."""

    spec: dict[str, Any]
    home: Path
    process: subprocess.Popen[bytes]
    door: socket.socket
    output: list[str] = field(default_factory=list)
    hands: Hands = field(default_factory=Hands)
    #: Where each command was seen last.
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    #: How far down a setting was found last: the next one is seldom far.
    last: int = 200

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
        right, step = left + width - self.scaled(8), self.scaled(30)
        for down in range(min(height, self.scaled(300)) - step, 0, -step):
            if self.draws("SCENEWIRE_PT_status", lambda at=top + down: self.click_at(right, at)):
                return
        raise AssertionError(f"no tab shows the panel:\n{self.tail()}")

    def draws(self, name: str, act: Any) -> bool:
        """Whether the panel that was not drawn before is drawn after this."""
        if self.ask("drawn_anew()")[name]:
            return True
        act()
        return bool(self.ask("drawn")[name])

    def reads(self, words: str, limit: float = PATIENCE) -> str:
        """The text with these words in it, once it is drawn."""
        self.ask("written.clear(), redraw()")

        def there() -> Any:
            texts = self.ask("written")
            return [text for text in texts if words in text] or self.ask("redraw()")

        found = until(there, f"{words!r} is not drawn", limit)
        return str(found[0])

    def hover(self, x: int, y: int, ask: str = "under_mouse()") -> Any:
        """The command of the button there, `property` over what sets one, or nothing; or what else is asked once the
        mouse is there.
        """
        self.hands.do("mousemove", x, y)
        found = self.ask(f"at_mouse({x}, {y}, lambda: {ask})")
        if ask == "under_mouse()":
            self.places[found] = x, y
        return found

    def spots(self, look: int = 0, across: int = 0) -> Iterator[tuple[int, int]]:
        """Down the sidebar, in its middle or so far from its right side; another look falls between those before."""
        left, top, width, height = self.sidebar()
        x = left + (width - self.scaled(across) if across else int((width - self.scaled(20)) * 0.6))
        return (
            (x, top + down)
            for down in range(self.scaled(10 + look * ROW // LOOKS), height - self.scaled(10), self.scaled(ROW))
        )

    def scaled(self, pixels: int) -> int:
        """As many as there are of them in this Blender's interface."""
        return round(pixels * float(self.spec["env"]["SCENEWIRE_SCALE"]))

    def find(self, what: str) -> tuple[int, int]:
        """Where the button is whose command has these words in it; it is looked for near where it was."""
        known = next((at for command, at in self.places.items() if what in command), None)
        seen = set()
        # The panel may be drawn anew between two looks, with other buttons.
        for look in range(LOOKS):
            if known and what in self.hover(*known):
                return known
            spots = self.spots(look, SMALL if any(name in what for name in AT_THE_END) else 0)
            for at in sorted(spots, key=lambda at: abs(at[1] - known[1])) if known else spots:
                under = self.hover(*at)
                seen.add(under)
                if what in under:
                    return at
        raise AssertionError(f"nothing on the screen does {what!r}, only {sorted(seen)}")

    def setting(self, name: str, other: object) -> tuple[int, int]:
        """Where this preference is set: it is given another value, and the spot is where Blender's own command for
        the button under the mouse gives it its default back. Of preferences Blender tells no more. It is looked for
        near where it was, or else near the last one.
        """
        default = self.ask(f"prefs().bl_rna.properties[{name!r}].default")
        self.set(**{name: other})
        near = self.places.get(name, (0, self.last))[1]
        for look in range(LOOKS):
            for x, y in sorted(self.spots(look), key=lambda at: abs(at[1] - near)):
                if self.hover(x, y, f"reset_under_mouse({name!r})") == default:
                    self.places[name], self.last = (x, y), y
                    return x, y
        raise AssertionError(f"nothing on the screen sets {name}")

    def click_at(self, x: int, y: int) -> None:
        self.hover(x, y, "True")
        self.press("click", 1)

    def press(self, *words: object) -> None:
        """A movement of the hands that Blender has taken when this returns."""
        self.hands.do(*words)
        self.ask("turns()")

    def click(self, what: str) -> None:
        """Clicks the button that does this."""
        self.click_at(*self.find(what))

    def type_at(self, x: int, y: int, text: str) -> None:
        """Double-clicks a field, replaces what is in it, and confirms."""
        self.hover(x, y, "True")
        self.press("click", "--repeat", 2, "--delay", 60, 1)
        self.press("key", "ctrl+a")
        self.press("type", "--delay", 8, text)
        self.press("key", "Return")

    def shot(self, name: str) -> None:
        """The screen, kept where SCENEWIRE_SHOTS says; without it nobody looks, and it takes a second."""
        folder = os.environ.get("SCENEWIRE_SHOTS")
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            path = Path(folder) / f"{self.spec['name']}-{name}.png"
            subprocess.run(["import", "-window", "root", str(path)], check=True, timeout=60)

    def escape(self) -> None:
        """Waves away whatever is open."""
        self.press("key", "Escape")

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
        self.hands.leave()
        return self.process.wait()


def sit_down(spec: dict[str, Any], home: Path | None = None, **environment: str) -> Artist:
    """Starts Blender and comes back once it can be asked; `home` is that of an artist who has been here before."""
    base = Path(spec["root"]) / "tmp" if spec["root"] else Path(tempfile.gettempdir())
    home = home or Path(tempfile.mkdtemp(prefix="scenewire-artist-", dir=base))
    env = {**os.environ, **spec["env"], **environment, "SCENEWIRE_HOME": str(home)[len(spec["root"]) :]}
    # Blender's own preferences of whoever runs the tests are not touched.
    folders = ("RESOURCES", "CONFIG", "SCRIPTS", "DATAFILES", "EXTENSIONS")
    env.update({f"BLENDER_USER_{folder}": env["SCENEWIRE_HOME"] for folder in folders})
    (home / "door").unlink(missing_ok=True)
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
