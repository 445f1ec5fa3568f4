"""A headless Chromium, driven over a pipe by its own protocol: no library, no port."""

from __future__ import annotations

import base64
import contextlib
import fcntl
import json
import os
import select
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

# What a slow machine may take for what is there in a second.
PATIENCE = 30.0
# Said by the page under test about itself; a failing answer is logged by Chromium too and is no complaint of the page.
COMPLAINTS = ("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded")


class Chromium:
    """One tab."""

    def __init__(self, profile: Path, width: int = 1280, height: int = 900) -> None:
        read, self._write = os.pipe()
        self._read, write = os.pipe()
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (read, write)]

        def wire() -> None:
            # The pipe is found as the descriptors 3 and 4 and nowhere else.
            for place, end in enumerate(ends, 3):
                os.dup2(end, place)

        flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage"]
        argv = ["chromium", *flags, f"--user-data-dir={profile}", f"--window-size={width},{height}"]
        self._process = subprocess.Popen(
            [*argv, "--remote-debugging-pipe", "about:blank"],
            pass_fds=(3, 4),
            preexec_fn=wire,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        for end in (read, write, *ends):
            os.close(end)
        self._kept = b""
        self._number = 0
        self._replies: dict[int, dict[str, Any]] = {}
        self._session: str | None = None
        self.events: list[dict[str, Any]] = []
        # Called with each request that `intercept` has stopped.
        self._answer: Callable[[dict[str, Any]], None] | None = None
        found = [t for t in self.send("Target.getTargets")["targetInfos"] if t["type"] == "page"]
        target = {"targetId": found[0]["targetId"], "flatten": True}
        self._session = self.send("Target.attachToTarget", target)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")

    def send(self, method: str, parameters: dict[str, Any] | None = None) -> dict[str, Any]:
        """Does this and gives what came of it."""
        self._number += 1
        number = self._number
        message: dict[str, Any] = {"id": number, "method": method, "params": parameters or {}}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        came = self._reply(number)
        assert "error" not in came, (method, came["error"])
        return dict(came["result"])

    def _reply(self, number: int) -> dict[str, Any]:
        # A request that is stopped meanwhile is answered in between, which asks in its turn.
        while number not in self._replies:
            self._receive()
        return self._replies.pop(number)

    def _receive(self) -> None:
        while b"\0" not in self._kept:
            assert select.select([self._read], [], [], PATIENCE)[0], "Chromium does not answer"
            more = os.read(self._read, 1 << 16)
            assert more, "Chromium has ended"
            self._kept += more
        text, _, self._kept = self._kept.partition(b"\0")
        came: dict[str, Any] = json.loads(text)
        if "id" in came:
            self._replies[came["id"]] = came
        else:
            self.events.append(came)
            if came["method"] == "Fetch.requestPaused" and self._answer:
                self._answer(came["params"])

    def intercept(self, pattern: str, change: Callable[[str], str]) -> None:
        """From now on the bodies of answers from these addresses are changed before the page sees them."""

        def answer(paused: dict[str, Any]) -> None:
            request = {"requestId": paused["requestId"]}
            self._post("Fetch.getResponseBody", request)
            body = self._reply(self._number).get("result", {"body": "", "base64Encoded": False})
            text = base64.b64decode(body["body"]).decode() if body["base64Encoded"] else body["body"]
            whole = {"responseCode": paused["responseStatusCode"], "responseHeaders": paused["responseHeaders"]}
            changed = base64.b64encode(change(text).encode()).decode()
            self._post("Fetch.fulfillRequest", {**request, **whole, "body": changed})

        self._answer = answer
        self.send("Fetch.enable", {"patterns": [{"urlPattern": pattern, "requestStage": "Response"}]})

    def _post(self, method: str, parameters: dict[str, Any]) -> None:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters, "sessionId": self._session}
        os.write(self._write, json.dumps(message).encode() + b"\0")

    def run(self, script: str) -> Any:
        """The value of this expression in the page."""
        given = {"expression": script, "awaitPromise": True, "returnByValue": True}
        done = self.send("Runtime.evaluate", given)
        assert "exceptionDetails" not in done, (script, done["exceptionDetails"])
        return done["result"].get("value")

    def until(self, script: str) -> Any:
        """The value of this expression once it is true."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            # While a page is exchanged for another, neither is there.
            with contextlib.suppress(AssertionError):
                if value := self.run(script):
                    return value
            time.sleep(0.05)
        raise TimeoutError(f"{script}\n{self.run('document.body.innerText')}")

    def open(self, url: str) -> None:
        """Goes there and waits for the page's end."""
        self.send("Page.navigate", {"url": url})
        self.until(f"document.readyState === 'complete' && location.href.startsWith({json.dumps(url)})")

    def type(self, into: str, text: str) -> None:
        """Fills in a field as fingers do."""
        self.run(f"(() => {{ const it = document.querySelector({json.dumps(into)}); it.focus(); it.select?.(); }})()")
        self.send("Input.insertText", {"text": text})

    def click(self, script: str) -> None:
        """Presses what this expression gives."""
        self.run(f"({script}).click()")

    def look(self, path: Path, width: int, height: int, *, dark: bool = False, phone: bool = False) -> None:
        """Saves what is seen at this size."""
        self.size(width, height, dark=dark, phone=phone)
        shot = self.send("Page.captureScreenshot", {"format": "png"})
        path.write_bytes(base64.b64decode(shot["data"]))

    def size(self, width: int, height: int, *, dark: bool = False, phone: bool = False) -> None:
        """From now on the window is that big, and the system's colours those."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone}
        self.send("Emulation.setDeviceMetricsOverride", size)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.send("Emulation.setEmulatedMedia", {"features": [scheme]})

    def complaints(self) -> list[str]:
        """Errors of scripts and of the page's policy; answers of the gateway with an error are none."""
        self.run("0")
        said = [event["params"] for event in self.events if event["method"] in COMPLAINTS]
        return [text for text in map(json.dumps, said) if "Failed to load resource" not in text]

    def close(self) -> None:
        """Ends it."""
        self._session = None
        try:
            self.send("Browser.close")
            self._process.wait(10)
        except (AssertionError, OSError, subprocess.TimeoutExpired):
            # Its own processes are its session.
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        os.close(self._write)
        os.close(self._read)
