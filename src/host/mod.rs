//! Inside the 3D application: the queue to its main thread, the engine that runs calls, and the listener.

mod adapter;
mod admission;
mod approval;
mod assets;
mod batch;
mod clients;
mod compounds;
mod control;
mod convention;
mod dedupe;
mod disposable;
mod engine;
mod events;
mod figures;
mod foreign;
mod history;
mod inline;
mod interpreter;
mod isolated;
mod keys;
mod listener;
mod owner;
mod policy;
mod port;
mod presence;
mod queue;
mod record;
mod remote;
mod rules;
mod session;
mod slices;
mod tasks;
mod transaction;
mod watchdog;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use parking_lot::Mutex;
use serde_json::Value;

use crate::catalogue::Effect;
use crate::link::random_text;
pub use crate::link::{Endpoint, Trust};
use crate::wire::{Code, Fault, Instance, Reply, Request};
pub use adapter::{Adapter, Background, Happening, HostInfo, Job};
pub use approval::Answer;
#[cfg(feature = "python")]
pub(crate) use compounds::{material_graph, material_slots, material_specification};
pub use control::Control;
pub use disposable::Launch;
use engine::Engine;
pub use keys::Keys;
use listener::Listener;
use queue::SPIN;
use record::Claim;
pub use record::{Folders, Record, live};
pub use remote::Remote;
pub use rules::{Approver, Rules, Verdict};
#[cfg(feature = "python")]
pub(crate) use rules::{FOREIGN_PORT, read as setting};
pub use watchdog::{Armed, NoWatchdog, Watchdog};

/// What the owner of a host chose. `HostConfig { name: .., ..HostConfig::new(Folders::from_env()?) }`.
#[derive(Clone)]
pub struct HostConfig {
    /// Records and state.
    pub folders: Folders,
    /// Wished name; `-2` and so on is added when a live host has it. None: the application's.
    pub name: Option<String>,
    /// Loopback port, 0 for one of the system's choice.
    pub port: u16,
    /// What callers may do, and what is asked before.
    pub rules: Rules,
    /// The gateway to dial; none: only callers on this machine.
    pub gateway: Option<Remote>,
    /// Loopback port for clients of other add-ons; none: off.
    pub foreign_port: Option<u16>,
    /// What stops code that does not return.
    pub watchdog: Arc<dyn Watchdog>,
    /// Jobs that may wait; further ones are answered `busy`.
    pub queue_jobs: usize,
    /// Bytes of arguments that may wait.
    pub queue_bytes: usize,
    /// How long after its deadline a job that does not return is answered `timed_out_still_running`.
    pub grace: Duration,
}

impl HostConfig {
    /// The defaults.
    pub fn new(folders: Folders) -> Self {
        Self {
            folders,
            name: None,
            port: 0,
            rules: Rules::default(),
            gateway: None,
            foreign_port: None,
            watchdog: Arc::new(NoWatchdog),
            queue_jobs: 1024,
            queue_bytes: 4 << 30,
            grace: Duration::from_secs(1),
        }
    }
}

/// How long one `pump` may take.
#[derive(Clone, Copy, Debug)]
pub struct PumpBudget {
    /// No job is begun after this long.
    pub budget: Duration,
    /// How long to wait for the next job after one.
    pub linger: Duration,
}

/// What one `pump` did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PumpReport {
    /// Jobs that ran.
    pub ran: usize,
    /// Jobs that still wait.
    pub pending: usize,
    /// Whether calls came lately, so that the host should look again soon.
    pub hot: bool,
    /// Whether a job was running already, so that nothing was done.
    pub nested: bool,
}

/// A running host. Cheap to clone; `stop` ends it for all clones.
#[derive(Clone)]
pub struct Host {
    shared: Arc<Shared>,
}

