//! `scenewire host`

use std::fmt;
use std::path::PathBuf;
use std::process::Command;

use super::Runtime;
use super::launch::{self, App, Choice, Options};
use super::output::Failure;
use crate::wire::{Code, Fault, reason};

/// Where a host finds its key for the gateway.
const KEY: &str = "SCENEWIRE_KEY";

/// What to start.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Which host; bpy when a Python here has it, else an installed Blender. Maya, or a stage of OpenUSD, when it is asked for.
    #[arg(long, value_enum)]
    app: Option<App>,
    /// File to open.
    #[arg(long)]
    file: Option<PathBuf>,
    /// Name under which the session is known.
    #[arg(long)]
    name: Option<String>,
    /// Port to listen on; 0 for a free one.
    #[arg(long, default_value_t = 0, value_parser = port)]
    port: u16,
    /// Also let clients of blender-mcp and the Blender Lab in, on this loopback port (they look on 9876), and those of the Maya MCP
    /// server's design.
    #[arg(long, value_name = "PORT", value_parser = port)]
    foreign_port: Option<u16>,
    /// Refuse execute_python.
    #[arg(long)]
    no_python: bool,
    /// Choose what clients may do and what is asked before, again and again: read_only, guard_python, third_party_code,
    /// allow_network, asset_sources, asset_cache_mb, allow_files, roots, ask_python, ask_files, ask_deletes_over, unattended, approver. Texts as they are, all else as
    /// JSON: `--set ask_python=true`.
    #[arg(long, value_name = "NAME=VALUE")]
    set: Vec<String>,
    /// Interpreter that has bpy, or OpenUSD, or is a Maya's own (mayapy).
    #[arg(long)]
    python: Option<PathBuf>,
    /// Blender to start.
    #[arg(long)]
    blender: Option<PathBuf>,
    /// With its window (installed Blender only).
    #[arg(long)]
    window: bool,
    #[command(flatten)]
    gateway: Gateway,
}

fn port(text: &str) -> Result<u16, &'static str> {
    text.parse().map_err(|_| "a port is a whole number from 0 to 65535")
}

/// Remote mode.
#[derive(clap::Args)]
#[command(next_help_heading = "Over a gateway")]
struct Gateway {
    /// Dial this gateway (https://...), so that its users reach the session; without URL: SCENEWIRE_GATEWAY.
    #[arg(long = "gateway", value_name = "URL", num_args = 0..=1, default_missing_value = "")]
    url: Option<String>,
    /// Key for the gateway. Other users of this machine can see it on a command line: rather set SCENEWIRE_KEY or give
    /// --key-file.
    #[arg(long, requires = "url", conflicts_with = "key_file")]
    key: Option<String>,
    /// File that holds the key and nothing else.
    #[arg(long, value_name = "FILE", requires = "url")]
    key_file: Option<PathBuf>,
    /// Believe the authorities in this PEM file, and no others.
    #[arg(long, value_name = "FILE", requires = "url", conflicts_with = "pin")]
    ca: Option<PathBuf>,
    /// Believe only the certificate with this fingerprint, as the gateway prints it; else SCENEWIRE_PIN.
    #[arg(long, value_name = "FINGERPRINT", requires = "url")]
    pin: Option<String>,
    /// Allow execute_python over the gateway too.
    #[arg(long, requires = "url")]
    allow_remote_python: bool,
    /// Id that the gateway reserved for the session.
    #[arg(long, value_name = "ID", requires = "url")]
    instance_id: Option<String>,
}

impl fmt::Debug for Gateway {
    /// Without the key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gateway").field("url", &self.url).finish_non_exhaustive()
    }
}

impl Gateway {
    /// What the host is told on its command line: never the key.
    fn arguments(&self) -> Vec<String> {
        let Some(url) = &self.url else { return Vec::new() };
        let path = |path: &PathBuf| std::path::absolute(path).unwrap_or_else(|_| path.clone());
        let text = |path: PathBuf| path.to_string_lossy().into_owned();
        let valued = [
            ("--key-file", self.key_file.as_ref().map(path).map(text)),
            ("--ca", self.ca.as_ref().map(path).map(text)),
            ("--pin", self.pin.clone()),
            ("--instance-id", self.instance_id.clone()),
        ];
        let mut arguments = vec!["--gateway".to_owned()];
        arguments.extend(Some(url.clone()).filter(|url| !url.is_empty()));
        let given = valued.into_iter().filter_map(|(flag, value)| Some([flag.to_owned(), value?]));
        arguments.extend(given.flatten());
        if self.allow_remote_python {
            arguments.push("--allow-remote-python".to_owned());
        }
        arguments
    }
}

