"""Properties of Unreal's objects that a field stands for. Writing one tells the object, and so the transaction."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.fields import Field

#: What has the property, of an actor.
Owner = Callable[[Any], Any]


def number(owner: Owner, name: str, factor: float = 1.0) -> Field:
    """A number; `factor` makes our number of Unreal's."""
    return Field(
        lambda actor, _job: float(owner(actor).get_editor_property(name)) * factor,
        lambda actor, value: owner(actor).set_editor_property(name, float(value) / factor),
    )


def switch(owner: Owner, name: str) -> Field:
    """A yes or no."""
    return Field(
        lambda actor, _job: bool(owner(actor).get_editor_property(name)),
        lambda actor, value: owner(actor).set_editor_property(name, bool(value)),
    )


def part(owner: Owner, struct: str, name: str) -> Field:
    """A number in a struct, which is written whole."""

    def read(actor: Any, _job: Job) -> float:
        return float(owner(actor).get_editor_property(struct).get_editor_property(name))

    return Field(read, lambda actor, value: put_part(owner(actor), struct, name, float(value)))


def put_part(owner: Any, struct: str, name: str, value: Any) -> None:
    """Writes one field of a struct of an object."""
    whole = owner.get_editor_property(struct)
    whole.set_editor_property(name, value)
    owner.set_editor_property(struct, whole)
