use clap::Parser as _;

use super::super::machine::{System, fake};
use super::*;
use crate::cli::output::captured;
use crate::cli::output::exit_code;

/// As the command line gives it.
#[derive(clap::Parser)]
struct Typed<T: clap::Args> {
    #[command(flatten)]
    args: T,
}

fn typed<T: clap::Args>(words: &str) -> T {
    Typed::<T>::try_parse_from(std::iter::once("test").chain(words.split(' ')))
        .unwrap_or_else(|error| panic!("{error}"))
        .args
}

struct Rig {
    place: tempfile::TempDir,
    state: PathBuf,
    machine: Machine,
}

impl Rig {
    fn new() -> Self {
        let place = tempfile::tempdir().unwrap();
        let machine = fake::machine(System::Linux, place.path(), &[]);
        Self { state: place.path().join("state"), place, machine }
    }

    fn setting(&self, ask: Option<fn(&str) -> bool>) -> Setting<'_> {
        Setting { machine: &self.machine, state: &self.state, folder: self.place.path(), ask }
    }

    fn file(&self, place: &str, text: &str) -> PathBuf {
        let file = self.machine.home().join(place);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, text).unwrap();
        file
    }

    fn run(&self, words: &str, ask: Option<fn(&str) -> bool>) -> (Result<(), Failure>, String) {
        let (mut output, out, _) = captured::output(false);
        let (verb, rest) = words.split_once(' ').unwrap();
        let outcome = match verb {
            "install" => install(&typed::<Args>(rest), &self.setting(ask), &Runtime::default(), &mut output),
            _ => uninstall(&typed::<Which>(rest), &self.setting(ask), &mut output),
        };
        (outcome, out.text())
    }
}

fn code(outcome: Result<(), Failure>) -> i32 {
    match outcome {
        Ok(()) => 0,
        Err(Failure::Usage(_)) => 2,
        Err(Failure::Exit(code)) => code,
        Err(Failure::Fault(fault)) => exit_code(fault.error_code),
    }
}

#[test]
fn installing_and_uninstalling_leaves_every_byte() {
    let texts = [
        "{\n  \"mcpServers\": {\n    \"a\": {\"command\": \"b\"}, // mine\n  }\n}\n",
        "\u{feff}{\r\n\t\"x\": 1\r\n}",
        "{}",
        "",
        "  { \"mcpServers\" : { } }\n\n",
    ];
    for text in texts {
        let rig = Rig::new();
        let file = rig.file(".cursor/mcp.json", text);
        let (outcome, shown) = rig.run("install cursor --yes", None);
        assert_eq!(code(outcome), 0, "{shown}");
        assert!(shown.contains("+") && shown.contains("mcp"), "{shown}");
        let after = std::fs::read_to_string(&file).unwrap();
        assert_ne!(after, text);
        // A second time, and with other words, the first copy stays the one to go back to.
        assert_eq!(code(rig.run("install cursor --yes", None).0), 0);
        assert_eq!(std::fs::read_to_string(&file).unwrap(), after);
        assert_eq!(code(rig.run("install cursor --yes --instance set", None).0), 0);
        assert!(std::fs::read_to_string(&file).unwrap().contains("\"--instance\""));
        assert_eq!(code(rig.run("uninstall cursor --yes", None).0), 0);
        assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
    }
}

#[test]
fn toml_goes_back_too() {
    let rig = Rig::new();
    let text = "model = 'x' # y\r\n[mcp_servers.a]\r\ncommand = \"b\"";
    let file = rig.file(".codex/config.toml", text);
    assert_eq!(code(rig.run("install codex --yes", None).0), 0);
    assert!(std::fs::read_to_string(&file).unwrap().contains("[mcp_servers.scenewire]"));
    assert_eq!(code(rig.run("uninstall codex --yes", None).0), 0);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
}

