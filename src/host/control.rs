//! The thread-safe side of one job: who waits for it, how far it is, and whether anybody still wants it.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use parking_lot::Mutex;

use crate::wire::{Fault, Payload, Progress};

/// No more than one progress message in this time; people cannot read faster and bulk loops report every item.
const PACE: Duration = Duration::from_millis(50);

/// How often a caller is told that its call still waits.
const REMIND: Duration = Duration::from_secs(2);

/// What became of a job.
#[derive(Debug)]
pub(crate) struct Done {
    pub(crate) key: String,
    pub(crate) result: Result<Payload, Fault>,
    pub(crate) revision: u64,
    pub(crate) duration: Duration,
}

/// Somebody who waits for a job.
pub(crate) trait Caller: Send + Sync {
    fn outcome(&self, done: &Arc<Done>);
    fn progress(&self, progress: &Progress);
    /// Whether nothing that is told here can reach anybody any more.
    fn gone(&self) -> bool {
        false
    }
}

/// Progress out of a running job, and whether its caller still wants it. Cheap to clone.
#[derive(Clone, Default)]
pub struct Control {
    shared: Arc<Shared>,
    part: Option<Part>,
}

/// Which part of the whole job this one is.
#[derive(Clone)]
struct Part {
    index: usize,
    count: usize,
    told: Arc<str>,
}

#[derive(Default)]
struct Shared {
    cancelled: AtomicBool,
    /// By the owner of the host, not by who waits.
    dismissed: AtomicBool,
    audience: Mutex<Audience>,
}

#[derive(Default)]
struct Audience {
    callers: Vec<Arc<dyn Caller>>,
    held: Option<Progress>,
    told: Option<Instant>,
}

impl Part {
    fn of_whole(&self, fraction: Option<f64>, message: &str) -> Progress {
        let done = self.index as f64 + fraction.unwrap_or_default();
        let message = if message.is_empty() { self.told.to_string() } else { format!("{} ({message})", self.told) };
        Progress { fraction: Some(done / self.count.max(1) as f64), message }
    }
}

impl fmt::Debug for Control {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Control").field("cancelled", &self.cancelled()).finish_non_exhaustive()
    }
}

impl Control {
    /// Tells the caller how far the job is; what comes faster than it can be sent is merged, the latest wins.
    pub fn progress(&self, fraction: Option<f64>, message: &str) {
        let fraction = fraction.filter(|fraction| fraction.is_finite()).map(|fraction| fraction.clamp(0.0, 1.0));
        let progress = match &self.part {
            None => Progress { fraction, message: message.to_owned() },
            Some(part) => part.of_whole(fraction, message),
        };
        self.shared.audience.lock().held = Some(progress);
        self.flush(Instant::now());
    }

    /// For one of so many parts of the job, called this: its progress is a part of the whole's.
    pub(crate) fn part(&self, index: usize, count: usize, told: &str) -> Self {
        Self { shared: self.shared.clone(), part: Some(Part { index, count, told: told.into() }) }
    }

    /// Tells the caller what its call waits for, again when it has heard nothing for a while.
    pub(crate) fn remind(&self, message: &str, now: Instant) {
        let told = self.shared.audience.lock().told;
        if told.is_none_or(|told| now.saturating_duration_since(told) >= REMIND) {
            self.progress(None, message);
        }
    }

    /// Whether nobody wants the result any more.
    pub fn cancelled(&self) -> bool {
        self.shared.cancelled.load(Ordering::Acquire)
    }

    pub(crate) fn cancel(&self) {
        self.shared.cancelled.store(true, Ordering::Release);
    }

    /// The owner of the host does not want it.
    pub(crate) fn dismiss(&self) {
        self.shared.dismissed.store(true, Ordering::Release);
    }

    pub(crate) fn dismissed(&self) -> bool {
        self.shared.dismissed.load(Ordering::Acquire)
    }

    /// One more who waits.
    pub(crate) fn join(&self, caller: Arc<dyn Caller>) {
        self.shared.audience.lock().callers.push(caller);
    }

    /// Sends progress that was held back, when it is time.
    pub(crate) fn flush(&self, now: Instant) {
        let (progress, callers) = {
            let mut audience = self.shared.audience.lock();
            if audience.told.is_some_and(|told| now.saturating_duration_since(told) < PACE) {
                return;
            }
            let Some(progress) = audience.held.take() else { return };
            audience.told = Some(now);
            (progress, audience.callers.clone())
        };
        callers.iter().for_each(|caller| caller.progress(&progress));
    }

    /// Answers all who wait and forgets them. Whether there was anybody.
    pub(crate) fn answer(&self, done: &Arc<Done>) -> bool {
        let callers = std::mem::take(&mut self.shared.audience.lock().callers);
        callers.iter().for_each(|caller| caller.outcome(done));
        !callers.is_empty()
    }

    /// Whether there were some who waited, and all of them have gone.
    pub(crate) fn deserted(&self) -> bool {
        let audience = self.shared.audience.lock();
        !audience.callers.is_empty() && audience.callers.iter().all(|caller| caller.gone())
    }

    pub(crate) fn awaited(&self) -> bool {
        !self.shared.audience.lock().callers.is_empty()
    }
}
