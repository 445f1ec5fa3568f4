//! The drop-in port: clients that were made for other add-ons find this host where they look for theirs, and speak as they
//! are used to. Off until the owner turns it on. Their commands go the way of every call: policy, transaction, deadline.

mod blender_mcp;
mod connection;
mod desk;
mod lab;
mod maya_mcp;
mod plain;

use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::thread::JoinHandle;
use std::time::Duration;

use futures_util::FutureExt as _;
use parking_lot::Mutex;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::engine::Engine;
use super::{listener, port};
use crate::wire::foreign::{Answer, Dialect, Heard, encode};
use crate::wire::{Code, Fault};
use connection::Seat;
use desk::Desk;

/// How long what is being answered may take to be read at the end.
const FAREWELL: Duration = Duration::from_secs(1);
/// A name this alike (Jaro-Winkler) is worth a suggestion.
const ALIKE: f64 = 0.8;
/// How long to wait after an accept that failed, usually for want of open files.
const PAUSE: Duration = Duration::from_millis(50);

/// The ends of the host, which end this too: of accepting, and of the connections.
#[derive(Clone)]
pub(crate) struct Ends {
    pub(crate) stop: CancellationToken,
    pub(crate) leave: CancellationToken,
}

/// How long a connection may say nothing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Patience {
    /// Before its first command.
    pub(super) silent: Duration,
    /// Within a command.
    pub(super) incomplete: Duration,
    /// Between commands: these clients keep one connection for as long as their user's day, and do not expect its end.
    pub(super) idle: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            silent: Duration::from_secs(300),
            incomplete: Duration::from_secs(10),
            idle: Duration::from_secs(24 * 3600),
        }
    }
}

/// The port as the owner switches it, while the host runs.
#[derive(Default)]
pub(crate) struct Switch {
    standing: Mutex<Standing>,
}

#[derive(Default)]
enum Standing {
    #[default]
    Off,
    Listening(Foreign),
    Refused(u16, String),
}

impl Switch {
    /// Listens on this port, or on none. A port that cannot be had changes nothing.
    pub(crate) fn set(&self, port: Option<u16>, engine: &Arc<Engine>, ends: &Ends) -> Result<(), Fault> {
        let mut standing = self.standing.lock();
        let next = match (&*standing, port) {
            (Standing::Listening(foreign), Some(port)) if foreign.port == port => return Ok(()),
            (_, None) => Standing::Off,
            (_, Some(port)) => Standing::Listening(Foreign::start(port, engine, ends)?),
        };
        let before = std::mem::replace(&mut *standing, next);
        drop(standing);
        if let Standing::Listening(foreign) = before {
            foreign.stop();
        }
        Ok(())
    }

    /// The same at the start of a host, which a taken port does not keep from running.
    pub(crate) fn begin(&self, port: Option<u16>, engine: &Arc<Engine>, ends: &Ends) {
        if let (Some(port), Err(fault)) = (port, self.set(port, engine, ends)) {
            tracing::warn!(port, reason = fault.error_message, "the drop-in port is not there");
            *self.standing.lock() = Standing::Refused(port, fault.error_message);
        }
    }

    /// The port that is listened on.
    pub(crate) fn port(&self) -> Option<u16> {
        match &*self.standing.lock() {
            Standing::Listening(foreign) => Some(foreign.port),
            Standing::Off | Standing::Refused(..) => None,
        }
    }

    /// Ends it and waits for it.
    pub(crate) fn end(&self) {
        let before = std::mem::take(&mut *self.standing.lock());
        if let Standing::Listening(foreign) = before {
            foreign.stop();
        }
    }

    /// As `get_status` shows it; null when it is off.
    pub(crate) fn json(&self) -> Value {
        match &*self.standing.lock() {
            Standing::Off => Value::Null,
            Standing::Listening(foreign) => json!({ "port": foreign.port, "state": "listening", "reason": null }),
            Standing::Refused(port, reason) => json!({ "port": port, "state": "refused", "reason": reason }),
        }
    }
}

/// A listening port.
pub(crate) struct Foreign {
    port: u16,
    ends: Ends,
    thread: Option<JoinHandle<()>>,
}

/// What its connections share.
pub(super) struct Shared {
    pub(super) engine: Arc<Engine>,
    pub(super) patience: Patience,
    pub(super) leave: CancellationToken,
    pub(super) seats: AtomicUsize,
}

impl Foreign {
    /// Listens on loopback, port 0 for one of the system's choice; a thread of its own, so that a result of many megabytes
    /// in JSON delays no ping of ours. A port that is taken is refused with the name of who has it.
    pub(crate) fn start(port: u16, engine: &Arc<Engine>, host: &Ends) -> Result<Self, Fault> {
        Self::patient(port, engine, host, Patience::default())
    }

