//! Finds a 3D application on this machine and how to start scenewire in it.

use std::path::{Path, PathBuf};
use std::process::Command;

use clap::ValueEnum;
use serde::Deserialize;

use super::Runtime;
use super::install::finder;
use super::install::machine::Machine;
use super::install::maya::mayas;
use crate::wire::{Code, Fault, reason};

/// Which kind of host.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum App {
    /// Blender as a Python module (`pip install bpy`).
    Bpy,
    /// An installed Blender.
    Blender,
    /// An installed Maya, without its window (`mayapy`).
    Maya,
    /// A stage of OpenUSD (`pip install usd-core`).
    Usd,
}

/// What was asked for on the command line.
#[derive(Clone, Debug, Default)]
pub(super) struct Choice {
    pub(super) app: Option<App>,
    pub(super) python: Option<PathBuf>,
    pub(super) blender: Option<PathBuf>,
}

/// A host that can be started.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Launcher {
    /// This interpreter has bpy and scenewire.
    Bpy { python: PathBuf },
    /// This Blender, with scenewire from that folder.
    Blender { program: PathBuf, packages: PathBuf },
    /// This Maya's Python, with scenewire from that folder.
    Maya { mayapy: PathBuf, packages: PathBuf },
    /// This interpreter has OpenUSD and scenewire.
    Usd { python: PathBuf },
}

/// What the host is told.
#[derive(Clone, Debug, Default)]
pub(super) struct Options {
    pub(super) arguments: Vec<String>,
    pub(super) window: bool,
}

/// What an interpreter has.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Interpreter {
    #[serde(skip)]
    pub(super) path: PathBuf,
    /// The file that runs, whatever wrapper or link was called.
    executable: PathBuf,
    /// Whose packages it sees: a venv's python is a link to the system's.
    prefix: PathBuf,
    pub(super) version: String,
    pub(super) bpy: bool,
    /// Whether it has OpenUSD.
    pub(super) pxr: bool,
    /// The folder that holds the package `scenewire`.
    pub(super) packages: Option<PathBuf>,
    /// Version of the scenewire in it.
    pub(super) scenewire: Option<String>,
}

/// Asks without importing: bpy takes half a second. A mere folder of that name has no origin.
const PROBE: &str = "
import importlib.util, json, os, platform, sys
from importlib import metadata
def installed(name):
    spec = importlib.util.find_spec(name)
    return spec is not None and spec.origin is not None
spec = importlib.util.find_spec('scenewire')
places = list(spec.submodule_search_locations or []) if spec else []
try:
    version = metadata.version('scenewire')
except metadata.PackageNotFoundError:
    version = None
print(json.dumps({
    'executable': os.path.realpath(sys.executable),
    'prefix': sys.prefix,
    'version': platform.python_version(),
    'bpy': installed('bpy'),
    'pxr': installed('pxr'),
    'packages': os.path.dirname(places[0]) if places else None,
    'scenewire': version,
}))
";

/// Runs inside Blender or Maya, whose own packages must win: hence append.
const BOOTSTRAP: &str = "import sys; sys.path.append({packages}); from scenewire.host import main; main({arguments})";

impl Interpreter {
    /// What this interpreter has; none when it does not run.
    pub(super) fn probe(path: &Path) -> Option<Self> {
        let output = Command::new(path).args(["-c", PROBE]).output().ok()?;
        let mut interpreter: Self = serde_json::from_slice(&output.stdout).ok()?;
        interpreter.path = path.to_owned();
        Some(interpreter)
    }
}

/// The interpreters to look at: the one that was named, else our own and those on the path.
pub(super) fn interpreters(choice: &Choice, runtime: &Runtime) -> Vec<Interpreter> {
    let candidates: Vec<PathBuf> = match &choice.python {
        Some(python) => vec![python.clone()],
        None => {
            let names = ["python3", "python3.11", "python3.13", "python"];
            runtime.python.iter().cloned().chain(names.iter().filter_map(|name| on_path(name))).collect()
        }
    };
    let mut found: Vec<Interpreter> = Vec::new();
    for interpreter in candidates.iter().filter_map(|candidate| Interpreter::probe(candidate)) {
        let same =
            |known: &Interpreter| known.executable == interpreter.executable && known.prefix == interpreter.prefix;
        if !found.iter().any(same) {
            found.push(interpreter);
        }
    }
    found
}

/// The host to start: what was asked for, else bpy, else an installed Blender.
pub(super) fn find(choice: &Choice, runtime: &Runtime) -> Result<Launcher, Fault> {
    if choice.app == Some(App::Maya) {
        return maya(choice, runtime);
    }
    let interpreters = interpreters(choice, runtime);
    if let Some(named) = choice.python.as_ref().filter(|_| interpreters.is_empty()) {
        return Err(no_program("--python", "Python", named));
    }
    let blender = blender(choice);
    if let (Some(named), Some(_)) = (blender.as_ref().filter(|named| !named.is_file()), &choice.blender) {
        return Err(no_program("--blender", "Blender", named));
    }
    choose(choice, &interpreters, blender)
}

