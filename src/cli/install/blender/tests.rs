use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use super::super::machine::{System, fake};
use super::*;
use crate::cli::output::captured;

/// Answers as a Blender 4.2 does, and keeps in a file which version of the add-on it has.
const GOOD: &str = r#"
case "$*" in
  *--version*) echo "Blender 4.2.1 LTS" ;;
  *install-file*) echo "$VERSION" > "$HERE/has" ;;
  *"extension remove"*) rm "$HERE/has" ;;
  *scenewire-report*)
    copies=""
    if [ -f "$HERE/has" ]; then
      copies="{\"module\":\"m\",\"folder\":\"f\",\"repository\":\"user_default\",\"version\":\"$(cat "$HERE/has")\",\"enabled\":true}"
    fi
    echo "add-on of somebody prints something"
    echo "scenewire-report {\"version\":[4,2,1],\"python\":[3,11,7],\"platform\":\"linux-x86_64\",\"folder\":\"/f\",\"writable\":true,\"copies\":[$copies],\"package\":{\"version\":\"$VERSION\",\"error\":null}}"
    echo "Blender quit" ;;
esac
"#;

struct Rig {
    place: tempfile::TempDir,
    machine: Machine,
}

impl Rig {
    fn new() -> Self {
        let place = tempfile::tempdir().unwrap();
        let machine = fake::machine(System::Linux, place.path(), &[]);
        Self { place, machine }
    }

    /// A Blender of its own folder.
    fn blender(&self, name: &str, script: &str) -> PathBuf {
        let folder = self.machine.at("/opt").join(format!("blender-{name}"));
        fs::create_dir_all(&folder).unwrap();
        let program = folder.join("blender");
        let head = format!(
            "#!/bin/sh\nHERE='{}'\nVERSION='{VERSION}'\necho \"$*\" | head -1 >> \"$HERE/log\"\n",
            folder.display()
        );
        fs::write(&program, format!("{head}{script}\n")).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        program
    }

    fn zip(&self) -> PathBuf {
        let site = self.place.path().join("site");
        wheel::tests::installed(&site, "Tag: cp39-abi3-manylinux_2_28_x86_64\n");
        let zips = Zips::of_package(&site, Some(&self.place.path().join("state"))).unwrap();
        let zip = self.place.path().join("addon.zip");
        fs::copy(zips.fitting(true, "linux-x86_64").unwrap(), &zip).unwrap();
        zip
    }

    fn which(blenders: &[&Path], dry_run: bool) -> Which {
        let blender = blenders.iter().map(|path| path.to_path_buf()).collect();
        Which { blender, dry_run, timeout: Duration::from_secs(20) }
    }

    async fn install(&self, which: Which) -> (i32, Vec<(String, String)>) {
        let args = Args { which, zip: Some(self.zip()), reinstall: false };
        let (mut output, out, _) = captured::output(true);
        let state = self.place.path().join("state");
        let outcome = install(&args, &self.machine, &state, &Runtime::default(), &mut output).await;
        told(outcome, &out.json())
    }

    async fn uninstall(&self, which: Which, purge: bool) -> (i32, Vec<(String, String)>) {
        let (mut output, out, _) = captured::output(true);
        let args = RemoveArgs { which, purge };
        let outcome = uninstall(&args, &self.machine, &self.place.path().join("state"), &mut output).await;
        told(outcome, &out.json())
    }
}

fn told(outcome: Result<(), Failure>, json: &serde_json::Value) -> (i32, Vec<(String, String)>) {
    let code = match outcome {
        Ok(()) => 0,
        Err(Failure::Exit(code)) => code,
        Err(failure) => panic!("{failure:?}"),
    };
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let each = json["blenders"].as_array().unwrap().iter();
    (code, each.map(|done| (text(&done["outcome"]), text(&done["said"]))).collect())
}

fn one(code: i32, outcome: &str, said: &str) -> (i32, Vec<(String, String)>) {
    (code, vec![(outcome.to_owned(), said.to_owned())])
}

