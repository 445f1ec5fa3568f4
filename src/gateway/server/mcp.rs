//! MCP per key: each has a server and sessions of its own, so that a session's number is worth nothing to another key.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::http::HeaderMap;
use axum::response::Response;
use parking_lot::Mutex;
use tokio::sync::broadcast::error::RecvError;
use tokio_util::sync::CancellationToken;

use crate::across::Across;
use crate::backend::Shared;
use crate::gateway::accounts::{Change, Principal};
use crate::gateway::api::{Site, TRANSFERRED, refusal};
use crate::mcp::{Checked, Desk, Room, Server, Service, ToolSet, http_service};
use crate::wire::{Code, Fault};

/// A server that nobody has used for this long and that has no session is put away.
const SILENT: Duration = Duration::from_secs(600);

/// Pictures and arrays that one key's results left to be read: several renders.
const OF_ONE_KEY: usize = 64 << 20;
/// The same of all keys together; the rest is not kept.
const OF_ALL_KEYS: usize = 1 << 30;

/// The servers of all keys that use MCP.
#[derive(Clone)]
pub(super) struct Keys {
    site: Site,
    kept: Arc<Mutex<HashMap<String, Kept>>>,
    room: Room,
    #[cfg(feature = "conformance")]
    fixtures: bool,
}

struct Kept {
    who: Arc<Principal>,
    service: Service<Shared>,
    ended: CancellationToken,
    used: Instant,
}

impl Keys {
    pub(super) fn new(site: Site) -> Self {
        let room = Room::new(OF_ONE_KEY, OF_ALL_KEYS);
        Self {
            site,
            kept: Arc::default(),
            room,
            #[cfg(feature = "conformance")]
            fixtures: false,
        }
    }

    /// The same, whose servers have what the conformance suite expects in their tables, when that was asked for.
    #[cfg(feature = "conformance")]
    pub(super) fn with_fixtures(self, fixtures: bool) -> Self {
        Self { fixtures, ..self }
    }

    fn server(&self, who: Arc<Principal>) -> Service<Shared> {
        let mut kept = self.kept.lock();
        if let Some(known) = kept.get_mut(&who.key) {
            // What a key may do can have changed; then what hung on it ends.
            if known.who == who {
                known.used = Instant::now();
                return known.service.clone();
            }
            known.ended.cancel();
        }
        let ended = self.site.closed().child_token();
        let backend = Shared::new(Across::new(self.site.router().backend(who.clone())).up_to(TRANSFERRED));
        let server = Server::new(backend, &ToolSet::Core, who.grant.default_instance.clone()).within(self.room.clone());
        #[cfg(feature = "conformance")]
        let server = if self.fixtures { server.with_fixtures() } else { server };
        let service = http_service(server, Checked::Before, ended.clone());
        kept.insert(who.key.clone(), Kept { who, service: service.clone(), ended, used: Instant::now() });
        service
    }

    fn end(&self, which: impl Fn(&Kept) -> bool) {
        self.kept.lock().retain(|_, kept| {
            let ends = which(kept);
            if ends {
                kept.ended.cancel();
            }
            !ends
        });
    }

    /// Ends what hangs on keys that are gone, for as long as the gateway lives.
    pub(super) async fn watch(self) {
        let mut changes = self.site.accounts().subscribe();
        let mut clock = tokio::time::interval(SILENT / 10);
        loop {
            let change = tokio::select! {
                () = self.site.closed().cancelled() => return,
                _ = clock.tick() => {
                    self.end(|kept| kept.used.elapsed() > SILENT && kept.service.deserted());
                    continue;
                }
                change = changes.recv() => change,
            };
            match change {
                Ok(Change::KeyGone(key)) => self.end(|kept| kept.who.key == key),
                Ok(Change::UserGone(user)) => self.end(|kept| kept.who.user == user),
                Ok(_) => {}
                Err(RecvError::Lagged(_)) => self.end(|kept| !self.site.accounts().alive(&kept.who)),
                Err(RecvError::Closed) => return,
            }
        }
    }
}

impl Desk for Keys {
    type Backend = Shared;

    fn service(&self, headers: &HeaderMap) -> Result<Service<Shared>, Box<Response>> {
        let who = self.site.authenticate(headers).map_err(|fault| Box::new(refusal(&fault)))?;
        if !who.grant.uses.client {
            let fault = Fault::new(Code::PermissionDenied, "this key is for hosts only");
            return Err(Box::new(refusal(&fault)));
        }
        Ok(self.server(who))
    }
}
