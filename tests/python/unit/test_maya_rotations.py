"""The Maya adapter's arithmetic, against matrices written out by hand: turns in every order, there and back."""

from __future__ import annotations

import math

import pytest
from scenewire.adapters.maya import matrices, rotations

ANGLES = [[0.0, 0.0, 0.0], [30.0, -40.0, 75.0], [170.0, 20.0, -120.0], [-5.0, 89.0, 12.0], [10.0, -20.0, 179.0]]
#: On a pole of each order one of the turns says nothing, and the rotation is the same.
POLES = [[30.0, 90.0, 40.0], [90.0, 20.0, 30.0], [15.0, 35.0, -90.0]]


def about(axis: int, angle: float) -> list[list[float]]:
    """The matrix of one turn, acting on columns."""
    c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    rows = [[float(i == j) for j in range(3)] for i in range(3)]
    j, k = (axis + 1) % 3, (axis + 2) % 3
    rows[j][j], rows[j][k], rows[k][j], rows[k][k] = c, -s, s, c
    return rows


def product(a: list[list[float]], b: list[list[float]]) -> list[list[float]]:
    return [[sum(a[i][k] * b[k][j] for k in range(3)) for j in range(3)] for i in range(3)]


def by_hand(angles: list[float], order: str) -> list[list[float]]:
    """The first letter turns first."""
    whole = [[float(i == j) for j in range(3)] for i in range(3)]
    for letter in order:
        axis = "xyz".index(letter)
        whole = product(about(axis, angles[axis]), whole)
    return whole


def close(a: list[list[float]], b: list[list[float]]) -> bool:
    return all(abs(x - y) < 1e-9 for one, other in zip(a, b) for x, y in zip(one, other))


@pytest.mark.parametrize("order", rotations.ORDERS)
@pytest.mark.parametrize("angles", ANGLES + POLES)
def test_turns_in_any_order_are_the_rotation_that_matrices_make(order: str, angles: list[float]) -> None:
    turn = rotations.of_angles(angles, order)
    assert close(rotations.rows_of(turn), by_hand(angles, order))
    back = rotations.of_angles(rotations.to_angles(turn, order), order)
    assert close(rotations.rows_of(back), by_hand(angles, order))
    assert close(rotations.rows_of(rotations.of_rows(rotations.rows_of(turn))), by_hand(angles, order))


def test_turns_come_back_as_they_were_given_where_they_are_unique() -> None:
    for order in rotations.ORDERS:
        given = [10.0, 20.0, -30.0]
        assert rotations.to_angles(rotations.of_angles(given, order), order) == pytest.approx(given)


def test_one_rotation_and_then_another() -> None:
    first, then = rotations.of_angles([90, 0, 0]), rotations.of_angles([0, 0, 90])
    both = rotations.rows_of(rotations.times(first, then))
    assert close(both, product(by_hand([0, 0, 90], "xyz"), by_hand([90, 0, 0], "xyz")))
    assert rotations.times(first, rotations.inverse(first)) == pytest.approx([0, 0, 0, 1])


@pytest.mark.parametrize("scale", [[2.0, 0.5, 1.5], [-2.0, -0.5, -1.5]])
def test_a_matrix_comes_apart_as_it_was_put_together(scale: list[float]) -> None:
    turn = rotations.of_angles([30, -40, 75])
    whole = matrices.composed([1.0, 2.0, 3.0], turn, scale)
    found = matrices.parts(whole)
    assert found["position"] == [1.0, 2.0, 3.0]
    assert found["scale"] == pytest.approx(scale)
    assert abs(sum(a * b for a, b in zip(found["rotation"], turn))) == pytest.approx(1.0)
    unit = matrices.product(whole, matrices.inverse(whole))
    assert unit == pytest.approx([float(row == column) for row in range(4) for column in range(4)], abs=1e-12)
    assert matrices.to_columns(whole)[3::4] == [1.0, 2.0, 3.0, 1.0], "a translation stands in the last column"
