//! The machine that is looked at: its system, folders and environment, so that every rule about places can be tried on any of them.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Whose habits of placing files hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum System {
    Linux,
    MacOs,
    Windows,
}

/// Where things are.
#[derive(Clone, Debug)]
pub(in crate::cli) struct Machine {
    pub(in crate::cli) system: System,
    /// The folder that stands for this machine's root; none for the real one.
    root: Option<PathBuf>,
    home: String,
    variables: HashMap<String, String>,
}

impl Machine {
    /// The one that this process runs on.
    pub(in crate::cli) fn this() -> Self {
        let system = match std::env::consts::OS {
            "windows" => System::Windows,
            "macos" => System::MacOs,
            _ => System::Linux,
        };
        let text = |value: std::ffi::OsString| value.to_string_lossy().into_owned();
        let variables = std::env::vars_os().map(|(name, value)| (text(name), text(value))).collect();
        let home = etcetera::home_dir().unwrap_or_default().to_string_lossy().into_owned();
        Self { system, root: None, home, variables }
    }

    /// A path as this machine's programs write it.
    pub(in crate::cli) fn at(&self, path: &str) -> PathBuf {
        let Some(root) = &self.root else { return PathBuf::from(path) };
        let plain = path.replace('\\', "/").replacen(':', "", 1);
        root.join(plain.trim_start_matches('/'))
    }

    /// A variable that is set to something.
    pub(in crate::cli) fn variable(&self, name: &str) -> Option<&str> {
        self.variables.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// The folder that a variable names, or else this one of the home folder.
    pub(in crate::cli) fn folder(&self, variable: &str, below_home: &str) -> PathBuf {
        self.variable(variable).map_or_else(|| self.home().join(below_home), |path| self.at(path))
    }

    /// The user's home folder.
    pub(in crate::cli) fn home(&self) -> PathBuf {
        self.at(&self.home)
    }

    /// Where `~/.config` is, on systems that have it.
    pub(in crate::cli) fn config(&self) -> PathBuf {
        self.folder("XDG_CONFIG_HOME", ".config")
    }

    /// Where applications with a window keep what their user sets.
    pub(in crate::cli) fn applications(&self) -> PathBuf {
        match self.system {
            System::Linux => self.config(),
            System::MacOs => self.home().join("Library/Application Support"),
            System::Windows => self.folder("APPDATA", "AppData/Roaming"),
        }
    }

    /// The folders in which programs are looked up.
    pub(in crate::cli) fn path(&self) -> Vec<PathBuf> {
        let separator = if self.system == System::Windows { ';' } else { ':' };
        let path = self.variable("PATH").or_else(|| self.variable("Path")).unwrap_or_default();
        path.split(separator).filter(|folder| !folder.is_empty()).map(|folder| self.at(folder)).collect()
    }

    /// The folders in `folder` whose names begin so, in whatever case, in order of name.
    pub(in crate::cli) fn beginning(folder: &Path, start: &str) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let named = |path: &PathBuf| {
            let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase());
            name.is_some_and(|name| name.starts_with(&start.to_lowercase()))
        };
        let mut found: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(named).collect();
        found.sort();
        found
    }
}

#[cfg(test)]
pub(in crate::cli) mod fake {
    use super::*;

    /// A machine below a folder, with the home folder of a user called anna.
    pub(in crate::cli) fn machine(system: System, root: &Path, variables: &[(&str, &str)]) -> Machine {
        let home = match system {
            System::Linux => "/home/anna",
            System::MacOs => "/Users/anna",
            System::Windows => r"C:\Users\anna",
        };
        let variables = variables.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect();
        Machine { system, root: Some(root.to_owned()), home: home.to_owned(), variables }
    }

    /// Writes files, folders and all.
    pub(in crate::cli) fn files(machine: &Machine, paths: &[&str]) {
        for path in paths {
            let file = machine.at(path);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, "").unwrap();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_system() {
        let check = |system: System, variables: &[(&str, &str)], expected: &str| {
            let machine = fake::machine(system, Path::new("/fake"), variables);
            assert_eq!(machine.applications(), Path::new("/fake").join(expected));
        };
        check(System::Linux, &[], "home/anna/.config");
        check(System::Linux, &[("XDG_CONFIG_HOME", "/elsewhere")], "elsewhere");
        check(System::MacOs, &[("XDG_CONFIG_HOME", "/elsewhere")], "Users/anna/Library/Application Support");
        check(System::Windows, &[], "C/Users/anna/AppData/Roaming");
        check(System::Windows, &[("APPDATA", r"D:\Roaming")], "D/Roaming");
    }

    #[test]
    fn the_path_is_split_as_the_system_does() {
        let check = |system: System, path: &str, expected: &[&str]| {
            let machine = fake::machine(system, Path::new("/fake"), &[("PATH", path)]);
            assert_eq!(
                machine.path(),
                expected.iter().map(|folder| Path::new("/fake").join(folder)).collect::<Vec<_>>()
            );
        };
        check(System::Linux, "/usr/bin::/snap/bin", &["usr/bin", "snap/bin"]);
        check(System::Windows, r"C:\Windows;D:\Tools", &["C/Windows", "D/Tools"]);
    }
}
