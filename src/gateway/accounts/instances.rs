//! Instances' names: which a user reserved or hosts of theirs linked, what they are called, and what may be called on
//! them. Ids are the hosts' own and belong to a user, so another tenant's cannot be claimed or noticed.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::model::{Change, KnownInstance};
use super::state::{Held, State};
use super::store::Edit;
use super::{Accounts, fresh_id, names, not_found};
use crate::wire::{Fault, Instance};

/// Instances of one user.
const MOST: usize = 20_000;

impl Accounts {
    /// An instance for a host that will link later; the one that is there when the name is known already.
    pub(crate) fn reserve(&self, user: &str, name: &str) -> Result<KnownInstance, Fault> {
        let name = names::name("instance_name", name)?;
        let shared = &self.shared;
        let mut db = shared.db.lock();
        let state = shared.state.read();
        room(&state, user)?;
        if let Some(held) = named(&state, user, &name) {
            return Ok(held.known.clone());
        }
        drop(state);
        // It has no wish: whatever its host calls itself, the name that was reserved stays.
        let held = Held::new(fresh_id("i_")?, name, String::new(), shared.now());
        db.write(&[Edit::Instance(user, &held)])?;
        let known = held.known.clone();
        shared.state.write().put_instance(user, held);
        Ok(known)
    }

    /// Notes that a host of this user is there, or was until now, and says which instance it is: the one of its id, or
    /// one that was reserved under its name. It gets the name that it wants unless another has it; a name that was given
    /// here stays until the host wants a new one. On the disk within seconds.
    pub(crate) fn seen(&self, user: &str, instance: &Instance) -> Result<KnownInstance, Fault> {
        names::instance("instance", &instance.id)?;
        let wish = names::name("name", &instance.name)?;
        if let Some(known) = self.seen_again(user, instance, &wish) {
            return Ok(known);
        }
        let _db = self.shared.db.lock();
        let now = self.shared.now();
        let mut state = self.shared.state.write();
        let id = reserved_for(&state, user, &instance.id, &wish).unwrap_or(state.id_of(user, &instance.id)).to_owned();
        let before = state.instance(user, &id).map(Held::copy);
        if before.is_none() {
            room(&state, user)?;
        }
        let mut held = match before {
            Some(mut held) => {
                held.host = (id != instance.id).then(|| instance.id.clone()).or(held.host);
                if !held.wish.is_empty() && held.wish != wish {
                    held.rename(free(&state, user, &held.known.id, &wish));
                }
                held.wish = wish;
                held
            }
            None => Held::new(instance.id.clone(), free(&state, user, &instance.id, &wish), wish, now),
        };
        held.known.app = names::shown(&instance.host.app);
        held.known.app_version = names::shown(&instance.host.app_version);
        held.saw(now);
        held.unsaved = AtomicBool::new(true);
        let known = held.known.clone();
        state.put_instance(user, held);
        drop(state);
        self.shared.bell.ring();
        Ok(known)
    }

    /// The usual case: nothing new but the time, so that nobody waits for the disk.
    fn seen_again(&self, user: &str, instance: &Instance, wish: &str) -> Option<KnownInstance> {
        let now = self.shared.now();
        let mut state = self.shared.state.write();
        let id = state.id_of(user, &instance.id).to_owned();
        let held = state.instances.get_mut(user)?.get_mut(&id)?;
        let (app, version) = (names::shown(&instance.host.app), names::shown(&instance.host.app_version));
        if held.wish != wish || held.known.app != app || held.known.app_version != version {
            return None;
        }
        held.saw(now);
        let first = !held.unsaved.swap(true, Ordering::AcqRel);
        let known = held.known.clone();
        drop(state);
        if first {
            self.shared.bell.ring();
        }
        Some(known)
    }

    /// One of a user's own; every call asks for it.
    pub(crate) fn instance(&self, user: &str, id: &str) -> Option<KnownInstance> {
        self.shared.state.read().instance(user, id).map(|held| held.known.clone())
    }

    /// The id of one that a user can reach, its own or shared with it, by id or name.
    pub(crate) fn reachable(&self, user: &str, wanted: &str) -> Result<String, Fault> {
        let mut all = self.known(user);
        let shares = self.shared_with(user);
        all.extend(shares.iter().filter_map(|share| self.instance(&share.owner, &share.instance)));
        let folded = names::folded(wanted);
        let by_id = all.iter().find(|known| known.id == wanted);
        let found = by_id.or_else(|| all.iter().find(|known| names::folded(&known.name) == folded));
        found.map(|known| known.id.clone()).ok_or_else(|| missing(wanted))
    }

