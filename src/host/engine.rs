//! What happens to a call: refused as early as possible, else queued, run on the main thread, answered once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::thread::ThreadId;
use std::time::{Duration, Instant};

use parking_lot::{Mutex, RwLock};
use serde_json::{Value, json};
use tokio::sync::Notify;

use super::control::{Caller, Done};
use super::convention;
use super::dedupe::{self, Dedupe, Digest, Known};
use super::policy::{Policy, Way};
use super::presence::Presence;
use super::queue::{Queue, Task};
use super::transaction::{self, Guard, Stage, guarded};
use super::{Adapter, Control, HostConfig, Job, Watchdog};
use crate::catalogue::{Effect, Operation, catalogue};
use crate::link::fresh_key;
use crate::wire::{Code, Fault, Instance, Payload, Reply, Request, limits};

/// The longest that a call may take whatever its caller says: an hour of rendering.
const LONGEST: Duration = Duration::from_secs(24 * 3600);
/// A job that runs longer than this makes the instance look busy.
const BUSY: Duration = Duration::from_millis(250);

type Wake = Box<dyn Fn() + Send + Sync>;

pub(crate) struct Engine {
    pub(crate) adapter: Arc<dyn Adapter>,
    pub(crate) watchdog: Arc<dyn Watchdog>,
    pub(crate) policy: Policy,
    pub(crate) queue: Queue,
    pub(crate) dedupe: Dedupe,
    pub(crate) grace: Duration,
    pub(crate) epoch: String,
    pub(crate) started: Instant,
    pub(crate) instance: RwLock<Instance>,
    pub(crate) revision: AtomicU64,
    pub(crate) main: Mutex<ThreadId>,
    pub(crate) running: Mutex<Option<Running>>,
    pub(crate) idle: parking_lot::Condvar,
    pub(crate) guard: Guard,
    pub(crate) stopping: AtomicBool,
    pub(crate) wake: RwLock<Option<Wake>>,
    /// The supervisor has something to watch.
    pub(crate) watched: Notify,
    pub(crate) watching: AtomicBool,
    pub(crate) counts: Counts,
    /// How it stands with the gateway, where there is one.
    pub(crate) gateway: Option<Presence>,
    /// What remains to be done when the job that asked to stop has ended.
    pub(crate) after: Mutex<Option<Box<dyn FnOnce() + Send>>>,
}

/// What happened since the start.
#[derive(Default)]
pub(crate) struct Counts {
    calls: AtomicU64,
    failed: AtomicU64,
    cancelled: AtomicU64,
    /// Now.
    pub(crate) connections: AtomicUsize,
}

impl Counts {
    fn add(&self, result: &Result<Payload, Fault>) {
        self.calls.fetch_add(1, Ordering::Relaxed);
        match result {
            Ok(_) => 0,
            Err(fault) if fault.error_code == Code::Cancelled => self.cancelled.fetch_add(1, Ordering::Relaxed),
            Err(_) => self.failed.fetch_add(1, Ordering::Relaxed),
        };
    }
}

/// What is on the main thread now.
pub(crate) struct Running {
    pub(crate) task: Arc<Task>,
    pub(crate) thread: ThreadId,
    pub(crate) since: Instant,
}

/// A call as it comes in.
pub(crate) struct Submission {
    pub(crate) request: Request,
    pub(crate) key: String,
    pub(crate) resend: bool,
    pub(crate) way: Way,
}

impl Engine {
    /// An engine over this adapter; the calling thread is the main one until another pumps.
    pub(crate) fn new(config: &HostConfig, adapter: Arc<dyn Adapter>, instance: Instance, epoch: String) -> Self {
        Self {
            adapter,
            watchdog: config.watchdog.clone(),
            policy: Policy::new(config),
            queue: Queue::new(config.queue_jobs, config.queue_bytes),
            dedupe: Dedupe::new(config.folders.state.join(format!("results-{epoch}"))),
            grace: config.grace,
            epoch,
            started: Instant::now(),
            instance: RwLock::new(instance),
            revision: AtomicU64::new(0),
            main: Mutex::new(std::thread::current().id()),
            running: Mutex::new(None),
            idle: parking_lot::Condvar::new(),
            guard: Guard::default(),
            stopping: AtomicBool::new(false),
            wake: RwLock::new(None),
            watched: Notify::new(),
            watching: AtomicBool::new(false),
            counts: Counts::default(),
            gateway: config.gateway.as_ref().map(|gateway| Presence::new(gateway.endpoint.url())),
            after: Mutex::new(None),
        }
    }

