//! A batch before it runs: every step checked as if it were called alone, as far as that can be known.

use std::time::Duration;

use serde_json::{Value, json};

use super::{NAME, Place};
use crate::catalogue::parlance::{self, Spoken};
use crate::catalogue::reference::{Hole, Known, Scope, is_name, transplant};
use crate::catalogue::{Defined, Effect, Operation};
use crate::host::HostInfo;
use crate::host::approval::Question;
use crate::host::clients::Way;
use crate::host::isolated;
use crate::host::policy::Policy;
use crate::host::tasks;
use crate::wire::{Code, Fault, Payload};

/// More is a program, not a call.
const MOST: usize = 10_000;
/// So many wrong steps are told at once.
const TOLD: usize = 10;
/// Blender cuts names of undo steps off, and with them what marks a failed one.
const LABEL: usize = 30;

/// What will be done.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(super) steps: Vec<Step>,
    /// Name of the undo step.
    pub(super) label: String,
    /// Whether the others go on when one fails.
    pub(super) keep_going: bool,
    pub(super) dry: bool,
    /// What the owner would be asked about.
    pub(super) asks: Vec<String>,
}

/// One operation of it.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) place: Place,
    pub(super) operation: &'static Operation,
    /// When it came in the reference system's words.
    pub(super) spoken: Option<Spoken>,
    /// Validated; `null` where there are holes.
    pub(super) arguments: Payload,
    pub(super) holes: Vec<Hole>,
    /// The files that it would write, about which the owner was asked.
    pub(super) written: Vec<String>,
}

/// Against what a batch is checked.
pub(crate) struct Gate<'a> {
    pub(crate) policy: &'a Policy,
    pub(crate) host: &'a HostInfo,
    pub(crate) way: Way,
    pub(crate) defined: &'a Defined,
}

/// What a look at all steps found.
#[derive(Default)]
struct Findings {
    faults: Vec<Fault>,
    questions: Vec<Question>,
    /// How many things go in all; None when nobody knows.
    deletes: Option<usize>,
    doomed: Vec<String>,
}

impl Plan {
    /// The plan of validated arguments of `batch`, and what must be asked before.
    pub(crate) fn new(arguments: Payload, gate: &Gate<'_>) -> Result<(Self, Option<Question>), Fault> {
        let Payload { mut json, attachments } = arguments;
        let given = match json.get_mut("operations").map(Value::take) {
            Some(Value::Array(given)) => given,
            _ => Vec::new(),
        };
        check_count(given.len())?;
        let names = names(&given)?;
        let (mut scope, mut findings) =
            (Scope::new(names.clone()), Findings { deletes: Some(0), ..Findings::default() });
        let keep_going = json["on_error"] == "continue";
        let mut steps = Vec::with_capacity(given.len());
        for (index, (mut step, name)) in given.into_iter().zip(names).enumerate() {
            let operation = step["operation"].as_str().unwrap_or_default().to_owned();
            let place = Place { index, name, operation };
            let mut arguments = Payload::json(step["arguments"].take());
            transplant(&mut arguments.json, &attachments, &mut arguments.attachments);
            match Step::new(place.clone(), arguments, keep_going, (gate.defined, &mut scope)) {
                Ok(step) => {
                    scope.add(Some(Known::new(step.operation, &step.arguments.json)));
                    steps.push(step);
                }
                Err(fault) => {
                    scope.add(None);
                    findings.faults.push(place.blame(fault));
                }
            }
        }
        steps.iter_mut().for_each(|step| findings.look(step, gate, &scope));
        if let Some(fault) = findings.fault() {
            return Err(fault);
        }
        let label = match json["label"].as_str().map(str::trim).filter(|label| !label.is_empty()) {
            Some(label) => format!("Batch: {}", short(label)),
            None => format!("Batch of {} operations", steps.len()),
        };
        let question = findings.question(gate);
        let asks = question.iter().map(|question| question.why().to_owned()).collect();
        let plan = Self { steps, label, keep_going, dry: json["dry_run"] == true, asks };
        let question = question.filter(|_| !plan.dry);
        Ok((plan, question))
    }

    /// What it does to the scene.
    pub(crate) fn effect(&self) -> Effect {
        let changes = self.steps.iter().any(|step| step.operation.effect != Effect::Read);
        if changes && !self.dry { Effect::Delete } else { Effect::Read }
    }

    /// Whether it may run in the middle of somebody's own edit.
    pub(crate) fn only_looks(&self) -> bool {
        self.dry || self.steps.iter().all(|step| super::only_looks(step.operation))
    }

    /// Its longest step has its time.
    pub(crate) fn timeout(&self) -> Duration {
        self.steps.iter().map(|step| step.operation.timeout).max().unwrap_or_default()
    }
}