/// Becomes the host; comes back only where a process cannot be replaced.
pub(super) fn run(args: &Args, runtime: &Runtime) -> Result<(), Failure> {
    let choice = Choice { app: args.app, python: args.python.clone(), blender: args.blender.clone() };
    let launcher = launch::find(&choice, runtime)?;
    if args.window && !matches!(launcher, launch::Launcher::Blender { .. }) {
        return Err(Failure::Usage("--window needs an installed Blender: add --app blender".to_owned()));
    }
    let mut command = launcher.command(&options(args));
    if let Some(key) = &args.gateway.key {
        // Ours is seen already; the host's command line need not show it too, nor for as long as it runs.
        command.env(KEY, key);
    }
    become_process(command)
}

fn options(args: &Args) -> Options {
    let mut arguments = Vec::new();
    let mut add = |flag: &str, value: String| arguments.extend([flag.to_owned(), value]);
    if let Some(name) = &args.name {
        add("--name", name.clone());
    }
    if let Some(file) = &args.file {
        add("--file", file.to_string_lossy().into_owned());
    }
    if args.port != 0 {
        add("--port", args.port.to_string());
    }
    if let Some(port) = args.foreign_port {
        add("--foreign-port", port.to_string());
    }
    args.set.iter().for_each(|setting| add("--set", setting.clone()));
    if args.no_python {
        arguments.push("--no-python".to_owned());
    }
    arguments.extend(args.gateway.arguments());
    Options { arguments, window: args.window }
}

fn not_started(command: &Command, error: &std::io::Error) -> Failure {
    let program = command.get_program().to_string_lossy();
    let fault = Fault::new(Code::HandlerError, format!("`{program}` does not start: {}", reason(error)));
    fault.detail("path", program.as_ref()).suggest("see what is found here: scenewire doctor").into()
}

#[cfg(unix)]
fn become_process(mut command: Command) -> Result<(), Failure> {
    use std::os::unix::process::CommandExt as _;
    let error = command.exec();
    Err(not_started(&command, &error))
}

#[cfg(not(unix))]
fn become_process(mut command: Command) -> Result<(), Failure> {
    let status = command.status().map_err(|error| not_started(&command, &error))?;
    match status.code() {
        Some(0) => Ok(()),
        code => Err(Failure::Exit(code.unwrap_or(1))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Debug, Parser)]
    struct Line {
        #[command(flatten)]
        args: Args,
    }

    #[test]
    fn the_host_is_told_what_was_asked_for() {
        let check = |words: &str, expected: &[&str], window: bool| {
            let line = Line::try_parse_from(std::iter::once("host").chain(words.split_whitespace())).unwrap();
            let options = options(&line.args);
            assert_eq!(
                (options.arguments, options.window),
                (expected.iter().map(|&word| word.to_owned()).collect(), window)
            );
        };
        check("", &[], false);
        check(
            "--name a --file b.blend --port 9 --foreign-port 9876 --no-python",
            &["--name", "a", "--file", "b.blend", "--port", "9", "--foreign-port", "9876", "--no-python"],
            false,
        );
        check("--set read_only=true --set a=b", &["--set", "read_only=true", "--set", "a=b"], false);
        check("--app blender --window", &[], true);
        check("--gateway --allow-remote-python", &["--gateway", "--allow-remote-python"], false);
        check(
            "--gateway wss://g --key-file /k --ca /c --instance-id i",
            &["--gateway", "wss://g", "--key-file", "/k", "--ca", "/c", "--instance-id", "i"],
            false,
        );
    }

    #[test]
    fn a_key_is_neither_passed_on_in_words_nor_shown() {
        let line = Line::try_parse_from(["host", "--gateway", "wss://g", "--key", "sw_secret", "--pin", "p"]).unwrap();
        let shown = format!("{:?} {:?}", options(&line.args), line.args);
        assert!(shown.contains("--pin") && !shown.contains("secret"), "{shown}");
    }

    #[test]
    fn a_port_is_a_number() {
        for wrong in ["99999", "abc", "-1"] {
            let error = Line::try_parse_from(["host", &format!("--port={wrong}")]).unwrap_err().to_string();
            assert!(error.contains(wrong) && error.contains("from 0 to 65535"), "{error}");
        }
    }

    #[test]
    fn a_key_without_a_gateway_is_a_mistake() {
        for words in ["--key k", "--pin p", "--gateway --key k --key-file f", "--gateway --ca c --pin p"] {
            assert!(Line::try_parse_from(std::iter::once("host").chain(words.split_whitespace())).is_err(), "{words}");
        }
    }
}
