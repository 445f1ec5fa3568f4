//! `scenewire install blender` and its opposite: every Blender of this machine, one after the other, and what was done in each.

mod inspect;
mod plan;
mod zips;

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::asked::{Mute, last_words};
use super::bounded::{self, Silence, seconds};
use super::done::{self, Done, Words};
use super::finder::{self, Found, Way};
use super::machine::Machine;
use super::versions::dotted;
use super::{VERSION, wheel};
use crate::cli::Runtime;
use crate::cli::launch;
use crate::cli::output::{Failure, Output};
use crate::wire::{Code, Fault};
use inspect::Report;
use plan::{Plan, Reason, Step};
use zips::Zips;
pub(super) use zips::{legacy_version, manifest_version};

/// What Blender calls the add-on.
pub(super) const ADDON: &str = "scenewire_addon";
const WORDS: Words = Words {
    one: "blender",
    many: "blenders",
    afterwards: "A Blender that is open has it after a restart: 3D View > Sidebar (N) > Scenewire.",
};
/// What of ours is this user's and not Blender's: keys of gateways, and the ids under which instances are known.
const PERSONAL: &[&str] = &["keys.json", "instances.json", "instances.lock"];

/// Which Blenders, and with which zip.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Args {
    #[command(flatten)]
    which: Which,
    /// Install this zip instead of the add-on that comes with this scenewire.
    #[arg(long, value_name = "FILE")]
    zip: Option<PathBuf>,
    /// Install it anew where it is there already; in Blender 4.2 and later its settings begin anew too.
    #[arg(long)]
    reinstall: bool,
}

/// Which Blenders.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Which {
    /// A Blender, instead of all that are found; may be given several times.
    #[arg(long, value_name = "PATH")]
    blender: Vec<PathBuf>,
    /// Say what would be done, and change nothing.
    #[arg(long)]
    dry_run: bool,
    /// How many seconds a Blender may take for an answer.
    // One with many add-ons needs half a minute to load on a busy machine.
    #[arg(long, value_name = "SECONDS", default_value = "120", value_parser = seconds)]
    timeout: Duration,
}

/// Which Blenders, and how thoroughly.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct RemoveArgs {
    #[command(flatten)]
    which: Which,
    /// Remove the keys of gateways and the ids of instances too.
    #[arg(long)]
    purge: bool,
}

/// Installs or upgrades the add-on.
pub(super) async fn install(
    args: &Args,
    machine: &Machine,
    state: &Path,
    runtime: &Runtime,
    output: &mut Output,
) -> Result<(), Failure> {
    let found = blenders(&args.which, machine)?;
    let zips = match &args.zip {
        Some(zip) => Zips::given(zip)?,
        None => Zips::of_package(&wheel::packages(runtime)?, (!args.which.dry_run).then_some(state))?,
    };
    let mut all = Vec::new();
    for found in &found {
        let done = in_one(
            found,
            &args.which,
            output,
            |report| plan::install(report, &zips, args.reinstall),
            |report| plan::verify(report, &zips.version),
        );
        all.push(done.await?);
    }
    done::tell(&all, &WORDS, args.which.dry_run, output);
    done::finish(&all, !args.which.blender.is_empty())
}

/// Removes it.
pub(super) async fn uninstall(
    args: &RemoveArgs,
    machine: &Machine,
    state: &Path,
    output: &mut Output,
) -> Result<(), Failure> {
    let found =
        if args.purge { blenders(&args.which, machine).unwrap_or_default() } else { blenders(&args.which, machine)? };
    let mut all = Vec::new();
    for found in &found {
        let gone = |report: &Report| match report.copies.first() {
            None => Ok(()),
            Some(copy) => Err(format!("{} is still there", copy.folder)),
        };
        all.push(in_one(found, &args.which, output, plan::uninstall, gone).await?);
    }
    done::tell(&all, &WORDS, args.which.dry_run, output);
    if args.purge {
        purge(state, args.which.dry_run, output)?;
    }
    done::finish(&all, !args.which.blender.is_empty())
}

fn purge(state: &Path, dry_run: bool, output: &mut Output) -> Result<(), Failure> {
    for file in PERSONAL.iter().map(|name| state.join(name)).filter(|file| file.is_file()) {
        if !dry_run {
            std::fs::remove_file(&file)?;
        }
        output.note(&format!("{} {}", if dry_run { "would remove" } else { "removed" }, file.display()));
    }
    Ok(())
}

/// Those that were named, or else all.
fn blenders(which: &Which, machine: &Machine) -> Result<Vec<Found>, Fault> {
    if which.blender.is_empty() {
        let found = finder::blenders(machine);
        if found.is_empty() {
            return Err(Fault::new(Code::FileNotFound, "no Blender was found on this machine")
                .suggest("install it from blender.org")
                .suggest("name it with --blender PATH"));
        }
        return Ok(found);
    }
    which.blender.iter().map(|path| named(path, machine)).collect()
}

