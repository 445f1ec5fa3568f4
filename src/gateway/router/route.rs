//! One call on its way to a host: which instance is meant, whether it may be, and what became of it when links are cut.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::OwnedSemaphorePermit;

use super::refusals::UNKNOWN;
use super::registry::{self, Seat};
use super::visible::Found;
use super::{Router, lease, policy};
use crate::catalogue::{GET_EVENTS, GET_TASK, Operation, PROJECT, catalogue, may_be_defined, parlance};
use crate::gateway::accounts::Principal;
use crate::gateway::audit::{Entry, Slot};
use crate::link::{OnProgress, digest};
use crate::wire::{Attachment, Call, Code, Fault, Outcome};

/// A call as it came, from whichever edge.
pub(super) struct Incoming {
    /// Its `instance` is what the caller wrote: an id, a name, or nothing; its `epoch` is empty where the edge keeps none.
    /// In a box: one among many moves through every future on its way.
    pub(super) call: Box<Call>,
    pub(super) attachments: Vec<Attachment>,
    pub(super) progress: Option<OnProgress>,
}

/// What came back, and whose acknowledgement the host waits for.
pub(super) struct Routed {
    pub(super) outcome: Outcome,
    pub(super) attachments: Vec<Attachment>,
    pub(super) seat: Arc<Seat>,
}

impl Router {
    /// Authorises, records and forwards one call; dropping the future cancels it.
    pub(super) async fn route(&self, who: &Arc<Principal>, incoming: Incoming) -> Result<Routed, Fault> {
        let began = Instant::now();
        let _counted = self.shared.figures.call();
        let operation = catalogue().known(&incoming.call.operation);
        let name = match operation {
            Some(operation) => operation.name.as_str(),
            None if may_be_defined(&incoming.call.operation) => PROJECT,
            None => UNKNOWN,
        };
        let (_running, slot) = self.admit(who).inspect_err(|fault| {
            self.shared.figures.count(Some(fault.error_code));
            self.refused(who, name, fault.error_code);
        })?;
        let mut record = Recorded::new(slot, who, name, &incoming, began);
        let routed = self.admitted(who, operation, incoming, &mut record).await;
        record.end(routed.as_ref().map(|routed| &routed.outcome).map_err(|fault| fault.error_code));
        self.shared.figures.count(routed.as_ref().map_or_else(|fault| Some(fault.error_code), code_of));
        routed
    }

    /// Room for one more call of the key, then in the audit: a flood would take all of that, and with it everybody's.
    fn admit(&self, who: &Principal) -> Result<(OwnedSemaphorePermit, Slot), Fault> {
        let running = self.shared.meters.enter(who)?;
        Ok((running, self.shared.audit.admit()?))
    }

    async fn admitted(
        &self,
        who: &Arc<Principal>,
        operation: Option<&'static Operation>,
        mut incoming: Incoming,
        record: &mut Recorded,
    ) -> Result<Routed, Fault> {
        let found = self.awaited(who, &incoming.call).await?;
        record.entry.instance.clone_from(&found.known.id);
        record.entry.owner = found.owner.clone().unwrap_or_default();
        let (operation, of_project) = match operation {
            Some(operation) => (operation, false),
            None => (policy::of_project(&incoming.call.operation)?, true),
        };
        let files = match parlance::is_spoken(&incoming.call.operation) {
            true => policy::Files::named_by(&incoming.call.operation, operation, &incoming.call.arguments)?,
            false => policy::Files::of(operation, &mut incoming.call.arguments),
        };
        let asked = policy::Asked {
            who,
            role: found.role,
            instance: &found.known.id,
            allowed: found.known.allow.as_deref().map(Vec::as_slice),
            operation,
            files,
        };
        let checked = policy::check_all(&asked, &incoming.call.arguments);
        // Who may not run a project's code is told what there is for him.
        let hidden = |fault| if of_project { policy::unknown(&incoming.call.operation) } else { fault };
        checked.map_err(hidden)?;
        let changes = policy::changes(operation, &incoming.call.arguments);
        let Some(seat) = found.seat.clone() else { return Err(registry::away(&found.instance())) };
        if changes {
            lease::check(&mut seat.lease.lock(), &who.key)?;
        }
        // Its owner sees who calls: the user, whom we know, and the program by its own word.
        incoming.call.client = Some(match incoming.call.client.take() {
            Some(program) => format!("{} ({program})", who.user_name),
            None => who.user_name.clone(),
        });
        // The host sees neither who else there is nor how the caller named it.
        incoming.call.instance = None;
        let waits = operation.name == GET_EVENTS || operation.name == GET_TASK;
        let (outcome, attachments) = tokio::select! {
            forwarded = forward(&seat, incoming) => forwarded?,
            () = self.shared.closing.cancelled(), if waits => return Err(closing()),
        };
        if waits {
            // It may have waited for half a minute: what happened is for who may read now.
            self.find(who, Some(&found.known.id))?;
        }
        Ok(Routed { outcome, attachments, seat })
    }
}

