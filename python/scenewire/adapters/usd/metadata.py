"""Custom properties: a prim's custom data, which USD has for what users and pipelines keep on it."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.fields import Field
from scenewire.errors import NotSupportedError


def read_metadata(prim: Any) -> dict[str, Any]:
    """What JSON can hold of it. What the schema itself says there (its documentation) is none of the user's."""
    found: dict[str, Any] = {}
    for spec in reversed(prim.GetPrimStack()):
        found.update(spec.customData)
    return {key: plain(value) for key, value in found.items()}


def write_metadata(thing: Any, given: dict[str, Any]) -> None:
    """The custom data of a prim or an attribute becomes this."""
    for key, value in given.items():
        if value is None:
            raise NotSupportedError(f"USD's custom data has no null (`{key}`)", {"path": f"metadata.{key}"})
    try:
        told = {key: typed(value) for key, value in given.items()}
        thing.ClearCustomData()
        if told:
            thing.SetCustomData(told)
    except Exception as error:
        raise NotSupportedError(
            f"USD's custom data cannot keep this: {str(error).strip().splitlines()[-1]}", {"path": "metadata"}
        ) from error


def typed(value: Any) -> Any:
    """A list as the array that USD keeps; all else as it is."""
    from pxr import Vt

    if isinstance(value, dict):
        return {key: typed(inner) for key, inner in value.items()}
    if not isinstance(value, list):
        return value
    if all(isinstance(one, bool) for one in value):
        return Vt.BoolArray(value)
    if all(isinstance(one, int) for one in value):
        return Vt.IntArray(value)
    if all(isinstance(one, (int, float)) for one in value):
        return Vt.DoubleArray([float(one) for one in value])
    if all(isinstance(one, str) for one in value):
        return Vt.StringArray(value)
    raise TypeError("a list in custom data has numbers alone, or texts alone")


def plain(value: Any) -> Any:
    """A value as JSON has it; what JSON has not as USD writes it."""
    if isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    try:
        return [plain(inner) for inner in value]
    except TypeError:
        return str(value)


def _of_attribute(target: Any, _job: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for spec in reversed(target.attribute.GetPropertyStack()):
        found.update(spec.customData)
    return {key: plain(value) for key, value in found.items()}


#: The field of what is an attribute.
METADATA_OF_ATTRIBUTES = Field(_of_attribute, lambda target, given: write_metadata(target.attribute, given))

#: The field of whatever is a prim.
METADATA = Field(
    lambda target, _job: read_metadata(target.prim), lambda target, given: write_metadata(target.prim, given)
)