/// The Maya whose mayapy was named, else the newest that is found; scenewire comes from this Python, not from Maya's.
fn maya(choice: &Choice, runtime: &Runtime) -> Result<Launcher, Fault> {
    let found = || mayas(&Machine::this()).into_iter().next().map(|found| found.mayapy);
    let missing_maya = || missing("no Maya was found", "name its mayapy with --python PATH");
    let mayapy = choice.python.clone().or_else(found).ok_or_else(missing_maya)?;
    let packages = interpreters(&Choice::default(), runtime).into_iter().find_map(|one| one.packages);
    let packages = packages.ok_or_else(|| missing("no Python here has scenewire", "pip install scenewire"))?;
    Ok(Launcher::Maya { mayapy, packages })
}

/// What was named on the command line does not run.
fn no_program(flag: &str, what: &str, named: &Path) -> Fault {
    let shown = named.display();
    let found = match std::fs::metadata(named) {
        Err(error) => format!("`{shown}` is not there ({})", reason(error)),
        Ok(metadata) if metadata.is_dir() => format!("`{shown}` is a folder, not the program in it"),
        Ok(_) => format!("`{shown}` does not run as a {what}"),
    };
    Fault::new(Code::FileNotFound, format!("{flag}: {found}"))
        .detail("path", shown.to_string())
        .suggest(format!("name the program itself: {flag} /path/to/{}", what.to_lowercase()))
        .suggest(format!("or leave {flag} out; `scenewire doctor` shows what is found"))
}

fn choose(choice: &Choice, interpreters: &[Interpreter], blender: Option<PathBuf>) -> Result<Launcher, Fault> {
    let wants = |app: App| match choice.app {
        Some(wanted) => wanted == app,
        // Naming a Blender is asking for it.
        None => app == App::Blender || choice.blender.is_none(),
    };
    if choice.app == Some(App::Usd) {
        let found = interpreters.iter().find(|interpreter| interpreter.pxr && interpreter.packages.is_some());
        let module = "pip install usd-core beside scenewire, or name an interpreter that has both with --python PATH";
        let missing = || missing("no Python here has both OpenUSD (pxr) and scenewire", module);
        return found.map(|interpreter| Launcher::Usd { python: interpreter.path.clone() }).ok_or_else(missing);
    }
    let bpy = interpreters.iter().find(|interpreter| interpreter.bpy && interpreter.packages.is_some());
    if let Some(interpreter) = bpy.filter(|_| wants(App::Bpy)) {
        return Ok(Launcher::Bpy { python: interpreter.path.clone() });
    }
    let packages = interpreters.iter().find_map(|interpreter| interpreter.packages.clone());
    match (blender.filter(|_| wants(App::Blender)), packages) {
        (Some(program), Some(packages)) => Ok(Launcher::Blender { program, packages }),
        (_, None) => Err(missing("no Python here has scenewire", "pip install scenewire")),
        (None, Some(_)) => Err(nothing_to_start(choice)),
    }
}

fn nothing_to_start(choice: &Choice) -> Fault {
    let module = "pip install bpy (4.2 to 5.0 need exactly Python 3.11, 5.1 and later exactly 3.13)";
    match choice.app {
        Some(App::Bpy) => missing("no Python here has both bpy and scenewire", module),
        Some(App::Blender | App::Maya | App::Usd) => {
            missing("no Blender was found", "install it from blender.org, or name it with --blender PATH")
        }
        None => missing("no Blender was found", module)
            .suggest("install Blender from blender.org, or name it with --blender PATH"),
    }
}

fn missing(what: &str, remedy: &str) -> Fault {
    Fault::new(Code::FileNotFound, what).suggest(remedy)
}

/// The Blender that was named, else the first that is found.
pub(super) fn blender(choice: &Choice) -> Option<PathBuf> {
    let found = || finder::blenders(&Machine::this()).into_iter().next().map(|found| found.program);
    choice.blender.as_deref().map(program).or_else(found)
}

/// A program that was named: by its path, or as a shell would find it.
fn program(named: &Path) -> PathBuf {
    let plain = named.to_str().filter(|_| named.components().count() == 1);
    plain.and_then(on_path).unwrap_or_else(|| named.to_owned())
}

/// The program of this name on the path.
pub(super) fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

impl Launcher {
    /// How to start it.
    pub(super) fn command(&self, options: &Options) -> Command {
        match self {
            Self::Bpy { python } => of_module(python, "bpy", options),
            Self::Usd { python } => of_module(python, "usd", options),
            Self::Blender { program, packages } => {
                let mut command = Command::new(program);
                if !options.window {
                    command.arg("--background");
                }
                command.args(["--python-exit-code", "1", "--python-expr"]).arg(bootstrap(packages, &options.arguments));
                command
            }
            Self::Maya { mayapy, packages } => {
                let app = ["--app", "maya"].map(str::to_owned);
                let mut command = Command::new(mayapy);
                command.arg("-c").arg(bootstrap(packages, &[&app, &options.arguments[..]].concat()));
                command
            }
        }
    }

