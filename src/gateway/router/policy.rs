//! The gateway's gate: what a key may do where. The host's owner has a second one, and the last word.

use serde_json::Value;

use crate::catalogue::{Effect, Kind, Operation, Scope};
use crate::gateway::accounts::{Principal, Role, Scope as Granted};
use crate::wire::{Code, Fault};

/// What is asked for, of which instance.
pub(super) struct Asked<'a> {
    pub(super) who: &'a Principal,
    pub(super) role: Role,
    pub(super) instance: &'a str,
    /// What the instance's owner lets be called on it at all.
    pub(super) allowed: Option<&'a [String]>,
    pub(super) operation: &'a Operation,
    pub(super) arguments: &'a Value,
}

/// Lets it pass, or says which rule is against it: to the owner by name, to everybody else only that there is one.
pub(super) fn check(asked: &Asked<'_>) -> Result<(), Fault> {
    match broken(asked) {
        None => Ok(()),
        Some(rule) if asked.role == Role::Owner => {
            Err(Fault::new(Code::PermissionDenied, rule).detail("operation", asked.operation.name.as_str()))
        }
        Some(_) => Err(Fault::new(Code::PermissionDenied, "not permitted")),
    }
}

fn broken(asked: &Asked<'_>) -> Option<String> {
    let Asked { who, operation, instance, .. } = asked;
    let name = operation.name.as_str();
    let scope = needed(operation);
    if !who.grant.scopes.contains(scope) {
        return Some(format!("the key {} lacks the scope `{}`, which `{name}` needs", who.key, scope.name()));
    }
    if names_files(operation, asked.arguments) && !who.grant.scopes.contains(Granted::Files) {
        return Some(format!("the key {} lacks the scope `files`, which a path among the arguments needs", who.key));
    }
    if who.grant.operations.as_ref().is_some_and(|list| !listed(list, name)) {
        return Some(format!("`{name}` is not among the operations that the key {} may call", who.key));
    }
    if asked.allowed.is_some_and(|list| !listed(list, name)) {
        return Some(format!("`{name}` is not among the operations that may be called on this instance"));
    }
    if who.grant.instances.as_ref().is_some_and(|list| !list.iter().any(|id| id == instance)) {
        return Some(format!("the key {} may not reach this instance", who.key));
    }
    if asked.role == Role::Viewer && (operation.effect != Effect::Read || scope != Granted::Read) {
        return Some("this instance is shared for viewing".to_owned());
    }
    None
}

fn needed(operation: &Operation) -> Granted {
    match operation.scope {
        Scope::Read => Granted::Read,
        Scope::Edit => Granted::Edit,
        Scope::Python => Granted::Python,
        Scope::Files => Granted::Files,
    }
}

/// Whether a path is named where the operation takes one.
fn names_files(operation: &Operation, arguments: &Value) -> bool {
    operation.params.iter().any(|field| {
        matches!(field.kind, Kind::Path { .. }) && arguments.get(field.name).is_some_and(|path| !path.is_null())
    })
}

/// By name, or by its beginning and `*`.
fn listed(list: &[String], name: &str) -> bool {
    list.iter().any(|entry| match entry.strip_suffix('*') {
        Some(beginning) => name.starts_with(beginning),
        None => entry == name,
    })
}
