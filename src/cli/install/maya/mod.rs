//! `scenewire install maya` and its opposite: a module file, the plug-in and the wheel for each Maya of this machine.

mod finder;
mod module;
#[cfg(test)]
#[cfg(unix)]
mod tests;

use std::cmp::Ordering;
use std::path::PathBuf;
use std::time::Duration;

use serde::Deserialize;

use super::VERSION;
use super::asked::{self, Mute, Package};
use super::bounded::{Silence, seconds};
use super::done::{self, Done, Words};
use super::machine::{Machine, System};
use super::versions::{dotted, order};
use super::wheel::{self, Entry, Installed};
use crate::cli::Runtime;
use crate::cli::output::{Failure, Output};
use crate::wire::{Code, Fault};
pub(in crate::cli) use finder::{Found, mayas};
use module::Module;

/// The releases that the module file names.
const RELEASES: std::ops::RangeInclusive<u32> = 2023..=2027;
const WORDS: Words =
    Words { one: "maya", many: "mayas", afterwards: "A Maya that is open has it after a restart: the menu Scenewire." };
const SCRIPT: &str = include_str!("inspect.py");

/// Which Mayas.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Args {
    #[command(flatten)]
    which: Which,
    /// How many seconds a mayapy may take for an answer.
    #[arg(long, value_name = "SECONDS", default_value = "120", value_parser = seconds)]
    timeout: Duration,
}

/// Which Mayas.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Which {
    /// A Maya (its folder, its application, or its mayapy), instead of all that are found; may be given several times.
    #[arg(long, value_name = "PATH")]
    maya: Vec<PathBuf>,
    /// Say what would be done, and change nothing.
    #[arg(long)]
    dry_run: bool,
}

/// What a mayapy says.
#[derive(Clone, Debug, Deserialize)]
struct Report {
    version: Option<String>,
    python: [u32; 3],
    platform: String,
    package: Package,
}

/// What is installed.
struct Ours {
    installed: Installed,
    package: Vec<Entry>,
}

/// Installs or upgrades the plug-in.
pub(super) async fn install(
    args: &Args,
    machine: &Machine,
    runtime: &Runtime,
    output: &mut Output,
) -> Result<(), Failure> {
    let found = chosen(&args.which, machine)?;
    let packages = wheel::packages(runtime)?;
    let installed = Installed::find(&packages).map_err(|why| Fault::new(Code::NotSupported, why))?;
    let unread = |error| Fault::new(Code::HandlerError, format!("the package to install cannot be read: {error}"));
    let ours = Ours { package: installed.entries().map_err(unread)?, installed };
    let mut all = Vec::new();
    for found in &found {
        let mut done = Done::of(&found.mayapy);
        match in_one(found, args, machine, &ours, &mut done).await {
            Ok(()) => {}
            Err(Mute::Silent(Silence::Interrupted)) => return Err(Failure::Exit(130)),
            Err(mute) => done.said = mute.to_string(),
        }
        all.push(done);
    }
    done::tell(&all, &WORDS, args.which.dry_run, output);
    done::finish(&all, !args.which.maya.is_empty())
}

/// Removes it, whether the Maya that it was for is still there or not.
pub(super) fn uninstall(which: &Which, machine: &Machine, output: &mut Output) -> Result<(), Failure> {
    let named = if which.maya.is_empty() { Vec::new() } else { chosen(which, machine)? };
    let meant = |release: &u32| named.is_empty() || named.iter().any(|found| found.release == Some(*release));
    let mut all = Vec::new();
    for (_, module) in Module::all(machine).into_iter().filter(|(release, _)| meant(release)) {
        let mut done = Done::of(&module.modules);
        let version = module.version().unwrap_or_else(|| "what was there".to_owned());
        (done.outcome, done.said) = match which.dry_run {
            true => ("would_change", format!("would remove {version}")),
            false => match module.remove() {
                Ok(()) => ("removed", format!("removed {version}")),
                Err(error) => ("failed", refusal(&error)),
            },
        };
        all.push(done);
    }
    if all.is_empty() {
        output.note("the plug-in is in no Maya of this user");
    }
    done::tell(&all, &WORDS, which.dry_run, output);
    done::finish(&all, false)
}

/// The releases of Maya that have the plug-in, with its version, by the files in this user's folders.
pub(in crate::cli) fn present(machine: &Machine) -> Vec<(u32, Option<String>)> {
    Module::all(machine).into_iter().map(|(release, module)| (release, module.version())).collect()
}

/// Those that were named, or else all.
fn chosen(which: &Which, machine: &Machine) -> Result<Vec<Found>, Fault> {
    let all = mayas(machine);
    let none = |message: String| {
        let fault = Fault::new(Code::FileNotFound, message);
        all.iter().fold(fault, |fault, found| fault.suggest(format!("found here: {}", found.mayapy.display())))
    };
    if which.maya.is_empty() {
        return match all.is_empty() {
            true => Err(none("no Maya was found on this machine".to_owned()).suggest("name it with --maya PATH")),
            false => Ok(all),
        };
    }
    let named = which.maya.iter().map(|path| {
        finder::named(path, machine.system)
            .ok_or_else(|| none(format!("there is no Maya with a mayapy at {}", path.display())))
    });
    named.collect()
}

