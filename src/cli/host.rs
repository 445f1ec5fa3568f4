//! `scenewire host`

use std::path::PathBuf;
use std::process::Command;

use super::Runtime;
use super::launch::{self, App, Choice, Options};
use super::output::Failure;

/// What to start.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Which host; bpy when a Python here has it, else an installed Blender.
    #[arg(long, value_enum)]
    app: Option<App>,
    /// File to open.
    #[arg(long)]
    file: Option<PathBuf>,
    /// Name under which the session is known.
    #[arg(long)]
    name: Option<String>,
    /// Port to listen on; 0 for a free one.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// Refuse execute_python.
    #[arg(long)]
    no_python: bool,
    /// Interpreter that has bpy.
    #[arg(long)]
    python: Option<PathBuf>,
    /// Blender to start.
    #[arg(long)]
    blender: Option<PathBuf>,
    /// With its window (installed Blender only).
    #[arg(long)]
    window: bool,
}

/// Becomes the host; comes back only where a process cannot be replaced.
pub(super) fn run(args: &Args, runtime: &Runtime) -> Result<(), Failure> {
    let choice = Choice { app: args.app, python: args.python.clone(), blender: args.blender.clone() };
    let launcher = launch::find(&choice, runtime)?;
    if args.window && matches!(launcher, launch::Launcher::Bpy { .. }) {
        return Err(Failure::Usage("--window needs an installed Blender: add --app blender".to_owned()));
    }
    become_process(launcher.command(&options(args)))
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
    if args.no_python {
        arguments.push("--no-python".to_owned());
    }
    Options { arguments, window: args.window }
}

#[cfg(unix)]
fn become_process(mut command: Command) -> Result<(), Failure> {
    use std::os::unix::process::CommandExt as _;
    Err(Failure::from(command.exec()))
}

#[cfg(not(unix))]
fn become_process(mut command: Command) -> Result<(), Failure> {
    let status = command.status()?;
    match status.code() {
        Some(0) => Ok(()),
        code => Err(Failure::Exit(code.unwrap_or(1))),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
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
            "--name a --file b.blend --port 9 --no-python",
            &["--name", "a", "--file", "b.blend", "--port", "9", "--no-python"],
            false,
        );
        check("--app blender --window", &[], true);
    }
}