struct Shared {
    engine: Arc<Engine>,
    listener: Arc<Listener>,
    thread: Mutex<Option<JoinHandle<()>>>,
    folders: Folders,
    record: Mutex<Record>,
    /// Whether its id was chosen for it, and is not this machine's for the name.
    own_id: bool,
    configuring: Mutex<()>,
    gateway: Option<Endpoint>,
    pumping: AtomicBool,
    /// When the last job ended: callers that just called tend to call again.
    last: Mutex<Option<Instant>>,
}

impl Drop for Shared {
    /// A host that nobody holds any more ends too, without waiting for its thread.
    fn drop(&mut self) {
        self.record.lock().remove(&self.folders);
        self.listener.stop.cancel();
        self.listener.leave.cancel();
    }
}

/// Traffic is hot when a job ended within this time.
const HOT: Duration = Duration::from_millis(100);
/// For how long after a job a pump that lingers does not sleep at all: a program that thinks between two calls.
const KEEN: Duration = Duration::from_millis(50);
/// Between two slices of a batch others may read for so long.
const READS: Duration = Duration::from_millis(50);
/// Letters of a token: 190 bits.
const TOKEN: usize = 32;

impl Host {
    /// Starts listening; call it on the host's main thread.
    pub fn start(config: HostConfig, adapter: Arc<dyn Adapter>) -> Result<Host, Fault> {
        let info = adapter.info()?;
        let socket = listener::bind(config.port).map_err(|error| taken(config.port, &error, &config.folders))?;
        let address = socket.local_addr().map_err(|error| failed_start(error.to_string()))?;
        let url = format!("ws://{address}{}", listener::PATH);
        let random = |length| random_text(length).map_err(|error| failed_start(error.to_string()));
        let (epoch, token) = (random(16)?, random(TOKEN)?);
        let wish = config.name.clone().filter(|name| !name.is_empty()).unwrap_or_else(|| info.app.clone());
        let claim = Claim {
            app: &info.app,
            wish: &wish,
            id: config.gateway.as_ref().and_then(|gateway| gateway.instance_id.as_deref()),
            epoch: &epoch,
            url,
            token: token.clone(),
        };
        let record = claim.write(&config.folders)?;
        let instance = instance(&record, info);
        let engine = Arc::new(Engine::new(&config, adapter, instance, epoch));
        engine.refresh(Effect::Read);
        let listener = Listener::new(engine.clone(), token);
        let own_id = config.gateway.as_ref().is_some_and(|remote| remote.instance_id.is_some());
        let gateway = config.gateway.as_ref().map(|remote| remote.endpoint.clone());
        let thread = spawn(listener.clone(), socket, config.gateway).inspect_err(|_| record.remove(&config.folders))?;
        tracing::info!(name = record.name, id = record.id, url = record.url, "host started");
        engine.foreign.begin(config.foreign_port, &engine, &listener.ends());
        let shared = Shared {
            engine,
            listener,
            thread: Mutex::new(Some(thread)),
            folders: config.folders,
            record: Mutex::new(record),
            own_id,
            configuring: Mutex::default(),
            gateway,
            pumping: AtomicBool::new(false),
            last: Mutex::new(None),
        };
        Ok(Host { shared: Arc::new(shared) })
    }

    /// Runs waiting jobs; on the host's main thread only.
    pub fn pump(&self, budget: PumpBudget) -> PumpReport {
        let engine = &self.shared.engine;
        if engine.inside() || self.shared.pumping.swap(true, Ordering::AcqRel) {
            return PumpReport { nested: true, pending: engine.queue.size().0, ..PumpReport::default() };
        }
        *engine.main.lock() = std::thread::current().id();
        engine.look_at_artist();
        engine.queue.attend();
        let until = Instant::now() + budget.budget;
        // A batch that begins in this turn has had its slice; one that was under way has one after those who only read.
        let leased = engine.queue.leased().is_some();
        let mut reads = leased.then(|| Instant::now() + READS);
        let mut ran = 0;
        while reads.is_none_or(|reads| Instant::now() < reads) && self.next_job(until, budget.linger) {
            ran += 1;
            reads = reads.or_else(|| engine.queue.leased().map(|_| Instant::now() + READS));
        }
        if leased && engine.go_on() {
            ran += 1;
            *self.shared.last.lock() = Some(Instant::now());
        }
        if ran > 0 {
            engine.look_around();
        }
        let pending = engine.queue.leave();
        self.shared.pumping.store(false, Ordering::Release);
        PumpReport { ran, pending, hot: self.hot(), nested: false }
    }

