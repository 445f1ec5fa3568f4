//! Compounds as they run: atomic after atomic inside one transaction, in slices.

use std::sync::Arc;
use std::time::Instant;

use serde_json::{Value, json};

use super::atomics::{Answer, Ask};
use super::script::{Script, Turn};
use super::{World, compound};
use crate::catalogue::{Effect, Operation, catalogue};
use crate::host::queue::Task;
use crate::host::slices::{Recheck, Span, Work, unwanted};
use crate::host::transaction::{Stage, guarded};
use crate::host::{Job, convention};
use crate::wire::{Code, Fault, Payload};

/// A compound under way, whoever keeps its transaction.
struct Play {
    job: Job,
    /// Files about which the owner was asked.
    written: Vec<String>,
    script: Option<Script>,
    waiting: Option<Ask>,
    answer: Option<Answer>,
    /// Atomics that were done.
    calls: usize,
    /// How many of those of which it is made are behind it.
    far: usize,
}

impl Play {
    fn new(job: Job, written: Vec<String>) -> Self {
        Self { job, written, script: None, waiting: None, answer: None, calls: 0, far: 0 }
    }

    /// Goes on up to the next atomic, which then waits, or to where it takes a breath; or to its end, and what came of it.
    fn advance(&mut self, stage: &Stage<'_>) -> Option<Answer> {
        if self.waiting.is_some() {
            return None;
        }
        let turn = guarded(|| {
            let script = match &mut self.script {
                Some(script) => script,
                None => self.script.insert(begin(&self.job, stage)?),
            };
            Ok(script.resume(self.answer.take()))
        });
        match turn {
            Ok(Turn::Ask(ask)) => {
                self.waiting = Some(ask);
                None
            }
            Ok(Turn::Breath) => None,
            Ok(Turn::Over(Ok(result))) if self.job.gltf => {
                Some(guarded(|| convention::to_gltf(stage.adapter, &self.job, result)))
            }
            Ok(Turn::Over(answer)) => Some(answer),
            Err(fault) => Some(Err(fault)),
        }
    }

    /// Does the atomic that waits. What fails to change the scene ends the compound: half of it may have been done.
    fn call(&mut self, stage: &Stage<'_>, recheck: Recheck<'_>) -> Result<(), Fault> {
        let Some(ask) = self.waiting.take() else { return Ok(()) };
        let operation = self.part(ask.operation)?;
        let answer = self.perform(operation, ask.arguments, stage, recheck);
        let answer = answer.map_err(|fault| self.blame(operation, fault));
        self.calls += 1;
        match answer {
            Err(fault) if operation.effect != Effect::Read || ends(&fault) => Err(fault),
            answer => {
                self.answer = Some(answer);
                Ok(())
            }
        }
    }

    fn perform(
        &self,
        operation: &'static Operation,
        given: Payload,
        stage: &Stage<'_>,
        recheck: Recheck<'_>,
    ) -> Answer {
        let mut arguments = operation.validate(given)?;
        recheck(operation, &mut arguments, &self.written)?;
        let (deadline, control) = (self.job.deadline, self.job.control.clone());
        stage.perform(&Job { operation, arguments, gltf: false, deadline, control })
    }

    /// One of those of which the catalogue says that it is made; its caller hears of it.
    fn part(&mut self, name: &str) -> Result<&'static Operation, Fault> {
        let parts = self.job.operation.made_of;
        let Some(place) = parts.iter().position(|part| *part == name) else {
            let message = format!("`{}` is not said to be made of `{name}`", self.job.operation.name);
            return Err(Fault::new(Code::Internal, message));
        };
        self.far = self.far.max(place);
        let told = format!("{}: {name}", self.job.operation.name);
        self.job.control.progress(Some(self.far as f64 / parts.len() as f64), &told);
        catalogue().operation(name)
    }

    /// Which atomic it was. Where in its arguments is nothing to who has never seen those: there stands where in the
    /// compound's own ones, when the text that is wrong is one of them.
    fn blame(&self, operation: &Operation, mut fault: Fault) -> Fault {
        let mut atomic = json!({ "operation": operation.name, "call": self.calls });
        for name in ["path", "item"] {
            if let Some(told) = fault.details.shift_remove(name) {
                atomic[name] = told;
            }
        }
        let told = ["got", "id", "name"].iter().filter_map(|name| fault.details.get(*name)?.as_str());
        let path = told.filter_map(|text| place_of(&self.job.arguments.json, text)).next();
        let fault = fault.detail("atomic", atomic);
        match path {
            Some(path) => fault.detail("path", path),
            None => fault,
        }
    }

    fn finish(&mut self, stage: &Stage<'_>, recheck: Recheck<'_>) -> Answer {
        loop {
            if let Some(answer) = self.advance(stage) {
                return answer;
            }
            self.call(stage, recheck)?;
        }
    }
}

