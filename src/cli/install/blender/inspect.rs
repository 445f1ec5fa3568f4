//! A Blender is asked what it is and has: by its own words, within a time.

use std::path::Path;
use std::time::Duration;

use serde::Deserialize;

use super::super::asked::{self, Mute, Package, last_words};
use super::super::bounded;

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
    asked::report(program, &background(SCRIPT), limit).await
}

/// Arguments that run a script and nothing else; what it raises ends in an exit code.
pub(super) fn background(script: &str) -> Vec<String> {
    ["-b", "--python-exit-code", "1", "--python-expr", script].map(str::to_owned).to_vec()
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
