//! Every Blender of a machine: on the path, where installers put it, where people unpack it, and in the stores.

use std::path::{Path, PathBuf};

use super::machine::{Machine, System};
use super::steam;

/// One Blender that may be started.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) struct Found {
    pub(in crate::cli) program: PathBuf,
    pub(in crate::cli) way: Way,
}

/// How it came to this machine, as far as that changes what it may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Way {
    Plain,
    Snap,
    /// In a sandbox that has a run-time folder of its own.
    Flatpak,
    Steam,
    Store,
}

const FLATPAK: &str = "org.blender.Blender";

/// Each Blender once, the one that a terminal would start first.
pub(in crate::cli) fn blenders(machine: &Machine) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut seen = Vec::new();
    for candidate in candidates(machine) {
        let real = candidate.program.canonicalize().unwrap_or_default();
        if candidate.program.is_file() && !seen.contains(&real) {
            seen.push(real);
            found.push(candidate);
        }
    }
    found
}

fn candidates(machine: &Machine) -> Vec<Found> {
    let mut all = on_path(machine);
    all.extend(match machine.system {
        System::Linux => linux(machine),
        System::MacOs => macos(machine),
        System::Windows => windows(machine),
    });
    let program = match machine.system {
        System::Linux => "blender",
        System::MacOs => "Blender.app/Contents/MacOS/Blender",
        System::Windows => "blender.exe",
    };
    let games = steam::libraries(machine).into_iter().map(|library| library.join("steamapps/common/Blender"));
    all.extend(of(Way::Steam, games.map(|game| game.join(program))));
    all
}

fn of(way: Way, programs: impl IntoIterator<Item = PathBuf>) -> Vec<Found> {
    programs.into_iter().map(|program| Found { program, way }).collect()
}

fn on_path(machine: &Machine) -> Vec<Found> {
    let name = if machine.system == System::Windows { "blender.exe" } else { "blender" };
    let way = |program: &Path| match program {
        program if program.starts_with(machine.at("/snap")) => Way::Snap,
        program if machine.system == System::Windows && in_store(program) => Way::Store,
        _ => Way::Plain,
    };
    let programs = machine.path().into_iter().map(|folder| folder.join(name));
    programs.map(|program| Found { way: way(&program), program }).collect()
}

fn in_store(program: &Path) -> bool {
    program.components().any(|part| part.as_os_str() == "WindowsApps")
}

/// An unpacked archive, or a folder of several such as the launchers keep.
fn unpacked(folder: &Path, program: &str) -> Vec<PathBuf> {
    let named = Machine::beginning(folder, "blender");
    let inside = named.iter().flat_map(|folder| {
        let one_more = Machine::beginning(folder, "").into_iter().filter(|path| path.is_dir());
        one_more.flat_map(|path| {
            let below = Machine::beginning(&path, "blender");
            std::iter::once(path.clone()).chain(below.into_iter().filter(|path| path.is_dir()))
        })
    });
    let folders: Vec<PathBuf> = named.iter().cloned().chain(inside).collect();
    folders.into_iter().map(|folder| folder.join(program)).collect()
}

fn linux(machine: &Machine) -> Vec<Found> {
    let home = machine.home();
    let mut all = of(Way::Plain, ["/usr/bin/blender", "/usr/local/bin/blender"].map(|path| machine.at(path)));
    for folder in [machine.at("/opt"), home.clone(), home.join("Applications"), home.join("Downloads")] {
        all.extend(of(Way::Plain, unpacked(&folder, "blender")));
    }
    all.extend(of(Way::Snap, [machine.at("/snap/bin/blender")]));
    let exported = [machine.at("/var/lib/flatpak"), machine.folder("XDG_DATA_HOME", ".local/share").join("flatpak")];
    all.extend(of(Way::Flatpak, exported.map(|folder| folder.join("exports/bin").join(FLATPAK))));
    all
}

