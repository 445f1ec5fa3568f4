"""Nodes: the actors of the open level, as the Outliner lists them. What artists attach to an actor is its child."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.references import kept_whole, nearest, the_only
from scenewire.adapters.unreal import editor, transforms, turns
from scenewire.adapters.unreal.identity import IDENTITY, missing, parsed
from scenewire.adapters.unreal.lacks import lacks_of
from scenewire.adapters.unreal.metadata import METADATA
from scenewire.errors import ConflictError, HandlerError, InvalidParamsError

#: Bytes of a name: other hosts keep no more.
_MOST = 255


def guid(actor: Any) -> str:
    """What Unreal knows an actor by, 32 digits."""
    return str(actor.get_editor_property("actor_guid").to_string()).upper()


def node_id(actor: Any) -> str:
    """The id of an actor."""
    key = guid(actor)
    IDENTITY.place(key)
    return f"node_{key}"


def name_of(actor: Any) -> str:
    """Its label, which artists see."""
    return str(actor.get_actor_label())


def every() -> list[Any]:
    """All actors of the level that the Outliner lists."""
    return list(editor.actors().get_all_level_actors())


def node_type(actor: Any) -> str:
    """`mesh`, `camera`, `light`, `empty` or `other`."""
    import unreal

    if isinstance(actor, unreal.CameraActor):
        return "camera"
    if isinstance(actor, unreal.Light):
        return "light"
    if isinstance(actor, unreal.StaticMeshActor):
        return "mesh"
    return "empty" if actor.get_class() == unreal.Actor.static_class() else "other"


def find_node(reference: str) -> Any:
    """The actor of an id or of a unique label."""
    there = every()
    key = parsed("node", reference)
    known = [actor for actor in there if guid(actor) == key] if key else []
    if known:
        return known[0]
    found = [actor for actor in there if name_of(actor) == reference]
    if not found:
        raise missing("node", reference, nearest(reference, map(name_of, there)))
    return the_only("node", reference, found, lambda one: {"id": node_id(one), "name": name_of(one)}, tuple)


def find_typed(reference: str, kind: str) -> Any:
    """The same, when it is of this type."""
    found = find_node(reference)
    now = node_type(found)
    if now != kind:
        raise InvalidParamsError(
            f"`{name_of(found)}` is not a {kind}, it is of type {now}", {"id": reference, "type": now}
        )
    return found


def parent_of(actor: Any) -> Any:
    """The actor that one is attached to, or None."""
    return actor.get_attach_parent_actor()


def children_of(actor: Any) -> list[Any]:
    """The actors attached to one; of none, those that are attached to nothing."""
    if actor is None:
        return [one for one in every() if parent_of(one) is None]
    return list(actor.get_attached_actors())


def below(actor: Any) -> list[Any]:
    """All below one, parents before children."""
    return [deeper for child in children_of(actor) for deeper in (child, *below(child))]


def all_nodes(kind: str | None, parent: str | None) -> Iterable[Any]:
    """All of a type, or of the children of one."""
    found = every() if parent is None else children_of(find_node(parent))
    return [actor for actor in found if kind is None or node_type(actor) == kind]


def spawn(item: Item, kind: Any, name: str) -> Any:
    """A new actor of a class. It can move: what is static follows nothing that moves, and so could have no parent."""
    import unreal

    wanted = checked_name(item.pop("name", None) or name)
    parent = item.get("parent_id")
    above = find_node(parent) if parent else None
    chosen = list(editor.actors().get_selected_level_actors())
    made = editor.actors().spawn_actor_from_class(kind, unreal.Vector(0, 0, 0), unreal.Rotator(0, 0, 0))
    if made is None:
        raise HandlerError(f"Unreal made no actor of the class {kind.__name__}: its log says why")
    # The editor selects what is placed; an agent's work is not the artist's selection.
    editor.actors().set_selected_level_actors(chosen)
    # Of a camera or light no rotation is one that looks along the API's -Z, and not along Unreal's +X.
    item.setdefault("rotation", turns.NONE)
    transforms.root(made).set_editor_property("mobility", unreal.ComponentMobility.MOVABLE)
    made.set_actor_label(wanted)
    if above is not None:
        del item["parent_id"]
        attach(made, above, unreal.AttachmentRule.KEEP_RELATIVE)
    return made


def checked_name(name: str) -> str:
    """The name as a label. Raises for one that is empty or too long."""
    return kept_whole(name, _MOST, "other hosts keep").strip()


def _set_name(actor: Any, name: str) -> None:
    wanted = checked_name(name)
    if name_of(actor) != wanted:
        actor.modify()
        actor.set_actor_label(wanted)


def set_parent(actor: Any, reference: str | None) -> None:
    """Attaches it to another actor, or to nothing; it stays where it is in the world."""
    import unreal

    now, parent = parent_of(actor), find_node(reference) if reference else None
    if now == parent:
        return
    if parent is not None and (parent == actor or parent in below(actor)):
        raise InvalidParamsError(f"`{name_of(actor)}` cannot be below itself", {"path": "parent_id"})
    if parent is None:
        transforms.edited(actor)
        rule = unreal.DetachmentRule.KEEP_WORLD
        actor.detach_from_actor(rule, rule, rule)
        return
    attach(actor, parent, unreal.AttachmentRule.KEEP_WORLD)


def attach(actor: Any, parent: Any, rule: Any) -> None:
    """Attaches one actor to another one. Raises `conflict` when Unreal refuses."""
    transforms.edited(actor)
    transforms.edited(parent)
    if not actor.attach_to_actor(parent, "None", rule, rule, rule, False):
        raise ConflictError(
            f"Unreal does not attach `{name_of(actor)}` to `{name_of(parent)}`: what is static follows nothing that "
            "moves",
            {"path": "parent_id"},
            [f"set the mobility of `{name_of(actor)}` to Movable"],
        )


def remove_nodes(targets: list[Any]) -> list[str]:
    """Deletes actors. What is attached to them stays where it is in the world, one level up."""
    ids = [node_id(actor) for actor in targets]
    for actor in targets:
        above = parent_of(actor)
        for child in children_of(actor):
            if child not in targets:
                set_parent(child, node_id(above) if above is not None else None)
        if not editor.actors().destroy_actor(actor):
            raise ConflictError(f"Unreal does not delete `{name_of(actor)}`", {"actor": actor.get_path_name()})
    return ids


def _set_part(part: str) -> Field:
    def write(actor: Any, value: list[float]) -> None:
        parts = transforms.local(actor)
        transforms.put_local(actor, {**parts, part: [float(number) for number in value]})

    return Field(lambda actor, _job: transforms.local(actor)[part], write)


def bounds(actor: Any, _job: Any = None) -> dict[str, list[float]]:
    """Box in the world around its own geometry; a point for what has none."""
    if node_type(actor) == "mesh":
        origin, extent = actor.get_actor_bounds(False)
        middle, half = ([float(one.get_editor_property(axis)) for axis in "xyz"] for one in (origin, extent))
        if any(half):
            return {
                "min": [a - b for a, b in zip(middle, half)],
                "max": [a + b for a, b in zip(middle, half)],
            }
    place = transforms.world(actor)["position"]
    return {"min": place, "max": list(place)}


def _visible(actor: Any, _job: Job) -> bool:
    return bool(transforms.root(actor).get_editor_property("visible"))


def _set_visible(actor: Any, visible: bool) -> None:
    """Of all components of the actor, whose own switches are the artist's; what is attached to it has its own."""
    for component in actor.get_components_by_class(_scene_component()):
        component.set_editor_property("visible", visible)


