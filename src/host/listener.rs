//! The host's own thread: accepts callers on loopback, serves them, and watches over what runs.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use parking_lot::Mutex;
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::handshake::server::{ErrorResponse, Request, Response};
use tokio_tungstenite::tungstenite::http::StatusCode;
use tokio_tungstenite::tungstenite::protocol::Role;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::clients::Way;
use super::engine::Engine;
use super::foreign::Ends;
use super::remote::{self, Remote};
use super::session::Session;
use crate::link::{self, Greeted, greeted, same};
use crate::wire::{Fault, Instance, limits, protocol};

/// The one path.
pub(crate) const PATH: &str = "/v1/link";
/// Connections that have not shown their token yet.
const STRANGERS: usize = 64;
/// Connections in all.
const CONNECTIONS: usize = 256;
/// How often what runs is looked at, while something runs.
const LOOK: Duration = Duration::from_millis(50);
/// How long callers may take to read the last words.
const FAREWELL: Duration = Duration::from_secs(1);

/// What callers are told at the end when nobody says why.
const STOPPING: &str = "the host is stopping";

/// What the thread shares with the host.
pub(crate) struct Listener {
    pub(crate) engine: Arc<Engine>,
    pub(crate) token: String,
    /// Ends accepting.
    pub(crate) stop: CancellationToken,
    /// Ends the sessions, when everything was answered.
    pub(crate) leave: CancellationToken,
    /// Why it all ends, when somebody has said so.
    pub(crate) why: OnceLock<String>,
    strangers: AtomicUsize,
    sessions: Mutex<Vec<std::sync::Weak<Session>>>,
}

