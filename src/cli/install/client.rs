//! `scenewire install client NAME` and its opposite: one entry in an AI client's configuration, after showing the change.

use std::io::{BufRead as _, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::diff;
use super::edit::{self, Server, Wrong};
use super::machine::Machine;
use super::place::Place;
use crate::backend::{Endpoint, Trust};
use crate::cli::Runtime;
use crate::cli::clients::{self, Client};
use crate::cli::launch::on_path;
use crate::cli::output::{Failure, Output};
use crate::cli::target::read_secret;
use crate::wire::{Code, Fault};

/// Which client, and which of its files.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Which {
    /// The client.
    #[arg(value_name = "NAME", value_parser = clients::parser())]
    client: &'static Client,
    /// In the configuration of the project in the current folder, instead of the user's.
    #[arg(long)]
    project: bool,
    /// Name of the entry.
    #[arg(long, default_value = "scenewire", value_name = "NAME")]
    name: String,
    /// Show what would change, and change nothing.
    #[arg(long)]
    dry_run: bool,
    /// Write without asking.
    #[arg(long, short)]
    yes: bool,
}

/// What the client is to start.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Args {
    #[command(flatten)]
    which: Which,
    /// Print the entry for pasting it by hand, and look at no file.
    #[arg(long, conflicts_with_all = ["dry_run", "yes"])]
    print: bool,
    /// Start it with `uvx`, which gets scenewire when it is not there.
    #[arg(long)]
    uvx: bool,
    /// Let the client work in this instance only.
    #[arg(long, value_name = "NAME")]
    instance: Option<String>,
    /// Let the client reach the instances behind this gateway.
    #[arg(long, value_name = "URL", requires = "key_file")]
    gateway: Option<String>,
    /// File that holds the key for the gateway; a key itself would stand in the configuration for all to read.
    #[arg(long, value_name = "FILE", requires = "gateway")]
    key_file: Option<PathBuf>,
    /// Certificate authority of the gateway, a PEM file.
    #[arg(long, value_name = "FILE", requires = "gateway")]
    ca: Option<PathBuf>,
    /// Fingerprint of the gateway's certificate.
    #[arg(long, value_name = "FINGERPRINT", requires = "gateway", conflicts_with = "ca")]
    pin: Option<String>,
}

/// What a run works on.
pub(super) struct Setting<'a> {
    pub(super) machine: &'a Machine,
    pub(super) state: &'a Path,
    pub(super) folder: &'a Path,
    /// Asks the person at the terminal; none when nobody is there.
    pub(super) ask: Option<fn(&str) -> bool>,
}

/// Asks at the terminal, if that is what standard input is.
pub(super) fn asker() -> Option<fn(&str) -> bool> {
    fn ask(question: &str) -> bool {
        let mut answer = String::new();
        let _ = write!(std::io::stderr(), "{question} [y/N] ");
        let read = std::io::stdin().lock().read_line(&mut answer).is_ok();
        read && matches!(answer.trim().to_lowercase().as_str(), "y" | "yes")
    }
    std::io::stdin().is_terminal().then_some(ask as fn(&str) -> bool)
}

/// Puts the entry in.
pub(super) fn install(
    args: &Args,
    setting: &Setting<'_>,
    runtime: &Runtime,
    output: &mut Output,
) -> Result<(), Failure> {
    let which = &args.which;
    let format = which.client.format;
    let server = server(args, runtime)?;
    let entry = format.entry(&server);
    if args.print {
        let text = edit::with(format, "", &which.name, &entry).map_err(|wrong| defect(&wrong))?;
        output.text(&text);
        return Ok(());
    }
    if server.command.contains("archive-v") && server.command.contains("uv") {
        output.note("note: this scenewire is in uv's cache, which is emptied now and then; --uvx names none");
    }
    let place = place(which, setting)?;
    let known = edit::server(format, place.text(), &which.name).map_err(|wrong| broken(&place, &wrong))?;
    if let Some(other) = known.filter(|known| !clients::starts_scenewire(known)) {
        return Err(taken(&place, &which.name, &other).into());
    }
    let after = edit::with(format, place.text(), &which.name, &entry).map_err(|wrong| broken(&place, &wrong))?;
    let backup = place.backup(setting.state);
    let change = Change { which, place: &place, after: Some(after), backup: &backup };
    change.make(setting, output, |change| change.keep())
}

