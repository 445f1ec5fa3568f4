"""The commands, one module for each domain; importing this package registers them all."""

from . import (
    attribute_specs,
    connections,
    editing,
    grouping,
    hierarchy,
    listing,
    moving,
    primitives,
    selecting,
    settings,
    shading,
    transforming,
    undoing,
    values,
)

__all__ = [
    "attribute_specs", "connections", "editing", "grouping", "hierarchy", "listing", "moving", "primitives",
    "selecting", "settings", "shading", "transforming", "undoing", "values",
]  # fmt: skip
