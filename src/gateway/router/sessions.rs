//! Who is here: one session per connection, and one per key for calls over HTTP. Each ends when it was idle for too
//! long, when it has lasted too long, when its key is gone, or when somebody ends it.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use parking_lot::{Mutex, RwLock};
use serde::Serialize;
use tokio_util::sync::CancellationToken;

use super::Router;
use super::registry::farewell;
use crate::gateway::accounts::{Change, Principal, Role};
use crate::link::{Habits, random_text};
use crate::wire::{Bye, Code, Fault, now_rfc3339};

/// How often ends are looked for; a revoked key is cut off at once, an expired one within this time.
const SWEEP: Duration = Duration::from_secs(2);

/// When sessions of clients end by themselves. A host stays as long as it likes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Timeouts {
    /// Without a call.
    pub(crate) idle: Duration,
    /// Since the beginning.
    pub(crate) absolute: Duration,
    /// Of silence, until a peer is asked for a sign of life.
    pub(crate) ping: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        // An artist has lunch; a week's work is signed in once.
        Self {
            idle: Duration::from_secs(8 * 3600),
            absolute: Duration::from_secs(7 * 24 * 3600),
            ping: Habits::default().ping,
        }
    }
}

/// What a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    Host,
    Client,
    Http,
}

/// One session as its owner sees it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SessionInfo {
    pub(crate) id: String,
    pub(crate) user: String,
    pub(crate) key: String,
    pub(crate) kind: Kind,
    /// RFC 3339.
    pub(crate) since: String,
    pub(crate) idle_s: f64,
}

pub(super) struct Session {
    id: String,
    pub(super) who: Arc<Principal>,
    kind: Kind,
    since: String,
    began: Instant,
    used: Mutex<Instant>,
    last: Mutex<Option<Bye>>,
    ended: CancellationToken,
}

impl Session {
    /// It is in use.
    pub(super) fn touch(&self) {
        *self.used.lock() = Instant::now();
    }

    /// Returns when it was ended, with the last word to its peer.
    pub(super) async fn ended(&self) -> Bye {
        self.ended.cancelled().await;
        self.last.lock().clone().unwrap_or_else(|| farewell("session: it was ended", None))
    }

    fn end(&self, last: Bye) {
        self.last.lock().get_or_insert(last);
        self.ended.cancel();
    }

    fn over(&self, timeouts: Timeouts) -> Option<&'static str> {
        if self.kind == Kind::Host {
            return None;
        }
        if self.used.lock().elapsed() > timeouts.idle {
            return Some("session: it was idle for too long; connect again");
        }
        (self.began.elapsed() > timeouts.absolute).then_some("session: it has lasted long enough; connect again")
    }
}

/// All of them.
pub(super) struct Sessions {
    timeouts: RwLock<Timeouts>,
    open: RwLock<HashMap<String, Arc<Session>>>,
    /// By key.
    http: RwLock<HashMap<String, Arc<Session>>>,
}

impl Sessions {
    pub(super) fn new(timeouts: Timeouts) -> Self {
        Self { timeouts: RwLock::new(timeouts), open: RwLock::default(), http: RwLock::default() }
    }

    pub(super) fn set(&self, timeouts: Timeouts) {
        *self.timeouts.write() = timeouts;
    }

    /// How a new connection is kept.
    pub(super) fn habits(&self) -> Habits {
        Habits { ping: self.timeouts.read().ping, ..Habits::default() }
    }

    /// A new one.
    pub(super) fn begin(&self, who: &Arc<Principal>, kind: Kind) -> Result<Arc<Session>, Fault> {
        let id = random_text(16).map_err(|error| Fault::new(Code::Internal, format!("no random numbers: {error}")))?;
        let session = Arc::new(Session {
            id: format!("s_{id}"),
            who: who.clone(),
            kind,
            since: now_rfc3339(),
            began: Instant::now(),
            used: Mutex::new(Instant::now()),
            last: Mutex::new(None),
            ended: CancellationToken::new(),
        });
        self.open.write().insert(session.id.clone(), session.clone());
        Ok(session)
    }

    /// The one of a key's calls over HTTP, begun with the first.
    pub(super) fn http(&self, who: &Arc<Principal>) -> Result<Arc<Session>, Fault> {
        if let Some(session) = self.http.read().get(&who.key) {
            session.touch();
            return Ok(session.clone());
        }
        let session = self.begin(who, Kind::Http)?;
        self.http.write().insert(who.key.clone(), session.clone());
        Ok(session)
    }

