//! Who is told how far a call is.

use std::fmt;
use std::sync::Arc;

use tokio::sync::mpsc;

use crate::wire::Progress;

/// Called for each step by the task that reads the connection, and so must not wait.
#[derive(Clone)]
pub(crate) struct OnProgress(Arc<dyn Fn(Progress) + Send + Sync>);

impl OnProgress {
    pub(crate) fn new(on: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        Self(Arc::new(on))
    }

    pub(crate) fn tell(&self, step: Progress) {
        (self.0)(step);
    }
}

impl From<mpsc::Sender<Progress>> for OnProgress {
    fn from(sender: mpsc::Sender<Progress>) -> Self {
        // Who does not read its progress misses some.
        Self::new(move |step| drop(sender.try_send(step)))
    }
}

impl fmt::Debug for OnProgress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OnProgress")
    }
}
