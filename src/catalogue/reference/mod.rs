//! References of a batch's steps to the results of earlier ones: `$0.ids[0]`, `$arm.items[2].position`.

mod fits;
mod scope;
#[cfg(test)]
mod tests;

use std::fmt;

use serde_json::Value;

use crate::wire::{Attachment, Code, Fault, attached, placeholder};
pub(crate) use scope::{Known, Meaning, Scope};

/// One hop from a result down to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Hop {
    Field(String),
    At(usize),
}

/// A reference to what a step gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reference {
    /// As it was written.
    pub(crate) text: String,
    /// Which step.
    pub(crate) step: usize,
    path: Vec<Hop>,
}

/// Where a reference stands in the arguments of a step.
#[derive(Clone, Debug)]
pub(crate) struct Hole {
    /// From the arguments down.
    pub(crate) place: Vec<Hop>,
    pub(crate) reference: Reference,
}

/// What a text stands for.
#[derive(Debug, PartialEq, Eq)]
enum Written<'a> {
    /// Itself, without the `$` that escaped another one.
    Literal(&'a str),
    /// A step by number or name, and the way into its result.
    Result(&'a str, Vec<Hop>),
    /// It begins with `$` and is nothing of the kind.
    Broken,
}

/// Reads a text of an argument.
fn read(text: &str) -> Written<'_> {
    let Some(rest) = text.strip_prefix('$') else { return Written::Literal(text) };
    if rest.starts_with('$') {
        return Written::Literal(rest);
    }
    let end = rest.find(['.', '[']).unwrap_or(rest.len());
    let (step, rest) = rest.split_at(end);
    match (is_name(step) || is_number(step)).then(|| hops(rest)).flatten() {
        Some(path) => Written::Result(step, path),
        None => Written::Broken,
    }
}

fn hops(mut rest: &str) -> Option<Vec<Hop>> {
    let mut path = Vec::new();
    while !rest.is_empty() {
        if let Some(inner) = rest.strip_prefix('[') {
            let (number, after) = inner.split_once(']')?;
            path.push(Hop::At(is_number(number).then(|| number.parse().ok()).flatten()?));
            rest = after;
        } else {
            let inner = rest.strip_prefix('.')?;
            let end = inner.find(['.', '[']).unwrap_or(inner.len());
            let (name, after) = inner.split_at(end);
            path.push(Hop::Field((!name.is_empty()).then(|| name.to_owned())?));
            rest = after;
        }
    }
    Some(path)
}

/// Whether a step may be called so.
pub(crate) fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && text.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() < 10 && text.bytes().all(|byte| byte.is_ascii_digit())
}

impl Reference {
    /// The value that it stands for in the result of its step.
    pub(crate) fn look_up<'a>(&self, result: &'a Value) -> Result<&'a Value, Fault> {
        let mut value = result;
        for (depth, hop) in self.path.iter().enumerate() {
            let next = match hop {
                Hop::Field(name) => value.get(name),
                Hop::At(index) => value.get(index),
            };
            value = next.ok_or_else(|| self.missing(depth, value))?;
        }
        Ok(value)
    }

    fn missing(&self, depth: usize, value: &Value) -> Fault {
        let there = match value {
            Value::Array(items) => format!("a list of {}", items.len()),
            Value::Object(fields) => fields.keys().cloned().collect::<Vec<_>>().join(", "),
            Value::Null => "nothing".to_owned(),
            _ => "a single value".to_owned(),
        };
        let before = self.path.iter().take(depth).map(Hop::to_string).collect::<String>();
        let (text, step, hop) = (&self.text, self.step, &self.path[depth]);
        let message = format!("`{text}` is not there: step {step}'s result{before} has no `{hop}`, but {there}");
        Fault::new(Code::InvalidParams, message).detail("reference", text.as_str()).detail("got", there)
    }
}

impl fmt::Display for Hop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Hop::Field(name) => write!(f, ".{name}"),
            Hop::At(index) => write!(f, "[{index}]"),
        }
    }
}

impl Hole {
    /// Puts a value where the reference stands.
    pub(crate) fn fill(&self, arguments: &mut Value, value: Value) {
        let mut place = arguments;
        for hop in &self.place {
            let next = match hop {
                Hop::Field(name) => place.get_mut(name),
                Hop::At(index) => place.get_mut(index),
            };
            let Some(next) = next else { return };
            place = next;
        }
        *place = value;
    }
}

/// A value with the attachments that it stands for, moved to the end of other ones. Bytes are shared, not copied.
pub(crate) fn transplant(value: &mut Value, from: &[Attachment], into: &mut Vec<Attachment>) {
    if let Some(number) = placeholder(value) {
        if let Some(attachment) = from.get(number) {
            into.push(attachment.clone());
            *value = attached(into.len() - 1);
        }
        return;
    }
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| transplant(item, from, into)),
        Value::Object(map) => map.values_mut().for_each(|item| transplant(item, from, into)),
        _ => {}
    }
}
