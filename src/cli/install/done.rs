//! What was done in each application of a machine, and how it is told.

use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::cli::output::{Failure, Output};

/// What one application is called, and several, and what its user reads when it was installed.
pub(super) struct Words {
    pub(super) one: &'static str,
    pub(super) many: &'static str,
    pub(super) afterwards: &'static str,
}

/// What was done in one.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Done {
    #[serde(skip)]
    pub(super) program: PathBuf,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) version: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) python: Option<String>,
    pub(super) outcome: &'static str,
    /// In words.
    pub(super) said: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) advice: Option<String>,
    /// What was run in it, or would be.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) steps: Vec<Vec<String>>,
}

impl Done {
    /// Nothing yet, which is a failure where nothing follows.
    pub(super) fn of(program: &Path) -> Self {
        Self {
            program: program.to_owned(),
            version: None,
            python: None,
            outcome: "failed",
            said: String::new(),
            advice: None,
            steps: Vec::new(),
        }
    }

    fn json(&self, words: &Words) -> Value {
        let mut told = Map::from_iter([(words.one.to_owned(), json!(self.program))]);
        if let Value::Object(fields) = json!(self) {
            told.extend(fields);
        }
        Value::Object(told)
    }
}

/// Says it, in words or as JSON.
pub(super) fn tell(all: &[Done], words: &Words, dry_run: bool, output: &mut Output) {
    if output.json {
        let all: Vec<Value> = all.iter().map(|done| done.json(words)).collect();
        output.value(&json!({ words.many: all, "dry_run": dry_run }));
        return;
    }
    for done in all {
        let mark = match done.outcome {
            "failed" => output.paint("31", "✗"),
            "refused" => output.paint("33", "–"),
            _ => output.paint("32", "✓"),
        };
        let version = done.version.as_ref().map(|version| format!(" ({version})")).unwrap_or_default();
        output.line(&format!("{mark} {}{version}: {}", done.program.display(), done.said));
        output_more(done, dry_run, output);
    }
    if all.iter().any(|done| ["installed", "upgraded", "repaired"].contains(&done.outcome)) {
        output.line(words.afterwards);
    }
}

fn output_more(done: &Done, dry_run: bool, output: &mut Output) {
    if let Some(advice) = &done.advice {
        output.line(&format!("    {advice}"));
    }
    if dry_run {
        for step in &done.steps {
            let words = step.iter().map(|word| shell(word)).collect::<Vec<_>>().join(" ");
            output.line(&format!("    {} {words}", shell(&done.program.display().to_string())));
        }
    }
}

/// A word as a shell would take it.
fn shell(word: &str) -> String {
    let plain = word.chars().all(|char| char.is_ascii_alphanumeric() || "-_./=:+".contains(char));
    if plain && !word.is_empty() { word.to_owned() } else { format!("'{}'", word.replace('\'', r"'\''")) }
}

/// A failure anywhere, or an application that was `named` and refused, is one of the command; so is a machine where none could
/// have it.
pub(super) fn finish(all: &[Done], named: bool) -> Result<(), Failure> {
    let refused = all.iter().filter(|done| done.outcome == "refused").count();
    let failed = all.iter().any(|done| done.outcome == "failed");
    let none = !all.is_empty() && refused == all.len();
    if failed || none || (refused > 0 && named) { Err(Failure::Exit(1)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_can_be_pasted() {
        assert_eq!(shell("--enable"), "--enable");
        assert_eq!(shell("it's"), r"'it'\''s'");
        assert_eq!(shell(""), "''");
    }
}
