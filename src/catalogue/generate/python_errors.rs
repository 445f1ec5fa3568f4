//! `scenewire/errors.py`: one exception class per error code.

use super::python::docstring;
use crate::catalogue::nearest::pascal_case;
use crate::wire::Code;

const HEAD: &str = r#""""The errors of scenewire: one class per code of the one table of error codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timezone
from typing import Any


class SceneWireError(Exception):
    """What went wrong, in the same shape everywhere: Python, MCP, the command line and HTTP.

    Raise a subclass; catch this one. ``error_code`` never changes its spelling, ``details`` holds facts by
    name (``path``, ``expected``, ``got``, ``line``, ``traceback``), ``suggestions`` what to do instead, best
    first, ``timestamp`` when it happened (RFC 3339, UTC).
    """

    error_code: str = "internal"

    def __init__(
        self,
        message: str = "",
        details: Mapping[str, Any] | None = None,
        suggestions: Sequence[str] = (),
        timestamp: str | None = None,
    ) -> None:
        super().__init__(message)
        self.error_message = message
        self.details: dict[str, Any] = dict(details or {})
        self.suggestions: list[str] = list(suggestions)
        self.timestamp = timestamp or _now()

    def __str__(self) -> str:
        return self.error_message

    def __reduce__(self) -> tuple[Any, ...]:
        return from_dict, (self.to_dict(),)

    def to_dict(self) -> dict[str, Any]:
        """As every edge shows it."""
        return {
            "error_code": self.error_code,
            "error_message": self.error_message,
            "details": self.details,
            "suggestions": self.suggestions,
            "timestamp": self.timestamp,
        }

    @classmethod
    def from_dict(cls, error: Mapping[str, Any]) -> SceneWireError:
        """The exception for an error object; a code of a newer version gives a plain ``SceneWireError``."""
        code = str(error.get("error_code", cls.error_code))
        made = BY_CODE.get(code, SceneWireError)(
            str(error.get("error_message", "")),
            error.get("details"),
            error.get("suggestions") or (),
            error.get("timestamp"),
        )
        made.error_code = code
        return made


def from_dict(error: Mapping[str, Any]) -> SceneWireError:
    """The exception for an error object."""
    return SceneWireError.from_dict(error)


def _now() -> str:
    now = datetime.now(timezone.utc)
    return f"{now:%Y-%m-%dT%H:%M:%S}.{now.microsecond // 1000:03d}Z"
"#;

/// Classes of Python itself, which a module that imports everything from ours must not lose.
const BUILT_IN: &[&str] = &["SyntaxError", "FileNotFoundError"];

/// The whole module.
pub(super) fn module() -> String {
    let classes: String = Code::ALL.iter().map(|&code| class(code)).collect();
    let rows: String =
        Code::ALL.iter().map(|&code| format!("    \"{}\": {},\n", code.name(), class_name(code))).collect();
    let names: Vec<String> = Code::ALL.iter().map(|&code| class_name(code)).collect();
    let mut exported: Vec<&str> = names.iter().map(String::as_str).chain(["SceneWireError", "from_dict"]).collect();
    exported.sort_unstable();
    let exported: String = exported.iter().map(|name| format!("    \"{name}\",\n")).collect();
    // The order that ruff keeps: constants, classes, functions.
    let exported = format!("__all__ = [\n    \"BY_CODE\",\n{exported}]\n");
    format!("{}{HEAD}{classes}\n\nBY_CODE: dict[str, type[SceneWireError]] = {{\n{rows}}}\n\n{exported}", super::MARK)
}

fn class(code: Code) -> String {
    let doc = docstring(code.meaning());
    format!("\n\nclass {}(SceneWireError):\n{doc}\n    error_code = \"{}\"\n", class_name(code), code.name())
}

/// `NotFoundError`, `HandlerError`; a name that Python itself has gets ours in front.
pub(super) fn class_name(code: Code) -> String {
    let name = pascal_case(code.name());
    let name = if name.ends_with("Error") { name } else { format!("{name}Error") };
    if BUILT_IN.contains(&name.as_str()) { format!("SceneWire{name}") } else { name }
}
