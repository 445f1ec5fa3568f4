//! Arguments as they must be: every value checked against its kind and brought into its one canonical form.
//!
//! Nothing that a caller sends can panic here, and what has been validated validates again to itself.

mod array;
#[cfg(test)]
mod array_tests;
mod color;
mod css;
mod filter;
mod list;
mod object;
mod problem;
#[cfg(test)]
mod properties;
mod rotation;
mod rules;
mod scalar;
#[cfg(test)]
mod tests;
mod unsaid;

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use super::reference::{Hole, Hop, Meaning, Scope};
use super::{Field, Kind, Operation, Verb};
use crate::wire::{Attachment, Fault, Payload, placeholder};
pub(super) use filter::compares;
pub use problem::Problem;
pub(super) use rules::{camera, light, mesh, same_rows};
pub use unsaid::unsaid;

/// After so many the caller has enough to do.
pub(super) const MAX_PROBLEMS: usize = 10;
/// A list of objects or ids longer than this is a mistake; dense numbers travel as arrays, without this bound.
const MAX_LIST: usize = 100_000;
/// As deep as the wire lets JSON be.
const MAX_DEPTH: usize = 64;

/// The arguments of `operation` in canonical form.
pub(super) fn arguments(operation: &Operation, given: Payload) -> Result<Payload, Fault> {
    Checker { given: given.attachments, ..Checker::default() }.arguments(operation, given.json).0
}

/// The arguments of a step of a batch: `null` where they refer to earlier results, and those references.
pub(super) fn step(operation: &Operation, given: Payload, scope: &mut Scope) -> Result<(Payload, Vec<Hole>), Fault> {
    let checker = Checker { given: given.attachments, scope: Some(std::mem::take(scope)), ..Checker::default() };
    let (checked, mut checker) = checker.arguments(operation, given.json);
    *scope = checker.scope.take().unwrap_or_default();
    Ok((checked?, checker.holes))
}

/// One item by itself, given to what creates a batch of keyframes (`createKeyframe({objectId, property, time, value})`).
fn batched(operation: &Operation, given: Value) -> Value {
    let takes_one = operation.crud.is_some_and(|(entity, verb)| entity.name == "Keyframe" && verb == Verb::Create);
    match given {
        Value::Object(map) if takes_one && map.contains_key("value") && !map.contains_key("items") => {
            json!({ "items": [map] })
        }
        other => other,
    }
}

/// A step from the arguments down to a value.
#[derive(Clone, Debug)]
enum Step {
    Key(Cow<'static, str>),
    Index(usize),
}

impl Step {
    fn hop(&self) -> Hop {
        match self {
            Step::Key(key) => Hop::Field(key.clone().into_owned()),
            Step::Index(index) => Hop::At(*index),
        }
    }
}

/// One walk over the arguments.
#[derive(Debug, Default)]
struct Checker {
    given: Vec<Attachment>,
    kept: Vec<Attachment>,
    path: Vec<Step>,
    problems: Vec<Problem>,
    /// The steps that a step of a batch may refer to; texts that begin with `$` are themselves without it.
    scope: Option<Scope>,
    holes: Vec<Hole>,
    /// Whether `unsaid` stands where the caller's language had a value that JSON has not.
    unsaid: bool,
}

impl Checker {
    fn arguments(mut self, operation: &Operation, given: Value) -> (Result<Payload, Fault>, Self) {
        let fields: Vec<&Field> = operation.params.iter().collect();
        let json = match given {
            Value::Null => Value::Object(Map::new()),
            other => batched(operation, other),
        };
        let checked = self.object(&object::Shape::arguments(&fields), json);
        let outcome = match checked {
            Some(json) if self.problems.is_empty() => Ok(Payload { json, attachments: std::mem::take(&mut self.kept) }),
            _ => Err(problem::fault(operation, &self.problems)),
        };
        (outcome, self)
    }

    /// The value to check; or what comes of a reference, which is checked when its value is known.
    fn resolved(&mut self, kind: &Kind, value: Value) -> Result<Value, Option<Value>> {
        let (Some(scope), Value::String(text)) = (&self.scope, &value) else { return Ok(value) };
        match scope.meaning(text, kind) {
            Ok(Meaning::Literal(literal)) => Ok(Value::String(literal)),
            Ok(Meaning::Result(reference)) => {
                let place = self.path.iter().map(Step::hop).collect();
                self.holes.push(Hole { place, reference });
                Err(Some(Value::Null))
            }
            Err(problem) => {
                let here = self.here();
                Err(self.note(problem.under(&here)))
            }
        }
    }

