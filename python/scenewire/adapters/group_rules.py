"""What `edit_groups` cannot do without and makes nothing of, the same for every host."""

from __future__ import annotations

from scenewire.adapters.fields import Item
from scenewire.errors import InvalidParamsError

_IDLE = {"add": "target_group_id", "remove": "target_group_id", "nest": "object_ids"}
_NEEDED = {"add": "object_ids", "move": "target_group_id", "nest": "target_group_id"}


def refuse_idle(operation: str, item: Item) -> None:
    """Raises when an item lacks what its operation needs, or has what it makes nothing of."""
    idle, needed = _IDLE.get(operation, ""), _NEEDED.get(operation, "")
    if idle in item:
        raise InvalidParamsError(f"{operation} takes no `{idle}`", {"path": idle, "expected": "nothing"})
    if needed and needed not in item:
        raise InvalidParamsError(f"{operation} needs `{needed}`", {"path": needed, "expected": f"`{needed}`"})


def refuse_same(operation: str, item: Item, same: bool) -> None:
    """Raises when nodes would be moved to no group, or to the one that they are in."""
    if operation == "move" and same:
        raise InvalidParamsError(
            "nodes are moved to another group",
            {"path": "target_group_id", "expected": "another group", "got": item["target_group_id"]},
            ["take them out with `remove`"],
        )
