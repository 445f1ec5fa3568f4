//! The AI clients that speak MCP: where each keeps its configuration, and which of them name scenewire.

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use serde_json::Value;

use super::install::edit::{self, Format, Shape};
use super::install::machine::{Machine, System};
use super::launch::on_path;

/// One client.
#[derive(Debug)]
pub(super) struct Client {
    /// What it is called on the command line.
    pub(super) name: &'static str,
    /// What it calls itself.
    pub(super) label: &'static str,
    /// Other names that people type.
    aliases: &'static [&'static str],
    /// The configuration of this user.
    user: fn(&Machine) -> PathBuf,
    /// The configuration of a project, below its folder.
    project: Option<&'static str>,
    /// How it is written.
    pub(super) format: Format,
    /// What makes it read its configuration again.
    pub(super) reload: &'static str,
}

const fn json(servers: &'static str, shape: Shape) -> Format {
    Format::Json { servers, shape, strict: false }
}

/// What most clients have.
const USUAL: Format = json("mcpServers", Shape::Plain);
const VSCODE: Format = json("servers", Shape::Typed("stdio"));

/// The one table of clients.
static CLIENTS: &[Client] = &[
    Client {
        name: "claude-desktop",
        label: "Claude Desktop",
        aliases: &["claude"],
        user: |machine| machine.applications().join("Claude/claude_desktop_config.json"),
        project: None,
        format: Format::Json { servers: "mcpServers", shape: Shape::Plain, strict: true },
        reload: "quit and start Claude Desktop",
    },
    Client {
        name: "claude-code",
        label: "Claude Code",
        aliases: &[],
        user: |machine| {
            let folder = machine.variable("CLAUDE_CONFIG_DIR").map(|folder| machine.at(folder));
            folder.unwrap_or_else(|| machine.home()).join(".claude.json")
        },
        project: Some(".mcp.json"),
        format: Format::Json { servers: "mcpServers", shape: Shape::Typed("stdio"), strict: true },
        reload: "start a new session of Claude Code",
    },
    Client {
        name: "cursor",
        label: "Cursor",
        aliases: &[],
        user: |machine| machine.home().join(".cursor/mcp.json"),
        project: Some(".cursor/mcp.json"),
        format: USUAL,
        reload: "restart Cursor, or switch the server on in its settings",
    },
    Client {
        name: "vscode",
        label: "VS Code",
        aliases: &["code", "vs-code"],
        user: |machine| machine.applications().join("Code/User/mcp.json"),
        project: Some(".vscode/mcp.json"),
        format: VSCODE,
        reload: "start the server from VS Code's list of MCP servers",
    },
    Client {
        name: "vscode-insiders",
        label: "VS Code Insiders",
        aliases: &["code-insiders"],
        user: |machine| machine.applications().join("Code - Insiders/User/mcp.json"),
        project: Some(".vscode/mcp.json"),
        format: VSCODE,
        reload: "start the server from VS Code's list of MCP servers",
    },
    Client {
        name: "cline",
        label: "Cline",
        aliases: &[],
        user: |machine| {
            let storage = "Code/User/globalStorage/saoudrizwan.claude-dev/settings/cline_mcp_settings.json";
            machine.applications().join(storage)
        },
        project: None,
        format: USUAL,
        reload: "open Cline's list of MCP servers",
    },
    Client {
        name: "windsurf",
        label: "Windsurf",
        aliases: &[],
        user: |machine| machine.home().join(".codeium/windsurf/mcp_config.json"),
        project: None,
        format: USUAL,
        reload: "press refresh in Windsurf's list of MCP servers",
    },
    Client {
        name: "zed",
        label: "Zed",
        aliases: &[],
        user: |machine| match machine.system {
            System::Windows => machine.applications().join("Zed/settings.json"),
            System::MacOs => machine.home().join(".config/zed/settings.json"),
            System::Linux => machine.config().join("zed/settings.json"),
        },
        project: Some(".zed/settings.json"),
        format: json("context_servers", Shape::Sourced),
        reload: "Zed reads it at once",
    },
    Client {
        name: "gemini-cli",
        label: "Gemini CLI",
        aliases: &["gemini"],
        user: |machine| machine.home().join(".gemini/settings.json"),
        project: Some(".gemini/settings.json"),
        format: USUAL,
        reload: "start a new session of Gemini CLI",
    },
    Client {
        name: "codex",
        label: "Codex",
        aliases: &["openai-codex"],
        user: |machine| machine.folder("CODEX_HOME", ".codex").join("config.toml"),
        project: Some(".codex/config.toml"),
        format: Format::Toml { servers: "mcp_servers" },
        reload: "start a new session of Codex",
    },
    Client {
        name: "copilot-cli",
        label: "GitHub Copilot CLI",
        aliases: &["copilot"],
        user: |machine| machine.home().join(".copilot/mcp-config.json"),
        project: None,
        format: json("mcpServers", Shape::Typed("local")),
        reload: "start a new session of Copilot CLI",
    },
    Client {
        name: "opencode",
        label: "OpenCode",
        aliases: &[],
        user: |machine| machine.config().join("opencode/opencode.json"),
        project: Some("opencode.json"),
        format: json("mcp", Shape::Listed),
        reload: "start a new session of OpenCode",
    },
    Client {
        name: "kiro",
        label: "Kiro",
        aliases: &[],
        user: |machine| machine.home().join(".kiro/settings/mcp.json"),
        project: Some(".kiro/settings/mcp.json"),
        format: USUAL,
        reload: "Kiro reads it at once",
    },
    Client {
        name: "lm-studio",
        label: "LM Studio",
        aliases: &["lmstudio"],
        user: |machine| machine.home().join(".lmstudio/mcp.json"),
        project: None,
        format: USUAL,
        reload: "LM Studio reads it at once",
    },
];

