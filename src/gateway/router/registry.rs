//! Which hosts are linked now, by user and instance. Ids are chosen by hosts; under its user's name no id can be claimed
//! by, or be noticed by, anybody else.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use parking_lot::{Mutex, RwLock};
use tokio::sync::watch;

use super::keys::Keys;
use crate::link::Connection;
use crate::wire::{Bye, Code, Fault, Instance};

/// A host whose connection was cut is back within this time, or its calls end as `outcome_unknown`: with its back-off
/// a living host tries six times in it.
pub(super) const RESUME: Duration = Duration::from_secs(15);

/// One instance: the connection to it, while there is one, and what it said of itself.
pub(super) struct Seat {
    pub(super) id: String,
    connection: watch::Sender<Option<Arc<Connection>>>,
    lost: Mutex<Option<Instant>>,
    /// Why its host was sent away and will not come back by itself.
    barred: Mutex<Option<String>>,
    pub(super) keys: Keys,
    about: RwLock<Instance>,
    pub(super) lease: Mutex<Option<super::lease::Lease>>,
}

impl Seat {
    /// The connection that works now.
    pub(super) fn connection(&self) -> Option<Arc<Connection>> {
        self.connection.borrow().clone().filter(|connection| !connection.lost())
    }

    /// The connection, waiting for a host that was cut off a moment ago.
    pub(super) async fn connected(&self, patience: Duration) -> Option<Arc<Connection>> {
        if let Some(connection) = self.connection() {
            return Some(connection);
        }
        let mut changes = self.connection.subscribe();
        let arrived = changes.wait_for(|connection| connection.as_ref().is_some_and(|connection| !connection.lost()));
        let arrived = tokio::time::timeout(patience, arrived).await.ok()?.ok()?;
        arrived.clone()
    }

    /// How long a call should wait for it: not at all when it has been away for long.
    pub(super) fn patience(&self) -> Duration {
        if self.barred.lock().is_some() {
            return Duration::ZERO;
        }
        // Its end may not have been noticed by whoever serves it.
        if self.connection.borrow().as_ref().is_some_and(|connection| connection.lost() && !connection.left()) {
            return RESUME;
        }
        self.lost.lock().map_or(Duration::ZERO, |since| RESUME.saturating_sub(since.elapsed()))
    }

    /// `online`, `reconnecting` or `offline`.
    pub(super) fn status(&self) -> &'static str {
        match (self.connection(), self.patience()) {
            (Some(_), _) => "online",
            (None, Duration::ZERO) => "offline",
            (None, _) => "reconnecting",
        }
    }

    /// Its host is sent away for this reason and not waited for; unless it has come again with what is good.
    pub(super) fn bar(&self, connection: &Arc<Connection>, reason: &str) {
        if self.connection.borrow().as_ref().is_some_and(|current| Arc::ptr_eq(current, connection)) {
            *self.barred.lock() = Some(reason.to_owned());
        }
    }

    /// Why it was sent away.
    pub(super) fn barred(&self) -> Option<String> {
        self.barred.lock().clone()
    }

    /// The host has another name from now on.
    pub(super) fn renamed(&self, name: &str) {
        self.about.write().name = name.to_owned();
    }

    /// Who alone edits it now, by name.
    pub(super) fn held_by(&self) -> Option<String> {
        self.lease.lock().as_ref().and_then(super::lease::Lease::holder)
    }

    /// What the host said of itself, with its status now.
    pub(super) fn instance(&self) -> Instance {
        let mut instance = self.about.read().clone();
        instance.status = self.status().to_owned();
        instance.held_by = self.held_by();
        instance
    }
}

/// By instance id.
type OfOneUser = HashMap<String, Arc<Seat>>;

/// All seats. Cheap to clone.
#[derive(Clone, Default)]
pub(super) struct Registry {
    seats: Arc<RwLock<HashMap<String, OfOneUser>>>,
}