    /// Takes a call; its caller is answered now or later, once. The task when it can still be cancelled.
    pub(crate) fn submit(&self, submission: Submission, caller: Arc<dyn Caller>) -> Option<Arc<Task>> {
        let received = Instant::now();
        let key = submission.key.clone();
        match self.take(submission, &caller, received) {
            Ok(task) => task,
            Err(fault) => {
                let operation = fault.details.get("operation").and_then(Value::as_str).unwrap_or_default();
                tracing::info!(operation, key, code = fault.error_code.name(), "refused");
                let refused = Err(fault);
                self.counts.add(&refused);
                caller.outcome(&self.done(key, refused, received));
                None
            }
        }
    }

    fn take(
        &self,
        submission: Submission,
        caller: &Arc<dyn Caller>,
        received: Instant,
    ) -> Result<Option<Arc<Task>>, Fault> {
        let Submission { request, key, resend, way } = submission;
        let operation = catalogue().operation(&request.operation)?;
        if !operation.main_thread {
            operation.validate(request.arguments)?;
            let result = self.answer_here(operation);
            self.counts.add(&result);
            caller.outcome(&self.done(key, result, received));
            return Ok(None);
        }
        let digest = dedupe::digest(&operation.name, &request.arguments, request.if_revision);
        match self.dedupe.find(&key, &digest, resend) {
            Known::New => {
                let task = Arc::new(self.task(operation, request, key, received, way)?);
                self.enqueue(task, digest, caller).map(Some)
            }
            Known::Refused(fault) => Err(fault),
            Known::Done(done) => {
                caller.outcome(&done);
                Ok(None)
            }
            Known::Running(task) => {
                task.control.join(caller.clone());
                // It may have ended between the look and the joining.
                if let Known::Done(done) = self.dedupe.find(&key, &digest, resend) {
                    task.control.answer(&done);
                }
                Ok(Some(task))
            }
        }
    }

    fn enqueue(&self, task: Arc<Task>, digest: Digest, caller: &Arc<dyn Caller>) -> Result<Arc<Task>, Fault> {
        task.control.join(caller.clone());
        self.dedupe.begin(&task, digest);
        let unattended = self.queue.push(task.clone()).inspect_err(|_| self.dedupe.withdraw(&task.key))?;
        if !self.watching.swap(true, Ordering::AcqRel) {
            self.watched.notify_one();
        }
        if unattended && let Some(wake) = self.wake.read().as_ref() {
            wake();
        }
        Ok(task)
    }

    /// Validated and allowed.
    fn task(
        &self,
        operation: &'static Operation,
        request: Request,
        key: String,
        received: Instant,
        way: Way,
    ) -> Result<Task, Fault> {
        let mut arguments = operation.validate(request.arguments)?;
        self.policy.check(operation, &mut arguments, &self.instance.read().host, way)?;
        // `execute_python` has a time limit among its arguments; the shorter of the two holds.
        let own = arguments.json.get("timeout").and_then(Value::as_f64);
        let own = own.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        let timeout = request.timeout.into_iter().chain(own).min().unwrap_or(operation.timeout).min(LONGEST);
        Ok(Task {
            operation,
            key,
            bytes: arguments.attached_bytes() + dedupe::size_of_json(&arguments.json),
            arguments: Mutex::new(arguments),
            if_revision: request.if_revision,
            received,
            deadline: received + timeout,
            control: Control::default(),
        })
    }

    fn answer_here(&self, operation: &Operation) -> Result<Payload, Fault> {
        match operation.name.as_str() {
            "get_status" => Ok(self.status().into()),
            other => Err(Fault::new(Code::Internal, format!("`{other}` has nobody to answer it"))),
        }
    }

    pub(crate) fn done(&self, key: String, result: Result<Payload, Fault>, received: Instant) -> Arc<Done> {
        Arc::new(Done { key, result, revision: self.revision.load(Ordering::Acquire), duration: received.elapsed() })
    }

