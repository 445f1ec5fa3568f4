//! A batch as it runs: step after step inside one transaction, in slices.

use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::group;
use super::plan::{Plan, Step};
use crate::catalogue::reference::transplant;
use crate::catalogue::{Effect, parlance};
use crate::host::queue::Task;
use crate::host::slices::{Recheck, Span, Work, unwanted};
use crate::host::transaction::Stage;
use crate::host::{Control, Job, compounds, convention, tasks};
use crate::wire::{Attachment, Code, Fault, Payload, limits};

/// Room in the envelope of the result for what is not a step's.
const MARGIN: usize = 1 << 20;
/// Steps that an error lists.
const LISTED: usize = 100;

#[derive(Debug)]
enum Outcome {
    Done(Value),
    Failed(Box<Fault>),
}

/// A batch under way.
#[derive(Debug)]
pub(crate) struct Open {
    pub(crate) task: Arc<Task>,
    pub(super) plan: Plan,
    span: Span,
    outcomes: Vec<Outcome>,
    /// Of all results; their JSON counts in this list.
    attachments: Vec<Attachment>,
    bytes: usize,
    /// Whether the window has turns in between, which no step may take from it for long.
    spares: bool,
}

impl Open {
    pub(crate) fn new(task: Arc<Task>, plan: Plan) -> Self {
        let outcomes = Vec::with_capacity(plan.steps.len());
        let span = Span::new(&*plan.label);
        Self { task, plan, span, outcomes, attachments: Vec::new(), bytes: 0, spares: false }
    }
}

impl Work for Open {
    fn task(&self) -> &Arc<Task> {
        &self.task
    }

    fn slice(
        &mut self,
        stage: &Stage<'_>,
        until: Option<Instant>,
        recheck: Recheck<'_>,
    ) -> Option<Result<Payload, Fault>> {
        self.spares = until.is_some();
        if let Err(fault) = self.enter(stage) {
            return Some(Err(fault));
        }
        if self.plan.dry {
            return Some(super::dry::tell(&self.plan, &self.task, stage));
        }
        let first = self.outcomes.len();
        let mut until = until;
        while let Some(index) = Some(self.outcomes.len()).filter(|&index| index < self.plan.steps.len()) {
            if let Some(fault) = self.unwanted() {
                return Some(Err(self.give_up(stage, fault)));
            }
            if index > first && until.is_some_and(|until| Instant::now() >= until) {
                match self.span.leave(stage) {
                    Ok(true) => return None,
                    Ok(false) => until = None,
                    Err(fault) => return Some(Err(self.give_up(stage, fault))),
                }
            }
            if let Err(fault) = self.step(index, stage, recheck) {
                return Some(Err(self.give_up(stage, fault)));
            }
        }
        Some(self.close(stage))
    }

    fn give_up(&mut self, stage: &Stage<'_>, fault: Fault) -> Fault {
        let known = fault.details.contains_key("completed_steps");
        let fault = if known { fault } else { fault.detail("completed_steps", self.outcomes.len()) };
        let fault = self.span.give_up(stage, fault);
        let fault = self.disturbed(fault);
        self.outcomes.clear();
        fault
    }
}

impl Open {
    fn enter(&mut self, stage: &Stage<'_>) -> Result<(), Fault> {
        if self.outcomes.is_empty() {
            self.spare(stage)?;
        }
        let whole = self.task.effect != Effect::Read && !self.plan.keep_going;
        self.span.enter(stage, whole, self.task.if_revision).map_err(|fault| self.disturbed(fault))
    }

    /// Before anything runs: what is known by then of each step.
    fn spare(&self, stage: &Stage<'_>) -> Result<(), Fault> {
        let mut steps = self.plan.steps.iter();
        steps.try_for_each(|step| self.sparing(step, &step.arguments, stage).map_err(|fault| step.place.blame(fault)))
    }

    /// Refuses what would hold the window, which steps before may have made of it.
    fn sparing(&self, step: &Step, arguments: &Payload, stage: &Stage<'_>) -> Result<(), Fault> {
        match self.spares {
            true => tasks::refuse_in_window(stage.adapter, step.operation, &arguments.json),
            false => Ok(()),
        }
    }

