//! What the gateway adds to a call of one client at a time, in interleaved rounds, beside what the system's own
//! wake-ups make any relay add.

use std::time::Instant;

use anyhow::{Context, Result};
use scenewire::backend::{Backend, Gateway as Client, Request};
use scenewire::wire::Payload;
use serde_json::{Value, json};

use crate::bare::Bare;
use crate::light::Hosts;
use crate::server::Server;

const ROUNDS: usize = 9;
const CALLS: usize = 1_000;

pub fn measure() -> Result<Value> {
    let server = Server::start()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let key = server.user("ana").await?;
        let hosts = Hosts::start(&server, vec![(key.clone(), "studio".to_owned())])?;
        let (direct, through) = (server.client_of(hosts.direct, &key)?, server.client(&key)?);
        round(&direct).await?;
        round(&through).await?;
        let (mut plain_echo, mut relayed_echo) = (Bare::echo()?, Bare::relay_to_echo()?);
        let (mut all_direct, mut all_through, mut added, mut floor) = (vec![], vec![], vec![], vec![]);
        for _ in 0..ROUNDS {
            let (plain, routed) = (round(&direct).await?, round(&through).await?);
            added.push(at(&routed, 0.5) - at(&plain, 0.5));
            floor.push(at(&relayed_echo.round(CALLS)?, 0.5) - at(&plain_echo.round(CALLS)?, 0.5));
            all_direct.extend(plain);
            all_through.extend(routed);
        }
        added.sort_by(f64::total_cmp);
        floor.sort_by(f64::total_cmp);
        Ok(json!({
            "floor_us": floor[ROUNDS / 2],
            "direct": summary(all_direct), "through": summary(all_through),
            "added_us": added[ROUNDS / 2], "added_rounds_us": [added[0], added[ROUNDS - 1]],
        }))
    })
}

/// The smallest atomic.
pub fn request() -> Request {
    Request { operation: "get_selection".into(), arguments: Payload::json(json!({})), ..Request::default() }
}

/// Microseconds of each call, sorted.
async fn round(client: &Client) -> Result<Vec<f64>> {
    let mut samples = Vec::with_capacity(CALLS);
    for _ in 0..CALLS {
        let start = Instant::now();
        client.call(request(), None).await.context("a call failed")?;
        samples.push(start.elapsed().as_secs_f64() * 1e6);
    }
    samples.sort_by(f64::total_cmp);
    Ok(samples)
}

pub fn at(sorted: &[f64], share: f64) -> f64 {
    sorted[((sorted.len() - 1) as f64 * share) as usize]
}

pub fn summary(mut samples: Vec<f64>) -> Value {
    samples.sort_by(f64::total_cmp);
    json!({ "p50_us": at(&samples, 0.5), "p99_us": at(&samples, 0.99), "calls": samples.len() })
}
