//! The door: how many connections may be there, and how long each may take to say what it wants.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, AtomicU32, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::extract::Request;
use axum::response::Response;
use parking_lot::Mutex;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::Sleep;

use crate::gateway::metrics::Metrics;

/// From a connection's beginning, or from the first byte of a later request, to the end of its headers.
const HEADERS: Duration = Duration::from_secs(5);

/// Lets connections in.
#[derive(Clone)]
pub(super) struct Door {
    strangers: Arc<Semaphore>,
    places: Arc<Semaphore>,
    metrics: Arc<Metrics>,
}

impl Door {
    pub(super) fn new(half_open: u32, connections: u32, metrics: Arc<Metrics>) -> Self {
        let bound = |many: u32| Arc::new(Semaphore::new(many as usize));
        Self { strangers: bound(half_open), places: bound(connections), metrics }
    }

    /// None when there is no room for it.
    pub(super) fn enter(&self, stream: TcpStream) -> Option<(Guarded, Visit)> {
        let places = (self.strangers.clone().try_acquire_owned(), self.places.clone().try_acquire_owned());
        let (Ok(stranger), Ok(place)) = places else {
            self.metrics.turned_away();
            return None;
        };
        if let Err(error) = stream.set_nodelay(true) {
            // Without TCP_NODELAY every call waits 40 ms for the client's delayed acknowledgement.
            tracing::debug!(%error, "TCP_NODELAY could not be set");
        }
        let manners = Arc::new(Manners::new(stranger));
        let guarded = Guarded { stream, manners: manners.clone(), headers: Some(Headers::before(0)) };
        Some((guarded, Visit { manners, place: Place(Arc::new(place)) }))
    }
}

/// Keeps a connection's place; who takes the connection over, takes it along.
#[derive(Clone, Debug)]
pub(super) struct Place(#[allow(dead_code)] Arc<OwnedSemaphorePermit>);

/// What a connection is doing, told by its service and looked at by its stream.
struct Manners {
    phase: AtomicU8,
    requests: AtomicU32,
    stranger: Mutex<Option<OwnedSemaphorePermit>>,
}

/// The first request has not come.
const NEW: u8 = 0;
/// A request is being answered.
const BUSY: u8 = 1;
/// The next request may come.
const IDLE: u8 = 2;
/// It is a WebSocket now, which has rules of its own.
const GONE: u8 = 3;

impl Manners {
    fn new(stranger: OwnedSemaphorePermit) -> Self {
        Self { phase: AtomicU8::new(NEW), requests: AtomicU32::new(0), stranger: Mutex::new(Some(stranger)) }
    }

    fn enter(&self, phase: u8) {
        if self.phase.swap(phase, Ordering::AcqRel) == NEW {
            self.stranger.lock().take();
        }
    }
}

/// A connection that is inside, as those see it who answer its requests.
#[derive(Clone)]
pub(super) struct Visit {
    manners: Arc<Manners>,
    place: Place,
}

impl Visit {
    /// A request has come, and its headers are whole.
    pub(super) fn begins<B>(&self, request: &mut hyper::Request<B>) {
        self.manners.requests.fetch_add(1, Ordering::AcqRel);
        self.manners.enter(BUSY);
        request.extensions_mut().insert(self.place.clone());
    }

    /// It is answered.
    pub(super) fn ends(&self, answer: &Response) {
        let upgraded = answer.status() == hyper::StatusCode::SWITCHING_PROTOCOLS;
        self.manners.enter(if upgraded { GONE } else { IDLE });
    }
}

/// The place of a request's connection.
pub(super) fn place(request: &Request) -> Option<Place> {
    request.extensions().get::<Place>().cloned()
}

/// The headers of one request, by its number, are to be there at the end of a time.
struct Headers {
    request: u32,
    late: Pin<Box<Sleep>>,
}

impl Headers {
    fn before(request: u32) -> Self {
        Self { request, late: Box::pin(tokio::time::sleep(HEADERS)) }
    }
}

/// A socket that ends when its peer takes too long to say what it wants.
pub(super) struct Guarded {
    stream: TcpStream,
    manners: Arc<Manners>,
    headers: Option<Headers>,
}

impl Guarded {
    fn late(&mut self, context: &mut Context<'_>) -> bool {
        let requests = self.manners.requests.load(Ordering::Acquire);
        self.headers.take_if(|headers| headers.request != requests);
        self.headers.as_mut().is_some_and(|headers| headers.late.as_mut().poll(context).is_ready())
    }
}

impl AsyncRead for Guarded {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.late(context) {
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        let before = buffer.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(context, buffer);
        let arrived = buffer.filled().len() > before;
        if arrived && self.headers.is_none() && self.manners.phase.load(Ordering::Acquire) == IDLE {
            self.headers = Some(Headers::before(self.manners.requests.load(Ordering::Acquire)));
        }
        read
    }
}

impl AsyncWrite for Guarded {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}
