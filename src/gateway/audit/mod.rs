//! The record of every call and administrative act: who, where, what, how it ended, how long and how big, and never
//! what was in it. A call takes a slot of a bounded outbox before it runs, so that nothing that ran is left out; one
//! thread chains the entries by their hashes and writes them in batches; checkpoints signed with a key outside the
//! database show a chain that was written anew.

mod checkpoint;
mod hex;
mod outbox;
mod record;
mod search;
mod secrets;
mod store;
#[cfg(test)]
mod tests;
mod verify;
mod writer;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use crate::wire::{Code, Fault, time};

use outbox::Outbox;
pub(crate) use outbox::Slot;
pub(crate) use record::{Entry, Record};
pub(crate) use search::Query;
use store::{Probe, Store};
pub(crate) use verify::{Broken, Verified};
use writer::Writer;

/// The audit of one node. Clones are handles to the same one; the last of them and of its slots closes it, which
/// writes what is left and signs a last checkpoint.
#[derive(Clone, Debug)]
pub(crate) struct Audit {
    owner: Arc<Owner>,
}

impl Audit {
    /// Opens the audit below this folder and goes on with its chain; makes database and key where there are none.
    /// Refuses a database that was cut back behind the newest checkpoint, and one whose key is gone.
    pub(crate) fn open(data: &Path) -> Result<Self, Fault> {
        Self::open_with(data, Settings::default())
    }

    fn open_with(data: &Path, settings: Settings) -> Result<Self, Fault> {
        let lock = secrets::lock(data)?;
        let store = Store::open(data).map_err(|error| unavailable("opened", &error))?;
        let outbox = Arc::new(Outbox::new(settings.room));
        let writer = Writer::new(store, data, settings)?;
        let theirs = Arc::clone(&outbox);
        let thread = std::thread::Builder::new()
            .name("audit".to_owned())
            .spawn(move || writer.run(&theirs))
            .map_err(|error| unavailable("started", &error))?;
        let owner = Owner { outbox, data: data.to_owned(), thread: Some(thread), _lock: lock };
        Ok(Self { owner: Arc::new(owner) })
    }

    /// Room for one entry, taken before the call runs; `audit_unavailable` when there is none or the disk fails.
    pub(crate) fn admit(&self) -> Result<Slot, Fault> {
        self.owner.outbox.reserve()?;
        Ok(Slot::new(Arc::clone(&self.owner)))
    }

    /// Waits until everything recorded so far is on disk; fails when a write fails meanwhile. Blocks its thread.
    pub(crate) fn flush(&self) -> Result<(), Fault> {
        self.owner.outbox.flush()
    }

    /// What is on disk, newest first. A record is found some milliseconds after its call.
    pub(crate) fn search(&self, query: &Query) -> Result<Vec<Record>, Fault> {
        search::newest(&self.owner.data, query)
    }

    /// Writes all that match as JSON lines, oldest first, each with its hash; `limit` does not count. Says how many.
    pub(crate) fn export(&self, query: &Query, out: &mut dyn Write) -> Result<u64, Fault> {
        search::export(&self.owner.data, query, out)
    }

    /// Checks every hash, every checkpoint, and that nothing was cut off.
    pub(crate) fn verify(&self) -> Result<Verified, Broken> {
        Self::offline_verify(&self.owner.data)
    }

    /// The same for a folder whose gateway may or may not run.
    pub(crate) fn offline_verify(data: &Path) -> Result<Verified, Broken> {
        verify::folder(data)
    }

    /// Slots in use: calls under way and entries not yet on disk.
    pub(crate) fn pending(&self) -> usize {
        self.owner.outbox.pending()
    }

    /// Records written since it was opened.
    pub(crate) fn written(&self) -> u64 {
        self.owner.outbox.written()
    }

    /// Whether the last write failed.
    pub(crate) fn failing(&self) -> bool {
        self.owner.outbox.failing()
    }
}

/// Ends the thread with the last handle.
#[derive(Debug)]
struct Owner {
    outbox: Arc<Outbox>,
    data: PathBuf,
    thread: Option<JoinHandle<()>>,
    /// One process writes a chain.
    _lock: std::fs::File,
}

impl Drop for Owner {
    fn drop(&mut self) {
        self.outbox.close();
        if self.thread.take().is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("the audit's thread panicked");
        }
    }
}

/// What tests set otherwise.
struct Settings {
    /// Entries that may wait for the disk.
    room: usize,
    /// How long a batch gathers: long enough that a commit is shared, short enough that little is lost when the
    /// process is killed.
    linger: Duration,
    /// Records until a checkpoint.
    checkpoint_records: u64,
    /// Time until a checkpoint when there are fewer.
    checkpoint_after: Duration,
    /// How long closing tries a disk that fails.
    patience: Duration,
    /// Runs before each write.
    probe: Option<Probe>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            room: 20_000,
            linger: Duration::from_millis(20),
            checkpoint_records: 1_000,
            checkpoint_after: Duration::from_secs(60),
            patience: Duration::from_secs(10),
            probe: None,
        }
    }
}

fn unavailable(what: &str, error: &dyn std::fmt::Display) -> Fault {
    Fault::new(Code::AuditUnavailable, format!("the audit could not be {what}: {error}"))
}
