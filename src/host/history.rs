//! The last commands, for the owner: what was asked, by whom, and what became of it.

use std::collections::VecDeque;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use parking_lot::Mutex;
use serde_json::{Value, json};

use super::clients::Client;
use crate::wire::{Fault, rfc3339};

/// As many as fit into a panel that is scrolled.
const MOST: usize = 50;
/// Enough of a fault's sentence to know what it is about.
const LETTERS: usize = 200;

#[derive(Debug)]
struct Entry {
    operation: String,
    client: String,
    outcome: &'static str,
    message: String,
    waited: Duration,
    ran: Duration,
    at: SystemTime,
    key: String,
}

/// What a command was.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ended<'a> {
    pub(crate) operation: &'a str,
    pub(crate) key: &'a str,
    pub(crate) client: &'a Client,
    pub(crate) fault: Option<&'a Fault>,
    /// Before it began: for its turn, for the artist, for leave to run.
    pub(crate) waited: Duration,
    pub(crate) ran: Duration,
}

/// The newest commands, a fixed number of them.
#[derive(Debug, Default)]
pub(crate) struct History {
    entries: Mutex<VecDeque<Entry>>,
}

impl History {
    /// One more has ended.
    pub(crate) fn add(&self, ended: Ended<'_>) {
        let Ended { operation, key, client, fault, waited, ran } = ended;
        let entry = Entry {
            operation: short(operation),
            client: client.program.clone(),
            outcome: fault.map_or("ok", |fault| fault.error_code.name()),
            message: fault.map(|fault| short(&fault.error_message)).unwrap_or_default(),
            waited,
            ran,
            at: SystemTime::now(),
            key: key.to_owned(),
        };
        let mut entries = self.entries.lock();
        entries.truncate(MOST - 1);
        entries.push_front(entry);
    }

    /// The newest first.
    pub(crate) fn json(&self) -> Value {
        self.entries.lock().iter().map(Entry::json).collect()
    }
}

impl Entry {
    fn json(&self) -> Value {
        let at = self.at.duration_since(UNIX_EPOCH).unwrap_or_default();
        json!({
            "operation": self.operation,
            "client": self.client,
            "outcome": self.outcome,
            "message": self.message,
            "seconds": self.ran.as_secs_f64(),
            "waited": self.waited.as_secs_f64(),
            "at": rfc3339(at.as_secs(), at.subsec_millis()),
            "key": self.key,
        })
    }
}

fn short(text: &str) -> String {
    match text.char_indices().nth(LETTERS) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::clients::{Clients, Way};
    use crate::wire::Code;

    #[test]
    fn keeps_the_newest_and_cuts_what_is_long() {
        let (history, client) = (History::default(), Clients::default().arrive("script", Way::Local));
        for n in 0..=MOST {
            let fault = Fault::new(Code::HandlerError, "ß".repeat(LETTERS + n));
            let fault = Some(&fault).filter(|_| n > 0);
            let key = n.to_string();
            let (waited, ran) = (Duration::from_secs(n as u64), Duration::ZERO);
            history.add(Ended { operation: "look", key: &key, client: &client, fault, waited, ran });
        }
        let shown = history.json();
        let keys: Vec<_> = shown.as_array().into_iter().flatten().map(|entry| entry["key"].clone()).collect();
        assert_eq!((keys.len(), &keys[0], &keys[MOST - 1]), (MOST, &json!("50"), &json!("1")));
        assert_eq!((&shown[0]["outcome"], &shown[0]["waited"]), (&json!("handler_error"), &json!(MOST as f64)));
        assert_eq!(shown[0]["message"].as_str().map(|text| text.chars().count()), Some(LETTERS + 1));
    }
}
