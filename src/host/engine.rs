//! What happens to a call: refused as early as possible, else queued, run on the main thread, answered once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::ThreadId;
use std::time::{Duration, Instant};

use parking_lot::{Mutex, RwLock};
use serde_json::Value;
use tokio::sync::Notify;

use super::approval::{self, Approvals, Question};
use super::clients::{Client, Clients, Way};
use super::control::{Caller, Done};
use super::convention;
use super::dedupe::{self, Dedupe, Digest, Known};
use super::figures::Counts;
use super::foreign::Switch;
use super::history::{Ended, History};
use super::owner;
use super::policy::Policy;
use super::presence::Presence;
use super::queue::{Queue, Task};
use super::rules::{Approver, Unattended};
use super::transaction::{self, Guard, Stage, guarded};
use super::{Adapter, Control, HostConfig, Job, Watchdog};
use crate::catalogue::{Effect, Operation, catalogue};
use crate::wire::{Approval, Code, Fault, Instance, Payload, Request};

/// The longest that a call may take whatever its caller says: an hour of rendering.
const LONGEST: Duration = Duration::from_secs(24 * 3600);
type Wake = Box<dyn Fn() + Send + Sync>;

pub(crate) struct Engine {
    pub(crate) adapter: Arc<dyn Adapter>,
    pub(crate) watchdog: Arc<dyn Watchdog>,
    pub(crate) policy: RwLock<Arc<Policy>>,
    pub(crate) approvals: Approvals,
    pub(crate) history: History,
    pub(crate) clients: Clients,
    /// This process, as a client of itself.
    pub(crate) own: Arc<Client>,
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
    /// The port for clients of other add-ons.
    pub(crate) foreign: Switch,
    /// What remains to be done when the job that asked to stop has ended.
    pub(crate) after: Mutex<Option<Box<dyn FnOnce() + Send>>>,
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
    pub(crate) client: Arc<Client>,
}

/// A call that is valid and allowed, and what must be asked before it runs.
pub(super) struct Asked {
    pub(super) task: Task,
    question: Option<Question>,
}

impl Engine {
    /// An engine over this adapter; the calling thread is the main one until another pumps.
    pub(crate) fn new(config: &HostConfig, adapter: Arc<dyn Adapter>, instance: Instance, epoch: String) -> Self {
        let clients = Clients::default();
        Self {
            adapter,
            watchdog: config.watchdog.clone(),
            policy: RwLock::new(Arc::new(Policy::new(config.rules.clone()))),
            approvals: Approvals::default(),
            history: History::default(),
            own: clients.behind("this process", Way::Local),
            clients,
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
            gateway: config.gateway.as_ref().map(|gateway| Presence::new(&gateway.endpoint)),
            foreign: Switch::default(),
            after: Mutex::new(None),
        }
    }

