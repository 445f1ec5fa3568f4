//! MCP over streamable HTTP: who is answered by which server is the desk's to say, the rest is the same for a server
//! of this machine (loopback only, one bearer token, browsers refused) and for a gateway.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use axum::serve::ListenerExt as _;
use rmcp::transport::streamable_http_server::session::local::LocalSessionManager;
use rmcp::transport::streamable_http_server::{StreamableHttpServerConfig, StreamableHttpService};
use sha2::{Digest, Sha256};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use super::Server;
use crate::backend::Backend;
use crate::wire::{Code, Fault};

/// A call carries code and small arrays as JSON; files and meshes go by path or over the link. 16 MiB is the limit
/// of an envelope on the link as well.
const BODY_LIMIT: usize = 16 * 1024 * 1024;
/// An artist thinks, eats and comes back: a session that was silent this long is gone.
const SESSION_IDLE: Duration = Duration::from_secs(8 * 3_600);

/// Who may call.
#[derive(Clone, Debug)]
pub struct HttpConfig {
    /// What every request must bring as `Authorization: Bearer`.
    pub token: String,
    /// Ends the server.
    pub shutdown: CancellationToken,
}

/// Binds a loopback address; any other is refused, for there is no TLS here.
pub async fn bind(address: SocketAddr) -> Result<TcpListener, Fault> {
    if !address.ip().is_loopback() {
        let message = format!("{address} is not a loopback address: this server is for clients on this machine");
        return Err(Fault::new(Code::PermissionDenied, message).suggest("use 127.0.0.1:PORT"));
    }
    TcpListener::bind(address).await.map_err(|error| {
        Fault::new(Code::Unreachable, format!("cannot listen on {address}: {error}"))
            .suggest("use another port, or 0 for a free one")
    })
}

/// Serves `/mcp` (and `/health`, without a token) until told to stop.
pub async fn serve_http<B: Backend>(server: Server<B>, listener: TcpListener, config: HttpConfig) -> Result<(), Fault> {
    let shutdown = config.shutdown.clone();
    let port = listener.local_addr().map_err(|error| Fault::new(Code::Internal, error.to_string()))?.port();
    let app = router(server, config, port);
    // Without TCP_NODELAY every call waits 40 ms for the client's delayed acknowledgement.
    let listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "TCP_NODELAY could not be set");
        }
    });
    axum::serve(listener, app)
        .with_graceful_shutdown(async move { shutdown.cancelled().await })
        .await
        .map_err(|error| Fault::new(Code::Internal, error.to_string()))
}

/// Sessions of one key; who begins more loses count of them.
const SESSIONS: usize = 256;

/// The protocol's end of one server: its sessions belong to it and are known to no other.
#[derive(Clone)]
pub(crate) struct Service<B: Backend> {
    http: StreamableHttpService<Server<B>, LocalSessionManager>,
    sessions: Arc<LocalSessionManager>,
}

impl<B: Backend> Service<B> {
    async fn handle(&self, request: Request) -> Response {
        let headers = request.headers();
        let begins = !headers.contains_key("mcp-session-id") && !headers.contains_key("mcp-protocol-version");
        if begins && self.sessions.sessions.read().await.len() >= SESSIONS {
            let body = "this key has too many MCP sessions: end some of them\n";
            return (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, "60")], body).into_response();
        }
        #[cfg(feature = "conformance")]
        let request = super::conformance::with_sessions(request, self.sessions.clone());
        self.http.handle(request).await.map(Body::new)
    }

    /// Whether nobody has a session.
    pub(crate) fn deserted(&self) -> bool {
        self.sessions.sessions.try_read().is_ok_and(|sessions| sessions.is_empty())
    }
}

/// Who looks at `Host` and `Origin`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Checked {
    /// The service itself: only this machine's names pass, and no page but those of this port.
    Here(u16),
    /// The server around it, before the request comes here.
    Before,
}

/// One server over streamable HTTP.
pub(crate) fn service<B: Backend>(server: Server<B>, checked: Checked, shutdown: CancellationToken) -> Service<B> {
    let mut sessions = LocalSessionManager::default();
    sessions.session_config.keep_alive = Some(SESSION_IDLE);
    let sessions = Arc::new(sessions);
    let http =
        StreamableHttpServerConfig::default().with_max_request_body_bytes(BODY_LIMIT).with_cancellation_token(shutdown);
    let http = match checked {
        Checked::Here(port) => http.with_allowed_origins(own_origins(port)),
        Checked::Before => http.disable_allowed_hosts(),
    };
    let http = StreamableHttpService::new(move || Ok(server.session()), sessions.clone(), http);
    Service { http, sessions }
}

/// A page that this server itself had sent is no stranger; all other pages are.
fn own_origins(port: u16) -> [String; 3] {
    ["127.0.0.1", "localhost", "[::1]"].map(|host| format!("http://{host}:{port}"))
}

