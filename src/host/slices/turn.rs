//! How work in slices shares the main thread: a slice, then a turn for the viewport and for those who only read.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::Work;
use crate::catalogue::{Effect, Operation};
use crate::host::approval::Question;
use crate::host::engine::Engine;
use crate::host::queue::Task;
use crate::host::transaction::Stage;
use crate::host::{batch, compounds};
use crate::wire::{Code, Fault, Payload};

/// The main thread is its own for so long at a time, and for one step more.
const SLICE: Duration = Duration::from_millis(100);

impl Engine {
    /// What is done in slices of a task, when it is such a one.
    pub(in crate::host) fn sliced(&self, task: &Arc<Task>) -> Option<Box<dyn Work>> {
        let plan = task.plan.lock().take();
        match plan {
            Some(plan) => Some(Box::new(batch::Open::new(task.clone(), plan))),
            None => compounds::Open::new(task).map(|open| -> Box<dyn Work> { Box::new(open) }),
        }
    }

    /// Gives the work that is under way its next slice; whether there was one that may go on.
    pub(in crate::host) fn go_on(&self) -> bool {
        let turn = self.turn.lock();
        if self.queue.held().is_some() {
            return false;
        }
        let Some(work) = self.lease.lock().take() else { return false };
        self.one_slice(work);
        drop(turn);
        self.afterwards();
        true
    }

    /// Answered when it was the last; else the rest waits for the next turn.
    pub(in crate::host) fn one_slice(&self, mut work: Box<dyn Work>) {
        let task = work.task().clone();
        let until = Some(Instant::now() + SLICE);
        let result = match self.occupy(&task, || Ok(self.slice(&mut *work, until, false))) {
            Ok(None) => {
                let what = if task.operation.is_compound() { &*task.operation.name } else { "a batch" };
                self.queue.lease(Some(&format!("{what} of `{}` is under way", task.client.program)));
                *self.under_way.lock() = Some(task);
                *self.lease.lock() = Some(work);
                return;
            }
            Ok(Some(result)) => result,
            // The host is stopping.
            Err(fault) => Err(work.give_up(&self.stage_of(false), fault)),
        };
        self.release_lease();
        self.finish(&task, result);
    }

    /// The whole of it, for a caller who holds the main thread anyway.
    pub(in crate::host) fn at_once(&self, mut work: Box<dyn Work>, nested: bool) -> Result<Payload, Fault> {
        self.slice(&mut *work, None, nested)
            .unwrap_or_else(|| Err(Fault::new(Code::Internal, "work without slices was left")))
    }

    fn slice(&self, work: &mut dyn Work, until: Option<Instant>, nested: bool) -> Option<Result<Payload, Fault>> {
        let policy = self.policy();
        let (host, way) = (self.instance.read().host.clone(), work.task().client.way);
        let recheck = |operation: &Operation, arguments: &mut Payload, known: &[String]| {
            let written = policy.check(operation, arguments, &host, way)?;
            let new: Vec<String> = written.into_iter().filter(|file| !known.contains(file)).collect();
            match Question::of_step(&policy.rules, operation, arguments, &new).filter(|_| !new.is_empty()) {
                None => Ok(()),
                Some(question) => Err(unasked(&question)),
            }
        };
        work.slice(&self.stage_of(nested), until, &recheck)
    }

    pub(in crate::host) fn stage_of(&self, nested: bool) -> Stage<'_> {
        Stage { adapter: &*self.adapter, watchdog: &*self.watchdog, guard: &self.guard, nested }
    }

    fn release_lease(&self) {
        *self.under_way.lock() = None;
        self.queue.lease(None);
    }

    /// Refused while a batch or a compound has the scene for itself, by who cannot wait for it.
    pub(in crate::host) fn refuse_leased(&self, effect: Effect) -> Result<(), Fault> {
        let Some(reason) = self.queue.leased().filter(|_| effect != Effect::Read) else { return Ok(()) };
        let message = format!("{reason}: until it is over nothing else may change the scene");
        Err(Fault::new(Code::Busy, message).suggest("try again when it is over"))
    }

    /// The host ends: what is under way is taken back, on the main thread only.
    pub(in crate::host) fn abandon_work(&self, reason: Fault, on_main_thread: bool) {
        let Some(mut work) = self.lease.lock().take() else { return };
        let task = work.task().clone();
        let fault = match on_main_thread {
            true => work.give_up(&self.stage_of(false), reason),
            false => reason.detail("roll_back_failed", "the host was stopped from outside its main thread"),
        };
        self.release_lease();
        self.finish(&task, Err(fault));
    }
}

fn unasked(question: &Question) -> Fault {
    let message = format!("{}, which the owner wants to be asked about before it begins", question.why());
    Fault::new(Code::PermissionDenied, message).suggest("write the path into the arguments as it is")
}
