//! `scenewire demo`: a headless host, an MCP server, and an MCP client that builds and renders a small scene.

mod client;
mod scene;
mod shapes;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};

use super::Runtime;
use super::launch::{self, App, Choice, Options};
use super::output::{Failure, Output, place_for};
use crate::wire::{Code, Fault, reason};
use client::{Answer, Client};
use scene::Step;

/// A cold disk and a large bpy take this long at worst.
const START_TIMEOUT: Duration = Duration::from_secs(90);

/// What to make.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Where the picture goes.
    #[arg(long, default_value = "demo.png")]
    out: PathBuf,
    /// Leave the session running, to play with the scene.
    #[arg(long)]
    keep: bool,
    /// Which host; bpy when a Python here has it, else an installed Blender.
    #[arg(long, value_enum)]
    app: Option<App>,
    /// Interpreter that has bpy.
    #[arg(long)]
    python: Option<PathBuf>,
    /// Blender to start.
    #[arg(long)]
    blender: Option<PathBuf>,
}

/// Ends the host however the demo ends, unless it is to be kept.
struct Host {
    child: Child,
    keep: bool,
}

impl Drop for Host {
    fn drop(&mut self) {
        if self.keep {
            return;
        }
        ask_to_end(&mut self.child);
        let _ = self.child.wait();
    }
}

