//! Users, keys, instances' names, shares and pairing codes. Everything is read from memory; `accounts.db` keeps it
//! over restarts, and changes are on the disk before they are answered. No scene text, code or arguments come here.
//!
//! **Locks:** whoever changes something holds `db` from the check to the end, so that what was checked stays true
//! until it is written; `state` is taken inside it and only for moments. Whoever only reads takes `state` alone.

mod admin;
mod batch;
mod hold;
mod instances;
mod keys;
mod model;
mod names;
mod pairing;
mod principal;
mod schema;
mod secret;
mod shares;
mod state;
mod store;
#[cfg(test)]
mod tests;
mod users;

use std::fs::File;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use parking_lot::{Mutex, RwLock};
use tokio::sync::broadcast;

use crate::link::random_text;
use crate::private;
use crate::wire::{Code, Fault};
use batch::{Bell, Writer};
pub(crate) use keys::NewKey;
pub(crate) use model::{Change, Key, KnownInstance};
use pairing::Pairing;
pub(crate) use principal::{Grant, Principal, Role, Scope, Scopes, Uses};
use secret::Pepper;
use state::State;
use store::Store;

/// Changes that a reader may be behind before it must ask about everything.
const CHANGES: usize = 1_024;
/// Keys that are gone stay listed for 90 days.
const LISTED_GONE: u64 = 90 * 86_400;

/// Unix seconds; tests bring their own.
type Clock = Arc<dyn Fn() -> u64 + Send + Sync>;

/// A handle on the accounts of one data folder.
#[derive(Clone)]
pub(crate) struct Accounts {
    shared: Arc<Shared>,
    /// Ends with the last handle, when everything is written.
    _writer: Arc<Writer>,
}

struct Shared {
    state: RwLock<State>,
    db: Mutex<Store>,
    pepper: Pepper,
    changes: broadcast::Sender<Change>,
    pairing: Mutex<Pairing>,
    clock: Clock,
    bell: Bell,
    /// Until when ends of keys and shares have been announced.
    swept: Mutex<u64>,
    /// Keeps a second process out; ends last.
    _lock: File,
}

impl Accounts {
    /// The accounts in this folder, made when there are none. Only one process can hold them.
    pub(crate) fn open(data: &Path) -> Result<Self, Fault> {
        Self::open_with(data, Arc::new(system_time))
    }

    fn open_with(data: &Path, clock: Clock) -> Result<Self, Fault> {
        let secrets = data.join("secrets");
        [data, &secrets].into_iter().try_for_each(private::folder).map_err(|error| {
            hold::failed(&format!("the data folder {} cannot be made private", data.display()), &error)
        })?;
        let lock = hold::lock(data)?;
        let mut store = Store::open(data)?;
        let pepper = pepper(&store, &secrets)?;
        let now = clock();
        let state = store.load(now.saturating_sub(LISTED_GONE))?;
        let shared = Arc::new(Shared {
            state: RwLock::new(state),
            db: Mutex::new(store),
            pepper,
            changes: broadcast::Sender::new(CHANGES),
            pairing: Mutex::default(),
            clock,
            bell: Bell::default(),
            swept: Mutex::new(now),
            _lock: lock,
        });
        let writer = Writer::start(&shared)?;
        let accounts = Self { shared, _writer: Arc::new(writer) };
        accounts.seat_admin()?;
        Ok(accounts)
    }

    /// Whose key this is, if it opens anything now. Asks memory only, and notes the use.
    pub(crate) fn authenticate(&self, secret: &str) -> Result<Arc<Principal>, Fault> {
        secret::plausible(secret)?;
        let digest = self.shared.pepper.digest(secret);
        let now = self.shared.now();
        let state = self.shared.state.read();
        let entry = state.by_digest.get(&digest).filter(|entry| state.opens(entry, now)).ok_or_else(secret::refused)?;
        self.shared.note(entry, now);
        Ok(Arc::clone(&entry.principal))
    }

    /// What ends keys, users and shares, from now on. A reader that lags asks `alive` about what it holds.
    pub(crate) fn subscribe(&self) -> broadcast::Receiver<Change> {
        self.shared.changes.subscribe()
    }

    /// Whether the key of one who was recognised earlier still opens anything.
    pub(crate) fn alive(&self, principal: &Principal) -> bool {
        let now = self.shared.now();
        let state = self.shared.state.read();
        state.keys.get(&principal.key).is_some_and(|entry| state.opens(entry, now))
    }

    /// Notes that a key is in use, for connections that are recognised once and stay.
    pub(crate) fn touch(&self, principal: &Principal) {
        let now = self.shared.now();
        if let Some(entry) = self.shared.state.read().keys.get(&principal.key) {
            self.shared.note(entry, now);
        }
    }

    /// Writes what is noted in memory only: last uses and what hosts said of themselves.
    pub(crate) fn flush(&self) -> Result<(), Fault> {
        self.shared.flush()
    }
}

impl std::fmt::Debug for Accounts {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Accounts")
    }
}

impl Shared {
    fn now(&self) -> u64 {
        (self.clock)()
    }

    fn note(&self, entry: &state::Entry, now: u64) {
        if entry.touch(now) {
            self.bell.ring();
        }
    }

    fn announce(&self, change: Change) {
        // Nobody may be listening.
        let _ = self.changes.send(change);
    }

    /// When something ends that begins now.
    fn end(&self, expires_in: Option<Duration>) -> Result<Option<u64>, Fault> {
        /// A hundred years; longer ones are meant to be for ever.
        const LONGEST: u64 = 100 * 365 * 86_400;
        expires_in
            .map(|span| match span.as_secs() {
                seconds @ 1..=LONGEST => Ok(self.now() + seconds),
                seconds => Err(names::wrong("expires_in", "1 second to 100 years", seconds)
                    .suggest("leave it out for something that does not expire")),
            })
            .transpose()
    }
}

/// The pepper that fits the database; made only when the database has never had one.
fn pepper(store: &Store, secrets: &Path) -> Result<Pepper, Fault> {
    match Pepper::read(secrets)? {
        Some(pepper) if store.belongs_to(&pepper)? => Ok(pepper),
        Some(_) => Err(secret::lost("is not the one that belongs here")),
        None if store.mark()?.is_some() => Err(secret::lost("is missing")),
        None => {
            let pepper = Pepper::make(secrets)?;
            store.belongs_to(&pepper)?;
            Ok(pepper)
        }
    }
}

/// The same words whether it is missing or another tenant's.
fn not_found(what: &str, id: &str) -> Fault {
    let mut shown = names::shown(id);
    if shown.len() != id.len() {
        shown.push('…');
    }
    Fault::new(Code::NotFound, format!("no {what} is called {shown:?}")).detail(what, shown)
}

fn fresh_id(prefix: &str) -> Result<String, Fault> {
    let random = random_text(16).map_err(|error| hold::failed("no random numbers", &error))?;
    Ok(format!("{prefix}{random}"))
}

fn system_time() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs()
}
