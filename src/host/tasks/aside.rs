//! A call whose caller waits for it, done by a host in the background all the same: the artist's window goes on meanwhile.

use std::sync::Arc;
use std::time::Instant;

use serde_json::Value;

use super::Tasks;
use super::entry::Entry;
use super::run::Order;
use crate::catalogue::Operation;
use crate::host::Adapter;
use crate::host::engine::Engine;
use crate::host::queue::Task;
use crate::host::transaction::{cancelled, guarded};
use crate::wire::{Code, Fault, Payload, Progress};

/// What can be done so, and its argument that says whether.
const NAME: &str = "render";
const WHETHER: &str = "background";
/// The last lines of what the background said, when it ends without an answer.
const LINES: usize = 10;

/// One that is under way.
pub(super) struct Awaited {
    task: Arc<Task>,
    entry: Arc<Entry>,
    /// For doing it here after all, where nobody said that it must not be.
    arguments: Option<Payload>,
    told: Option<Progress>,
    /// Why it was ended before it was over.
    ended: Option<Fault>,
}

/// What became of one.
pub(in crate::host) enum Came {
    /// This is its answer.
    Of(Result<Payload, Fault>),
    /// No other host could be started: to be done here, with these arguments.
    Back(Payload),
}

/// Whether the caller wants it done in the background and nowhere else.
pub(in crate::host) fn is_insisted(operation: &Operation, arguments: &Value) -> bool {
    operation.name == NAME && arguments[WHETHER] == "always"
}

/// Where it is wanted by who would wait for himself, or among steps that follow each other here.
pub(in crate::host) fn refused(why: &str) -> Fault {
    Fault::new(Code::NotSupported, format!("`{WHETHER}: \"always\"` cannot be asked for here: {why}"))
        .detail("path", WHETHER)
        .suggest("leave it out")
        .suggest("start_task does it without anybody waiting")
}

/// Refuses it as a step among others in the window's own scene, where it would be done over a copy if it were called alone.
pub(in crate::host) fn refuse_in_window(
    adapter: &dyn Adapter,
    operation: &Operation,
    arguments: &Value,
) -> Result<(), Fault> {
    if operation.name != NAME || arguments[WHETHER] == "never" || !better_aside(adapter, arguments) {
        return Ok(());
    }
    let message = "the window would stand still for this render: called alone it is done over a copy, and the steps of \
                   a batch follow each other in the scene itself";
    Err(Fault::new(Code::NotSupported, message)
        .detail("path", WHETHER)
        .suggest("call `render` by itself when the batch is done")
        .suggest("or give this batch to start_task, which does all of it over a copy")
        .suggest(format!("or give the step `{WHETHER}: \"never\"`, if the window may stand still")))
}

/// Whether a copy is better; an adapter that cannot tell is asked to do it.
fn better_aside(adapter: &dyn Adapter, arguments: &Value) -> bool {
    guarded(|| adapter.wants_copy(NAME, arguments)).unwrap_or_else(|fault| {
        tracing::warn!(%fault, "the adapter could not say whether a copy is better");
        false
    })
}

/// Of the arguments: whoever gets them does it himself.
pub(super) fn here(operation: &str, arguments: &mut Value) {
    if operation == NAME && arguments.get(WHETHER).is_some() {
        arguments[WHETHER] = "never".into();
    }
}

impl Engine {
    /// Begins it in the background, when that is wanted or better; on the main thread. Whether it did.
    pub(in crate::host) fn set_aside(&self, task: &Arc<Task>) -> Result<bool, Fault> {
        if task.operation.name != NAME {
            return Ok(false);
        }
        let arguments = task.arguments.lock().clone();
        let insisted = is_insisted(task.operation, &arguments.json);
        if !insisted && (arguments.json[WHETHER] == "never" || !better_aside(&*self.adapter, &arguments.json)) {
            return Ok(false);
        }
        match self.begin_aside(task, arguments, insisted) {
            Ok(()) => Ok(true),
            Err(fault) if insisted => Err(fault),
            Err(fault) => {
                tracing::info!(%fault, "not rendered in the background");
                Ok(false)
            }
        }
    }

