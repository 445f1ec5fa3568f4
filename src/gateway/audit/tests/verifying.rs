//! What was done to the database behind the gateway's back is found, and where.

use super::super::hex::Hex;
use super::super::record::genesis;
use super::super::secrets::Secrets;
use super::super::store;
use super::*;

/// All records from `first` on with the hashes that they would have: what somebody without the key can do.
fn rehash(data: &TempDir, first: u64) {
    let mut connection = database(data.path());
    let node: String = connection.query_row("SELECT node FROM checkpoints LIMIT 1", [], |row| row.get(0)).unwrap();
    let mut tip = match first {
        1 => genesis(&node),
        first => store::hash_of(&connection, first - 1).unwrap().unwrap(),
    };
    let transaction = connection.transaction().unwrap();
    let sql = format!("SELECT {} FROM records WHERE seq >= ?1 ORDER BY seq", store::COLUMNS);
    let records: Vec<Record> = {
        let mut select = transaction.prepare(&sql).unwrap();
        select.query_map([first as i64], store::record).unwrap().map(Result::unwrap).collect()
    };
    for record in records {
        tip = record.digest(&tip);
        let values = rusqlite::params![tip.0, record.seq as i64];
        transaction.execute("UPDATE records SET hash = ?1 WHERE seq = ?2", values).unwrap();
    }
    transaction.commit().unwrap();
}

#[test]
fn an_untouched_record_verifies_stopped_and_running() {
    let data = written();
    let stopped = Audit::offline_verify(data.path()).unwrap();
    assert_eq!((stopped.records, stopped.checkpoints, stopped.uncovered), (25, 3, 0));
    let audit = open(&data);
    record_singly(&audit, 26..29);
    let running = Audit::offline_verify(data.path()).unwrap();
    assert_eq!((running.records, running.checkpoints, running.uncovered), (28, 3, 3));
    assert_eq!(audit.verify().unwrap(), running);
    assert_eq!(running.fingerprint.to_string().len(), 64);
    assert!(running.node.starts_with("n_") && running.node.len() == 18);
}

#[test]
fn an_empty_record_verifies_and_a_missing_one_does_not() {
    let data = folder();
    assert!(Audit::offline_verify(data.path()).is_err());
    drop(open(&data));
    assert_eq!(Audit::offline_verify(data.path()).unwrap().records, 0);
}

#[test]
fn a_changed_value_in_any_column_is_found() {
    let columns = [
        "time = time + 1",
        "user = 'u_9'",
        "key = 'k_9'",
        "instance = instance || 'x'",
        "operation = 'get_object'",
        "call = ''",
        "bytes_in = 0",
        "bytes_out = 0",
        "owner = 'u_9'",
        "calls = 9",
        "outcome = 'busy'",
        "duration_us = -1",
        "detail = 'x'",
        "hash = zeroblob(32)",
        "hash = x'00'",
        "user = cast(x'ff' AS TEXT)",
        // The border between two fields moves.
        "user = user || 'k', key = substr(key, 2)",
    ];
    for change in columns {
        let data = written();
        tamper(&data, &format!("UPDATE records SET {change} WHERE seq = 13"));
        assert_eq!(broken(&data).seq, 13, "{change}");
    }
}

#[test]
fn a_change_in_any_record_is_found() {
    let data = written();
    for seq in 1..=25 {
        tamper(&data, &format!("UPDATE records SET bytes_in = bytes_in + 1 WHERE seq = {seq}"));
        assert_eq!(broken(&data).seq, seq);
        tamper(&data, &format!("UPDATE records SET bytes_in = bytes_in - 1 WHERE seq = {seq}"));
    }
    Audit::offline_verify(data.path()).unwrap();
}

#[test]
fn a_changed_byte_of_the_file_is_found() {
    let data = written();
    tamper(&data, "PRAGMA wal_checkpoint(TRUNCATE)");
    let file = store::file(data.path());
    let mut bytes = std::fs::read(&file).unwrap();
    // The digest of call 13 stands in no index.
    let place = bytes.windows(16).position(|part| part == b"000000000000000d").unwrap();
    bytes[place] = b'1';
    std::fs::write(&file, bytes).unwrap();
    assert_eq!(broken(&data).seq, 13);
}

#[test]
fn a_deleted_record_is_found() {
    for seq in [1, 13, 20] {
        let data = written();
        tamper(&data, &format!("DELETE FROM records WHERE seq = {seq}"));
        let found = broken(&data);
        assert_eq!(found.seq, seq);
        assert!(found.why.contains("missing"), "{}", found.why);
    }
}

#[test]
fn an_exchanged_or_added_record_is_found() {
    let data = written();
    tamper(
        &data,
        "UPDATE records SET seq = 99 WHERE seq = 7; UPDATE records SET seq = 7 WHERE seq = 8;
        UPDATE records SET seq = 8 WHERE seq = 99",
    );
    assert_eq!(broken(&data).seq, 7);
    for seq in [0, -1, 26] {
        let data = written();
        tamper(
            &data,
            &format!(
                "CREATE TEMP TABLE one AS SELECT * FROM records WHERE seq = 5;
            UPDATE one SET seq = {seq}; INSERT INTO records SELECT * FROM one"
            ),
        );
        assert_eq!(broken(&data).seq, seq.max(0) as u64);
    }
}

