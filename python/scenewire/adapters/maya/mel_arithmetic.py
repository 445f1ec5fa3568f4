"""Arithmetic in Maya's expressions: what callers write (`sin(turn) if turn > 0 else -turn`) as MEL, and back.

Numbers are written as floats, as MEL divides whole ones without a rest. No statement, no command and no string gets
through: an expression of ours is arithmetic over its variables. Source: "Expressions" and the mathematical functions
of MEL in Autodesk's documentation.
"""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Iterable

from scenewire.errors import InvalidParamsError

#: Functions of one name and order of arguments in both, with how many they take.
_SAME = {
    **dict.fromkeys(("sin", "cos", "tan", "asin", "acos", "atan", "sqrt", "abs", "exp", "log", "floor", "ceil"), 1),
    "trunc": 1, "atan2": 2, "min": 2, "max": 2, "smoothstep": 3,
}  # fmt: skip
_NAMED = {"radians": "deg_to_rad", "degrees": "rad_to_deg", "fabs": "abs", "int": "trunc"}
_BACK = {"deg_to_rad": "radians", "rad_to_deg": "degrees"}
_BINARY: dict[type[ast.operator], tuple[str, int]] = {
    ast.Add: ("+", 4), ast.Sub: ("-", 4), ast.Mult: ("*", 5), ast.Div: ("/", 5), ast.Mod: ("%", 5),
}  # fmt: skip
_COMPARED: dict[type[ast.cmpop], str] = {
    ast.Lt: "<", ast.Gt: ">", ast.LtE: "<=", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
}  # fmt: skip
#: How tightly an alternative, `||`, `&&`, a comparison, a sign and a name hold together.
_ALTERNATIVE, _OR, _AND, _COMPARISON, _SIGN, _ATOM = 0, 1, 2, 3, 6, 7


def to_mel(text: str, names: Iterable[str]) -> str:
    """The MEL of an expression over these variables. Raises `invalid_params` for what is no arithmetic."""
    known = list(names)
    try:
        return _Writer(known).write(ast.parse(text.strip(), mode="eval").body)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        what = error.args[0] if type(error) is ValueError else "it does not parse"
        raise InvalidParamsError(
            f"`{text}` is not arithmetic over the driver's variables: {what}",
            {"path": "expression", "expected": f"arithmetic over {', '.join(known) or 'no variables'}", "got": text},
            ["give every name that it uses as a variable"],
        ) from error


class _Writer:
    def __init__(self, names: list[str]) -> None:
        self.names = names

    def write(self, tree: ast.expr, least: int = _ALTERNATIVE) -> str:
        """The text of a tree, in brackets where it holds less tightly than its place asks for."""
        text, level = self.told(tree)
        return text if level >= least else f"({text})"

    def told(self, tree: ast.expr) -> tuple[str, int]:
        """The text, and how tightly it holds together."""
        if isinstance(tree, ast.Constant) and isinstance(tree.value, (int, float)):
            if isinstance(tree.value, bool) or not math.isfinite(tree.value):
                raise ValueError(f"`{ast.unparse(tree)}` is no number")
            return repr(float(tree.value)), _ATOM
        if isinstance(tree, ast.Name):
            return self.named(tree.id), _ATOM
        if isinstance(tree, ast.UnaryOp) and isinstance(tree.op, (ast.USub, ast.Not)):
            return ("-" if isinstance(tree.op, ast.USub) else "!") + self.write(tree.operand, _ATOM), _SIGN
        if isinstance(tree, ast.BinOp) and isinstance(tree.op, ast.Pow):
            return f"pow({self.write(tree.left)}, {self.write(tree.right)})", _ATOM
        if isinstance(tree, ast.BinOp) and type(tree.op) in _BINARY:
            mark, level = _BINARY[type(tree.op)]
            return f"{self.write(tree.left, level)} {mark} {self.write(tree.right, level + 1)}", level
        if isinstance(tree, ast.BoolOp):
            mark, level = ("&&", _AND) if isinstance(tree.op, ast.And) else ("||", _OR)
            return f" {mark} ".join(self.write(one, level + 1) for one in tree.values), level
        if isinstance(tree, ast.Compare) and all(type(op) in _COMPARED for op in tree.ops):
            return self.compared(tree)
        if isinstance(tree, ast.IfExp):
            parts = (self.write(one, _OR) for one in (tree.test, tree.body, tree.orelse))
            return "{} ? {} : {}".format(*parts), _ALTERNATIVE
        if isinstance(tree, ast.Call) and isinstance(tree.func, ast.Name) and not tree.keywords:
            return self.called(tree.func.id, [self.write(one) for one in tree.args])
        raise ValueError(f"`{ast.unparse(tree)}` is none")

    def named(self, name: str) -> str:
        """A variable, or what is known without one."""
        if name in self.names:
            return f"${name}"
        if name == "frame":
            return name
        if name == "pi":
            return repr(math.pi)
        raise ValueError(f"there is no variable `{name}`")

    def compared(self, tree: ast.Compare) -> tuple[str, int]:
        """A comparison; a row of them is all of its pairs."""
        ends = [self.write(one, _COMPARISON + 1) for one in (tree.left, *tree.comparators)]
        pairs = [f"{a} {_COMPARED[type(op)]} {b}" for a, op, b in zip(ends, tree.ops, ends[1:])]
        return " && ".join(pairs), _COMPARISON if len(pairs) == 1 else _AND

    def called(self, name: str, given: list[str]) -> tuple[str, int]:
        """A function."""
        own = _NAMED.get(name, name)
        if own in ("min", "max") and len(given) > 2:
            return f"{own}({given[0]}, {self.called(own, given[1:])[0]})", _ATOM
        if len(given) == _SAME.get(own, 1 if own in _BACK else -1):
            return f"{own}({', '.join(given)})", _ATOM
        if name == "pow" and len(given) == 2:
            return f"pow({given[0]}, {given[1]})", _ATOM
        if name == "clamp" and len(given) in (1, 3):
            low, high = given[1:] or ("0.0", "1.0")
            return f"clamp({low}, {high}, {given[0]})", _ATOM
        if name == "lerp" and len(given) == 3:
            return f"({given[0]}) + (({given[1]}) - ({given[0]})) * ({given[2]})", 4
        if name == "round" and len(given) == 1:
            return f"floor({given[0]} + 0.5)", _ATOM
        raise ValueError(f"`{name}` of {len(given)} is no function of Maya's expressions")