/// A folder or an application is taken for the program in it.
fn named(path: &Path, machine: &Machine) -> Result<Found, Fault> {
    let inside = ["", "blender", "blender.exe", "Contents/MacOS/Blender", "Blender.app/Contents/MacOS/Blender"];
    let candidates = inside.iter().map(|end| if end.is_empty() { path.to_owned() } else { path.join(end) });
    let on_path = (path.components().count() == 1).then(|| path.to_str().and_then(launch::on_path)).flatten();
    let program = candidates.chain(on_path).find(|candidate| candidate.is_file()).ok_or_else(|| {
        let fault = Fault::new(Code::FileNotFound, format!("there is no Blender at {}", path.display()));
        finder::blenders(machine)
            .iter()
            .fold(fault, |fault, found| fault.suggest(format!("found on this machine: {}", found.program.display())))
    })?;
    let way = if program.ends_with("org.blender.Blender") { Way::Flatpak } else { Way::Plain };
    Ok(Found { program, way })
}

/// Asks, decides, acts, and looks whether it is so.
async fn in_one(
    found: &Found,
    which: &Which,
    output: &mut Output,
    decide: impl Fn(&Report) -> Plan,
    verify: impl Fn(&Report) -> Result<(), String>,
) -> Result<Done, Failure> {
    let mut done = Done::of(&found.program);
    let outcome = work(found, which, output, &mut done, &decide, &verify).await;
    if let Err(mute) = outcome {
        if matches!(mute, Mute::Silent(Silence::Interrupted)) {
            return Err(Failure::Exit(130));
        }
        done.said = mute.to_string();
        done.advice = Some(format!("see what it says: '{}' -b", found.program.display()));
    }
    Ok(done)
}

async fn work(
    found: &Found,
    which: &Which,
    output: &mut Output,
    done: &mut Done,
    decide: &impl Fn(&Report) -> Plan,
    verify: &impl Fn(&Report) -> Result<(), String>,
) -> Result<(), Mute> {
    let version = inspect::version(&found.program, which.timeout).await?;
    done.version = Some(dotted(&version));
    if let Some(Plan::Refuse { why, advice }) = plan::too_old(version) {
        (done.outcome, done.said, done.advice) = ("refused", why, Some(advice));
        return Ok(());
    }
    let report = inspect::report(&found.program, which.timeout).await?;
    done.python = Some(dotted(&report.python));
    let (reason, steps) = match decide(&report) {
        Plan::Nothing => {
            (done.outcome, done.said) = nothing(&report);
            return Ok(());
        }
        Plan::Refuse { why, advice } => {
            (done.outcome, done.said, done.advice) = ("refused", why, Some(advice));
            return Ok(());
        }
        Plan::Do { reason, steps } => (reason, steps),
    };
    done.steps = steps.iter().map(|step| step.arguments.clone()).collect();
    if which.dry_run {
        (done.outcome, done.said) = ("would_change", intent(&reason));
        return Ok(());
    }
    for step in &steps {
        if output.terminal && !output.json {
            output.note(&format!("{}: {} ...", found.program.display(), step.what));
        }
        if let Err(why) = take(found, step, which.timeout).await? {
            done.said = format!("could not {}: {why}", step.what);
            done.advice = advice(found, &why);
            return Ok(());
        }
    }
    let after = inspect::report(&found.program, which.timeout).await?;
    match verify(&after) {
        Ok(()) => {
            (done.outcome, done.said) = said(&reason, after.package.version.as_deref());
            done.advice = sandbox(found, &reason);
        }
        Err(why) => done.said = why,
    }
    Ok(())
}

/// One step, and why it did not succeed.
async fn take(found: &Found, step: &Step, limit: Duration) -> Result<Result<(), String>, Mute> {
    let ran = bounded::run(&found.program, &step.arguments, limit).await?;
    Ok(if ran.status.success() { Ok(()) } else { Err(last_words(&ran)) })
}

fn nothing(report: &Report) -> (&'static str, String) {
    match report.copies.first().and_then(|copy| copy.version.as_deref()) {
        Some(version) => ("already_there", format!("{version} is already there")),
        None => ("not_there", "the add-on is not there".to_owned()),
    }
}

fn intent(reason: &Reason) -> String {
    match reason {
        Reason::New => "would install it".to_owned(),
        Reason::Upgrade(from) => format!("would upgrade it from {from}"),
        Reason::Repair(why) => format!("would install it again: {why}"),
        Reason::Removal(version) => format!("would remove {version}"),
    }
}

fn said(reason: &Reason, version: Option<&str>) -> (&'static str, String) {
    let to = version.unwrap_or(VERSION);
    match reason {
        Reason::New => ("installed", format!("installed {to}")),
        Reason::Upgrade(from) => ("upgraded", format!("upgraded from {from} to {to}")),
        Reason::Repair(why) => ("repaired", format!("installed {to} again: {why}")),
        Reason::Removal(from) => ("removed", format!("removed {from}")),
    }
}

fn advice(found: &Found, why: &str) -> Option<String> {
    match found.way {
        Way::Flatpak => Some(
            "its sandbox may not read the zip: flatpak override --user --filesystem=home org.blender.Blender"
                .to_owned(),
        ),
        _ if why.contains("Permission") || why.contains("in use") => {
            Some("close every Blender, and try again".to_owned())
        }
        _ => None,
    }
}

/// What a sandbox hides from the programs outside.
fn sandbox(found: &Found, reason: &Reason) -> Option<String> {
    let hidden = found.way == Way::Flatpak && !matches!(reason, Reason::Removal(_));
    hidden.then(|| {
        "its sandbox hides its sessions from other programs; let them be seen: flatpak override --user --filesystem=xdg-run/scenewire:create org.blender.Blender".to_owned()
    })
}

#[cfg(test)]
#[cfg(unix)]
mod tests;
