//! What a caller asks about tasks: answered at once, also while the host is busy, or when the task is over.

use std::time::{Duration, Instant};

use super::START;
use super::entry::Entry;
use crate::catalogue::{CANCEL_TASK, GET_TASK, catalogue};
use crate::host::clients::Client;
use crate::host::engine::Engine;
use crate::wire::{Code, Fault, Payload, Request};

/// A task that was cancelled has killed its host in less.
const DYING: Duration = Duration::from_secs(10);

impl Engine {
    /// `get_task` and `cancel_task`, when the task is over or the time is.
    pub(in crate::host) async fn task_when_over(&self, request: Request, client: &Client) -> Result<Payload, Fault> {
        let operation = catalogue().operation(&request.operation)?;
        let arguments = operation.validate(request.arguments)?;
        let wait = Duration::try_from_secs_f64(arguments.json["wait"].as_f64().unwrap_or_default()).unwrap_or_default();
        let task = self.tasks.find(id_of(&arguments), client)?;
        let cancels = operation.name == CANCEL_TASK;
        if cancels {
            cancel(&task)?;
        }
        let wait = if cancels { DYING } else { wait };
        let until = Instant::now() + request.timeout.map_or(wait, |timeout| wait.min(timeout));
        while !task.over() && Instant::now() < until {
            let changed = self.tasks.changed.notified();
            tokio::pin!(changed);
            // Whatever ends from here on wakes it.
            changed.as_mut().enable();
            if !task.over() {
                // In time or not, it looks again.
                let _ = tokio::time::timeout_at(until.into(), changed).await;
            }
        }
        Ok(if cancels { task.brief().into() } else { told(&task, &arguments) })
    }

    /// The same, and the list, of who cannot wait.
    pub(in crate::host) fn tasks_now(
        &self,
        name: &str,
        arguments: &Payload,
        client: &Client,
    ) -> Result<Payload, Fault> {
        match name {
            GET_TASK => {
                let task = self.tasks.find(id_of(arguments), client)?;
                Ok(told(&task, arguments))
            }
            CANCEL_TASK => {
                let task = self.tasks.find(id_of(arguments), client)?;
                cancel(&task)?;
                Ok(task.brief().into())
            }
            _ => Ok(self.tasks.list(client).into()),
        }
    }

    /// Whether it is a question about tasks.
    pub(in crate::host) fn about_tasks(name: &str) -> bool {
        name != START && (name.ends_with("_task") || name == "list_tasks")
    }
}

fn cancel(task: &Entry) -> Result<(), Fault> {
    if task.over() {
        let message = format!("the task is over: it is {}, and nothing was cancelled", task.status());
        return Err(Fault::new(Code::Conflict, message)
            .detail("status", task.status())
            .suggest("get_task gives its result"));
    }
    task.cancel.cancel();
    Ok(())
}

/// All of it, with as many lines as are asked for.
fn told(task: &Entry, arguments: &Payload) -> Payload {
    let lines = arguments.json["log_lines"].as_u64().and_then(|lines| usize::try_from(lines).ok());
    task.whole(lines.unwrap_or_default())
}

fn id_of(arguments: &Payload) -> &str {
    arguments.json["id"].as_str().unwrap_or_default()
}
