//! What compounds read of clips.

use std::collections::HashMap;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::host::compounds::{Atomics, wrong};
use crate::wire::Fault;

/// Times that are evaluated in one call.
const TOGETHER: usize = 200;
/// A clip of more keyframes a channel is none that anybody edits.
const MOST: f64 = 100_000.0;

/// When a clip begins and how long it is, as the host has it.
#[derive(Deserialize)]
pub(super) struct Clip {
    pub(super) start_time: f64,
    pub(super) duration: f64,
}

#[derive(Deserialize)]
struct Evaluated {
    values: Vec<Amount>,
}

#[derive(Deserialize)]
struct Amount {
    channel_id: String,
    value: f64,
}

/// When these clips begin and how long they are.
pub(super) async fn clips(host: &Atomics, ids: &[String]) -> Result<Vec<Clip>, Fault> {
    host.read("get_clips", ids, &["start_time", "duration"]).await
}

/// How many steps of a frame rate such a time is, one at least.
pub(super) fn steps(duration: f64, rate: f64) -> Result<usize, Fault> {
    match (duration * rate).round().max(1.0) {
        steps if steps <= MOST => Ok(steps as usize),
        _ => Err(wrong("frame_rate", &format!("one that gives at most {MOST} keyframes a channel"), rate)),
    }
}

/// What the channels of a clip amount to at each of these times, by their ids; those that are muted amount to nothing.
pub(super) async fn amounts(host: &Atomics, clip: &str, times: &[f64]) -> Result<HashMap<String, Vec<f64>>, Fault> {
    let mut found: HashMap<String, Vec<f64>> = HashMap::new();
    for some in times.chunks(TOGETHER) {
        let items: Vec<Value> = some.iter().map(|time| json!({ "clip_id": clip, "time": time })).collect();
        let told: Vec<Evaluated> = host.items("evaluate_animation", json!({ "items": items })).await?;
        for amount in told.into_iter().flat_map(|told| told.values) {
            found.entry(amount.channel_id).or_default().push(amount.value);
        }
    }
    Ok(found)
}
