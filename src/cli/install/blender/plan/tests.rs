use super::super::super::asked::Package;
use super::*;

const OURS: &str = "0.3.0";

fn report(version: [u32; 3], copies: Vec<Copy>) -> Report {
    Report {
        version,
        python: [3, 11, 7],
        platform: "linux-x86_64".to_owned(),
        folder: "/home/anna/.config/blender".to_owned(),
        writable: true,
        copies,
        package: Package { version: Some(OURS.to_owned()), error: None },
    }
}

fn copy(repository: Option<&str>, version: &str) -> Copy {
    Copy {
        module: "m".to_owned(),
        folder: "/it's/here".to_owned(),
        repository: repository.map(str::to_owned),
        version: Some(version.to_owned()),
        enabled: true,
    }
}

fn zips() -> Zips {
    Zips::of(OURS, Some("/tmp/new.zip"), Some("/tmp/old.zip"))
}

/// The reason and what each step is; or the refusal.
fn check(report: &Report, again: bool, expected: Result<Option<(Reason, &[&str])>, &str>) {
    match (install(report, &zips(), again), expected) {
        (Plan::Nothing, Ok(None)) => {}
        (Plan::Do { reason, steps }, Ok(Some((wanted, words)))) => {
            assert_eq!(reason, wanted);
            let lines: Vec<String> = steps.iter().map(|step| step.arguments.join(" ")).collect();
            assert_eq!(lines.len(), words.len(), "{lines:?}");
            for (line, words) in lines.iter().zip(words) {
                assert!(line.contains(words), "{words} is not in {line}");
            }
        }
        (Plan::Refuse { why, .. }, Err(about)) => assert!(why.contains(about), "{why}"),
        (plan, expected) => panic!("{plan:?}, not {expected:?}"),
    }
}

#[test]
fn each_generation_of_blender_gets_its_own_way() {
    let new = "--command extension install-file -r user_default --enable /tmp/new.zip";
    check(&report([4, 2, 0], vec![]), false, Ok(Some((Reason::New, &[new]))));
    check(&report([5, 2, 2], vec![]), false, Ok(Some((Reason::New, &[new]))));
    let old = "addon_install(overwrite=True, filepath=\"/tmp/old.zip\")";
    check(&report([4, 1, 1], vec![]), false, Ok(Some((Reason::New, &[old]))));
    check(&report([3, 4, 1], vec![]), false, Ok(Some((Reason::New, &[old]))));
}

#[test]
fn what_is_there_is_left_upgraded_or_repaired() {
    let with = |copy: Copy| report([4, 2, 0], vec![copy]);
    let ours = || with(copy(Some("user_default"), OURS));
    let (file, anew): (&str, &[&str]) =
        ("install-file", &["extension remove user_default.scenewire_addon", "install-file"]);
    check(&ours(), false, Ok(None));
    check(&ours(), true, Ok(Some((Reason::Repair("--reinstall".to_owned()), anew))));
    let older = with(copy(Some("user_default"), "0.2.9"));
    check(&older, false, Ok(Some((Reason::Upgrade("0.2.9".to_owned()), &[file]))));
    check(&with(copy(Some("user_default"), "0.10.0")), false, Err("newer than 0.3.0"));
    let disabled = with(Copy { enabled: false, ..copy(Some("user_default"), OURS) });
    check(&disabled, false, Ok(Some((Reason::Repair("it was not enabled".to_owned()), &[file]))));
    let broken = Report { package: Package { version: None, error: Some("no".to_owned()) }, ..ours() };
    check(&broken, false, Ok(Some((Reason::Repair("its package did not load (no)".to_owned()), anew))));
    assert!(verify(&broken, OURS).unwrap_err().contains("did not load"));
    assert_eq!(verify(&ours(), OURS), Ok(()));
    assert!(verify(&older, OURS).unwrap_err().contains("still has 0.2.9"));
}

#[test]
fn a_copy_of_before_extensions_makes_room() {
    let both: &[&str] = &["rmtree", "install-file"];
    let old = report([4, 2, 0], vec![copy(None, "0.1.0")]);
    check(&old, false, Ok(Some((Reason::Upgrade("0.1.0".to_owned()), both))));
    let Plan::Do { steps, .. } = install(&old, &zips(), false) else { panic!() };
    assert!(steps[0].arguments[4].contains(r#"folder = "/it's/here".rstrip"#), "{steps:?}");
}

#[test]
fn refusals_say_why() {
    check(&report([2, 93, 0], vec![]), false, Err("Blender 2.93.0 is too old"));
    check(&Report { python: [3, 7, 7], ..report([3, 4, 0], vec![]) }, false, Err("its Python is 3.7.7"));
    check(&Report { writable: false, ..report([4, 2, 0], vec![]) }, false, Err("cannot be written"));
    let only_new = Zips::of(OURS, Some("/tmp/new.zip"), None);
    let Plan::Refuse { why, .. } = install(&report([3, 4, 1], vec![]), &only_new, false) else { panic!() };
    assert!(why.contains("extension"), "{why}");
}

#[test]
fn every_copy_goes() {
    let all = report([4, 2, 0], vec![copy(Some("studio"), OURS), copy(None, "0.1.0")]);
    let Plan::Do { steps, reason } = uninstall(&all) else { panic!() };
    assert_eq!(reason, Reason::Removal(OURS.to_owned()));
    assert_eq!(steps[0].arguments.join(" "), "--command extension remove studio.scenewire_addon");
    assert!(steps[1].arguments[4].contains("save_userpref"));
    assert_eq!(uninstall(&report([4, 2, 0], vec![])), Plan::Nothing);
}
