//! `scenewire events`

use serde_json::{Value, json};

use super::output::{Failure, Output};
use super::signal::told_to_end;
use super::target::Target;
use crate::backend::{Backend, Request};
use crate::catalogue::GET_EVENTS;

/// One question waits so long for an answer.
const WAIT_SECONDS: f64 = 20.0;

/// Which events of whom.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Only these kinds, as `get_events` names them; all otherwise.
    #[arg(long, value_delimiter = ',')]
    kinds: Vec<String>,
    /// Id or name of the session; not needed when there is only one.
    #[arg(long, env = "SCENEWIRE_INSTANCE")]
    instance: Option<String>,
    #[command(flatten)]
    pub(super) target: Target,
}

/// Prints what happens, a line each, until Ctrl-C.
pub(super) async fn run(args: &Args, backend: &impl Backend, output: &mut Output) -> Result<(), Failure> {
    let told = told_to_end();
    tokio::pin!(told);
    let mut after = None;
    loop {
        let wait = if after.is_none() { 0.0 } else { WAIT_SECONDS };
        let answer = tokio::select! {
            answer = backend.call(question(args, after.as_ref(), wait), None) => answer?.payload.json,
            _ = &mut told => return Ok(()),
        };
        tell(&answer, output);
        after = Some(answer["cursor"].clone());
    }
}

fn question(args: &Args, after: Option<&Value>, wait: f64) -> Request {
    let mut arguments = json!({ "wait": wait });
    if !args.kinds.is_empty() {
        arguments["kinds"] = json!(args.kinds);
    }
    if let Some(after) = after {
        arguments["after"] = after.clone();
    }
    Request {
        instance: args.instance.clone(),
        operation: GET_EVENTS.to_owned(),
        arguments: arguments.into(),
        ..Request::default()
    }
}

fn tell(answer: &Value, output: &mut Output) {
    let missed = answer["missed"].as_u64().unwrap_or_default();
    if missed > 0 {
        output.note(&format!("{missed} events were missed"));
    }
    for event in answer["events"].as_array().into_iter().flatten() {
        match output.json {
            true => output.line(&event.to_string()),
            false => output.line(&line(event)),
        }
    }
}

/// `12:03:04 nodes_added by the artist: Cube, Lamp`
fn line(event: &Value) -> String {
    let text = |field: &str| event[field].as_str().unwrap_or_default();
    let clock = text("time").split(['T', '.']).nth(1).unwrap_or_default();
    let who = match text("by") {
        "artist" => "the artist".to_owned(),
        _ => format!("`{}`", text("operation")),
    };
    let mut line = format!("{clock} {} by {who}", text("kind"));
    let mut names: Vec<&str> = event["names"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    names.extend(event["path"].as_str());
    if !names.is_empty() {
        line = format!("{line}: {}", names.join(", "));
    }
    match (event["more"].as_u64(), event["count"].as_u64()) {
        (Some(more), _) => format!("{line} and {more} more"),
        (None, Some(count)) if count > 1 => format!("{line} ({count} times)"),
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_when_what_who_and_which() {
        let check = |event: Value, expected: &str| assert_eq!(line(&event), expected);
        check(
            json!({ "kind": "nodes_added", "time": "2026-11-21T20:59:28.934Z", "by": "artist", "count": 2,
                    "names": ["Cube", "Lamp"], "more": 7 }),
            "20:59:28 nodes_added by the artist: Cube, Lamp and 7 more",
        );
        check(
            json!({ "kind": "file_saved", "time": "2026-11-21T20:59:28.934Z", "by": "call", "operation": "save_file",
                    "count": 3, "path": "/tmp/x.blend" }),
            "20:59:28 file_saved by `save_file`: /tmp/x.blend (3 times)",
        );
    }
}