/// A host that is asked cleans up after itself.
#[cfg(unix)]
fn ask_to_end(child: &mut Child) {
    let pid = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw);
    let asked = pid.is_some_and(|pid| rustix::process::kill_process(pid, rustix::process::Signal::TERM).is_ok());
    let began = Instant::now();
    while asked && began.elapsed() < Duration::from_secs(5) {
        if matches!(child.try_wait(), Ok(Some(_))) {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let _ = child.kill();
}

#[cfg(not(unix))]
fn ask_to_end(child: &mut Child) {
    let _ = child.kill();
}

/// Runs the demo.
pub(super) async fn run(args: &Args, runtime: &Runtime, output: &mut Output) -> Result<(), Failure> {
    place_for(&args.out)?;
    let began = Instant::now();
    let choice = Choice { app: args.app, python: args.python.clone(), blender: args.blender.clone() };
    let launcher = launch::find(&choice, runtime)?;
    // Declared before the host, so that it is removed after the host has ended.
    let mut home = Home::new()?;
    output.note(&format!("Starting {} without a window ...", launcher.describe()));
    let mut host = start_host(&launcher, &home)?;
    let mut client = Client::start(server(runtime, &home)?).await?;
    wait_for_host(&mut client, &mut host, &home).await?;
    output.note(&format!("  up after {:.1} s\n", began.elapsed().as_secs_f64()));

    let picture = tokio::select! {
        picture = play(&mut client, output) => picture?,
        _ = tokio::signal::ctrl_c() => return Err(Fault::new(Code::Cancelled, "cancelled").into()),
    };
    fs::write(&args.out, &picture)
        .map_err(|error| Failure::Usage(format!("cannot write {}: {}", args.out.display(), reason(error))))?;
    client.finish().await;
    (home.keep, host.keep) = (args.keep, args.keep);
    finish(args, &home, output);
    Ok(())
}

/// A folder of the demo's own, so that it neither meets nor leaves sessions of the user.
struct Home {
    folder: PathBuf,
    keep: bool,
}

impl Drop for Home {
    fn drop(&mut self) {
        if !self.keep {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

impl Home {
    fn new() -> Result<Self, Failure> {
        let mut random = [0_u8; 6];
        getrandom::fill(&mut random).map_err(|error| Fault::new(Code::Internal, error.to_string()))?;
        let name: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
        let folder = std::env::temp_dir().join(format!("scenewire-demo-{name}"));
        fs::create_dir(&folder)?;
        Ok(Self { folder, keep: false })
    }

    fn log(&self) -> PathBuf {
        self.folder.join("host.log")
    }
}

fn start_host(launcher: &launch::Launcher, home: &Home) -> Result<Host, Failure> {
    let options = Options { arguments: vec!["--name".to_owned(), "demo".to_owned()], window: false };
    let log = fs::File::create(home.log())?;
    let mut command = launcher.command(&options);
    command.env("SCENEWIRE_HOME", &home.folder).stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
    Ok(Host { child: command.spawn()?, keep: false })
}

/// `scenewire mcp` as a client's configuration names it.
fn server(runtime: &Runtime, home: &Home) -> Result<tokio::process::Command, Failure> {
    let mut command = match &runtime.python {
        Some(python) => {
            let mut command = Command::new(python);
            command.args(["-m", "scenewire"]);
            command
        }
        None => Command::new(std::env::current_exe()?),
    };
    command.arg("mcp").env("SCENEWIRE_HOME", &home.folder).env_remove("SCENEWIRE_INSTANCE");
    Ok(command.into())
}

async fn wait_for_host(client: &mut Client, host: &mut Host, home: &Home) -> Result<(), Failure> {
    let began = Instant::now();
    loop {
        let answer = client.tool("list_instances", json!({})).await?;
        if answer.structured["instances"].as_array().is_some_and(|instances| !instances.is_empty()) {
            return Ok(());
        }
        let ended = host.child.try_wait()?;
        if ended.is_some() || began.elapsed() > START_TIMEOUT {
            let log = fs::read_to_string(home.log()).unwrap_or_default();
            let tail: Vec<&str> = log.lines().rev().take(15).collect();
            let tail = tail.into_iter().rev().collect::<Vec<_>>().join("\n");
            let what = if ended.is_some() { "the host ended before it was up" } else { "the host did not come up" };
            return Err(Fault::new(Code::HostNotRunning, what).detail("log", tail).suggest("scenewire doctor").into());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Everything that the client says to the server; gives the picture.
async fn play(client: &mut Client, output: &mut Output) -> Result<Vec<u8>, Failure> {
    let tools = client.request("tools/list", json!({})).await?;
    let count = tools["tools"].as_array().map_or(0, Vec::len);
    output.note(&format!("An MCP client sees {count} tools, and the whole catalogue behind `call`.\n"));
    told(client, &Step { tool: "get_scene", arguments: json!({}), about: "what is there" }, output).await?;
    let new = told(client, &scene::new_file(), output).await?;
    if let Some(step) = scene::clear(&new.structured) {
        told(client, &step, output).await?;
    }
    for step in scene::steps() {
        told(client, &step, output).await?;
    }
    told(client, &scene::look(), output).await?;
    show_error(client, output).await?;
    let answer = told(client, &scene::render(), output).await?;
    picture(client, &answer).await
}

/// Does one step and says so.
async fn told(client: &mut Client, step: &Step, output: &mut Output) -> Result<Answer, Failure> {
    let answer = client.tool(step.tool, step.arguments.clone()).await?;
    if answer.is_error {
        return Err(Failure::Fault(fault_of(&answer)));
    }
    output.note(&line(step, &answer, &output.paint("32", "✓")));
    Ok(answer)
}

fn line(step: &Step, answer: &Answer, mark: &str) -> String {
    let name = step.arguments["operation"].as_str().unwrap_or(step.tool);
    format!("  {mark} {name:<18} {:<28} {:>9}", step.about, duration(answer.took))
}

fn duration(took: Duration) -> String {
    let milliseconds = took.as_secs_f64() * 1_000.0;
    if milliseconds < 1_000.0 { format!("{milliseconds:.1} ms") } else { format!("{:.1} s", milliseconds / 1_000.0) }
}

/// The wrong call, which must fail and say what was meant.
async fn show_error(client: &mut Client, output: &mut Output) -> Result<(), Failure> {
    let step = scene::slip();
    let answer = client.tool(step.tool, step.arguments.clone()).await?;
    if !answer.is_error {
        return Err(Fault::new(Code::Internal, "the wrong call of the demo did not fail").into());
    }
    output.note(&line(&step, &answer, &output.paint("31", "✗")));
    output.note("    what an error looks like:");
    let text = answer.content.first().and_then(|content| content["text"].as_str()).unwrap_or_default();
    for line in text.lines().take(8) {
        output.note(&format!("      {line}"));
    }
    Ok(())
}

fn fault_of(answer: &Answer) -> Fault {
    serde_json::from_value(answer.structured.clone())
        .unwrap_or_else(|_| Fault::new(Code::Protocol, answer.structured.to_string()))
}

/// The picture as it was rendered, read by its address: what an answer shows may be a smaller copy.
async fn picture(client: &mut Client, answer: &Answer) -> Result<Vec<u8>, Failure> {
    let uri = &answer.structured["image"]["resource"];
    let read: Value = client.request("resources/read", json!({ "uri": uri })).await?;
    let bytes = BASE64.decode(read["contents"][0]["blob"].as_str().unwrap_or_default()).unwrap_or_default();
    if bytes.is_empty() {
        return Err(Fault::new(Code::Internal, "the render brought no picture").into());
    }
    Ok(bytes)
}

fn finish(args: &Args, home: &Home, output: &mut Output) {
    let path = fs::canonicalize(&args.out).unwrap_or_else(|_| args.out.clone());
    if output.json {
        output.value(&json!({ "picture": path }));
    } else {
        output.note("");
        output.line(&format!("The picture: {}", path.display()));
    }
    output.note(&next_steps(args.keep.then_some(home.folder.as_path())));
}

fn next_steps(kept: Option<&Path>) -> String {
    let mut text = "\nTry next:\n".to_owned();
    match kept {
        Some(folder) => {
            let prefix = format!("SCENEWIRE_HOME={}", folder.display());
            text.push_str(&format!("  {prefix} scenewire call list_lights       the session still runs\n"));
            text.push_str(&format!("  {prefix} scenewire call look view=camera\n"));
        }
        None => {
            text.push_str("  scenewire host                          a session that stays\n");
            text.push_str("  scenewire call get_scene                talk to it from the shell\n");
        }
    }
    text.push_str("  claude mcp add scenewire -- scenewire mcp   let an AI client talk to it\n");
    text.push_str("  scenewire doctor                        when something does not work");
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::catalogue;
    use crate::wire::Payload;

    #[test]
    fn every_call_of_the_demo_is_valid() {
        let clear = scene::clear(&json!({ "nodes": [{ "id": "n_1", "name": "Cube" }] })).unwrap();
        let others = [scene::new_file(), clear, scene::look(), scene::render(), scene::slip()];
        let steps = scene::steps().into_iter().chain(others);
        for step in steps {
            let (name, arguments) = match step.tool {
                "call" => {
                    (step.arguments["operation"].as_str().unwrap().to_owned(), step.arguments["arguments"].clone())
                }
                tool => (tool.to_owned(), step.arguments.clone()),
            };
            let operation = catalogue().operation(&name).unwrap();
            if let Err(fault) = operation.validate(Payload::json(arguments)) {
                panic!("{name}: {} {:?}", fault.error_message, fault.details);
            }
        }
    }

    #[test]
    fn durations_read_well() {
        assert_eq!(duration(Duration::from_micros(1_540)), "1.5 ms");
        assert_eq!(duration(Duration::from_millis(12_340)), "12.3 s");
    }
}
