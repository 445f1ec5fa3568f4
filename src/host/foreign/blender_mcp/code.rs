//! `execute_code`: what it printed, or the traceback.

use std::time::Duration;

use serde_json::{Value, json};

use super::Input;
use crate::host::foreign::desk::Desk;
use crate::host::foreign::lab::PRINTED;
use crate::wire::foreign::Answer;
use crate::wire::{Code, Fault};

/// Its server stops waiting after 180 s; the code should have stopped before, and said so.
const LIMIT: Duration = Duration::from_secs(170);

pub(super) async fn execute(desk: &Desk, input: Input<'_>) -> Answer {
    let code = match input.needed("code") {
        Ok(code) => code,
        Err(fault) => return Err(fault).into(),
    };
    let arguments = json!({ "code": code, "output_limit": PRINTED });
    match desk.ask("execute_python", arguments, Some(LIMIT)).await {
        Ok(mut payload) => Ok(json!({ "executed": true, "result": payload.json["stdout"].take() })).into(),
        Err(fault) => {
            let message = raised(&fault);
            Answer { message, ..Err(fault).into() }
        }
    }
}

/// What its server reads out of an error of code: the exception with its traceback. None for any other error.
fn raised(fault: &Fault) -> Option<String> {
    let told = |name: &str| fault.details.get(name).and_then(Value::as_str).unwrap_or_default();
    let (exception, traceback) = match fault.error_code {
        Code::PythonError => (told("exception").to_owned(), told("traceback").to_owned()),
        Code::SyntaxError => {
            let line = fault.details.get("line").and_then(Value::as_u64).unwrap_or_default();
            let message = &fault.error_message;
            let text = format!("  File \"<string>\", line {line}\n    {}\nSyntaxError: {message}\n", told("text"));
            ("SyntaxError".to_owned(), text)
        }
        _ => return None,
    };
    let message = fault.error_message.strip_prefix(&format!("{exception}: ")).unwrap_or(&fault.error_message);
    // Its own add-on keeps what the code did before it failed, so that its callers expect it.
    let traceback = format!("{traceback}\nNothing that this code changed was kept: it was rolled back.");
    Some(json!({ "exception_type": exception, "message": message, "traceback": traceback }).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exception_is_told_with_its_traceback() {
        let fault = Fault::new(Code::PythonError, "ValueError: no such thing")
            .detail("exception", "ValueError")
            .detail("traceback", "Traceback ...");
        let told: Value = serde_json::from_str(&raised(&fault).unwrap()).unwrap();
        assert_eq!((&told["exception_type"], &told["message"]), (&json!("ValueError"), &json!("no such thing")));
        assert!(told["traceback"].as_str().unwrap().starts_with("Traceback ...\n"));
        let fault = Fault::new(Code::SyntaxError, "invalid syntax (line 2)").detail("line", 2).detail("text", "a b");
        let told: Value = serde_json::from_str(&raised(&fault).unwrap()).unwrap();
        assert!(told["traceback"].as_str().unwrap().contains("line 2\n    a b\nSyntaxError: invalid"), "{told}");
        assert_eq!(raised(&Fault::new(Code::PermissionDenied, "no")), None);
    }
}
