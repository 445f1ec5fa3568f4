//! Finding operations by words, and telling all about one.

use serde_json::{Value, json};

use super::schema;
use crate::backend::Instance;
use crate::catalogue::{Domain, Operation, catalogue};
use crate::wire::Code;

/// Operations that match, best first; those that the instance cannot do are left out.
pub(super) fn find(query: &str, domain: Option<Domain>, instance: Option<&Instance>) -> Vec<&'static Operation> {
    let mut found = catalogue().find(query, domain, usize::MAX);
    if let Some(instance) = instance {
        found.retain(|operation| !instance.host.not_supported.contains_key(&operation.name));
    }
    found
}

/// One line of a search result.
pub(super) fn summary(operation: &Operation) -> Value {
    json!({
        "operation": operation.name,
        "description": operation.doc,
        "domain": operation.domain.name(),
        "effect": operation.effect.name(),
    })
}

/// Everything about one operation.
pub(super) fn description(operation: &Operation) -> Value {
    json!({
        "operation": operation.name,
        "title": operation.title,
        "description": operation.doc,
        "domain": operation.domain.name(),
        "effect": operation.effect.name(),
        "idempotent": operation.idempotent,
        "default_timeout": operation.timeout.as_secs_f64(),
        "input_schema": schema::input(operation),
        "output_schema": schema::output(operation),
        "example": operation.example,
        "errors": errors(operation),
    })
}

/// Which errors to be ready for, each with its meaning.
fn errors(operation: &Operation) -> Vec<Value> {
    let told = |code: Code| json!({ "error_code": code.name(), "meaning": code.meaning() });
    operation.errors().into_iter().map(told).collect()
}

/// The name that looks most like `wanted`.
pub(super) fn nearest<'a>(wanted: &str, names: impl Iterator<Item = &'a str>) -> &'a str {
    let likeness = |name: &str| strsim::jaro_winkler(wanted, name);
    names.max_by(|left, right| likeness(left).total_cmp(&likeness(right))).unwrap_or_default()
}
