//! A Blender is asked what it is and has: by its own words, within a time.

use std::path::Path;
use std::time::Duration;

use serde::Deserialize;

use super::super::bounded::{self, Ran, Silence};

const MARK: &str = "scenewire-report ";
const SCRIPT: &str = include_str!("inspect.py");

/// What it says.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub(super) struct Report {
    pub(super) version: [u32; 3],
    pub(super) python: [u32; 3],
    /// As Python's `sysconfig` writes it.
    pub(super) platform: String,
    /// Where it keeps what its user installs.
    pub(super) folder: String,
    pub(super) writable: bool,
    pub(super) copies: Vec<Copy>,
    pub(super) package: Package,
}

/// One copy of the add-on.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub(super) struct Copy {
    pub(super) module: String,
    pub(super) folder: String,
    /// Of an extension: the repository that it is in.
    pub(super) repository: Option<String>,
    pub(super) version: Option<String>,
    pub(super) enabled: bool,
}

/// The scenewire package, as that Python finds it.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub(super) struct Package {
    pub(super) version: Option<String>,
    pub(super) error: Option<String>,
}

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
pub(super) enum Mute {
    /// It did not answer.
    #[error(transparent)]
    Silent(#[from] Silence),
    /// It said something else.
    #[error("it does not work: {0}")]
    Broken(String),
}

/// Its version, from the cheapest question there is.
pub(super) async fn version(program: &Path, limit: Duration) -> Result<[u32; 3], Mute> {
    let ran = bounded::run(program, &["-b".to_owned(), "--version".to_owned()], limit).await?;
    parse_version(&ran.out).ok_or_else(|| Mute::Broken(last_words(&ran)))
}

fn parse_version(text: &str) -> Option<[u32; 3]> {
    let words = text.lines().find_map(|line| line.trim().strip_prefix("Blender "))?;
    let mut numbers = words.split([' ', '.']).map(str::parse);
    let mut next = || numbers.next()?.ok();
    Some([next()?, next()?, next().unwrap_or(0)])
}

/// Everything else.
pub(super) async fn report(program: &Path, limit: Duration) -> Result<Report, Mute> {
    let ran = bounded::run(program, &background(SCRIPT), limit).await?;
    let line = ran.out.lines().rev().find_map(|line| line.strip_prefix(MARK));
    line.and_then(|line| serde_json::from_str(line).ok()).ok_or_else(|| Mute::Broken(last_words(&ran)))
}

/// Arguments that run a script and nothing else; what it raises ends in an exit code.
pub(super) fn background(script: &str) -> Vec<String> {
    ["-b", "--python-exit-code", "1", "--python-expr", script].map(str::to_owned).to_vec()
}

/// What a program said last, preferably about an error.
pub(super) fn last_words(ran: &Ran) -> String {
    let lines = || ran.err.lines().chain(ran.out.lines()).map(str::trim).filter(|line| !line.is_empty());
    let told = lines().rfind(|line| line.contains("Error") || line.contains("ERROR")).or_else(|| lines().next_back());
    let words: String = told.unwrap_or("it said nothing").chars().take(300).collect();
    match ran.status.code() {
        Some(0) => words,
        Some(code) => format!("{words} (exit code {code})"),
        None => format!("{words} ({})", ran.status),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_what_builds_print() {
        let check = |text: &str, expected: Option<[u32; 3]>| assert_eq!(parse_version(text), expected, "{text}");
        check("Blender 3.4.1\n\tbuild date: x", Some([3, 4, 1]));
        check("warning: no display\nBlender 5.2.2 LTS\n", Some([5, 2, 2]));
        check("Blender 2.79 (sub 0)\n", Some([2, 79, 0]));
        check("bash: blender: command not found", None);
        check("Blender quit", None);
    }
}
