//! The one thread that chains and writes.

use std::path::Path;
use std::time::{Duration, Instant};

use ring::signature::Ed25519KeyPair;

use crate::wire::{Code, Fault};

use super::checkpoint::{self, Checkpoint, public};
use super::hex::Hash;
use super::outbox::{Next, Outbox};
use super::record::{Record, genesis};
use super::secrets::Secrets;
use super::store::{self, Head, Store};
use super::{Settings, unavailable};

/// Between attempts to write, doubled each time up to the second.
const BACKOFF: (Duration, Duration) = (Duration::from_millis(50), Duration::from_secs(2));

pub(super) struct Writer {
    store: Store,
    secrets: Secrets,
    settings: Settings,
    pair: Ed25519KeyPair,
    /// What is on disk.
    head: Head,
    /// The last record's hash, or what the first one stands upon.
    tip: Hash,
    /// The last record under a checkpoint.
    covered: u64,
    /// When the next checkpoint is due; none when all is covered.
    due: Option<Instant>,
}

impl Writer {
    pub(super) fn new(mut store: Store, data: &Path, settings: Settings) -> Result<Self, Fault> {
        let secrets = Secrets::of(data);
        let fail = |error: rusqlite::Error| unavailable("read", &error);
        let connection = store.connection().map_err(fail)?;
        let head = store::head(connection).map_err(fail)?;
        let pair = match secrets.key().map_err(|error| unavailable("opened", &error))? {
            Some(pair) => pair,
            None if head.seq == 0 => secrets.make_key().map_err(|error| unavailable("opened", &error))?,
            None => return Err(key_gone()),
        };
        let public = public(&pair);
        let tip = head.hash.unwrap_or_else(|| genesis(&checkpoint::node(&public)));
        let newest = store::newest_checkpoint(connection).map_err(fail)?;
        let covered = newest.as_ref().map_or(0, |newest| newest.seq);
        match secrets.newest().map_err(|error| unavailable("opened", &error))? {
            Some(kept) if !kept.genuine(&public) => return Err(cut("is not signed with the audit's key")),
            Some(kept) if kept.seq > 0 && store::hash_of(connection, kept.seq).map_err(fail)? != Some(kept.hash) => {
                return Err(cut(&format!("names record {}, which the database does not have", kept.seq)));
            }
            Some(kept) if kept.seq >= covered => {}
            // New, or stopped between database and file, or taken away by an operator who accepts the database as it is.
            kept => {
                let start = || Checkpoint::sign(&pair, 0, genesis(&checkpoint::node(&public)), super::time::now());
                let kept = newest.or(kept).unwrap_or_else(start);
                secrets.keep(&kept).map_err(|error| unavailable("opened", &error))?;
            }
        }
        let due = (head.seq > covered).then(|| Instant::now() + settings.checkpoint_after);
        Ok(Self { store, secrets, settings, pair, head, tip, covered, due })
    }

    pub(super) fn run(mut self, outbox: &Outbox) {
        let _last_words = LastWords(outbox);
        let mut batch = Vec::new();
        let mut records = Vec::new();
        loop {
            let next = outbox.next(&mut batch, self.settings.linger, self.due);
            for (time, entry) in batch.drain(..) {
                let seq = records.last().map_or(self.head.seq, |record: &Record| record.seq) + 1;
                let record = Record::chain(entry, seq, time, &self.tip);
                self.tip = record.hash;
                records.push(record);
            }
            let checkpoint = self.checkpoint(&records, &next);
            if !records.is_empty() || checkpoint.is_some() {
                if !self.insist(&records, checkpoint.as_ref(), outbox) {
                    return;
                }
                self.written(&records, checkpoint);
                outbox.wrote(records.len());
                records.clear();
            }
            if next == Next::Closed {
                return;
            }
        }
    }

    /// The checkpoint that is to be written with these records, if it is time for one.
    fn checkpoint(&self, records: &[Record], next: &Next) -> Option<Checkpoint> {
        let seq = records.last().map_or(self.head.seq, |record| record.seq);
        let uncovered = seq - self.covered;
        let overdue = self.due.is_some_and(|due| due <= Instant::now()) || *next == Next::Closed;
        let wanted = uncovered >= self.settings.checkpoint_records || (overdue && uncovered > 0);
        wanted.then(|| Checkpoint::sign(&self.pair, seq, self.tip, super::time::now()))
    }

    fn written(&mut self, records: &[Record], checkpoint: Option<Checkpoint>) {
        if let Some(last) = records.last() {
            self.head = Head { seq: last.seq, hash: Some(last.hash) };
            self.due = self.due.or_else(|| Some(Instant::now() + self.settings.checkpoint_after));
        }
        if let Some(checkpoint) = checkpoint {
            self.covered = checkpoint.seq;
            self.due = None;
            // After the database: the file may never know more than it. If it cannot be written, the next one will.
            if let Err(error) = self.secrets.keep(&checkpoint) {
                tracing::warn!(%error, "the audit's newest checkpoint could not be kept beside its key");
            }
        }
    }

    /// Writes, again and again while the disk fails. False when it gave up, which it does only when it must close.
    fn insist(&mut self, records: &[Record], checkpoint: Option<&Checkpoint>, outbox: &Outbox) -> bool {
        let mut wait = BACKOFF.0;
        let mut failures = 0u32;
        let mut closing_since = None;
        while let Err(error) = self.store.append(self.head, records, checkpoint, self.settings.probe.as_mut()) {
            if failures == 0 {
                tracing::error!(%error, pending = outbox.pending(), "the audit cannot be written: calls are refused");
            }
            failures += 1;
            outbox.failed();
            if outbox.pause(wait) {
                let since = *closing_since.get_or_insert_with(Instant::now);
                if since.elapsed() >= self.settings.patience {
                    return false;
                }
            }
            wait = (wait * 2).min(BACKOFF.1);
        }
        if failures > 0 {
            tracing::warn!(failures, records = records.len(), "the audit is written again: calls are admitted");
        }
        true
    }
}

/// However the thread ends, nobody goes on as if calls were recorded.
struct LastWords<'a>(&'a Outbox);

impl Drop for LastWords<'_> {
    fn drop(&mut self) {
        let left = self.0.end();
        if left > 0 {
            tracing::error!(entries = left, "the audit was closed before these could be written");
        }
    }
}

fn key_gone() -> Fault {
    Fault::new(Code::AuditUnavailable, "the audit has records, but the key that signs them is gone")
        .suggest("put secrets/audit.ed25519 back from a backup")
        .suggest("move audit.db away: a new audit with a new key is begun")
}

fn cut(why: &str) -> Fault {
    Fault::new(Code::AuditUnavailable, format!("the newest checkpoint of the audit {why}"))
        .suggest("put the newest audit.db and secrets back")
        .suggest("if an older database was restored on purpose, move secrets/audit.checkpoint away and keep it")
}