/// The script over arguments in the host's own convention, in which it works: numbers that paths lead to have no other.
fn begin(job: &Job, stage: &Stage<'_>) -> Result<Script, Fault> {
    let name = &job.operation.name;
    let compound = compound(name).ok_or_else(|| Fault::new(Code::Internal, format!("nobody has written `{name}`")))?;
    let world = World::of(&stage.adapter.info()?);
    let arguments = if job.gltf { convention::of_host(stage.adapter, job)? } else { job.arguments.clone() };
    Ok(Script::new(compound, world, arguments))
}

/// Whether it is over, whatever the compound makes of it.
fn ends(fault: &Fault) -> bool {
    matches!(fault.error_code, Code::Cancelled | Code::TimedOut | Code::TimedOutStillRunning | Code::PermissionDenied)
}

/// Where among arguments this text stands: `rig_id`, `joint_ids[2]`.
fn place_of(arguments: &Value, text: &str) -> Option<String> {
    arguments.as_object()?.iter().find_map(|(name, value)| match value {
        Value::String(own) if own == text => Some(name.clone()),
        Value::Array(list) => list.iter().position(|own| own == text).map(|index| format!("{name}[{index}]")),
        _ => None,
    })
}

/// A compound as a call of its own.
pub(crate) struct Open {
    task: Arc<Task>,
    play: Play,
    span: Span,
}

impl Open {
    /// Of a task that is for one.
    pub(crate) fn new(task: &Arc<Task>) -> Option<Self> {
        let operation = task.operation;
        if !operation.is_compound() {
            return None;
        }
        let mut arguments = std::mem::take(&mut *task.arguments.lock());
        let gltf = convention::taken(&mut arguments);
        let job = Job { operation, arguments, gltf, deadline: task.deadline, control: task.control.clone() };
        let play = Play::new(job, task.written.clone());
        Some(Self { task: task.clone(), play, span: Span::new(&*operation.title) })
    }

    /// Where somebody else has edited, what was done remains.
    fn disturbed(&self, fault: Fault) -> Fault {
        if self.span.is_lost() { fault.detail("completed_calls", self.play.calls) } else { fault }
    }

    fn close(&mut self, stage: &Stage<'_>, result: Payload) -> Answer {
        self.span.commit(stage, unwanted(&self.task))?;
        Ok(result)
    }
}

impl Work for Open {
    fn task(&self) -> &Arc<Task> {
        &self.task
    }

    fn slice(
        &mut self,
        stage: &Stage<'_>,
        mut until: Option<Instant>,
        recheck: Recheck<'_>,
    ) -> Option<Result<Payload, Fault>> {
        let whole = !stage.nested && self.task.effect != Effect::Read;
        if let Err(fault) = self.span.enter(stage, whole, self.task.if_revision) {
            return Some(Err(self.disturbed(fault)));
        }
        let mut first = true;
        loop {
            match self.play.advance(stage) {
                Some(Ok(result)) => return Some(self.close(stage, result)),
                Some(Err(fault)) => return Some(Err(self.give_up(stage, fault))),
                None => {}
            }
            if let Some(fault) = unwanted(&self.task) {
                return Some(Err(self.give_up(stage, fault)));
            }
            if !first && until.is_some_and(|until| Instant::now() >= until) {
                match self.span.leave(stage) {
                    Ok(true) => return None,
                    Ok(false) => until = None,
                    Err(fault) => return Some(Err(self.give_up(stage, fault))),
                }
            }
            if let Err(fault) = self.play.call(stage, recheck) {
                return Some(Err(self.give_up(stage, fault)));
            }
            first = false;
        }
    }

    fn give_up(&mut self, stage: &Stage<'_>, fault: Fault) -> Fault {
        let fault = self.span.give_up(stage, fault);
        self.disturbed(fault)
    }
}

/// A compound as one step of a batch: in the batch's transaction, or in one of its own.
pub(crate) fn as_a_step(
    job: &Job,
    written: &[String],
    in_batch: bool,
    stage: &Stage<'_>,
    recheck: Recheck<'_>,
) -> Result<Payload, Fault> {
    let own = Job { arguments: job.arguments.clone(), control: job.control.clone(), ..*job };
    let mut play = Play::new(own, written.to_vec());
    let mut span = Span::new(&*job.operation.title);
    span.enter(stage, !in_batch && !stage.nested, None)?;
    match play.finish(stage, recheck) {
        Ok(result) => span.commit(stage, None).map(|()| result),
        Err(fault) => Err(span.give_up(stage, fault)),
    }
}
