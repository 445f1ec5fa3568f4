//! The gateway's gate: what a key may do where. The host's owner has a second one, and the last word.

use serde_json::{Value, json};

use crate::catalogue::{Effect, Kind, Operation, Scope, catalogue};
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

/// The same for a batch: each of its steps as if it were called alone.
pub(super) fn check_all(asked: &Asked<'_>) -> Result<(), Fault> {
    if asked.operation.name != BATCH {
        return check(asked);
    }
    for (index, (operation, arguments)) in steps(asked.arguments)?.into_iter().enumerate() {
        check(&Asked { operation, arguments, ..*asked })
            .map_err(|fault| fault.detail("step", json!({ "index": index, "operation": operation.name })))?;
    }
    Ok(())
}

/// Whether a call changes the scene: of a batch, whether a step does.
pub(super) fn changes(operation: &Operation, arguments: &Value) -> bool {
    if operation.name != BATCH {
        return operation.effect != Effect::Read;
    }
    steps(arguments).map_or(true, |steps| steps.iter().any(|(operation, _)| operation.effect != Effect::Read))
}

const BATCH: &str = "batch";

/// The operations of a batch with their arguments. A host also takes other spellings of these names; here they would
/// be steps that nobody has looked at, and so there is one spelling only.
fn steps(arguments: &Value) -> Result<Vec<(&'static Operation, &Value)>, Fault> {
    only(arguments, &["operations", "on_error", "dry_run", "label"], "")?;
    let listed = arguments["operations"].as_array().filter(|listed| !listed.is_empty());
    let listed = listed.ok_or_else(|| wrong("operations", "a list of steps"))?;
    let each = listed.iter().enumerate().map(|(index, step)| {
        let path = format!("operations[{index}]");
        only(step, &["operation", "arguments", "name"], &path)?;
        let name = step["operation"].as_str();
        let name = name.ok_or_else(|| wrong(&format!("{path}.operation"), "the name of an operation"))?;
        let operation = catalogue().operation(name).map_err(|fault| fault.detail("path", path))?;
        Ok((operation, &step["arguments"]))
    });
    each.collect()
}

fn only(value: &Value, names: &[&str], path: &str) -> Result<(), Fault> {
    let map = value.as_object().ok_or_else(|| wrong(path, "an object"))?;
    match map.keys().find(|key| !names.contains(&key.as_str())) {
        None => Ok(()),
        Some(key) => Err(wrong(&format!("{path}.{key}"), &format!("one of {}", names.join(", ")))),
    }
}

fn wrong(path: &str, expected: &str) -> Fault {
    let path = path.trim_start_matches('.');
    Fault::new(Code::InvalidParams, format!("batch: `{path}`: expected {expected}"))
        .detail("path", path)
        .detail("expected", expected)
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
