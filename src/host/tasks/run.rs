//! One task from its beginning, on the host's main thread, to its end, on a thread of its own.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::entry::Entry;
use super::{Tasks, aside};
use crate::catalogue::catalogue;
use crate::host::adapter::Background;
use crate::host::disposable::{Disposable, Launch};
use crate::host::engine::Engine;
use crate::host::queue::Task;
use crate::host::transaction::{cancelled, guarded};
use crate::private;
use crate::wire::{Code, Fault, Payload, Progress};

/// What is done there.
pub(super) struct Order {
    pub(super) operation: String,
    pub(super) arguments: Payload,
    pub(super) timeout: Duration,
    pub(super) save_path: Option<String>,
}

impl Engine {
    /// Takes a copy of the scene and begins; the rest goes on beside whatever the artist does.
    pub(in crate::host) fn start_task(&self, task: &Task, arguments: Payload) -> Result<Payload, Fault> {
        let order = Order::new(arguments);
        let entry = self.tasks.enter(&task.client, &order.operation)?;
        let begun = self.begin(&entry, order);
        if begun.is_err() {
            self.tasks.leave(&entry);
        }
        begun.map(|()| Payload::json(entry.brief()))
    }

    pub(super) fn begin(&self, entry: &Arc<Entry>, mut order: Order) -> Result<(), Fault> {
        let folder = self.tasks.folder.join(&entry.id);
        let failed =
            |error: std::io::Error| Fault::new(Code::HandlerError, format!("the task could not begin: {error}"));
        private::folder(&self.tasks.folder).and_then(|()| private::folder(&folder)).map_err(failed)?;
        let roots = self.policy().roots();
        let copied = guarded(|| self.adapter.background(&folder, &roots, &order.arguments.json));
        let Background { launch, arguments } = copied.inspect_err(|_| drop(std::fs::remove_dir_all(&folder)))?;
        order.arguments.json = arguments;
        let (tasks, working) = (self.tasks.clone(), entry.clone());
        let work = move || {
            working.end(carry_out(&working, &launch, &folder, order));
            tracing::info!(task = working.id, status = working.status(), "a task has ended");
            tasks.changed.notify_waiters();
        };
        let thread = std::thread::Builder::new().name("scenewire-task".to_owned()).spawn(work).map_err(failed)?;
        entry.works_on(thread);
        Ok(())
    }
}

impl Order {
    fn new(arguments: Payload) -> Self {
        let Payload { mut json, attachments } = arguments;
        let operation = json["operation"].as_str().unwrap_or_default().to_owned();
        aside::here(&operation, &mut json["arguments"]);
        let own = json["time_limit"].as_f64().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        let usual = catalogue().known(&operation).map_or(Duration::ZERO, |operation| operation.timeout);
        Self {
            operation,
            arguments: Payload { json: json["arguments"].take(), attachments },
            timeout: own.unwrap_or_else(|| usual.max(Tasks::USUAL)),
            save_path: json["save_path"].as_str().map(str::to_owned),
        }
    }
}

impl Tasks {
    /// How long one may take when its caller does not say.
    const USUAL: Duration = Duration::from_secs(6 * 3600);
}

fn carry_out(entry: &Arc<Entry>, launch: &Launch, folder: &Path, order: Order) -> Result<Payload, Fault> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Fault::new(Code::Internal, error.to_string()))?;
    let done = runtime.block_on(entry.cancel.run_until_cancelled(work(entry, launch, folder, order)));
    runtime.shutdown_background();
    done.unwrap_or_else(|| Err(cancelled()))
}

/// Whatever becomes of it, the host in the background is gone afterwards.
async fn work(entry: &Arc<Entry>, launch: &Launch, folder: &Path, order: Order) -> Result<Payload, Fault> {
    let (saying, counting) = (entry.clone(), launch.clone());
    entry.progress(told(None, "starting a host in the background"));
    let on_line = move |line: &str| {
        saying.say(line);
        if let Some(progress) = counting.progress_in(line) {
            saying.progress(progress);
        }
    };
    let host = Disposable::start(launch, folder, Arc::new(on_line)).await;
    let host = host.map_err(|fault| fault.detail("background", "not_started"))?;
    entry.progress(told(Some(0.0), "begun"));
    let (report, mut reports) = mpsc::channel(16);
    let call = host.call(&order.operation, order.arguments, order.timeout, Some(report));
    tokio::pin!(call);
    let result = loop {
        tokio::select! {
            biased;
            Some(progress) = reports.recv() => entry.hear(progress),
            result = &mut call => break result?,
        }
    };
    let Some(path) = order.save_path else { return Ok(result) };
    let arguments = Payload::json(json!({ "path": path, "copy": true }));
    host.call("save_file", arguments, order.timeout, None).await?;
    let Payload { mut json, attachments } = result;
    match &mut json {
        Value::Object(fields) => drop(fields.insert("saved_to".to_owned(), path.into())),
        other => *other = json!({ "value": other.take(), "saved_to": path }),
    }
    Ok(Payload { json, attachments })
}

fn told(fraction: Option<f64>, message: &str) -> Progress {
    Progress { fraction, message: message.to_owned() }
}
