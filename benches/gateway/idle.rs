//! Thousands of idle hosts: what each costs the gateway in memory, and how soon all are back after a restart.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use scenewire::backend::{Backend, Request};
use serde_json::{Value, json};

use crate::light::Hosts;
use crate::server::Server;

const HOSTS: usize = 5_000;
const USERS: usize = 50;
/// What else is open in either process.
const OTHER_FILES: usize = 200;
const SETTLED: Duration = Duration::from_secs(3);
const PATIENCE: Duration = Duration::from_secs(60);

pub fn measure() -> Result<Value> {
    let (wanted, reason) = possible();
    let mut server = Server::start()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let mut keys = Vec::new();
    for number in 0..USERS {
        keys.push(runtime.block_on(server.user(&format!("user-{number}")))?);
    }
    let before = server.resident_kib()?;
    let start = Instant::now();
    let of = |number: usize| (keys[number % USERS].clone(), format!("host-{number}"));
    let hosts = Hosts::start(&server, (0..wanted).map(of).collect())?;
    let first = start.elapsed().as_secs_f64();
    std::thread::sleep(SETTLED);
    let each = (server.resident_kib()? - before) / wanted as f64;
    let cpu = server.cpu_seconds()?;
    std::thread::sleep(SETTLED);
    let idle = (server.cpu_seconds()? - cpu) / SETTLED.as_secs_f64() * 100.0;

    let start = Instant::now();
    server.restart()?;
    let ready = start.elapsed().as_secs_f64();
    hosts.all_linked(wanted, PATIENCE)?;
    let back = start.elapsed().as_secs_f64();
    std::thread::sleep(SETTLED);
    let again = (server.resident_kib()? - before) / wanted as f64;
    runtime.block_on(all_there(&server, &keys, &hosts, wanted))?;
    let killed = outage(&mut server, &hosts, wanted)?;
    runtime.block_on(all_there(&server, &keys, &hosts, wanted))?;
    Ok(json!({
        "killed": killed,
        "hosts": wanted, "fewer_because": reason, "kib_per_host": each, "kib_per_host_after_restart": again,
        "empty_kib": before, "first_linked_s": first, "idle_cpu_percent": idle, "ready_s": ready, "back_s": back,
    }))
}

/// The gateway's process is killed, which tells nobody when to return, and started again at once.
fn outage(server: &mut Server, hosts: &Hosts, wanted: usize) -> Result<Value> {
    hosts.tries.watch();
    let start = Instant::now();
    server.kill_and_start()?;
    let ready = start.elapsed().as_secs_f64();
    // Those that the kill has cut off may not have noticed it yet: linked is who has dialled since.
    while hosts.tries.seen().0 < wanted {
        ensure!(start.elapsed() < PATIENCE, "only {} of {wanted} hosts have tried again", hosts.tries.seen().0);
        std::thread::sleep(Duration::from_millis(2));
    }
    hosts.all_linked(wanted, PATIENCE)?;
    Ok(json!({ "first_try_s": hosts.tries.seen().1, "ready_s": ready, "back_s": start.elapsed().as_secs_f64() }))
}

/// As the users see it: every host is online, and of each user's one answers.
async fn all_there(server: &Server, keys: &[String], hosts: &Hosts, wanted: usize) -> Result<()> {
    let mut online = 0;
    for key in keys {
        let client = server.client(key)?;
        let listed = client.instances().await?;
        online += listed.iter().filter(|instance| instance.status == "online").count();
        if let Some(one) = listed.first() {
            let instance = Some(one.id.clone());
            let request = Request { instance, operation: "get_selection".to_owned(), ..Request::default() };
            client.call(request, None).await?;
        }
    }
    ensure!(online == wanted, "{online} of {wanted} hosts are online, {} linked", hosts.linked.load(Ordering::SeqCst));
    Ok(())
}

/// How many hosts this process and the gateway may have open, and why not all.
fn possible() -> (usize, Option<String>) {
    let Rlimit { maximum, .. } = getrlimit(Resource::Nofile);
    let wanted = (HOSTS + OTHER_FILES) as u64;
    let current = maximum.map_or(wanted, |maximum| maximum.min(wanted));
    // What is not granted is seen below.
    let _ = setrlimit(Resource::Nofile, Rlimit { current: Some(current), maximum });
    let files = getrlimit(Resource::Nofile).current.unwrap_or(wanted) as usize;
    match files.saturating_sub(OTHER_FILES) {
        enough if enough >= HOSTS => (HOSTS, None),
        fewer => (fewer, Some(format!("this machine lets a process open {files} files"))),
    }
}
