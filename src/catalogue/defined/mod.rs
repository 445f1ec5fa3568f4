//! Operations that one instance has beyond the catalogue: typed functions of a project's scripts. From what the host's
//! Python tells of them come the very `Operation`s that everything else works with, so that validation, policy, undo,
//! batches and schemas are the same.

mod definition;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use parking_lot::Mutex;
use serde_json::{Value, json};

use super::nearest::nearest;
use super::reference::is_name;
use super::{OFFERED, Operation, catalogue, search};
use crate::wire::{Code, Fault, Payload};
pub(crate) use definition::Definition;

/// So many different ones may be made in the life of a process: each stays in memory, as the catalogue's do.
const MOST: usize = 4_096;
/// Characters of a name.
const LONGEST: usize = 64;
/// What the gateway's audit and figures call any of them: their names are somebody's own text.
pub(crate) const PROJECT: &str = "(project)";

/// The operations of the project that a host has loaded.
#[derive(Debug, Default)]
pub struct Defined {
    by_name: BTreeMap<String, &'static Operation>,
}

/// Whether a name that the catalogue does not know can be one of a project's.
pub(crate) fn may_be_defined(name: &str) -> bool {
    let snake = |name: &str| name.chars().all(|letter| !letter.is_ascii_uppercase());
    is_name(name) && snake(name) && !name.starts_with('_') && name.len() <= LONGEST
}

impl Defined {
    /// All of them, or the reason why one cannot be.
    pub fn new(told: Value) -> Result<Self, Fault> {
        let told: Vec<Value> = serde_json::from_value(told).map_err(|error| broken(&error))?;
        let mut by_name = BTreeMap::new();
        for one in told {
            let operation = interned(one)?;
            if by_name.insert(operation.name.clone(), operation).is_some() {
                let message = format!("two functions are called `{}`", operation.name);
                return Err(taken(&operation.name, message));
            }
        }
        Ok(Self { by_name })
    }

    /// The one of this name.
    pub(crate) fn known(&self, name: &str) -> Option<&'static Operation> {
        self.by_name.get(name).copied()
    }

    /// The operation of this name, the catalogue's or one of these; else a fault with the nearest names of both.
    pub(crate) fn operation(&self, name: &str) -> Result<&'static Operation, Fault> {
        if let Some(operation) = catalogue().known(name).or_else(|| self.known(name)) {
            return Ok(operation);
        }
        let mut fault = catalogue().unknown(name);
        let near = nearest(name, self.by_name.keys().map(String::as_str), OFFERED);
        fault.suggestions.splice(0..0, near.into_iter().map(str::to_owned));
        Err(fault)
    }

    /// As they are listed: those that have a word of the query, best first; without one all of them.
    pub(crate) fn told(&self, query: &str) -> Value {
        let all: Vec<&'static Operation> = self.by_name.values().copied().collect();
        let ranked = if query.trim().is_empty() { (0..all.len()).collect() } else { search::rank(&all, query) };
        let items: Vec<Value> = ranked.into_iter().filter_map(|at| all.get(at)).map(|one| description(one)).collect();
        json!({ "items": items })
    }
}

/// Everything about one operation, as `describe_tool` tells it.
pub(crate) fn description(operation: &Operation) -> Value {
    let told = |code: Code| json!({ "error_code": code.name(), "meaning": code.meaning() });
    let mut shown = json!({
        "operation": operation.name,
        "title": operation.title,
        "description": operation.doc,
        "domain": operation.domain.name(),
        "effect": operation.effect.name(),
        "idempotent": operation.idempotent,
        "default_timeout": operation.timeout.as_secs_f64(),
        "input_schema": operation.input_schema(),
        "output_schema": operation.output_schema(),
        "example": operation.example,
        "errors": operation.errors().into_iter().map(told).collect::<Vec<_>>(),
    });
    if let Some(module) = operation.module {
        shown["module"] = module.into();
    }
    shown
}

/// The operation of a definition: the same one for the same definition, for kinds live as long as the process.
fn interned(told: Value) -> Result<&'static Operation, Fault> {
    static KNOWN: LazyLock<Mutex<HashMap<String, &'static Operation>>> = LazyLock::new(Mutex::default);
    let text = told.to_string();
    let definition: Definition = serde_json::from_value(told).map_err(|error| broken(&error))?;
    check_name(&definition.name)?;
    let mut known = KNOWN.lock();
    if let Some(operation) = known.get(&text) {
        return Ok(operation);
    }
    if known.len() >= MOST {
        let message = format!("{MOST} different operations were defined since this host started");
        return Err(Fault::new(Code::TooLarge, message).suggest("restart the host"));
    }
    let operation = definition.operation();
    operation.validate(Payload::json(operation.example.clone())).map_err(|fault| {
        let message = format!("the example of `{}` does not fit its own arguments: {}", operation.name, fault);
        Fault { error_message: message, ..fault }
    })?;
    let operation: &'static Operation = Box::leak(Box::new(operation));
    known.insert(text, operation);
    Ok(operation)
}

fn check_name(name: &str) -> Result<(), Fault> {
    if !may_be_defined(name) {
        let expected = format!("small letters, digits and `_`, a letter first, at most {LONGEST}");
        return Err(Fault::new(
            Code::InvalidParams,
            format!("`{name}` is no name of an operation: expected {expected}"),
        )
        .detail("got", name)
        .detail("expected", expected));
    }
    match catalogue().known(name) {
        None => Ok(()),
        Some(own) => Err(taken(name, format!("the catalogue has an operation `{}` already", own.name))),
    }
}

fn taken(name: &str, message: String) -> Fault {
    Fault::new(Code::Conflict, message).detail("got", name).suggest("rename the function")
}

fn broken(error: &serde_json::Error) -> Fault {
    Fault::new(Code::InvalidParams, format!("a definition of an operation cannot be read: {error}"))
}