/// Takes the entry out: the file is what it was before, wherever nobody changed it since.
pub(super) fn uninstall(which: &Which, setting: &Setting<'_>, output: &mut Output) -> Result<(), Failure> {
    let format = which.client.format;
    let place = place(which, setting)?;
    let backup = place.backup(setting.state);
    let known = edit::server(format, place.text(), &which.name).map_err(|wrong| broken(&place, &wrong))?;
    let Some(known) = known else {
        let unchanged = Change { which, place: &place, after: Some(place.text().to_owned()), backup: &backup };
        return unchanged.make(setting, output, |_| Ok(()));
    };
    if !clients::starts_scenewire(&known) {
        return Err(taken(&place, &which.name, &known).into());
    }
    let after = match before_us(which, &place, &backup, &known) {
        Some(before) => before,
        None => Some(edit::without(format, place.text(), &which.name).map_err(|wrong| broken(&place, &wrong))?),
    };
    Change { which, place: &place, after, backup: &backup }.make(setting, output, |_| Ok(()))
}

/// What the file was, when putting our entry into that gives what it is now: then nobody has changed it since.
#[allow(clippy::option_option)]
fn before_us(which: &Which, place: &Place, backup: &Path, known: &Value) -> Option<Option<String>> {
    let entry = known.as_object()?;
    let gives = |before: &str| {
        edit::with(which.client.format, before, &which.name, entry).is_ok_and(|after| after == place.text())
    };
    match std::fs::read_to_string(backup) {
        Ok(before) => gives(&before).then_some(Some(before)),
        Err(_) => gives("").then_some(None),
    }
}

fn place(which: &Which, setting: &Setting<'_>) -> Result<Place, Failure> {
    let project = which.project.then_some(setting.folder);
    let Some(file) = which.client.file(setting.machine, project) else {
        return Err(Failure::Usage(format!("{} has no configuration of a project", which.client.label)));
    };
    Ok(Place::open(&file)?)
}

/// One change that is shown, asked for and made.
struct Change<'a> {
    which: &'a Which,
    place: &'a Place,
    /// What the file is to say; none when it is to go.
    after: Option<String>,
    backup: &'a Path,
}

impl Change<'_> {
    fn make(
        &self,
        setting: &Setting<'_>,
        output: &mut Output,
        first: impl FnOnce(&Self) -> Result<(), Fault>,
    ) -> Result<(), Failure> {
        let diff = diff::unified(self.place.text(), self.after.as_deref().unwrap_or_default());
        if self.after.as_deref() == Some(self.place.text()) {
            self.tell(output, "unchanged", &diff);
            return Ok(());
        }
        if !output.json {
            output.line(&format!("{}: {}", self.which.client.label, self.place.path.display()));
            output.text(&diff);
        }
        if self.which.dry_run {
            self.tell(output, "would_change", &diff);
            return Ok(());
        }
        match (self.which.yes, setting.ask) {
            (true, _) => {}
            (false, None) => {
                let message = "there is no terminal to ask at: add --yes to write this, or --dry-run to only see it";
                return Err(Failure::Usage(message.to_owned()));
            }
            (false, Some(ask)) => {
                if !ask("Write this?") {
                    self.tell(output, "declined", &diff);
                    return Err(Failure::Exit(1));
                }
            }
        }
        first(self)?;
        match &self.after {
            Some(after) => self.place.write(after)?,
            None => self.place.remove()?,
        }
        self.tell(output, "written", &diff);
        Ok(())
    }

    /// Keeps the file as it was before our first change; a later one of ours keeps that copy.
    fn keep(&self) -> Result<(), Fault> {
        let known = edit::server(self.which.client.format, self.place.text(), &self.which.name).ok().flatten();
        let ours_only = known.is_some_and(|known| before_us(self.which, self.place, self.backup, &known).is_some());
        match (ours_only, self.place.exists()) {
            (true, _) => Ok(()),
            (false, true) => self.place.keep(self.backup),
            (false, false) => {
                // One of an earlier file says nothing about this one.
                let _ = std::fs::remove_file(self.backup);
                Ok(())
            }
        }
    }

    fn tell(&self, output: &mut Output, outcome: &str, diff: &str) {
        let client = self.which.client;
        let backup = self.backup.is_file().then(|| self.backup.display().to_string());
        if output.json {
            let file = self.place.path.display().to_string();
            output.value(&json!({
                "client": client.name, "file": file, "outcome": outcome, "diff": diff, "backup": backup,
            }));
            return;
        }
        match outcome {
            "unchanged" => output.line(&format!("{}: nothing to do in {}", client.label, self.place.path.display())),
            "would_change" => output.line("Nothing was changed (--dry-run)."),
            "declined" => output.line("Nothing was changed."),
            _ => {
                let kept = backup.map(|backup| format!(" What was there before is in {backup}.")).unwrap_or_default();
                output.line(&format!("Written.{kept} To use it: {}.", client.reload));
            }
        }
    }
}

