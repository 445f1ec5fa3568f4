//! Shares: what another user may do with one's instance, for a time or until it is revoked.

use std::time::Duration;

use super::instances::missing;
use super::model::{Change, Share};
use super::principal::Role;
use super::store::Edit;
use super::{Accounts, fresh_id, names, not_found};
use crate::wire::Fault;

/// Shares of one owner.
const MOST: usize = 10_000;

impl Accounts {
    /// Lets the user `to`, by id or name, use an instance of `owner`'s. A share that they had is replaced.
    pub(crate) fn share(
        &self,
        owner: &str,
        instance: &str,
        to: &str,
        role: Role,
        expires_in: Option<Duration>,
    ) -> Result<Share, Fault> {
        let expires_at = self.shared.end(expires_in)?;
        let shared = &self.shared;
        let mut db = shared.db.lock();
        let state = shared.state.read();
        let held = state.instance(owner, instance).ok_or_else(|| missing(instance))?.copy();
        let user = state.user(to)?.id.clone();
        if user == owner {
            return Err(names::wrong("user", "somebody else", to));
        }
        if state.all_shares().filter(|share| share.owner == owner).count() >= MOST {
            return Err(names::wrong("share", format!("one of at most {MOST}"), MOST + 1).suggest("revoke some"));
        }
        let same = |share: &Share| share.owner == owner && share.instance == instance && share.user == user;
        let before = state.all_shares().find(|share| same(share)).cloned();
        drop(state);
        let share = Share {
            id: fresh_id("s_")?,
            owner: owner.to_owned(),
            owner_name: String::new(),
            instance: instance.to_owned(),
            user: user.clone(),
            user_name: String::new(),
            role,
            created_at: shared.now(),
            expires_at,
        };
        // The instance may have been seen only just now, and the share refers to it on the disk.
        let gone = before.iter().map(|share| Edit::NoShare(&share.id));
        db.write(&gone.chain([Edit::Instance(owner, &held), Edit::Share(&share)]).collect::<Vec<_>>())?;
        let mut state = shared.state.write();
        state.drop_shares(same);
        state.put_share(share.clone());
        let share = state.shown_share(&share);
        drop(state);
        // Whoever had more than this must not go on with it.
        if let Some(before) = before.filter(|before| before.role > role) {
            shared.announce(before.gone());
        }
        shared.bell.ring();
        Ok(share)
    }

    /// Ends a share. Both who gave it and who has it can; to everybody else it does not exist.
    pub(crate) fn revoke_share(&self, user: &str, share: &str) -> Result<Share, Fault> {
        let shared = &self.shared;
        let mut db = shared.db.lock();
        let found = {
            let state = shared.state.read();
            let mut theirs = state.all_shares().filter(|found| found.owner == user || found.user == user);
            let found = theirs.find(|found| found.id == share).ok_or_else(|| not_found("share", share))?;
            state.shown_share(found)
        };
        db.write(&[Edit::NoShare(&found.id)])?;
        shared.state.write().drop_shares(|share| share.id == found.id);
        shared.announce(found.gone());
        Ok(found)
    }

    /// What a user gave to others, oldest first.
    pub(crate) fn shares_of(&self, owner: &str) -> Vec<Share> {
        self.shares(|share| share.owner == owner)
    }

    /// What others gave to a user, oldest first.
    pub(crate) fn shared_with(&self, user: &str) -> Vec<Share> {
        let now = self.shared.now();
        let state = self.shared.state.read();
        let given = state.shares.get(user).into_iter().flatten().filter(|share| share.live(now));
        sorted(given.map(|share| state.shown_share(share)).collect())
    }

    /// What a user is to an instance of `owner`'s; none when they cannot see it.
    pub(crate) fn role(&self, user: &str, owner: &str, instance: &str) -> Option<Role> {
        let state = self.shared.state.read();
        if user == owner {
            return state.instance(owner, instance).map(|_| Role::Owner);
        }
        let now = self.shared.now();
        let mut given = state.shares.get(user)?.iter();
        given
            .find(|share| share.owner == owner && share.instance == instance && share.live(now))
            .map(|share| share.role)
    }

    fn shares(&self, wanted: impl Fn(&Share) -> bool) -> Vec<Share> {
        let now = self.shared.now();
        let state = self.shared.state.read();
        let found = state.all_shares().filter(|share| wanted(share) && share.live(now));
        sorted(found.map(|share| state.shown_share(share)).collect())
    }
}

impl Share {
    /// How its end is announced.
    pub(super) fn gone(&self) -> Change {
        Change::Unshared { user: self.user.clone(), owner: self.owner.clone(), instance: self.instance.clone() }
    }
}

fn sorted(mut shares: Vec<Share>) -> Vec<Share> {
    shares.sort_by(|a, b| (a.created_at, &a.id).cmp(&(b.created_at, &b.id)));
    shares
}
