//! The wrapper under every operation that changes the scene: all of it happens, as one undo step, or nothing of it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Instant;

use parking_lot::Mutex;
use serde_json::{Value, json};

use super::convention;
use super::{Adapter, Armed, Job, Watchdog};
use crate::catalogue::{Effect, Operation};
use crate::wire::{Code, Fault, Payload, placeholder};

/// Where a fault tells what was changed by who may not.
const CHANGED: &str = "changed";

/// The guard over the job that runs now: whoever cancels it pokes here.
pub(crate) type Guard = Mutex<Option<Arc<dyn Armed>>>;

/// What a job runs against.
pub(crate) struct Stage<'a> {
    pub(crate) adapter: &'a dyn Adapter,
    pub(crate) watchdog: &'a dyn Watchdog,
    pub(crate) guard: &'a Guard,
    /// Whether a transaction is open already, that of the job from within which this one comes.
    pub(crate) nested: bool,
}

impl Stage<'_> {
    /// Does the job as its effect demands.
    pub(crate) fn run(&self, job: &Job, if_revision: Option<u64>) -> Result<Payload, Fault> {
        self.check_revision(if_revision)?;
        match job.operation.effect {
            Effect::Session if self.nested => Err(not_inside(job.operation)),
            Effect::Read if job.operation.module.is_some() => self.reading(job),
            Effect::Read | Effect::Session => self.perform(job),
            Effect::Edit | Effect::Delete if item_by_item(job) => self.each_item(job),
            Effect::Edit | Effect::Delete => self.whole(job),
        }
    }

    pub(super) fn check_revision(&self, expected: Option<u64>) -> Result<(), Fault> {
        let Some(expected) = expected else { return Ok(()) };
        self.adapter.notice()?;
        let now = self.adapter.revision()?;
        if now == expected {
            return Ok(());
        }
        let message = format!("the scene is at revision {now}, not {expected}: somebody changed it since");
        Err(Fault::new(Code::Conflict, message)
            .detail("expected", expected)
            .detail("got", now)
            .suggest("read again what you want to change, then repeat with its revision"))
    }

    /// Code that says that it only reads: what it changed all the same is taken back, where that can be promised.
    fn reading(&self, job: &Job) -> Result<Payload, Fault> {
        if self.nested {
            return self.perform(job);
        }
        let label = job.operation.title.as_str();
        let opened = guarded(|| self.adapter.begin(label));
        match (opened, self.perform(job)) {
            // Nothing was written, so nothing is taken back; but no step is made either.
            (Ok(()), Ok(payload)) => guarded(|| self.adapter.roll_back(label)).map(|()| payload),
            (Ok(()), Err(fault)) => Err(self.undo(label, fault)),
            (Err(why), Err(fault)) if fault.details.contains_key(CHANGED) => {
                Err(fault.detail("roll_back_failed", why.error_message))
            }
            (Err(_), outcome) => outcome,
        }
    }

    fn whole(&self, job: &Job) -> Result<Payload, Fault> {
        if self.nested {
            return self.perform(job);
        }
        let label = job.operation.title.as_str();
        self.adapter.begin(label)?;
        let outcome = self.perform(job).and_then(|payload| match job.control.cancelled() {
            true => Err(cancelled()),
            false => Ok(payload),
        });
        let outcome = outcome.and_then(|payload| guarded(|| self.adapter.commit(label)).map(|()| payload));
        outcome.map_err(|fault| self.undo(label, fault))
    }

    /// Puts the scene back; when even that fails, whoever asked must know that the scene is not as it was.
    pub(super) fn undo(&self, label: &str, fault: Fault) -> Fault {
        let Err(second) = guarded(|| self.adapter.roll_back(label)) else { return fault };
        tracing::error!(operation = label, error = %second, "the scene could not be put back");
        fault
            .detail("roll_back_failed", second.error_message)
            .suggest("the scene may be half changed: look at it, or open the last saved file")
    }

    /// Each item is a transaction of its own; the failed ones are told beside what was done.
    fn each_item(&self, job: &Job) -> Result<Payload, Fault> {
        let items = job.arguments.json.get("items").and_then(Value::as_array).cloned().unwrap_or_default();
        let mut merged = Merged::default();
        for (index, item) in items.into_iter().enumerate() {
            if job.control.cancelled() {
                return Err(cancelled().detail("completed_items", index));
            }
            if Instant::now() >= job.deadline {
                return Err(late().detail("completed_items", index));
            }
            let mut arguments = job.arguments.clone();
            arguments.json["items"] = Value::Array(vec![item]);
            let single = Job { arguments, control: job.control.clone(), ..*job };
            match self.whole(&single) {
                Ok(payload) => merged.add(payload),
                Err(fault) if matches!(fault.error_code, Code::Cancelled | Code::TimedOut) => {
                    return Err(fault.detail("completed_items", index));
                }
                Err(fault) => merged.errors.push(json!({ "index": index, "error": fault })),
            }
        }
        Ok(merged.finish())
    }

    /// The adapter, under the watchdog and behind a barrier for panics.
    pub(super) fn perform(&self, job: &Job) -> Result<Payload, Fault> {
        if job.control.cancelled() {
            return Err(cancelled());
        }
        if self.nested {
            // The guard over the outer job covers this one.
            return guarded(|| convention::perform(self.adapter, job));
        }
        let armed = self.watchdog.arm(job.deadline);
        *self.guard.lock() = Some(armed.clone());
        let outcome = guarded(|| {
            if job.control.cancelled() {
                // Cancelled between the first look and the guard: nobody else would poke it.
                return Err(cancelled());
            }
            convention::perform(self.adapter, job)
        });
        let fired = armed.disarm();
        *self.guard.lock() = None;
        match outcome {
            Err(fault) if fired && job.control.cancelled() => Err(because(cancelled(), fault)),
            Err(fault) if fired => Err(because(late(), fault)),
            outcome => outcome,
        }
    }
}

