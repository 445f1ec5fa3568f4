//! The one host of this process: started, pumped and stopped by Python, on the main thread.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::ThreadId;
use std::time::Duration;

use parking_lot::Mutex;
use pyo3::prelude::*;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::host_adapter::{HostAdapter, performing};
use super::watchdog::PendingCalls;
use super::{convert, fault, logging};
use crate::catalogue::Defined;
use crate::host::{
    Answer, Endpoint, FOREIGN_PORT, Folders, Host, HostConfig, PumpBudget, Remote, Rules, Trust, setting,
};
use crate::wire::{Code, Fault};

static SESSION: Mutex<Option<Session>> = Mutex::new(None);
/// A job asked for the stop; it happens when that job has returned.
static STOP_LATER: AtomicBool = AtomicBool::new(false);
/// Why, for the callers.
static WHY: Mutex<Option<String>> = Mutex::new(None);
/// Held while a host is being stopped: who stops it a second time must not go on before the first is done.
static ENDING: Mutex<()> = Mutex::new(());
static HOT: AtomicBool = AtomicBool::new(false);

struct Session {
    host: Host,
    main_thread: ThreadId,
    on_stop: Vec<Py<PyAny>>,
}

/// What the owner chose, as `scenewire.start` passes it.
struct Options {
    name: Option<String>,
    port: u16,
    policy: Map<String, Value>,
    home: Option<PathBuf>,
    gateway: Option<Gateway>,
    foreign_port: Option<u16>,
}

impl Options {
    fn read(config: &Value) -> Result<Self, Fault> {
        Ok(Self {
            name: setting("name", &config["name"], "a text, or none")?,
            port: setting("port", &config["port"], "a port from 1 to 65535, or 0 for a free one")?,
            policy: setting("policy", &config["policy"], "an object")?,
            home: setting("home", &config["home"], "a folder, or none")?,
            gateway: setting("gateway", &config["gateway"], "an object, or none")?,
            foreign_port: setting("foreign_port", &config["foreign_port"], FOREIGN_PORT)?,
        })
    }
}

/// The gateway that the owner chose.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Gateway {
    url: String,
    key: String,
    ca: Option<PathBuf>,
    pin: Option<String>,
    instance_id: Option<String>,
}

impl Gateway {
    fn remote(self) -> Result<Remote, Fault> {
        let trust = Trust::chosen(self.ca.as_deref(), self.pin.as_deref())?;
        let mut remote = Remote::new(Endpoint::new(&self.url, &self.key, trust)?);
        remote.instance_id = self.instance_id;
        Ok(remote)
    }
}

/// The folder for what outlives a host.
#[pyfunction]
pub(super) fn state_folder(py: Python<'_>) -> PyResult<PathBuf> {
    let folders = Folders::from_env().map_err(|fault| fault::exception(py, &fault))?;
    Ok(folders.state)
}

impl Options {
    fn config(self) -> Result<HostConfig, Fault> {
        let folders = match self.home {
            Some(home) => Folders { runtime: home.join("run"), state: home },
            None => Folders::from_env()?,
        };
        let watchdog = PendingCalls::start().map_err(|error| Fault::new(Code::Internal, error.to_string()))?;
        Ok(HostConfig {
            name: self.name,
            port: self.port,
            rules: Rules::default().changed(&self.policy)?,
            gateway: self.gateway.map(Gateway::remote).transpose()?,
            foreign_port: self.foreign_port,
            watchdog: Arc::new(watchdog),
            ..HostConfig::new(folders)
        })
    }
}

