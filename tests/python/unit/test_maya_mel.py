"""Arithmetic of drivers as MEL and back, without a Maya."""

from __future__ import annotations

import pytest
from scenewire.adapters.maya.mel_arithmetic import from_mel, to_mel
from scenewire.errors import InvalidParamsError

NAMES = ["a", "b", "c"]


@pytest.mark.parametrize(
    ("given", "mel", "back"),
    [
        ("a*2+1", "$a * 2.0 + 1.0", "a * 2 + 1"),
        ("a-(b-c)", "$a - ($b - $c)", "a - (b - c)"),
        ("(a+b)*c/2", "($a + $b) * $c / 2.0", "(a + b) * c / 2"),
        ("sin(a) if a > 0 else -a", "$a > 0.0 ? sin($a) : -$a", "sin(a) if a > 0 else -a"),
        ("(a if b else c) * 2", "($b ? $a : $c) * 2.0", "(a if b else c) * 2"),
        ("a if b else c if a else b", "$b ? $a : ($a ? $c : $b)", "a if b else c if a else b"),
        ("-a**2", "-pow($a, 2.0)", "-a ** 2"),
        ("(-a)**2", "pow(-$a, 2.0)", "(-a) ** 2"),
        ("clamp(a, 0, 1)", "clamp(0.0, 1.0, $a)", "clamp(a, 0, 1)"),
        ("clamp(a)", "clamp(0.0, 1.0, $a)", "clamp(a, 0, 1)"),
        ("min(a, b, c)", "min($a, min($b, $c))", "min(a, min(b, c))"),
        ("radians(a) + degrees(b)", "deg_to_rad($a) + rad_to_deg($b)", "radians(a) + degrees(b)"),
        ("not a and (b or c)", "!$a && ($b || $c)", "not a and (b or c)"),
        ("0 < a < 1", "0.0 < $a && $a < 1.0", "0 < a and a < 1"),
        ("lerp(a, b, 0.5)", "($a) + (($b) - ($a)) * (0.5)", "a + (b - a) * 0.5"),
        ("frame % 3", "frame % 3.0", "frame % 3"),
        ("a - -1.5e-7", "$a - -1.5e-07", "a - -1.5e-07"),
    ],
)
def test_what_is_written_means_the_same_when_it_is_read(given: str, mel: str, back: str) -> None:
    assert to_mel(given, NAMES) == mel
    assert from_mel(mel) == back
    assert from_mel(to_mel(back, NAMES)) == back


@pytest.mark.parametrize(
    "given",
    ["a +", "", "x", "a.b", "'text'", "a(1)", "sin()", "clamp(a, 0)", "True", "1e999", "a; b", "[a]", "`ls`", "a := 1"],
)
def test_what_is_no_arithmetic_is_refused(given: str) -> None:
    with pytest.raises(InvalidParamsError) as caught:
        to_mel(given, NAMES)
    assert caught.value.details["path"] == "expression"


@pytest.mark.parametrize("mel", ["`ls`", "system($a)", '"text"', "$a +", "$a $b", "noise($a)", "Crank.tx", "($a", ""])
def test_mel_of_others_is_not_taken_for_arithmetic(mel: str) -> None:
    assert from_mel(mel) is None


def test_a_text_too_deep_is_refused() -> None:
    with pytest.raises(InvalidParamsError):
        to_mel("(" * 5000 + "a" + ")" * 5000, NAMES)
    with pytest.raises(InvalidParamsError):
        to_mel("-" * 5000 + "a", NAMES)
