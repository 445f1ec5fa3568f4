"""The gateway's status page in a real browser, over the installed command."""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from .chromium import Chromium

SCENEWIRE = os.environ.get("SCENEWIRE_TEST_COMMAND") or str(Path(sys.executable).parent / "scenewire")
# Runs where a text of the API is taken for HTML.
ATTACK = "<img src=x onerror='window.attacked=1'><script>window.attacked=1</script>"

pytestmark = pytest.mark.skipif(not shutil.which("chromium"), reason="there is no chromium")


@dataclass
class Gateway:
    """A gateway with an administrator and one user."""

    url: str
    admin: str
    key: str = ""
    user: str = ""

    def ask(self, method: str, path: str, body: Any = None, *, key: str = "") -> Any:
        """One request; the error's object when it is refused."""
        headers = {"Authorization": f"Bearer {key or self.key}"}
        sent = None if body is None else json.dumps(body).encode()
        try:
            with urllib.request.urlopen(
                urllib.request.Request(self.url + path, sent, headers, method=method)
            ) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            return json.load(error)


@pytest.fixture
def gateway(tmp_path: Path) -> Iterator[Gateway]:
    # In hexadecimal: a key that begins with a hyphen would be taken for a flag.
    admin = secrets.token_hex(24)
    argv = [SCENEWIRE, "gateway", "--port", "0", "--data", str(tmp_path / "data"), "--admin-key", admin]
    process = subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert process.stdout is not None
        found = re.search(r"ready at (\S+)", process.stdout.readline())
        assert found, "the gateway did not start"
        one = Gateway(found[1], admin)
        made = one.ask("POST", "/api/v1/users", {"name": "anna"}, key=admin)
        one.key, one.user = made["api_key"], made["user"]["id"]
        yield one
    finally:
        process.terminate()
        process.wait(30)


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Chromium]:
    with contextlib.closing(Chromium(tmp_path / "profile")) as one:
        yield one


def enter(browser: Chromium, gateway: Gateway, key: str) -> None:
    browser.open(f"{gateway.url}/")
    browser.type("#key", key)
    press(browser, "#door", "Sign in")
    browser.until("!!document.querySelector('#audit .rows').firstChild")


def press(browser: Chromium, where: str, text: str) -> None:
    """The button with this text in there."""
    buttons = f"[...document.querySelectorAll({json.dumps(where + ' button')})]"
    browser.until(f"{buttons}.some((one) => one.textContent === {json.dumps(text)})")
    browser.click(f"{buttons}.find((one) => one.textContent === {json.dumps(text)})")


def rows(browser: Chromium, of: str) -> str:
    return str(browser.run(f"document.querySelector('#{of} .rows').innerText"))


def test_a_user_signs_in_makes_a_key_and_revokes_it(gateway: Gateway, browser: Chromium) -> None:
    enter(browser, gateway, gateway.key)
    assert browser.run("document.getElementById('health').textContent") == "ready"
    assert browser.run("document.getElementById('users').hidden")

    press(browser, "#keys", "New key")
    browser.type("#dialog [name=label]", "night renders")
    press(browser, "#dialog", "Create")
    secret = browser.until("document.querySelector('#dialog [name=made]')?.value")
    assert gateway.ask("GET", "/api/v1/me", key=secret)["user"] == gateway.user
    press(browser, "#dialog", "I have it")
    browser.until("document.querySelector('#keys .rows').innerText.includes('night renders')")
    assert secret not in browser.run("document.documentElement.outerHTML")

    row = "[...document.querySelectorAll('#keys tbody tr')].find((one) => one.innerText.includes('night renders'))"
    browser.click(f"[...{row}.querySelectorAll('button')].find((one) => one.textContent === 'Revoke')")
    assert gateway.ask("GET", "/api/v1/me", key=secret)["user"] == gateway.user, "nobody has said yes"
    press(browser, "#dialog", "Revoke")
    browser.until(f"{row}.innerText.includes('revoked')")
    assert gateway.ask("GET", "/api/v1/me", key=secret)["error_code"] == "unauthorized"
    assert browser.complaints() == []


