//! Which Blenders have the add-on, by the files in this user's folders: no Blender is started for it.

use std::path::PathBuf;

use super::blender::{ADDON, legacy_version, manifest_version};
use super::machine::{Machine, System};

/// One copy.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::cli) struct Present {
    /// Of the Blender, as its folder is called.
    pub(in crate::cli) blender: String,
    /// Of the add-on; none when it cannot be read.
    pub(in crate::cli) version: Option<String>,
}

/// Every copy of this user.
pub(in crate::cli) fn copies(machine: &Machine) -> Vec<Present> {
    let mut all = Vec::new();
    for folder in folders(machine) {
        let blender = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let repositories = Machine::beginning(&folder.join("extensions"), "");
        let manifests = repositories.into_iter().map(|repository| repository.join(ADDON).join("blender_manifest.toml"));
        for manifest in manifests.filter(|file| file.is_file()) {
            let version = std::fs::read_to_string(manifest).ok().and_then(|text| manifest_version(&text));
            all.push(Present { blender: blender.clone(), version });
        }
        let main = folder.join("scripts/addons").join(ADDON).join("__init__.py");
        if main.is_file() {
            let version = std::fs::read_to_string(main).ok().and_then(|text| legacy_version(&text));
            all.push(Present { blender, version });
        }
    }
    all
}

/// A folder for each version of Blender, where it keeps what its user installs.
fn folders(machine: &Machine) -> Vec<PathBuf> {
    if let Some(folder) = machine.variable("BLENDER_USER_RESOURCES") {
        return vec![machine.at(folder)];
    }
    let bases = match machine.system {
        System::Linux => {
            vec![machine.config().join("blender"), machine.home().join(".var/app/org.blender.Blender/config/blender")]
        }
        System::MacOs => vec![machine.applications().join("Blender")],
        System::Windows => vec![machine.applications().join("Blender Foundation/Blender")],
    };
    bases.iter().flat_map(|base| Machine::beginning(base, "")).collect()
}

#[cfg(test)]
mod tests {
    use super::super::machine::fake;
    use super::*;

    #[test]
    fn copies_of_both_kinds_are_found_in_each_system() {
        let check = |system: System, base: &str| {
            let place = tempfile::tempdir().unwrap();
            let machine = fake::machine(system, place.path(), &[]);
            let files = [
                "5.2/extensions/user_default/scenewire_addon/blender_manifest.toml",
                "3.6/scripts/addons/scenewire_addon/__init__.py",
            ]
            .map(|file| machine.home().join(base).join(file));
            for file in &files {
                std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            }
            std::fs::write(&files[0], "id = \"scenewire_addon\"\nversion = \"0.2.0\"\n").unwrap();
            std::fs::write(&files[1], "bl_info = {\n    \"version\": (0, 1, 0),\n}\n").unwrap();
            std::fs::create_dir_all(machine.home().join(base).join("4.1/scripts/addons")).unwrap();
            let found = |blender: &str, version: &str| Present {
                blender: blender.to_owned(),
                version: Some(version.to_owned()),
            };
            assert_eq!(copies(&machine), [found("3.6", "0.1.0"), found("5.2", "0.2.0")]);
        };
        check(System::Linux, ".config/blender");
        check(System::MacOs, "Library/Application Support/Blender");
        check(System::Windows, "AppData/Roaming/Blender Foundation/Blender");
    }
}
