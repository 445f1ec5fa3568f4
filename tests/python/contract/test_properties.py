"""Random valid values of every writable field of every entity: what was written is read back, within single precision.

Few in `make test`, and the same ones each time; many and other ones in `make soak`.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scenewire.errors import SceneWireError

from . import forms, samples
from .catalogue import Field, entities
from .every import ALL, stage_of, word
from .stage import NOT_HERE

#: What a host cannot do is passed over.
pytestmark = pytest.mark.usefixtures("supported")

#: How many values of each form of an entity.
EXAMPLES = int(os.environ.get("SCENEWIRE_TEST_EXAMPLES", "12"))
#: Beyond these a field says nothing more of hosts than within them, and single precision ends.
LARGE = 1e5
PROFILE = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    derandomize=EXAMPLES < 100,
    suppress_health_check=list(HealthCheck),
)

#: Whose values must fit others (`samples.py`), or what else of the scene there is.
BOUND = {plural: set(fields) for plural, fields in samples.SAMPLES.items()}

letters = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"))
#: 63 bytes are what the oldest hosts keep of a name.
names = st.text(letters, min_size=1, max_size=40).filter(lambda name: name.strip() == name and len(name.encode()) <= 60)


def numbers(least: float, greatest: float) -> st.SearchStrategy[float]:
    """Numbers in single precision within bounds; none that a host takes for zero."""
    low, high = max(least, -LARGE), min(greatest, LARGE)
    plain = st.floats(low, high, allow_nan=False, allow_subnormal=False)
    return plain.filter(lambda number: number == 0 or abs(number) > 1e-4)


def rows(width: int, number: st.SearchStrategy[float]) -> st.SearchStrategy[list[float]]:
    return st.lists(number, min_size=width, max_size=width)


def unit(row: list[float]) -> bool:
    """Whether a quaternion is long enough to be a rotation."""
    return sum(part * part for part in row) > 0.01


BY_KIND: dict[str, st.SearchStrategy[Any]] = {
    "bool": st.booleans(),
    "text": st.text(letters, max_size=30),
    # Not so far out that single precision loses what lies beside it: a joint keeps its length as two places.
    "point": rows(3, numbers(-50, 50)),
    "vector": rows(3, numbers(-1e2, 1e2)),
    "vector2": rows(2, numbers(-1e2, 1e2)),
    "scale": rows(3, numbers(0.01, 100)),
    "color": st.tuples(*[numbers(0, 1)] * 3).map(lambda row: [*row, 1.0]),
    "quaternion": rows(4, numbers(-1, 1)).filter(unit),
    "ratio": numbers(0, 1),
    "map": st.dictionaries(
        st.text("abcdefghij_", min_size=1, max_size=12),
        st.one_of(
            st.booleans(),
            st.integers(-(2**31), 2**31 - 1),
            numbers(-1e4, 1e4),
            st.text(letters, max_size=20),
            st.lists(st.integers(0, 9), min_size=1, max_size=4),
        ),
        max_size=4,
    ),
}


def strategy(field: Field, lacks: Collection[str] = ()) -> st.SearchStrategy[Any] | None:
    """The values of a field; None for a kind whose values only its entity knows. `lacks` is what the host has not."""
    if field.name == "name":
        return names
    if field.words:
        words = [word for word in field.words if f"{field.name}={word}" not in lacks]
        return st.sampled_from(words) if words else None
    if field.type == "int":
        return st.integers(max(int(max(field.least, -100)), -100), int(min(field.greatest, 100)))
    if field.type in ("float", "length", "angle", "time"):
        return numbers(field.least, field.greatest)
    return BY_KIND.get(field.type)


def normalised(field: Field, value: Any) -> Any:
    """A rotation as hosts give it back."""
    if field.type != "quaternion":
        return value
    length = sum(part * part for part in value) ** 0.5
    return [part / length for part in value]


def free(plural: str, form: str) -> list[Field]:
    """The fields that may have any value of their kind, whatever the others have."""
    bound = {*forms.FORMS.get(plural, {}).get(form, ()), *BOUND.get(plural, ())}
    fields = entities()[plural].writable.values()
    return [field for field in fields if not field.once and field.name not in bound and strategy(field) is not None]


#: Of the others every field depends on others.
FREE = [(plural, form) for plural, form in ALL if free(plural, form)]


@pytest.mark.parametrize(("plural", "form"), FREE, ids=map(word, FREE))
def test_random_values_round_trip(call: Any, plural: str, form: str) -> None:
    stage = stage_of(call, plural, form)
    reference = stage.create()["id"]
    possible = {
        field.name: values
        for field in free(plural, form)
        if field.name in stage.writable and field.name not in stage.refused
        if (values := strategy(field, stage.lacks)) is not None
    }
    if not possible:
        pytest.skip("what this host takes of it depends on others")

    @PROFILE
    @given(st.sampled_from(sorted(possible)).flatmap(lambda name: st.tuples(st.just(name), possible[name])))
    def check(drawn: tuple[str, Any]) -> None:
        name, value = drawn
        try:
            call(f"update_{plural}", items=[{"ids": [reference], name: value}])
        except SceneWireError as error:
            # This form does not have it, or the host's own bounds are narrower than the catalogue's and it says so.
            if error.error_code in NOT_HERE and stage.blamed(error) == name:
                return
            raise
        wanted = {name: normalised(stage.entity.fields[name], value)}
        assert stage.differences(stage.read(reference), wanted) == {}

    check()
