//! The way to the main thread: bounded by count and by bytes, because a slow host must not fill the memory of its process.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex};

use super::Control;
use super::batch::Plan;
use super::clients::Client;
use super::isolated;
use crate::catalogue::{Effect, Operation};
use crate::wire::{Code, Fault, Payload};

/// Twice what a client on this machine takes to read an answer and send the next call.
pub(crate) const SPIN: Duration = Duration::from_micros(150);

/// One call on its way to the main thread.
#[derive(Debug)]
pub(crate) struct Task {
    pub(crate) operation: &'static Operation,
    pub(crate) key: String,
    pub(crate) client: Arc<Client>,
    /// Taken when the job runs.
    pub(crate) arguments: Mutex<Payload>,
    /// In their place for a batch.
    pub(crate) plan: Mutex<Option<Plan>>,
    /// The files that it would write, about which the owner was asked; of a batch its steps know.
    pub(crate) written: Vec<String>,
    /// What it does to the scene: of a batch what its steps do.
    pub(crate) effect: Effect,
    /// Whether it may run in the middle of somebody's own edit.
    pub(crate) looks: bool,
    pub(crate) if_revision: Option<u64>,
    pub(crate) received: Instant,
    /// When it got onto the main thread.
    pub(crate) begun: OnceLock<Instant>,
    pub(crate) deadline: Instant,
    pub(crate) bytes: usize,
    pub(crate) control: Control,
}

impl Task {
    /// Whether the main thread only begins it, and a process of its own does the rest.
    pub(super) fn is_isolated(&self) -> bool {
        isolated::operation().is_some_and(|operation| std::ptr::eq(operation, self.operation))
    }

    /// How long it waited, for its turn or for somebody's leave, and how long it has run.
    pub(crate) fn took(&self) -> (Duration, Duration) {
        let now = Instant::now();
        let begun = self.begun.get().copied().unwrap_or(now);
        (begun - self.received, now - begun)
    }
}

#[derive(Debug)]
pub(crate) struct Queue {
    state: Mutex<State>,
    /// Tasks in `state`, to be looked at without its lock.
    tasks: AtomicUsize,
    /// The batch that wants another turn.
    batches: AtomicUsize,
    arrived: Condvar,
    most_jobs: usize,
    most_bytes: usize,
}

#[derive(Debug, Default)]
struct State {
    tasks: VecDeque<Arc<Task>>,
    bytes: usize,
    /// Pumps and waits under way: somebody looks at the queue anyway.
    attending: usize,
    closed: bool,
    /// Why only what changes nothing is given out now.
    held: Option<Arc<str>>,
    /// The same for the time between two slices of a batch, which wants another turn.
    leased: Option<Arc<str>>,
}

impl State {
    fn reason(&self) -> Option<&Arc<str>> {
        self.held.as_ref().or(self.leased.as_ref())
    }

    /// Whether the main thread has something to do.
    fn wants_a_turn(&self) -> bool {
        self.next().is_some() || self.closed || (self.leased.is_some() && self.held.is_none())
    }

    /// Where the next task is that may run now.
    fn next(&self) -> Option<usize> {
        match self.reason() {
            None if self.tasks.is_empty() => None,
            None => Some(0),
            Some(_) => self.tasks.iter().position(|task| task.looks),
        }
    }
}

impl Queue {
    pub(crate) fn new(most_jobs: usize, most_bytes: usize) -> Self {
        Self {
            state: Mutex::default(),
            tasks: AtomicUsize::new(0),
            batches: AtomicUsize::new(0),
            arrived: Condvar::new(),
            most_jobs,
            most_bytes,
        }
    }

    /// Queues a task; whether somebody must be woken to look at it.
    pub(crate) fn push(&self, task: Arc<Task>) -> Result<bool, Fault> {
        let mut state = self.state.lock();
        if state.closed {
            return Err(Fault::new(Code::Cancelled, "the host is stopping"));
        }
        let full = state.tasks.len() >= self.most_jobs || state.bytes.saturating_add(task.bytes) > self.most_bytes;
        if full {
            let message = format!("{} calls with {} bytes wait for this host already", state.tasks.len(), state.bytes);
            return Err(Fault::new(Code::Busy, message).suggest("wait for some of them, then try again"));
        }
        state.bytes += task.bytes;
        state.tasks.push_back(task);
        self.tasks.store(state.tasks.len(), Ordering::Release);
        let unattended = state.attending == 0;
        drop(state);
        self.arrived.notify_one();
        Ok(unattended)
    }

    pub(crate) fn pop(&self) -> Option<Arc<Task>> {
        let mut state = self.state.lock();
        let task = state.next().and_then(|next| state.tasks.remove(next))?;
        self.tasks.store(state.tasks.len(), Ordering::Release);
        state.bytes -= task.bytes;
        Some(task)
    }

