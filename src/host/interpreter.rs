//! Callers who speak the reference system's words: understood on the way in, answered in the same. Whoever is in between,
//! the policy, the history and the memory of results, knows our words only.

use std::sync::Arc;

use super::control::{Caller, Done};
use crate::catalogue::catalogue;
use crate::catalogue::parlance::{self, Spoken};
use crate::wire::{Fault, Progress, Request};

/// Somebody who waits, and hears everything in his own words.
struct Interpreter {
    spoken: Spoken,
    caller: Arc<dyn Caller>,
}

/// The request in our words, when it was in the reference's.
pub(super) fn understood(request: &mut Request) -> Result<Option<Spoken>, Fault> {
    let heard = parlance::understood(&request.operation, &mut request.arguments);
    if !matches!(heard, Ok(None))
        && let Some(operation) = catalogue().known(&request.operation)
    {
        request.operation.clone_from(&operation.name);
    }
    heard
}

/// The caller, who hears our words only as far as he spoke them.
pub(super) fn for_caller(spoken: Option<Spoken>, caller: Arc<dyn Caller>) -> Arc<dyn Caller> {
    match spoken {
        Some(spoken) => Arc::new(Interpreter { spoken, caller }),
        None => caller,
    }
}

impl Caller for Interpreter {
    fn outcome(&self, done: &Arc<Done>) {
        let result = match &done.result {
            Ok(payload) => Ok(self.spoken.result(payload.clone())),
            Err(fault) => Err(self.spoken.fault(fault.clone())),
        };
        let Done { revision, duration, .. } = **done;
        self.caller.outcome(&Arc::new(Done { key: done.key.clone(), result, revision, duration }));
    }

    fn progress(&self, progress: &Progress) {
        self.caller.progress(progress);
    }

    fn gone(&self) -> bool {
        self.caller.gone()
    }
}
