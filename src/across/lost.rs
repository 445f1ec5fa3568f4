//! What does not come along, told once for each reason.

use std::collections::HashMap;

use serde_json::{Value, json};

/// So many ids are told of each.
const SHOWN: usize = 20;

/// What was lost so far, in the order in which it was found.
#[derive(Clone, Default)]
pub(super) struct Lost {
    entries: Vec<Entry>,
    places: HashMap<(String, String), usize>,
}

#[derive(Clone)]
struct Entry {
    field: String,
    reason: String,
    ids: Vec<String>,
    count: usize,
}

impl Lost {
    /// This field of this thing of the source.
    pub(super) fn add(&mut self, field: impl Into<String>, reason: impl Into<String>, id: &str) {
        let (field, reason) = (field.into(), reason.into());
        let place = *self.places.entry((field.clone(), reason.clone())).or_insert_with(|| {
            self.entries.push(Entry { field, reason, ids: Vec::new(), count: 0 });
            self.entries.len() - 1
        });
        let entry = &mut self.entries[place];
        entry.count += 1;
        if entry.ids.len() < SHOWN {
            entry.ids.push(id.to_owned());
        }
    }

    pub(super) fn told(&self) -> Value {
        let told = |entry: &Entry| json!({ "field": entry.field, "reason": entry.reason, "ids": entry.ids, "count": entry.count });
        self.entries.iter().map(told).collect()
    }
}
