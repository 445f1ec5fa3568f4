//! `scenewire doctor`: each link of the chain from an AI client to a scene, and what to do about a broken one.

use std::path::Path;
use std::time::{Duration, Instant};

use serde::Serialize;
use serde_json::json;

use super::Runtime;
use super::clients;
use super::install::finder;
use super::install::machine::Machine;
use super::install::maya;
use super::install::present;
use super::launch::{self, Choice};
use super::output::{Failure, Output};
use crate::backend::{Backend, Instance, Local, Request};
use crate::host::Folders;
use crate::mcp::HOW_TO_START;

const VERSION: &str = env!("CARGO_PKG_VERSION");
/// A host that does not answer this fast is busy or gone.
const PATIENCE: Duration = Duration::from_secs(3);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum State {
    Good,
    /// Nothing is broken, but something is not used.
    Absent,
    Broken,
}

/// One line of the report.
#[derive(Debug, Serialize)]
struct Check {
    link: &'static str,
    state: State,
    found: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    advice: Option<String>,
}

impl Check {
    fn good(link: &'static str, found: impl Into<String>) -> Self {
        Self { link, state: State::Good, found: found.into(), advice: None }
    }

    fn absent(link: &'static str, found: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { link, state: State::Absent, found: found.into(), advice: Some(advice.into()) }
    }

    fn broken(link: &'static str, found: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { link, state: State::Broken, found: found.into(), advice: Some(advice.into()) }
    }
}

/// Checks everything and prints the report; exit code 1 when a link is broken.
pub(super) async fn run(runtime: &Runtime, output: &mut Output) -> Result<(), Failure> {
    let folders = Folders::from_env()?;
    let backend = Local::at(folders.clone());
    let mut checks = vec![Check::good("scenewire", format!("{VERSION}, {}", program(runtime)))];
    checks.push(folder(&folders.runtime));
    checks.extend(hosts(&backend, &folders.runtime).await);
    checks.extend(applications(runtime));
    let machine = Machine::this();
    checks.extend(addons(&machine));
    checks.extend(mcp_clients(&machine, &std::env::current_dir().unwrap_or_default()));
    report(&checks, output);
    let broken = checks.iter().any(|check| check.state == State::Broken);
    if broken { Err(Failure::Exit(1)) } else { Ok(()) }
}

fn report(checks: &[Check], output: &mut Output) {
    if output.json {
        output.value(&json!({ "checks": checks }));
        return;
    }
    for check in checks {
        let mark = match check.state {
            State::Good => output.paint("32", "✓"),
            State::Absent => output.paint("33", "–"),
            State::Broken => output.paint("31", "✗"),
        };
        let advice = check.advice.as_ref().map(|advice| format!(": {advice}")).unwrap_or_default();
        output.line(&format!("{mark} {}: {}{advice}", check.link, check.found));
    }
}

fn program(runtime: &Runtime) -> String {
    match &runtime.python {
        Some(python) => format!("in {}", python.display()),
        None => std::env::current_exe().map_or_else(|_| "native".to_owned(), |path| path.display().to_string()),
    }
}

/// The folder of the records: whoever can read it can drive the hosts.
fn folder(path: &Path) -> Check {
    let link = "runtime folder";
    let shown = path.display().to_string();
    match std::fs::metadata(path) {
        Err(_) => Check::absent(link, format!("{shown} is not there yet"), "the first host makes it"),
        Ok(metadata) if !metadata.is_dir() => Check::broken(link, format!("{shown} is no folder"), "remove it"),
        Ok(metadata) if others_may_read(&metadata) => {
            Check::broken(link, format!("{shown} can be read by others"), format!("run: chmod 700 '{shown}'"))
        }
        Ok(_) => Check::good(link, shown),
    }
}

#[cfg(unix)]
fn others_may_read(metadata: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    metadata.permissions().mode() & 0o077 != 0
}

/// On Windows the folder lies in the user's profile, which others cannot read.
#[cfg(not(unix))]
fn others_may_read(_metadata: &std::fs::Metadata) -> bool {
    false
}

/// Records, and an answer from each host behind them.
async fn hosts(backend: &impl Backend, records: &Path) -> Vec<Check> {
    let instances = match backend.instances().await {
        Ok(instances) => instances,
        Err(fault) => return vec![Check::broken("hosts", fault.error_message, fault.suggestions.join("; "))],
    };
    let mut checks = vec![stale_records(records, &instances)];
    if instances.is_empty() {
        checks.push(Check::broken("hosts", "none is running", HOW_TO_START));
    }
    for instance in &instances {
        checks.push(answer(backend, instance).await);
    }
    checks
}

