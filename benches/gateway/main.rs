//! What a gateway costs, with the gateway as a process of its own, TLS, keys, policy and audit on. The hosts are light:
//! doubles in this process that speak the wire and answer at once. `run.py` reads the JSON that this prints; names of
//! measurements as arguments choose some of them, and `SCENEWIRE_BENCH_GATEWAY` another binary of the gateway.
#![allow(clippy::print_stdout, missing_docs, unreachable_pub)]

#[cfg(target_os = "linux")]
mod added;
#[cfg(target_os = "linux")]
#[path = "../awake.rs"]
mod awake;
#[cfg(target_os = "linux")]
mod bare;
#[cfg(target_os = "linux")]
mod flood;
#[cfg(target_os = "linux")]
mod idle;
#[cfg(target_os = "linux")]
mod light;
#[cfg(target_os = "linux")]
mod relay;
#[cfg(target_os = "linux")]
mod server;
#[cfg(target_os = "linux")]
mod throughput;

#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use serde_json::{Map, Value};

    type Measure = fn() -> anyhow::Result<Value>;
    let all: [(&str, Measure); 5] = [
        ("added", added::measure),
        ("throughput", throughput::measure),
        ("relay", relay::measure),
        ("flood", flood::measure),
        ("idle", idle::measure),
    ];
    // `cargo bench` adds a flag of its own.
    let wanted: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let mut measured = Map::new();
    for (name, measure) in all.into_iter().filter(|(name, _)| wanted.is_empty() || wanted.iter().any(|w| w == name)) {
        measured.insert(name.to_owned(), measure()?);
    }
    println!("{}", Value::Object(measured));
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("{{}}");
}
