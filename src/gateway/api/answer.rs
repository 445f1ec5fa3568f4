//! Answers: JSON, and errors as the one object that every edge shows, with the status that fits.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use serde_json::Value;

use crate::wire::{Code, Fault};

/// The status of an error.
pub(in crate::gateway) fn status(code: Code) -> StatusCode {
    match code {
        Code::Protocol => StatusCode::BAD_REQUEST,
        Code::Unauthorized => StatusCode::UNAUTHORIZED,
        Code::PermissionDenied | Code::ApprovalRequired => StatusCode::FORBIDDEN,
        Code::NotFound | Code::InstanceNotFound | Code::UnknownOperation | Code::FileNotFound => StatusCode::NOT_FOUND,
        Code::Conflict
        | Code::KeyReused
        | Code::AmbiguousName
        | Code::StaleId
        | Code::Singleton
        | Code::InstanceRestarted
        | Code::IncompatibleVersion => StatusCode::CONFLICT,
        Code::ResultExpired => StatusCode::GONE,
        Code::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Code::RateLimited => StatusCode::TOO_MANY_REQUESTS,
        Code::Busy | Code::HostNotRunning | Code::Unreachable | Code::AuditUnavailable => {
            StatusCode::SERVICE_UNAVAILABLE
        }
        Code::TimedOut | Code::TimedOutStillRunning | Code::OutcomeUnknown => StatusCode::GATEWAY_TIMEOUT,
        Code::NotSupported => StatusCode::NOT_IMPLEMENTED,
        Code::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        // The request was understood, and what it asked for did not work out in the host.
        Code::InvalidParams
        | Code::InstanceRequired
        | Code::SyntaxError
        | Code::PythonError
        | Code::HandlerError
        | Code::ExternalServiceError
        | Code::Cancelled
        | Code::OutOfMemory
        | Code::WouldDeadlock => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// JSON that no cache keeps: it may hold a key.
pub(in crate::gateway) fn json(status: StatusCode, value: &Value) -> Response {
    let body = serde_json::to_vec(value).unwrap_or_default();
    typed(status, "application/json", body)
}

/// Bytes of a media type.
pub(in crate::gateway) fn typed(status: StatusCode, media: &'static str, body: impl Into<Body>) -> Response {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// An error.
pub(in crate::gateway) fn refusal(fault: &Fault) -> Response {
    let value = serde_json::to_value(fault).unwrap_or_default();
    with_headers(json(status(fault.error_code), &value), fault)
}

/// An error of the seed's `route_command`: its three fields beside those of every other error.
pub(in crate::gateway) fn seed_refusal(fault: &Fault) -> Response {
    let mut value = serde_json::to_value(fault).unwrap_or_default();
    value["status"] = "error".into();
    value["message"] = fault.error_message.clone().into();
    with_headers(json(status(fault.error_code), &value), fault)
}

fn with_headers(mut response: Response, fault: &Fault) -> Response {
    let after = match fault.error_code {
        Code::RateLimited => {
            fault.details.get("retry_after_s").and_then(Value::as_f64).unwrap_or(1.0).ceil().max(1.0) as u64
        }
        Code::Busy | Code::AuditUnavailable => 1,
        Code::HostNotRunning | Code::Unreachable => 5,
        _ => return response,
    };
    response.headers_mut().insert(header::RETRY_AFTER, after.into());
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_says_when_to_come_again() {
        let check = |fault: Fault, status: u16, after: Option<&str>| {
            let response = refusal(&fault);
            let header = response.headers().get(header::RETRY_AFTER).and_then(|value| value.to_str().ok());
            assert_eq!((response.status().as_u16(), header), (status, after));
        };
        check(Fault::new(Code::RateLimited, "slow").detail("retry_after_s", 0.2), 429, Some("1"));
        check(Fault::new(Code::RateLimited, "slow").detail("retry_after_s", 2.5), 429, Some("3"));
        check(Fault::new(Code::AuditUnavailable, "full"), 503, Some("1"));
        check(Fault::new(Code::NotFound, "no"), 404, None);
        check(Fault::new(Code::InvalidParams, "no"), 422, None);
    }
}
