//! From a key to a host and back: who sees which instance, what may be called there, and where its answer went.

mod client;
mod figures;
mod host;
mod keys;
mod lease;
mod limits;
mod policy;
mod refusals;
mod registry;
mod route;
mod sessions;
mod visible;

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::backend::Backend;
use crate::gateway::accounts::{Accounts, Principal};
use crate::gateway::audit::Audit;
use crate::link::{OnProgress, fresh_key, random_text};
use crate::wire::{Call, Code, Fault, Instance, Payload, Progress, Reply, Request};
pub(crate) use figures::Figures;
use lease::Lease;
pub(crate) use limits::Limits;
use limits::Meters;
use refusals::Refusals;
use registry::Registry;
use route::{DRAIN, Incoming};
use sessions::Sessions;
pub(crate) use sessions::{SessionInfo, Timeouts};
use visible::Found;

/// The gateway's middle. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Router {
    shared: Arc<Shared>,
}

struct Shared {
    accounts: Accounts,
    audit: Audit,
    registry: Registry,
    meters: Meters,
    refusals: Refusals,
    sessions: Sessions,
    figures: Figures,
    /// Names this run of the gateway.
    epoch: String,
    started: Instant,
    /// Nothing new is taken.
    closing: CancellationToken,
    /// Every connection, to be waited for.
    tasks: TaskTracker,
}

impl std::fmt::Debug for Router {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Router").field("epoch", &self.shared.epoch).finish_non_exhaustive()
    }
}

impl Router {
    /// A router over these accounts that records in this audit. Needs a tokio runtime around it.
    pub(crate) fn new(accounts: Accounts, audit: Audit, limits: Limits, timeouts: Timeouts) -> Result<Self, Fault> {
        let epoch =
            random_text(16).map_err(|error| Fault::new(Code::Internal, format!("no random numbers: {error}")))?;
        let shared = Shared {
            accounts,
            audit,
            registry: Registry::default(),
            meters: Meters::new(limits),
            refusals: Refusals::default(),
            sessions: Sessions::new(timeouts),
            figures: Figures::default(),
            epoch,
            started: Instant::now(),
            closing: CancellationToken::new(),
            tasks: TaskTracker::new(),
        };
        let router = Self { shared: Arc::new(shared) };
        tokio::spawn(sessions::sweep(router.clone()));
        Ok(router)
    }

    /// What a key sees, its own first.
    pub(crate) fn instances(&self, who: &Principal) -> Vec<Instance> {
        self.visible(who).into_iter().map(Found::instance).collect()
    }

    /// The status of a user's instance and who alone edits it: what an administrator is told, who sees no scenes.
    pub(crate) fn standing(&self, user: &str, instance: &str) -> (&'static str, Option<String>) {
        let seat = self.shared.registry.seat(user, instance);
        seat.map_or(("offline", None), |seat| (seat.status(), seat.held_by()))
    }

    /// Does it on the instance that is meant and waits; dropping the future cancels the call.
    pub(crate) async fn call(
        &self,
        who: &Arc<Principal>,
        request: Request,
        progress: Option<mpsc::Sender<Progress>>,
    ) -> Result<Reply, Fault> {
        let _session = self.shared.sessions.http(who)?;
        let call = Box::new(Call {
            id: 0,
            key: request.key.map_or_else(fresh_key, Ok)?,
            operation: request.operation,
            arguments: request.arguments.json,
            timeout_ms: request.timeout.map(|timeout| timeout.as_millis() as u64),
            if_revision: request.if_revision,
            epoch: String::new(),
            instance: request.instance,
            resend: false,
            approval: request.approval,
            client: request.client,
            attachments: Vec::new(),
        });
        let attachments = request.arguments.attachments;
        let progress = progress.map(OnProgress::from);
        let routed = self.route(who, Incoming { call, attachments, progress }).await?;
        if let Some(connection) = routed.seat.connection() {
            connection.acknowledge([routed.outcome.key.clone()]);
        }
        if let Some(fault) = routed.outcome.error {
            return Err(*fault);
        }
        Ok(Reply {
            payload: Payload { json: routed.outcome.value, attachments: routed.attachments },
            revision: routed.outcome.revision,
            duration: Duration::from_micros(routed.outcome.duration_us),
            instance: routed.seat.id.clone(),
        })
    }

    /// The seam under MCP for one key.
    pub(crate) fn backend(&self, who: Arc<Principal>) -> Keyed {
        Keyed { router: self.clone(), who }
    }

