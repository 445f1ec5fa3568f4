//! The client for Python: blocking, or with a callback for asyncio. Links live on the background thread.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use parking_lot::Mutex;
use pyo3::prelude::*;
use serde::Deserialize;
use tokio::task::AbortHandle;

use super::convert;
use super::session::{on_main_thread, running, seconds, stop_if_asked};
use super::{array, fault, logging, runtime};
use crate::across::Across;
use crate::backend::{Any, Backend as _, Endpoint, Gateway, Local, Trust};
use crate::host::Host;
use crate::link::introduce;
use crate::wire::{Code, Fault, Progress, Reply, Request};

/// How long Ctrl-C waits at most; Python sees signals only on its main thread and when asked.
const SIGNAL_CHECK: Duration = Duration::from_millis(100);
/// Progress that nobody takes is dropped, not queued.
const PROGRESS_KEPT: usize = 16;

/// One client: an instance, or whichever is named in a call.
#[pyclass(frozen, module = "scenewire._native")]
pub(super) struct Client {
    backend: Across<Any>,
    instance: Option<String>,
    url: Option<String>,
    /// Behind a gateway, where no host is this process's own.
    far: bool,
    make_array: Py<PyAny>,
}

/// Where a client's calls go, as `scenewire.connect` passes it: one host by address, a gateway, or this machine.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Target {
    url: Option<String>,
    token: Option<String>,
    gateway: Option<String>,
    key: Option<String>,
    ca: Option<PathBuf>,
    pin: Option<String>,
    /// The gateway that this process's own host dials.
    own_gateway: bool,
}

impl Target {
    fn any(&self) -> Result<Any, Fault> {
        if self.own_gateway {
            let endpoint = running().and_then(|host| host.gateway()).ok_or_else(|| {
                Fault::new(Code::HostNotRunning, "no host of this process is linked to a gateway")
                    .suggest("start it with `scenewire.start(mode=\"remote\", url=..., key=...)`")
            })?;
            return Ok(Any::Gateway(Gateway::new(endpoint)));
        }
        match (&self.gateway, &self.url) {
            (Some(gateway), _) => {
                let trust = Trust::chosen(self.ca.as_deref(), self.pin.as_deref())?;
                let key = self.key.as_deref().filter(|key| !key.trim().is_empty()).ok_or_else(|| {
                    Fault::new(Code::Unauthorized, "a gateway needs a key").suggest("set SCENEWIRE_KEY, or give `key`")
                })?;
                Ok(Any::Gateway(Gateway::new(Endpoint::new(gateway, key, trust)?)))
            }
            (None, Some(url)) => Ok(Any::Local(Local::to(url, self.token.as_deref().unwrap_or_default()))),
            (None, None) => Ok(Any::Local(Local::new()?)),
        }
    }
}

/// The script that runs, or else the interpreter: who a host's owner sees connected.
fn program(py: Python<'_>) -> String {
    let script = py.import("sys").and_then(|sys| sys.getattr("argv")?.get_item(0)?.extract::<PathBuf>()).ok();
    let name = script.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    name.filter(|name| !name.starts_with('-')).unwrap_or_else(|| "python".to_owned())
}

#[pymethods]
impl Client {
    #[new]
    #[pyo3(signature = (instance, target, make_array))]
    fn new(
        py: Python<'_>,
        instance: Option<String>,
        target: &Bound<'_, PyAny>,
        make_array: Py<PyAny>,
    ) -> PyResult<Self> {
        fault::guarded(py, || {
            logging::install();
            let raise = |fault: Fault| fault::exception(py, &fault);
            introduce(&program(py));
            let handle = runtime::handle().map_err(raise)?;
            let _context = handle.enter();
            let target: Target = serde_json::from_value(convert::json(target).map_err(raise)?)
                .map_err(|error| raise(Fault::new(Code::InvalidParams, format!("target: {error}"))))?;
            let backend = Across::new(target.any().map_err(raise)?);
            Ok(Self {
                backend,
                instance,
                url: target.url,
                far: target.gateway.is_some() || target.own_gateway,
                make_array,
            })
        })
    }

