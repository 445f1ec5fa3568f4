//! The catalogue for programs.

use serde_json::{Value, json};

use crate::catalogue::schema::describe_field;
use crate::catalogue::{Catalogue, Operation};
use crate::wire::Code;

impl Catalogue {
    /// Every entity, operation and error code, operations with their schemas.
    pub fn to_json(&self) -> Value {
        let codes = Code::ALL.iter().map(|code| json!({"error_code": code.name(), "meaning": code.meaning()}));
        json!({
            "scenewire": env!("CARGO_PKG_VERSION"),
            "entities": self.entities.iter().map(|entity| entity.describe()).collect::<Vec<_>>(),
            "operations": self.operations.iter().map(operation).collect::<Vec<_>>(),
            "errors": codes.collect::<Vec<_>>(),
        })
    }
}

fn operation(operation: &Operation) -> Value {
    json!({
        "name": operation.name,
        "title": operation.title,
        "doc": operation.doc,
        "domain": operation.domain.name(),
        "effect": operation.effect.name(),
        "scope": operation.scope.name(),
        "idempotent": operation.idempotent,
        "main_thread": operation.main_thread,
        "timeout": operation.timeout.as_secs_f64(),
        "input_schema": operation.input_schema(),
        "output_schema": operation.output_schema(),
        "params": operation.params.iter().map(describe_field).collect::<Vec<_>>(),
        "errors": operation.errors().into_iter().map(Code::name).collect::<Vec<_>>(),
        "example": operation.example,
        "made_of": operation.made_of,
    })
}
