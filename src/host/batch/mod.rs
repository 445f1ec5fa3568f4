//! Many operations as one call and one undo step.
//!
//! What can be known is refused before anything runs (`plan`). Then the steps run in slices, so that the viewport and the
//! reads of others get their turn between them (`run`); the scene is the batch's own meanwhile: other writes wait.

mod dry;
mod group;
mod plan;
mod run;

use serde_json::{Value, json};

use crate::catalogue::{Effect, Operation};
use crate::wire::Fault;
pub(super) use plan::{Gate, Plan};
pub(super) use run::Open;

/// Its name in the catalogue.
pub(super) const NAME: &str = "batch";

/// Which step of a batch.
#[derive(Clone, Debug)]
struct Place {
    index: usize,
    name: Option<String>,
    /// As the caller wrote it.
    operation: String,
}

impl Place {
    /// Its name, else what it does.
    fn called(&self) -> &str {
        self.name.as_ref().unwrap_or(&self.operation)
    }

    /// An entry of a list of steps, with one fact more.
    fn entry(&self, name: &str, value: Value) -> Value {
        let mut entry = json!({ "index": self.index, "operation": self.operation });
        if let Some(name) = &self.name {
            entry["name"] = name.as_str().into();
        }
        entry[name] = value;
        entry
    }

    /// The fault of this step as one of the batch.
    fn blame(&self, mut fault: Fault) -> Fault {
        let name = self.name.as_ref().map(|name| format!(", `{name}`")).unwrap_or_default();
        fault.error_message = format!("step {} (`{}`{name}): {}", self.index, self.operation, fault.error_message);
        if let Some(path) = fault.details.get("path").and_then(|path| path.as_str()) {
            let path = format!("operations[{}].arguments.{path}", self.index);
            fault.details.insert("path".to_owned(), path.into());
        }
        let mut step = json!({ "index": self.index, "operation": self.operation });
        if let Some(name) = &self.name {
            step["name"] = name.as_str().into();
        }
        fault.detail("step", step)
    }
}

/// Whether it may run in the middle of somebody's own edit: it changes nothing, does not take the scene away for as long
/// as a render does, and needs no scene of its own as an export does.
pub(super) fn only_looks(operation: &Operation) -> bool {
    let name = operation.name.as_str();
    // A project's own says so, and it is code.
    operation.effect == Effect::Read && name != "render" && !name.starts_with("export_") && operation.module.is_none()
}
