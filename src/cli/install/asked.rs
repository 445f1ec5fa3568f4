//! A program that runs a script of ours and answers with one line of JSON behind a mark.

use std::path::Path;
use std::time::Duration;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::bounded::{self, Ran, Silence};

const MARK: &str = "scenewire-report ";

/// The scenewire package, as that program's Python finds it.
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

/// What it answers.
pub(super) async fn report<T: DeserializeOwned>(
    program: &Path,
    arguments: &[String],
    limit: Duration,
) -> Result<T, Mute> {
    let ran = bounded::run(program, arguments, limit).await?;
    let line = ran.out.lines().rev().find_map(|line| line.strip_prefix(MARK));
    line.and_then(|line| serde_json::from_str(line).ok()).ok_or_else(|| Mute::Broken(last_words(&ran)))
}

/// A script without what it says about itself, and with the path that it works on.
pub(super) fn script(text: &str, given: &str) -> String {
    text.rsplit("\"\"\"\n\n").next().unwrap_or(text).replace("\"@given@\"", &literal(given))
}

/// JSON texts are Python literals too, whatever a path contains.
fn literal(text: &str) -> String {
    serde_json::Value::from(text).to_string()
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