impl Router {
    /// The instance of a call. A gateway that has just started knows a host again only when it has dialled in: until
    /// then calls wait for it, and of one that was sent before nobody may say that nothing ran.
    async fn awaited(&self, who: &Principal, call: &Call) -> Result<Found, Fault> {
        let patience = match call.resend {
            true => registry::RESUME,
            false => self.expects_hosts().min(time_of(call)),
        };
        let until = Instant::now() + patience;
        loop {
            let found = self.find(who, call.instance.as_deref());
            let waits = match &found {
                Ok(found) if call.resend => found.seat.is_none(),
                Ok(found) => found.returning,
                Err(fault) => call.resend && matches!(fault.error_code, Code::InstanceNotFound | Code::HostNotRunning),
            };
            if !waits {
                return found;
            }
            if Instant::now() >= until || self.shared.closing.is_cancelled() {
                return if call.resend { Err(unknown(&call.key)) } else { found };
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }
}

/// How long a call may take, if it says so.
fn time_of(call: &Call) -> Duration {
    call.timeout_ms.map_or(Duration::MAX, Duration::from_millis)
}

/// Sends it to the run of the host that it is bound to, again after a cut, until an answer is there or cannot be had.
async fn forward(seat: &Arc<Seat>, incoming: Incoming) -> Result<(Outcome, Vec<Attachment>), Fault> {
    let Incoming { mut call, attachments, progress } = incoming;
    let mut sent = call.resend;
    let mut patience = seat.patience();
    let inside = seat.keys.enter(&call.key);
    loop {
        let Some(connection) = seat.connected(patience).await else {
            let unsure = sent || inside.may_run();
            return Err(if unsure { unknown(&call.key) } else { registry::away(&seat.instance()) });
        };
        let epoch = &connection.welcome.epoch;
        if call.epoch.is_empty() {
            call.epoch.clone_from(epoch);
        } else if call.epoch != *epoch {
            let unsure = sent || inside.may_run();
            return Err(if unsure { unknown(&call.key) } else { restarted(seat, epoch) });
        }
        let answer = connection.call(Call::clone(&call), attachments.clone(), progress.clone()).await;
        let Some(answer) = answer else {
            inside.unanswered();
            if connection.left() || seat.barred().is_some() {
                return Err(unknown(&call.key));
            }
            (sent, call.resend, patience) = (true, true, registry::RESUME);
            continue;
        };
        inside.answered();
        return answer;
    }
}

fn code_of(routed: &Routed) -> Option<Code> {
    routed.outcome.error.as_ref().map(|fault| fault.error_code)
}

fn unknown(key: &str) -> Fault {
    Fault::new(Code::OutcomeUnknown, "the host went away during the call; whether it ran cannot be known")
        .detail("key", key)
        .suggest("look at the scene, then decide")
}

fn closing() -> Fault {
    Fault::new(Code::Unreachable, "the gateway is restarting; nothing ran").suggest("ask again with the same arguments")
}

fn restarted(seat: &Seat, epoch: &str) -> Fault {
    let message = format!("`{}` was restarted since the call was made for it; nothing ran", seat.instance().name);
    Fault::new(Code::InstanceRestarted, message)
        .detail("instance", seat.id.as_str())
        .detail("epoch", epoch)
        .suggest("list the instances again, look at the scene, then call again")
}

/// One line of the audit, written however the call ends.
struct Recorded {
    slot: Option<Slot>,
    entry: Entry,
    began: Instant,
}

impl Recorded {
    fn new(slot: Slot, who: &Principal, operation: &str, incoming: &Incoming, began: Instant) -> Self {
        let attached: usize = incoming.attachments.iter().map(|attachment| attachment.data.len()).sum();
        let entry = Entry {
            user: who.user.clone(),
            key: who.key.clone(),
            operation: operation.to_owned(),
            call: digest(&incoming.call.key),
            bytes_in: attached as u64,
            outcome: Code::Cancelled.name(),
            ..Entry::default()
        };
        Self { slot: Some(slot), entry, began }
    }

    fn end(&mut self, outcome: Result<&Outcome, Code>) {
        self.entry.outcome = match &outcome {
            Ok(outcome) => outcome.error.as_ref().map_or("ok", |fault| fault.error_code.name()),
            Err(code) => code.name(),
        };
        if let Ok(outcome) = outcome {
            self.entry.bytes_out = outcome.attachments.iter().map(|part| part.bytes).sum();
        }
    }
}

impl Drop for Recorded {
    fn drop(&mut self) {
        self.entry.duration_us = self.began.elapsed().as_micros() as u64;
        if let Some(slot) = self.slot.take() {
            slot.record(std::mem::take(&mut self.entry));
        }
    }
}

/// How often a host is looked for that should come back.
const LOOK_AGAIN: Duration = Duration::from_millis(50);
/// The longest that a closing gateway waits for calls under way.
pub(super) const DRAIN: Duration = Duration::from_secs(10);
