//! The gateway's gate: what a key may do where. The host's owner has a second one, and the last word.

use std::convert::Infallible;

use serde_json::{Value, json};

use crate::catalogue::{Effect, Operation, START_TASK, Scope, catalogue, each_path, may_be_defined, parlance};
use crate::gateway::accounts::{Principal, Role, Scope as Granted};
use crate::wire::{Code, Fault, Payload};

/// What is asked for, of which instance.
pub(super) struct Asked<'a> {
    pub(super) who: &'a Principal,
    pub(super) role: Role,
    pub(super) instance: &'a str,
    /// What the instance's owner lets be called on it at all.
    pub(super) allowed: Option<&'a [String]>,
    pub(super) operation: &'a Operation,
    pub(super) files: Files,
}

/// Whether a call names files of the host's machine.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Files {
    named: bool,
    written: bool,
}

impl Files {
    /// Those of a call by this name, which may be one of the reference system's: what counts is what the host will make of
    /// its arguments.
    pub(super) fn named_by(name: &str, operation: &Operation, arguments: &Value) -> Result<Self, Fault> {
        let mut heard = Payload::json(arguments.clone());
        if parlance::is_spoken(name) {
            parlance::understood(name, &mut heard)?;
        }
        Ok(Self::of(operation, &mut heard.json))
    }

    /// Those among arguments as they came: the host validates them, this side of it only looks.
    pub(super) fn of(operation: &Operation, arguments: &mut Value) -> Self {
        let mut files = Self::default();
        let _ = each_path::<Infallible>(operation, arguments, &mut |_, write| {
            files = Self { named: true, written: files.written || write };
            Ok(())
        });
        files
    }
}

/// The same for a batch, each of its steps as if it were called alone, and for what is done in the background.
pub(super) fn check_all(asked: &Asked<'_>, asked_for: &Value) -> Result<(), Fault> {
    if asked.operation.name == START_TASK {
        check_whole(asked)?;
        only(asked_for, &["operation", "arguments", "save_path", "time_limit"], "")?;
        let name = asked_for["operation"].as_str().ok_or_else(|| wrong("operation", "the name of an operation"))?;
        let operation = catalogue().operation(name).map_err(|fault| fault.detail("path", "operation"))?;
        let inner = &asked_for["arguments"];
        let files = Files::named_by(name, operation, inner)?;
        // Before its own steps are looked at: a task in a task would end this nowhere.
        if operation.name == START_TASK {
            return Err(wrong("operation", "an operation that is no task"));
        }
        return check_all(&Asked { operation, files, ..*asked }, inner);
    }
    if asked.operation.name != BATCH {
        return check_whole(asked);
    }
    for (index, (name, operation, arguments)) in steps(asked_for)?.into_iter().enumerate() {
        let files = Files::named_by(name, operation, arguments)?;
        let hidden = |fault| if catalogue().known(name).is_none() { unknown(name) } else { fault };
        check_whole(&Asked { operation, files, ..*asked })
            .map_err(hidden)
            .map_err(|fault| fault.detail("step", json!({ "index": index, "operation": operation.name })))?;
    }
    Ok(())
}

/// Whether a call changes the scene: of a batch, whether a step does.
pub(super) fn changes(operation: &Operation, arguments: &Value) -> bool {
    if operation.name != BATCH {
        return operation.effect != Effect::Read;
    }
    steps(arguments).map_or(true, |steps| steps.iter().any(|(_, operation, _)| operation.effect != Effect::Read))
}

const BATCH: &str = "batch";

/// The operations of a batch with their arguments. A host also takes other spellings of these names; here they would
/// be steps that nobody has looked at, and so there is one spelling only.
fn steps(arguments: &Value) -> Result<Vec<(&str, &'static Operation, &Value)>, Fault> {
    only(arguments, &["operations", "on_error", "dry_run", "label"], "")?;
    let listed = arguments["operations"].as_array().filter(|listed| !listed.is_empty());
    let listed = listed.ok_or_else(|| wrong("operations", "a list of steps"))?;
    let each = listed.iter().enumerate().map(|(index, step)| {
        let path = format!("operations[{index}]");
        only(step, &["operation", "arguments", "name"], &path)?;
        let name = step["operation"].as_str();
        let name = name.ok_or_else(|| wrong(&format!("{path}.operation"), "the name of an operation"))?;
        let operation = catalogue().known(name).map_or_else(|| of_project(name), Ok);
        let operation = operation.map_err(|fault| fault.detail("path", path))?;
        Ok((name, operation, &step["arguments"]))
    });
    each.collect()
}

