//! `/v1/link` and `/v1/client`: from HTTP to a WebSocket. The key is checked before the connection changes hands.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use hyper_util::rt::TokioIo;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;
use tokio_tungstenite::tungstenite::protocol::Role;

use super::door;
use crate::gateway::accounts::Principal;
use crate::gateway::api::{Site, refusal};
use crate::link;
use crate::wire::{Code, Fault};

/// Which end the peer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Host,
    Client,
}

/// `/v1/link`
pub(super) async fn link(State(site): State<Site>, request: Request) -> Response {
    upgrade(&site, request, End::Host).unwrap_or_else(|fault| refusal(&fault))
}

/// `/v1/client`
pub(super) async fn client(State(site): State<Site>, request: Request) -> Response {
    upgrade(&site, request, End::Client).unwrap_or_else(|fault| refusal(&fault))
}

fn upgrade(site: &Site, mut request: Request, end: End) -> Result<Response, Fault> {
    if request.headers().contains_key(header::ORIGIN) {
        // Whatever page it is: none of ours opens a link.
        return Err(Fault::new(Code::PermissionDenied, "web pages may not open a link"));
    }
    let who = site.authenticate(request.headers())?;
    permit(&who, end)?;
    if site.closing().is_cancelled() {
        return Err(Fault::new(Code::Unreachable, "the gateway is closing; come back in a moment"));
    }
    let accept = accept(request.headers())?;
    let upgraded = hyper::upgrade::on(&mut request);
    let (site, place) = (site.clone(), door::place(&request));
    tokio::spawn(async move {
        // The connection keeps its place among all and its count for as long as it lasts.
        let _held = (place, site.metrics().websocket());
        match upgraded.await {
            Ok(io) => serve(&site, who, TokioIo::new(io), end).await,
            Err(error) => tracing::debug!(%error, "a connection ended while it was changing hands"),
        }
    });
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
    let headers = response.headers_mut();
    headers.insert(header::UPGRADE, HeaderValue::from_static("websocket"));
    headers.insert(header::CONNECTION, HeaderValue::from_static("Upgrade"));
    headers.insert(header::SEC_WEBSOCKET_ACCEPT, accept);
    Ok(response)
}

fn permit(who: &Principal, end: End) -> Result<(), Fault> {
    match end {
        End::Host if !who.grant.uses.host => Err(Fault::new(Code::PermissionDenied, "this key is for clients only")),
        End::Client if !who.grant.uses.client => Err(Fault::new(Code::PermissionDenied, "this key is for hosts only")),
        _ => Ok(()),
    }
}

async fn serve(site: &Site, who: Arc<Principal>, io: TokioIo<hyper::upgrade::Upgraded>, end: End) {
    let limits = match end {
        End::Host => link::frugal(),
        // Who dials as a client speaks first.
        End::Client => link::greeting(),
    };
    let socket = WebSocketStream::from_raw_socket(io, Role::Server, Some(limits)).await;
    match end {
        End::Host => site.router().link(who, socket).await,
        End::Client => site.router().client(who, socket).await,
    }
}

/// What proves to the peer that its wish was understood.
fn accept(headers: &HeaderMap) -> Result<HeaderValue, Fault> {
    let wrong =
        || Fault::new(Code::Protocol, "this path is a WebSocket: ask for `Upgrade: websocket`, version 13, with a key");
    let says = |name: header::HeaderName, word: &str| {
        let value = headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        value.split(',').any(|part| part.trim().eq_ignore_ascii_case(word))
    };
    let asked = says(header::UPGRADE, "websocket")
        && says(header::CONNECTION, "upgrade")
        && says(header::SEC_WEBSOCKET_VERSION, "13");
    let key = headers.get(header::SEC_WEBSOCKET_KEY).filter(|_| asked).ok_or_else(wrong)?;
    HeaderValue::from_str(&derive_accept_key(key.as_bytes())).map_err(|_| wrong())
}
