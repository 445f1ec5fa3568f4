//! Answers in the words of the client that asked.

use std::fmt::Write as _;

use serde::Serialize;
use serde_json::{Map, Value};

use super::Dialect;
use crate::wire::Fault;

/// What became of a command.
#[derive(Debug)]
pub struct Answer {
    /// Its result, or why there is none.
    pub result: Result<Value, Fault>,
    /// What the dialect says beside it: output of code.
    pub beside: Map<String, Value>,
    /// What the error says in place of the fault's sentence, where the client reads more out of it.
    pub message: Option<String>,
    /// The id of what is answered, in dialects that have one.
    pub id: Value,
}

impl From<Result<Value, Fault>> for Answer {
    fn from(result: Result<Value, Fault>) -> Self {
        Self { result, beside: Map::new(), message: None, id: Value::Null }
    }
}

#[derive(Serialize)]
struct Success<'a> {
    status: &'static str,
    result: &'a Value,
    #[serde(flatten)]
    beside: &'a Map<String, Value>,
}

#[derive(Serialize)]
struct Error<'a> {
    status: &'static str,
    message: &'a str,
    error_code: &'static str,
    details: &'a Map<String, Value>,
    suggestions: &'a [String],
    #[serde(flatten)]
    beside: &'a Map<String, Value>,
}

/// Seed 003's response. Its error is a sentence; what its error responses hold stands beside it.
#[derive(Serialize)]
struct Response<'a> {
    success: bool,
    result: Option<&'a Value>,
    error: Option<String>,
    request_id: &'a Value,
    #[serde(flatten)]
    fault: Option<&'a Fault>,
}

/// The bytes of an answer. It ends with a line break where the client reads lines, and where it may: one that reads
/// objects passes over it, and whether a line break will come behind a command is not known when the command has come.
pub fn encode(dialect: Dialect, answer: &Answer) -> Vec<u8> {
    let Answer { result, beside, message, id } = answer;
    let (status, end) = match dialect {
        Dialect::BlenderLab => ("ok", 0),
        Dialect::BlenderMcp | Dialect::Lines | Dialect::MayaMcp => ("success", b'\n'),
    };
    let written = match result {
        _ if dialect == Dialect::MayaMcp => serde_json::to_vec(&Response {
            success: result.is_ok(),
            result: result.as_ref().ok(),
            error: result.as_ref().err().map(|fault| sentence(dialect, fault)),
            request_id: id,
            fault: result.as_ref().err(),
        }),
        Ok(result) => serde_json::to_vec(&Success { status, result, beside }),
        Err(fault) => {
            let message = message.clone().unwrap_or_else(|| sentence(dialect, fault));
            let Fault { error_code, details, suggestions, .. } = fault;
            serde_json::to_vec(&Error {
                status: "error",
                message: &message,
                error_code: error_code.name(),
                details,
                suggestions,
                beside,
            })
        }
    };
    // Values of JSON are always written.
    let mut bytes = written.unwrap_or_default();
    bytes.push(end);
    bytes
}

/// A client that shows nothing but the message shows the suggestions in it.
fn sentence(dialect: Dialect, fault: &Fault) -> String {
    let mut text = fault.error_message.clone();
    if dialect != Dialect::Lines && !fault.suggestions.is_empty() {
        // Writing to a string does not fail.
        let _ = write!(text, " (try: {})", fault.suggestions.join("; "));
    }
    text
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::wire::Code;

    #[test]
    fn every_dialect_has_its_own_words() {
        let check = |dialect, result: Result<Value, Fault>, expected: &str| {
            assert_eq!(String::from_utf8_lossy(&encode(dialect, &result.into())), expected);
        };
        let fault = || Fault::new(Code::NotFound, "no `A`").suggest("`B`");
        check(Dialect::BlenderMcp, Ok(json!({ "a": 1 })), "{\"status\":\"success\",\"result\":{\"a\":1}}\n");
        check(Dialect::BlenderLab, Ok(json!({})), "{\"status\":\"ok\",\"result\":{}}\0");
        let error = r#""error_code":"not_found","details":{},"suggestions":["`B`"]}"#;
        check(Dialect::Lines, Err(fault()), &format!("{{\"status\":\"error\",\"message\":\"no `A`\",{error}\n"));
        let shown = "no `A` (try: `B`)";
        check(Dialect::BlenderMcp, Err(fault()), &format!("{{\"status\":\"error\",\"message\":\"{shown}\",{error}\n"));
        check(Dialect::BlenderLab, Err(fault()), &format!("{{\"status\":\"error\",\"message\":\"{shown}\",{error}\0"));
        let response = |result: Result<Value, Fault>| {
            let answer = Answer { id: json!("r1"), ..result.into() };
            serde_json::from_slice::<Value>(&encode(Dialect::MayaMcp, &answer)).unwrap()
        };
        let done = json!({ "success": true, "result": [1], "error": null, "request_id": "r1" });
        assert_eq!(response(Ok(json!([1]))), done);
        let Fault { timestamp, .. } = fault();
        let mut failed = response(Err(fault()));
        assert_eq!(failed["timestamp"].take().as_str().map(str::len), Some(timestamp.len()));
        let expected = json!({
            "success": false, "result": null, "error": shown, "request_id": "r1", "error_code": "not_found",
            "error_message": "no `A`", "details": {}, "suggestions": ["`B`"], "timestamp": null,
        });
        assert_eq!(failed, expected);
    }
}
