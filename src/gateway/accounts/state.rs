//! Everything in memory, so that no call waits for a disk: what `accounts.db` holds, by what is asked for.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use super::model::{ADMIN, Key, KnownInstance, Share, User, text};
use super::names;
use super::not_found;
use super::principal::Principal;
use super::secret::Digest;
use crate::wire::Fault;

/// Users, keys, instances and shares.
#[derive(Default)]
pub(super) struct State {
    pub(super) users: HashMap<String, User>,
    /// User ids by folded name.
    pub(super) by_name: HashMap<String, String>,
    pub(super) keys: HashMap<String, Arc<Entry>>,
    pub(super) by_digest: HashMap<Digest, Arc<Entry>>,
    /// By user, then by id.
    pub(super) instances: HashMap<String, BTreeMap<String, Held>>,
    /// By user: the ids of instances that were reserved, by the ids that their hosts give themselves.
    claimed: HashMap<String, HashMap<String, String>>,
    /// By the user who is given something: that is what a call asks for.
    pub(super) shares: HashMap<String, Vec<Share>>,
}

/// A key with what must be ready when it is shown.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) key: Key,
    pub(super) digest: Digest,
    pub(super) principal: Arc<Principal>,
    /// Unix seconds, 0 for never: changed by every use, without a lock for writing.
    pub(super) used: AtomicU64,
    /// Whether `used` is not on the disk yet.
    pub(super) unsaved: AtomicBool,
}

impl Entry {
    pub(super) fn new(key: Key, digest: Digest, state: &State) -> Self {
        let user_name = state.users.get(&key.user).map(|user| user.name.clone()).unwrap_or_default();
        let principal = Principal {
            user: key.user.clone(),
            user_name,
            key: key.id.clone(),
            grant: key.grant.clone(),
            expires_at: key.expires_at,
        };
        let used = AtomicU64::new(key.last_used.unwrap_or_default());
        Self { key, digest, principal: Arc::new(principal), used, unsaved: AtomicBool::new(false) }
    }

    /// Notes a use; true when nobody has to write one down yet.
    pub(super) fn touch(&self, now: u64) -> bool {
        self.used.swap(now, Ordering::Relaxed) != now && !self.unsaved.swap(true, Ordering::AcqRel)
    }

    /// As it is now, last use included.
    pub(super) fn shown(&self) -> Key {
        let used = self.used.load(Ordering::Relaxed);
        Key { last_used: (used != 0).then_some(used), ..self.key.clone() }
    }
}

/// An instance with what is not shown of it.
#[derive(Debug)]
pub(super) struct Held {
    pub(super) known: KnownInstance,
    /// Its name as names are compared.
    pub(super) folded: String,
    /// What its host last called itself: while it says the same, a name given here stays.
    pub(super) wish: String,
    /// What its host gives as its id, when it took this one by its name.
    pub(super) host: Option<String>,
    pub(super) created_at: u64,
    pub(super) last_seen: Option<u64>,
    /// Whether the disk does not know it like this yet.
    pub(super) unsaved: AtomicBool,
}

impl Held {
    pub(super) fn new(id: String, name: String, wish: String, created_at: u64) -> Self {
        let folded = names::folded(&name);
        let known = KnownInstance {
            id,
            name,
            app: String::new(),
            app_version: String::new(),
            last_seen: None,
            created_at: text(created_at),
            allow: None,
        };
        Self { known, folded, wish, host: None, created_at, last_seen: None, unsaved: AtomicBool::new(false) }
    }

    pub(super) fn saw(&mut self, at: u64) {
        self.last_seen = Some(at);
        self.known.last_seen = Some(text(at));
    }

    pub(super) fn rename(&mut self, name: String) {
        self.folded = names::folded(&name);
        self.known.name = name;
    }

    /// For an edit that must be on the disk before it is seen.
    pub(super) fn copy(&self) -> Self {
        Self {
            known: self.known.clone(),
            folded: self.folded.clone(),
            wish: self.wish.clone(),
            host: self.host.clone(),
            created_at: self.created_at,
            last_seen: self.last_seen,
            unsaved: AtomicBool::new(false),
        }
    }
}

