//! Stopping Python code that does not return: a thread of its own asks the interpreter, by `Py_AddPendingCall`, to run
//! a function on the main thread that raises [`Deadline`]. Audited `unsafe`: one call of that function and its callback.
//!
//! Rules found the hard way (measured on 3.9 to 3.13 and in Blender): at most one call may be outstanding, or 3.8 to
//! 3.10 break; on 3.12 and older somebody must take and release the interpreter afterwards, or it never fires; it is
//! repeated until the job returns, because imported modules and test runners swallow one; the callback raises only
//! while the job that is due is still running.
#![allow(unsafe_code)]

use std::os::raw::{c_int, c_void};
use std::panic::catch_unwind;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex};
use pyo3::exceptions::PyBaseException;
use pyo3::prelude::*;
use pyo3::{create_exception, ffi};

use crate::host::{Armed, Watchdog};

create_exception!(
    scenewire._native,
    Deadline,
    PyBaseException,
    "Raised inside a job whose time is over or whose caller cancelled; never swallow it."
);

/// How soon an interrupt that was swallowed is repeated.
const REPEAT: Duration = Duration::from_millis(50);

/// What runs on the main thread now, and when the watching thread looks next.
static RUNNING: Mutex<Watched> = Mutex::new(Watched { runs: Vec::new(), next_look: None });
/// Told when `RUNNING` changes or the thread should end.
static CHANGED: Condvar = Condvar::new();
/// Whether a pending call was asked for and has not run.
static OUTSTANDING: AtomicBool = AtomicBool::new(false);
/// Whether the main thread is where an interrupt would leave the host half restored; it comes again soon after.
static SHIELDED: AtomicBool = AtomicBool::new(false);

struct Watched {
    /// Innermost last: a job may call its own host.
    runs: Vec<Run>,
    /// None: not before it is told.
    next_look: Option<Instant>,
}

struct Run {
    id: u64,
    deadline: Instant,
    interrupted: bool,
    fired: bool,
}

impl Run {
    fn due(&self, now: Instant) -> bool {
        self.interrupted || self.deadline <= now
    }
}

/// The watchdog of a Python host; its thread ends with it.
pub(super) struct PendingCalls {
    ended: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl PendingCalls {
    /// Starts the watching thread.
    pub(super) fn start() -> std::io::Result<Self> {
        let ended = Arc::new(AtomicBool::new(false));
        let seen = Arc::clone(&ended);
        // Up to 3.12 a pending call is seen only when the interpreter changes hands.
        let knock = Python::attach(|py| py.version_info() < (3, 13));
        let thread =
            std::thread::Builder::new().name("scenewire-watchdog".into()).spawn(move || watch(&seen, knock))?;
        Ok(Self { ended, thread: Some(thread) })
    }
}

impl Drop for PendingCalls {
    fn drop(&mut self) {
        {
            let _running = RUNNING.lock();
            self.ended.store(true, Ordering::Release);
            CHANGED.notify_all();
        }
        let Some(thread) = self.thread.take() else { return };
        let join = || drop(thread.join());
        // The thread may be waiting for the interpreter that this one holds.
        match Python::try_attach(|py| py.detach(join)) {
            Some(()) => {}
            None => tracing::debug!("the interpreter ended before the watchdog"),
        }
    }
}

impl Watchdog for PendingCalls {
    fn arm(&self, deadline: Instant) -> Arc<dyn Armed> {
        static NEXT: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(1);
        let id = NEXT.fetch_add(1, Ordering::Relaxed);
        let mut watched = RUNNING.lock();
        watched.runs.push(Run { id, deadline, interrupted: false, fired: false });
        // Waking the thread for every job would cost each of them two switches; it is up in time for most.
        if watched.next_look.is_none_or(|look| deadline < look) {
            CHANGED.notify_all();
        }
        Arc::new(Guard { id })
    }
}

struct Guard {
    id: u64,
}

impl Armed for Guard {
    fn interrupt(&self) {
        if let Some(run) = RUNNING.lock().runs.iter_mut().find(|run| run.id == self.id) {
            run.interrupted = true;
        }
        CHANGED.notify_all();
    }

    fn disarm(&self) -> bool {
        let mut running = RUNNING.lock();
        let Some(index) = running.runs.iter().position(|run| run.id == self.id) else { return false };
        running.runs.remove(index).fired
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.disarm();
    }
}

fn watch(ended: &AtomicBool, knock: bool) {
    let mut running = RUNNING.lock();
    while !ended.load(Ordering::Acquire) {
        let now = Instant::now();
        let due = running.runs.iter().any(|run| run.due(now));
        if due {
            parking_lot::MutexGuard::unlocked(&mut running, || fire(knock));
        }
        running.next_look = if due { Some(now + REPEAT) } else { running.runs.iter().map(|run| run.deadline).min() };
        match running.next_look {
            Some(look) => drop(CHANGED.wait_until(&mut running, look)),
            None => CHANGED.wait(&mut running),
        }
    }
}

fn fire(knock: bool) {
    if !OUTSTANDING.swap(true, Ordering::AcqRel) {
        // SAFETY: `Py_AddPendingCall` may be called from any thread without the interpreter; `raise_if_due` has the
        // signature it wants, lives as long as this library, which is never unloaded, and ignores its argument.
        let refused = unsafe { ffi::Py_AddPendingCall(Some(raise_if_due), std::ptr::null_mut()) } != 0;
        if refused {
            OUTSTANDING.store(false, Ordering::Release);
        }
    }
    if knock {
        let _ = Python::try_attach(|_| ());
    }
}

/// Called by the interpreter on its main thread, which it holds.
extern "C" fn raise_if_due(_: *mut c_void) -> c_int {
    OUTSTANDING.store(false, Ordering::Release);
    if SHIELDED.load(Ordering::Acquire) {
        return 0;
    }
    let raised = catch_unwind(|| {
        Python::try_attach(|py| match check_deadline() {
            Ok(()) => 0,
            Err(error) => {
                error.restore(py);
                -1
            }
        })
    });
    raised.ok().flatten().unwrap_or(0)
}

/// Calls `work` with interrupts held back: what it puts back must be put back.
#[pyfunction]
pub(super) fn shielded(work: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
    with_shield(true, work)
}

/// Calls `work` with interrupts let through, inside of `shielded`. No bytecode runs between it and the shield.
#[pyfunction]
pub(super) fn interruptible(work: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
    with_shield(false, work)
}

fn with_shield(up: bool, work: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
    let before = SHIELDED.swap(up, Ordering::AcqRel);
    let outcome = work.call0();
    SHIELDED.store(before, Ordering::Release);
    outcome.map(Bound::unbind)
}

/// Raises `Deadline` when the time of the running job is over; executed code asks where an exception could be lost.
#[pyfunction]
pub(super) fn check_deadline() -> PyResult<()> {
    let now = Instant::now();
    let mut running = RUNNING.lock();
    let mut reason = None;
    for run in running.runs.iter_mut().filter(|run| run.due(now)) {
        run.fired = true;
        reason = Some(if run.interrupted { "cancelled by its caller" } else { "stopped at its deadline" });
    }
    drop(running);
    reason.map_or(Ok(()), |reason| Err(Deadline::new_err(reason)))
}