fn stale_records(records: &Path, instances: &[Instance]) -> Check {
    let names = std::fs::read_dir(records).into_iter().flatten().flatten().map(|entry| entry.path());
    let ids: Vec<String> = names
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned()))
        .collect();
    let stale = ids.iter().filter(|id| !instances.iter().any(|instance| instance.id == **id)).count();
    if stale == 0 {
        return Check::good("records", format!("{} alive", ids.len()));
    }
    let advice = "their hosts ended without cleaning up; they are ignored and may be removed";
    Check::absent("records", format!("{stale} of {} have no host", ids.len()), advice)
}

async fn answer(backend: &impl Backend, instance: &Instance) -> Check {
    let request = Request {
        instance: Some(instance.id.clone()),
        operation: "get_status".to_owned(),
        arguments: json!({}).into(),
        timeout: Some(PATIENCE),
        ..Request::default()
    };
    let began = Instant::now();
    let outcome = tokio::time::timeout(PATIENCE, backend.call(request, None)).await;
    let took = began.elapsed();
    let about = format!("{} ({} {})", instance.name, instance.host.app, instance.host.app_version);
    match outcome {
        Ok(Ok(_)) if instance.scenewire_version == VERSION => {
            Check::good("host", format!("{about} answers in {:.1} ms", took.as_secs_f64() * 1_000.0))
        }
        Ok(Ok(_)) => {
            let found = format!("{about} has scenewire {} and this is {VERSION}", instance.scenewire_version);
            Check::broken("host", found, "bring both to the same version: pip install --upgrade scenewire")
        }
        Ok(Err(fault)) => {
            Check::broken("host", format!("{about}: {}", fault.error_message), fault.suggestions.join("; "))
        }
        Err(_) => Check::broken("host", format!("{about} does not answer"), "wait until it is done, or restart it"),
    }
}

/// What `scenewire host` could start.
fn applications(runtime: &Runtime) -> Vec<Check> {
    let choice = Choice::default();
    let interpreters = launch::interpreters(&choice, runtime);
    let mut checks: Vec<Check> = interpreters
        .iter()
        .filter_map(|interpreter| {
            let version = interpreter.scenewire.as_deref()?;
            let found = format!("{version} in {} (Python {})", interpreter.path.display(), interpreter.version);
            Some(if version == VERSION {
                Check::good("wheel", found)
            } else {
                Check::broken(
                    "wheel",
                    format!("{found}, but this is {VERSION}"),
                    "pip install --upgrade scenewire there",
                )
            })
        })
        .collect();
    for interpreter in interpreters.iter().filter(|interpreter| interpreter.bpy) {
        checks.push(Check::good("bpy", interpreter.path.display().to_string()));
    }
    for interpreter in interpreters.iter().filter(|interpreter| interpreter.pxr) {
        checks.push(Check::good("OpenUSD", interpreter.path.display().to_string()));
    }
    if let Some(blender) = launch::blender(&choice) {
        checks.push(Check::good("blender", blender.display().to_string()));
    }
    checks.push(match launch::find(&choice, runtime) {
        Ok(launcher) => Check::good("scenewire host", format!("would start {}", launcher.describe())),
        Err(fault) => Check::absent("scenewire host", fault.error_message, fault.suggestions.join(", or ")),
    });
    checks
}

/// The add-on and the plug-in, where there is an application for it.
fn addons(machine: &Machine) -> Vec<Check> {
    let blenders = present::copies(machine).into_iter().map(|copy| (format!("Blender {}", copy.blender), copy.version));
    let mayas = maya::present(machine).into_iter().map(|(release, version)| (format!("Maya {release}"), version));
    let mut checks = copies("add-on", "Blender", &blenders.collect::<Vec<_>>(), !finder::blenders(machine).is_empty());
    checks.extend(copies("plug-in", "Maya", &mayas.collect::<Vec<_>>(), !maya::mayas(machine).is_empty()));
    checks
}

/// Where one is and which version, in applications of which there is `any`.
fn copies(link: &'static str, app: &str, found: &[(String, Option<String>)], any: bool) -> Vec<Check> {
    let advice = format!("run: scenewire install {}", app.to_lowercase());
    if found.is_empty() && any {
        return vec![Check::absent(link, format!("no {app} of this user has it"), advice)];
    }
    let check = |(place, version): &(String, Option<String>)| {
        let version = version.as_deref().unwrap_or("of an unknown version");
        let told = format!("{version} in {place}");
        match version == VERSION {
            true => Check::good(link, told),
            false => Check::absent(link, format!("{told}, and this is {VERSION}"), advice.as_str()),
        }
    };
    found.iter().map(check).collect()
}

