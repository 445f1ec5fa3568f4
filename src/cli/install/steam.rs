//! Steam's libraries, which may lie on any disk: its own list of them is read.

use std::path::PathBuf;

use super::machine::{Machine, System};

/// Every library folder, Steam's own first.
pub(super) fn libraries(machine: &Machine) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for steam in homes(machine) {
        let list = std::fs::read_to_string(steam.join("steamapps/libraryfolders.vdf")).unwrap_or_default();
        let named = paths(&list).into_iter().map(|path| machine.at(&path));
        for library in std::iter::once(steam.clone()).chain(named) {
            if !found.contains(&library) {
                found.push(library);
            }
        }
    }
    found
}

/// Where Steam itself may be.
fn homes(machine: &Machine) -> Vec<PathBuf> {
    let home = machine.home();
    match machine.system {
        System::Linux => [
            ".local/share/Steam",
            ".steam/steam",
            ".var/app/com.valvesoftware.Steam/.local/share/Steam",
            "snap/steam/common/.local/share/Steam",
        ]
        .map(|place| home.join(place))
        .to_vec(),
        System::MacOs => vec![home.join("Library/Application Support/Steam")],
        System::Windows => ["ProgramFiles(x86)", "ProgramFiles"]
            .iter()
            .filter_map(|name| machine.variable(name))
            .map(|folder| machine.at(folder).join("Steam"))
            .collect(),
    }
}

/// The values of every `"path"` in Valve's format: quoted words, two to a line, with backslashes doubled.
fn paths(list: &str) -> Vec<String> {
    let value = |line: &str| {
        let mut words = line.split('"').skip(1).step_by(2);
        (words.next()? == "path").then(|| words.next().map(|path| path.replace(r"\\", r"\")))?
    };
    list.lines().filter_map(value).collect()
}

#[cfg(test)]
mod tests {
    use super::super::machine::fake;
    use super::*;

    const WINDOWS: &str = r#""libraryfolders"
{
	"0"
	{
		"path"		"C:\\Program Files (x86)\\Steam"
		"label"		"path"
		"apps" { "365670" "1" }
	}
	"1"
	{
		"path"		"D:\\Games\\Steam Library"
	}
}"#;

    #[test]
    fn libraries_on_other_disks_are_found() {
        let place = tempfile::tempdir().unwrap();
        let variables = [("ProgramFiles(x86)", r"C:\Program Files (x86)")];
        let machine = fake::machine(System::Windows, place.path(), &variables);
        let list = machine.at(r"C:\Program Files (x86)\Steam\steamapps\libraryfolders.vdf");
        std::fs::create_dir_all(list.parent().unwrap()).unwrap();
        std::fs::write(list, WINDOWS).unwrap();
        let expected = [r"C:\Program Files (x86)\Steam", r"D:\Games\Steam Library"];
        assert_eq!(paths(WINDOWS), expected);
        assert_eq!(libraries(&machine), expected.map(|path| machine.at(path)));
    }

    #[test]
    fn a_list_that_is_no_list_names_nothing() {
        assert_eq!(paths("\"path"), Vec::<String>::new());
        assert_eq!(paths("\0\0path \"path\""), Vec::<String>::new());
        assert_eq!(paths("\t\"path\"\t\"/mnt/games\"\n"), ["/mnt/games"]);
    }
}
