//! Fields of something of the source as fields with which the target makes another one.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::lost::Lost;
use super::read::text;
use super::side::Side;
use crate::catalogue::{Verb, catalogue};
use crate::wire::placeholder;

/// Against what a plan is made.
pub(super) struct Sides<'a> {
    pub(super) source: &'a Side,
    pub(super) target: &'a Side,
    /// Fields that the target has refused, by `plural.field`.
    pub(super) refused: &'a HashSet<String>,
    /// Whether the target's scene has a camera that it renders through.
    pub(super) has_active: bool,
    /// Whether a path is the same file to both.
    pub(super) same_files: bool,
    /// Nothing is made: arrays were not read.
    pub(super) dry: bool,
}

impl Sides<'_> {
    /// The fields of something with which another one is made: without what the target has no place for, which is told.
    pub(super) fn fit(&self, plural: &str, told: &Value, lost: &mut Lost) -> Map<String, Value> {
        let entity = catalogue().entities().iter().copied().find(|entity| entity.plural == plural);
        let mut item = Map::new();
        for field in entity.into_iter().flat_map(|entity| entity.item_fields(Verb::Create)) {
            let (name, place) = (field.name, format!("{plural}.{}", field.name));
            let value = &told[name];
            // What the source has no place for it makes up.
            let known = self.source.lacks(&place).is_none() && !self.refused.contains(&place);
            if value.is_null() || !known || idle(&place, told) {
                continue;
            }
            let default = field.default.and_then(|default| serde_json::from_str::<Value>(default).ok());
            let usual = default.as_ref() == Some(value) || neutral(name, value);
            match self.target.lacks(&place) {
                // Normals say it there, and factors can be counted in.
                Some(_)
                    if usual
                        || matches!(&*place, "meshes.smooth" | "materials.emissive_intensity" | "textures.data") => {}
                Some(reason) => lost.add(place, reason, text(told, "id")),
                None if name == "metadata" && usual => {}
                None => {
                    let value = self.words(&place, value, text(told, "id"), lost);
                    item.extend(value.map(|value| (name.to_owned(), escaped(&value))));
                }
            }
        }
        item
    }

    /// A value without the words that mean nothing to the target.
    fn words(&self, place: &str, value: &Value, id: &str, lost: &mut Lost) -> Option<Value> {
        let unknown = |word: &str| self.target.lacks(&format!("{place}={word}"));
        match value {
            Value::String(word) => match unknown(word) {
                Some(_) if neutral("", value) => None,
                Some(reason) => {
                    lost.add(format!("{place}={word}"), reason, id);
                    None
                }
                None => Some(value.clone()),
            },
            Value::Object(map) => {
                let keep = |(key, value): (&String, &Value)| match unknown(key).filter(|_| !value.is_null()) {
                    Some(reason) => {
                        lost.add(format!("{place}.{key}"), reason, id);
                        None
                    }
                    None => Some((key.clone(), value.clone())),
                };
                Some(Value::Object(map.iter().filter_map(keep).collect()))
            }
            value => Some(value.clone()),
        }
    }
}

/// Whether a field says nothing as something else stands.
fn idle(place: &str, told: &Value) -> bool {
    match place {
        "materials.alpha_cutoff" => told["alpha_mode"] != "mask",
        "cameras.ortho_scale" => told["projection"] != "orthographic",
        // Its file says it.
        "textures.width" | "textures.height" => true,
        _ => false,
    }
}

/// Whether a value says what is so anyhow, so that nobody misses it.
pub(super) fn neutral(name: &str, value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Bool(value) => {
            *value == matches!(name, "cast_shadow" | "receive_shadow" | "casts_shadow" | "double_sided" | "visible")
        }
        Value::Number(number) => number.as_f64() == Some(0.0),
        Value::String(text) => text.is_empty() || text == "opaque",
        Value::Array(list) => list.is_empty(),
        Value::Object(map) => placeholder(value).is_none() && map.values().all(|value| neutral("", value)),
    }
}

/// Colours of light as bright as they are, for who has no factor beside them.
pub(super) fn shine(item: &mut Map<String, Value>, factor: f64) {
    for part in item.get_mut("emissive").and_then(Value::as_array_mut).into_iter().flatten().take(3) {
        *part = json!(part.as_f64().unwrap_or_default() * factor);
    }
}

/// A text that begins with `$` would be read as a reference.
pub(super) fn escaped(value: &Value) -> Value {
    match value {
        Value::String(text) if text.starts_with('$') => format!("${text}").into(),
        Value::Array(list) => list.iter().map(escaped).collect(),
        Value::Object(map) if placeholder(value).is_none() => {
            map.iter().map(|(key, value)| (key.clone(), escaped(value))).collect::<Map<_, _>>().into()
        }
        value => value.clone(),
    }
}
