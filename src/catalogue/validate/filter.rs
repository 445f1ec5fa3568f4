//! Filters: a value, a list of values of which it must be one, or comparisons that must all hold.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::{Checker, Problem, Step};
use crate::catalogue::nearest::nearest;
use crate::catalogue::{Field, Kind};

/// What any value can be asked.
const EQUAL: &[&str] = &["eq", "ne"];
/// What a number can be asked.
const ORDER: &[&str] = &["eq", "ne", "lt", "le", "gt", "ge"];

/// Whether values of this kind are plainly equal or not, so that one can filter by them.
pub(in crate::catalogue) fn compares(kind: &Kind) -> bool {
    matches!(kind, Kind::Bool | Kind::Text | Kind::Enum(_) | Kind::Ref(_)) || is_number(kind)
}

/// Whether one of them is greater than another.
pub(super) fn is_number(kind: &Kind) -> bool {
    matches!(kind, Kind::Int { .. } | Kind::Float { .. } | Kind::Ratio | Kind::Length | Kind::Angle | Kind::Time)
}

impl Checker {
    /// The filter by one field.
    pub(super) fn filter(&mut self, field: &Field, given: Value) -> Option<Value> {
        if self.stands_for_another(&given) {
            return self.filtered(field, given);
        }
        match given {
            Value::Array(list) => self.any_of(field, list),
            Value::Object(map) => self.comparisons(field, map),
            value => self.filtered(field, value),
        }
    }

    fn any_of(&mut self, field: &Field, list: Vec<Value>) -> Option<Value> {
        if list.is_empty() {
            return self.refuse("at least one value", &Value::Array(list));
        }
        let each = list.into_iter().enumerate();
        each.map(|(at, value)| self.at(Step::Index(at), |this| this.filtered(field, value))).collect()
    }

    fn comparisons(&mut self, field: &Field, map: Map<String, Value>) -> Option<Value> {
        let words = if is_number(&field.kind) { ORDER } else { EQUAL };
        if map.is_empty() {
            return self.refuse(
                format!("a value, a list of values, or an object with {}", words.join(", ")),
                &Value::Object(map),
            );
        }
        let mut checked = Map::new();
        for (word, value) in map {
            if !words.contains(&word.as_str()) {
                let mut problem =
                    Problem::new(&self.here(), format!("comparisons by {}", words.join(", ")), &Value::Null);
                problem.got = format!("`{}`", word.chars().take(80).collect::<String>());
                problem.suggestions =
                    nearest(&word, words.iter().copied(), 1).iter().map(|near| format!("use `{near}`")).collect();
                return self.note(problem);
            }
            let value = self.at(Step::Key(Cow::Owned(word.clone())), |this| match value {
                Value::Array(list) if EQUAL.contains(&word.as_str()) => this.any_of(field, list),
                value => this.filtered(field, value),
            })?;
            checked.insert(word, value);
        }
        Some(Value::Object(checked))
    }

    /// One value; what no field can be may still be asked for as a bound, but no word that there is not.
    fn filtered(&mut self, field: &Field, value: Value) -> Option<Value> {
        const ANY: (f64, f64) = (f64::NEG_INFINITY, f64::INFINITY);
        match field.kind {
            _ if field.nullable && value.is_null() => Some(value),
            ref kind if is_number(kind) => self.number(ANY, value),
            _ => self.value(&field.kind, ANY, value),
        }
    }
}
