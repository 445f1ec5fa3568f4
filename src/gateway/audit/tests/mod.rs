//! Through the public face, on real files; whoever tampers has the database and not the key.

mod cost;
mod disk;
mod searching;
mod verifying;
mod writing;

use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;
use tempfile::TempDir;

use super::{Audit, Broken, Entry, Query, Record, Settings};

fn folder() -> TempDir {
    TempDir::new().unwrap()
}

/// A checkpoint every ten records, none by time.
fn settings() -> Settings {
    Settings {
        linger: Duration::from_millis(1),
        checkpoint_records: 10,
        checkpoint_after: Duration::from_secs(3_600),
        patience: Duration::from_millis(200),
        ..Settings::default()
    }
}

fn open(data: &TempDir) -> Audit {
    Audit::open_with(data.path(), settings()).unwrap()
}

/// Of the call with this number.
fn entry(number: usize) -> Entry {
    Entry {
        user: format!("u_{}", number % 3),
        key: format!("k_{}", number % 5),
        // Now and then it is somebody else's instance.
        owner: if number % 4 == 3 { format!("u_{}", (number + 1) % 3) } else { String::new() },
        instance: format!("i_{}", number % 7),
        operation: ["create_object", "create_light", "delete_object", "route"][number % 4].to_owned(),
        call: format!("{number:016x}"),
        bytes_in: number as u64,
        bytes_out: 2 * number as u64,
        outcome: if number.is_multiple_of(10) { "busy" } else { "ok" },
        calls: if number.is_multiple_of(10) { 7 } else { 0 },
        duration_us: 40,
        detail: String::new(),
    }
}

fn record(audit: &Audit, numbers: std::ops::Range<usize>) {
    for number in numbers {
        audit.admit().unwrap().record(entry(number));
    }
}

/// One after the other in batches of their own, so that checkpoints come where they are expected.
fn record_singly(audit: &Audit, numbers: std::ops::Range<usize>) {
    for number in numbers {
        record(audit, number..number + 1);
        audit.flush().unwrap();
    }
}

/// A closed audit of 25 records with checkpoints at 10, 20 and 25.
fn written() -> TempDir {
    let data = folder();
    record_singly(&open(&data), 1..26);
    data
}

fn all(audit: &Audit) -> Vec<Record> {
    let mut found = audit.search(&Query { limit: 1_000, ..Query::default() }).unwrap();
    found.reverse();
    found
}

fn database(data: &Path) -> Connection {
    Connection::open(super::store::file(data)).unwrap()
}

fn tamper(data: &TempDir, sql: &str) {
    database(data.path()).execute_batch(sql).unwrap();
}

fn broken(data: &TempDir) -> Broken {
    Audit::offline_verify(data.path()).unwrap_err()
}
