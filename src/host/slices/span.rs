//! A transaction that lasts over several turns.
//!
//! Between two slices it stays open, and the host may have done anything; `resume` of the adapter tells. When somebody
//! else has edited meanwhile, nothing is rolled back: what they did may stand on what had been done.

use std::time::Instant;

use crate::host::queue::Task;
use crate::host::transaction::{self, Stage, guarded};
use crate::wire::{Code, Fault};

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// Not begun.
    New,
    /// Under way without one: nothing is changed, or each step has its own.
    Without,
    Open,
    /// Open, and the host had a turn.
    Away,
    /// Over, because somebody else has edited in such a turn.
    Lost,
}

/// The transaction of work in slices.
#[derive(Debug)]
pub(crate) struct Span {
    /// Name of the undo step.
    label: String,
    phase: Phase,
}

impl Span {
    pub(crate) fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), phase: Phase::New }
    }

    /// Begins, with a transaction when it is `whole`, or comes back from a turn of the host.
    pub(crate) fn enter(&mut self, stage: &Stage<'_>, whole: bool, if_revision: Option<u64>) -> Result<(), Fault> {
        match self.phase {
            Phase::New => {
                stage.check_revision(if_revision)?;
                if whole {
                    guarded(|| stage.adapter.begin(&self.label))?;
                }
                self.phase = if whole { Phase::Open } else { Phase::Without };
                Ok(())
            }
            Phase::Away => {
                self.phase = Phase::Open;
                guarded(|| stage.adapter.resume(&self.label)).map_err(|fault| self.disturbed(stage, fault))
            }
            Phase::Open | Phase::Without | Phase::Lost => Ok(()),
        }
    }

    /// Somebody else has edited: what the adapter could not tell apart is left as it is.
    fn disturbed(&mut self, stage: &Stage<'_>, fault: Fault) -> Fault {
        if fault.error_code != Code::Conflict {
            return self.give_up(stage, fault);
        }
        self.phase = Phase::Lost;
        fault
    }

    /// The host gets a turn; whether it may.
    pub(crate) fn leave(&mut self, stage: &Stage<'_>) -> Result<bool, Fault> {
        if self.phase != Phase::Open {
            return Ok(true);
        }
        let may = guarded(|| stage.adapter.suspend(&self.label))?;
        if may {
            self.phase = Phase::Away;
        }
        Ok(may)
    }

    /// Puts the scene back; the conflict in place of this fault when somebody else has edited meanwhile.
    pub(crate) fn give_up(&mut self, stage: &Stage<'_>, fault: Fault) -> Fault {
        match std::mem::replace(&mut self.phase, Phase::Without) {
            Phase::Away => match guarded(|| stage.adapter.resume(&self.label)) {
                Err(conflict) if conflict.error_code == Code::Conflict => {
                    self.phase = Phase::Lost;
                    conflict
                }
                _ => stage.undo(&self.label, fault),
            },
            Phase::Open => stage.undo(&self.label, fault),
            lost @ Phase::Lost => {
                self.phase = lost;
                fault
            }
            Phase::New | Phase::Without => fault,
        }
    }

    /// Closes it as one undo step, unless nobody wants it any more; what cannot be closed is put back.
    pub(crate) fn commit(&mut self, stage: &Stage<'_>, unwanted: Option<Fault>) -> Result<(), Fault> {
        if self.phase != Phase::Open {
            return Ok(());
        }
        let closed = unwanted.map_or_else(|| guarded(|| stage.adapter.commit(&self.label)), Err);
        if let Err(fault) = closed {
            return Err(self.give_up(stage, fault));
        }
        self.phase = Phase::Without;
        Ok(())
    }

    /// Whether a transaction is open over all of it.
    pub(crate) fn is_open(&self) -> bool {
        self.phase == Phase::Open
    }

    /// Whether somebody else has edited, so that what was done remains.
    pub(crate) fn is_lost(&self) -> bool {
        self.phase == Phase::Lost
    }
}

/// Why it must not go on: nobody waits for it, or its time is over.
pub(crate) fn unwanted(task: &Task) -> Option<Fault> {
    if task.control.cancelled() {
        Some(transaction::cancelled())
    } else if Instant::now() >= task.deadline {
        Some(transaction::late())
    } else {
        None
    }
}