/// Binds the port; the caller learns at once when it is taken.
pub(crate) fn bind(port: u16) -> std::io::Result<std::net::TcpListener> {
    let listener = std::net::TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

impl Listener {
    pub(crate) fn new(engine: Arc<Engine>, token: String) -> Arc<Self> {
        Arc::new(Self {
            engine,
            token,
            stop: CancellationToken::new(),
            leave: CancellationToken::new(),
            why: OnceLock::new(),
            strangers: AtomicUsize::new(0),
            sessions: Mutex::default(),
        })
    }

    fn why(&self) -> &str {
        self.why.get().map_or(STOPPING, String::as_str)
    }

    /// What ends with it.
    pub(crate) fn ends(&self) -> Ends {
        Ends { stop: self.stop.clone(), leave: self.leave.clone() }
    }

    /// The thread's whole life.
    pub(crate) async fn run(self: Arc<Self>, listener: std::net::TcpListener, gateway: Option<Remote>) {
        let tracker = TaskTracker::new();
        if let Some(gateway) = gateway {
            tracker.spawn(remote::run(self.clone(), gateway));
        }
        let engine = self.engine.clone();
        let supervisor = tokio::spawn(supervise(engine));
        match TcpListener::from_std(listener) {
            Ok(listener) => self.accept(listener, &tracker).await,
            Err(error) => tracing::error!(%error, "the listener could not start"),
        }
        self.leave.cancelled().await;
        for session in self.sessions.lock().drain(..).filter_map(|session| session.upgrade()) {
            session.leave(self.why(), None);
        }
        tracker.close();
        // Whoever does not read in time is cut off with the thread.
        let _ = tokio::time::timeout(FAREWELL, tracker.wait()).await;
        supervisor.abort();
    }

    /// Returns when stopped; the port is free then.
    async fn accept(self: &Arc<Self>, listener: TcpListener, tracker: &TaskTracker) {
        loop {
            let accepted = tokio::select! {
                () = self.stop.cancelled() => return,
                accepted = listener.accept() => accepted,
            };
            match accepted {
                Ok((stream, _)) => self.admit(stream, tracker),
                Err(error) => {
                    // Usually too many open files: connections must end before accepting can go on.
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(LOOK).await;
                }
            }
        }
    }

    fn admit(self: &Arc<Self>, stream: TcpStream, tracker: &TaskTracker) {
        let full = self.strangers.load(Ordering::Relaxed) >= STRANGERS
            || self.engine.counts.connections.load(Ordering::Relaxed) >= CONNECTIONS;
        if full {
            tracing::info!("a connection was refused: too many");
            return;
        }
        let this = self.clone();
        let seat = Seat::taken(self.clone());
        tracker.spawn(async move {
            if let Err(fault) = this.connection(stream, seat).await {
                tracing::info!(code = fault.error_code.name(), reason = fault.error_message, "connection ended");
            }
        });
    }

    async fn connection(self: Arc<Self>, stream: TcpStream, mut seat: Seat) -> Result<(), Fault> {
        stream.set_nodelay(true).map_err(|error| protocol(error.to_string()))?;
        let greeting = tokio::time::timeout(limits::GREETING_TIME, self.greet(stream));
        let greeting = tokio::select! {
            () = self.stop.cancelled() => return Ok(()),
            greeting = greeting => greeting,
        };
        let Ok(greeting) = greeting else { return Err(protocol("no hello in time")) };
        let (socket, Greeted { version, peer }) = greeting?;
        seat.known();
        let session = self.session(&peer.name, Way::Local);
        tracing::debug!("caller connected");
        session.serve(socket, version).await
    }

    /// A session that is told when the host ends.
    pub(crate) fn session(&self, program: &str, way: Way) -> Arc<Session> {
        let session = Session::new(self.engine.clone(), program, way);
        let mut sessions = self.sessions.lock();
        sessions.retain(|session| session.strong_count() > 0);
        sessions.push(Arc::downgrade(&session));
        drop(sessions);
        if self.leave.is_cancelled() {
            // It came after the others had been told.
            session.leave(self.why(), None);
        }
        session
    }

    /// Tells every caller what the host says of itself now.
    pub(crate) fn tell(&self, instance: &Instance) {
        let sessions: Vec<_> = self.sessions.lock().iter().filter_map(std::sync::Weak::upgrade).collect();
        sessions.iter().for_each(|session| session.tell(instance));
    }

    /// The upgrade with its token, then `hello`. A caller waits for `welcome` before it says more.
    async fn greet(&self, stream: TcpStream) -> Result<(WebSocketStream<TcpStream>, Greeted), Fault> {
        // The signature is the library's.
        let check = |request: &Request, response: Response| self.check(request).map(|()| response);
        let mut socket = tokio_tungstenite::accept_hdr_async_with_config(stream, check, Some(link::greeting()))
            .await
            .map_err(|error| protocol(error.to_string()))?;
        let Ok(greeted) = greeted(&mut socket).await? else { return Err(protocol("left without a hello")) };
        let stream = socket.into_inner();
        let config = Some(link::settled());
        Ok((WebSocketStream::from_raw_socket(stream, Role::Server, config).await, greeted))
    }

    fn check(&self, request: &Request) -> Result<(), ErrorResponse> {
        let headers = request.headers();
        let token = headers
            .get("authorization")
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.strip_prefix("Bearer "));
        if headers.contains_key("origin") {
            // A page in a browser must never reach the artist's session.
            return Err(refusal(StatusCode::FORBIDDEN, "browsers are refused\n"));
        }
        if request.uri().path() != PATH {
            return Err(refusal(StatusCode::NOT_FOUND, "there is only /v1/link\n"));
        }
        if !token.is_some_and(|token| same(token.as_bytes(), self.token.as_bytes())) {
            return Err(refusal(StatusCode::UNAUTHORIZED, "the token is missing or wrong\n"));
        }
        Ok(())
    }
}

fn refusal(status: StatusCode, sentence: &str) -> ErrorResponse {
    let mut response = ErrorResponse::new(Some(sentence.to_owned()));
    *response.status_mut() = status;
    response
}

/// Looks at what runs, while something does; sleeps without a timer else.
async fn supervise(engine: Arc<Engine>) {
    loop {
        engine.watched.notified().await;
        loop {
            tokio::time::sleep(LOOK).await;
            if engine.supervise() {
                continue;
            }
            engine.watching.store(false, Ordering::Release);
            // A call may have come between the look and the store.
            if !engine.supervise() || engine.watching.swap(true, Ordering::AcqRel) {
                break;
            }
        }
    }
}

/// A connection's place in the counts, given back however it ends.
struct Seat {
    listener: Arc<Listener>,
    stranger: bool,
}

impl Seat {
    fn taken(listener: Arc<Listener>) -> Self {
        listener.engine.counts.connections.fetch_add(1, Ordering::Relaxed);
        listener.strangers.fetch_add(1, Ordering::Relaxed);
        Self { listener, stranger: true }
    }

    fn known(&mut self) {
        if std::mem::take(&mut self.stranger) {
            self.listener.strangers.fetch_sub(1, Ordering::Relaxed);
        }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.known();
        self.listener.engine.counts.connections.fetch_sub(1, Ordering::Relaxed);
    }
}