/// What the interrupted code raised is told as a fact, not as the reason.
fn because(mut reason: Fault, fault: Fault) -> Fault {
    reason.details = fault.details;
    reason
}

/// A panic in an adapter ends the call, never the artist's session.
pub(crate) fn guarded<T>(work: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let said = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
        let said = said.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
        tracing::error!(said, "a panic on the main thread");
        Err(Fault::new(Code::Internal, format!("the adapter panicked: {said}")))
    })
}

pub(crate) fn cancelled() -> Fault {
    Fault::new(Code::Cancelled, "the call was cancelled; nothing of it remains")
}

pub(crate) fn late() -> Fault {
    Fault::new(Code::TimedOut, "the deadline passed; what had run was rolled back").suggest("give a longer `timeout`")
}

pub(super) fn not_inside(operation: &Operation) -> Fault {
    let message = format!("`{}` cannot run inside another operation's undo step", operation.name);
    Fault::new(Code::NotSupported, message).suggest("call it by itself")
}

fn item_by_item(job: &Job) -> bool {
    let arguments = &job.arguments.json;
    arguments.get("on_error").and_then(Value::as_str) == Some("continue")
        && arguments.get("items").is_some_and(Value::is_array)
}

/// Results of single items as one.
#[derive(Default)]
struct Merged {
    payload: Payload,
    errors: Vec<Value>,
}

impl Merged {
    fn add(&mut self, mut single: Payload) {
        renumber(&mut single.json, self.payload.attachments.len());
        self.payload.attachments.append(&mut single.attachments);
        let Value::Object(fields) = single.json else { return };
        if !self.payload.json.is_object() {
            self.payload.json = json!({});
        }
        for (name, value) in fields {
            match (self.payload.json.get_mut(&name), value) {
                (Some(Value::Array(all)), Value::Array(more)) => all.extend(more),
                (_, value) => self.payload.json[name] = value,
            }
        }
    }

    fn finish(mut self) -> Payload {
        if !self.payload.json.is_object() {
            self.payload.json = json!({ "ids": [], "items": [] });
        }
        self.payload.json["errors"] = Value::Array(self.errors);
        self.payload
    }
}

/// Placeholders count from the attachments that were there before.
fn renumber(value: &mut Value, before: usize) {
    if let Some(number) = placeholder(value) {
        *value = json!({ "$attachment": number + before });
        return;
    }
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| renumber(item, before)),
        Value::Object(map) => map.values_mut().for_each(|item| renumber(item, before)),
        _ => {}
    }
}