    /// Where somebody else has edited, what was done remains, and is told.
    fn disturbed(&self, fault: Fault) -> Fault {
        if !self.span.is_lost() {
            return fault;
        }
        fault.detail("completed_steps", self.outcomes.len()).detail("steps", self.so_far())
    }

    fn unwanted(&self) -> Option<Fault> {
        let done = self.outcomes.len();
        let fault = unwanted(&self.task)?;
        if !self.plan.keep_going {
            return Some(fault);
        }
        let why = if fault.error_code == Code::Cancelled { "the call was cancelled" } else { "the deadline passed" };
        let message = format!("{why} after {done} of {} steps; those that were done are kept", self.plan.steps.len());
        Some(Fault { error_message: message, ..fault }.detail("kept", true).detail("steps", self.so_far()))
    }

    /// Does one step, or several as one, and keeps what came of it.
    fn step(&mut self, first: usize, stage: &Stage<'_>, recheck: Recheck<'_>) -> Result<(), Fault> {
        let whole = self.span.is_open();
        let range = if whole { group::together(&self.plan.steps, first) } else { first..first + 1 };
        let control = self.announce(first);
        let mut all = Vec::with_capacity(range.len());
        for index in range.clone() {
            let given = std::mem::take(&mut self.plan.steps[index].arguments);
            let step = &self.plan.steps[index];
            let arguments = self.arguments(step, given, recheck);
            match arguments.and_then(|given| self.sparing(step, &given, stage).map(|()| given)) {
                Ok(arguments) => all.push(arguments),
                Err(fault) => return self.failed(index, fault),
            }
        }
        let (mut arguments, counts) = group::merged(all);
        let gltf = convention::taken(&mut arguments);
        let deadline = deadline(&arguments, self.task.deadline);
        let job = Job { operation: self.plan.steps[first].operation, arguments, gltf, deadline, control };
        let done = match (job.operation.is_compound(), whole) {
            (true, _) => compounds::as_a_step(&job, &self.plan.steps[first].written, whole, stage, recheck),
            (false, true) => stage.perform(&job),
            (false, false) => stage.run(&job, None),
        };
        match done.and_then(|payload| self.keep(payload)).and_then(|value| group::split(value, &counts)) {
            Ok(values) => {
                self.outcomes.extend(values.into_iter().map(Outcome::Done));
                Ok(())
            }
            Err(mut fault) => match group::culprit(&mut fault, &counts) {
                Some(of) => self.failed(first + of, fault),
                None if range.len() > 1 => {
                    let message = format!("one of the steps {first} to {}: {}", range.end - 1, fault.error_message);
                    self.failed(first, Fault { error_message: message, ..fault })
                }
                None => self.failed(first, fault),
            },
        }
    }

    fn announce(&self, index: usize) -> Control {
        let count = self.plan.steps.len();
        let told = format!("step {} of {count}: {}", index + 1, self.plan.steps[index].place.called());
        let control = self.task.control.part(index, count, &told);
        control.progress(Some(0.0), "");
        control
    }

    /// A step that failed ends the batch, unless the others are wanted all the same.
    fn failed(&mut self, index: usize, fault: Fault) -> Result<(), Fault> {
        let stops = matches!(fault.error_code, Code::Cancelled | Code::TimedOut) && self.unwanted().is_some();
        let step = &self.plan.steps[index];
        let fault = parlance::worded(step.spoken.as_ref(), fault);
        let fault = step.place.blame(fault).detail("completed_steps", index);
        if stops || !self.plan.keep_going {
            return Err(fault);
        }
        self.outcomes.push(Outcome::Failed(Box::new(fault)));
        Ok(())
    }