    /// For this time only this key changes the instance; how long that is.
    pub(crate) fn take_lease(&self, who: &Principal, instance: &str, time: Duration) -> Result<Duration, Fault> {
        let found = self.find(who, Some(instance))?;
        let (role, Some(seat)) = (found.role, found.seat.clone()) else {
            return Err(registry::away(&found.instance()));
        };
        if !who.grant.scopes.contains(crate::gateway::accounts::Scope::Edit)
            || role == crate::gateway::accounts::Role::Viewer
        {
            return Err(Fault::new(Code::PermissionDenied, "not permitted"));
        }
        lease::take(&mut seat.lease.lock(), Lease::new(&who.user, &who.user_name, &who.key, time))
    }

    /// Gives it back; the instance's owner may also take it from somebody.
    pub(crate) fn drop_lease(&self, who: &Principal, instance: &str) -> Result<(), Fault> {
        let found = self.find(who, Some(instance))?;
        let Some(seat) = found.seat else { return Ok(()) };
        let mut lease = seat.lease.lock();
        if found.role != crate::gateway::accounts::Role::Owner {
            lease::check(&mut lease, &who.key)?;
        }
        *lease = None;
        Ok(())
    }

    /// Ends the link of an instance that was forgotten.
    pub(crate) fn dismiss(&self, user: &str, instance: &str) {
        self.shared.registry.dismiss(user, Some(instance), "unauthorized: this instance was forgotten by its owner");
    }

    /// Connections and sessions, of one user or of all.
    pub(crate) fn sessions(&self, user: Option<&str>) -> Vec<SessionInfo> {
        self.shared.sessions.list(user)
    }

    /// Ends one; another user's is not there.
    pub(crate) fn end_session(&self, user: Option<&str>, id: &str) -> Result<(), Fault> {
        self.shared.sessions.end(user, id)
    }

    /// Counts a call or an act that was turned away before it had a line in the audit; it is in it within seconds.
    pub(crate) fn refused(&self, who: &Principal, operation: &'static str, code: Code) {
        self.shared.refusals.add(who, operation, code);
    }

    /// Whose instance it is that a key means, when it is somebody else's.
    pub(crate) fn owner(&self, who: &Principal, instance: &str) -> Option<String> {
        self.find(who, Some(instance)).ok()?.owner
    }

    /// What is counted.
    pub(crate) fn figures(&self) -> &Figures {
        &self.shared.figures
    }

    /// Limits and times from the configuration, while running.
    pub(crate) fn configure(&self, limits: Limits, timeouts: Timeouts) {
        self.shared.meters.set(limits);
        self.shared.sessions.set(timeouts);
    }

    /// Nothing new comes in, what is under way ends, and hosts and clients are told when to return.
    pub(crate) async fn drain(&self, retry_after: Duration) {
        self.shared.closing.cancel();
        self.shared.tasks.close();
        let idle = async {
            while self.shared.figures.running() > 0 {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        if tokio::time::timeout(DRAIN, idle).await.is_err() {
            tracing::warn!(calls = self.shared.figures.running(), "calls were still under way when the gateway closed");
        }
        for (place, connection) in (0..).zip(self.shared.registry.online()) {
            let retry_after = retry_after + PACE.saturating_mul(place);
            connection.leave("restarting: the gateway closes for a moment", Some(retry_after));
        }
        self.shared.sessions.leave("restarting: the gateway closes for a moment", retry_after);
        // Whoever does not read the last words in time is cut off.
        let _ = tokio::time::timeout(Duration::from_secs(2), self.shared.tasks.wait()).await;
        self.shared.refusals.record(&self.shared.audit);
    }
}

/// Thousands of hosts are told to return one after the other: of 5,000 that came at once, the door turned some 4,000
/// tries away. About what linking one takes on two cores that the hosts share (benches/gateway).
const PACE: Duration = Duration::from_micros(600);

/// One key's view of the gateway.
#[derive(Clone, Debug)]
pub(crate) struct Keyed {
    router: Router,
    who: Arc<Principal>,
}

impl Backend for Keyed {
    async fn instances(&self) -> Result<Vec<Instance>, Fault> {
        Ok(self.router.instances(&self.who))
    }

    async fn call(&self, request: Request, progress: Option<mpsc::Sender<Progress>>) -> Result<Reply, Fault> {
        self.router.call(&self.who, request, progress).await
    }
}
