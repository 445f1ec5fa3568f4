//! Dialling a host or a gateway: TCP, TLS, then the upgrade with the key.

use std::fmt;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use parking_lot::Mutex;
use rustls::pki_types::ServerName;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::{HeaderValue, Uri, header};
use tokio_util::either::Either;

use super::{Trust, answer, settled, verdict};
use crate::wire::{Code, Fault, limits};

/// A gateway may be on the other side of the world, behind a slow resolver.
const FAR: Duration = Duration::from_secs(10);

/// What people copy with the address of a gateway.
const PATHS: [&str; 3] = ["/v1/link", "/v1/client", "/mcp"];

/// Plain on this machine, encrypted elsewhere.
pub(crate) type Stream = Either<TcpStream, Box<TlsStream<TcpStream>>>;

/// Whom to dial, what to show there, and what makes it the right one.
#[derive(Clone)]
pub struct Endpoint {
    url: String,
    host: String,
    port: u16,
    tls: bool,
    key: String,
    trust: Trust,
    /// Of the certificate that was shown last; clones of an endpoint see the same.
    seen: Arc<Mutex<Option<String>>>,
}

impl fmt::Debug for Endpoint {
    /// Without the key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Endpoint").field("url", &self.url).field("trust", &self.trust).finish_non_exhaustive()
    }
}

impl Endpoint {
    /// `wss://` anywhere, `ws://` on this machine only.
    pub fn new(url: &str, key: &str, trust: Trust) -> Result<Self, Fault> {
        let key = key.trim();
        if key.is_empty() || !key.bytes().all(|byte| byte.is_ascii_graphic()) {
            let message = "the key is empty, or has characters that no key has";
            return Err(Fault::new(Code::Unauthorized, message).suggest("copy it again, whole and without spaces"));
        }
        let uri: Uri = url.trim().parse().map_err(|_| unusable("it is not one"))?;
        let tls = match uri.scheme_str() {
            Some("wss" | "https") => true,
            Some("ws" | "http") => false,
            _ => return Err(unusable("it does not begin with `https://` or `wss://`")),
        };
        let authority = uri.authority().ok_or_else(|| unusable("it names no computer"))?;
        if authority.as_str().contains('@') || uri.query().is_some() {
            // Addresses are logged and shown.
            return Err(unusable("it holds a name, a key or parameters").suggest("give the key as `key`"));
        }
        let host = authority.host().trim_matches(['[', ']']).to_owned();
        if host.is_empty() || authority.as_str().ends_with(':') {
            return Err(unusable("it names no computer or no port"));
        }
        if !tls && !loopback(&host) {
            let message = format!(
                "`{host}` is another computer, and on `{}://` the key and the scene would travel unprotected",
                uri.scheme_str().unwrap_or_default()
            );
            return Err(Fault::new(Code::PermissionDenied, message).suggest(format!("use `wss://{authority}`")));
        }
        let port = authority.port_u16().unwrap_or(if tls { 443 } else { 80 });
        let scheme = if tls { "wss" } else { "ws" };
        let url = format!("{scheme}://{authority}{}", uri.path());
        Ok(Self { url, host, port, tls, key: key.to_owned(), trust, seen: Arc::default() })
    }

    /// At this one of the gateway's paths, whichever of them the address was copied with.
    pub(crate) fn at(mut self, path: &str) -> Self {
        let bare = self.url.trim_end_matches('/');
        let bare = PATHS.iter().find_map(|known| bare.strip_suffix(known)).unwrap_or(bare);
        self.url = format!("{bare}{path}");
        self
    }

    /// Where it is.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The fingerprint of the certificate that was shown last, whether it was believed or not.
    pub(crate) fn seen(&self) -> Option<String> {
        self.seen.lock().clone()
    }

    fn request(&self) -> Result<tungstenite::handshake::client::Request, Fault> {
        let mut request = self.url.as_str().into_client_request().map_err(|error| self.unreachable(error))?;
        let bearer = HeaderValue::from_str(&format!("Bearer {}", self.key));
        let mut bearer = bearer.map_err(|_| Fault::new(Code::Unauthorized, "the key cannot be sent"))?;
        bearer.set_sensitive(true);
        request.headers_mut().insert(header::AUTHORIZATION, bearer);
        Ok(request)
    }

    async fn tcp(&self) -> Result<TcpStream, Fault> {
        let connected = TcpStream::connect((self.host.as_str(), self.port)).await;
        let stream = connected.map_err(|error| self.unreachable(error))?;
        stream.set_nodelay(true).map_err(|error| self.unreachable(error))?;
        // Whatever `localhost` means to the resolver here.
        let here = stream.peer_addr().is_ok_and(|address| address.ip().is_loopback());
        if !self.tls && !here {
            return Err(self.unreachable("`localhost` is another computer here"));
        }
        Ok(stream)
    }