#[tokio::test]
async fn installs_once_upgrades_and_removes() {
    let rig = Rig::new();
    let program = rig.blender("4.2", GOOD);
    let has = program.with_file_name("has");
    let all = || Rig::which(&[], false);
    assert_eq!(rig.install(Rig::which(&[], true)).await, one(0, "would_change", "would install it"));
    assert!(!has.exists(), "--dry-run changes nothing");
    assert_eq!(rig.install(all()).await, one(0, "installed", &format!("installed {VERSION}")));
    assert_eq!(rig.install(all()).await, one(0, "already_there", &format!("{VERSION} is already there")));
    let log = fs::read_to_string(program.with_file_name("log")).unwrap();
    assert_eq!(log.matches("install-file").count(), 1, "{log}");
    fs::write(&has, "0.0.9").unwrap();
    assert_eq!(rig.install(all()).await, one(0, "upgraded", &format!("upgraded from 0.0.9 to {VERSION}")));
    assert_eq!(rig.uninstall(all(), false).await, one(0, "removed", &format!("removed {VERSION}")));
    assert_eq!(rig.uninstall(all(), false).await, one(0, "not_there", "the add-on is not there"));
}

#[tokio::test]
async fn a_broken_blender_is_reported_and_the_others_are_served() {
    let rig = Rig::new();
    rig.blender("1-crashes", "echo 'Error: no display' >&2; exit 134");
    rig.blender("2-lies", &GOOD.replace("echo \"$VERSION\" > \"$HERE/has\"", "true"));
    rig.blender("3-old", "echo 'Blender 2.79 (sub 0)'");
    rig.blender("4-fails", &GOOD.replace("echo \"$VERSION\" > \"$HERE/has\"", "echo 'Error: disk full' >&2; exit 1"));
    rig.blender("5-good", GOOD);
    let (code, all) = rig.install(Rig::which(&[], false)).await;
    assert_eq!(code, 1);
    let check = |index: usize, outcome: &str, about: &str| {
        assert_eq!(all[index].0, outcome, "{all:?}");
        assert!(all[index].1.contains(about), "{all:?}");
    };
    check(0, "failed", "Error: no display (exit code 134)");
    check(1, "failed", "says that it installed the add-on, and does not have it");
    check(2, "refused", "Blender 2.79.0 is too old");
    check(3, "failed", "could not install the extension: Error: disk full (exit code 1)");
    check(4, "installed", VERSION);
}

#[tokio::test]
async fn a_blender_that_hangs_is_ended() {
    let rig = Rig::new();
    let program = rig.blender("hangs", "sleep 600");
    let which = Which { timeout: Duration::from_millis(400), ..Rig::which(&[&program], false) };
    let (code, all) = rig.install(which).await;
    assert_eq!((code, all[0].0.as_str()), (1, "failed"));
    assert!(all[0].1.contains("no answer within 0.4 s"), "{all:?}");
}

#[tokio::test]
async fn named_blenders_are_found_by_their_folder_or_not_at_all() {
    let rig = Rig::new();
    let program = rig.blender("4.2", GOOD);
    let folder = program.parent().unwrap();
    assert_eq!(named(folder, &rig.machine).unwrap().program, program);
    let fault = named(Path::new("/no/such/blender"), &rig.machine).unwrap_err();
    assert_eq!(fault.error_code, Code::FileNotFound);
    assert!(fault.suggestions[0].contains("blender-4.2"), "{fault:?}");
    let none = Rig::new();
    assert!(blenders(&Rig::which(&[], false), &none.machine).unwrap_err().suggestions[1].contains("--blender"));
}

#[tokio::test]
async fn keys_and_ids_go_only_when_asked_for() {
    let rig = Rig::new();
    rig.blender("4.2", GOOD);
    let state = rig.place.path().join("state");
    fs::create_dir_all(&state).unwrap();
    for name in ["keys.json", "instances.json", "gateway.sqlite"] {
        fs::write(state.join(name), "{}").unwrap();
    }
    let left = || ["keys.json", "instances.json", "gateway.sqlite"].map(|name| state.join(name).exists());
    rig.uninstall(Rig::which(&[], false), false).await;
    rig.uninstall(Rig::which(&[], true), true).await;
    assert_eq!(left(), [true, true, true]);
    rig.uninstall(Rig::which(&[], false), true).await;
    assert_eq!(left(), [false, false, true], "what is not of hosts stays");
}
