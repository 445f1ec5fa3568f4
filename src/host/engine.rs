//! What happens to a call that was let in: run on the main thread or taken out of the queue, answered once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::ThreadId;
use std::time::{Duration, Instant};

use parking_lot::{Mutex, RwLock};
use tokio::sync::Notify;

use super::approval::{self, Approvals};
use super::assets::{self, Assets};
use super::clients::{Client, Clients, Way};
use super::control::Done;
use super::convention;
use super::dedupe::Dedupe;
use super::events::Events;
use super::figures::Counts;
use super::foreign::Switch;
use super::history::{Ended, History};
use super::isolated::Elsewhere;
use super::owner;
use super::policy::Policy;
use super::presence::Presence;
use super::queue::{Queue, Task};
use super::slices::Work;
use super::tasks::{self, Came, Tasks};
use super::transaction::{self, Guard, guarded};
use super::{Adapter, HostConfig, Job, Watchdog};
use crate::catalogue::{Defined, Effect, Operation, catalogue};
use crate::wire::{Code, Fault, Instance, Payload};

type Wake = Box<dyn Fn() + Send + Sync>;

pub(crate) struct Engine {
    pub(crate) adapter: Arc<dyn Adapter>,
    pub(crate) watchdog: Arc<dyn Watchdog>,
    pub(crate) policy: RwLock<Arc<Policy>>,
    /// The operations of the project that is loaded.
    pub(crate) defined: RwLock<Arc<Defined>>,
    /// What runs in processes of its own.
    pub(crate) elsewhere: Elsewhere,
    pub(crate) approvals: Approvals,
    pub(super) assets: Assets,
    pub(super) events: Events,
    pub(super) tasks: Arc<Tasks>,
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
    /// The batch or compound whose next slice comes with the next turn.
    pub(super) lease: Mutex<Option<Box<dyn Work>>>,
    /// Its task, also while a slice of it runs.
    pub(super) under_way: Mutex<Option<Arc<Task>>>,
    /// Held from when a job leaves the queue until it has been answered.
    pub(super) turn: Mutex<()>,
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
}

