//! Keys: made, listed, rotated and revoked. A secret is shown when it is made and never again.

use std::time::Duration;

use super::model::{ADMIN, Change, Key};
use super::principal::{Grant, Scope, Uses};
use super::secret::{self, Digest, Kind};
use super::state::{Entry, State};
use super::store::Edit;
use super::{Accounts, Shared, fresh_id, names, not_found};
use crate::wire::Fault;

/// A user's keys that work at the same time.
const LIVE: usize = 1_000;
/// Two keys working for longer are two keys, not a rotation.
const LONGEST_OVERLAP: Duration = Duration::from_secs(30 * 86_400);

/// A key that is wanted; the default does all that a user can.
#[derive(Clone, Debug, Default)]
pub(crate) struct NewKey {
    /// What it is for, in its owner's words.
    pub(crate) label: String,
    /// What it lets its bearer do.
    pub(crate) grant: Grant,
    /// How long it works; none means until it is revoked.
    pub(crate) expires_in: Option<Duration>,
}

/// A key as the database has it.
pub(super) type Row = (Key, Digest);

/// A key that is not written yet.
pub(super) struct Made {
    pub(super) key: Key,
    pub(super) digest: Digest,
    pub(super) secret: String,
}

impl Accounts {
    /// A new key of a user, by id or name, with its secret, shown this once.
    pub(crate) fn create_key(&self, user: &str, new: NewKey) -> Result<(Key, String), Fault> {
        let shared = &self.shared;
        let mut db = shared.db.lock();
        let user = if user == ADMIN { ADMIN.to_owned() } else { shared.state.read().user(user)?.id.clone() };
        let made = make(shared, &user, new)?;
        db.write(&[Edit::Key(&made.key, &made.digest)])?;
        let mut state = shared.state.write();
        let entry = Entry::new(made.key.clone(), made.digest, &state);
        state.put_key(entry);
        drop(state);
        shared.bell.ring();
        Ok((made.key, made.secret))
    }

    /// A user's keys, oldest first; those that are gone stay listed for 90 days.
    pub(crate) fn list_keys(&self, user: &str) -> Result<Vec<Key>, Fault> {
        let state = self.shared.state.read();
        let user = if user == ADMIN { ADMIN } else { &state.user(user)?.id };
        let mut keys: Vec<Key> = state.keys_of(user).map(|entry| entry.shown()).collect();
        keys.sort_by(|a, b| (a.created_at, &a.id).cmp(&(b.created_at, &b.id)));
        Ok(keys)
    }

    /// The key of this id, whoever's it is: for administrators.
    pub(crate) fn key(&self, key: &str) -> Result<Key, Fault> {
        entry(&self.shared.state.read(), key).map(Entry::shown)
    }

    /// The key of this id when it is this user's; another's is as missing.
    pub(crate) fn key_of(&self, user: &str, key: &str) -> Result<Key, Fault> {
        self.key(key).ok().filter(|found| found.user == user).ok_or_else(|| not_found("key", key))
    }

    /// A new key with the same rights, to the same end; the old one goes on working for `overlap`. No more than these
    /// two work: one that the old key had itself replaced ends now. Who may do this is for the caller to have asked.
    pub(crate) fn rotate_key(&self, key: &str, overlap: Duration) -> Result<(Key, String), Fault> {
        if overlap > LONGEST_OVERLAP {
            return Err(names::wrong("overlap", "at most 30 days, in seconds", overlap.as_secs()));
        }
        let shared = &self.shared;
        let mut db = shared.db.lock();
        let now = shared.now();
        let ((old, old_digest), before) = rotatable(&shared.state.read(), key, now)?;
        let secret = secret::fresh(Kind::of(&old.user))?;
        let digest = shared.pepper.digest(&secret);
        let (id, replaces) = (fresh_id("k_")?, Some(old.id.clone()));
        let new = Key { id, created_at: now, last_used: None, replaces, ..old.clone() };
        let end = now + overlap.as_secs();
        let old = Key { expires_at: Some(old.expires_at.map_or(end, |until| until.min(end))), ..old };
        let old = if overlap.as_secs() == 0 { revoked(old, now) } else { old };
        let before = before.map(|(key, digest)| (revoked(key, now), digest));
        let keys: Vec<Row> = before.into_iter().chain([(old, old_digest), (new.clone(), digest)]).collect();
        db.write(&keys.iter().map(|(key, digest)| Edit::Key(key, digest)).collect::<Vec<_>>())?;
        shared.put_keys(keys);
        shared.bell.ring();
        Ok((new, secret))
    }

