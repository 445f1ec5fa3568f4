//! Cuts a result to what a model can read, keeps its shape, and says what is missing.

use serde_json::{Map, Value, json};

/// One place that was cut.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cut {
    /// Where: `items`, `items[3].vertices`.
    pub(super) path: String,
    /// How many elements or characters are left.
    pub(super) kept: usize,
    /// How many there were.
    pub(super) total: usize,
}

impl Cut {
    /// As the result shows it.
    pub(super) fn to_json(&self) -> Value {
        json!({ "path": self.path, "kept": self.kept, "total": self.total })
    }
}

/// Length of a value as JSON text, without writing the text.
pub(super) fn size(value: &Value) -> usize {
    match value {
        Value::Null => 4,
        Value::Bool(flag) => 5 - usize::from(*flag),
        Value::Number(number) => number.to_string().len(),
        Value::String(text) => text_size(text),
        Value::Array(items) => 2 + items.iter().map(|item| size(item) + 1).sum::<usize>(),
        Value::Object(map) => 2 + map.iter().map(|(key, item)| text_size(key) + size(item) + 2).sum::<usize>(),
    }
}

/// Escapes make a text longer: a quote, a backslash or a newline by one, other control characters by five.
fn text_size(text: &str) -> usize {
    let escapes: usize = text
        .bytes()
        .map(|byte| match byte {
            b'"' | b'\\' | b'\n' | b'\r' | b'\t' => 1,
            0..=0x1f => 5,
            _ => 0,
        })
        .sum();
    text.len() + escapes + 2
}

/// Shortens lists and texts, the longest first, until `value` fits into about `budget` bytes of JSON.
pub(super) fn fit(value: &mut Value, budget: usize) -> Vec<Cut> {
    let mut cuts = Vec::new();
    shorten(value, budget, String::new(), &mut cuts);
    cuts
}

fn shorten(value: &mut Value, budget: usize, path: String, cuts: &mut Vec<Cut>) {
    if size(value) <= budget {
        return;
    }
    match value {
        Value::String(text) => shorten_text(text, budget, path, cuts),
        Value::Array(items) => shorten_list(items, budget, path, cuts),
        Value::Object(map) => shorten_fields(map, budget, &path, cuts),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn shorten_text(text: &mut String, budget: usize, path: String, cuts: &mut Vec<Cut>) {
    let total = text.chars().count();
    let mut room = budget.saturating_sub(2);
    let mut end = 0;
    for (index, character) in text.char_indices() {
        let length = text_size(character.encode_utf8(&mut [0; 4])) - 2;
        if length > room {
            break;
        }
        room -= length;
        end = index + character.len_utf8();
    }
    text.truncate(end);
    cuts.push(Cut { path, kept: text.chars().count(), total });
}

fn shorten_list(items: &mut Vec<Value>, budget: usize, path: String, cuts: &mut Vec<Cut>) {
    let total = items.len();
    let mut room = budget.saturating_sub(2);
    let mut kept = 0;
    for item in items.iter() {
        let length = size(item) + 1;
        if length > room {
            break;
        }
        room -= length;
        kept += 1;
    }
    if kept == 0 && total > 0 {
        // One element alone is too long: better a part of it than nothing.
        shorten(&mut items[0], room, format!("{path}[0]"), cuts);
        kept = 1;
    }
    items.truncate(kept);
    if kept < total {
        cuts.push(Cut { path, kept, total });
    }
}

/// Short fields stay whole; the long ones share what is left.
fn shorten_fields(map: &mut Map<String, Value>, budget: usize, path: &str, cuts: &mut Vec<Cut>) {
    let mut fields: Vec<(String, usize)> = map.iter().map(|(key, item)| (key.clone(), size(item))).collect();
    fields.sort_by_key(|&(_, length)| length);
    let mut room = budget.saturating_sub(2);
    let mut left = fields.len();
    for (key, length) in fields {
        let key_length = text_size(&key) + 2;
        room = room.saturating_sub(key_length);
        let share = room / left;
        if length > share
            && let Some(item) = map.get_mut(&key)
        {
            let inner = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            shorten(item, share, inner, cuts);
            room = room.saturating_sub(size(item));
        } else {
            room = room.saturating_sub(length);
        }
        left -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn leaves_alone_what_fits() {
        let mut value = json!({"a": [1, 2, 3]});
        assert_eq!(fit(&mut value, 100), []);
        assert_eq!(value, json!({"a": [1, 2, 3]}));
    }

    #[test]
    fn cuts_the_long_list_and_keeps_the_short_fields() {
        let mut value = json!({"items": (0..1000).collect::<Vec<_>>(), "total": 1000, "name": "scene"});
        let cuts = fit(&mut value, 200);
        assert_eq!(cuts.len(), 1);
        assert_eq!((cuts[0].path.as_str(), cuts[0].total), ("items", 1000));
        assert_eq!(value["items"].as_array().map(Vec::len), Some(cuts[0].kept));
        assert_eq!((&value["total"], &value["name"]), (&json!(1000), &json!("scene")));
        assert!(cuts[0].kept > 30 && value.to_string().len() <= 200, "{value}");
    }

    #[test]
    fn cuts_inside_the_only_element() {
        let mut value = json!({"items": [{"id": "n_1", "note": "x".repeat(1000)}]});
        let cuts = fit(&mut value, 120);
        assert_eq!(cuts[0].path, "items[0].note");
        assert_eq!(value["items"][0]["id"], "n_1");
    }

    fn tree() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            ".{0,40}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 64, 8, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
                prop::collection::vec(("[a-z]{1,6}", inner), 0..8)
                    .prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn size_is_never_less_than_the_text(value in tree()) {
            prop_assert!(size(&value) >= value.to_string().len());
        }

        #[test]
        fn a_list_of_short_items_always_fits(texts in prop::collection::vec(".{0,40}", 0..200), budget in 400usize..4000) {
            let mut value = json!({"items": texts, "total": 7});
            fit(&mut value, budget);
            prop_assert!(value.to_string().len() <= budget);
        }
    }
}
