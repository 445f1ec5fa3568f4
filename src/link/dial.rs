//! Dialling a host or a gateway: TCP, TLS, then the upgrade with the key.

use std::fmt;

use tokio::net::TcpStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::tungstenite::{self, http};

use super::settled;
use crate::wire::{Code, Fault, limits};

/// Whom to dial, and what to show there.
#[derive(Clone)]
pub struct Endpoint {
    url: String,
    key: String,
}

impl fmt::Debug for Endpoint {
    /// Without the key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Endpoint").field("url", &self.url).finish_non_exhaustive()
    }
}

impl Endpoint {
    /// A host of this machine.
    pub(crate) fn local(url: &str, token: &str) -> Self {
        Self { url: url.to_owned(), key: token.to_owned() }
    }

    /// Where it is.
    pub fn url(&self) -> &str {
        &self.url
    }
}

/// A socket whose peer has taken our key.
pub(crate) async fn dial(endpoint: &Endpoint) -> Result<WebSocketStream<TcpStream>, Fault> {
    let url = &endpoint.url;
    match tokio::time::timeout(limits::GREETING_TIME, connect(url, &endpoint.key)).await {
        Ok(socket) => socket,
        Err(_) => Err(unreachable(url, "no answer in time")),
    }
}

async fn connect(url: &str, token: &str) -> Result<WebSocketStream<TcpStream>, Fault> {
    let mut request = url.into_client_request().map_err(|error| unreachable(url, error))?;
    let bearer = HeaderValue::from_str(&format!("Bearer {token}"))
        .map_err(|_| Fault::new(Code::Unauthorized, "the token has characters that no token has"))?;
    request.headers_mut().insert(http::header::AUTHORIZATION, bearer);
    let address = address(request.uri()).ok_or_else(|| unreachable(url, "not a `ws://` address"))?;
    let stream = TcpStream::connect(address).await.map_err(|error| unreachable(url, error))?;
    stream.set_nodelay(true).map_err(|error| unreachable(url, error))?;
    let (socket, _) = tokio_tungstenite::client_async_with_config(request, stream, Some(settled()))
        .await
        .map_err(|error| refused(url, error))?;
    Ok(socket)
}

fn address(uri: &http::Uri) -> Option<(String, u16)> {
    let plain = uri.scheme_str() == Some("ws");
    let host = uri.host()?.trim_matches(['[', ']']).to_owned();
    plain.then_some((host, uri.port_u16().unwrap_or(80)))
}

fn refused(url: &str, error: tungstenite::Error) -> Fault {
    match error {
        tungstenite::Error::Http(response) if response.status() == http::StatusCode::UNAUTHORIZED => {
            Fault::new(Code::Unauthorized, format!("the host at {url} does not know this token"))
        }
        error => unreachable(url, error),
    }
}

fn unreachable(url: &str, error: impl std::fmt::Display) -> Fault {
    Fault::new(Code::Unreachable, format!("no host answers at {url}: {error}")).detail("url", url)
}
