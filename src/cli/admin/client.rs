//! One request to a gateway's API over its own connection: commands are short, and a pool would outlive them.

use std::fmt::Write as _;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use hyper::client::conn::http1;
use hyper::header;
use hyper::{Method, Request, StatusCode};
use hyper_util::rt::TokioIo;
use serde_json::Value;

use crate::backend::Endpoint;
use crate::wire::{Code, Fault};

/// An answer is a page of a list at most; an export is longer.
const LONGEST: usize = 1 << 30;
/// Verifying a long record takes its time.
const PATIENCE: Duration = Duration::from_secs(300);

/// A gateway and the key for it.
pub(in crate::cli) struct Client {
    endpoint: Endpoint,
}

impl Client {
    pub(super) fn new(endpoint: Endpoint) -> Self {
        Self { endpoint }
    }

    pub(super) async fn get(&self, path: &str) -> Result<Value, Fault> {
        json(&self.send(Method::GET, path, None).await?)
    }

    pub(super) async fn post(&self, path: &str, body: Value) -> Result<Value, Fault> {
        json(&self.send(Method::POST, path, Some(body)).await?)
    }

    pub(super) async fn put(&self, path: &str, body: Value) -> Result<Value, Fault> {
        json(&self.send(Method::PUT, path, Some(body)).await?)
    }

    pub(super) async fn patch(&self, path: &str, body: Value) -> Result<Value, Fault> {
        json(&self.send(Method::PATCH, path, Some(body)).await?)
    }

    pub(super) async fn delete(&self, path: &str) -> Result<Value, Fault> {
        json(&self.send(Method::DELETE, path, None).await?)
    }

    /// The bytes of an answer that is no JSON.
    pub(super) async fn bytes(&self, path: &str) -> Result<Vec<u8>, Fault> {
        self.send(Method::GET, path, None).await
    }

    async fn send(&self, method: Method, path: &str, body: Option<Value>) -> Result<Vec<u8>, Fault> {
        let answer = tokio::time::timeout(PATIENCE, self.exchange(method, path, body)).await;
        let (status, bytes) = answer.map_err(|_| self.silent("it does not answer in time"))??;
        if status.is_success() {
            return Ok(bytes);
        }
        Err(serde_json::from_slice::<Fault>(&bytes).unwrap_or_else(|_| {
            // A proxy, or something else altogether.
            let message = format!("{} answers with HTTP {status} and is no gateway", self.endpoint.url());
            Fault::new(Code::Unreachable, message).suggest("check the address")
        }))
    }

    async fn exchange(&self, method: Method, path: &str, body: Option<Value>) -> Result<(StatusCode, Vec<u8>), Fault> {
        let (host, key) = self.endpoint.credentials()?;
        let stream = self.endpoint.open().await?;
        let (mut sender, connection) =
            http1::handshake(TokioIo::new(stream)).await.map_err(|error| self.silent(error))?;
        let driven = tokio::spawn(connection);
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, host)
            .header(header::AUTHORIZATION, key)
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::CONNECTION, "close")
            .body(body.map_or_else(Body::empty, |body| Body::from(body.to_string())))
            .map_err(|error| Fault::new(Code::InvalidParams, error.to_string()))?;
        let response = sender.send_request(request).await.map_err(|error| self.silent(error))?;
        let status = response.status();
        let bytes = to_bytes(Body::new(response.into_body()), LONGEST).await.map_err(|error| self.silent(error))?;
        driven.abort();
        Ok((status, bytes.into()))
    }

    fn silent(&self, error: impl std::fmt::Display) -> Fault {
        Fault::new(Code::Unreachable, format!("the gateway at {} broke off: {error}", self.endpoint.url()))
    }

    /// The id of an instance that was named by id or by name.
    pub(super) async fn instance(&self, wanted: &str, user: Option<&str>) -> Result<String, Fault> {
        let answer = self.get(&query("/api/v1/instances", &[("user", user.map(str::to_owned))])).await?;
        let rows = answer["instances"].as_array().map(Vec::as_slice).unwrap_or_default();
        let by = |field: &str| rows.iter().find(|row| row[field] == wanted);
        let found = by("id").or_else(|| by("name")).and_then(|row| row["id"].as_str());
        found.map(str::to_owned).ok_or_else(|| {
            Fault::new(Code::InstanceNotFound, format!("there is no instance `{wanted}`"))
                .suggest("see `scenewire instance list`")
        })
    }
}

fn json(bytes: &[u8]) -> Result<Value, Fault> {
    serde_json::from_slice(bytes)
        .map_err(|error| Fault::new(Code::Protocol, format!("the gateway's answer is no JSON: {error}")))
}

/// A path with the parameters that were given.
pub(super) fn query(path: &str, parameters: &[(&str, Option<String>)]) -> String {
    let mut text = path.to_owned();
    for (name, value) in parameters.iter().filter_map(|(name, value)| Some((name, value.as_ref()?))) {
        let separator = if text.contains('?') { '&' } else { '?' };
        // Writing into a string does not fail.
        let _ = write!(text, "{separator}{name}={}", encode(value));
    }
    text
}

/// One segment of a path, or one value of a query.
pub(super) fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_stays_in_its_place() {
        assert_eq!(encode("a/../b?c=d&e f"), "a%2F..%2Fb%3Fc%3Dd%26e%20f");
        let path = query("/x", &[("a", Some("1 2".to_owned())), ("b", None), ("c", Some("工".to_owned()))]);
        assert_eq!(path, "/x?a=1%202&c=%E5%B7%A5");
    }
}
