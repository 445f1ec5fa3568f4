"""A little of MEL: commands with flags and literals, and the global names that scripts ask for."""

from __future__ import annotations

import re
import shlex
from typing import Any

from . import calls, expressions, faults, tables

#: Global variables of Maya's own scripts.
GLOBALS = {"$gShelfTopLevel": "Shelf", "$gMainWindow": "MayaWindow", "$gMainPane": "mainPane"}
ASSIGNED = re.compile(r"^\$\w+\s*=\s*(\$\w+)$")
#: A procedure of arithmetic over its numbers, and a call of it. Source: "Procedures" in Autodesk's MEL documentation.
PROCEDURE = re.compile(
    r"^\s*proc float (\w+)\(((?:float \$\w+(?:, )?)*)\) \{ return ([^;{}]+); \}\s*(\w+)\(([^()]*)\);?\s*$"
)


def evaluate(text: str) -> Any:
    """Runs statements one after the other; the last one's result is given."""
    procedure = PROCEDURE.match(text)
    if procedure is not None:
        return called(*procedure.groups())
    result = None
    for statement in text.split(";"):
        if statement.strip():
            result = one(statement.strip())
    return result


def called(name: str, asked: str, said: str, wanted: str, given: str) -> float:
    """What a procedure returns."""
    names = re.findall(r"\$(\w+)", asked)
    numbers = [float(word) for word in given.split(",")] if given.strip() else []
    if name != wanted or len(names) != len(numbers):
        raise RuntimeError(f'Error: Wrong number of arguments on call to {wanted}, or no procedure "{wanted}".')
    try:
        tree = expressions.parsed(said)
    except SyntaxError as error:
        raise RuntimeError(f"Error: Syntax error: {said}") from error
    try:
        return float(expressions.evaluated(tree, {f"_v_{one}": number for one, number in zip(names, numbers)}))
    except (ValueError, ZeroDivisionError, OverflowError) as error:
        # "Division by zero", "Cannot take the square root of a negative number".
        raise RuntimeError(f"Error: {error}") from error


def one(statement: str) -> Any:
    """One statement."""
    matched = ASSIGNED.match(statement)
    if matched and matched.group(1) in GLOBALS:
        return GLOBALS[matched.group(1)]
    if statement.startswith("python"):
        return python(statement)
    words = shlex.split(statement.replace("`", ""))
    name, args, kwargs = words[0], [], {}
    if name not in tables.commands():
        raise RuntimeError(f'Error occurred during execution of MEL script\\nCannot find procedure "{name}".')
    specs = tables.commands()[name].get("flags", {})
    shorts = tables.commands()[name].get("shortFlags", {})
    words = words[1:]
    while words:
        word = words.pop(0)
        if not re.match(r"^-[A-Za-z]", word):
            args.append(value(word))
            continue
        flag = word[1:]
        long = flag if flag in specs else shorts.get(flag)
        if long is None:
            faults.refuse(faults.UnknownCall, f"MEL: {name} has no flag {word}", RuntimeError(f"Invalid flag: {word}"))
        count = specs[long]["numArgs"]
        if "query" in kwargs or "q" in kwargs:
            count = 0
        taken = [value(words.pop(0)) for _ in range(min(count, len(words)))]
        kwargs[long] = True if not count else taken[0] if count == 1 else tuple(taken)
    return calls.run(name, args, kwargs)


def python(statement: str) -> Any:
    """`python("...")`: runs Python in the main module."""
    matched = re.match(r'^python\s*\(?\s*"(.*)"\s*\)?$', statement, re.DOTALL)
    if matched is None:
        raise faults.NotModelled(f"MEL: {statement}")
    import __main__

    code = matched.group(1).encode().decode("unicode_escape")
    try:
        compiled = compile(code, "<maya>", "eval")
    except SyntaxError:
        exec(compile(code, "<maya>", "exec"), __main__.__dict__)
        return None
    return eval(compiled, __main__.__dict__)


def value(word: str) -> Any:
    """A literal of MEL."""
    try:
        return int(word)
    except ValueError:
        try:
            return float(word)
        except ValueError:
            return {"true": True, "on": True, "yes": True, "false": False, "off": False, "no": False}.get(word, word)
