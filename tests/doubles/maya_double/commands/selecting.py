"""`select` and the selection. Source: this command in Autodesk's reference."""

from __future__ import annotations

from .. import names, sets
from ..calls import Call, command
from ..components import Component, Item
from ..scene import scene
from . import arguments

SELECT = "replace add addFirst deselect toggle clear noExpand all allDagObjects allDependencyNodes hierarchy visible"


@command("select", create=SELECT)
def select(call: Call) -> None:
    """Sets, widens or narrows the selection; sets stand for their members, unless they are not expanded."""
    if call.has("clear") or (not call.args and not call.has("all", "allDagObjects", "allDependencyNodes")):
        scene.select(())
        return
    given = everything(call) if not call.args else named(call)
    before = list(scene.selection())
    if call.has("add"):
        scene.select(joined([*(one for one in before if one not in given), *given]))
    elif call.has("addFirst"):
        scene.select(joined([*given, *(one for one in before if one not in given)]))
    elif call.has("deselect"):
        scene.select(without(before, given))
    elif call.has("toggle"):
        fresh = [item for item in given if item not in before]
        scene.select(joined([*without(before, given), *fresh]))
    else:
        scene.select(joined(given))


def named(call: Call) -> list[Item]:
    """What the arguments name; a name that fits nothing is an error."""
    found: list[Item] = []
    for item in arguments.named(call.strings()):
        if item.component is None and item.plug is None and sets.is_set(item.node) and not call.has("noExpand"):
            found += expanded(item)
        else:
            found.append(item)
    if call.has("hierarchy"):
        from .listing import depth_first

        found = [Item(path) for item in found for path in depth_first(item.path)]
    return found


def expanded(item: Item) -> list[Item]:
    """The members of a set, those of the sets in it too."""
    found: list[Item] = []
    for member in sets.members(item.node):
        found += expanded(member) if sets.is_set(member.node) else [member]
    return found


def everything(call: Call) -> list[Item]:
    """All objects of the DAG that stand in the world, and all other nodes where asked for."""
    roots = [Item((node,)) for node in scene.ordered_roots() if not node.facts.get("default")]
    if call.has("allDagObjects") and not call.has("allDependencyNodes"):
        return roots
    others = [Item((node,)) for node in scene.ordered() if not node.dag]
    return others if call.has("allDependencyNodes") and not call.has("all") else [*roots, *others]


def joined(found: list[Item]) -> list[Item]:
    """Items; components of one shape and kind as one."""
    made: dict[tuple[object, str | None], Item] = {}
    for item in found:
        if item.component is None:
            made[(item, None)] = item
            continue
        key = (item.path, item.component.kind)
        before = made.get(key)
        held = before.component.indices if before and before.component else ()
        made[key] = item._replace(
            component=Component(item.component.kind, tuple(dict.fromkeys((*held, *item.component.indices))))
        )
    return list(made.values())


def without(before: list[Item], given: list[Item]) -> list[Item]:
    """Items less others, component by component."""
    found = []
    for item in before:
        if item in given or any(
            other.component is None and other.path == item.path for other in given if item.component is None
        ):
            continue
        if item.component is not None:
            gone = {i for other in given if other.path == item.path and other.component
                    and other.component.kind == item.component.kind for i in other.component.indices}  # fmt: skip
            left = tuple(i for i in item.component.indices if i not in gone)
            if not left:
                continue
            item = item._replace(component=Component(item.component.kind, left))
        found.append(item)
    return found


@command("hide", create="clear returnHidden allObjects")
def hide(call: Call) -> None:
    """Takes objects out of sight."""
    for node in arguments.nodes(call):
        if node.dag:
            scene.write(node.plug("visibility"), False)


@command("showHidden", create="above all below lastHidden allObjects")
def show_hidden(call: Call) -> None:
    """Brings objects back to sight."""
    nodes = (
        [n for n in scene.ordered() if n.isa("transform") and not n.facts.get("default")]
        if call.has("all")
        else arguments.nodes(call)
    )
    for node in nodes:
        if node.dag:
            scene.write(node.plug("visibility"), True)


del names