impl State {
    pub(super) fn put_user(&mut self, user: User) {
        self.by_name.insert(names::folded(&user.name), user.id.clone());
        self.users.insert(user.id.clone(), user);
    }

    /// With all that is theirs, and all that was shared with them.
    pub(super) fn remove_user(&mut self, id: &str) {
        if let Some(user) = self.users.remove(id) {
            self.by_name.remove(&names::folded(&user.name));
        }
        self.keys.retain(|_, entry| entry.key.user != id);
        self.by_digest.retain(|_, entry| entry.key.user != id);
        self.instances.remove(id);
        self.claimed.remove(id);
        self.shares.remove(id);
        self.drop_shares(|share| share.owner == id);
    }

    pub(super) fn put_key(&mut self, entry: Entry) {
        // A use may have been noted while the edit was written.
        if let Some(before) = self.keys.get(&entry.key.id) {
            entry.used.fetch_max(before.used.load(Ordering::Relaxed), Ordering::Relaxed);
            entry.unsaved.store(before.unsaved.load(Ordering::Acquire), Ordering::Release);
        }
        let entry = Arc::new(entry);
        self.by_digest.insert(entry.digest, Arc::clone(&entry));
        self.keys.insert(entry.key.id.clone(), entry);
    }

    /// A user by id or name, by id first: no name can pass for an id. The administrator is nobody that anything could be
    /// done to.
    pub(super) fn user(&self, user: &str) -> Result<&User, Fault> {
        let named = || self.by_name.get(&names::folded(user.trim())).and_then(|id| self.users.get(id));
        let found = self.users.get(user).or_else(named);
        found.filter(|user| user.id != ADMIN).ok_or_else(|| not_found("user", user))
    }

    pub(super) fn keys_of<'a>(&'a self, user: &'a str) -> impl Iterator<Item = &'a Arc<Entry>> {
        self.keys.values().filter(move |entry| entry.key.user == user)
    }

    pub(super) fn instance(&self, user: &str, id: &str) -> Option<&Held> {
        self.instances.get(user)?.get(id)
    }

    /// The id of the instance that a host has, by the id that it gives itself.
    pub(super) fn id_of<'a>(&'a self, user: &str, given: &'a str) -> &'a str {
        self.claimed.get(user).and_then(|claimed| claimed.get(given)).map_or(given, String::as_str)
    }

    pub(super) fn put_instance(&mut self, user: &str, mut held: Held) {
        if let Some(host) = &held.host {
            self.claimed.entry(user.to_owned()).or_default().insert(host.clone(), held.known.id.clone());
        }
        let all = self.instances.entry(user.to_owned()).or_default();
        // It may have been seen while the edit was written.
        if let Some(before) = all.get(&held.known.id).filter(|before| before.last_seen > held.last_seen) {
            if let Some(at) = before.last_seen {
                held.saw(at);
            }
            held.unsaved = AtomicBool::new(true);
        }
        all.insert(held.known.id.clone(), held);
    }

    pub(super) fn remove_instance(&mut self, user: &str, id: &str) {
        if let Some(all) = self.instances.get_mut(user) {
            all.remove(id);
        }
        if let Some(claimed) = self.claimed.get_mut(user) {
            claimed.retain(|_, reserved| reserved != id);
        }
        self.drop_shares(|share| share.owner == user && share.instance == id);
    }

    pub(super) fn put_share(&mut self, share: Share) {
        self.shares.entry(share.user.clone()).or_default().push(share);
    }

    pub(super) fn all_shares(&self) -> impl Iterator<Item = &Share> {
        self.shares.values().flatten()
    }

    pub(super) fn drop_shares(&mut self, gone: impl Fn(&Share) -> bool) {
        self.shares.retain(|_, shares| {
            shares.retain(|share| !gone(share));
            !shares.is_empty()
        });
    }

    /// A share with the names that its two users have.
    pub(super) fn shown_share(&self, share: &Share) -> Share {
        let name = |id: &str| self.users.get(id).map(|user| user.name.clone()).unwrap_or_default();
        Share { owner_name: name(&share.owner), user_name: name(&share.user), ..share.clone() }
    }
}