_TOKEN = re.compile(r"\s*((?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|\$?[A-Za-z_]\w*|<=|>=|==|!=|&&|\|\||[-+*/%()<>!?:,])")
_BINARIES = {mark: (kind, level) for kind, (mark, level) in _BINARY.items()}
_COMPARISONS = {mark: kind for kind, mark in _COMPARED.items()}


def from_mel(text: str) -> str | None:
    """What a caller would have written for this MEL; None for what is no arithmetic of ours."""
    try:
        return ast.unparse(_Reader(text).read())
    except (ValueError, IndexError, RecursionError):
        return None


class _Reader:
    """A parser by precedence, of arithmetic alone."""

    def __init__(self, text: str) -> None:
        self.tokens, at, text = [], 0, text.strip()
        while at < len(text):
            found = _TOKEN.match(text, at)
            if found is None:
                raise ValueError(text[at:])
            self.tokens.append(found[1])
            at = found.end()
        self.tokens.append("")
        self.at = 0

    def read(self) -> ast.expr:
        """All of it."""
        found = self.alternative()
        self.take("")
        return found

    def peek(self) -> str:
        """The next token, empty at the end."""
        return self.tokens[self.at]

    def take(self, wanted: str) -> None:
        """Goes past this token."""
        if self.peek() != wanted:
            raise ValueError(self.peek())
        self.at += 1

    def alternative(self) -> ast.expr:
        """`a ? b : c`, or less."""
        test = self.binary(_OR)
        if self.peek() != "?":
            return test
        self.take("?")
        body = self.alternative()
        self.take(":")
        return ast.IfExp(test, body, self.alternative())

    def binary(self, level: int) -> ast.expr:
        """Operators of one level and those that hold more tightly."""
        if level >= _SIGN:
            return self.unary()
        found = self.binary(level + 1)
        while True:
            mark = self.peek()
            if mark in ("||", "&&") and level == (_OR if mark == "||" else _AND):
                self.at += 1
                joined = ast.Or() if mark == "||" else ast.And()
                found = ast.BoolOp(joined, [found, self.binary(level + 1)])
            elif mark in _COMPARISONS and level == _COMPARISON:
                self.at += 1
                found = ast.Compare(found, [_COMPARISONS[mark]()], [self.binary(level + 1)])
            elif mark in _BINARIES and level == _BINARIES[mark][1]:
                self.at += 1
                found = ast.BinOp(found, _BINARIES[mark][0](), self.binary(level + 1))
            else:
                return found

    def unary(self) -> ast.expr:
        """Signs."""
        mark = self.peek()
        if mark not in ("-", "!"):
            return self.atom()
        self.at += 1
        return ast.UnaryOp(ast.USub() if mark == "-" else ast.Not(), self.unary())

    def atom(self) -> ast.expr:
        """A number, a name, a function or what is in brackets."""
        token = self.peek()
        self.at += 1
        if token == "(":
            found = self.alternative()
            self.take(")")
            return found
        if token[:1].isdigit() or token[:1] == ".":
            number = float(token)
            return ast.Constant(int(number) if number.is_integer() and abs(number) < 1e15 else number)
        if token.startswith("$"):
            return ast.Name(token[1:])
        if token == "frame":
            return ast.Name(token)
        if re.fullmatch(r"[A-Za-z_]\w*", token) and self.peek() == "(":
            return self.call(token)
        raise ValueError(token)

    def call(self, name: str) -> ast.expr:
        """A function with what it is given."""
        self.take("(")
        given = [self.alternative()]
        while self.peek() == ",":
            self.take(",")
            given.append(self.alternative())
        self.take(")")
        if name == "pow" and len(given) == 2:
            return ast.BinOp(given[0], ast.Pow(), given[1])
        if name == "clamp" and len(given) == 3:
            given = [given[2], given[0], given[1]]
        elif len(given) != _SAME.get(name, 1 if name in _BACK else -1):
            raise ValueError(name)
        return ast.Call(ast.Name(_BACK.get(name, name)), given, [])
