//! Calls per second of the gateway's own CPU time, under load of many clients and hosts.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use scenewire::backend::Backend;
use serde_json::{Value, json};

use crate::added::request;
use crate::light::Hosts;
use crate::server::Server;

const USERS: usize = 16;
const IN_FLIGHT: usize = 16;
const WARM: Duration = Duration::from_secs(1);
/// Windows of the figure; the median of them is shown.
const WINDOWS: usize = 5;
const WINDOW: Duration = Duration::from_secs(2);

pub fn measure() -> Result<Value> {
    let server = Server::start()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let (mut hosts, mut clients) = (vec![], vec![]);
        for number in 0..USERS {
            let key = server.user(&format!("user-{number}")).await?;
            hosts.push((key.clone(), format!("host-{number}")));
            clients.push(server.client(&key)?);
        }
        let _hosts = Hosts::start(&server, hosts)?;
        let (done, over) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicBool::new(false)));
        let mut workers = tokio::task::JoinSet::new();
        for client in clients.iter().flat_map(|client| std::iter::repeat_n(client, IN_FLIGHT)) {
            let (client, done, over) = (client.clone(), done.clone(), over.clone());
            workers.spawn(async move {
                while !over.load(Ordering::Relaxed) {
                    client.call(request(), None).await?;
                    done.fetch_add(1, Ordering::Relaxed);
                }
                anyhow::Ok(())
            });
        }
        tokio::time::sleep(WARM).await;
        let (mut per_cpu, mut per_second) = (vec![], vec![]);
        for _ in 0..WINDOWS {
            let (calls, cpu, start) = (done.load(Ordering::Relaxed), server.cpu_seconds()?, Instant::now());
            tokio::time::sleep(WINDOW).await;
            let calls = (done.load(Ordering::Relaxed) - calls) as f64;
            per_cpu.push(calls / (server.cpu_seconds()? - cpu));
            per_second.push(calls / start.elapsed().as_secs_f64());
        }
        over.store(true, Ordering::Relaxed);
        while let Some(worker) = workers.join_next().await {
            worker??;
        }
        ensure!(done.load(Ordering::Relaxed) > 0, "no call was routed");
        per_cpu.sort_by(f64::total_cmp);
        per_second.sort_by(f64::total_cmp);
        Ok(json!({
            "calls_per_cpu_second": per_cpu[WINDOWS / 2], "range": [per_cpu[0], per_cpu[WINDOWS - 1]],
            "calls_per_second": per_second[WINDOWS / 2], "clients": USERS, "hosts": USERS, "in_flight": IN_FLIGHT,
        }))
    })
}
