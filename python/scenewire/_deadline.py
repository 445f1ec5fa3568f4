"""Makes executed code unable to swallow its deadline.

The watchdog raises ``Deadline`` between two bytecodes of the main thread. Code that catches everything would lose
it, so each place of the source that can catch or drop an exception is made to let this one through.
"""

from __future__ import annotations

import ast
from typing import Any, Union

from scenewire._native import Deadline, check_deadline

#: Names that user code cannot spell by accident.
DEADLINE = "__scenewire_deadline__"
CHECK = "__scenewire_check__"

#: What the transformed code refers to.
BINDINGS: dict[str, Any] = {DEADLINE: Deadline, CHECK: check_deadline}

_SWALLOWS = tuple(getattr(ast, name) for name in ("Try", "TryStar", "With", "AsyncWith") if hasattr(ast, name))
_Loop = Union[ast.While, ast.For, ast.AsyncFor]


class LetDeadlinePass(ast.NodeTransformer):
    """``except Deadline: raise`` first in every ``try``; a check first in every ``finally`` and in loops that hold
    a ``try`` or ``with`` (``finally: continue`` and ``contextlib.suppress`` drop exceptions without a handler).
    """

    def visit_Try(self, node: ast.Try) -> ast.AST:
        self.generic_visit(node)
        if node.handlers:
            handler = ast.ExceptHandler(ast.Name(DEADLINE, ast.Load()), None, [ast.Raise()])
            node.handlers.insert(0, _at(node, handler))
        if node.finalbody:
            node.finalbody.insert(0, _at(node, _check()))
        return node

    def visit_TryStar(self, node: Any) -> ast.AST:
        self.generic_visit(node)
        for handler in node.handlers:
            # A deadline inside a group cannot be told apart by type: the check raises it anew.
            handler.body.insert(0, _at(handler, _check()))
        if node.finalbody:
            node.finalbody.insert(0, _at(node, _check()))
        return _cast(node)

    def visit_While(self, node: ast.While) -> ast.AST:
        return self._loop(node)

    def visit_For(self, node: ast.For) -> ast.AST:
        return self._loop(node)

    def visit_AsyncFor(self, node: ast.AsyncFor) -> ast.AST:
        return self._loop(node)

    def _loop(self, node: _Loop) -> ast.AST:
        swallows = any(isinstance(inner, _SWALLOWS) for inner in ast.walk(node))
        self.generic_visit(node)
        if swallows:
            node.body.insert(0, _at(node, _check()))
        return node


def _check() -> ast.Expr:
    return ast.Expr(ast.Call(ast.Name(CHECK, ast.Load()), [], []))


def _at(place: ast.AST, node: Any) -> Any:
    """Line numbers of the statement that it belongs to, so that tracebacks stay true."""
    return ast.fix_missing_locations(ast.copy_location(node, place))


def _cast(node: Any) -> ast.AST:
    transformed: ast.AST = node
    return transformed
