//! Round trips over the link and through MCP's stdio, each beside its floor in the same run; `run.py` starts the
//! host (found through `SCENEWIRE_HOME`) and reads the JSON that this prints.
#![allow(clippy::print_stdout, missing_docs, unreachable_pub)]

#[path = "awake.rs"]
mod awake;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use awake::Awake;
use scenewire::backend::{Backend, Local, Request};
use scenewire::wire::Payload;
use serde_json::{Value, json};

/// Interleaved rounds, so that a slow minute of a shared machine hits figure and floor alike.
const ROUNDS: usize = 5;
const CALLS: usize = 1_000;
const SILENCE: Duration = Duration::from_secs(10);
const CLIENTS: usize = 16;
const CALLS_PER_CLIENT: usize = 1_000;
const IN_FLIGHT: usize = 16;

fn main() -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let backend = runtime.block_on(async { Local::new() })?;
    let mut mcp = Pipe::start(mcp_server())?;
    initialize(&mut mcp)?;
    let (tcp, pipe) = (Echo::start()?, Pipe::start(Command::new("cat"))?);
    let mut ends = Ends { runtime, backend, tcp, pipe, mcp };

    let (mut plain, mut awake) = (Samples::default(), Samples::default());
    ends.runtime.block_on(round(&ends.backend))?;
    for _ in 0..ROUNDS {
        plain.add(&mut ends)?;
        if let Some(_held) = Awake::hold() {
            awake.add(&mut ends)?;
        }
    }
    let silent = ends.runtime.block_on(after_silence(&ends.backend))?;
    let mut told = plain.told();
    told["awake"] = if awake.link.is_empty() { Value::Null } else { awake.told() };
    told["after_silence_us"] = silent.into();
    told["clients"] = CLIENTS.into();
    told["calls_per_second"] = throughput()?.into();
    println!("{told}");
    Ok(())
}

/// Whom a round asks.
struct Ends {
    runtime: tokio::runtime::Runtime,
    backend: Local,
    tcp: Echo,
    pipe: Pipe,
    mcp: Pipe,
}

/// Microseconds of each call, round by round.
#[derive(Default)]
struct Samples {
    link: Vec<Vec<f64>>,
    tcp: Vec<Vec<f64>>,
    mcp: Vec<Vec<f64>>,
    pipe: Vec<Vec<f64>>,
}

impl Samples {
    fn add(&mut self, ends: &mut Ends) -> Result<()> {
        let line = tool_call(0);
        self.link.push(ends.runtime.block_on(round(&ends.backend))?);
        self.tcp.push(sample(|| ends.tcp.ping())?);
        self.mcp.push(sample(|| check(&ends.mcp.ask(&line)?))?);
        self.pipe.push(sample(|| ends.pipe.ask(&line).map(drop))?);
        Ok(())
    }

    fn told(self) -> Value {
        json!({
            "link": summary(self.link), "tcp": summary(self.tcp), "mcp": summary(self.mcp), "pipe": summary(self.pipe),
        })
    }
}

/// The smallest atomic that reaches the main thread.
fn request() -> Request {
    Request { operation: "get_selection".into(), arguments: Payload::json(json!({})), ..Request::default() }
}

async fn round(backend: &Local) -> Result<Vec<f64>> {
    let mut samples = Vec::with_capacity(CALLS);
    for _ in 0..CALLS {
        let start = Instant::now();
        backend.call(request(), None).await?;
        samples.push(start.elapsed().as_secs_f64() * 1e6);
    }
    Ok(samples)
}

async fn after_silence(backend: &Local) -> Result<Vec<f64>> {
    let mut samples = Vec::new();
    for _ in 0..3 {
        tokio::time::sleep(SILENCE).await;
        let start = Instant::now();
        backend.call(request(), None).await?;
        samples.push(start.elapsed().as_secs_f64() * 1e6);
    }
    Ok(samples)
}

