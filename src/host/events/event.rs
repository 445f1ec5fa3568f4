//! One event: what it says, and how several become one.

use std::sync::Arc;

use serde_json::{Map, Value};

use crate::host::adapter::Happening;
use crate::host::clients::Client;
use crate::wire::now_rfc3339;

/// Things that one event names; the others are counted.
const NAMED: usize = 64;
/// Of this kind the latest is all that counts.
const LATEST: &str = "selection_changed";
/// One beside the other: ids and names of the same things.
const LISTS: [&str; 2] = ["ids", "names"];

/// The call that did it. None: the artist, or whatever else in the application is no call.
#[derive(Clone)]
pub(super) struct Doer {
    pub(super) client: Arc<Client>,
    pub(super) operation: &'static str,
    /// Names the call, as the gateway's audit does.
    pub(super) call: String,
}

pub(super) struct Event {
    pub(super) number: u64,
    pub(super) kind: String,
    /// When the first of those happened for which it stands.
    time: String,
    /// For how many it stands.
    count: u64,
    /// Of the last of them.
    doer: Option<Doer>,
    data: Map<String, Value>,
}

impl Event {
    pub(super) fn new(happening: Happening, doer: Option<Doer>) -> Self {
        let Happening { kind, data } = happening;
        let mut event = Self { number: 0, kind, time: now_rfc3339(), count: 1, doer, data };
        event.shorten();
        event
    }

    /// Lists are put together; of anything else the latest holds.
    pub(super) fn merge(&mut self, later: Self) {
        let more = self.more() + later.more();
        self.count += later.count;
        self.doer = later.doer;
        if self.kind == LATEST {
            self.data = later.data;
            return;
        }
        for (field, value) in later.data {
            match (self.data.get_mut(&field), value) {
                (Some(Value::Array(known)), Value::Array(new)) => known.extend(new),
                (_, value) => drop(self.data.insert(field, value)),
            }
        }
        self.data.insert("more".to_owned(), more.into());
        self.shorten();
    }

    fn more(&self) -> u64 {
        self.data.get("more").and_then(Value::as_u64).unwrap_or_default()
    }

    fn shorten(&mut self) {
        let listed = self.data.get(LISTS[0]).and_then(Value::as_array).map_or(0, Vec::len);
        for list in LISTS {
            if let Some(Value::Array(list)) = self.data.get_mut(list) {
                list.truncate(NAMED);
            }
        }
        match self.more() + listed.saturating_sub(NAMED) as u64 {
            0 => drop(self.data.remove("more")),
            more => drop(self.data.insert("more".to_owned(), more.into())),
        }
    }

    /// As a reader sees it: who else there is, it is not told.
    pub(super) fn json(&self, reader: &Client) -> Value {
        let mut shown = self.data.clone();
        let mut tell = |field: &str, value: Value| drop(shown.insert(field.to_owned(), value));
        tell("kind", self.kind.as_str().into());
        tell("number", self.number.into());
        tell("time", self.time.as_str().into());
        tell("count", self.count.into());
        tell("by", if self.doer.is_some() { "call" } else { "artist" }.into());
        if let Some(doer) = &self.doer {
            tell("own", (doer.client.id() == reader.id()).into());
            tell("operation", doer.operation.into());
            tell("call", doer.call.as_str().into());
        }
        Value::Object(shown)
    }
}
