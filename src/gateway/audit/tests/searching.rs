//! Each filter, their combinations, pages and the export, against a plain filter over all records.

use super::super::Query;
use super::*;
use crate::wire::time::parse_time;

/// 200 records whose times are their numbers, except that the clock was set back once.
fn filled() -> (TempDir, Audit, Vec<Record>) {
    let data = folder();
    let audit = open(&data);
    record(&audit, 1..201);
    audit.flush().unwrap();
    tamper(&data, "UPDATE records SET time = seq * 1000; UPDATE records SET time = 50000 WHERE seq = 120");
    let records = all(&audit);
    (data, audit, records)
}

#[track_caller]
fn check(audit: &Audit, records: &[Record], query: Query, wanted: impl Fn(&Record) -> bool) {
    let expected: Vec<u64> = records.iter().rev().filter(|r| wanted(r)).map(|r| r.seq).collect();
    let whole = Query { limit: 1_000, ..query.clone() };
    let found: Vec<u64> = audit.search(&whole).unwrap().iter().map(|r| r.seq).collect();
    assert_eq!(found, expected, "{query:?}");
    // Page by page it is the same.
    let mut paged = Vec::new();
    let mut page = Query { limit: 7, ..query.clone() };
    loop {
        let found = audit.search(&page).unwrap();
        let Some(last) = found.last() else { break };
        assert!(found.len() <= 7);
        page.before_seq = Some(last.seq);
        paged.extend(found.iter().map(|r| r.seq));
    }
    assert_eq!(paged, expected, "{query:?} in pages");
    // And the export is it from the other end.
    let mut out = Vec::new();
    assert_eq!(audit.export(&query, &mut out).unwrap(), expected.len() as u64);
    let mut lines: Vec<u64> = String::from_utf8(out).unwrap().lines().map(seq).collect();
    lines.reverse();
    assert_eq!(lines, expected, "{query:?} exported");
}

fn seq(line: &str) -> u64 {
    serde_json::from_str::<serde_json::Value>(line).unwrap()["seq"].as_u64().unwrap()
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn every_filter_finds_what_it_says() {
    let (_data, audit, records) = filled();
    let query = Query::default;
    check(&audit, &records, query(), |_| true);
    check(&audit, &records, Query { user: some("u_1"), ..query() }, |r| r.user == "u_1" || r.owner == "u_1");
    let others = |r: &Record| r.owner == "u_1" && r.user != "u_1";
    assert!(records.iter().filter(|r| others(r)).count() > 9, "some are of others on u_1's instances");
    check(&audit, &records, Query { key: some("k_4"), ..query() }, |r| r.key == "k_4");
    check(&audit, &records, Query { instance: some("i_6"), ..query() }, |r| r.instance == "i_6");
    check(&audit, &records, Query { operation: some("route"), ..query() }, |r| r.operation == "route");
    check(&audit, &records, Query { operation: some("create_*"), ..query() }, |r| r.operation.starts_with("create_"));
    check(&audit, &records, Query { operation: some("*"), ..query() }, |_| true);
    check(&audit, &records, Query { outcome: some("busy"), ..query() }, |r| r.outcome == "busy");
    check(&audit, &records, Query { outcome: some("ok"), ..query() }, |r| r.outcome == "ok");
    check(&audit, &records, Query { since: Some(100_000), ..query() }, |r| r.time >= 100_000);
    check(&audit, &records, Query { until: Some(100_000), ..query() }, |r| r.time < 100_000);
    check(&audit, &records, Query { since: Some(40_000), until: Some(60_000), ..query() }, |r| {
        (40_000..60_000).contains(&r.time)
    });
    let several = Query {
        user: some("u_1"),
        key: some("k_0"),
        operation: some("create_*"),
        outcome: some("busy"),
        since: Some(10_000),
        ..query()
    };
    check(&audit, &records, several, |r| {
        (r.user == "u_1" || r.owner == "u_1")
            && r.key == "k_0"
            && r.operation.starts_with("create_")
            && r.outcome == "busy"
            && r.time >= 10_000
    });
}

#[test]
fn what_is_searched_for_is_never_sql_and_no_pattern() {
    let (_data, audit, records) = filled();
    for text in ["u_1' OR '1'='1", "u_%", "u_?", "", "u_*", "%*", "\0", "'; DROP TABLE records; --"] {
        let query = Query { user: some(text), ..Query::default() };
        check(&audit, &records, query, |_| false);
        let query = Query { operation: some(text), ..Query::default() };
        check(&audit, &records, query, |_| false);
    }
    assert_eq!(all(&audit).len(), 200);
}

#[test]
fn pages_are_bounded() {
    let (_data, audit, _) = filled();
    assert_eq!(audit.search(&Query::default()).unwrap().len(), 100);
    assert_eq!(audit.search(&Query { limit: usize::MAX, ..Query::default() }).unwrap().len(), 200);
    let nothing = Query { before_seq: Some(0), ..Query::default() };
    assert!(audit.search(&nothing).unwrap().is_empty());
    let everything = Query { before_seq: Some(u64::MAX), since: Some(0), until: Some(u64::MAX), ..Query::default() };
    assert_eq!(audit.search(&everything).unwrap().len(), 100);
}

#[test]
fn an_exported_line_is_what_was_recorded() {
    let data = folder();
    let audit = open(&data);
    let odd = Entry { operation: "key.create".to_owned(), detail: "CR\r\nLF \"q\" *".to_owned(), ..entry(3) };
    audit.admit().unwrap().record(odd);
    audit.flush().unwrap();
    let mut out = Vec::new();
    audit.export(&Query::default(), &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert_eq!(text.lines().count(), 1);
    let line: serde_json::Value = serde_json::from_str(&text).unwrap();
    let record = &all(&audit)[0];
    let names: Vec<&str> = line.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names.join(", "), super::super::store::COLUMNS);
    assert_eq!(line["hash"], record.hash.to_string());
    assert_eq!(line["detail"], "CR\r\nLF \"q\" *");
    let time = line["time"].as_str().unwrap();
    assert!(time.len() == 24 && time.ends_with('Z'), "{time}");
    assert_eq!(parse_time(time).unwrap(), record.time);
}
