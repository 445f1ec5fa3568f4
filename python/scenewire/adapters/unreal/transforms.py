"""Transforms of actors: those of their root components, local to what they are attached to."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.unreal import turns
from scenewire.adapters.unreal.turns import Row
from scenewire.errors import HandlerError

Parts = dict[str, Row]


def root(actor: Any) -> Any:
    """The component that an actor stands on. Raises for an actor that has none, and so no place."""
    found = actor.get_editor_property("root_component")
    if found is None:
        raise HandlerError(
            f"the actor `{actor.get_actor_label()}` has no root component, and so no place in the level",
            {"actor": actor.get_path_name()},
            ["give it a root component in the editor"],
        )
    return found


def aims(actor: Any) -> bool:
    """Whether it is a camera or a light, which look along an axis of their own."""
    import unreal

    return isinstance(actor, (unreal.CameraActor, unreal.Light))


def _frame(actor: Any) -> Row:
    return turns.AIMED if actor is not None and aims(actor) else turns.NONE


def _vector(one: Any) -> Row:
    return [float(one.get_editor_property(axis)) for axis in "xyz"]


def _read(transform: Any) -> tuple[Row, Row, Row]:
    turn = transform.get_editor_property("rotation")
    return (
        _vector(transform.get_editor_property("translation")),
        [float(turn.get_editor_property(part)) for part in "xyzw"],
        _vector(transform.get_editor_property("scale3d")),
    )


def _in_api(transform: Any, own: Row, outer: Row) -> Parts:
    """A transform of Unreal's between the API's frames of an actor and of what it is in."""
    place, turn, scale = _read(transform)
    return {
        "position": turns.turned(turns.back(outer), place) if outer is not turns.NONE else place,
        "rotation": turns.unit(turns.times(turns.times(own, turn), turns.back(outer))),
        "scale": [scale[1], scale[2], scale[0]] if own is turns.AIMED else scale,
    }


def _in_unreal(parts: Parts, own: Row, outer: Row) -> Any:
    import unreal

    place, scale = parts["position"], parts["scale"]
    place = turns.turned(outer, place) if outer is not turns.NONE else place
    turn = turns.unit(turns.times(turns.times(turns.back(own), turns.unit(parts["rotation"])), outer))
    made = unreal.Transform()
    made.set_editor_property("translation", unreal.Vector(*place))
    made.set_editor_property("rotation", unreal.Quat(*turn))
    made.set_editor_property(
        "scale3d", unreal.Vector(*([scale[2], scale[0], scale[1]] if own is turns.AIMED else scale))
    )
    return made


def local(actor: Any) -> Parts:
    """Position, rotation and scale, local to its parent."""
    return _in_api(root(actor).get_relative_transform(), _frame(actor), _frame(actor.get_attach_parent_actor()))


def world(actor: Any) -> Parts:
    """The same in the world."""
    return _in_api(root(actor).get_world_transform(), _frame(actor), turns.NONE)


def put_local(actor: Any, parts: Parts) -> None:
    """Writes all three, as one edit of the actor."""
    edited(actor)
    wanted = _in_unreal(parts, _frame(actor), _frame(actor.get_attach_parent_actor()))
    root(actor).set_relative_transform(wanted, False, False)


def put_world(actor: Any, parts: Parts) -> None:
    """Writes where it is in the world."""
    edited(actor)
    actor.set_actor_transform(_in_unreal(parts, _frame(actor), turns.NONE), False, False)


def edited(actor: Any) -> None:
    """Says that an actor and what it stands on will change, so that it is in the transaction."""
    actor.modify()
    root(actor).modify()


def matrix_world(actor: Any) -> Row:
    """What takes a point of it into the world, row by row, acting on columns."""
    parts = world(actor)
    axes = turns.columns(parts["rotation"])
    rows = [
        [*(axes[column][row] * parts["scale"][column] for column in range(3)), parts["position"][row]]
        for row in range(3)
    ]
    return [*(number for row in rows for number in row), 0.0, 0.0, 0.0, 1.0]
