//! Who commands this host: one entry per connection, and one per program behind a connection that speaks for several.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

use parking_lot::Mutex;
use serde_json::{Value, json};

use crate::wire::foreign::Dialect;
use crate::wire::now_rfc3339;

/// A name longer than this is no name.
const LETTERS: usize = 80;
/// Behind a gateway nobody says goodbye: who has not called for this long is not shown.
const GONE: Duration = Duration::from_secs(600);

/// By which way a call came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Way {
    /// From this machine: this process, or whoever can read the host's record.
    Local,
    /// Over the gateway.
    Gateway,
    /// From this machine in another program's words, over the drop-in port.
    Foreign(Dialect),
}

impl Way {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Local => "local",
            Self::Gateway => "gateway",
            Self::Foreign(dialect) => dialect.name(),
        }
    }
}

/// One program that calls, for as long as its connection holds this.
#[derive(Debug)]
pub(crate) struct Client {
    id: u64,
    pub(crate) program: String,
    pub(crate) way: Way,
    /// Whether it is behind a connection that speaks for several.
    behind: bool,
    since: String,
    calls: AtomicU64,
    last: Mutex<Instant>,
}

impl Client {
    /// Names it within this run of the host.
    pub(crate) fn id(&self) -> u64 {
        self.id
    }

    /// It has called.
    pub(crate) fn called(&self) {
        self.calls.fetch_add(1, Ordering::Relaxed);
        *self.last.lock() = Instant::now();
    }

    fn shown(&self) -> bool {
        let calls = self.calls.load(Ordering::Relaxed);
        !self.behind || calls > 0 && self.last.lock().elapsed() < GONE
    }

    fn json(&self) -> Value {
        json!({
            "id": self.id,
            "program": self.program,
            "way": self.way.name(),
            "since": self.since,
            "calls": self.calls.load(Ordering::Relaxed),
        })
    }
}

/// All that are there.
#[derive(Debug, Default)]
pub(crate) struct Clients {
    came: AtomicU64,
    here: Mutex<Vec<Weak<Client>>>,
}

impl Clients {
    /// A program has connected; it leaves when nobody holds its entry any more.
    pub(crate) fn arrive(&self, program: &str, way: Way) -> Arc<Client> {
        self.enter(program, way, false)
    }

    /// One more behind a connection that speaks for several.
    pub(crate) fn behind(&self, program: &str, way: Way) -> Arc<Client> {
        self.enter(program, way, true)
    }

    fn enter(&self, program: &str, way: Way, behind: bool) -> Arc<Client> {
        let client = Arc::new(Client {
            id: self.came.fetch_add(1, Ordering::Relaxed) + 1,
            program: plain(program),
            way,
            behind,
            since: now_rfc3339(),
            calls: AtomicU64::new(0),
            last: Mutex::new(Instant::now()),
        });
        let mut here = self.here.lock();
        here.retain(|client| client.strong_count() > 0);
        here.push(Arc::downgrade(&client));
        client
    }

    /// As the owner sees them, the earliest first.
    pub(crate) fn json(&self) -> Value {
        let here: Vec<_> = self.here.lock().iter().filter_map(Weak::upgrade).collect();
        here.iter().filter(|client| client.shown()).map(|client| client.json()).collect()
    }
}

/// What a peer says of itself is shown to people: one short line.
fn plain(program: &str) -> String {
    let line: String = program.chars().filter(|letter| !letter.is_control()).take(LETTERS).collect();
    if line.trim().is_empty() { "unnamed".to_owned() } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_who_is_there_in_one_line_each() {
        let clients = Clients::default();
        let first = clients.arrive("build\n\u{1b}[31mscript", Way::Local);
        let second = clients.behind("", Way::Gateway);
        first.called();
        assert_eq!(clients.json().as_array().map(Vec::len), Some(1), "who is behind another shows when it calls");
        second.called();
        let shown = clients.json();
        assert_eq!((&shown[0]["program"], &shown[0]["calls"]), (&json!("build[31mscript"), &json!(1)));
        assert_eq!((&shown[1]["program"], &shown[1]["way"]), (&json!("unnamed"), &json!("gateway")));
        drop(second);
        assert_eq!(clients.json().as_array().map(Vec::len), Some(1));
    }
}