#[test]
fn a_file_of_ours_alone_comes_and_goes() {
    let rig = Rig::new();
    assert_eq!(code(rig.run("install vscode --yes", None).0), 0);
    let file = rig.machine.home().join(".config/Code/User/mcp.json");
    assert!(file.is_file());
    assert_eq!(code(rig.run("uninstall vscode --yes", None).0), 0);
    assert!(!file.exists());
}

#[test]
fn what_others_changed_since_stays() {
    let rig = Rig::new();
    let file = rig.file(".cursor/mcp.json", "{}\n");
    assert_eq!(code(rig.run("install cursor --yes", None).0), 0);
    let more = std::fs::read_to_string(&file).unwrap().replacen('{', "{\n  \"theirs\": true,", 1);
    std::fs::write(&file, more).unwrap();
    assert_eq!(code(rig.run("uninstall cursor --yes", None).0), 0);
    let text = std::fs::read_to_string(&file).unwrap();
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value, json!({ "theirs": true, "mcpServers": {} }), "{text}");
}

#[test]
fn nothing_is_written_unasked() {
    let rig = Rig::new();
    let file = rig.file(".cursor/mcp.json", "{}\n");
    let check = |words: &str, ask: Option<fn(&str) -> bool>, expected: i32, about: &str| {
        let (outcome, shown) = rig.run(words, ask);
        assert_eq!((code(outcome), std::fs::read_to_string(&file).unwrap().as_str()), (expected, "{}\n"), "{words}");
        assert!(shown.contains(about), "{shown}");
    };
    check("install cursor", None, 2, "+");
    check("install cursor", Some(|_| false), 1, "Nothing was changed");
    check("install cursor --dry-run", None, 0, "+      \"args\": [\"mcp\"]");
    check("install cursor --print", None, 0, "mcpServers");
    check("uninstall cursor", None, 0, "nothing to do");
    assert_eq!(code(rig.run("install cursor", Some(|_| true)).0), 0);
    assert_ne!(std::fs::read_to_string(&file).unwrap(), "{}\n");
}

#[test]
fn what_is_not_ours_or_broken_is_left_alone() {
    let rig = Rig::new();
    let check = |text: &str, words: &str, about: &str| {
        let file = rig.file(".cursor/mcp.json", text);
        let (outcome, _) = rig.run(words, None);
        let Err(Failure::Fault(fault)) = outcome else { panic!("{outcome:?}") };
        assert!(fault.error_message.contains(about), "{fault:?}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
    };
    let theirs = r#"{"mcpServers": {"scenewire": {"command": "theirs"}}}"#;
    check(theirs, "install cursor --yes", "is for theirs");
    check(theirs, "uninstall cursor --yes", "is for theirs");
    check("{\n  \"a\": 1\n  \"b\": 2\n}", "install cursor --yes", "line 2, column 9");
    check("{", "uninstall cursor --yes", "line 1, column 1");
}

#[test]
fn the_project_has_a_file_of_its_own() {
    let rig = Rig::new();
    assert_eq!(code(rig.run("install claude-code --project --yes", None).0), 0);
    assert!(rig.place.path().join(".mcp.json").is_file());
    assert_eq!(code(rig.run("install windsurf --project --yes", None).0), 2);
}

#[test]
fn a_gateway_is_checked_before_it_is_written() {
    let rig = Rig::new();
    let key = rig.place.path().join("key");
    std::fs::write(&key, "swu_x").unwrap();
    let words = |url: &str| format!("install cursor --print --gateway {url} --key-file {}", key.display());
    let (outcome, shown) = rig.run(&words("https://gateway.example:5000"), None);
    assert_eq!(code(outcome), 0);
    assert!(shown.contains("--key-file") && !shown.contains("swu_x"), "{shown}");
    assert_eq!(code(rig.run(&words("gateway"), None).0), 1);
    let lost = "install cursor --print --gateway https://gateway.example --key-file /no/such/key";
    assert_eq!(code(rig.run(lost, None).0), 1);
}
