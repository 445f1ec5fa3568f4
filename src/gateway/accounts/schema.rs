//! The tables of `accounts.db`, and opening them.

use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;

use super::hold;
use crate::private;
use crate::wire::{Code, Fault};

/// Counts up by one for each entry of [`STEPS`].
const VERSION: i64 = STEPS.len() as i64;

/// What each version adds to the one before; entries are never changed once released.
const STEPS: &[&str] = &[
    "
    CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
    CREATE TABLE users (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE, created_at INTEGER NOT NULL,
        suspended INTEGER NOT NULL) STRICT;
    CREATE TABLE keys (
        id TEXT PRIMARY KEY, user TEXT NOT NULL REFERENCES users ON DELETE CASCADE, digest BLOB NOT NULL UNIQUE,
        label TEXT NOT NULL, uses INTEGER NOT NULL, scopes INTEGER NOT NULL, operations TEXT, instances TEXT,
        default_instance TEXT, rate INTEGER, concurrency INTEGER, created_at INTEGER NOT NULL, expires_at INTEGER,
        revoked_at INTEGER, last_used INTEGER, replaces TEXT) STRICT;
    CREATE INDEX keys_of ON keys (user);
    CREATE TABLE instances (
        user TEXT NOT NULL REFERENCES users ON DELETE CASCADE, id TEXT NOT NULL, name TEXT NOT NULL,
        wish TEXT NOT NULL, app TEXT NOT NULL, app_version TEXT NOT NULL, created_at INTEGER NOT NULL,
        last_seen INTEGER, allow TEXT, PRIMARY KEY (user, id)) STRICT, WITHOUT ROWID;
    CREATE TABLE shares (
        id TEXT PRIMARY KEY, owner TEXT NOT NULL, instance TEXT NOT NULL,
        user TEXT NOT NULL REFERENCES users ON DELETE CASCADE, role TEXT NOT NULL, created_at INTEGER NOT NULL,
        expires_at INTEGER, UNIQUE (owner, instance, user),
        FOREIGN KEY (owner, instance) REFERENCES instances ON DELETE CASCADE) STRICT;
    CREATE INDEX shares_with ON shares (user);
",
    "
    ALTER TABLE instances ADD COLUMN host TEXT;
",
];

/// The one connection of this process.
pub(super) fn open(data: &Path) -> Result<Connection, Fault> {
    let file = data.join("accounts.db");
    // SQLite's other files take their mode from this one.
    private::open(&file).map_err(|error| hold::failed("accounts.db cannot be opened", &error))?;
    let mut connection = Connection::open(&file).map_err(|error| unusable(&error))?;
    check_version(&connection)?;
    prepare(&mut connection).map_err(|error| unusable(&error))?;
    Ok(connection)
}

/// Before anything is written: a newer build may keep here what this one would damage.
fn check_version(connection: &Connection) -> Result<(), Fault> {
    let found = version(connection).map_err(|error| unusable(&error))?;
    if (0..=VERSION).contains(&found) {
        return Ok(());
    }
    let message =
        format!("accounts.db has version {found} and this scenewire knows versions up to {VERSION}: it is too old");
    Err(Fault::new(Code::IncompatibleVersion, message)
        .detail("expected", VERSION)
        .detail("got", found)
        .suggest("run the scenewire that wrote it, or a newer one"))
}

fn prepare(connection: &mut Connection) -> rusqlite::Result<()> {
    // A backup tool may hold the file for a moment.
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get::<_, String>(0))?;
    // A key that was revoked stays revoked, whatever the power does.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    let from = version(connection)?;
    let write = connection.transaction()?;
    for step in STEPS.iter().skip(usize::try_from(from).unwrap_or_default()) {
        write.execute_batch(step)?;
    }
    write.pragma_update(None, "user_version", VERSION)?;
    write.commit()
}

fn version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

fn unusable(error: &rusqlite::Error) -> Fault {
    hold::failed("accounts.db cannot be used", error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_of_a_newer_build_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        open(folder.path()).unwrap().pragma_update(None, "user_version", VERSION + 1).unwrap();
        let before = std::fs::read(folder.path().join("accounts.db")).unwrap();
        let fault = open(folder.path()).unwrap_err();
        assert_eq!(fault.error_code, Code::IncompatibleVersion);
        assert_eq!(fault.details["got"], VERSION + 1);
        assert_eq!(std::fs::read(folder.path().join("accounts.db")).unwrap(), before);
    }

    #[test]
    fn what_is_no_database_is_said_to_be_none() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("accounts.db"), "not a database, but long enough to be read as one").unwrap();
        let fault = open(folder.path()).unwrap_err();
        assert_eq!(fault.error_code, Code::ExternalServiceError);
        assert!(fault.error_message.contains("accounts.db"));
    }

    #[test]
    fn writes_are_safe_against_a_power_failure() {
        let folder = tempfile::tempdir().unwrap();
        let connection = open(folder.path()).unwrap();
        let pragma = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!((pragma("synchronous"), pragma("foreign_keys"), pragma("user_version")), (2, 1, VERSION));
    }
}
