//! The module in the folder of one release: what is there, and how it gets there whole or not at all.

use std::fs;
use std::path::{Path, PathBuf};

use super::super::files;
use super::super::machine::{Machine, System};
use super::super::wheel::Entry;
use super::finder::release;
use crate::link::random_text;

/// The module file, and the folder beside it.
const FILE: &str = "scenewire.mod";
const FOLDER: &str = "scenewire";
/// Of the folder of packages in it, which the module file puts onto Python's path.
const PACKAGES: &str = "python";

/// Where one release of Maya looks for modules of this user.
#[derive(Clone, Debug)]
pub(super) struct Module {
    pub(super) modules: PathBuf,
}

impl Module {
    /// Of a release.
    pub(super) fn of(machine: &Machine, release: u32) -> Self {
        Self { modules: app_dir(machine).join(release.to_string()).join("modules") }
    }

    /// Of every release that has one.
    pub(super) fn all(machine: &Machine) -> Vec<(u32, Self)> {
        let folders = Machine::beginning(&app_dir(machine), "2");
        let releases = folders.iter().filter_map(|folder| release(&folder.file_name()?.to_string_lossy()));
        releases.map(|release| (release, Self::of(machine, release))).filter(|(_, module)| module.is_there()).collect()
    }

    fn folder(&self) -> PathBuf {
        self.modules.join(FOLDER)
    }

    /// The folder that has the package.
    pub(super) fn packages(&self) -> PathBuf {
        self.folder().join(PACKAGES)
    }

    /// Whether anything of it is.
    pub(super) fn is_there(&self) -> bool {
        self.modules.join(FILE).is_file() || self.folder().is_dir()
    }

    /// The version in its module file.
    pub(super) fn version(&self) -> Option<String> {
        let text = fs::read_to_string(self.modules.join(FILE)).ok()?;
        let line = text.lines().find(|line| line.starts_with('+'))?;
        let mut words = line.split_whitespace().skip_while(|word| *word != FOLDER);
        words.nth(1).map(str::to_owned)
    }

    /// Whether every file is as it would be installed; more files (what Python compiles) do not matter.
    pub(super) fn is_whole(&self, package: &[Entry]) -> bool {
        let is = |path: PathBuf, bytes: &[u8]| fs::read(path).is_ok_and(|found| found == bytes);
        own().all(|(name, bytes)| is(self.modules.join(name), bytes))
            && package.iter().all(|(name, bytes)| is(self.packages().join(name), bytes))
    }

    /// Puts it there, in place of what was.
    pub(super) fn write(&self, package: &[Entry]) -> std::io::Result<()> {
        let draft = self.modules.join(format!(".scenewire-{}", random_text(8)?));
        let written = self.draft(&draft, package).and_then(|()| self.exchange(&draft));
        let _ = fs::remove_dir_all(&draft);
        written
    }

    fn draft(&self, draft: &Path, package: &[Entry]) -> std::io::Result<()> {
        let own = own().map(|(name, bytes)| (draft.join(name), bytes));
        let packages = draft.join(FOLDER).join(PACKAGES);
        for (path, bytes) in own.chain(package.iter().map(|(name, bytes)| (packages.join(name), bytes.as_slice()))) {
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            fs::write(path, bytes)?;
        }
        Ok(())
    }

    /// Windows does not let go of a folder of which a Maya has a file open: then all stays as it was.
    fn exchange(&self, draft: &Path) -> std::io::Result<()> {
        let old = draft.join("old");
        if self.folder().exists() {
            fs::rename(self.folder(), &old)?;
        }
        let done = fs::rename(draft.join(FOLDER), self.folder());
        if done.is_err() && old.exists() {
            let _ = fs::rename(&old, self.folder());
        }
        done.and_then(|()| fs::rename(draft.join(FILE), self.modules.join(FILE)))
    }

    /// Takes it away; the module file last, so that what failed is found again.
    pub(super) fn remove(&self) -> std::io::Result<()> {
        if self.folder().is_dir() {
            fs::remove_dir_all(self.folder())?;
        }
        match fs::remove_file(self.modules.join(FILE)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

/// The plug-in's own files, by their way from the folder of modules.
fn own() -> impl Iterator<Item = (String, &'static [u8])> {
    let plugin = files::PLUGIN.iter().map(|(name, bytes)| ((*name).to_owned(), *bytes));
    plugin.chain(files::LICENCES.iter().map(|(name, bytes)| (format!("{FOLDER}/{name}"), *bytes)))
}

/// Where Maya keeps what is its user's. On Windows that lies in the documents, which may lie in the cloud.
fn app_dir(machine: &Machine) -> PathBuf {
    let usual = match machine.system {
        System::Linux => machine.home().join("maya"),
        System::MacOs => machine.home().join("Library/Preferences/Autodesk/maya"),
        System::Windows => {
            let cloud = machine.variable("OneDrive").map(|path| machine.at(path).join("Documents/maya"));
            cloud.filter(|folder| folder.is_dir()).unwrap_or_else(|| machine.home().join("Documents/maya"))
        }
    };
    machine.variable("MAYA_APP_DIR").map_or(usual, |path| machine.at(path))
}

#[cfg(test)]
mod tests {
    use super::super::super::machine::fake;
    use super::*;

    #[test]
    fn modules_lie_where_each_system_has_them() {
        let check = |system: System, variables: &[(&str, &str)], files: &[&str], expected: &str| {
            let place = tempfile::tempdir().unwrap();
            let machine = fake::machine(system, place.path(), variables);
            fake::files(&machine, files);
            assert_eq!(Module::of(&machine, 2025).modules, place.path().join(expected));
        };
        check(System::Linux, &[], &[], "home/anna/maya/2025/modules");
        check(System::Linux, &[("MAYA_APP_DIR", "/net/anna")], &[], "net/anna/2025/modules");
        check(System::MacOs, &[], &[], "Users/anna/Library/Preferences/Autodesk/maya/2025/modules");
        check(System::Windows, &[], &[], "C/Users/anna/Documents/maya/2025/modules");
        let cloud = r"C:\Users\anna\OneDrive";
        let files = [r"C:\Users\anna\OneDrive\Documents\maya\2025\prefs\userPrefs.mel"];
        check(System::Windows, &[("OneDrive", cloud)], &files, "C/Users/anna/OneDrive/Documents/maya/2025/modules");
    }

    #[test]
    fn it_comes_whole_and_goes_whole() {
        let place = tempfile::tempdir().unwrap();
        let machine = fake::machine(System::Linux, place.path(), &[]);
        let module = Module::of(&machine, 2025);
        let package = [("scenewire/__init__.py".to_owned(), b"one".to_vec())];
        assert!(!module.is_there() && Module::all(&machine).is_empty());
        for _ in 0..2 {
            module.write(&package).unwrap();
            assert!(module.is_there() && module.is_whole(&package));
            assert_eq!(module.version().as_deref(), Some(super::super::VERSION));
        }
        let names: Vec<_> = fs::read_dir(&module.modules).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names.len(), 2, "{names:?}");
        fs::write(module.packages().join("scenewire/__init__.py"), "two").unwrap();
        assert!(!module.is_whole(&package));
        assert_eq!(Module::all(&machine).iter().map(|(release, _)| *release).collect::<Vec<_>>(), [2025]);
        module.remove().unwrap();
        assert!(!module.is_there());
        module.remove().unwrap();
    }
}
