//! Stopping code that runs on the main thread and does not return: the seam to what the host can do about it.

use std::sync::Arc;
use std::time::Instant;

/// Interrupts what runs on the main thread. `python/` fills it with the interpreter's pending calls.
pub trait Watchdog: Send + Sync + 'static {
    /// Called on the main thread just before an adapter performs a job, disarmed just after it.
    fn arm(&self, deadline: Instant) -> Arc<dyn Armed>;
}

/// The guard over one running job.
pub trait Armed: Send + Sync {
    /// Stops the job now (its caller cancelled, or the host stops); any thread, any number of times, never blocks.
    fn interrupt(&self);
    /// On the main thread: nothing is interrupted from here on. Whether anything was, by deadline or by `interrupt`.
    fn disarm(&self) -> bool;
}

/// A host whose code cannot be interrupted: jobs see their deadline and cancellation only when they look.
#[derive(Clone, Copy, Debug)]
pub struct NoWatchdog;

impl Watchdog for NoWatchdog {
    fn arm(&self, _deadline: Instant) -> Arc<dyn Armed> {
        Arc::new(NoWatchdog)
    }
}

impl Armed for NoWatchdog {
    fn interrupt(&self) {}

    fn disarm(&self) -> bool {
        false
    }
}