impl Step {
    fn new(
        place: Place,
        mut arguments: Payload,
        keep_going: bool,
        (defined, scope): (&Defined, &mut Scope),
    ) -> Result<Self, Fault> {
        let spoken = parlance::understood(&place.operation, &mut arguments)?;
        let operation = defined.operation(&place.operation)?;
        operation.refused().map_or(Ok(()), Err)?;
        refuse_alone(operation)?;
        let (arguments, holes) =
            operation.validate_step(arguments, scope).map_err(|fault| parlance::worded(spoken.as_ref(), fault))?;
        if isolated::is_asked(operation, &arguments.json) {
            return Err(isolated::refused("a batch's steps change the same scene"));
        }
        if tasks::is_insisted(operation, &arguments.json) {
            return Err(tasks::refused("a batch's steps follow each other in the same scene"));
        }
        if !keep_going && arguments.json.get("on_error").is_some_and(|word| word == "continue") {
            let message = "`on_error: \"continue\"` keeps half of a step, and this batch happens whole or not at all";
            return Err(Fault::new(Code::InvalidParams, message)
                .detail("path", "on_error")
                .suggest("give `on_error: \"continue\"` to the batch too, or leave it out here"));
        }
        Ok(Self { place, operation, spoken, arguments, holes, written: Vec::new() })
    }
}

impl Findings {
    /// What the owner's rules say of a step.
    fn look(&mut self, step: &mut Step, gate: &Gate<'_>, scope: &Scope) {
        let checked = gate.policy.check(step.operation, &mut step.arguments, gate.host, gate.way);
        let written = match checked {
            Ok(written) => written,
            Err(fault) => return self.faults.push(step.place.blame(fault)),
        };
        self.questions.extend(Question::of_step(&gate.policy.rules, step.operation, &step.arguments, &written));
        step.written = written;
        if step.operation.effect != Effect::Delete {
            return;
        }
        let ids = &step.arguments.json["ids"];
        self.doomed.extend(ids.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned));
        let whole = step.holes.iter().find(|hole| hole.place.len() == 1);
        let count = match (ids, whole) {
            (Value::Array(ids), _) => Some(ids.len()),
            (_, Some(hole)) => scope.count(&hole.reference),
            _ => Some(0),
        };
        self.deletes = self.deletes.zip(count).map(|(before, more)| before + more);
    }

    /// The first fault, with a line of the others.
    fn fault(&mut self) -> Option<Fault> {
        self.faults.sort_by_key(|fault| fault.details.get("step").and_then(|step| step["index"].as_u64()));
        let listed: Vec<Value> = self
            .faults
            .iter()
            .take(TOLD)
            .map(|fault| json!({ "step": fault.details.get("step"), "error_code": fault.error_code, "error_message": fault.error_message }))
            .collect();
        let first = self.faults.drain(..).next()?;
        Some(if listed.len() > 1 { first.detail("wrong_steps", listed) } else { first })
    }

    fn question(&mut self, gate: &Gate<'_>) -> Option<Question> {
        let deletes = Question::of_deletes(&gate.policy.rules, self.deletes, &self.doomed);
        self.questions.extend(deletes);
        Question::together(std::mem::take(&mut self.questions))
    }
}

fn check_count(count: usize) -> Result<(), Fault> {
    let message = match count {
        0 => "a batch has at least one step".to_owned(),
        _ if count > MOST => format!("a batch has at most {MOST} steps, and this one has {count}"),
        _ => return Ok(()),
    };
    Err(Fault::new(Code::InvalidParams, message)
        .detail("path", "operations")
        .detail("expected", format!("1 to {MOST} steps"))
        .detail("got", count)
        .suggest("give more items to one `create_*` or `update_*` step: they take many at once"))
}

fn names(steps: &[Value]) -> Result<Vec<Option<String>>, Fault> {
    let names: Vec<Option<String>> =
        steps.iter().map(|step| step.get("name").and_then(Value::as_str).map(str::to_owned)).collect();
    let mut seen = std::collections::HashSet::new();
    for (index, name) in names.iter().enumerate() {
        let Some(name) = name else { continue };
        let wrong = |expected: &str| {
            Err(Fault::new(Code::InvalidParams, format!("step {index} is called `{name}`: expected {expected}"))
                .detail("path", format!("operations[{index}].name"))
                .detail("expected", expected)
                .detail("got", name.as_str()))
        };
        if !is_name(name) {
            return wrong("letters, digits and `_`, and no digit first");
        }
        if !seen.insert(name) {
            return wrong("a name that no other step has");
        }
    }
    Ok(names)
}

/// What has no place among others.
fn refuse_alone(operation: &Operation) -> Result<(), Fault> {
    let reason = match (operation.name.as_str(), operation.effect) {
        (NAME, _) => "a batch holds no other batch: put its steps among these",
        (_, _) if !operation.main_thread => "it is answered at once, and by itself: call it alone",
        ("undo" | "redo", _) => "it would move through the very steps of which the batch becomes one: call it alone",
        ("open_file" | "new_file", _) => {
            "it exchanges the file, and nothing before it could be taken back: call it alone"
        }
        (crate::catalogue::START_TASK, _) => {
            "a task works on a copy of the scene as it is before the batch: call it alone"
        }
        (crate::catalogue::IMPORT_ASSET, _) => {
            "it is downloaded before it is imported, and a batch does not wait for that: call it alone"
        }
        ("run_tests", _) => "what tests did is taken back, and with it the steps before: call it alone",
        ("save_file", _) => "a file that was written cannot be taken back: call it when the batch is done",
        (_, Effect::Session) => "it has no undo step, and could not be taken back: call it alone",
        _ => return Ok(()),
    };
    Err(Fault::new(Code::NotSupported, format!("`{}` cannot be in a batch: {reason}", operation.name))
        .detail("operation", operation.name.as_str()))
}

fn short(label: &str) -> &str {
    let mut end = label.len().min(LABEL);
    while !label.is_char_boundary(end) {
        end -= 1;
    }
    label[..end].trim_end()
}
