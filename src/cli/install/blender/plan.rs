//! What is to be done in one Blender: decided from what it says, without touching it.

use std::cmp::Ordering;

use super::super::asked::script;
use super::super::versions::{dotted, order};
use super::ADDON;
use super::inspect::{Copy, Report, background};
use super::zips::Zips;

/// The oldest that the add-on loads in, and the first that has extensions.
const OLDEST: [u32; 2] = [3, 4];
const EXTENSIONS: [u32; 2] = [4, 2];
/// The lowest Python of the wheel's stable ABI.
const PYTHON: [u32; 2] = [3, 9];
const REPOSITORY: &str = "user_default";
const INSTALL: &str = include_str!("install.py");
const REMOVE: &str = include_str!("remove.py");

/// One run of a Blender.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// In words.
    pub(super) what: String,
    /// As the command line has it.
    pub(super) arguments: Vec<String>,
}

/// Why it comes to that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    New,
    Upgrade(String),
    /// It is there in this version, and does not work as it is.
    Repair(String),
    Removal(String),
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Plan {
    /// All is as it should be.
    Nothing,
    Refuse {
        why: String,
        advice: String,
    },
    Do {
        reason: Reason,
        steps: Vec<Step>,
    },
}

fn refuse(why: impl Into<String>, advice: impl Into<String>) -> Plan {
    Plan::Refuse { why: why.into(), advice: advice.into() }
}

/// Whether a version is too old to be asked more.
pub(super) fn too_old(version: [u32; 3]) -> Option<Plan> {
    let old = version[..2] < OLDEST[..];
    old.then(|| refuse(format!("Blender {} is too old", dotted(&version)), "the add-on needs Blender 3.4 or later"))
}

/// What makes the add-on of these zips be there, enabled and working.
pub(super) fn install(report: &Report, zips: &Zips, again: bool) -> Plan {
    if let Some(refusal) = too_old(report.version) {
        return refusal;
    }
    if report.python[..2] < PYTHON[..] {
        let why = format!("its Python is {}", dotted(&report.python));
        return refuse(why, "scenewire needs Python 3.9 or later inside Blender");
    }
    let extension = report.version[..2] >= EXTENSIONS[..];
    let zip = match zips.fitting(extension, &report.platform) {
        Ok(zip) => zip,
        Err((why, advice)) => return refuse(why, advice),
    };
    let Some(reason) = reason(report, extension, &zips.version, again) else { return Plan::Nothing };
    if let Reason::Upgrade(old) = &reason
        && order(old, &zips.version) == Ordering::Greater
    {
        let why = format!("it has {old}, which is newer than {}", zips.version);
        return refuse(why, "pip install --upgrade scenewire, or run scenewire uninstall blender first");
    }
    if !report.writable {
        return refuse(format!("{} cannot be written", report.folder), "run it as the user whose folder that is");
    }
    let mut steps = Vec::new();
    if extension {
        // A Blender takes over what an older one had, and two copies would be in each other's way.
        steps.extend(legacy(report).map(remove));
        if again || trouble(report, &zips.version).is_some() {
            // Blender leaves a package alone that it has in this version, broken or not.
            let copies = report.copies.iter().filter(|copy| copy.version.as_ref() == Some(&zips.version));
            steps.extend(copies.filter_map(remove_extension));
        }
        let words = ["--command", "extension", "install-file", "-r", REPOSITORY, "--enable", &zip];
        steps.push(Step { what: "install the extension".to_owned(), arguments: words.map(str::to_owned).to_vec() });
    } else {
        let script = script(INSTALL, &zip);
        steps.push(Step { what: "install the add-on".to_owned(), arguments: background(&script) });
    }
    Plan::Do { reason, steps }
}

fn reason(report: &Report, extension: bool, version: &str, again: bool) -> Option<Reason> {
    let Some(copy) = report.copies.iter().find(|copy| copy.repository.is_some() == extension) else {
        return Some(
            legacy(report).map_or(Reason::New, |old| Reason::Upgrade(old.version.clone().unwrap_or_default())),
        );
    };
    let Some(found) = &copy.version else { return Some(Reason::Repair("it could not be read".to_owned())) };
    if found != version {
        return Some(Reason::Upgrade(found.clone()));
    }
    if !copy.enabled {
        return Some(Reason::Repair("it was not enabled".to_owned()));
    }
    if let Some(trouble) = trouble(report, version) {
        return Some(Reason::Repair(trouble));
    }
    again.then(|| Reason::Repair("--reinstall".to_owned()))
}

/// What is wrong with the package behind the add-on.
fn trouble(report: &Report, version: &str) -> Option<String> {
    match (&report.package.error, &report.package.version) {
        (Some(error), _) => Some(format!("its package did not load ({error})")),
        (None, Some(found)) if found == version => None,
        (None, found) => Some(format!("its package was {}", found.as_deref().unwrap_or("missing"))),
    }
}

/// Whether the work is done, and if not, why.
pub(super) fn verify(report: &Report, version: &str) -> Result<(), String> {
    let extension = report.version[..2] >= EXTENSIONS[..];
    match reason(report, extension, version, false) {
        None => Ok(()),
        Some(Reason::New) => Err("Blender says that it installed the add-on, and does not have it".to_owned()),
        Some(Reason::Upgrade(found)) => Err(format!("Blender still has {found}")),
        Some(Reason::Repair(why) | Reason::Removal(why)) => Err(why),
    }
}

/// What makes every copy go.
pub(super) fn uninstall(report: &Report) -> Plan {
    let Some(first) = report.copies.first() else { return Plan::Nothing };
    let steps = report.copies.iter().map(|copy| remove_extension(copy).unwrap_or_else(|| remove(copy)));
    Plan::Do { reason: Reason::Removal(first.version.clone().unwrap_or_default()), steps: steps.collect() }
}

fn legacy(report: &Report) -> Option<&Copy> {
    report.copies.iter().find(|copy| copy.repository.is_none())
}

fn remove_extension(copy: &Copy) -> Option<Step> {
    let words = ["--command", "extension", "remove", &format!("{}.{ADDON}", copy.repository.as_ref()?)];
    Some(Step { what: "remove the extension".to_owned(), arguments: words.map(str::to_owned).to_vec() })
}

fn remove(copy: &Copy) -> Step {
    let script = script(REMOVE, &copy.folder);
    Step { what: format!("remove the add-on in {}", copy.folder), arguments: background(&script) }
}

#[cfg(test)]
mod tests;
