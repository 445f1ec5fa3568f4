//! Single values and short rows of numbers.

use serde_json::{Map, Value, json};

use super::{Checker, Problem, Step};
use crate::catalogue::Kind;
use crate::catalogue::nearest::{nearest, snake_case};
use crate::catalogue::notation::range;

impl Checker {
    pub(super) fn boolean(&mut self, value: Value) -> Option<Value> {
        if value.is_boolean() { Some(value) } else { self.refuse(Kind::Bool.expectation(), &value) }
    }

    pub(super) fn integer(&mut self, min: i64, max: i64, value: Value) -> Option<Value> {
        match whole(&value) {
            Some(number) if (min..=max).contains(&number) => Some(json!(number)),
            _ => self.refuse(Kind::Int { min, max }.expectation(), &value),
        }
    }

    pub(super) fn number(&mut self, bounds: (f64, f64), value: Value) -> Option<Value> {
        match finite(&value) {
            Some(number) if number >= bounds.0 && number <= bounds.1 => Some(json!(number)),
            None if value.is_number() || self.is_unsaid(&value) && range(bounds.0, bounds.1).is_empty() => {
                self.refuse(SINGLE, &value)
            }
            _ => self.refuse(format!("a number{}", range(bounds.0, bounds.1)), &value),
        }
    }

    /// Seconds, or a frame, which only the host can turn into seconds.
    pub(super) fn time(&mut self, bounds: (f64, f64), value: Value) -> Option<Value> {
        let Value::Object(map) = value else { return self.number(bounds, value) };
        match map.get("frame").and_then(finite) {
            Some(frame) if map.len() == 1 => Some(json!({ "frame": frame })),
            _ => self.refuse(Kind::Time.expectation(), &Value::Object(map)),
        }
    }

    /// A fixed row of numbers; a matrix may be a list of rows.
    pub(super) fn row(&mut self, kind: &Kind, value: Value) -> Option<Value> {
        let width = kind.width().unwrap_or_default();
        let Value::Array(list) = value else { return self.refuse(kind.expectation(), &value) };
        let numbers = if matches!(kind, Kind::Matrix4) { flatten(list, 4) } else { list };
        if numbers.len() != width {
            let mut problem = Problem::new(&self.here(), kind.expectation(), &Value::Null);
            problem.got = format!("a list of {}", numbers.len());
            return self.note(problem);
        }
        self.numbers(numbers).map(|numbers| json!(numbers))
    }

    /// Finite numbers, each with its index in the path when it is none.
    pub(super) fn numbers(&mut self, list: Vec<Value>) -> Option<Vec<f64>> {
        let each = list.into_iter().enumerate().map(|(at, value)| match finite(&value) {
            Some(number) => Some(number),
            None => self.at(Step::Index(at), |this| this.refuse(SINGLE, &value)),
        });
        each.collect()
    }

    pub(super) fn text(&mut self, kind: &Kind, value: Value) -> Option<Value> {
        if value.is_string() { Some(value) } else { self.refuse(kind.expectation(), &value) }
    }

    /// A path or reference: text that says something and that every host's C strings can hold.
    pub(super) fn name(&mut self, kind: &Kind, value: Value) -> Option<Value> {
        match value.as_str() {
            Some(text) if !text.trim().is_empty() && !text.contains('\0') => Some(value),
            _ => self.refuse(kind.expectation(), &value),
        }
    }

    /// One of the words, in any case and however it is joined: `lookAt` and `look-at` are `look_at`.
    pub(super) fn word(&mut self, words: &'static [&'static str], value: Value) -> Option<Value> {
        let text = value.as_str().unwrap_or_default();
        let joined = snake_case(text).replace('-', "_");
        if let Some(word) = words.iter().find(|word| word.eq_ignore_ascii_case(text) || **word == joined) {
            return Some(json!(word));
        }
        let mut problem = Problem::new(&self.here(), Kind::Enum(words).expectation(), &value);
        let near = nearest(text, words.iter().copied(), 3);
        problem.suggestions = near.into_iter().map(|word| format!("use \"{word}\"")).collect();
        self.note(problem)
    }
}

/// The whole number that a value is; JavaScript has only floats, so 2.0 is 2.
pub(super) fn whole(value: &Value) -> Option<i64> {
    /// Beyond this a float no longer names one whole number.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let exact = |number: &f64| number.fract() == 0.0 && number.abs() <= EXACT;
    value.as_i64().or_else(|| value.as_f64().filter(exact).map(|number| number as i64))
}

/// What hosts keep numbers as.
pub(super) const SINGLE: &str = "a finite number that 32 bits hold";

/// The number that a value is, unless it would be another or infinite in a host.
pub(super) fn finite(value: &Value) -> Option<f64> {
    value.as_f64().filter(|number| number.abs() <= f64::from(f32::MAX))
}

/// A list of rows of this width as one list; anything else as it is.
pub(super) fn flatten(list: Vec<Value>, width: usize) -> Vec<Value> {
    let rows = list.iter().all(|row| row.as_array().is_some_and(|row| row.len() == width));
    if !rows {
        return list;
    }
    list.into_iter()
        .flat_map(|row| match row {
            Value::Array(row) => row,
            other => vec![other],
        })
        .collect()
}

/// The value of `key` when it is the object's only one.
pub(super) fn only<'a>(map: &'a Map<String, Value>, key: &str) -> Option<&'a Value> {
    if map.len() == 1 { map.get(key) } else { None }
}
