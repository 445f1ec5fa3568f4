//! Finding operations by words, and telling all about one.

use serde_json::{Value, json};

use crate::backend::Instance;
use crate::catalogue::{Domain, Operation, catalogue};

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

/// The same of one that a project defines, from all that its host tells of it.
pub(super) fn summary_of_project(told: &Value) -> Value {
    let mut shown = json!({});
    for name in ["operation", "description", "domain", "effect", "module"] {
        shown[name] = told[name].clone();
    }
    shown
}

/// The name that looks most like `wanted`.
pub(super) fn nearest<'a>(wanted: &str, names: impl Iterator<Item = &'a str>) -> &'a str {
    let likeness = |name: &str| strsim::jaro_winkler(wanted, name);
    names.max_by(|left, right| likeness(left).total_cmp(&likeness(right))).unwrap_or_default()
}