    /// Does it and waits for the result; Ctrl-C cancels it. On the main thread of its own host it runs here and now.
    #[pyo3(signature = (operation, arguments, *, timeout=None, key=None, if_revision=None, on_progress=None))]
    #[allow(clippy::too_many_arguments)]
    fn call<'py>(
        &self,
        py: Python<'py>,
        operation: &str,
        arguments: &Bound<'py, PyAny>,
        timeout: Option<f64>,
        key: Option<String>,
        if_revision: Option<u64>,
        on_progress: Option<Py<PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        fault::guarded(py, || {
            let request = self.request(py, operation, arguments, timeout, (key, if_revision))?;
            let outcome = match self.own_host(py) {
                Some(host) => {
                    let outcome = py.detach(|| host.call_inline(request));
                    stop_if_asked(py)?;
                    outcome
                }
                None => self.wait_for(py, request, on_progress)?,
            };
            let reply = outcome.map_err(|fault| fault::exception(py, &fault))?;
            self.result(py, &reply)
        })
    }

    /// Starts it and returns at once; `done()` is called from another thread when there is a result to take.
    #[pyo3(signature = (operation, arguments, done, *, timeout=None, key=None, if_revision=None, on_progress=None))]
    #[allow(clippy::too_many_arguments)]
    fn submit<'py>(
        slf: &Bound<'py, Self>,
        operation: &str,
        arguments: &Bound<'py, PyAny>,
        done: Py<PyAny>,
        timeout: Option<f64>,
        key: Option<String>,
        if_revision: Option<u64>,
        on_progress: Option<Py<PyAny>>,
    ) -> PyResult<Pending> {
        let py = slf.py();
        fault::guarded(py, || {
            let client = slf.get();
            if client.own_host(py).is_some() {
                let sentence =
                    "this is the main thread of the host that would have to do it, so waiting would never end";
                let fault = Fault::new(Code::WouldDeadlock, sentence)
                    .suggest("use scenewire.connect(), which runs the call here and now")
                    .suggest("await it from another thread");
                return Err(fault::exception(py, &fault));
            }
            let request = client.request(py, operation, arguments, timeout, (key, if_revision))?;
            let slot = std::sync::Arc::new(Mutex::new(None));
            let (filled, backend) = (slot.clone(), client.backend.clone());
            let task = runtime::spawn(async move {
                let outcome = with_progress(&backend, request, on_progress).await;
                *filled.lock() = Some(outcome);
                tell(&done);
            });
            let task = task.map_err(|fault| fault::exception(py, &fault))?;
            Ok(Pending { client: slf.clone().unbind(), slot, task })
        })
    }

    /// Returns when the hosts know which calls were cancelled; short of that, after a moment.
    fn settle(&self, py: Python<'_>) -> PyResult<()> {
        fault::guarded(py, || {
            let backend = self.backend.clone();
            let (send, receive) = mpsc::channel();
            let settling = async move {
                backend.settled().await;
                drop(send.send(Event::Done(Ok(()))));
            };
            let task = runtime::spawn(settling).map_err(|fault| fault::exception(py, &fault))?;
            // A runtime that was shut down has no connections either.
            collect::<()>(py, receive, &task, None).map(drop)
        })
    }

    /// All hosts of this user on this machine.
    fn instances<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        fault::guarded(py, || {
            let backend = self.backend.clone();
            let (send, receive) = mpsc::channel();
            let task = runtime::spawn(async move { drop(send.send(Event::Done(backend.instances().await))) });
            let task = task.map_err(|fault| fault::exception(py, &fault))?;
            let found = collect(py, receive, &task, None)?.map_err(|fault| fault::exception(py, &fault))?;
            let shown: Vec<serde_json::Value> = found.iter().map(crate::wire::Instance::brief).collect();
            Ok(pythonize::pythonize(py, &shown)?)
        })
    }
}

impl Client {
    fn request(
        &self,
        py: Python<'_>,
        operation: &str,
        arguments: &Bound<'_, PyAny>,
        timeout: Option<f64>,
        (key, if_revision): (Option<String>, Option<u64>),
    ) -> PyResult<Request> {
        let arguments = convert::arguments(arguments, operation);
        let timeout = match timeout.map(|number| (number, seconds(number))) {
            Some((_, Some(duration))) => Some(duration),
            None => None,
            Some((number, None)) => {
                let expected = "a number of seconds from 0";
                let fault = Fault::new(Code::InvalidParams, format!("`timeout`: expected {expected}, got {number}"))
                    .detail("path", "timeout")
                    .detail("expected", expected)
                    .detail("got", number.to_string());
                return Err(fault::exception(py, &fault));
            }
        };
        Ok(Request {
            instance: self.instance.clone(),
            operation: operation.to_owned(),
            arguments: arguments.map_err(|fault| fault::exception(py, &fault))?,
            timeout,
            key,
            if_revision,
            ..Request::default()
        })
    }

    /// The host of this process when this is its main thread and it is the one that is meant.
    fn own_host(&self, py: Python<'_>) -> Option<Host> {
        let host = on_main_thread()?;
        if self.far {
            return None;
        }
        if let Some(url) = &self.url {
            return (*url == host.url()).then_some(host);
        }
        let Some(wanted) = &self.instance else { return Some(host) };
        let status = py.detach(|| host.status());
        let own = |field: &str| status["instance"][field].as_str() == Some(wanted);
        (own("id") || own("name")).then_some(host)
    }

