//! Long work beside the artist's session: a copy of the scene, a host in the background that does one operation to it,
//! and a book of what became of it. A task outlives its caller's connection, and ends with this host.

mod aside;
mod ask;
mod entry;
mod order;
mod run;

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;

use parking_lot::Mutex;
use serde_json::{Value, json};
use tokio::sync::Notify;

use super::clients::{Client, Way};
use crate::link::random_text;
use crate::wire::{Code, Fault};
pub(super) use aside::{Came, is_insisted, refuse_in_window, refused};
use entry::Entry;
pub(super) use order::check;

/// The operation that begins one.
pub(super) const START: &str = crate::catalogue::START_TASK;
/// Each is a whole Blender.
const AT_ONCE: usize = 4;
/// Tasks that are over and still told of; the results of more would fill the memory.
const KEPT: usize = 32;
const KEPT_BYTES: usize = 512 << 20;

/// The book of one run of a host.
pub(super) struct Tasks {
    /// Begins each id: of another run of the host none is known here.
    run: String,
    folder: PathBuf,
    entries: Mutex<VecDeque<Arc<Entry>>>,
    /// Those whose callers wait for them.
    awaited: Mutex<Vec<aside::Awaited>>,
    changed: Notify,
}

impl Tasks {
    pub(super) fn new(epoch: &str, state: &std::path::Path) -> Self {
        let run = epoch.chars().take(6).collect();
        let folder = state.join(format!("tasks-{epoch}"));
        Self { run, folder, entries: Mutex::default(), awaited: Mutex::default(), changed: Notify::new() }
    }

    /// A new one, when there is room for it.
    fn enter(&self, owner: &Client, operation: &str) -> Result<Arc<Entry>, Fault> {
        let mut entries = self.entries.lock();
        let running = entries.iter().filter(|entry| !entry.over()).count();
        if running >= AT_ONCE {
            return Err(Fault::new(Code::Busy, format!("{running} tasks run; no more may be at once"))
                .suggest("wait for one of them with get_task, or end it with cancel_task"));
        }
        let random =
            random_text(10).map_err(|error| Fault::new(Code::Internal, format!("no random numbers: {error}")))?;
        let entry = Arc::new(Entry::new(format!("task_{}_{random}", self.run), whose(owner), operation));
        entries.push_back(entry.clone());
        let mut bytes = 0;
        let mut kept = 0;
        for place in (0..entries.len()).rev().filter(|&place| entries[place].over()).collect::<Vec<_>>() {
            bytes += entries[place].bytes();
            kept += 1;
            if kept > KEPT || bytes > KEPT_BYTES {
                entries.remove(place);
            }
        }
        Ok(entry)
    }

    fn leave(&self, entry: &Entry) {
        self.entries.lock().retain(|known| known.id != entry.id);
    }

    /// One of this caller's; another's is not there.
    fn find(&self, id: &str, client: &Client) -> Result<Arc<Entry>, Fault> {
        let owner = whose(client);
        let entries = self.entries.lock();
        if let Some(entry) = entries.iter().find(|entry| entry.id == id && entry.owner == owner) {
            return Ok(entry.clone());
        }
        let ours = id.strip_prefix("task_").is_some_and(|rest| rest.starts_with(&self.run));
        let message = match ours || !id.starts_with("task_") {
            true => format!("there is no task `{id}`"),
            false => format!("`{id}` is a task of an earlier run of this host, and was lost with it"),
        };
        let near = entries.iter().rev().filter(|entry| entry.owner == owner).take(3).map(|entry| entry.id.clone());
        let fault = Fault::new(Code::NotFound, message).detail("path", "id").detail("got", id);
        Err(near.fold(fault, |fault, id| fault.suggest(id)))
    }

    /// Those of this caller, the newest first.
    fn list(&self, client: &Client) -> Value {
        let owner = whose(client);
        let entries = self.entries.lock();
        let own = entries.iter().rev().filter(|entry| entry.owner == owner);
        json!({ "items": own.map(|entry| entry.brief()).collect::<Value>() })
    }

    /// The host ends, and with it what runs for it.
    pub(super) fn end(&self) {
        let running: Vec<_> = self.entries.lock().iter().filter(|entry| !entry.over()).cloned().collect();
        running.iter().for_each(|entry| entry.cancel.cancel());
        for entry in running {
            entry.joined();
        }
        // There may never have been a task.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Whose a task is: a user's behind a gateway, or this machine's. Programs come and go, and a task outlives them.
fn whose(client: &Client) -> String {
    match client.way {
        // The gateway writes the user's name before what the program calls itself; no name has a space in it.
        Way::Gateway => format!("gateway {}", client.program.split(" (").next().unwrap_or_default()),
        Way::Local | Way::Foreign(_) => "local".to_owned(),
    }
}

#[cfg(test)]
mod tests;
