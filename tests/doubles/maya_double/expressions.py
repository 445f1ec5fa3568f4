"""Expressions in MEL: assignments of arithmetic to attributes, and what they need.

Source: "Expressions" in Autodesk's documentation. What is not arithmetic, `if` or the usual functions is not modelled.
"""

from __future__ import annotations

import ast
import math
import operator
import re
from collections.abc import Callable
from typing import Any

from . import faults, names, units
from .evaluate import computes, number
from .nodes import Node, Plug
from .scene import scene

ATTRIBUTE = re.compile(r"(?<![\w$\"])((?:[A-Za-z_|:][\w|:]*)(?:\.[A-Za-z_]\w*(?:\[\d+\])?)+|\.(?:[Ii])\[\d+\])")
FUNCTIONS: dict[str, Callable[..., float]] = {
    "sin": math.sin,
    "cos": math.cos,
    "tan": math.tan,
    "asin": math.asin,
    "acos": math.acos,
    "atan": math.atan,
    "atan2": math.atan2,
    "sqrt": math.sqrt,
    "abs": abs,
    "pow": pow,
    "exp": math.exp,
    "log": math.log,
    "floor": math.floor,
    "ceil": math.ceil,
    "min": min,
    "max": max,
    "clamp": lambda low, high, v: max(low, min(high, v)),
    "deg_to_rad": math.radians,
    "rad_to_deg": math.degrees,
    "sign": lambda v: (v > 0) - (v < 0),
    "fmod": math.fmod,
    "trunc": math.trunc,
    "hypot": math.hypot,
    "round": lambda v: math.floor(v + 0.5),
    "smoothstep": lambda a, b, v: (lambda t: t * t * (3 - 2 * t))(max(0.0, min(1.0, (v - a) / (b - a)))),
    "linstep": lambda a, b, v: max(0.0, min(1.0, (v - a) / (b - a))),
}
OPERATORS: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Mod: math.fmod,
    ast.Pow: operator.pow,
    ast.Lt: operator.lt,
    ast.Gt: operator.gt,
    ast.LtE: operator.le,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
ASSIGN = re.compile(r"^\s*(.*?)\s*([-+*/]?)=(?!=)\s*(.*)$", re.DOTALL)
IF = re.compile(r"^\s*if\s*\(")


def wire(node: Node, text: str, owner: Node | None, convert: str) -> None:
    """Connects what an expression reads and writes, and keeps its text with the plugs in place of names."""
    for key, source in list(node.inputs.items()):
        if key[0] in ("input", "time"):
            scene.disconnect(source, Plug(node, *key))
    for key in [key for key in node.outputs if key[0] == "output"]:
        for target in scene.targets(Plug(node, *key)):
            scene.disconnect(Plug(node, *key), target)
    inner, inputs, outputs = translated(text, owner)
    check(inner)
    for n, plug in enumerate(inputs):
        scene.connect(plug, node.plug("input", n))
    for n, plug in enumerate(outputs):
        if scene.mark(plug, "locked"):
            raise RuntimeError(f"The attribute '{names.of_plug(plug)}' is locked.")
        before = scene.source(plug)
        if before is not None and before.node is not node:
            raise RuntimeError(
                f"Attribute already controlled by an expression, keyframe, or other connection: {names.of_plug(plug)}."
            )
        scene.connect(node.plug("output", n), plug)
    if re.search(r"\b(time|frame)\b", text):
        scene.connect(scene.called("time1").plug("outTime"), node.plug("time"))
    scene.write(node.plug("expression"), text)
    scene.write(node.plug("internalExpression"), inner)
    scene.write(node.plug("unitOption"), {"all": 0, "none": 1, "angularOnly": 2}.get(convert, 0))


def translated(text: str, owner: Node | None) -> tuple[str, list[Plug], list[Plug]]:
    """The text with `.I[n]` and `.O[n]` for attributes, and which they are."""
    inputs: list[Plug] = []
    outputs: list[Plug] = []
    statements = []
    for statement in split(re.sub(r"//[^\n]*|/\*.*?\*/", "", text, flags=re.DOTALL)):
        matched = ASSIGN.match(statement) if not IF.match(statement) else None
        if matched is None:
            statements.append(replaced(statement, inputs, owner, outputs))
            continue
        left, mark, right = matched.groups()
        right = replaced(right, inputs, owner)
        if left.startswith("$") or re.match(r"^(float|int)\s+\$", left):
            statements.append(f"{left} {mark}= {right}")
            continue
        plug = attribute(left, owner)
        if plug is None:
            raise RuntimeError(f"Cannot find attribute: {left}")
        if plug not in outputs:
            outputs.append(plug)
        statements.append(f".O[{outputs.index(plug)}] {mark}= {right}")
    return "; ".join(statements), inputs, outputs


def split(text: str) -> list[str]:
    """The statements of a text."""
    return [part for part in (one.strip() for one in text.split(";")) if part]


def attribute(word: str, owner: Node | None) -> Plug | None:
    """The attribute of a name; without a node it is of the expression's own object."""
    found = names.find(word)
    if found and found[0].plug is not None:
        return found[0].plug
    if owner is not None and "." not in word.strip("."):
        plugs = names.plugs_of(owner, word.strip("."))
        return plugs[0] if plugs else None
    return None


def replaced(text: str, inputs: list[Plug], owner: Node | None, outputs: list[Plug] | None = None) -> str:
    """Names of attributes as numbers of inputs."""

    def swap(matched: re.Match[str]) -> str:
        plug = attribute(matched.group(1), owner)
        if plug is None:
            raise RuntimeError(f"Cannot find attribute: {matched.group(1)}")
        if outputs is not None and re.match(r"\s*[-+*/]?=(?!=)", text[matched.end() :]):
            if plug not in outputs:
                outputs.append(plug)
            return f".O[{outputs.index(plug)}]"
        if plug not in inputs:
            inputs.append(plug)
        return f".I[{inputs.index(plug)}]"

    return ATTRIBUTE.sub(swap, text)