    async fn tls(&self, stream: TcpStream) -> Result<TlsStream<TcpStream>, Fault> {
        let trust = self.trust.clone();
        // The system's authorities are many files on some systems, and whoever dials has others to serve.
        let made = tokio::task::spawn_blocking(move || trust.config()).await;
        let (config, judge) = made.map_err(|error| Fault::new(Code::Internal, error.to_string()))??;
        let name = ServerName::try_from(self.host.clone()).map_err(|_| unusable("no certificate can have its name"))?;
        let connected = TlsConnector::from(Arc::new(config)).connect(name, stream).await;
        if let Some(seen) = judge.seen() {
            *self.seen.lock() = Some(seen);
        }
        connected.map_err(|error| {
            let fault = judge.fault().unwrap_or_else(|| verdict::broken(&error, &self.url));
            fault.detail("url", self.url.as_str())
        })
    }

    /// A connection to the right one; nothing was said on it yet.
    pub(crate) async fn open(&self) -> Result<Stream, Fault> {
        let stream = self.tcp().await?;
        match self.tls {
            true => Ok(Either::Right(Box::new(self.tls(stream).await?))),
            false => Ok(Either::Left(stream)),
        }
    }

    /// What every request over HTTP brings: `HOST[:PORT]` and the key as a bearer.
    pub(crate) fn credentials(&self) -> Result<(HeaderValue, HeaderValue), Fault> {
        let request = self.request()?;
        let header = |name| request.headers().get(name).cloned().ok_or_else(|| unusable("it names no computer"));
        Ok((header(header::HOST)?, header(header::AUTHORIZATION)?))
    }

    fn unreachable(&self, error: impl fmt::Display) -> Fault {
        Fault::new(Code::Unreachable, format!("nobody answers at {}: {error}", self.url))
            .detail("url", self.url.as_str())
            .suggest(match self.tls {
                true => "check the address and the port, and that the gateway runs",
                false => {
                    "check the address and the port, and that the gateway runs; if it speaks TLS, begin with `https://`"
                }
            })
    }
}

fn loopback(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost") || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn unusable(why: &str) -> Fault {
    // The address itself is not repeated: it may hold a key.
    Fault::new(Code::InvalidParams, format!("the address cannot be used: {why}"))
        .suggest("write it as `wss://gateway.example:8443`")
}

/// A socket whose peer is the right one and has taken our key.
pub(crate) async fn dial(endpoint: &Endpoint) -> Result<WebSocketStream<Stream>, Fault> {
    let patience = if endpoint.tls { FAR } else { limits::GREETING_TIME };
    match tokio::time::timeout(patience, connect(endpoint)).await {
        Ok(socket) => socket,
        Err(_) => Err(endpoint.unreachable(format!("no answer in {} s", patience.as_secs()))),
    }
}

async fn connect(endpoint: &Endpoint) -> Result<WebSocketStream<Stream>, Fault> {
    let request = endpoint.request()?;
    let stream = endpoint.open().await?;
    match tokio_tungstenite::client_async_with_config(request, stream, Some(settled())).await {
        Ok((socket, _)) => Ok(socket),
        Err(tungstenite::Error::Http(response)) => Err(answer::refusal(&response, &endpoint.url, &endpoint.key)),
        Err(error) => Err(endpoint.unreachable(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_judged_before_anything_is_sent() {
        let check = |url: &str, expected: Result<&str, Code>| {
            let made = Endpoint::new(url, "key", Trust::System).map(|endpoint| endpoint.at("/v1/link").url);
            assert_eq!(made.map_err(|fault| fault.error_code).as_deref(), expected.as_ref().copied(), "{url}");
        };
        check("wss://gateway.example", Ok("wss://gateway.example/v1/link"));
        check(" https://gateway.example:8443/ ", Ok("wss://gateway.example:8443/v1/link"));
        check("wss://gateway.example/studio/v1/link", Ok("wss://gateway.example/studio/v1/link"));
        check("https://gateway.example/studio/mcp", Ok("wss://gateway.example/studio/v1/link"));
        check("ws://127.0.0.1:9/v1/link", Ok("ws://127.0.0.1:9/v1/link"));
        check("ws://[::1]:9", Ok("ws://[::1]:9/v1/link"));
        check("ws://localhost:9", Ok("ws://localhost:9/v1/link"));
        check("ws://gateway.example", Err(Code::PermissionDenied));
        check("http://192.168.0.7:9", Err(Code::PermissionDenied));
        check("ws://127.0.0.1.example", Err(Code::PermissionDenied));
        check("ws://0.0.0.0:9", Err(Code::PermissionDenied));
        check("wss://user:secret@gateway.example", Err(Code::InvalidParams));
        check("wss://gateway.example?key=secret", Err(Code::InvalidParams));
        check("gateway.example:8443", Err(Code::InvalidParams));
        check("ftp://gateway.example", Err(Code::InvalidParams));
        check("", Err(Code::InvalidParams));
    }

    #[test]
    fn a_key_is_shown_to_nobody() {
        let endpoint = Endpoint::new("wss://gateway.example", "sw_secret", Trust::System).unwrap();
        let shown = format!("{endpoint:?} {:?}", endpoint.request().unwrap());
        assert!(!shown.contains("secret"), "{shown}");
        for bad in ["", " ", "two words", "line\nfeed", "ключ"] {
            let fault = Endpoint::new("wss://gateway.example", bad, Trust::System).unwrap_err();
            assert_eq!(fault.error_code, Code::Unauthorized);
        }
    }
}
