//! What the router counts, for the metrics page and for draining.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use crate::wire::Code;

/// Counters since the start, and what is under way now.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    ok: AtomicU64,
    failed: AtomicU64,
    refused: AtomicU64,
    unknown: AtomicU64,
    running: AtomicUsize,
    hosts: AtomicUsize,
    clients: AtomicUsize,
}

impl Figures {
    pub(super) fn count(&self, code: Option<Code>) {
        let counter = match code {
            None => &self.ok,
            Some(Code::OutcomeUnknown) => &self.unknown,
            Some(Code::PermissionDenied | Code::RateLimited | Code::Unauthorized | Code::AuditUnavailable) => {
                &self.refused
            }
            Some(_) => &self.failed,
        };
        counter.fetch_add(1, Ordering::Relaxed);
    }

    /// Calls by outcome: `ok`, `failed`, `refused`, `outcome_unknown`.
    pub(crate) fn calls(&self) -> [(&'static str, u64); 4] {
        let read = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        [
            ("ok", read(&self.ok)),
            ("failed", read(&self.failed)),
            ("refused", read(&self.refused)),
            ("outcome_unknown", read(&self.unknown)),
        ]
    }

    /// Calls under way.
    pub(crate) fn running(&self) -> usize {
        self.running.load(Ordering::Relaxed)
    }

    /// Linked hosts.
    pub(crate) fn hosts(&self) -> usize {
        self.hosts.load(Ordering::Relaxed)
    }

    /// Connected clients.
    pub(crate) fn clients(&self) -> usize {
        self.clients.load(Ordering::Relaxed)
    }

    pub(super) fn call(&self) -> Counted<'_> {
        Counted::one_more(&self.running)
    }

    pub(super) fn host(&self) -> Counted<'_> {
        Counted::one_more(&self.hosts)
    }

    pub(super) fn client(&self) -> Counted<'_> {
        Counted::one_more(&self.clients)
    }
}

/// One of those that are there now, however it ends.
pub(super) struct Counted<'a>(&'a AtomicUsize);

impl<'a> Counted<'a> {
    fn one_more(count: &'a AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::Relaxed);
        Self(count)
    }
}

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