    /// Takes a call; its caller is answered now or later, once. The task when it can still be cancelled.
    pub(crate) fn submit(&self, submission: Submission, caller: Arc<dyn Caller>) -> Option<Arc<Task>> {
        let received = Instant::now();
        let (key, client) = (submission.key.clone(), submission.client.clone());
        let operation = submission.request.operation.clone();
        match self.take(submission, &caller, received) {
            Ok(task) => task,
            Err(fault) => {
                tracing::info!(operation, key, code = fault.error_code.name(), "refused");
                let took = received.elapsed();
                self.history.add(Ended {
                    operation: &operation,
                    key: &key,
                    client: &client,
                    fault: Some(&fault),
                    took,
                });
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
        let Submission { request, key, resend, client } = submission;
        let operation = catalogue().operation(&request.operation)?;
        if !operation.main_thread {
            operation.validate(request.arguments)?;
            let result = self.answer_here(operation);
            self.counts.add(&result);
            caller.outcome(&self.done(key, result, received));
            return Ok(None);
        }
        client.called();
        let digest = dedupe::digest(&operation.name, &request.arguments, request.if_revision);
        match self.dedupe.find(&key, &digest, resend) {
            Known::New => {
                let approval = request.approval.clone();
                let asked = self.task(operation, request, key, received, client)?;
                self.admit(asked, approval.as_ref(), digest, caller).map(Some)
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

    /// Into the queue, or to whoever must be asked first.
    fn admit(
        &self,
        asked: Asked,
        approval: Option<&Approval>,
        digest: Digest,
        caller: &Arc<dyn Caller>,
    ) -> Result<Arc<Task>, Fault> {
        let Asked { task, question } = asked;
        let task = Arc::new(task);
        let question = question.filter(|question| !self.approvals.granted(&task.client, question.matter));
        let Some(question) = question else { return self.enqueue(task, digest, caller) };
        let rules = self.policy().rules.clone();
        match rules.approver {
            Approver::Host if !self.instance.read().host.headless => self.hold(task, question, digest, caller),
            Approver::Client => {
                let allowed = |approval| self.approvals.redeem(approval, &digest, &task.client, question.matter);
                match approval.is_some_and(allowed) {
                    true => self.enqueue(task, digest, caller),
                    false => Err(self.approvals.offer(&digest, &task.client, &question)?),
                }
            }
            Approver::Host | Approver::Nobody => match rules.unattended {
                Unattended::Allow => self.enqueue(task, digest, caller),
                Unattended::Deny => Err(question.unattended()),
            },
        }
    }

    fn enqueue(&self, task: Arc<Task>, digest: Digest, caller: &Arc<dyn Caller>) -> Result<Arc<Task>, Fault> {
        task.control.join(caller.clone());
        self.dedupe.begin(&task, digest);
        self.queue_up(&task).inspect_err(|_| self.dedupe.withdraw(&task.key))?;
        Ok(task)
    }

    /// Waits for the owner, known by its key from here on.
    fn hold(
        &self,
        task: Arc<Task>,
        question: Question,
        digest: Digest,
        caller: &Arc<dyn Caller>,
    ) -> Result<Arc<Task>, Fault> {
        task.control.join(caller.clone());
        self.dedupe.begin(&task, digest);
        self.approvals.wait(&task, question).inspect_err(|_| self.dedupe.withdraw(&task.key))?;
        approval::tell(&task, &self.name());
        self.watch();
        Ok(task)
    }

    pub(super) fn queue_up(&self, task: &Arc<Task>) -> Result<(), Fault> {
        let unattended = self.queue.push(task.clone())?;
        self.watch();
        if unattended && let Some(wake) = self.wake.read().as_ref() {
            wake();
        }
        Ok(())
    }

    /// The supervisor has something to look at.
    fn watch(&self) {
        if !self.watching.swap(true, Ordering::AcqRel) {
            self.watched.notify_one();
        }
    }

    fn name(&self) -> String {
        self.instance.read().name.clone()
    }

    /// Validated and allowed.
    pub(super) fn task(
        &self,
        operation: &'static Operation,
        request: Request,
        key: String,
        received: Instant,
        client: Arc<Client>,
    ) -> Result<Asked, Fault> {
        let mut arguments = operation.validate(request.arguments)?;
        let policy = self.policy();
        let written = policy.check(operation, &mut arguments, &self.instance.read().host, client.way)?;
        let question = Question::about(&policy.rules, operation, &arguments, &written);
        // `execute_python` has a time limit among its arguments; the shorter of the two holds.
        let own = arguments.json.get("timeout").and_then(Value::as_f64);
        let own = own.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        let timeout = request.timeout.into_iter().chain(own).min().unwrap_or(operation.timeout).min(LONGEST);
        let task = Task {
            operation,
            key,
            client,
            bytes: arguments.attached_bytes() + dedupe::size_of_json(&arguments.json),
            arguments: Mutex::new(arguments),
            if_revision: request.if_revision,
            received,
            deadline: received + timeout,
            control: Control::default(),
        };
        Ok(Asked { task, question })
    }

    pub(crate) fn done(&self, key: String, result: Result<Payload, Fault>, received: Instant) -> Arc<Done> {
        Arc::new(Done { key, result, revision: self.revision.load(Ordering::Acquire), duration: received.elapsed() })
    }

    /// Remembers and tells what became of a task.
    pub(super) fn finish(&self, task: &Task, result: Result<Payload, Fault>) {
        let result = result.map_err(|fault| match task.control.dismissed() && fault.error_code == Code::Cancelled {
            true => Fault { details: fault.details, ..owner::dismissed() },
            false => fault,
        });
        self.counts.add(&result);
        self.note(task, &result);
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

    /// For the owner to see.
    pub(super) fn note(&self, task: &Task, result: &Result<Payload, Fault>) {
        let (operation, took) = (task.operation.name.as_str(), task.received.elapsed());
        let fault = result.as_ref().err();
        self.history.add(Ended { operation, key: &task.key, client: &task.client, fault, took });
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
    pub(super) fn afterwards(&self) {
        let after = self.after.lock().take();
        if let Some(after) = after {
            after();
        }
    }

    pub(super) fn occupy(&self, task: &Arc<Task>) -> Result<Payload, Fault> {
        let running = Running { task: task.clone(), thread: std::thread::current().id(), since: Instant::now() };
        *self.running.lock() = Some(running);
        let result = self.stage(task, false);
        self.refresh(task.operation.effect);
        *self.running.lock() = None;
        self.idle.notify_all();
        result
    }

    pub(super) fn stage(&self, task: &Task, nested: bool) -> Result<Payload, Fault> {
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
        if self.approvals.withdraw(task) || self.queue.remove(task) {
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
        for task in self.approvals.look(now, &self.name()) {
            self.finish(&task, Err(approval::unanswered()));
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
        running.is_some() || self.queue.size().0 > 0 || !self.approvals.is_empty() || spilling
    }

    /// Whether the running job is this thread's own.
    pub(crate) fn inside(&self) -> bool {
        self.running.lock().as_ref().is_some_and(|running| running.thread == std::thread::current().id())
    }

    /// Cancels the running job and waits for it, then answers all that waited.
    pub(crate) fn drain(&self, timeout: Duration) {
        let asked = self.approvals.close();
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
        for task in asked.into_iter().chain(waiting) {
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