/// Starts the host around `adapter`; on the host's main thread.
#[pyfunction]
pub(super) fn start(py: Python<'_>, config: &Bound<'_, PyAny>, adapter: Py<PyAny>) -> PyResult<Py<PyAny>> {
    fault::guarded(py, || {
        logging::install();
        if is_running() {
            return Err(fault::exception(py, &Fault::new(Code::Conflict, "a host is running in this process already")));
        }
        let raise = |fault: Fault| fault::exception(py, &fault);
        let options = convert::json(config).and_then(|config| Options::read(&config)).map_err(raise)?;
        let adapter = Arc::new(HostAdapter::new(adapter));
        let started = py.detach(|| options.config().and_then(|config| Host::start(config, adapter)));
        let host = started.map_err(raise)?;
        STOP_LATER.store(false, Ordering::Release);
        *WHY.lock() = None;
        let session = Session { host, main_thread: std::thread::current().id(), on_stop: Vec::new() };
        // What a session left that ended by itself (a signal) is ended here.
        let left = SESSION.lock().replace(session);
        end(py, left, Duration::ZERO);
        status(py)
    })
}

/// Has `hook` called when the host ends; at once when none runs.
#[pyfunction]
pub(super) fn on_stop(py: Python<'_>, hook: Py<PyAny>) -> PyResult<()> {
    if let Some(session) = SESSION.lock().as_mut() {
        session.on_stop.push(hook);
        return Ok(());
    }
    hook.call0(py).map(drop)
}

/// Stops the host and waits for it at most `timeout` seconds; within a job it stops as soon as that job has returned.
/// Callers are told `why`.
#[pyfunction]
#[pyo3(signature = (timeout=5.0, why=None))]
pub(super) fn stop(py: Python<'_>, timeout: f64, why: Option<String>) -> PyResult<()> {
    fault::guarded(py, || {
        if why.is_some() {
            *WHY.lock() = why;
        }
        if performing() {
            STOP_LATER.store(true, Ordering::Release);
            return Ok(());
        }
        let ended = SESSION.lock().take();
        end(py, ended, seconds(timeout).unwrap_or_default());
        Ok(())
    })
}

fn end(py: Python<'_>, session: Option<Session>, timeout: Duration) {
    let Some(Session { host, on_stop, .. }) = session else { return };
    for hook in on_stop {
        if let Err(error) = hook.call0(py) {
            error.write_unraisable(py, Some(hook.bind(py)));
        }
    }
    py.detach(move || {
        let _once = ENDING.lock();
        host.stop_because(timeout, WHY.lock().take());
        drop(host);
    });
    logging::flush(py);
}

/// Whether a host listens in this process.
#[pyfunction]
pub(super) fn is_running() -> bool {
    running().is_some()
}

/// Takes the operations that a project's modules define, in place of those before; or none, with the reason.
#[pyfunction]
pub(super) fn define_operations(py: Python<'_>, told: &Bound<'_, PyAny>) -> PyResult<()> {
    fault::guarded(py, || {
        let defined = convert::json(told).and_then(Defined::new).map_err(|fault| fault::exception(py, &fault))?;
        if let Some(host) = running() {
            host.define(defined);
        }
        Ok(())
    })
}

/// The folders in which this host's owner lets files be used; none where no host runs.
#[pyfunction]
pub(super) fn file_roots() -> Vec<PathBuf> {
    running().map(|host| host.file_roots()).unwrap_or_default()
}

/// The folders in which executed code may touch files; None where its owner guards nothing, or no host runs.
#[pyfunction]
pub(super) fn guarded_roots() -> Option<Vec<PathBuf>> {
    running().and_then(|host| host.guarded_roots())
}

/// Whether its owner lets guarded code import what is neither the application's nor of a project in the roots.
#[pyfunction]
pub(super) fn third_party_code() -> bool {
    running().is_some_and(|host| host.allows_third_party_code())
}

/// What the application says of itself has changed without a command; on the main thread.
#[pyfunction]
pub(super) fn look_again(py: Python<'_>) {
    py.detach(|| {
        if let Some(host) = on_main_thread() {
            host.look_again();
        }
    });
}

/// The host of this process while it listens.
pub(super) fn running() -> Option<Host> {
    SESSION.lock().as_ref().map(|session| session.host.clone()).filter(Host::is_running)
}

/// The host of this process when this is its main thread, where a client must not wait for it.
pub(super) fn on_main_thread() -> Option<Host> {
    let session = SESSION.lock();
    let session = session.as_ref().filter(|session| session.main_thread == std::thread::current().id())?;
    Some(session.host.clone()).filter(Host::is_running)
}

