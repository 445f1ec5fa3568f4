//! A disk that is full: `max_page_count` makes SQLite's own error of it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use super::super::hex::Hex;
use super::super::store::{Head, Probe, Store};
use super::*;
use crate::wire::Code;

/// Full while it is set.
#[derive(Clone, Default)]
struct Disk {
    full: Arc<AtomicBool>,
    refusals: Arc<AtomicU32>,
}

impl Disk {
    fn set(&self, full: bool) {
        self.full.store(full, Ordering::SeqCst);
    }

    fn open(&self, data: &TempDir) -> Audit {
        let disk = self.clone();
        let probe = move |connection: &Connection| {
            let full = disk.full.load(Ordering::SeqCst);
            disk.refusals.fetch_add(u32::from(full), Ordering::SeqCst);
            // One page is less than there are, so SQLite takes the number that there are: not one more.
            let pages = if full { 1 } else { 1_000_000 };
            connection.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))
        };
        Audit::open_with(data.path(), Settings { probe: Some(Box::new(probe)), room: 200, ..settings() }).unwrap()
    }
}

fn wait_until(what: impl Fn() -> bool) {
    let start = Instant::now();
    while !what() {
        assert!(start.elapsed() < Duration::from_secs(20));
        std::thread::yield_now();
    }
}

#[test]
fn a_full_disk_refuses_calls_and_loses_nothing_that_was_accepted() {
    let data = folder();
    let disk = Disk::default();
    let audit = disk.open(&data);
    record(&audit, 1..11);
    audit.flush().unwrap();

    // Calls that run while the disk becomes full: they have their slots, and their records come then and later.
    let mut slots: Vec<_> = (0..150).map(|_| audit.admit().unwrap()).collect();
    disk.set(true);
    (11..).zip(slots.drain(..100)).for_each(|(number, slot)| slot.record(entry(number)));
    let fault = audit.flush().unwrap_err();
    assert_eq!(fault.error_code, Code::AuditUnavailable);
    assert!(audit.failing());
    assert_eq!(audit.admit().unwrap_err().error_code, Code::AuditUnavailable);
    for (number, slot) in (111..).zip(slots) {
        slot.record(entry(number));
    }
    assert!(audit.flush().is_err());
    assert_eq!((audit.pending(), audit.written()), (150, 10));
    assert_eq!(all(&audit).len(), 10, "a failed batch leaves nothing half written");
    assert!(disk.refusals.load(Ordering::SeqCst) >= 2, "it is tried again");

    disk.set(false);
    wait_until(|| !audit.failing() && audit.pending() == 0);
    record(&audit, 161..171);
    audit.flush().unwrap();
    let numbers: Vec<u64> = all(&audit).iter().map(|r| r.bytes_in).collect();
    assert_eq!(numbers, (1..171).collect::<Vec<_>>());
    assert_eq!(audit.verify().unwrap().records, 170);
}

#[test]
fn the_error_is_the_real_one() {
    let data = written();
    let connection = database(data.path());
    connection.pragma_update_and_check(None, "max_page_count", 1, |_| Ok(())).unwrap();
    let error = connection.execute_batch("CREATE TABLE more (a); INSERT INTO more VALUES (zeroblob(100000))");
    assert_eq!(error.unwrap_err().sqlite_error_code(), Some(rusqlite::ErrorCode::DiskFull));
}

#[test]
fn a_batch_that_was_written_although_it_failed_is_not_written_twice() {
    let data = folder();
    drop(open(&data));
    let tip = Hex([0; 32]);
    let records: Vec<Record> = (1..6).map(|n| Record::chain(entry(n), n as u64, 1, &tip)).collect();
    let nothing = Head { seq: 0, hash: None };
    // The first three came through; then the answer was lost, and with it the connection.
    Store::open(data.path()).unwrap().append(nothing, &records[..3], None, None).unwrap();
    let mut store = Store::open(data.path()).unwrap();
    let mut fail: Probe = Box::new(|_| Err(rusqlite::Error::InvalidQuery));
    store.append(nothing, &records, None, Some(&mut fail)).unwrap_err();
    store.append(nothing, &records, None, None).unwrap();
    let count = database(data.path()).query_row("SELECT count(*), max(seq) FROM records", [], |row| {
        Ok((row.get::<_, u32>(0)?, row.get::<_, u32>(1)?))
    });
    assert_eq!(count.unwrap(), (5, 5));
}

#[test]
fn a_record_that_somebody_else_put_in_is_neither_overwritten_nor_built_upon() {
    let data = folder();
    let audit = open(&data);
    record_singly(&audit, 1..2);
    tamper(
        &data,
        "CREATE TEMP TABLE one AS SELECT * FROM records; UPDATE one SET seq = 2;
        INSERT INTO records SELECT * FROM one",
    );
    record(&audit, 2..3);
    wait_until(|| audit.failing());
    assert!(audit.flush().is_err());
    tamper(&data, "DELETE FROM records WHERE seq = 2");
    wait_until(|| !audit.failing());
    assert_eq!(all(&audit).len(), 2);
    audit.verify().unwrap();
}

#[test]
fn closing_on_a_full_disk_ends() {
    let data = folder();
    let disk = Disk::default();
    let audit = disk.open(&data);
    disk.set(true);
    record(&audit, 1..101);
    let start = Instant::now();
    drop(audit);
    assert!(start.elapsed() < Duration::from_secs(10));
    // The folder is not held any more and what was written stands.
    disk.set(false);
    let audit = disk.open(&data);
    record(&audit, 1..3);
    audit.flush().unwrap();
    audit.verify().unwrap();
}
