//! When the host is looked at for what happened, and who is said to have done it. On its main thread only.

use std::time::Instant;

use serde_json::{Map, Value, json};

use super::event::Doer;
use crate::catalogue::Effect;
use crate::host::adapter::Happening;
use crate::host::engine::Engine;
use crate::host::queue::Task;
use crate::host::transaction::guarded;
use crate::link::digest;

/// A roll-back undoes as well: these are told of calls that were made for them, and else of the artist's.
const STEPS: [&str; 2] = ["undo", "redo"];

impl Engine {
    /// Nobody calls: what the artist did.
    pub(in crate::host) fn look_at_artist(&self) {
        if let Some(fresh) = self.events.idle_look(Instant::now()) {
            self.look(fresh, None);
        }
    }

    /// A call is about to change the scene: what happened before was the artist's.
    pub(in crate::host) fn look_before(&self, task: &Task) {
        if task.effect != Effect::Read
            && let Some(fresh) = self.events.look(Instant::now())
        {
            self.look(fresh, None);
        }
    }

    /// It has: what happened since is its own.
    pub(in crate::host) fn look_after(&self, task: &Task, well: bool) {
        if task.effect == Effect::Read {
            return;
        }
        let Some(fresh) = self.events.look(Instant::now()) else { return };
        let name = task.operation.name.as_str();
        let doer = Doer { client: task.client.clone(), operation: name, call: digest(&task.key) };
        self.look(fresh, Some(&doer));
        if well && STEPS.contains(&name) {
            self.events.add(Happening::of(name, json!({})), Some(&doer), Instant::now());
        }
    }

    fn look(&self, fresh: bool, doer: Option<&Doer>) {
        let happened = guarded(|| self.adapter.happenings(fresh));
        let happened = happened.inspect_err(|fault| tracing::warn!(%fault, "what happened in the host is not known"));
        for happening in happened.into_iter().flatten() {
            if doer.is_none() || !STEPS.contains(&happening.kind.as_str()) {
                self.events.add(happening, doer, Instant::now());
            }
        }
    }
}

impl Happening {
    /// Of this kind, with these facts.
    pub fn of(kind: &str, data: Value) -> Self {
        let data = match data {
            Value::Object(data) => data,
            _ => Map::new(),
        };
        Self { kind: kind.to_owned(), data }
    }
}
