//! The Blender Lab add-on's one request: code that leaves its answer in `result`, or a function that will have it later.

use std::path::Path;
use std::time::Duration;

use serde_json::{Map, Value, json};
use tokio::time::Instant;

use super::desk::Desk;
use crate::link::random_text;
use crate::wire::foreign::{Answer, Command};
use crate::wire::{Code, Fault};

/// Characters of printed output that these clients get: they have no other way to a result, and it comes whole.
pub(super) const PRINTED: u64 = 64 << 20;
/// Its client stops waiting after 300 s; the code should have stopped before, and said so.
const LIMIT: Duration = Duration::from_secs(290);
/// How long a job in the background may take, as in its add-on.
const LATER: Duration = Duration::from_secs(3600);
/// How often is looked whether it has ended.
const LOOK: Duration = Duration::from_millis(100);

/// Does one request.
pub(super) async fn perform(desk: &Desk, command: Command) -> Answer {
    let asked = match Asked::read(&command) {
        Ok(asked) => asked,
        Err(fault) => return Err(fault).into(),
    };
    match asked.run(desk).await {
        Ok(answer) => answer,
        Err(fault) => failed(fault),
    }
}

struct Asked<'a> {
    code: &'a str,
    strict: bool,
}

impl<'a> Asked<'a> {
    fn read(command: &'a Command) -> Result<Self, Fault> {
        let wrong = |message: String| Fault::new(Code::InvalidParams, message);
        if command.name != "execute" {
            let message = format!("Unknown request type: '{}'", command.name);
            return Err(wrong(message).suggest(r#"{"type": "execute", "code": "...", "strict_json": true}"#));
        }
        let Some(Value::String(code)) = command.params.get("code") else {
            return Err(wrong("`code` is missing, or no text".to_owned()));
        };
        let Some(Value::Bool(strict)) = command.params.get("strict_json") else {
            return Err(wrong("`strict_json` is missing: say true or false".to_owned()));
        };
        Ok(Self { code, strict: *strict })
    }

    async fn run(&self, desk: &Desk) -> Result<Answer, Fault> {
        let name = random_text(16).map_err(|error| Fault::new(Code::Internal, error.to_string()))?;
        let later = std::env::temp_dir().join(format!("scenewire-{name}.json"));
        let arguments = json!({
            "code": format!("{}\n{}", self.code, self.epilogue(&later)),
            "variables": { "result": {} },
            "output_limit": PRINTED,
        });
        let mut told = desk.ask("execute_python", arguments, Some(LIMIT)).await?.json;
        let beside = output(&told);
        let text = told["value"].take();
        let result = match serde_json::from_str(text.as_str().unwrap_or_default()) {
            Ok(Value::Null) => wait(desk, &later).await,
            Ok(result) => Ok(result),
            Err(error) => Err(Fault::new(Code::HandlerError, format!("the code's answer cannot be read: {error}"))),
        };
        Ok(Answer { beside, ..result.into() })
    }

    /// What reads the answer out of the code's variables. It stands on a line of its own behind the code, so that every
    /// line keeps its number.
    fn epilogue(&self, later: &Path) -> String {
        let strict = if self.strict { "True" } else { "False" };
        // A JSON text is a Python text too.
        let path = Value::from(later.to_string_lossy());
        format!("__import__('scenewire.adapters.blender.lab', fromlist=['answer']).answer(globals(), {strict}, {path})")
    }
}

/// Waits for the file in which the host leaves the answer of a background job.
async fn wait(desk: &Desk, file: &Path) -> Result<Value, Fault> {
    let until = Instant::now() + LATER;
    loop {
        if let Ok(text) = std::fs::read(file) {
            // It is ours, and nobody else's to read.
            let _ = std::fs::remove_file(file);
            return told_later(&text);
        }
        if Instant::now() >= until {
            let message = format!("Deferred operation timed out after {} seconds", LATER.as_secs());
            return Err(Fault::new(Code::TimedOut, message));
        }
        tokio::select! {
            () = desk.leave.cancelled() => return Err(Fault::new(Code::Cancelled, "the host stopped")),
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

fn told_later(text: &[u8]) -> Result<Value, Fault> {
    let mut told: Value = serde_json::from_slice(text)
        .map_err(|error| Fault::new(Code::HandlerError, format!("the deferred answer cannot be read: {error}")))?;
    match told["error"].as_str() {
        Some(error) => Err(Fault::new(Code::PythonError, error)),
        None => Ok(told["result"].take()),
    }
}

/// As its add-on tells an error of code: the traceback, and what was printed before it.
fn failed(fault: Fault) -> Answer {
    let text = |name: &str| fault.details.get(name).and_then(Value::as_str).unwrap_or_default();
    let message = match text("exception") {
        // What our own last line says of the result is a sentence, and no mistake in any line of the code.
        "" | "ResultError" => fault.error_message.strip_prefix("ResultError: ").map(str::to_owned),
        _ => Some(text("traceback").to_owned()),
    };
    let beside = output(&Value::Object(fault.details.clone()));
    let details =
        fault.details.into_iter().filter(|(name, _)| !matches!(name.as_str(), "stdout" | "stderr" | "traceback"));
    let fault = Fault { details: details.collect(), ..fault };
    Answer { beside, message, ..Err(fault).into() }
}

fn output(told: &Value) -> Map<String, Value> {
    let printed = |name: &&str| told[*name].as_str().is_some_and(|text| !text.is_empty());
    ["stdout", "stderr"]
        .iter()
        .filter(|name| printed(name))
        .map(|name| ((*name).to_owned(), told[*name].clone()))
        .collect()
}