impl Engine {
    /// An engine over this adapter; the calling thread is the main one until another pumps.
    pub(crate) fn new(config: &HostConfig, adapter: Arc<dyn Adapter>, instance: Instance, epoch: String) -> Self {
        let clients = Clients::default();
        Self {
            adapter,
            watchdog: config.watchdog.clone(),
            policy: RwLock::new(Arc::new(Policy::new(config.rules.clone(), assets::folder(&config.folders)))),
            defined: RwLock::default(),
            elsewhere: Elsewhere::default(),
            approvals: Approvals::default(),
            assets: Assets::new(&config.folders),
            events: Events::new(&epoch),
            tasks: Arc::new(Tasks::new(&epoch, &config.folders.state)),
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
            lease: Mutex::default(),
            under_way: Mutex::default(),
            turn: Mutex::default(),
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

    /// The operation of this name, of the catalogue or of the project that is loaded.
    pub(super) fn operation(&self, name: &str) -> Result<&'static Operation, Fault> {
        match catalogue().known(name) {
            Some(operation) => Ok(operation),
            None => self.defined.read().operation(name),
        }
    }

    pub(crate) fn done(&self, key: String, result: Result<Payload, Fault>, received: Instant) -> Arc<Done> {
        Arc::new(Done { key, result, revision: self.revision.load(Ordering::Acquire), duration: received.elapsed() })
    }

    /// Remembers and tells what became of a task.
    pub(super) fn finish(&self, task: &Task, result: Result<Payload, Fault>) {
        let told = |fault: &Fault| fault.error_code != Code::Cancelled || fault.details.contains_key("kept");
        let result = result.map_err(|fault| match task.control.dismissed() && !told(&fault) {
            true => Fault { details: fault.details, ..owner::dismissed() },
            false => fault,
        });
        self.counts.add(&result);
        self.note(task, &result);
        let operation = task.operation.name.as_str();
        let us = task.received.elapsed().as_micros() as u64;
        match &result {
            // Whoever reads a log wants to know what happened to the scene, not who looked at it.
            Ok(_) if task.effect == Effect::Read => tracing::debug!(operation, key = task.key, us, "done"),
            Ok(_) => tracing::info!(operation, key = task.key, us, "done"),
            Err(fault) => {
                tracing::info!(operation, key = task.key, code = fault.error_code.name(), us, "failed");
            }
        }
        let done = self.done(task.key.clone(), result, task.received);
        self.dedupe.done(&done);
        task.control.answer(&done);
    }

    /// For the owner to see.
    pub(super) fn note(&self, task: &Task, result: &Result<Payload, Fault>) {
        let (operation, (waited, ran)) = (task.operation.name.as_str(), task.took());
        let fault = result.as_ref().err();
        self.history.add(Ended { operation, key: &task.key, client: &task.client, fault, waited, ran });
    }

    /// Runs and answers the next queued task, when there is one; on the main thread.
    pub(crate) fn take_turn(&self) -> bool {
        let turn = self.turn.lock();
        let Some(task) = self.queue.pop() else { return false };
        self.execute(&task);
        drop(turn);
        self.afterwards();
        true
    }

    fn execute(&self, task: &Arc<Task>) {
        let result = if task.control.cancelled() {
            Err(transaction::cancelled())
        } else if Instant::now() >= task.deadline {
            Err(waited_too_long(None))
        } else if let Some(work) = self.sliced(task) {
            return self.one_slice(work);
        } else {
            self.occupy(task, || match self.set_aside(task)? {
                true => Ok(None),
                false => self.stage(task, false).map(Some),
            })
        };
        let result = match result {
            Ok(None) => return self.watch(),
            Ok(Some(prepared)) if task.is_isolated() => match self.elsewhere.start(task, &prepared.json) {
                Ok(()) => return self.watch(),
                Err(fault) => Err(fault),
            },
            Ok(Some(result)) => Ok(result),
            Err(fault) => Err(fault),
        };
        self.finish(task, result);
    }

    /// What a job that asked the host to stop left for when it has ended.
    pub(super) fn afterwards(&self) {
        let after = self.after.lock().take();
        if let Some(after) = after {
            after();
        }
    }

    /// Does work of a task, which others see to be what runs.
    pub(super) fn occupy<T>(&self, task: &Arc<Task>, work: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
        self.look_before(task);
        task.begun.get_or_init(Instant::now);
        let running = Running { task: task.clone(), thread: std::thread::current().id() };
        let mut place = self.running.lock();
        // Looked at under the lock that `drain` takes to find what to cancel: it sees this job, or the job sees it.
        if self.stopping.load(Ordering::Acquire) {
            return Err(stopped());
        }
        *place = Some(running);
        drop(place);
        let result = work();
        self.look_after(task, result.is_ok());
        self.refresh(task.effect);
        *self.running.lock() = None;
        result
    }

    pub(super) fn stage(&self, task: &Task, nested: bool) -> Result<Payload, Fault> {
        let mut arguments = std::mem::take(&mut *task.arguments.lock());
        if task.operation.name == tasks::START {
            return self.start_task(task, arguments);
        }
        let gltf = convention::taken(&mut arguments);
        let (operation, deadline, control) = (task.operation, task.deadline, task.control.clone());
        let job = Job { operation, arguments, gltf, deadline, control };
        guarded(|| self.stage_of(nested).run(&job, task.if_revision))
    }

    /// Looks for what others changed without a word: after what changes the scene, and at the end of a turn. In between
    /// the main thread was nobody else's, and what only reads need not wait for the look.
    pub(super) fn look_around(&self) {
        // A host that cannot look now can after the next call.
        let _ = guarded(|| self.adapter.notice());
    }

    /// What others see of the host, after something may have changed it.
    pub(crate) fn refresh(&self, effect: Effect) {
        if effect != Effect::Read {
            self.look_around();
        }
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
        if self.approvals.withdraw(task) || self.assets.withdraw(task) || self.queue.remove(task) {
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
        let held = self.queue.withheld();
        for task in self.queue.overdue(now) {
            self.finish(&task, Err(waited_too_long(held.as_ref().map(|(reason, _)| &**reason))));
        }
        if let Some((reason, tasks)) = held {
            tasks.iter().for_each(|task| task.control.remind(&format!("waiting: {reason}"), now));
        }
        for task in self.approvals.look(now, &self.name()) {
            self.finish(&task, Err(approval::unanswered()));
        }
        self.look_at_assets(now);
        for (task, result) in self.elsewhere.look(now) {
            self.finish(&task, result);
        }
        for (task, came) in self.tasks.look(now) {
            match came {
                Came::Of(result) => self.finish(&task, result),
                Came::Back(arguments) => self.do_here(&task, arguments),
            }
        }
        let running = self.running.lock().as_ref().map(|running| running.task.clone());
        let running = running.or_else(|| self.under_way.lock().clone());
        if let Some(task) = &running {
            task.control.flush(now);
            if now >= task.deadline + self.grace && task.control.awaited() {
                tracing::warn!(operation = task.operation.name, key = task.key, "still running after its deadline");
                task.control.answer(&self.done(task.key.clone(), Err(still_running(task)), task.received));
            }
        }
        let spilling = self.dedupe.spill(now);
        let elsewhere = !self.elsewhere.is_empty() || !self.assets.is_empty() || self.tasks.is_awaited();
        elsewhere || running.is_some() || self.queue.size().0 > 0 || !self.approvals.is_empty() || spilling
    }

    /// Whether the running job is this thread's own.
    pub(crate) fn inside(&self) -> bool {
        self.running.lock().as_ref().is_some_and(|running| running.thread == std::thread::current().id())
    }

    /// Cancels the running job and waits until it was answered, then answers all that waited.
    pub(crate) fn drain(&self, timeout: Duration) {
        let asked = self.approvals.close();
        let waiting = self.queue.close();
        let running = self.running.lock().as_ref().map(|running| running.task.clone());
        if let Some(task) = running {
            self.cancel(&task);
        }
        if !self.inside() {
            drop(self.turn.try_lock_for(timeout));
        }
        self.abandon_work(ended(), self.on_main_thread());
        for task in self.elsewhere.end().into_iter().chain(self.tasks.let_go()) {
            self.finish(&task, Err(ended()));
        }
        for task in asked.into_iter().chain(waiting).chain(self.assets.end()) {
            self.finish(&task, Err(stopped()));
        }
    }
}

fn ended() -> Fault {
    Fault::new(Code::Cancelled, "the host stopped in the middle of the call; nothing of it remains")
}

fn stopped() -> Fault {
    Fault::new(Code::Cancelled, "the host stopped before the call began")
}

fn waited_too_long(held: Option<&str>) -> Fault {
    if let Some(reason) = held {
        let message = format!("the deadline passed while the call waited: {reason}; nothing ran");
        return Fault::new(Code::TimedOut, message)
            .detail("held", reason)
            .suggest("try again when the artist is done, or give a longer `timeout`");
    }
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