    /// What has waited longest.
    pub(crate) fn first(&self) -> Option<Arc<Task>> {
        self.state.lock().tasks.front().cloned()
    }

    /// Takes out a task that has not begun.
    pub(crate) fn remove(&self, task: &Arc<Task>) -> bool {
        let mut state = self.state.lock();
        let Some(position) = state.tasks.iter().position(|queued| Arc::ptr_eq(queued, task)) else { return false };
        state.tasks.remove(position);
        self.tasks.store(state.tasks.len(), Ordering::Release);
        state.bytes -= task.bytes;
        true
    }

    /// Takes out what is too late to begin.
    pub(crate) fn overdue(&self, now: Instant) -> Vec<Arc<Task>> {
        let mut state = self.state.lock();
        let (late, rest) = state.tasks.drain(..).partition::<VecDeque<_>, _>(|task| task.deadline <= now);
        state.tasks = rest;
        self.tasks.store(state.tasks.len(), Ordering::Release);
        state.bytes -= late.iter().map(|task| task.bytes).sum::<usize>();
        late.into()
    }

    /// How many tasks wait, without a look at what they are.
    pub(crate) fn waiting(&self) -> usize {
        self.tasks.load(Ordering::Acquire) + self.batches.load(Ordering::Acquire)
    }

    /// Looks for a task without sleeping: waking a sleeping thread costs more than most calls themselves.
    pub(crate) fn spin(&self, until: Instant) {
        while self.tasks.load(Ordering::Acquire) == 0 && Instant::now() < until {
            // On a small machine the client or the link's thread may want this very core.
            std::thread::yield_now();
        }
    }

    /// From now on gives out only what changes nothing, for this reason; None gives out everything again.
    pub(crate) fn hold(&self, reason: Option<&str>) {
        let mut state = self.state.lock();
        if state.held.as_deref() != reason {
            state.held = reason.map(Arc::from);
            drop(state);
            self.arrived.notify_all();
        }
    }

    /// A batch has the scene for itself until the lease is None again: only what changes nothing is given out meanwhile.
    pub(crate) fn lease(&self, reason: Option<&str>) {
        let mut state = self.state.lock();
        if state.leased.as_deref() != reason {
            state.leased = reason.map(Arc::from);
            self.batches.store(usize::from(reason.is_some()), Ordering::Release);
            drop(state);
            self.arrived.notify_all();
        }
    }

    /// Whose batch has the scene for itself.
    pub(crate) fn leased(&self) -> Option<Arc<str>> {
        self.state.lock().leased.clone()
    }

    /// Why it gives out only what changes nothing.
    pub(crate) fn held(&self) -> Option<Arc<str>> {
        self.state.lock().held.clone()
    }

    /// What waits for the end of the hold, and why; nothing when there is none.
    pub(crate) fn withheld(&self) -> Option<(Arc<str>, Vec<Arc<Task>>)> {
        let state = self.state.lock();
        let reason = state.reason().cloned()?;
        Some((reason, state.tasks.iter().filter(|task| !task.looks).cloned().collect()))
    }

    /// Blocks until a task may run or the queue is closed (true), or the time is over (false).
    pub(crate) fn wait(&self, until: Option<Instant>) -> bool {
        let mut state = self.state.lock();
        state.attending += 1;
        let mut in_time = true;
        while !state.wants_a_turn() && in_time {
            match until {
                Some(until) => in_time = !self.arrived.wait_until(&mut state, until).timed_out(),
                None => self.arrived.wait(&mut state),
            }
        }
        state.attending -= 1;
        state.wants_a_turn()
    }

    /// Somebody begins to look at the queue.
    pub(crate) fn attend(&self) {
        self.state.lock().attending += 1;
    }

    /// And stops to; how many still wait is known at the same moment, so that none is overlooked.
    pub(crate) fn leave(&self) -> usize {
        let mut state = self.state.lock();
        state.attending -= 1;
        state.tasks.len() + usize::from(state.leased.is_some())
    }

    /// Nothing comes in any more; what waited.
    pub(crate) fn close(&self) -> Vec<Arc<Task>> {
        let mut state = self.state.lock();
        state.closed = true;
        state.bytes = 0;
        let tasks = state.tasks.drain(..).collect();
        self.tasks.store(0, Ordering::Release);
        drop(state);
        self.arrived.notify_all();
        tasks
    }

    /// Tasks and bytes that wait.
    pub(crate) fn size(&self) -> (usize, usize) {
        let state = self.state.lock();
        (state.tasks.len(), state.bytes)
    }
}
