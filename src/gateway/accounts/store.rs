//! Rows of `accounts.db`: all of them at the start, and batches of changes as transactions afterwards.

use std::path::Path;
use std::sync::Arc;

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use super::model::{Key, Share, User};
use super::principal::{Grant, Role, Scopes, Uses};
use super::secret::{Digest, Pepper};
use super::state::{Entry, Held, State};
use super::{hold, names, schema};
use crate::wire::Fault;

/// One row to be written or removed.
#[derive(Debug)]
pub(super) enum Edit<'a> {
    User(&'a User),
    NoUser(&'a str),
    Key(&'a Key, &'a Digest),
    /// Key, Unix seconds.
    Used(&'a str, u64),
    /// Of this user.
    Instance(&'a str, &'a Held),
    /// User, instance.
    NoInstance(&'a str, &'a str),
    Share(&'a Share),
    NoShare(&'a str),
}

/// The one connection that writes, and that reads once.
pub(super) struct Store(Connection);

impl Store {
    pub(super) fn open(data: &Path) -> Result<Self, Fault> {
        schema::open(data).map(Self)
    }

    /// All of the edits, or none.
    pub(super) fn write(&mut self, edits: &[Edit<'_>]) -> Result<(), Fault> {
        self.transact(edits).map_err(|error| hold::failed("accounts.db cannot be written, so nothing was", &error))
    }

    fn transact(&mut self, edits: &[Edit<'_>]) -> rusqlite::Result<()> {
        let write = self.0.transaction()?;
        edits.iter().try_for_each(|edit| one(&write, edit))?;
        write.commit()
    }

    /// Everything, into memory. Keys that were gone before `horizon` are forgotten for good.
    pub(super) fn load(&mut self, horizon: u64) -> Result<State, Fault> {
        self.read(horizon).map_err(|error| hold::failed("accounts.db cannot be read", &error))
    }

    fn read(&mut self, horizon: u64) -> rusqlite::Result<State> {
        let gone = "DELETE FROM keys WHERE min(ifnull(revoked_at, expires_at), ifnull(expires_at, revoked_at)) < ?";
        self.0.execute(gone, [number(horizon)])?;
        let mut state = State::default();
        for user in self.rows("SELECT id, name, created_at, suspended FROM users", user)? {
            state.put_user(user);
        }
        let keys = "SELECT id, user, digest, label, uses, scopes, operations, instances, default_instance, rate,
            concurrency, created_at, expires_at, revoked_at, last_used, replaces FROM keys";
        for (key, digest) in self.rows(keys, key)? {
            state.put_key(Entry::new(key, digest, &state));
        }
        let instances =
            "SELECT user, id, name, wish, app, app_version, created_at, last_seen, allow, host FROM instances";
        for (user, held) in self.rows(instances, instance)? {
            state.put_instance(&user, held);
        }
        let shares = "SELECT id, owner, instance, user, role, created_at, expires_at FROM shares";
        for share in self.rows(shares, share)? {
            state.put_share(share);
        }
        Ok(state)
    }

    fn rows<T>(&self, query: &str, of: fn(&Row<'_>) -> rusqlite::Result<T>) -> rusqlite::Result<Vec<T>> {
        self.0.prepare(query)?.query_map([], of)?.collect()
    }

    /// Lets tests take the disk away.
    #[cfg(test)]
    pub(super) fn execute(&self, sql: &str) {
        self.0.execute_batch(sql).unwrap();
    }

    /// Whether this is the pepper that the keys were made with; a fresh database takes any.
    pub(super) fn belongs_to(&self, pepper: &Pepper) -> Result<bool, Fault> {
        let mark = pepper.mark();
        match self.mark()? {
            Some(kept) => Ok(kept == mark),
            None => {
                let kept = self.0.execute("INSERT INTO meta VALUES ('pepper', ?)", [&mark[..]]);
                kept.map(|_| true).map_err(|error| hold::failed("accounts.db cannot be written", &error))
            }
        }
    }

    /// What tells which pepper the keys were made with; none in a fresh database.
    pub(super) fn mark(&self) -> Result<Option<Vec<u8>>, Fault> {
        let query = "SELECT value FROM meta WHERE name = 'pepper'";
        let mark = self.0.query_row(query, [], |row| row.get(0)).optional();
        mark.map_err(|error| hold::failed("accounts.db cannot be read", &error))
    }
}

fn one(write: &Transaction<'_>, edit: &Edit<'_>) -> rusqlite::Result<()> {
    match edit {
        Edit::User(user) => write.prepare_cached(
            "INSERT INTO users (id, name, folded, created_at, suspended) VALUES (?, ?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET suspended = excluded.suspended",
        )?
        .execute(params![user.id, user.name, names::folded(&user.name), number(user.created_at), user.suspended]),
        Edit::NoUser(id) => write.prepare_cached("DELETE FROM users WHERE id = ?")?.execute([id]),
        Edit::Key(key, digest) => write_key(write, key, digest),
        Edit::Used(key, at) => write
            .prepare_cached("UPDATE keys SET last_used = ?2 WHERE id = ?1")?
            .execute(params![key, number(*at)]),
        Edit::Instance(user, held) => write_instance(write, user, held),
        Edit::NoInstance(user, id) => {
            write.prepare_cached("DELETE FROM instances WHERE user = ? AND id = ?")?.execute([user, id])
        }
        Edit::Share(share) => write.prepare_cached(
            "INSERT INTO shares (id, owner, instance, user, role, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            share.id,
            share.owner,
            share.instance,
            share.user,
            share.role.name(),
            number(share.created_at),
            share.expires_at.map(number),
        ]),
        Edit::NoShare(id) => write.prepare_cached("DELETE FROM shares WHERE id = ?")?.execute([id]),
    }
    .map(|_| ())
}

fn write_key(write: &Transaction<'_>, key: &Key, digest: &Digest) -> rusqlite::Result<usize> {
    write
        .prepare_cached(
            "INSERT INTO keys (id, user, digest, label, uses, scopes, operations, instances, default_instance, rate,
                concurrency, created_at, expires_at, revoked_at, last_used, replaces)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET expires_at = excluded.expires_at, revoked_at = excluded.revoked_at",
        )?
        .execute(params![
            key.id,
            key.user,
            &digest[..],
            key.label,
            key.grant.uses.bits(),
            key.grant.scopes.bits(),
            key.grant.operations.as_deref().map(json),
            key.grant.instances.as_deref().map(json),
            key.grant.default_instance,
            key.grant.rate,
            key.grant.concurrency,
            number(key.created_at),
            key.expires_at.map(number),
            key.revoked_at.map(number),
            key.last_used.map(number),
            key.replaces,
        ])
}

fn write_instance(write: &Transaction<'_>, user: &str, held: &Held) -> rusqlite::Result<usize> {
    let known = &held.known;
    write
        .prepare_cached(
            "INSERT INTO instances (user, id, name, wish, app, app_version, created_at, last_seen, allow, host)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (user, id) DO UPDATE SET name = excluded.name, wish = excluded.wish, app = excluded.app,
                app_version = excluded.app_version, last_seen = excluded.last_seen, allow = excluded.allow,
                host = excluded.host",
        )?
        .execute(params![
            user,
            known.id,
            known.name,
            held.wish,
            known.app,
            known.app_version,
            number(held.created_at),
            held.last_seen.map(number),
            known.allow.as_ref().map(|list| json(list)),
            held.host,
        ])
}

fn user(row: &Row<'_>) -> rusqlite::Result<User> {
    Ok(User { id: row.get(0)?, name: row.get(1)?, created_at: seconds(row.get(2)?), suspended: row.get(3)? })
}

fn key(row: &Row<'_>) -> rusqlite::Result<(Key, Digest)> {
    let key = Key {
        id: row.get(0)?,
        user: row.get(1)?,
        label: row.get(3)?,
        grant: Grant {
            uses: Uses::from_bits(row.get(4)?),
            scopes: Scopes::from_bits(row.get(5)?),
            operations: list(row, 6)?,
            instances: list(row, 7)?,
            default_instance: row.get(8)?,
            rate: row.get(9)?,
            concurrency: row.get(10)?,
        },
        created_at: seconds(row.get(11)?),
        expires_at: row.get::<_, Option<i64>>(12)?.map(seconds),
        revoked_at: row.get::<_, Option<i64>>(13)?.map(seconds),
        last_used: row.get::<_, Option<i64>>(14)?.map(seconds),
        replaces: row.get(15)?,
    };
    Ok((key, row.get(2)?))
}

fn instance(row: &Row<'_>) -> rusqlite::Result<(String, Held)> {
    let mut held = Held::new(row.get(1)?, row.get(2)?, row.get(3)?, seconds(row.get(6)?));
    held.known.app = row.get(4)?;
    held.known.app_version = row.get(5)?;
    held.known.allow = list(row, 8)?.map(Arc::new);
    held.host = row.get(9)?;
    if let Some(at) = row.get::<_, Option<i64>>(7)? {
        held.saw(seconds(at));
    }
    Ok((row.get(0)?, held))
}

fn share(row: &Row<'_>) -> rusqlite::Result<Share> {
    let role: String = row.get(4)?;
    Ok(Share {
        id: row.get(0)?,
        owner: row.get(1)?,
        owner_name: String::new(),
        instance: row.get(2)?,
        user: row.get(3)?,
        user_name: String::new(),
        role: Role::named(&role).ok_or_else(|| strange(4, format!("no role is called {role:?}")))?,
        created_at: seconds(row.get(5)?),
        expires_at: row.get::<_, Option<i64>>(6)?.map(seconds),
    })
}

/// A list that cannot be read is an error: taken for none at all, it would allow everything.
fn list(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Vec<String>>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| serde_json::from_str(&text).map_err(|error| strange(column, error))).transpose()
}

fn strange(column: usize, why: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, why.into())
}

fn json(list: &[String]) -> String {
    serde_json::Value::from(list.to_owned()).to_string()
}

/// SQLite's numbers have a sign; no time comes near it.
fn number(seconds: u64) -> i64 {
    i64::try_from(seconds).unwrap_or(i64::MAX)
}

fn seconds(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}
