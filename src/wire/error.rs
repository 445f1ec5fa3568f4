//! The one table of error codes, and the error object that every edge shows in the same shape.

use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Declares [`Code`] from the table below: the variant, its name on the wire, and what it means.
macro_rules! codes {
    ($($variant:ident $name:literal $meaning:literal,)*) => {
        /// What went wrong. Other people's scripts compare these names, so they never change.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Code { $(#[doc = $meaning] $variant,)* }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            /// The name on the wire.
            pub const fn name(self) -> &'static str {
                match self { $(Code::$variant => $name,)* }
            }

            /// One sentence for the documentation.
            pub const fn meaning(self) -> &'static str {
                match self { $(Code::$variant => $meaning,)* }
            }
        }
    };
}

codes! {
    InvalidParams "invalid_params" "An argument is missing, unknown, of the wrong type or out of range; nothing ran.",
    UnknownOperation "unknown_operation" "No operation has this name.",
    NotSupported "not_supported" "This host cannot do it; the message says why and what comes nearest.",
    NotFound "not_found" "No object has this id or name; the suggestions list the nearest names.",
    AmbiguousName "ambiguous_name" "More than one object has this name; the details list the candidates with their ids.",
    StaleId "stale_id" "The id is from an earlier state of the scene; read it again.",
    Conflict "conflict" "Somebody else changed the scene since the revision that was given.",
    Singleton "singleton" "There is exactly one of these in a scene; it can be updated, not created or deleted.",
    SyntaxError "syntax_error" "The code does not parse; the details give line and column.",
    PythonError "python_error" "The code raised; the details give the traceback of the user's code.",
    HandlerError "handler_error" "The host's API refused or failed.",
    ExternalServiceError "external_service_error" "A service outside the host failed.",
    FileNotFound "file_not_found" "No such file.",
    PermissionDenied "permission_denied" "The owner of the host, or the key, does not allow it.",
    ApprovalRequired "approval_required" "The owner of the host wants the client's user asked before; nothing ran. The details say why and what it is about.",
    TimedOut "timed_out" "The deadline passed; what ran was stopped and rolled back.",
    TimedOutStillRunning "timed_out_still_running" "The deadline passed inside code that cannot be stopped; the host is busy until it returns.",
    Cancelled "cancelled" "The caller cancelled; what ran was rolled back.",
    OutOfMemory "out_of_memory" "The host ran out of memory.",
    WouldDeadlock "would_deadlock" "A call from the host's own main thread that would wait for that thread.",
    Busy "busy" "The queue of the host is full; try again.",
    HostNotRunning "host_not_running" "No host is there; start one.",
    InstanceNotFound "instance_not_found" "No instance has this id or name.",
    InstanceRequired "instance_required" "Several instances are there; say which.",
    Unreachable "unreachable" "The host or gateway did not answer.",
    OutcomeUnknown "outcome_unknown" "The connection ended during the call; whether it ran cannot be known.",
    KeyReused "key_reused" "The same idempotency key came with another body.",
    ResultExpired "result_expired" "The call ran, but its result is no longer kept.",
    TooLarge "too_large" "A message or attachment is over its limit.",
    Protocol "protocol" "The peer sent what the protocol does not allow.",
    Unauthorized "unauthorized" "The token or key is missing or wrong.",
    InstanceRestarted "instance_restarted" "The host was restarted since the call was made for it; nothing ran.",
    RateLimited "rate_limited" "Too many calls in a short time, or too many at once; try again when the details say.",
    AuditUnavailable "audit_unavailable" "The record of calls cannot be written, so nothing that changes a scene may run.",
    IncompatibleVersion "incompatible_version" "The two sides have no protocol version in common; upgrade the older one.",
    Internal "internal" "A defect in scenewire; please report it.",
}

/// An error as every edge shows it: Python, MCP, the command line and HTTP.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, thiserror::Error)]
#[error("{error_message}")]
pub struct Fault {
    /// What went wrong, for programs.
    pub error_code: Code,
    /// What went wrong, in a sentence for people: what was expected, what came.
    pub error_message: String,
    /// Facts by name: `path`, `expected`, `got`, `line`, `column`, `traceback`, `candidates`, `example` …
    #[serde(default)]
    pub details: Map<String, Value>,
    /// What to do or write instead, best first.
    #[serde(default)]
    pub suggestions: Vec<String>,
    /// When it happened, RFC 3339 in UTC.
    #[serde(default)]
    pub timestamp: String,
}

impl Fault {
    /// A fault of this code with its sentence, stamped now.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            error_code: code,
            error_message: message.into(),
            details: Map::new(),
            suggestions: Vec::new(),
            timestamp: now_rfc3339(),
        }
    }

    /// Adds one fact.
    pub fn detail(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.details.insert(name.to_owned(), value.into());
        self
    }

    /// Adds one thing to do or write instead.
    pub fn suggest(mut self, suggestion: impl Into<String>) -> Self {
        self.suggestions.push(suggestion.into());
        self
    }
}

/// What a system says of a file, without the number that means nothing to people.
pub fn reason(error: impl std::fmt::Display) -> String {
    let text = error.to_string();
    text.split_once(" (os error").map_or(text.as_str(), |(words, _)| words).to_owned()
}

/// Now, RFC 3339 in UTC with milliseconds.
pub fn now_rfc3339() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    rfc3339(since.as_secs(), since.subsec_millis())
}

/// The day of this many seconds since 1970, in UTC.
pub(crate) fn date(seconds: u64) -> String {
    rfc3339(seconds, 0).split('T').next().unwrap_or_default().to_owned()
}

/// That time in UTC with milliseconds. Civil date from days since 1970 (Howard Hinnant, "chrono-compatible low-level
/// date algorithms").
pub(crate) fn rfc3339(seconds: u64, millis: u32) -> String {
    let days = seconds / 86_400;
    let (hour, minute, second) = (seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60);
    let shifted = days + 719_468;
    let era = shifted / 146_097;
    let day_of_era = shifted % 146_097;
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{millis:03}Z")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_civil() {
        assert_eq!(rfc3339(0, 0), "1970-01-01T00:00:00.000Z");
        assert_eq!(rfc3339(951_782_400, 7), "2000-02-29T00:00:00.007Z");
        assert_eq!(rfc3339(1_795_305_599, 999), "2026-11-21T23:59:59.999Z");
        assert_eq!(date(1_795_305_599), "2026-11-21");
    }

    #[test]
    fn code_names_are_their_serde_names() {
        for code in Code::ALL {
            assert_eq!(serde_json::to_value(code).ok(), Some(Value::from(code.name())));
        }
    }
}
