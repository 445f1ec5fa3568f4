//! Errors of ours in the words of a caller who knows the reference's only.

use serde_json::Value;

use super::incoming::ours_of;
use super::{Form, Spoken, Unit, Way};
use crate::catalogue::nearest::camel_case;
use crate::catalogue::{Field, Kind};
use crate::wire::Fault;

impl Spoken {
    /// The fault with its paths and the names in its sentences as the caller has them.
    pub(crate) fn fault(&self, mut fault: Fault) -> Fault {
        if let Some(path) = fault.details.get("path").and_then(Value::as_str).map(str::to_owned) {
            let theirs = self.path(&path);
            fault.error_message = fault.error_message.replace(&format!("`{path}`"), &format!("`{theirs}`"));
            fault.details.insert("path".to_owned(), theirs.into());
        }
        if let Some(problems) = fault.details.get_mut("problems").and_then(Value::as_array_mut) {
            for problem in problems {
                let path = problem["path"].as_str().unwrap_or_default();
                problem["path"] = self.path(path).into();
                problem["expected"] = self.words(problem["expected"].as_str().unwrap_or_default()).into();
            }
        }
        if let Some(expected) = fault.details.get("expected").and_then(Value::as_str) {
            let expected = self.words(expected);
            fault.details.insert("expected".to_owned(), expected.into());
        }
        let own = format!("{}: ", self.operation.name);
        if let Some(rest) = fault.error_message.strip_prefix(&own) {
            fault.error_message = format!("{}: {}", self.name, self.words(rest));
        }
        fault.suggestions = fault.suggestions.iter().map(|text| self.words(text)).collect();
        fault
    }

    /// A path of ours as the caller would write it: `items[0].time` is `splitTime`.
    fn path(&self, ours: &str) -> String {
        let (place, field) = match (self.tool.form, item_of(ours)) {
            (Form::Whole, _) | (_, None) => (String::new(), ours),
            (Form::Single, Some((_, field))) => (String::new(), field),
            (Form::List(list), Some((index, field))) => (format!("{list}[{index}]."), field),
            (Form::Spread(list), Some((index, field))) => match field == "channel_id" {
                true => (String::new(), field),
                false => (format!("{list}[{index}]."), field),
            },
        };
        let named = match (self.tool.form, ours) {
            (Form::List(list) | Form::Spread(list), "items") => list.to_owned(),
            _ => self.field(field),
        };
        format!("{place}{named}").trim_end_matches('.').to_owned()
    }

    /// The way to a field within an item.
    fn field(&self, ours: &str) -> String {
        let end = ours.find(['.', '[']).unwrap_or(ours.len());
        let (name, rest) = ours.split_at(end);
        let arg = self.tool.args.iter().find(|arg| !name.is_empty() && ours_of(arg) == name);
        let rest = match arg.map(|arg| arg.way) {
            Some(Way::In(_, Unit::One)) => rest.trim_start_matches("[0]"),
            _ => rest,
        };
        let first = arg.map_or_else(|| camel_case(name), |arg| arg.theirs.to_owned());
        let rest: Vec<String> = rest.split('.').map(camel_case).collect();
        format!("{first}{}", rest.join("."))
    }

    /// A sentence with our names of fields as the caller's.
    fn words(&self, text: &str) -> String {
        let mut told = String::with_capacity(text.len());
        let mut word = String::new();
        let mut before = ' ';
        for letter in text.chars().chain([' ']) {
            if letter.is_ascii_alphanumeric() || letter == '_' {
                word.push(letter);
                continue;
            }
            let quoted = before == '`' && letter == '`';
            told.push_str(&self.word(&word, quoted));
            word.clear();
            told.push(letter);
            before = letter;
        }
        told.pop();
        told
    }

    fn word(&self, word: &str, quoted: bool) -> String {
        let arg = self.tool.args.iter().find(|arg| ours_of(arg) == word);
        match arg {
            Some(arg) if quoted || word.contains('_') => arg.theirs.to_owned(),
            None if word.contains('_') && names(&self.operation.params, word) => camel_case(word),
            _ => word.to_owned(),
        }
    }
}

/// The index and the rest of a path into our items.
fn item_of(path: &str) -> Option<(&str, &str)> {
    let (index, rest) = path.strip_prefix("items[")?.split_once(']')?;
    Some((index, rest.trim_start_matches('.')))
}

/// Whether a field, however deep, is called so.
fn names(fields: &[Field], word: &str) -> bool {
    fields.iter().any(|field| field.name == word || named(&field.kind, word))
}

fn named(kind: &Kind, word: &str) -> bool {
    match kind {
        Kind::List(item) => named(item, word),
        Kind::Object(fields) => names(fields, word),
        Kind::Item(entity, verb) => {
            entity.item_fields(*verb).into_iter().any(|field| field.name == word || named(&field.kind, word))
        }
        _ => false,
    }
}
