"""Two hosts in one home, so that a client finds both."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import conftest
import pytest
import studio

#: The one whose operations `Pair.call` calls.
SOURCE = "crate"


class Pair:
    """The two, by their names."""

    def __init__(self, home: Path, clients: dict[str, Any]) -> None:
        self.home = home
        self.clients = clients

    def python(self, name: str, code: str) -> Any:
        """The value of the last expression, in one of them."""
        return self.clients[name].call("execute_python", {"code": code}).value["value"]

    def call(self, operation: str, **arguments: Any) -> Any:
        """An operation of the source."""
        return self.clients[SOURCE].call(operation, arguments, timeout=120).value


def blenders() -> list[dict[str, Any]]:
    """Two of different versions that start alone, where there are two, else one twice."""
    alone = [spec for spec in conftest.specs() if not spec["window"] and not spec["root"] and "--name" in spec["argv"]]
    found = [spec for spec in alone if conftest.app_of(spec) == "blender"]
    return [*found, *found][:2]


@contextlib.contextmanager
def started(home: Path, specs: Mapping[str, dict[str, Any]]) -> Iterator[Pair]:
    """Hosts of these names, and a client of each."""
    import scenewire

    hosts, clients = [], {}
    try:
        for name, spec in specs.items():
            argv = [*spec["argv"]]
            argv[argv.index("--name") + 1] = name
            hosts.append(conftest.launch({**spec, "argv": argv}, home))
            studio.until(functools.partial(_there, home, len(hosts)), f"{name} did not come up")
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SCENEWIRE_HOME", str(home))
            clients = {name: scenewire.connect(name) for name in specs}
            yield Pair(home, clients)
    finally:
        for client in clients.values():
            client.close()
        for host in hosts:
            conftest.stop(host)


def _there(home: Path, count: int) -> bool:
    """Whether so many hosts can be found."""
    return len(list((home / "run").glob("*.json"))) == count


def near(value: Any, other: Any, path: str = "") -> None:
    """Numbers within 1e-5, everything else the same."""
    if isinstance(value, dict):
        assert sorted(value) == sorted(other), path
        for key in value:
            near(value[key], other[key], f"{path}.{key}")
    elif isinstance(value, list):
        assert len(value) == len(other), path
        for number, one in enumerate(value):
            near(one, other[number], f"{path}[{number}]")
    elif isinstance(value, float):
        assert value == pytest.approx(other, rel=1e-5, abs=1e-5), path
    else:
        assert value == other, path
