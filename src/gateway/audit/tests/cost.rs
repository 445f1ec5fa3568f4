//! What it costs: `cargo test --release --lib gateway::audit::tests::cost -- --ignored --nocapture`.

use std::hint::black_box;
use std::time::Instant;

use super::*;

/// Calls of many tenants: each has ends of its own in three indexes.
fn busy(number: usize, instances: usize) -> Entry {
    let instance = number.wrapping_mul(2_654_435_761) % instances;
    Entry {
        user: format!("u_{:016}", instance / 4),
        key: format!("k_{:016}", instance / 2),
        instance: format!("i_{instance:016}"),
        ..entry(number)
    }
}

#[test]
#[ignore = "a measurement"]
fn admission_and_recording() {
    let data = folder();
    let audit = Audit::open(data.path()).unwrap();
    const ROUNDS: u32 = 1_000_000;
    let start = Instant::now();
    for _ in 0..ROUNDS {
        drop(black_box(audit.admit().unwrap()));
    }
    eprintln!("admit and free: {:?}", start.elapsed() / ROUNDS);
    const ENTRIES: u32 = 15_000;
    let entries: Vec<Entry> = (0..ENTRIES as usize).map(entry).collect();
    let start = Instant::now();
    for entry in entries {
        audit.admit().unwrap().record(entry);
    }
    eprintln!("admit and record: {:?}", start.elapsed() / ENTRIES);
}

#[test]
#[ignore = "a measurement"]
fn entries_per_second() {
    for instances in [10, 5_000] {
        let data = folder();
        let audit = Audit::open(data.path()).unwrap();
        const ENTRIES: usize = 300_000;
        let start = Instant::now();
        let mut refused = 0;
        for number in 0..ENTRIES {
            let slot = loop {
                match audit.admit() {
                    Ok(slot) => break slot,
                    Err(_) => refused += 1,
                }
                std::thread::sleep(Duration::from_millis(1));
            };
            slot.record(busy(number, instances));
        }
        audit.flush().unwrap();
        let rate = ENTRIES as f64 / start.elapsed().as_secs_f64();
        let size = std::fs::metadata(super::super::store::file(data.path())).unwrap().len() as usize / ENTRIES;
        eprintln!("{instances} instances: {rate:.0} entries a second, {size} bytes each, full {refused} times");
        let start = Instant::now();
        let verified = audit.verify().unwrap();
        eprintln!("  verified {} records in {:?}", verified.records, start.elapsed());
        for query in [
            Query { instance: Some("i_0000000000000007".to_owned()), ..Query::default() },
            Query { operation: Some("create_*".to_owned()), ..Query::default() },
            Query { operation: Some("none*".to_owned()), ..Query::default() },
            Query { outcome: Some("busy".to_owned()), since: Some(1), ..Query::default() },
            Query { user: Some("u_0000000000000001".to_owned()), outcome: Some("none".to_owned()), ..Query::default() },
        ] {
            let start = Instant::now();
            let found = audit.search(&query).unwrap().len();
            eprintln!("  {found} found in {:?}: {query:?}", start.elapsed());
        }
    }
}

/// Time of all threads of this process, in hundredths of a second: Linux says it to no more.
fn processor_time() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    (fields[11].parse::<f64>().unwrap() + fields[12].parse::<f64>().unwrap()) / 100.0
}

#[test]
#[ignore = "a measurement"]
fn processor_time_at_20000_a_second() {
    for instances in [10, 200, 5_000] {
        let data = folder();
        let audit = Audit::open(data.path()).unwrap();
        const SECONDS: usize = 5;
        let (start, before) = (Instant::now(), processor_time());
        for tick in 0..SECONDS * 100 {
            for number in 0..200 {
                audit.admit().unwrap().record(busy(tick * 200 + number, instances));
            }
            let next = Duration::from_millis(10) * (tick as u32 + 1);
            std::thread::sleep(next.saturating_sub(start.elapsed()));
        }
        audit.flush().unwrap();
        let each = (processor_time() - before) / (SECONDS * 20_000) as f64;
        eprintln!("{instances} instances: {:.1} µs of processor time an entry", each * 1e6);
    }
}
