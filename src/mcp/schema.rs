//! JSON schemas of an operation's arguments and result, as MCP clients read them.

use rmcp::model::JsonObject;
use serde_json::Value;

use crate::catalogue::Operation;

/// Schema of the arguments.
pub(super) fn input(operation: &Operation) -> JsonObject {
    as_object(operation.input_schema())
}

/// What models seldom need of arguments and result: in the tool list it would cost every conversation its room, and
/// `describe_tool` tells it.
const SELDOM: &[(&str, &[&str])] = &[(
    "execute_python",
    &[
        "variables",
        "output_limit",
        "variables_after",
        "trace",
        "isolated",
        "whole_stdout",
        "whole_stderr",
        "whole_repr",
    ],
)];

/// Schema of the arguments for the tool list, which a model reads at the start of every conversation.
pub(super) fn brief_input(operation: &Operation) -> JsonObject {
    let mut schema = input(operation);
    hide(&operation.name, &mut schema);
    schema
}

fn hide(operation: &str, schema: &mut JsonObject) {
    let hidden = SELDOM.iter().filter(|(name, _)| *name == operation).flat_map(|(_, fields)| *fields);
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        hidden.for_each(|field| drop(properties.shift_remove(*field)));
    }
}

/// Schema of the result. Nothing in it is required, for clients check errors, which are structured content too,
/// against it.
pub(super) fn output(operation: &Operation) -> JsonObject {
    as_object(operation.output_schema())
}

/// Schema of the result for the tool list, which a model reads at the start of every conversation: what objects
/// hold is told by `describe_tool` and seen in the result itself.
pub(super) fn brief_output(operation: &Operation) -> JsonObject {
    let mut schema = output(operation);
    hide(&operation.name, &mut schema);
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.values_mut().for_each(shorten);
    }
    schema
}

/// Takes away what an object or the objects of a list hold.
fn shorten(schema: &mut Value) {
    if let Some(map) = schema.as_object_mut() {
        map.remove("properties");
        map.remove("required");
        map.get_mut("items").into_iter().for_each(shorten);
    }
}

fn as_object(value: Value) -> JsonObject {
    match value {
        Value::Object(map) => map,
        _ => JsonObject::new(),
    }
}
