"""The node types that the double models, with their attributes.

Sources: Autodesk's node reference (Maya Tech Docs, Nodes), page by page; the hierarchy is that of the published tables.
A type that the tables have and this package has not is answered `NotModelled`.
"""

from __future__ import annotations

import functools

from maya_double import faults, tables
from maya_double.attributes import Attribute, parse

from . import animating, arnold, base, curves, deforming, objects, polygons, scenery, shading

_TEXTS: dict[str, str] = {}
for _module in (base, objects, polygons, curves, shading, animating, deforming, scenery, arnold):
    _TEXTS.update(_module.TYPES)
#: Node types that only others derive from.
ABSTRACT = base.ABSTRACT | polygons.ABSTRACT


def modelled(kind: str) -> bool:
    """Whether nodes of this type can be made."""
    return kind in _TEXTS and kind not in ABSTRACT and kind in tables.ancestors()


def check(kind: str) -> None:
    """Refuses a type that Maya has not, or that the double has not."""
    if kind not in tables.ancestors():
        faults.refuse(
            faults.UnknownCall,
            f"the published tables have no node type {kind!r}",
            RuntimeError(f"Unknown object type: {kind}"),
        )
    if not modelled(kind):
        raise faults.NotModelled(f"node type {kind!r}")


@functools.cache
def attributes(kind: str) -> dict[str, Attribute]:
    """The attributes of a type by their long names, the inherited ones first."""
    found: dict[str, Attribute] = {}
    for name in (*reversed(tables.ancestors().get(kind, ())), kind):
        found.update(parse(_TEXTS.get(name, "")))
    return found


@functools.cache
def short_names(kind: str) -> dict[str, str]:
    """Short name -> long name of the attributes of a type."""
    return {spec.short: name for name, spec in attributes(kind).items()}


@functools.cache
def derives(kind: str, ancestor: str) -> bool:
    """Whether a type is another one, or derives from it."""
    return kind == ancestor or ancestor in tables.ancestors().get(kind, ())


@functools.cache
def below(ancestor: str) -> frozenset[str]:
    """A type and all that derive from it."""
    return frozenset((ancestor, *tables.descendants(ancestor)))


def register(kind: str, above: str) -> None:
    """A type that a plug-in brings."""
    tables.ancestors()[kind] = (above, *tables.ancestors()[above])
    _forget()


def deregister(kind: str) -> None:
    """It goes with its plug-in."""
    del tables.ancestors()[kind]
    _forget()


def _forget() -> None:
    for known in (tables.descendants, attributes, short_names, derives, below):
        known.cache_clear()
