//! What may be done in the background, and whether this caller may have it done there.

use serde_json::Value;

use crate::catalogue::{Defined, Effect, Operation, Scope, catalogue};
use crate::host::approval::Question;
use crate::host::batch::{self, Gate, Plan};
use crate::wire::{Code, Fault, Payload};

/// Refuses an order that must not or could not be carried out, and puts real paths into it. What must be asked before.
pub(in crate::host) fn check(order: &mut Payload, gate: &Gate<'_>) -> Result<Option<Question>, Fault> {
    let name = order.json["operation"].as_str().unwrap_or_default().to_owned();
    let operation = catalogue().operation(&name)?;
    refuse(operation)?;
    let arguments = order.json.get("arguments").cloned().unwrap_or_default();
    let arguments = if arguments.is_null() { Value::Object(Default::default()) } else { arguments };
    let mut given = Payload { json: arguments, attachments: order.attachments.clone() };
    let mut checked = operation.validate(given.clone()).map_err(within)?;
    // What a project has defined in this process, another one does not know.
    let nothing = Defined::default();
    let gate = &Gate { defined: &nothing, ..*gate };
    let Gate { policy, host, way, .. } = *gate;
    let (question, effect) = if operation.name == batch::NAME {
        refuse_relative(&given.json)?;
        let (plan, question) = Plan::new(checked, gate).map_err(within)?;
        let effect = plan.effect();
        (question, effect)
    } else {
        let written = policy.check(operation, &mut checked, host, way).map_err(within)?;
        policy.check(operation, &mut given, host, way).map_err(within)?;
        (Question::about(&policy.rules, operation, &checked, &written), operation.effect)
    };
    let keeps = order.json["save_path"].is_string() || operation.scope == Scope::Python;
    if effect != Effect::Read && !keeps {
        let message = format!("`{name}` changes the scene, and a task works on a copy: nothing of it would be kept");
        return Err(Fault::new(Code::InvalidParams, message)
            .detail("path", "save_path")
            .suggest("give save_path, where the changed copy is saved")
            .suggest(format!("or call {name} itself")));
    }
    order.json["arguments"] = given.json;
    // By another of its names other arguments may be meant than those that were looked at.
    order.json["operation"] = operation.name.as_str().into();
    Ok(question)
}

fn refuse(operation: &Operation) -> Result<(), Fault> {
    let reason = match operation.name.as_str() {
        _ if !operation.main_thread => "it is answered at once: call it alone",
        super::START => "a task begins no other",
        "undo" | "redo" => "it moves through the artist's own steps, and a task works on a copy",
        name if name.ends_with("_checkpoint") || name.ends_with("_checkpoints") => {
            "checkpoints are of the open file, and a task works on a copy"
        }
        crate::catalogue::IMPORT_ASSET => {
            "it goes on beside the artist as it is, and only the import takes a turn: call it alone"
        }
        _ if operation.effect == Effect::Session => {
            "a task works on a copy of the scene, which is opened and saved for it"
        }
        _ => return Ok(()),
    };
    Err(Fault::new(Code::NotSupported, format!("`{}` cannot be a task: {reason}", operation.name))
        .detail("operation", operation.name.as_str()))
}

/// The steps of a batch are sent as they are, and the copy lies in another folder than the scene.
fn refuse_relative(value: &Value) -> Result<(), Fault> {
    match value {
        Value::String(text) if text.starts_with("//") => {
            let message = format!("`{text}` is relative to the open file, and a task works on a copy of it elsewhere");
            Err(Fault::new(Code::InvalidParams, message).detail("got", text.as_str()).suggest("give an absolute path"))
        }
        Value::Array(items) => items.iter().try_for_each(refuse_relative),
        Value::Object(fields) => fields.values().try_for_each(refuse_relative),
        _ => Ok(()),
    }
}

/// A fault of what is ordered, as one of the order.
fn within(mut fault: Fault) -> Fault {
    if let Some(path) = fault.details.get("path").and_then(Value::as_str) {
        let path = format!("arguments.{path}");
        fault.details.insert("path".to_owned(), path.into());
    }
    fault
}
