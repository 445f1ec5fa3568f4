//! From the port to the routes: accepting, TLS with a certificate that may change, HTTP/1.1, and an end without cutting
//! off answers.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router as Routes;
use axum::extract::ConnectInfo;
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use parking_lot::RwLock;
use rustls::ServerConfig;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;
use tokio_util::sync::CancellationToken;
use tower_service::Service;

use super::door::{Door, Visit};

/// A connection between two requests is kept this long.
const BETWEEN_REQUESTS: Duration = Duration::from_secs(75);
/// The request line and all headers.
const HEADER_BYTES: usize = 32 << 10;
const HEADER_COUNT: usize = 64;
/// When the system has no more sockets to give, one may be free after this.
const NO_SOCKET: Duration = Duration::from_millis(100);

/// What new connections are shown.
#[derive(Clone, Debug)]
pub(super) struct Certificate(Arc<RwLock<Arc<ServerConfig>>>);

impl Certificate {
    pub(super) fn new(config: Arc<ServerConfig>) -> Self {
        Self(Arc::new(RwLock::new(config)))
    }

    pub(super) fn replace(&self, config: Arc<ServerConfig>) {
        *self.0.write() = config;
    }

    fn acceptor(&self) -> TlsAcceptor {
        self.0.read().clone().into()
    }
}

/// What every connection needs.
#[derive(Clone)]
pub(super) struct Serving {
    pub(super) door: Door,
    /// None for plain HTTP.
    pub(super) certificate: Option<Certificate>,
    pub(super) routes: Routes,
    /// Takes no new connection and no further request.
    pub(super) closing: CancellationToken,
}

impl Serving {
    /// Serves until it is closing and the last answer is out. Dropped, it ends all connections at once.
    pub(super) async fn serve(self, listener: TcpListener) {
        let mut open = JoinSet::new();
        loop {
            tokio::select! {
                () = self.closing.cancelled() => break,
                Some(_) = open.join_next() => {}
                arrived = listener.accept() => match arrived {
                    Ok((stream, peer)) => {
                        open.spawn(self.clone().connection(stream, peer));
                    }
                    Err(error) => refused_by_system(&error).await,
                },
            }
        }
        drop(listener);
        while open.join_next().await.is_some() {}
    }

    async fn connection(self, stream: TcpStream, peer: SocketAddr) {
        let Some((stream, visit)) = self.door.enter(stream) else { return };
        let Some(certificate) = &self.certificate else { return self.requests(stream, visit, peer).await };
        match certificate.acceptor().accept(stream).await {
            Ok(stream) => self.requests(stream, visit, peer).await,
            Err(error) => tracing::debug!(%peer, %error, "no TLS came about"),
        }
    }

    /// HTTP/1.1 only: WebSockets need it, and nobody who calls a gateway needs more.
    async fn requests(
        &self,
        stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
        visit: Visit,
        peer: SocketAddr,
    ) {
        let service = service_fn(|request| self.answer(request, &visit, peer));
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(BETWEEN_REQUESTS)
            .max_headers(HEADER_COUNT)
            .max_buf_size(HEADER_BYTES)
            .serve_connection(TokioIo::new(stream), service)
            .with_upgrades();
        let mut connection = pin!(connection);
        let ended = tokio::select! {
            ended = connection.as_mut() => ended,
            () = self.closing.cancelled() => {
                connection.as_mut().graceful_shutdown();
                connection.await
            }
        };
        if let Err(error) = ended {
            tracing::debug!(%peer, %error, "a connection broke");
        }
    }

    async fn answer(
        &self,
        mut request: hyper::Request<Incoming>,
        visit: &Visit,
        peer: SocketAddr,
    ) -> Result<Response, Infallible> {
        visit.begins(&mut request);
        request.extensions_mut().insert(ConnectInfo(peer));
        let answer = self.routes.clone().call(request).await?;
        visit.ends(&answer);
        Ok(answer)
    }
}

/// A connection that its caller has given up is nothing; having no sockets left lasts.
async fn refused_by_system(error: &io::Error) {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    if !matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset) {
        tracing::error!(%error, "no connection can be accepted; trying again");
        tokio::time::sleep(NO_SOCKET).await;
    }
}
