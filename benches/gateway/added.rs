//! What the gateway adds to a call of one client at a time, in interleaved rounds, beside what the system's own
//! wake-ups make any relay add.

use std::time::Instant;

use anyhow::{Context, Result};
use scenewire::backend::{Backend, Gateway as Client, Request};
use scenewire::wire::Payload;
use serde_json::{Value, json};

use crate::awake::Awake;
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
        let mut echoes = (Bare::echo()?, Bare::relay_to_echo()?);
        let (mut plain, mut awake) = (Added::default(), Added::default());
        for _ in 0..ROUNDS {
            plain.round(&direct, &through, &mut echoes).await?;
            if let Some(_held) = Awake::hold() {
                awake.round(&direct, &through, &mut echoes).await?;
            }
        }
        let mut told = plain.told();
        told["awake"] = if awake.added.is_empty() { Value::Null } else { awake.told() };
        Ok(told)
    })
}

/// Rounds of one condition.
#[derive(Default)]
struct Added {
    direct: Vec<f64>,
    through: Vec<f64>,
    added: Vec<f64>,
    floor: Vec<f64>,
}

impl Added {
    async fn round(&mut self, direct: &Client, through: &Client, echoes: &mut (Bare, Bare)) -> Result<()> {
        let (plain, routed) = (round(direct).await?, round(through).await?);
        self.added.push(at(&routed, 0.5) - at(&plain, 0.5));
        self.floor.push(at(&echoes.1.round(CALLS)?, 0.5) - at(&echoes.0.round(CALLS)?, 0.5));
        self.direct.extend(plain);
        self.through.extend(routed);
        Ok(())
    }

    fn told(mut self) -> Value {
        self.added.sort_by(f64::total_cmp);
        self.floor.sort_by(f64::total_cmp);
        json!({
            "floor_us": self.floor[ROUNDS / 2],
            "direct": summary(self.direct), "through": summary(self.through),
            "added_us": self.added[ROUNDS / 2], "added_rounds_us": [self.added[0], self.added[ROUNDS - 1]],
        })
    }
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
