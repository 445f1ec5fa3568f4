//! Who wants to know when a scene or a picture changed: by a call through this server, or by any other hand, the
//! artist's too, of which the host tells. Clients read again when they are told, so several changes may become one
//! message, or one change two.

use std::collections::BTreeSet;
use std::mem;
use std::sync::{Arc, Weak};
use std::time::Duration;

use parking_lot::Mutex;
use rmcp::model::ResourceUpdatedNotificationParam;
use rmcp::service::{Peer, SubscriptionContext};
use rmcp::{ErrorData, RoleServer};
use serde_json::{Value, json};
use tokio::sync::Notify;
use tokio_util::task::AbortOnDropHandle;

use super::resources::Address;
use super::server::Server;
use crate::backend::{Backend, Reply, Request};
use crate::catalogue::{Effect, GET_EVENTS, catalogue};
use crate::wire::Code;

/// More is a mistake of the client: a session has one scene and one picture for each instance.
const PER_WATCHER: usize = 256;

/// One question for events waits so long for an answer; as soon after it who watches no more is noticed.
const WAIT_SECONDS: f64 = 20.0;
/// A host that cannot be asked now is asked again after this time.
const AGAIN: Duration = Duration::from_secs(5);

/// What of an instance can change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Part {
    Scene,
    Image,
}

/// Everybody's wishes on this server.
#[derive(Clone, Debug, Default)]
pub(super) struct Watches {
    wishes: Arc<Mutex<Wishes>>,
}

#[derive(Debug, Default)]
struct Wishes {
    entries: Vec<Entry>,
    /// Instances whose events are read.
    followed: BTreeSet<String>,
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

/// After these it is of no use to ask again.
const REFUSALS: [Code; 5] =
    [Code::NotSupported, Code::PermissionDenied, Code::Unauthorized, Code::UnknownOperation, Code::InstanceNotFound];

/// Whether what is read of a scene may be another than before.
fn tells_of_change(answer: &Value) -> bool {
    let any = |field: &str| answer[field].as_array().is_some_and(|events| !events.is_empty());
    any("events") || answer["restarted"] == true || answer["missed"].as_u64().is_some_and(|missed| missed > 0)
}

impl Watches {
    fn add(&self, instance: String, part: Part, uri: &str, watcher: &Arc<Watcher>) -> Result<(), ErrorData> {
        let entries = &mut self.wishes.lock().entries;
        entries.retain(|entry| entry.watcher.strong_count() > 0 && !entry.is(uri, watcher));
        if entries.iter().filter(|entry| entry.belongs_to(watcher)).count() >= PER_WATCHER {
            return Err(ErrorData::invalid_params(format!("more than {PER_WATCHER} subscriptions"), None));
        }
        entries.push(Entry { instance, part, uri: uri.to_owned(), watcher: Arc::downgrade(watcher) });
        Ok(())
    }

    fn remove(&self, uri: &str, watcher: &Arc<Watcher>) {
        self.wishes.lock().entries.retain(|entry| !entry.is(uri, watcher));
    }

    /// Wakes whoever watches this part of this instance; never waits for a client.
    fn changed(&self, instance: &str, part: Part) {
        let wishes = self.wishes.lock();
        for entry in wishes.entries.iter().filter(|entry| entry.instance == instance && entry.part == part) {
            if let Some(watcher) = entry.watcher.upgrade() {
                watcher.changed.lock().insert(entry.uri.clone());
                watcher.wake.notify_one();
            }
        }
    }

    /// Whether its events are not read yet, and are from now on.
    fn begin_following(&self, instance: &str) -> bool {
        self.wishes.lock().followed.insert(instance.to_owned())
    }

    /// Whether nobody watches its scene any more, so that its events need not be read.
    fn end_following(&self, instance: &str) -> bool {
        let mut wishes = self.wishes.lock();
        wishes.entries.retain(|entry| entry.watcher.strong_count() > 0);
        let over = !wishes.entries.iter().any(|entry| entry.instance == instance && entry.part == Part::Scene);
        if over {
            wishes.followed.remove(instance);
        }
        over
    }

    fn give_up(&self, instance: &str) {
        self.wishes.lock().followed.remove(instance);
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
            Some((instance, part)) => self.add_watch(instance, part, uri, &self.session.watcher(peer)),
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
                self.add_watch(instance, part, uri, &watcher)?;
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

    fn add_watch(&self, instance: String, part: Part, uri: &str, watcher: &Arc<Watcher>) -> Result<(), ErrorData> {
        self.watches.add(instance.clone(), part, uri, watcher)?;
        if part == Part::Scene && self.watches.begin_following(&instance) {
            let (server, leaving) = (self.clone(), self.leaving.clone());
            tokio::spawn(async move { leaving.run_until_cancelled(server.follow(&instance)).await });
        }
        Ok(())
    }

    /// Hears of what happens in a scene, while somebody watches it.
    async fn follow(&self, instance: &str) {
        let mut after = Value::Null;
        while !self.watches.end_following(instance) {
            let mut arguments = json!({ "wait": WAIT_SECONDS });
            if !after.is_null() {
                arguments["after"] = after.clone();
            }
            let request = Request {
                instance: Some(instance.to_owned()),
                operation: GET_EVENTS.to_owned(),
                arguments: arguments.into(),
                ..Request::default()
            };
            match self.backend.call(request, None).await.map(|reply| reply.payload.json) {
                Ok(answer) => {
                    after = answer["cursor"].clone();
                    if tells_of_change(&answer) {
                        self.watches.changed(instance, Part::Scene);
                    }
                }
                Err(fault) if REFUSALS.contains(&fault.error_code) => return self.watches.give_up(instance),
                // It is asked from where we were when it is back.
                Err(_) => tokio::time::sleep(AGAIN).await,
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
            Some(Address::Instances | Address::Task { .. }) | None => return Err(super::resources::unknown(uri)),
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
