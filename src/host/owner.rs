//! What the owner of a running host may do: answer questions, stop a command, change the rules.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::approval::{self, Answer};
use super::engine::Engine;
use super::policy::Policy;
use super::queue::Task;
use super::rules::Rules;
use crate::wire::{Code, Fault};

impl Engine {
    /// The rules that hold for the next call.
    pub(crate) fn policy(&self) -> Arc<Policy> {
        self.policy.read().clone()
    }

    /// From the next call on these hold.
    pub(crate) fn enact(&self, rules: Rules) {
        *self.policy.write() = Arc::new(Policy::new(rules));
    }

    /// The rules with some of them changed; nothing is enacted yet.
    pub(crate) fn changed(&self, changes: &Map<String, Value>) -> Result<Rules, Fault> {
        self.policy().rules.changed(changes)
    }

    /// The owner has answered a question.
    pub(crate) fn answer(&self, id: &str, answer: Answer) -> Result<(), Fault> {
        for task in self.approvals.answer(id, answer)? {
            match answer {
                Answer::Deny => self.finish(&task, Err(approval::denied())),
                Answer::Once | Answer::Session => self.release(&task),
            }
        }
        Ok(())
    }

    /// Into the queue at last.
    fn release(&self, task: &Arc<Task>) {
        if let Err(fault) = self.queue_up(task) {
            // It never ran, so its key may be used again.
            self.dedupe.withdraw(&task.key);
            self.finish(task, Err(fault));
        }
    }

    /// Cancels the command of this key, or the one that runs; whether there was one.
    pub(crate) fn cancel_for_owner(&self, key: Option<&str>) -> bool {
        let task = match key {
            None => self.running.lock().as_ref().map(|running| running.task.clone()),
            Some(key) => self.dedupe.running(key),
        };
        let Some(task) = task else { return false };
        task.control.dismiss();
        self.cancel(&task);
        true
    }
}

/// Who waits for it did not ask for that.
pub(crate) fn dismissed() -> Fault {
    Fault::new(Code::Cancelled, "the owner of this host cancelled the call; nothing of it remains")
}