    /// Runs one job when there is one, or comes within the time to linger.
    fn next_job(&self, until: Instant, linger: Duration) -> bool {
        let engine = &self.shared.engine;
        let now = Instant::now();
        if now >= until {
            return false;
        }
        let mut ran = engine.take_turn();
        if !ran && !linger.is_zero() && self.hot() {
            let until = until.min(now + linger);
            engine.queue.spin(if self.quiet_for() < KEEN { until } else { until.min(now + SPIN) });
            engine.queue.wait(Some(until));
            ran = engine.take_turn();
        }
        if ran {
            *self.shared.last.lock() = Some(Instant::now());
        }
        ran
    }

    fn hot(&self) -> bool {
        self.quiet_for() < HOT
    }

    /// How long ago the last job ended.
    fn quiet_for(&self) -> Duration {
        self.shared.last.lock().map_or(Duration::MAX, |last| last.elapsed())
    }

    /// Blocks until a job waits or stop was asked (true), or the time is over (false).
    pub fn wait(&self, timeout: Option<Duration>) -> bool {
        self.shared.engine.queue.wait(timeout.map(|timeout| Instant::now() + timeout))
    }

    /// How many calls wait for `pump`; so cheap that an idle host can ask on every turn of its event loop.
    pub fn waiting(&self) -> usize {
        self.shared.engine.queue.waiting()
    }

    /// From now on only calls that change nothing run, for this reason, which waiting callers are told; None ends it.
    pub fn hold(&self, reason: Option<&str>) {
        self.shared.engine.queue.hold(reason);
    }

    /// Reads anew what the application says of itself, which its user has changed; on the host's main thread.
    pub fn look_again(&self) {
        self.shared.engine.refresh(Effect::Edit);
    }

    /// Called from the listener's thread when a job arrives and nothing pumps or waits.
    pub fn on_wake(&self, wake: Box<dyn Fn() + Send + Sync>) {
        *self.shared.engine.wake.write() = Some(wake);
    }

    /// Ends it: the running job is cancelled and waited for, the waiting ones are answered `cancelled`, port, thread
    /// and record are freed. Doing it again does nothing. From within a job it waits for neither the job nor the thread.
    pub fn stop(&self, timeout: Duration) {
        self.stop_because(timeout, None);
    }

    /// The same, and callers are told why.
    pub fn stop_because(&self, timeout: Duration, why: Option<String>) {
        let Shared { engine, listener, record, folders, .. } = &*self.shared;
        if engine.stopping.swap(true, Ordering::AcqRel) {
            return;
        }
        if let Some(why) = why {
            // Nobody else gets here.
            let _ = listener.why.set(why);
        }
        record.lock().remove(folders);
        listener.stop.cancel();
        engine.drain(timeout);
        engine.tasks.end();
        if engine.inside() {
            // The thread answers this job's caller when it ends, then leaves by itself.
            let leave = listener.leave.clone();
            *engine.after.lock() = Some(Box::new(move || leave.cancel()));
            return;
        }
        listener.leave.cancel();
        if let Some(thread) = self.shared.thread.lock().take()
            && thread.join().is_err()
        {
            tracing::error!("the listener's thread panicked");
        }
        engine.foreign.end();
        *engine.wake.write() = None;
        tracing::info!(name = record.lock().name, "host stopped");
    }

