"""Rotations as quaternions and as turns about x, then y, then z."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scenewire.adapters.rotations import euler, from_euler

HALF = math.sqrt(0.5)
PARTS = st.floats(-1, 1, allow_nan=False)


@pytest.mark.parametrize(
    ("turns", "rotation"),
    [
        ([0, 0, 0], [0, 0, 0, 1]),
        ([90, 0, 0], [HALF, 0, 0, HALF]),
        ([0, -90, 0], [0, -HALF, 0, HALF]),
        ([0, 0, 90], [0, 0, HALF, HALF]),
        # x comes first: what looked along y looks along z then, and turns about z no more.
        ([90, 0, 90], [0.5, 0.5, 0.5, 0.5]),
    ],
)
def test_turns_are_the_rotation_that_they_are_about_fixed_axes(turns: list[float], rotation: list[float]) -> None:
    assert from_euler(turns) == pytest.approx(rotation)
    assert euler(rotation) == pytest.approx(turns, abs=1e-6)


@given(st.tuples(PARTS, PARTS, PARTS, PARTS).filter(lambda turn: math.hypot(*turn) > 0.01))
def test_any_rotation_comes_back(turn: tuple[float, ...]) -> None:
    length = math.hypot(*turn)
    back = from_euler(euler(list(turn)))
    # A quaternion and its negative are one rotation.
    same = abs(sum(one * other / length for one, other in zip(turn, back)))
    assert same == pytest.approx(1, abs=1e-9)


def test_upright_all_of_the_rest_is_told_as_a_turn_about_x() -> None:
    assert euler(from_euler([10, 90, 40])) == pytest.approx([-30, 90, 0], abs=1e-6)
