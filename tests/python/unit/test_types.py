"""What a type checker and `help` see of the typed calls."""

from __future__ import annotations

import re
from typing import Any, get_args

from scenewire._generated import types
from scenewire._generated.operations import AsyncOperations, Operations


def methods(of: type) -> dict[str, Any]:
    return {name: method for name, method in vars(of).items() if not name.startswith("_")}


def test_fields_are_names_of_fields_and_conventions_are_conventions() -> None:
    assert get_args(types.Convention) == ("host", "gltf")
    assert {"id", "name"} <= set(get_args(types.NodeField))
    asked = set()
    for name, method in methods(Operations).items():
        hints = method.__annotations__
        assert hints.get("convention", "t.Convention | None") == "t.Convention | None", name
        (words,) = re.findall(r"t\.(\w+)", hints.get("fields", "")) or [None]
        if words:
            asked.add(words)
            assert not set(get_args(getattr(types, words))) & set(get_args(types.Convention)), name
    assert len(asked) > 30


def test_both_clients_are_described_in_the_same_words() -> None:
    assert len(methods(Operations)) > 150
    waiting, others = methods(Operations), methods(AsyncOperations)
    assert {name: method.__doc__ for name, method in waiting.items()} == {
        name: method.__doc__ for name, method in others.items()
    }