    /// Remembers and tells what became of a task.
    fn finish(&self, task: &Task, result: Result<Payload, Fault>) {
        self.counts.add(&result);
        let operation = task.operation.name.as_str();
        match &result {
            Ok(_) => {
                tracing::debug!(operation, key = task.key, us = task.received.elapsed().as_micros() as u64, "done")
            }
            Err(fault) => {
                tracing::info!(
                    operation,
                    key = task.key,
                    code = fault.error_code.name(),
                    us = task.received.elapsed().as_micros() as u64,
                    "failed"
                );
            }
        }
        let done = self.done(task.key.clone(), result, task.received);
        self.dedupe.done(&done);
        task.control.answer(&done);
    }

    /// Runs one queued task; on the main thread.
    pub(crate) fn execute(&self, task: &Arc<Task>) {
        let result = if task.control.cancelled() {
            Err(transaction::cancelled())
        } else if Instant::now() >= task.deadline {
            Err(waited_too_long())
        } else {
            self.occupy(task)
        };
        self.finish(task, result);
        self.afterwards();
    }

    /// What a job that asked the host to stop left for when it has ended.
    fn afterwards(&self) {
        let after = self.after.lock().take();
        if let Some(after) = after {
            after();
        }
    }

    fn occupy(&self, task: &Arc<Task>) -> Result<Payload, Fault> {
        let running = Running { task: task.clone(), thread: std::thread::current().id(), since: Instant::now() };
        *self.running.lock() = Some(running);
        let result = self.stage(task, false);
        self.refresh(task.operation.effect);
        *self.running.lock() = None;
        self.idle.notify_all();
        result
    }

    fn stage(&self, task: &Task, nested: bool) -> Result<Payload, Fault> {
        let mut arguments = std::mem::take(&mut *task.arguments.lock());
        let gltf = convention::taken(&mut arguments);
        let (operation, deadline, control) = (task.operation, task.deadline, task.control.clone());
        let job = Job { operation, arguments, gltf, deadline, control };
        let stage = Stage { adapter: &*self.adapter, watchdog: &*self.watchdog, guard: &self.guard, nested };
        guarded(|| stage.run(&job, task.if_revision))
    }

    /// What others see of the host, after something may have changed it.
    pub(crate) fn refresh(&self, effect: Effect) {
        if let Ok(revision) = guarded(|| self.adapter.revision()) {
            self.revision.store(revision, Ordering::Release);
        }
        if effect != Effect::Read
            && let Ok(info) = guarded(|| self.adapter.info())
        {
            self.instance.write().host = info;
        }
    }

    /// Nobody wants the task any more: out of the queue, or out of the main thread.
    pub(crate) fn cancel(&self, task: &Arc<Task>) {
        task.control.cancel();
        if self.queue.remove(task) {
            return self.finish(task, Err(transaction::cancelled()));
        }
        let running = self.running.lock();
        if running.as_ref().is_some_and(|running| Arc::ptr_eq(&running.task, task))
            && let Some(armed) = self.guard.lock().as_ref()
        {
            armed.interrupt();
        }
    }

    /// Answers what the main thread cannot; whether there is more to watch.
    pub(crate) fn supervise(&self) -> bool {
        let now = Instant::now();
        for task in self.queue.overdue(now) {
            self.finish(&task, Err(waited_too_long()));
        }
        let running = self.running.lock().as_ref().map(|running| running.task.clone());
        if let Some(task) = &running {
            task.control.flush(now);
            if now >= task.deadline + self.grace && task.control.awaited() {
                tracing::warn!(operation = task.operation.name, key = task.key, "still running after its deadline");
                task.control.answer(&self.done(task.key.clone(), Err(still_running(task)), task.received));
            }
        }
        let spilling = self.dedupe.spill(now);
        running.is_some() || self.queue.size().0 > 0 || spilling
    }

    /// A call from this process.
    pub(crate) fn call(&self, request: Request) -> Result<Reply, Fault> {
        if std::thread::current().id() != *self.main.lock() {
            return self.call_from_elsewhere(request);
        }
        let received = Instant::now();
        let operation = catalogue().operation(&request.operation)?;
        let result = if operation.main_thread {
            let mut task = self.task(operation, request, String::new(), received, Way::Local)?;
            let outer = self.running.lock().as_ref().map(|running| running.task.clone());
            match outer {
                None => {
                    let result = self.occupy(&Arc::new(task));
                    self.afterwards();
                    result
                }
                Some(outer) => {
                    // It is a part of the job that makes it: cancelled with it, over with it.
                    task.control = outer.control.clone();
                    task.deadline = task.deadline.min(outer.deadline);
                    self.stage(&task, true)
                }
            }
        } else {
            operation.validate(request.arguments)?;
            self.answer_here(operation)
        };
        self.counts.add(&result);
        self.reply(&self.done(String::new(), result, received))
    }