/// The id of this user's host on this machine that listens on a port, in whatever process.
#[pyfunction]
pub(super) fn instance_at(py: Python<'_>, port: u16) -> PyResult<Option<String>> {
    fault::guarded(py, || {
        let folders = Folders::from_env().map_err(|fault| fault::exception(py, &fault))?;
        let found = crate::host::live(&folders.runtime).into_iter().find(|record| record.port() == Some(port));
        Ok(found.map(|record| record.id))
    })
}

/// All that the owner sees of the host and its address, or None when none runs.
#[pyfunction]
pub(super) fn status(py: Python<'_>) -> PyResult<Py<PyAny>> {
    fault::guarded(py, || {
        let Some(host) = running() else { return Ok(py.None()) };
        let mut status = py.detach(|| host.status());
        status["url"] = host.url().into();
        Ok(pythonize::pythonize(py, &status)?.unbind())
    })
}

/// Changes settings of the running host by their names: all of them, or none.
#[pyfunction]
pub(super) fn configure(py: Python<'_>, changes: &Bound<'_, PyAny>) -> PyResult<()> {
    fault::guarded(py, || {
        let host = needed(py)?;
        let changes = convert::json(changes).map_err(|fault| fault::exception(py, &fault))?;
        let changes = changes.as_object().cloned().unwrap_or_default();
        py.detach(|| host.configure(changes)).map_err(|fault| fault::exception(py, &fault))
    })
}

/// Cancels the command of this key, or the one that runs; whether there was one.
#[pyfunction]
#[pyo3(signature = (key=None))]
pub(super) fn cancel(py: Python<'_>, key: Option<String>) -> PyResult<bool> {
    fault::guarded(py, || Ok(running().is_some_and(|host| py.detach(|| host.cancel(key.as_deref())))))
}

/// Answers a question that waits: `once`, `session` or `deny`.
#[pyfunction]
pub(super) fn approve(py: Python<'_>, id: &str, answer: &str) -> PyResult<()> {
    fault::guarded(py, || {
        let host = needed(py)?;
        let answered = py.detach(|| Answer::named(answer).and_then(|answer| host.approve(id, answer)));
        answered.map_err(|fault| fault::exception(py, &fault))
    })
}

/// Takes back the last step that came of a command, and says which; on the main thread.
#[pyfunction]
pub(super) fn undo_last(py: Python<'_>) -> PyResult<String> {
    fault::guarded(py, || {
        let host = needed(py)?;
        py.detach(|| host.undo_last()).map_err(|fault| fault::exception(py, &fault))
    })
}

/// The host of this process.
fn needed(py: Python<'_>) -> PyResult<Host> {
    running().ok_or_else(|| {
        let fault = Fault::new(Code::HostNotRunning, "no host runs in this process");
        fault::exception(py, &fault.suggest("call `scenewire.start()`"))
    })
}

/// Runs waiting jobs for about `budget` seconds and gives their number; on the main thread only.
#[pyfunction]
#[pyo3(signature = (budget=0.008, linger=0.002))]
pub(super) fn pump(py: Python<'_>, budget: f64, linger: f64) -> PyResult<usize> {
    fault::guarded(py, || {
        let Some(host) = running() else { return Ok(0) };
        let limits =
            PumpBudget { budget: seconds(budget).unwrap_or_default(), linger: seconds(linger).unwrap_or_default() };
        let report = py.detach(|| host.pump(limits));
        HOT.store(report.hot, Ordering::Relaxed);
        logging::flush(py);
        stop_if_asked(py)?;
        Ok(report.ran)
    })
}

/// How many calls wait for `pump`. Cheaper than a `pump` that finds nothing.
#[pyfunction]
pub(super) fn waiting() -> usize {
    SESSION.lock().as_ref().map_or(0, |session| session.host.waiting())
}

