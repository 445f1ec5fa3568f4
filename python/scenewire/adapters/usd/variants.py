"""Variants of prims, as properties of nodes: `variants` tells every set with its names and the one that is chosen,
`variants.SET` is the chosen name."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.references import nearest
from scenewire.adapters.usd.naming import shown
from scenewire.adapters.usd.undo import forget_lost
from scenewire.errors import InvalidParamsError, NotFoundError

_PATH = "variants"


def is_variant(path: str) -> bool:
    """Whether a property's path is about variants."""
    return path == _PATH or path.startswith(f"{_PATH}.")


def read(prim: Any, path: str) -> Any:
    """The sets of a prim, or what is chosen in one; empty when nothing is."""
    if path != _PATH:
        return str(_set(prim, path).GetVariantSelection())
    sets = prim.GetVariantSets()
    found = {str(name): sets.GetVariantSet(name) for name in sets.GetNames()}
    return {
        name: {"selection": str(one.GetVariantSelection()), "names": [str(other) for other in one.GetVariantNames()]}
        for name, one in found.items()
    }


def choose(prim: Any, path: str, name: Any) -> None:
    """Chooses a variant; an empty name, or null, leaves it to weaker layers. What only another one has is gone then."""
    one = _set(prim, path)
    names = [str(other) for other in one.GetVariantNames()]
    if name in (None, ""):
        one.ClearVariantSelection()
    elif not isinstance(name, str) or name not in names:
        raise InvalidParamsError(
            f"the variant set `{one.GetName()}` of `{shown(prim)}` has no variant {name!r}",
            {"path": "value", "expected": f"one of {', '.join(names)}", "got": name},
            nearest(str(name), names),
        )
    else:
        one.SetVariantSelection(name)
    forget_lost()


def _set(prim: Any, path: str) -> Any:
    sets, name = prim.GetVariantSets(), path.partition(".")[2]
    names = [str(other) for other in sets.GetNames()]
    if name not in names:
        raise NotFoundError(
            f"`{shown(prim)}` has no variant set `{name}`",
            {"path": "property_path", "got": path, "expected": ", ".join(names) or "a prim with variant sets"},
            [f"{_PATH}.{other}" for other in nearest(name, names)],
        )
    return sets.GetVariantSet(name)