    fn begin_aside(&self, task: &Arc<Task>, arguments: Payload, insisted: bool) -> Result<(), Fault> {
        self.stage_of(false).check_revision(task.if_revision)?;
        let operation = task.operation.name.clone();
        let mut order = Order {
            timeout: task.deadline.saturating_duration_since(Instant::now()),
            operation: operation.clone(),
            arguments: arguments.clone(),
            save_path: None,
        };
        here(&operation, &mut order.arguments.json);
        let entry = self.tasks.enter(&task.client, &operation)?;
        self.begin(&entry, order).inspect_err(|_| self.tasks.leave(&entry))?;
        let arguments = (!insisted).then_some(arguments);
        let awaited = Awaited { task: task.clone(), entry, arguments, told: None, ended: None };
        self.tasks.awaited.lock().push(awaited);
        Ok(())
    }

    /// Onto the main thread after all.
    pub(in crate::host) fn do_here(&self, task: &Arc<Task>, mut arguments: Payload) {
        arguments.json[WHETHER] = "never".into();
        *task.arguments.lock() = arguments;
        if let Err(fault) = self.queue_up(task) {
            self.finish(task, Err(fault));
        }
    }
}

impl Tasks {
    /// What has come to an end since the last look. Passes on how far the others are, and ends those that nobody may wait
    /// for any longer.
    pub(in crate::host) fn look(&self, now: Instant) -> Vec<(Arc<Task>, Came)> {
        let mut ended = Vec::new();
        self.awaited.lock().retain_mut(|awaited| match awaited.look(now) {
            None => true,
            Some(came) => {
                self.leave(&awaited.entry);
                ended.push((awaited.task.clone(), came));
                false
            }
        });
        ended
    }

    /// Ends them all, and says whose they were.
    pub(in crate::host) fn let_go(&self) -> Vec<Arc<Task>> {
        let awaited = std::mem::take(&mut *self.awaited.lock());
        awaited.iter().for_each(|awaited| awaited.entry.cancel.cancel());
        awaited.into_iter().map(|awaited| awaited.task).collect()
    }

    /// Whether somebody waits for one.
    pub(in crate::host) fn is_awaited(&self) -> bool {
        !self.awaited.lock().is_empty()
    }
}

impl Awaited {
    fn look(&mut self, now: Instant) -> Option<Came> {
        if let Some(outcome) = self.entry.outcome() {
            return Some(self.came(outcome));
        }
        if self.ended.is_none() {
            self.ended = if self.task.control.cancelled() {
                Some(cancelled())
            } else if now >= self.task.deadline {
                let message = "the deadline passed; the host in the background and its copy of the scene are gone";
                Some(Fault::new(Code::TimedOut, message).suggest("give a longer `timeout`"))
            } else {
                None
            };
            if self.ended.is_some() {
                self.entry.cancel.cancel();
            }
        }
        let progress = self.entry.far();
        if progress != self.told
            && let Some(Progress { fraction, message }) = &progress
        {
            self.task.control.progress(*fraction, message);
            self.told = progress;
        }
        None
    }

    fn came(&mut self, outcome: Result<Payload, Fault>) -> Came {
        let mut fault = match outcome {
            Ok(payload) => return Came::Of(Ok(payload)),
            Err(fault) => self.ended.take().unwrap_or(fault),
        };
        match (fault.details.get("background").and_then(Value::as_str), self.arguments.take()) {
            (Some("not_started"), Some(arguments)) => {
                tracing::warn!(%fault, "no host could be started in the background");
                return Came::Back(arguments);
            }
            (Some(_), _) => {
                let log = self.entry.whole(LINES).json["log"].take();
                fault.suggestions = vec!["give background: \"never\", and the session renders it itself".to_owned()];
                fault = fault.detail("log", log);
            }
            (None, _) => {}
        }
        Came::Of(Err(fault))
    }
}
