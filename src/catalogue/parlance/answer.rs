//! Our results as the reference's.

use serde_json::{Map, Value, json};

use super::incoming::ours_of;
use super::{Answer, Source, Spoken, Way, fields};
use crate::catalogue::nearest::camel_case;
use crate::catalogue::reference::transplant;
use crate::catalogue::{Entity, Field, Kind};
use crate::wire::{Fault, Payload, placeholder};

impl Spoken {
    /// A result of ours as the caller expects it; arrays that it does not hold go.
    pub(crate) fn result(&self, payload: Payload) -> Payload {
        let mut json = self.answer(payload.json);
        let mut attachments = Vec::new();
        transplant(&mut json, &payload.attachments, &mut attachments);
        Payload { json, attachments }
    }

    /// The same for JSON alone.
    pub(crate) fn answer(&self, result: Value) -> Value {
        let Value::Object(mut ours) = result else { return result };
        let failed = match ours.remove("errors") {
            Some(Value::Array(errors)) => errors,
            _ => Vec::new(),
        };
        let mut theirs = Map::from_iter([("success".to_owned(), Value::Bool(failed.is_empty()))]);
        let mut notes: Vec<String> = self.notes.clone();
        match self.tool.answer {
            Answer::Nothing => {}
            Answer::Fields(fields) => {
                let ours = Value::Object(ours);
                let told = fields.iter().filter_map(|(name, place)| Some((*name, ours.pointer(place)?.clone())));
                theirs.extend(told.filter(|(_, value)| !value.is_null()).map(|(name, value)| (name.to_owned(), value)));
            }
            Answer::Each(list, sources) => {
                theirs.insert(list.to_owned(), self.each(&ours, &failed, sources));
                let unsaid = sources.iter().filter_map(|(name, source)| match source {
                    Source::Unsaid(reason) => Some(format!("`{name}` is not told: {reason}")),
                    _ => None,
                });
                notes.extend(unsaid);
            }
            Answer::Whole => theirs.extend(self.whole(ours)),
        }
        if !failed.is_empty() {
            let errors: Vec<Value> = failed.into_iter().map(|entry| self.failed(entry)).collect();
            theirs.insert("error".to_owned(), errors[0]["error"]["error_message"].clone());
            theirs.insert("errors".to_owned(), Value::Array(errors));
        }
        if !notes.is_empty() {
            theirs.insert("notes".to_owned(), json!(notes));
        }
        Value::Object(theirs)
    }

    /// An entry for each item that worked.
    fn each(&self, ours: &Map<String, Value>, failed: &[Value], sources: &[(&str, Source)]) -> Value {
        let Some(Value::Array(items)) = ours.get("items") else { return json!([]) };
        let bad: Vec<u64> = failed.iter().filter_map(|entry| entry["index"].as_u64()).collect();
        let worked = (0_u64..).filter(|index| !bad.contains(index));
        let entry = |(index, item): (u64, &Value)| {
            let fields = sources.iter().filter_map(|(name, source)| {
                let value = match source {
                    Source::Is(field) => item.get(*field)?.clone(),
                    Source::Given(_) => usize::try_from(index).ok().and_then(|index| self.given.get(index))?.clone(),
                    Source::Index => json!(index),
                    Source::Unsaid(_) => return None,
                };
                Some(((*name).to_owned(), value))
            });
            Value::Object(fields.collect())
        };
        worked.zip(items).map(entry).collect()
    }

    /// All of it in camelCase; of a page what its offset passed over is left out.
    fn whole(&self, mut ours: Map<String, Value>) -> Map<String, Value> {
        if let Some(items) = ours.get_mut("items").and_then(Value::as_array_mut) {
            items.drain(..self.passed_over.min(items.len()));
        }
        let fields: Vec<&Field> = self.operation.returns.iter().collect();
        let Value::Object(mut theirs) = object(&fields, None, ours) else { return Map::new() };
        if let Some(total) = theirs.remove("total") {
            theirs.insert("totalCount".to_owned(), total);
        }
        theirs
    }

    fn failed(&self, mut entry: Value) -> Value {
        if let Ok(fault) = serde_json::from_value::<Fault>(entry["error"].clone()) {
            entry["error"] = json!(self.fault(fault));
        }
        entry
    }
}

fn object(fields: &[&Field], entity: Option<&Entity>, ours: Map<String, Value>) -> Value {
    let theirs = ours.into_iter().map(|(key, value)| {
        let Some(field) = fields.iter().find(|field| field.name == key) else { return (key, value) };
        let value = camel(&field.kind, value);
        let rule = entity.and_then(|entity| fields::of(entity).iter().find(|arg| ours_of(arg) == key));
        match rule.map(|arg| (arg.theirs, arg.way)) {
            Some((name, Way::In(_, unit))) => (name.to_owned(), unit.write(value)),
            Some((name, Way::As(_))) if !ALSO.contains(&name) => (name.to_owned(), value),
            _ => (camel_case(&key), value),
        }
    });
    Value::Object(theirs.collect())
}

/// Second names of the reference, which are taken and not given back.
const ALSO: &[&str] = &["objectId", "property"];

/// A value with its fields and words in camelCase; what callers named themselves stays.
fn camel(kind: &Kind, value: Value) -> Value {
    if placeholder(&value).is_some() {
        return value;
    }
    match (kind, value) {
        (Kind::List(item), Value::Array(list)) => list.into_iter().map(|value| camel(item, value)).collect(),
        (Kind::Object(fields), Value::Object(map)) => object(&fields.iter().collect::<Vec<_>>(), None, map),
        (Kind::Item(entity, _), Value::Object(map)) => object(&entity.all_fields(), Some(entity), map),
        (Kind::Enum(_), Value::String(word)) => Value::String(camel_case(&word)),
        (_, value) => value,
    }
}
