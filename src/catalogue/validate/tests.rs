//! Validation, kind by kind.
#![allow(clippy::unwrap_used)]

use serde_json::{Value, json};

use crate::catalogue::catalogue;
use crate::wire::{Fault, Payload};

/// Validates the arguments of one operation.
fn validate(operation: &str, arguments: Value) -> Result<Payload, Fault> {
    catalogue().operation(operation).unwrap().validate(Payload::json(arguments))
}

/// One field of one created item in canonical form, or path and expectation of the refusal.
fn field(operation: &str, name: &str, value: Value) -> Result<Value, String> {
    match validate(operation, json!({ "items": [{ name: value }] })) {
        Ok(payload) => Ok(payload.json["items"][0][name].clone()),
        Err(fault) => Err(fault.details["path"].as_str().unwrap().to_owned()),
    }
}

fn check(operation: &str, name: &str, value: Value, expected: Value) {
    let got = field(operation, name, value.clone());
    assert_eq!(got, Ok(expected), "{name} = {value}");
}

#[test]
fn scalars() {
    check("create_nodes", "visible", json!(false), json!(false));
    check("create_nodes", "render_order", json!(2.0), json!(2));
}
