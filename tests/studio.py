"""A gateway as a studio runs it: the real process with its TLS, users with keys, and real hosts that dial it."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import signal
import ssl
import subprocess
import sys
import threading
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import conftest
import traced
from patience import PATIENCE, until

PYTHON = sys.executable
SCENEWIRE = str(Path(sys.executable).parent / "scenewire")


def clean() -> dict[str, str]:
    """The environment without anything that is ours."""
    return {name: value for name, value in os.environ.items() if not name.startswith("SCENEWIRE_")}


@dataclass
class Gateway:
    """A gateway process over a data folder; it keeps its port over restarts."""

    data: Path
    argv: list[str] = field(default_factory=list)
    port: int = 0
    admin: str = ""
    pin: str = ""
    url: str = ""
    log: list[str] = field(default_factory=list)
    process: subprocess.Popen[str] | None = None
    #: Where to write what it dials, when that is asked for.
    trace: Path | None = None

    def start(self) -> Gateway:
        """Starts it as the seed does and reads what it prints up to the line that says it is ready."""
        flags = ["--host", "127.0.0.1", "--port", str(self.port), "--tls", "--data", str(self.data)]
        argv = [PYTHON, "-m", "scenewire.server", *flags, *self.argv]
        self.process = subprocess.Popen(
            argv if self.trace is None else traced.under(self.trace, argv),
            env=clean(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        threading.Thread(target=self._drain, args=(self.process,), daemon=True).start()
        assert self.process.stdout is not None
        for line in self.process.stdout:
            word = line.split()[-1]
            if line.startswith("Admin key"):
                self.admin = word
            elif line.startswith("Certificate"):
                self.pin = word
            elif line.startswith("scenewire gateway ready at "):
                self.url = word
                self.port = int(word.rsplit(":", 1)[1])
                return self
        raise AssertionError(f"the gateway did not come up:\n{self.tail()}")

    def _drain(self, process: subprocess.Popen[str]) -> None:
        assert process.stderr is not None
        self.log.extend(process.stderr)

    def tail(self) -> str:
        """Its last words, for a failure's message."""
        return "".join(self.log)[-4000:]

    def said(self, text: str) -> bool:
        """Whether it has logged this."""
        return any(text in line for line in self.log)

    def stop(self) -> int:
        """Ends it as a service manager does and gives its exit code."""
        assert self.process is not None
        if self.process.poll() is None:
            self.process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(30)
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        return self.process.wait()

    def trusted(self) -> ssl.SSLContext:
        """What believes this gateway's certificate and no other."""
        return ssl.create_default_context(cafile=str(self.data / "tls" / "certificate.pem"))

    def http(self, method: str, path: str, body: Any = None, *, key: str = "") -> tuple[int, Any]:
        """One request of a script that knows nothing but HTTP: status, and JSON or text."""
        connection = http.client.HTTPSConnection("127.0.0.1", self.port, timeout=60, context=self.trusted())
        headers = {"Content-Type": "application/json"}
        if key:
            headers["Authorization"] = f"Bearer {key}"
        connection.request(method, path, None if body is None else json.dumps(body), headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        kind = answer.headers.get_content_type()
        return answer.status, json.loads(text) if kind == "application/json" else text

    def user(self, name: str, home: Path) -> User:
        """A new user, made on the command line by the administrator."""
        made = User("u_admin", "", self.admin, self, home).cli("user", "create", name, "--json")
        assert made.returncode == 0, made
        told = json.loads(made.stdout)
        return User(name, told["user"]["id"], told["api_key"], self, home)

    def admins(self) -> User:
        """The administrator."""
        return User("admin", "u_admin", self.admin, self, self.data.parent)


@dataclass
class User:
    """Somebody with a key."""

    name: str
    id: str
    key: str
    gateway: Gateway
    home: Path

    def environment(self, **extra: str) -> dict[str, str]:
        """The environment in which the command line reaches the gateway."""
        gateway = self.gateway
        return {
            **clean(),
            "SCENEWIRE_HOME": str(self.home),
            "SCENEWIRE_GATEWAY": gateway.url,
            **({"SCENEWIRE_KEY": self.key} if self.key else {}),
            "SCENEWIRE_PIN": gateway.pin,
            **extra,
        }

    def cli(self, *argv: str, **extra: str) -> subprocess.CompletedProcess[str]:
        """One command, without a terminal."""
        return subprocess.run(
            [SCENEWIRE, *argv],
            env=self.environment(**extra),
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def http(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        """One request with the user's key."""
        return self.gateway.http(method, path, body, key=self.key)

    def connect(self, instance: str | None = None) -> Any:
        """The Python client."""
        import scenewire

        return scenewire.connect(instance, gateway=self.gateway.url, key=self.key, pin=self.gateway.pin)

    def instances(self) -> dict[str, Any]:
        """What the user sees, by name."""
        return {row["name"]: row for row in self.http("GET", "/api/v1/instances")[1]["instances"]}

    def online(self, name: str, epoch: str = "", limit: float = PATIENCE) -> dict[str, Any]:
        """The instance once it is linked, by another run than this one."""

        def there() -> Any:
            row = self.instances().get(name)
            return row if row and row["status"] == "online" and row["epoch"] != epoch else None

        found: dict[str, Any] = until(there, f"`{name}` did not link:\n{self.gateway.tail()}", limit)
        return found

    def paired(self) -> str:
        """A host-only key, as an artist gets one: a code, exchanged on a machine that has no key yet."""
        code = self.cli("pair").stdout.strip()
        redeemed = replace(self, key="").cli("pair", "--redeem", code, "--label", "workstation")
        assert redeemed.returncode == 0, redeemed
        return redeemed.stdout.strip()

    def link(
        self, name: str, key: str, *argv: str, home: Path | None = None, trace: Path | None = None
    ) -> conftest.Host:
        """A real host that dials the gateway with this key; it comes back when it runs, linked or not."""
        gateway = ["--gateway", self.gateway.url, "--pin", self.gateway.pin]
        return launch(name, key, *gateway, *argv, home=home, trace=trace)


def launch(name: str, key: str, *argv: str, home: Path | None = None, trace: Path | None = None) -> conftest.Host:
    """The first headless host by its real command, under another name and with more arguments."""
    spec = next(spec for spec in conftest.specs() if not spec["window"])
    words = [*spec["argv"][: spec["argv"].index("--name")], "--name", name, *argv]
    if trace is not None:
        words = traced.under(trace, words)
    if home is not None:
        # What a killed one has left would look as if it were up already.
        for record in (home / "run").glob("*.json"):
            record.unlink()
    return conftest.launch({**spec, "name": name, "argv": words, "env": {"SCENEWIRE_KEY": key}}, home)