    /// What it is, in words.
    pub(super) fn describe(&self) -> String {
        match self {
            Self::Bpy { python } => format!("bpy in {}", python.display()),
            Self::Blender { program, .. } => program.display().to_string(),
            Self::Maya { mayapy, .. } => mayapy.display().to_string(),
            Self::Usd { python } => format!("OpenUSD in {}", python.display()),
        }
    }
}

/// A host inside an interpreter; which one is said, because an interpreter may have both.
fn of_module(python: &Path, app: &str, options: &Options) -> Command {
    let mut command = Command::new(python);
    command.args(["-m", "scenewire.host", "--app", app]).args(&options.arguments);
    command
}

/// JSON texts are Python literals too, whatever a path contains.
fn bootstrap(packages: &Path, arguments: &[String]) -> String {
    let literal = |value: serde_json::Value| value.to_string();
    BOOTSTRAP
        .replace("{packages}", &literal(packages.to_string_lossy().into()))
        .replace("{arguments}", &literal(arguments.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interpreter(path: &str, bpy: bool, scenewire: bool) -> Interpreter {
        Interpreter {
            path: path.into(),
            executable: path.into(),
            prefix: path.into(),
            version: "3.11.7".to_owned(),
            bpy,
            pxr: bpy,
            packages: scenewire.then(|| PathBuf::from("/site")),
            scenewire: scenewire.then(|| "0.1.0".to_owned()),
        }
    }

    #[test]
    fn bpy_comes_before_an_installed_blender() {
        let all = [interpreter("/a", false, true), interpreter("/b", true, true)];
        let blender = || Some(PathBuf::from("/blender"));
        let installed = Launcher::Blender { program: "/blender".into(), packages: "/site".into() };
        let check = |choice: Choice, all: &[Interpreter], blender: Option<PathBuf>, expected: Launcher| {
            assert_eq!(choose(&choice, all, blender).unwrap(), expected);
        };
        check(Choice::default(), &all, blender(), Launcher::Bpy { python: "/b".into() });
        check(Choice::default(), &all[..1], blender(), installed.clone());
        check(Choice { app: Some(App::Blender), ..Choice::default() }, &all, blender(), installed.clone());
        check(Choice { blender: blender(), ..Choice::default() }, &all, blender(), installed);
        check(
            Choice { app: Some(App::Usd), ..Choice::default() },
            &all,
            blender(),
            Launcher::Usd { python: "/b".into() },
        );
    }

    #[test]
    fn says_what_to_install() {
        let check = |choice: Choice, all: &[Interpreter], expected: &str| {
            let fault = choose(&choice, all, None).unwrap_err();
            assert!(fault.suggestions[0].contains(expected), "{fault:?}");
        };
        check(Choice::default(), &[interpreter("/a", true, false)], "pip install scenewire");
        check(Choice::default(), &[interpreter("/a", false, true)], "pip install bpy");
        check(Choice { app: Some(App::Blender), ..Choice::default() }, &[interpreter("/a", true, true)], "blender.org");
        check(Choice { app: Some(App::Usd), ..Choice::default() }, &[interpreter("/a", false, true)], "usd-core");
    }

    #[test]
    fn starts_blender_with_awkward_paths() {
        let launcher = Launcher::Blender { program: "blender".into(), packages: "/it's a \"path\"".into() };
        let options = Options { arguments: vec!["--name".to_owned(), "a'b".to_owned()], window: false };
        let command = launcher.command(&options);
        let words: Vec<String> = command.get_args().map(|word| word.to_string_lossy().into_owned()).collect();
        assert_eq!(words[0], "--background");
        assert!(words.last().unwrap().contains(r#"sys.path.append("/it's a \"path\"")"#), "{words:?}");
        assert!(words.last().unwrap().ends_with(r#"main(["--name","a'b"])"#));
        let launcher = Launcher::Maya { mayapy: "mayapy".into(), packages: "/site".into() };
        let words: Vec<String> =
            launcher.command(&options).get_args().map(|word| word.to_string_lossy().into_owned()).collect();
        assert!(words[0] == "-c" && words[1].ends_with(r#"main(["--app","maya","--name","a'b"])"#), "{words:?}");
    }

    #[test]
    fn a_program_that_is_not_there_is_told_by_its_path() {
        let folder = tempfile::tempdir().unwrap();
        let nowhere = folder.path().join("nowhere");
        let check = |choice: Choice, path: &Path, expected: &str| {
            let fault = find(&choice, &Runtime::default()).unwrap_err();
            assert_eq!(
                (fault.error_code, &fault.details["path"]),
                (Code::FileNotFound, &path.to_string_lossy().into())
            );
            assert!(fault.error_message.contains(expected), "{fault:?}");
        };
        for (path, expected) in [(nowhere.as_path(), "is not there"), (folder.path(), "is a folder")] {
            check(Choice { python: Some(path.to_owned()), ..Choice::default() }, path, expected);
            check(Choice { blender: Some(path.to_owned()), ..Choice::default() }, path, expected);
        }
    }

    #[test]
    fn a_missing_interpreter_is_no_interpreter() {
        assert!(Interpreter::probe(Path::new("/no/such/python")).is_none());
    }
}