#[test]
fn a_chain_that_was_hashed_anew_fails_at_the_next_checkpoint() {
    for (changed, found) in [(1, 10), (10, 10), (13, 20), (21, 25)] {
        let data = written();
        tamper(&data, &format!("UPDATE records SET user = 'u_9' WHERE seq = {changed}"));
        rehash(&data, changed);
        assert_eq!(broken(&data).seq, found, "record {changed}");
    }
}

#[test]
fn deleting_and_numbering_anew_is_found() {
    let data = written();
    tamper(&data, "DELETE FROM records WHERE seq = 13; UPDATE records SET seq = seq - 1 WHERE seq > 13");
    rehash(&data, 13);
    assert_eq!(broken(&data).seq, 20);
}

#[test]
fn checkpoints_cannot_be_made_to_fit() {
    // With the new hash, and the old signature.
    let data = written();
    tamper(&data, "UPDATE records SET user = 'u_9' WHERE seq = 13");
    rehash(&data, 13);
    tamper(&data, "UPDATE checkpoints SET hash = (SELECT hash FROM records r WHERE r.seq = checkpoints.seq)");
    assert_eq!(broken(&data).seq, 20);
    // Taken away: the one beside the key still knows.
    tamper(&data, "DELETE FROM checkpoints");
    assert_eq!(broken(&data).seq, 25);
    // Signed with a key of one's own.
    let other = written();
    let data = written();
    let (file, name) = (store::file(other.path()), store::file(data.path()));
    std::fs::copy(file, name).unwrap();
    assert_eq!(broken(&data).seq, 1);
}

#[test]
fn a_forged_time_or_number_of_a_checkpoint_is_found() {
    for change in ["time = time + 1", "seq = 11", "seq = 0", "seq = -3", "seq = 30", "node = 'n_0'"] {
        let data = written();
        tamper(&data, &format!("UPDATE checkpoints SET {change} WHERE seq = 10"));
        broken(&data);
    }
}

#[test]
fn cutting_off_the_end_is_noticed() {
    // Behind the last checkpoint.
    let data = written();
    tamper(&data, "DELETE FROM records WHERE seq > 22");
    assert_eq!(broken(&data).seq, 23);
    // With the checkpoints that tell.
    tamper(&data, "DELETE FROM records WHERE seq > 20; DELETE FROM checkpoints WHERE seq > 20");
    assert_eq!(broken(&data).seq, 21);
    // Everything.
    tamper(&data, "DELETE FROM records; DELETE FROM checkpoints");
    assert_eq!(broken(&data).seq, 1);
}

#[test]
fn an_earlier_state_of_the_database_is_noticed_and_not_built_upon() {
    let data = folder();
    record_singly(&open(&data), 1..16);
    let file = store::file(data.path());
    let earlier = std::fs::read(&file).unwrap();
    record_singly(&open(&data), 16..31);
    std::fs::write(&file, earlier).unwrap();
    let found = broken(&data);
    assert_eq!(found.seq, 16, "{}", found.why);
    let fault = Audit::open(data.path()).unwrap_err();
    assert!(fault.error_message.contains("record 30"), "{fault}");
    // An operator may accept it, and has to say so.
    std::fs::remove_file(data.path().join("secrets/audit.checkpoint")).unwrap();
    assert_eq!(broken(&data).seq, 0);
    record_singly(&open(&data), 40..41);
    assert_eq!(Audit::offline_verify(data.path()).unwrap().records, 16);
}

#[test]
fn a_forged_checkpoint_file_is_refused() {
    let data = written();
    let secrets = Secrets::of(data.path());
    let mut kept = secrets.newest().unwrap().unwrap();
    kept.signature = Hex([7; 64]);
    secrets.keep(&kept).unwrap();
    assert_eq!(broken(&data).seq, 25);
    assert!(Audit::open(data.path()).is_err());
}

#[test]
fn records_after_the_last_checkpoint_chain_on() {
    let data = written();
    let audit = open(&data);
    record_singly(&audit, 26..30);
    tamper(&data, "UPDATE records SET bytes_in = 0 WHERE seq = 28");
    assert_eq!(audit.verify().unwrap_err().seq, 28);
}

#[test]
fn verifying_while_records_come_is_no_false_alarm() {
    let data = folder();
    let audit = open(&data);
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| record_singly(&audit, 1..300));
        let mut rounds = 0;
        while !writer.is_finished() {
            Audit::offline_verify(data.path()).unwrap();
            rounds += 1;
        }
        assert!(rounds > 0);
    });
}

#[test]
fn a_killed_gateway_s_files_verify() {
    let data = folder();
    let audit = open(&data);
    record_singly(&audit, 1..16);
    // As a kill leaves them: the log is not merged, nothing was signed at the end.
    let copy = folder();
    std::fs::create_dir(copy.path().join("secrets")).unwrap();
    for name in ["audit.db", "audit.db-wal", "secrets/audit.ed25519", "secrets/audit.checkpoint"] {
        std::fs::copy(data.path().join(name), copy.path().join(name)).unwrap();
    }
    let verified = Audit::offline_verify(copy.path()).unwrap();
    assert_eq!((verified.records, verified.uncovered), (15, 5));
    record_singly(&open(&copy), 16..17);
    assert_eq!(Audit::offline_verify(copy.path()).unwrap().records, 16);
}
