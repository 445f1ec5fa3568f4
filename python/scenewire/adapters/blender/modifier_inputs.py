"""What a node gives to the inputs of its geometry nodes. From 5.2 on they are properties that Blender describes; before
they are custom properties of the modifier, called as the socket and then `_use_attribute` and `_attribute_name`, and
nobody but this looks whether what is written there is of the socket's type."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender import rna
from scenewire.adapters.blender.group_sockets import GroupSocket
from scenewire.errors import InvalidParamsError


class Input:
    """An input of the group of a modifier, as one node has it."""

    def __init__(self, modifier: Any, socket: GroupSocket) -> None:
        self._modifier, self._socket = modifier, socket
        self._key = str(socket.it.identifier)
        self._described = hasattr(modifier, "properties")

    def has_value(self) -> bool:
        """Whether the node gives it a value at all: it gives none to a geometry."""
        if self._described:
            given = getattr(self._modifier.properties.inputs, self._key, None)
            return given is not None and "value" in given.bl_rna.properties
        return self._key in self._modifier

    def takes_attribute(self) -> bool:
        """Whether an attribute of the geometry may stand in place of the value."""
        if self._described:
            return "ATTRIBUTE" in [item.identifier for item in self._given.bl_rna.properties["type"].enum_items]
        return f"{self._key}_attribute_name" in self._modifier

    @property
    def _given(self) -> Any:
        return getattr(self._modifier.properties.inputs, self._key)

    def value(self) -> Any:
        """As JSON."""
        if self._described:
            return rna.told(self._given, "value")
        value = self._modifier[self._key]
        described = self._socket.it.bl_rna.properties.get("default_value")
        if described is not None and described.type == "ENUM":
            return self._words().get(value)
        if described is not None and described.type == "BOOLEAN":
            return bool(value)
        if hasattr(value, "to_list"):
            return value.to_list()
        return rna.pointed(value) if hasattr(value, "bl_rna") else value

    def attribute(self) -> str | None:
        """The attribute that stands in place of the value."""
        if not self.takes_attribute():
            return None
        if self._described:
            return self._given.attribute_name if self._given.type == "ATTRIBUTE" else None
        return self._modifier[f"{self._key}_attribute_name"] if self._modifier[f"{self._key}_use_attribute"] else None

    def set_value(self, value: Any, path: str) -> None:
        """Gives it a value, in place of an attribute too."""
        self._refuse_beyond(value, path)
        if self._described:
            rna.assign(self._given, "value", value, path)
            self._given.type = "VALUE"
            return
        self._modifier[self._key] = self._kept(value, path)
        if self.takes_attribute():
            self._use(False)

    def _use(self, used: bool) -> None:
        key = f"{self._key}_use_attribute"
        self._modifier[key] = type(self._modifier[key])(used)

    def set_attribute(self, name: str, path: str) -> None:
        """Lets an attribute of the geometry stand in place of the value."""
        if not self.takes_attribute():
            raise InvalidParamsError(
                f"the input `{self._socket.it.name}` takes no attribute: it is a {self._socket.type}",
                {"path": path, "expected": "a value", "got": name},
            )
        if self._described:
            self._given.type, self._given.attribute_name = "ATTRIBUTE", name
            return
        self._modifier[f"{self._key}_attribute_name"] = name
        self._use(True)

    def _refuse_beyond(self, value: Any, path: str) -> None:
        """The group's own limits, which the artist's slider keeps and Python would not."""
        least, most = (getattr(self._socket.it, name, None) for name in ("min_value", "max_value"))
        for part in value if isinstance(value, list) else [value]:
            number = isinstance(part, (int, float)) and not isinstance(part, bool)
            if number and least is not None and not least <= part <= most:
                raise InvalidParamsError(
                    f"`{self._socket.it.name}` lies between {least:g} and {most:g}, and {part!r} does not",
                    {"path": path, "expected": f"from {least:g} to {most:g}", "got": value},
                )

    def _kept(self, value: Any, path: str) -> Any:
        """The value as the custom property holds it: of another type it would count for nothing."""
        described = self._socket.it.bl_rna.properties["default_value"]
        if described.type == "POINTER":
            reference = (value.get("id") or value.get("name")) if isinstance(value, dict) else value
            return None if reference is None else rna.found(described.fixed_type.identifier, str(reference), path)
        if described.type == "ENUM":
            return self._number(value, path)
        kept = rna.checked(described, value, path)
        if described.type == "FLOAT":
            return [float(part) for part in kept] if isinstance(kept, list) else float(kept)
        return type(self._modifier[self._key])(kept) if described.type == "BOOLEAN" else kept

    def _words(self) -> dict[int, str]:
        """The choices of a menu by their numbers."""
        items = self._modifier.id_properties_ui(self._key).as_dict().get("items", ())
        return {number: word for _, word, _, _, number in items if word}

    def _number(self, value: Any, path: str) -> int:
        words = self._words()
        found = [number for number, word in words.items() if word == value]
        if not found:
            raise InvalidParamsError(
                f"`{self._socket.it.name}` has no choice {value!r}",
                {"path": path, "expected": f"one of {', '.join(words.values())}", "got": value},
            )
        return found[0]


def output_attribute(modifier: Any, socket: GroupSocket) -> str | None:
    """The attribute that an output is kept as; None for one that cannot be kept."""
    key = str(socket.it.identifier)
    if hasattr(modifier, "properties"):
        given = getattr(modifier.properties.outputs, key, None)
        return None if given is None else str(given.attribute_name)
    kept: str | None = modifier.get(f"{key}_attribute_name")
    return kept


def keep_output(modifier: Any, socket: GroupSocket, name: str) -> None:
    """Keeps an output that can be kept as an attribute of this name; as none when it is empty."""
    key = str(socket.it.identifier)
    if hasattr(modifier, "properties"):
        getattr(modifier.properties.outputs, key).attribute_name = name
    else:
        modifier[f"{key}_attribute_name"] = name