    /// Listens for clients of other add-ons on this loopback port, or on none. A port that cannot be had is refused with
    /// the name of who has it, and changes nothing.
    fn listen_foreign(&self, port: Option<u16>) -> Result<(), Fault> {
        if !self.is_running() {
            return Err(Fault::new(Code::HostNotRunning, "this host was stopped").suggest("call `scenewire.start()`"));
        }
        self.shared.engine.foreign.set(port, &self.shared.engine, &self.shared.listener.ends())
    }

    /// What a command in the words of the Maya MCP server's design comes to, asked by a script in this very process: on the main
    /// thread it runs here and now, from any other it waits for the queue.
    pub fn answer_foreign(&self, command: &[u8]) -> Vec<u8> {
        foreign::answered(&self.shared.engine, command)
    }

    /// Whether it still listens.
    pub fn is_running(&self) -> bool {
        !self.shared.engine.stopping.load(Ordering::Acquire)
    }

    /// What `get_status` answers, and what only its owner sees: clients, history, questions, rules.
    pub fn status(&self) -> Value {
        self.shared.engine.overview()
    }

    /// The record by which local callers find it.
    pub fn record(&self) -> Record {
        self.shared.record.lock().clone()
    }

    /// `ws://127.0.0.1:PORT/v1/link`.
    pub fn url(&self) -> String {
        self.shared.record.lock().url.clone()
    }

    /// The gateway that it dials, with its key.
    pub fn gateway(&self) -> Option<Endpoint> {
        self.shared.gateway.clone()
    }

    /// The secret a caller must show.
    pub fn token(&self) -> String {
        self.shared.record.lock().token.clone()
    }

    /// A call from this very process: on the main thread it runs here and now (inside the running job's transaction
    /// when there is one); from any other thread it waits for the queue.
    pub fn call_inline(&self, request: Request) -> Result<Reply, Fault> {
        if !self.is_running() {
            return Err(Fault::new(Code::HostNotRunning, "this host was stopped").suggest("call `scenewire.start()`"));
        }
        self.shared.engine.call(request)
    }
}

fn instance(record: &Record, host: HostInfo) -> Instance {
    Instance {
        id: record.id.clone(),
        name: record.name.clone(),
        status: "online".to_owned(),
        epoch: record.epoch.clone(),
        pid: record.pid,
        scenewire_version: record.scenewire_version.clone(),
        host,
        ..Instance::default()
    }
}

/// Why a port cannot be had, and who has it, where that can be told.
fn taken(port: u16, error: &std::io::Error, folders: &Folders) -> Fault {
    let ours = live(&folders.runtime).into_iter().find(|record| record.url.contains(&format!(":{port}/")));
    let owner = match ours {
        Some(record) => Some(format!("the scenewire host `{}` (process {})", record.name, record.pid)),
        None if error.kind() == std::io::ErrorKind::AddrInUse => port::owner(port).map(|owner| owner.to_string()),
        None => None,
    };
    let reason = owner.as_ref().map_or_else(|| error.to_string(), |owner| format!("{owner} listens there"));
    let fault = failed_start(format!("port {port} cannot be listened on: {reason}")).detail("port", port);
    owner.into_iter().fold(fault, |fault, owner| fault.detail("owner", owner)).suggest("port 0 takes a free one")
}

fn failed_start(message: impl Into<String>) -> Fault {
    Fault::new(Code::HandlerError, format!("the host could not start: {}", message.into()))
}

fn spawn(
    listener: Arc<Listener>,
    socket: std::net::TcpListener,
    gateway: Option<Remote>,
) -> Result<JoinHandle<()>, Fault> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| failed_start(error.to_string()))?;
    std::thread::Builder::new()
        .name("scenewire".to_owned())
        .spawn(move || {
            let engine = listener.engine.clone();
            runtime.block_on(listener.run(socket, gateway));
            runtime.shutdown_background();
            engine.dedupe.clear();
        })
        .map_err(|error| failed_start(error.to_string()))
}
