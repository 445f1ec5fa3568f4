//! Thousands of calls through a gateway whose connections are cut, delayed and doubled: no result is lost, and none is
//! run twice. What each call did is read from the hosts themselves.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use scenewire::backend::{Backend, Gateway, Request};
use scenewire::wire::{Code, Fault};
use tokio::task::JoinSet;

use crate::gateway_rig::{ADMIN, Linked, Studio};
use crate::rig::{nodes, soon};

const HOSTS: usize = 3;
const CLIENTS: usize = 4;
const LANES: usize = 8;
/// A host waits longer after every cut within a minute, by its back-off; more would only be waited for.
const HOST_CUTS: usize = 5;

/// xorshift64 (Marsaglia, "Xorshift RNGs"): the same faults in every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}

/// What a client was told of its call.
struct Told {
    name: String,
    outcome: Result<(), Fault>,
}

/// One client with several calls under way.
async fn work(client: Gateway, number: usize, calls: usize) -> Vec<Told> {
    let mut lanes = JoinSet::new();
    for lane in 0..LANES {
        let client = client.clone();
        lanes.spawn(async move {
            let mut told = Vec::new();
            for n in (lane..calls).step_by(LANES) {
                let name = format!("c{number}-{n}");
                let request = Request { instance: Some(format!("host-{}", n % HOSTS)), ..nodes(&[&name]) };
                told.push(Told { name, outcome: client.call(request, None).await.map(drop) });
            }
            told
        });
    }
    lanes.join_all().await.into_iter().flatten().collect()
}

/// How often each call was run, by the only ones who know.
fn ran(hosts: &[Linked]) -> HashMap<String, usize> {
    let mut count = HashMap::new();
    for name in hosts.iter().flat_map(|host| host.double.names()) {
        *count.entry(name).or_default() += 1;
    }
    count
}

fn check(told: &[Told], ran: &HashMap<String, usize>) -> usize {
    let mut unknown = 0;
    for Told { name, outcome } in told {
        let times = ran.get(name).copied().unwrap_or_default();
        match outcome {
            Ok(()) => assert_eq!(times, 1, "{name} succeeded"),
            Err(fault) if fault.error_code == Code::OutcomeUnknown => {
                unknown += 1;
                assert!(times <= 1, "{name} ran {times} times");
            }
            Err(fault) => assert_eq!(times, 0, "{name} failed with {fault:?}"),
        }
    }
    unknown
}

async fn history(studio: Studio, calls: usize, mut disturb: impl AsyncFnMut(&Studio, &[Linked], u64)) -> usize {
    let user = studio.user("ana").await;
    let mut hosts = Vec::new();
    for n in 0..HOSTS {
        hosts.push(studio.host(&user, &format!("host-{n}")).await);
    }
    let mut working = JoinSet::new();
    for number in 0..CLIENTS {
        working.spawn(work(studio.client(&user), number, calls / CLIENTS));
    }
    let mut random = Random(7);
    let mut told = Vec::new();
    let began = Instant::now();
    loop {
        tokio::select! {
            done = working.join_next() => match done {
                Some(done) => told.extend(done.unwrap()),
                None => break,
            },
            () = tokio::time::sleep(Duration::from_millis(10 + random.next() % 60)) => {
                assert!(began.elapsed() < Duration::from_secs(120), "it does not end");
                disturb(&studio, &hosts, random.next()).await;
            }
        }
    }
    assert_eq!(told.len(), calls);
    check(&told, &ran(&hosts))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_calls_over_bad_lines_run_once_each() {
    let (mut cuts, mut doubled) = ([0; HOSTS], [0; 2]);
    let unknown = history(Studio::start().await, 10_000, async |studio, hosts, chance| {
        let (host, some) = ((chance >> 8) as usize % HOSTS, Duration::from_micros(chance >> 16 & 0x3ff));
        let line = &hosts[host].line;
        match chance % 16 {
            0 if cuts[host] < HOST_CUTS => {
                cuts[host] += 1;
                line.double(false);
                line.cut();
            }
            1 if cuts[host] < HOST_CUTS => {
                // Half-open for a moment: what was sent then is lost with the connection.
                cuts[host] += 1;
                line.hold(true);
                tokio::time::sleep(some * 50).await;
                line.cut();
                line.hold(false);
            }
            2..=3 => studio.line.cut(),
            4 => {
                studio.line.double(false);
                studio.line.cut();
            }
            5 => {
                // Who dials anew comes twice from now on, with every byte.
                doubled[0] += 1;
                studio.line.double(true);
                studio.line.cut();
            }
            6 => {
                studio.line.hold(true);
                tokio::time::sleep(some * 50).await;
                studio.line.cut();
                studio.line.hold(false);
            }
            7..=8 => studio.line.delay(some),
            9 => line.delay(some),
            10 if cuts[host] < HOST_CUTS => {
                (cuts[host], doubled[1]) = (cuts[host] + 1, doubled[1] + 1);
                line.double(true);
                line.cut();
            }
            _ => {}
        }
    })
    .await;
    assert!(cuts.iter().sum::<usize>() > HOSTS, "too few faults: {cuts:?}");
    assert!(doubled[0] > 2 && doubled[1] >= 2, "too few of them came twice: {doubled:?}");
    assert_eq!(unknown, 0, "hosts and gateway lived all the time: every outcome could be known");
}

/// Every host and every client comes twice, all the time: of a host's two connections the one that nobody hears gets no
/// calls, and what a client asks for twice is done once.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn connections_that_come_twice_run_nothing_twice_and_cost_nothing() {
    let (mut doubled, mut of_hosts) = (0, [0; HOSTS]);
    let unknown = history(Studio::start().await, 3_000, async |studio, hosts, chance| {
        let host = (chance >> 8) as usize % HOSTS;
        hosts.iter().for_each(|host| host.line.double(true));
        studio.line.double(true);
        match chance % 4 {
            0 if of_hosts[host] < HOST_CUTS => {
                of_hosts[host] += 1;
                hosts[host].line.cut();
            }
            1 | 2 => {
                doubled += 1;
                studio.line.cut();
            }
            _ => {}
        }
    })
    .await;
    assert!(doubled > 2 && of_hosts.iter().sum::<usize>() >= HOSTS, "too few faults: {doubled}, {of_hosts:?}");
    assert_eq!(unknown, 0);
}

