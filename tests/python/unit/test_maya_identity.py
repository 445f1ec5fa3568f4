"""What the Maya adapter remembers of nodes: their order and parts, and of what is gone not more and more."""

from __future__ import annotations

import uuid

from scenewire.adapters.maya.identity import Identity


def fresh() -> str:
    return str(uuid.uuid4()).upper()


def test_what_is_gone_is_forgotten_and_what_is_there_keeps_place_and_parts() -> None:
    there = [fresh() for _ in range(40)]
    identity = Identity(lambda: there)
    places = [identity.place(one) for one in there]
    part = identity.part(there[0], "uv0")
    gone = [fresh() for _ in range(5000)]
    parts = [identity.part(one, "uv0") for one in gone if identity.place(one) >= 0]
    known = [one for one in gone if identity.knows(one)]
    assert 0 < len(known) < 1000
    assert known == gone[-len(known) :], "the last ones, which an undo may bring back"
    assert [identity.place(one) for one in there] == places
    assert identity.part(there[0], "uv0") == part
    assert identity.wheres(gone[0], parts[0]) == []
    assert identity.new_part(there[1], "uv1") > max(parts), "no number is given twice"


def test_a_scene_of_more_nodes_than_that_is_remembered_whole() -> None:
    there = [fresh() for _ in range(3000)]
    identity = Identity(lambda: there)
    assert [identity.place(one) for one in there] == list(range(3000))
    assert all(identity.knows(one) for one in there)


def test_another_scene_begins_anew() -> None:
    identity = Identity(list)
    first = fresh()
    identity.place(fresh())
    identity.place(first)
    identity.new_scene()
    assert not identity.knows(first)
    assert identity.place(first) == 0