    /// The arguments with what the references stand for, checked again when there are any.
    fn arguments(&self, step: &Step, mut given: Payload, recheck: Recheck<'_>) -> Result<Payload, Fault> {
        if step.holes.is_empty() {
            return Ok(given);
        }
        for hole in &step.holes {
            let (text, from) = (hole.reference.text.as_str(), hole.reference.step);
            let Some(Outcome::Done(result)) = self.outcomes.get(from) else {
                let message = format!("`{text}` refers to step {from}, which failed");
                return Err(Fault::new(Code::InvalidParams, message).detail("reference", text));
            };
            let mut value = hole.reference.look_up(result)?.clone();
            transplant(&mut value, &self.attachments, &mut given.attachments);
            hole.fill(&mut given.json, value);
        }
        let mut arguments = step.operation.validate(given)?;
        recheck(step.operation, &mut arguments, &step.written)?;
        Ok(arguments)
    }

    fn keep(&mut self, payload: Payload) -> Result<Value, Fault> {
        let Payload { mut json, attachments } = payload;
        self.bytes += length(&json);
        if !attachments.is_empty() {
            transplant(&mut json, &attachments, &mut self.attachments);
        }
        let attached: u64 = self.attachments.iter().map(|attachment| attachment.data.len() as u64).sum();
        let most = limits::ENVELOPE - MARGIN;
        if self.bytes > most || self.attachments.len() > limits::ATTACHMENTS || attached > limits::MESSAGE {
            let message = format!("what the steps gave up to here is too much for one result (JSON: {most} bytes)");
            return Err(Fault::new(Code::TooLarge, message)
                .detail("json_bytes", self.bytes)
                .detail("attachments", self.attachments.len())
                .detail("attached_bytes", attached)
                .suggest("read less (`fields`), or make two batches of it"));
        }
        Ok(json)
    }

    /// The results, once the host has closed the undo step.
    fn close(&mut self, stage: &Stage<'_>) -> Result<Payload, Fault> {
        let done = self.outcomes.len();
        if let Err(fault) = self.span.commit(stage, unwanted(&self.task)) {
            self.outcomes.clear();
            return Err(fault.detail("completed_steps", done));
        }
        let failed = self.outcomes.iter().filter(|outcome| matches!(outcome, Outcome::Failed(_))).count();
        let completed = self.outcomes.len() - failed;
        let outcomes = std::mem::take(&mut self.outcomes).into_iter().zip(&self.plan.steps);
        let results: Vec<Value> = outcomes
            .map(|(outcome, step)| {
                let (name, value) = match outcome {
                    Outcome::Done(value) => match &step.spoken {
                        Some(spoken) => ("result", spoken.answer(value)),
                        None => ("result", value),
                    },
                    Outcome::Failed(fault) => ("error", json!(fault)),
                };
                step.place.entry(name, value)
            })
            .collect();
        let mut json = json!({ "results": results, "completed": completed });
        if self.plan.keep_going {
            json["failed"] = failed.into();
        }
        Ok(Payload { json, attachments: std::mem::take(&mut self.attachments) })
    }

    /// What was done and remains, for an error: the ids are what its reader needs to look.
    fn so_far(&self) -> Vec<Value> {
        let done = self.outcomes.iter().zip(&self.plan.steps).take(LISTED);
        done.map(|(outcome, step)| match outcome {
            Outcome::Done(value) => step.place.entry("ids", value.get("ids").cloned().unwrap_or_default()),
            Outcome::Failed(fault) => step.place.entry("error_code", json!(fault.error_code)),
        })
        .collect()
    }
}

/// `execute_python` has a time limit among its arguments; the shorter of the two holds.
fn deadline(arguments: &Payload, whole: Instant) -> Instant {
    let own = arguments.json.get("timeout").and_then(Value::as_f64);
    let own = own.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    own.and_then(|own| Instant::now().checked_add(own)).map_or(whole, |own| own.min(whole))
}

/// How long the JSON is as text.
fn length(value: &Value) -> usize {
    struct Counting(usize);
    impl std::io::Write for Counting {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0 += bytes.len();
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let mut counting = Counting(0);
    // Counting cannot fail.
    let _ = serde_json::to_writer(&mut counting, value);
    counting.0
}