    fn wait_for(
        &self,
        py: Python<'_>,
        request: Request,
        on_progress: Option<Py<PyAny>>,
    ) -> PyResult<Result<Reply, Fault>> {
        let backend = self.backend.clone();
        let (send, receive) = mpsc::channel();
        let wanted = on_progress.is_some();
        let task = runtime::spawn(async move {
            let (report, mut reports) = tokio::sync::mpsc::channel(PROGRESS_KEPT);
            let call = backend.call(request, wanted.then_some(report));
            tokio::pin!(call);
            let outcome = loop {
                tokio::select! {
                    biased;
                    Some(progress) = reports.recv() => drop(send.send(Event::Progress(progress))),
                    outcome = &mut call => break outcome,
                }
            };
            drop(send.send(Event::Done(outcome)));
        });
        let task = task.map_err(|fault| fault::exception(py, &fault))?;
        collect(py, receive, &task, on_progress.as_ref())
    }

    fn result<'py>(&self, py: Python<'py>, reply: &Reply) -> PyResult<Bound<'py, PyAny>> {
        let make = self.make_array.bind(py);
        let value = convert::python(py, &reply.payload, &|attachment| array::shaped(py, attachment, make))?;
        Ok((value, reply.revision).into_pyobject(py)?.into_any())
    }
}

enum Event<T> {
    Progress(Progress),
    Done(Result<T, Fault>),
}

/// Waits detached; an exception (Ctrl-C, or out of `on_progress`) cancels the call.
fn collect<T: Send>(
    py: Python<'_>,
    mut events: mpsc::Receiver<Event<T>>,
    task: &AbortHandle,
    on_progress: Option<&Py<PyAny>>,
) -> PyResult<Result<T, Fault>> {
    let _cancel = AbortOnDrop(task);
    loop {
        // The receiver is not shared between threads, so it moves into the wait and back.
        let event;
        (events, event) = py.detach(move || {
            let event = events.recv_timeout(SIGNAL_CHECK);
            (events, event)
        });
        match event {
            Ok(Event::Done(outcome)) => return Ok(outcome),
            Ok(Event::Progress(progress)) => {
                if let Some(callback) = on_progress {
                    callback.call1(py, (progress.fraction, progress.message))?;
                }
            }
            Err(RecvTimeoutError::Timeout) => py.check_signals()?,
            Err(RecvTimeoutError::Disconnected) => {
                return Ok(Err(Fault::new(Code::Unreachable, "the client of this process was shut down")));
            }
        }
    }
}

struct AbortOnDrop<'a>(&'a AbortHandle);

impl Drop for AbortOnDrop<'_> {
    fn drop(&mut self) {
        self.0.abort();
    }
}

async fn with_progress(
    backend: &Across<Any>,
    request: Request,
    on_progress: Option<Py<PyAny>>,
) -> Result<Reply, Fault> {
    let (report, mut reports) = tokio::sync::mpsc::channel::<Progress>(PROGRESS_KEPT);
    let call = backend.call(request, on_progress.is_some().then_some(report));
    tokio::pin!(call);
    loop {
        tokio::select! {
            biased;
            Some(progress) = reports.recv() => {
                let told = Python::try_attach(|py| match &on_progress {
                    Some(callback) => callback.call1(py, (progress.fraction, progress.message)).map(drop),
                    None => Ok(()),
                });
                let _ = told;
            }
            outcome = &mut call => return outcome,
        }
    }
}

fn tell(done: &Py<PyAny>) {
    let _ = Python::try_attach(|py| {
        if let Err(error) = done.call0(py) {
            // The loop that would have been told is closed.
            tracing::debug!("nobody took the result: {error}");
        }
    });
}

/// A call under way, for asyncio.
#[pyclass(frozen, module = "scenewire._native")]
pub(super) struct Pending {
    client: Py<Client>,
    slot: std::sync::Arc<Mutex<Option<Result<Reply, Fault>>>>,
    task: AbortHandle,
}

#[pymethods]
impl Pending {
    /// The result, once, after `done()` was called; raises what went wrong.
    fn result<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        fault::guarded(py, || match self.slot.lock().take() {
            Some(Ok(reply)) => self.client.get().result(py, &reply),
            Some(Err(fault)) => Err(fault::exception(py, &fault)),
            None => Err(fault::exception(py, &Fault::new(Code::Internal, "the call is not done"))),
        })
    }

    /// Tells the host that nobody wants it any more.
    fn cancel(&self) {
        self.task.abort();
    }
}