/// Says why the main thread takes only commands that change nothing (`the artist is dragging (Move)`), None that it
/// takes all again. Callers that wait are told the reason.
#[pyfunction]
#[pyo3(signature = (reason=None))]
pub(super) fn hold(py: Python<'_>, reason: Option<&str>) -> PyResult<()> {
    fault::guarded(py, || {
        if let Some(host) = running() {
            py.detach(|| host.hold(reason));
        }
        Ok(())
    })
}

/// Does what `stop` left for when the job has ended.
pub(super) fn stop_if_asked(py: Python<'_>) -> PyResult<()> {
    if !performing() && STOP_LATER.swap(false, Ordering::AcqRel) {
        return stop(py, 5.0, None);
    }
    Ok(())
}

/// Whether calls came lately, so that a host with a window should pump again soon.
#[pyfunction]
pub(super) fn is_hot() -> bool {
    HOT.load(Ordering::Relaxed)
}

/// The answer to one command in the words of the Maya MCP server's design, both as JSON.
#[pyfunction]
pub(super) fn answer_foreign(py: Python<'_>, command: &str) -> PyResult<String> {
    fault::guarded(py, || {
        let host = needed(py)?;
        let answer = py.detach(|| host.answer_foreign(command.as_bytes()));
        stop_if_asked(py)?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    })
}

/// Blocks, detached, until a job waits or the host was stopped (true) or `timeout` seconds are over (false).
#[pyfunction]
#[pyo3(signature = (timeout=None))]
pub(super) fn wait(py: Python<'_>, timeout: Option<f64>) -> PyResult<bool> {
    fault::guarded(py, || {
        let Some(host) = running() else { return Ok(true) };
        if on_main_thread().is_some() {
            // The owner's handlers may be for that thread only, as Maya's own one is.
            logging::flush(py);
        }
        Ok(py.detach(|| host.wait(timeout.and_then(seconds))))
    })
}

/// From now on SIGTERM and Ctrl-C stop the host, also while a command runs. For hosts without a window of their own.
#[pyfunction]
pub(super) fn stop_on_signals(py: Python<'_>) -> PyResult<()> {
    let (ready, listening) = std::sync::mpsc::sync_channel(1);
    let thread = std::thread::Builder::new().name("scenewire-signals".into());
    thread.spawn(move || {
        // Nobody hears it when the caller has been interrupted meanwhile.
        let _ = ready.send(listen(&ready).map_err(|error| error.to_string()));
    })?;
    // A signal that comes after this function has returned must not find the handlers missing.
    match py.detach(move || listening.recv()) {
        Ok(Err(reason)) => Err(pyo3::exceptions::PyOSError::new_err(reason)),
        _ => Ok(()),
    }
}

type Ready = std::sync::mpsc::SyncSender<Result<(), String>>;

fn listen(ready: &Ready) -> std::io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    runtime.block_on(async {
        let mut signals = Signals::new()?;
        let _ = ready.send(Ok(()));
        while signals.next().await.is_some() {
            tracing::info!("stopping: a signal asked for it");
            let _once = ENDING.lock();
            // Let go of before whoever waits for the end goes on: the interpreter may be gone then, and what is dropped
            // with the last of its holders needs it.
            let host = SESSION.lock().as_ref().map(|session| session.host.clone());
            if let Some(host) = host {
                host.stop(Duration::from_secs(5));
            }
        }
        Ok(())
    })
}

#[cfg(unix)]
struct Signals {
    terminate: tokio::signal::unix::Signal,
    interrupt: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn new() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
    }

    async fn next(&mut self) -> Option<()> {
        tokio::select! {
            got = self.terminate.recv() => got,
            got = self.interrupt.recv() => got,
        }
    }
}

#[cfg(windows)]
struct Signals(tokio::signal::windows::CtrlC);

#[cfg(windows)]
impl Signals {
    fn new() -> std::io::Result<Self> {
        Ok(Self(tokio::signal::windows::ctrl_c()?))
    }

    async fn next(&mut self) -> Option<()> {
        self.0.recv().await
    }
}

/// None for what is no time: negative, NaN, or longer than a clock has.
pub(super) fn seconds(number: f64) -> Option<Duration> {
    Duration::try_from_secs_f64(number).ok()
}
