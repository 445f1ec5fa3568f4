//! The MCP clients of this machine, and whether what they would start exists.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::launch::on_path;

/// One entry that names scenewire in the configuration of a client.
#[derive(Debug, PartialEq)]
pub(super) struct Entry {
    pub(super) client: &'static str,
    pub(super) file: PathBuf,
    pub(super) command: String,
    /// Whether that command can be started.
    pub(super) exists: bool,
}

/// Where each client keeps its configuration, below the home folder or, for Windows, the folder for application data.
const PLACES: &[(&str, &str)] = &[
    ("Claude Desktop", "Library/Application Support/Claude/claude_desktop_config.json"),
    ("Claude Desktop", ".config/Claude/claude_desktop_config.json"),
    ("Claude Desktop", "AppData/Roaming/Claude/claude_desktop_config.json"),
    ("Claude Code", ".claude.json"),
    ("Cursor", ".cursor/mcp.json"),
    ("VS Code", "Library/Application Support/Code/User/mcp.json"),
    ("VS Code", ".config/Code/User/mcp.json"),
    ("VS Code", "AppData/Roaming/Code/User/mcp.json"),
    ("Windsurf", ".codeium/windsurf/mcp_config.json"),
];

/// Configurations of a project, below the current folder.
const PROJECT: &[(&str, &str)] = &[
    ("Claude Code (project)", ".mcp.json"),
    ("Cursor (project)", ".cursor/mcp.json"),
    ("VS Code (project)", ".vscode/mcp.json"),
];

/// Every configuration file that there is.
pub(super) fn files(home: &Path, project: &Path) -> Vec<(&'static str, PathBuf)> {
    let below = |folder: &Path, places: &'static [(&'static str, &'static str)]| {
        places.iter().map(|&(client, place)| (client, folder.join(place))).collect::<Vec<_>>()
    };
    let mut files = below(home, PLACES);
    files.extend(below(project, PROJECT));
    files.retain(|(_, file)| file.is_file());
    files
}

/// The entries that name scenewire; none when the file cannot be read as JSON.
pub(super) fn entries(client: &'static str, file: &Path) -> Option<Vec<Entry>> {
    let text = std::fs::read_to_string(file).ok()?;
    let config: Value = serde_json::from_str(&text).ok()?;
    let mut found = Vec::new();
    collect(&config, &mut |command| {
        let exists = Path::new(command).is_file() || on_path(command).is_some();
        found.push(Entry { client, file: file.to_owned(), command: command.to_owned(), exists });
    });
    Some(found)
}

/// Servers stand under `mcpServers` or `servers`, in some clients once per project as well.
fn collect(value: &Value, tell: &mut dyn FnMut(&str)) {
    let Value::Object(map) = value else { return };
    for (key, inner) in map {
        match inner {
            Value::Object(servers) if key == "mcpServers" || key == "servers" => {
                servers.iter().filter_map(|(name, server)| command_of(name, server)).for_each(&mut *tell);
            }
            _ => collect(inner, tell),
        }
    }
}

fn command_of<'a>(name: &str, server: &'a Value) -> Option<&'a str> {
    let command = server["command"].as_str()?;
    let mut words = server["args"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let ours =
        name.contains("scenewire") || command.contains("scenewire") || words.any(|word| word.contains("scenewire"));
    ours.then_some(command)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    #[test]
    fn entries_are_found_wherever_clients_put_them() {
        let home = tempfile::tempdir().unwrap();
        let real = std::env::current_exe().unwrap();
        let config = json!({
            "mcpServers": { "scenewire": { "command": "no-such-program", "args": ["mcp"] }, "other": { "command": "x" } },
            "projects": { "/a": { "mcpServers": { "3d": { "command": real, "args": ["-m", "scenewire", "mcp"] } } } },
        });
        std::fs::write(home.path().join(".claude.json"), config.to_string()).unwrap();
        let files = files(home.path(), Path::new("/no/such/project"));
        assert_eq!(files, [("Claude Code", home.path().join(".claude.json"))]);
        let entries = entries(files[0].0, &files[0].1).unwrap();
        let seen: Vec<(&str, bool)> = entries.iter().map(|entry| (entry.command.as_str(), entry.exists)).collect();
        assert_eq!(seen, [("no-such-program", false), (real.to_str().unwrap(), true)]);
    }

    #[test]
    fn unreadable_files_are_said_to_be() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("mcp.json");
        std::fs::write(&file, "{ // comment").unwrap();
        assert_eq!(entries("VS Code", &file), None);
    }
}
