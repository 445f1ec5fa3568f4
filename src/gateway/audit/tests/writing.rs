//! What is accepted is on disk, once and in order.

use std::time::{Duration, Instant};

use super::super::secrets::Secrets;
use super::*;
use crate::wire::Code;

#[test]
fn what_is_recorded_is_on_disk_after_flush_in_order() {
    let data = folder();
    let audit = open(&data);
    record(&audit, 1..501);
    audit.flush().unwrap();
    let found = all(&audit);
    assert_eq!(found.iter().map(|r| r.seq).collect::<Vec<_>>(), (1..=500).collect::<Vec<_>>());
    assert_eq!(found.iter().map(|r| r.bytes_in).collect::<Vec<_>>(), (1..=500).collect::<Vec<_>>());
    assert_eq!((audit.pending(), audit.written(), audit.failing()), (0, 500, false));
    assert_eq!(found[9].outcome, "busy");
    assert_eq!(found[9].call, "000000000000000a");
}

#[test]
fn without_flush_it_is_on_disk_soon() {
    let data = folder();
    let audit = Audit::open(data.path()).unwrap();
    record(&audit, 1..4);
    let start = Instant::now();
    while audit.pending() > 0 {
        assert!(start.elapsed() < Duration::from_secs(5));
        std::thread::yield_now();
    }
    assert_eq!(all(&audit).len(), 3);
}

#[test]
fn a_full_outbox_refuses_and_freed_slots_admit_again() {
    let data = folder();
    let audit = Audit::open_with(data.path(), Settings { room: 3, ..settings() }).unwrap();
    let mut slots: Vec<_> = (0..3).map(|_| audit.admit().unwrap()).collect();
    let fault = audit.admit().unwrap_err();
    assert_eq!(fault.error_code, Code::AuditUnavailable);
    assert!(!audit.failing(), "full is not broken");
    // A call that did not run frees its slot at once, one that ran when it is on disk.
    slots.pop();
    slots.push(audit.admit().unwrap());
    assert!(audit.admit().is_err());
    slots.pop().unwrap().record(entry(1));
    audit.flush().unwrap();
    slots.push(audit.admit().unwrap());
    assert!(audit.admit().is_err());
    drop(slots);
    assert_eq!((audit.pending(), all(&audit).len()), (0, 1));
}

#[test]
fn a_slot_outlives_the_last_handle_and_is_written() {
    let data = folder();
    let audit = open(&data);
    let slot = audit.admit().unwrap();
    drop(audit);
    slot.record(entry(7));
    assert_eq!(all(&open(&data)).len(), 1);
}

#[test]
fn closing_writes_what_waits_and_signs_it() {
    let data = folder();
    let audit = Audit::open_with(data.path(), Settings { linger: Duration::from_secs(60), ..settings() }).unwrap();
    record(&audit, 1..8);
    drop(audit);
    let verified = Audit::offline_verify(data.path()).unwrap();
    assert_eq!((verified.records, verified.checkpoints, verified.uncovered), (7, 1, 0));
}

#[test]
fn opened_again_the_chain_goes_on() {
    let data = folder();
    for part in 0..3 {
        let audit = open(&data);
        record(&audit, part * 10..part * 10 + 10);
        audit.flush().unwrap();
    }
    let audit = open(&data);
    assert_eq!(all(&audit).iter().map(|r| r.bytes_in).collect::<Vec<_>>(), (0..30).collect::<Vec<_>>());
    assert_eq!(audit.verify().unwrap().records, 30);
}

#[test]
fn two_gateways_do_not_write_one_chain() {
    let data = folder();
    let first = open(&data);
    assert_eq!(Audit::open(data.path()).unwrap_err().error_code, Code::AuditUnavailable);
    drop(first);
    open(&data);
}