    /// The value in canonical form; none when a problem was noted.
    fn value(&mut self, kind: &Kind, bounds: (f64, f64), value: Value) -> Option<Value> {
        let value = match self.resolved(kind, value) {
            Ok(value) => value,
            Err(settled) => return settled,
        };
        match kind {
            Kind::Bool => self.boolean(value),
            Kind::Int { min, max } => self.integer(*min, *max, value),
            Kind::Float { min, max } => self.number((min.max(bounds.0), max.min(bounds.1)), value),
            Kind::Ratio => self.number((0.0, 1.0), value),
            Kind::Length | Kind::Angle => self.number(bounds, value),
            Kind::Time => self.time(bounds, value),
            Kind::Point | Kind::Vector | Kind::Vector2 | Kind::Scale3 | Kind::Matrix4 => self.row(kind, value),
            Kind::Quaternion => self.rotation(value),
            Kind::Color => self.color(value),
            Kind::Text | Kind::Code => self.text(kind, value),
            Kind::Path { .. } | Kind::Ref(_) => self.name(kind, value),
            Kind::Enum(words) => self.word(words, value),
            Kind::List(item) => self.list(item, bounds, value),
            Kind::Array(element) => self.array(element, value),
            Kind::Blob(media) => self.blob(media, &value),
            Kind::Object(fields) => {
                let fields: Vec<&Field> = fields.iter().collect();
                self.object(&object::Shape::arguments(&fields), value)
            }
            Kind::Item(entity, verb) => self.object(&object::Shape::item(entity, *verb), value),
            Kind::Map if !value.is_object() || self.stands_for_another(&value) => {
                self.refuse(kind.expectation(), &value)
            }
            // Its `$$` was read above.
            Kind::Map | Kind::Any if value.is_string() => Some(value),
            Kind::Map | Kind::Any => self.anything(value, 0),
        }
    }

    /// Notes that `got` is not what is expected here.
    fn refuse<T>(&mut self, expected: impl Into<String>, got: &Value) -> Option<T> {
        let mut problem = Problem::new(&self.here(), expected, got);
        if let Some(attachment) = self.attachment(got) {
            problem.got = array::words_for(attachment);
        }
        self.note(problem)
    }

    fn note<T>(&mut self, problem: Problem) -> Option<T> {
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(problem);
        }
        None
    }

    /// Whether there is no point in looking further.
    fn is_full(&self) -> bool {
        self.problems.len() >= MAX_PROBLEMS
    }

    /// `items[0].position[2]`.
    fn here(&self) -> String {
        let mut path = String::new();
        for step in &self.path {
            match step {
                Step::Key(key) if path.is_empty() => path.push_str(key),
                Step::Key(key) => path.extend([".", key]),
                Step::Index(index) => path.push_str(&format!("[{index}]")),
            }
        }
        path
    }

    fn at<T>(&mut self, step: Step, look: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step);
        let seen = look(self);
        self.path.pop();
        seen
    }

    fn at_key<T>(&mut self, key: &'static str, look: impl FnOnce(&mut Self) -> T) -> T {
        self.at(Step::Key(Cow::Borrowed(key)), look)
    }

    /// Keeps an attachment and gives its placeholder.
    fn keep(&mut self, attachment: Attachment) -> Value {
        self.kept.push(attachment);
        serde_json::json!({ "$attachment": self.kept.len() - 1 })
    }

    /// Any JSON; the attachments that it stands for move along.
    fn anything(&mut self, value: Value, depth: usize) -> Option<Value> {
        if depth > MAX_DEPTH {
            return self.refuse(format!("at most {MAX_DEPTH} levels"), &Value::Null);
        }
        if self.is_unsaid(&value) {
            return self.refuse("a value that JSON can say, or an array", &value);
        }
        if let Some(number) = placeholder(&value) {
            return match self.given.get(number).cloned() {
                Some(attachment) => Some(self.keep(attachment)),
                None => self.refuse(format!("one of the {} attachments", self.given.len()), &value),
            };
        }
        match value {
            Value::Array(list) => {
                let inner = list.into_iter().enumerate();
                let inner = inner.map(|(at, item)| self.at(Step::Index(at), |this| this.anything(item, depth + 1)));
                inner.collect::<Option<Vec<_>>>().map(Value::Array)
            }
            Value::Object(map) => {
                let inner = map.into_iter().map(|(key, item)| {
                    let step = Step::Key(Cow::Owned(key.clone()));
                    self.at(step, |this| this.anything(item, depth + 1)).map(|item| (key, item))
                });
                inner.collect::<Option<Map<_, _>>>().map(Value::Object)
            }
            text @ Value::String(_) => self.resolved(&Kind::Any, text).map_or_else(|settled| settled, Some),
            other => Some(other),
        }
    }
}
