use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use super::super::machine::fake;
use super::super::wheel::tests::installed;
use super::*;
use crate::cli::output::captured;

/// Answers as a mayapy does: its Python finds the package where it is told to look.
const GOOD: &str = r#"
packages=$(echo "$2" | sed -n 's/^PACKAGES = "\(.*\)"$/\1/p')
if [ -f "$packages/scenewire/_native.abi3.so" ]; then
  package="{\"version\":\"$VERSION\",\"error\":null}"
else
  package='{"version":null,"error":"ModuleNotFoundError: no scenewire"}'
fi
echo "scenewire-report {\"version\":$RELEASE,\"python\":[3,11,4],\"platform\":\"linux-x86_64\",\"package\":$package}"
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

    fn maya(&self, folder: &str, script: &str) -> PathBuf {
        let mayapy = self.machine.at("/usr/autodesk").join(folder).join("bin/mayapy");
        fs::create_dir_all(mayapy.parent().unwrap()).unwrap();
        fs::write(&mayapy, format!("#!/bin/sh\nVERSION='{VERSION}'\nRELEASE='null'\n{script}\n")).unwrap();
        fs::set_permissions(&mayapy, fs::Permissions::from_mode(0o755)).unwrap();
        mayapy
    }

    fn modules(&self, release: &str) -> PathBuf {
        self.machine.home().join("maya").join(release).join("modules")
    }

    /// A scenewire to install: that of this process is none.
    fn ours(&self) -> Ours {
        let site = self.place.path().join("site");
        installed(&site, "Tag: cp39-abi3-manylinux_2_28_x86_64\n");
        let installed = Installed::find(&site).unwrap();
        Ours { package: installed.entries().unwrap(), installed }
    }

    async fn install(&self, dry_run: bool) -> Vec<(&'static str, String)> {
        let args = Args { which: Which { maya: Vec::new(), dry_run }, timeout: Duration::from_secs(20) };
        let mut all = Vec::new();
        for found in chosen(&args.which, &self.machine).unwrap() {
            let mut done = Done::of(&found.mayapy);
            if let Err(mute) = in_one(&found, &args, &self.machine, &self.ours(), &mut done).await {
                done.said = mute.to_string();
            }
            all.push((done.outcome, done.said));
        }
        all
    }

    fn uninstall(&self, maya: &[&Path]) -> serde_json::Value {
        let (mut output, out, _) = captured::output(true);
        let maya = maya.iter().map(|path| path.to_path_buf()).collect();
        uninstall(&Which { maya, dry_run: false }, &self.machine, &mut output).unwrap();
        out.json()["mayas"].clone()
    }
}

#[tokio::test]
async fn each_release_gets_its_own_once_and_loses_it() {
    let rig = Rig::new();
    rig.maya("maya2025", GOOD);
    rig.maya("maya2023", GOOD);
    let outcomes = |all: &[(&'static str, String)]| all.iter().map(|(outcome, _)| *outcome).collect::<Vec<_>>();
    assert_eq!(outcomes(&rig.install(true).await), ["would_change"; 2]);
    assert!(!rig.machine.home().join("maya").exists(), "--dry-run changes nothing");
    assert_eq!(outcomes(&rig.install(false).await), ["installed"; 2]);
    for release in ["2023", "2025"] {
        assert!(rig.modules(release).join("scenewire/plug-ins/scenewire_plugin.py").is_file());
        assert!(rig.modules(release).join("scenewire/python/scenewire/_native.abi3.so").is_file());
    }
    assert_eq!(outcomes(&rig.install(false).await), ["already_there"; 2]);
    fs::remove_file(rig.modules("2025").join("scenewire/scripts/userSetup.py")).unwrap();
    fs::remove_dir_all(rig.modules("2023").join("scenewire/python")).unwrap();
    let again = rig.install(false).await;
    assert_eq!(outcomes(&again), ["repaired"; 2]);
    assert!(again[0].1.contains("changed or are missing") && again[1].1.contains("no scenewire"), "{again:?}");
    let old = fs::read_to_string(rig.modules("2025").join("scenewire.mod")).unwrap().replace(VERSION, "0.0.9");
    fs::write(rig.modules("2025").join("scenewire.mod"), &old).unwrap();
    fs::write(rig.modules("2023").join("scenewire.mod"), old.replace("0.0.9", "9.0.0")).unwrap();
    let again = rig.install(false).await;
    assert_eq!(outcomes(&again), ["upgraded", "refused"], "{again:?}");
    let gone = rig.uninstall(&[&rig.machine.at("/usr/autodesk/maya2023")]);
    assert_eq!((gone[0]["outcome"].as_str(), gone.as_array().unwrap().len()), (Some("removed"), 1));
    assert!(rig.modules("2025").join("scenewire.mod").is_file());
    assert_eq!(rig.uninstall(&[])[0]["said"], format!("removed {VERSION}"));
    assert_eq!(rig.uninstall(&[]), serde_json::json!([]));
}

#[tokio::test]
async fn what_cannot_have_it_is_told_why() {
    let rig = Rig::new();
    let check = async |folder: &str, script: &str, outcome: &str, about: &str| {
        let mayapy = rig.maya(folder, script);
        let all = rig.install(false).await;
        fs::remove_dir_all(mayapy.parent().unwrap().parent().unwrap()).unwrap();
        assert!(all[0].0 == outcome && all[0].1.contains(about), "{folder}: {all:?}");
    };
    check("maya2022", GOOD, "refused", "Maya 2022 is too old").await;
    check("maya2028", GOOD, "refused", "Maya 2028 is too new").await;
    check("maya", GOOD, "refused", "does not say which release").await;
    check("maya2025", &GOOD.replace("linux-x86_64", "linux-aarch64"), "refused", "linux-aarch64").await;
    check("maya2025", "echo 'Error: no licence' >&2; exit 1", "failed", "no licence").await;
    let mute = &GOOD.replace("_native.abi3.so", "no.so");
    check("maya2025", mute, "failed", "does not load it").await;
    // A folder that says nothing is known by its mayapy.
    check("maya", &format!("RELEASE='\"2026\"'\n{GOOD}"), "installed", "/2026/modules").await;
}

#[test]
fn a_machine_without_any_is_told_how_to_name_one() {
    let rig = Rig::new();
    let fault = chosen(&Which { maya: Vec::new(), dry_run: false }, &rig.machine).unwrap_err();
    assert!(fault.error_message.contains("no Maya") && fault.suggestions[0].contains("--maya"), "{fault:?}");
    rig.maya("maya2025", GOOD);
    let fault = chosen(&Which { maya: vec!["/nowhere".into()], dry_run: false }, &rig.machine).unwrap_err();
    assert!(fault.suggestions[0].contains("maya2025"), "{fault:?}");
}
