//! Whether the record is what was written: every hash, every checkpoint, and that it reaches as far as the newest
//! checkpoint that was kept beside the key.

use std::fmt::Display;
use std::path::Path;

use rusqlite::Connection;
use serde::Serialize;

use super::checkpoint::{self, Checkpoint};
use super::hex::{Hash, Hex};
use super::record::genesis;
use super::secrets::Secrets;
use super::store::{self, COLUMNS, Head};

/// The whole record holds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Verified {
    /// Whose chain, `n_...`.
    pub node: String,
    /// How many there are.
    pub records: u64,
    /// How many there are.
    pub checkpoints: u64,
    /// Records after the last checkpoint: their hashes hold, but nothing is signed over them yet.
    pub uncovered: u64,
    /// SHA-256 of the public key, in hex.
    pub fingerprint: Hash,
}

/// It does not.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Broken {
    /// The first record that cannot be relied on; 0 when none can.
    pub seq: u64,
    /// What is wrong with it.
    pub why: String,
}

/// Records are read in pieces, so that a running gateway's log does not grow meanwhile.
const PIECE: usize = 10_000;

/// With the key and the checkpoint of the folder itself.
pub(super) fn folder(data: &Path) -> Result<Verified, Broken> {
    let secrets = Secrets::of(data);
    // Before the database, which is written first: so it can only know more.
    let newest = secrets.newest().map_err(unreadable)?;
    let public = secrets.public().map_err(unreadable)?;
    let public = public.ok_or_else(|| broken(0, "there is no key of an audit here"))?;
    let newest = newest.ok_or_else(|| broken(0, "the newest checkpoint, secrets/audit.checkpoint, is missing"))?;
    let connection = store::read_only(data).map_err(unreadable)?;
    database(&connection, &public, &newest)
}

/// A database against a public key and the newest checkpoint that is known of it.
pub(super) fn database(connection: &Connection, public: &Hex<32>, newest: &Checkpoint) -> Result<Verified, Broken> {
    let node = checkpoint::node(public);
    if !newest.genuine(public) {
        return Err(broken(newest.seq, "the newest checkpoint beside the key is not signed with it"));
    }
    let checkpoints = store::checkpoints(connection).map_err(unreadable)?;
    let end = store::head(connection).map_err(unreadable)?;
    if store::strays(connection).map_err(unreadable)? {
        return Err(broken(0, "there is a record before the first one"));
    }
    let mut chain = Chain { checkpoints: &checkpoints, newest, public, last: Head { seq: 0, hash: None }, covered: 0 };
    let mut tip = genesis(&node);
    while chain.last.seq < end.seq {
        tip = chain.piece(connection, tip)?;
    }
    if let Some(missing) = chain.checkpoints.first().or((newest.seq > end.seq).then_some(newest)) {
        let why = format!("the record is cut off: record {} was signed and is not there", missing.seq);
        return Err(broken(end.seq + 1, why));
    }
    Ok(Verified {
        node,
        records: end.seq,
        checkpoints: checkpoints.len() as u64,
        uncovered: end.seq - chain.covered.max(newest.seq),
        fingerprint: checkpoint::fingerprint(public),
    })
}

struct Chain<'a> {
    /// Not yet reached.
    checkpoints: &'a [Checkpoint],
    newest: &'a Checkpoint,
    public: &'a Hex<32>,
    last: Head,
    covered: u64,
}

impl Chain<'_> {
    /// Checks the next piece and gives its last hash.
    fn piece(&mut self, connection: &Connection, mut tip: Hash) -> Result<Hash, Broken> {
        let start = self.last.seq;
        let here = |error: rusqlite::Error| broken(start + 1, format!("cannot be read: {error}"));
        let sql = format!("SELECT {COLUMNS} FROM records WHERE seq > ?1 ORDER BY seq LIMIT {PIECE}");
        let mut select = connection.prepare_cached(&sql).map_err(here)?;
        let mut rows = select.query([start as i64]).map_err(here)?;
        loop {
            let expected = self.last.seq + 1;
            let unreadable = |error: rusqlite::Error| broken(expected, format!("cannot be read: {error}"));
            let Some(row) = rows.next().map_err(unreadable)? else { break };
            let record = store::record(row).map_err(unreadable)?;
            if record.seq != expected {
                return Err(broken(expected, format!("the record is missing; the next one is {}", record.seq)));
            }
            if record.digest(&tip) != record.hash {
                return Err(broken(expected, "the record, or the one before it, was changed: its hash does not hold"));
            }
            tip = record.hash;
            self.last = Head { seq: expected, hash: Some(tip) };
            self.signed(tip)?;
        }
        if self.last.seq == start {
            return Err(broken(start + 1, "the record is missing"));
        }
        Ok(tip)
    }

    /// Checks the checkpoint of the last record, if it has one.
    fn signed(&mut self, tip: Hash) -> Result<(), Broken> {
        let seq = self.last.seq;
        // A number that is before this one is none of a record's.
        if let Some((first, rest)) = self.checkpoints.split_first().filter(|(first, _)| first.seq <= seq) {
            if first.seq != seq || !first.genuine(self.public) {
                return Err(broken(first.seq, "the checkpoint of this record is not signed with the audit's key"));
            }
            self.matches(first.hash, tip)?;
            self.checkpoints = rest;
            self.covered = seq;
        }
        if self.newest.seq == seq {
            self.matches(self.newest.hash, tip)?;
        }
        Ok(())
    }

    fn matches(&self, signed: Hash, tip: Hash) -> Result<(), Broken> {
        if signed == tip {
            return Ok(());
        }
        let why = format!(
            "the chain was written anew: this record was signed with another hash, so one from {} to it was changed",
            self.covered + 1
        );
        Err(broken(self.last.seq, why))
    }
}

fn broken(seq: u64, why: impl Into<String>) -> Broken {
    Broken { seq, why: why.into() }
}

fn unreadable(error: impl Display) -> Broken {
    broken(0, format!("the audit cannot be read: {error}"))
}
