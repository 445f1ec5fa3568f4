//! What is wrong where, and the fault that a caller sees.

use serde_json::{Value, json};

use super::MAX_PROBLEMS;
use super::unsaid::told;
use crate::catalogue::Operation;
use crate::wire::{Code, Fault};

/// One thing that is wrong with the arguments.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// `items[0].position[2]`.
    pub path: String,
    /// What may stand there.
    pub expected: String,
    /// What stands there.
    pub got: String,
    /// What was probably meant, best first.
    pub suggestions: Vec<String>,
}

impl Problem {
    /// What stands at `path` is not what is expected there.
    pub fn new(path: &str, expected: impl Into<String>, got: &Value) -> Self {
        Self { path: path.to_owned(), expected: expected.into(), got: excerpt(got), suggestions: Vec::new() }
    }

    /// The same below `prefix`.
    pub(super) fn under(mut self, prefix: &str) -> Self {
        self.path = join(prefix, &self.path);
        self
    }

    fn sentence(&self) -> String {
        let at = if self.path.is_empty() { "arguments" } else { &self.path };
        format!("`{at}`: expected {}, got {}", self.expected, self.got)
    }
}

/// `items[0]` and `position` as `items[0].position`; an index joins without a dot.
fn join(prefix: &str, path: &str) -> String {
    if prefix.is_empty() || path.is_empty() || path.starts_with('[') {
        format!("{prefix}{path}")
    } else {
        format!("{prefix}.{path}")
    }
}

/// The problems as one fault: the first is the message, all are in the details.
pub(super) fn fault(operation: &Operation, problems: &[Problem]) -> Fault {
    let Some(first) = problems.first() else { return Fault::new(Code::Internal, "a refusal without a reason") };
    let listed: Vec<Value> = problems
        .iter()
        .take(MAX_PROBLEMS)
        .map(|problem| json!({"path": problem.path, "expected": problem.expected, "got": problem.got}))
        .collect();
    let mut fault = Fault::new(Code::InvalidParams, format!("{}: {}", operation.name, first.sentence()))
        .detail("path", first.path.as_str())
        .detail("expected", first.expected.as_str())
        .detail("got", first.got.as_str())
        .detail("problems", listed)
        .detail("example", operation.as_called());
    for problem in problems.iter().take(MAX_PROBLEMS) {
        for suggestion in &problem.suggestions {
            if !fault.suggestions.contains(suggestion) {
                fault.suggestions.push(suggestion.clone());
            }
        }
    }
    fault
}

/// A value as an error shows it: short, whatever its size.
fn excerpt(value: &Value) -> String {
    /// What fits on a line beside the sentence.
    const LONGEST: usize = 60;
    if let Some(told) = told(value) {
        return told.to_owned();
    }
    match value {
        Value::String(text) if text.chars().count() > LONGEST => {
            format!("{:?} … ({} characters)", text.chars().take(LONGEST).collect::<String>(), text.chars().count())
        }
        Value::Array(list) if list.len() > 4 || list.iter().any(|item| item.is_array() || item.is_object()) => {
            format!("a list of {}", list.len())
        }
        Value::Object(map) => {
            let keys: Vec<&str> = map.keys().take(6).map(String::as_str).collect();
            let more = if map.len() > keys.len() { " …" } else { "" };
            format!("an object with {{{}{more}}}", keys.join(", "))
        }
        _ => {
            let text = value.to_string();
            if text.chars().count() <= 4 * LONGEST { text } else { text.chars().take(LONGEST).collect() }
        }
    }
}
