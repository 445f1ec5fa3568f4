//! What an HTTP answer in the place of the upgrade means, and what to do about it.

use std::time::Duration;

use tokio_tungstenite::tungstenite::http::{Response, StatusCode, header};

use crate::wire::{Code, Fault};

/// The detail that holds the HTTP status.
const STATUS: &str = "status";
/// The detail that says when to come again.
const RETRY: &str = "retry_after_ms";

/// The fault for this answer. `key` is what was shown, and must not come back in words.
pub(super) fn refusal(response: &Response<Option<Vec<u8>>>, url: &str, key: &str) -> Fault {
    let status = response.status();
    let (code, what, remedy) = match status {
        StatusCode::UNAUTHORIZED => (
            Code::Unauthorized,
            "does not know this key".to_owned(),
            "check that the key is whole, and that it has neither expired nor been revoked",
        ),
        StatusCode::FORBIDDEN => (
            Code::PermissionDenied,
            "does not let this key in here".to_owned(),
            "a 3D session needs a key with the use `host`, a program that commands one the use `client`",
        ),
        StatusCode::NOT_FOUND => (
            Code::Unreachable,
            "has nothing at this path".to_owned(),
            "check the address: is a scenewire gateway there?",
        ),
        StatusCode::TOO_MANY_REQUESTS => {
            (Code::RateLimited, "has heard too many attempts".to_owned(), "wait; it will be tried again")
        }
        StatusCode::SERVICE_UNAVAILABLE => {
            (Code::Unreachable, "is not ready".to_owned(), "wait; it is starting, stopping or overloaded")
        }
        status => (
            Code::Unreachable,
            format!("answers with HTTP {status} and no link"),
            "check the address, and the proxy in front of the gateway: it must pass WebSockets on",
        ),
    };
    let mut message = format!("{url} {what}");
    if let Some(words) = words(response).filter(|words| !words.contains(key)) {
        message = format!("{message}: {words}");
    }
    let fault = Fault::new(code, message).detail("url", url).detail(STATUS, status.as_u16()).suggest(remedy);
    match retry_after(response) {
        Some(seconds) => fault.detail(RETRY, seconds.saturating_mul(1000)),
        None => fault,
    }
}

/// Whether the fault says that coming again is of no use: the key is not good, or not good for this.
pub(crate) fn is_final(fault: &Fault) -> bool {
    let status = fault.details.get(STATUS).and_then(serde_json::Value::as_u64);
    matches!(status, Some(401 | 403))
}

/// When the peer that made this fault wants to be tried again.
pub(crate) fn wished(fault: &Fault) -> Option<Duration> {
    fault.details.get(RETRY).and_then(serde_json::Value::as_u64).map(Duration::from_millis)
}

/// A gateway's own sentence, when it answers with an error object and not with a proxy's page.
fn words(response: &Response<Option<Vec<u8>>>) -> Option<String> {
    let fault: Fault = serde_json::from_slice(response.body().as_deref()?).ok()?;
    let plain = fault.error_message.chars().filter(|letter| !letter.is_control()).take(200).collect();
    Some(plain).filter(|plain: &String| !plain.is_empty())
}

/// Seconds; the form with a date is not for programs that wait.
fn retry_after(response: &Response<Option<Vec<u8>>>) -> Option<u64> {
    response.headers().get(header::RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(status: u16, retry: Option<&str>, body: &str) -> Fault {
        let mut response = Response::builder().status(status);
        if let Some(retry) = retry {
            response = response.header(header::RETRY_AFTER, retry);
        }
        refusal(&response.body(Some(body.as_bytes().to_vec())).unwrap(), "wss://g/v1/link", "sw_secret")
    }

    #[test]
    fn each_answer_says_what_to_do() {
        let check = |status, code: Code, words: &str, last: bool| {
            let fault = answered(status, None, "");
            assert_eq!((fault.error_code, is_final(&fault)), (code, last), "{status}");
            let all = format!("{} {}", fault.error_message, fault.suggestions[0]);
            assert!(all.contains(words), "{all}");
        };
        check(401, Code::Unauthorized, "revoked", true);
        check(403, Code::PermissionDenied, "`host`", true);
        check(404, Code::Unreachable, "a scenewire gateway", false);
        check(429, Code::RateLimited, "too many", false);
        check(503, Code::Unreachable, "wait", false);
        check(502, Code::Unreachable, "502 Bad Gateway", false);
        check(200, Code::Unreachable, "WebSockets", false);
    }

    #[test]
    fn the_gateway_s_own_words_and_time_are_passed_on_but_never_the_key() {
        let own = serde_json::to_string(&Fault::new(Code::PermissionDenied, "clients\n only")).unwrap();
        assert!(answered(403, None, &own).error_message.ends_with("in here: clients only"));
        let echo = serde_json::to_string(&Fault::new(Code::Unauthorized, "no such key: sw_secret")).unwrap();
        assert!(!format!("{:?}", answered(401, None, &echo)).contains("secret"));
        assert_eq!(wished(&answered(503, Some(" 7 "), "<html>")), Some(Duration::from_secs(7)));
        assert_eq!(wished(&answered(503, Some("Fri, 31 Dec 1999 23:59:59 GMT"), "")), None);
    }
}