#[test]
fn concurrent_recorders_lose_nothing() {
    let data = folder();
    let audit = open(&data);
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let audit = &audit;
            scope.spawn(move || record(audit, thread * 1_000..thread * 1_000 + 1_000));
        }
    });
    audit.flush().unwrap();
    assert_eq!((audit.written(), audit.pending()), (8_000, 0));
    let verified = audit.verify().unwrap();
    assert_eq!(verified.records, 8_000);
    let mut out = Vec::new();
    audit.export(&Query::default(), &mut out).unwrap();
    let mut numbers: Vec<u64> = out
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_slice::<serde_json::Value>(line).unwrap()["bytes_in"].as_u64().unwrap())
        .collect();
    // Each thread's own are in its order.
    for thread in 0..8 {
        let own: Vec<u64> = numbers.iter().copied().filter(|number| number / 1_000 == thread).collect();
        assert!(own.is_sorted());
    }
    numbers.sort_unstable();
    assert_eq!(numbers, (0..8_000).collect::<Vec<_>>());
}

#[test]
fn a_checkpoint_comes_with_the_count_and_with_the_time() {
    let data = folder();
    let audit = open(&data);
    record_singly(&audit, 1..10);
    assert_eq!(audit.verify().unwrap().uncovered, 9);
    record_singly(&audit, 10..12);
    let verified = audit.verify().unwrap();
    assert_eq!((verified.checkpoints, verified.uncovered), (1, 1));
    drop(audit);

    let soon = Settings { checkpoint_after: Duration::from_millis(30), ..settings() };
    let audit = Audit::open_with(data.path(), soon).unwrap();
    record_singly(&audit, 12..13);
    let start = Instant::now();
    while audit.verify().unwrap().uncovered > 0 {
        assert!(start.elapsed() < Duration::from_secs(5));
        std::thread::yield_now();
    }
}

#[test]
fn what_is_too_long_is_cut_between_characters() {
    let data = folder();
    let audit = open(&data);
    let long = Entry {
        operation: "é".repeat(1_000),
        detail: "ß".repeat(1_000),
        bytes_in: u64::MAX,
        outcome: "ok",
        ..Entry::default()
    };
    audit.admit().unwrap().record(long);
    audit.flush().unwrap();
    let found = all(&audit);
    assert_eq!((found[0].operation.chars().count(), found[0].detail.chars().count()), (128, 200));
    audit.verify().unwrap();
}

#[cfg(unix)]
#[test]
fn nobody_else_may_read_the_key_or_the_database() {
    use std::os::unix::fs::PermissionsExt;
    let data = folder();
    let audit = open(&data);
    record(&audit, 1..2);
    audit.flush().unwrap();
    let mode = |name: &str| std::fs::metadata(data.path().join(name)).unwrap().permissions().mode() & 0o777;
    for file in ["secrets/audit.ed25519", "secrets/audit.checkpoint", "audit.db", "audit.db-wal"] {
        assert_eq!(mode(file), 0o600, "{file}");
    }
    assert_eq!(mode("secrets"), 0o700);
    let key = std::fs::read(data.path().join("secrets/audit.ed25519")).unwrap();
    let database = std::fs::read(data.path().join("audit.db")).unwrap();
    assert!(!database.windows(32).any(|bytes| key.windows(32).any(|part| part == bytes)));
}

#[test]
fn a_lost_key_is_not_replaced_in_silence() {
    let data = written();
    std::fs::remove_file(data.path().join("secrets/audit.ed25519")).unwrap();
    let fault = Audit::open(data.path()).unwrap_err();
    assert_eq!(fault.error_code, Code::AuditUnavailable);
    assert!(fault.error_message.contains("key"), "{fault}");
    // Its public half is enough to verify.
    assert_eq!(Audit::offline_verify(data.path()).unwrap().records, 25);
}

#[test]
fn a_process_that_stopped_between_database_and_checkpoint_file_goes_on() {
    let data = folder();
    let audit = open(&data);
    record_singly(&audit, 1..11);
    let secrets = Secrets::of(data.path());
    let first = secrets.newest().unwrap().unwrap();
    record_singly(&audit, 11..21);
    drop(audit);
    secrets.keep(&first).unwrap();
    assert_eq!(Audit::offline_verify(data.path()).unwrap().records, 20);
    drop(open(&data));
    assert_eq!(secrets.newest().unwrap().unwrap().seq, 20);
}