impl Registry {
    /// Puts a host in its seat. The newest wins: an earlier connection is ended, and told `evicted` when it is another
    /// process, so that the two do not fight for the seat.
    pub(super) fn arrive(&self, user: &str, instance: Instance, connection: &Arc<Connection>) -> Arc<Seat> {
        let seat = {
            let mut seats = self.seats.write();
            let seats = seats.entry(user.to_owned()).or_default();
            let seat = seats.entry(instance.id.clone()).or_insert_with(|| {
                Arc::new(Seat {
                    id: instance.id.clone(),
                    connection: watch::Sender::new(None),
                    lost: Mutex::new(None),
                    barred: Mutex::new(None),
                    keys: Keys::default(),
                    about: RwLock::default(),
                    lease: Mutex::new(None),
                })
            });
            seat.clone()
        };
        *seat.about.write() = instance;
        *seat.lost.lock() = None;
        *seat.barred.lock() = None;
        let earlier = seat.connection.send_replace(Some(connection.clone()));
        if let Some(earlier) = earlier.filter(|earlier| !Arc::ptr_eq(earlier, connection) && !earlier.lost()) {
            let reason = match earlier.welcome.epoch == connection.welcome.epoch {
                true => "replaced: the same host connected again",
                false => "evicted: another process linked as this instance; give one of them another name",
            };
            earlier.leave(reason, None);
        }
        seat
    }

    /// A connection has ended; whether the seat was still its own.
    pub(super) fn depart(&self, seat: &Seat, connection: &Arc<Connection>) -> bool {
        seat.connection.send_if_modified(|current| {
            let own = current.as_ref().is_some_and(|current| Arc::ptr_eq(current, connection));
            // Before anybody sees that it is gone; who said goodbye is not waited for.
            if own && !connection.left() {
                *seat.lost.lock() = Some(Instant::now());
            }
            if own {
                *current = None;
            }
            own
        })
    }

    pub(super) fn seat(&self, user: &str, id: &str) -> Option<Arc<Seat>> {
        self.seats.read().get(user)?.get(id).cloned()
    }

    /// Every seat of a user, sorted by name.
    pub(super) fn of(&self, user: &str) -> Vec<Arc<Seat>> {
        let mut seats: Vec<_> =
            self.seats.read().get(user).into_iter().flat_map(|seats| seats.values().cloned()).collect();
        seats.sort_by_cached_key(|seat| seat.about.read().name.clone());
        seats
    }

    /// Hosts that are linked now.
    pub(super) fn online(&self) -> Vec<Arc<Connection>> {
        let seats = self.seats.read();
        seats.values().flat_map(HashMap::values).filter_map(|seat| seat.connection()).collect()
    }

    /// Ends the links of an instance, or of all of a user.
    pub(super) fn dismiss(&self, user: &str, id: Option<&str>, reason: &str) {
        for seat in self.of(user).into_iter().filter(|seat| id.is_none_or(|id| seat.id == id)) {
            if let Some(connection) = seat.connection() {
                connection.leave(reason, None);
            }
        }
        if let Some(id) = id {
            self.seats.write().get_mut(user).map(|seats| seats.remove(id));
        }
    }
}

/// What a caller is told of a host that is not there.
pub(super) fn away(instance: &Instance) -> Fault {
    let reason = instance.reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
    let message = format!("`{}` is not linked to this gateway now{reason}", instance.name);
    let mut fault = Fault::new(Code::HostNotRunning, message).detail("instance", instance.id.as_str());
    if let Some(seen) = &instance.last_seen {
        fault = fault.detail("last_seen", seen.as_str());
    }
    fault.suggest("start it, or wait until it has reconnected").suggest("list the instances to see which are online")
}

/// Says goodbye to a peer.
pub(super) fn farewell(reason: &str, retry_after: Option<Duration>) -> Bye {
    Bye { reason: reason.to_owned(), retry_after_ms: retry_after.map(|after| after.as_millis() as u64) }
}