def check(inner: str) -> None:
    """Refuses what is no expression: with Maya's error where MEL would not parse it."""
    for statement in split(inner):
        if IF.match(statement) or "{" in statement:
            raise faults.NotModelled(f"statement of an expression: {statement}")
        matched = ASSIGN.match(statement)
        if matched is None:
            raise RuntimeError(f"Syntax error in expression: {statement}")
        try:
            parsed(matched.group(3))
        except SyntaxError as error:
            raise RuntimeError(f"Syntax error in expression: {statement}") from error


def parsed(text: str) -> ast.expr:
    """An expression of MEL as a tree: its own operators are Python's but for three."""
    text = re.sub(r"\.I\[(\d+)\]", r"_i\1", text)
    text = re.sub(r"\.O\[(\d+)\]", r"_o\1", text)
    text = text.replace("&&", " and ").replace("||", " or ").replace("$", "_v_")
    text = re.sub(r"!(?!=)", " not ", text)
    return ast.parse(alternatives(text).strip(), mode="eval").body


def alternatives(text: str) -> str:
    """`a ? b : c` as Python has it, also within brackets."""
    inner = re.sub(r"\(([^()]*)\)", lambda found: f"\0{alternatives_of_each(found[1])}\1", text)
    if inner != text:
        return alternatives(inner)
    return alternatives_of_each(text).replace("\0", "(").replace("\1", ")")


def alternatives_of_each(text: str) -> str:
    """The same of a text without brackets: of each of the values that commas part."""
    return ",".join(alternative(part) for part in split_outside(text, ","))


def split_outside(text: str, mark: str) -> list[str]:
    """A text at a mark, where that stands in no brackets that are done (they are in \\0 and \\1)."""
    parts, depth = [""], 0
    for letter in text:
        depth += {"\0": 1, "\1": -1}.get(letter, 0)
        if letter == mark and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def alternative(text: str) -> str:
    """One value: the first `?` goes with the `:` that is left over when later ones have theirs."""
    test, *rest = split_outside(text, "?")
    if not rest:
        return text
    parts = split_outside("?".join(rest), ":")
    count = next(n for n in range(1, len(parts)) if sum(len(split_outside(p, "?")) - 1 for p in parts[:n]) == n - 1)
    yes, no = ":".join(parts[:count]), ":".join(parts[count:])
    return f"\0\0{alternative(yes)}\1 if \0{test}\1 else \0{alternative(no)}\1\1"


def run(node: Node) -> dict[int, float]:
    """The outputs of an expression."""
    made: dict[str, float] = {"time": float(scene.get("time")), "frame": units.frames(scene.get("time"))}
    none = int(scene.stored(node.plug("unitOption")) or 0) == 1
    for n in scene.indices(node.plug("input")):
        plug = scene.source(node.plug("input", n))
        if plug is not None:
            held = number(plug)
            # Expressions see what the interface shows, unless units are not converted.
            made[f"_i{n}"] = held if none else float(units.shown(held, plug.spec.type))
    for statement in split(str(scene.stored(node.plug("internalExpression")) or "")):
        matched = ASSIGN.match(statement)
        if matched is None:
            continue
        left, mark, right = matched.groups()
        name = re.sub(r"\.O\[(\d+)\]", r"_o\1", re.sub(r"^(?:float|int)\s+", "", left)).replace("$", "_v_")
        amount = evaluated(parsed(right), made)
        if mark:
            amount = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}[mark](
                made.get(name, 0.0), amount
            )
        made[name] = float(amount)
    found = {}
    for n in scene.indices(node.plug("output")):
        targets = scene.targets(node.plug("output", n))
        kind = targets[0].spec.type if targets else "double"
        held = made.get(f"_o{n}", 0.0)
        found[n] = held if none else float(units.taken(held, kind))
    return found


def evaluated(tree: ast.expr, held: dict[str, float]) -> Any:
    """The value of a tree."""
    if isinstance(tree, ast.Constant) and isinstance(tree.value, (int, float)):
        return tree.value
    if isinstance(tree, ast.Name):
        return held.get(tree.id, 0.0)
    if isinstance(tree, ast.BinOp):
        return OPERATORS[type(tree.op)](evaluated(tree.left, held), evaluated(tree.right, held))
    if isinstance(tree, ast.UnaryOp):
        inner = evaluated(tree.operand, held)
        return -inner if isinstance(tree.op, ast.USub) else float(not inner) if isinstance(tree.op, ast.Not) else inner
    if isinstance(tree, ast.IfExp):
        return evaluated(tree.body if evaluated(tree.test, held) else tree.orelse, held)
    if isinstance(tree, ast.BoolOp):
        parts = [bool(evaluated(value, held)) for value in tree.values]
        return float(all(parts) if isinstance(tree.op, ast.And) else any(parts))
    if isinstance(tree, ast.Compare) and len(tree.ops) == 1:
        return float(OPERATORS[type(tree.ops[0])](evaluated(tree.left, held), evaluated(tree.comparators[0], held)))
    if isinstance(tree, ast.Call) and isinstance(tree.func, ast.Name) and tree.func.id in FUNCTIONS:
        return FUNCTIONS[tree.func.id](*(evaluated(arg, held) for arg in tree.args))
    raise faults.NotModelled(f"part of an expression: {ast.dump(tree)[:80]}")


@computes("expression", "output")
def _output(plug: Plug) -> float:
    return run(plug.node).get(plug.index[0], 0.0) if plug.index else 0.0