    /// Refuses a key from now on. Who may do this is for the caller to have asked.
    pub(crate) fn revoke_key(&self, key: &str) -> Result<Key, Fault> {
        let shared = &self.shared;
        let mut db = shared.db.lock();
        let (key, digest) = {
            let state = shared.state.read();
            let entry = entry(&state, key)?;
            (entry.shown(), entry.digest)
        };
        if key.revoked_at.is_some() {
            return Ok(key);
        }
        let key = revoked(key, shared.now());
        db.write(&[Edit::Key(&key, &digest)])?;
        shared.put_keys([(key.clone(), digest)]);
        Ok(key)
    }
}

impl Shared {
    /// Shows keys that are written, and announces those that are gone.
    pub(super) fn put_keys(&self, keys: impl IntoIterator<Item = Row>) {
        let mut state = self.state.write();
        let mut gone = Vec::new();
        for (key, digest) in keys {
            gone.extend(key.revoked_at.map(|_| Change::KeyGone(key.id.clone())));
            let entry = Entry::new(key, digest, &state);
            state.put_key(entry);
        }
        drop(state);
        // Only now: whoever hears of it and asks must be refused.
        gone.into_iter().for_each(|change| self.announce(change));
    }
}

/// A key with a fresh secret, checked but neither written nor shown.
pub(super) fn make(shared: &Shared, user: &str, new: NewKey) -> Result<Made, Fault> {
    check(user, &new.grant)?;
    let now = shared.now();
    let live = shared.state.read().keys_of(user).filter(|entry| entry.key.live(now)).count();
    if live >= LIVE {
        return Err(names::wrong("user", format!("one with fewer than {LIVE} keys that work"), live)
            .suggest("revoke those that nobody uses"));
    }
    let secret = secret::fresh(Kind::of(user))?;
    let key = Key {
        id: fresh_id("k_")?,
        user: user.to_owned(),
        label: names::label(&new.label)?,
        grant: new.grant,
        created_at: now,
        expires_at: shared.end(new.expires_in)?,
        revoked_at: None,
        last_used: None,
        replaces: None,
    };
    Ok(Made { key, digest: shared.pepper.digest(&secret), secret })
}

fn check(user: &str, grant: &Grant) -> Result<(), Fault> {
    if grant.uses == Uses::default() {
        return Err(names::wrong("uses", "`host`, `client` or both", "neither"));
    }
    if grant.scopes.contains(Scope::Admin) && user != ADMIN {
        return Err(names::wrong("scopes", "scopes that a user can have: read, edit, python, files, route", "admin")
            .suggest("administer with the admin key"));
    }
    if let Some(list) = &grant.operations {
        names::operations(list)?;
    }
    if let Some(list) = &grant.instances {
        names::instances(list)?;
    }
    if let Some(id) = &grant.default_instance {
        names::instance("default_instance", id)?;
        if grant.instances.as_ref().is_some_and(|list| !list.contains(id)) {
            return Err(names::wrong("default_instance", "one of `instances`", id.as_str()));
        }
    }
    for (path, limit) in [("rate", grant.rate), ("concurrency", grant.concurrency)] {
        if limit == Some(0) {
            return Err(names::wrong(path, "1 or more", 0).suggest("revoke a key that shall do nothing"));
        }
    }
    Ok(())
}

fn entry<'a>(state: &'a State, key: &str) -> Result<&'a Entry, Fault> {
    state.keys.get(key).map(AsRef::as_ref).ok_or_else(|| not_found("key", key))
}

/// A key that works and was not rotated yet, and the one that it replaced when that still works.
fn rotatable(state: &State, key: &str, now: u64) -> Result<(Row, Option<Row>), Fault> {
    let old = entry(state, key)?;
    if !old.key.live(now) {
        return Err(
            names::wrong("key", "a key that works", "one that was revoked or has expired").suggest("create a new key")
        );
    }
    let next =
        state.keys_of(&old.key.user).find(|other| other.key.replaces.as_deref() == Some(key) && other.key.live(now));
    if let Some(next) = next {
        return Err(names::wrong("key", "a key that was not rotated yet", "one that another has replaced")
            .suggest(format!("rotate {}", next.key.id)));
    }
    let before = old.key.replaces.as_ref().and_then(|id| state.keys.get(id)).filter(|entry| entry.key.live(now));
    Ok(((old.shown(), old.digest), before.map(|entry| (entry.shown(), entry.digest))))
}

pub(super) fn revoked(key: Key, now: u64) -> Key {
    Key { revoked_at: Some(now), ..key }
}
