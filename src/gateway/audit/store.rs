//! The database: records and checkpoints, indexes for searching, batches as transactions.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, OptionalExtension, Row, params};

use super::checkpoint::Checkpoint;
use super::hex::{Hash, Hex};
use super::record::Record;
use crate::private;

/// Runs before each write on the connection that writes: tests fill the disk with it.
pub(super) type Probe = Box<dyn FnMut(&Connection) -> rusqlite::Result<()> + Send>;

/// Strict, so that a value of another type cannot hide behind a conversion. Every index ends in the sequence number by
/// itself, so "newest first" needs no sorting; successes are so many that an index of them would find nothing faster.
const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS records (
        seq INTEGER PRIMARY KEY, time INTEGER NOT NULL, user TEXT NOT NULL, key TEXT NOT NULL, owner TEXT NOT NULL,
        instance TEXT NOT NULL, operation TEXT NOT NULL, call TEXT NOT NULL, bytes_in INTEGER NOT NULL,
        bytes_out INTEGER NOT NULL, outcome TEXT NOT NULL, calls INTEGER NOT NULL, duration_us INTEGER NOT NULL,
        detail TEXT NOT NULL, hash BLOB NOT NULL) STRICT;
    CREATE INDEX IF NOT EXISTS by_time ON records (time);
    CREATE INDEX IF NOT EXISTS by_user ON records (user);
    CREATE INDEX IF NOT EXISTS by_key ON records (key);
    CREATE INDEX IF NOT EXISTS by_owner ON records (owner) WHERE owner <> '';
    CREATE INDEX IF NOT EXISTS by_instance ON records (instance);
    CREATE INDEX IF NOT EXISTS by_operation ON records (operation);
    CREATE INDEX IF NOT EXISTS by_failure ON records (outcome) WHERE outcome <> 'ok';
    CREATE TABLE IF NOT EXISTS checkpoints (
        seq INTEGER PRIMARY KEY, node TEXT NOT NULL, time INTEGER NOT NULL, hash BLOB NOT NULL,
        signature BLOB NOT NULL) STRICT;
";

/// In the order of [`record`].
pub(super) const COLUMNS: &str = "seq, time, user, key, owner, instance, operation, call, bytes_in, bytes_out, outcome, calls, duration_us, detail, hash";

/// The last record of the chain; number 0 and no hash when there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Head {
    pub(super) seq: u64,
    pub(super) hash: Option<Hash>,
}

/// The connection that writes.
#[derive(Debug)]
pub(super) struct Store {
    file: PathBuf,
    /// None after a failure: what a failed write left in the connection is not relied on.
    connection: Option<Connection>,
}

pub(super) fn file(data: &Path) -> PathBuf {
    data.join("audit.db")
}

impl Store {
    pub(super) fn open(data: &Path) -> rusqlite::Result<Self> {
        let file = file(data);
        // SQLite's other files take their mode from this one. If it cannot be made, SQLite says why better.
        let _ = private::open(&file);
        let connection = connect(&file)?;
        connection.execute_batch(SCHEMA)?;
        Ok(Self { file, connection: Some(connection) })
    }

    /// The connection; a new one after a failure.
    pub(super) fn connection(&mut self) -> rusqlite::Result<&mut Connection> {
        let connection = match self.connection.take() {
            Some(connection) => connection,
            None => connect(&self.file)?,
        };
        Ok(self.connection.insert(connection))
    }

    /// Writes records that follow `before`, and a checkpoint, all or nothing. What an earlier attempt wrote although it
    /// was reported as failed is not written again.
    pub(super) fn append(
        &mut self,
        before: Head,
        records: &[Record],
        checkpoint: Option<&Checkpoint>,
        probe: Option<&mut Probe>,
    ) -> rusqlite::Result<()> {
        let fresh = self.connection.is_none();
        let written = self.connection().and_then(|connection| {
            if let Some(probe) = probe {
                probe(connection)?;
            }
            let there = if fresh { already_written(connection, before, records)? } else { 0 };
            write(connection, &records[there..], checkpoint)
        });
        if written.is_err() {
            self.connection = None;
        }
        written
    }
}

fn connect(file: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags)?;
    // Only somebody else's tool can hold a lock; the outbox bears it for so long.
    connection.busy_timeout(Duration::from_secs(1))?;
    connection.pragma_update(None, "journal_mode", "wal")?;
    // Each commit waits for the disk: what is reported as written outlives a power failure.
    connection.pragma_update(None, "synchronous", "full")?;
    // The ends of all indexes stay in memory, also with thousands of instances (16 MiB).
    connection.pragma_update(None, "cache_size", -16_384)?;
    // The log is merged every 32 MiB: pages that many batches touch are copied once.
    connection.pragma_update(None, "wal_autocheckpoint", 8_192)?;
    Ok(connection)
}