    fn patient(port: u16, engine: &Arc<Engine>, host: &Ends, patience: Patience) -> Result<Self, Fault> {
        let socket = listener::bind(port).map_err(|error| refused(port, &error))?;
        let failed = |error: std::io::Error| Fault::new(Code::HandlerError, format!("the drop-in port: {error}"));
        let port = socket.local_addr().map_err(failed)?.port();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(failed)?;
        let ends = Ends { stop: host.stop.child_token(), leave: host.leave.child_token() };
        let shared = Shared { engine: engine.clone(), patience, leave: ends.leave.clone(), seats: AtomicUsize::new(0) };
        let stop = ends.stop.clone();
        let thread = std::thread::Builder::new().name("scenewire-foreign".to_owned()).spawn(move || {
            runtime.block_on(run(socket, Arc::new(shared), stop));
            runtime.shutdown_background();
        });
        tracing::info!(port, "clients of other add-ons may connect");
        Ok(Self { port, ends, thread: Some(thread.map_err(failed)?) })
    }

    /// Ends accepting and every connection; what is being answered is.
    fn stop(mut self) {
        self.ends.stop.cancel();
        self.ends.leave.cancel();
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the thread of the drop-in port panicked");
        }
    }
}

impl Drop for Foreign {
    fn drop(&mut self) {
        self.ends.stop.cancel();
        self.ends.leave.cancel();
    }
}

/// The fault of a command that is none, with the dialect's own one that may be meant as the first suggestion.
fn meant(name: &str, own: &[&str], mut fault: Fault) -> Fault {
    let known = own.iter().map(|known| (strsim::jaro_winkler(name, known), known));
    if let Some((_, near)) = known.max_by(|a, b| a.0.total_cmp(&b.0)).filter(|(alike, _)| *alike > ALIKE) {
        fault.suggestions.insert(0, (*near).to_owned());
    }
    fault
}

/// What comes of one command of this very process in the words of the Maya MCP server's design, as the drop-in port would answer
/// it: its plug-in is a class too, which scripts call.
pub(crate) fn answered(engine: &Arc<Engine>, command: &[u8]) -> Vec<u8> {
    let Heard { id, command, .. } = Heard::read(command, Some(Dialect::MayaMcp));
    // A desk of our own waits for nothing but the calls themselves, so that the first poll is the last.
    let performed = command.map(|command| maya_mcp::perform(&Desk::own(engine.clone()), command).now_or_never());
    let answer = match performed {
        Ok(Some(answer)) => answer,
        Ok(None) => Err(Fault::new(Code::Internal, "a command of this process waited for something")).into(),
        Err(fault) => Err(fault).into(),
    };
    encode(Dialect::MayaMcp, &Answer { id, ..answer })
}

async fn run(socket: std::net::TcpListener, shared: Arc<Shared>, stop: CancellationToken) {
    let tracker = TaskTracker::new();
    match TcpListener::from_std(socket) {
        Ok(listener) => accept(listener, &shared, &stop, &tracker).await,
        Err(error) => tracing::error!(%error, "the drop-in port could not be opened"),
    }
    shared.leave.cancelled().await;
    tracker.close();
    // Whoever does not read in time is cut off with the thread.
    let _ = tokio::time::timeout(FAREWELL, tracker.wait()).await;
}

async fn accept(listener: TcpListener, shared: &Arc<Shared>, stop: &CancellationToken, tracker: &TaskTracker) {
    loop {
        let accepted = tokio::select! {
            () = stop.cancelled() => return,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, _)) => {
                let seat = Seat::taken(shared.clone());
                tracker.spawn(connection::serve(stream, seat));
            }
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
}

fn refused(port: u16, error: &std::io::Error) -> Fault {
    if error.kind() != std::io::ErrorKind::AddrInUse {
        return Fault::new(Code::HandlerError, format!("port {port} cannot be listened on: {error}"))
            .detail("port", port);
    }
    let fault = match port::owner(port) {
        Some(owner) if owner.pid == std::process::id() => {
            let message = format!("port {port} is taken by this very program: another add-on in it listens there");
            Fault::new(Code::HandlerError, message).detail("pid", owner.pid)
        }
        Some(owner) => {
            let message = format!("port {port} is taken by {owner}");
            Fault::new(Code::HandlerError, message).detail("pid", owner.pid).detail("program", owner.program)
        }
        None => Fault::new(Code::HandlerError, format!("port {port} is taken by another program")),
    };
    fault.detail("port", port).suggest("stop the other one, or choose another port and tell the client")
}