/// Asks, decides, acts, and looks whether it is so.
async fn in_one(found: &Found, args: &Args, machine: &Machine, ours: &Ours, done: &mut Done) -> Result<(), Mute> {
    if let Some(release) = found.release.filter(|release| !RELEASES.contains(release)) {
        unfit(release, done);
        return Ok(());
    }
    let nowhere = Module::of(machine, found.release.unwrap_or_default());
    let first = ask(found, &nowhere, args.timeout).await?;
    let Some(release) = found.release.or_else(|| finder::release(first.version.as_deref()?)) else {
        (done.outcome, done.said) = ("refused", "it does not say which release of Maya it is".to_owned());
        done.advice = Some("name its folder with --maya PATH, such as /usr/autodesk/maya2025".to_owned());
        return Ok(());
    };
    (done.version, done.python) = (Some(release.to_string()), Some(dotted(&first.python)));
    if !RELEASES.contains(&release) {
        unfit(release, done);
        return Ok(());
    }
    let tag = ours.installed.name();
    if !wheel::fits(&tag, &first.platform) {
        let why = format!("this Maya is for {}, and the scenewire at hand is not ({tag})", first.platform);
        (done.outcome, done.said) = ("refused", why);
        done.advice = Some("use the scenewire of that platform: pip install it there".to_owned());
        return Ok(());
    }
    let module = Module::of(machine, release);
    let before = if found.release.is_some() { first } else { ask(found, &module, args.timeout).await? };
    act(&module, &before, args.which.dry_run, ours, done);
    if !["installed", "upgraded", "repaired"].contains(&done.outcome) {
        return Ok(());
    }
    done.advice = Some(selftest(&module, found, machine.system));
    let after = ask(found, &module, args.timeout).await?.package;
    if after.version.as_deref() != Some(VERSION) {
        let why = after.error.unwrap_or_else(|| format!("it finds {}", after.version.unwrap_or_default()));
        (done.outcome, done.said) = ("failed", format!("the package is there, and its Python does not load it: {why}"));
        done.advice = None;
    }
    Ok(())
}

/// What makes that Maya check itself. Its Python looks into modules only when Maya is started, so that it is told where.
fn selftest(module: &Module, found: &Found, system: System) -> String {
    let (packages, mayapy) = (module.packages(), found.mayapy.display());
    let (packages, run) = (packages.display(), format!("\"{mayapy}\" -m scenewire.selftest"));
    match system {
        System::Windows => format!("whether it works there: set \"PYTHONPATH={packages}\" && {run}"),
        System::Linux | System::MacOs => format!("whether it works there: PYTHONPATH=\"{packages}\" {run}"),
    }
}

async fn ask(found: &Found, module: &Module, limit: Duration) -> Result<Report, Mute> {
    let script = asked::script(SCRIPT, &module.packages().to_string_lossy());
    asked::report(&found.mayapy, &["-c".to_owned(), script], limit).await
}

fn unfit(release: u32, done: &mut Done) {
    let (least, most) = (RELEASES.start(), RELEASES.end());
    (done.version, done.outcome) = (Some(release.to_string()), "refused");
    done.said = format!("Maya {release} is too {}", if release < *least { "old" } else { "new" });
    done.advice = Some(format!("the plug-in is for Maya {least} to {most}"));
}

/// What is to be done with one module, and doing it.
fn act(module: &Module, before: &Report, dry_run: bool, ours: &Ours, done: &mut Done) {
    let found = module.version();
    let newer = found.as_deref().is_some_and(|found| order(found, VERSION) == Ordering::Greater);
    let (outcome, would, said) = match &found {
        Some(found) if newer => {
            (done.outcome, done.said) = ("refused", format!("it has {found}, which is newer than {VERSION}"));
            done.advice = Some("pip install --upgrade scenewire, or run scenewire uninstall maya first".to_owned());
            return;
        }
        Some(found) if found == VERSION && before.package.error.is_none() && module.is_whole(&ours.package) => {
            (done.outcome, done.said) = ("already_there", format!("{VERSION} is already there"));
            return;
        }
        Some(found) if found == VERSION => {
            let why =
                before.package.error.clone().unwrap_or_else(|| "files of it were changed or are missing".to_owned());
            ("repaired", format!("would install it again: {why}"), format!("installed {VERSION} again: {why}"))
        }
        Some(found) => {
            ("upgraded", format!("would upgrade it from {found}"), format!("upgraded from {found} to {VERSION}"))
        }
        None => ("installed", "would install it".to_owned(), format!("installed {VERSION}")),
    };
    let place = module.modules.display();
    if dry_run {
        (done.outcome, done.said) = ("would_change", format!("{would}, in {place}"));
        return;
    }
    (done.outcome, done.said) = match module.write(&ours.package) {
        Ok(()) => (outcome, format!("{said}, in {place}")),
        Err(error) => ("failed", refusal(&error)),
    };
}

fn refusal(error: &std::io::Error) -> String {
    format!("its folder cannot be written ({error}): close every Maya, and try again")
}
