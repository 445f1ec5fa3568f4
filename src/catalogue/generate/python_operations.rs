//! `_generated/operations.py`: a typed method per operation, once for callers that wait and once for asyncio. The words
//! stand with the former alone, and reach `help` of the latter when the module is read: twice, they were a fiftieth of the
//! wheel.

use super::python::{LINE, Owner, Way, field_doc, field_type, result_name, wrap};
use crate::catalogue::{Catalogue, Field, Operation};

const HEAD: &str = r#""""A typed method per operation; the client fills in how one call is made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from . import types as t


def _given(**arguments: Any) -> dict[str, Any]:
    """The arguments that were given."""
    return {name: value for name, value in arguments.items() if value is not None}
"#;

const SYNC: &str = r#"

class Operations:
    """Every operation as a method that waits for its result.

    Arguments that are left out are not sent. Errors are raised as subclasses of ``SceneWireError``.
    """

    def _call(self, operation: str, arguments: dict[str, Any]) -> Any:
        """Does one call and gives its result, or raises."""
        raise NotImplementedError
"#;

const ASYNC: &str = r#"

class AsyncOperations:
    """Every operation as a coroutine.

    Arguments that are left out are not sent. Errors are raised as subclasses of ``SceneWireError``.
    """

    async def _call(self, operation: str, arguments: dict[str, Any]) -> Any:
        """Does one call and gives its result, or raises."""
        raise NotImplementedError
"#;

const TAIL: &str = r#"

for _name, _method in vars(Operations).items():
    if not _name.startswith("_"):
        vars(AsyncOperations)[_name].__doc__ = _method.__doc__
"#;

/// The whole module.
pub(super) fn module(catalogue: &Catalogue) -> String {
    let methods = |asynchronous| -> String {
        catalogue.operations().iter().map(|operation| method(operation, asynchronous)).collect()
    };
    format!("{}{HEAD}{SYNC}{}{ASYNC}{}{TAIL}", super::MARK, methods(false), methods(true))
}

fn method(operation: &Operation, asynchronous: bool) -> String {
    let (define, wait) = if asynchronous { ("async def", "await ") } else { ("def", "") };
    let result = format!("t.{}", result_name(operation));
    let name = &operation.name;
    let sent: Vec<String> = operation.params.iter().map(|field| format!("{0}={0}", field.name)).collect();
    let arguments = if sent.is_empty() { "{}".to_owned() } else { format!("_given({})", sent.join(", ")) };
    let arguments = if arguments.len() + 13 > LINE {
        format!("_given(\n                {},\n            )", sent.join(",\n                "))
    } else {
        arguments
    };
    let mut call = format!("        result: {result} = {wait}self._call(\"{name}\", {arguments})\n");
    if call.len() > LINE {
        call = format!(
            "        result: {result} = {wait}self._call(\n            \"{name}\",\n            {arguments},\n        )\n"
        );
    }
    let doc = if asynchronous { format!("        \"\"\"See ``Operations.{name}``.\"\"\"\n") } else { doc(operation) };
    format!("\n    {define} {name}({}) -> {result}:\n{doc}{call}        return result\n", signature(operation))
}

fn signature(operation: &Operation) -> String {
    let parameter = |field: &Field| {
        let of = field_type(Owner::Operation(operation), field, Way::In, "t.");
        if field.required { format!("{}: {of}", field.name) } else { format!("{}: {of} | None = None", field.name) }
    };
    // Keyword-only, so that required ones may come anywhere.
    let parameters: Vec<String> = operation.params.iter().map(parameter).collect();
    if parameters.is_empty() {
        return "self".to_owned();
    }
    format!("\n        self,\n        *,\n        {},\n    ", parameters.join(",\n        "))
}

fn doc(operation: &Operation) -> String {
    let first = wrap(&operation.doc, 11, 8);
    if operation.params.is_empty() && !first.contains('\n') && first.len() + 14 <= LINE {
        return format!("        \"\"\"{first}\"\"\"\n");
    }
    let mut text = format!("        \"\"\"{first}\n");
    if !operation.params.is_empty() {
        text.push('\n');
    }
    for field in &operation.params {
        let unit = field.measured_in().map(|unit| format!(" [{unit}]")).unwrap_or_default();
        let line = format!("``{}``{unit}: {}", field.name, field_doc(field));
        text.push_str(&format!("        - {}\n", wrap(&line, 10, 10)));
    }
    text + "        \"\"\"\n"
}