def test_an_administrator_suspends_resumes_and_verifies(gateway: Gateway, browser: Chromium) -> None:
    gateway.ask("POST", "/api/v1/instances", {"name": "crate"})
    enter(browser, gateway, gateway.admin)
    browser.until("document.querySelector('#instances .rows').innerText.includes('crate')")
    press(browser, "#users tbody", "Suspend")
    press(browser, "#dialog", "Suspend")
    press(browser, "#users tbody", "Resume")
    browser.until("document.querySelector('#users tbody').innerText.includes('open')")
    assert gateway.ask("GET", "/api/v1/me")["user"] == gateway.user

    browser.type("#audit [name=operation]", "suspend_*")
    press(browser, "#audit", "Search")
    browser.until("document.querySelectorAll('#audit tbody tr').length === 1")
    assert "suspend_user" in rows(browser, "audit")
    press(browser, "#audit", "Verify")
    assert "Intact" in browser.until("document.getElementById('verified').textContent")
    assert browser.complaints() == []


def test_no_text_of_the_api_runs(gateway: Gateway, browser: Chromium) -> None:
    # Names are checked, but what was refused stands in the record as it came.
    refused = gateway.ask("POST", "/api/v1/users", {"name": "<img src=x onerror=attacked=1>"}, key=gateway.admin)
    assert refused["error_code"] == "invalid_params"
    gateway.ask("POST", "/api/v1/instances", {"name": "crate"})
    enter(browser, gateway, gateway.admin)
    assert "onerror" in rows(browser, "audit")

    # And were every text of every answer an attack:
    def attacked(value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return {key: attacked(inside, key) for key, inside in value.items()}
        if isinstance(value, list):
            return [attacked(inside, name) for inside in value]
        return ATTACK if isinstance(value, str) and name not in {"id", "user", "time"} else value

    browser.intercept("*/api/v1/*", lambda text: json.dumps(attacked(json.loads(text))))
    browser.run("refresh(true)")
    for part in ("instances", "keys", "users", "audit"):
        browser.until(f"document.querySelector('#{part} tbody').innerText.includes('onerror')")
    assert browser.run("[...document.querySelectorAll('#inside img, #inside script')].length") == 0
    assert browser.run("window.attacked") is None


def test_only_its_own_script_runs_and_nobody_frames_it(gateway: Gateway, browser: Chromium) -> None:
    browser.open(f"{gateway.url}/")
    # Even a hole in the script is none: a text is no HTML here, and a script without its hash does not run.
    assert (
        browser.run("(() => { try { document.body.innerHTML = '<b>'; } catch (why) { return why.name; } })()")
        == "TypeError"
    )
    browser.run(
        "(() => { const s = document.createElement('script'); try { s.text = 'window.attacked=1'; } catch {} "
        "document.head.append(s); })()"
    )
    assert browser.run("window.attacked") is None
    assert browser.run("fetch('https://example.com/').then(() => 'sent', () => 'stopped')") == "stopped"
    assert browser.run("document.cookie") == ""
    assert browser.run("localStorage.length") == 0


def test_a_revoked_key_is_said_and_forgotten(gateway: Gateway, browser: Chromium) -> None:
    made = gateway.ask("POST", "/api/v1/keys", {"label": "short"})
    enter(browser, gateway, made["api_key"])
    assert browser.run("sessionStorage.length") == 1
    gateway.ask("DELETE", f"/api/v1/keys/{made['key']['id']}")
    browser.until("document.getElementById('trouble')?.innerText.includes('opens nothing any more')")
    assert browser.run("document.getElementById('inside').hidden && sessionStorage.length === 0")


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_is_wider_than_the_window(gateway: Gateway, browser: Chromium, width: int) -> None:
    gateway.ask("POST", "/api/v1/instances", {"name": "w" * 64})
    gateway.ask("POST", "/api/v1/keys", {"label": "k" * 64})
    browser.size(width, 900, phone=width < 700)
    enter(browser, gateway, gateway.key)
    browser.until("document.querySelector('#keys .rows').innerText.includes('kkkk')")
    assert browser.run("document.documentElement.scrollWidth") <= width
