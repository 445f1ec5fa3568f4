"""Custom properties: metadata tags, which Unreal keeps as texts in the package that an object is in, and assets show.

A value is written as JSON, a text as it is unless it would be read as something else.
"""

from __future__ import annotations

import json
from typing import Any

from scenewire.adapters.fields import Field
from scenewire.adapters.unreal import editor
from scenewire.adapters.unreal.undo import UNDO
from scenewire.errors import InvalidParamsError


def _texts(target: Any) -> dict[str, str]:
    found = editor.metadata().get_metadata_tag_values(target)
    return {str(tag): str(value) for tag, value in dict(found).items()}


def read_metadata(target: Any) -> dict[str, Any]:
    """The tags with their values."""
    return {tag: _value(text) for tag, text in _texts(target).items()}


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _text(value: Any) -> str:
    plain = isinstance(value, str) and _value(value) is value
    return value if plain else json.dumps(value, ensure_ascii=False)


def write_metadata(target: Any, given: dict[str, Any]) -> None:
    """The tags become these."""
    for tag in given:
        if not tag.strip() or tag.lower() == "none" or len(tag) > _MOST:
            raise InvalidParamsError(
                f"`{tag}` is no name of Unreal's",
                {"path": f"metadata.{tag}", "got": tag, "expected": f"1 to {_MOST} characters, and not `None`"},
            )
    lower = [tag.lower() for tag in given]
    twice = next((tag for tag in given if lower.count(tag.lower()) > 1), None)
    if twice is not None:
        raise InvalidParamsError(
            f"names of Unreal are the same in upper and lower case: `{twice}` is there twice",
            {"path": f"metadata.{twice}", "got": twice},
        )
    before, after = _texts(target), {tag: _text(value) for tag, value in given.items()}
    if before != after:
        _put(target, after)
        UNDO.beside(lambda: _put(target, before), lambda: _put(target, after))


#: Characters of an `FName`, less one for its end.
_MOST = 1023


def _put(target: Any, wanted: dict[str, str]) -> None:
    keeper = editor.metadata()
    for tag in _texts(target):
        if tag not in wanted:
            keeper.remove_metadata_tag(target, tag)
    for tag, text in wanted.items():
        keeper.set_metadata_tag(target, tag, text)


#: The field of whatever is an object.
METADATA = Field(lambda target, _job: read_metadata(target), write_metadata)
