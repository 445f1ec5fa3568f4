//! Who wants to know when a scene or a picture changed. Told of are the calls that go through this server, whoever
//! makes them; clients read again when they are told, so several changes may become one message.

use std::collections::BTreeSet;
use std::mem;
use std::sync::{Arc, Weak};

use parking_lot::Mutex;
use rmcp::model::ResourceUpdatedNotificationParam;
use rmcp::service::{Peer, SubscriptionContext};
use rmcp::{ErrorData, RoleServer};
use tokio::sync::Notify;
use tokio_util::task::AbortOnDropHandle;

use super::resources::Address;
use super::server::Server;
use crate::backend::{Backend, Reply};
use crate::catalogue::{Effect, catalogue};

/// More is a mistake of the client: a session has one scene and one picture for each instance.
const PER_WATCHER: usize = 256;

/// What of an instance can change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Part {
    Scene,
    Image,
}

/// Everybody's wishes on this server.
#[derive(Clone, Debug, Default)]
pub(super) struct Watches {
    entries: Arc<Mutex<Vec<Entry>>>,
}

/// One wish. Gone with its watcher.
#[derive(Debug)]
struct Entry {
    instance: String,
    part: Part,
    uri: String,
    watcher: Weak<Watcher>,
}

/// One client to tell: what it has yet to hear of.
#[derive(Debug, Default)]
struct Watcher {
    changed: Mutex<BTreeSet<String>>,
    wake: Notify,
}

impl Watcher {
    /// Waits for changes and gives their addresses.
    async fn next(&self) -> BTreeSet<String> {
        self.wake.notified().await;
        mem::take(&mut *self.changed.lock())
    }
}

impl Watches {
    fn add(&self, instance: String, part: Part, uri: &str, watcher: &Arc<Watcher>) -> Result<(), ErrorData> {
        let mut entries = self.entries.lock();
        entries.retain(|entry| entry.watcher.strong_count() > 0 && !entry.is(uri, watcher));
        if entries.iter().filter(|entry| entry.belongs_to(watcher)).count() >= PER_WATCHER {
            return Err(ErrorData::invalid_params(format!("more than {PER_WATCHER} subscriptions"), None));
        }
        entries.push(Entry { instance, part, uri: uri.to_owned(), watcher: Arc::downgrade(watcher) });
        Ok(())
    }

    fn remove(&self, uri: &str, watcher: &Arc<Watcher>) {
        self.entries.lock().retain(|entry| !entry.is(uri, watcher));
    }

    /// Wakes whoever watches this part of this instance; never waits for a client.
    fn changed(&self, instance: &str, part: Part) {
        let entries = self.entries.lock();
        for entry in entries.iter().filter(|entry| entry.instance == instance && entry.part == part) {
            if let Some(watcher) = entry.watcher.upgrade() {
                watcher.changed.lock().insert(entry.uri.clone());
                watcher.wake.notify_one();
            }
        }
    }
}

impl Entry {
    fn belongs_to(&self, watcher: &Arc<Watcher>) -> bool {
        self.watcher.as_ptr() == Arc::as_ptr(watcher)
    }

    fn is(&self, uri: &str, watcher: &Arc<Watcher>) -> bool {
        self.uri == uri && self.belongs_to(watcher)
    }
}

/// The wishes of one session up to 2025-11-25, told on the session's own stream.
#[derive(Clone, Debug, Default)]
pub(super) struct Session {
    told: Arc<Mutex<Option<Told>>>,
}

#[derive(Debug)]
struct Told {
    watcher: Arc<Watcher>,
    _task: AbortOnDropHandle<()>,
}

impl Session {
    /// The session's watcher, told of by a task that ends with the session.
    fn watcher(&self, peer: &Peer<RoleServer>) -> Arc<Watcher> {
        let mut told = self.told.lock();
        let told = told.get_or_insert_with(|| {
            let watcher = Arc::<Watcher>::default();
            let task = tokio::spawn(tell(watcher.clone(), peer.clone()));
            Told { watcher, _task: AbortOnDropHandle::new(task) }
        });
        told.watcher.clone()
    }
}

async fn tell(watcher: Arc<Watcher>, peer: Peer<RoleServer>) {
    loop {
        for uri in watcher.next().await {
            if peer.notify_resource_updated(ResourceUpdatedNotificationParam::new(uri)).await.is_err() {
                return;
            }
        }
    }
}

impl<B: Backend> Server<B> {
    /// `resources/subscribe`.
    pub(super) async fn watch(&self, uri: &str, peer: &Peer<RoleServer>) -> Result<(), ErrorData> {
        match self.watched(uri).await? {
            Some((instance, part)) => self.watches.add(instance, part, uri, &self.session.watcher(peer)),
            None => Ok(()),
        }
    }

    /// `resources/unsubscribe`.
    pub(super) fn unwatch(&self, uri: &str) {
        if let Some(told) = &*self.session.told.lock() {
            self.watches.remove(uri, &told.watcher);
        }
    }

    /// `subscriptions/listen`, until the client has enough of it.
    pub(super) async fn watch_stream(&self, context: SubscriptionContext) -> Result<(), ErrorData> {
        let watcher = Arc::<Watcher>::default();
        for uri in context.accepted().resource_subscriptions.iter().flatten() {
            // What is not there keeps nobody from hearing of the rest.
            if let Ok(Some((instance, part))) = self.watched(uri).await {
                self.watches.add(instance, part, uri, &watcher)?;
            }
        }
        loop {
            let changed = tokio::select! {
                () = context.cancelled() => return Ok(()),
                changed = watcher.next() => changed,
            };
            for uri in changed {
                if context.sink().notify_resource_updated(uri).await.is_err() {
                    return Ok(());
                }
            }
        }
    }

    /// Which part of which instance is behind an address; none for what never changes.
    async fn watched(&self, uri: &str) -> Result<Option<(String, Part)>, ErrorData> {
        let (name, part) = match Address::parse(uri) {
            Some(Address::Scene(name)) => (name, Part::Scene),
            Some(Address::Image(name)) => (name, Part::Image),
            Some(Address::Attachment(_) | Address::Rows { .. }) => return Ok(None),
            #[cfg(feature = "conformance")]
            None if self.fixtures.as_ref().is_some_and(|fixtures| fixtures.never_changes(uri)) => return Ok(None),
            Some(Address::Instances) | None => return Err(super::resources::unknown(uri)),
        };
        let instance = self.instance_id(&name).await.ok_or_else(|| super::resources::unknown(uri))?;
        Ok(Some((instance, part)))
    }

    /// Tells the watchers what a call that went well changed.
    pub(super) fn tell_watchers(&self, operation: &str, reply: &Reply) {
        let reads = catalogue().operation(operation).is_ok_and(|operation| operation.effect == Effect::Read);
        if !reads {
            self.watches.changed(&reply.instance, Part::Scene);
        }
        if reply.payload.attachments.iter().any(super::store::is_image) {
            self.watches.changed(&reply.instance, Part::Image);
        }
    }
}
