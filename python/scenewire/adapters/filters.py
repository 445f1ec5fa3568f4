"""Which targets a list keeps: a filter per field, taken apart once and then asked of every target."""

from __future__ import annotations

import fnmatch
import math
import re
from collections.abc import Callable, Mapping
from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import ABSENT, Field, check_names

Test = Callable[[Any], bool]

#: Hosts keep single precision: 0.1 comes back as 0.10000000149.
_TOLERANCE = 1e-6


def compiled(fields: Mapping[str, Field], filters: Json, job: Job) -> list[Test]:
    """A test per field, of a target: `{"name": "Key*", "kind": ["sun", "spot"], "intensity": {"gt": 10}}`."""
    check_names(fields, filters)
    return [_of_field(fields[name], _wanted(given), job) for name, given in filters.items()]


def _of_field(field: Field, test: Test, job: Job) -> Test:
    read = field.read

    def holds(target: Any) -> bool:
        have = read(target, job)
        return have is not ABSENT and test(have)

    return holds


def _wanted(given: Any) -> Test:
    if not isinstance(given, Mapping):
        return _is(given)
    tests = [_COMPARISONS[word](value) for word, value in given.items()]
    return lambda have: all(test(have) for test in tests)


def _is(wanted: Any) -> Test:
    """A value, or one of a list of them."""
    if isinstance(wanted, list):
        tests = [_is(one) for one in wanted]
        return lambda have: any(test(have) for test in tests)
    if isinstance(wanted, str):
        pattern = re.compile(fnmatch.translate(wanted.lower()))
        return lambda have: isinstance(have, str) and (have == wanted or pattern.match(have.lower()) is not None)
    if isinstance(wanted, float):
        return lambda have: _number(have) and math.isclose(have, wanted, rel_tol=_TOLERANCE, abs_tol=_TOLERANCE)
    return lambda have: bool(have == wanted)


def _number(have: Any) -> bool:
    return isinstance(have, (int, float)) and not isinstance(have, bool)


def _is_not(wanted: Any) -> Test:
    same = _is(wanted)
    return lambda have: not same(have)


def _less(wanted: float, equal: bool) -> Test:
    same = _is(float(wanted))
    return lambda have: _number(have) and (equal if same(have) else have < wanted)


def _greater(wanted: float, equal: bool) -> Test:
    less = _less(wanted, not equal)
    return lambda have: _number(have) and not less(have)


_COMPARISONS: dict[str, Callable[[Any], Test]] = {
    "eq": _is,
    "ne": _is_not,
    "lt": lambda wanted: _less(wanted, equal=False),
    "le": lambda wanted: _less(wanted, equal=True),
    "gt": lambda wanted: _greater(wanted, equal=False),
    "ge": lambda wanted: _greater(wanted, equal=True),
}