/// For reading beside the writer, or without one.
pub(super) fn read_only(data: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file(data), flags)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    Ok(connection)
}

fn write(connection: &mut Connection, records: &[Record], checkpoint: Option<&Checkpoint>) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    {
        let sql = "INSERT INTO records VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)";
        let mut insert = transaction.prepare_cached(sql)?;
        for r in records {
            insert.execute(params![
                r.seq as i64,
                r.time as i64,
                r.user,
                r.key,
                r.owner,
                r.instance,
                r.operation,
                r.call,
                r.bytes_in as i64,
                r.bytes_out as i64,
                r.outcome,
                r.calls as i64,
                r.duration_us as i64,
                r.detail,
                r.hash.0
            ])?;
        }
    }
    if let Some(c) = checkpoint {
        let sql = "INSERT OR IGNORE INTO checkpoints (seq, node, time, hash, signature) VALUES (?1, ?2, ?3, ?4, ?5)";
        transaction.execute(sql, params![c.seq as i64, c.node, c.time as i64, c.hash.0, c.signature.0])?;
    }
    transaction.commit()
}

/// How many of these records are in the database. Anything else there is not ours to build upon.
fn already_written(connection: &Connection, before: Head, records: &[Record]) -> rusqlite::Result<usize> {
    let now = head(connection)?;
    if now == before {
        return Ok(0);
    }
    let there = usize::try_from(now.seq.saturating_sub(before.seq)).unwrap_or(usize::MAX);
    match there.checked_sub(1).and_then(|last| records.get(last)) {
        Some(last) if now == (Head { seq: last.seq, hash: Some(last.hash) }) => Ok(there),
        _ => Err(rusqlite::Error::ToSqlConversionFailure("somebody else has changed the audit's database".into())),
    }
}

pub(super) fn head(connection: &Connection) -> rusqlite::Result<Head> {
    let sql = "SELECT seq, hash FROM records ORDER BY seq DESC LIMIT 1";
    let found = connection.query_row(sql, [], |row| Ok((number(row, 0)?, Hex(row.get(1)?)))).optional()?;
    Ok(found.map_or(Head { seq: 0, hash: None }, |(seq, hash)| Head { seq, hash: Some(hash) }))
}

/// Whether something stands before the first record, where the chain does not reach.
pub(super) fn strays(connection: &Connection) -> rusqlite::Result<bool> {
    connection.query_row("SELECT EXISTS (SELECT 1 FROM records WHERE seq < 1)", [], |row| row.get(0))
}

/// The hash of that record, if it is there.
pub(super) fn hash_of(connection: &Connection, seq: u64) -> rusqlite::Result<Option<Hash>> {
    let sql = "SELECT hash FROM records WHERE seq = ?1";
    connection.query_row(sql, [seq as i64], |row| row.get(0).map(Hex)).optional()
}

/// All of them, oldest first.
pub(super) fn checkpoints(connection: &Connection) -> rusqlite::Result<Vec<Checkpoint>> {
    let mut select = connection.prepare("SELECT seq, node, time, hash, signature FROM checkpoints ORDER BY seq")?;
    select.query_map([], checkpoint)?.collect()
}

pub(super) fn newest_checkpoint(connection: &Connection) -> rusqlite::Result<Option<Checkpoint>> {
    let sql = "SELECT seq, node, time, hash, signature FROM checkpoints ORDER BY seq DESC LIMIT 1";
    connection.query_row(sql, [], checkpoint).optional()
}

fn checkpoint(row: &Row<'_>) -> rusqlite::Result<Checkpoint> {
    Ok(Checkpoint {
        seq: number(row, 0)?,
        node: row.get(1)?,
        time: number(row, 2)?,
        hash: Hex(row.get(3)?),
        signature: Hex(row.get(4)?),
    })
}

/// From a row of [`COLUMNS`].
pub(super) fn record(row: &Row<'_>) -> rusqlite::Result<Record> {
    Ok(Record {
        seq: number(row, 0)?,
        time: number(row, 1)?,
        user: row.get(2)?,
        key: row.get(3)?,
        owner: row.get(4)?,
        instance: row.get(5)?,
        operation: row.get(6)?,
        call: row.get(7)?,
        bytes_in: number(row, 8)?,
        bytes_out: number(row, 9)?,
        outcome: row.get::<_, String>(10)?.into(),
        calls: number(row, 11)?,
        duration_us: number(row, 12)?,
        detail: row.get(13)?,
        hash: Hex(row.get(14)?),
    })
}

/// SQLite's integers are signed; ours are only ever written from what fits. A negative one was forged, and stays so.
fn number(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    row.get::<_, i64>(column).map(|number| number as u64)
}
