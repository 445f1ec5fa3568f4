//! Work that has the main thread in slices, so that the viewport and those who only read get their turn in between: a
//! batch, a compound. The scene is its own meanwhile: other writes wait.

mod span;
mod turn;

use std::sync::Arc;
use std::time::Instant;

use super::queue::Task;
use super::transaction::Stage;
use crate::catalogue::Operation;
use crate::wire::{Fault, Payload};
pub(super) use span::{Span, unwanted};

/// Whether the owner's rules also allow what a step came to when its arguments were known; some files were asked about.
pub(crate) type Recheck<'a> = &'a dyn Fn(&Operation, &mut Payload, &[String]) -> Result<(), Fault>;

/// What has the main thread slice by slice.
pub(crate) trait Work: Send {
    /// The call that it is for.
    fn task(&self) -> &Arc<Task>;

    /// Goes on until it is over, or until then; None while there is more to do.
    fn slice(
        &mut self,
        stage: &Stage<'_>,
        until: Option<Instant>,
        recheck: Recheck<'_>,
    ) -> Option<Result<Payload, Fault>>;

    /// Nothing remains of it, where it is whole.
    fn give_up(&mut self, stage: &Stage<'_>, fault: Fault) -> Fault;
}
