"""Custom properties as JSON."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.fields import Field
from scenewire.errors import NotSupportedError

#: Properties that Blender or its add-ons keep among the custom ones.
_NOT_OURS = {"cycles", "cycles_visibility", "_RNA_UI"}


def read_metadata(block: Any) -> dict[str, Any]:
    """The custom properties that JSON can hold; references to data-blocks are left out."""
    found = {}
    for key in block.keys():  # noqa: SIM118 - a data-block has keys() but is no mapping
        if key in _NOT_OURS or _is_setting(block, key):
            continue
        value = _json(block[key])
        if value is not _NOT_JSON:
            found[key] = value
    return found


def _is_setting(block: Any, key: str) -> bool:
    """Whether an add-on registered it: before 5.0 Blender keeps such settings among the custom properties."""
    known = block.bl_rna.properties.get(key)
    return known is not None and bool(known.is_runtime)


def write_metadata(block: Any, given: dict[str, Any]) -> None:
    """The custom properties become these; what JSON cannot hold stays."""
    for key in read_metadata(block):
        if key not in given:
            del block[key]
    for key, value in given.items():
        if value is None:
            raise NotSupportedError(f"Blender has no null for the custom property `{key}`", {"path": f"metadata.{key}"})
        try:
            block[key] = value
        except (TypeError, OverflowError, KeyError) as error:
            raise NotSupportedError(
                f"Blender cannot keep `{key}` as a custom property: {error}", {"path": f"metadata.{key}"}
            ) from error
    # Else drivers go on to read what was there before.
    block.id_data.update_tag()


#: The field of whatever has custom properties itself.
METADATA = Field(lambda block, _job: read_metadata(block), write_metadata)

_NOT_JSON = object()


def _json(value: Any) -> Any:
    if isinstance(value, (bool, int, float, str)):
        return value
    if hasattr(value, "to_dict"):
        return {key: _json(inner) for key, inner in value.items() if _json(inner) is not _NOT_JSON}
    if hasattr(value, "to_list"):
        return value.to_list()
    if isinstance(value, list):
        return [_json(inner) for inner in value if _json(inner) is not _NOT_JSON]
    return _NOT_JSON