/// How many hosts and clients the gateway has.
async fn sessions(studio: &Studio) -> (usize, usize) {
    let (_, listed) = studio.ask("GET", "/api/v1/sessions", ADMIN, None).await;
    let count = |kind: &str| listed["sessions"].as_array().unwrap().iter().filter(|one| one["kind"] == kind).count();
    (count("host"), count("client"))
}

/// Lines that are silent until the gateway gives them up, with a timer of three seconds in the place of 45.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_line_that_is_held_beyond_the_dead_timer_loses_nothing() {
    let mut held = 0;
    let studio = Studio::with(&[("ping", "1")]).await;
    let unknown = history(studio, 3_000, async |studio, hosts, _| {
        held += 1;
        let (line, left) = match held {
            1 => (&hosts[0].line, (HOSTS - 1, CLIENTS)),
            2 => (&studio.line, (HOSTS, 0)),
            _ => return,
        };
        line.hold(true);
        // Nobody ends these connections but the gateway's timer.
        soon(async {
            while sessions(studio).await != left {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        })
        .await;
        line.hold(false);
    })
    .await;
    assert!(held >= 2, "too few faults: {held}");
    assert_eq!(unknown, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_gateway_that_restarts_under_load_loses_nothing() {
    let mut restarts = 0;
    let unknown = history(Studio::start().await, 5_000, async |studio, _, _| {
        if restarts < 3 {
            restarts += 1;
            match restarts {
                2 => studio.kill_and_start().await,
                _ => studio.restart().await,
            }
        }
    })
    .await;
    assert_eq!((restarts, unknown), (3, 0));
}

#[tokio::test]
async fn a_host_that_is_started_anew_is_another_run() {
    let studio = Studio::start().await;
    let user = studio.user("ana").await;
    let client = studio.client(&user);
    let host = studio.host(&user, "blender").await;
    client.call(nodes(&["a"]), None).await.unwrap();
    let running = tokio::spawn({
        let client = client.clone();
        async move { client.call(crate::rig::code("block"), None).await }
    });
    host.double.blocked().await;
    // As when its process is killed: the line ends without a word, and another process comes in its place.
    host.line.hold(true);
    host.line.cut();
    let killed = host.host.clone();
    tokio::task::spawn_blocking(move || killed.stop(Duration::ZERO)).await.unwrap();
    let again = studio.host_in(&host.home, &user, "blender").await;
    let fault = running.await.unwrap().unwrap_err();
    assert_eq!(fault.error_code, Code::OutcomeUnknown);
    client.call(nodes(&["b"]), None).await.unwrap();
    assert_eq!(again.double.names(), ["b"]);
}