impl Client {
    /// Where its configuration is, of the user or of a project; none when it has no such place.
    pub(super) fn file(&self, machine: &Machine, project: Option<&Path>) -> Option<PathBuf> {
        match project {
            None => Some((self.user)(machine)),
            Some(folder) => self.project.map(|place| folder.join(place)),
        }
    }
}

/// Reads a client's name: a wrong one is answered with the nearest, and shells complete it.
pub(super) fn parser() -> impl TypedValueParser<Value = &'static Client> {
    let names = CLIENTS.iter().map(|client| PossibleValue::new(client.name).help(client.label).aliases(client.aliases));
    PossibleValuesParser::new(names).try_map(|name| {
        let called = |client: &&Client| client.name == name || client.aliases.contains(&name.as_str());
        CLIENTS.iter().find(called).ok_or("no such client")
    })
}

/// One entry that names scenewire in the configuration of a client.
#[derive(Debug, PartialEq)]
pub(super) struct Entry {
    pub(super) client: String,
    pub(super) file: PathBuf,
    pub(super) command: String,
    /// Whether that command can be started.
    pub(super) exists: bool,
}

/// Every configuration file that there is.
pub(super) fn files(machine: &Machine, project: &Path) -> Vec<(String, &'static Client, PathBuf)> {
    let mut files: Vec<(String, &'static Client, PathBuf)> = Vec::new();
    let places = CLIENTS.iter().flat_map(|client| {
        let user = client.file(machine, None).map(|file| (client.label.to_owned(), client, file));
        let ours = client.file(machine, Some(project));
        user.into_iter().chain(ours.map(|file| (format!("{} (project)", client.label), client, file)))
    });
    for place in places {
        // Two clients may share a file; in the home folder a project's is the user's.
        if place.2.is_file() && !files.iter().any(|known| known.2 == place.2) {
            files.push(place);
        }
    }
    files
}

/// The entries that name scenewire; none when the file cannot be read.
pub(super) fn entries(label: &str, client: &Client, file: &Path) -> Option<Vec<Entry>> {
    let text = std::fs::read_to_string(file).ok()?;
    let config = edit::value(client.format, &text).ok()?;
    let mut found = Vec::new();
    collect(&config, &mut |command| {
        let exists = Path::new(command).is_file() || on_path(command).is_some();
        found.push(Entry { client: label.to_owned(), file: file.to_owned(), command: command.to_owned(), exists });
    });
    Some(found)
}

/// Servers stand under the names that the table has, in some clients once per project as well.
fn collect(value: &Value, tell: &mut dyn FnMut(&str)) {
    let Value::Object(map) = value else { return };
    for (key, inner) in map {
        match inner {
            Value::Object(servers) if CLIENTS.iter().any(|client| client.format.servers() == key) => {
                servers.iter().filter(|(name, server)| ours(name, server)).for_each(|(_, server)| {
                    command_of(server).into_iter().for_each(&mut *tell);
                });
            }
            _ => collect(inner, tell),
        }
    }
}

/// Whether an entry is for scenewire, by its name or by what it starts.
fn ours(name: &str, server: &Value) -> bool {
    name.contains("scenewire") || starts_scenewire(server)
}

/// Whether an entry starts scenewire, maybe through an interpreter.
pub(super) fn starts_scenewire(server: &Value) -> bool {
    let lists = [&server["args"], &server["command"]].into_iter().filter_map(Value::as_array).flatten();
    command_of(server).into_iter().chain(lists.filter_map(Value::as_str)).any(|word| word.contains("scenewire"))
}

/// Some clients have the arguments behind the command, in one list.
fn command_of(server: &Value) -> Option<&str> {
    let command = &server["command"];
    command.as_str().or_else(|| command.as_array()?.first()?.as_str())
}

#[cfg(test)]
mod tests {
    use super::super::install::machine::fake;
    use super::*;
    use serde_json::json;

    fn found(machine: &Machine, project: &Path) -> Vec<(String, String, bool)> {
        let each = files(machine, project).into_iter().flat_map(|(label, client, file)| {
            entries(&label, client, &file).unwrap_or_else(|| panic!("{label} cannot be read"))
        });
        each.map(|entry| (entry.client, entry.command, entry.exists)).collect()
    }

    fn put(file: &Path, text: &str) {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
    }

    #[test]
    fn entries_are_found_wherever_clients_put_them() {
        let place = tempfile::tempdir().unwrap();
        let machine = fake::machine(System::Linux, place.path(), &[]);
        let real = std::env::current_exe().unwrap();
        let config = json!({
            "mcpServers": { "scenewire": { "command": "no-such-program", "args": ["mcp"] }, "other": { "command": "x" } },
            "projects": { "/a": { "mcpServers": { "3d": { "command": real, "args": ["-m", "scenewire", "mcp"] } } } },
        });
        put(&machine.home().join(".claude.json"), &config.to_string());
        put(
            &machine.home().join(".config/Code/User/mcp.json"),
            "{ // mine\n\"servers\": {\"scenewire\": {\"command\": \"a\"},} }",
        );
        put(&machine.home().join(".codex/config.toml"), "[mcp_servers.scenewire]\ncommand = \"b\"\n");
        put(&place.path().join("work/opencode.json"), r#"{"mcp": {"x": {"command": ["uvx", "scenewire", "mcp"]}}}"#);
        let expected = [
            ("Claude Code", "no-such-program", false),
            ("Claude Code", real.to_str().unwrap(), true),
            ("VS Code", "a", false),
            ("Codex", "b", false),
        ];
        let seen = found(&machine, &place.path().join("work"));
        let seen: Vec<(&str, &str, bool)> =
            seen.iter().map(|(client, command, exists)| (client.as_str(), command.as_str(), *exists)).collect();
        assert_eq!(seen[..4], expected);
        assert_eq!((seen[4].0, seen[4].1), ("OpenCode (project)", "uvx"));
    }

    #[test]
    fn unreadable_files_are_said_to_be() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("mcp.json");
        std::fs::write(&file, "{ // comment").unwrap();
        assert_eq!(entries("VS Code", &CLIENTS[3], &file), None);
    }

    #[test]
    fn a_wrong_name_gets_the_nearest() {
        let command = || clap::Command::new("test").arg(clap::Arg::new("client").value_parser(parser()));
        let parse = |name: &str| command().try_get_matches_from(["test", name]);
        let name = |typed: &str| parse(typed).unwrap().get_one::<&Client>("client").unwrap().name;
        assert_eq!((name("cursor"), name("claude"), name("lmstudio")), ("cursor", "claude-desktop", "lm-studio"));
        assert!(parse("cursr").unwrap_err().to_string().contains("'cursor'"));
    }

    #[test]
    fn no_two_clients_share_a_name() {
        let mut names: Vec<&str> =
            CLIENTS.iter().flat_map(|client| client.aliases.iter().chain([&client.name])).copied().collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
