//! Administering a gateway: `user`, `key`, `instance`, `session`, `audit`, `pair`, each over the gateway's API.

mod audit;
mod client;
mod instance;
mod key;
mod pair;
mod session;
mod time;
mod user;

pub(super) use audit::Audit;
pub(super) use instance::Instance;
pub(super) use key::Key;
pub(super) use pair::Pair;
#[cfg(feature = "python")]
pub(crate) use pair::redeem;
pub(super) use session::Session;
pub(super) use user::User;

use serde_json::Value;

use self::client::Client;
use super::output::{Failure, Output};
use super::target::Target;

/// A group of commands for one gateway.
#[derive(Debug, clap::Args)]
pub(super) struct Group<C: clap::Subcommand> {
    #[command(flatten)]
    target: Target,
    #[command(subcommand)]
    command: C,
}

/// One command for one gateway.
#[derive(Debug, clap::Args)]
pub(super) struct Single<C: clap::Args> {
    #[command(flatten)]
    target: Target,
    #[command(flatten)]
    command: C,
}

/// What a command does there.
pub(super) trait Administer {
    /// Does it and prints what came back.
    async fn run(&self, gateway: &Client, output: &mut Output) -> Result<(), Failure>;

    /// Whether it is for somebody who has a key.
    fn needs_key(&self) -> bool {
        true
    }
}

impl<C: clap::Subcommand + Administer> Group<C> {
    pub(super) async fn run(&self, output: &mut Output) -> Result<(), Failure> {
        self.command.run(&Client::new(self.target.endpoint()?), output).await
    }
}

impl<C: clap::Args + Administer> Single<C> {
    pub(super) async fn run(&self, output: &mut Output) -> Result<(), Failure> {
        let endpoint = match self.command.needs_key() {
            true => self.target.endpoint()?,
            false => self.target.endpoint_without_key()?,
        };
        self.command.run(&Client::new(endpoint), output).await
    }
}

/// Prints a list: as it came with `--json`, else these columns, each a head and where its value lies.
fn list(answer: &Value, field: &str, columns: &[(&str, &str)], output: &mut Output) {
    if output.json {
        output.value(answer);
        return;
    }
    let rows = answer[field].as_array().map(Vec::as_slice).unwrap_or_default();
    if rows.is_empty() {
        output.line("None.");
        return;
    }
    let row = |row: &Value| columns.iter().map(|(_, place)| cell(&row[*place])).collect();
    output.table(&columns.iter().map(|(head, _)| *head).collect::<Vec<_>>(), rows.iter().map(row).collect());
}

/// A value as a person reads it.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(cell).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => {
            // `uses` and the like: what is true.
            let told = fields.iter().filter(|(_, value)| **value == Value::Bool(true)).map(|(name, _)| name.as_str());
            told.collect::<Vec<_>>().join(", ")
        }
        Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::Number(number) => number.to_string(),
    }
}

/// Prints what was done: as it came with `--json`, else this sentence.
fn done(answer: &Value, sentence: &str, output: &mut Output) {
    if output.json { output.value(answer) } else { output.line(sentence) }
}

/// Prints a key that is shown this once; nothing else on standard output, so that a script can keep it.
fn secret(answer: &Value, sentence: &str, output: &mut Output) {
    if output.json {
        output.value(answer);
        return;
    }
    output.note(sentence);
    output.line(answer["api_key"].as_str().unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::output::captured;
    use serde_json::json;

    #[test]
    fn lists_are_tables_for_people_and_json_for_programs() {
        let answer = json!({ "users": [
            { "id": "u_1", "name": "anna", "suspended": false, "uses": { "host": true, "client": false }, "end": null }] });
        let columns = [("id", "id"), ("suspended", "suspended"), ("uses", "uses"), ("end", "end")];
        let (mut output, out, _) = captured::output(false);
        list(&answer, "users", &columns, &mut output);
        for word in ["u_1", "no", "host", "-"] {
            assert!(out.text().contains(word), "{}", out.text());
        }
        let (mut output, out, _) = captured::output(true);
        list(&answer, "users", &columns, &mut output);
        assert_eq!(out.json(), answer);
        let (mut output, out, _) = captured::output(false);
        list(&json!({ "users": [] }), "users", &columns, &mut output);
        assert_eq!(out.text(), "None.\n");
    }

    #[test]
    fn a_key_stands_alone_on_standard_output() {
        let (mut output, out, err) = captured::output(false);
        secret(&json!({ "api_key": "sw_x" }), "Keep it:", &mut output);
        assert_eq!((out.text().as_str(), err.text().as_str()), ("sw_x\n", "Keep it:\n"));
    }
}
