//! Every Maya of a machine: where Autodesk's installers put it, on the path, and where `MAYA_LOCATION` says.

use std::path::{Path, PathBuf};

use super::super::machine::{Machine, System};

/// One Maya.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) struct Found {
    /// Its Python.
    pub(in crate::cli) mayapy: PathBuf,
    /// As its folder is called: 2025. None where that says nothing.
    pub(super) release: Option<u32>,
}

impl Found {
    fn of(mayapy: PathBuf) -> Self {
        let mut folders = mayapy.components().rev().map(|part| part.as_os_str().to_string_lossy());
        let release = folders.find_map(|name| release(name.to_lowercase().strip_prefix("maya")?));
        Self { release, mayapy }
    }
}

/// The release in a version or the name of a folder: `2025`, `2025.3`.
pub(super) fn release(name: &str) -> Option<u32> {
    let number: u32 = name.trim().split(['.', '-', ' ']).next()?.parse().ok()?;
    (2000..2100).contains(&number).then_some(number)
}

/// Each Maya once, the newest first.
pub(in crate::cli) fn mayas(machine: &Machine) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut seen = Vec::new();
    for candidate in locations(machine).iter().filter_map(|place| inside(place, machine.system)) {
        let real = candidate.canonicalize().unwrap_or_default();
        if !seen.contains(&real) {
            seen.push(real.clone());
            // What a link on the path leads to says more than the link.
            found.push(Found::of(real));
        }
    }
    found.sort_by_key(|found| std::cmp::Reverse(found.release));
    found
}

/// The mayapy of what was named: itself, or a folder or application that it is in.
pub(super) fn named(path: &Path, system: System) -> Option<Found> {
    let itself = path.file_stem().is_some_and(|name| name == "mayapy") && path.is_file();
    let mayapy = if itself { path.to_owned() } else { inside(path, system)? };
    Some(Found::of(std::path::absolute(&mayapy).unwrap_or(mayapy)))
}

/// The mayapy below a place: what Autodesk calls `MAYA_LOCATION`, an application, or the `bin` of either.
fn inside(place: &Path, system: System) -> Option<PathBuf> {
    let program = if system == System::Windows { "mayapy.exe" } else { "mayapy" };
    let below = ["bin", "", "Maya.app/Contents/bin", "Contents/bin"];
    below.iter().map(|below| place.join(below).join(program)).find(|mayapy| mayapy.is_file())
}

fn locations(machine: &Machine) -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> = machine.variable("MAYA_LOCATION").map(|path| machine.at(path)).into_iter().collect();
    let homes = match machine.system {
        System::Linux => vec![machine.at("/usr/autodesk"), machine.at("/opt/autodesk"), machine.at("/opt/Autodesk")],
        System::MacOs => vec![machine.at("/Applications/Autodesk")],
        System::Windows => {
            let variables = ["ProgramFiles", "ProgramW6432"].iter().filter_map(|name| machine.variable(name));
            variables.chain([r"C:\Program Files"]).map(|path| machine.at(path).join("Autodesk")).collect()
        }
    };
    all.extend(homes.iter().flat_map(|home| Machine::beginning(home, "maya")));
    all.extend(machine.path());
    all
}

#[cfg(test)]
mod tests {
    use super::super::super::machine::fake;
    use super::*;

    fn check(system: System, variables: &[(&str, &str)], files: &[&str], expected: &[(&str, Option<u32>)]) {
        let place = tempfile::tempdir().unwrap();
        let root = place.path().canonicalize().unwrap();
        let machine = fake::machine(system, &root, variables);
        fake::files(&machine, files);
        let found: Vec<(String, Option<u32>)> = mayas(&machine)
            .into_iter()
            .map(|found| (found.mayapy.strip_prefix(&root).unwrap().to_string_lossy().into_owned(), found.release))
            .collect();
        let expected: Vec<(String, Option<u32>)> = expected.iter().map(|&(path, is)| (path.to_owned(), is)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn each_system_has_its_places() {
        check(
            System::Linux,
            &[("PATH", "/usr/bin:/studio/2024-06/bin"), ("MAYA_LOCATION", "/net/maya2024")],
            &[
                "/usr/autodesk/maya2023/bin/mayapy",
                "/usr/autodesk/maya2025/bin/mayapy",
                "/opt/autodesk/maya2027/bin/mayapy",
                "/net/maya2024/bin/mayapy",
                "/studio/2024-06/bin/mayapy",
                "/usr/autodesk/mudbox2025/bin/mudbox",
                "/usr/autodesk/maya2026/notes.txt",
            ],
            &[
                ("opt/autodesk/maya2027/bin/mayapy", Some(2027)),
                ("usr/autodesk/maya2025/bin/mayapy", Some(2025)),
                ("net/maya2024/bin/mayapy", Some(2024)),
                ("usr/autodesk/maya2023/bin/mayapy", Some(2023)),
                ("studio/2024-06/bin/mayapy", None),
            ],
        );
        check(
            System::MacOs,
            &[],
            &["/Applications/Autodesk/maya2026/Maya.app/Contents/bin/mayapy"],
            &[("Applications/Autodesk/maya2026/Maya.app/Contents/bin/mayapy", Some(2026))],
        );
        check(
            System::Windows,
            &[("ProgramFiles", r"C:\Program Files")],
            &[r"C:\Program Files\Autodesk\Maya2025\bin\mayapy.exe"],
            &[("C/Program Files/Autodesk/Maya2025/bin/mayapy.exe", Some(2025))],
        );
        check(System::Linux, &[], &["/home/anna/maya/2025/prefs/userPrefs.mel"], &[]);
    }

    #[test]
    fn what_is_named_may_be_the_program_or_what_it_is_in() {
        let place = tempfile::tempdir().unwrap();
        let machine = fake::machine(System::MacOs, place.path(), &[]);
        let mayapy = "/Applications/Autodesk/maya2026/Maya.app/Contents/bin/mayapy";
        fake::files(&machine, &[mayapy]);
        for path in ["/Applications/Autodesk/maya2026", "/Applications/Autodesk/maya2026/Maya.app", mayapy] {
            let found = named(&machine.at(path), System::MacOs).unwrap();
            assert_eq!((&found.mayapy, found.release), (&machine.at(mayapy), Some(2026)), "{path}");
        }
        assert_eq!(named(&machine.at("/Applications"), System::MacOs), None);
    }
}
