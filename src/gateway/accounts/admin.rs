//! The administrator: a user without instances, whose keys administer the gateway.

use std::path::Path;

use super::keys::{Row, revoked};
use super::model::{ADMIN, Key, User};
use super::principal::{Grant, Scopes, Uses};
use super::secret;
use super::store::Edit;
use super::{Accounts, fresh_id, names};
use crate::wire::{Code, Fault};

impl Accounts {
    /// Sees to it that an admin key works: the given one, or else one that is there already, or else a new one, which
    /// is returned this once. A given one that is not there yet ends those before it.
    pub(crate) fn ensure_admin(&self, given: Option<&str>) -> Result<Option<String>, Fault> {
        let now = self.shared.now();
        if let Some(secret) = given {
            secret::given(secret)?;
            return self.give_admin(secret).map(|()| None);
        }
        if self.shared.state.read().keys_of(ADMIN).any(|entry| entry.key.live(now)) {
            return Ok(None);
        }
        self.reset_admin().map(Some)
    }

    /// Ends all admin keys and makes a new one; its secret is shown this once.
    pub(crate) fn reset_admin(&self) -> Result<String, Fault> {
        let secret = secret::fresh(secret::Kind::Admin)?;
        self.give_admin(&secret)?;
        Ok(secret)
    }

    /// As `reset_admin`, for a gateway that is not running: whoever has its machine has the gateway.
    pub(crate) fn reset_admin_offline(data: &Path) -> Result<String, Fault> {
        if !data.join("accounts.db").is_file() {
            let message = format!("there are no accounts of a gateway in {}", data.display());
            return Err(Fault::new(Code::NotFound, message).suggest("give the gateway's data folder with --data"));
        }
        Self::open(data)?.reset_admin()
    }

    /// The administrator is there from the start, so that nobody else can have the name.
    pub(super) fn seat_admin(&self) -> Result<(), Fault> {
        let mut db = self.shared.db.lock();
        if self.shared.state.read().users.contains_key(ADMIN) {
            return Ok(());
        }
        let now = self.shared.now();
        let admin = User { id: ADMIN.to_owned(), name: "admin".to_owned(), created_at: now, suspended: false };
        db.write(&[Edit::User(&admin)])?;
        self.shared.state.write().put_user(admin);
        Ok(())
    }

    fn give_admin(&self, secret: &str) -> Result<(), Fault> {
        let shared = &self.shared;
        let mut db = shared.db.lock();
        let now = shared.now();
        let digest = shared.pepper.digest(secret);
        let state = shared.state.read();
        let there = state.by_digest.get(&digest).map(|entry| entry.shown());
        match &there {
            Some(key) if key.user != ADMIN => {
                return Err(names::wrong("admin_key", "a key that is no user's", "a user's key"));
            }
            Some(key) if key.live(now) && key.expires_at.is_none() => return Ok(()),
            _ => {}
        }
        let id = fresh_id("k_")?;
        let others = state.keys_of(ADMIN).filter(|entry| entry.key.live(now) && entry.digest != digest);
        let mut keys: Vec<Row> = others.map(|entry| (revoked(entry.shown(), now), entry.digest)).collect();
        drop(state);
        // One that was revoked or replaced and is given again works again: whoever starts the gateway decides.
        let key = match there {
            Some(key) => Key { revoked_at: None, expires_at: None, ..key },
            None => first(id, now),
        };
        keys.push((key, digest));
        db.write(&keys.iter().map(|(key, digest)| Edit::Key(key, digest)).collect::<Vec<_>>())?;
        shared.put_keys(keys);
        Ok(())
    }
}

fn first(id: String, now: u64) -> Key {
    Key {
        id,
        user: ADMIN.to_owned(),
        label: "admin key".to_owned(),
        grant: Grant { uses: Uses::CLIENT, scopes: Scopes::ADMIN, ..Grant::default() },
        created_at: now,
        expires_at: None,
        revoked_at: None,
        last_used: None,
        replaces: None,
    }
}
