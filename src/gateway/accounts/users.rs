//! Users: each has instances and keys of their own, and sees nothing of anybody else's.

use super::keys::{self, NewKey};
use super::model::{ADMIN, Change, User};
use super::state::{Entry, State};
use super::store::Edit;
use super::{Accounts, fresh_id, names};
use crate::wire::Fault;

impl Accounts {
    /// A new user, and the secret of a key that can do all that a user can; it is shown this once.
    pub(crate) fn create_user(&self, name: &str) -> Result<(User, String), Fault> {
        let name = names::name("username", name)?;
        let shared = &self.shared;
        let mut db = shared.db.lock();
        if let Some(free) = taken(&shared.state.read(), &name) {
            return Err(names::wrong("username", "a name that no other user has", name).suggest(free));
        }
        let user = User { id: fresh_id("u_")?, name, created_at: shared.now(), suspended: false };
        let made = keys::make(shared, &user.id, NewKey { label: "first key".to_owned(), ..NewKey::default() })?;
        db.write(&[Edit::User(&user), Edit::Key(&made.key, &made.digest)])?;
        let mut state = shared.state.write();
        state.put_user(user.clone());
        let entry = Entry::new(made.key, made.digest, &state);
        state.put_key(entry);
        Ok((user, made.secret))
    }

    /// All users by name, without the administrator.
    pub(crate) fn list_users(&self) -> Vec<User> {
        let state = self.shared.state.read();
        let mut users: Vec<User> = state.users.values().filter(|user| user.id != ADMIN).cloned().collect();
        users.sort_by(|a, b| a.name.cmp(&b.name));
        users
    }

    /// The user of this id or name.
    pub(crate) fn user(&self, user: &str) -> Result<User, Fault> {
        self.shared.state.read().user(user).cloned()
    }

    /// Refuses all keys of a user, by id or name, until `resume_user`, and ends what they hold open.
    pub(crate) fn suspend_user(&self, user: &str) -> Result<User, Fault> {
        self.set_suspended(user, true)
    }

    /// Takes a suspension back.
    pub(crate) fn resume_user(&self, user: &str) -> Result<User, Fault> {
        self.set_suspended(user, false)
    }

    /// Removes a user, by id or name, with all keys, instances and shares.
    pub(crate) fn delete_user(&self, user: &str) -> Result<User, Fault> {
        let shared = &self.shared;
        let mut db = shared.db.lock();
        let user = shared.state.read().user(user)?.clone();
        db.write(&[Edit::NoUser(&user.id)])?;
        // Their shares with others are unmade by the removal, and those others hold something open.
        let mut state = shared.state.write();
        let shares: Vec<Change> =
            state.all_shares().filter(|share| share.owner == user.id).map(|share| share.gone()).collect();
        state.remove_user(&user.id);
        drop(state);
        shared.pairing.lock().forget(&user.id);
        shared.announce(Change::UserGone(user.id.clone()));
        shares.into_iter().for_each(|share| shared.announce(share));
        Ok(user)
    }

    fn set_suspended(&self, user: &str, suspended: bool) -> Result<User, Fault> {
        let shared = &self.shared;
        let mut db = shared.db.lock();
        let before = shared.state.read().user(user)?.clone();
        let user = User { suspended, ..before.clone() };
        if before.suspended != suspended {
            db.write(&[Edit::User(&user)])?;
            shared.state.write().put_user(user.clone());
        }
        if suspended {
            shared.announce(Change::UserGone(user.id.clone()));
        }
        Ok(user)
    }
}

impl State {
    /// Whether this key opens anything at this time.
    pub(super) fn opens(&self, entry: &Entry, now: u64) -> bool {
        entry.key.live(now) && self.users.get(&entry.key.user).is_some_and(|user| !user.suspended)
    }
}

/// A free name like it when it is taken.
fn taken(state: &State, name: &str) -> Option<String> {
    let is_taken = |name: &str| state.by_name.contains_key(&names::folded(name));
    is_taken(name).then(|| names::numbered(name).find(|name| !is_taken(name)).unwrap_or_default())
}
