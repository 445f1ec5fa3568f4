//! The command line, one file per sub-command; the native binary and the wheel's console script call the same `run`.

mod admin;
mod asset_key;
mod call;
mod catalogue;
mod clients;
mod completions;
mod demo;
mod doctor;
mod events;
mod gateway;
mod host;
mod install;
mod instances;
mod launch;
mod mcp;
mod output;
mod signal;
mod target;

use std::future::Future;
use std::io::IsTerminal as _;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{Parser, Subcommand};

use crate::link::introduce;
use crate::log::{RUST_LOG, wanted};
#[cfg(feature = "python")]
pub(crate) use admin::redeem;
use output::{Failure, Output};

/// What the process around the command line is.
#[derive(Clone, Debug, Default)]
pub struct Runtime {
    /// The interpreter of the wheel's console script; none in the native binary.
    pub python: Option<PathBuf>,
}

/// One typed wire between AI agents or scripts and any number of 3D sessions.
#[derive(Debug, Parser)]
#[command(name = "scenewire", version, propagate_version = true, after_help = EXIT_CODES)]
struct Cli {
    /// Print JSON, errors too.
    #[arg(long, global = true)]
    json: bool,
    /// Log to stderr; RUST_LOG chooses more finely.
    #[arg(long, short, global = true)]
    verbose: bool,
    #[command(subcommand)]
    command: Command,
}

const EXIT_CODES: &str =
    "Exit codes: 0 done, 1 the operation failed, 2 wrong usage, 3 no such instance, 4 not permitted, 5 unreachable.";

#[derive(Debug, Subcommand)]
enum Command {
    /// Start a headless 3D session in the foreground; Ctrl-C ends it.
    Host(host::Args),
    /// List the sessions that can be reached.
    Instances(instances::Args),
    /// Run one operation in a session.
    Call(call::Args),
    /// Print what happens in a session, the artist's doing included, until Ctrl-C.
    Events(events::Args),
    /// Print every entity and operation.
    Catalogue(catalogue::Args),
    /// Serve MCP to an AI client, over standard input and output or local HTTP.
    Mcp(mcp::Args),
    /// Serve many users: hosts dial in, clients call them; one port, TLS beyond this computer.
    Gateway(gateway::Args),
    /// Users of a gateway.
    User(admin::Group<admin::User>),
    /// Keys of a gateway's users.
    Key(admin::Group<admin::Key>),
    /// Instances that a gateway knows.
    Instance(admin::Group<admin::Instance>),
    /// Sessions of hosts and clients at a gateway.
    Session(admin::Group<admin::Session>),
    /// A gateway's record of calls and administrative acts.
    Audit(admin::Group<admin::Audit>),
    /// Print a code with which a host gets a key of its own from a gateway, or exchange one.
    Pair(admin::Single<admin::Pair>),
    /// Install the add-on in every Blender of this machine, the plug-in in every Maya, or tell an AI client of scenewire.
    #[command(subcommand)]
    Install(install::Install),
    /// Undo what `install` did.
    #[command(subcommand)]
    Uninstall(install::Uninstall),
    /// Build and render a small scene as an AI client would, and write demo.png.
    Demo(demo::Args),
    /// Check every link of the chain and say what to do.
    Doctor,
    /// Keep the key of a provider of assets, which comes on standard input.
    AssetKey(asset_key::Args),
    /// Print the completion script of a shell.
    Completions(completions::Args),
}

/// Runs one command line and gives the exit code; `argv` begins with the program's name.
pub fn run(argv: Vec<String>, runtime: Runtime) -> i32 {
    let command = argv.iter().skip(1).find(|argument| !argument.starts_with('-')).cloned().unwrap_or_default();
    let wants_json = argv.iter().any(|argument| argument == "--json");
    let mut output = Output::standard(wants_json);
    let cli = match Cli::try_parse_from(argv) {
        Ok(cli) => cli,
        Err(error) => return report_usage(&error, &mut output),
    };
    introduce(format!("scenewire {command}").trim());
    // A gateway logs by its own configuration.
    if !matches!(cli.command, Command::Gateway(_)) {
        log_to_stderr(cli.verbose);
    }
    let outcome = dispatch(cli.command, &runtime, &mut output);
    outcome.map_or_else(|failure| output.failure(&failure), |()| 0)
}