/// Says by a request's headers alone, before a body is read, which server answers it.
pub(crate) trait Desk: Clone + Send + Sync + 'static {
    /// Under those servers.
    type Backend: Backend;
    /// The server for whoever sent these headers, or the answer that refuses them.
    fn service(&self, headers: &HeaderMap) -> Result<Service<Self::Backend>, Box<Response>>;
}

/// `/mcp`, for whatever state the rest of the routes has.
pub(crate) fn routes<D: Desk, S: Clone + Send + Sync + 'static>(desk: D) -> Router<S> {
    Router::new().route("/mcp", any(answer::<D>)).with_state(desk)
}

async fn answer<D: Desk>(State(desk): State<D>, request: Request) -> Response {
    match desk.service(request.headers()) {
        Ok(service) => service.handle(request).await,
        Err(refused) => *refused,
    }
}

/// One server for whoever brings the token.
#[derive(Clone)]
struct OneToken<B: Backend> {
    service: Service<B>,
    expected: [u8; 32],
}

impl<B: Backend> Desk for OneToken<B> {
    type Backend = B;

    fn service(&self, headers: &HeaderMap) -> Result<Service<B>, Box<Response>> {
        if bearer(headers).is_some_and(|token| digest(token) == self.expected) {
            return Ok(self.service.clone());
        }
        let body = "the bearer token is missing or wrong; `scenewire mcp --http` prints it when it starts\n";
        Err(Box::new((StatusCode::UNAUTHORIZED, [(header::WWW_AUTHENTICATE, "Bearer")], body).into_response()))
    }
}

fn router<B: Backend>(server: Server<B>, config: HttpConfig, port: u16) -> Router {
    let expected = digest(&config.token);
    let service = service(server, Checked::Here(port), config.shutdown);
    routes(OneToken { service, expected }).route("/health", get(|| async { "ok\n" }))
}

/// Digests are compared, so that the time taken tells nothing of the token.
fn digest(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// What a request brings as `Authorization: Bearer`; the scheme's name may be spelled as one likes.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("Bearer").then(|| token.trim()).filter(|token| !token.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mcp::ToolSet;
    use crate::mcp::double::Double;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::net::TcpStream;

    const INITIALIZE: &str = r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}"#;

    async fn start() -> (SocketAddr, CancellationToken) {
        let listener = bind("127.0.0.1:0".parse().unwrap()).await.unwrap();
        let address = listener.local_addr().unwrap();
        let shutdown = CancellationToken::new();
        let config = HttpConfig { token: "secret".to_owned(), shutdown: shutdown.clone() };
        let server = Server::new(Double::default(), &ToolSet::Core, None);
        tokio::spawn(serve_http(server, listener, config));
        (address, shutdown)
    }

    /// Sends one request and gives the answer's first bytes, enough for the status and a small body.
    async fn post(address: SocketAddr, headers: &str) -> String {
        let mut stream = TcpStream::connect(address).await.unwrap();
        let request = format!(
            "POST /mcp HTTP/1.1\r\nContent-Type: application/json\r\nAccept: application/json, text/event-stream\r\nContent-Length: {}\r\n{headers}\r\n{INITIALIZE}",
            INITIALIZE.len()
        );
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = vec![0; 65_536];
        let mut length = 0;
        while !String::from_utf8_lossy(&answer[..length]).contains("\r\n\r\n") {
            let count = stream.read(&mut answer[length..]).await.unwrap();
            if count == 0 {
                break;
            }
            length += count;
        }
        String::from_utf8_lossy(&answer[..length]).into_owned()
    }

    #[tokio::test]
    async fn serves_local_clients_with_the_token_only() {
        let (address, shutdown) = start().await;
        let host = format!("Host: {address}\r\n");
        let key = "Authorization: Bearer secret\r\n";
        let check = async |headers: String, status: &str| {
            let answer = post(address, &headers).await;
            assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{headers}{answer}");
        };
        check(format!("{host}{key}"), "200").await;
        check(host.clone(), "401").await;
        check(format!("{host}Authorization: Bearer secre\r\n"), "401").await;
        check(format!("{host}{key}Origin: http://{address}\r\n"), "200").await;
        check(format!("{host}{key}Origin: http://127.0.0.1:1\r\n"), "403").await;
        check(format!("{host}{key}Origin: null\r\n"), "403").await;
        check(format!("{host}{key}Origin: https://evil.example\r\n"), "403").await;
        check(format!("Host: evil.example\r\n{key}"), "403").await;
        shutdown.cancel();
    }

    #[tokio::test]
    async fn refuses_other_interfaces() {
        let fault = bind("0.0.0.0:0".parse().unwrap()).await.unwrap_err();
        assert_eq!(fault.error_code, Code::PermissionDenied);
    }
}