    /// Its connection has ended.
    pub(super) fn close(&self, session: &Session) {
        self.open.write().remove(&session.id);
        if session.kind == Kind::Http {
            self.http.write().remove(&session.who.key);
        }
    }

    pub(super) fn list(&self, user: Option<&str>) -> Vec<SessionInfo> {
        let open = self.open.read();
        let mut sessions: Vec<_> = open
            .values()
            .filter(|session| user.is_none_or(|user| session.who.user == user))
            .map(|session| SessionInfo {
                id: session.id.clone(),
                user: session.who.user.clone(),
                key: session.who.key.clone(),
                kind: session.kind,
                since: session.since.clone(),
                idle_s: session.used.lock().elapsed().as_secs() as f64,
            })
            .collect();
        sessions.sort_by(|a, b| (&a.since, &a.id).cmp(&(&b.since, &b.id)));
        sessions
    }

    pub(super) fn end(&self, user: Option<&str>, id: &str) -> Result<(), Fault> {
        let session =
            self.open.read().get(id).filter(|session| user.is_none_or(|user| session.who.user == user)).cloned();
        let session = session.ok_or_else(|| Fault::new(Code::NotFound, "there is no such session"))?;
        session.end(farewell("session: it was ended; connect again", None));
        self.close(&session);
        Ok(())
    }

    /// The last word to every client.
    pub(super) fn leave(&self, reason: &str, retry_after: Duration) {
        self.open.read().values().for_each(|session| session.end(farewell(reason, Some(retry_after))));
    }

    fn end_those(&self, reason: &str, which: impl Fn(&Session) -> bool) {
        let gone: Vec<_> = self.open.read().values().filter(|session| which(session)).cloned().collect();
        for session in gone {
            session.end(farewell(reason, None));
            self.close(&session);
        }
    }

    /// The keys that were in use since the last sweep.
    fn used(&self) -> Vec<Arc<Principal>> {
        let open = self.open.read();
        open.values()
            .filter(|session| session.used.lock().elapsed() < SWEEP)
            .map(|session| session.who.clone())
            .collect()
    }

    fn sweep(&self) {
        let timeouts = *self.timeouts.read();
        let open: Vec<_> = self.open.read().values().cloned().collect();
        for session in open {
            if let Some(reason) = session.over(timeouts) {
                session.end(farewell(reason, None));
                self.close(&session);
            }
        }
    }
}

/// What a peer is told whose key is no more: it need not come back with it.
const REVOKED: &str = "unauthorized: the key was revoked, has expired, or its user was suspended";
/// How that begins.
pub(super) const UNAUTHORIZED: &str = "unauthorized: ";

/// Cuts what must end, for as long as the gateway lives.
pub(super) async fn sweep(router: Router) {
    let shared = &router.shared;
    let mut changes = shared.accounts.subscribe();
    let mut clock = tokio::time::interval(SWEEP);
    loop {
        let change = tokio::select! {
            () = shared.closing.cancelled() => return,
            _ = clock.tick() => None,
            change = changes.recv() => Some(change),
        };
        match change {
            Some(Ok(Change::KeyGone(key))) => {
                shared.sessions.end_those(REVOKED, |session| session.who.key == key);
                shared.meters.forget(&key);
            }
            Some(Ok(Change::Unshared { user, owner, instance })) => {
                let role = shared.accounts.role(&user, &owner, &instance);
                if role.is_none_or(|role| role == Role::Viewer)
                    && let Some(seat) = shared.registry.seat(&owner, &instance)
                {
                    // Nobody waits for who may not edit any more.
                    seat.lease.lock().take_if(|lease| lease.user == user);
                }
            }
            Some(Ok(Change::UserGone(user))) => shared.sessions.end_those(REVOKED, |session| session.who.user == user),
            // Some changes were missed, or time has passed: every key is asked about.
            _ => {
                shared.sessions.end_those(REVOKED, |session| !shared.accounts.alive(&session.who));
                shared.sessions.sweep();
                shared.refusals.record(&shared.audit);
                shared.sessions.used().iter().for_each(|who| shared.accounts.touch(who));
            }
        }
    }
}
