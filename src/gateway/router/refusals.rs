//! Calls and acts that were turned away before the audit had a line for them: beyond a key's limits, too large, or
//! while the audit had no room. They are counted, and each key's are written as one line for each outcome, which says
//! for how many it stands: a flood neither fills the disk nor takes the room of those that may run, and the lines still
//! add up to what was asked for.

use std::collections::HashMap;

use parking_lot::Mutex;

use crate::gateway::accounts::Principal;
use crate::gateway::audit::{Audit, Entry};
use crate::wire::Code;

/// What is not in the catalogue may be anything, a secret too.
pub(super) const UNKNOWN: &str = "(unknown)";
/// More than one operation.
const SEVERAL: &str = "(several)";

/// All that were not written yet.
#[derive(Default)]
pub(super) struct Refusals {
    /// By key.
    keys: Mutex<HashMap<String, OfKey>>,
}

struct OfKey {
    user: String,
    outcomes: HashMap<Code, Operations>,
}

/// How many calls of each.
type Operations = HashMap<&'static str, u64>;

impl Refusals {
    pub(super) fn add(&self, who: &Principal, operation: &'static str, code: Code) {
        let mut keys = self.keys.lock();
        if !keys.contains_key(&who.key) {
            let new = OfKey { user: who.user.clone(), outcomes: HashMap::new() };
            keys.insert(who.key.clone(), new);
        }
        if let Some(of) = keys.get_mut(&who.key) {
            *of.outcomes.entry(code).or_default().entry(operation).or_default() += 1;
        }
    }

    /// Writes them. What the audit has no room for stays: the next time is soon.
    pub(super) fn record(&self, audit: &Audit) {
        let mut kept = std::mem::take(&mut *self.keys.lock());
        kept.retain(|key, of| {
            of.outcomes.retain(|code, operations| {
                let Ok(slot) = audit.admit() else { return true };
                slot.record(entry(key, &of.user, *code, operations));
                false
            });
            !of.outcomes.is_empty()
        });
        let mut keys = self.keys.lock();
        for (key, of) in kept {
            let all =
                &mut keys.entry(key).or_insert_with(|| OfKey { user: of.user, outcomes: HashMap::new() }).outcomes;
            for (code, operations) in of.outcomes {
                let all = all.entry(code).or_default();
                operations.into_iter().for_each(|(operation, calls)| *all.entry(operation).or_default() += calls);
            }
        }
    }
}

fn entry(key: &str, user: &str, code: Code, operations: &Operations) -> Entry {
    let mut sorted: Vec<(&str, u64)> = operations.iter().map(|(name, calls)| (*name, *calls)).collect();
    sorted.sort_by(|a, b| (b.1, a.0).cmp(&(a.1, b.0)));
    let (operation, detail) = match sorted.as_slice() {
        [(only, _)] => (*only, String::new()),
        several => {
            let listed: Vec<String> = several.iter().map(|(name, calls)| format!("{name} × {calls}")).collect();
            (SEVERAL, listed.join(", "))
        }
    };
    Entry {
        user: user.to_owned(),
        key: key.to_owned(),
        operation: operation.to_owned(),
        outcome: code.name(),
        calls: sorted.iter().map(|(_, calls)| calls).sum(),
        detail,
        ..Entry::default()
    }
}
