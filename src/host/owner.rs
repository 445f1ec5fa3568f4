//! What the owner of a running host may do: answer questions, stop a command, change the rules.

use std::path::PathBuf;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::Host;
use super::approval::{self, Answer};
use super::engine::Engine;
use super::policy::Policy;
use super::queue::Task;
use super::rules::{self, Rules, Verdict};
use crate::catalogue::Defined;
use crate::wire::{Code, Fault};

impl Host {
    /// Changes rules by their names, and `name`; from the next call on, all of them or, with the reason, none.
    pub fn configure(&self, mut changes: Map<String, Value>) -> Result<(), Fault> {
        let engine = &self.shared.engine;
        let _one_at_a_time = self.shared.configuring.lock();
        let name = changes.remove("name");
        let port = changes.shift_remove("foreign_port");
        let rules = engine.changed(&changes)?;
        let name = name.map(|name| rules::read::<String>("name", &name, "a text")).transpose()?;
        let before = engine.foreign.port();
        if let Some(port) = port {
            self.listen_foreign(rules::read("foreign_port", &port, rules::FOREIGN_PORT)?)?;
        }
        if let Some(name) = name {
            // What was switched already is switched back.
            self.rename(&name).inspect_err(|_| drop(self.listen_foreign(before)))?;
        }
        engine.enact(rules);
        Ok(())
    }

    /// Takes these as the operations of the project that is loaded, in place of all before; or none, with the reason.
    pub fn define(&self, defined: Defined) {
        *self.shared.engine.defined.write() = Arc::new(defined);
    }

    /// The folders in which its owner lets files be used.
    pub fn file_roots(&self) -> Vec<PathBuf> {
        self.shared.engine.policy().file_roots()
    }

    /// The folders in which Python code may touch files; none where the owner has switched the guard off.
    pub fn guarded_roots(&self) -> Option<Vec<PathBuf>> {
        self.shared.engine.policy().guarded_roots()
    }

    /// Whether guarded code may import what is neither the application's nor of a project in the roots.
    pub fn allows_third_party_code(&self) -> bool {
        self.shared.engine.policy().rules.third_party_code == Verdict::Allow
    }

    /// Cancels the command of this key, or the one that runs or is to run next; whether there was one.
    pub fn cancel(&self, key: Option<&str>) -> bool {
        self.shared.engine.cancel_for_owner(key)
    }

    /// Answers the question of this id, as listed in the status.
    pub fn approve(&self, id: &str, answer: Answer) -> Result<(), Fault> {
        self.shared.engine.answer(id, answer)
    }

    /// Takes back the last step that came of a call, and says which; on the host's main thread.
    pub fn undo_last(&self) -> Result<String, Fault> {
        self.shared.engine.undo_last()
    }

    /// Another name for the same host: its id stays, also for hosts that start later under this name.
    fn rename(&self, wish: &str) -> Result<(), Fault> {
        let mut record = self.shared.record.lock();
        let renamed = record.renamed(wish, &self.shared.folders, self.shared.own_id)?;
        self.shared.engine.instance.write().name.clone_from(&renamed.name);
        *record = renamed;
        drop(record);
        self.shared.listener.tell(&self.shared.engine.instance());
        Ok(())
    }
}

impl Engine {
    /// The rules that hold for the next call.
    pub(crate) fn policy(&self) -> Arc<Policy> {
        self.policy.read().clone()
    }

    /// From the next call on these hold.
    pub(crate) fn enact(&self, rules: Rules) {
        let changed = self.policy().with(rules);
        *self.policy.write() = Arc::new(changed);
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

    /// Cancels the command of this key, or the one that runs or is to run next; whether there was one.
    pub(crate) fn cancel_for_owner(&self, key: Option<&str>) -> bool {
        let task = match key {
            None => {
                let running = self.running.lock().as_ref().map(|running| running.task.clone());
                running.or_else(|| self.under_way.lock().clone()).or_else(|| self.queue.first())
            }
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
