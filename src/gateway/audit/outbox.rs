//! Between calls and the disk: a bounded number of slots, and the entries that wait.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex};

use crate::wire::{Code, Fault};

use super::record::Entry;
use super::{Owner, time};

/// So many entries are written without waiting for more.
const FULL_BATCH: usize = 1_000;

/// Room for the entry of one call. Dropped unused, it is free again; it keeps the audit open.
#[derive(Debug)]
#[must_use]
pub(crate) struct Slot {
    owner: Arc<Owner>,
    used: bool,
}

impl Slot {
    pub(super) fn new(owner: Arc<Owner>) -> Self {
        Self { owner, used: false }
    }

    /// Hands the entry over; the slot is free again when it is on disk.
    pub(crate) fn record(mut self, entry: Entry) {
        self.used = true;
        self.owner.outbox.push(entry);
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        if !self.used {
            self.owner.outbox.pending.fetch_sub(1, Ordering::Relaxed);
        }
    }
}

/// An entry and when it was recorded.
pub(super) type Arrived = (u64, Entry);

/// What the writer is to do next.
#[derive(Debug, PartialEq)]
pub(super) enum Next {
    /// Write the entries.
    Batch,
    /// What it wanted to be woken for.
    Due,
    /// Nothing is left and nothing will come.
    Closed,
}

#[derive(Debug)]
pub(super) struct Outbox {
    room: usize,
    pending: AtomicUsize,
    written: AtomicU64,
    failing: AtomicBool,
    queue: Mutex<Queue>,
    /// The first entry is there.
    arrived: Condvar,
    /// A batch need not gather, or a failed write is to be tried, at once.
    hurry: Condvar,
    /// Something was written, or could not be.
    progress: Condvar,
}

#[derive(Debug, Default)]
struct Queue {
    entries: Vec<Arrived>,
    accepted: u64,
    written: u64,
    failures: u64,
    hurry: bool,
    closing: bool,
    /// The writer has ended.
    over: bool,
}

impl Outbox {
    pub(super) fn new(room: usize) -> Self {
        Self {
            room,
            pending: AtomicUsize::new(0),
            written: AtomicU64::new(0),
            failing: AtomicBool::new(false),
            queue: Mutex::default(),
            arrived: Condvar::new(),
            hurry: Condvar::new(),
            progress: Condvar::new(),
        }
    }

    pub(super) fn pending(&self) -> usize {
        self.pending.load(Ordering::Relaxed)
    }

    pub(super) fn written(&self) -> u64 {
        self.written.load(Ordering::Relaxed)
    }

    pub(super) fn failing(&self) -> bool {
        self.failing.load(Ordering::Relaxed)
    }

    pub(super) fn reserve(&self) -> Result<(), Fault> {
        if self.failing() {
            return Err(refused("the audit cannot be written at the moment"));
        }
        if self.pending.fetch_add(1, Ordering::Relaxed) >= self.room {
            self.pending.fetch_sub(1, Ordering::Relaxed);
            return Err(refused("too many entries wait to be written to the audit"));
        }
        Ok(())
    }

    fn push(&self, entry: Entry) {
        let now = time::now();
        let mut queue = self.queue.lock();
        if queue.over {
            // Only after its thread gave up on the disk, or panicked.
            tracing::error!(?entry, "a call could not be recorded: the audit is closed");
            return;
        }
        queue.entries.push((now, entry));
        queue.accepted += 1;
        // The writer sleeps while it gathers: it is woken twice a batch, not for each entry.
        match queue.entries.len() {
            1 => self.arrived.notify_one(),
            FULL_BATCH => self.hurry.notify_one(),
            _ => false,
        };
    }

    /// Waits for entries, lets them gather, and puts them into the empty `batch`, whose memory serves for the next.
    pub(super) fn next(&self, batch: &mut Vec<Arrived>, linger: Duration, due: Option<Instant>) -> Next {
        let mut queue = self.queue.lock();
        while queue.entries.is_empty() {
            if queue.closing {
                return Next::Closed;
            }
            match due {
                None => self.arrived.wait(&mut queue),
                Some(due) if self.arrived.wait_until(&mut queue, due).timed_out() => return Next::Due,
                Some(_) => {}
            }
        }
        let gathered = Instant::now() + linger;
        while !queue.hurry && !queue.closing && queue.entries.len() < FULL_BATCH {
            if self.hurry.wait_until(&mut queue, gathered).timed_out() {
                break;
            }
        }
        queue.hurry = false;
        std::mem::swap(&mut queue.entries, batch);
        Next::Batch
    }

    /// So many entries are on disk.
    pub(super) fn wrote(&self, count: usize) {
        self.failing.store(false, Ordering::Relaxed);
        self.pending.fetch_sub(count, Ordering::Relaxed);
        self.written.fetch_add(count as u64, Ordering::Relaxed);
        self.queue.lock().written += count as u64;
        self.progress.notify_all();
    }

    /// A write failed: no call is admitted until one succeeds.
    pub(super) fn failed(&self) {
        self.failing.store(true, Ordering::Relaxed);
        self.queue.lock().failures += 1;
        self.progress.notify_all();
    }

    /// Waits before a write is tried again, less when somebody waits for it. Says whether the audit is closing.
    pub(super) fn pause(&self, time: Duration) -> bool {
        let mut queue = self.queue.lock();
        let until = Instant::now() + time;
        while !queue.hurry && !self.hurry.wait_until(&mut queue, until).timed_out() {}
        queue.hurry = false;
        queue.closing
    }

    pub(super) fn flush(&self) -> Result<(), Fault> {
        let mut queue = self.queue.lock();
        let (target, failures) = (queue.accepted, queue.failures);
        queue.hurry = true;
        self.hurry.notify_one();
        while queue.written < target {
            if queue.failures > failures || queue.over {
                return Err(refused("the audit cannot be written at the moment"));
            }
            self.progress.wait(&mut queue);
        }
        Ok(())
    }

    pub(super) fn close(&self) {
        let mut queue = self.queue.lock();
        queue.closing = true;
        queue.hurry = true;
        self.arrived.notify_one();
        self.hurry.notify_one();
    }

    /// The writer has ended, by itself or by a panic: whatever comes now is refused. Says how many entries it left.
    pub(super) fn end(&self) -> u64 {
        self.failing.store(true, Ordering::Relaxed);
        let mut queue = self.queue.lock();
        queue.over = true;
        self.progress.notify_all();
        queue.accepted - queue.written
    }
}

fn refused(why: &str) -> Fault {
    Fault::new(Code::AuditUnavailable, format!("{why}; nothing ran")).suggest("try again in a few seconds")
}