    fn call_from_elsewhere(&self, request: Request) -> Result<Reply, Fault> {
        struct Waiting(std::sync::mpsc::SyncSender<Arc<Done>>);
        impl Caller for Waiting {
            fn outcome(&self, done: &Arc<Done>) {
                // Its channel has room for the one answer.
                let _ = self.0.try_send(done.clone());
            }
            fn progress(&self, _progress: &crate::wire::Progress) {}
        }
        let key = match &request.key {
            Some(key) => key.clone(),
            None => fresh_key()?,
        };
        let (sender, receiver) = std::sync::mpsc::sync_channel(1);
        self.submit(
            Submission { request, key: key.clone(), resend: false, way: Way::Local },
            Arc::new(Waiting(sender)),
        );
        let done = receiver.recv().map_err(|_| Fault::new(Code::Cancelled, "the host stopped"))?;
        self.dedupe.taken(&[key]);
        self.reply(&done)
    }

    fn reply(&self, done: &Done) -> Result<Reply, Fault> {
        let payload = done.result.clone()?;
        Ok(Reply {
            payload,
            revision: done.revision,
            duration: done.duration,
            instance: self.instance.read().id.clone(),
        })
    }

    /// The instance with its status now.
    pub(crate) fn instance(&self) -> Instance {
        let busy = self.running.lock().as_ref().is_some_and(|running| running.since.elapsed() > BUSY);
        let mut instance = self.instance.read().clone();
        instance.status = if busy { "busy" } else { "online" }.to_owned();
        instance
    }

    /// What `get_status` answers.
    pub(crate) fn status(&self) -> Value {
        let (waiting, bytes) = self.queue.size();
        let running = self.running.lock().as_ref().map(|running| {
            json!({
                "operation": running.task.operation.name,
                "seconds": running.since.elapsed().as_secs_f64(),
                "overdue": Instant::now() > running.task.deadline,
            })
        });
        let instance = self.instance();
        let mut status = json!({
            "instance": instance,
            "queue": waiting,
            "running": running,
            "uptime": self.started.elapsed().as_secs_f64(),
            "revision": self.revision.load(Ordering::Acquire),
            "epoch": self.epoch,
            "versions": {
                "scenewire": instance.scenewire_version,
                "app": instance.host.app_version,
                "python": instance.host.python_version,
                "protocol": limits::PROTOCOL[1],
            },
            "counts": {
                "calls": self.counts.calls.load(Ordering::Relaxed),
                "failed": self.counts.failed.load(Ordering::Relaxed),
                "cancelled": self.counts.cancelled.load(Ordering::Relaxed),
                "connections": self.counts.connections.load(Ordering::Relaxed),
                "waiting_bytes": bytes,
            },
        });
        if let Some(gateway) = &self.gateway {
            status["gateway"] = gateway.json();
        }
        status
    }

    /// Whether the running job is this thread's own.
    pub(crate) fn inside(&self) -> bool {
        self.running.lock().as_ref().is_some_and(|running| running.thread == std::thread::current().id())
    }

    /// Cancels the running job and waits for it, then answers all that waited.
    pub(crate) fn drain(&self, timeout: Duration) {
        let waiting = self.queue.close();
        let running = self.running.lock().as_ref().map(|running| running.task.clone());
        if let Some(task) = running {
            self.cancel(&task);
            if !self.inside() {
                let until = Instant::now() + timeout;
                let mut running = self.running.lock();
                while running.is_some() && !self.idle.wait_until(&mut running, until).timed_out() {}
            }
        }
        for task in waiting {
            self.finish(&task, Err(Fault::new(Code::Cancelled, "the host stopped before the call began")));
        }
    }
}

fn waited_too_long() -> Fault {
    Fault::new(Code::TimedOut, "the deadline passed while the call waited for the host; nothing ran")
        .suggest("give a longer `timeout`, or look at `get_status` for what keeps the host busy")
}

fn still_running(task: &Task) -> Fault {
    let message = format!(
        "`{}` is past its deadline in code that cannot be stopped; the host is busy until it returns",
        task.operation.name
    );
    Fault::new(Code::TimedOutStillRunning, message).detail("key", task.key.as_str())
}