/// Calls per second of several clients, each with a link of its own and several calls in flight.
fn throughput() -> Result<f64> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut clients = Vec::new();
        for _ in 0..CLIENTS {
            let client = Local::new()?;
            client.call(request(), None).await?;
            clients.push(client);
        }
        let start = Instant::now();
        let mut workers = tokio::task::JoinSet::new();
        for client in clients.iter().flat_map(|client| std::iter::repeat_n(client, IN_FLIGHT)) {
            let client = client.clone();
            workers.spawn(async move {
                for _ in 0..CALLS_PER_CLIENT / IN_FLIGHT {
                    client.call(request(), None).await?;
                }
                anyhow::Ok(())
            });
        }
        while let Some(worker) = workers.join_next().await {
            worker??;
        }
        let calls = CLIENTS * (CALLS_PER_CLIENT / IN_FLIGHT) * IN_FLIGHT;
        Ok(calls as f64 / start.elapsed().as_secs_f64())
    })
}

fn sample(mut once: impl FnMut() -> Result<()>) -> Result<Vec<f64>> {
    let mut samples = Vec::with_capacity(CALLS);
    for _ in 0..CALLS {
        let start = Instant::now();
        once()?;
        samples.push(start.elapsed().as_secs_f64() * 1e6);
    }
    Ok(samples)
}

/// Over all calls; `rounds_us` are the medians of the fastest and of the slowest round.
fn summary(rounds: Vec<Vec<f64>>) -> Value {
    let mut medians: Vec<f64> = rounds.iter().map(|round| at(round.clone(), 0.5)).collect();
    medians.sort_by(f64::total_cmp);
    let all = rounds.concat();
    json!({
        "p50_us": at(all.clone(), 0.5), "p99_us": at(all.clone(), 0.99), "calls": all.len(),
        "rounds_us": [medians.first(), medians.last()],
    })
}

fn at(mut samples: Vec<f64>, share: f64) -> f64 {
    samples.sort_by(f64::total_cmp);
    samples[((samples.len() - 1) as f64 * share) as usize]
}

/// Floor of the link: 64 bytes over loopback and back.
struct Echo {
    stream: TcpStream,
}

impl Echo {
    fn start() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let stream = TcpStream::connect(listener.local_addr()?)?;
        stream.set_nodelay(true)?;
        let (mut peer, _) = listener.accept()?;
        peer.set_nodelay(true)?;
        std::thread::spawn(move || {
            let mut buffer = [0; 64];
            while peer.read_exact(&mut buffer).is_ok() && peer.write_all(&buffer).is_ok() {}
        });
        Ok(Self { stream })
    }

    fn ping(&mut self) -> Result<()> {
        let mut buffer = [7; 64];
        self.stream.write_all(&buffer)?;
        self.stream.read_exact(&mut buffer)?;
        Ok(())
    }
}

/// A child that answers a line with a line; `cat` is the floor of MCP's stdio.
struct Pipe {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Pipe {
    fn start(mut command: Command) -> Result<Self> {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let input = child.stdin.take().context("no stdin")?;
        let output = BufReader::new(child.stdout.take().context("no stdout")?);
        Ok(Self { child, input, output })
    }

    fn ask(&mut self, line: &str) -> Result<String> {
        self.tell(line)?;
        let mut answer = String::new();
        self.output.read_line(&mut answer)?;
        Ok(answer)
    }

    fn tell(&mut self, line: &str) -> Result<()> {
        Ok(self.input.write_all(line.as_bytes())?)
    }
}

impl Drop for Pipe {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn mcp_server() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_scenewire"));
    command.arg("mcp");
    command
}

fn initialize(mcp: &mut Pipe) -> Result<()> {
    let client = json!({ "name": "bench", "version": "0" });
    let params = json!({ "protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": client });
    mcp.ask(&format!("{}\n", json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": params })))?;
    mcp.tell("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n")
}

fn tool_call(id: u64) -> String {
    let arguments = json!({ "operation": "get_selection", "arguments": {} });
    let params = json!({ "name": "call", "arguments": arguments });
    format!("{}\n", json!({ "jsonrpc": "2.0", "id": id, "method": "tools/call", "params": params }))
}

/// A fast error is no figure.
fn check(answer: &str) -> Result<()> {
    let answer: Value = serde_json::from_str(answer)?;
    ensure!(answer["result"]["structuredContent"].is_object(), "no result: {answer}");
    ensure!(answer["result"]["isError"] != true, "an error: {answer}");
    Ok(())
}
