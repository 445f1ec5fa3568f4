//! One tenant's calls while another makes many times as many as it may.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use scenewire::backend::{Backend, Gateway as Client};
use scenewire::wire::Code;
use serde_json::{Value, json};

use crate::added::{request, summary};
use crate::light::Hosts;
use crate::server::Server;

/// Calls per second that the flooding key may make: the default of a gateway.
const ALLOWED: u32 = 2_000;
const IN_FLIGHT: usize = 64;
/// Alone and beside the flood in turns.
const ROUNDS: usize = 5;
const CALLS: usize = 600;
/// Between calls of an artist's tools.
const PAUSE: Duration = Duration::from_millis(1);

pub fn measure() -> Result<Value> {
    let server = Server::start()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let (ana, eve) = (server.user("ana").await?, server.user("eve").await?);
        let hosts = vec![(ana.clone(), "hers".to_owned()), (eve.clone(), "another".to_owned())];
        let _hosts = Hosts::start(&server, hosts)?;
        let (tenant, limited) = (server.client(&ana)?, server.limited_key(&eve, ALLOWED).await?);
        let (mut alone, mut beside) = (vec![], vec![]);
        let (mut let_in, mut refused, mut flooded) = (0, 0, Duration::ZERO);
        round(&tenant, &mut vec![]).await?;
        for _ in 0..ROUNDS {
            round(&tenant, &mut alone).await?;
            let flood = Flood::start(server.client(&limited)?);
            // The flood's connection is made, its allowance used up.
            tokio::time::sleep(Duration::from_millis(300)).await;
            let start = Instant::now();
            round(&tenant, &mut beside).await?;
            flooded += start.elapsed();
            let (good, bad) = flood.stop()?;
            let_in += good;
            refused += bad;
        }
        ensure!(refused > 0, "the flood was let in");
        Ok(json!({
            "alone": summary(alone), "beside": summary(beside), "let_in": let_in, "refused": refused,
            "refused_per_second": refused as f64 / (flooded.as_secs_f64() + 0.3 * ROUNDS as f64),
        }))
    })
}

async fn round(client: &Client, samples: &mut Vec<f64>) -> Result<()> {
    for _ in 0..CALLS {
        tokio::time::sleep(PAUSE).await;
        let start = Instant::now();
        client.call(request(), None).await.context("the tenant's call failed")?;
        samples.push(start.elapsed().as_secs_f64() * 1e6);
    }
    Ok(())
}

/// A client on a thread of its own that calls without a pause.
struct Flood {
    over: Arc<AtomicBool>,
    thread: std::thread::JoinHandle<Result<(u64, u64)>>,
}

impl Flood {
    fn start(client: Client) -> Self {
        let over = Arc::new(AtomicBool::new(false));
        let stop = over.clone();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(flood(client, stop))
        });
        Self { over, thread }
    }

    /// Calls that were let in, and those that were refused.
    fn stop(self) -> Result<(u64, u64)> {
        self.over.store(true, Ordering::Relaxed);
        self.thread.join().map_err(|_| anyhow::anyhow!("the flood panicked"))?
    }
}

async fn flood(client: Client, over: Arc<AtomicBool>) -> Result<(u64, u64)> {
    let counts = Arc::new([AtomicU64::new(0), AtomicU64::new(0)]);
    let mut workers = tokio::task::JoinSet::new();
    for _ in 0..IN_FLIGHT {
        let (client, over, counts) = (client.clone(), over.clone(), counts.clone());
        workers.spawn(async move {
            while !over.load(Ordering::Relaxed) {
                let place = match client.call(request(), None).await {
                    Ok(_) => 0,
                    Err(fault) if fault.error_code == Code::RateLimited => 1,
                    Err(fault) => return Err(fault),
                };
                counts[place].fetch_add(1, Ordering::Relaxed);
            }
            Ok(())
        });
    }
    while let Some(worker) = workers.join_next().await {
        worker??;
    }
    Ok((counts[0].load(Ordering::Relaxed), counts[1].load(Ordering::Relaxed)))
}