/// What a name that the catalogue does not have is judged as: a project's own operation, which its host knows, runs
/// Python and is allowed where that is.
pub(super) fn of_project(name: &str) -> Result<&'static Operation, Fault> {
    if may_be_defined(name) { catalogue().operation("execute_python") } else { Err(unknown(name)) }
}

/// Nobody has an operation of this name, as far as the caller is concerned.
pub(super) fn unknown(name: &str) -> Fault {
    let message = || Fault::new(Code::UnknownOperation, "there is no such operation");
    catalogue().operation(name).err().unwrap_or_else(message)
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
    Fault::new(Code::InvalidParams, format!("`{path}`: expected {expected}"))
        .detail("path", path)
        .detail("expected", expected)
}

/// A compound is as if each of its atomics were called alone.
fn check_whole(asked: &Asked<'_>) -> Result<(), Fault> {
    check(asked)?;
    let parts = asked.operation.made_of.iter().map(|name| catalogue().operation(name));
    parts.into_iter().try_for_each(|part| {
        let part = Asked { operation: part?, files: Files::default(), ..*asked };
        check(&part).map_err(|fault| fault.detail("part_of", asked.operation.name.as_str()))
    })
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
    if asked.files.named && !who.grant.scopes.contains(Granted::Files) {
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
    if asked.role == Role::Viewer && asked.files.written {
        return Some("this instance is shared for viewing, and a file would be written on its machine".to_owned());
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

/// By name, or by its beginning and `*`.
fn listed(list: &[String], name: &str) -> bool {
    list.iter().any(|entry| match entry.strip_suffix('*') {
        Some(beginning) => name.starts_with(beginning),
        None => entry == name,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{arguments_with_paths, catalogue};
    use crate::gateway::accounts::{Grant, Scopes};

    fn principal(grant: Grant) -> Principal {
        let text = str::to_owned;
        Principal { user: text("u_1"), user_name: text("ana"), key: text("k_1"), grant, expires_at: None }
    }

    fn refused(operation: &Operation, arguments: &Value, role: Role, scopes: Scopes) -> bool {
        let who = principal(Grant { scopes, ..Grant::default() });
        let files = Files::of(operation, &mut arguments.clone());
        check(&Asked { who: &who, role, instance: "i", allowed: None, operation, files }).is_err()
    }

    #[test]
    fn a_compound_needs_what_each_of_its_parts_needs() {
        let turntable = catalogue().operation("create_turntable").unwrap();
        let check = |listed: Option<&[&str]>| {
            let operations = listed.map(|listed| listed.iter().map(|name| (*name).to_owned()).collect());
            let scopes = [Granted::Read, Granted::Edit].into_iter().collect();
            let who = principal(Grant { scopes, operations, ..Grant::default() });
            let asked = Asked {
                who: &who,
                role: Role::Owner,
                instance: "i",
                allowed: None,
                operation: turntable,
                files: Files::default(),
            };
            check_all(&asked, &json!({})).map_err(|fault| fault.error_message)
        };
        assert_eq!(check(None), Ok(()));
        let fault = check(Some(&["create_*", "get_*", "list_*", "set_parent"])).unwrap_err();
        assert!(fault.contains("`update_"), "{fault}");
        assert_eq!(check(Some(&["create_*", "get_*", "list_*", "set_parent", "update_*"])), Ok(()));
        assert!(check(Some(&["get_*"])).unwrap_err().contains("`create_turntable`"));
    }

    #[test]
    fn a_batch_needs_what_each_of_its_steps_needs() {
        let batch = catalogue().operation("batch").unwrap();
        let check = |steps: Value, scopes: Scopes| {
            let arguments = if steps.is_array() { json!({ "operations": steps }) } else { steps };
            let who = principal(Grant { scopes, ..Grant::default() });
            let files = Files::default();
            let asked = Asked { who: &who, role: Role::Owner, instance: "i", allowed: None, operation: batch, files };
            check_all(&asked, &arguments).map_err(|fault| fault.error_code)
        };
        let read: Scopes = [Granted::Read].into_iter().collect();
        let edit: Scopes = [Granted::Read, Granted::Edit].into_iter().collect();
        let (look, make) = (json!({ "operation": "get_scene" }), json!({ "operation": "create_nodes" }));
        let (python, file) = (
            json!({ "operation": "execute_python" }),
            json!({ "operation": "create_textures", "arguments": { "items": [{ "path": "/tmp/a" }] } }),
        );
        assert_eq!(check(json!([look]), read), Ok(()));
        assert_eq!(check(json!([look, make]), edit), Ok(()));
        for (steps, scopes) in [
            (json!([look, make]), read),
            (json!([make, python]), edit),
            (json!([make, file]), edit),
            (json!([{ "operation": "executePython" }]), edit),
        ] {
            assert_eq!(check(steps.clone(), scopes), Err(Code::PermissionDenied), "{steps}");
        }
        // Other spellings that a host would take.
        for steps in [
            json!([{ "operation": "get_scene", "Arguments": {} }]),
            json!([{ "Operation": "execute_python" }]),
            json!({ "Operations": [python] }),
            json!({ "operations": [look], "Operations": [python] }),
            json!([]),
        ] {
            assert_eq!(check(steps.clone(), edit), Err(Code::InvalidParams), "{steps}");
        }
    }

    #[test]
    fn a_task_needs_what_its_operation_needs() {
        let task = catalogue().operation("start_task").unwrap();
        let check = |arguments: Value, role: Role, scopes: Scopes| {
            let who = principal(Grant { scopes, ..Grant::default() });
            let files = Files::of(task, &mut arguments.clone());
            check_all(&Asked { who: &who, role, instance: "i", allowed: None, operation: task, files }, &arguments)
                .map_err(|fault| fault.error_code)
        };
        let edit: Scopes = [Granted::Read, Granted::Edit].into_iter().collect();
        let python = json!({ "operation": "execute_python", "arguments": { "code": "1" } });
        let batch = |step: &Value| json!({ "operation": "batch", "arguments": { "operations": [step] } });
        let make = json!({ "operation": "create_nodes", "arguments": { "items": [{}] } });
        let to_file = json!({ "operation": "render", "arguments": { "output_path": "/tmp/a.png" } });
        let saved = json!({ "operation": "render", "save_path": "/tmp/a.blend" });
        assert_eq!(check(json!({ "operation": "render" }), Role::Viewer, edit), Ok(()));
        assert_eq!(check(batch(&make), Role::Owner, edit), Ok(()));
        assert_eq!(check(python.clone(), Role::Owner, Scopes::USER), Ok(()));
        for arguments in [&python, &batch(&python), &to_file, &batch(&to_file), &saved] {
            assert_eq!(check(arguments.clone(), Role::Owner, edit), Err(Code::PermissionDenied), "{arguments}");
        }
        assert_eq!(check(batch(&make), Role::Viewer, edit), Err(Code::PermissionDenied));
        // Other spellings that a host would take, and what is no order.
        for arguments in [
            json!({ "operation": "render", "Operation": "execute_python" }),
            json!({ "operation": "render", "Arguments": {} }),
            json!({ "operation": "start_task", "arguments": python }),
            json!({}),
        ] {
            assert_eq!(check(arguments.clone(), Role::Owner, edit), Err(Code::InvalidParams), "{arguments}");
        }
    }

    #[test]
    fn every_path_of_the_catalogue_needs_the_scope_and_every_written_one_an_editor() {
        let without = [Granted::Read, Granted::Edit, Granted::Python, Granted::Route].into_iter().collect();
        let (mut read, mut written) = (0, 0);
        for operation in catalogue().operations() {
            for (arguments, write) in arguments_with_paths(operation) {
                let name = &operation.name;
                assert!(refused(operation, &arguments, Role::Owner, without), "{name} {arguments}");
                assert!(!refused(operation, &arguments, Role::Owner, Scopes::USER), "{name} {arguments}");
                assert!(!refused(operation, &arguments, Role::Editor, Scopes::USER), "{name} {arguments}");
                // What reads a file changes the scene by it.
                assert!(refused(operation, &arguments, Role::Viewer, Scopes::USER), "{name} {arguments}");
                *if write { &mut written } else { &mut read } += 1;
            }
        }
        assert!(read >= 4 && written >= 4, "the catalogue was not read: {read} {written}");
    }

    #[test]
    fn without_a_path_the_scope_is_not_needed() {
        let render = catalogue().operation("render").unwrap();
        for arguments in [serde_json::json!({}), serde_json::json!({ "output_path": null })] {
            assert!(!refused(render, &arguments, Role::Viewer, [Granted::Read].into_iter().collect()));
        }
    }
}
