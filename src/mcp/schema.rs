//! JSON schemas of an operation's arguments and result, as MCP clients read them.

use rmcp::model::JsonObject;
use serde_json::Value;

use crate::catalogue::Operation;

/// Schema of the arguments.
pub(super) fn input(operation: &Operation) -> JsonObject {
    as_object(operation.input_schema())
}

/// Schema of the result. Nothing in it is required, for clients check errors, which are structured content too,
/// against it.
pub(super) fn output(operation: &Operation) -> JsonObject {
    as_object(operation.output_schema())
}

fn as_object(value: Value) -> JsonObject {
    match value {
        Value::Object(map) => map,
        _ => JsonObject::new(),
    }
}