fn macos(machine: &Machine) -> Vec<Found> {
    const PROGRAM: &str = "Contents/MacOS/Blender";
    let applications = [machine.at("/Applications"), machine.home().join("Applications")];
    let programs = applications.iter().flat_map(|folder| Machine::beginning(folder, "blender")).flat_map(|place| {
        let inside = Machine::beginning(&place, "blender").into_iter().map(|app| app.join(PROGRAM));
        std::iter::once(place.join(PROGRAM)).chain(inside).collect::<Vec<_>>()
    });
    of(Way::Plain, programs)
}

fn windows(machine: &Machine) -> Vec<Found> {
    let programs: Vec<PathBuf> = ["ProgramFiles", "ProgramW6432", "ProgramFiles(x86)"]
        .iter()
        .filter_map(|name| machine.variable(name))
        .chain([r"C:\Program Files"])
        .map(|path| machine.at(path))
        .collect();
    let local = machine.folder("LOCALAPPDATA", "AppData/Local");
    let mut all = Vec::new();
    for folder in programs.iter().chain([&local.join("Programs")]) {
        let versions = Machine::beginning(&folder.join("Blender Foundation"), "blender");
        // Newest first, as their names say.
        all.extend(of(Way::Plain, versions.into_iter().rev().map(|version| version.join("blender.exe"))));
    }
    let packages =
        programs.iter().flat_map(|folder| Machine::beginning(&folder.join("WindowsApps"), "BlenderFoundation.Blender"));
    all.extend(of(Way::Store, packages.map(|package| package.join("Blender/blender.exe"))));
    all.extend(of(Way::Store, [local.join("Microsoft/WindowsApps/blender.exe")]));
    for folder in [machine.home(), machine.home().join("Downloads")] {
        all.extend(of(Way::Plain, unpacked(&folder, "blender.exe")));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::super::machine::fake;
    use super::*;

    fn check(system: System, variables: &[(&str, &str)], files: &[&str], expected: &[(&str, Way)]) {
        let place = tempfile::tempdir().unwrap();
        let root = place.path().canonicalize().unwrap();
        let machine = fake::machine(system, &root, variables);
        fake::files(&machine, files);
        let found: Vec<(String, Way)> = blenders(&machine)
            .into_iter()
            .map(|found| (found.program.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/"), found.way))
            .collect();
        let expected: Vec<(String, Way)> = expected.iter().map(|&(path, way)| (path.to_owned(), way)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn linux_places() {
        let files = [
            "/usr/bin/blender",
            "/opt/blender-4.2.3-linux-x64/blender",
            "/opt/other/blender",
            "/home/anna/blender/stable/blender-4.5.1/blender",
            "/home/anna/Applications/Blender-5.0/blender",
            "/home/anna/Downloads/blender-5.2.0-linux-x64/blender",
            "/home/anna/blender-notes.txt",
            "/snap/bin/blender",
            "/var/lib/flatpak/exports/bin/org.blender.Blender",
            "/home/anna/.local/share/Steam/steamapps/common/Blender/blender",
        ];
        let expected = [
            ("usr/bin/blender", Way::Plain),
            ("opt/blender-4.2.3-linux-x64/blender", Way::Plain),
            ("home/anna/blender/stable/blender-4.5.1/blender", Way::Plain),
            ("home/anna/Applications/Blender-5.0/blender", Way::Plain),
            ("home/anna/Downloads/blender-5.2.0-linux-x64/blender", Way::Plain),
            ("snap/bin/blender", Way::Snap),
            ("var/lib/flatpak/exports/bin/org.blender.Blender", Way::Flatpak),
            ("home/anna/.local/share/Steam/steamapps/common/Blender/blender", Way::Steam),
        ];
        check(System::Linux, &[("PATH", "/usr/local/bin:/usr/bin")], &files, &expected);
    }

    #[test]
    fn macos_places() {
        let files = [
            "/Applications/Blender.app/Contents/MacOS/Blender",
            "/Applications/Blender 4.2.app/Contents/MacOS/Blender",
            "/Applications/Blender/Blender.app/Contents/MacOS/Blender",
            "/Applications/Safari.app/Contents/MacOS/Safari",
            "/Users/anna/Applications/Blender 5.2.app/Contents/MacOS/Blender",
            "/Users/anna/Library/Application Support/Steam/steamapps/common/Blender/Blender.app/Contents/MacOS/Blender",
        ];
        let expected = [
            ("Applications/Blender/Blender.app/Contents/MacOS/Blender", Way::Plain),
            ("Applications/Blender 4.2.app/Contents/MacOS/Blender", Way::Plain),
            ("Applications/Blender.app/Contents/MacOS/Blender", Way::Plain),
            ("Users/anna/Applications/Blender 5.2.app/Contents/MacOS/Blender", Way::Plain),
            (
                "Users/anna/Library/Application Support/Steam/steamapps/common/Blender/Blender.app/Contents/MacOS/Blender",
                Way::Steam,
            ),
        ];
        check(System::MacOs, &[], &files, &expected);
    }

    #[test]
    fn windows_places() {
        let files = [
            r"C:\Program Files\Blender Foundation\Blender 4.2\blender.exe",
            r"C:\Program Files\Blender Foundation\Blender 5.2\blender.exe",
            r"C:\Program Files\WindowsApps\BlenderFoundation.Blender_5.0.1.0_x64__ppwjx1n5r4v9t\Blender\blender.exe",
            r"C:\Program Files (x86)\Steam\steamapps\common\Blender\blender.exe",
            r"D:\Tools\blender.exe",
        ];
        let variables = [
            ("Path", r"C:\Windows;D:\Tools"),
            ("ProgramFiles", r"C:\Program Files"),
            ("ProgramFiles(x86)", r"C:\Program Files (x86)"),
        ];
        let expected = [
            ("D/Tools/blender.exe", Way::Plain),
            ("C/Program Files/Blender Foundation/Blender 5.2/blender.exe", Way::Plain),
            ("C/Program Files/Blender Foundation/Blender 4.2/blender.exe", Way::Plain),
            (
                "C/Program Files/WindowsApps/BlenderFoundation.Blender_5.0.1.0_x64__ppwjx1n5r4v9t/Blender/blender.exe",
                Way::Store,
            ),
            ("C/Program Files (x86)/Steam/steamapps/common/Blender/blender.exe", Way::Steam),
        ];
        check(System::Windows, &variables, &files, &expected);
    }

    #[cfg(unix)]
    #[test]
    fn links_to_one_blender_are_one() {
        let place = tempfile::tempdir().unwrap();
        let machine = fake::machine(System::Linux, place.path(), &[("PATH", "/usr/local/bin:/snap/bin")]);
        fake::files(&machine, &["/opt/blender-4.2/blender", "/usr/bin/snap", "/snap/bin/none", "/usr/local/bin/none"]);
        let link = |from: &str, to: &str| std::os::unix::fs::symlink(machine.at(to), machine.at(from)).unwrap();
        link("/usr/local/bin/blender", "/opt/blender-4.2/blender");
        link("/snap/bin/blender", "/usr/bin/snap");
        let found: Vec<(PathBuf, Way)> =
            blenders(&machine).into_iter().map(|found| (found.program, found.way)).collect();
        let expected = [("/usr/local/bin/blender", Way::Plain), ("/snap/bin/blender", Way::Snap)];
        assert_eq!(found, expected.map(|(path, way)| (machine.at(path), way)));
    }

    #[test]
    fn a_machine_without_any_has_none() {
        check(System::Linux, &[], &["/home/anna/notes.txt"], &[]);
        check(System::MacOs, &[], &[], &[]);
        check(System::Windows, &[], &[], &[]);
    }
}
