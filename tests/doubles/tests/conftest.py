"""A Maya double for the tests of itself: started once, a new scene before each test, no fault left behind."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from maya_double import faults, session
from maya_double.scene import scene


@pytest.fixture(autouse=True)
def maya() -> Iterator[None]:
    """A new scene; a fault that the test did not expect fails it, whoever caught it."""
    session.start(batch=True)
    session.new()
    scene.settings.pop("workspace", None)
    del faults.RECORDED[:]
    yield
    assert not faults.RECORDED


@pytest.fixture
def expected_faults() -> Iterator[list[str]]:
    """For tests that make faults on purpose: they are taken off the record."""
    yield faults.RECORDED
    del faults.RECORDED[:]
