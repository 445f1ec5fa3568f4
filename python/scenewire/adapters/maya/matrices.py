"""Arithmetic of 4 by 4 matrices as Maya has them: sixteen numbers, row by row, points to the left of them."""

from __future__ import annotations

import math

from scenewire.adapters.maya import rotations
from scenewire.adapters.maya.rotations import Row


def product(first: Row, then: Row) -> Row:
    """The matrix that does one and then the other."""
    return [
        sum(first[4 * row + at] * then[4 * at + column] for at in range(4)) for row in range(4) for column in range(4)
    ]


def to_columns(matrix: Row) -> Row:
    """As the API has them: acting on columns, row by row."""
    return [matrix[4 * column + row] for row in range(4) for column in range(4)]


def identity() -> Row:
    """The matrix that leaves all as it is."""
    return [float(at % 5 == 0) for at in range(16)]


def composed(position: Row, rotation: Row, scale: Row) -> Row:
    """The matrix of the three."""
    turned = rotations.rows_of(rotations.unit(rotation))
    rows = [[turned[column][row] * scale[row] for column in range(3)] for row in range(3)]
    return [*rows[0], 0.0, *rows[1], 0.0, *rows[2], 0.0, *position, 1.0]


def parts(matrix: Row) -> dict[str, Row]:
    """Position, rotation as [x, y, z, w] and scale; a mirror is a negative scale, shear is lost."""
    rows = [matrix[4 * row : 4 * row + 3] for row in range(3)]
    sizes = [math.sqrt(sum(number * number for number in row)) for row in rows]
    if _determinant(rows) < 0:
        sizes = [-size for size in sizes]
    axes = [
        [number / size for number in row] if size else [float(at == axis) for at in range(3)]
        for axis, (row, size) in enumerate(zip(rows, sizes))
    ]
    square = _squared(axes)
    turn = rotations.of_rows([[square[column][row] for column in range(3)] for row in range(3)])
    return {"position": list(matrix[12:15]), "rotation": rotations.unit(turn), "scale": sizes}


def _determinant(rows: list[Row]) -> float:
    (a, b, c), (d, e, f), (g, h, i) = rows
    return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)


def _squared(axes: list[Row]) -> list[Row]:
    """The axes at right angles to each other, the first as it is."""
    x = axes[0]
    along = sum(a * b for a, b in zip(x, axes[1]))
    y = [b - along * a for a, b in zip(x, axes[1])]
    size = math.sqrt(sum(number * number for number in y)) or 1.0
    y = [number / size for number in y]
    return [x, y, [x[1] * y[2] - x[2] * y[1], x[2] * y[0] - x[0] * y[2], x[0] * y[1] - x[1] * y[0]]]


def inverse(matrix: Row) -> Row:
    """The matrix back, by Gauss and Jordan."""
    rows = [[*matrix[4 * row : 4 * row + 4], *(float(row == at) for at in range(4))] for row in range(4)]
    for column in range(4):
        pivot = max(range(column, 4), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        head = rows[column][column] or 1e-300
        rows[column] = [number / head for number in rows[column]]
        for row in range(4):
            if row != column:
                factor = rows[row][column]
                rows[row] = [a - factor * b for a, b in zip(rows[row], rows[column])]
    return [number for row in rows for number in row[4:]]