fn report_usage(error: &clap::Error, output: &mut Output) -> i32 {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        output.text(&error.to_string());
        return 0;
    }
    if output.json {
        return output.failure(&Failure::Usage(error.to_string()));
    }
    // Clap colours its own words when the terminal does.
    let _ = error.print();
    output::USAGE
}

fn dispatch(command: Command, runtime: &Runtime, output: &mut Output) -> Result<(), Failure> {
    match command {
        Command::Host(args) => host::run(&args, runtime),
        Command::Instances(args) => block_on(async { instances::run(&args.target.backend()?, output).await }),
        Command::Call(args) => block_on(async { call::run(&args, &args.target.backend()?, output).await }),
        Command::Events(args) => block_on(async { events::run(&args, &args.target.backend()?, output).await }),
        Command::Catalogue(args) => catalogue::run(&args, output),
        Command::Mcp(args) => block_on(mcp::run(&args, output)),
        Command::Gateway(args) => gateway::run(&args, output),
        Command::User(args) => block_on(args.run(output)),
        Command::Key(args) => block_on(args.run(output)),
        Command::Instance(args) => block_on(args.run(output)),
        Command::Session(args) => block_on(args.run(output)),
        Command::Audit(args) => block_on(args.run(output)),
        Command::Pair(args) => block_on(args.run(output)),
        Command::Install(what) => block_on(what.run(runtime, output)),
        Command::Uninstall(what) => block_on(what.run(output)),
        Command::Demo(args) => block_on(demo::run(&args, runtime, output)),
        Command::Doctor => block_on(doctor::run(runtime, output)),
        Command::AssetKey(args) => asset_key::run(&args, output),
        Command::Completions(args) => completions::run(&args, output),
    }
}

/// One thread does it: a command waits for one thing at a time.
fn block_on<F: Future<Output = Result<(), Failure>>>(future: F) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let outcome = runtime.block_on(future);
    // A thread that still waits for standard input must not keep the process alive.
    runtime.shutdown_background();
    outcome
}

/// Standard output belongs to the answer, and in `mcp` to the protocol.
fn log_to_stderr(verbose: bool) {
    use tracing_subscriber::layer::{Layer as _, SubscriberExt as _};
    use tracing_subscriber::util::SubscriberInitExt as _;
    // Only our own: libraries log as errors what we say in words (a certificate that is not trusted).
    let filter = wanted(RUST_LOG, if verbose { "scenewire=debug,info" } else { "scenewire=error" });
    let colours = std::io::stderr().is_terminal();
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_ansi(colours).with_filter(filter);
    // Inside Python somebody may have set one before.
    let _ = tracing_subscriber::registry().with(lines).try_init();
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_definition_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn wrong_usage_is_exit_code_2_and_help_is_0() {
        let check = |words: &[&str], expected: i32| {
            let argv = std::iter::once("scenewire").chain(words.iter().copied()).map(str::to_owned).collect();
            assert_eq!(run(argv, Runtime::default()), expected, "{words:?}");
        };
        check(&["paint"], 2);
        check(&["call"], 2);
        check(&["call", "get_scene", "{", "--json"], 2);
        check(&["mcp", "--tools", "modle"], 2);
        check(&["install", "client"], 2);
        check(&["key", "list", "--json"], 2);
        check(&["--version"], 0);
        check(&["host", "--help"], 0);
    }

    #[test]
    fn calls_are_parsed() {
        let words = ["scenewire", "call", "list_lights", "limit=3", "--instance", "set", "--timeout", "2.5", "--json"];
        let cli = Cli::try_parse_from(words).unwrap();
        assert!(cli.json);
        let Command::Call(args) = cli.command else { panic!("not a call") };
        assert_eq!(
            (args.operation.as_str(), args.instance.as_deref(), args.timeout),
            ("list_lights", Some("set"), Some(std::time::Duration::from_millis(2500)))
        );
    }
}
