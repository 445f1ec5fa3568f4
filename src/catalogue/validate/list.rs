//! Lists, and files.

use serde_json::Value;

use super::{Checker, MAX_LIST, Problem, Step, object};
use crate::catalogue::Kind;
use crate::wire::{Attachment, Dtype, placeholder};

impl Checker {
    pub(super) fn list(&mut self, item: &Kind, bounds: (f64, f64), value: Value) -> Option<Value> {
        let value = self.attachment(&value).and_then(listed).unwrap_or(value);
        let Value::Array(list) = value else { return self.alone(item, &value) };
        if list.len() > MAX_LIST {
            let mut problem = Problem::new(&self.here(), format!("at most {MAX_LIST} values"), &Value::Null);
            problem.got = format!("a list of {}", list.len());
            return self.note(problem);
        }
        // The shape of an item is looked up once, not once per item.
        let shape = match item {
            Kind::Item(entity, verb) => Some(object::Shape::item(entity, *verb)),
            _ => None,
        };
        let mut checked = Some(Vec::with_capacity(list.len()));
        for (at, value) in list.into_iter().enumerate() {
            let value = self.at(Step::Index(at), |this| match &shape {
                Some(shape) => match this.resolved(item, value) {
                    Ok(value) => this.object(shape, value),
                    Err(settled) => settled,
                },
                None => this.value(item, bounds, value),
            });
            match (value, &mut checked) {
                (Some(value), Some(list)) => list.push(value),
                _ => checked = None,
            }
            if self.is_full() {
                return None;
            }
        }
        checked.map(Value::Array)
    }

    /// What is no list, but may be what was meant to be in one.
    fn alone(&mut self, item: &Kind, value: &Value) -> Option<Value> {
        let mut problem = Problem::new(&self.here(), Kind::list_expectation(item), value);
        if let Some(attachment) = self.attachment(value) {
            problem.got = super::array::words_for(attachment);
        } else if !value.is_null() && !self.is_unsaid(value) {
            problem.suggestions = vec!["put it in a list: [...]".to_owned()];
        }
        self.note(problem)
    }

    /// A file that travels beside the JSON.
    pub(super) fn blob(&mut self, media: &'static str, value: &Value) -> Option<Value> {
        let given = placeholder(value).and_then(|number| self.given.get(number));
        match given.filter(|attachment| attachment.dtype == Dtype::U1).cloned() {
            Some(attachment) => Some(self.keep(attachment)),
            None => self.refuse(Kind::Blob(media).expectation(), value),
        }
    }
}

/// The numbers of an array where a list is wanted: `numpy.linspace(0, 1, 50)`. None for more than a list may be long, and
/// for bytes, which are a file.
fn listed(array: &Attachment) -> Option<Value> {
    let numbers = array.shape.iter().try_fold(1_u64, |product, &extent| product.checked_mul(extent))?;
    let whole = array.data.len() as u64 == numbers.checked_mul(array.dtype.size() as u64)?;
    let fits = whole && numbers <= MAX_LIST as u64 && matches!(array.shape.len(), 1 | 2);
    (array.dtype != Dtype::U1 && fits).then(|| array.list())
}