def _scene_component() -> Any:
    import unreal

    return unreal.SceneComponent


#: In the order of writing: the parent before what is local to it.
NODE_FIELDS: dict[str, Field] = {
    "id": Field(lambda actor, _job: node_id(actor)),
    "name": Field(lambda actor, _job: name_of(actor), _set_name),
    "type": Field(lambda actor, _job: node_type(actor)),
    "parent_id": Field(
        lambda actor, _job: node_id(above) if (above := parent_of(actor)) is not None else None, set_parent
    ),
    "position": _set_part("position"),
    "rotation": _set_part("rotation"),
    "scale": _set_part("scale"),
    "child_ids": Field(lambda actor, _job: [node_id(child) for child in children_of(actor)]),
    "visible": Field(_visible, _set_visible),
    **lacks_of("nodes"),
    "metadata": METADATA,
    "bounds": Field(bounds),
    "matrix_world": Field(lambda actor, _job: transforms.matrix_world(actor)),
}


def places(targets: list[Any]) -> list[int]:
    """Where targets stand in a list."""
    return [IDENTITY.place(guid(actor)) for actor in targets]


def guard(_targets: list[Any]) -> None:
    """What cannot be written at all is refused when the transaction opens."""


def settle() -> None:
    """Unreal computes transforms when they are written: nothing has to be brought up to date."""


def _make(item: Item) -> Any:
    import unreal

    return spawn(item, unreal.Actor, "Node")


def node_entity(plural: str, kind: str | None, fields: dict[str, Field], make: Any, **others: Any) -> Entity:
    """An entity whose targets are actors of one type, or all."""
    return Entity(
        plural=plural,
        fields=fields,
        make=make,
        find=find_node if kind is None else lambda reference: find_typed(reference, kind),
        all=functools.partial(all_nodes, kind),
        remove=remove_nodes,
        guard=guard,
        settle=settle,
        places=places,
        **others,
    )


NODES = node_entity("nodes", None, NODE_FIELDS, _make)