fn mcp_clients(machine: &Machine, project: &Path) -> Vec<Check> {
    let link = "MCP client";
    let mut checks = Vec::new();
    let mut named = false;
    for (label, client, file) in clients::files(machine, project) {
        let Some(entries) = clients::entries(&label, client, &file) else {
            let found = format!("{label}: {} cannot be read", file.display());
            checks.push(Check::absent(
                link,
                found,
                format!("see why: scenewire install client {} --dry-run", client.name),
            ));
            continue;
        };
        named |= !entries.is_empty();
        checks.extend(entries.iter().map(|entry| client_check(link, entry)));
    }
    if !named {
        let advice = "for example: scenewire install client claude-desktop (--help lists the others)";
        checks.push(Check::absent(link, "none on this machine names scenewire", advice));
    }
    checks
}

fn client_check(link: &'static str, entry: &clients::Entry) -> Check {
    let place = entry.file.display();
    if entry.exists {
        return Check::good(link, format!("{} starts {}", entry.client, entry.command));
    }
    Check::broken(
        link,
        format!("{} would start {}, which is not there", entry.client, entry.command),
        format!("correct it in {place}, or run scenewire install client again"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::install::machine::{System, fake};
    use crate::cli::output::captured;
    use crate::mcp::double::{Double, instance};
    use std::sync::atomic::Ordering;

    #[tokio::test]
    async fn hosts_are_asked() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("i_gone.json"), "{}").unwrap();
        let double = Double::default();
        let checks = hosts(&double, folder.path()).await;
        assert_eq!((checks[0].state, checks[0].found.as_str()), (State::Absent, "1 of 1 have no host"));
        assert_eq!(checks[1].state, State::Good, "{checks:?}");
        double.none.store(true, Ordering::Relaxed);
        let checks = hosts(&double, Path::new("/no/such/folder")).await;
        assert_eq!(checks[1].state, State::Broken);
        assert!(checks[1].advice.as_ref().unwrap().contains("scenewire host"));
    }

    #[tokio::test]
    async fn another_version_is_told() {
        let other = Instance { scenewire_version: "0.0.1".to_owned(), ..instance() };
        let check = answer(&Double::default(), &Instance { id: "blender".to_owned(), ..other }).await;
        assert_eq!(check.state, State::Broken, "{check:?}");
        assert!(check.found.contains("0.0.1"), "{check:?}");
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_others_can_read_is_broken() {
        use std::os::unix::fs::PermissionsExt as _;
        let place = tempfile::tempdir().unwrap();
        let set = |mode| std::fs::set_permissions(place.path(), std::fs::Permissions::from_mode(mode)).unwrap();
        set(0o755);
        assert_eq!(folder(place.path()).state, State::Broken);
        set(0o700);
        assert_eq!(folder(place.path()).state, State::Good);
        assert_eq!(folder(&place.path().join("none")).state, State::Absent);
    }

    #[test]
    fn the_add_on_is_looked_for_where_there_is_a_blender() {
        let place = tempfile::tempdir().unwrap();
        let machine = fake::machine(System::Linux, place.path(), &[]);
        assert_eq!(addons(&machine).len(), 0);
        fake::files(&machine, &["/usr/bin/blender"]);
        assert_eq!(addons(&machine)[0].state, State::Absent);
        let manifest = "/home/anna/.config/blender/5.2/extensions/user_default/scenewire_addon/blender_manifest.toml";
        fake::files(&machine, &[manifest]);
        let write = |version: &str| {
            let text = format!("id = \"scenewire_addon\"\nversion = \"{version}\"\n");
            std::fs::write(machine.at(manifest), text).unwrap();
        };
        write(VERSION);
        let checks = addons(&machine);
        assert_eq!((checks[0].state, checks[0].found.clone()), (State::Good, format!("{VERSION} in Blender 5.2")));
        write("0.0.1");
        assert_eq!(addons(&machine)[0].state, State::Absent);
    }

    #[test]
    fn broken_clients_are_found() {
        let place = tempfile::tempdir().unwrap();
        let machine = fake::machine(System::Linux, place.path(), &[]);
        let config = json!({ "mcpServers": { "scenewire": { "command": "/no/such/scenewire" } } });
        std::fs::create_dir_all(machine.home()).unwrap();
        std::fs::write(machine.home().join(".claude.json"), config.to_string()).unwrap();
        let checks = mcp_clients(&machine, Path::new("/no/such/project"));
        assert_eq!(checks.len(), 1);
        assert_eq!(checks[0].state, State::Broken);
    }

    #[test]
    fn the_report_is_lines_or_json() {
        let checks = [Check::good("a", "b"), Check::broken("c", "d", "e")];
        let (mut output, out, _) = captured::output(false);
        report(&checks, &mut output);
        assert_eq!(out.text(), "✓ a: b\n✗ c: d: e\n");
        let (mut output, out, _) = captured::output(true);
        report(&checks, &mut output);
        assert_eq!(out.json()["checks"][1], json!({"link": "c", "state": "broken", "found": "d", "advice": "e"}));
    }
}
