//! The calls of one instance by their keys. One key can come twice at a time, over two requests or two connections:
//! what becomes of the one decides what may be said of the other.

use std::collections::HashMap;

use parking_lot::Mutex;

/// As many keys as a host remembers.
const MOST: usize = 10_000;

/// Calls that are on their way, and those of whose outcome nobody has heard.
#[derive(Default)]
pub(super) struct Keys {
    known: Mutex<HashMap<String, Known>>,
}

#[derive(Default)]
struct Known {
    /// Calls with this key that wait for the host or its answer.
    inside: usize,
    /// One was sent, and its connection was lost before an answer came.
    unanswered: bool,
}

impl Keys {
    /// One more call on its way, until what is given back is dropped.
    pub(super) fn enter(&self, key: &str) -> Inside<'_> {
        self.known.lock().entry(key.to_owned()).or_default().inside += 1;
        Inside { keys: self, key: key.to_owned() }
    }
}

/// One call on its way.
pub(super) struct Inside<'a> {
    keys: &'a Keys,
    key: String,
}

impl Inside<'_> {
    /// It was sent, and its connection is gone.
    pub(super) fn unanswered(&self) {
        self.note(|known, room| known.unanswered = room);
    }

    /// Its answer is there after all.
    pub(super) fn answered(&self) {
        self.note(|known, _| known.unanswered = false);
    }

    /// Whether it may have run or may yet run, by what was sent before or by another that is on its way.
    pub(super) fn may_run(&self) -> bool {
        self.keys.known.lock().get(&self.key).is_some_and(|known| known.unanswered || known.inside > 1)
    }

    fn note(&self, change: impl FnOnce(&mut Known, bool)) {
        let mut known = self.keys.known.lock();
        let room = known.len() < MOST;
        if let Some(known) = known.get_mut(&self.key) {
            change(known, room);
        }
    }
}

impl Drop for Inside<'_> {
    fn drop(&mut self) {
        let mut all = self.keys.known.lock();
        if let Some(known) = all.get_mut(&self.key) {
            known.inside -= 1;
            if known.inside == 0 && !known.unanswered {
                all.remove(&self.key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_known_while_it_is_on_its_way_and_while_nobody_has_heard_of_it() {
        let keys = Keys::default();
        let first = keys.enter("k");
        assert!(!first.may_run(), "alone it knows of itself");
        let second = keys.enter("k");
        assert!(first.may_run() && second.may_run());
        drop(second);
        assert!(!first.may_run());
        first.unanswered();
        drop(first);
        let again = keys.enter("k");
        assert!(again.may_run());
        again.answered();
        assert!(!again.may_run());
        drop(again);
        assert!(keys.known.lock().is_empty(), "nothing is kept of what is settled");
    }
}