    /// All of a user's own, by name.
    pub(crate) fn known(&self, user: &str) -> Vec<KnownInstance> {
        let state = self.shared.state.read();
        let all = state.instances.get(user).into_iter().flat_map(|all| all.values());
        let mut known: Vec<KnownInstance> = all.map(|held| held.known.clone()).collect();
        known.sort_by(|a, b| a.name.cmp(&b.name));
        known
    }

    /// Another name for one of a user's own, by id.
    pub(crate) fn rename(&self, user: &str, id: &str, name: &str) -> Result<KnownInstance, Fault> {
        let name = names::name("name", name)?;
        self.edit(user, id, |state, held| {
            if named(state, user, &name).is_some_and(|other| other.known.id != id) {
                let free = free(state, user, id, &name);
                return Err(names::wrong("name", "a name that no other instance of yours has", name).suggest(free));
            }
            held.rename(name);
            Ok(())
        })
    }

    /// Which operations may be called on one of a user's own, each a name or a beginning and `*`; none means all.
    pub(crate) fn set_instance_operations(
        &self,
        user: &str,
        id: &str,
        allow: Option<Vec<String>>,
    ) -> Result<KnownInstance, Fault> {
        if let Some(list) = &allow {
            names::operations(list)?;
        }
        self.edit(user, id, |_, held| {
            held.known.allow = allow.map(Arc::new);
            Ok(())
        })
    }

    /// Forgets one of a user's own and all shares of it; a host that links again is a new one.
    pub(crate) fn forget(&self, user: &str, id: &str) -> Result<(), Fault> {
        let shared = &self.shared;
        let mut db = shared.db.lock();
        let shares: Vec<Change> = {
            let state = shared.state.read();
            state.instance(user, id).ok_or_else(|| missing(id))?;
            let of_it = state.all_shares().filter(|share| share.owner == user && share.instance == id);
            of_it.map(|share| share.gone()).collect()
        };
        db.write(&[Edit::NoInstance(user, id)])?;
        shared.state.write().remove_instance(user, id);
        shares.into_iter().for_each(|share| shared.announce(share));
        Ok(())
    }

    fn edit(
        &self,
        user: &str,
        id: &str,
        change: impl FnOnce(&State, &mut Held) -> Result<(), Fault>,
    ) -> Result<KnownInstance, Fault> {
        let shared = &self.shared;
        let mut db = shared.db.lock();
        let held = {
            let state = shared.state.read();
            let mut held = state.instance(user, id).ok_or_else(|| missing(id))?.copy();
            change(&state, &mut held)?;
            held
        };
        db.write(&[Edit::Instance(user, &held)])?;
        let known = held.known.clone();
        shared.state.write().put_instance(user, held);
        Ok(known)
    }
}

/// As for one that nobody has.
pub(super) fn missing(id: &str) -> Fault {
    not_found("instance", id).suggest("list_instances lists those that you can reach, with their ids")
}

fn named<'a>(state: &'a State, user: &str, name: &str) -> Option<&'a Held> {
    let folded = names::folded(name);
    state.instances.get(user)?.values().find(|held| held.folded == folded)
}

/// The instance that was reserved under the name of a host which has none yet, and whose id its machine made up: who
/// asks for an id by itself means that one.
fn reserved_for<'a>(state: &'a State, user: &str, given: &str, wish: &str) -> Option<&'a str> {
    let new = state.instance(user, state.id_of(user, given)).is_none() && names::is_id(given);
    let reserved = named(state, user, wish).filter(|held| new && held.last_seen.is_none() && held.wish.is_empty())?;
    Some(&reserved.known.id)
}

/// The wished name, or the first of `-2`, `-3` and so on that no other instance of the user has.
fn free(state: &State, user: &str, id: &str, wish: &str) -> String {
    let all = state.instances.get(user).into_iter().flat_map(|all| all.values());
    let taken: HashSet<&str> = all.filter(|held| held.known.id != id).map(|held| held.folded.as_str()).collect();
    let mut candidates = std::iter::once(wish.to_owned()).chain(names::numbered(wish));
    candidates.find(|name| !taken.contains(names::folded(name).as_str())).unwrap_or_default()
}

/// The user may have been deleted since they were recognised; and no host can fill the gateway's memory.
fn room(state: &State, user: &str) -> Result<(), Fault> {
    if !state.users.contains_key(user) {
        return Err(not_found("user", user));
    }
    let count = state.instances.get(user).map_or(0, |all| all.len());
    if count >= MOST {
        return Err(names::wrong("instance", format!("one of at most {MOST} that a user can have"), count + 1)
            .suggest("forget those that are gone"));
    }
    Ok(())
}