fn broken(place: &Place, wrong: &Wrong) -> Failure {
    let message = format!("{}, {wrong}; nothing was changed", place.path.display());
    let fault = Fault::new(Code::SyntaxError, message).suggest("correct the file, and try again");
    Failure::Fault(match wrong {
        Wrong::Syntax { line, column, .. } | Wrong::Kind { line, column, .. } => {
            fault.detail("line", *line).detail("column", *column)
        }
        Wrong::Unsafe => fault.suggest("put in what --print prints"),
    })
}

fn defect(wrong: &Wrong) -> Failure {
    Failure::Fault(Fault::new(Code::Internal, wrong.to_string()))
}

/// Somebody else's entry is not ours to change.
fn taken(place: &Place, name: &str, other: &Value) -> Fault {
    let what = other["command"].as_str().or_else(|| other["url"].as_str()).unwrap_or("something else");
    let message = format!("`{name}` in {} is for {what}, and not of scenewire's making", place.path.display());
    Fault::new(Code::PermissionDenied, message).suggest("choose another name with --name")
}

/// The command line that the client is to run.
fn server(args: &Args, runtime: &Runtime) -> Result<Server, Failure> {
    let mut words = if args.uvx { uvx() } else { this(runtime)? };
    words.push("mcp".to_owned());
    if let Some(gateway) = &args.gateway {
        // A wrong address or fingerprint is said now, not by a client that does not start.
        let trust = Trust::chosen(args.ca.as_deref(), args.pin.as_deref())?;
        Endpoint::new(gateway, "none", trust)?;
        words.extend(["--gateway".to_owned(), gateway.clone()]);
    }
    for (flag, file) in [("--key-file", &args.key_file), ("--ca", &args.ca)] {
        if let Some(file) = file {
            read_secret(file)?;
            // The client starts it in a folder of its own choice.
            words.extend([flag.to_owned(), std::path::absolute(file)?.display().to_string()]);
        }
    }
    for (flag, value) in [("--pin", &args.pin), ("--instance", &args.instance)] {
        words.extend(value.iter().flat_map(|value| [flag.to_owned(), value.clone()]));
    }
    let command = words.remove(0);
    Ok(Server { command, arguments: words })
}

fn uvx() -> Vec<String> {
    let program = on_path("uvx").map_or_else(|| "uvx".to_owned(), |path| path.display().to_string());
    vec![program, "scenewire".to_owned()]
}

/// This very scenewire: clients with a window do not have the path of a terminal.
fn this(runtime: &Runtime) -> Result<Vec<String>, Failure> {
    let Some(python) = &runtime.python else {
        return Ok(vec![std::env::current_exe()?.display().to_string()]);
    };
    let script = python.with_file_name(format!("scenewire{}", std::env::consts::EXE_SUFFIX));
    if script.is_file() {
        return Ok(vec![script.display().to_string()]);
    }
    Ok([python.display().to_string(), "-m".to_owned(), "scenewire".to_owned()].to_vec())
}

#[cfg(test)]
mod tests;
